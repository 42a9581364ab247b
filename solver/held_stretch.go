package solver

import (
	"zhol/solver/network"
	"zhol/solver/tariff"
)

// stretch is what a route takes between two places that it passes, each of which may be a border station where no box is
// lifted: what is done to the box at either is left out, and so are hauls by road at the ends. An empty begin or end is the
// departure or the arrival: without the work at the first and the last terminal, where a box waits for its train or ship,
// and is let go. False where the route does not pass them in that order.
func (s *Solver) stretch(r *Route, begin, end string) (Totals, Days, bool) {
	var arcs []network.ArcID
	for _, p := range r.parts {
		if p.key >= 0 {
			arcs = append(arcs, network.ArcID(p.key))
		}
	}
	first, last := 0, len(arcs)-1
	skip := func(a network.ArcID, n network.NodeID, id string, outermost bool) bool {
		if id == "" {
			return outermost && !s.moves(a)
		}
		return !s.moves(a) || !s.stands(n, id)
	}
	for first <= last && skip(arcs[first], s.net.Arcs[arcs[first]].From, begin, first == 0) {
		first++
	}
	for last >= first && skip(arcs[last], s.net.Arcs[arcs[last]].To, end, last == len(arcs)-1) {
		last--
	}
	if first > last {
		return Totals{}, Days{}, false
	}
	var t Totals
	variance := int64(0)
	for _, a := range arcs[first : last+1] {
		c := s.view.Cost(a)
		t = t.plus(Totals{c.Money, c.Time, c.Carbon, int64(s.net.Arcs[a].Length)})
		variance += square(c.Spread)
	}
	p10, p50, p90 := tariff.Quantiles(t.Seconds, variance)
	return t, Days{float64(p10) / day, float64(p50) / day, float64(p90) / day}, true
}

// moves tells whether an arc takes a box from one place to another.
func (s *Solver) moves(a network.ArcID) bool { return s.net.Arcs[a].Kind != network.Transfer }

// stands tells whether a node is one of the place with this id.
func (s *Solver) stands(n network.NodeID, id string) bool {
	p := s.net.Nodes[n].Place
	return p != network.None && s.net.Places[p].ID == id
}
