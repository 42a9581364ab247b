package search

import "slices"

// Scout tells whether there is a way at all, in buffers of its own. It remembers what was reached from the last origin: one whose
// destination is dragged is searched once. The zero Scout is ready.
type Scout struct {
	g     *Graph
	w     *Weights
	need  uint8
	begun []int32 // vertices at which the last search began
	begin []int32 // scratch

	seen  []uint32 // by vertex: the turn in which it was reached
	turn  uint32
	todo  []int32
	needs needs
}

// Leads tells whether an open way meets every need of a question.
func (s *Scout) Leads(g *Graph, w *Weights, q *Question) bool {
	s.needs.set(q.Need)
	levels := int32(s.needs.levels)
	for i := range q.Direct {
		if q.Direct[i].ClosedBy == 0 && s.needs.pack[q.Direct[i].Needs] == s.needs.full {
			return true
		}
	}
	s.begin = s.begin[:0]
	for i := range q.From {
		if q.From[i].ClosedBy == 0 {
			s.begin = append(s.begin, int32(q.From[i].Node)*levels+int32(s.needs.pack[q.From[i].Needs]))
		}
	}
	if s.g != g || s.w != w || s.need != q.Need || !slices.Equal(s.begin, s.begun) {
		s.g, s.w, s.need, s.begin, s.begun = g, w, q.Need, s.begun, s.begin
		s.flood()
	}
	for i := range q.To {
		for level := range s.needs.levels {
			if q.To[i].ClosedBy == 0 && uint8(level)|s.needs.pack[q.To[i].Needs] == s.needs.full && s.seen[int32(q.To[i].Node)*levels+int32(level)] == s.turn {
				return true
			}
		}
	}
	return false
}

// flood reaches all that open ways lead to from where it begins.
func (s *Scout) flood() {
	g, w, levels := s.g, s.w, int32(s.needs.levels)
	if len(s.seen) < g.N*s.needs.levels {
		s.seen = make([]uint32, g.N*s.needs.levels)
	}
	if s.turn++; s.turn == 0 {
		clear(s.seen)
		s.turn = 1
	}
	s.todo = s.todo[:0]
	reach := func(v int32) {
		if s.seen[v] != s.turn {
			s.seen[v] = s.turn
			s.todo = append(s.todo, v)
		}
	}
	for _, v := range s.begun {
		reach(v)
	}
	for len(s.todo) > 0 {
		v := s.todo[len(s.todo)-1]
		s.todo = s.todo[:len(s.todo)-1]
		node, level := NodeID(v/levels), uint8(v%levels)
		for _, a := range g.Out(node) {
			if w.ClosedBy[a] == 0 {
				reach(int32(g.To[a])*levels + int32(level|s.needs.pack[w.needs(a)]))
			}
		}
	}
}
