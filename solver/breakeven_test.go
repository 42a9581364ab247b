package solver

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
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

// byHand is what the arcs and hauls of a question cost at a value of a parameter, num/den, times scale, reckoned from what the view
// says of money, time, carbon and spread, with nothing of tariff.Lines.
type byHand struct {
	f          *follower
	s          *Solver
	num, den   int64
	scale      int64
	fixed, per int64 // over cargo value: of a millionth of a dollar, and of what spread counts for a second
	ratio      int64 // of a second of spread, where a second is per
}

func (f *follower) byHand(tb testing.TB, s *Solver, num, den int64) *byHand {
	h := &byHand{f: f, s: s, num: num, den: den, scale: den}
	switch f.p.Kind {
	case OverDwell:
		h.scale = den * day
	case OverCargoValue:
		rate := new(big.Rat).Mul(&f.rate, big.NewRat(1, day))
		rate.Mul(rate, new(big.Rat).SetFrac(big.NewInt(1), f.ratio.Denom()))
		if !rate.Num().IsInt64() || !rate.Denom().IsInt64() || rate.Denom().Int64() > 1e6 {
			tb.Fatalf("a second is worth %s", rate)
		}
		h.fixed, h.per, h.ratio = rate.Denom().Int64(), rate.Num().Int64()*f.ratio.Denom().Int64(), rate.Num().Int64()*f.ratio.Num().Int64()
		h.scale = den * h.fixed
	}
	return h
}

// cost is that of an arc or haul: money that changes with a price, time that does with a dwell.
func (h *byHand) cost(c search.Cost, spread, money, time int64) int64 {
	switch h.f.p.Kind {
	case OverCargoValue:
		return h.den*h.fixed*(c.Money*1e4+c.Carbon*int64(h.f.sc.CarbonPrice)) + h.num*(h.per*c.Time+h.ratio*spread)
	case OverCarbonPrice:
		return h.den*c.General + (h.num-h.den*int64(h.f.sc.CarbonPrice))*c.Carbon
	case OverDwell:
		return h.den*day*c.General + (h.num-h.den)*time*h.f.day
	}
	return h.den*c.General + (h.num-h.den)*money*1e4
}

// arcs are the costs of all.
func (h *byHand) arcs() []int64 {
	v, out := h.s.view, make([]int64, len(h.f.net.Arcs))
	for a := range out {
		c, time := v.Cost(network.ArcID(a)), int64(0)
		if h.f.counts(int64(a)) {
			if time = c.Time; h.f.net.Arcs[a].Kind == network.Ferry {
				time = 0
				if h.f.p.Kind == OverDwell {
					for _, row := range v.Rows(network.ArcID(a)) {
						if row.Cause == "wait" {
							time += row.Time
						}
					}
				}
			}
			out[a] = h.cost(searchCost(c), c.Spread, c.Money, time)
		} else {
			out[a] = h.cost(searchCost(c), c.Spread, 0, 0)
		}
	}
	return out
}

// stubs are those of a question at such costs.
func (h *byHand) stubs(stubs []search.Stub, hauls []haul) []search.Stub {
	out := slices.Clone(stubs)
	for i := range out {
		money := int64(0)
		if h.f.p.Mode == "road" {
			money = hauls[i].cost.Money // without the hire of the box
		}
		out[i].General = h.cost(stubs[i].Cost, hauls[i].cost.Spread, money, 0)
	}
	return out
}

// TestBreakEvenOracle seeks, for random real questions, the least cost of all ways at many values of the parameter by A*, over what
// arcs and hauls cost by hand, and sees that the stretch there costs as much: no change is missed, and none is made up.
// Over a dwell what stands at the place was rounded once more, each arc of either way by less than a millionth of a dollar.
func TestBreakEvenOracle(t *testing.T) {
	net := load(t)
	s := New(net)
	searchers := [2]*search.Searcher{search.NewSearcher(s.graph), search.NewMirror(s.graph)} // one side or the other
	changes, values := map[string]int{}, 0
	for seed := range share(uint64(40)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 67)), net)
		if seed%3 == 0 { // over the Caspian Sea, where a dwell decides
			sc.Avoid, q.Via = []string{"RU", "IR", "suez"}, nil
			q.From, q.To = End{Place: []string{"sia", "ala", "tas"}[seed/3%3]}, End{Place: []string{"pti", "hal", "bud"}[seed/9%3]}
		}
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
			changes[p.Kind] += len(b.Stretches) - 1
			if b.Stretches[0].From != 0 || b.Stretches[len(b.Stretches)-1].To != b.Most {
				t.Errorf("seed %d: stretches run from %v to %v", seed, b.Stretches[0].From, b.Stretches[len(b.Stretches)-1].To)
			}
			f := follow(t, net, sc, p)
			f.day = s.view.Day()
			for _, part := range []int64{0, 1, 3, 8, 20, 50, 120, 250, 600, 1000} {
				x := big.NewRat(int64(b.Most)*part, 1000)
				at := slices.IndexFunc(b.Stretches, func(st Stretch) bool { return x.Cmp(rational(st.ExactTo)) <= 0 })
				hand := f.byHand(t, s, x.Num().Int64(), x.Denom().Int64())
				w := *s.weights
				w.General = hand.arcs()
				searcher := searchers[values%2]
				searcher.Reset(&w)
				question := s.question
				question.From, question.To = hand.stubs(question.From, s.from.hauls), hand.stubs(question.To, s.to.hauls)
				question.Direct = hand.stubs(question.Direct, []haul{s.whole})
				best, ok := searcher.Ask(question).Best(search.General)
				if !ok || at < 0 {
					t.Fatalf("seed %d: %s at %s: stretch %d, and a way %v", seed, p, x, at, ok)
				}
				off, most := f.line(&b.Stretches[at].Route, b.Now, x), int64(0)
				off.Sub(off, big.NewRat(best.General, hand.scale))
				if p.Kind == OverDwell {
					most = f.changing(&b.Stretches[at].Route)
					for _, a := range best.Arcs {
						if f.counts(int64(a)) {
							most++
						}
					}
				}
				if values++; off.Sign() < 0 || off.Cmp(big.NewRat(most, 1)) > 0 {
					t.Errorf("seed %d: %s at %s: %s costs %s more than the least", seed, p, x, b.Stretches[at].Route.Through(), off.FloatString(3))
				}
			}
		}
	}
	for kind, least := range map[string]int{OverCargoValue: share(12), OverCarbonPrice: share(8), OverDwell: share(8) - 1, OverPrice: share(60)} {
		if changes[kind] < least {
			t.Errorf("only %d changes over %s were looked at", changes[kind], kind)
		}
	}
	if values < share(2000) {
		t.Errorf("only %d values were looked at", values)
	}
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
