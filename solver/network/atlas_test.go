package network

import (
	"strings"
	"testing"
)

func TestCountryAt(t *testing.T) {
	n := load(t)
	for _, c := range []struct {
		what    string
		at      LonLat
		country string
	}{
		{"Zaysan", LonLat{84.7, 47.5}, "KZ"}, {"Pyongyang", LonLat{125.7, 39}, ""}, {"Yerevan", LonLat{44.5, 40.2}, ""}, {"Kabul", LonLat{69.2, 34.5}, ""},
		{"Lviv", LonLat{24, 49.8}, ""}, {"Chisinau", LonLat{28.8, 47}, ""}, {"Kaliningrad", LonLat{20.5, 54.7}, "RU"}, {"Luxembourg", LonLat{6.1, 49.6}, "LU"},
		{"Zagreb", LonLat{16, 45.8}, "HR"}, {"Vaduz", LonLat{9.5, 47.1}, "CH"}, {"Lhasa", LonLat{91.1, 29.6}, "CN"}, {"Chukotka", LonLat{179.5, 67}, "RU"},
		{"Xi'an", LonLat{108.9, 34.3}, "CN"}, {"off the map", LonLat{-60, 10}, ""}, {"Nairobi", LonLat{36.8, -1.3}, ""},
	} {
		if got := n.CountryAt(c.at); got != c.country {
			t.Errorf("%s is in %q, want %q", c.what, got, c.country)
		}
	}
}

// Every place is in its country or within two cells of it: borders run by many.
func TestAtlasHasThePlaces(t *testing.T) {
	n := load(t)
	for _, p := range n.Places {
		near := false
		for dy := -2.0; dy <= 2; dy++ {
			for dx := -2.0; dx <= 2; dx++ {
				near = near || n.CountryAt(LonLat{p.At.Lon + dx/8, p.At.Lat + dy/8}) == p.Country
			}
		}
		if !near {
			t.Errorf("%s is in %q, and %s is not near", p.ID, n.CountryAt(p.At), p.Country)
		}
	}
}

// A spoilt atlas is told, whatever byte is cut or changed, or makes an atlas in which every cell can be asked for.
func TestSpoiltAtlas(t *testing.T) {
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	raw := tables["atlas.bin"]
	for i := 0; i < len(raw); i += 1 + i/50 {
		if _, err := parseAtlas(raw[:i]); err == nil || !strings.Contains(err.Error(), "atlas.bin") {
			t.Fatalf("cut after %d bytes: %v", i, err)
		}
		for _, put := range []byte{0, 1, 239, 250, 251, 252, 255} {
			spoilt := append([]byte(nil), raw...)
			spoilt[i] = put
			a, err := parseAtlas(spoilt)
			if err != nil {
				continue
			}
			n := &Network{atlas: a}
			for lat := -45.0; lat < 85; lat += 1.3 {
				n.CountryAt(LonLat{float64(a.west), lat})
				n.CountryAt(LonLat{100, lat})
			}
		}
	}
}
