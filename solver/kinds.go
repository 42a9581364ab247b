package solver

import (
	"slices"

	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

// bestThroughKazakhstan finds the way of least generalised cost that passes Kazakhstan and is no excursion, whether listed or not, if it can
// be sought. An excursion among those that make sense may be better: it was not made for this. best is the least that any way costs.
func (s *Solver) bestThroughKazakhstan(ways []search.Way, best int64, from, to *end) (w search.Way, found, sought bool) {
	if len(ways) > 0 && ways[0].General == best && s.wayTouches(ways[0], s.kz, from, to) {
		return ways[0], true, true
	}
	if len(s.via) == MostVias || slices.Contains(s.via, s.kz) || s.question.Need != 0 && !s.question.Once {
		return search.Way{}, false, false
	}
	need := uint8(1) << len(s.via)
	searcher := s.at(&s.across, func(w *search.Weights) { w.Needs = s.needs(append(slices.Clone(s.via), s.kz)) })
	q := s.across.copy(s.question)
	q.Direct, q.Once = nil, true
	for _, stubs := range [2][]search.Stub{q.From, q.To} {
		for i := range stubs {
			if s.stubTouches(&stubs[i], s.kz) {
				stubs[i].Needs |= need
			}
		}
	}
	q.Need |= need
	w, found = s.best(searcher.Ask(q))
	return w, found, true
}

// beyond is the bit of ClosedBy for what is left out of a search altogether.
const beyond = tariff.Absent

// bestWithoutRussia finds the way of least generalised cost that does not touch Russia, by land or by sea, whether listed or
// not.
func (s *Solver) bestWithoutRussia(ways []search.Way, from, to *end) (search.Way, bool) {
	if len(ways) > 0 && !s.wayTouches(ways[0], s.ru, from, to) {
		return ways[0], true
	}
	if from.country == "RU" || to.country == "RU" {
		return search.Way{}, false
	}
	searcher := s.at(&s.detour, func(w *search.Weights) {
		w.ClosedBy = slices.Clone(w.ClosedBy)
		for a := range w.ClosedBy {
			if s.net.Affects(s.ru, network.ArcID(a)) {
				w.ClosedBy[a] |= beyond
			}
		}
	})
	q := s.detour.copy(s.question)
	for _, stubs := range [2][]search.Stub{q.From, q.To} {
		for i := range stubs {
			if s.stubTouches(&stubs[i], s.ru) {
				stubs[i].ClosedBy |= beyond
			}
		}
	}
	return s.best(searcher.Ask(q))
}

// best is the way of least generalised cost; it notes where the search for it was given up.
func (s *Solver) best(searcher *search.Searcher) (search.Way, bool) {
	w, ok, complete := searcher.BestSurely(search.General)
	s.gaveUp = s.gaveUp || !complete
	return w, ok
}

// wayTouches tells whether a way passes a country, hauls by road included.
func (s *Solver) wayTouches(w search.Way, country network.Feature, from, to *end) bool {
	id := s.net.Countries[country.Index].ID
	if from.country == id || to.country == id {
		return true
	}
	if w.Direct {
		return false
	}
	return s.stubTouches(&s.question.From[w.Start], country) || s.stubTouches(&s.question.To[w.End], country) ||
		slices.ContainsFunc(w.Arcs, func(a network.ArcID) bool { return s.net.Affects(country, a) })
}

// stubTouches tells whether a haul goes to or from a yard in a country.
func (s *Solver) stubTouches(stub *search.Stub, country network.Feature) bool {
	return s.net.Places[s.net.Nodes[stub.Node].Place].Country == s.net.Countries[country.Index].ID
}
