package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// onward is a step worth taking from a vertex, or a stub that leads to the destination, by what it adds to the least that a
// whole way can cost: none of the three is negative.
type onward struct {
	to   int32 // vertex
	by   int32 // chain, or index of the stub
	hops int32
	more [3]int64 // in the order of frontier.lead
}

// shelf keeps lists by vertex. They are made when first asked for and forgotten all at once, so that a drag, which looks at
// few vertices, makes few.
type shelf[T any] struct {
	spans []span
	all   []T
	epoch uint32
}

// span is a list on a shelf; it is none unless epoch is the shelf's.
type span struct {
	begin, end int32
	epoch      uint32
}

// clear forgets every list.
func (s *shelf[T]) clear(vertices int) {
	s.all = s.all[:0]
	for len(s.spans) < vertices {
		s.spans = append(s.spans, span{})
	}
	if s.epoch++; s.epoch == 0 {
		clear(s.spans)
		s.epoch = 1
	}
}

// of a vertex, its list; false where none has been made.
func (s *shelf[T]) of(v int32) ([]T, bool) {
	at := &s.spans[v]
	return s.all[at.begin:at.end], at.epoch == s.epoch
}

// put makes what was appended to all since begin the list of a vertex.
func (s *shelf[T]) put(v int32, begin int) []T {
	s.spans[v] = span{int32(begin), int32(len(s.all)), s.epoch}
	return s.all[begin:]
}

// onward lists the steps that may lead from a vertex to a part of the front. A step is left out if even the least that a
// way by it can cost is beaten by a way that is known from this vertex on, one of the cheapest by each criterion: whatever
// way came to this vertex, the other way on beats all that go by this step.
func (s *Searcher) onward(v int32) []onward {
	f := &s.front
	if list, known := f.onward.of(v); known {
		return list
	}
	begin := len(f.onward.all)
	here, known := &f.bounds[v], [3]*[3]int64{}
	if !s.q.Once { // or the other way on may lead back
		for k := range known {
			known[k] = s.known(k, v)
		}
	}
	s.eachStep(s.steps(), v, func(u, by, hops int32, gates uint32, cost *vector) {
		there := &f.bounds[u]
		if there[0] == unreachable {
			return
		}
		o := onward{to: u, by: by, hops: hops}
		for i, c := range f.lead {
			o.more[i] = cost[c&3] + there[i] - here[i]
		}
		for _, way := range known {
			if way != nil && beaten(way, &o.more) {
				return
			}
		}
		f.onward.all = append(roomy(f.onward.all), o)
	})
	return f.onward.put(v, begin)
}

// beaten tells whether a is no more than b in any of the three, and less in one.
func beaten(a, b *[3]int64) bool {
	return a[0] <= b[0] && a[1] <= b[1] && a[2] <= b[2] && *a != *b
}

// eachStep calls do for every step that leads on from a vertex, and for every stub that leads from it to the destination.
func (s *Searcher) eachStep(by *steps, v int32, do func(u, by, hops int32, gates uint32, cost *vector)) {
	levels := int32(s.needs.levels)
	node, level := v/levels, uint8(v%levels)
	from := by.from(node)
	for i := range from {
		step := &from[i]
		if step.back && s.endFirst[step.to] == 0 {
			continue
		}
		do(step.to*levels+int32(level|s.needs.pack[step.needs]), step.chain, int32(step.hops), step.gates, &step.cost)
	}
	for i := s.endFirst[node]; i != 0; i = s.endNext[i-1] {
		stub := &s.q.To[i-1]
		if level|s.needs.pack[stub.Needs] == s.needs.full {
			s.ending = stub.Cost.vector()
			do(s.sink(), i-1, 1, stub.Gates, &s.ending)
		}
	}
}

// known is by how much the cheapest way from a vertex by the k-th leading criterion exceeds the least that a way can cost, in
// all three. It is worked out along the whole of that way, once.
func (s *Searcher) known(k int, v int32) *[3]int64 {
	f := &s.front
	of, next := f.known[k], s.potentials.by[f.lead[k]].next
	f.trail = f.trail[:0]
	for u := v; of[u][k] == unreachable; u = next[u] {
		f.trail = append(f.trail, u)
	}
	for i := len(f.trail) - 1; i >= 0; i-- {
		u := f.trail[i]
		w := next[u]
		cost := s.between(u, w, f.lead[k])
		for j, c := range f.lead {
			of[u][j] = cost[c&3] + f.bounds[w][j] + of[w][j] - f.bounds[u][j]
		}
	}
	return &of[v]
}

// forgetKnown makes room for what is known of so many vertices, the last of them the destination.
func (f *frontier) forgetKnown(vertices int) {
	for k := range f.known {
		of := slices.Grow(f.known[k][:0], vertices)[:vertices]
		for v := range of {
			of[v][k] = unreachable // not worked out yet
		}
		of[vertices-1] = [3]int64{}
		f.known[k] = of
	}
}

// between is what the step from one vertex to the next of the tree by a criterion costs.
func (s *Searcher) between(v, w int32, c Criterion) vector {
	h := s.potentials.of(c)
	levels := int32(s.needs.levels)
	node, level := v/levels, uint8(v%levels)
	if w == s.sink() {
		for i := s.endFirst[node]; i != 0; i = s.endNext[i-1] {
			stub := &s.q.To[i-1]
			if level|s.needs.pack[stub.Needs] == s.needs.full && c.Of(stub.Cost) == h[v] {
				return stub.Cost.vector()
			}
		}
		panic("search: no stub is as short as the tree says")
	}
	from := s.steps().from(node)
	for i := range from {
		step := &from[i]
		if step.to*levels+int32(level|s.needs.pack[step.needs]) == w && step.cost[c&3] == h[v]-h[w] {
			return step.cost
		}
	}
	panic("search: no step is as short as the tree says")
}

// further is a step of a ranking, by what it adds to the least that a whole way can cost.
type further struct {
	to    int32 // vertex
	by    int32 // chain, or index of the stub
	hops  int32
	gates uint32
	more  int64 // never negative

	told   bool   // what follows is known: see Searcher.foretell
	begins bool   // a way that the walk before was not the beginning of
	whole  uint32 // gateways of the step and of the cheapest way on from there
}

// further lists the steps that lead on from a vertex and add no more than that, and some that do, those that add least first, and of
// those that add the same the one met first.
func (s *Searcher) further(r *ranking, v int32, atMost int64) []further {
	if list, known := r.further.of(v); known && atMost <= r.atMost[v] {
		return list
	}
	if atMost > 1<<61 {
		atMost = 1<<63 - 1
	} else {
		atMost *= 2 // another question is to find them here as well, and none has them listed anew often
	}
	r.atMost[v] = atMost
	met, most := r.met[:0], int64(0)
	s.eachStep(r.steps, v, func(u, by, hops int32, gates uint32, cost *vector) {
		if r.rest[u] == unreachable {
			return
		}
		if more := cost[r.criterion&3] + r.rest[u] - r.rest[v]; more <= atMost {
			met, most = append(roomy(met), further{to: u, by: by, hops: hops, gates: gates, more: more}), max(most, more)
		}
	})
	r.met = met
	all, begin := r.further.all, len(r.further.all)
	if cap(all)-begin < len(met) {
		all = slices.Grow(all, max(begin, len(met)))
	}
	// What is to be compared in one word is soon in order.
	width := bits.Len(uint(len(met)))
	if bits.Len64(uint64(most))+width > 63 {
		slices.SortStableFunc(met, func(a, b further) int { return cmp.Compare(a.more, b.more) })
		all = append(all, met...)
	} else {
		keys := slices.Grow(r.keys[:0], len(met))
		for i := range met {
			keys = append(keys, met[i].more<<width|int64(i))
		}
		slices.Sort(keys)
		for _, key := range keys {
			all = append(all, met[key&(1<<width-1)])
		}
		r.keys = keys
	}
	r.further.all = all
	return r.further.put(v, begin)
}
