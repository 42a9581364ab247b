package solver

import (
	"math"

	"zhol/solver/search"
)

// mostShared is how much of its cost, in hundredths, an entry of the list may have in common with another of the same
// gateways. It is a choice of what to offer, not a figure of the field.
const mostShared = 80

// likenesses finds among ranked routes those that are no entries of their own but variants of one: of the same gateways, and
// alike in more than mostShared hundredths of the cheaper one's generalised cost. They are listed because each is the best of
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
