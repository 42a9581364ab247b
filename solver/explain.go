package solver

import (
	"slices"

	"zhol/solver/network"
)

// explained is why an arc costs what it does.
type explained struct {
	rows []Row
	prov Provenance // of all the rows, and of the length
	soft int64      // cents that rest on estimated or recalled figures
	late int64      // seconds that do
	by   []string   // the rules of what is estimated, each once
}

// explained explains an arc under the current view. It is remembered: the routes of one scenario share most of their arcs.
func (s *Solver) explained(a network.ArcID) *explained {
	if s.why[a] == nil {
		e := explain(s.view.Rows(a))
		if arc := &s.net.Arcs[a]; arc.Length > 0 {
			e.prov = e.prov.Weaker(arc.Provenance)
			e.by = addRule(e.by, arc.Provenance)
		}
		s.why[a] = e
	}
	return s.why[a]
}

func explain(rows []Row) *explained {
	e := &explained{rows: rows}
	for _, r := range rows {
		e.prov = e.prov.Weaker(r.Provenance)
		e.by = addRule(e.by, r.Provenance)
		if r.Status >= network.Estimated {
			e.soft += r.Money
			e.late += r.Time
		}
	}
	return e
}

// addRule adds the rule by which a figure is estimated, unless it stands there already.
func addRule(list []string, p Provenance) []string {
	if p.Status == network.Estimated && p.Note != "" && !slices.Contains(list, p.Note) {
		list = append(list, p.Note)
	}
	return list
}
