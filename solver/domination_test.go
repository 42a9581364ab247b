package solver

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// beater is what marks a route by its own totals and those of the routes it is listed with: the first that beats it, and by how
// much.
func beater(sums []Totals, i int) (by int, dearer, slower, dirtier int64) {
	for j, o := range sums {
		dearer, slower, dirtier = sums[i].Cents-o.Cents, sums[i].Seconds-o.Seconds, sums[i].Grams-o.Grams
		if min(dearer, slower, dirtier) >= 0 && max(dearer, slower, dirtier) > 0 {
			return j + 1, dearer, slower, dirtier
		}
	}
	return 0, 0, 0, 0
}

// TestDominatedByTheFirstThatBeats recomputes which of the listed routes beats which, from their legs and then from figures so
// small that many tie: the beaten is marked by the first in the list that beats it, with what it takes more, and what none
// beats is not marked. So it is in every order, and in frames.
func TestDominatedByTheFirstThatBeats(t *testing.T) {
	net := load(t)
	s := New(net)
	beaten, free, later := 0, 0, 0
	check := func(name string, routes []Route, sums []Totals) {
		for i := range routes {
			by, dearer, slower, dirtier := beater(sums, i)
			r := &routes[i]
			if d := r.Dominated; d.By != by || d.DearerCents != dearer || d.SlowerSeconds != slower || d.DirtierGrams != dirtier || r.DominatedBy != by {
				t.Errorf("%s: route %d is marked as beaten by %d, %d, %d, %d (%d), and is by %d, %d, %d, %d", name, i+1, d.By, d.DearerCents, d.SlowerSeconds, d.DirtierGrams, r.DominatedBy, by, dearer, slower, dirtier)
			}
			switch {
			case by == 0:
				free++
			case by > i+1:
				later++
				fallthrough
			default:
				beaten++
			}
		}
	}
	for seed := range share(uint64(200)) {
		sc, q := inWorlds(net, seed, 161)
		q.Order, q.Light, q.Slack = Orders[int(seed)%len(Orders)], seed%4 == 1, 0
		answer := s.Rank
		if seed%4 == 0 {
			answer = s.Frame
		}
		a, err := answer(sc, q)
		if err != nil {
			continue
		}
		sums := make([]Totals, len(a.Routes))
		for i := range a.Routes {
			for _, l := range a.Routes[i].Legs {
				sums[i] = sums[i].plus(l.Totals)
			}
		}
		check(fmt.Sprintf("seed %d, by %s", seed, q.Order), a.Routes, sums)
	}
	if beaten < share(400) || free < share(400) || later < share(20) {
		t.Errorf("%d routes beaten, %d of them by a later one, and %d by none", beaten, later, free)
	}
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 163))
		routes, sums := make([]Route, 2+rng.IntN(5)), []Totals(nil)
		for i := range routes {
			routes[i].Totals = Totals{rng.Int64N(3), rng.Int64N(3), rng.Int64N(3), rng.Int64N(3)}
			sums = append(sums, routes[i].Totals)
		}
		label(routes, &records{})
		check(fmt.Sprintf("small %d", seed), routes, sums)
	}
}
