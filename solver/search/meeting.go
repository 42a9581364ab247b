package search

import "github.com/yourbasic/graph"

// Meeting is the least cost by one criterion from the stubs of an origin to every node, by open ways that meet every bit
// of need; -1 where none does. The stubs and the arcs say what they meet.
func Meeting(g *Graph, w *Weights, c Criterion, from []Stub, need uint8) []int64 {
	m := &meeting{forward: forward{g: g, w: w, cost: c.weights(w), from: from, c: c}}
	m.needs.set(need)
	_, cost := graph.ShortestPaths(m, m.Order()-1)
	out := make([]int64, g.N)
	for v := range out {
		out[v] = cost[v*m.needs.levels+int(m.needs.full)]
	}
	return out
}

// meeting is the graph once for every set of needs met, with the origin as its last vertex.
type meeting struct {
	forward
	needs needs
}

var _ graph.Iterator = (*meeting)(nil)

// Order counts the vertices.
func (m *meeting) Order() int { return m.g.N*m.needs.levels + 1 }

// Visit calls do for every vertex that one open step leads to from v.
func (m *meeting) Visit(v int, do func(w int, c int64) (skip bool)) (aborted bool) {
	levels := m.needs.levels
	at := func(node NodeID, met uint8) int { return int(node)*levels + int(met) }
	if v == m.Order()-1 {
		for i := range m.from {
			if s := &m.from[i]; s.ClosedBy == 0 && do(at(s.Node, m.needs.pack[s.Needs]), m.c.Of(s.Cost)) {
				return true
			}
		}
		return false
	}
	node, met := v/levels, uint8(v%levels)
	for _, a := range m.g.out[m.g.outFirst[node]:m.g.outFirst[node+1]] {
		if m.w.ClosedBy[a] == 0 && do(at(m.g.To[a], met|m.needs.pack[m.w.needs(a)]), m.cost[a]) {
			return true
		}
	}
	return false
}
