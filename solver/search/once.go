package search

import (
	"cmp"
	"slices"
)

// shunned are the nodes, places and realms to which walks may not come back, as far as a search that keeps to Question.Once has
// found that any would: it begins with none, or with those of the question before, and each time the ways that it finds come back somewhere, it searches again
// with that shunned as well (decremental state space relaxation). Walks to one vertex are then told apart by the mask of
// what they have left. What is found in the end does not depend on what else is shunned. Where ways may come back to realms,
// mindful takes the place of shunned.
type shunned struct {
	spots  []int32  // by bit of a mask: places as in Searcher.places, nodes as ^node
	realms []int32  // by pair of bits, from firstRealm on: been to, and left
	at     []uint64 // by node: bits of spots that it stands at
	alone  uint64   // bits of the spots that are nodes
	seen   []int32  // scratch of realmAgain
}

// The most that a mask holds.
const (
	mostSpots  = 44
	firstRealm = mostSpots
	mostRealms = (64 - firstRealm) / 2
)

// leftBit is the bit of a mask for having left a realm, after that for having been there.
func leftBit(realm int) int { return firstRealm + 2*realm + 1 }

// keepShunned has nothing shunned, unless it is of use for a question and not much.
func (s *Searcher) keepShunned(q *Question) {
	z := &s.shunned
	const much = 20 // bits
	if q.Warm && q.Once && q.Need == s.q.Need && len(z.spots)+2*len(z.realms) <= much {
		return
	}
	s.shunNothing()
}

// shunNothing forgets what was shunned.
func (s *Searcher) shunNothing() {
	z := &s.shunned
	if z.empty() {
		return
	}
	s.mindful.age++
	if z.realms = z.realms[:0]; len(z.spots) > 0 {
		clear(z.at)
		z.spots, z.alone = z.spots[:0], 0
	}
}

// addSpot shuns a spot that is not shunned yet.
func (s *Searcher) addSpot(spot int32) {
	z := &s.shunned
	s.mindful.age++
	bit := uint64(1) << len(z.spots)
	z.spots = append(z.spots, spot)
	if spot < 0 {
		z.at[^spot] |= bit
		z.alone |= bit
		return
	}
	for v, p := range s.places {
		if p == spot {
			z.at[v] |= bit
		}
	}
}

func (z *shunned) empty() bool { return len(z.spots)+len(z.realms) == 0 }

// passing is how an arc from v to u changes a mask, but for realms.
func (z *shunned) passing(v, u int32) passage {
	from, to := z.at[v], z.at[u]
	return passage{keep: ^uint64(0), fail: to &^ from, set: from &^ to, never: to&from&z.alone != 0}
}

// realmsPassed goes on by the realms that an arc begins and ends in. Whoever has been to another has left that.
func (s *Searcher) realmsPassed(p *passage, a ArcID) {
	z := &s.shunned
	if len(z.realms) == 0 {
		return
	}
	for _, here := range [2]int32{s.g.Realms[0][a], s.g.Realms[1][a]} {
		if here < 0 {
			continue
		}
		by := passage{keep: ^uint64(0)}
		for i, realm := range z.realms {
			left := uint64(1) << leftBit(i)
			if been := left >> 1; here == realm {
				by.fail, by.set = left, been
			} else {
				by.shift |= been
			}
		}
		p.then(by)
	}
}

// mostOnce is how many states a search looks at that has no budget of its own, under Question.Once: elsewhere there are few.
const mostOnce = 300_000

// toTheEnd is a budget for a search that is not to be given up.
func (s *Searcher) toTheEnd() int {
	if s.q.Once {
		return mostOnce
	}
	return 1<<31 - 1
}

// stuck is after how many times its patience without a way a search shuns more than ways tell of.
const stuck = 32

// rankShunning is rank; for a task that shuns it begins anew with more shunned, or minded, as long as what it finds comes back
// somewhere, and under Question.Once with closer bounds once it is seen to take long.
func (s *Searcher) rankShunning(r *ranking, by *steps, do task) (ways []Way, complete bool, states int) {
	r.bounded = do.shunning && s.q.Once && s.haveAparts()
	s.beginCeiling(r, &do)
	trial := s.patience
	if r.bounded {
		s.restApart(&r.apart, do.criterion)
		trial *= 4 // most need more than an unbounded trial has, and would be begun anew in vain
	}
	for left := do.budget; ; left = do.budget - states {
		now := do
		if now.budget = left; s.q.Once && !s.shunned.empty() {
			now.budget = min(left, trial)
		}
		ways, complete, looked := s.rank(r, by, now)
		if states += looked; !do.shunning {
			return ways, complete, states
		}
		back, room := r.back, r.room
		if do.look == 0 {
			back, room = s.shun(ways)
		}
		switch {
		case complete && back == 0:
			if do.most > 1 {
				s.keepWays(r, ways)
			}
			return ways, true, states
		case !room || !complete && now.budget == left || !s.g.breath.pause(breathing, false):
			return slices.DeleteFunc(ways, func(w Way) bool { _, _, comes := s.comingBack(w.Arcs, s.q.Once); return comes }), false, states
		case !s.q.Once:
		case !complete && len(ways) == 0 && now.budget >= stuck*s.patience && s.shunPartly(r):
		case !complete && (back == 0 || !r.bounded):
			r.bounded = true
			trial *= 2
		}
		if r.bounded {
			s.restApart(&r.apart, do.criterion)
		}
	}
}

// reachApart notes a walk, unless a walk as good that has left nothing more is known; false where one is.
func (s *Searcher) reachApart(r *ranking, next *state) bool {
	t := &r.states
	head, known := t.find(next.vertex, next.gates)
	if !known {
		t.heads = append(roomy(t.heads), head)
	}
	for id := head; known && id >= 0; id = t.kin[id].next {
		old := &t.list[id]
		if old.been&^next.been != 0 {
			continue
		}
		if r.compareStates(old, next) <= 0 {
			return false
		}
		if old.been == next.been {
			*old = *next
			r.queue.push(waiting{next.f + next.extra, next.hops, id})
			return true
		}
	}
	id := int32(len(t.list))
	t.list, t.kin = append(roomy(t.list), *next), append(roomy(t.kin), kin{head, -1})
	if known {
		t.kin[id].next, t.kin[head].next = t.kin[head].next, id
	}
	r.fresh++
	r.queue.push(waiting{next.f + next.extra, next.hops, id})
	return true
}

// comesBackTo tells whether the walk of a state at the destination comes back to something, which is shunned, or minded, from now on.
func (s *Searcher) comesBackTo(r *ranking, at *state) bool {
	if at.parent < 0 {
		return false
	}
	begin := len(r.arcs)
	r.arcs, _ = r.steps.back(r.arcs, r.at(at.parent), r.at)
	arcs := r.arcs[begin:]
	r.arcs = r.arcs[:begin]
	if !s.mirror {
		slices.Reverse(arcs)
	}
	spot, realm, comes := s.comingBack(arcs, s.q.Once)
	switch {
	case comes && s.q.Once:
		r.room = s.shunOne(spot, realm) && r.room
	case comes:
		r.room = s.mindful.learn(s, arcs) && r.room
	}
	return comes
}

// surpassed tells whether a walk as good as that of a state has left less.
func (r *ranking) surpassed(id int32, at *state) bool {
	t := &r.states
	for id = t.kin[id].head; id >= 0; id = t.kin[id].next {
		if old := &t.list[id]; old != at && old.settled && old.been&^at.been == 0 && r.compareStates(old, at) <= 0 {
			return true
		}
	}
	return false
}

// compareStates orders two walks to one vertex by cost, then arcs, then as compareWalks.
func (r *ranking) compareStates(a, b *state) int {
	if order := cmp.Or(cmp.Compare(a.f, b.f), cmp.Compare(a.hops, b.hops)); order != 0 {
		return order
	}
	return r.compareWalks(a, b)
}

// shunPartly is shun for some of the walks that have been looked at, where no way was found; false where none of them comes back.
func (s *Searcher) shunPartly(r *ranking) (back bool) {
	const some = 32
	for i := range some {
		id := int32(len(r.states.list) * i / some)
		if r.states.list[id].vertex == r.sink {
			continue
		}
		begin := len(r.arcs)
		r.arcs, _ = r.steps.back(r.arcs, r.at(id), r.at)
		arcs := r.arcs[begin:]
		if !s.mirror {
			slices.Reverse(arcs)
		}
		if spot, realm, comes := s.comingBack(arcs, s.q.Once); comes && s.shunOne(spot, realm) {
			back = true
		}
	}
	return back
}

// shun adds what ways come back to, each the first thing that it does. It returns how many do, and whether there was room.
func (s *Searcher) shun(ways []Way) (back int, room bool) {
	room = true
	for i := range ways {
		if spot, realm, comes := s.comingBack(ways[i].Arcs, s.q.Once); comes {
			back++
			room = s.shunOne(spot, realm) && room
		}
	}
	return back, room
}

// shunOne adds a spot, or else a realm; false where there is no room.
func (s *Searcher) shunOne(spot, realm int32) bool {
	z := &s.shunned
	switch {
	case realm >= 0:
		if slices.Contains(z.realms, realm) {
			return true
		}
		if len(z.realms) == mostRealms {
			return false
		}
		s.mindful.age++
		z.realms = append(z.realms, realm)
	case !slices.Contains(z.spots, spot):
		if len(z.spots) == mostSpots {
			return false
		}
		s.addSpot(spot)
	}
	return true
}

// ComesBack tells whether arcs come back to a place or a realm that they have left, or meet a node twice.
func (s *Searcher) ComesBack(arcs []ArcID) bool {
	_, _, comes := s.comingBack(arcs, true)
	return comes
}

// comingBack tells what arcs come back to first: a spot, or else a realm, -1 for none.
func (s *Searcher) comingBack(arcs []ArcID, realms bool) (spot, realm int32, comes bool) {
	g := s.g
	from, to := g.From, g.To
	if s.mirror {
		from, to = to, from
	}
	again := s.meetsAgain(arcs, from, to)
	for i := 0; again && i < len(arcs); i++ {
		u, left := int32(to[arcs[i]]), false
		for j := i; j >= 0; j-- {
			v := int32(from[arcs[j]])
			here := s.places[v] == s.places[u]
			if left && here {
				return s.places[u], -1, true
			}
			if v == u {
				return ^u, -1, true
			}
			left = left || !here
		}
	}
	if !realms {
		return 0, -1, false
	}
	first, last := g.Realms[0], g.Realms[1]
	if s.mirror {
		first, last = last, first
	}
	realm, comes = s.realmAgain(arcs, first, last)
	return 0, realm, comes
}

// meetsAgain tells whether arcs, by the nodes that they lead from and to, come back to a place that they have left, or meet a node twice.
func (s *Searcher) meetsAgain(arcs []ArcID, from, to []NodeID) bool {
	if len(arcs) == 0 {
		return false
	}
	met := &s.met
	if met.look++; met.at == nil || met.look == 0 {
		met.at, met.look = make([]uint32, s.mostSpots()), 1
	}
	nodes, places := met.at[:s.g.N], met.at[s.g.N:]
	v := from[arcs[0]]
	here := s.places[v]
	nodes[v], places[here] = met.look, met.look
	for _, a := range arcs {
		u := to[a]
		if nodes[u] == met.look {
			return true
		}
		nodes[u] = met.look
		if p := s.places[u]; p != here {
			if places[p] == met.look {
				return true
			}
			places[p], here = met.look, p
		}
	}
	return false
}

// met marks what a look has met, by node, then by place.
type met struct {
	at   []uint32
	look uint32
}

// realmAgain is the first realm that arcs come back to, by the realms that they begin and end in.
func (s *Searcher) realmAgain(arcs []ArcID, first, last []int32) (realm int32, comes bool) {
	if first == nil {
		return -1, false
	}
	z := &s.shunned
	z.seen = z.seen[:0]
	for _, a := range arcs {
		for _, here := range [2]int32{first[a], last[a]} {
			if here < 0 {
				continue
			}
			if i := slices.Index(z.seen, here); i < 0 {
				z.seen = append(z.seen, here)
			} else if i < len(z.seen)-1 {
				return here, true
			}
		}
	}
	return -1, false
}

// cells number the pairs of a vertex and a mask that is not empty, after the vertices themselves.
type cells struct {
	first []cellSpan // by vertex: the last of its cells
	list  []cell
	base  int32 // vertices
	epoch uint32
}

type cell struct {
	mask  uint64
	extra [3]int64 // by which the mask raises the bounds of the vertex
	next  int32    // index into list of another cell of the same vertex; -1 for none
}

// cellSpan is the beginning of a list of cells; there is none unless epoch is that of the cells.
type cellSpan struct {
	first int32
	epoch uint32
}

func (c *cells) clear(vertices int) {
	c.list, c.base = c.list[:0], int32(vertices)
	for len(c.first) < vertices {
		c.first = append(c.first, cellSpan{})
	}
	if c.epoch++; c.epoch == 0 {
		clear(c.first)
		c.epoch = 1
	}
}

// of lists the cells of a vertex: the first of them, or -1.
func (c *cells) of(v int32) int32 {
	if c.first[v].epoch != c.epoch {
		return -1
	}
	return c.first[v].first
}

// cell is where the staircase of a vertex stands for labels of a mask; false where nothing leads on from there.
func (s *Searcher) cell(v int32, mask uint64) (int32, bool) {
	if mask == 0 {
		return v, true
	}
	f := &s.front
	c := &f.cells
	head := c.of(v)
	for i := head; i >= 0; i = c.list[i].next {
		if c.list[i].mask == mask {
			return c.base + i, true
		}
	}
	extra, ok := s.raise(v, mask)
	if !ok {
		return 0, false
	}
	id := int32(len(c.list))
	c.list = append(roomy(c.list), cell{mask, extra, head})
	c.first[v] = cellSpan{id, c.epoch}
	if int(c.base+id) >= len(f.stairs) {
		f.stairs = append(roomy(f.stairs), stairs{})
	}
	return c.base + id, true
}

// coveredApart tells whether a label is beaten at its vertex by one that has left nothing more.
func (f *frontier) coveredApart(v int32, mask uint64, p point) bool {
	if v == f.sink {
		return false
	}
	known := func(at *stairs) bool { return at.epoch == f.epoch && at.steps.covers(p) }
	if known(&f.stairs[v]) {
		return true
	}
	c := &f.cells
	for i := c.of(v); i >= 0; i = c.list[i].next {
		if c.list[i].mask&^mask == 0 && known(&f.stairs[c.base+i]) {
			return true
		}
	}
	return false
}
