package solver

import (
	"math"
	"strings"
	"testing"
)

func TestParsePoint(t *testing.T) {
	almaty := LonLat{Lon: 76.95, Lat: 43.25}
	for text, want := range map[string]LonLat{
		"43.25,76.95": almaty, "43.25, 76.95": almaty, " 43.25 76.95 ": almaty, "43.25\t76.95": almaty, "+43.25 +76.95": almaty,
		"N43.25 E76.95": almaty, "n43.25,e76.95": almaty, "N 43.25 E 76.95": almaty, "43.25N 76.95E": almaty, "43.25 N, 76.95 E": almaty, "E76.95 N43.25": almaty,
		"N43.25E76.95": almaty, "43.25°N 76.95°E": almaty, "43.25° 76.95°": almaty, "43.25°, 76.95°": almaty,
		"43°15'N 76°57'E": almaty, "43° 15′ N, 76° 57′ E": almaty, "43°15'0\"N 76°57'0\"E": almaty, "N43°15' E76°57'": almaty, "43°15’00”N 76°57’00”E": almaty,
		"43.25;76.95": almaty, "43.25; 76.95": almaty, "43.25 ; 76.95": almaty, "43.25؛ 76.95": almaty, "43.25；76,95": almaty, "N43.25;E76.95": almaty, "43°15'N; 76°57'E": almaty, "(43.25;76.95)": almaty,
		"43;-76,5": {Lon: -76.5, Lat: 43}, "43,25 76,95": almaty, "43,25; 76,95": almaty, "43,25, 76,95": almaty, "43,25;76,95": almaty, "(43.25, 76.95)": almaty, "[43.25,76.95]": almaty,
		"43.25، 76.95": almaty, "٤٣٫٢٥ ٧٦٫٩٥": almaty, "43.25，76.95": almaty, "43.25、76.95": almaty, "−33,8667 151,2": {Lon: 151.2, Lat: -33.8667},
		"43°15' 76°57'": almaty, "76°57'E 43°15'N": almaty,
		"33°52'S 151°12'E": {Lon: 151.2, Lat: -33.8667}, "-33.8667 151.2": {Lon: 151.2, Lat: -33.8667}, "-33°52' 151°12'": {Lon: 151.2, Lat: -33.8667},
		"51.5N 0.5W": {Lon: -0.5, Lat: 51.5}, "-0°30' 10": {Lon: 10, Lat: -0.5}, "0,0": {},
	} {
		if got, ok := ParsePoint(text); !ok || math.Abs(got.Lat-want.Lat) > 1e-4 || math.Abs(got.Lon-want.Lon) > 1e-4 {
			t.Errorf("%q reads %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", "43.25", "43.25,", ",76.95", "43.25,,76.95", "43.25 76.95 1", "51.5,7.0abc", "N43.25 N76.95", "43.25N 76.95", "N E", "43.25 76.95 N",
		"-43N 76E", "43°75'N 76°57'E", "43'N 76'E", "43°15'15'N 76E", "1e3,5", "43-76", "43.2.5 76", "NaN NaN", "Inf,0", "Essen", "NN43 E7", "°", "43° 15 N 7 E", "43,25,76,95", "43.25;76.95;1", "43.25;;76.95", "43.25,;76.95", "43.25;,76.95", ";43.25 76.95", "43.25 76.95;", ";", "43;x", "43,2,5;76", "43 25;76", "(43.25 76.95", "()", "43,25 76,95 1", "43,25,76,95;", "43,2x; 76,95", "4,3,2 7,6", "43,25;", "--43,25 76,95",
	} {
		if got, ok := ParsePoint(text); ok {
			t.Errorf("%q reads %v", text, got)
		}
	}
}

func FuzzParsePoint(f *testing.F) {
	f.Add("43°15'N 76°57'E")
	f.Add("N43.25 E76.95")
	f.Fuzz(func(t *testing.T, text string) {
		if at, ok := ParsePoint(text); ok && (math.IsNaN(at.Lat) || math.IsNaN(at.Lon)) {
			t.Fatalf("%q is no number", text)
		}
	})
}

// A point goes by road to terminals of its own customs territory alone, whatever place across the border is nearer; where there
// is none, that is told.
func TestNoBorderOnTheWayToATerminal(t *testing.T) {
	net := load(t)
	for _, c := range []struct {
		what      string
		at        LonLat
		countries string // of the terminals; empty: none
	}{
		{"Zaysan", LonLat{Lat: 47.5, Lon: 84.7}, "KZ RU"}, {"Pyongyang", LonLat{Lat: 39, Lon: 125.7}, ""}, {"Yerevan", LonLat{Lat: 40.2, Lon: 44.5}, ""},
		{"Kabul", LonLat{Lat: 34.5, Lon: 69.2}, ""}, {"Lviv", LonLat{Lat: 49.8, Lon: 24}, ""}, {"Chisinau", LonLat{Lat: 47, Lon: 28.8}, ""},
		{"Nakhchivan", LonLat{Lat: 39.2, Lon: 45.4}, ""}, {"east of Kaliningrad", LonLat{Lat: 54.7, Lon: 22}, "RU"},
		{"Luxembourg", LonLat{Lat: 49.6, Lon: 6.1}, "BE DE FR NL CH"}, {"Zagreb", LonLat{Lat: 45.8, Lon: 16}, "AT HU IT SI DE CZ SK"},
	} {
		s := New(net)
		var e end
		if err := s.understand(&e, "from", End{At: c.at}); err != nil {
			t.Fatal(err)
		}
		if (len(e.hauls) > 0) != (c.countries != "") {
			t.Errorf("%s goes to %d terminals", c.what, len(e.hauls))
		}
		for _, h := range e.hauls {
			if p := net.Places[h.place]; !strings.Contains(c.countries, p.Country) {
				t.Errorf("%s goes by road to %s in %s", c.what, p.ID, p.Country)
			}
		}
		a, err := s.Rank(Scenario{}, Query{From: End{At: c.at}, To: End{Place: "dui"}})
		if err != nil {
			t.Fatal(err)
		}
		if c.countries == "" && (len(a.Routes) > 0 || len(a.Unserved) != 1) {
			t.Errorf("%s: %d routes, unserved %v", c.what, len(a.Routes), a.Unserved)
		}
	}
	// What joins two points of lands that are not in the tables is not known.
	a, err := New(net).Rank(Scenario{}, Query{From: End{At: LonLat{Lat: 34.5, Lon: 69.2}}, To: End{At: LonLat{Lat: 31.6, Lon: 65.7}}})
	if err != nil || len(a.Routes) > 0 {
		t.Errorf("Kabul to Kandahar: %v, %v", a, err)
	}
}

// A point is near a place where one is near, and near none in the midst of Siberia or of Australia.
func TestNearNothing(t *testing.T) {
	s := New(load(t))
	for at, near := range map[LonLat]string{{Lon: 128.1, Lat: 72.1}: "", {Lon: 116, Lat: -32}: "", {Lon: 90, Lat: 60}: "kja", {Lon: 77.5, Lat: 44}: "zht"} {
		a, err := s.Rank(Scenario{}, Query{From: End{At: at}, To: End{Place: "dui"}})
		if err != nil {
			t.Fatal(err)
		}
		if a.From.Near != near || (a.From.Name == "") != (near == "") {
			t.Errorf("%v is near %q, %q, want %q", at, a.From.Near, a.From.Name, near)
		}
	}
}
