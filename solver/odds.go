package solver

import (
	"math"

	"zhol/solver/tariff"
)

// Odds is how often a route turns out best, when every arc is as late as chance will have it.
type Odds struct {
	Draws    int     // 0: not drawn
	Best     float64 // share of the draws in which it is the best of those listed
	TopThree float64 // share in which it is among the best three
}

// part is an arc or haul of a route that is late by chance.
type part struct {
	key    int64 // the same wherever it is the same arc or haul
	spread int64 // seconds
}

// draws is how many times chance is asked: a share is then good to about one in a hundred.
const draws = 2000

// DrawOdds asks chance how the routes of an answer would stand. Each draw gives every arc one lateness, in standard
// deviations, that all routes along it share; what one route shares with none is independent. A route is late by the sum
// over its arcs, brought to the law whose P10, P50 and P90 it shows. The best of a draw has the least generalised cost with
// the time as drawn; what chance might do is not paid for again.
//
// The seed is fixed and the arithmetic is in integers up to the sum: the same answer has the same odds everywhere. What is
// assumed: arcs are late independently of each other. A storm or a strike that holds several arcs at once is not in it.
// A light answer gets none.
func DrawOdds(a *Answer) {
	n := len(a.Routes)
	if n == 0 || a.Routes[0].parts == nil {
		return
	}
	index := map[int64]int{}
	laws, scale := make([]tariff.Law, n), make([]float64, n)
	for i := range a.Routes {
		r := &a.Routes[i]
		variance := int64(0)
		for _, p := range r.parts {
			if _, known := index[p.key]; !known {
				index[p.key] = len(index)
			}
			variance += square(p.spread)
		}
		laws[i], scale[i] = tariff.LawOf(r.Seconds, variance), math.Sqrt(float64(max(variance, 1)))
	}
	late := make([]int64, len(index))
	best, three := make([]int, n), make([]int, n)
	cost := make([]float64, n)
	for draw := range uint64(draws) {
		for key, i := range index { // each has its own place: the order does not matter
			late[i] = normal(uint64(key)<<20 + draw)
		}
		for i := range a.Routes {
			r, sum := &a.Routes[i], int64(0)
			for _, p := range r.parts {
				sum += p.spread * late[index[p.key]]
			}
			z := float64(float64(sum)/scale[i]) / normalUnit
			cost[i] = float64(r.certain) + float64(float64(a.day)*float64(laws[i].At(z)))/day
		}
		for i := range cost {
			better := 0
			for j := range cost {
				if cost[j] < cost[i] || cost[j] == cost[i] && j < i {
					better++
				}
			}
			if better == 0 {
				best[i]++
			}
			if better < 3 {
				three[i]++
			}
		}
	}
	for i := range a.Routes {
		a.Routes[i].Odds = Odds{draws, float64(best[i]) / draws, float64(three[i]) / draws}
	}
}

// normalUnit is how many units of normal are one standard deviation.
const normalUnit = 1 << 16

// normal is a draw of a normal law, near enough: the sum of twelve even draws has its mean and variance, and integers alone.
func normal(seed uint64) int64 {
	sum := int64(0)
	for range 3 {
		seed += 0x9e3779b97f4a7c15
		for x := mix(seed); x != 0; x >>= 16 {
			sum += int64(x & 0xffff)
		}
	}
	return sum - 12*0xffff/2
}

// mix is the last step of splitmix64: it spreads 64 bits over 64 bits.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
