package search

import (
	"math/bits"

	"github.com/yourbasic/graph"
)

// escape seeks ways that respect some of the hurdles of a question and break as few of the other closures as can be.
type escape struct {
	g       *Graph
	w       *Weights
	q       Question
	respect hurdles
	needs   needs // those to be respected
}

func newEscape(g *Graph, w *Weights, q Question) *escape { return &escape{g: g, w: w, q: q} }

// Absent is the bit of ClosedBy for what is not there at all: the cut neither goes by it nor names it.
const Absent = 1 << 63

// find tells which hurdles are broken by a way that breaks none of respect.
func (e *escape) find(respect hurdles) (broken hurdles, found bool) {
	e.respect = respect
	e.needs.set(respect.needs)
	path, cost := graph.ShortestPath(e, e.source(), e.sink())
	if cost < 0 {
		return hurdles{}, false
	}
	broken.needs = e.q.Need
	for i := range len(path) - 1 {
		closures, met := e.between(path[i], path[i+1])
		broken.closures |= closures
		broken.needs &^= met
	}
	return broken, true
}

// every hurdle of the question.
func (e *escape) every() hurdles {
	all := hurdles{needs: e.q.Need}
	for _, by := range e.w.ClosedBy {
		all.closures |= by
	}
	for _, stubs := range [][]Stub{e.q.From, e.q.To, e.q.Direct} {
		for i := range stubs {
			all.closures |= stubs[i].ClosedBy
		}
	}
	all.closures &^= Absent
	return all
}

// between is what the cheapest step between two vertices breaks and meets.
func (e *escape) between(v, u int) (closures uint64, met uint8) {
	least := int64(closed)
	e.visit(v, func(w int, cost int64, by uint64, needs uint8) {
		if w == u && cost >= 0 && (least < 0 || cost < least) {
			least, closures, met = cost, by, needs
		}
	})
	return closures, met
}

var _ graph.Iterator = (*escape)(nil)

// Order counts the vertices: nodes by needs met, the origin and the destination.
func (e *escape) Order() int { return e.g.N*e.needs.levels + 2 }

func (e *escape) source() int { return e.g.N * e.needs.levels }

func (e *escape) sink() int { return e.source() + 1 }

// Visit calls do for every vertex to which a step leads from v, with the number of closures that the step breaks.
func (e *escape) Visit(v int, do func(w int, c int64) (skip bool)) (aborted bool) {
	e.visit(v, func(w int, cost int64, _ uint64, _ uint8) { aborted = aborted || do(w, cost) })
	return aborted
}

// visit tells of each step also what it breaks and meets.
func (e *escape) visit(v int, do func(w int, cost int64, by uint64, met uint8)) {
	step := func(node NodeID, level uint8, by uint64, met uint8) {
		cost := int64(bits.OnesCount64(by))
		if by&(e.respect.closures|Absent) != 0 {
			cost = closed
		}
		level |= e.needs.pack[met]
		switch {
		case node != away:
			do(int(node)*e.needs.levels+int(level), cost, by, met)
		case level == e.needs.full:
			do(e.sink(), cost, by, met)
		}
	}
	switch v {
	case e.sink():
	case e.source():
		for i := range e.q.Direct {
			step(away, 0, e.q.Direct[i].ClosedBy, e.q.Direct[i].Needs)
		}
		for i := range e.q.From {
			step(e.q.From[i].Node, 0, e.q.From[i].ClosedBy, e.q.From[i].Needs)
		}
	default:
		node, level := NodeID(v/e.needs.levels), uint8(v%e.needs.levels)
		for _, a := range e.g.out[e.g.outFirst[node]:e.g.outFirst[node+1]] {
			step(e.g.To[a], level, e.w.ClosedBy[a], e.w.needs(a))
		}
		for i := range e.q.To {
			if e.q.To[i].Node == node {
				step(away, level, e.q.To[i].ClosedBy, e.q.To[i].Needs)
			}
		}
	}
}

// away is where a stub leads that leaves the graph.
const away NodeID = -1
