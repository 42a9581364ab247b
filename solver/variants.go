package solver

import (
	"zhol/solver/network"
	"zhol/solver/search"
)

// mostShared is how much of its cost, in hundredths, an entry of the list may have in common with another of the same
// gateways. It is a choice of what to offer, not a figure of the field.
const mostShared = 80

// twinShare is by how many hundredths of money and of time two ways of the same gateways may differ and still be the same to
// whoever books: far within what either is sure of. A choice of what to offer as well.
const twinShare = 2

// twins tells whether two ways pass the same gateways, for all but the same money in all but the same time: by one yard of Khorgos or by
// the other.
func twins(a, b *search.Way) bool {
	return a.Gates == b.Gates && near(a.Money, b.Money) && near(a.Time, b.Time)
}

// gainless tells whether a way of the same gateways gains next to nothing over another: neither money nor time nor carbon.
func gainless(a, b *search.Way) bool {
	saves := func(x, y int64) bool { return x < y && !near(x, y) }
	return a.Gates == b.Gates && !saves(a.Money, b.Money) && !saves(a.Time, b.Time) && !saves(a.Carbon, b.Carbon)
}

// near tells whether two amounts are within twinShare of the lesser.
func near(x, y int64) bool { return max(x, y)-min(x, y) <= min(x, y)/100*twinShare }

// likenesses finds among ranked routes those that are no entries of their own but variants of one: of the same gateways, and
// alike in more than mostShared hundredths of the cheaper one's generalised cost, or twins; or the best of a kind by next to nothing, as
// by a trick of handling at a border. They are listed because each is the best of
// some kind; the best of that kind has to be told, however much it is like another.
func (s *Solver) likenesses(routes []Route, ways []search.Way) {
	for i := range routes {
		way, held := &ways[routes[i].way], false
		for j := range i {
			other := &ways[routes[j].way]
			if routes[j].VariantOf > 0 || other.Gates != way.Gates || other.Direct || way.Direct {
				continue
			}
			if twins(way, other) || len(routes[i].Labels) > 0 && gainless(way, other) {
				routes[i].VariantOf = routes[j].Rank
				break
			}
			if !held {
				s.likeness.Hold(s.graph, s.view.General, s.question.From, s.question.To, way)
				held = true
			}
			if s.likeness.Beyond(mostShared, other) {
				routes[i].VariantOf = routes[j].Rank
				break
			}
		}
	}
}

// alike numbers the arcs so that two have the same number if and only if they are the same work at the same place, or the same line
// between the same places or ends of a passage: whatever gauge the wagon is of, whatever line a border is reached by, and
// whatever region the ship was loaded in.
func alike(net *Network) []int32 {
	type spot struct {
		place network.PlaceID
		end   int32
	}
	at := func(id network.NodeID) spot {
		n := &net.Nodes[id]
		if n.Place != network.None {
			return spot{n.Place, 0}
		}
		return spot{network.None, n.End}
	}
	type doing struct {
		kind     network.Kind
		work     network.Work
		row      string
		from, to spot
	}
	first := make(map[doing]int32)
	out := make([]int32, len(net.Arcs))
	for i := range net.Arcs {
		a := &net.Arcs[i]
		d := doing{a.Kind, a.Work, a.Row, at(a.From), at(a.To)}
		if a.Kind == network.Transfer {
			d.row = "" // of a border, which has one for each line
		}
		if _, ok := first[d]; !ok {
			first[d] = int32(i)
		}
		out[i] = first[d]
	}
	return out
}
