package solver

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/search"
)

// TestEnvelopeOracle holds the envelope of random lines against the least of all of them at many fractions.
func TestEnvelopeOracle(t *testing.T) {
	for seed := range uint64(2000) {
		rng := rand.New(rand.NewPCG(seed, 61))
		var front []search.Way
		for money, time := int64(0), int64(1+rng.IntN(60)); time >= 0; time -= 1 + rng.Int64N(9) {
			front = append(front, search.Way{Cost: search.Cost{Money: money, Time: time}})
			money += 1 + rng.Int64N(30)
		}
		got := envelope(slices.Clone(front))
		for i := 1; i < len(got); i++ {
			if i >= 2 && !crossesLater(&got[i-2], &got[i-1], &got[i]) {
				t.Fatalf("seed %d: the envelope bends the wrong way", seed)
			}
		}
		for num := range int64(60) {
			at := func(w search.Way) int64 { return 7*w.Money + num*w.Time } // x = num/7
			least := func(ways []search.Way) int64 {
				return at(slices.MinFunc(ways, func(a, b search.Way) int { return int(at(a) - at(b)) }))
			}
			if least(got) != least(front) {
				t.Fatalf("seed %d: at %d/7 the envelope is not the least", seed, num)
			}
		}
	}
}

// overs is every kind of parameter, on places and modes that matter.
var overs = []Parameter{{Kind: OverCargoValue}, {Kind: OverCarbonPrice}, {Kind: OverDwell, Place: "aau"}, {Kind: OverDwell, Place: "mal"},
	{Kind: OverPrice, Mode: "sea"}, {Kind: OverPrice, Mode: "rail"}, {Kind: OverPrice, Mode: "ferry"}, {Kind: OverPrice, Mode: "road"}}

// TestBreakEvenOracle seeks, for random real questions, the least line at many values of the parameter by A*, and sees that
// the stretch there costs as much: no change is missed, and none is made up.
func TestBreakEvenOracle(t *testing.T) {
	net := load(t)
	s := New(net)
	changes := 0
	for seed := range share(uint64(40)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 67)), net)
		for _, p := range overs {
			b, err := s.BreakEven(sc, q, p)
			if err != nil {
				break
			}
			if !b.Complete {
				t.Errorf("seed %d: the search over %s was given up", seed, p)
			}
			if len(b.Stretches) == 0 {
				break
			}
			changes += len(b.Stretches) - 1
			if b.Stretches[0].From != 0 || b.Stretches[len(b.Stretches)-1].To != b.Most {
				t.Errorf("seed %d: stretches run from %v to %v", seed, b.Stretches[0].From, b.Stretches[len(b.Stretches)-1].To)
			}
			lines, _ := s.lines(&p)
			from, to, _ := s.ends(q)
			ways, _ := s.bothWays(lines, from, to)
			ways = envelope(ways)
			for _, num := range []int64{0, 1, 2, 3, 5, 8, 13, 40, 200, 1000} {
				den := int64(4) // x = num/4 in units of Num/Den
				if p.Kind == OverCargoValue {
					den = 1000
				}
				w := *s.weights
				w.General = make([]int64, len(lines.Fixed))
				for a := range w.General {
					w.General[a] = den*lines.Fixed[a] + num*lines.Rising[a]
				}
				searcher := search.NewSearcher(s.graph)
				searcher.Reset(&w)
				question := s.question
				stubs := func(stubs []search.Stub, hauls []haul) []search.Stub {
					out := slices.Clone(stubs)
					for i := range out {
						fixed, rising := lines.Haul(hauls[i].cost)
						if hauls[i].straight == 0 {
							fixed, rising = 0, 0
						}
						fixed += lines.Hire(hauls[i].hire)
						out[i].General = den*fixed + num*rising
					}
					return out
				}
				question.From, question.To = stubs(question.From, from.hauls), stubs(question.To, to.hauls)
				question.Direct = stubs(question.Direct, []haul{s.whole})
				best, ok := searcher.Ask(question).Best(search.General)
				least := int64(math.MaxInt64)
				for _, way := range ways {
					least = min(least, den*way.Money+num*way.Time)
				}
				if !ok || best.General != least {
					t.Fatalf("seed %d: %s at %d/%d: the envelope costs %d, and A* finds %d", seed, p, num, den, least, best.General)
				}
			}
		}
	}
	if changes < share(100) {
		t.Errorf("only %d changes were found", changes)
	}
}

// TestStepAcross asks for the list a little to each side of every change, and at the middle of every stretch, and finds the
// first route as the stretches say.
func TestStepAcross(t *testing.T) {
	net := load(t)
	s, r := New(net), New(net)
	steps := 0
	for seed := range share(uint64(40)) {
		rng := rand.New(rand.NewPCG(seed, 71))
		_, q := randomQuestion(rng, net)
		q.Via, q.ThroughKazakhstan, q.Light = nil, false, true
		for _, kind := range []string{OverCargoValue, OverCarbonPrice} {
			b, err := s.BreakEven(Scenario{}, q, Parameter{Kind: kind})
			if err != nil {
				break
			}
			check := func(value int, want *Route) {
				sc := Scenario{CargoValue: value}
				if kind == OverCarbonPrice {
					sc = Scenario{CarbonPrice: value}
				}
				a, err := r.Rank(sc, q)
				if err != nil {
					t.Fatal(err)
				}
				steps++
				if got := &a.Routes[0]; got.Totals != want.Totals {
					t.Errorf("seed %d: at a %s of %d %s is first, and %s was told", seed, kind, value, got.Through(), want.Through())
				}
			}
			for i := range b.Stretches {
				st := &b.Stretches[i]
				if st.To-st.From < 8 {
					continue // narrower than the steps
				}
				if i > 0 {
					check(int(st.From)+3, &st.Route)
				}
				check(int(st.From+st.To)/2, &st.Route)
				if i+1 < len(b.Stretches) {
					check(int(st.To)-2, &st.Route)
				}
			}
		}
	}
	if steps < share(100) {
		t.Errorf("only %d steps were taken", steps)
	}
}

// TestStepAcrossLevels sets the dwell at a place, or the price of a mode, a little to each side of every change over it, and
// finds the first route as the stretches say, at the cost that its line has there. A level is rounded to the cent on every
// arc, so that close to a change two ways may cost the same but for some cents.
func TestStepAcrossLevels(t *testing.T) {
	net := load(t)
	s, r := New(net), New(net)
	const cents = 60 * 1e4 // of an arc each, in millionths of a dollar
	stepped, other := map[string]int{}, 0
	for seed := range share(uint64(40)) {
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 77)), net)
		q.Via, q.ThroughKazakhstan = nil, false
		if seed%3 == 0 { // by the Caspian Sea, where a dwell decides
			q.From, q.To = End{Place: []string{"sia", "ala", "tas"}[seed/3%3]}, End{Place: []string{"pti", "hal", "bud"}[seed/9%3]}
		}
		for _, p := range overs[2:] {
			b, err := s.BreakEven(Scenario{}, q, p)
			if err != nil {
				break
			}
			lines, _ := s.lines(&p)
			from, to, _ := s.ends(q)
			ways, _ := s.bothWays(lines, from, to)
			ways = envelope(ways)
			check := func(thousandths int, want *Route, line search.Cost) {
				sc := Scenario{Levels: []Level{{p.Place + p.Mode, thousandths}}}
				a, err := r.Rank(sc, q)
				if err != nil {
					t.Fatal(err)
				}
				stepped[p.Kind]++
				got := &a.Routes[0]
				told := float64(line.Money) + float64(line.Time)*float64(thousandths)/1000*float64(lines.Den)/float64(lines.Num)
				if math.Abs(float64(got.General)-told) > cents {
					t.Errorf("seed %d: at a %s of %d thousandths the first, %s, costs %d, and the line of %s %.0f", seed, p, thousandths, got.Through(), got.General, want.Through(), told)
				}
				if !sameLegs(got, want) {
					other++
				}
			}
			for i := range b.Stretches {
				st := &b.Stretches[i]
				low, high := int(st.From*1000)+3, int(st.To*1000)-2
				if low >= high {
					continue // narrower than the steps
				}
				check((low+high)/2, &st.Route, ways[i].Cost)
				if i > 0 {
					check(low, &st.Route, ways[i].Cost)
				}
				if i+1 < len(b.Stretches) {
					check(high, &st.Route, ways[i].Cost)
				}
			}
		}
	}
	if stepped[OverDwell] < share(60) || stepped[OverPrice] < share(200) {
		t.Errorf("only %v steps were taken", stepped)
	}
	if other > (stepped[OverDwell]+stepped[OverPrice])/50 {
		t.Errorf("of %v steps %d found another route first than was told", stepped, other)
	}
}

// sameLegs tells whether two routes go the same way, whatever it costs.
func sameLegs(a, b *Route) bool {
	return slices.EqualFunc(a.Legs, b.Legs, func(x, y Leg) bool {
		return x.Kind == y.Kind && x.What == y.What && x.From == y.From && x.To == y.To && slices.Equal(x.Through, y.Through)
	})
}

func rational(f Fraction) *big.Rat {
	return new(big.Rat).Mul(big.NewRat(f.Over[0], f.Under[0]), big.NewRat(f.Over[1], f.Under[1]))
}

// TestBreakEvenIsExact recomputes every change from the legs, spreads and arcs of the two routes by hand: there the two cost
// the same to the last digit of the fraction. Over a dwell alone the routes as told have each arc at the place rounded once
// more than their lines have.
func TestBreakEvenIsExact(t *testing.T) {
	net := load(t)
	s := New(net)
	changes := map[string]int{}
	for seed := range share(uint64(60)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 73)), net)
		if seed%4 == 0 { // over the Caspian Sea, where a dwell decides
			sc.Avoid, q.Via = []string{"RU", "IR", "suez"}, nil
			q.From, q.To = End{Place: []string{"sia", "ala", "tas"}[seed/4%3]}, End{Place: []string{"pti", "hal", "bud"}[seed/12%3]}
		}
		for _, p := range overs {
			b, err := s.BreakEven(sc, q, p)
			if err != nil {
				break
			}
			f := follow(t, net, sc, p)
			f.day = s.view.Day()
			for i := 1; i < len(b.Stretches); i++ {
				changes[p.Kind]++
				one, two, at := &b.Stretches[i-1].Route, &b.Stretches[i].Route, rational(b.Stretches[i].ExactFrom)
				off := f.line(one, b.Now, at)
				off.Sub(off, f.line(two, b.Now, at))
				most := new(big.Rat)
				if p.Kind == OverDwell {
					most.SetInt64(f.changing(one) + f.changing(two))
				}
				if off.Abs(off).Cmp(most) > 0 {
					t.Errorf("seed %d: at a %s of %s the two differ by %s millionths of a dollar", seed, p, at, off.FloatString(3))
				}
			}
		}
	}
	for _, kind := range Parameters {
		if changes[kind] < share(8) {
			t.Errorf("only %d changes over %s were recomputed", changes[kind], kind)
		}
	}
	for _, bad := range []Parameter{{Kind: "weather"}, {Kind: OverDwell, Place: "atlantis"}, {Kind: OverPrice, Mode: "transfer"}} {
		if _, err := s.BreakEven(Scenario{}, Query{From: End{Place: "sia"}, To: End{Place: "dui"}}, bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
}

// BenchmarkBreakEven draws the strip over cargo value.
func BenchmarkBreakEven(b *testing.B) {
	net := load(b)
	s := New(net)
	for b.Loop() {
		if _, err := s.BreakEven(Scenario{}, Query{From: End{Place: "sia"}, To: End{Place: "dui"}, Light: true}, Parameter{Kind: OverCargoValue}); err != nil {
			b.Fatal(err)
		}
	}
}

// Where the question asks with more than is followed as a rule, the stretches go as far as any question may, and hold its value.
func TestFollowedFarEnough(t *testing.T) {
	net := load(t)
	s := New(net)
	for _, c := range []struct {
		sc   Scenario
		kind string
		most float64
	}{
		{Scenario{CargoValue: 9_000_000}, OverCargoValue, MostCargoValue}, {Scenario{CarbonPrice: 90_000}, OverCarbonPrice, MostCarbonPrice},
		{Scenario{}, OverCargoValue, 1_000_000}, {Scenario{}, OverCarbonPrice, 2_000},
	} {
		for _, ends := range [][2]string{{"grm", "mun"}, {"kor", "poz"}, {"sia", "dui"}} {
			q := Query{From: End{Place: ends[0]}, To: End{Place: ends[1]}}
			b, err := s.BreakEven(c.sc, q, Parameter{Kind: c.kind})
			if err != nil {
				t.Fatal(err)
			}
			if last := &b.Stretches[len(b.Stretches)-1]; b.Most != c.most || last.To != c.most {
				t.Errorf("%v over %s: followed to %v, and the last stretch ends at %v", ends, c.kind, b.Most, last.To)
			}
			a, err := s.Rank(c.sc, q)
			if err != nil {
				t.Fatal(err)
			}
			for i := range b.Stretches {
				if at := &b.Stretches[i]; at.From < b.Now && b.Now < at.To && at.Route.General != a.Routes[0].General {
					t.Errorf("%v over %s: at %v %s is first, and %s in the list", ends, c.kind, b.Now, at.Route.Through(), a.Routes[0].Through())
				}
			}
		}
	}
}
