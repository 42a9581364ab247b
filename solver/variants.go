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
	spot := func(id network.NodeID) int64 {
		n := &net.Nodes[id]
		if n.Place != network.None {
			return int64(n.Place)
		}
		return int64(len(net.Places)) + int64(n.End)
	}
	last := make(map[int64]int32, len(net.Arcs)) // by both spots: the last arc that is the first of those alike, and one more
	before := make([]int32, len(net.Arcs))       // the one before it
	out := make([]int32, len(net.Arcs))
	for i := range net.Arcs {
		a := &net.Arcs[i]
		spots := spot(a.From)<<32 | spot(a.To)
		at := last[spots]
		for at > 0 && !sameWork(a, &net.Arcs[at-1]) {
			at = before[at-1]
		}
		if at == 0 {
			before[i] = last[spots]
			at = int32(i) + 1
			last[spots] = at
		}
		out[i] = at - 1
	}
	return out
}

// sameWork tells whether two arcs between the same spots do the same. A border has a row for each line that it is reached by.
func sameWork(a, b *network.Arc) bool {
	return a.Kind == b.Kind && a.Work == b.Work && (a.Kind == network.Transfer || a.Row == b.Row)
}
