package solver

import (
	"math"
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
