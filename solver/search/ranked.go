package search

import (
	"cmp"
	"slices"
)

// Ranked is the cheapest way, by General, of each set of gateways, the cheapest first, and at most max of them. Each
// is proved: no way that passes exactly the same gateways costs less, and no set left out has a cheaper way.
//
// Ties go to fewer arcs, then to the smaller index of stub, arcs and stub in the order in which they are met.
//
// No way comes back to a place that it has left. To stay in one place by several arcs is one visit, unless a node is met twice.
// Where something is needed, and ways may come back, they may do so for a need alone: a set is left out where its cheapest
// walk comes back to a place without having met a need in between.
//
// The search ends when budget states are known. If that was too few, complete is false: the ways returned are right
// and in order, and none that costs less than the last of them is left out; of those that cost as much, some may be.
func (s *Searcher) Ranked(max, budget int) (ways []Way, complete bool) {
	return s.RankedWithin(max, anyCost, budget)
}

// RankedWithin is Ranked, of so many ways at most, without the ways that cost more than so many hundredths, 100 at least, of the
// cheapest of them; where something is needed, and ways may come back, of the cheapest of all.
func (s *Searcher) RankedWithin(most int, hundredths int64, budget int) (ways []Way, complete bool) {
	if hundredths != anyCost {
		hundredths = max(100, hundredths)
	}
	ways, complete, _ = s.rankShunning(&s.ranked, s.steps(), task{criterion: General, look: ^uint32(0), most: most, within: hundredths, budget: budget, shunning: s.q.Once || s.needs.levels == 1})
	return ways, complete
}

// Best is the way that costs least by the criterion, ties as in Ranked; false if there is none, or none that does not come back
// was found within mostOnce states.
func (s *Searcher) Best(c Criterion) (Way, bool) {
	way, found, _ := s.BestSurely(c)
	return way, found
}

// BestSurely is Best, and whether it was searched for to the end: where nothing was found and complete is false, there may be one.
func (s *Searcher) BestSurely(c Criterion) (way Way, found, complete bool) {
	ways, complete, _ := s.rankShunning(&s.best, s.steps(), task{criterion: c, most: 1, budget: s.toTheEnd(), shunning: s.q.Once})
	if len(ways) == 0 {
		return Way{}, false, complete
	}
	return ways[0], true, complete
}

// task is what a ranking is to find.
type task struct {
	criterion Criterion
	look      uint32 // the gateways that it takes notice of
	most      int    // ways
	within    int64  // hundredths of the cheapest of all; or anyCost
	budget    int    // states
	shunning  bool   // walks do not come back to what is shunned, or minded, and ways not at all
}

// anyCost bounds nothing.
const anyCost = 0

// ranking is the working memory of Ranked, and another that of Best.
type ranking struct {
	queue   queue
	states  stateTable
	done    []int32    // states at the destination, in the order in which they were settled
	back    int        // states settled there whose walk comes back to what was not shunned
	room    bool       // for all that those come back to
	turns   int        // states gone on from
	fresh   int        // states not settled whose walk up to their parent is free of loops
	dearest int64      // f of what is taken notice of
	latest  []settling // by vertex
	steps   *steps
	task
	rest    []int64 // potentials by the criterion
	further shelf[further]
	atMost  []int64   // by vertex: further lists every step that adds this much or less
	met     []further // scratch of further
	keys    []int64   // likewise
	bounded bool      // by apart
	apart   restsApart
	ceiling ceiling
	made    madeFor // what further was made for
	sink    int32
	mirror  bool // walks lead from the destination to the origin
	ways    []Way
	arcs    []ArcID
	trace   []stop // scratch of loopsAnew
}

// settling remembers the last gateway set settled at a vertex, which is the one most often come back to.
type settling struct {
	gates uint32
	epoch uint32 // of the stateTable
}

// rank is A* over (vertex, gateways passed) with exact potentials. Gateways outside of look are taken no notice of, and
// neither are loops where it looks at none: the walk it then finds meets no node twice for nothing. It returns the number of
// states as well.
func (s *Searcher) rank(r *ranking, by *steps, do task) (ways []Way, complete bool, states int) {
	r.clear(int(s.sink()) + 1)
	r.task = do
	r.steps, r.sink, r.mirror = by, s.sink(), s.mirror
	r.rest = s.potentials.of(do.criterion)
	if now := (madeFor{do.criterion, s.potentials.age}); r.made != now {
		r.made = now
		r.further.clear(int(r.sink) + 1)
		r.atMost = slices.Grow(r.atMost[:0], int(r.sink)+1)[:r.sink+1]
	}
	s.rankRoots(r)
	if do.within != anyCost && !do.shunning && !r.queue.empty() {
		r.dearest = hundredthsOf(r.queue.least(), do.within)
	}
	complete = true
	for r.fresh > 0 && !r.queue.empty() {
		e := r.queue.pop()
		at := &r.states.list[e.id]
		if at.settled || at.f+at.extra != e.f || at.hops != e.hops {
			continue // overtaken
		}
		if e.f > r.dearest {
			break
		}
		if len(r.done) >= do.most {
			if last := &r.states.list[r.done[len(r.done)-1]]; e.f != last.f || at.hops != last.hops {
				break
			}
		}
		if !at.loops {
			r.fresh--
			at.loops = do.look != 0 && !do.shunning && (s.loops(r, at) || at.vertex == r.sink && s.loopsAnew(r, at))
		}
		at.settled = true
		switch {
		case !do.shunning:
			r.latest[at.vertex] = settling{at.gates, r.states.epoch}
		case r.surpassed(e.id, at):
			continue
		}
		if at.vertex == r.sink {
			switch {
			case do.shunning && do.look != 0 && s.comesBackTo(r, at):
				if r.back++; r.back == do.most {
					return s.rankWays(r), true, len(r.states.list)
				}
			case !at.loops:
				r.done = append(r.done, e.id)
			}
			if do.within != anyCost && do.shunning && len(r.done) == 1 {
				r.dearest = min(r.dearest, hundredthsOf(at.f, do.within))
			}
			continue
		}
		r.turns++
		if len(r.states.list) > do.budget || r.turns%breathing == 0 && !s.g.breath.pause(breathing, false) {
			complete = false
			break
		}
		s.expand(r, e.id)
	}
	slices.SortFunc(r.done, r.compare)
	r.done = r.done[:min(len(r.done), do.most)]
	return s.rankWays(r), complete, len(r.states.list)
}

func hundredthsOf(x, hundredths int64) int64 { return x/100*hundredths + x%100*hundredths/100 }

// expand goes on from a settled state by every step and stub.
func (s *Searcher) expand(r *ranking, id int32) {
	at := r.states.list[id] // the list may move
	next := state{hop: hop{parent: id}, loops: at.loops, been: at.been}
	further, promises := s.further(r, at.vertex, r.dearest-at.f), s.promises(r)
	for i := range further {
		step := &further[i]
		next.f = at.f + step.more
		if next.f > r.dearest {
			break // as all that follow
		}
		next.vertex, next.by, next.hops, next.gates = step.to, step.by, at.hops+step.hops, at.gates|step.gates&r.look
		if !r.shunning {
			s.reach(r, &next)
			continue
		}
		if next.been, next.extra = 0, 0; step.to != r.sink {
			ok := true
			if next.been, ok = s.along(r.steps, at.been, step.by); !ok {
				continue
			}
			if r.bounded {
				if next.extra, ok = s.more(&r.apart, step.to, next.been, r.rest[step.to]); !ok || next.f+next.extra > r.dearest {
					continue
				}
			}
		}
		if !s.reachApart(r, &next) || !promises || i == 0 { // the first adds nothing: it goes on along the way already promised
			continue
		}
		if !step.told {
			s.foretell(r, at.vertex, step)
		}
		if step.begins {
			s.promised(r, &next, next.gates|step.whole)
		}
	}
}

// madeFor tells one set of lists from another.
type madeFor struct {
	criterion Criterion
	trees     uint64
}

func (r *ranking) clear(vertices int) {
	r.queue.clear()
	r.dearest = r.ceiling.cost
	r.states.clear()
	r.done, r.ways, r.arcs, r.fresh, r.back, r.room = r.done[:0], r.ways[:0], r.arcs[:0], 0, 0, true
	if len(r.latest) < vertices || r.states.epoch == 1 { // at 1 the epochs have begun anew
		r.latest = make([]settling, vertices)
	}
}

// rankRoots begins at every stub of the origin.
func (s *Searcher) rankRoots(r *ranking) {
	root := func(i int, stub *Stub, vertex int32) {
		first := state{hop: hop{-1, int32(i), vertex}, gates: stub.Gates & r.look, f: r.criterion.Of(stub.Cost) + r.rest[vertex]}
		switch {
		case !r.shunning:
			s.reach(r, &first)
		case !s.reachApart(r, &first) || !s.promises(r):
		case vertex == r.sink:
			s.promised(r, &first, first.gates)
		default:
			if end := s.cheapestOn(r, vertex); !end.round {
				s.promised(r, &first, first.gates|end.gates)
			}
		}
	}
	for i := range s.q.Direct {
		stub := &s.q.Direct[i]
		if stub.ClosedBy == 0 && s.needs.pack[stub.Needs] == s.needs.full {
			root(i, stub, s.sink())
		}
	}
	for i := range s.q.From {
		stub := &s.q.From[i]
		u := int32(stub.Node)*int32(s.needs.levels) + int32(s.needs.pack[stub.Needs])
		if stub.ClosedBy == 0 && r.rest[u] != unreachable {
			root(i, stub, u)
		}
	}
}

// reach notes a walk, unless a better one to the same state is known. Where a ranking shuns, reachApart takes its place.
func (s *Searcher) reach(r *ranking, next *state) {
	if r.latest[next.vertex] == (settling{next.gates, r.states.epoch}) {
		return
	}
	id, known := r.states.find(next.vertex, next.gates)
	if known {
		old := &r.states.list[id]
		order := cmp.Or(cmp.Compare(next.f, old.f), cmp.Compare(next.hops, old.hops))
		if old.settled || order > 0 || order == 0 && r.compareWalks(next, old) >= 0 {
			return
		}
		if !old.loops {
			r.fresh--
		}
		*old = *next
		if !next.loops {
			r.fresh++
		}
		if order == 0 {
			return // waits in the heap already
		}
	} else {
		r.states.list = append(roomy(r.states.list), *next)
		if !next.loops {
			r.fresh++
		}
	}
	r.queue.push(waiting{next.f, next.hops, id})
}

// compare orders settled states of the destination by cost, then arcs, then their ids.
func (r *ranking) compare(a, b int32) int {
	x, y := &r.states.list[a], &r.states.list[b]
	if order := cmp.Or(cmp.Compare(x.f, y.f), cmp.Compare(x.hops, y.hops)); order != 0 {
		return order
	}
	return r.compareWalks(x, y)
}

// at gives the hop of a state.
func (r *ranking) at(id int32) *hop { return &r.states.list[id].hop }

// compareWalks orders two walks of the same number of arcs by the first stub or arc in which they differ, from the origin
// to the destination.
func (r *ranking) compareWalks(x, y *state) int {
	return r.steps.compare(&x.hop, &y.hop, r.sink, r.mirror, r.at)
}

// loops tells whether the last step of a walk, free of loops so far, comes back to a place that it has left or to a
// node. It notes the places.
func (s *Searcher) loops(r *ranking, at *state) bool {
	if at.vertex == s.sink() || s.mirror && s.needs.levels > 1 { // see loopsAnew
		return false
	}
	levels := int32(s.needs.levels)
	node, level := at.vertex/levels, at.vertex%levels
	last := r.steps.size(&at.hop, r.sink) - 1
	for i := range last {
		if s.returns(r, at, i, int32(s.g.To[r.steps.part(&at.hop, r.sink, i)]), level) {
			return true
		}
	}
	return s.returns(r, at, last, node, level)
}

// returns tells whether the i-th arc of the last step of a walk comes back to a place that it has left or to a node, namely
// the node that it leads to.
func (s *Searcher) returns(r *ranking, at *state, i, node, level int32) bool {
	place, levels := s.places[node], int32(s.needs.levels)
	const odd = 0x9e3779b1 // 2^32 over the golden ratio
	bit := uint64(1) << (uint32(place) * odd >> 26)
	if at.been&bit == 0 { // a place never seen
		at.been |= bit
		return false
	}
	stays, left, first := false, false, true
	for was := at; ; {
		var before int32 // the node before
		beforeLevel := level
		switch i--; {
		case i >= 0: // amid a chain, where there are no needs
			before = int32(s.g.To[r.steps.part(&was.hop, r.sink, i)])
		case was.parent < 0:
			return false
		default:
			was = &r.states.list[was.parent]
			before, beforeLevel = was.vertex/levels, was.vertex%levels
			i = r.steps.size(&was.hop, r.sink) - 1
		}
		here := s.places[before] == place
		if first {
			stays, first = here, false
		}
		left = left || !here
		if stays && left {
			return false // or the walk would have looped before
		}
		if beforeLevel == level && (before == node || here && left) {
			return true
		}
	}
}

// loopsAnew tells whether a whole walk of a mirror loops, where things are needed: a loop may be there for the need it meets,
// and which part of a walk was the first to meet it can be told only from the origin on.
func (s *Searcher) loopsAnew(r *ranking, at *state) bool {
	if !s.mirror || s.needs.levels == 1 || at.parent < 0 {
		return false
	}
	levels, level := int32(s.needs.levels), s.needs.pack[s.q.To[at.by].Needs]
	r.trace = r.trace[:0]
	for id := at.parent; id >= 0; {
		here := &r.states.list[id]
		r.trace = append(r.trace, stop{here.vertex / levels, level})
		if id = here.parent; id < 0 {
			break
		}
		for i := r.steps.size(&here.hop, r.sink) - 1; i >= 0; i-- {
			a := r.steps.part(&here.hop, r.sink, i)
			level |= s.needs.pack[s.w.needs(ArcID(a))]
			if i > 0 {
				r.trace = append(r.trace, stop{int32(s.g.From[a]), level})
			}
		}
	}
	for i, a := range r.trace {
		left := false
		for _, b := range r.trace[i+1:] {
			here := s.places[a.node] == s.places[b.node]
			left = left || !here
			if a.level == b.level && (a.node == b.node || left && here) {
				return true
			}
		}
	}
	return false
}

// stop is a node of a walk, and the needs met before it.
type stop struct {
	node  int32
	level uint8
}

// rankWays spells out the states that reached the destination.
func (s *Searcher) rankWays(r *ranking) []Way {
	for _, id := range r.done {
		last := r.at(id)
		if last.parent < 0 {
			r.ways = append(r.ways, s.direct(int(last.by)))
			continue
		}
		begin, start := len(r.arcs), 0
		r.arcs, start = r.steps.back(r.arcs, r.at(last.parent), r.at)
		r.ways = append(r.ways, s.way(start, int(last.by), r.arcs, begin))
	}
	return r.ways
}
