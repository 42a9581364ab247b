package solver

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/search"
)

// TestThroughIsNotThereAndBack: a route through Kazakhstan crosses it on the way. To a border post of it and back by the same train is no
// such route, nor is by ferry to its coast and back; where nothing is on the way, the border is crossed at the least.
func TestThroughIsNotThereAndBack(t *testing.T) {
	net := load(t)
	s := New(net)
	for _, c := range []struct {
		from, to string
		via      []string
	}{
		{"sia", "dui", []string{"KZ"}}, {"sia", "dui", []string{"KZ", "suez"}}, {"yiw", "mad", []string{"KZ"}}, {"sha", "jea", []string{"KZ"}},
		{"sia", "dui", []string{"dos"}}, {"sha", "rtm", []string{"khorgos"}},
	} {
		a, err := s.Rank(Scenario{}, Query{From: End{Place: c.from}, To: End{Place: c.to}, Via: c.via})
		if err != nil || len(a.Routes) == 0 {
			t.Fatalf("%v: no route, %v", c, err)
		}
		for i := range a.Routes {
			r := &a.Routes[i]
			if countries := slices.Compact(countriesOf(r)); excursion(r) || slices.Contains(countries[1:], "CN") {
				t.Errorf("%v: route %d, %v, goes there and back by %s: %v", c, i+1, r.Labels, r.Through(), countries)
			}
		}
		if !slices.Contains(a.Routes[0].Labels, BestOverall) {
			t.Errorf("%v: the first is not the best overall", c)
		}
	}
	for _, via := range []string{"KZ", "dos"} {
		a, err := s.Rank(Scenario{}, Query{From: End{Place: "urc"}, To: End{Place: "sha"}, Via: []string{via}})
		if err != nil || len(a.Routes) == 0 {
			t.Fatalf("there and back by %s: no route, %v", via, err)
		}
		if a.Routes[0].Borders < 2 {
			t.Errorf("there and back by %s: %d borders are crossed", via, a.Routes[0].Borders)
		}
	}
}

// countriesOf is the countries of a route by land, in order.
func countriesOf(r *Route) (out []string) {
	for _, l := range r.Legs {
		if k := l.Kind.String(); k == "rail" || k == "road" || k == "ferry" {
			out = append(out, l.Countries...)
		}
	}
	return out
}

// TestExcursionsStandAlone lists a way that comes back to a place it has left only where all do.
func TestExcursionsStandAlone(t *testing.T) {
	net := load(t)
	s := New(net)
	alone, among := 0, 0
	for seed := range share(uint64(400)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 97)), net)
		if q.ThroughKazakhstan = seed%2 == 0; !q.ThroughKazakhstan {
			q.Via = []string{net.Gateways[int(seed/2)%len(net.Gateways)].ID}
		}
		a, err := s.Rank(sc, q)
		if err != nil || len(a.Routes) < 2 {
			continue
		}
		back := 0
		for i := range a.Routes {
			if s.excursion(s.sensed[i]) {
				back++
			}
		}
		switch {
		case back == len(a.Routes):
			alone++
		case back > 0:
			t.Errorf("seed %d: %d of %d routes of %+v come back", seed, back, len(a.Routes), q)
		default:
			among++
		}
	}
	if alone == 0 || among < share(60) {
		t.Errorf("%d lists of excursions, %d of ways on", alone, among)
	}
}

// TestPassedAlikeFromEitherSide searches real questions with things to pass from both sides: the same front and the same list, and
// no way in them comes back.
func TestPassedAlikeFromEitherSide(t *testing.T) {
	net := load(t)
	s := New(net)
	asked, ways := 0, 0
	for seed := range share(uint64(300)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 131)), net)
		if len(q.Via) == 0 {
			q.Via = []string{net.Gateways[int(seed)%len(net.Gateways)].ID}
		}
		if !s.posed(sc, q) || !s.question.Once {
			continue
		}
		asked++
		var fronts, lists [2][]search.Way
		for side := range 2 {
			searcher, complete := s.seen(side), false
			if fronts[side], complete = searcher.Front(frontBudget); !complete {
				t.Errorf("seed %d, side %d: the front was given up", seed, side)
			}
			if lists[side], complete = searcher.RankedWithin(10, 100*absurdFactor, oncePatientStates); !complete {
				t.Errorf("seed %d, side %d: the list was given up", seed, side)
			}
			for _, w := range slices.Concat(fronts[side], lists[side]) {
				if searcher.ComesBack(w.Arcs) {
					t.Errorf("seed %d, side %d: %+v comes back", seed, side, w)
				}
			}
		}
		if !slices.EqualFunc(fronts[0], fronts[1], func(a, b search.Way) bool { return a.Cost == b.Cost }) {
			t.Errorf("seed %d: fronts of %d and %d ways", seed, len(fronts[0]), len(fronts[1]))
		}
		if fmt.Sprint(lists[0]) != fmt.Sprint(lists[1]) {
			t.Errorf("seed %d: lists\n%v\n%v", seed, lists[0], lists[1])
		}
		ways += len(lists[0])
	}
	if asked < share(120) || ways < share(800) {
		t.Errorf("only %d questions with %d ways were looked at", asked, ways)
	}
}

// TestMuchToPass asks for up to as many gateways as may be asked for, wherever they lie: what no way meets without coming back,
// or none that is found in time, is met by ways that do, and the front is whole. The answer tells which: that there is none is
// found from the other end as well, and where it may have been missed some way there is, or the search was given up.
func TestMuchToPass(t *testing.T) {
	net := load(t)
	s := New(net)
	told := map[ComesBack]int{}
	for seed := range max(share(uint64(24)), 6) {
		rng := rand.New(rand.NewPCG(seed, 137))
		sc, q := randomQuestion(rng, net)
		q.Via, q.ThroughKazakhstan, q.Light = nil, false, seed%2 == 0
		for len(q.Via) < 3+int(seed)%(MostVias-2) {
			q.Via = append(q.Via, net.Gateways[rng.IntN(len(net.Gateways))].ID)
		}
		switch seed {
		case 0: // all over the world
			sc, q = Scenario{}, Query{From: End{Place: "sia"}, To: End{Place: "dui"}, Light: true, Via: []string{"TR", "FI", "khorgos", "cape", "suez", "irkeshtam"}}
		case 2: // as far apart, and yet it is found that none keeps from coming back
			sc, q = Scenario{}, Query{From: End{Place: "sia"}, To: End{Place: "dui"}, Light: true, Via: []string{"khorgos", "cape", "suez", "suifenhe", "poti", "kars", "aktau", "irkeshtam"}}
		case 1: // on one way
			sc, q = Scenario{}, Query{From: End{Place: "sia"}, To: End{Place: "dui"}, Via: []string{"khorgos", "aktau", "poti"}}
		}
		a, err := s.Rank(sc, q)
		if err != nil {
			continue
		}
		if !a.Complete || len(a.Routes) == 0 && len(a.BlockedBy)+len(a.Unserved) == 0 {
			t.Errorf("seed %d: front complete %v, %d routes, blocked by %v", seed, a.Complete, len(a.Routes), a.BlockedBy)
		}
		for i := range a.Routes {
			for _, via := range q.Via {
				if !a.Routes[i].passes(via) {
					t.Errorf("seed %d: route %d does not pass %s, but %s", seed, i+1, via, a.Routes[i].Through())
				}
			}
		}
		if len(a.Routes) == 0 {
			if a.ComesBack != NoneComesBack {
				t.Errorf("seed %d: no route, and it comes back", seed)
			}
			continue
		}
		told[a.ComesBack]++
		if (a.ComesBack == NoneComesBack) != s.question.Once {
			t.Errorf("seed %d: the answer says %q, and the search kept from coming back %v", seed, a.ComesBack, s.question.Once)
		}
		if a.ComesBack == NoneComesBack { // which the routes show
			for i := range a.Routes {
				if s.excursion(s.sensed[a.Routes[i].way]) {
					t.Errorf("seed %d: none comes back, and route %d does", seed, i+1)
				}
			}
			continue
		}
		once := s.question
		once.Once = true
		searchers := [2]*search.Searcher{search.NewSearcher(s.graph), search.NewMirror(s.graph)}
		leads, sure := false, false
		for _, searcher := range searchers {
			searcher.Reset(s.open)
			_, found, complete := searcher.Ask(once).BestSurely(search.General)
			leads, sure = leads || found, sure || complete
			if leads || a.ComesBack == MayComeBack && !sure {
				break // the other end would take as long
			}
		}
		switch {
		case a.ComesBack == MustComeBack && leads:
			t.Errorf("seed %d: a way keeps from coming back", seed)
		case a.ComesBack == MayComeBack && !leads && sure:
			t.Errorf("seed %d: it is sure that no way keeps from coming back", seed)
		}
	}
	if told[NoneComesBack] == 0 || told[MustComeBack] == 0 || told[MayComeBack] == 0 {
		t.Errorf("the answers tell one thing: %v", told)
	}
}

// TestMayComeBackKeepsTheRule asks, under a pin in the hand, for what lies so far off the way that a front of ways that come back to nothing is given
// up. Those that may come back still neither leave the territory they end in nor enter the one they began in.
func TestMayComeBackKeepsTheRule(t *testing.T) {
	net := load(t)
	for seed, via := range map[uint64][]string{1894: {"FI", "khorgos"}, 3605: {"kiel", "tbilisi"}} { // few random frames are such
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/20, 501)), net)
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 502)), net)
		q.Via, q.ThroughKazakhstan = via, false
		s := New(net)
		a, err := s.Frame(sc, q)
		if err != nil || a.ComesBack != MayComeBack || len(a.Routes) == 0 {
			t.Fatalf("seed %d: %v, %q, %d routes", seed, err, a.ComesBack, len(a.Routes))
		}
		from, to := s.territoryOf(s.question.From), s.territoryOf(s.question.To)
		for i := range a.Routes {
			for _, arc := range s.sensed[a.Routes[i].way].Arcs {
				if s.turnsBack(&net.Arcs[arc], from, to) {
					t.Fatalf("seed %d: route %d, by %s, turns back", seed, i+1, a.Routes[i].Through())
				}
			}
		}
	}
}

// excursion tells whether a way comes back to a place, or to a customs territory, that it has left.
func (s *Solver) excursion(w search.Way) bool { return s.searcher.ComesBack(w.Arcs) }
