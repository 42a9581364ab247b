package solver

import (
	"slices"

	"zhol/solver/network"
	"zhol/solver/search"
)

// The kinds of way that win a place: what a Reached says.
const (
	WonByKazakhstan = "kz"    // by rail through Kazakhstan, with or without a ferry
	WonByRail       = "rail"  // by other rails
	WonByRoad       = "road"  // by lorry, with or without a ferry
	WonBySea        = "sea"   // by sea, with little rail
	WonByBoth       = "mixed" // by sea and rail together
)

// littleRail is the share of the length below which a way by sea counts as one by sea alone: a tenth is what lies
// between a port and the towns behind it.
const littleRail = 10

// Reached is a place and the way of least generalised cost to it.
type Reached struct {
	Place string // id; empty for a point
	Won   string
	Totals
	Days    Days
	General int64 // millionths of a US dollar
	// Rivals is what the best way through Kazakhstan and the best way by sea that keeps out of it take, each sought by
	// itself; only Reach fills it.
	Rivals Rivals
}

// Rivals is the generalised cost of the best way of two kinds, in millionths of a US dollar; -1 where none of a kind leads there.
type Rivals struct {
	Kazakhstan int64 // any way that passes Kazakhstan; where another way wins, there and back too, until SeekRivals has been asked
	Sea        int64 // any way with a sea leg that keeps out of Kazakhstan
}

// Both tells whether there is a way of either kind, so that one can be said to beat the other.
func (r Rivals) Both() bool { return r.Kazakhstan >= 0 && r.Sea >= 0 }

// Reach finds the best way from one end to every place, in the order of the network's places: to one without a terminal by road from those
// around it. Those that no way leads to are left out, and so is the place where the box stands. What it says of a place is what Rank says
// first. One tree serves all places.
func (s *Solver) Reach(sc Scenario, from End) ([]Reached, error) {
	if err := s.enter(sc, Query{}); err != nil {
		return nil, err
	}
	var origin end
	if err := s.understand(&origin, "from", from); err != nil {
		return nil, err
	}
	stubs := s.stubs(&origin, nil)
	tree := search.NewTree(s.graph, s.weights, search.General, stubs)
	through, around := s.throughKazakhstan(stubs), s.seaAround(stubs)
	var off []search.Stub
	var out []Reached
	var route Route
	for i := range s.net.Places {
		id := network.PlaceID(i)
		if id == origin.place {
			continue
		}
		to := s.endAt(id)
		if r, ok := s.reached(tree, &origin, to, &route); ok {
			r.Place = s.net.Places[i].ID
			off = s.stubsFrom(origin.country, to, off)
			r.Rivals.Kazakhstan, _ = leastTo(off, through)
			r.Rivals.Sea, _ = leastTo(off, around)
			if kz := s.net.Countries[s.kz.Index].ID; origin.country == kz || to.country == kz {
				r.Rivals = Rivals{r.General, -1} // every way passes it
			}
			out = append(out, r)
		}
	}
	return out, nil
}

// SeekRivals makes the rival through Kazakhstan of what Reach has said, under the same scenario and from the same end, the first way that Rank
// lists through Kazakhstan: at the places that count. Reach alone counts there and back as a way, and no way costs less; where it goes there
// and back, SeekRivals searches.
func (s *Solver) SeekRivals(sc Scenario, from End, reached []Reached, counts func(*Reached) bool) error {
	if err := s.enter(sc, Query{ThroughKazakhstan: true}); err != nil {
		return err
	}
	var origin end
	if err := s.understand(&origin, "from", from); err != nil {
		return err
	}
	through := s.throughKazakhstan(s.stubs(&origin, nil))
	var off []search.Stub
	for i := range reached {
		r := &reached[i]
		if r.Rivals.Kazakhstan < 0 || r.Rivals.Kazakhstan == r.General || !counts(r) {
			continue
		}
		id, ok := s.net.PlaceByID(r.Place)
		if !ok {
			return unknownPlace(s.net, "to", r.Place, placesAlone)
		}
		to := s.endAt(id)
		off = s.stubsFrom(origin.country, to, off)
		if _, by := leastTo(off, through); s.searcher != nil && !s.searcher.ComesBack(through.Way(by)) {
			continue
		}
		s.ask(&origin, to)
		if w, ok, _ := s.searcher.BestSurely(search.General); ok {
			r.Rivals.Kazakhstan = w.General
		}
	}
	return nil
}

// throughKazakhstan is what ways that pass Kazakhstan cost to every node at the least.
func (s *Solver) throughKazakhstan(stubs []search.Stub) *search.Met {
	w := *s.weights
	w.Needs = s.needs([]network.Feature{s.kz})
	from := slices.Clone(stubs)
	for i := range from {
		from[i].Needs = 0
		if s.stubTouches(&from[i], s.kz) {
			from[i].Needs = 1
		}
	}
	return search.Meeting(s.graph, &w, search.General, from, 1)
}

// seaAround is what ways with a sea leg that keep out of Kazakhstan cost to every node at the least; none leads to those of Kazakhstan.
func (s *Solver) seaAround(stubs []search.Stub) *search.Met {
	w := *s.weights
	w.Needs, w.ClosedBy = make([]uint8, len(s.net.Arcs)), slices.Clone(w.ClosedBy)
	for a := range s.net.Arcs {
		if s.net.Affects(s.kz, network.ArcID(a)) {
			w.ClosedBy[a] |= beyond
		}
		if s.net.Arcs[a].Kind == network.Sea {
			w.Needs[a] = 1
		}
	}
	from := slices.Clone(stubs)
	for i := range from {
		from[i].Needs = 0
		if s.stubTouches(&from[i], s.kz) {
			from[i].ClosedBy |= beyond
		}
	}
	return search.Meeting(s.graph, &w, search.General, from, 1)
}

// leastTo is the least cost to an end, and the node that the road there begins at; -1 where none leads there.
func leastTo(off []search.Stub, met *search.Met) (least int64, by search.NodeID) {
	least = -1
	for i := range off {
		if c := met.Cost[off[i].Node]; off[i].ClosedBy == 0 && c >= 0 && (least < 0 || c+off[i].General < least) {
			least, by = c+off[i].General, off[i].Node
		}
	}
	return least, by
}

// reached is the best way that a tree has to an end, in short. It is told leg by leg in route, which is written over.
func (s *Solver) reached(tree *search.Tree, from, to *end, route *Route) (Reached, bool) {
	w, ok := s.bestOf(tree, from, to)
	if !ok {
		return Reached{}, false
	}
	b := builder{s: s, from: from, to: to, light: true}
	b.route(w, route)
	return Reached{Place: to.ID, Won: won(route), Totals: route.Totals, Days: route.Days, General: route.General}, true
}

// endAt is a place as an end, with the yards around it: they are the same under every scenario that bars the cargo from no train.
func (s *Solver) endAt(id network.PlaceID) *end {
	if s.placed == nil {
		s.placed = make([]*end, len(s.net.Places))
	}
	if e := s.placed[id]; e == nil || e.far != s.barred {
		e := &end{}
		s.atPlace(e, id, s.net.Places[id].At)
		s.reach(e)
		s.placed[id] = e
	}
	return s.placed[id]
}

// bestOf is the cheapest way that a tree has to an end, the haul by road all the way among them.
func (s *Solver) bestOf(t *search.Tree, from, to *end) (search.Way, bool) {
	off := s.stubsFrom(from.country, to, nil)
	end, least := -1, int64(0)
	for i := range off {
		if cost := t.Cost[off[i].Node]; off[i].ClosedBy == 0 && cost >= 0 && (end < 0 || cost+off[i].General < least) {
			end, least = i, cost+off[i].General
		}
	}
	var best search.Way
	found := end >= 0
	if found {
		arcs, start, _ := t.Way(off[end].Node)
		best = search.Way{Start: start, End: end, Arcs: arcs, Cost: search.Cost{General: least}}
	}
	for _, d := range s.direct(from, to, nil) {
		if d.ClosedBy == 0 && (!found || d.General < best.General) {
			best, found = search.Way{Direct: true, Cost: d.Cost}, true
		}
	}
	return best, found
}

// Market is the date of the prices of the world last asked about.
func (s *Solver) Market() string { return s.view.Scenario.Market }

// Worth is the cargo value of the world last asked about, in US dollars per FEU: the usual one where it named none.
func (s *Solver) Worth() float64 { return float64(s.view.Scenario.CargoValue) / 100 }

// won tells by what kind of way a route goes.
func won(r *Route) string {
	var rail, sea int64
	for i := range r.Legs {
		switch l := &r.Legs[i]; l.Kind {
		case network.Rail:
			rail += l.Metres
		case network.Sea:
			sea += l.Metres
		}
	}
	switch {
	case r.ThroughKazakhstan && rail > sea:
		return WonByKazakhstan
	case sea == 0 && rail == 0:
		return WonByRoad
	case sea == 0:
		return WonByRail
	case rail*littleRail < r.Metres:
		return WonBySea
	}
	return WonByBoth
}
