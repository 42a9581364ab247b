package solver

import (
	"math"
	"slices"
)

// The labels of a route.
const (
	BestOverall           = "best overall"
	Cheapest              = "cheapest"
	Fastest               = "fastest"
	Greenest              = "greenest"
	Steadiest             = "steadiest" // see Solver.steadiest
	Balanced              = "balanced"  // see mostBalanced
	BestThroughKazakhstan = "best through Kazakhstan"
	BestWithoutRussia     = "best without Russia"
)

// label ranks routes in the order in which they stand, and says what each is best at. A label speaks of all ways there are,
// not only of those listed, and the steadiest of those that none beats: where the best of a kind is not among them, because few were asked for or because it makes no
// sense (see list), nobody has it. Of routes that tie, the one of better rank has the label.
func label(routes []Route, found *records) {
	for i := range routes {
		routes[i].Rank = i + 1
		routes[i].Dominated = dominated(routes, i)
		routes[i].DominatedBy = routes[i].Dominated.By
	}
	give := func(label string, fits func(r *Route) bool) {
		for i := range routes {
			if fits(&routes[i]) {
				routes[i].Labels = append(routes[i].Labels, label)
				return
			}
		}
	}
	give(BestOverall, func(r *Route) bool { return r.General == found.general })
	give(Cheapest, func(r *Route) bool { return r.Cents == found.cents })
	give(Fastest, func(r *Route) bool { return r.Seconds == found.seconds })
	give(Greenest, func(r *Route) bool { return r.Grams == found.grams })
	give(Steadiest, func(r *Route) bool { return r.Days.spread() == found.spread && r.General == found.steady })
	give(Balanced, func(r *Route) bool { return weigh(r.Cents, r.Seconds) == found.balanced })
	give(BestThroughKazakhstan, func(r *Route) bool { return r.ThroughKazakhstan && r.General == found.across })
	give(BestWithoutRussia, func(r *Route) bool { return !slices.Contains(r.Countries, "RU") && r.General == found.detour })
}

// spread is P90 - P10 in seconds.
func (d Days) spread() int64 { return int64(math.Round(d.P90*day)) - int64(math.Round(d.P10*day)) }
