package search

import (
	"cmp"
	"slices"
)

// BeginFill has Fill look for further ways from now on, none of which costs more than so many hundredths of the cheapest. It is not
// asked of a question that is Warm: under Question.Once it would use what the ones before it were bounded by.
func (s *Searcher) BeginFill(within int64) {
	s.shunNothing() // which ways are met depends on what walks are told apart by
	f := &s.filling
	s.potentials.wholly(General)
	s.rankShunning(&f.ranking, s.singles(), task{criterion: General, most: 2, within: within, budget: s.toTheEnd(), shunning: s.q.Once}) // the destination settles but once
	f.begin(s)
}

// Fill adds to a list further ways with gateways that it has already: single-via ways, each the cheapest that there is through
// some node, in order of cost. None shares more than so many hundredths of its cost with a way of the list or an earlier
// one, unless their gateways differ; and none comes back to a place that it has left, nor under Question.Once to anything. It
// returns the list with at most max ways in all; those added stand at its end. Put again, with a list that has all of those, it
// goes on after the last of them.
//
// What is shared is told by a Likeness, of the cheaper of the two. This is a choice of what to offer, and not
// complete: ways that no node tells apart are not found.
func (s *Searcher) Fill(list []Way, max int, share int64) []Way {
	f := &s.filling
	f.ways = append(f.ways[:0], list...)
	list = f.ways
	for ; f.next < len(f.order) && len(list) < max; f.next++ {
		if way, ok := s.through(f, f.order[f.next]); ok && f.differs(s, list, &way, share) {
			list = append(list, way)
		}
	}
	f.ways = list
	return list
}

// filling is the working memory of Fill. The states of its ranking are the cheapest walks to every vertex.
type filling struct {
	ranking
	order  []int32  // settled states in order of f
	next   int      // index into order of the first that has not been looked at
	tried  []uint32 // by vertex: epoch in which a way through it at the cost of going through it was spelled out
	turn   uint32
	ahead  []ArcID
	passed []int32 // vertices that ahead leads through
	seen   []int32

	likeness Likeness
}

// begin lists the settled states.
func (f *filling) begin(s *Searcher) {
	f.order, f.next, f.arcs = f.order[:0], 0, f.arcs[:0]
	for id := range f.states.list {
		if at := &f.states.list[id]; at.settled && at.vertex != s.sink() {
			f.order = append(f.order, int32(id))
		}
	}
	slices.SortFunc(f.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(f.states.list[a].f, f.states.list[b].f), cmp.Compare(a, b))
	})
	if len(f.tried) <= int(s.sink()) {
		f.tried = make([]uint32, s.sink()+1)
	}
	if f.turn++; f.turn == 0 {
		clear(f.tried)
		f.turn = 1
	}
}

// through spells out the cheapest way on from a state; false where an earlier one went through its vertex, or where it comes back to
// what it may not. What it passes it passes at the same cost, and is tried with it.
func (s *Searcher) through(f *filling, id int32) (Way, bool) {
	via := &f.states.list[id]
	if f.tried[via.vertex] == f.turn {
		return Way{}, false
	}
	end, ok := s.follow(f, via)
	if !ok {
		return Way{}, false
	}
	begin := len(f.arcs)
	for i := len(f.ahead) - 1; i >= 0; i-- {
		f.arcs = append(f.arcs, f.ahead[i])
	}
	start := 0
	f.arcs, start = f.steps.back(f.arcs, &via.hop, f.at)
	if s.comesBack(f, f.arcs[begin:]) {
		f.arcs = f.arcs[:begin]
		return Way{}, false
	}
	way := s.way(start, end, f.arcs, begin)
	if s.q.Once && s.ComesBack(way.Arcs) {
		return Way{}, false
	}
	for _, v := range f.passed {
		f.tried[v] = f.turn
	}
	return way, true
}

// follow follows the potentials from a state to the destination, and tells by which stub it gets there.
func (s *Searcher) follow(f *filling, via *state) (end int, ok bool) {
	h := s.potentials.wholly(General)
	levels := int32(s.needs.levels)
	f.ahead, f.passed = f.ahead[:0], f.passed[:0]
	for v := via.vertex; len(f.ahead) <= len(h); {
		f.passed = append(f.passed, v)
		node, level := v/levels, uint8(v%levels)
		for i := s.endFirst[node]; i != 0; i = s.endNext[i-1] {
			stub := &s.q.To[i-1]
			if level|s.needs.pack[stub.Needs] == s.needs.full && stub.General == h[v] {
				return int(i - 1), true
			}
		}
		next := int32(-1)
		for _, step := range s.single.from(node) {
			u := step.to*levels + int32(level|s.needs.pack[step.needs])
			if h[u] != unreachable && step.cost[General]+h[u] == h[v] {
				f.ahead = append(f.ahead, s.single.chains.of(step.chain)[0])
				next = u
				break
			}
		}
		if next < 0 {
			return 0, false
		}
		v = next
	}
	return 0, false // round and round by arcs that cost nothing
}

// comesBack tells whether arcs, listed from last to first, come back to a place that they have left, or to a node.
func (s *Searcher) comesBack(f *filling, back []ArcID) bool {
	f.seen = f.seen[:0]
	for i := len(back) - 1; i >= 0; i-- {
		from, to := s.g.From[back[i]], s.g.To[back[i]]
		if i == len(back)-1 {
			f.seen = append(f.seen, s.places[from])
		}
		if p := s.places[to]; p != f.seen[len(f.seen)-1] {
			if slices.Contains(f.seen, p) {
				return true
			}
			f.seen = append(f.seen, p)
		} else if slices.ContainsFunc(back[i:], func(a ArcID) bool { return s.g.From[a] == to }) {
			return true
		}
	}
	return false
}

// differs tells whether a way has the gateways of one in the list, and shares little with all that have them.
func (f *filling) differs(s *Searcher, list []Way, way *Way, share int64) bool {
	from, to := s.q.From, s.q.To
	if s.mirror {
		from, to = to, from
	}
	held := false
	for i := range list {
		if list[i].Gates != way.Gates {
			continue
		}
		if !held {
			f.likeness.Hold(s.g, s.w.General, from, to, way)
			held = true
		}
		if f.likeness.Beyond(share, &list[i]) {
			return false
		}
	}
	return held
}
