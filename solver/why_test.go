package solver

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
)

// causesOf says which cause each row of a leg is told under, by the work or mode of the leg; "*" is any row of it. The hire of a
// box and a place on a train are told as such on whatever leg they are paid.
var causesOf = map[string]map[string]string{
	"border":       {"*": "border"},
	"gauge change": {"*": "gauge change"},
	"transfer": {"wait": "wait", "dwell": "dwell", "lift": "handling", "handling": "handling", "port handling": "handling",
		"terminal energy": "handling"},
	"rail":  {"haulage": "haulage", "running": "haulage", "traction": "haulage"},
	"sea":   {"sea freight": "freight", "running": "freight", "bunkers": "freight", "schedule": "freight", "canal toll": "toll"},
	"ferry": {"ferry freight": "freight", "running": "freight", "bunkers": "freight", "wait": "wait"},
	"road":  {"*": "road"},
}

// toldUnder is the cause of a row by causesOf; empty if that knows none.
func toldUnder(l *Leg, row *Row) string {
	switch row.Cause {
	case "box hire":
		return "box hire"
	case "train slot":
		return "haulage"
	}
	of := causesOf[l.Kind.String()]
	if by, ok := causesOf[l.What]; ok && l.Kind == network.Transfer {
		of = by
	}
	if cause, ok := of[row.Cause]; ok {
		return cause
	}
	return of["*"]
}

// causesIn is what the rows of a leg come to under each cause.
func causesIn(t *testing.T, l *Leg) map[string]Amounts {
	t.Helper()
	out := map[string]Amounts{}
	for i := range l.Rows {
		row := &l.Rows[i]
		cause := toldUnder(l, row)
		if cause == "" {
			t.Fatalf("a row %q of a leg by %s is told under no cause", row.Cause, l.What)
		}
		for name, of := range map[string]Amounts{
			cause: {row.Money, row.Time, row.Carbon, row.Money * 10_000}, "value of time": {General: row.Worth.Time},
			"spread": {General: row.Worth.Spread}, "carbon price": {General: row.Worth.Carbon},
		} {
			out[name] = out[name].plus(of)
		}
	}
	return out
}

// legKey is the same for two legs of one scenario if and only if they are the same work at the same cost.
func legKey(l *Leg) string {
	key := fmt.Sprint(l.What, " ", l.From, " ", l.To, " ", l.Gauge, " ", l.Totals)
	for _, row := range l.Rows {
		key += fmt.Sprint(" ", row.Cause, row.Money, row.Worth)
	}
	return key
}

// TestDifferenceSums takes the routes of random real questions apart, two by two, and adds the causes up again: to the
// difference of the routes, and each to what all their rows come to under it. Each part is the rows of its own leg under its
// cause, and the legs told are those that one route has oftener than the other.
func TestDifferenceSums(t *testing.T) {
	net := load(t)
	s := New(net)
	pairs, shared, seen := 0, 0, map[string]int{}
	var before *Answer // of another question under the same scenario
	for seed := range share(uint64(120)) {
		if seed%4 == 0 {
			before = nil
		}
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/4, 51)), net)
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 53)), net)
		a, err := s.Rank(sc, q)
		if err != nil {
			continue
		}
		for i := range a.Routes {
			x, y := &a.Routes[i], &a.Routes[(i+1)%len(a.Routes)]
			if i == 0 && before != nil && len(before.Routes) > 0 {
				y = &before.Routes[0]
			}
			bad := func(format string, args ...any) {
				t.Helper()
				t.Errorf("seed %d, route %d and %s: %s", seed, i+1, y.Through(), fmt.Sprintf(format, args...))
			}
			rows := map[string]Amounts{} // by cause: of x, less those of y
			oftener := map[string]int{}  // by leg: in x than in y
			for of, r := range []*Route{x, y} {
				for j := range r.Legs {
					key := legKey(&r.Legs[j])
					if oftener[key] += 1 - 2*of; of == 1 && oftener[key] == 0 {
						shared++
					}
					for cause, amounts := range causesIn(t, &r.Legs[j]) {
						if of == 1 {
							amounts = amounts.minus()
						}
						rows[cause] = rows[cause].plus(amounts)
					}
				}
			}
			want := Amounts{x.Cents - y.Cents, x.Seconds - y.Seconds, x.Grams - y.Grams, x.General - y.General}
			var sum Amounts
			whole, told, last := maps.Clone(rows), map[string]int{}, -1
			for _, c := range Difference(x, y) {
				var parts Amounts
				for _, p := range c.Parts {
					l := &[]*Route{x, y}[p.Of-1].Legs[p.Leg]
					of := causesIn(t, l)[c.Name]
					if p.Of == 2 {
						of = of.minus()
					}
					if of != p.Amounts {
						bad("%s of leg %d, %s from %s to %s, is told as %+v, and is %+v", c.Name, p.Leg+1, l.What, l.From, l.To, p.Amounts, of)
					}
					parts = parts.plus(p.Amounts)
					told[fmt.Sprint(p.Of-1, c.Name, legKey(l))]++
				}
				at := slices.Index(allCauses, c.Name)
				if parts != c.Amounts || at < 0 {
					bad("%s: parts sum to %+v, not %+v", c.Name, parts, c.Amounts)
				}
				if at <= last {
					bad("%s is told out of order", c.Name)
				}
				if c.Amounts != rows[c.Name] {
					bad("%s is told as %+v, and the rows of both come to %+v", c.Name, c.Amounts, rows[c.Name])
				}
				delete(rows, c.Name)
				sum, last = sum.plus(c.Amounts), at
				seen[c.Name]++
			}
			if sum != want {
				bad("causes sum to %+v, the routes differ by %+v", sum, want)
			}
			for cause, of := range rows {
				if of != (Amounts{}) {
					bad("%s is not told, and comes to %+v", cause, of)
				}
			}
			for of, r := range []*Route{x, y} {
				for j := range r.Legs {
					key := legKey(&r.Legs[j])
					for cause, amounts := range causesIn(t, &r.Legs[j]) {
						times := max(0, oftener[key]*(1-2*of))
						if amounts == (Amounts{}) || whole[cause] == (Amounts{}) {
							times = 0
						}
						if got := told[fmt.Sprint(of, cause, key)]; got != times {
							bad("%s of leg %d of route %d, which that has oftener by %d, is told %d times", cause, j+1, of+1, times, got)
						}
					}
				}
			}
			pairs++
		}
		before = a
	}
	if pairs < share(400) || shared < share(1000) {
		t.Errorf("only %d pairs with %d legs in common were looked at", pairs, shared)
	}
	for _, cause := range allCauses {
		if least := map[bool]int{false: 40, true: 4}[cause == CauseHire]; seen[cause] < share(least) {
			t.Errorf("%s was told only %d times", cause, seen[cause])
		}
	}
}

// TestWhyNot asks for routes that are listed, that are not, and that cannot be.
func TestWhyNot(t *testing.T) {
	s := New(load(t))
	q := Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	c, err := s.WhyNot(Scenario{}, q, []string{"khorgos", "brest"})
	if err != nil || c.Asked == nil || !c.Exactly || c.Listed == 0 || len(c.Causes) == 0 {
		t.Fatalf("%+v, %v", c, err)
	}
	if !slices.Equal(c.Asked.Gateways, []string{"khorgos", "brest"}) {
		t.Errorf("asked for Khorgos and Brest, and got %v", c.Asked.Gateways)
	}
	q.Max = 3
	c, err = s.WhyNot(Scenario{}, q, []string{"zabaikalsk", "brest"})
	if err != nil || c.Asked == nil || !c.Exactly || c.Listed != 0 || c.Asked.General <= c.First.General {
		t.Fatalf("%+v, %v", c, err)
	}
	// Whoever names a part of the Middle Corridor is told of the whole.
	c, err = s.WhyNot(Scenario{}, q, []string{"aktau", "poti"})
	if err != nil || c.Asked == nil || !c.Exactly || c.Wider == nil || !c.Wider.passes("khorgos") || c.Wider.General >= c.Asked.General {
		t.Fatalf("%+v, %v", c, err)
	}
	// More may be passed than was asked for.
	c, err = s.WhyNot(Scenario{}, q, []string{"bandar-abbas"})
	if err != nil || c.Asked == nil || !c.Asked.passes("bandar-abbas") {
		t.Fatalf("%+v, %v", c, err)
	}
	c, err = s.WhyNot(Scenario{Avoid: []string{"KZ"}}, q, []string{"khorgos"})
	if err != nil || c.Asked != nil || !slices.Equal(c.Lifts, []string{"KZ", "via khorgos"}) {
		t.Fatalf("Khorgos with Kazakhstan shut: %+v, %v", c, err)
	}
	// What does not tell routes apart is passed all the same: a route by no gateway is none by Malacca.
	inland := Query{From: End{Place: "ala"}, To: End{Place: "ast"}}
	c, err = s.WhyNot(Scenario{}, inland, []string{"malacca"})
	if err != nil || c.Asked != nil && !c.Asked.passes("malacca") || len(c.First.Gateways) > 0 {
		t.Fatalf("by Malacca from Almaty: %+v, %v", c, err)
	}
	if _, err = s.WhyNot(Scenario{}, q, []string{"DE"}); err == nil {
		t.Error("Germany was taken for a gateway")
	}
}

// TestWhyToll holds a voyage by Suez against one round the Cape: the dues of the canal are told as a cause of their own, and the freight, which
// holds them, by as much less, so that no money is told twice.
func TestWhyToll(t *testing.T) {
	a, err := rank(t, Scenario{}, Query{From: End{Place: "sha"}, To: End{Place: "rtm"}, Max: 30})
	if err != nil {
		t.Fatal(err)
	}
	at := func(gateway string) *Route {
		i := slices.IndexFunc(a.Routes, func(r Route) bool { return slices.Contains(r.Gateways, gateway) })
		if i < 0 {
			t.Fatalf("no route by %s", gateway)
		}
		return &a.Routes[i]
	}
	causes := map[string]Amounts{}
	for _, c := range Difference(at("suez"), at("cape")) {
		causes[c.Name] = c.Amounts
	}
	toll := Amounts{Cents: 70_00, General: 70_000_000}
	if causes[CauseToll] != toll || causes[CauseFreight].Cents != -toll.Cents || causes[CauseFreight].Seconds >= 0 {
		t.Errorf("by Suez rather than the Cape: %+v", causes)
	}
}
