package solver

import (
	"math/bits"

	"zhol/solver/search"
)

// envelope keeps, of ways that stand as lines Money + x Time, those that are lowest for some x >= 0, in the order in which
// they are as x rises. The ways are a Pareto front in rising order of Money, so Time falls along it.
//
// A way that is lowest at a single x only, where two others cross, is left out.
func envelope(front []search.Way) []search.Way {
	var out []search.Way
	for _, w := range front {
		for len(out) >= 2 && !crossesLater(&out[len(out)-2], &out[len(out)-1], &w) {
			out = out[:len(out)-1]
		}
		out = append(out, w)
	}
	return out
}

// crossesLater tells whether b gives way to c at a greater x than a gives way to b: (c-b)/(b-c) > (b-a)/(a-b), in 128 bits.
func crossesLater(a, b, c *search.Way) bool {
	hi, lo := bits.Mul64(uint64(c.Money-b.Money), uint64(a.Time-b.Time))
	ohi, olo := bits.Mul64(uint64(b.Money-a.Money), uint64(b.Time-c.Time))
	return hi > ohi || hi == ohi && lo > olo
}
