package solver

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhol/solver/network"
	"zhol/solver/tariff"
)

//go:embed tariff/tables/fit.csv
var fitTable string

// fitRules are the rows of the table of what fits, as they are written: by cargo, mode and where.
func fitRules(t *testing.T) map[[3]string]bool {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(fitTable)).ReadAll()
	if err != nil || len(rows) < 3 {
		t.Fatal(len(rows), err)
	}
	out := map[[3]string]bool{}
	for _, row := range rows[1:] {
		out[[3]string(row[:3])] = row[3] == "1"
	}
	return out
}

// barredBy tells whether the rules keep a cargo off an arc. heavy is the least weight, in tonnes, that they do not call heavy.
func barredBy(rules map[[3]string]bool, sc Scenario, heavy int, arc *network.Arc) bool {
	var traits []string
	if sc.Cargo.Kind != General {
		traits = append(traits, CargoKinds[sc.Cargo.Kind])
	}
	if sc.Cargo.Twenty {
		traits = append(traits, "20-foot")
	}
	if sc.Cargo.Tonnes > heavy {
		traits = append(traits, "heavy")
	}
	modes := []string{arc.Kind.String()}
	if arc.Kind == network.Rail && !sc.Wagons {
		modes = append(modes, "block train")
	}
	for _, trait := range traits {
		for _, mode := range modes {
			for _, where := range []string{arc.Row, arc.Railway, "*"} {
				if fit, told := rules[[3]string{trait, mode, where}]; told && where != "" {
					if !fit {
						return true
					}
					break
				}
			}
		}
	}
	return false
}

// Over many questions with cargo of every kind, in either box, light and heavy, by block train and in ordinary wagons: no route
// and no frame has a leg over an arc that the table of what fits keeps the cargo off, read here from its text and from the
// network's arcs. Cargo of which it says nothing is blocked nowhere. What is barred comes back as it was when the cargo is
// general again.
func TestUnfitNeverUsed(t *testing.T) {
	net := load(t)
	s := New(net)
	rules := fitRules(t)
	heavy := 0
	for _, f := range tariff.AllFigures() {
		if f.Table == "parameters" && f.ID == "heavy_over" {
			heavy, _ = strconv.Atoi(f.Value)
		}
	}
	if heavy == 0 {
		t.Fatal("the tables do not say what is heavy")
	}
	between := map[[2]network.PlaceID][]*network.Arc{} // arcs other than transfers
	for i := range net.Arcs {
		if arc := &net.Arcs[i]; arc.Kind != network.Transfer {
			ends := [2]network.PlaceID{net.Nodes[arc.From].Place, net.Nodes[arc.To].Place}
			between[ends] = append(between[ends], arc)
		}
	}
	cargos := []Scenario{
		{Cargo: Cargo{Kind: Reefer}}, {Cargo: Cargo{Kind: Dangerous}}, {Cargo: Cargo{Kind: Oversize}}, {Cargo: Cargo{Twenty: true}},
		{Cargo: Cargo{Tonnes: heavy + 1}}, {Cargo: Cargo{Kind: Dangerous, Twenty: true, Tonnes: heavy + 2}}, {Cargo: Cargo{Kind: Reefer, Tonnes: heavy + 2}, Wagons: true},
		{Cargo: Cargo{Kind: Oversize, Twenty: true}, Wagons: true}, {Cargo: Cargo{Kind: Dangerous}, Wagons: true},
	}
	r := rand.New(rand.NewPCG(2026, 11))
	routes, trains, blocked := make([]int, len(cargos)), make([]int, len(cargos)), 0
	barred := make([]bool, len(cargos)) // from something
	for c := range cargos {
		for i := range net.Arcs {
			barred[c] = barred[c] || barredBy(rules, cargos[c], heavy, &net.Arcs[i])
		}
	}
	check := func(c int, sc Scenario, q Query, general *Answer) {
		a, err := s.Rank(sc, q)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(a.BlockedBy, "cargo") != (len(a.Barred) > 0) {
			t.Fatalf("%v: blocked by %v, barred by %v", q, a.BlockedBy, a.Barred)
		}
		if len(a.Barred) > 0 {
			if blocked++; !barred[c] {
				t.Errorf("%+v, %+v: barred by %v, which no rule does", q, sc.Cargo, a.Barred)
			}
		}
		if !barred[c] && (len(a.Routes) == 0) != (len(general.Routes) == 0) {
			t.Errorf("%+v, %+v: %d routes, and %d of general goods", q, sc.Cargo, len(a.Routes), len(general.Routes))
		}
		for i := range a.Routes {
			routes[c]++
			for _, p := range a.Routes[i].parts {
				if p.key < 0 {
					continue
				}
				arc := &net.Arcs[p.key]
				if arc.Kind == network.Rail {
					trains[c]++
				}
				if barredBy(rules, sc, heavy, arc) {
					t.Errorf("%+v: %+v goes by %s %s of %s", q, sc.Cargo, arc.Kind, arc.Row, arc.Railway)
				}
			}
		}
		frame, err := s.Frame(sc, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, route := range append(slices.Clone(frame.Routes), a.Routes...) {
			for _, l := range route.Legs {
				if l.Kind != network.Rail && l.Kind != network.Ferry {
					continue
				}
				at, _ := net.PlaceByID(l.From)
				for _, next := range append(slices.Clone(l.Through), l.To) {
					to, _ := net.PlaceByID(next)
					if !slices.ContainsFunc(between[[2]network.PlaceID{at, to}], func(arc *network.Arc) bool {
						return arc.Kind == l.Kind && int(arc.Gauge) == l.Gauge && !barredBy(rules, sc, heavy, arc)
					}) {
						t.Errorf("%+v: %+v goes by %s from %s to %s, and no arc there takes it", q, sc.Cargo, l.What, l.From, next)
					}
					at = to
				}
			}
		}
	}
	for range share(24) { // worlds, of three questions each
		var avoid []string
		if r.IntN(3) == 0 {
			avoid = []string{"suez", "malacca", "RU"}[r.IntN(3):]
		}
		var asked []Query
		var general []*Answer
		var before []string
		for range 3 {
			q := Query{From: End{Place: net.Places[r.IntN(len(net.Places))].ID}, To: End{Place: net.Places[r.IntN(len(net.Places))].ID}}
			a, err := s.Rank(Scenario{Avoid: avoid}, q)
			if input := (*InputError)(nil); errors.As(err, &input) {
				continue // no box stands at that place
			}
			if err != nil {
				t.Fatal(err)
			}
			asked, general, before = append(asked, q), append(general, a), append(before, fmt.Sprintf("%+v", a))
		}
		for c, sc := range cargos {
			sc.Avoid = avoid
			for i, q := range asked {
				check(c, sc, q, general[i])
			}
		}
		for i, q := range asked {
			again, err := s.Rank(Scenario{Avoid: avoid}, q)
			if after := fmt.Sprintf("%+v", again); err != nil || after != before[i] {
				t.Errorf("%+v: general goods go\n%s\nand afterwards\n%s", q, before[i], after)
			}
		}
	}
	for c, sc := range cargos {
		if routes[c] < share(150) || sc.Cargo.Kind != Oversize && trains[c] < share(300) || sc.Wagons && trains[c] < share(300) {
			t.Errorf("%+v: only %d routes with %d trains were looked at", sc, routes[c], trains[c])
		}
	}
	if blocked < share(12) {
		t.Errorf("cargo blocked the way only %d times", blocked)
	}
}

// Cargo that no train takes is told as what blocks the way, with the rule and its source, and general goods as the way out.
func TestUnfitIsTold(t *testing.T) {
	sc := Scenario{Cargo: Cargo{Kind: Oversize}, Avoid: []string{"malacca"}}
	q := Query{From: End{Place: "ast"}, To: End{Place: "dui"}}
	a, err := rank(t, sc, q)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a.BlockedBy, []string{"cargo"}) || !slices.Equal(a.Lifts, []string{"cargo"}) || len(a.Barred) != 1 || len(a.Barred[0].Sources) == 0 {
		t.Fatalf("blocked by %v, lifted by %v, barred by %v", a.BlockedBy, a.Lifts, a.Barred)
	}
	for _, way := range []Scenario{{Avoid: sc.Avoid}, {Cargo: sc.Cargo, Avoid: sc.Avoid, Wagons: true}} {
		if a, err := rank(t, way, q); err != nil || len(a.Routes) == 0 {
			t.Errorf("%+v: %v, %v", way, a, err)
		}
	}
}

// Sixty-two closures may stand beside unfit cargo and the label that seeks a way without Russia; one more is told.
func TestClosuresBesideCargo(t *testing.T) {
	net := load(t)
	var all []string
	for _, p := range net.Places {
		if p.Country == "GB" || p.Country == "IT" || p.Country == "IN" || p.Country == "JP" || p.Country == "ES" || p.Country == "VN" || p.Country == "FR" || p.Country == "TH" {
			all = append(all, p.ID)
		}
	}
	for _, p := range net.Places {
		if len(all) <= MostAvoided && p.Country != "KZ" && p.Country != "DE" && p.Country != "BY" && p.Country != "PL" && p.Country != "RU" && !slices.Contains(all, p.ID) {
			all = append(all, p.ID)
		}
	}
	q := Query{From: End{Place: "ast"}, To: End{Place: "dui"}}
	sc := Scenario{Cargo: Cargo{Kind: Oversize}, Avoid: all[:MostAvoided]}
	a, err := rank(t, sc, q)
	if err != nil || !slices.Contains(a.BlockedBy, "cargo") || slices.Contains(a.BlockedBy, all[MostAvoided-1]) {
		t.Fatalf("%+v, %v", a, err)
	}
	sc.Avoid = all[:MostAvoided+1]
	if _, err = rank(t, sc, q); err == nil {
		t.Error("one closure too many is let pass")
	}
}

// Every route of a 20-foot box costs less than the same with a 40-foot one, and more than nothing less than a third of it;
// it takes as long, and its rows sum to its legs and its legs to the route.
func TestTwentyFoot(t *testing.T) {
	q := Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	forty, err := rank(t, Scenario{}, q)
	if err != nil {
		t.Fatal(err)
	}
	twenty, err := rank(t, Scenario{Cargo: Cargo{Twenty: true}}, q)
	if err != nil {
		t.Fatal(err)
	}
	if twenty.Cargo.Unit() != "TEU" || forty.Cargo.Unit() != "FEU" {
		t.Errorf("units %s and %s", twenty.Cargo.Unit(), forty.Cargo.Unit())
	}
	compared := 0
	for i := range twenty.Routes {
		a := &twenty.Routes[i]
		var money int64
		for _, l := range a.Legs {
			var rows int64
			for _, r := range l.Rows {
				rows += r.Money
			}
			if rows != l.Cents {
				t.Errorf("rows of %s to %s sum to %d, not %d", l.From, l.To, rows, l.Cents)
			}
			money += l.Cents
		}
		if money != a.Cents {
			t.Errorf("legs sum to %d, not %d", money, a.Cents)
		}
		for j := range forty.Routes {
			b := &forty.Routes[j]
			if a.Seconds == b.Seconds && a.Metres == b.Metres && slices.Equal(a.Gateways, b.Gateways) {
				compared++
				if a.Cents >= b.Cents || 3*a.Cents < b.Cents || 2*a.Grams > b.Grams+b.Grams/10 {
					t.Errorf("20 feet: %d cents, %d g; 40 feet: %d cents, %d g", a.Cents, a.Grams, b.Cents, b.Grams)
				}
			}
		}
	}
	if compared == 0 {
		t.Error("no route is the same with both boxes")
	}
}

// The heavier the box, the more carbon, in proportion on the rails; beyond what the box holds the field is named.
func TestTonnes(t *testing.T) {
	q := Query{From: End{Place: "ala"}, To: End{Place: "ast"}, Max: 1}
	traction := func(tonnes int) (grams, cents int64) {
		a, err := rank(t, Scenario{Cargo: Cargo{Tonnes: tonnes}}, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range a.Routes[0].Legs {
			for _, r := range l.Rows {
				switch r.Cause {
				case "traction":
					grams += r.Carbon
				case "haulage":
					cents += r.Money
				}
			}
		}
		return grams, cents
	}
	ten, usual := traction(10)
	twenty, same := traction(20)
	heavy, dearer := traction(25)
	if twenty < 2*ten-20 || twenty > 2*ten+20 || heavy <= twenty {
		t.Errorf("10, 20 and 25 t: %d, %d and %d g", ten, twenty, heavy)
	}
	if usual != same || max(dearer, same*6/5)-min(dearer, same*6/5) > 5 { // a cent a leg
		t.Errorf("10, 20 and 25 t: %d, %d and %d cents; above 24 t a fifth more", usual, same, dearer)
	}
	for _, c := range []Cargo{{Tonnes: 27}, {Tonnes: -1}, {Tonnes: 29, Twenty: true}} {
		_, err := rank(t, Scenario{Cargo: c}, q)
		if input := (*InputError)(nil); !errors.As(err, &input) || input.Field != "tonnes" {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// A special cargo is never cheaper nor greener, arc by arc, than general goods in the same box.
func TestSpecialCargoCostsMore(t *testing.T) {
	net := load(t)
	usual, err := tariff.New(net, tariff.Scenario{})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []CargoKind{Reefer, Dangerous, Oversize} {
		v, err := tariff.New(net, tariff.Scenario{Cargo: Cargo{Kind: kind}})
		if err != nil {
			t.Fatal(err)
		}
		dearer := 0
		for a := range net.Arcs {
			if v.Money[a] < usual.Money[a] || v.Carbon[a] < usual.Carbon[a] || v.Time[a] != usual.Time[a] {
				t.Fatalf("%s: arc %d costs less", kind, a)
			}
			if v.Money[a] > usual.Money[a] {
				dearer++
			}
		}
		if dearer < 100 {
			t.Errorf("%s: only %d arcs are dearer", kind, dearer)
		}
	}
}
