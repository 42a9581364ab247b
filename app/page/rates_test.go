package page

import (
	"math"
	"slices"
	"testing"

	"zhol/solver"
)

func TestTenthsIn(t *testing.T) {
	for text, want := range map[string]int{"": asUsual, "0": 0, "150": 1500, "33.3": 333, "1000": 10000} {
		if n, ok := tenthsIn(text, solver.MostLevel); !ok || n != want {
			t.Errorf("%q is read as %d, %v", text, n, ok)
		}
	}
	for _, text := range []string{"-1", "1000.1", "33.33", "NaN", "Inf", "a", "1e9"} {
		if n, ok := tenthsIn(text, solver.MostLevel); ok {
			t.Errorf("%q is taken as %d", text, n)
		}
	}
}

// However levels are set one after another, one world has one list of them.
func TestWithLevel(t *testing.T) {
	steps := []solver.Level{{Of: "sea", Thousandths: 1500}, {Of: "ala", Thousandths: 1000}, {Of: "rail", Thousandths: 0}, {Of: "aau", Thousandths: 500}}
	var there, back []solver.Level
	for i := range steps {
		there = withLevel(there, steps[i].Of, steps[i].Thousandths)
		last := steps[len(steps)-1-i]
		back = withLevel(back, last.Of, last.Thousandths)
	}
	want := []solver.Level{{Of: "rail"}, {Of: "sea", Thousandths: 1500}, {Of: "aau", Thousandths: 500}, {Of: "ala", Thousandths: 1000}}
	if !slices.Equal(there, want) || !slices.Equal(back, want) {
		t.Errorf("%v and %v", there, back)
	}
	for _, l := range want {
		there = withLevel(there, l.Of, asUsual)
	}
	if there != nil || withLevel(nil, "sea", 1000) != nil {
		t.Errorf("%v is left", there)
	}
}

// The strip goes along the price of a mode and the dwell at a place too, in percent; a level that is set moves the mark and
// leaves the points of change where they are, and a level of nothing as well.
func TestStripAlong(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	place := func(code string) string {
		p, ok := s.words.Place(code)
		if !ok {
			t.Fatal(code)
		}
		return p.ID
	}
	sia, pti, aktau := place("CNSIA"), place("GEPTI"), place("KZAAU")
	for _, over := range []string{"carbon", "rail", "sea", aktau} {
		ask := Ask{Query: solver.Query{From: solver.End{Place: sia}, To: solver.End{Place: pti}}, Show: "charts", Over: over}
		usual, _ := s.Answer(ask)
		if len(usual.Strip) == 0 {
			t.Errorf("nothing along %s", over)
			continue
		}
		if over == "carbon" {
			continue
		}
		if usual.Worth != 100 {
			t.Errorf("the mark of %s is at %v", over, usual.Worth)
		}
		if !slices.Contains(usual.Stands, aktau) {
			t.Errorf("no route stands at Aktau: %v", usual.Stands)
		}
		for _, level := range []int{0, 500, 2000} {
			ask.Scenario.Levels = []solver.Level{{Of: over, Thousandths: level}}
			now, _ := s.Answer(ask)
			if now.Worth != float64(level)/10 {
				t.Errorf("at %d the mark of %s is at %v", level, over, now.Worth)
			}
			for i := 1; i < min(len(now.Strip), len(usual.Strip)); i++ {
				if a, b := usual.Strip[i].From, now.Strip[i].From; math.Abs(a-b) > 0.5 {
					t.Errorf("with %s at %d change %d is at %v instead of %v", over, level, i, b, a)
				}
			}
			for _, b := range now.Strip {
				if level > 0 && b.From <= now.Worth && now.Worth < b.To && b.Rank != 1 {
					t.Errorf("with %s at %d the first is #%d", over, level, b.Rank)
				}
			}
		}
	}
}

// An end that no road leads on from is told with the terminal nearest to it.
func TestUnserved(t *testing.T) {
	net := tables(t)
	reply, _ := NewService(net).Answer(Ask{Query: solver.Query{From: Default.From, To: solver.End{At: solver.LonLat{Lon: 14.42, Lat: 35.88}}}})
	if len(reply.Cards) > 0 || len(reply.Unserved) != 1 || reply.Unserved[0].End != "to" || reply.Unserved[0].Name == "" || reply.Unserved[0].Km < 10 {
		t.Errorf("%d routes, and unserved are %+v", len(reply.Cards), reply.Unserved)
	}
}
