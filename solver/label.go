package solver

import (
	"cmp"
	"slices"
)

// The labels of a route.
const (
	BestOverall           = "best overall"
	Cheapest              = "cheapest"
	Fastest               = "fastest"
	Greenest              = "greenest"
	Steadiest             = "steadiest"
	Balanced              = "balanced" // see mostBalanced
	BestThroughKazakhstan = "best through Kazakhstan"
	BestWithoutRussia     = "best without Russia"
)

// label ranks routes in the order in which they stand, and says what each is best at. Of routes that tie, the one of better
// rank has the label. The best of every kind is among them wherever it makes sense (see list), so that a label speaks of all
// ways there are and not only of those listed.
func label(routes []Route, found corridors) {
	if len(routes) == 0 {
		return
	}
	for i := range routes {
		routes[i].Rank = i + 1
		routes[i].Dominated = dominated(routes, i)
		routes[i].DominatedBy = routes[i].Dominated.By
	}
	give := func(label string, better func(a, b *Route) int, fits func(r *Route) bool) {
		var best *Route
		for i := range routes {
			if r := &routes[i]; fits(r) && (best == nil || better(r, best) < 0) {
				best = r
			}
		}
		if best != nil {
			best.Labels = append(best.Labels, label)
		}
	}
	any := func(*Route) bool { return true }
	give(BestOverall, func(a, b *Route) int { return cmp.Compare(a.General, b.General) }, any)
	give(Cheapest, func(a, b *Route) int { return cmp.Compare(a.Cents, b.Cents) }, any)
	give(Fastest, func(a, b *Route) int { return cmp.Compare(a.Seconds, b.Seconds) }, any)
	give(Greenest, func(a, b *Route) int { return cmp.Compare(a.Grams, b.Grams) }, any)
	give(Steadiest, func(a, b *Route) int { return cmp.Compare(a.Days.P90-a.Days.P10, b.Days.P90-b.Days.P10) }, any)
	b := weigh(routes, routeCost)
	give(Balanced, func(x, y *Route) int {
		return cmp.Or(b.compare(routeCost(x), routeCost(y)), cmp.Compare(x.General, y.General))
	}, any)
	give(BestThroughKazakhstan, func(a, b *Route) int { return cmp.Compare(a.General, b.General) },
		func(r *Route) bool { return r.ThroughKazakhstan && r.General == found.across })
	give(BestWithoutRussia, func(a, b *Route) int { return cmp.Compare(a.General, b.General) },
		func(r *Route) bool { return !slices.Contains(r.Countries, "RU") && r.General == found.detour })
}
