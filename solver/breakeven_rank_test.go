package solver

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
	"zhol/solver/tariff"
)

// follower holds the stretches of a parameter against Rank, with nothing of tariff.Lines: what a route costs at another value
// it reckons from the route's own legs, spreads and arcs.
type follower struct {
	net   *Network
	sc    Scenario
	p     Parameter
	steps int64   // to a unit of the parameter, as fine as a scenario takes it
	rate  big.Rat // millionths of a dollar that a dollar of cargo value costs a day
	ratio big.Rat // days to a day of spread
	day   int64   // millionths of a dollar
}

func follow(tb testing.TB, net *Network, sc Scenario, p Parameter) *follower {
	tb.Helper()
	f := &follower{net: net, sc: sc, p: p, steps: 1}
	if p.Kind == OverDwell || p.Kind == OverPrice {
		f.steps = 1000
	}
	for _, figure := range tariff.AllFigures() {
		value, ok := new(big.Rat).SetString(figure.Value)
		switch {
		case figure.Table != "parameters" || !ok:
		case figure.ID == "holding_rate" || figure.ID == "depreciation_rate":
			f.rate.Add(&f.rate, value)
		case figure.ID == "reliability_ratio":
			f.ratio.Set(value)
		}
	}
	if f.rate.Sign() <= 0 || f.ratio.Sign() <= 0 {
		tb.Fatal("the tables say nothing of the worth of a day")
	}
	f.rate.Mul(&f.rate, big.NewRat(1e6, 365))
	if sc.Cargo.Twenty {
		f.rate.Mul(&f.rate, big.NewRat(1, 2))
	}
	return f
}

// at is the scenario at so many steps.
func (f *follower) at(n int64) Scenario {
	sc := f.sc
	switch f.p.Kind {
	case OverCargoValue:
		sc.CargoValue = int(n)
	case OverCarbonPrice:
		sc.CarbonPrice = int(n)
	default:
		sc.Levels = append(slices.Clone(sc.Levels), Level{f.p.Place + f.p.Mode, int(n)})
	}
	return sc
}

// counts tells whether a part of a route is an arc or haul whose cost the parameter changes, by the network alone.
func (f *follower) counts(key int64) bool {
	if key < 0 {
		return f.p.Kind == OverCargoValue || f.p.Mode == "road"
	}
	arc := &f.net.Arcs[key]
	place, _ := f.net.PlaceByID(f.p.Place)
	switch f.p.Kind {
	case OverCargoValue:
		return true
	case OverDwell:
		return arc.Kind == network.Transfer && arc.Place == place || arc.Kind == network.Ferry && f.net.Nodes[arc.From].Place == place
	case OverPrice:
		return arc.Kind.String() == f.p.Mode
	}
	return false
}

// changing is how many such arcs and hauls a route has.
func (f *follower) changing(r *Route) (n int64) {
	for _, p := range r.parts {
		if f.counts(p.key) {
			n++
		}
	}
	return n
}

// stands is how long a route stands at the place of the parameter.
func (f *follower) stands(r *Route) (seconds int64) {
	for i := range r.Legs {
		switch l := &r.Legs[i]; {
		case l.From != f.p.Place:
		case l.Kind == network.Transfer:
			seconds += l.Seconds
		case l.Kind == network.Ferry:
			for _, row := range l.Rows {
				if row.Cause == "wait" {
					seconds += row.Time
				}
			}
		}
	}
	return seconds
}

// pays is the money of a route that the price of the parameter's mode changes.
func (f *follower) pays(r *Route) (cents int64) {
	for i := range r.Legs {
		if l := &r.Legs[i]; l.Kind.String() == f.p.Mode {
			cents += l.Cents
			for _, row := range l.Rows {
				if row.Cause == CauseHire {
					cents -= row.Money
				}
			}
		}
	}
	return cents
}

// late is the time of a route and what its spreads count for, in days.
func (f *follower) late(r *Route) *big.Rat {
	spread := int64(0)
	for _, p := range r.parts {
		spread += p.spread
	}
	x := new(big.Rat).Mul(&f.ratio, big.NewRat(spread, 1))
	return x.Mul(x.Add(x, big.NewRat(r.Seconds, 1)), big.NewRat(1, day))
}

// line is what a route told under the scenario asked costs at a value of the parameter, in millionths of a dollar.
func (f *follower) line(r *Route, now float64, x *big.Rat) *big.Rat {
	more := new(big.Rat).Sub(x, new(big.Rat).SetFloat64(now))
	switch f.p.Kind {
	case OverCarbonPrice:
		more.Mul(more, big.NewRat(r.Grams, 1))
	case OverDwell:
		more.Mul(more, big.NewRat(f.stands(r), day)).Mul(more, big.NewRat(f.day, 1))
	case OverPrice:
		more.Mul(more, big.NewRat(f.pays(r)*1e4, 1))
	case OverCargoValue:
		carbon := big.NewRat(r.Grams*int64(f.sc.CarbonPrice), 1)
		more = carbon.Add(carbon, big.NewRat(r.Cents*1e4, 1))
		worth := new(big.Rat).Mul(&f.rate, x)
		return more.Add(more, worth.Mul(worth, f.late(r)))
	}
	return more.Add(more, big.NewRat(r.General, 1))
}

// bounds are between which the line of a stretch's route less what Rank's first costs must lie, in millionths of a dollar.
//
// No way has a lower line than the stretch's, and Rank lists none that costs less than the first as rounded. So the
// difference is at least what rounding may have added to the one, and at most what it may have taken from the other:
//
//   - over the carbon price nothing: dollars a tonne are millionths a gram, and what else there is is rounded as before;
//   - over a price up to a cent is cut off each arc and haul of the mode, and nothing is added;
//   - over a dwell up to a second is cut off each arc where the box stands at the place, and each is rounded to the millionth,
//     by up to one, from what it is without the dwell; once more for the route as it was told, under the scenario asked;
//   - over cargo value each arc and haul is rounded by up to half a millionth, and so is the worth of each day.
func (f *follower) bounds(told, first *Route) (least, most *big.Rat) {
	n, m := f.changing(told), f.changing(first)
	switch f.p.Kind {
	case OverPrice:
		return new(big.Rat), big.NewRat(m*1e4, 1)
	case OverDwell:
		most = big.NewRat(m*f.day, day)
		return big.NewRat(-2*n, 1), most.Add(most, big.NewRat(m+n, 1))
	case OverCargoValue:
		half := func(r *Route, arcs int64) *big.Rat {
			x := f.late(r)
			return x.Mul(x.Add(x, big.NewRat(arcs, 1)), big.NewRat(1, 2))
		}
		least = half(told, n)
		return least.Neg(least), half(first, m)
	}
	return new(big.Rat), new(big.Rat)
}

// sameArcs tells whether two routes go by the same arcs and hauls.
func sameArcs(a, b *Route) bool {
	return slices.EqualFunc(a.parts, b.parts, func(x, y part) bool { return x.key == y.key })
}

// within is every step that lies in a stretch, as the first and the last of them.
func (f *follower) within(st *Stretch) (first, last int64) {
	steps := big.NewRat(f.steps, 1)
	from, to := steps.Mul(steps, rational(st.ExactFrom)), new(big.Rat).Mul(rational(st.ExactTo), big.NewRat(f.steps, 1))
	floor := func(x *big.Rat) int64 { return new(big.Int).Div(x.Num(), x.Denom()).Int64() }
	first, last = -floor(from.Neg(from)), floor(to)
	if f.p.Kind == OverCargoValue {
		first = max(first, 1) // 0 stands for the usual value
	}
	return first, last
}

// narrowSeeds are questions with a stretch a few steps wide; of theirs only such stretches are looked at.
var narrowSeeds = []uint64{96, 166, 186, 489, 524, 616, 661}

// narrowSteps is how many steps of a scenario a narrow stretch has at the most.
const narrowSteps = 8

// TestRankFollowsBreakEven asks Rank inside every stretch of every parameter, at the first and the last value that a scenario can
// take there and in the middle, and finds the stretch's own route first, or one that costs the same but for the rounding of
// its arcs. Things to pass, closures, cargo and settings are drawn as they come. No stretch is left out but such as lie
// between two values of a scenario, which are counted.
func TestRankFollowsBreakEven(t *testing.T) {
	net := load(t)
	s, r := New(net), New(net)
	type tally struct{ stretches, changes, empty, asked, passing, other int }
	seen, narrow := map[string]*tally{}, 0
	for _, kind := range Parameters {
		seen[kind] = &tally{}
	}
	wide := share(uint64(24))
	narrowest := narrowSeeds[:share(len(narrowSeeds)+1)-1]
	seeds := slices.Clone(narrowest)
	for seed := range wide {
		seeds = append(seeds, seed)
	}
	for _, seed := range seeds {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 141)), net)
		switch q.Slack = 0; seed % 5 {
		case 0: // over the Caspian Sea, where a dwell decides
			sc.Avoid = []string{"RU", "IR", "suez"}
			q.From, q.To = End{Place: []string{"sia", "ala", "tas"}[seed/5%3]}, End{Place: []string{"pti", "hal", "bud"}[seed/15%3]}
		case 1:
			q.Via = []string{net.Gateways[int(seed/5)%len(net.Gateways)].ID}
		case 2:
			q.ThroughKazakhstan = true
		}
		for i, p := range overs {
			if p.Kind == OverPrice && seed%2 == uint64(i)%2 {
				continue // two modes of a question are enough
			}
			sc := sc
			if seed%3 == 0 && p.Mode != "sea" {
				sc.Levels = []Level{{"sea", 600}} // a parameter is followed from what the scenario sets
			}
			b, err := s.BreakEven(sc, q, p)
			if err != nil || len(b.Stretches) == 0 {
				break
			}
			if !b.Complete {
				t.Errorf("seed %d: the search over %s was given up", seed, p)
			}
			f, tally, at := follow(t, net, sc, p), seen[p.Kind], new(big.Rat)
			tally.changes += len(b.Stretches) - 1
			for i := range b.Stretches {
				st := &b.Stretches[i]
				if rational(st.ExactFrom).Cmp(at) != 0 {
					t.Errorf("seed %d: over %s a stretch begins at %s, and the one before ends at %s", seed, p, rational(st.ExactFrom), at)
				}
				at = rational(st.ExactTo)
				if p.Kind == OverDwell && st.Dwell != f.stands(&st.Route) {
					t.Errorf("seed %d: %s stands at %s for %d s, and was told to stand %d", seed, st.Route.Through(), p.Place, f.stands(&st.Route), st.Dwell)
				}
				first, last := f.within(st)
				if tally.stretches++; first > last {
					tally.empty++
				} else if last-first < narrowSteps {
					narrow++
				} else if seed >= wide {
					continue
				}
				for _, n := range slices.Compact([]int64{first, first + (last-first)/2, last}) {
					if first > last || seed%3 != 0 && len(b.Stretches) > 1 && n != first && n != last {
						continue // the middle of every third
					}
					q := q
					q.Max, q.Light = 1, true
					a, err := r.Rank(f.at(n), q)
					if err != nil || len(a.Routes) == 0 {
						t.Fatalf("seed %d: no way at a %s of %d steps: %v", seed, p, n, err)
					}
					f.day = a.day
					got, full := new(Route), builder{s: r, from: &r.from, to: &r.to}
					if full.route(r.sensed[0], got); got.General != a.Routes[0].General {
						t.Fatalf("seed %d: the first of one is not %d, but %d", seed, a.Routes[0].General, got.General)
					}
					off := f.line(&st.Route, b.Now, big.NewRat(n, f.steps))
					off.Sub(off, big.NewRat(got.General, 1))
					if least, most := f.bounds(&st.Route, got); off.Cmp(least) < 0 || off.Cmp(most) > 0 {
						t.Errorf("seed %d: at a %s of %d steps the line of %s less the cost of the first, %s, is %s, not from %s to %s", seed, p, n, st.Route.Through(), got.Through(), off.FloatString(1), least.FloatString(1), most.FloatString(1))
					}
					if tally.asked++; len(q.Via) > 0 || q.ThroughKazakhstan {
						tally.passing++
					}
					if !sameArcs(got, &st.Route) {
						tally.other++
					}
				}
			}
			if at.Cmp(new(big.Rat).SetFloat64(b.Most)) != 0 {
				t.Errorf("seed %d: over %s the last stretch ends at %s, not at %v", seed, p, at, b.Most)
			}
		}
	}
	for kind, n := range seen {
		if n.asked < share(50) || n.passing < share(24) || n.changes < share(6) || n.empty > n.stretches/50 || n.other > n.asked/10 {
			t.Errorf("over %s: %+v", kind, *n)
		}
	}
	if narrow < len(narrowest) {
		t.Errorf("only %d narrow stretches were looked at", narrow)
	}
}
