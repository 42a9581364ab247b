package command

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"zhol/solver"
	"zhol/solver/network"
)

// handAsked is the question to handMade.
var handAsked = question{net: &solver.Network{Version: "0123456789ab"}, sc: solver.Scenario{Market: "2024-06"}, q: solver.Query{Slack: 5}, link: "#from=CNSIA"}

// handMade is an answer of two routes whose sums are awkward on purpose.
func handMade() *solver.Answer {
	leg := func(kind solver.Kind, what, from, to string, cents, seconds, grams, metres int64) solver.Leg {
		return solver.Leg{Kind: kind, What: what, From: from, To: to, Totals: solver.Totals{Cents: cents, Seconds: seconds, Grams: grams, Metres: metres},
			Provenance: network.Provenance{Status: network.Published, Sources: []string{"ERAI"}}}
	}
	legs := []solver.Leg{
		leg(network.Transfer, "lift on", "xia", "xia", 4_567, 40_001, 17_003, 0),
		leg(network.Rail, "rail", "xia", "aty", 198_033, 250_007, 613_999, 3_470_123),
		leg(network.Transfer, "gauge change", "aty", "aty", 32_900, 43_201, 5_001, 0),
		leg(network.Rail, "rail", "aty", "dui", 310_011, 700_003, 1_204_777, 6_412_877),
	}
	legs[1].Gauge, legs[3].Gauge = 1435, 1520
	legs[3].Countries = []string{"KZ", "RU"}
	legs[3].Status = network.Recalled
	legs[3].Sources = nil
	route := solver.Route{Rank: 1, Labels: []string{"cheapest"}, Gateways: []string{"khorgos"}, ThroughKazakhstan: true,
		Days: solver.Days{P10: 9.5, P50: 12, P90: 16}, General: 7_123_456_789, Legs: legs}
	for _, l := range legs {
		route.Cents += l.Cents
		route.Seconds += l.Seconds
		route.Grams += l.Grams
		route.Metres += l.Metres
	}
	second := route
	second.Rank, second.Labels, second.DominatedBy, second.ThroughKazakhstan = 2, nil, 1, false
	second.Dominated = solver.Domination{By: 1, SlowerSeconds: 86400}
	second.Gateways, second.VariantOf = nil, 1
	return &solver.Answer{Data: "0123456789ab", Market: "2024-06", Complete: true, FrontSize: 7,
		From: solver.Located{ID: "xia", Name: "Xi'an"}, To: solver.Located{Name: "near Duisburg", At: solver.LonLat{Lon: 6.7, Lat: 51.4}},
		Routes: []solver.Route{route, second}}
}

// TestLegsSumToTheRoute adds what was printed, as a reader of the JSON would.
func TestLegsSumToTheRoute(t *testing.T) {
	text, err := json.Marshal(toObject(handAsked, handMade()))
	if err != nil {
		t.Fatal(err)
	}
	checkObject(t, text)
}

func TestObjectHasNoNullList(t *testing.T) {
	for name, a := range map[string]*solver.Answer{"two routes": handMade(), "no route": {}} {
		text, _ := json.Marshal(toObject(handAsked, a))
		if left := strings.NewReplacer(`"dominated_by":null`, "", `"variant_of":null`, "").Replace(string(text)); strings.Contains(left, "null") {
			t.Errorf("%s: null in %s", name, left)
		}
	}
}

func TestObjectKeys(t *testing.T) {
	text, _ := json.Marshal(toObject(handAsked, handMade()))
	for _, key := range []string{`"data":"0123456789ab"`, `"link":"#from=CNSIA"`, `"from":{"id":"xia"`, `"to":{"id":""`, `"lat":51.4`, `"complete":true`, `"front_size":7`,
		`"blocked_by":[]`, `"rank":1`, `"labels":["cheapest"]`, `"through_kazakhstan":true`, `"gateways":["khorgos"]`, `"usd":5455.11`, `"p10":9.5`,
		`"co2e_kg":1840.78`, `"km":9883`, `"generalised_usd":7123.456789`, `"dominated_by":null`, `"dominated_by":1`, `"kind":"transfer"`, `"gauge":1520`,
		`"countries":["KZ","RU"]`, `"status":"recalled"`, `"sources":["ERAI"]`} {
		if !strings.Contains(string(text), key) {
			t.Errorf("no %s in %s", key, text)
		}
	}
}

func TestTable(t *testing.T) {
	named := func(id string) string { return map[string]string{"khorgos": "Khorgos", "aty": "Altynkol"}[id] }
	var b bytes.Buffer
	writeTable(&b, handMade(), handAsked, true, named)
	for _, want := range []string{"Xi'an (xia)", "51.4000,6.7000 (near Duisburg)", "prices of 2024-06", "12.0", "9.5–16.0", "5,455", "1,841", "9,883", "KZ",
		"rail: Khorgos", "cheapest", "dominated by #1", "gauge change", "rail 1520", "329.00 USD", "6,413 km", missing, "recalled", "ERAI", "link  #from=CNSIA", "by at most 5 % of the least", "variant of #1"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if line != strings.TrimRight(line, " ") {
			t.Errorf("blanks at the end of %q", line)
		}
	}
}

func TestTableOfNoRoute(t *testing.T) {
	named := func(id string) string { return strings.ToUpper(id) }
	var b bytes.Buffer
	writeTable(&b, &solver.Answer{BlockedBy: []string{"suez", "cape"}}, handAsked, false, named)
	if !strings.Contains(b.String(), "blocked by SUEZ (suez) and CAPE (cape)") {
		t.Error(b.String())
	}
	b.Reset()
	writeTable(&b, &solver.Answer{}, handAsked, false, named)
	if !strings.Contains(b.String(), "No route") {
		t.Error(b.String())
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 1_000_007: "1,000,007", -12_345: "-12,345"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	if got := thousandsCents(1_234_505); got != "12,345.05" {
		t.Error(got)
	}
}
