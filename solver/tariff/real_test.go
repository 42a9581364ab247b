package tariff

import (
	"math"
	"strings"
	"testing"

	"zhol/solver/network"
)

func loaded(t testing.TB) *network.Network {
	t.Helper()
	net, err := network.Load()
	if err != nil {
		t.Fatal(err)
	}
	return net
}

func TestEveryArcOfTheNetworkIsPriced(t *testing.T) {
	net := loaded(t)
	for _, market := range Markets() {
		sums(t, view(t, net, Scenario{Market: market, CarbonPrice: 100_00}))
	}
}

// TestBordersHaveFiguresOfTheirOwn finds crossings that only the row for everywhere knows.
func TestBordersHaveFiguresOfTheirOwn(t *testing.T) {
	net := loaded(t)
	book, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	p := pricer{View: view(t, net, Scenario{})}
	for a := range net.Arcs {
		arc := &net.Arcs[a]
		if arc.Work != network.Border {
			continue
		}
		for _, cause := range []string{"dwell", "border fee"} {
			keys, known := p.where(arc), false
			for _, where := range keys[:len(keys)-1] {
				known = known || book.first("dwell", "border "+where+" "+cause) != nil
			}
			if !known {
				t.Errorf("border %s: dwell.csv knows no %s of %s", arc.Row, cause, strings.Join(keys, ", "))
			}
		}
	}
}

// TestSourcesAreKnown holds every source of a figure against the network's list of sources.
func TestSourcesAreKnown(t *testing.T) {
	net := loaded(t)
	for _, f := range AllFigures() {
		for _, s := range f.Sources {
			if _, known := net.Sources[s]; !known {
				t.Errorf("%s %s: the source %q is not in sources.csv", f.Table, f.ID, s)
			}
		}
	}
}

func TestEveryFeatureClosesSomethingAndChangesNoPrice(t *testing.T) {
	net := loaded(t)
	open := view(t, net, Scenario{})
	check := func(kind network.FeatureKind, n int) {
		for i := 0; i < n; i++ {
			f := network.Feature{Kind: kind, Index: int32(i)}
			shut, err := New(net, Scenario{Closed: []network.Feature{f}})
			if err != nil {
				t.Fatal(err)
			}
			for a := range net.Arcs {
				by := shut.ClosedBy[a] &^ Absent
				if closed := by == 1; closed != net.Affects(f, network.ArcID(a)) || by > 1 || (by != shut.ClosedBy[a]) != (net.Arcs[a].Planned || net.Arcs[a].Closed > 0) {
					t.Fatalf("closing %+v: arc %d is closed by %b", f, a, shut.ClosedBy[a])
				}
				if shut.Cost(network.ArcID(a)) != open.Cost(network.ArcID(a)) {
					t.Fatalf("closing %+v changed the price of arc %d", f, a)
				}
			}
		}
	}
	check(network.GatewayFeature, len(net.Gateways))
	check(network.PassageFeature, len(net.Passages))
}

// way is the best way by one of the slices of a view, by the plainest algorithm there is.
func way(v *View, by []int64, from, to string) (arcs []network.ArcID) {
	net := v.Net
	yard := func(id string) network.NodeID {
		for i, n := range net.Nodes {
			if n.Layer == network.Yard && net.Places[n.Place].ID == id {
				return network.NodeID(i)
			}
		}
		return network.None
	}
	const far = int64(1) << 62
	best, last := make([]int64, len(net.Nodes)), make([]network.ArcID, len(net.Nodes))
	for i := range best {
		best[i] = far
	}
	best[yard(from)] = 0
	for changed := true; changed; {
		changed = false
		for a := range net.Arcs {
			arc := &net.Arcs[a]
			if v.ClosedBy[a] == 0 && best[arc.From] < far && best[arc.From]+by[a] < best[arc.To] {
				best[arc.To], last[arc.To], changed = best[arc.From]+by[a], network.ArcID(a), true
			}
		}
	}
	if best[yard(to)] == far {
		return nil
	}
	for n := yard(to); n != yard(from); n = net.Arcs[last[n]].From {
		arcs = append([]network.ArcID{last[n]}, arcs...)
	}
	return arcs
}

// TestJourneys holds best ways over the real network against what is published of such journeys.
func TestJourneys(t *testing.T) {
	net := loaded(t)
	for _, j := range []struct {
		what, from, to, market string
		closed                 []string // countries and passages
		kind                   network.Kind
		days, usd              [2]float64
	}{
		{"train, 12 to 14 ordinary, 18 to 20 when slow", "sia", "dui", "2025-11", []string{"suez", "cape", "RU-MN"}, network.Rail, [2]float64{13, 18}, [2]float64{5500, 7500}},
		{"sea by Suez, 35 with calls and a wait and a release", "sha", "rtm", "2025-11", nil, network.Sea, [2]float64{34, 46}, [2]float64{2200, 2700}},
		{"sea to the Gulf, 23 to 32", "ngb", "jea", "2025-11", nil, network.Sea, [2]float64{21, 32}, [2]float64{2600, 3300}},
		{"Middle Corridor, 20", "ala", "pti", "2025-11", []string{"RU", "IR", "TM"}, network.Rail, [2]float64{15, 23}, [2]float64{3000, 5500}},
	} {
		sc := Scenario{Market: j.market}
		for _, id := range j.closed {
			for i, c := range net.Countries {
				if c.ID == id {
					sc.Closed = append(sc.Closed, network.Feature{Kind: network.CountryFeature, Index: int32(i)})
				}
			}
			for i, c := range net.Passages {
				if c.ID == id {
					sc.Closed = append(sc.Closed, network.Feature{Kind: network.PassageFeature, Index: int32(i)})
				}
			}
		}
		v := view(t, net, sc)
		arcs := way(v, v.General, j.from, j.to)
		var c Cost
		var variance int64
		var m network.Metres
		modes := ""
		kinds := map[network.Kind]bool{}
		for _, a := range arcs {
			c, variance, m = c.Add(v.Cost(a)), variance+v.Spread[a]*v.Spread[a], m+net.Arcs[a].Length
			kinds[net.Arcs[a].Kind] = true
			if p := net.Nodes[net.Arcs[a].To].Place; p >= 0 && !strings.HasSuffix(modes, " "+net.Places[p].ID) {
				modes += " " + net.Places[p].ID
			}
		}
		p10, _, p90 := Quantiles(c.Time, variance)
		days, usd := float64(c.Time)/secondsPerDay, float64(c.Money)/100
		t.Logf("%s-%s: %.1f d (%.1f to %.1f), %.0f USD, %.0f kg, %.0f km:%s", j.from, j.to, days,
			float64(p10)/secondsPerDay, float64(p90)/secondsPerDay, usd, float64(c.Carbon)/1000, m.Km(), modes)
		if !kinds[j.kind] {
			t.Errorf("%s-%s does not go by %v", j.from, j.to, j.kind)
		}
		if days < j.days[0] || days > j.days[1] || usd < j.usd[0] || usd > j.usd[1] {
			t.Errorf("%s-%s takes %.1f days and %.0f USD, not %v and %v: %s", j.from, j.to, days, usd, j.days, j.usd, j.what)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	net := loaded(b)
	for b.Loop() {
		view(b, net, Scenario{})
	}
}

// TestWagonsStandOnBothSides: ordinary wagons wait on China's side too, by place where CAREC tells it.
func TestWagonsStandOnBothSides(t *testing.T) {
	net := loaded(t)
	v := view(t, net, Scenario{Wagons: true})
	seen := map[string]int{}
	for a := range net.Arcs {
		arc := &net.Arcs[a]
		if arc.Work != network.Border || arc.Gauge != network.Broad {
			continue
		}
		hours := float64(v.Time[a]) / 3600
		want := map[string][2]float64{"als-dos": {108.5, 23.1}, "hgs-alt": {112.8, 23.1}, "hgs-khg_dp": {112.8, 23.1}}[arc.Row]
		if want[0] == 0 {
			continue
		}
		inbound := net.Nodes[arc.From].Layer == network.AtBorder
		seen[arc.Row]++
		if inbound && hours != want[0] || !inbound && hours != want[1] {
			t.Errorf("%s, into Kazakhstan %v: %.1f hours, want %v", arc.Row, inbound, hours, want)
		}
	}
	if len(seen) != 3 {
		t.Errorf("seen %v", seen)
	}
}

// TestShipsByLane: a slot to North Europe emits as its lane does, one to the Gulf more a kilometre, and short sea by the tonne.
func TestShipsByLane(t *testing.T) {
	net := loaded(t)
	perKm := func(cargo Cargo, from, to string) float64 {
		v := view(t, net, Scenario{Cargo: cargo})
		var grams, metres int64
		for _, a := range way(v, v.Money, from, to) {
			if net.Arcs[a].Kind == network.Sea {
				grams, metres = grams+v.Carbon[a], metres+int64(net.Arcs[a].Length)
			}
		}
		return float64(grams) / float64(metres) * 1000
	}
	if g := perKm(Cargo{}, "sha", "rtm"); math.Abs(g-80) > 1 {
		t.Errorf("Shanghai-Rotterdam: %.1f g/FEU-km, want 80", g)
	}
	if g := perKm(Cargo{Twenty: true}, "sha", "rtm"); math.Abs(g-40) > 0.5 {
		t.Errorf("Shanghai-Rotterdam: %.1f g/TEU-km, want 40", g)
	}
	if g := perKm(Cargo{}, "sha", "jea"); g <= 85 || g > 120 {
		t.Errorf("Shanghai-Jebel Ali: %.1f g/FEU-km, not between the levels of both lanes", g)
	}
	if light, heavy := perKm(Cargo{Tonnes: 10}, "sha", "pus"), perKm(Cargo{Tonnes: 20}, "sha", "pus"); math.Abs(heavy-2*light) > 0.1 || math.Abs(heavy-212) > 1 {
		t.Errorf("Shanghai-Busan: %.1f and %.1f g/FEU-km", light, heavy)
	}
}

// TestAVoyageBackBurnsAsMuch: from any region of the sea to any other a slot burns by the level of a lane, and on the way back no more
// than those levels differ. From the Baltic, the Black Sea, the Red Sea and East Africa it burned as in short sea, two to three times
// as much as on the way back.
func TestAVoyageBackBurnsAsMuch(t *testing.T) {
	net := loaded(t)
	v := view(t, net, Scenario{})
	ports := map[string]string{}
	for i := range net.Places {
		if p := &net.Places[i]; p.Roles.Has(network.Seaport) && ports[p.Region] == "" {
			ports[p.Region] = p.ID
		}
	}
	perKm := func(from, to string) float64 {
		var grams, metres int64
		for _, a := range way(v, v.Money, ports[from], ports[to]) {
			switch net.Arcs[a].Kind {
			case network.Sea:
				grams, metres = grams+v.Carbon[a], metres+int64(net.Arcs[a].Length)
			case network.Rail, network.Road, network.Ferry:
				return 0 // no voyage
			}
		}
		if metres == 0 {
			return 0
		}
		return float64(grams) / float64(metres) * 1000
	}
	voyages := 0
	for from := range ports {
		for to := range ports {
			there, back := perKm(from, to), perKm(to, from)
			if from == to || there == 0 {
				continue
			}
			voyages++
			if there < 79 || there > 121 {
				t.Errorf("%s to %s: %.0f g/FEU-km, which is no level of a lane", from, to, there)
			}
			if back > 0 && there > 1.5*back+1 {
				t.Errorf("%s to %s: %.0f g/FEU-km, and %.0f on the way back", from, to, there, back)
			}
		}
	}
	if len(ports) < 9 || voyages < 60 {
		t.Errorf("only %d regions and %d voyages were looked at", len(ports), voyages)
	}
}
