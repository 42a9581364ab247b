package solver

import (
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
)

// TestDominationSaysByHowMuch puts amounts into words.
func TestDominationSaysByHowMuch(t *testing.T) {
	for want, d := range map[string]Domination{
		"": {},
		"dominated by #2: dearer by USD 210 and slower by 1.3 d":                          {2, 21_000, 112_000, 300},
		"dominated by #1: dearer by USD 1,210, slower by 0.1 d and dirtier by 12 kg CO2e": {1, 121_000, 5_000, 12_000},
		"dominated by #3: by a hair":                                                      {3, 1, 0, 0},
	} {
		if got := d.String(); got != want {
			t.Errorf("%+v: %q, wanted %q", d, got, want)
		}
	}
}

// TestBalanceIsExact compares products that a float could not tell apart.
func TestBalanceIsExact(t *testing.T) {
	if weigh(1<<53+1, 1<<40).compare(weigh(1<<53, 1<<40)) <= 0 || weigh(1<<40, 1<<53).compare(weigh(1<<40+1, 1<<53)) >= 0 || weigh(6, 35).compare(weigh(14, 15)) != 0 {
		t.Error("money times time is weighed wrongly")
	}
}

// TestTheBestOfEachKindIsListed closes Russia, insists on Kazakhstan, and sees that the label had told the best. Where there is
// a way of a kind that does not come back it is listed, but for a best through Kazakhstan that makes no sense: a route of the list beats it in money, time and
// carbon, and costs less than half of it in all. A route that comes back into a customs territory is offered to nobody who insists, and may be
// the better one where nobody does.
func TestTheBestOfEachKindIsListed(t *testing.T) {
	net := load(t)
	s, shuts := New(net), New(net)
	seen, absurd, without, better := map[string]int{}, 0, 0, 0
	for seed := range share(uint64(150)) {
		sc, q := inWorlds(net, seed, 47)
		q.Via, q.ThroughKazakhstan, q.Light = nil, false, true
		a, err := s.Rank(sc, q)
		if err != nil || len(a.Routes) == 0 {
			continue
		}
		comes := make([]bool, len(a.Routes))
		for i := range a.Routes {
			comes[i] = s.excursion(s.sensed[a.Routes[i].way])
		}
		q.Max = 1
		shut, through := sc, q
		shut.Avoid = append(slices.Clone(sc.Avoid), "RU")
		through.ThroughKazakhstan = true
		for label, ask := range map[string]func() (*Answer, error){
			BestOverall:           func() (*Answer, error) { return s.Rank(sc, q) },
			BestWithoutRussia:     func() (*Answer, error) { return shuts.Rank(shut, q) },
			BestThroughKazakhstan: func() (*Answer, error) { return s.Rank(sc, through) },
		} {
			b, err := ask()
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(a.Routes, func(r Route) bool { return slices.Contains(r.Labels, label) })
			switch {
			case i >= 0 && label == BestThroughKazakhstan && comes[i] &&
				(len(b.Routes) == 0 || b.ComesBack == MustComeBack || a.Routes[i].General < b.Routes[0].General):
				better++
			case i >= 0 && (len(b.Routes) == 0 || b.Routes[0].General != a.Routes[i].General):
				t.Errorf("seed %d: route %d, %v of %d, is not the %s of %+v", seed, i+1, a.Routes[i].Countries, a.Routes[i].General, label, q)
			case i >= 0:
				seen[label]++
			case len(b.Routes) == 0, label == BestThroughKazakhstan && b.ComesBack == MustComeBack: // there and back is no way through
				without++
			case label == BestThroughKazakhstan && slices.ContainsFunc(a.Routes, func(o Route) bool {
				r := &b.Routes[0]
				return o.Cents < r.Cents && o.Seconds < r.Seconds && o.Grams < r.Grams && 2*o.General < r.General
			}):
				absurd++
			default:
				t.Errorf("seed %d: the %s of %+v is not listed", seed, label, q)
			}
		}
	}
	for _, label := range []string{BestOverall, BestWithoutRussia, BestThroughKazakhstan} {
		if seen[label] < share(20) {
			t.Errorf("the %s was looked at %d times", label, seen[label])
		}
	}
	if better < 1 || better > 5 {
		t.Errorf("%d times a route that comes back is the best through Kazakhstan", better)
	}
	if absurd < share(8) || without < share(8) || absurd > seen[BestThroughKazakhstan] {
		t.Errorf("%d best through Kazakhstan made no sense, and %d times there was none of a kind", absurd, without)
	}
}

// TestNoListedWayThroughKazakhstanIsBetter sees that the first route listed that passes Kazakhstan is told to be the best that does: also one
// that comes back into the customs territory of the Union, by Khorgos and Suifenhe.
func TestNoListedWayThroughKazakhstanIsBetter(t *testing.T) {
	net := load(t)
	s := New(net)
	seen := 0
	look := func(sc Scenario, q Query) {
		t.Helper()
		a, err := s.Rank(sc, q)
		if err != nil {
			return
		}
		if i := slices.IndexFunc(a.Routes, func(r Route) bool { return r.ThroughKazakhstan }); i >= 0 && (q.Order == "" || q.Order == OrderCost) {
			if seen++; !slices.Contains(a.Routes[i].Labels, BestThroughKazakhstan) {
				t.Errorf("%+v of %+v: route %d passes Kazakhstan for %d and is not told to be the best", q, sc, i+1, a.Routes[i].General)
			}
		}
	}
	between := func(from, to string) Query { return Query{From: End{Place: from}, To: End{Place: to}} }
	look(Scenario{CargoValue: 150_000}, between("gan", "grd"))
	look(Scenario{}, between("khg", "anr"))
	look(Scenario{CargoValue: 20_000}, between("vyp", "pti"))
	if seen < 3 {
		t.Fatalf("of three routes through Kazakhstan %d are listed", seen)
	}
	for seed := range share(uint64(300)) {
		sc, q := inWorlds(net, seed, 83)
		look(sc, q)
	}
	// With things to pass that every way comes back for it cannot be sought, and nobody is told to be the best.
	for _, order := range []string{OrderCost, OrderTime} {
		q := between("nkg", "erc")
		q.Via, q.Order, q.Max = []string{"GE"}, order, 2
		a, err := s.Rank(Scenario{}, q)
		if err != nil || len(a.Routes) != 2 || a.ComesBack != MustComeBack {
			t.Fatalf("%v, %+v", err, a)
		}
		for i := range a.Routes {
			if slices.Contains(a.Routes[i].Labels, BestThroughKazakhstan) && !slices.Contains(a.Routes[i].Labels, BestOverall) {
				t.Errorf("by %s route %d of two is told to be the best", order, i+1)
			}
		}
	}
	if seen < share(100) {
		t.Errorf("only %d lists pass Kazakhstan", seen)
	}
}

// excursion tells whether a route by rail comes back to a place that it has left.
func excursion(r *Route) bool {
	var been []string
	for _, l := range r.Legs {
		for _, p := range append(slices.Clone(l.Through), l.To) {
			if n := len(been); n > 0 && been[n-1] == p {
				continue
			}
			if slices.Contains(been, p) {
				return true
			}
			been = append(been, p)
		}
	}
	return false
}

// TestLabelsSpeakOfAllWays gives a label to a route only where no way there is does better, however few are listed and in
// whatever order.
func TestLabelsSpeakOfAllWays(t *testing.T) {
	net := load(t)
	s := New(net)
	by := map[string]struct {
		label string
		of    func(r *Route) int64
	}{
		OrderCost: {BestOverall, func(r *Route) int64 { return r.General }}, OrderMoney: {Cheapest, func(r *Route) int64 { return r.Cents }},
		OrderTime: {Fastest, func(r *Route) int64 { return r.Seconds }}, OrderCarbon: {Greenest, func(r *Route) int64 { return r.Grams }},
	}
	given := map[string]int{}
	for seed := range share(uint64(120)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 91)), net)
		if seed%2 == 0 {
			q.Via = []string{net.Gateways[int(seed)%len(net.Gateways)].ID}
		}
		var lists []*Answer
		least := map[string]int64{}
		for _, max := range []int{1, 3, 10} {
			for order, kind := range by {
				q.Order, q.Max, q.Light = order, max, max == 3
				a, err := s.Rank(sc, q)
				if err != nil || len(a.Routes) == 0 {
					break
				}
				if lists = append(lists, a); max > 1 {
					continue
				}
				least[kind.label] = kind.of(&a.Routes[0])
				if !slices.Contains(a.Routes[0].Labels, kind.label) {
					t.Errorf("seed %d: the first by %s is not the %s, but %v", seed, order, kind.label, a.Routes[0].Labels)
				}
			}
		}
		if len(lists) > 0 && len(lists) < 3*len(by) {
			t.Errorf("seed %d: only %d lists", seed, len(lists))
		}
		for _, a := range lists {
			for i := range a.Routes {
				for _, kind := range by {
					if !slices.Contains(a.Routes[i].Labels, kind.label) {
						continue
					}
					given[kind.label]++
					if got := kind.of(&a.Routes[i]); got != least[kind.label] {
						t.Errorf("seed %d, of %d routes: the %s has %d, and there is one of %d", seed, len(a.Routes), kind.label, got, least[kind.label])
					}
				}
			}
		}
	}
	for _, kind := range by {
		if given[kind.label] < share(100) {
			t.Errorf("the %s was looked at %d times", kind.label, given[kind.label])
		}
	}
}

// TestMostBalanced finds one balanced route in every list, and no way, on the front or listed, that is both cheaper and faster than it,
// or whose money times its time is less.
func TestMostBalanced(t *testing.T) {
	net := load(t)
	s := New(net)
	seen, apart := 0, 0
	for seed := range share(uint64(150)) {
		sc, q := inWorlds(net, seed, 93)
		q.Slack = 0 // the whole front is looked at
		a, err := s.Rank(sc, q)
		if err != nil || len(a.Front) == 0 {
			continue
		}
		balanced := 0
		for i := range a.Routes {
			r := &a.Routes[i]
			if !slices.Contains(r.Labels, Balanced) {
				continue
			}
			if balanced++; len(a.Front) < 2 {
				continue // of one way
			}
			if seen++; !slices.Contains(r.Labels, BestOverall) {
				apart++
			}
			product := float64(r.Cents) * float64(r.Seconds)
			for _, p := range a.Front {
				if p.Cents <= r.Cents && p.Seconds < r.Seconds || p.Cents < r.Cents && p.Seconds <= r.Seconds {
					t.Errorf("seed %d: balanced route %d is dearer and slower than a way of the front", seed, i+1)
				}
				if float64(p.Cents)*float64(p.Seconds) < product*(1-1e-9) {
					t.Errorf("seed %d: route %d comes to %v, and there is a way that comes to less", seed, i+1, product)
				}
			}
			for j := range a.Routes {
				if o := &a.Routes[j]; o.Cents <= r.Cents && o.Seconds < r.Seconds || o.Cents < r.Cents && o.Seconds <= r.Seconds {
					t.Errorf("seed %d: balanced route %d is dearer and slower than %d", seed, i+1, j+1)
				}
			}
		}
		if balanced != 1 {
			t.Errorf("seed %d: %d of %d routes are called balanced", seed, balanced, len(a.Routes))
		}
	}
	if seen < share(60) || apart < share(10) {
		t.Errorf("only %d routes were called balanced, %d that were not the best overall", seen, apart)
	}
}

// TestSteadiest adds up the spread of every way of the front leg by leg, and finds none within twice the best that is less
// than that of the route called steadiest, which none beats; with things to pass or without.
func TestSteadiest(t *testing.T) {
	net := load(t)
	s := New(net)
	seen, apart, passing := 0, 0, 0
	for seed := range share(uint64(150)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 99)), net)
		if q.Slack = 0; seed%4 == 0 {
			q.Via = []string{net.Gateways[int(seed/4)%len(net.Gateways)].ID}
		}
		a, err := s.Rank(sc, q)
		if err != nil || len(a.Front) == 0 {
			continue
		}
		i := slices.IndexFunc(a.Routes, func(r Route) bool { return slices.Contains(r.Labels, Steadiest) })
		if i < 0 {
			t.Errorf("seed %d: nothing is the steadiest", seed)
			continue
		}
		if seen++; s.question.Need != 0 {
			passing++
		}
		r, b := &a.Routes[i], builder{s: s, from: &s.from, to: &s.to, light: true}
		if !slices.Contains(r.Labels, BestOverall) {
			apart++
		}
		front, complete := s.front(false)
		if !complete || len(front) != a.FrontSize {
			t.Errorf("seed %d: a front of %d ways is %d, complete %v", seed, a.FrontSize, len(front), complete)
		}
		for _, w := range front {
			var o Route
			if b.route(w, &o); w.General <= 2*a.Routes[0].General && o.Days.spread() < r.Days.spread() {
				t.Errorf("seed %d: the steadiest is within %d s, and there is one within %d", seed, r.Days.spread(), o.Days.spread())
			}
			if beats(w.Cost, search.Cost{Money: r.Cents, Time: r.Seconds, Carbon: r.Grams}) {
				t.Errorf("seed %d: the steadiest is beaten", seed)
			}
		}
	}
	if seen < share(80) || apart < share(20) || passing < share(20) {
		t.Errorf("only %d routes were called steadiest, %d that were not the best overall, %d with things to pass", seen, apart, passing)
	}
}

// TestTwinsOfABest asks what was answered without its fastest or its steadiest, though each stood on the front: a way that costs the same
// in money, time and carbon, and less by a rounding in all, took its place where it was cut off, or with a spread of its own.
func TestTwinsOfABest(t *testing.T) {
	for _, c := range []struct {
		from, to, market string
		avoid            []string
		value, carbon    int
	}{
		{"han", "git", "2020-12", []string{"muk", "bab-el-mandeb", "grd"}, 120000, 90},
		{"han", "hmi", "2023-08", []string{"sel", "hfa", "dostyk"}, 120000, 0},
		{"han", "bud", "", []string{"suez", "cape"}, 300000, 200},
	} {
		sc := Scenario{Market: c.market, Avoid: c.avoid, CargoValue: c.value, CarbonPrice: c.carbon}
		for most := 4; most <= 30; most++ {
			a, err := rank(t, sc, Query{From: End{Place: c.from}, To: End{Place: c.to}, Max: most})
			if err != nil {
				t.Fatal(err)
			}
			fastest := slices.MinFunc(a.Front, func(x, y Point) int { return cmp.Compare(x.Seconds, y.Seconds) })
			if most >= 7 && !slices.ContainsFunc(a.Routes, func(r Route) bool { return r.Seconds == fastest.Seconds }) {
				t.Errorf("%s to %s, %d routes: the fastest is not listed", c.from, c.to, most)
			}
			if most >= 7 && !slices.ContainsFunc(a.Routes, func(r Route) bool { return slices.Contains(r.Labels, Steadiest) }) {
				t.Errorf("%s to %s, %d routes: nothing is the steadiest", c.from, c.to, most)
			}
			for i := range a.Routes {
				for j := range i {
					x, y := &a.Routes[i], &a.Routes[j]
					if x.Cents == y.Cents && x.Seconds == y.Seconds && x.Grams == y.Grams && slices.Equal(x.Gateways, y.Gateways) && x.Days == y.Days {
						t.Errorf("%s to %s, %d routes: #%d is #%d again", c.from, c.to, most, i+1, j+1)
					}
				}
			}
		}
	}
}

// TestFewDetours finds no route but the best of a kind, or the cheapest of several by its gateways, that is beaten by one of fewer ports
// of call and costs a tenth more.
func TestFewDetours(t *testing.T) {
	net := load(t)
	s := New(net)
	subsets := 0
	for seed := range share(uint64(200)) {
		sc, q := inWorlds(net, seed, 95)
		q.Light = seed%2 == 0
		a, err := s.Rank(sc, q)
		if err != nil {
			continue
		}
		for i := range a.Routes {
			r := &a.Routes[i]
			for j := range a.Routes {
				o := &a.Routes[j]
				if within(o.Gateways, r.Gateways) && !within(r.Gateways, o.Gateways) && within(r.Gateways, append(slices.Clone(o.Gateways), calls(r)...)) {
					if subsets++; len(r.Labels) == 0 && !begins(a.Routes, r) && r.DominatedBy > 0 && o.Cents <= r.Cents && o.Seconds <= r.Seconds && o.Grams <= r.Grams && r.General > o.General/100*(100+detourShare+1) {
						t.Errorf("seed %d: %s is a detour from %s", seed, r.Through(), o.Through())
					}
				}
			}
		}
	}
	if subsets < share(100) {
		t.Errorf("only %d pairs were looked at", subsets)
	}
}

// TestNobodySailsRound: of two routes that call at the same places, or change ships at more, the one beaten by the other is listed only
// where it keeps away from a passage of the other, as the Cape does from Suez; and none is listed twice, even where a yard has two ways through it.
func TestNobodySailsRound(t *testing.T) {
	net := load(t)
	s := New(net)
	questions := []Query{ // that ships were listed for which sailed in a circle
		{From: End{Place: "hfa"}, To: End{Place: "skg"}}, // by Gibraltar and round Britain
		{From: End{Place: "jea"}, To: End{Place: "nsa"}}, // out by Malacca and home by Sunda
		{From: End{Place: "lgp"}, To: End{Place: "anr"}}, // round Jutland
		{From: End{Place: "pti"}, To: End{Place: "git"}},
		{From: End{Place: "skg"}, To: End{Place: "han"}, Via: []string{"nvs"}}, // the same twice
		{From: End{Place: "hph"}, To: End{Place: "aly"}, Via: []string{"bra"}},
	}
	worlds := make([]Scenario, len(questions))
	for seed := range share(uint64(200)) {
		sc, q := inWorlds(net, seed, 96)
		q.Light = seed%4 == 0
		worlds, questions = append(worlds, sc), append(questions, q)
	}
	alike, apart := 0, 0
	for i, q := range questions {
		a, err := s.Rank(worlds[i], q)
		if err != nil {
			continue
		}
		for i := range a.Routes {
			r := &a.Routes[i]
			for j := range a.Routes {
				o := &a.Routes[j]
				if i == j || len(r.Labels) > 0 || o.Cents > r.Cents || o.Seconds > r.Seconds || o.Grams > r.Grams {
					continue
				}
				if o.Totals == r.Totals && slices.Equal(o.Gateways, r.Gateways) {
					t.Errorf("%+v: #%d is #%d again", q, r.Rank, o.Rank)
				}
				x, fewer := voyages(o)
				y, ships := voyages(r)
				calls := ships >= fewer && slices.EqualFunc(x, y, func(a, b Leg) bool {
					return a.What == b.What && a.From == b.From && a.To == b.To && (a.Kind == network.Sea || a.Totals == b.Totals)
				})
				switch {
				case !calls:
				case within(o.Gateways, r.Gateways) && within(r.Gateways, append(slices.Clone(o.Gateways), calledAt...)):
					t.Errorf("%+v: #%d sails %.0f km where #%d sails %.0f", q, r.Rank, r.Km(), o.Rank, o.Km())
				default:
					apart++
				}
			}
		}
		alike += len(a.Routes)
	}
	if alike < share(1000) || apart < share(8) {
		t.Errorf("only %d routes, %d of which keep away from a passage", alike, apart)
	}
}

// voyages are the legs of a route with ships that follow each other taken for one, and how many ships there are.
func voyages(r *Route) (legs []Leg, ships int) {
	for i := 0; i < len(r.Legs); i++ {
		l := r.Legs[i]
		if l.Kind == network.Sea {
			ships++
			for i+3 < len(r.Legs) && r.Legs[i+1].Kind == network.Transfer && r.Legs[i+2].Kind == network.Transfer && r.Legs[i+3].Kind == network.Sea {
				i += 3
				ships++
			}
			l.To = r.Legs[i].To
		}
		legs = append(legs, l)
	}
	return legs, ships
}

// calledAt are the gateways that are ports of the oceans, or passages, as portsOfCall finds them.
var calledAt = []string{"lianyungang", "vostochny", "st-petersburg", "kaliningrad", "poti", "bandar-abbas", "suez", "cape", "hormuz"}

// calls are those of calledAt that a route does not go through by train from one gauge to the other.
func calls(r *Route) (out []string) {
	for _, g := range calledAt {
		if !slices.ContainsFunc(r.Legs, func(l Leg) bool { return l.What == gaugeWork && slices.Contains(l.Gateways, g) }) {
			out = append(out, g)
		}
	}
	return out
}

// begins tells whether a route is the cheapest of several by its gateways.
func begins(routes []Route, r *Route) bool {
	several := false
	for i := range routes {
		if o := &routes[i]; o != r && within(o.Gateways, r.Gateways) && within(r.Gateways, o.Gateways) {
			if o.General < r.General {
				return false
			}
			several = true
		}
	}
	return several
}

// within tells whether all gateways that tell routes apart are among others.
func within(some, others []string) bool {
	return !slices.ContainsFunc(some, func(g string) bool { return g != bypassedGateway && !slices.Contains(others, g) })
}

// TestNothingIdle: no beaten route but the best of a kind changes gauge where it is loaded or discharged, where another does without,
// or goes through its own origin or destination and comes back there by road, where the one that beats it does not.
func TestNothingIdle(t *testing.T) {
	net := load(t)
	s := New(net)
	through := func(r *Route, end string) bool {
		for i, l := range r.Legs {
			if slices.Contains(l.Through, end) || i > 0 && l.From == end || i < len(r.Legs)-1 && l.To == end {
				return true
			}
		}
		return false
	}
	back := func(r *Route, from, to string) bool {
		first, last := r.Legs[0], r.Legs[len(r.Legs)-1]
		return first.Kind == network.Road && through(r, from) || last.Kind == network.Road && through(r, to)
	}
	seen, left := 0, 0
	ends := []string{"kgd", "oss", "mlx", "alt", "dos", "als", "srk_tm", "srh", "khg", "ala", "sia", "mow", "waw", "dui"}
	for i, from := range ends {
		for j, to := range ends {
			if i == j || (i+j)%3 > 0 && runtime.GOARCH == "wasm" {
				continue
			}
			a, err := s.Rank(Scenario{}, Query{From: End{Place: from}, To: End{Place: to}})
			if err != nil {
				continue
			}
			left += len(s.kept) - len(s.sensed)
			for k := range a.Routes {
				r := &a.Routes[k]
				if seen++; len(r.Labels) > 0 || r.DominatedBy == 0 {
					continue
				}
				if back(r, from, to) && !back(&a.Routes[r.DominatedBy-1], from, to) {
					t.Errorf("%s to %s: #%d goes through its own end, and #%d that beats it does not", from, to, r.Rank, r.DominatedBy)
				}
				for n := 1; n < len(r.Legs); n++ {
					x, y := &r.Legs[n-1], &r.Legs[n]
					gauge := x
					if x.What == network.LiftOn.String() && y.What == gaugeWork {
						gauge = y
					} else if x.What != gaugeWork || y.What != network.LiftOff.String() {
						continue
					}
					for m := range a.Routes {
						o := &a.Routes[m]
						if len(gauge.Gateways) > 0 && o.Cents <= r.Cents && o.Seconds <= r.Seconds && o.Grams <= r.Grams && within(o.Gateways, r.Gateways) && !within(gauge.Gateways, o.Gateways) && within(r.Gateways, append(slices.Clone(o.Gateways), gauge.Gateways...)) {
							t.Errorf("%s to %s: #%d changes gauge at %s for nothing, and #%d does without", from, to, r.Rank, gauge.From, o.Rank)
						}
					}
				}
			}
		}
	}
	if seen < int(share(500)) || left == 0 {
		t.Errorf("only %d routes were looked at", seen)
	}
}
