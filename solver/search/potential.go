package search

import (
	"slices"

	"github.com/yourbasic/graph"
)

// unreachable is the potential of a vertex from which no way leads to the destination.
const unreachable = -1

// potentials are, by criterion, the exact least cost from every vertex to the destination. The last vertex is the
// destination itself.
type potentials struct {
	view     reversed
	known    [criteria]bool
	age      uint64 // rises when trees are forgotten
	cost     [criteria][]int64
	next     [criteria][]int // the vertex after, on a way that costs the least; -1 for none; not told by trees that are flat
	many     bool            // many trees are wanted, and none but costs of them: they are flat
	spare    [criteria][]int64
	flat     flat
	branches [criteria]branches // of trees that are flat
}

// reset forgets every tree and reads the costs of another scenario.
func (p *potentials) reset(g *Graph, w *Weights) {
	p.view.g, p.view.needs = g, nil
	p.known = [criteria]bool{}
	p.age++
	p.view.from, p.view.met = p.view.from[:0], p.view.met[:0]
	for _, a := range g.in {
		p.view.from = append(p.view.from, int(g.From[a]))
		p.view.met = append(p.view.met, w.needs(a))
	}
	for _, c := range AllCriteria {
		p.view.costs[c] = p.view.costs[c][:0]
		of := c.weights(w)
		for _, a := range g.in {
			cost := int64(closed)
			if w.ClosedBy[a] == 0 {
				cost = of[a]
			}
			p.view.costs[c] = append(p.view.costs[c], cost)
		}
	}
}

// ask sets the destination. Trees known for the same one are kept.
func (p *potentials) ask(to []Stub, n *needs, many bool) {
	if p.many != many {
		p.many, p.view.needs = many, nil
	}
	if p.view.needs != nil && p.view.need == n.need && slices.Equal(p.view.to, to) {
		return
	}
	p.view.needs, p.view.need = n, n.need
	p.view.to = append(p.view.to[:0], to...)
	p.known = [criteria]bool{}
	p.age++
}

// of the criterion, made now if it is not known.
func (p *potentials) of(c Criterion) []int64 {
	if p.known[c] {
		return p.cost[c]
	}
	p.known[c], p.view.criterion = true, c
	if p.many {
		p.spare[c] = p.flat.costs(&p.view, p.spare[c], &p.branches[c])
		p.cost[c] = p.spare[c]
	} else {
		p.next[c], p.cost[c] = graph.ShortestPaths(&p.view, p.view.Order()-1)
	}
	return p.cost[c]
}

// closed is the cost of an arc that the library is to ignore.
const closed = -1

// reversed is the product of the graph and the needs with every arc turned round, seen under one criterion.
type reversed struct {
	g         *Graph
	needs     *needs
	need      uint8
	to        []Stub
	criterion Criterion
	from      []int             // where the arc leaves, in the order of Graph.in
	met       []uint8           // what the arc meets, in that order
	costs     [criteria][]int64 // in that order; closed where the scenario closes the arc
}

var _ graph.Iterator = (*reversed)(nil)

// Order counts the vertices.
func (r *reversed) Order() int { return r.g.N*r.needs.levels + 1 }

// Visit calls do for every vertex from which one step leads to v.
func (r *reversed) Visit(v int, do func(w int, c int64) (skip bool)) (aborted bool) {
	if v == r.g.N*r.needs.levels {
		return r.visitEnds(do)
	}
	levels := r.needs.levels
	node, level := v/levels, uint8(v%levels)
	first, end := r.g.inFirst[node], r.g.inFirst[node+1]
	from, met, costs := r.from[first:end], r.met[first:end], r.costs[r.criterion][first:end]
	if levels == 1 {
		for i, u := range from {
			if do(u, costs[i]) {
				return true
			}
		}
		return false
	}
	for i, u := range from {
		if r.befores(u, r.needs.pack[met[i]], level, costs[i], do) {
			return true
		}
	}
	return false
}

// visitEnds calls do for every vertex from which a stub leads to the destination.
func (r *reversed) visitEnds(do func(w int, c int64) (skip bool)) (aborted bool) {
	for i := range r.to {
		stub, cost := &r.to[i], int64(closed)
		if stub.ClosedBy == 0 {
			cost = r.criterion.Of(stub.Cost)
		}
		if r.befores(int(stub.Node), r.needs.pack[stub.Needs], r.needs.full, cost, do) {
			return true
		}
	}
	return false
}

// befores calls do for every level of node from which meeting the needs met leads to the level after.
func (r *reversed) befores(node int, met, after uint8, cost int64, do func(w int, c int64) (skip bool)) (aborted bool) {
	if met&^after != 0 {
		return false
	}
	for already := met; ; already = (already - 1) & met {
		if do(node*r.needs.levels+int(after&^met|already), cost) {
			return true
		}
		if already == 0 {
			return false
		}
	}
}
