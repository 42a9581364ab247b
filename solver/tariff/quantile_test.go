package tariff

import (
	"math"
	"math/rand"
	"testing"
)

func TestLogAndExponential(t *testing.T) {
	for x := 1.0; x < 1e6; x = x*1.07 + 0.001 {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 1e-13*(1+want) {
			t.Errorf("ln(%g) = %.17g, want %.17g", x, got, want)
		}
	}
	for x := 0.0; x < 30; x += 0.0371 {
		if got, want := exp(x), math.Exp(x); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("exp(%g) = %.17g, want %.17g", x, got, want)
		}
	}
}

// TestQuantilesHoldTheVariance integrates the law over its whole range and finds the variance that was put in.
func TestQuantilesHoldTheVariance(t *testing.T) {
	const day = 86400.0
	for _, c := range [][2]float64{{15, 2}, {35, 4}, {20, 12}, {3, 9}} {
		median, sigma := c[0]*day, c[1]*day
		_, _, p90 := Quantiles(int64(median), int64(sigma*sigma))
		s := math.Log(float64(p90)/median) / z90
		var mass, mean, square float64
		const step = 1e-3
		for z := -12.0; z <= 12; z += step {
			w := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) * step
			x := median * math.Exp(s*z)
			mass, mean, square = mass+w, mean+w*x, square+w*x*x
		}
		if math.Abs(mass-1) > 1e-6 {
			t.Fatalf("the integral misses mass: %g", mass)
		}
		if got := math.Sqrt(square - mean*mean); math.Abs(got/sigma-1) > 1e-4 {
			t.Errorf("median %g d, spread %g d: the law's spread is %g d", c[0], c[1], got/day)
		}
	}
}

func TestQuantileLaws(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for i := 0; i < 20_000; i++ {
		median, sigma := 1+r.Int63n(100*86400), r.Int63n(60*86400)
		p10, p50, p90 := Quantiles(median, sigma*sigma)
		if p50 != median || p10 > p50 || p50 > p90 || p10 < 0 {
			t.Fatalf("median %d, spread %d: %d %d %d are out of order", median, sigma, p10, p50, p90)
		}
		if p90-p50 < p50-p10-1 {
			t.Fatalf("median %d, spread %d: skewed to the left: %d %d %d", median, sigma, p10, p50, p90)
		}
		if _, _, wider := Quantiles(median, (sigma+3600)*(sigma+3600)); wider < p90 {
			t.Fatalf("median %d, spread %d: more spread gave a lower P90", median, sigma)
		}
	}
	if a, b, c := Quantiles(86400, 0); a != 86400 || b != 86400 || c != 86400 {
		t.Errorf("without spread all are the median: %d %d %d", a, b, c)
	}
	if a, b, c := Quantiles(0, 5); a != 0 || b != 0 || c != 0 {
		t.Errorf("nothing takes no time: %d %d %d", a, b, c)
	}
}

// TestQuantileBits pins answers to the second, so that a run as WASM proves the same bits.
func TestQuantileBits(t *testing.T) {
	var sum uint64
	for i := int64(1); i <= 5_000; i++ {
		p10, _, p90 := Quantiles(i*977, i*i*613*613%(9e9)+i)
		sum = sum*1_000_003 + uint64(p10)*31 + uint64(p90)
	}
	if sum != quantileDigest {
		t.Errorf("the digest of 5,000 quantiles is %d, not %d", sum, uint64(quantileDigest))
	}
}
