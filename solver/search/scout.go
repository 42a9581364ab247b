package search

// Scout tells whether there is a way at all, in buffers of its own. The zero Scout is ready.
type Scout struct {
	seen  []uint32 // by vertex: the turn in which it was reached
	turn  uint32
	todo  []int32
	needs needs
}

// Leads tells whether an open way meets every need of a question.
func (s *Scout) Leads(g *Graph, w *Weights, q *Question) bool {
	s.needs.set(q.Need)
	levels := int32(s.needs.levels)
	if len(s.seen) < g.N*s.needs.levels {
		s.seen = make([]uint32, g.N*s.needs.levels)
	}
	if s.turn++; s.turn == 0 {
		clear(s.seen)
		s.turn = 1
	}
	s.todo = s.todo[:0]
	reach := func(node NodeID, level uint8) {
		if v := int32(node)*levels + int32(level); s.seen[v] != s.turn {
			s.seen[v] = s.turn
			s.todo = append(s.todo, v)
		}
	}
	for i := range q.Direct {
		if q.Direct[i].ClosedBy == 0 && s.needs.pack[q.Direct[i].Needs] == s.needs.full {
			return true
		}
	}
	for i := range q.From {
		if q.From[i].ClosedBy == 0 {
			reach(q.From[i].Node, s.needs.pack[q.From[i].Needs])
		}
	}
	for len(s.todo) > 0 {
		v := s.todo[len(s.todo)-1]
		s.todo = s.todo[:len(s.todo)-1]
		node, level := NodeID(v/levels), uint8(v%levels)
		for _, a := range g.Out(node) {
			if w.ClosedBy[a] == 0 {
				reach(g.To[a], level|s.needs.pack[w.needs(a)])
			}
		}
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
