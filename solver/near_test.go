package solver

import "testing"

// A point names the place it is near, and tells how far it is to the nearest terminal that a lorry reaches; so does a place that
// has no terminal itself.
func TestNearestTerminalIsTold(t *testing.T) {
	net, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	s := New(net)
	for _, c := range []struct {
		end            End
		near, terminal string
		km             float64
	}{
		{End{At: LonLat{Lon: 136.5, Lat: 49.5}}, "khv", "vvo", 793},
		{End{Place: "khv"}, "", "vvo", 644},
		{End{Place: "sia"}, "", "", 0},
		{End{At: LonLat{Lon: 109.0, Lat: 34.4}}, "", "", 0}, // within Xi'an
		{End{At: LonLat{Lon: 11.5, Lat: 49.5}}, "nue", "nue", 34},
	} {
		a, err := s.Rank(Scenario{}, Query{From: c.end, To: End{Place: "dui"}})
		if err != nil {
			t.Fatal(err)
		}
		f := a.From
		if f.Near != c.near || f.Terminal != c.terminal || f.TerminalKm < 0.9*c.km || f.TerminalKm > 1.1*c.km {
			t.Errorf("%+v is near %q, %.0f km from %q; want near %q, %.0f km from %q", c.end, f.Near, f.TerminalKm, f.Terminal, c.near, c.km, c.terminal)
		}
	}
}
