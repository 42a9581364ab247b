package main

import (
	yourbasic "github.com/yourbasic/graph"

	"zhol/solver/network"
	"zhol/solver/search"
)

// grown is what a search takes on copies of the real network, medians in milliseconds.
type grown struct {
	Copies int     `json:"copies"`
	Nodes  int     `json:"nodes"`
	Arcs   int     `json:"arcs"`
	Tree   float64 `json:"tree"`  // one tree by yourbasic/graph
	Fresh  float64 `json:"fresh"` // the list of ten, its tree included
	List   float64 `json:"list"`  // the list of ten, the origin moved there from another place: the tree is kept
	Front  float64 `json:"front"` // the front, its trees kept
	Whole  int     `json:"whole"` // lists of those asked for that were searched to their end
	Asked  int     `json:"asked"`
}

// growLimit lets every list be searched to its end, however many copies there are; in states.
const growLimit = 5_000_000

// growth asks for lists between random terminals on 1, 10 and 100 copies of the network.
func (b *bench) growth() []grown {
	var out []grown
	for _, g := range []struct{ copies, pairs int }{{1, 60}, {10, 30}, {100, 10}} {
		out = append(out, b.grow(g.copies, g.pairs))
	}
	return out
}

// grow joins copies of the network into a chain: every seaport to the same port of the next copy, at the cost of an average
// voyage. A way from end to end is as many times as long.
func (b *bench) grow(copies, pairs int) grown {
	n, m := len(b.net.Nodes), len(b.net.Arcs)
	var from, to []search.NodeID
	var place []int32
	w := &search.Weights{}
	put := func(v, u int, c search.Cost, gates uint32) {
		from, to = append(from, search.NodeID(v)), append(to, search.NodeID(u))
		w.Money, w.Time, w.Carbon, w.General = append(w.Money, c.Money), append(w.Time, c.Time), append(w.Carbon, c.Carbon), append(w.General, c.General)
		w.Gates, w.ClosedBy = append(w.Gates, gates), append(w.ClosedBy, 0)
	}
	cost := func(a int) search.Cost {
		return search.Cost{Money: b.view.Money[a], Time: b.view.Time[a], Carbon: b.view.Carbon[a], General: b.view.General[a]}
	}
	var voyage search.Cost
	voyages := int64(0)
	for a := range b.net.Arcs {
		if b.net.Arcs[a].Kind == network.Sea {
			c := cost(a)
			voyage.Money, voyage.Time, voyage.Carbon, voyage.General = voyage.Money+c.Money, voyage.Time+c.Time, voyage.Carbon+c.Carbon, voyage.General+c.General
			voyages++
		}
	}
	voyage = search.Cost{Money: voyage.Money / voyages, Time: voyage.Time / voyages, Carbon: voyage.Carbon / voyages, General: voyage.General / voyages}
	for i := range copies {
		for a := range m {
			arc := &b.net.Arcs[a]
			put(int(arc.From)+i*n, int(arc.To)+i*n, cost(a), b.weights.Gates[a])
		}
		for v := range b.net.Nodes {
			p := b.net.Nodes[v].Place
			if p == network.None {
				place = append(place, -1)
				continue
			}
			place = append(place, int32(int(p)+i*len(b.net.Places)))
			if i > 0 && b.net.Nodes[v].Layer == network.Yard && b.net.Places[p].Roles.Has(network.Seaport) {
				put(v+(i-1)*n, v+i*n, voyage, 0)
				put(v+i*n, v+(i-1)*n, voyage, 0)
			}
		}
	}
	g := search.NewGraph(n*copies, from, to)
	g.Place = place
	g.Shorten(
		func(v search.NodeID) bool { return b.net.Nodes[int(v)%n].Layer == network.Yard },
		func(a search.ArcID) bool { return w.Gates[a] != 0 },
	)
	s := search.NewSearcher(g)
	s.Reset(w)
	b.dice = seed
	stub := func(p network.PlaceID) []search.Stub {
		out := b.stub(p)
		out[0].Node += search.NodeID(n * b.dice.roll(copies))
		return out
	}
	out := grown{Copies: copies, Nodes: n * copies, Arcs: len(from), Asked: pairs}
	var trees, fresh, lists, fronts []float64
	plain := arcsOf{n * copies, g, w.General}
	for range pairs {
		p, q := b.pair()
		ask := search.Question{From: stub(p), To: stub(q), Warm: true}
		trees = append(trees, clock(func() { yourbasic.ShortestPaths(plain, int(ask.To[0].Node)) }))
		fresh = append(fresh, clock(func() { s.Ask(ask).RankedWithin(listed, listWithin, growLimit) }))
		r, _ := b.pair()
		s.Reset(w)
		s.Ask(search.Question{From: stub(r), To: ask.To, Warm: true}).RankedWithin(listed, listWithin, growLimit)
		lists = append(lists, clock(func() {
			if _, whole := s.Ask(ask).RankedWithin(listed, listWithin, growLimit); whole {
				out.Whole++
			}
		}))
		s.Front(1)
		fronts = append(fronts, clock(func() { s.Front(frontLimit) }))
	}
	out.Tree, out.Fresh, out.List, out.Front = median(trees), median(fresh), median(lists), median(fronts)
	return out
}

// arcsOf is a graph of the search as yourbasic/graph walks it.
type arcsOf struct {
	order int
	g     *search.Graph
	cost  []int64
}

func (g arcsOf) Order() int { return g.order }

func (g arcsOf) Visit(v int, do func(w int, c int64) bool) bool {
	for _, a := range g.g.Out(search.NodeID(v)) {
		if do(int(g.g.To[a]), g.cost[a]) {
			return true
		}
	}
	return false
}
