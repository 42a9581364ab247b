package page

import (
	"strings"
	"testing"

	"zhol/solver"
)

// The strip has no gap, its route at the cargo value asked with is the first of the list, and each change is another route.
func TestStrip(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(net)
	reply, _ := s.Answer(Ask{Query: Default, Show: "charts"})
	if len(reply.Strip) < 2 || reply.Worth <= 0 {
		t.Fatalf("%d stretches at %v", len(reply.Strip), reply.Worth)
	}
	for i, b := range reply.Strip {
		if b.From <= reply.Worth && reply.Worth < b.To && b.Rank != 1 {
			t.Errorf("at %v the first is #%d", reply.Worth, b.Rank)
		}
		if i > 0 && b.From != reply.Strip[i-1].To {
			t.Errorf("a gap before %v", b.From)
		}
	}
}

// A table of the data opens to its figures, each with its status and source; rows held against the world name corridor,
// status and document.
func TestTablesOpen(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(net)
	reply, _ := s.Answer(Ask{Query: Default, Show: "data", Table: "rail_links"})
	if n := len(reply.Tables.Figures); n != len(net.RailLinks) {
		t.Errorf("%d figures of %d rail links", n, len(net.RailLinks))
	}
	for _, f := range reply.Tables.Figures {
		if f.Cause == "" || !strings.HasSuffix(f.Text, " km") || f.Status == "" || len(f.Sources)+len(f.ToCheck) == 0 && f.Note == "" {
			t.Errorf("incomplete: %+v", f)
		}
	}
	for _, h := range reply.Tables.Held {
		if h.Known.Status == "" || h.Known.Date == "" || len(h.Known.Sources) == 0 {
			t.Errorf("%s tells neither status, date nor source: %+v", h.What, h.Known)
		}
	}
	if by := reply.Tables.Held[0].By; !strings.Contains(by, "Alashankou · Brest") {
		t.Errorf("the corridor is %q", by)
	}
}
