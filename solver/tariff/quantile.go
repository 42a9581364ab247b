package tariff

// z90 is the standard normal quantile of nine in ten: an identity of mathematics, not a figure of the field.
const z90 = 1.2815515655446004

// Quantiles gives the times that 10, 50 and 90 of 100 boxes make, from the median in seconds and the variance in seconds
// squared. T = median x exp(s x Z) with Z standard normal: skewed to the right, as delays are, and never negative. With
// x = exp(s^2) the variance is median^2 x (x^2 - x), so x solves x^2 - x = variance / median^2.
//
// The same bits natively and as WASM: exp and log are our own, for those of package math are written in assembly on some
// machines and differ in the last bit.
func Quantiles(median, variance int64) (p10, p50, p90 int64) {
	if median <= 0 || variance <= 0 {
		return max(median, 0), max(median, 0), max(median, 0)
	}
	law := LawOf(median, variance)
	return law.At(-z90), median, law.At(z90)
}

// ln is the natural logarithm of x >= 1, good to fourteen digits.
func ln(x float64) float64 {
	const ln2 = 0.6931471805599453
	halvings := 0.0
	for x > 1.5 {
		x = float64(x / 2)
		halvings++
	}
	// ln x = 2 artanh y with y = (x-1)/(x+1), |y| <= 1/5
	y := float64(x-1) / float64(x+1)
	square := float64(y * y)
	sum := 0.0
	for n := 25; n >= 1; n -= 2 {
		sum = float64(sum*square) + float64(1/float64(n))
	}
	return float64(halvings*ln2) + float64(2*float64(y*sum))
}

// exp is e to the power of x >= 0, good to thirteen digits.
func exp(x float64) float64 {
	squarings := 0
	for x > 0.5 {
		x = float64(x / 2)
		squarings++
	}
	sum := 1.0
	for n := 18; n >= 1; n-- {
		sum = float64(1 + float64(float64(x*sum)/float64(n)))
	}
	for ; squarings > 0; squarings-- {
		sum = float64(sum * sum)
	}
	return sum
}
