package tariff

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"zhol/solver/network"
)

func view(t testing.TB, net *network.Network, sc Scenario) *View {
	t.Helper()
	v, err := New(net, sc)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// sums checks that the rows of every arc add up to the arrays, and that everything physical takes time.
func sums(t *testing.T, v *View) {
	t.Helper()
	for a := range v.Net.Arcs {
		var c Cost
		var toll int64 // which the freight holds, and a row right after it takes off
		for _, r := range v.Rows(network.ArcID(a)) {
			c = c.Add(Cost{Money: r.Money, Time: r.Time, Spread: r.Spread, Carbon: r.Carbon})
			if r.Text == "" || r.Cause == "" {
				t.Errorf("arc %d: a row without words: %+v", a, r)
			}
			if r.Status != network.Estimated && len(r.Sources)+len(r.ToCheck) == 0 {
				t.Errorf("arc %d: %s has no source", a, r.Cause)
			}
			if toll != 0 && (r.Cause != "sea freight" || r.Money != -toll) {
				t.Errorf("arc %d: a toll of %d is followed by %+v", a, toll, r)
			}
			if min(r.Money+toll, r.Time, r.Spread, r.Carbon) < 0 {
				t.Errorf("arc %d: %s is below zero: %+v", a, r.Cause, r)
			}
			if toll = 0; r.Cause == "canal toll" {
				toll = r.Money
			}
		}
		c.General = v.worth.general(c)
		if c != v.Cost(network.ArcID(a)) {
			t.Errorf("arc %d %v: rows sum to %+v, the arrays say %+v", a, v.Net.Arcs[a].Kind, c, v.Cost(network.ArcID(a)))
		}
		if v.Time[a] <= 0 {
			t.Errorf("arc %d %v %v takes no time", a, v.Net.Arcs[a].Kind, v.Net.Arcs[a].Work)
		}
	}
}

func TestRowsSumToArrays(t *testing.T) {
	for _, market := range Markets() {
		sums(t, view(t, mini(), Scenario{Market: market, CarbonPrice: 100_00}))
	}
}

func TestEveryWorkAndKindIsPriced(t *testing.T) {
	kinds, works := map[network.Kind]bool{}, map[network.Work]bool{}
	for _, a := range mini().Arcs {
		kinds[a.Kind], works[a.Work] = true, true
	}
	for _, k := range network.AllKinds {
		if !kinds[k] {
			t.Errorf("the little network has no %v", k)
		}
	}
	for _, w := range network.AllWorks {
		if !works[w] {
			t.Errorf("the little network has no %v", w)
		}
	}
}

// journey adds the arcs of the little network from first to last.
func journey(v *View, first, last network.ArcID) (c Cost, variance int64) {
	for a := first; a <= last; a++ {
		c, variance = c.Add(v.Cost(a)), variance+v.Spread[a]*v.Spread[a]
	}
	return c, variance
}

func TestPublishedFigures(t *testing.T) {
	v := view(t, mini(), Scenario{Market: "2024-06"})
	if got := v.Money[16]; got != 527_000 {
		t.Errorf("Shanghai-Rotterdam in June 2024 is 5,270 USD (WCI), not %d cents", got)
	}
	v = view(t, mini(), Scenario{Market: "2025-11"})
	if got := v.Money[16]; got != 202_800 {
		t.Errorf("Shanghai-Rotterdam in November 2025 is 2,028 USD (WCI), not %d cents", got)
	}
	gulf, err := v.book.freight("2025-07", network.Lane{From: "east-asia", To: "gulf"}, false)
	if err != nil || gulf.cents != 389_895 { // 2,085 x 1.87
		t.Errorf("Shanghai-Gulf in July 2025 is 3,898.95 USD, not %+v, %v", gulf, err)
	}
	if got := v.Money[5]; got != 329_00 {
		t.Errorf("a change of gauge at Dostyk is 329 USD, not %d cents", got)
	}
}

// TestSanity holds whole journeys against what is published of them.
func TestSanity(t *testing.T) {
	v := view(t, mini(), Scenario{})
	between := func(what string, got, low, high float64) {
		t.Helper()
		t.Logf("%s: %.1f", what, got)
		if got < low || got > high {
			t.Errorf("%s is %.1f, not between %g and %g", what, got, low, high)
		}
	}
	parts := []network.ArcID{0, 1, 2, 3, 5, 6, 8, 9, 10, 11, 12}
	var rail Cost
	var variance int64
	for _, a := range parts {
		rail, variance = rail.Add(v.Cost(a)), variance+v.Spread[a]*v.Spread[a]
	}
	p10, p50, p90 := Quantiles(rail.Time, variance)
	between("Xi'an-Duisburg days", float64(rail.Time)/secondsPerDay, 13, 18)
	between("Xi'an-Duisburg USD", float64(rail.Money)/100, 6000, 7000)
	t.Logf("Xi'an-Duisburg P10 %.1f P50 %.1f P90 %.1f", float64(p10)/secondsPerDay, float64(p50)/secondsPerDay, float64(p90)/secondsPerDay)
	between("Xi'an-Duisburg kg per FEU", float64(rail.Carbon)/1000, 4500, 6500)
	sea, _ := journey(v, 13, 17)
	between("Shanghai-Rotterdam days", float64(sea.Time-v.Time[13]-v.Time[17])/secondsPerDay, 32, 36)
	between("Shanghai-Rotterdam kg per FEU", float64(sea.Carbon)/1000, 1400, 2000)
}

func TestScenarioIsChecked(t *testing.T) {
	closed := make([]network.Feature, 65)
	for _, c := range []struct {
		field string
		sc    Scenario
	}{
		{"market", Scenario{Market: "1999-01"}},
		{"cargo-value", Scenario{CargoValue: -1}},
		{"cargo-value", Scenario{CargoValue: MostCargo + 1}},
		{"carbon-price", Scenario{CarbonPrice: -1}},
		{"carbon-price", Scenario{CarbonPrice: MostCarbon + 1}},
		{"avoid", Scenario{Closed: closed}},
		{"avoid", Scenario{Closed: []network.Feature{{Kind: network.PassageFeature, Index: 1}}}},
		{"avoid", Scenario{Closed: []network.Feature{{Kind: 9}}}},
	} {
		_, err := New(mini(), c.sc)
		var fault *ScenarioError
		if !errors.As(err, &fault) || fault.Field != c.field {
			t.Errorf("%+v: want a fault of %s, got %v", c.sc, c.field, err)
		}
	}
}

func TestUnknownNamesOfTheNetworkAreRefused(t *testing.T) {
	for want, spoil := range map[string]func(*network.Network){
		"railways.csv":  func(n *network.Network) { n.Arcs[1].Railway = "XYZ" },
		"sea_lanes.csv": func(n *network.Network) { n.Arcs[16].Lane.To = "atlantis" },
		"dwell.csv":     func(n *network.Network) { n.Arcs[0].Work = network.NoWork },
	} {
		net := mini()
		spoil(net)
		if _, err := New(net, Scenario{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want a fault of %s, got %v", want, err)
		}
	}
}

func TestClosingSetsItsBitAndChangesNoPrice(t *testing.T) {
	net := mini()
	open := view(t, net, Scenario{})
	closed := []network.Feature{
		{Kind: network.PassageFeature, Index: 0}, {Kind: network.CountryFeature, Index: 1},
		{Kind: network.GatewayFeature, Index: 0}, {Kind: network.PlaceFeature, Index: 8},
	}
	shut := view(t, net, Scenario{Closed: closed})
	want := map[int]uint64{2: 2, 3: 2 | 4, 4: 4, 5: 4, 6: 2, 7: 2, 15: 1, 18: 8, 19: 8, 21: 2 | 8}
	for a := range net.Arcs {
		if shut.ClosedBy[a] != want[a] {
			t.Errorf("arc %d is closed by %b, want %b", a, shut.ClosedBy[a], want[a])
		}
		if open.Cost(network.ArcID(a)) != shut.Cost(network.ArcID(a)) {
			t.Errorf("closing changed the price of arc %d", a)
		}
	}
}

func TestDirection(t *testing.T) {
	v := view(t, mini(), Scenario{})
	if v.Money[6] <= v.Money[7] {
		t.Errorf("westbound %d is not dearer than eastbound %d", v.Money[6], v.Money[7])
	}
	in, out := v.Rows(3), v.Rows(4)
	if fmt.Sprint(in) == fmt.Sprint(out) || v.Money[3] != 313_00 || v.Money[4] != 185_00 {
		t.Errorf("the border at Dostyk is not told apart by direction: in %v, out %v", in, out)
	}
}

func TestHaul(t *testing.T) {
	v := view(t, mini(), Scenario{CarbonPrice: 50_00})
	last := Cost{}
	for _, m := range []network.Metres{0, 1_000, 50_000, 180_000, 200_000, 450_000, 480_000, 3_000_000} {
		c, rows := v.Haul(m, "DE")
		var sum Cost
		for _, r := range rows {
			sum = sum.Add(Cost{Money: r.Money, Time: r.Time, Spread: r.Spread, Carbon: r.Carbon})
		}
		sum.General = c.General
		brief, known := v.HaulCost(m, "DE")
		if sum != c || c != brief {
			t.Errorf("%d m: rows sum to %+v, the haul costs %+v", m, sum, c)
		}
		var want Known
		for _, r := range rows {
			want.Status = max(want.Status, r.Status)
			if r.Status >= network.Estimated {
				want.Soft += r.Money
				want.SoftTime += r.Time
			}
		}
		if known != want {
			t.Errorf("%d m: known %+v, the rows %+v", m, known, want)
		}
		if c.Money < last.Money || c.Time <= last.Time && m > 0 || c.General <= last.General {
			t.Errorf("%d m is no dearer or slower than a shorter haul: %+v after %+v", m, c, last)
		}
		last = c
	}
	// 120 km of great circle are 156 km of road: 130 + 156 x 2.21 = 474.76, under the least of 486
	if c, _ := v.Haul(120_000, "DE"); c.Money != 486_00 {
		t.Errorf("the least is not kept: %d cents", c.Money)
	}
	// 300 km are 390 km: 130 + 250 x 2.21 + 140 x 1.86
	if c, _ := v.Haul(300_000, "DE"); c.Money != 942_90 {
		t.Errorf("the bands are not added: %d cents", c.Money)
	}
	if v.RoadLength(100_000) != 130_000 {
		t.Errorf("the detour factor is not applied: %d", v.RoadLength(100_000))
	}
}

func TestHaulCostAllocatesNothing(t *testing.T) {
	v := view(t, mini(), Scenario{})
	if n := testing.AllocsPerRun(100, func() { v.HaulCost(123_456, "DE") }); n != 0 {
		t.Errorf("a haul allocates %g times", n)
	}
}
