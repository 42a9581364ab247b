package tariff

import "zhol/solver/network"

// Over names what a Lines changes with.
type Over uint8

// What costs can change with, evenly.
const (
	CargoValue  Over = iota // US dollars per FEU
	CarbonPrice             // US dollars per tonne
	Dwell                   // times today's dwell at a place
	Price                   // times today's money of a mode
)

// Lines is the generalised cost of every arc as a straight line over one parameter: with x its value, an arc costs in
// proportion to
//
//	Fixed + x x Den/Num x Rising
//
// in integers, so that the parameter at which two ways tie is an exact fraction: (difference of Fixed) / (difference of
// Rising) x Num/Den. Nothing is negative.
type Lines struct {
	Fixed, Rising []int64 // by ArcID
	Num, Den      int64
	view          *View
	over          Over
	mode          network.Kind
}

// Lines takes the view's costs apart. place is read for Dwell, mode for Price.
//
// Over cargo value the lines are the formula of the package without any rounding; the others round what does not change
// once an arc, as General does. Spread stays as it is under every parameter.
//
// The dwell of an arc at a place is all the time of a transfer done there, and of a ferry that sails from there the wait
// for it, with what the scenario's own level makes of it. All of it is stretched alike.
func (v *View) Lines(over Over, place network.PlaceID, mode network.Kind) *Lines {
	n := len(v.Net.Arcs)
	l := &Lines{Fixed: make([]int64, n), Rising: make([]int64, n), Num: 1, Den: 1, view: v, over: over, mode: mode}
	switch over {
	case CargoValue:
		// Fixed in hundredths of a millionth of a dollar, Rising in microseconds
		rates := int64(v.book.holdingRate.values[0] + v.book.depreciationRate.values[0])
		l.Num, l.Den = 2*365*secondsPerDay*int64(one)/100, rates*v.Scenario.Cargo.teu()
	case Dwell:
		l.Num, l.Den = secondsPerDay, v.worth.day
	case Price:
		l.Den = 1e4 // millionths of a dollar in a cent
	}
	for a := range v.Net.Arcs {
		id := network.ArcID(a)
		l.Fixed[a], l.Rising[a] = l.split(v.Cost(id), v.Net.Arcs[a].Kind, func() int64 { return v.dwellAt(place, id) })
	}
	return l
}

// Haul is the line of pre- or on-carriage by road.
func (l *Lines) Haul(c Cost) (fixed, rising int64) {
	return l.split(c, network.Road, func() int64 { return 0 })
}

// Hire is what the hire of a box adds to the line, whatever changes: it is money, and of no mode.
func (l *Lines) Hire(c Cost) (fixed int64) {
	fixed, _ = l.split(c, network.Transfer, func() int64 { return 0 })
	return fixed
}

func (l *Lines) split(c Cost, kind network.Kind, dwell func() int64) (fixed, rising int64) {
	switch l.over {
	case CargoValue:
		return c.Money*1e6 + c.Carbon*l.view.worth.carbon, c.Time*int64(one) + c.Spread*l.view.worth.reliability
	case CarbonPrice:
		rising, c.Carbon = c.Carbon, 0
	case Dwell:
		rising = dwell()
		c.Time -= rising
	case Price:
		if kind == l.mode {
			rising, c.Money = c.Money, 0
		}
	}
	return l.view.worth.general(c), rising
}

// dwellAt is the part of an arc's time that a box stands at a place.
func (v *View) dwellAt(place network.PlaceID, a network.ArcID) int64 {
	arc := &v.Net.Arcs[a]
	switch {
	case arc.Kind == network.Transfer && arc.Place == place:
		return v.Time[a]
	case arc.Kind == network.Ferry && v.Net.Nodes[arc.From].Place == place:
		wait := int64(0)
		for _, r := range v.Rows(a) {
			if r.Cause == "wait" || r.Cause == ownLevel {
				wait += r.Time
			}
		}
		return wait
	}
	return 0
}
