package search

import "github.com/yourbasic/graph"

// Tree is the least cost by one criterion from the stubs of an origin to every node of a graph, and the way there.
type Tree struct {
	g    *Graph
	Cost []int64 // by NodeID; unreachable nodes have -1
	last []ArcID // the arc by which a node is reached; none where it is a stub's
	stub []int32 // the stub that a node's way begins with
}

// none stands for no arc.
const none = -1

// NewTree grows the tree of open arcs from open stubs.
func NewTree(g *Graph, w *Weights, c Criterion, from []Stub) *Tree {
	f := &forward{g: g, w: w, cost: c.weights(w), from: from, c: c}
	parent, cost := graph.ShortestPaths(f, g.N)
	t := &Tree{g: g, Cost: cost[:g.N], last: make([]ArcID, g.N), stub: make([]int32, g.N)}
	for v := range g.N {
		t.last[v], t.stub[v] = none, none
		if cost[v] < 0 {
			continue
		}
		if p := parent[v]; p == g.N {
			t.stub[v] = f.stubOf(NodeID(v), cost[v])
		} else {
			t.last[v] = f.arcOf(p, NodeID(v), cost[v]-cost[p])
		}
	}
	return t
}

// Way is the arcs that lead to a node, in order, and the stub that they begin with; false if none does.
func (t *Tree) Way(to NodeID) (arcs []ArcID, stub int, ok bool) {
	if t.Cost[to] < 0 {
		return nil, 0, false
	}
	v := to
	for t.last[v] != none {
		arcs = append(arcs, t.last[v])
		v = t.g.From[t.last[v]]
	}
	for i, j := 0, len(arcs)-1; i < j; i, j = i+1, j-1 {
		arcs[i], arcs[j] = arcs[j], arcs[i]
	}
	return arcs, int(t.stub[v]), true
}

// forward is the graph as it is, with the origin as its last vertex, seen under one criterion.
type forward struct {
	g    *Graph
	w    *Weights
	cost []int64
	from []Stub
	c    Criterion
}

var _ graph.Iterator = (*forward)(nil)

// Order counts the vertices.
func (f *forward) Order() int { return f.g.N + 1 }

// Visit calls do for every vertex that one open step leads to from v.
func (f *forward) Visit(v int, do func(w int, c int64) (skip bool)) (aborted bool) {
	if v == f.g.N {
		for i := range f.from {
			if s := &f.from[i]; s.ClosedBy == 0 && do(int(s.Node), f.c.Of(s.Cost)) {
				return true
			}
		}
		return false
	}
	for _, a := range f.g.out[f.g.outFirst[v]:f.g.outFirst[v+1]] {
		if f.w.ClosedBy[a] == 0 && do(int(f.g.To[a]), f.cost[a]) {
			return true
		}
	}
	return false
}

// stubOf is the first open stub that leads to a node at a cost.
func (f *forward) stubOf(v NodeID, cost int64) int32 {
	for i := range f.from {
		if s := &f.from[i]; s.ClosedBy == 0 && s.Node == v && f.c.Of(s.Cost) == cost {
			return int32(i)
		}
	}
	return none
}

// arcOf is the first open arc from u to v at a cost.
func (f *forward) arcOf(u int, v NodeID, cost int64) ArcID {
	for _, a := range f.g.out[f.g.outFirst[u]:f.g.outFirst[u+1]] {
		if f.w.ClosedBy[a] == 0 && f.g.To[a] == v && f.cost[a] == cost {
			return a
		}
	}
	return none
}
