package solver

import "testing"

// firstBy is the best way that passes some things and no others, or a failed test.
func firstBy(t *testing.T, from, to string, sc Scenario, order string, via ...string) *Route {
	t.Helper()
	net := load(t)
	f, err := ParseEnd(net, "from", from)
	if err != nil {
		t.Fatal(err)
	}
	d, err := ParseEnd(net, "to", to)
	if err != nil {
		t.Fatal(err)
	}
	a, err := rank(t, sc, Query{From: f, To: d, Via: via, Order: order})
	if err != nil || len(a.Routes) == 0 {
		t.Fatalf("no way from %s to %s by %v without %v: %v", from, to, via, sc.Avoid, err)
	}
	return &a.Routes[0]
}

// overland keeps every ship of the oceans away from Europe.
var overland = []string{"suez", "cape"}

// At normal sea prices a ship is cheaper than a train, and a train is always faster.
func TestSeaIsCheaperAndRailFaster(t *testing.T) {
	for _, market := range []string{"2019-06", "2020-05", "2023-08", "2025-11"} {
		for _, ends := range [][2]string{{"sha", "ham"}, {"cgo", "dui"}} {
			sea := firstBy(t, ends[0], ends[1], Scenario{Market: market, Avoid: []string{"RU", "KZ", "IR", "TR"}}, OrderMoney, "suez")
			rail := firstBy(t, ends[0], ends[1], Scenario{Market: market, Avoid: overland}, OrderTime)
			if sea.Cents >= rail.Cents || rail.Seconds >= sea.Seconds {
				t.Errorf("%s, %v: by sea %d USD and %.0f days, by rail %d USD and %.0f days", market, ends, sea.Cents/100, sea.Days.P50, rail.Cents/100, rail.Days.P50)
			}
		}
	}
}

// In the peak of January 2022 a box went by rail for less than by sea.
func TestThePeakOfTheSea(t *testing.T) {
	sea := firstBy(t, "sha", "rtm", Scenario{Market: "2022-01", Avoid: []string{"RU", "KZ", "IR", "TR"}}, OrderMoney, "suez")
	rail := firstBy(t, "sia", "dui", Scenario{Market: "2022-01", Avoid: overland}, OrderMoney, "KZ")
	if rail.Cents >= sea.Cents {
		t.Errorf("by rail %d USD, by sea %d", rail.Cents/100, sea.Cents/100)
	}
}

// Today the way through Russia is faster and cheaper than the one over the Caspian Sea.
func TestNorthernBeatsMiddle(t *testing.T) {
	for _, ends := range [][2]string{{"sia", "dui"}, {"cgo", "bud"}, {"urc", "waw"}} {
		north := firstBy(t, ends[0], ends[1], Scenario{Avoid: overland}, OrderTime, "KZ", "RU")
		middle := firstBy(t, ends[0], ends[1], Scenario{Avoid: append([]string{"RU", "IR"}, overland...)}, OrderTime, "aktau")
		if north.Seconds >= middle.Seconds || north.Cents >= middle.Cents {
			t.Errorf("%v: north %.0f days and %d USD, middle %.0f days and %d USD", ends, north.Days.P50, north.Cents/100, middle.Days.P50, middle.Cents/100)
		}
	}
}

// Round the Cape takes 10 to 14 days more than by Suez.
func TestTheCapeIsLonger(t *testing.T) {
	for _, to := range []string{"rtm", "ham", "fxt"} {
		suez := firstBy(t, "sha", to, Scenario{}, OrderTime, "suez", "malacca")
		cape := firstBy(t, "sha", to, Scenario{Avoid: []string{"suez", "RU", "KZ", "IR", "TR"}}, OrderTime, "cape")
		if longer := cape.Days.P50 - suez.Days.P50; longer < 10 || longer > 14 {
			t.Errorf("to %s: %.1f days longer", to, longer)
		}
	}
}

// From Kazakhstan the shortest way to the Gulf goes through Iran.
func TestIranIsTheShortestToTheGulf(t *testing.T) {
	for _, from := range []string{"ala", "ast", "cit"} {
		iran := firstBy(t, from, "jea", Scenario{}, OrderTime, "IR")
		without := firstBy(t, from, "jea", Scenario{Avoid: []string{"IR"}}, OrderTime)
		if iran.Metres >= without.Metres || iran.Seconds >= without.Seconds {
			t.Errorf("%s: %.0f km and %.0f days through Iran, %.0f km and %.0f days without", from, iran.Km(), iran.Days.P50, without.Km(), without.Days.P50)
		}
	}
}
