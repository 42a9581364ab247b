package solver

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/tariff"
)

// TestOddsAreShares sees that some route is best in every draw, and three are among the best three.
func TestOddsAreShares(t *testing.T) {
	a := ask(t, "CNSIA", "DEDUI", Scenario{})
	DrawOdds(a)
	best, three := 0.0, 0.0
	for i := range a.Routes {
		o := a.Routes[i].Odds
		if o.Draws != draws || o.Best > o.TopThree {
			t.Errorf("route %d: %+v", i+1, o)
		}
		best, three = best+o.Best, three+o.TopThree
	}
	if math.Abs(best-1) > 1e-9 || math.Abs(three-3) > 1e-9 {
		t.Errorf("shares sum to %v and %v", best, three)
	}
	again := ask(t, "CNSIA", "DEDUI", Scenario{})
	DrawOdds(again)
	for i := range a.Routes {
		if a.Routes[i].Odds != again.Routes[i].Odds {
			t.Errorf("route %d: %+v, and asked again %+v", i+1, a.Routes[i].Odds, again.Routes[i].Odds)
		}
	}
}

// miniature is two routes of ten days at 100 USD a day, of which the parts are given.
func miniature(one, other []part) *Answer {
	return &Answer{day: 100e6, Routes: []Route{
		{Totals: Totals{Seconds: 10 * day}, parts: one}, {Totals: Totals{Seconds: 10 * day}, parts: other},
	}}
}

// TestOddsShareChance: routes that share no arc are best by turns; routes that share all that may be late are never told
// apart by chance.
func TestOddsShareChance(t *testing.T) {
	apart := miniature([]part{{1, day}, {2, day}}, []part{{3, day}, {4, day}})
	DrawOdds(apart)
	if o := apart.Routes[0].Odds; o.Best < 0.46 || o.Best > 0.54 || o.TopThree != 1 {
		t.Errorf("two that are alike: %+v", o)
	}
	shared := miniature([]part{{1, day}, {2, day}}, []part{{1, day}, {2, day}})
	shared.Routes[1].certain = 1
	DrawOdds(shared)
	if shared.Routes[0].Odds.Best != 1 {
		t.Errorf("one that is dearer by a hair on the same arcs: %+v", shared.Routes)
	}
}

// TestDrawsFollowTheLaw counts how many draws fall under P10 and P90.
func TestDrawsFollowTheLaw(t *testing.T) {
	median, variance := int64(10*day), square(3*day)
	p10, _, p90 := tariff.Quantiles(median, variance)
	law := tariff.LawOf(median, variance)
	low, high, n := 0, 0, 20_000
	for i := range n {
		x := law.At(float64(normal(uint64(i))) / normalUnit)
		if x < p10 {
			low++
		}
		if x < p90 {
			high++
		}
	}
	if l, h := float64(low)/float64(n), float64(high)/float64(n); math.Abs(l-0.1) > 0.01 || math.Abs(h-0.9) > 0.01 {
		t.Errorf("%.3f lie under P10 and %.3f under P90", l, h)
	}
}

// drawn is how often each route is the best, and among the best three, by chance of the test's own: a normal lateness for every arc,
// the same for all routes along it, and for each route the lognormal time whose median is its time and whose variance is
// the sum of its arcs'.
func drawn(a *Answer, rng *rand.Rand, n int) (best, three []float64) {
	late := map[int64]float64{}
	var arcs []int64 // in an order that is always the same
	for i := range a.Routes {
		for _, p := range a.Routes[i].parts {
			if _, known := late[p.key]; !known {
				late[p.key], arcs = 0, append(arcs, p.key)
			}
		}
	}
	best, three = make([]float64, len(a.Routes)), make([]float64, len(a.Routes))
	costs, order := make([]float64, len(a.Routes)), make([]int, len(a.Routes))
	for range n {
		for _, arc := range arcs {
			late[arc] = rng.NormFloat64()
		}
		for i := range a.Routes {
			r, sum, variance := &a.Routes[i], 0.0, 0.0
			for _, p := range r.parts {
				sum += float64(p.spread) * late[p.key]
				variance += float64(p.spread) * float64(p.spread)
			}
			median, z := float64(r.Seconds), 0.0
			if variance > 0 {
				z = sum / math.Sqrt(variance)
			}
			root := (1 + math.Sqrt(1+4*variance/(median*median))) / 2 // e to the square of the spread of the logarithm
			costs[i], order[i] = float64(r.certain)+float64(a.day)/day*median*math.Exp(z*math.Sqrt(math.Log(root))), i
		}
		slices.SortStableFunc(order, func(i, j int) int {
			switch {
			case costs[i] < costs[j]:
				return -1
			case costs[i] > costs[j]:
				return 1
			}
			return 0
		})
		best[order[0]]++
		for _, i := range order[:min(3, len(order))] {
			three[i]++
		}
	}
	for i := range best {
		best[i], three[i] = best[i]/float64(n), three[i]/float64(n)
	}
	return best, three
}

// TestOddsOracle holds the odds of random real answers, and of routes made up to share some of their arcs, against draws of its
// own: no share may be off by more than five standard errors of the two counts.
func TestOddsOracle(t *testing.T) {
	const own = 8_000
	held, open, sharing := 0, 0, 0
	check := func(name string, seed uint64, a *Answer) {
		DrawOdds(a)
		best, three := drawn(a, rand.New(rand.NewPCG(seed, 191)), own)
		for i := range a.Routes {
			o := a.Routes[i].Odds
			for what, share := range map[string][2]float64{"the best": {o.Best, best[i]}, "among three": {o.TopThree, three[i]}} {
				p := share[1]
				variance := (p*(1-p) + 1.0/draws) * (1.0/draws + 1.0/own) // a count of none may be of one
				if held++; math.Abs(share[0]-p) > 5*math.Sqrt(variance) {
					t.Errorf("%s: route %d is %s in %.4f of the draws, and in %.4f of the test's own", name, i+1, what, share[0], p)
				}
				if p > 0.02 && p < 0.98 {
					open++
				}
			}
		}
	}
	net := load(t)
	s := New(net)
	for seed := range share(uint64(30)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 193)), net)
		q.Slack = 0
		if a, err := s.Rank(sc, q); err == nil && len(a.Routes) > 1 {
			check(fmt.Sprint("seed ", seed), seed, a)
		}
	}
	for seed := range share(uint64(60)) {
		rng := rand.New(rand.NewPCG(seed, 197))
		a := &Answer{day: 20e6 + rng.Int64N(80e6)}
		common := 1 + rng.IntN(8) // arcs that most routes share
		for range 2 + rng.IntN(5) {
			r := Route{Totals: Totals{Seconds: 15*day + rng.Int64N(2*day)}, certain: rng.Int64N(100e6)}
			for arc := range int64(common) {
				if rng.IntN(5) > 0 {
					r.parts = append(r.parts, part{arc, 2 * day})
				}
			}
			if len(a.Routes) > 0 && len(r.parts) > 1 {
				sharing++
			}
			for range 1 + rng.IntN(3) {
				r.parts = append(r.parts, part{100 + rng.Int64N(1000), 1 + rng.Int64N(day)})
			}
			a.Routes = append(a.Routes, r)
		}
		check(fmt.Sprint("made up ", seed), seed, a)
	}
	if held < share(500) || open < share(200) || sharing < share(60) {
		t.Errorf("only %d shares were held, %d of them open, and %d routes that share arcs", held, open, sharing)
	}
}
