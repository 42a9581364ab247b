package page

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"zhol/solver"
)

// tables counts every figure of the network and the tariff by table, status and source, and lists those of one table.
func (s *Service) tables(table string) *Tables {
	out := Tables{Table: table}
	cited, at := map[string]int{}, map[string]int{}
	for _, f := range solver.Figures(s.net) {
		i, ok := at[f.Table]
		if !ok {
			i = len(out.Tally)
			at[f.Table] = i
			out.Tally = append(out.Tally, Tally{Table: f.Table, Statuses: map[string]int{}})
		}
		out.Tally[i].Statuses[f.Status.String()]++
		for _, key := range f.Sources {
			cited[key]++
		}
		if f.Table == table {
			r := s.known(f.Provenance)
			r.Cause, r.Text = f.ID, f.Value+" "+f.Unit
			out.Figures = append(out.Figures, r)
		}
	}
	for key, doc := range s.net.Sources {
		out.Documents = append(out.Documents, &Document{
			Source: Source{doc.Title, doc.Address}, Publisher: doc.Publisher, Year: doc.Year, Figures: cited[key],
		})
	}
	slices.SortStableFunc(out.Documents, func(a, b *Document) int {
		return cmp.Or(cmp.Compare(b.Figures, a.Figures), strings.Compare(a.Publisher, b.Publisher), strings.Compare(a.Title, b.Title))
	})
	s.hold()
	out.Held, out.Sums = slices.Clone(s.held), s.sums
	for i := range out.Held {
		out.Held[i].By = s.named(out.Held[i].By) // in the language asked for now
	}
	return &out
}

// standing is what a file of the site tells of the published figures beside ours, for tables of a version.
type standing struct {
	Data string `json:"data"`
	Held []Held `json:"held"`
	Sums []Sum  `json:"sums"`
}

// hold has the published figures beside ours, once: it takes a question a row, which a file made with the site spares the reader.
func (s *Service) hold() {
	if s.held == nil && s.fetch != nil {
		var made standing
		if json.Unmarshal([]byte(s.fetch(heldFile)), &made) == nil && made.Data == s.net.Version {
			s.held, s.sums = made.Held, made.Sums
		}
	}
	if s.held == nil {
		held, sum, err := solver.Held(s.net)
		if err != nil {
			panic(err) // embedded: the tests read the table
		}
		for _, h := range held {
			row := Held{h.What, h.By, h.Date, h.Unit, h.Low, h.High, h.Ours, h.Found, h.Error, h.Good, h.Reason, s.known(h.Provenance)}
			s.held = append(s.held, row)
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
}

// named puts a corridor into words: what its ids, apart by commas, are called.
func (s *Service) named(ids string) string {
	parts := strings.Split(ids, ", ")
	for i, id := range parts {
		parts[i] = s.closed(id).Name
	}
	return strings.Join(parts, " · ")
}
