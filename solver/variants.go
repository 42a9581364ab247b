package solver

import (
	"math"

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
	if len(s.mark) == 0 {
		s.mark = make([]int32, len(s.net.Arcs))
	}
	for i := range routes {
		way, marked := &ways[routes[i].way], false
		for j := range i {
			other := &ways[routes[j].way]
			if routes[j].VariantOf > 0 || other.Gates != way.Gates || other.Direct || way.Direct {
				continue
			}
			if twins(way, other) || len(routes[i].Labels) > 0 && gainless(way, other) {
				routes[i].VariantOf = routes[j].Rank
				break
			}
			if !marked {
				s.markArcs(way)
				marked = true
			}
			if common, least := s.common(way, other), min(way.General, other.General); common > least/100*mostShared+least%100*mostShared/100 {
				routes[i].VariantOf = routes[j].Rank
				break
			}
		}
	}
}

func (s *Solver) markArcs(way *search.Way) {
	if s.marks == math.MaxInt32 {
		clear(s.mark)
		s.marks = 0
	}
	s.marks++
	for _, a := range way.Arcs {
		s.mark[a] = s.marks
	}
}

// common is what two ways share, in generalised cost; the arcs of the first are marked.
func (s *Solver) common(way, other *search.Way) int64 {
	var sum int64
	if way.Start == other.Start {
		sum += s.question.From[way.Start].General
	}
	if way.End == other.End {
		sum += s.question.To[way.End].General
	}
	for _, a := range other.Arcs {
		if s.mark[a] == s.marks {
			sum += s.view.General[a]
		}
	}
	return sum
}
