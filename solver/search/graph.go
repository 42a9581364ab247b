// Package search finds which ways are best: exact potentials, the Pareto front, alternatives ranked by gateway, and
// the cut that blocks every way. It knows nothing of trains or ships: arcs carry integers and sets of bits.
//
// A Graph is immutable once built and shared by every search on it. Go cannot enforce this: nothing may write to its
// slices. A Weights belongs to one scenario and is immutable in the same way.
package search

import "zhol/solver/network"

// The ids of search are those of the network.
type (
	NodeID = network.NodeID
	ArcID  = network.ArcID
)

// Graph is a directed multigraph. Build one with NewGraph.
type Graph struct {
	N        int      // nodes are 0 … N-1
	From, To []NodeID // by ArcID
	outFirst []int32  // arcs leaving v are out[outFirst[v]:outFirst[v+1]]
	out      []ArcID
	inFirst  []int32
	in       []ArcID
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
}

// Way is one answer: Question.From[Start], then Arcs, then Question.To[End]; or Question.Direct[Start] alone.
type Way struct {
	Start, End int
	Direct     bool
	Arcs       []ArcID
	Cost
	Gates uint32
}
