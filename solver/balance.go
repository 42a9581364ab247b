package solver

import (
	"cmp"
	"math/bits"

	"zhol/solver/search"
)

// balance weighs costs against the best that any way does in each of money, time and carbon.
type balance struct{ least [3]int64 }

// weigh finds the best of each over costs.
func weigh[T any](of []T, cost func(*T) [3]int64) balance {
	var b balance
	for i := range of {
		for c, x := range cost(&of[i]) {
			if i == 0 || x < b.least[c] {
				b.least[c] = x
			}
		}
	}
	return b
}

// regret is how many times the best a cost is, as a fraction: 1 is the best itself. Where the best is nothing at all, anything
// more is infinitely worse, and nothing is as good as the best.
type regret struct{ cost, least int64 }

func newRegret(cost, least int64) regret {
	if cost == least {
		return regret{1, 1}
	}
	return regret{cost, least}
}

// compare orders fractions exactly.
func (r regret) compare(o regret) int {
	if r.least == 0 && o.least == 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(r.cost), uint64(o.least))
	ohi, olo := bits.Mul64(uint64(o.cost), uint64(r.least))
	return cmp.Or(cmp.Compare(hi, ohi), cmp.Compare(lo, olo))
}

// greatest regret of a cost over money, time and carbon.
func (b balance) greatest(cost [3]int64) regret {
	worst := newRegret(cost[0], b.least[0])
	for c := 1; c < 3; c++ {
		if r := newRegret(cost[c], b.least[c]); r.compare(worst) > 0 {
			worst = r
		}
	}
	return worst
}

// compare orders two costs by their greatest regret.
func (b balance) compare(x, y [3]int64) int { return b.greatest(x).compare(b.greatest(y)) }

// mostBalanced is the way of a front whose greatest relative regret is least: regret is how much more a way takes than the
// best of the front does, in money, in time or in carbon, as a share of that best. A way 8 % dearer than the cheapest, 30 %
// slower than the fastest and 12 % dirtier than the greenest regrets 30 %. Of those that tie, the one of least
// generalised cost. The front is not empty.
func mostBalanced(front []search.Way) search.Way {
	b := weigh(front, wayCost)
	best := 0
	for i := range front {
		if cmp.Or(b.compare(wayCost(&front[i]), wayCost(&front[best])), compareWays(front[i], front[best])) < 0 {
			best = i
		}
	}
	return front[best]
}

func wayCost(w *search.Way) [3]int64 { return [3]int64{w.Money, w.Time, w.Carbon} }

func routeCost(r *Route) [3]int64 { return [3]int64{r.Cents, r.Seconds, r.Grams} }
