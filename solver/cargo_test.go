package solver

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
	"zhol/solver/tariff"
)

// Over many questions: no route of dangerous goods has a leg on China's rails, none of oversize goods a leg by block train,
// and what is barred comes back as it was when the cargo is general again.
func TestUnfitNeverUsed(t *testing.T) {
	net := load(t)
	s := New(net)
	r := rand.New(rand.NewPCG(2026, 11))
	routes := 0
	for range share(150) {
		q := Query{From: End{Place: net.Places[r.IntN(len(net.Places))].ID}, To: End{Place: net.Places[r.IntN(len(net.Places))].ID}}
		if q.From == q.To {
			continue
		}
		for _, kind := range []CargoKind{Dangerous, Oversize} {
			a, err := s.Rank(Scenario{Cargo: Cargo{Kind: kind}}, q)
			if input := (*InputError)(nil); errors.As(err, &input) {
				continue // no box stands at that place
			}
			if err != nil {
				t.Fatal(err)
			}
			for i := range a.Routes {
				routes++
				for _, l := range a.Routes[i].Legs {
					if l.Kind == network.Rail && (kind == Oversize || slices.Equal(l.Countries, []string{"CN"})) {
						t.Fatalf("%v: %s goods go by rail from %s to %s", q, kind, l.From, l.To)
					}
				}
			}
			if slices.Contains(a.BlockedBy, "cargo") != (len(a.Barred) > 0) {
				t.Fatalf("%v: blocked by %v, barred by %v", q, a.BlockedBy, a.Barred)
			}
		}
	}
	if routes < share(100) {
		t.Errorf("only %d routes were looked at", routes)
	}
}

// Cargo that no train takes is told as what blocks the way, with the rule and its source, and general goods as the way out.
func TestUnfitIsTold(t *testing.T) {
	net := load(t)
	sc := Scenario{Cargo: Cargo{Kind: Oversize}, Avoid: []string{"malacca"}}
	q := Query{From: End{Place: "ast"}, To: End{Place: "dui"}}
	a, err := Rank(net, sc, q)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a.BlockedBy, []string{"cargo"}) || !slices.Equal(a.Lifts, []string{"cargo"}) || len(a.Barred) != 1 || len(a.Barred[0].Sources) == 0 {
		t.Fatalf("blocked by %v, lifted by %v, barred by %v", a.BlockedBy, a.Lifts, a.Barred)
	}
	for _, way := range []Scenario{{Avoid: sc.Avoid}, {Cargo: sc.Cargo, Avoid: sc.Avoid, Wagons: true}} {
		if a, err := Rank(net, way, q); err != nil || len(a.Routes) == 0 {
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
	a, err := Rank(net, sc, q)
	if err != nil || !slices.Contains(a.BlockedBy, "cargo") || slices.Contains(a.BlockedBy, all[MostAvoided-1]) {
		t.Fatalf("%+v, %v", a, err)
	}
	sc.Avoid = all[:MostAvoided+1]
	if _, err = Rank(net, sc, q); err == nil {
		t.Error("one closure too many is let pass")
	}
}

// Every route of a 20-foot box costs less than the same with a 40-foot one, and more than nothing less than a third of it;
// it takes as long, and its rows sum to its legs and its legs to the route.
func TestTwentyFoot(t *testing.T) {
	net := load(t)
	q := Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	forty, err := Rank(net, Scenario{}, q)
	if err != nil {
		t.Fatal(err)
	}
	twenty, err := Rank(net, Scenario{Cargo: Cargo{Twenty: true}}, q)
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
	net := load(t)
	q := Query{From: End{Place: "ala"}, To: End{Place: "ast"}, Max: 1}
	traction := func(tonnes int) (grams, cents int64) {
		a, err := Rank(net, Scenario{Cargo: Cargo{Tonnes: tonnes}}, q)
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
		_, err := Rank(net, Scenario{Cargo: c}, q)
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
