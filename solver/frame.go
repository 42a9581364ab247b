package solver

import (
	"math/bits"
	"slices"

	"zhol/solver/network"
	"zhol/solver/search"
)

// Frame is Rank for one frame of a drag: light, whatever the query says, and written over the last Frame, in whose slices
// it goes on. Take what must last out of it before the next one is asked for.
//
// While one end is held and the other dragged, a Frame makes no tree, and once it has seen as many routes and legs as it
// will see, it allocates nothing.
func (s *Solver) Frame(sc Scenario, q Query) (*Answer, error) {
	q.Light = true
	if err := s.answer(sc, q, &s.frame); err != nil {
		return nil, err
	}
	return &s.frame, nil
}

// Brief is Frame where that is soon done, for whoever can do nothing else meanwhile; nil where it takes longer, as it may where
// something is to be passed: see Lacks.
func (s *Solver) Brief(sc Scenario, q Query) (*Answer, error) {
	s.brief = true
	answer, err := s.Frame(sc, q)
	s.brief = false
	if s.long {
		return nil, nil
	}
	return answer, err
}

// Lacks tells whether the last Brief was nil for want of trees, as it is where something is to be passed and a pin comes to a customs
// territory that it has not been in. BriefBy makes them.
func (s *Solver) Lacks() bool { return s.left < 0 && s.left+s.made >= 0 }

// breathe is done between two pieces of a search's work; false where an answer is to be brief, and would take longer.
func (s *Solver) breathe(steps int, kept bool) (on bool) {
	s.pause()
	switch {
	case !s.brief || s.question.Need == 0:
		return true
	case !kept:
		s.left -= steps
	case !s.making:
		s.left -= steps
		s.made += steps
	}
	return s.left >= 0
}

// BriefBy is Brief in pieces, with whatever trees that takes: pause is called after every few hundredths of the work, for whoever has other
// things to do. Nothing else may be asked before it returns.
func (s *Solver) BriefBy(sc Scenario, q Query, pause func()) (*Answer, error) {
	s.pause, s.making = pause, true
	answer, err := s.Brief(sc, q)
	s.pause, s.making = steadily, false
	return answer, err
}

// Ready prices a scenario in pieces, and so spares the first question in it what takes longest: pause is called after every few hundredths
// of the work. Errors are those of Rank, but for those of the ends. Nothing else may be asked before it returns.
func (s *Solver) Ready(sc Scenario, q Query, pause func()) error {
	s.pause = pause
	err := s.enter(sc, q)
	s.pause = steadily
	return err
}

// steadily makes no pause.
func steadily() {}

// scratch is what a question is worked out in.
type scratch struct {
	frame      Answer
	near       []string // by PlaceID: what a point near it is called
	drives     *network.Drives
	around     []haul // of reach
	kept       []search.Way
	listed     []search.Way
	sensed     []search.Way
	verdicts   []verdict
	passed     []int32
	lost       []Unserved
	territory  []int32 // by PlaceID: see territories
	wholes     [1]haul
	lateDirect []search.Stub
	crossed    [][]string // by ArcID: see crossings
	likeness   search.Likeness
}

// more makes a slice one longer. What lay there from an earlier use is kept, for the slices in it.
func more[T any](list []T) []T {
	if len(list) < cap(list) {
		return list[:len(list)+1]
	}
	var zero T
	return append(list, zero)
}

// territories numbers the places so that two have the same number if and only if no customs lies between their countries.
func territories(net *Network) []int32 {
	out := make([]int32, len(net.Places))
	var firsts []int32       // of each territory the first place
	of := map[string]int32{} // by country
	for i := range net.Places {
		country := net.Places[i].Country
		first, ok := of[country]
		if !ok {
			at := slices.IndexFunc(firsts, func(p int32) bool { return net.OpenBorder(net.Places[p].Country, country) })
			if at < 0 {
				at, firsts = len(firsts), append(firsts, int32(i))
			}
			first = firsts[at]
			of[country] = first
		}
		out[i] = first
	}
	return out
}

// crossings lists for every arc the countries it crosses or stands in, in the order in which they are met: that of its
// start, then the others, then that of its end.
func crossings(net *Network) [][]string {
	out := make([][]string, len(net.Arcs))
	var flat []string
	for i := range net.Arcs {
		a := &net.Arcs[i]
		begin := len(flat)
		country := func(n network.NodeID) string {
			// A ship is in no country, and a border post may stand for both its sides.
			if p := net.Nodes[n].Place; p != network.None && a.Kind != network.Sea && a.Kind != network.Transfer {
				return net.Places[p].Country
			}
			return ""
		}
		first, last := country(a.From), country(a.To)
		at := func(of string) {
			for i, set := range a.Countries {
				for ; set != 0; set &= set - 1 {
					c := net.Countries[i<<6+bits.TrailingZeros64(set)].ID
					if (of == "" && c != first && c != last || of != "" && c == of) && !slices.Contains(flat[begin:], c) {
						flat = append(flat, c)
					}
				}
			}
		}
		if first != "" {
			at(first)
		}
		at("")
		if last != "" {
			at(last)
		}
		out[i] = flat[begin:len(flat):len(flat)]
	}
	return out
}

// another is a Solver on the same network, with nothing worked out.
func (s *Solver) another() *Solver {
	o := &Solver{net: s.net, graph: s.graph, kz: s.kz, ru: s.ru, bypassed: s.bypassed, exclave: s.exclave, calls: s.calls, enclosed: s.enclosed, pause: steadily}
	o.drives = network.NewDrives(s.net)
	o.near, o.crossed, o.territory = s.near, s.crossed, s.territory
	return o
}
