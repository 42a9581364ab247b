package search

import (
	"cmp"
	"slices"
)

// steps are the open chains of a Graph under one scenario, by the node they leave.
type steps struct {
	chains *chains
	list   []step
	first  []int32 // steps leaving v are list[first[v]:first[v+1]]
	onward []int32 // by node: see turning

	passages []passage // by chain
}

// step is an open chain with all that a search reads of it.
type step struct {
	to    int32
	chain int32
	gates uint32
	hops  uint16 // arcs
	needs uint8  // bits of Question.Need
	back  bool   // no way leads on but the one back: of use only where a stub of the destination stands at its end
	cost  vector
}

// make lists the chains that are open.
func (s *steps) make(nodes int, c *chains, w *Weights) {
	s.chains, s.list, s.first = c, s.list[:0], append(s.first[:0], 0)
	s.passages = slices.Grow(s.passages[:0], len(c.to))[:len(c.to)]
	clear(s.passages)
	for i := range c.to {
		for int32(len(s.first)) <= int32(c.from[i]) {
			s.first = append(s.first, int32(len(s.list)))
		}
		arcs := c.of(int32(i))
		one := step{to: int32(c.to[i]), chain: int32(i), hops: uint16(len(arcs))}
		var closed uint64
		for _, a := range arcs {
			closed |= w.ClosedBy[a]
			one.gates |= w.Gates[a]
			one.needs |= w.needs(a)
			one.cost[Money] += w.Money[a]
			one.cost[Time] += w.Time[a]
			one.cost[Carbon] += w.Carbon[a]
			one.cost[General] += w.General[a]
		}
		if closed == 0 {
			s.list = append(s.list, one)
		}
	}
	for len(s.first) <= nodes {
		s.first = append(s.first, int32(len(s.list)))
	}
}

// from lists the steps that leave a node.
func (s *steps) from(v int32) []step { return s.list[s.first[v]:s.first[v+1]] }

// turning finds the steps after which a way can only turn back.
func (s *steps) turning(nodes int) {
	const many, gated = -1, -2
	s.onward = s.onward[:0]
	for v := range int32(nodes) {
		only := int32(many)
		for i, step := range s.from(v) {
			switch {
			case step.gates != 0:
				only = gated
			case i == 0:
				only = step.to
			case step.to != only && only != gated:
				only = many
			}
		}
		s.onward = append(s.onward, only)
	}
	for v := range int32(nodes) {
		from := s.from(v)
		for i := range from {
			step := &from[i]
			step.back = step.gates == 0 && (s.onward[step.to] == v || s.first[step.to] == s.first[step.to+1])
		}
	}
}

// hop is the last step of a walk that a search knows.
type hop struct {
	parent int32 // the walk up to this step; -1 for the first
	by     int32 // the chain; the index of the stub for the first hop and at the destination
	vertex int32 // that it leads to
}

// size of a hop in arcs or stubs.
func (s *steps) size(h *hop, sink int32) int32 {
	if h.parent < 0 || h.vertex == sink {
		return 1
	}
	return s.chains.first[h.by+1] - s.chains.first[h.by]
}

// part of a hop: its stub, or one of its arcs.
func (s *steps) part(h *hop, sink, i int32) int32 {
	if h.parent < 0 || h.vertex == sink {
		return h.by
	}
	return int32(s.chains.arcs[s.chains.first[h.by]+i])
}

// compare orders two walks of the same number of arcs by the first stub or arc in which they differ, from the origin to the
// destination. The walks of a mirror begin at the destination.
func (s *steps) compare(x, y *hop, sink int32, mirror bool, at func(id int32) *hop) int {
	order := 0
	i, j := s.size(x, sink)-1, s.size(y, sink)-1
	for {
		if next := cmp.Compare(s.part(x, sink, i), s.part(y, sink, j)); next != 0 {
			if order = next; mirror {
				return order
			}
		}
		if i--; i < 0 {
			if x.parent < 0 {
				return order
			}
			x = at(x.parent)
			i = s.size(x, sink) - 1
		}
		if j--; j < 0 {
			if y.parent < 0 {
				return order
			}
			y = at(y.parent)
			j = s.size(y, sink) - 1
		}
		if x == y && i == j {
			return order
		}
	}
}

// back appends the arcs of a walk from its end to its beginning, and finds the stub it begins with.
func (s *steps) back(arcs []ArcID, h *hop, at func(id int32) *hop) (walk []ArcID, stub int) {
	for ; h.parent >= 0; h = at(h.parent) {
		chain := s.chains.of(h.by)
		for i := len(chain) - 1; i >= 0; i-- {
			arcs = append(roomy(arcs), chain[i])
		}
	}
	return arcs, int(h.by)
}
