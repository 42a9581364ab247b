package solver

import (
	"cmp"
	"slices"

	"zhol/solver/search"
	"zhol/solver/tariff"
)

// best is the cheapest, the fastest and the greenest way of a front, and the most balanced; of those that tie, the one of
// least generalised cost. Taken from the front, none is beaten by another that is as good at the one thing and better at
// the rest.
func best(front []search.Way, out []search.Way) []search.Way {
	for _, c := range []search.Criterion{search.Money, search.Time, search.Carbon} {
		w := slices.MinFunc(front, func(a, b search.Way) int {
			return cmp.Or(cmp.Compare(c.Of(a.Cost), c.Of(b.Cost)), compareWays(a, b))
		})
		out = append(out, w)
	}
	return append(out, mostBalanced(front))
}

// list is the ways to offer, in order of generalised cost: the cheapest of each gateway set, and with them the best of each
// kind, whose places others do not take. At most limit ways, the first of the order asked for before all others, and none
// that makes no sense. Two are spared that judgement: the best without Russia, for whoever may not go by Russia has no better,
// and the first of the order asked for.
//
// Once a pin is let go, more sets are looked at until enough make sense.
func (s *Solver) list(limit int, front []search.Way, from, to *end, order string, light bool) ([]search.Way, records) {
	most := limit
	if !light {
		most += defaultMax
	}
	ways, complete := s.ranked(most, light)
	if s.long || s.left < 0 {
		return nil, records{}
	}
	overall := s.cheapestOfAll(front, ways)
	kept := best(front, append(s.kept[:0], search.Way{}))
	found := records{
		general: overall.General, cents: kept[1].Money, seconds: kept[2].Time, grams: kept[3].Carbon,
		balanced: weigh(kept[4].Money, kept[4].Time), across: none, detour: none, complete: complete,
	}
	switch order {
	case OrderMoney:
		kept[0] = kept[1]
	case OrderTime:
		kept[0] = kept[2]
	case OrderCarbon:
		kept[0] = kept[3]
	default:
		kept[0] = overall
	}
	if w, ok := s.leastBy(order, from, to); ok {
		kept[0] = w
	}
	ofFront := len(kept)
	kept = append(kept, overall)
	across, ok, sought := s.bestThroughKazakhstan(ways, found.general, from, to)
	if ok {
		kept, found.across = append(kept, across), across.General
	}
	detour, ok := s.bestWithoutRussia(ways, from, to)
	if ok {
		kept, found.detour = append(kept, detour), detour.General
	}
	for i := range kept[:ofFront] {
		kept[i] = s.echoed(kept[i], ways, kept[ofFront:])
	}
	steadiest, spread := s.steadiest(front, absurdFactor*overall.General, from, to, ways, kept[ofFront:])
	if found.spread, found.steady = spread, steadiest.General; spread >= 0 {
		kept = append(kept, steadiest)
	}
	bests := len(s.distinct(kept))
	first, best := kept[0], len(kept)
	spared := func(w search.Way) bool { return sameWay(w, first) || ok && sameWay(w, detour) }
	kept = append(kept, ways...)
	out := s.sensible(s.distinct(kept), bests, spared)
	for !light && len(out) < limit && found.complete && len(ways) == most {
		for i := range kept[:best] { // which may stand in the buffers of the list
			kept[i].Arcs = slices.Clone(kept[i].Arcs)
		}
		if ways, complete = s.ranked(2*most, light); !complete || 2*most > mostSets {
			ways, _ = s.ranked(most, light) // which stood in the same buffers
			found.complete = false
		} else {
			most *= 2
		}
		kept = append(kept[:best], ways...)
		out = s.sensible(s.distinct(kept), bests, spared)
	}
	if len(out) < limit && !light {
		kept = s.filled(kept, limit, func(ways []search.Way) int {
			out = s.sensible(s.distinct(ways), bests, spared)
			return len(out)
		})
	}
	s.kept = kept
	all := out
	out = out[:min(len(out), limit)]
	if sought {
		if found.across != none {
			all = out // what is not listed comes back to something and was made for nobody
		}
		for i := range all {
			if w := &all[i]; (found.across == none || w.General < found.across) && s.wayTouches(*w, s.kz, from, to) {
				found.across = w.General
			}
		}
	}
	slices.SortStableFunc(out, compareWays)
	return out, found
}

// mostSets is how many sets of gateways are looked at for a list, at the most.
const mostSets = 1024 * defaultMax

// ranked is the cheapest way of each gateway set. It stands in a searcher's buffers until the next one.
func (s *Solver) ranked(most int, light bool) (ways []search.Way, complete bool) {
	budget := rankBudget
	if !light {
		budget = patientBudget
	}
	if !s.question.Once {
		return s.searcher.RankedWithin(most, 100*absurdFactor, budget)
	}
	if s.brief {
		ways, complete = s.searcher.RankedWithin(most, 100*absurdFactor, onceBriefStates)
		s.long = s.long || !complete
		return ways, complete
	}
	if budget = onceFrameStates; !light {
		budget = oncePatientStates
	}
	complete = s.byTurns(onceFirstStates, budget, func(from *search.Searcher, budget int) (ok bool) {
		ways, ok = from.RankedWithin(most, 100*absurdFactor, budget)
		return ok
	})
	return ways, complete
}

// leastBy is the way that is least by an order that no front has.
func (s *Solver) leastBy(order string, from, to *end) (search.Way, bool) {
	switch order {
	case OrderP90:
		return s.leastLate(from, to, p90Of, byMedian)
	case OrderSpread:
		return s.leastLate(from, to, spreadOf, byVariance)
	}
	return search.Way{}, false
}

// cheapestOfAll is the way of least generalised cost. Where what is to be passed is met there and back, the list leaves out sets
// of gateways whose cheapest way comes back to a place for nothing, as this one may do; elsewhere the list begins with it.
func (s *Solver) cheapestOfAll(front, ways []search.Way) search.Way {
	if (s.question.Need == 0 || s.question.Once) && len(ways) > 0 {
		return ways[0]
	}
	if w, ok := s.searcher.Best(search.General); ok {
		return w
	}
	return slices.MinFunc(front, compareWays)
}

// distinct leaves out the ways of which the list has the same already.
func (s *Solver) distinct(ways []search.Way) []search.Way {
	out := s.listed[:0]
	for _, w := range ways {
		if !slices.ContainsFunc(out, func(o search.Way) bool { return sameWay(o, w) }) {
			out = append(out, w)
		}
	}
	s.listed = out
	return out
}

// records are the best that any way there is does, listed or not: what labels are given by.
type records struct {
	general, cents, seconds, grams int64
	spread, steady                 int64 // P90 - P10 in seconds, and generalised cost, of the steadiest
	balanced                       weight
	across, detour                 int64 // generalised cost of the best way through Kazakhstan, and of the best that keeps away from Russia
	complete                       bool  // the list was searched to its end
}

// none is the cost of a way that there is not.
const none = -1

// filled is ways made more where they make too few entries of a list, as long as there are any. Ways that cost the same may be
// found in another order from the other side, so this is always done from the destination: no question asked before may
// change an answer.
func (s *Solver) filled(ways []search.Way, limit int, entries func([]search.Way) int) []search.Way {
	from := s.seen(fromDestination)
	from.BeginFill(100 * absurdFactor)
	for lack := limit - entries(ways); lack > 0; lack = limit - entries(ways) {
		more := from.Fill(ways, len(ways)+lack, mostShared)[len(ways):]
		if len(more) == 0 {
			break
		}
		ways = append(ways, more...)
	}
	return ways
}

// blockedBy is the smallest set of closures and needs that leaves no way, empty where nothing ever joined the ends, each that
// opens a way when it alone is given up, and each that leaves none by itself.
func (s *Solver) blockedBy() (blocked, lifts, alone []string) {
	cut := s.cuts.of(s.weights, &s.question)
	if cut == nil {
		b := search.Cut(s.graph, s.weights, s.question)
		cut = s.cuts.note(s.weights, &s.question)
		cut.blocked, cut.lifts, cut.alone = s.hurdles(b.Closures, b.Needs), s.hurdles(b.Lifts, b.Drops), s.hurdles(b.Alone, b.AloneNeeds)
	}
	return cut.blocked, cut.lifts, cut.alone
}

// hurdles names closures and needs by their bits.
func (s *Solver) hurdles(closures, needs []int) []string {
	var out []string
	for _, i := range closures {
		if 1<<i == tariff.Unfit {
			out = append(out, unfitCargo)
			continue
		}
		out = append(out, s.avoid[i])
	}
	for _, i := range needs {
		out = append(out, "via "+s.viaIDs[i])
	}
	return out
}
