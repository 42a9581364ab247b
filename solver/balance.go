package solver

import (
	"cmp"
	"math/bits"

	"zhol/solver/search"
)

// weight is money times time, in 128 bits.
type weight struct{ hi, lo uint64 }

func weigh(money, time int64) weight {
	hi, lo := bits.Mul64(uint64(money), uint64(time))
	return weight{hi, lo}
}

func (w weight) compare(o weight) int {
	return cmp.Or(cmp.Compare(w.hi, o.hi), cmp.Compare(w.lo, o.lo))
}

// mostBalanced is the way of a front whose money times its time is least: another may be cheaper by so many hundredths only if it is
// slower by more of them, and faster only if it is dearer by more. It needs no scale, and no way there is both costs less and
// takes less time, for that one's product would be less. Carbon only breaks ties, after generalised cost. The front is not
// empty.
func mostBalanced(front []search.Way) search.Way {
	best := 0
	for i := range front {
		if cmp.Or(weigh(front[i].Money, front[i].Time).compare(weigh(front[best].Money, front[best].Time)), compareWays(front[i], front[best])) < 0 {
			best = i
		}
	}
	return front[best]
}

// leasts is the least money, time and carbon of a front.
func leasts(front []search.Way) search.Cost {
	least := front[0].Cost
	for i := range front {
		least.Money, least.Time, least.Carbon = min(least.Money, front[i].Money), min(least.Time, front[i].Time), min(least.Carbon, front[i].Carbon)
	}
	return least
}
