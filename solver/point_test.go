package solver

import (
	"math"
	"testing"
)

func TestParsePoint(t *testing.T) {
	almaty := LonLat{Lon: 76.95, Lat: 43.25}
	for text, want := range map[string]LonLat{
		"43.25,76.95": almaty, "43.25, 76.95": almaty, " 43.25 76.95 ": almaty, "43.25\t76.95": almaty, "+43.25 +76.95": almaty,
		"N43.25 E76.95": almaty, "n43.25,e76.95": almaty, "N 43.25 E 76.95": almaty, "43.25N 76.95E": almaty, "43.25 N, 76.95 E": almaty, "E76.95 N43.25": almaty,
		"N43.25E76.95": almaty, "43.25°N 76.95°E": almaty, "43.25° 76.95°": almaty, "43.25°, 76.95°": almaty,
		"43°15'N 76°57'E": almaty, "43° 15′ N, 76° 57′ E": almaty, "43°15'0\"N 76°57'0\"E": almaty, "N43°15' E76°57'": almaty, "43°15’00”N 76°57’00”E": almaty,
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
		"-43N 76E", "43°75'N 76°57'E", "43'N 76'E", "43°15'15'N 76E", "1e3,5", "43-76", "43.2.5 76", "NaN NaN", "Inf,0", "Essen", "NN43 E7", "°", "43° 15 N 7 E", "43,25,76,95", "43.25;76.95",
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
