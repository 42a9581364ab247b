package solver

import (
	"cmp"

	"zhol/solver/search"
	"zhol/solver/tariff"
)

// leastLate finds, over all ways there are, the one of least P90, or the one of least P90 - P10.
//
// Neither adds up along a way, so neither can be searched for as it stands. But time and variance do, and under the law of
// tariff.Quantiles both P90 and P90 - P10 rise with the median and with the variance. So the best of each is on the Pareto
// front over (time, variance), which is searched as far as a way could still have the least value; of ways that tie the front
// keeps one with the fewest arcs.
//
// That they rise: with s the spread of the logarithm and the variance held, the median is proportional to
// 1/sqrt(e^2ss - e^ss). P90 is then proportional to e^zs/sqrt(e^2ss - e^ss), whose logarithm has the slope
// z - s - s/(1 - e^-ss) < z - 1/s - 3s/2 <= z - sqrt(6) < 0: it falls as s rises, that is, as the median falls. With sinh zs
// in place of e^zs, for P90 - P10, the slope begins with z coth zs < 1/s + zzs/3 in place of z, and is negative again.
func (s *Solver) leastLate(from, to *end, value func(search.Cost) int64, lead [3]search.Criterion) (search.Way, bool) {
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
	searcher.Ask(q)
	budget := frontBudget
	if q.Once {
		budget = oncePatientFront
	}
	w, ok, complete := leastWay(searcher, value, lead, budget)
	s.gaveUp = s.gaveUp || !complete
	return s.pick(w, ok), ok
}

// steadiest is the way of least P90 - P10 of those of a front that cost no more, in generalised cost, than the list goes to; of
// those that tie the one of least generalised cost. That of all ways there are is, as a rule, one that nobody wants: dearer
// and slower than another, by ways round that happen to be sure of it. So a way is looked at only if none beats it; where it
// echoes one of others, that stands for it.
func (s *Solver) steadiest(front []search.Way, most int64, from, to *end, others ...[]search.Way) (best search.Way, spread int64) {
	spread = -1
	for _, w := range front {
		w = s.echoed(w, others...)
		if w.General > most {
			continue
		}
		x := spreadOf(search.Cost{Money: w.Time, Time: s.variance(&w, from, to)})
		if spread < 0 || cmp.Or(cmp.Compare(x, spread), compareWays(w, best)) < 0 {
			best, spread = w, x
		}
	}
	return best, spread
}

// variance of a way, in seconds squared.
func (s *Solver) variance(w *search.Way, from, to *end) int64 {
	if w.Direct {
		return square(s.whole.cost.Spread)
	}
	sum := square(from.hauls[w.Start].cost.Spread) + square(to.hauls[w.End].cost.Spread)
	for _, a := range w.Arcs {
		sum += square(s.view.Spread[a])
	}
	return sum
}

// What ways may be least by, of a cost that is (median, variance): the P90, which follows the median, and P90 - P10, which
// follows the variance.
var (
	byMedian   = [3]search.Criterion{search.Money, search.Time, search.Carbon}
	byVariance = [3]search.Criterion{search.Time, search.Money, search.Carbon}
)

func p90Of(c search.Cost) int64 {
	_, _, p90 := tariff.Quantiles(c.Money, c.Time)
	return p90
}

func spreadOf(c search.Cost) int64 {
	p10, _, p90 := tariff.Quantiles(c.Money, c.Time)
	return p90 - p10
}

// roundings is by how many seconds a value may fall where median and variance rise: two quantiles are rounded to a second.
const roundings = 2

// leastWay finds the way of least value; of those that tie, the one of least generalised cost, then the one of least median.
func leastWay(searcher *search.Searcher, value func(search.Cost) int64, lead [3]search.Criterion, budget int) (way search.Way, found, complete bool) {
	ways, complete := searcher.Least(value, lead, roundings, budget)
	best, least := -1, int64(0)
	for i := range ways {
		x := value(ways[i].Cost)
		if best < 0 || cmp.Or(cmp.Compare(x, least), cmp.Compare(ways[i].General, ways[best].General), cmp.Compare(ways[i].Money, ways[best].Money)) < 0 {
			best, least = i, x
		}
	}
	if best < 0 {
		return search.Way{}, false, complete
	}
	return ways[best], true, complete
}

// pick gives a way found over (median, variance) its own cost back.
func (s *Solver) pick(w search.Way, ok bool) search.Way {
	if !ok {
		return w
	}
	return s.recost(w)
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
