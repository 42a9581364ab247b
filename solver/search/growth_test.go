package search

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"
)

// chained is so many copies of a big world one after another, joined from east to west and back. Each has three gateways of its own.
func (w world) chained(copies int) world {
	n, m := w.g.N, len(w.g.From)
	out := &Weights{}
	var from, to []NodeID
	put := func(v, u int, c Cost, gates uint32) {
		from, to = append(from, NodeID(v)), append(to, NodeID(u))
		out.Money, out.Time = append(out.Money, c.Money), append(out.Time, c.Time)
		out.Carbon, out.General = append(out.Carbon, c.Carbon), append(out.General, c.General)
		out.Gates, out.ClosedBy = append(out.Gates, gates), append(out.ClosedBy, 0)
	}
	for i := range copies {
		for a := range m {
			gates := uint32(0)
			if w.w.Gates[a] != 0 {
				gates = 1 << (3*i + bits.TrailingZeros32(w.w.Gates[a])%3)
			}
			put(int(w.g.From[a])+i*n, int(w.g.To[a])+i*n, Cost{w.w.Money[a], w.w.Time[a], w.w.Carbon[a], w.w.General[a]}, gates)
		}
		for v := range 20 {
			if i > 0 {
				put(i*n-1-v, i*n+v, Cost{50_000, 50_000, 50_000, 500_000_000}, 0)
				put(i*n+v, i*n-1-v, Cost{50_000, 50_000, 50_000, 500_000_000}, 0)
			}
		}
	}
	g := NewGraph(n*copies, from, to)
	g.Place = make([]int32, g.N)
	for v := range g.Place {
		g.Place[v] = int32(v)
	}
	return world{g: g, w: out, q: w.q}
}

// TestListGrowsAsNLogN counts what a list of ten looks at between any two nodes, on one big world and on ten of them in a chain: no
// faster than n log n. It is states that are counted, and not time.
func TestListGrowsAsNLogN(t *testing.T) {
	const questions = 40
	states := map[int]int{}
	w := bigWorld(1)
	for _, copies := range []int{1, 10} {
		c := w.chained(copies)
		s := NewSearcher(c.g)
		s.Reset(c.w)
		r := rand.New(rand.NewPCG(1, 31))
		for i := range questions {
			for k := range 3 {
				c.q.From[k].Node, c.q.To[k].Node = NodeID(r.IntN(c.g.N)), NodeID(r.IntN(c.g.N))
			}
			ways, complete, looked := s.Ask(c.q).rankShunning(&s.ranked, s.steps(), task{criterion: General, look: ^uint32(0), most: 10, within: 200, budget: plenty, shunning: true}) // as RankedWithin does
			if states[copies] += looked; !complete || len(ways) == 0 {
				t.Errorf("%d copies, question %d: %d ways, complete %v", copies, i, len(ways), complete)
			}
		}
	}
	n := float64(w.g.N)
	most := 10 * math.Log(10*n) / math.Log(n)
	t.Logf("%v states, %.1f times as many; n log n grows %.1f times", states, float64(states[10])/float64(states[1]), most)
	if states[1] < 100*questions || float64(states[10]) > most*float64(states[1]) {
		t.Errorf("%v states for lists of ten", states)
	}
}
