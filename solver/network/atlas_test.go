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
		{"Lviv", LonLat{24, 49.8}, "UA"}, {"Chisinau", LonLat{28.8, 47}, ""}, {"Kaliningrad", LonLat{20.5, 54.7}, "RU"}, {"Luxembourg", LonLat{6.1, 49.6}, "LU"},
		{"Zagreb", LonLat{16, 45.8}, "HR"}, {"Vaduz", LonLat{9.5, 47.1}, "CH"}, {"Lhasa", LonLat{91.1, 29.6}, "CN"}, {"Chukotka", LonLat{179.5, 67}, "RU"},
		{"Xi'an", LonLat{108.9, 34.3}, "CN"}, {"off the map", LonLat{-60, 10}, ""}, {"Nairobi", LonLat{36.8, -1.3}, ""},
	} {
		if got, _ := n.CountryAt(c.at); got != c.country {
			t.Errorf("%s is in %q, want %q", c.what, got, c.country)
		}
	}
}

// Every place is in its country or within three cells of it: borders run by many.
func TestAtlasHasThePlaces(t *testing.T) {
	n := load(t)
	for i, p := range n.Places {
		if n.RealmOf(PlaceID(i)) == None {
			country, _ := n.CountryAt(p.At)
			t.Errorf("%s is in %q, and %s is not near", p.ID, country, p.Country)
		}
	}
}

// Realms are whole but for what foreign land lies between.
func TestRealms(t *testing.T) {
	n := load(t)
	realm := func(at LonLat) Realm { _, r := n.CountryAt(at); return r }
	for _, c := range []struct {
		what string
		a, b LonLat
		one  bool
	}{
		{"the valley of Fergana and Tashkent", LonLat{71.8, 40.4}, LonLat{69.2, 41.3}, true}, {"Lisbon and Tallinn", LonLat{-9, 38.7}, LonLat{24.8, 59.4}, true}, {"Brest and Vladivostok", LonLat{23.7, 52.1}, LonLat{131.9, 43.1}, true},
		{"Minsk and Osh", LonLat{27.6, 53.9}, LonLat{72.8, 40.5}, true}, {"Khujand and Dushanbe", LonLat{69.6, 40.3}, LonLat{68.8, 38.5}, true}, {"Muscat and Kuwait", LonLat{58.4, 23.6}, LonLat{47.9, 29.3}, true},
		{"Nakhchivan and Baku", LonLat{45.4, 39.2}, LonLat{49.8, 40.4}, false}, {"Kaliningrad and Minsk", LonLat{21.5, 54.7}, LonLat{27.6, 53.9}, false}, {"Zaysan and Tacheng", LonLat{84.7, 47.5}, LonLat{83, 46.6}, false},
		{"Kabul and itself", LonLat{69.2, 34.5}, LonLat{69.2, 34.5}, false},
	} {
		if x, y := realm(c.a), realm(c.b); (x == y && x != None) != c.one {
			t.Errorf("%s: realms %d and %d", c.what, x, y)
		}
	}
	// All places of one country are in one realm, but for those of Kaliningrad and islands.
	of := map[string]Realm{}
	for i, p := range n.Places {
		if p.HasYard() && p.ID != "kgd" {
			if r, known := of[p.Country]; known && r != n.RealmOf(PlaceID(i)) {
				t.Errorf("%s is cut off from the rest of %s", p.ID, p.Country)
			}
			of[p.Country] = n.RealmOf(PlaceID(i))
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
			a.join(func(a, b string) bool { return a == b && a != "" })
			n := &Network{atlas: a}
			for lat := -45.0; lat < 85; lat += 1.3 {
				n.CountryAt(LonLat{float64(a.west), lat})
				n.CountryAt(LonLat{100, lat})
			}
		}
	}
}
