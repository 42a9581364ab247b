package solver

import (
	"cmp"

	"zhol/solver/search"
	"zhol/solver/tariff"
)

// leastLate finds, over all ways there are, the one of least P90 and the one of least P90 - P10.
//
// Neither adds up along a way, so neither can be searched for as it stands. But time and variance do, and under the law of
// tariff.Quantiles both P90 and P90 - P10 rise with the median and with the variance. So the best of each is on the Pareto
// front over (time, variance), which is searched to its end; of ways that tie the front keeps one with the fewest arcs.
//
// That they rise: with s the spread of the logarithm and the variance held, the median is proportional to
// 1/sqrt(e^2ss - e^ss). P90 is then proportional to e^zs/sqrt(e^2ss - e^ss), whose logarithm has the slope
// z - s - s/(1 - e^-ss) < z - 1/s - 3s/2 <= z - sqrt(6) < 0: it falls as s rises, that is, as the median falls. With sinh zs
// in place of e^zs, for P90 - P10, the slope begins with z coth zs < 1/s + zzs/3 in place of z, and is negative again.
func (s *Solver) leastLate(from, to *end) (surest, steadiest search.Way) {
	searcher := s.at(&s.late, func(w *search.Weights) {
		w.Money, w.Time, w.Carbon = s.view.Time, s.variances(), make([]int64, len(s.net.Arcs))
	})
	q := s.late.copy(s.question)
	s.wholes[0] = s.whole
	s.lateDirect = append(s.lateDirect[:0], q.Direct...)
	q.Direct = s.lateDirect
	lateStubs(q.From, from.hauls)
	lateStubs(q.To, to.hauls)
	lateStubs(q.Direct, s.wholes[:])
	front, _ := searcher.Ask(q).Front(frontBudget)
	return s.pick(front, func(p10, p90 int64) int64 { return p90 }), s.pick(front, func(p10, p90 int64) int64 { return p90 - p10 })
}

// pick takes the way of a front over (time, variance) for which of is least, and gives it its own cost back.
func (s *Solver) pick(front []search.Way, of func(p10, p90 int64) int64) search.Way {
	i := leastOfFront(front, of)
	if i < 0 {
		return search.Way{}
	}
	return s.recost(front[i])
}

// leastOfFront is the index of the way of a front over (time, variance) for which of is least; -1 of none.
func leastOfFront(front []search.Way, of func(p10, p90 int64) int64) int {
	best, least := -1, int64(0)
	for i := range front {
		p10, _, p90 := tariff.Quantiles(front[i].Money, front[i].Time)
		if x := of(p10, p90); best < 0 || cmp.Or(cmp.Compare(x, least), cmp.Compare(front[i].General, front[best].General)) < 0 {
			best, least = i, x
		}
	}
	return best
}

// variances of the arcs, in seconds squared.
func (s *Solver) variances() []int64 {
	out := make([]int64, len(s.view.Spread))
	for a, sd := range s.view.Spread {
		out[a] = square(sd)
	}
	return out
}

// lateStubs puts (time, variance) in place of what stubs cost; hauls are those they stand for.
func lateStubs(stubs []search.Stub, hauls []haul) {
	for i := range stubs {
		stub := &stubs[i]
		stub.Cost = search.Cost{Money: stub.Time, Time: square(hauls[i].cost.Spread), General: stub.General}
	}
}

// recost adds up what a way takes under the question asked, where it was found under other weights.
func (s *Solver) recost(w search.Way) search.Way {
	if w.Direct {
		w.Cost = s.question.Direct[w.Start].Cost
		return w
	}
	w.Cost = s.question.From[w.Start].Cost
	add := func(c search.Cost) {
		w.Money, w.Time, w.Carbon, w.General = w.Money+c.Money, w.Time+c.Time, w.Carbon+c.Carbon, w.General+c.General
	}
	for _, a := range w.Arcs {
		add(searchCost(s.view.Cost(a)))
	}
	add(s.question.To[w.End].Cost)
	return w
}
