package search

import "zhol/solver/network"

// The ids of search are those of the network.
type (
	NodeID = network.NodeID
	ArcID  = network.ArcID
)

// Graph is a directed multigraph. Build one with NewGraph.
type Graph struct {
	N        int        // nodes are 0 … N-1
	From, To []NodeID   // by ArcID
	Place    []int32    // by NodeID: nodes of one place share a number ≥ 0; -1 or nil: the node is a place of its own
	Alike    []int32    // by ArcID: arcs that do the same in the same place share a number from 0 to len(From)-1; nil: each is alone
	Realms   [2][]int32 // by ArcID: the realm that it begins in, and the one that it ends in; -1: none; nil where there are no realms
	outFirst []int32    // arcs leaving v are out[outFirst[v]:outFirst[v+1]]
	out      []ArcID
	inFirst  []int32
	in       []ArcID
	single   *chains // the arcs one by one
	short    *chains // what searches go by: see Shorten
	passed   []bool  // by NodeID: Shorten did not keep it; nil for none
	turned   *Graph  // with every arc turned round; nil where nobody has asked
	breath   *breath // of all that search here
}

// NewGraph joins n nodes by arcs from[a] to to[a]. It keeps both slices. Loops and parallel arcs are welcome.
func NewGraph(n int, from, to []NodeID) *Graph {
	g := &Graph{N: n, From: from, To: to, breath: &breath{func(int, bool) bool { return true }}}
	g.outFirst, g.out = gather(n, from)
	g.inFirst, g.in = gather(n, to)
	g.single = g.singles()
	g.short = g.single
	return g
}

// mirrored is the graph with every arc turned round. It shares the slices.
func (g *Graph) mirrored() *Graph {
	if g.turned != nil {
		return g.turned
	}
	m := *g
	m.From, m.To = g.To, g.From
	m.Realms[0], m.Realms[1] = g.Realms[1], g.Realms[0]
	m.outFirst, m.out, m.inFirst, m.in = g.inFirst, g.in, g.outFirst, g.out
	m.single = m.singles()
	m.short = m.single
	if g.short != g.single {
		m.short = g.short.mirrored(g.N)
	}
	g.turned = &m
	return &m
}

// breath is what is done between two pieces of a search's work, none longer than a tree or so many steps of a walk.
type breath struct {
	pause func(steps int, kept bool) (on bool)
}

// steps of a walk between two breaths, and how many of them an expansion of a front takes.
const (
	breathing = 256
	expanding = 4
)

// Breathe has all searches on the graph, and on that turned round, call pause between pieces of their work, with about how many steps of a
// walk one takes, and whether what it makes is kept, as a tree is. Once that is false they end as soon as they can, as at the end of a budget.
// Nothing may be asked of them meanwhile.
func (g *Graph) Breathe(pause func(steps int, kept bool) (on bool)) { g.breath.pause = pause }

// over tells whether searches are to end.
func (s *Searcher) over() bool { return !s.g.breath.pause(0, false) }

// gather lists the arcs by the node at one of their ends, in order of id at each node.
func gather(n int, end []NodeID) (first []int32, arcs []ArcID) {
	first = make([]int32, n+1)
	for _, v := range end {
		first[v+1]++
	}
	for v := range n {
		first[v+1] += first[v]
	}
	next := append([]int32(nil), first[:n]...)
	arcs = make([]ArcID, len(end))
	for a, v := range end {
		arcs[next[v]] = ArcID(a)
		next[v]++
	}
	return first, arcs
}

// Cost is what one arc, or a whole way, takes. All are sums of integers and never rounded on the way.
type Cost struct {
	Money   int64 // US cents
	Time    int64 // seconds
	Carbon  int64 // grams CO2e
	General int64 // generalised cost in millionths of a US dollar
}

// Weights is what the arcs of a Graph cost under one scenario, each slice indexed by ArcID.
type Weights struct {
	Money, Time, Carbon, General []int64  // never negative; meaningless where ClosedBy is not 0
	Gates                        []uint32 // gateways passed by the arc
	ClosedBy                     []uint64 // bit i: the scenario's i-th closure closes the arc; 0: open
	Needs                        []uint8  // bit i: passing the arc satisfies the question's i-th need; nil where there is none
}

// needs of an arc, as bits of Question.Need.
func (w *Weights) needs(a ArcID) uint8 {
	if w.Needs == nil {
		return 0
	}
	return w.Needs[a]
}

// Stub is a way onto or off the graph that belongs to one question: a haul by road from the pin to a yard.
type Stub struct {
	Node NodeID
	Cost
	Gates    uint32
	ClosedBy uint64
	Needs    uint8
}

// Question is what is asked of a Graph under a Weights.
type Question struct {
	From, To []Stub // ways on from the origin, ways off to the destination
	Direct   []Stub // ways from origin to destination beside the graph; Node is ignored
	Need     uint8  // every one of these bits must be collected on the way
	Once     bool   // no way may come back to a place or a realm that it has left, nor meet a node twice
	Warm     bool   // searches may begin with what was learnt from the last question: it changes an answer only where a budget is met
}

// Way is one answer: Question.From[Start], then Arcs, then Question.To[End]; or Question.Direct[Start] alone.
type Way struct {
	Start, End int
	Direct     bool
	Arcs       []ArcID
	Cost
	Gates uint32
}

// Out lists the arcs that leave v, in order. Do not write to it.
func (g *Graph) Out(v NodeID) []ArcID { return g.out[g.outFirst[v]:g.outFirst[v+1]] }
