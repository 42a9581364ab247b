package main

import (
	"math"

	yourbasic "github.com/yourbasic/graph"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"zhol/solver"
	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

// flat is the network under a view as the search takes it.
func flat(net *solver.Network, view *tariff.View) (*search.Graph, *search.Weights) {
	from, to := make([]network.NodeID, len(net.Arcs)), make([]network.NodeID, len(net.Arcs))
	gates := make([]uint32, len(net.Arcs))
	for i := range net.Arcs {
		a := &net.Arcs[i]
		from[i], to[i], gates[i] = a.From, a.To, uint32(a.Gateways)
	}
	g := search.NewGraph(len(net.Nodes), from, to)
	g.Place = make([]int32, len(net.Nodes))
	for i := range net.Nodes {
		g.Place[i] = int32(net.Nodes[i].Place)
	}
	g.Shorten(
		func(v search.NodeID) bool { return net.Nodes[v].Layer == network.Yard },
		func(a search.ArcID) bool { return gates[a] != 0 },
	)
	return g, &search.Weights{Money: view.Money, Time: view.Time, Carbon: view.Carbon, General: view.General, Gates: gates, ClosedBy: view.ClosedBy}
}

// arcsOut is the network as yourbasic/graph walks it, under the generalised cost.
type arcsOut struct {
	net  *solver.Network
	cost []int64
}

func (g arcsOut) Order() int { return len(g.net.Nodes) }

func (g arcsOut) Visit(v int, do func(w int, c int64) bool) bool {
	for _, a := range g.net.Out(network.NodeID(v)) {
		if do(int(g.net.Arcs[a].To), g.cost[a]) {
			return true
		}
	}
	return false
}

var _ yourbasic.Iterator = arcsOut{}

// trees makes one tree of shortest ways from each of many terminals, and finds one way from each to another.
func (b *bench) trees() (tree, path float64) {
	b.dice = seed
	var took, one []float64
	for range pairs {
		from, to := b.pair()
		yard, _ := b.net.YardOf(from)
		end, _ := b.net.YardOf(to)
		took = append(took, clock(func() { yourbasic.ShortestPaths(arcsOut{b.net, b.view.General}, int(yard)) }))
		one = append(one, clock(func() { yourbasic.ShortestPath(arcsOut{b.net, b.view.General}, int(yard), int(end)) }))
	}
	return median(took), median(one)
}

// gonum is asked for the ten cheapest loopless paths, and for one tree. Its graphs hold no parallel arcs, so the cheapest of
// each bundle stands for all: a smaller task than ours. It returns what each pair took, and the median for a tree.
func (b *bench) gonum(times int) (took []float64, dijkstra float64) {
	g := simple.NewWeightedDirectedGraph(0, math.Inf(1))
	for i := range b.net.Nodes {
		g.AddNode(simple.Node(i))
	}
	for i := range b.net.Arcs {
		a := &b.net.Arcs[i]
		cost := float64(b.view.General[i])
		if w, ok := g.Weight(int64(a.From), int64(a.To)); a.From != a.To && (!ok || cost < w) {
			g.SetWeightedEdge(g.NewWeightedEdge(simple.Node(a.From), simple.Node(a.To), cost))
		}
	}
	var trees []float64
	for _, trip := range b.trips()[:times] {
		start, _ := b.net.YardOf(trip[0])
		end, _ := b.net.YardOf(trip[1])
		took = append(took, clock(func() {
			path.YenKShortestPaths(g, listed, math.Inf(1), simple.Node(start), simple.Node(end))
		}))
		trees = append(trees, clock(func() { path.DijkstraFrom(simple.Node(start), g) }))
	}
	return took, median(trees)
}

// sea asks for the shortest way by water between two deep-sea ports, with no land leg.
func (b *bench) sea() (float64, []port) {
	out, in := map[network.PlaceID]network.NodeID{}, map[network.PlaceID]network.NodeID{}
	for i, n := range b.net.Nodes {
		switch n.Layer {
		case network.QuayOut:
			out[n.Place] = network.NodeID(i)
		case network.QuayIn:
			in[n.Place] = network.NodeID(i)
		}
	}
	var ports []network.PlaceID
	for i := range b.net.Places {
		if _, ok := out[network.PlaceID(i)]; ok {
			ports = append(ports, network.PlaceID(i))
		}
	}
	length := make([]int64, len(b.net.Arcs))
	shut := make([]uint64, len(b.net.Arcs))
	for i := range b.net.Arcs {
		length[i] = int64(b.net.Arcs[i].Length)
		if b.net.Arcs[i].Kind != network.Sea {
			shut[i] = 1
		}
	}
	w := *b.weights
	w.Money, w.ClosedBy = length, shut
	s := search.NewSearcher(search.NewGraph(b.graph.N, b.graph.From, b.graph.To)) // whole: quays are ends
	s.Reset(&w)
	b.dice = seed
	var took []float64
	var found []port
	for len(took) < seaPairs && len(ports) > 1 {
		p, q := ports[b.dice.roll(len(ports))], ports[b.dice.roll(len(ports))]
		if p == q {
			continue
		}
		var way search.Way
		var ok bool
		took = append(took, clock(func() {
			s.Ask(search.Question{From: []search.Stub{{Node: out[p]}}, To: []search.Stub{{Node: in[q]}}})
			way, ok = s.Best(search.Money)
		}))
		if ok {
			from, to := b.net.Places[p].At, b.net.Places[q].At
			found = append(found, port{[2]float64{from.Lon, from.Lat}, [2]float64{to.Lon, to.Lat}, network.Metres(way.Money).Km()})
		}
	}
	return median(took), found
}
