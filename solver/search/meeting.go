package search

import (
	"slices"

	"github.com/yourbasic/graph"
)

// Met is the least cost by one criterion from the stubs of an origin to every node, by open ways that meet every bit of need, and the way there.
type Met struct {
	Cost   []int64 // by NodeID; -1 where no way leads that meets all
	graph  *meeting
	cost   []int64 // by vertex of that
	parent []int
}

// Meeting finds that. The stubs and the arcs say what they meet. A way may come back to what it has left.
func Meeting(g *Graph, w *Weights, c Criterion, from []Stub, need uint8) *Met {
	m := &meeting{forward: forward{g: g, w: w, cost: c.weights(w), from: from, c: c}}
	m.needs.set(need)
	t := &Met{Cost: make([]int64, g.N), graph: m}
	t.parent, t.cost = graph.ShortestPaths(m, m.Order()-1)
	for v := range t.Cost {
		t.Cost[v] = t.cost[m.at(NodeID(v), m.needs.full)]
	}
	return t
}

// Way is the arcs that lead to a node, in order; none where no way does, or a stub alone.
func (t *Met) Way(to NodeID) (arcs []ArcID) {
	m := t.graph
	levels := m.needs.levels
	for v := m.at(to, m.needs.full); t.cost[v] >= 0 && t.parent[v] != m.Order()-1; v = t.parent[v] {
		p := t.parent[v]
		for _, a := range m.g.Out(NodeID(p / levels)) {
			if m.w.ClosedBy[a] == 0 && m.at(m.g.To[a], uint8(p%levels)|m.needs.pack[m.w.needs(a)]) == v && m.cost[a] == t.cost[v]-t.cost[p] {
				arcs = append(arcs, a)
				break
			}
		}
	}
	slices.Reverse(arcs)
	return arcs
}

// meeting is the graph once for every set of needs met, with the origin as its last vertex.
type meeting struct {
	forward
	needs needs
}

var _ graph.Iterator = (*meeting)(nil)

// Order counts the vertices.
func (m *meeting) Order() int { return m.g.N*m.needs.levels + 1 }

// at is the vertex that stands for a node at a level of needs.
func (m *meeting) at(node NodeID, level uint8) int { return int(node)*m.needs.levels + int(level) }

// Visit calls do for every vertex that one open step leads to from v.
func (m *meeting) Visit(v int, do func(w int, c int64) (skip bool)) (aborted bool) {
	levels := m.needs.levels
	if v == m.Order()-1 {
		for i := range m.from {
			if s := &m.from[i]; s.ClosedBy == 0 && do(m.at(s.Node, m.needs.pack[s.Needs]), m.c.Of(s.Cost)) {
				return true
			}
		}
		return false
	}
	node, met := v/levels, uint8(v%levels)
	for _, a := range m.g.out[m.g.outFirst[node]:m.g.outFirst[node+1]] {
		if m.w.ClosedBy[a] == 0 && do(m.at(m.g.To[a], met|m.needs.pack[m.w.needs(a)]), m.cost[a]) {
			return true
		}
	}
	return false
}
