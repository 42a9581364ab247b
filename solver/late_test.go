package solver

import (
	"math/rand/v2"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
)

// TestLeastLateOracle holds the search for the least P90, and for the least P90 - P10, against every walk without a loop of
// small random worlds. Loops only add time and variance.
func TestLeastLateOracle(t *testing.T) {
	for seed := range uint64(1500) {
		rng := rand.New(rand.NewPCG(seed, 41))
		n, m := 2+rng.IntN(5), 1+rng.IntN(14)
		from, to := make([]network.NodeID, m), make([]network.NodeID, m)
		w := &search.Weights{Carbon: make([]int64, m), General: make([]int64, m), Gates: make([]uint32, m), ClosedBy: make([]uint64, m)}
		for a := range m {
			from[a], to[a] = network.NodeID(rng.IntN(n)), network.NodeID(rng.IntN(n))
			w.Money = append(w.Money, rng.Int64N(40)*20_000)
			w.Time = append(w.Time, square(rng.Int64N(12)*30_000))
		}
		s := search.NewSearcher(search.NewGraph(n, from, to))
		s.Reset(w)
		s.Ask(search.Question{From: []search.Stub{{Node: 0}}, To: []search.Stub{{Node: network.NodeID(n - 1)}}})
		for name, by := range map[string]struct {
			of   func(search.Cost) int64
			lead [3]search.Criterion
		}{"P90": {p90Of, byMedian}, "P90 - P10": {spreadOf, byVariance}} {
			want := int64(-1)
			seen := make([]bool, n)
			var walk func(v int, time, variance int64)
			walk = func(v int, time, variance int64) {
				if v == n-1 {
					if x := by.of(search.Cost{Money: time, Time: variance}); want < 0 || x < want {
						want = x
					}
					return
				}
				seen[v] = true
				for a := range m {
					if int(from[a]) == v && !seen[to[a]] {
						walk(int(to[a]), time+w.Money[a], variance+w.Time[a])
					}
				}
				seen[v] = false
			}
			walk(0, 0, 0)
			got := int64(-1)
			if way, ok, complete := leastWay(s, by.of, by.lead, frontBudget); ok && complete {
				got = by.of(way.Cost)
			}
			// a second either way for the rounding of both quantiles
			if got-want > 1 || want-got > 1 {
				t.Errorf("seed %d: the least %s is %d, and %d was found", seed, name, want, got)
			}
		}
	}
}

// TestOrders lists by each order and sees that the first is the best of all that any list of the same question shows.
func TestOrdersListTheBestFirst(t *testing.T) {
	net := load(t)
	s := New(net)
	of := map[string]func(r *Route) float64{
		OrderCost:   func(r *Route) float64 { return float64(r.General) },
		OrderMoney:  func(r *Route) float64 { return float64(r.Cents) },
		OrderTime:   func(r *Route) float64 { return float64(r.Seconds) },
		OrderCarbon: func(r *Route) float64 { return float64(r.Grams) },
		OrderP90:    func(r *Route) float64 { return r.Days.P90 },
		OrderSpread: func(r *Route) float64 { return float64(r.Days.spread()) },
	}
	for seed := range uint64(60) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 43)), net)
		q.Max, q.Light = MostListed, true
		all, err := s.Rank(sc, q)
		if err != nil || len(all.Routes) == 0 {
			continue
		}
		for _, by := range Orders {
			q.Max, q.Order = 3, by
			a, err := s.Rank(sc, q)
			if err != nil {
				t.Fatal(err)
			}
			for i := range a.Routes[1:] {
				if of[by](&a.Routes[i+1]) < of[by](&a.Routes[i]) {
					t.Errorf("seed %d: by %s route %d stands out of order", seed, by, i+2)
				}
			}
			for i := range all.Routes {
				if of[by](&all.Routes[i]) < of[by](&a.Routes[0]) {
					t.Errorf("seed %d: by %s the first of three is beaten by %d of forty", seed, by, i+1)
				}
			}
		}
	}
}
