package search

import "slices"

// unreachable is the potential of a vertex from which no way leads to the destination.
const unreachable = -1

// potentials are, by criterion, the exact least cost from every vertex to the destination. The last vertex is the
// destination itself. Vertices that searches pass by have none, until wholly is asked.
type potentials struct {
	g      *Graph
	w      *Weights
	short  reversed // by steps, where searches pass by nodes
	view   reversed // by arcs
	passes bool     // the one may be used, not the other
	read   bool     // of view
	known  [criteria]bool
	wide   [criteria]bool // known of the vertices passed by as well
	age    uint64         // rises when trees are forgotten
	cost   [criteria][]int64
	by     [criteria]branches
	whole  branches // scratch of wholly
	apart  bool     // trees without this and that are wanted, which are made of those by arcs
	flat   flat
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
func (p *potentials) ask(to []Stub, n *needs, apart bool) {
	if p.apart != apart {
		p.apart, p.view.needs = apart, nil
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
	view := &p.short
	p.known[c], p.wide[c] = true, p.apart || !p.passes
	if p.wide[c] {
		view = p.arcs()
	}
	p.cost[c] = p.flat.costs(view.under(c), p.cost[c], &p.by[c])
	return p.cost[c]
}

// wholly is of, with the vertices that are passed by.
func (p *potentials) wholly(c Criterion) []int64 {
	if cost := p.of(c); p.wide[c] {
		return cost
	}
	p.g.breath.pause(p.view.Order(), true)
	p.wide[c] = true
	p.cost[c] = p.flat.costs(p.arcs().under(c), p.cost[c], &p.whole)
	return p.cost[c]
}

// closed is the cost of an arc that is to be passed over; yourbasic/graph, which trees are tested against, does so as well.
const closed = -1

// reversed is the product of the graph and the needs with every arc, or every open step, turned round, seen under one criterion.
type reversed struct {
	nodes     int
	needs     *needs
	need      uint8
	to        []Stub
	criterion Criterion
	first     []int32           // by node: from[first[v]:first[v+1]] lead to v
	from      []int32           // where an arc or a step leaves; arcs in the order of Graph.in
	met       []uint8           // what it meets, in that order
	costs     [criteria][]int64 // in that order; closed where the scenario closes the arc
}

// readArcs has the view go by all arcs.
func (r *reversed) readArcs(g *Graph, w *Weights) {
	r.first = g.inFirst
	r.from, r.met = r.from[:0], r.met[:0]
	for _, a := range g.in {
		r.from = append(r.from, int32(g.From[a]))
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
			r.from[at] = v
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

// Order counts the vertices.
func (r *reversed) Order() int { return r.nodes*r.needs.levels + 1 }
