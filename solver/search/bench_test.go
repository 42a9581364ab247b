package search

import (
	"math/rand/v2"
	"testing"
	"time"

	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
)

// bigWorld is of the size of the real network: 1,000 nodes on a plane, 6,000 arcs between neighbours, sea in the south,
// rail elsewhere, some road, gateways at lines across it, and rates by mode and country.
func bigWorld(seed uint64) world {
	const nodes, arcs, gateways = 1000, 6000, 20
	r := rand.New(rand.NewPCG(seed, 10))
	type spot struct{ x, y int64 }
	at := make([]spot, nodes)
	for v := range at {
		// The first twenty lie west, the last twenty east.
		x := int64(r.IntN(10_000))
		switch {
		case v < 20:
			x = int64(r.IntN(500))
		case v >= nodes-20:
			x = 9_500 + int64(r.IntN(500))
		}
		at[v] = spot{x, int64(r.IntN(4_000))}
	}
	w := &Weights{Gates: make([]uint32, arcs), ClosedBy: make([]uint64, arcs)}
	from, to := make([]NodeID, arcs), make([]NodeID, arcs)
	gateway := func(a, b spot) (set uint32) {
		for line := range int64(5) { // five frontiers, each with four gateways along it
			if x := 1_500 + 1_700*line; a.x < x != (b.x < x) {
				set |= 1 << (4*line + (a.y+b.y)/2*4/4_000)
			}
		}
		return set
	}
	for a := range arcs {
		v := r.IntN(nodes)
		u, least := v, int64(1)<<40
		for range 60 { // the nearest of some, so that most arcs are short
			other := r.IntN(nodes)
			dx, dy := at[v].x-at[other].x, at[v].y-at[other].y
			if d := dx*dx + dy*dy; other != v && d < least {
				u, least = other, d
			}
		}
		km := int64(1)
		for km*km < least {
			km++
		}
		mode, country := 0, at[v].x/1000 // rail
		switch {
		case r.IntN(40) == 0:
			mode = 2 // road
		case at[v].y < 1_500:
			mode = 1 // sea
		}
		rate := func(base int64) int64 { return km * base * (90 + country*7%20) }
		money := rate([...]int64{25, 18, 70}[mode])
		seconds := rate([...]int64{120, 160, 60}[mode])
		grams := rate([...]int64{300, 150, 900}[mode])
		from[a], to[a] = NodeID(v), NodeID(u)
		w.Money, w.Time, w.Carbon = append(w.Money, money), append(w.Time, seconds), append(w.Carbon, grams)
		w.General = append(w.General, money*10_000+seconds*500+grams*100)
		w.Gates[a] = gateway(at[v], at[u])
	}
	q := Question{}
	for i := range 3 {
		q.From = append(q.From, Stub{Node: NodeID(i), Cost: Cost{int64(i) * 900, 3600, 5000, 9_000_000}})
		q.To = append(q.To, Stub{Node: NodeID(nodes - 1 - i), Cost: Cost{int64(i) * 900, 3600, 5000, 9_000_000}})
	}
	return world{seed: seed, g: NewGraph(nodes, from, to), w: w, q: q}
}

func BenchmarkFront(b *testing.B) {
	w := bigWorld(1)
	s := w.searcher()
	ways, complete := s.Front(plenty)
	for b.Loop() {
		s.Front(plenty)
	}
	b.ReportMetric(float64(len(ways)), "ways")
	if !complete {
		b.Fatal("not complete")
	}
}

func BenchmarkRanked(b *testing.B) {
	w := bigWorld(1)
	s := w.searcher()
	ways, complete := s.Ranked(10, plenty)
	for b.Loop() {
		s.Ranked(10, plenty)
	}
	b.ReportMetric(float64(len(ways)), "ways")
	b.ReportMetric(float64(len(s.ranked.states.list)), "states")
	if !complete {
		b.Fatal("not complete")
	}
}

// BenchmarkDragOrigin moves the origin; the trees stay.
func BenchmarkDragOrigin(b *testing.B) { benchmarkDrag(b, true) }

// BenchmarkDragDestination moves the destination.
func BenchmarkDragDestination(b *testing.B) { benchmarkDrag(b, false) }

func benchmarkDrag(b *testing.B, origin bool) {
	w := bigWorld(1)
	s := w.searcher()
	for i := 0; b.Loop(); i++ {
		for k := range 3 {
			if origin {
				w.q.From[k].Node, w.q.From[k].Money = NodeID((i/10+k)%20), int64(i%50)
			} else {
				w.q.To[k].Node, w.q.To[k].Money = NodeID(999-(i/10+k)%20), int64(i%50)
			}
		}
		s.Ask(w.q).Front(plenty)
		s.Ranked(10, plenty)
	}
}

// BenchmarkTree is one tree over all arcs, and tells how many times as long as that yourbasic takes over the same view.
func BenchmarkTree(b *testing.B) {
	p := &bigWorld(1).searcher().potentials
	view := p.arcs()
	for b.Loop() {
		p.cost[Money] = p.flat.costs(view, p.cost[Money], &p.whole)
	}
	ours := b.Elapsed().Seconds() / float64(b.N)
	begin := time.Now()
	const rounds = 50
	for range rounds {
		view.tree()
	}
	b.ReportMetric(time.Since(begin).Seconds()/rounds/ours, "times-ours")
}

// BenchmarkYen has gonum look for ten paths on the same graph, and tells how many times as long as ours that takes: front
// and list together, trees included.
func BenchmarkYen(b *testing.B) {
	w := bigWorld(1)
	g := simple.NewWeightedDirectedGraph(0, 0)
	for a := range w.g.From {
		v, u, cost := int64(w.g.From[a]), int64(w.g.To[a]), float64(w.w.General[a])
		if old := g.WeightedEdge(v, u); v != u && (old == nil || cost < old.Weight()) {
			g.SetWeightedEdge(g.NewWeightedEdge(simple.Node(v), simple.Node(u), cost))
		}
	}
	begin := time.Now()
	const rounds = 50
	s := NewSearcher(w.g)
	for range rounds {
		s.Reset(w.w)
		s.Ask(w.q).Front(plenty)
		s.Ranked(10, plenty)
	}
	ours := time.Since(begin).Seconds() / rounds
	for b.Loop() {
		path.YenKShortestPaths(g, 10, -1, simple.Node(0), simple.Node(999))
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/ours, "times-ours")
}
