package solver

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
)

// ask answers a question on the real network, or fails the test.
func ask(t *testing.T, from, to string, sc Scenario, via ...string) *Answer {
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
	a, err := rank(t, sc, Query{From: f, To: d, Via: via})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// find is the first route that passes every word and none of those after "!".
func find(t *testing.T, a *Answer, words ...string) *Route {
	t.Helper()
	for i := range a.Routes {
		r := &a.Routes[i]
		if !slices.ContainsFunc(words, func(w string) bool {
			shun, no := strings.CutPrefix(w, "!")
			return r.passes(shun) == no
		}) {
			return r
		}
	}
	t.Fatalf("no route from %s to %s by %v", a.From.Name, a.To.Name, words)
	return nil
}

// TestTheArticle holds the model against what the article of 2017 told.
func TestTheArticle(t *testing.T) {
	a := ask(t, "CNURM", "KZALA", Scenario{})
	khorgos, alataw := find(t, a, "khorgos", "!dostyk"), find(t, a, "dostyk", "!khorgos")
	if shorter := alataw.Km() - khorgos.Km(); shorter < 270 || shorter > 350 {
		t.Errorf("Khorgos is %.0f km shorter than the Alataw Pass; 301 km was published", shorter)
	}
	if saved := (alataw.Days.P50 - khorgos.Days.P50) * 24; saved < 4 || saved > 16 {
		t.Errorf("Khorgos saves %.1f hours; eight were published, for a passenger train", saved)
	}
}

// TestOrders are the orders that everyone in the trade would expect.
func TestOrders(t *testing.T) {
	a := ask(t, "CNSIA", "DEDUI", Scenario{Market: "2023-08"})
	rail, sea := find(t, a, "brest", "!suez"), find(t, a, "suez")
	if sea.Cents >= rail.Cents || rail.Seconds >= sea.Seconds {
		t.Errorf("in August 2023 the sea was cheaper and rail faster: sea %v, rail %v", sea.Totals, rail.Totals)
	}
	suez := ask(t, "CNSHA", "NLRTM", Scenario{}).Routes[0]
	cape := ask(t, "CNSHA", "NLRTM", Scenario{Avoid: []string{"suez"}}, "cape").Routes[0]
	if more := cape.Days.P50 - suez.Days.P50; more < 10 || more > 14 {
		t.Errorf("the Cape takes %.1f days more than Suez; 10 to 14 are usual", more)
	}
	if nm := cape.Km() / 1.852; nm < 13_300 || nm > 14_500 {
		t.Errorf("Shanghai-Rotterdam by the Cape is %.0f nautical miles; 13,800 were published", nm)
	}
}

// TestHormuzShut leaves the Gulf only the ports outside the strait, Khor Fakkan, Fujairah and Sohar, and the road from there:
// no ship from Bandar Abbas, which lies on the strait, though Iran's railways are open. Lorries cross Arabia too, from Jeddah or
// Salalah: coming from China whoever lists such a way is told that one by those ports beats it.
func TestHormuzShut(t *testing.T) {
	for _, from := range []string{"CNSHA", "CNSIA", "CNCKG"} {
		a := ask(t, from, "AEJEA", Scenario{Avoid: []string{"hormuz"}})
		if len(a.Routes) == 0 {
			t.Errorf("%s: no way", from)
		}
		for i := range a.Routes {
			r := &a.Routes[i]
			by := func(ports ...string) bool { return slices.ContainsFunc(ports, r.passes) }
			if !by("klf", "fjr", "soh", "sll", "jed") || by("kac", "bnd") {
				t.Errorf("%s: route %d reaches Jebel Ali by %v", from, r.Rank, r.Chain())
			}
			if by("sll", "jed") {
				if beats := r.DominatedBy; beats == 0 || !slices.ContainsFunc([]string{"klf", "fjr", "soh"}, a.Routes[beats-1].passes) {
					t.Errorf("%s: route %d crosses Arabia, and none by the ports outside the strait beats it", from, r.Rank)
				}
			}
			if last := r.Legs[len(r.Legs)-1]; last.Kind.String() != "road" {
				t.Errorf("%s: route %d ends by %s, and not by road", from, r.Rank, last.What)
			}
		}
	}
}

// TestNoTranshipmentIsGreener: a box that changes ships on the way of one ship burns no less, nor does a ship that turns at a
// strait to reach a port this side of it.
func TestNoTranshipmentIsGreener(t *testing.T) {
	greenest, changing := 0, 0
	for _, c := range [][2]string{
		{"CNSHA", "AEJEA"}, {"AEJEA", "CNSHA"}, {"CNSHA", "INNSA"}, {"INNSA", "CNSHA"}, {"CNYTN", "SADMM"}, {"SGSIN", "AEJEA"}, {"IRBND", "AEJEA"},
		{"AEJEA", "IRBND"}, {"NLRTM", "AEJEA"}, {"AEJEA", "NLRTM"}, {"CNSHA", "NLRTM"}, {"NLRTM", "CNSHA"}, {"INNSA", "NLRTM"}, {"NLRTM", "INNSA"}, {"CNSHA", "SAJED"},
		{"ITGOA", "AEJEA"}, {"CNSHA", "ITGOA"}, {"SGSIN", "INNSA"}, {"NLRTM", "PKKHI"}, {"FRFOS", "LKCMB"},
	} {
		answer := ask(t, c[0], c[1], Scenario{})
		green := int64(-1)
		for _, r := range answer.Routes {
			if !slices.Equal(r.Chain(), []Kind{network.Sea}) || !slices.Contains(r.Labels, Greenest) {
				continue
			}
			var calls []string
			for _, l := range r.Legs {
				if l.Kind == network.Sea {
					calls = append(calls, l.From, l.To)
				}
			}
			green = r.Grams
			if greenest++; len(calls) != 2 || c[0] == "IRBND" && r.passes("hormuz") && r.Km() > 281 {
				t.Errorf("%v: greenest by %v", c, calls)
			}
		}
		for _, w := range shared.kept { // listed or not
			ships, ashore := 0, false
			for _, id := range w.Arcs {
				arc := &shared.net.Arcs[id]
				ashore = ashore || arc.Kind != network.Sea && arc.Kind != network.Transfer
				if arc.Lane.From != "" {
					ships++
				}
			}
			if green < 0 || ships < 2 || ashore {
				continue
			}
			if changing++; w.Carbon < green {
				t.Errorf("%v: %d ships burn %d, and the greenest %d", c, ships, w.Carbon, green)
			}
		}
	}
	if greenest < 12 || changing < 4 {
		t.Errorf("only %d greenest by sea were looked at, and %d ways that change ships", greenest, changing)
	}
}

// TestCutNamesTheClosures closes every door of Kazakhstan's east and of the seas.
func TestCutNamesTheClosures(t *testing.T) {
	a := ask(t, "CNSHA", "JPTYO", Scenario{Avoid: []string{"suez", "JP", "RU"}})
	if len(a.Routes) != 0 || !slices.Equal(a.BlockedBy, []string{"JP"}) {
		t.Errorf("Tokyo with Japan closed: %d routes, blocked by %v", len(a.Routes), a.BlockedBy)
	}
}

// TestEachOfTwoBlocks: from China to Germany either country shut blocks every way, and to lift either opens none while the other is
// shut. Both are told, whichever was shut first; and only what blocks by itself is.
func TestEachOfTwoBlocks(t *testing.T) {
	for _, c := range []struct {
		avoid, blocked, alone, lifts []string
	}{
		{[]string{"CN", "DE"}, []string{"CN"}, []string{"CN", "DE"}, nil},
		{[]string{"DE", "suez", "CN"}, []string{"DE"}, []string{"DE", "CN"}, nil},
		{[]string{"DE", "suez"}, []string{"DE"}, []string{"DE"}, []string{"DE"}},
		{[]string{"KZ", "RU", "malacca", "KG", "IR", "suez", "cape", "EG"}, []string{"KZ", "RU", "KG", "IR", "suez", "cape"}, nil, []string{"KZ", "RU", "KG", "IR", "cape"}},
	} {
		a := ask(t, "CNSIA", "DEDUI", Scenario{Avoid: c.avoid})
		if len(a.Routes) > 0 || !slices.Equal(a.BlockedBy, c.blocked) || !slices.Equal(a.Alone, c.alone) || !slices.Equal(a.Lifts, c.lifts) {
			t.Errorf("%v: %d routes, blocked by %v, each of %v blocks, lifted by %v", c.avoid, len(a.Routes), a.BlockedBy, a.Alone, a.Lifts)
		}
	}
}

// TestShutEnd: a terminal that is shut is no end of a lorry's way either.
func TestShutEnd(t *testing.T) {
	if a := ask(t, "EGALY", "tpp", Scenario{Avoid: []string{"tpp"}}); len(a.Routes) != 0 || !slices.Equal(a.BlockedBy, []string{"tpp"}) {
		t.Errorf("Tanjung Pelepas shut: %d routes, blocked by %v", len(a.Routes), a.BlockedBy)
	}
}

// TestBadInput names the field and the way out.
func TestBadInput(t *testing.T) {
	net := load(t)
	good := Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	for _, c := range []struct {
		name  string
		sc    Scenario
		q     Query
		field string
	}{
		{"place", Scenario{}, Query{From: End{Place: "nowhere"}, To: good.To}, "from"},
		{"point", Scenario{}, Query{From: good.From, To: End{At: LonLat{Lon: 500, Lat: 10}}}, "to"},
		{"ocean", Scenario{}, Query{From: End{At: LonLat{Lon: 75, Lat: -15}}, To: good.To}, "from"},
		{"avoid", Scenario{Avoid: []string{"hormutz"}}, good, "avoid"},
		{"via", Scenario{}, Query{From: good.From, To: good.To, Via: []string{"xyzzy"}}, "via"},
		{"market", Scenario{Market: "1999-01"}, good, "market"},
		{"cargo value", Scenario{CargoValue: -1}, good, "cargo-value"},
		{"carbon price", Scenario{CarbonPrice: -1}, good, "carbon-price"},
		{"dear cargo", Scenario{CargoValue: MostCargoValue + 1}, good, "cargo-value"},
		{"dear carbon", Scenario{CarbonPrice: MostCarbonPrice + 1}, good, "carbon-price"},
		{"same place", Scenario{}, Query{From: good.From, To: good.From}, "to"},
		{"same point", Scenario{}, Query{From: End{At: LonLat{Lon: 80, Lat: 50}}, To: End{At: LonLat{Lon: 80, Lat: 50}}}, "to"},
		{"pin beside the same place", Scenario{}, Query{From: good.From, To: End{At: LonLat{Lon: 109.0, Lat: 34.3}}}, "to"},
		{"max", Scenario{}, Query{From: good.From, To: good.To, Max: -3}, "max"},
	} {
		_, err := rank(t, c.sc, c.q)
		input, ok := err.(*InputError)
		if !ok || input.Field != c.field {
			t.Errorf("%s: %v, wanted a fault of %s", c.name, err, c.field)
		}
	}
	if _, err := ParseEnd(net, "from", "Xiaan"); err == nil || !strings.Contains(err.Error(), "Xi'an") {
		t.Errorf("Xiaan: %v, wanted Xi'an as the nearest", err)
	}
	for _, text := range []string{"a", "KZ", "uisburg", "51.5,7.0abc", "43,76,99", "51.5;7;", "Tashkent, Germany", ", Uzbekistan", "Germany, DE", "Uzbekistan (UZ)", ","} {
		if e, err := ParseEnd(net, "from", text); err == nil {
			t.Errorf("%q is taken for %+v", text, e)
		}
	}
	for _, text := range []string{"CNSIA", "sia", "西安", "Сиань", "Xi'an", "34.26, 108.93"} {
		e, err := ParseEnd(net, "from", text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if a, err := rank(t, Scenario{}, Query{From: e, To: good.To}); err != nil || a.From.ID != "sia" {
			t.Errorf("%s: means %v, %v", text, a, err)
		}
	}
}

// A place may be named with its country, as in an address: no other country will do, and then the place is offered.
func TestPlaceWithItsCountry(t *testing.T) {
	net := load(t)
	for text, want := range map[string]string{
		"Tashkent, Uzbekistan": "tas", "tashkent,uz": "tas", "Tashkent (Uzbekistan)": "tas", "Tashkent (Chukursay), Uzbekistan": "tas", "Ташкент, Узбекистан": "tas", "Ташкент (Өзбекстан)": "tas", "塔什干，乌兹别克斯坦": "tas", "塔什干（乌兹别克斯坦）": "tas", "塔什干、乌兹别克斯坦": "tas",
		"Xi'an, China": "sia", "UZTAS, Uzbekistan": "tas", "Almaty, KZ": "ala", "Алма-Ата, Казахстан": "ala", "Mumbai, India": "nsa", "Duisb, Germany": "dui", "Moscow (Selyatino), Russia": "sel", "Хоргос (Китай)": "hgs", "Khorgos, Kazakhstan": "khg_dp", "Jebel Ali, United Arab Emirates": "jea",
	} {
		if e, err := ParseEnd(net, "from", text); err != nil || e.Place != want {
			t.Errorf("%s is %q, %v; want %s", text, e.Place, err, want)
		}
	}
	for text, offer := range map[string]string{
		"Tashkent, Germany": "Tashkent (Chukursay)", "Tashkent (Germany)": "Tashkent (Chukursay)", "Ташкент, Германия": "Tashkent (Chukursay)", "London, UK": "London (Barking)", "Duisberg, Germany": "Duisburg", "Taskent, Uzbekistan": "Tashkent", "Hong Kong, China": "Hong Kong (Kwai Tsing)", "DE, Duisburg": "Duisburg",
	} {
		if e, err := ParseEnd(net, "from", text); err == nil || !strings.Contains(err.Error(), "did you mean "+offer) {
			t.Errorf("%s is %q, %v; want %s offered", text, e.Place, err, offer)
		}
	}
}

// TestTheMostIsTaken asks at every bound at once.
func TestTheMostIsTaken(t *testing.T) {
	q := Query{From: End{Place: "sia"}, To: End{Place: "dui"}, Max: MostListed}
	a, err := rank(t, Scenario{CargoValue: MostCargoValue, CarbonPrice: MostCarbonPrice}, q)
	if err != nil || len(a.Routes) == 0 || a.Routes[0].General <= 0 {
		t.Errorf("%v, %+v", err, a)
	}
}

// TestPinsAtSea go to the nearest terminal, and tell how far it is; out in the ocean they are refused.
func TestPinsAtSea(t *testing.T) {
	net := load(t)
	for _, c := range []struct {
		at   LonLat
		far  float64 // km, to a tenth
		want string  // country
	}{
		{LonLat{Lon: 51, Lat: 42}, 142, "KZ"}, {LonLat{Lon: 34, Lat: 43}, 355, "TR"}, {LonLat{Lon: 60, Lat: 15}, 670, "OM"}, {LonLat{Lon: 150, Lat: 30}, 1150, "JP"},
	} {
		a, err := rank(t, Scenario{}, Query{From: End{At: c.at}, To: End{Place: "dui"}})
		if err != nil {
			t.Errorf("%v: %v", c.at, err)
			continue
		}
		p, _ := net.PlaceByID(a.From.ID)
		if net.Places[p].Country != c.want || a.From.SnapKm < 0.9*c.far || a.From.SnapKm > 1.1*c.far || len(a.Routes) == 0 {
			t.Errorf("%v: goes to %+v, %d routes", c.at, a.From, len(a.Routes))
		}
	}
	_, err := rank(t, Scenario{}, Query{From: End{At: LonLat{Lon: -170, Lat: 10}}, To: End{Place: "dui"}})
	if err == nil || !strings.Contains(err.Error(), "km from the nearest terminal") {
		t.Errorf("in the Pacific: %v", err)
	}
}

// TestNothingAbsurdIsListed looks where the list used to end in journeys out of a country and back, and at legs of ten
// times the distance.
func TestNothingAbsurdIsListed(t *testing.T) {
	for _, c := range [][2]string{{"ala", "aau"}, {"dos", "fru"}, {"ctu", "sgn"}, {"jkt", "maa"}, {"jib", "aqj"}, {"hkg", "yok"}, {"izm", "isk"}} {
		a := ask(t, c[0], c[1], Scenario{})
		for i := range a.Routes {
			r := &a.Routes[i]
			if r.DominatedBy == 0 {
				continue
			}
			if by := &a.Routes[r.DominatedBy-1]; r.General > 2*by.General {
				t.Errorf("%v: route %d is beaten by %d and costs more than twice as much", c, i+1, r.DominatedBy)
			}
			if c[0] == "ala" && r.passes("CN") || c[0] == "ctu" && r.passes("KZ") {
				t.Errorf("%v: route %d goes by %v", c, i+1, r.Countries)
			}
		}
	}
	most := func(to string) *Answer {
		a, err := rank(t, Scenario{}, Query{From: End{Place: "sia"}, To: End{Place: to}, Max: MostListed})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	find(t, most("dui"), "cape") // beaten, and people ask for it
	find(t, most("dui"), "kaliningrad", "!suez")
	find(t, most("pti"), "aktau", "khorgos")
}

// TestNobodyGoesRoundToTheSea looks through many pairs for boxes that leave the coast of China by land, over a border, to be
// shipped from another country's port on the way that a ship from China takes, for a tenth more; and for twins.
func TestNobodyGoesRoundToTheSea(t *testing.T) {
	net := load(t)
	s := New(net)
	pairs := [][2]string{{"sha", "jea"}, {"sia", "ist"}, {"yiw", "mad"}, {"sha", "rtm"}, {"dlc", "ham"}, {"cgo", "pti"}}
	rng := rand.New(rand.NewPCG(1, 101))
	for range share(130) {
		pairs = append(pairs, [2]string{net.Places[rng.IntN(len(net.Places))].ID, net.Places[rng.IntN(len(net.Places))].ID})
	}
	asked := 0
	for _, c := range pairs {
		a, err := s.Rank(Scenario{}, Query{From: End{Place: c[0]}, To: End{Place: c[1]}})
		if err != nil {
			continue
		}
		asked++
		for i := range a.Routes {
			r := &a.Routes[i]
			for j := range a.Routes {
				o := &a.Routes[j]
				dearer := r.DominatedBy > 0 && len(r.Labels) == 0 && o.Cents <= r.Cents && o.Seconds <= r.Seconds && o.Grams <= r.Grams && r.General > o.General/100*(100+detourShare+1)
				if dearer && r.passes("vostochny") && !o.passes("vostochny") && (r.passes("suez") && o.passes("suez") || r.passes("malacca") && o.passes("malacca")) &&
					(r.passes("suifenhe") || r.passes("zabaikalsk")) && within(o.Gateways, append(slices.Clone(r.Gateways), "lianyungang")) &&
					within(r.Gateways, append(slices.Clone(o.Gateways), "suifenhe", "zabaikalsk", "vostochny")) {
					t.Errorf("%v: route %d goes round by %s, and %d by %s", c, i+1, r.Through(), j+1, o.Through())
				}
				if j < i && len(r.Labels) == 0 && twins(&search.Way{Cost: search.Cost{Money: r.Cents, Time: r.Seconds}}, &search.Way{Cost: search.Cost{Money: o.Cents, Time: o.Seconds}}) && within(r.Gateways, o.Gateways) && within(o.Gateways, r.Gateways) {
					t.Errorf("%v: routes %d and %d are twins", c, i+1, j+1)
				}
			}
		}
	}
	if asked < share(100) {
		t.Errorf("only %d pairs were looked at", asked)
	}
}

// TestEstimatesTellTheirRule: a leg that rests on an estimate says by what rule, and no leg is without source and rule.
func TestEstimatesTellTheirRule(t *testing.T) {
	legs, rested := 0, 0
	for _, ends := range [][2]string{{"CNSIA", "DEDUI"}, {"CNLYG", "KZALA"}, {"CNCKG", "AEJEA"}, {"yiw", "TRHAL"}} {
		for _, r := range ask(t, ends[0], ends[1], Scenario{}).Routes {
			for _, l := range r.Legs {
				estimated := slices.ContainsFunc(l.Rows, func(row Row) bool { return row.Status == network.Estimated })
				if legs++; estimated {
					rested++
				}
				if estimated && len(l.Rules) == 0 || len(l.Sources)+len(l.Rules)+len(l.ToCheck) == 0 {
					t.Errorf("%v, route %d: the %s at %s tells no rule", ends, r.Rank, l.What, l.From)
				}
			}
		}
	}
	if legs < 300 || rested < 100 || rested == legs {
		t.Errorf("only %d legs were looked at, %d that rest on an estimate", legs, rested)
	}
}

// TestRecalledIsNoSource: what a recalled figure is to be checked against stands apart from the sources that were read.
func TestRecalledIsNoSource(t *testing.T) {
	net, told := load(t), 0
	for _, r := range ask(t, "CNSIA", "DEDUI", Scenario{}).Routes {
		for _, l := range r.Legs {
			for _, row := range l.Rows {
				for _, key := range row.Sources {
					if _, known := net.Sources[key]; !known {
						t.Errorf("%s at %s: %q was never read", row.Cause, l.From, key)
					}
				}
				if told += len(row.ToCheck); row.Status == network.Recalled && len(row.ToCheck) == 0 || row.Status < network.Recalled && len(row.ToCheck) > 0 {
					t.Errorf("%s at %s is %s, to be checked against %q", row.Cause, l.From, row.Status, row.ToCheck)
				}
			}
		}
	}
	if told == 0 {
		t.Error("nothing is recalled")
	}
}

// TestOverThePasses: lorries from Kashgar to Osh and Bishkek cost what CAREC measured on such roads and wait at a border, and
// the ways have names.
func TestOverThePasses(t *testing.T) {
	for _, c := range []struct{ to, by string }{{"oss", "irkeshtam"}, {"fru", "torugart"}} {
		r := find(t, ask(t, "khg", c.to, Scenario{}), c.by)
		cents := int64(0)
		for _, l := range r.Legs {
			if l.Kind == network.Road {
				cents += l.Cents
			}
		}
		if perKm := float64(cents) / 100 / r.Km(); perKm < 3.5 || perKm > 4.2 || r.Days.P50 < 1.5 || r.Days.P50 > 4 {
			t.Errorf("%s: %.2f USD/km, %.1f days", c.by, perKm, r.Days.P50)
		}
	}
}
