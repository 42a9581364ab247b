package solver

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
)

type placeID = network.PlaceID

// randomQuestion draws a question and a scenario: places and points, vias and closures, every market date, cargo and settings
// of every kind.
func randomQuestion(rng *rand.Rand, net *Network) (Scenario, Query) {
	end := func() End {
		if rng.IntN(4) == 0 {
			return End{At: LonLat{Lon: -5 + 130*rng.Float64(), Lat: 22 + 36*rng.Float64()}}
		}
		return End{Place: net.Places[rng.IntN(len(net.Places))].ID}
	}
	word := func() string {
		switch rng.IntN(4) {
		case 0:
			return net.Countries[rng.IntN(len(net.Countries))].ID
		case 1:
			return net.Passages[rng.IntN(len(net.Passages))].ID
		case 2:
			return net.Gateways[rng.IntN(len(net.Gateways))].ID
		}
		return net.Places[rng.IntN(len(net.Places))].ID
	}
	sc := Scenario{Market: Markets()[rng.IntN(len(Markets()))], CargoValue: rng.IntN(3) * 60_000, CarbonPrice: rng.IntN(2) * 90}
	for range rng.IntN(4) {
		sc.Avoid = append(sc.Avoid, word())
	}
	q := Query{From: end(), To: end(), ThroughKazakhstan: rng.IntN(6) == 0}
	if rng.IntN(5) == 0 {
		for range 1 + rng.IntN(6)/4*rng.IntN(3) {
			q.Via = append(q.Via, word())
		}
	}
	if rng.IntN(3) == 0 {
		sc.Cargo = Cargo{Kind: CargoKind(rng.IntN(len(CargoKinds))), Twenty: rng.IntN(2) == 0, Tonnes: rng.IntN(2) * 12}
		sc.Wagons, sc.SecondTrack, sc.NoSubsidy, sc.Planned = rng.IntN(2) == 0, rng.IntN(2) == 0, rng.IntN(2) == 0, rng.IntN(2) == 0
		sc.FasterBorders, sc.Month = rng.IntN(3)*8, rng.IntN(13)
	}
	if rng.IntN(5) == 0 {
		q.Slack = 1 + rng.IntN(MostSlack)
	}
	return sc, q
}

// posed has a question put to a Solver as Rank does before it searches; false where it is refused.
func (s *Solver) posed(sc Scenario, q Query) bool {
	if s.enter(sc, q) != nil {
		return false
	}
	from, to, err := s.ends(q)
	if err == nil {
		s.ask(from, to)
	}
	return err == nil
}

// inWorlds is a random question by its seed, under a world that four of them share.
func inWorlds(net *Network, seed, stream uint64) (Scenario, Query) {
	sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/4, stream)), net)
	_, q := randomQuestion(rand.New(rand.NewPCG(seed, stream+1000)), net)
	return sc, q
}

// TestCertificates asks random questions of the real network and checks every answer against what it claims.
func TestCertificates(t *testing.T) {
	net := load(t)
	s, opener := New(net), New(net)
	routes, cuts, short, lifted, left, alone := 0, 0, 0, 0, 0, 0
	for seed := range share(uint64(1000)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/5, 1)), net) // a scenario serves five questions
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 2)), net)
		a, err := s.Rank(sc, q)
		if err != nil {
			if _, ok := err.(*InputError); !ok {
				t.Fatalf("seed %d: %v is no InputError", seed, err)
			}
			continue
		}
		if !a.Complete {
			t.Errorf("seed %d: the front was given up", seed)
		}
		if !a.ListComplete {
			short++
			certifyShort(t, seed, s, a)
		}
		if len(a.Routes) == 0 {
			cuts++
			certifyCut(t, seed, opener, sc, q, a)
			if words := s.hurdlesAsked(); cuts%3 == 1 { // each asks many more
				certifyHurdles(t, seed, opener, sc, q, a, words)
				lifted, left, alone = lifted+len(a.Lifts), left+len(words)-len(a.Lifts), alone+len(a.Alone)
			}
			continue
		}
		routes += len(a.Routes)
		certifyLabels(t, seed, a)
		for i := range a.Routes {
			certifyRoute(t, seed, net, sc, q, a, &a.Routes[i])
		}
	}
	if lifted < share(12) || left < share(40) || alone < share(8) {
		t.Errorf("only %d hurdles were seen to open a way, and %d to open none; %d block alone", lifted, left, alone)
	}
	if routes < share(3000) || cuts < share(20) || short > 1 {
		t.Errorf("only %d routes and %d cuts were looked at, and %d lists were given up", routes, cuts, short)
	}
}

// certifyShort checks that a list which is told to be cut short is: things are to be passed, where further sets of gateways take
// long to find, and with many times the bounds a set is found that makes sense beside what is listed, and is not.
func certifyShort(t *testing.T, seed uint64, s *Solver, a *Answer) {
	t.Helper()
	if !s.question.Once || len(a.Routes) == defaultMax {
		t.Errorf("seed %d: a list of %d is cut short, and ways may come back %v", seed, len(a.Routes), !s.question.Once)
	}
	if runtime.GOARCH == "wasm" {
		return // which takes ten seconds there, for the same answer
	}
	var listed []search.Way
	for i := range a.Routes {
		w := s.sensed[a.Routes[i].way]
		w.Arcs = slices.Clone(w.Arcs)
		listed = append(listed, w)
	}
	for many := 8 * defaultMax; many <= 16*defaultMax; many *= 2 {
		var ways []search.Way
		s.byTurns(onceFirstStates, 4*oncePatientStates, func(from *search.Searcher, budget int) (complete bool) {
			ways, complete = from.RankedWithin(many, 100*absurdFactor, budget)
			return complete
		})
		sense := s.sensible(s.distinct(append(slices.Clone(listed), ways...)), len(listed), func(search.Way) bool { return false })
		if slices.ContainsFunc(sense, func(w search.Way) bool {
			return !slices.ContainsFunc(listed, func(o search.Way) bool { return o.Gates == w.Gates })
		}) {
			return
		}
	}
	t.Errorf("seed %d: the list is told to be cut short, and nothing is found that it lacks", seed)
}

// certifyRoute checks that legs join, sum, keep their gauge, and keep away from what is closed.
func certifyRoute(t *testing.T, seed uint64, net *Network, sc Scenario, q Query, a *Answer, r *Route) {
	t.Helper()
	bad := func(format string, args ...any) {
		t.Helper()
		t.Errorf("seed %d, route %d of %+v: %s", seed, r.Rank, q, fmt.Sprintf(format, args...))
	}
	var sum Totals
	at, gauge := a.From.ID, 0
	if at == "" {
		at = OriginPoint
	}
	for i, l := range r.Legs {
		if l.From != at {
			bad("leg %d starts at %q, not at %q", i, l.From, at)
		}
		at = l.To
		sum = sum.plus(l.Totals)
		var rows Totals
		for _, row := range l.Rows {
			rows = rows.plus(Totals{row.Money, row.Time, row.Carbon, 0})
		}
		rows.Metres = l.Metres
		if rows != l.Totals {
			bad("leg %d: rows sum to %+v, not %+v", i, rows, l.Totals)
		}
		if len(l.Rows) == 0 && l.Totals != (Totals{}) {
			bad("leg %d has no rows", i)
		}
		if l.Kind == network.Rail {
			if gauge != 0 && gauge != l.Gauge {
				bad("leg %d changes from %d to %d mm on the train", i, gauge, l.Gauge)
			}
			gauge = l.Gauge
		} else if l.What == network.GaugeChange.String() {
			gauge = l.Gauge
		} else if l.What == network.LiftOff.String() {
			gauge = 0
		}
		if l.What == roadKind {
			for end, country := range map[string]string{l.From: l.Countries[0], l.To: l.Countries[len(l.Countries)-1]} {
				if id, ok := net.PlaceByID(end); ok && net.Places[id].Country != country {
					bad("leg %d, by road from %s to %s, is said to be in %v", i, l.From, l.To, l.Countries)
				}
			}
		}
		closed := func(list []string, what string) {
			for _, id := range list {
				if slices.Contains(sc.Avoid, id) {
					bad("leg %d passes the closed %s %s", i, what, id)
				}
			}
		}
		closed(l.Countries, "country")
		closed(l.Gateways, "gateway")
		closed(l.Passages, "passage")
		closed(l.Through, "place")
		closed([]string{l.From, l.To}, "place")
	}
	to := a.To.ID
	if to == "" {
		to = DestinationPoint
	}
	if at != to {
		bad("ends at %q, not at %q", at, to)
	}
	if sum != r.Totals {
		bad("legs sum to %+v, not %+v", sum, r.Totals)
	}
	if !(r.Days.P10 <= r.Days.P50 && r.Days.P50 <= r.Days.P90) || math.Round(r.Days.P50*day) != float64(r.Seconds) {
		bad("days %+v do not fit %d seconds", r.Days, r.Seconds)
	}
	for _, via := range q.Via {
		if !r.passes(via) {
			bad("does not pass %s", via)
		}
	}
	if q.ThroughKazakhstan && !r.ThroughKazakhstan {
		bad("does not pass Kazakhstan")
	}
}

// A haul from the terminal where a box stands to an end nearby is in the country of either.
func TestHaulsToNeighbours(t *testing.T) {
	net := load(t)
	s := New(net)
	for seed, ends := range [][2]string{{"ala", "fru"}, {"fru", "ala"}, {"ppk", "oms"}, {"dui", "anr"}} {
		q := Query{From: End{Place: ends[0]}, To: End{Place: ends[1]}}
		a, err := s.Rank(Scenario{}, q)
		if err != nil {
			t.Fatal(err)
		}
		lorries := 0
		for i := range a.Routes {
			if certifyRoute(t, uint64(seed), net, Scenario{}, q, a, &a.Routes[i]); len(a.Routes[i].Legs) == 1 {
				lorries++
			}
		}
		if lorries == 0 {
			t.Errorf("no lorry goes all the way from %s to %s", ends[0], ends[1])
		}
	}
}

// passes tells whether a route touches what a word names.
func (r *Route) passes(id string) bool {
	for _, l := range r.Legs {
		if l.From == id || l.To == id || slices.Contains(l.Through, id) || slices.Contains(l.Countries, id) || slices.Contains(l.Gateways, id) || slices.Contains(l.Passages, id) {
			return true
		}
	}
	return false
}

// certifyLabels checks order, domination and labels against the listed figures.
func certifyLabels(t *testing.T, seed uint64, a *Answer) {
	t.Helper()
	least := map[string]func(*Route) float64{
		Cheapest: func(r *Route) float64 { return float64(r.Cents) },
		Fastest:  func(r *Route) float64 { return float64(r.Seconds) },
		Greenest: func(r *Route) float64 { return float64(r.Grams) },
	}
	for i := range a.Routes {
		r := &a.Routes[i]
		if r.Rank != i+1 || i > 0 && r.General < a.Routes[i-1].General {
			t.Errorf("seed %d: route %d stands out of order", seed, i)
		}
		if d := r.DominatedBy; d > 0 {
			o := &a.Routes[d-1]
			if o.Cents > r.Cents || o.Seconds > r.Seconds || o.Grams > r.Grams {
				t.Errorf("seed %d: route %d is not beaten by %d", seed, i+1, d)
			}
		}
		for label, of := range least {
			if slices.Contains(r.Labels, label) {
				for j := range a.Routes {
					if of(&a.Routes[j]) < of(r) {
						t.Errorf("seed %d: route %d is not the %s, %d is", seed, i+1, label, j+1)
					}
				}
				if r.DominatedBy > 0 {
					t.Errorf("seed %d: the %s is beaten", seed, label)
				}
			}
		}
	}
}

// hurdlesAsked is everything that could be given up of the question at hand.
func (s *Solver) hurdlesAsked() []string {
	out := slices.Clone(s.avoid)
	if s.barred {
		out = append(out, unfitCargo)
	}
	for _, via := range s.viaIDs {
		out = append(out, "via "+via)
	}
	return out
}

// opens tells whether a question has a way of which only so much is kept.
func opens(t *testing.T, seed uint64, s *Solver, sc Scenario, q Query, keep []string) bool {
	t.Helper()
	sc.Avoid, q.Via, q.ThroughKazakhstan, q.Light, q.Max = nil, nil, false, true, 1
	if !slices.Contains(keep, unfitCargo) {
		sc.Cargo.Kind = General
	}
	for _, word := range keep {
		if via, ok := strings.CutPrefix(word, "via "); ok {
			q.Via = append(q.Via, via)
		} else if word != unfitCargo {
			sc.Avoid = append(sc.Avoid, word)
		}
	}
	b, err := s.Rank(sc, q)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	return len(b.Routes) > 0
}

// without is all words but one.
func without(words []string, one string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == one })
}

// certifyCut checks that what is named blocks every way by itself, and that no part of it does.
func certifyCut(t *testing.T, seed uint64, s *Solver, sc Scenario, q Query, a *Answer) {
	t.Helper()
	if opens(t, seed, s, sc, q, a.BlockedBy) {
		t.Errorf("seed %d: %v does not block every way of %+v", seed, a.BlockedBy, q)
	}
	for _, one := range a.BlockedBy {
		if !opens(t, seed, s, sc, q, without(a.BlockedBy, one)) {
			t.Errorf("seed %d: %v blocks every way of %+v without %s", seed, a.BlockedBy, q, one)
		}
	}
}

// certifyHurdles asks of everything that could be given up whether it opens a way when it alone is, and whether it blocks every
// way when it alone is left; and, where two are named, whether any one of all blocks as well.
func certifyHurdles(t *testing.T, seed uint64, s *Solver, sc Scenario, q Query, a *Answer, words []string) {
	t.Helper()
	for _, one := range words {
		if lifts := opens(t, seed, s, sc, q, without(words, one)); lifts != slices.Contains(a.Lifts, one) {
			t.Errorf("seed %d: of %v to give up %s opens a way: %v, and told are %v", seed, words, one, lifts, a.Lifts)
		}
		if blocks := !opens(t, seed, s, sc, q, []string{one}); blocks != slices.Contains(a.Alone, one) && len(a.BlockedBy) > 0 {
			t.Errorf("seed %d: of %v %s blocks alone: %v, and told are %v", seed, words, one, blocks, a.Alone)
		}
	}
	if len(a.BlockedBy) == 1 != (len(a.Alone) > 0) || len(a.Alone) > 0 && !slices.Contains(a.Alone, a.BlockedBy[0]) || len(a.Alone) > 1 && len(a.Lifts) > 0 {
		t.Errorf("seed %d: %v is the smallest set, %v block alone, and %v open a way", seed, a.BlockedBy, a.Alone, a.Lifts)
	}
}

// TestLightIsTheSame asks light and full, and expects the same routes without rows.
func TestLightIsTheSame(t *testing.T) {
	net := load(t)
	s := New(net)
	q := Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	full, err := s.Rank(Scenario{}, q)
	if err != nil {
		t.Fatal(err)
	}
	q.Light = true
	light, err := s.Rank(Scenario{}, q)
	if err != nil {
		t.Fatal(err)
	}
	for i := range full.Routes {
		f, l := &full.Routes[i], &light.Routes[i]
		if f.Totals != l.Totals || f.Soft != l.Soft || f.Status() != l.Status() || !slices.Equal(f.Labels, l.Labels) {
			t.Errorf("route %d: light %+v, full %+v", i+1, l.Totals, f.Totals)
		}
		for _, leg := range l.Legs {
			if leg.Rows != nil {
				t.Errorf("route %d: a light leg has rows", i+1)
			}
		}
	}
}
