package solver

import "cmp"

// The labels of a route.
const (
	BestOverall           = "best overall"
	Cheapest              = "cheapest"
	Fastest               = "fastest"
	Greenest              = "greenest"
	Steadiest             = "steadiest"
	BestThroughKazakhstan = "best through Kazakhstan"
)

// label ranks routes that stand in order of generalised cost, and says what each is best at. Of routes that tie, the one
// of better rank has the label.
func label(routes []Route) {
	if len(routes) == 0 {
		return
	}
	for i := range routes {
		routes[i].Rank = i + 1
		routes[i].DominatedBy = dominator(routes, i)
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
	give(BestThroughKazakhstan, func(a, b *Route) int { return cmp.Compare(a.General, b.General) },
		func(r *Route) bool { return r.ThroughKazakhstan })
}

// dominator is the rank of the first route that is no worse than route i in money, time and carbon, and better in one; 0
// for none.
func dominator(routes []Route, i int) int {
	r := &routes[i]
	for j := range routes {
		o := &routes[j]
		if o.Cents <= r.Cents && o.Seconds <= r.Seconds && o.Grams <= r.Grams &&
			(o.Cents < r.Cents || o.Seconds < r.Seconds || o.Grams < r.Grams) {
			return j + 1
		}
	}
	return 0
}
