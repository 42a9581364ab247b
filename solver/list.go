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
// and the first of an order that was asked for.
func (s *Solver) list(limit int, front []search.Way, from, to *end, order string, light bool) ([]search.Way, corridors) {
	ways, _ := s.searcher.RankedWithin(limit, 100*absurdFactor, rankBudget)
	surest, steadiest := s.leastLate(from, to, order == OrderP90)
	kept := best(front, append(s.kept[:0], search.Way{}))
	switch {
	case order == OrderMoney:
		kept[0] = kept[1]
	case order == OrderTime:
		kept[0] = kept[2]
	case order == OrderCarbon:
		kept[0] = kept[3]
	case order == OrderP90:
		kept[0] = surest
	case order == OrderSpread:
		kept[0] = steadiest
	case len(ways) > 0:
		kept[0] = ways[0]
	default:
		kept[0] = kept[1]
	}
	if len(ways) > 0 {
		kept = append(kept, ways[0])
	}
	found := corridors{across: none, detour: none}
	if w, ok := s.bestThroughKazakhstan(ways, from, to); ok {
		kept, found.across = append(kept, w), w.General
	}
	detour, ok := s.bestWithoutRussia(ways, from, to)
	if ok {
		kept, found.detour = append(kept, detour), detour.General
	}
	kept = append(append(kept, steadiest), s.filled(ways, limit, light)...)
	out := s.listed[:0]
	for _, w := range kept {
		if len(out) < limit && !slices.ContainsFunc(out, func(o search.Way) bool { return sameWay(o, w) }) {
			out = append(out, w)
		}
	}
	s.kept, s.listed = kept, out
	slices.SortStableFunc(out, compareWays)
	first := kept[0]
	return s.sensible(out, func(w search.Way) bool {
		return ok && sameWay(w, detour) || order != "" && sameWay(w, first)
	}), found
}

// mostShared is how much of its cost, in hundredths, a way that fills the list may have in common with one of the same
// gateways. It is a choice of what to offer, not a figure of the field.
const mostShared = 80

// filled is a list made longer, where there are fewer sets of gateways than routes to list. It is left as it is while a pin
// is dragged. Ways that cost the same may be found in another order from the other side, so this is always done from the
// destination: no question asked before may change an answer.
func (s *Solver) filled(ways []search.Way, limit int, light bool) []search.Way {
	if light || len(ways) >= limit {
		return ways
	}
	searcher := s.searcher
	if s.side != fromDestination {
		s.side = fromDestination
		searcher = s.at(&s.main, nil).Ask(s.question)
		s.trees[fromDestination].note(s.weights, &s.question)
		s.side = fromOrigin
	}
	return searcher.Fill(ways, limit, 100*absurdFactor, mostShared)
}

// corridors are the generalised costs of the best way through Kazakhstan and of the best that keeps away from Russia.
type corridors struct{ across, detour int64 }

// none is the cost of a way that there is not.
const none = -1

// blockedBy is the smallest set of closures and needs that leaves no way, empty where nothing ever joined the ends, and
// each that opens a way when it alone is given up.
func (s *Solver) blockedBy() (blocked, lifts []string) {
	if s.cut.holds(s.weights, &s.question) {
		return s.cut.blocked, s.cut.lifts
	}
	b := search.Cut(s.graph, s.weights, s.question)
	s.cut.note(s.weights, &s.question)
	s.cut.blocked, s.cut.lifts = s.hurdles(b.Closures, b.Needs), s.hurdles(b.Lifts, b.Drops)
	return s.cut.blocked, s.cut.lifts
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
