package search

import (
	"slices"

	"github.com/yourbasic/graph"
)

// unreachable is the potential of a vertex from which no way leads to the destination.
const unreachable = -1

// potentials are, by criterion, the exact least cost from every vertex to the destination. The last vertex is the
// destination itself. Vertices that searches pass by have none, but for those of whole.
type potentials struct {
	g        *Graph
	w        *Weights
	short    reversed // by steps, where searches pass by nodes
	view     reversed // by arcs
	passes   bool     // the one is to be used, not the other
	read     bool     // of view
	known    [criteria]bool
	wide     [criteria]bool // known of the vertices passed by as well
	age      uint64         // rises when trees are forgotten
	cost     [criteria][]int64
	next     [criteria][]int // the vertex after, on a way that costs the least; -1 for none; not told by trees that are flat
	many     bool            // many trees are wanted, and none but costs of them: they are flat
	spare    [criteria][]int64
	flat     flat
	branches [criteria]branches // of trees that are flat
}

// reset forgets every tree and reads the costs of another scenario.
func (p *potentials) reset(g *Graph, w *Weights, by *steps) {
	p.g, p.w, p.read = g, w, false
	p.passes = g.short != g.single && w.Needs == nil
	p.view.needs, p.short.needs = nil, nil
	p.view.nodes, p.short.nodes = g.N, g.N
	p.known = [criteria]bool{}
	p.age++
	if p.passes {
		p.short.readSteps(by, g.N)
	}
}

// arcs is the view by arcs, read now if it was not.
func (p *potentials) arcs() *reversed {
	if !p.read {
		p.read = true
		p.view.readArcs(p.g, p.w)
	}
	return &p.view
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
	p.short.needs, p.short.need, p.short.to = n, n.need, p.view.to
	p.known = [criteria]bool{}
	p.age++
}

// of the criterion, made now if it is not known.
func (p *potentials) of(c Criterion) []int64 {
	if p.known[c] {
		return p.cost[c]
	}
	p.g.breath.pause(p.view.Order(), true)
	p.known[c], p.wide[c] = true, p.many || !p.passes
	switch {
	case p.many:
		p.spare[c] = p.flat.costs(p.g, p.arcs().under(c), p.spare[c], &p.branches[c])
		p.cost[c] = p.spare[c]
	case p.passes:
		p.next[c], p.cost[c] = p.short.under(c).tree()
	default:
		p.next[c], p.cost[c] = p.arcs().under(c).tree()
	}
	return p.cost[c]
}

// whole is of, with the vertices that are passed by.
func (p *potentials) whole(c Criterion) []int64 {
	if cost := p.of(c); p.wide[c] {
		return cost
	}
	p.g.breath.pause(p.view.Order(), true)
	p.wide[c] = true
	_, p.cost[c] = p.arcs().under(c).tree()
	return p.cost[c]
}

// closed is the cost of an arc that the library is to ignore.
const closed = -1

// reversed is the product of the graph and the needs with every arc, or every open step, turned round, seen under one criterion.
type reversed struct {
	nodes     int
	needs     *needs
	need      uint8
	to        []Stub
	criterion Criterion
	first     []int32           // by node: from[first[v]:first[v+1]] lead to v
	from      []int             // where an arc or a step leaves; arcs in the order of Graph.in
	met       []uint8           // what it meets, in that order
	costs     [criteria][]int64 // in that order; closed where the scenario closes the arc
}

// readArcs has the view go by all arcs.
func (r *reversed) readArcs(g *Graph, w *Weights) {
	r.first = g.inFirst
	r.from, r.met = r.from[:0], r.met[:0]
	for _, a := range g.in {
		r.from = append(r.from, int(g.From[a]))
		r.met = append(r.met, w.needs(a))
	}
	for _, c := range AllCriteria {
		r.costs[c] = r.costs[c][:0]
		of := c.weights(w)
		for _, a := range g.in {
			cost := int64(closed)
			if w.ClosedBy[a] == 0 {
				cost = of[a]
			}
			r.costs[c] = append(r.costs[c], cost)
		}
	}
}

// readSteps has the view go by the steps that are open, which meet nothing.
func (r *reversed) readSteps(by *steps, nodes int) {
	r.first = append(r.first[:0], make([]int32, nodes+1)...)
	for i := range by.list {
		r.first[by.list[i].to+1]++
	}
	for v := range nodes {
		r.first[v+1] += r.first[v]
	}
	n := len(by.list)
	r.from, r.met = slices.Grow(r.from[:0], n)[:n], append(r.met[:0], make([]uint8, n)...)
	for _, c := range AllCriteria {
		r.costs[c] = slices.Grow(r.costs[c][:0], n)[:n]
	}
	next := slices.Clone(r.first)
	for v := range int32(nodes) {
		from := by.from(v)
		for i := range from {
			step := &from[i]
			at := next[step.to]
			next[step.to]++
			r.from[at] = int(v)
			for _, c := range AllCriteria {
				r.costs[c][at] = step.cost[c]
			}
		}
	}
}

// under a criterion.
func (r *reversed) under(c Criterion) *reversed {
	r.criterion = c
	return r
}

// tree is that of the destination.
func (r *reversed) tree() (next []int, cost []int64) {
	return graph.ShortestPaths(r, r.Order()-1)
}

var _ graph.Iterator = (*reversed)(nil)

// Order counts the vertices.
func (r *reversed) Order() int { return r.nodes*r.needs.levels + 1 }

// Visit calls do for every vertex from which one step leads to v.
func (r *reversed) Visit(v int, do func(w int, c int64) (skip bool)) (aborted bool) {
	if v == r.nodes*r.needs.levels {
		return r.visitEnds(do)
	}
	levels := r.needs.levels
	node, level := v/levels, uint8(v%levels)
	first, end := r.first[node], r.first[node+1]
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
