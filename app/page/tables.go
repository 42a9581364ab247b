package page

import (
	"cmp"
	"slices"
	"strings"

	"zhol/solver"
	"zhol/solver/network"
	"zhol/solver/tariff"
)

// tables counts every figure of the network and the tariff by table, status and source.
func (s *Service) tables() *Tables {
	var out Tables
	cited := map[string]int{}
	tally := func(table string, p network.Provenance) {
		i := slices.IndexFunc(out.Tally, func(t Tally) bool { return t.Table == table })
		if i < 0 {
			i = len(out.Tally)
			out.Tally = append(out.Tally, Tally{Table: table, Statuses: map[string]int{}})
		}
		out.Tally[i].Figures++
		out.Tally[i].Statuses[p.Status.String()]++
		for _, key := range p.Sources {
			cited[key]++
		}
	}
	for _, l := range s.net.RailLinks {
		tally("rail_links", l.Provenance)
		for _, p := range l.Facts {
			tally("rail_facts", p)
		}
	}
	for _, l := range s.net.Ferries {
		tally("ferry_links", l.Provenance)
	}
	for _, l := range s.net.RoadLinks {
		tally("road_links", l.Provenance)
	}
	for _, p := range s.net.Places {
		tally("places", p.Provenance)
	}
	for _, f := range tariff.AllFigures() {
		tally(f.Table, f.Provenance)
	}
	for key, doc := range s.net.Sources {
		out.Documents = append(out.Documents, Document{
			Source: Source{doc.Title, doc.Address}, Publisher: doc.Publisher, Year: doc.Year, Figures: cited[key],
		})
	}
	slices.SortFunc(out.Documents, func(a, b Document) int {
		return cmp.Or(cmp.Compare(b.Figures, a.Figures), strings.Compare(a.Publisher, b.Publisher), strings.Compare(a.Title, b.Title))
	})
	if s.held == nil { // it takes a question a row, and the tables do not change
		held, sum, err := solver.Held(s.net)
		if err != nil {
			panic(err) // embedded: the tests read the table
		}
		for _, h := range held {
			s.held = append(s.held, Held{h.What, h.By, h.Date, h.Unit, h.Low, h.High, h.Ours, h.Found, h.Error, h.Good, h.Reason})
		}
		for _, free := range []bool{false, true} {
			of := &sum.HeldSums
			if free {
				of = &sum.Free
			}
			for _, u := range []struct {
				unit  string
				tally solver.HeldTally
				good  int
			}{{solver.HeldKm, of.Km, of.Km.Good}, {solver.HeldDays, of.Days, of.Inside}, {solver.HeldUSD, of.USD, of.USD.Good}, {solver.HeldKg, of.Kg, of.Kg.Good}} {
				s.sums = append(s.sums, Sum{u.unit, free, u.tally.Rows, u.good, u.tally.Median})
			}
		}
	}
	out.Held, out.Sums = s.held, s.sums
	return &out
}
