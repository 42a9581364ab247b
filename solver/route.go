package solver

import (
	"math/bits"
	"slices"
	"strings"

	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

// The ends of a route that are points, in place of a place id.
const (
	OriginPoint      = "origin"
	DestinationPoint = "destination"
)

// PlannedRail is what a leg by rail is called where the line is not built yet.
const PlannedRail = "planned rail"

const day = 86400 // seconds

// builder turns the ways of one answer into routes.
type builder struct {
	s        *Solver
	from, to *end
	light    bool // leave out rows and sources
}

// route tells a way leg by leg, over another route in whose slices it goes on. Its totals are the sums over its legs, and
// equal what the search added up.
func (b *builder) route(w search.Way, r *Route) {
	*r = Route{
		General: w.General, Labels: r.Labels[:0], Gateways: r.Gateways[:0], Countries: r.Countries[:0], Legs: r.Legs[:0],
	}
	var variance int64
	late := func(key, spread int64) {
		if variance += square(spread); !b.light {
			r.parts = append(r.parts, part{key, spread})
		}
	}
	if w.Direct {
		r.Legs = b.road(r.Legs, &b.s.whole, b.from.id(OriginPoint), b.to.id(DestinationPoint), b.from.At, b.to.At)
		late(-1, b.s.whole.cost.Spread)
	} else {
		on, off := &b.from.hauls[w.Start], &b.to.hauls[w.End]
		if on.straight > 0 {
			place := &b.s.net.Places[on.place]
			r.Legs = b.road(r.Legs, on, b.from.id(OriginPoint), place.ID, b.from.At, place.At)
		}
		for _, a := range w.Arcs {
			r.Legs = b.extend(r.Legs, a)
			late(int64(a), b.s.view.Spread[a])
		}
		if off.straight > 0 {
			place := &b.s.net.Places[off.place]
			r.Legs = b.road(r.Legs, off, place.ID, b.to.id(DestinationPoint), place.At, b.to.At)
		}
		b.hire(r.Legs, off)
		late(-2-2*int64(on.place), on.cost.Spread)
		late(-3-2*int64(off.place), off.cost.Spread)
	}
	for i := range r.Legs {
		l := &r.Legs[i]
		r.Totals = r.Totals.plus(l.Totals)
		r.Soft += l.Soft
		r.SoftSeconds += l.SoftSeconds
		r.Countries = addNew(r.Countries, l.Countries)
		r.Gateways = addNew(r.Gateways, l.Gateways)
		switch l.What {
		case borderWork:
			r.Borders++
		case gaugeWork:
			r.GaugeChanges++
		}
	}
	r.ThroughKazakhstan = slices.Contains(r.Countries, "KZ")
	r.certain = b.s.view.Generalised(tariff.Cost{Money: r.Cents, Carbon: r.Grams})
	p10, p50, p90 := tariff.Quantiles(r.Seconds, variance)
	r.Days = Days{float64(p10) / day, float64(p50) / day, float64(p90) / day}
}

// What the transfers are called that a route counts.
var borderWork, gaugeWork = network.Border.String(), network.GaugeChange.String()

// leg begins a leg over one of an earlier use, in whose slices it goes on.
func (b *builder) leg(legs []Leg, kind network.Kind, what, from string) []Leg {
	legs = more(legs)
	l := &legs[len(legs)-1]
	*l = Leg{
		Kind: kind, What: what, From: from,
		Through: l.Through[:0], Countries: l.Countries[:0], Gateways: l.Gateways[:0], Passages: l.Passages[:0],
		Drawn: l.Drawn[:0], Points: l.Points[:0],
	}
	return legs
}

// road adds a leg by lorry between an end and a yard.
func (b *builder) road(legs []Leg, h *haul, from, to string, a, z LonLat) []Leg {
	country := b.to.country
	if h.place != network.None {
		country = b.s.net.Places[h.place].Country
	}
	legs = b.leg(legs, network.Road, roadKind, from)
	l := &legs[len(legs)-1]
	l.To = to
	l.Totals = Totals{h.cost.Money, h.cost.Time, h.cost.Carbon, int64(b.s.view.RoadLength(h.straight))}
	l.Points = append(l.Points, a, z)
	begins, ends := country, country // a haul may lead from the terminal that a box stands at straight to its destination
	if from == b.from.id(OriginPoint) {
		begins = b.from.country
	}
	if to == b.to.id(DestinationPoint) {
		ends = b.to.country
	}
	l.Countries = append(l.Countries, begins, ends)
	l.Countries = slices.Compact(l.Countries)
	if b.light {
		l.addKnown(h.known)
	} else {
		_, rows := b.s.view.Haul(h.straight, country)
		l.add(explain(rows))
	}
	return legs
}

// hire adds what the box costs one way to the last leg, where it is left.
func (b *builder) hire(legs []Leg, off *haul) {
	if off.hire == (tariff.Cost{}) || len(legs) == 0 {
		return
	}
	l := &legs[len(legs)-1]
	l.Totals = l.Totals.plus(Totals{Cents: off.hire.Money})
	if b.light {
		l.addKnown(off.hired)
		return
	}
	_, rows := b.s.view.Hire(b.from.country, b.to.country)
	l.add(explain(rows))
}

var roadKind = network.Road.String()

// extend adds an arc to the legs: a leg of its own, or more of the leg before, where a box stays on the same train or ship.
func (b *builder) extend(legs []Leg, id network.ArcID) []Leg {
	net, v := b.s.net, b.s.view
	a := &net.Arcs[id]
	what := a.Kind.String()
	if a.Planned {
		what = PlannedRail
	}
	if last := len(legs) - 1; a.Kind == network.Transfer || last < 0 || legs[last].Kind != a.Kind || legs[last].What != what ||
		legs[last].Gauge != int(a.Gauge) || len(legs[last].Points) > 0 || a.Kind == network.Road || a.Kind == network.Ferry {
		if a.Kind == network.Transfer {
			legs = b.leg(legs, a.Kind, a.Work.String(), net.Places[a.Place].ID)
		} else {
			legs = b.leg(legs, a.Kind, what, b.placeAt(a.From))
		}
		legs[len(legs)-1].Gauge = int(a.Gauge)
	}
	l := &legs[len(legs)-1]
	if a.Kind == network.Transfer {
		l.To = l.From
	} else if to := b.placeAt(a.To); to != "" {
		if l.To != "" && l.To != to {
			l.Through = append(l.Through, l.To)
		}
		l.To = to
	}
	l.Totals = l.Totals.plus(Totals{v.Money[id], v.Time[id], v.Carbon[id], int64(a.Length)})
	l.Countries = addNew(l.Countries, b.s.crossed[id])
	l.Gateways = names(l.Gateways, uint64(a.Gateways), net.Gateways)
	l.Passages = names(l.Passages, uint64(a.Passages), net.Passages)
	l.Drawn = append(l.Drawn, net.DrawnOf(id)...)
	if b.light {
		l.addKnown(v.Known[id])
		if a.Length > 0 {
			l.Status = max(l.Status, a.Status)
		}
	} else {
		l.add(b.s.explained(id))
	}
	return legs
}

// addNew adds to a list what is not in it yet.
func addNew(list, words []string) []string {
	for _, w := range words {
		if !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// placeAt is the id of the place of a node; empty at sea.
func (b *builder) placeAt(n network.NodeID) string {
	if p := b.s.net.Nodes[n].Place; p != network.None {
		return b.s.net.Places[p].ID
	}
	return ""
}

// add takes in the figures that a part of a leg rests on: the leg is no better known than its weakest.
func (l *Leg) add(e *explained) {
	l.Soft += e.soft
	l.SoftSeconds += e.late
	l.Rows = append(l.Rows, e.rows...)
	l.Provenance = l.Provenance.Weaker(e.prov)
	for _, rule := range e.by {
		if !slices.Contains(l.Rules, rule) {
			l.Rules = append(l.Rules, rule)
		}
	}
}

// addKnown is add without rows and sources.
func (l *Leg) addKnown(k tariff.Known) {
	l.Soft += k.Soft
	l.SoftSeconds += k.SoftTime
	l.Status = max(l.Status, k.Status)
}

func names(list []string, set uint64, of []network.Named) []string {
	for ; set != 0; set &= set - 1 {
		if id := of[bits.TrailingZeros64(set)].ID; !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

func (e *end) id(point string) string {
	if e.ID != "" {
		return e.ID
	}
	return point
}

func (t Totals) plus(o Totals) Totals {
	return Totals{t.Cents + o.Cents, t.Seconds + o.Seconds, t.Grams + o.Grams, t.Metres + o.Metres}
}

func square(x int64) int64 { return x * x }

// Chain is the modes of a route in order, transfers left out: "rail", "ferry", "rail".
func (r *Route) Chain() []Kind {
	var out []Kind
	for _, l := range r.Legs {
		if l.Kind != network.Transfer && (len(out) == 0 || out[len(out)-1] != l.Kind) {
			out = append(out, l.Kind)
		}
	}
	return out
}

// Status is that of the weakest figure the route rests on.
func (r *Route) Status() Status {
	worst := network.Published
	for _, l := range r.Legs {
		worst = max(worst, l.Status)
	}
	return worst
}

// MostlyEstimated tells whether more than half of a route's money, and of its time, rests on estimated or recalled figures: by
// the sums over its rows, not by how many rows there are.
func (r *Route) MostlyEstimated() (money, time bool) {
	return 2*r.Soft > r.Cents, 2*r.SoftSeconds > r.Seconds
}

// Estimated is how much of a route's money and of its time rests on such figures, in whole percent.
func (r *Route) Estimated() (money, time int) {
	return percent(r.Soft, r.Cents), percent(r.SoftSeconds, r.Seconds)
}

func percent(part, whole int64) int {
	if whole == 0 {
		return 0
	}
	return int((100*part + whole/2) / whole)
}

// Through names a route by its gateways, such as "khorgos, brest".
func (r *Route) Through() string { return strings.Join(r.Gateways, ", ") }
