package solver

import (
	"slices"
	"strings"
	"testing"
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
	a, err := Rank(net, sc, Query{From: f, To: d, Via: via})
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
	if shorter := alataw.Km() - khorgos.Km(); shorter < 250 || shorter > 400 {
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
	if more := cape.Days.P50 - suez.Days.P50; more < 7 || more > 16 {
		t.Errorf("the Cape takes %.1f days more than Suez; 10 to 14 are usual", more)
	}
	if nm := cape.Km() / 1.852; nm < 13_300 || nm > 14_500 {
		t.Errorf("Shanghai-Rotterdam by the Cape is %.0f nautical miles; 13,800 were published", nm)
	}
}

// TestHormuzShut reaches the Gulf only by the ports outside and by road.
func TestHormuzShut(t *testing.T) {
	for _, r := range ask(t, "CNSHA", "AEJEA", Scenario{Avoid: []string{"hormuz", "KZ", "IR", "TR"}}).Routes {
		if !r.passes("klf") && !r.passes("fjr") && !r.passes("soh") && !r.passes("jed") && !r.passes("sll") {
			t.Errorf("route %d reaches Jebel Ali by %v", r.Rank, r.Legs)
		}
		if last := r.Legs[len(r.Legs)-1]; last.Kind.String() != "road" {
			t.Errorf("route %d ends by %s, and not by road", r.Rank, last.What)
		}
	}
}

// TestCutNamesTheClosures closes every door of Kazakhstan's east and of the seas.
func TestCutNamesTheClosures(t *testing.T) {
	a := ask(t, "CNSHA", "JPTYO", Scenario{Avoid: []string{"suez", "JP", "RU"}})
	if len(a.Routes) != 0 || !slices.Equal(a.BlockedBy, []string{"JP"}) {
		t.Errorf("Tokyo with Japan closed: %d routes, blocked by %v", len(a.Routes), a.BlockedBy)
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
		{"max", Scenario{}, Query{From: good.From, To: good.To, Max: -3}, "max"},
	} {
		_, err := Rank(net, c.sc, c.q)
		input, ok := err.(*InputError)
		if !ok || input.Field != c.field {
			t.Errorf("%s: %v, wanted a fault of %s", c.name, err, c.field)
		}
	}
	if _, err := ParseEnd(net, "from", "Xiaan"); err == nil || !strings.Contains(err.Error(), "Xi'an") {
		t.Errorf("Xiaan: %v, wanted Xi'an as the nearest", err)
	}
	for _, text := range []string{"CNSIA", "sia", "西安", "Сиань", "Xi'an", "34.26, 108.93"} {
		e, err := ParseEnd(net, "from", text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if a, err := Rank(net, Scenario{}, Query{From: e, To: good.To}); err != nil || a.From.ID != "sia" {
			t.Errorf("%s: means %v, %v", text, a, err)
		}
	}
}
