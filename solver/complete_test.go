package solver

import (
	"math"
	"math/rand/v2"
	"testing"

	"zhol/solver/network"
)

// TestFrontCompletes searches the front of random questions under closures and vias to its end with a tenth of the
// budget, so that the budget itself is never met.
func TestFrontCompletes(t *testing.T) {
	net := load(t)
	s := New(net)
	asked, largest, own := 0, 0, 0
	for seed := range share(uint64(1500)) {
		rng := rand.New(rand.NewPCG(seed/30, 31))
		sc, _ := randomQuestion(rng, net)
		if seed/30%3 == 0 { // under rates and dwells of the reader's own
			for _, mode := range []string{"rail", "sea", "ferry", "road"} {
				sc.Levels = append(sc.Levels, Level{mode, rng.IntN(4000)})
			}
			sc.Levels = append(sc.Levels, Level{"aau", rng.IntN(4000)})
		}
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 32)), net)
		s.question.Warm = false
		if !s.posed(sc, q) {
			continue
		}
		front, complete := s.searcher.Front(frontBudget / 10)
		if !complete {
			t.Errorf("seed %d: the front took more than a tenth of the budget", seed)
		}
		if asked++; len(sc.Levels) > 0 {
			own++
		}
		s.question.Warm = true // as a frame has it put together
		s.searcher.Ask(s.question)
		if again, complete := s.searcher.Front(frontBudget / 10); !complete || len(again) != len(front) {
			t.Errorf("seed %d: as a frame the front has %d ways, complete %v; at once %d", seed, len(again), complete, len(front))
		}
		largest = max(largest, len(front))
	}
	t.Logf("%d fronts, at most %d ways", asked, largest)
	if asked < share(1200) || own < share(300) || largest < 100 {
		t.Errorf("only %d fronts were searched, %d under own rates, the largest of %d ways", asked, own, largest)
	}
}

// FuzzQuery asks anything at all and checks what every answer must keep to; and of some a break-even, a contest, a reach or odds.
func FuzzQuery(f *testing.F) {
	net := load(f)
	for seed := range uint64(10) {
		f.Add(seed, "sia", 51.4, 6.8, "hormuz", "", 10, false)
	}
	f.Add(uint64(1), "", 400.0, -1e300, "RU", "KZ", -1, true)
	f.Add(uint64(2), "Алматы", 0.0, 0.0, "nowhere", "khorgos", 41, false)
	s := New(net)
	f.Fuzz(func(t *testing.T, seed uint64, place string, lat, lon float64, avoid, via string, max int, light bool) {
		rng := rand.New(rand.NewPCG(seed, 41))
		sc, q := randomQuestion(rng, net)
		if avoid != "" {
			sc.Avoid = append(sc.Avoid, avoid)
		}
		if via != "" {
			q.Via = append(q.Via, via)
		}
		end := &q.From
		if seed%2 == 1 {
			end = &q.To
		}
		*end = End{Place: place, At: LonLat{Lon: lon, Lat: lat}}
		q.Max, q.Light = max, light
		a, err := s.Rank(sc, q)
		if err != nil {
			if _, ok := err.(*InputError); !ok {
				t.Fatalf("%v is no InputError", err)
			}
			return
		}
		if !a.Complete {
			t.Fatal("the front was given up")
		}
		if len(a.Routes) == 0 {
			if a.FrontSize > 0 {
				t.Fatalf("%d ways on the front, and no route", a.FrontSize)
			}
			return
		}
		if q.Order == "" {
			certifyLabels(t, seed, a)
		}
		for i := range a.Routes {
			if !light {
				certifyRoute(t, seed, net, sc, q, a, &a.Routes[i])
			}
		}
		switch rng.IntN(5) { // one thing more, for they take longer
		case 0:
			followed(t, s, sc, q, overs[rng.IntN(len(overs))])
		case 1:
			gateways := []string{net.Gateways[rng.IntN(len(net.Gateways))].ID, net.Gateways[rng.IntN(len(net.Gateways))].ID, via}[rng.IntN(3):]
			contested(t, s, sc, q, gateways[:1+rng.IntN(len(gateways))])
		case 2:
			reached(t, s, sc, q)
		case 3:
			chances(t, a)
		}
	})
}

// refused tells whether a question of a fuzz was refused, as it may be in words only.
func refused(t *testing.T, err error) bool {
	t.Helper()
	if err == nil {
		return false
	}
	if _, ok := err.(*InputError); !ok {
		t.Fatalf("%v is no InputError", err)
	}
	return true
}

// followed checks that stretches run from 0 to the end without a gap, and each by a route that sums.
func followed(t *testing.T, s *Solver, sc Scenario, q Query, p Parameter) {
	t.Helper()
	b, err := s.BreakEven(sc, q, p)
	if refused(t, err) {
		return
	}
	if len(b.Stretches) == 0 {
		t.Fatalf("over %s nothing is first, and there are routes", p)
	}
	at := 0.0
	for i := range b.Stretches {
		st := &b.Stretches[i]
		var sum Totals
		for _, l := range st.Route.Legs {
			sum = sum.plus(l.Totals)
		}
		if st.From != at || st.To <= st.From || sum != st.Route.Totals {
			t.Fatalf("over %s stretch %d runs from %v to %v, after %v; legs sum to %+v, not %+v", p, i+1, st.From, st.To, at, sum, st.Route.Totals)
		}
		at = st.To
	}
	if at != b.Most {
		t.Fatalf("over %s stretches end at %v, not at %v", p, at, b.Most)
	}
}

// contested checks that what is told of gateways passes them all, and no other where it says so, and that causes sum.
func contested(t *testing.T, s *Solver, sc Scenario, q Query, gateways []string) {
	t.Helper()
	c, err := s.WhyNot(sc, q, gateways)
	if refused(t, err) || c.First == nil {
		return
	}
	if c.Asked == nil {
		if c.Listed != 0 || len(c.Causes) > 0 {
			t.Fatalf("why not %v: there is none, listed at %d", gateways, c.Listed)
		}
		return
	}
	var sum Amounts
	for _, cause := range c.Causes {
		sum = sum.plus(cause.Amounts)
	}
	x, y := c.Asked, c.First
	if want := (Amounts{x.Cents - y.Cents, x.Seconds - y.Seconds, x.Grams - y.Grams, x.General - y.General}); sum != want {
		t.Fatalf("why not %v: causes sum to %+v, not %+v", gateways, sum, want)
	}
	for _, g := range gateways {
		if !x.passes(s.net.FeatureID(mustFeature(t, s.net, g))) {
			t.Fatalf("why not %v: %s does not pass %s", gateways, x.Through(), g)
		}
	}
	if c.Listed > 0 && c.Listed <= len(c.Answer.Routes) && c.Answer.Routes[c.Listed-1].Totals != x.Totals {
		t.Fatalf("why not %v: listed at %d, where another stands", gateways, c.Listed)
	}
}

func mustFeature(t *testing.T, net *Network, word string) network.Feature {
	t.Helper()
	f, ok := net.Feature(word)
	if !ok {
		t.Fatalf("%q was taken for a gateway", word)
	}
	return f
}

// reached checks that each place is told once, for no less than nothing, and no rival for less than the best.
func reached(t *testing.T, s *Solver, sc Scenario, q Query) {
	t.Helper()
	all, err := s.Reach(sc, q.From)
	if refused(t, err) {
		return
	}
	told := map[string]bool{}
	for _, r := range all {
		if told[r.Place] || r.General < 0 || r.Cents < 0 || r.Seconds < 0 || r.Won == "" {
			t.Fatalf("%s is told twice, or %+v", r.Place, r)
		}
		if told[r.Place] = true; r.Rivals.Kazakhstan >= 0 && r.Rivals.Kazakhstan < r.General || r.Rivals.Sea >= 0 && r.Rivals.Sea < r.General {
			t.Fatalf("%s is reached for %d, and by a rival for less: %+v", r.Place, r.General, r.Rivals)
		}
	}
}

// chances checks that of the routes of an answer one is the best, and three are among three.
func chances(t *testing.T, a *Answer) {
	t.Helper()
	DrawOdds(a)
	best, three := 0.0, 0.0
	for i := range a.Routes {
		o := a.Routes[i].Odds
		if o.Best < 0 || o.TopThree < o.Best || o.TopThree > 1 {
			t.Fatalf("route %d has odds of %+v", i+1, o)
		}
		best, three = best+o.Best, three+o.TopThree
	}
	if a.Routes[0].parts != nil && (math.Abs(best-1) > 1e-9 || math.Abs(three-float64(min(3, len(a.Routes)))) > 1e-9) {
		t.Fatalf("odds of %d routes sum to %v and %v", len(a.Routes), best, three)
	}
}
