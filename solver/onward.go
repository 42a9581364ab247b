package solver

import (
	"slices"

	"zhol/solver/network"
	"zhol/solver/search"
)

// onwards are the weights under which no way comes back over land or by ferry into the customs territory it began in, nor leaves
// the one it ends in. What is to be passed is otherwise met where that is cheapest: over a border and back again, on the
// way elsewhere. Nobody means that by a route through Kazakhstan.
//
// Without anything to pass no such rule is needed, for there and back costs and gains nothing. Where every way comes back to something it is
// dropped: see Solver.ask.
type onwards struct {
	open     *search.Weights // that these were made from
	from, to int32           // territories, or anywhere
	weights  *search.Weights
	used     int // Solver.turn
}

// anywhere is no territory.
const anywhere = -1

// goOnward has the question at hand searched under such weights; false where no way is left under them, or where nothing is to
// be passed.
func (s *Solver) goOnward() bool {
	if s.weights = s.open; s.question.Need == 0 {
		return false
	}
	o := s.onwardFrom(s.question.Warm && len(s.via) == 1)
	s.pause()
	leads := s.scout.Leads(s.graph, o.weights, &s.question)
	if leads {
		s.weights = o.weights
	}
	return leads
}

// onwardFrom has such weights for the ends of the question at hand; or for the one that stands still alone, where the other is dragged.
// Once keeps to the rule at both, and wherever the pin is no other weights are wanted then. With more than one thing to pass that
// would cost more than it saves.
func (s *Solver) onwardFrom(dragged bool) *onwards {
	from, to := s.territoryOf(s.question.From), s.territoryOf(s.question.To)
	if dragged && from != anywhere && to != anywhere {
		if s.still {
			to = anywhere
		} else {
			from = anywhere
		}
	}
	for i := range s.onward {
		if o := &s.onward[i]; o.open == s.open && o.from == from && o.to == to {
			o.used = s.turn
			return o
		}
	}
	w := *s.open
	w.ClosedBy = slices.Clone(w.ClosedBy)
	for a := range s.net.Arcs {
		if s.turnsBack(&s.net.Arcs[a], from, to) {
			w.ClosedBy[a] |= beyond
		}
	}
	o := &s.onward[0]
	for i := range s.onward {
		if s.onward[i].used < o.used {
			o = &s.onward[i]
		}
	}
	*o = onwards{open: s.open, from: from, to: to, weights: &w, used: s.turn}
	return o
}

// territoryOf is the one customs territory that stubs stand in; anywhere, where there are several or an exclave.
func (s *Solver) territoryOf(stubs []search.Stub) int32 {
	out := int32(anywhere)
	for i := range stubs {
		p := s.net.Nodes[stubs[i].Node].Place
		if here := s.territory[p]; s.enclosed[p] || i > 0 && here != out {
			return anywhere
		} else {
			out = here
		}
	}
	return out
}

// turnsBack tells whether an arc leads into the one territory or out of the other, other than to an exclave or from it; or, where
// the two are one, either way.
func (s *Solver) turnsBack(arc *network.Arc, from, to int32) bool {
	p, q := s.net.Nodes[arc.From].Place, s.net.Nodes[arc.To].Place
	if p == network.None || q == network.None || s.enclosed[p] || s.enclosed[q] {
		return false
	}
	a, b := s.territory[p], s.territory[q]
	return a != b && (b == from || a == to || from == to && a == from)
}

// setRealms tells searches the customs territories by land and by ferry: ships are in none, a border post may stand for both its
// sides, and an exclave is left and reached again by the trains of its own country.
func (s *Solver) setRealms() {
	realm := func(n network.NodeID) int32 {
		if p := s.net.Nodes[n].Place; p != network.None && !s.enclosed[p] {
			return s.territory[p]
		}
		return anywhere
	}
	for i := range s.net.Arcs {
		arc, from, to := &s.net.Arcs[i], int32(anywhere), int32(anywhere)
		if arc.Kind != network.Transfer {
			from, to = realm(arc.From), realm(arc.To)
		}
		s.graph.Realms[0], s.graph.Realms[1] = append(s.graph.Realms[0], from), append(s.graph.Realms[1], to)
	}
}

// enclosed marks the places of an exclave: those joined to its gateway by land within their country.
func enclosed(net *Network) []bool {
	gateway := uint32(0)
	for i, g := range net.Gateways {
		if g.ID == exclave {
			gateway = 1 << i
		}
	}
	out := make([]bool, len(net.Places))
	for i := range net.Arcs {
		if a := &net.Arcs[i]; a.Place != network.None && uint32(a.Gateways)&gateway != 0 {
			out[a.Place] = true
		}
	}
	for more := true; more; {
		more = false
		for i := range net.Arcs {
			p, q := net.Nodes[net.Arcs[i].From].Place, net.Nodes[net.Arcs[i].To].Place
			if k := net.Arcs[i].Kind; (k == network.Rail || k == network.Road) && out[p] != out[q] && net.Places[p].Country == net.Places[q].Country {
				out[p], out[q], more = true, true, true
			}
		}
	}
	return out
}
