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

// What is not whole, and routes that come back to what they have left, are told by the reply as by the answer.
func TestReplyTellsItsBounds(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(net)
	for _, c := range []struct {
		via  []string
		want solver.ComesBack
	}{
		{nil, solver.NoneComesBack}, {[]string{"khorgos"}, solver.NoneComesBack}, {[]string{"khorgos", "torugart"}, solver.MustComeBack},
		{[]string{"khorgos", "cape", "suez", "suifenhe", "poti", "kars", "aktau", "irkeshtam"}, solver.MayComeBack},
	} {
		q := Default
		q.Via = c.via
		for _, light := range []bool{true, false} {
			if !light && c.want == solver.MayComeBack {
				continue // it takes long to give up
			}
			reply, _ := s.Answer(Ask{Query: q, Light: light})
			if reply.ComesBack != string(c.want) || len(reply.Cards) == 0 {
				t.Errorf("via %v, light %v: %d cards, comes back %q", c.via, light, len(reply.Cards), reply.ComesBack)
			}
			if c.want != solver.NoneComesBack && English.ComesBack[reply.ComesBack] == "" {
				t.Errorf("no words for %q", reply.ComesBack)
			}
			q.Light = light
			if a, err := solver.Rank(net, solver.Scenario{}, q); err != nil || reply.ListCut == a.ListComplete {
				t.Errorf("via %v, light %v: the list is cut %v, and complete %v", c.via, light, reply.ListCut, a.ListComplete)
			}
		}
	}
}
