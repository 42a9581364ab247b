package solver

import (
	"slices"
	"testing"

	"zhol/solver/network"
)

// TestLinesThatClosed: from St Petersburg to Helsinki trains ran until 2022. In the network of that year they do, and in that of
// any later one, or today, they do not.
func TestLinesThatClosed(t *testing.T) {
	for _, c := range []struct {
		avoid []string
		ran   bool
	}{{nil, false}, {[]string{"after-2024"}, false}, {[]string{"after-2023"}, false}, {[]string{"after-2022"}, true}, {[]string{"after-2016"}, true}, {[]string{"after-2024", "after-2019"}, true}, {[]string{"after-2016", "FI"}, false}} {
		a, err := rank(t, Scenario{Avoid: c.avoid}, Query{From: End{Place: "led"}, To: End{Place: "hel"}, Order: OrderMoney})
		if err != nil {
			t.Fatal(err)
		}
		ran := false
		for _, r := range a.Routes {
			for _, l := range r.Legs {
				ran = ran || l.Kind.String() == "rail" && l.To == "hel"
			}
		}
		if ran != c.ran {
			t.Errorf("without %v trains ran: %v", c.avoid, ran)
		}
	}
}

// TestThroughUkraine: until 2021 trains from China came to Hungary by Zahony, shorter than by Poland; Metrans named 520 km for
// Xi'an-Dunajska Streda. Today none do.
func TestThroughUkraine(t *testing.T) {
	for year, open := range map[int]bool{2016: true, 2020: true, 2021: true, 2022: false, 0: false} {
		a := ask(t, "CNSIA", "dst", Scenario{Avoid: InYear(nil, year)})
		north := find(t, a, "brest", "!suez")
		a, err := rank(t, Scenario{Avoid: InYear(nil, year)}, Query{From: End{Place: "sia"}, To: End{Place: "dst"}, Via: []string{"zahony"}})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(a.Routes) > 0 && a.Routes[0].passes("UA"); got != open {
			t.Errorf("through Ukraine in %d: %v", year, got)
		}
		if !open {
			continue
		}
		if saved := north.Km() - a.Routes[0].Km(); saved < 420 || saved > 620 {
			t.Errorf("%d: %.0f km shorter than the %.0f by Poland", year, saved, north.Km())
		}
	}
}

// TestOpenedLater: Kuryk had no ferries in 2016, and no train passed under the Bosporus before 2019.
func TestOpenedLater(t *testing.T) {
	for _, c := range []struct {
		from, to, by string
		since        int
	}{{"KZALA", "GEPTI", "kuryk", 2017}, {"kar", "kpk", "hal", 2019}} {
		for _, year := range []int{c.since - 1, c.since, 0} {
			a := ask(t, c.from, c.to, Scenario{Avoid: InYear(nil, year)})
			by := slices.ContainsFunc(a.Routes, func(r Route) bool {
				return slices.ContainsFunc(r.Legs, func(l Leg) bool {
					return l.Kind != network.Road && (l.From == c.by || l.To == c.by || slices.Contains(l.Through, c.by) || slices.Contains(l.Gateways, c.by))
				})
			})
			if open := year == 0 || year >= c.since; by != open {
				t.Errorf("%s-%s by %s in %d: %v", c.from, c.to, c.by, year, by)
			}
		}
	}
}
