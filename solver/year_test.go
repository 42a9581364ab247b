package solver

import (
	"slices"
	"testing"
)

// The network of a year is one closure, whatever else is closed; the earliest of several counts, and today is none.
func TestYear(t *testing.T) {
	avoid := []string{"suez", "after-2019", "RU", "after-2016"}
	if y := YearOf(avoid); y != 2016 {
		t.Errorf("the year is %d", y)
	}
	if got := InYear(avoid, 2021); !slices.Equal(got, []string{"suez", "RU", "after-2021"}) || YearOf(got) != 2021 {
		t.Errorf("in 2021: %v", got)
	}
	if got := InYear(avoid, 0); !slices.Equal(got, []string{"suez", "RU"}) || YearOf(got) != 0 || len(avoid) != 4 {
		t.Errorf("today: %v", got)
	}
	net := load(t)
	if net.Newest() < 2026 || net.Newest() > 2099 {
		t.Errorf("the newest document is of %d", net.Newest())
	}
}

// Every year since 2016 can be asked for, whether a line was opened in it or not, and a later year never has fewer ways
// than an earlier one: its best is no worse.
func TestEveryYear(t *testing.T) {
	net := load(t)
	q := Query{From: End{Place: "tbs"}, To: End{Place: "kar"}, Max: 1}
	best := int64(1) << 62
	for year := FirstYear; year <= net.Newest(); year++ {
		a, err := rank(t, Scenario{Avoid: InYear(nil, year)}, q)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Routes) > 0 {
			if a.Routes[0].General > best {
				t.Errorf("%d: the best costs more than a year before", year)
			}
			best = a.Routes[0].General
		}
		if year == 2016 && len(a.Routes) > 0 && slices.Contains(a.Routes[0].Gateways, "kars") {
			t.Error("by Kars in 2016")
		}
		if year >= 2017 && (len(a.Routes) == 0 || !slices.Contains(a.Routes[0].Gateways, "kars")) {
			t.Errorf("not by Kars in %d", year)
		}
	}
}
