package solver

import (
	"slices"

	"zhol/solver/network"
	"zhol/solver/search"
)

// absurdFactor is how many times the generalised cost of a way that beats it a beaten way may have and still be listed. It
// is a choice of what to offer, not a figure of the field: the Middle Corridor and the Cape stay well within it.
const absurdFactor = 2

// exclave is the gateway whose trains leave their own customs territory and come back to it on the way out.
const exclave = "kaliningrad"

// detourShare is by how many hundredths a beaten way may cost more, in generalised cost, than one that beats it and is the
// same but for further ports of call. It is a choice of what to offer as well: by Lianyungang instead of Shanghai is an
// alternative, from Tokyo to the Suez Canal by Vostochny is a detour.
const detourShare = 10

// portsOfCall are the gateways that are seaports of the oceans, or passages: to pass one more of them is another call, where a
// border or a port of the Caspian Sea makes another corridor. So does one where a way changes gauge: see through.
func portsOfCall(net *Network) uint32 {
	calls := ^network.Gateways(0)
	for i := range net.Arcs {
		a := &net.Arcs[i]
		if a.Kind != network.Sea && !(a.Place != network.None && net.Places[a.Place].Roles.Has(network.Seaport)) {
			calls &^= a.Gateways
		}
	}
	return uint32(calls)
}

// sensible leaves out the ways that nobody would book: those beaten in money, time and carbon at once by a way that is at
// most half as dear in all, or that does not come back into a customs territory as they do, or that they are a detour from
// and that is cheaper by a tenth. Beaten ways of other kinds are listed, and labelled, and so is what is spared. The first so
// many are the best of a kind, and may be detours; others are left out where they sail on from another, or drive on, or do something
// idle, or are twins of a better one, too, or where one is the other again.
//
// A detour is listed all the same where a dearer way by its gateways is, be that the best of a kind: the cheapest by these is to
// stand there first.
func (s *Solver) sensible(ways []search.Way, bests int, spared func(w search.Way) bool) []search.Way {
	s.verdicts = s.verdicts[:0]
	for i := range ways {
		v := s.verdict(ways, i, bests)
		if spared(ways[i]) {
			v = booked
		}
		s.verdicts = append(s.verdicts, v)
	}
	for i := range ways {
		if s.verdicts[i] != booked {
			continue
		}
		first := i
		for j := range ways {
			if ways[j].Gates == ways[i].Gates && ways[j].General < ways[first].General && s.verdicts[j] <= roundabout {
				first = j
			}
		}
		s.verdicts[first] = booked
	}
	out := s.sensed[:0]
	for i, w := range ways {
		if s.verdicts[i] == booked {
			out = append(out, w)
		}
	}
	s.sensed = out
	return out
}

// verdict is what sensible makes of a way.
type verdict uint8

const (
	booked     verdict = iota // somebody may book it
	roundabout                // a detour from another
	senseless
)

// verdict on the i-th of ways, of which the first so many are the best of a kind.
func (s *Solver) verdict(ways []search.Way, i, bests int) verdict {
	w, back := &ways[i], s.comesBack(ways[i])
	out := booked
	for j := range ways {
		o := &ways[j]
		if !beats(o.Cost, w.Cost) {
			continue
		}
		if w.General > absurdFactor*o.General || back && !s.comesBack(*o) || i >= bests && (s.sailsOn(w, o) || s.drivesOn(w, o) || s.idle(w, o)) {
			return senseless
		}
		if i >= bests && w.General-o.General > o.General/100*detourShare && s.detours(w, o) {
			out = roundabout
		}
	}
	if i >= bests && (s.echoed(*w, ways).General < w.General ||
		slices.ContainsFunc(ways[:i], func(o search.Way) bool { return o.General <= w.General && twins(&o, w) }) ||
		slices.ContainsFunc(ways[:bests], func(o search.Way) bool { return s.echoes(&o, w) })) {
		return senseless
	}
	return out
}

// detours tells whether a way goes as another does, but for further ports of call; or but for the land borders that it crosses to
// be shipped from another port of the same region, or from one after it was, and for the ports themselves.
func (s *Solver) detours(w, o *search.Way) bool {
	if w.Gates == o.Gates {
		return false
	}
	more, less := w.Gates&^o.Gates&^(s.calls&^s.through(w)), o.Gates&^w.Gates
	if more == 0 && less == 0 {
		return true
	}
	a, b := s.voyage(w), s.voyage(o)
	if a.from != "" && a.from == b.from {
		more, less = more&^a.before, less&^(b.before&s.calls)
	}
	if a.to != "" && a.to == b.to {
		more, less = more&^a.after, less&^(b.after&s.calls)
	}
	return more == 0 && less == 0
}

// through are the gateways that a way goes through by train from one gauge to the other, as it may do at a port.
func (s *Solver) through(w *search.Way) (gates uint32) {
	for _, a := range w.Arcs {
		if arc := &s.net.Arcs[a]; arc.Work == network.GaugeChange {
			gates |= uint32(arc.Gateways)
		}
	}
	return gates
}

// sailsOn tells whether a way goes as another does, but for where it sails from one port to the next: by further passages, by none
// that has a name, or by further ports, at which it only changes ships. Whoever books a ship by its ports gets the other.
func (s *Solver) sailsOn(w, o *search.Way) bool {
	if w.Direct || o.Direct || w.Start != o.Start || w.End != o.End || o.Gates&^w.Gates != 0 || w.Gates&^o.Gates&^s.calls != 0 {
		return false
	}
	for a, b := w.Arcs, o.Arcs; len(a) > 0 || len(b) > 0; {
		var here, there stage
		if here, a = s.stage(a); len(b) == 0 {
			return false
		}
		if there, b = s.stage(b); here.done != there.done || here.ships < there.ships {
			return false
		}
	}
	return true
}

// stage is the first of what a way does: an arc on land or by ferry, or ships to a port, from one to the next with nothing between.
type stage struct {
	done  int64 // tells it from all others that begin where it does
	ships int
}

// stage takes the first stage off some arcs.
func (s *Solver) stage(arcs []search.ArcID) (stage, []search.ArcID) {
	if len(arcs) == 0 {
		return stage{done: none}, nil
	}
	if s.net.Arcs[arcs[0]].Kind != network.Sea {
		return stage{done: int64(arcs[0])}, arcs[1:]
	}
	var out stage
	for {
		ashore := slices.IndexFunc(arcs, func(a search.ArcID) bool { return s.net.Arcs[a].Lane.From != "" })
		out.done, out.ships = int64(len(s.net.Arcs))+int64(s.net.Arcs[arcs[ashore]].To), out.ships+1
		arcs = arcs[ashore+1:]
		next := slices.IndexFunc(arcs, func(a search.ArcID) bool { return s.net.Arcs[a].Kind != network.Transfer })
		if next < 0 || s.net.Arcs[arcs[next]].Kind != network.Sea {
			return out, arcs
		}
		arcs = arcs[next:]
	}
}

// drivesOn tells whether two ways pass the same gateways by lorry all the way: by a yard on the road, where nothing is done, or by the
// same road priced in two pieces.
func (s *Solver) drivesOn(w, o *search.Way) bool {
	return w.Gates == o.Gates && s.byRoad(w) && s.byRoad(o)
}

// idle tells whether a way changes gauge where it is lifted onto the train, or off it, and another does without: a terminal of both
// gauges loads on the right one. Or whether it goes through the place that it begins or ends at and comes back there by road.
func (s *Solver) idle(w, o *search.Way) bool {
	if w.Direct {
		return false
	}
	var gates network.Gateways
	for i := 1; i < len(w.Arcs); i++ {
		a, b := &s.net.Arcs[w.Arcs[i-1]], &s.net.Arcs[w.Arcs[i]]
		if a.Work == network.LiftOn && b.Work == network.GaugeChange {
			gates |= b.Gateways
		} else if a.Work == network.GaugeChange && b.Work == network.LiftOff {
			gates |= a.Gateways
		}
	}
	return gates != 0 && o.Gates&^w.Gates == 0 && w.Gates&^o.Gates&^uint32(gates) == 0 || s.passesItsEnd(w) && !s.passesItsEnd(o)
}

// passesItsEnd tells whether a way goes through the place that is asked for as its origin after it has left it, or as its destination
// before it arrives.
func (s *Solver) passesItsEnd(w *search.Way) bool {
	if w.Direct {
		return false
	}
	passes := func(asked, yard network.PlaceID) bool {
		return asked != network.None && asked != yard && slices.ContainsFunc(w.Arcs, func(a search.ArcID) bool {
			return s.net.Nodes[s.net.Arcs[a].From].Place == asked || s.net.Nodes[s.net.Arcs[a].To].Place == asked
		})
	}
	return passes(s.from.place, s.from.hauls[w.Start].place) || passes(s.to.place, s.to.hauls[w.End].place)
}

// byRoad tells whether a way takes no train and no vessel.
func (s *Solver) byRoad(w *search.Way) bool {
	return !slices.ContainsFunc(w.Arcs, func(a search.ArcID) bool { return s.net.Arcs[a].Kind != network.Road })
}

// echoes tells whether a way is the same as another in all that is told of it and no better in what is not: its generalised cost is more
// by a rounding, and it is no surer.
func (s *Solver) echoes(w, o *search.Way) bool {
	return o.General < w.General && o.Gates == w.Gates && o.Money == w.Money && o.Time == w.Time && o.Carbon == w.Carbon &&
		s.variance(o, &s.from, &s.to) <= s.variance(w, &s.from, &s.to)
}

// echoed is the cheapest of the ways that a way echoes, or the way itself where it echoes none: of two that are the same a front may
// have come upon the one, and a list upon the other.
func (s *Solver) echoed(w search.Way, others ...[]search.Way) search.Way {
	out := w
	for _, ways := range others {
		for i := range ways {
			if o := &ways[i]; o.Money == w.Money && o.General < out.General && s.echoes(&w, o) {
				out = *o
			}
		}
	}
	return out
}

// voyage is what a way passes on land before its first ship of the oceans and after its last, and between which regions these
// sail. Land from port to port of one region, between two ships, is passed before; along the coast of the last region, it is
// passed after as well.
type voyage struct {
	from, to      string // empty where it takes no ship
	before, after uint32
}

func (s *Solver) voyage(w *search.Way) voyage {
	var v voyage
	for _, a := range w.Arcs {
		arc := &s.net.Arcs[a]
		switch {
		case arc.Lane.From != "": // ashore
			if v.from == "" {
				v.from = arc.Lane.From
			}
			if v.to == arc.Lane.From {
				v.before |= v.after
			}
			if v.to != arc.Lane.From || v.to != arc.Lane.To {
				v.after = 0
			}
			v.to = arc.Lane.To
		case arc.Kind == network.Sea:
		case v.to == "":
			v.before |= s.weights.Gates[a]
		default:
			v.after |= s.weights.Gates[a]
		}
	}
	return v
}

// beats tells whether a is no worse than b in money, time and carbon, and better in one.
func beats(a, b search.Cost) bool {
	return a.Money <= b.Money && a.Time <= b.Time && a.Carbon <= b.Carbon && (a.Money < b.Money || a.Time < b.Time || a.Carbon < b.Carbon)
}

// comesBack tells whether a way enters a customs territory again that it has left, other than an exclave of it.
func (s *Solver) comesBack(w search.Way) bool {
	if w.Gates&s.exclave != 0 {
		return false
	}
	passed := s.passed[:0] // territories, in order
	defer func() { s.passed = passed }()
	for _, a := range w.Arcs {
		arc := &s.net.Arcs[a]
		for _, n := range [2]network.NodeID{arc.From, arc.To} {
			p := s.net.Nodes[n].Place
			if arc.Kind == network.Transfer || p == network.None {
				continue
			}
			here := s.territory[p]
			before := slices.Index(passed, here)
			if before < 0 {
				passed = append(passed, here)
			} else if before < len(passed)-1 {
				return true
			}
		}
	}
	return false
}
