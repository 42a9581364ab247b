package search

import (
	"math/rand/v2"
	"slices"
)

// world is a small random graph with a scenario and a question.
type world struct {
	seed     uint64
	g        *Graph
	w        *Weights
	q        Question
	closures int
}

// sizes of a random world.
type sizes struct{ nodes, arcs, gates, closures, needs, top int }

// little worlds can be enumerated walk by walk.
var little = sizes{nodes: 6, arcs: 13, gates: 4, closures: 4, needs: 2, top: 7}

// randomWorld is the same for the same seed on any machine. It has loops, parallel arcs, arcs that cost nothing,
// ends that cannot be reached, closed stubs and direct ways, each in some of the worlds.
func randomWorld(seed uint64, size sizes) world {
	r := rand.New(rand.NewPCG(seed, 7))
	n, m := 1+r.IntN(size.nodes), r.IntN(size.arcs+1)
	from, to := make([]NodeID, m), make([]NodeID, m)
	w := &Weights{Gates: make([]uint32, m), ClosedBy: make([]uint64, m)}
	closures, needs := r.IntN(size.closures+1), r.IntN(size.needs+1)
	if needs > 0 {
		w.Needs = make([]uint8, m)
	}
	often := 1 + r.IntN(6) // a closure closes one arc in so many
	cost := func() Cost {
		return Cost{int64(r.IntN(size.top)), int64(r.IntN(size.top)), int64(r.IntN(size.top)), int64(r.IntN(size.top))}
	}
	by := func() (set uint64) {
		for i := range closures {
			if r.IntN(often*4) == 0 {
				set |= 1 << i
			}
		}
		return set
	}
	bit := func(count, often int) int {
		if count == 0 || r.IntN(often) != 0 {
			return 0
		}
		return 1 << r.IntN(count)
	}
	// The bits of needs are spread, to tell them from levels; bit 6 is one that no question asks for.
	met := func() uint8 {
		if r.IntN(3) != 0 {
			return 0
		}
		return [...]uint8{64, 2, 16, 2 | 16 | 64}[r.IntN(1<<needs)]
	}
	for a := range m {
		from[a], to[a] = NodeID(r.IntN(n)), NodeID(r.IntN(n))
		c := cost()
		w.Money, w.Time = append(w.Money, c.Money), append(w.Time, c.Time)
		w.Carbon, w.General = append(w.Carbon, c.Carbon), append(w.General, c.General)
		w.Gates[a] = uint32(bit(size.gates, 2))
		w.ClosedBy[a] = by()
		if needs > 0 {
			w.Needs[a] = met()
		}
	}
	g := NewGraph(n, from, to)
	if r.IntN(2) == 0 {
		g.Place = make([]int32, n)
		for v := range g.Place {
			g.Place[v] = int32(r.IntN(n)) - 1
		}
	}
	stubs := func(count int) (out []Stub) {
		for range count {
			stub := Stub{Node: NodeID(r.IntN(n)), Cost: cost(), Gates: uint32(bit(size.gates, 4)), ClosedBy: by()}
			if needs > 0 && r.IntN(3) == 0 {
				stub.Needs = met()
			}
			out = append(out, stub)
		}
		return out
	}
	q := Question{From: stubs(1 + r.IntN(2)), To: stubs(1 + r.IntN(2)), Direct: stubs(r.IntN(5) / 4)}
	q.Need = [...]uint8{0, 2, 2 | 16}[needs]
	if r.IntN(3) > 0 {
		kept := make([]bool, n) // Shorten asks more than once
		for v := range kept {
			stands := func(s Stub) bool { return s.Node == NodeID(v) }
			kept[v] = slices.ContainsFunc(q.From, stands) || slices.ContainsFunc(q.To, stands) || r.IntN(6) == 0
		}
		g.Shorten(func(v NodeID) bool { return kept[v] }, func(a ArcID) bool { return w.Gates[a] != 0 })
	}
	if m > 0 && r.IntN(2) == 0 {
		g.Alike = make([]int32, m)
		for a := range g.Alike {
			g.Alike[a] = int32(r.IntN(m))
		}
	}
	return world{seed, g, w, q, closures}
}

// anyEnd is a node that a stub may stand on.
func (w world) anyEnd(r *rand.Rand) NodeID {
	for {
		if v := r.IntN(w.g.N); w.g.passed == nil || !w.g.passed[v] {
			return NodeID(v)
		}
	}
}

// whole is the same world on a graph that has not been shortened, so that any node may be an end.
func (w world) whole() world {
	g := NewGraph(w.g.N, w.g.From, w.g.To)
	g.Place, g.Alike = w.g.Place, w.g.Alike
	w.g = g
	return w
}

func (w world) searcher() *Searcher {
	s := NewSearcher(w.g)
	s.Reset(w.w)
	return s.Ask(w.q)
}
