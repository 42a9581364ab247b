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

const day = 86400 // seconds

// builder turns the ways of one answer into routes.
type builder struct {
	s        *Solver
	from, to *end
	light    bool // leave out rows and sources
}

// route tells a way leg by leg. Its totals are the sums over its legs, and equal what the search added up.
func (b *builder) route(w search.Way) Route {
	r := Route{General: w.General}
	var variance int64
	late := func(key, spread int64) {
		if variance += square(spread); !b.light {
			r.parts = append(r.parts, part{key, spread})
		}
	}
	if w.Direct {
		r.Legs = append(r.Legs, b.road(b.s.whole, b.from.id(OriginPoint), b.to.id(DestinationPoint), b.from.At, b.to.At))
		late(-1, b.s.whole.cost.Spread)
	} else {
		on, off := b.from.hauls[w.Start], b.to.hauls[w.End]
		if on.straight > 0 {
			place := b.s.net.Places[on.place]
			r.Legs = append(r.Legs, b.road(on, b.from.id(OriginPoint), place.ID, b.from.At, place.At))
		}
		for _, a := range w.Arcs {
			r.Legs = b.extend(r.Legs, a)
			late(int64(a), b.s.view.Spread[a])
		}
		if off.straight > 0 {
			place := b.s.net.Places[off.place]
			r.Legs = append(r.Legs, b.road(off, place.ID, b.to.id(DestinationPoint), place.At, b.to.At))
		}
		late(-2-2*int64(on.place), on.cost.Spread)
		late(-3-2*int64(off.place), off.cost.Spread)
	}
	for i := range r.Legs {
		l := &r.Legs[i]
		r.Totals = r.Totals.plus(l.Totals)
		r.Soft += l.Soft
		for _, c := range l.Countries {
			if !slices.Contains(r.Countries, c) {
				r.Countries = append(r.Countries, c)
			}
		}
		for _, g := range l.Gateways {
			if !slices.Contains(r.Gateways, g) {
				r.Gateways = append(r.Gateways, g)
			}
		}
		switch l.What {
		case network.Border.String():
			r.Borders++
		case network.GaugeChange.String():
			r.GaugeChanges++
		}
	}
	r.ThroughKazakhstan = slices.Contains(r.Countries, "KZ")
	r.certain = b.s.view.Generalised(tariff.Cost{Money: r.Cents, Carbon: r.Grams})
	p10, p50, p90 := tariff.Quantiles(r.Seconds, variance)
	r.Days = Days{float64(p10) / day, float64(p50) / day, float64(p90) / day}
	return r
}

// road is a leg by lorry between an end and a yard.
func (b *builder) road(h haul, from, to string, a, z LonLat) Leg {
	country := b.to.country
	if h.place != network.None {
		country = b.s.net.Places[h.place].Country
	}
	cost, rows := b.s.view.Haul(h.straight, country)
	length := b.s.view.RoadLength(h.straight)
	ends := [2]string{b.from.country, country}
	if from != OriginPoint && from != b.from.ID {
		ends = [2]string{country, b.to.country}
	}
	l := Leg{
		Kind: network.Road, What: network.Road.String(), From: from, To: to,
		Totals: Totals{cost.Money, cost.Time, cost.Carbon, int64(length)},
		Points: []LonLat{a, z},
	}
	l.Countries = slices.Compact(ends[:])
	l.add(explain(rows), b.light)
	return l
}

// extend adds an arc to the legs: a leg of its own, or more of the leg before, where a box stays on the same train or ship.
func (b *builder) extend(legs []Leg, id network.ArcID) []Leg {
	net, v := b.s.net, b.s.view
	a := &net.Arcs[id]
	if last := len(legs) - 1; a.Kind == network.Transfer || last < 0 || legs[last].Kind != a.Kind ||
		legs[last].Gauge != int(a.Gauge) || len(legs[last].Points) > 0 || a.Kind == network.Road || a.Kind == network.Ferry {
		l := Leg{Kind: a.Kind, What: a.Kind.String(), From: b.placeAt(a.From), Gauge: int(a.Gauge)}
		if a.Kind == network.Transfer {
			l.What = a.Work.String()
			l.From = net.Places[a.Place].ID
		}
		legs = append(legs, l)
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
	l.Countries = b.countries(l.Countries, a)
	l.Gateways = names(l.Gateways, uint64(a.Gateways), net.Gateways)
	l.Passages = names(l.Passages, uint64(a.Passages), net.Passages)
	l.Drawn = append(l.Drawn, net.DrawnOf(id)...)
	l.add(b.s.explained(id), b.light)
	return legs
}

// placeAt is the id of the place of a node; empty at sea.
func (b *builder) placeAt(n network.NodeID) string {
	if p := b.s.net.Nodes[n].Place; p != network.None {
		return b.s.net.Places[p].ID
	}
	return ""
}

// countries adds those of an arc in the order in which they are met: that of its start, then the others, then that of its
// end.
func (b *builder) countries(list []string, a *network.Arc) []string {
	net := b.s.net
	add := func(c string) {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	country := func(n network.NodeID) string {
		if p := net.Nodes[n].Place; p != network.None && a.Kind != network.Sea {
			return net.Places[p].Country
		}
		return ""
	}
	first, last := country(a.From), country(a.To)
	if a.Kind == network.Transfer {
		first, last = "", "" // a border post may stand for both its sides
	}
	in := func(c string) bool {
		return c != "" && slices.Contains(names(nil, uint64(a.Countries), net.Countries), c)
	}
	if in(first) {
		add(first)
	}
	for _, c := range names(nil, uint64(a.Countries), net.Countries) {
		if c != last {
			add(c)
		}
	}
	if in(last) {
		add(last)
	}
	return list
}

// add takes in the figures that a part of a leg rests on: the leg is no better known than its weakest.
func (l *Leg) add(e *explained, light bool) {
	l.Soft += e.soft
	if light {
		l.Status = max(l.Status, e.prov.Status)
		return
	}
	l.Rows = append(l.Rows, e.rows...)
	l.Provenance = l.Provenance.Weaker(e.prov)
	for _, rule := range e.by {
		if !slices.Contains(l.Rules, rule) {
			l.Rules = append(l.Rules, rule)
		}
	}
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

// Through names a route by its gateways, such as "khorgos, brest".
func (r *Route) Through() string { return strings.Join(r.Gateways, ", ") }
