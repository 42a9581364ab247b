package search

import (
	"cmp"
	"slices"
)

// frontier is the working memory of Front.
type frontier struct {
	lead     [3]Criterion // of the question at hand: the first leads
	heap     heap
	tied     []int32  // labels that cost the same, in as many arcs, in the order of their walks
	turn     int      // of them
	labels   []label  // walks from the origin to a vertex
	masks    []uint64 // by label: what it has left, where something is shunned; nil where nothing is
	cells    cells
	shunning bool          // something is shunned
	bounded  bool          // by apart
	apart    [3]restsApart // in the order of lead
	steps    *steps
	sink     int32
	stairs   []stairs // by vertex
	rooms    rooms    // where they stand
	epoch    uint32
	bounds   [][3]int64    // potentials by vertex, in the order of lead
	known    [3][][3]int64 // by vertex: see Searcher.known
	trail    []int32       // scratch of Searcher.known
	onward   shelf[onward]
	laid     laid             // what bounds were laid out from
	slack    [3]int64         // by criterion, of the question at hand
	value    func(Cost) int64 // of Least; nil for a whole front
	bound    int64            // what a value may come to
	spare    int64            // by which it may exceed the least
	mirror   bool             // labels lead from the destination to the origin
	beaten   point            // of the front, the point that covered a label last
	ways     []Way
	arcs     []ArcID
	ids      []int32 // labels at the destination, in the order in which they were found until they are spelt out
}

// label is a walk from the origin to a vertex.
type label struct {
	hop
	hops int32    // arcs so far
	f    [3]int64 // what a whole way that goes on from there costs at the least, in the order of lead
}

// stairs is the staircase of one vertex; it is empty unless epoch is the frontier's.
type stairs struct {
	steps staircase
	epoch uint32
}

// Front is the Pareto set over money, time and carbon: one way for each vector of the three that no other way beats,
// in rising order of money, then time, then carbon. Of ways that cost the same in all three it keeps the one with the
// fewest arcs, then the smaller index of stub, arcs and stub in the order in which they are met.
//
// The search ends after budget expansions of a label. If that was too few, complete is false: the ways returned are
// all on the front, but others may be missing, among them every cheaper or faster one that is dirtier; under Question.Once, every
// faster or greener one that is dearer.
func (s *Searcher) Front(budget int) (ways []Way, complete bool) {
	return s.FrontWithin(Cost{}, budget)
}

// FrontWithin is as much of the front as covers every way within the slack: for any way there is, one of these is dearer,
// slower and dirtier by no more than that. All of them are on the front, which a slack makes shorter and sooner found.
// Money needs none, since with a slack ways are found in its order, and General has no part in it.
func (s *Searcher) FrontWithin(slack Cost, budget int) (ways []Way, complete bool) {
	lead := greenFirst
	if s.q.Once || slack != (Cost{}) {
		lead = cheapFirst
	}
	if s.q.Warm && slack == (Cost{}) && (s.needs.levels == 1 || s.q.Once) {
		ways, left, ok := s.frontOfPieces(lead, budget)
		if ok {
			return ways, true
		}
		budget = left
	}
	return s.frontLed(lead, slack, budget)
}

// What may lead the search of a front. The vectors found do not depend on it, nor how many walks are expanded, but on the real
// network the heap and the staircases are the shortest where carbon leads: a front takes three quarters of the time. Where no way may
// come back it is another matter, for what a search comes to shun depends on what it finds first, and there money is the better guess.
var (
	greenFirst = [3]Criterion{Carbon, Money, Time}
	cheapFirst = [3]Criterion{Money, Time, Carbon}
)

// frontLed is FrontWithin, led by any criterion.
func (s *Searcher) frontLed(lead [3]Criterion, slack Cost, budget int) (ways []Way, complete bool) {
	s.front.lead, s.front.value = lead, nil
	ways, complete, _ = s.explore(slack.vector(), everyStub, budget)
	return ways, complete
}

// Least is as much of the front as has, of all ways there are, the least value but for spare. The value of a cost must
// rise with each of the three, and may fall by as much as spare where it is rounded. Values near the least are found
// the sooner, the closer the leading criterion follows the value.
func (s *Searcher) Least(value func(Cost) int64, lead [3]Criterion, spare int64, budget int) (ways []Way, complete bool) {
	f := &s.front
	f.lead, f.value, f.spare = lead, value, spare
	ways, complete, _ = s.explore(vector{}, everyStub, budget)
	return ways, complete
}

// explore searches the front from every stub or from one vertex, or what Least wants of it; it returns what is left of the budget as
// well. Under Question.Once it begins anew with more shunned, as long as what it finds comes back somewhere, and with closer bounds once it
// is seen to take long.
func (s *Searcher) explore(by vector, from int32, budget int) (ways []Way, complete bool, left int) {
	f := &s.front
	f.bounded = s.q.Once && s.haveAparts()
	if s.q.Once && (!s.q.Warm || s.shunned.empty()) {
		for _, c := range AllCriteria {
			s.rankShunning(&s.best, s.steps(), task{criterion: c, most: 1, budget: 4 * s.patience, shunning: true}) // soon tells of most that is to be shunned
		}
	}
	s.boundFront()
	for {
		now := budget
		if s.q.Once && !f.bounded && !s.shunned.empty() {
			now = min(budget, s.patience)
		}
		complete, left = s.walkFront(by, from, now)
		ways, budget = s.frontWays(), budget-(now-left)
		if !s.q.Once {
			return ways, complete, budget
		}
		back, room := s.shun(ways)
		switch {
		case complete && back == 0:
			return ways, true, budget
		case !room || budget == 0 || !s.g.breath.pause(breathing, false):
			return nil, false, budget
		case !complete && back == 0:
			f.bounded = true
		}
		s.boundFront()
	}
}

// boundFront has the front closer bounded, if it is to be.
func (s *Searcher) boundFront() {
	f := &s.front
	if !f.bounded {
		return
	}
	for i, c := range f.lead {
		s.restApart(&f.apart[i], c)
	}
}

// tellMore is for how many expansions a front is followed that has come back somewhere, for what more it tells of.
const tellMore = 200

// everyStub of the origin, in place of the one vertex to begin at.
const everyStub = -1

// walkFront finds the labels of a front that reach the destination, from every stub of the origin or from one vertex alone.
func (s *Searcher) walkFront(by vector, from int32, budget int) (complete bool, left int) {
	f := &s.front
	f.slack, f.mirror = [3]int64{by[f.lead[0]], by[f.lead[1]], by[f.lead[2]]}, s.mirror
	f.clear(int(s.sink()) + 1)
	f.steps, f.sink, f.shunning = s.steps(), s.sink(), s.q.Once && !s.shunned.empty()
	f.bound = 1<<63 - 1 // what came of a way that comes back binds no other
	s.frontBounds()
	if from == everyStub {
		s.frontRoots()
	} else {
		f.root(0, from, Cost{})
	}
	last := 0 // what is left of the budget when it is enough
	for complete = true; f.turn < len(f.tied) || !f.heap.empty(); {
		id := f.next()
		here := &f.labels[id] // the list moves where one is added
		v, p, lead, hops := here.vertex, point{here.f[1], here.f[2]}, here.f[0], here.hops
		cell, mask := v, uint64(0)
		if f.shunning {
			mask = f.masks[id]
			cell, _ = s.cell(v, mask)
		}
		if f.covers(cell, p) || mask != 0 && f.coveredApart(v, mask, p) {
			continue
		}
		at := &f.stairs[cell]
		if v == f.sink {
			f.note(at, p)
			f.ids = append(roomy(f.ids), id)
			if s.q.Once && last == 0 && s.comesBackBy(id) {
				last = max(0, budget-tellMore)
			}
			if f.value != nil {
				f.bound = min(f.bound, f.valueOf(f.labels[id].f)+f.spare)
			}
			continue
		}
		if budget == last || budget%(breathing/expanding) == 0 && !s.g.breath.pause(breathing, false) {
			complete = false
			break
		}
		budget--
		f.note(at, p)
		onward := s.onward(v)
		for i := range onward {
			o := &onward[i]
			to := point{p.x + o.more[1], p.y + o.more[2]}
			if !f.shunning {
				if !f.covers(o.to, to) {
					f.reach(hop{id, o.by, o.to}, hops+o.hops, o.to, lead+o.more[0], to)
				}
				continue
			}
			further, ok, cell := uint64(0), true, o.to
			if o.to != f.sink {
				if further, ok = s.along(f.steps, mask, o.by); ok {
					cell, ok = s.cell(o.to, further)
				}
			}
			if ok && !(further != 0 && f.coveredApart(o.to, further, to)) && !f.covers(cell, to) && f.reach(hop{id, o.by, o.to}, hops+o.hops, cell, lead+o.more[0], to) {
				f.masks = append(roomy(f.masks), further)
			}
		}
	}
	return complete, budget
}

// laid tells one layout of bounds from another.
type laid struct {
	lead  [3]Criterion
	trees uint64
	once  bool
}

// frontBounds lays the potentials of one vertex next to each other.
func (s *Searcher) frontBounds() {
	f := &s.front
	if now := (laid{f.lead, s.potentials.age, s.q.Once}); f.laid == now {
		return
	} else {
		f.laid = now
	}
	f.bounds = slices.Grow(f.bounds[:0], int(s.sink())+1)[:s.sink()+1]
	for i, c := range f.lead {
		for v, cost := range s.potentials.of(c) {
			f.bounds[v][i] = cost
		}
	}
	f.forgetKnown(len(f.bounds))
	f.onward.clear(len(f.bounds))
}

// frontRoots begins at every stub of the origin.
func (s *Searcher) frontRoots() {
	f, sink := &s.front, s.sink()
	for i := range s.q.Direct {
		stub := &s.q.Direct[i]
		if stub.ClosedBy == 0 && s.needs.pack[stub.Needs] == s.needs.full {
			f.root(i, sink, stub.Cost)
		}
	}
	for i := range s.q.From {
		stub := &s.q.From[i]
		if stub.ClosedBy == 0 {
			f.root(i, s.begun(stub), stub.Cost)
		}
	}
}

// root begins with a stub that leads to u, unless nothing leads on from there.
func (f *frontier) root(stub int, u int32, cost Cost) {
	bound, by := &f.bounds[u], cost.vector()
	if bound[0] == unreachable {
		return
	}
	least := point{by[f.lead[1]&3] + bound[1], by[f.lead[2]&3] + bound[2]}
	if !f.covers(u, least) && f.reach(hop{-1, int32(stub), u}, 0, u, by[f.lead[0]&3]+bound[0], least) {
		f.masks = append(f.masks, 0)
	}
}

// reach notes a walk that nothing covers, unless its value is too much for Least. lead and p are what a whole way that goes on from
// there costs at the least, and cell is where the staircase stands that it may be beaten by.
func (f *frontier) reach(by hop, hops, cell int32, lead int64, p point) bool {
	if f.value != nil && f.tooMuch(cell, lead, p) {
		return false
	}
	id := len(f.labels)
	f.labels = roomy(f.labels)[:id+1]
	l := &f.labels[id]
	l.hop, l.hops, l.f[0], l.f[1], l.f[2] = by, hops, lead, p.x, p.y
	f.heap.push(entry{lead, int32(id)}, f.labels)
	return true
}

// tooMuch tells whether the value of every way that goes on from a walk is more than Least looks for.
func (f *frontier) tooMuch(cell int32, lead int64, p point) bool {
	least := [3]int64{lead, p.x, p.y}
	if cell >= f.cells.base {
		for i, extra := range f.cells.list[cell-f.cells.base].extra {
			least[i] += extra
		}
	}
	return f.valueOf(least) > f.bound
}

// valueOf is the value of Least of what stands in the order of lead.
func (f *frontier) valueOf(led [3]int64) int64 {
	var v vector
	for i, c := range f.lead {
		v[c&3] = led[i]
	}
	return f.value(Cost{Money: v[Money], Time: v[Time], Carbon: v[Carbon]})
}

// covers tells whether a label of v, a vertex or a cell, is beaten by the front or by what is known there.
func (f *frontier) covers(v int32, p point) bool {
	near := point{p.x + f.slack[1], p.y + f.slack[2]}
	if v >= f.cells.base {
		extra := &f.cells.list[v-f.cells.base].extra
		near.x += extra[1]
		near.y += extra[2]
	}
	if f.beaten.covers(near) {
		return true
	}
	front := f.stairs[f.sink].steps
	if i := front.after(near.x); i > 0 && front[i-1].y <= near.y {
		f.beaten = front[i-1]
		return true
	}
	at := &f.stairs[v]
	if at.epoch != f.epoch {
		at.epoch, at.steps = f.epoch, nil
		return false
	}
	return v != f.sink && at.steps.covers(p)
}

// note puts a point on a staircase.
func (f *frontier) note(at *stairs, p point) {
	if n := len(at.steps); n == cap(at.steps) {
		at.steps = append(f.rooms.take(max(4, 2*n)), at.steps...)
	}
	at.steps = at.steps.add(p)
}

// at gives the hop of a label.
func (f *frontier) at(id int32) *hop { return &f.labels[id].hop }

// next is the label whose turn it is. There must be one.
func (f *frontier) next() int32 {
	if f.turn == len(f.tied) {
		id := f.heap.pop(f.labels)
		f.tied, f.turn = append(roomy(f.tied[:0]), id), 0
		for first := &f.labels[id]; !f.heap.empty(); {
			other := f.heap.least()
			if with := &f.labels[other.id]; other.f != first.f[0] || with.f != first.f || with.hops != first.hops {
				break
			}
			f.tied = append(roomy(f.tied), f.heap.pop(f.labels))
		}
		if len(f.tied) > 1 {
			slices.SortFunc(f.tied, f.compareWalks)
		}
	}
	f.turn++
	return f.tied[f.turn-1]
}

// compareWalks orders two labels that cost the same in as many arcs by the first stub or arc in which they differ, from the
// origin to the destination.
func (f *frontier) compareWalks(a, b int32) int {
	return f.steps.compare(f.at(a), f.at(b), f.sink, f.mirror, f.at)
}

func (f *frontier) clear(vertices int) {
	const never = 1<<63 - 1
	f.heap.clear()
	f.tied, f.turn = f.tied[:0], 0
	f.beaten = point{never, never}
	f.labels, f.masks, f.ways, f.arcs, f.ids = f.labels[:0], f.masks[:0], f.ways[:0], f.arcs[:0], f.ids[:0]
	f.cells.clear(vertices)
	f.rooms.clear()
	for len(f.stairs) < vertices {
		f.stairs = append(f.stairs, stairs{})
	}
	if f.epoch++; f.epoch == 0 {
		clear(f.stairs)
		f.epoch = 1
	}
	sink := &f.stairs[vertices-1]
	sink.epoch, sink.steps = f.epoch, nil
}

// room for a search that looks much further than the ones before.
func (f *frontier) room(vertices int) {
	labels := min(10*vertices, 1<<16) // with much to pass there are many vertices, and few are met
	f.labels, f.masks, f.heap.entries = spacious(f.labels[:0], labels), spacious(f.masks[:0], labels), spacious(f.heap.entries[:0], labels/4)
	f.ids, f.ways, f.arcs = spacious(f.ids[:0], labels/64), spacious(f.ways[:0], labels/64), spacious(f.arcs[:0], labels/4)
}

// raise is more by each criterion.
func (s *Searcher) raise(vertex int32, been uint64) (extra [3]int64, ok bool) {
	f := &s.front
	if ok = true; !f.bounded {
		return extra, ok
	}
	for i := range extra {
		if extra[i], ok = s.more(&f.apart[i], vertex, been, f.bounds[vertex][i]); !ok {
			break
		}
	}
	return extra, ok
}

// comesBackBy tells whether the way of a label at the destination comes back.
func (s *Searcher) comesBackBy(id int32) bool {
	f := &s.front
	last := f.at(id)
	if last.parent < 0 {
		return false
	}
	begin := len(f.arcs)
	f.arcs, _ = f.steps.back(f.arcs, f.at(last.parent), f.at)
	arcs := f.arcs[begin:]
	if !s.mirror {
		slices.Reverse(arcs)
	}
	f.arcs = f.arcs[:begin]
	return s.ComesBack(arcs)
}

// frontWays spells out the labels that reached the destination, those of a front in order of money, then time, then carbon.
func (s *Searcher) frontWays() []Way {
	f := &s.front
	if f.value == nil && f.lead != cheapFirst {
		f.inOrder()
	}
	for _, id := range f.ids {
		last := f.at(id)
		if last.parent < 0 {
			f.ways = append(roomy(f.ways), s.direct(int(last.by)))
			continue
		}
		begin, start := len(f.arcs), 0
		f.arcs, start = f.steps.back(f.arcs, f.at(last.parent), f.at)
		f.ways = append(roomy(f.ways), s.way(start, int(last.by), f.arcs, begin))
	}
	return f.ways
}

// inOrder puts the labels that reached the destination in the order of money, then time, then carbon.
func (f *frontier) inOrder() {
	at := [3]int{}
	for i, c := range f.lead {
		at[c] = i
	}
	slices.SortFunc(f.ids, func(a, b int32) int {
		x, y := &f.labels[a].f, &f.labels[b].f
		return cmp.Or(cmp.Compare(x[at[Money]], y[at[Money]]), cmp.Compare(x[at[Time]], y[at[Time]]), cmp.Compare(x[at[Carbon]], y[at[Carbon]]))
	})
}
