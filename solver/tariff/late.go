package tariff

import "math"

// Law is the law of the time of a whole route: lognormal, as in Quantiles.
type Law struct{ median, spread float64 } // seconds; standard deviation of the logarithm

// LawOf is the law with a median in seconds and a variance in seconds squared.
func LawOf(median, variance int64) Law {
	if median <= 0 || variance <= 0 {
		return Law{median: float64(max(median, 0))}
	}
	m := float64(median)
	ratio := float64(float64(variance)/m) / m
	x := float64(1+math.Sqrt(float64(1+float64(4*ratio)))) / 2
	return Law{m, math.Sqrt(ln(x))}
}

// At is the time of a box that is z standard deviations late, in seconds, and early where z is negative.
func (l Law) At(z float64) int64 {
	factor := exp(float64(math.Abs(z) * l.spread))
	if z < 0 {
		return int64(math.Floor(float64(l.median/factor) + 0.5))
	}
	return int64(math.Floor(float64(l.median*factor) + 0.5))
}
