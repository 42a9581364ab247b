package solver

import (
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/search"
)

// TestNoGatewayIsLeftOut asks for the cheapest way through every gateway by itself, by the search that insists on it, and looks for
// it in the list of the question that insists on none: the list has the gateways that it passes, at no greater cost, unless
// it costs more than the list goes to.
func TestNoGatewayIsLeftOut(t *testing.T) {
	net := load(t)
	s, insists := New(net), New(net)
	const listed = MostListed
	asked, found, alone := 0, 0, 0
	for seed := range share(uint64(100)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 149)), net)
		q.Via, q.ThroughKazakhstan = nil, false
		if !s.posed(sc, q) {
			continue
		}
		ways, complete := s.searcher.RankedWithin(listed, 100*absurdFactor, patientBudget)
		if !complete {
			t.Errorf("seed %d: the list was given up", seed)
		}
		if len(ways) == 0 {
			continue
		}
		asked++
		reach := absurdFactor * ways[0].General
		if len(ways) == listed {
			reach = ways[listed-1].General - 1
		}
		for i := range net.Gateways {
			if net.Gateways[i].ID == bypassedGateway {
				continue
			}
			q.Via = []string{net.Gateways[i].ID}
			if !insists.posed(sc, q) {
				t.Fatalf("seed %d: %+v is refused", seed, q)
			}
			if !insists.question.Once {
				continue // there is no such way that does not come back
			}
			w, ok := insists.searcher.Best(search.General)
			if !ok || w.General > reach {
				continue
			}
			found++
			at := slices.IndexFunc(ways, func(o search.Way) bool { return o.Gates == w.Gates })
			if at < 0 || ways[at].General > w.General {
				t.Errorf("seed %d: nothing in the list is as cheap as the way by %s, at %d; the best costs %d", seed, q.Via[0], w.General, ways[0].General)
			}
			if at > 0 {
				alone++
			}
		}
	}
	if asked < share(60) || found < share(300) || alone < share(180) {
		t.Errorf("only %d questions, %d ways through a gateway, %d of them not the first", asked, found, alone)
	}
}

// TestListHasEverySet holds the list that Rank returns against the cheapest way of each set of gateways, searched by another solver:
// each that costs less than the last route listed without a label, or than twice the best where the list is not full, is
// listed at its cost, or its twin is, or it is beaten in everything by one that is and no dearer way of its set is listed; but the best
// of a kind may be where the cheapest is one that nobody books. What is listed stands in order.
func TestListHasEverySet(t *testing.T) {
	net := load(t)
	s, r := New(net), New(net)
	lists, sets, left := 0, 0, 0
	for seed := range share(uint64(240)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 157)), net)
		q.Order, q.Slack, q.Max = OrderCost, 0, 0
		a, err := s.Rank(sc, q)
		if err != nil || len(a.Routes) == 0 || a.ComesBack != NoneComesBack {
			continue
		}
		if !a.ListComplete {
			t.Errorf("seed %d: the list is cut short", seed)
			continue
		}
		if !r.posed(sc, q) {
			t.Fatalf("seed %d: %+v is refused", seed, q)
		}
		const many = 60
		ways, complete := r.searcher.RankedWithin(many, 100*absurdFactor, patientBudget)
		if !complete {
			ways, complete = r.seen(fromDestination+fromOrigin-r.side).RankedWithin(many, 100*absurdFactor, patientBudget)
		}
		if !complete {
			t.Errorf("seed %d: the sets were given up", seed)
		}
		bound := ways[len(ways)-1].General + 1
		if len(ways) == many {
			bound--
		}
		last := int64(-1)
		for i := range a.Routes {
			if i > 0 && a.Routes[i].General < a.Routes[i-1].General {
				t.Errorf("seed %d: route %d is cheaper than the one before", seed, i+1)
			}
			if len(a.Routes[i].Labels) == 0 {
				last = a.Routes[i].General
			}
		}
		if len(a.Routes) == defaultMax {
			bound = min(bound, last)
		}
		lists++
		for i := range ways {
			w := &ways[i]
			if w.General >= bound {
				break
			}
			sets++
			costs := func(o *Route) search.Cost { return search.Cost{Money: o.Cents, Time: o.Seconds, Carbon: o.Grams} }
			gates := func(o *Route) uint32 { return r.bits(r.gatewaysOf(o)) }
			switch {
			case slices.ContainsFunc(a.Routes, func(o Route) bool { return o.General == w.General && gates(&o) == w.Gates }):
			case slices.ContainsFunc(a.Routes, func(o Route) bool {
				return gates(&o) == w.Gates && near(o.Cents, w.Money) && near(o.Seconds, w.Time)
			}):
			case slices.ContainsFunc(a.Routes, func(o Route) bool { return beats(costs(&o), w.Cost) }):
				left++
				nobody := r.excursion(*w) || r.comesBack(*w) || slices.ContainsFunc(ways, func(o search.Way) bool { return beats(o.Cost, w.Cost) && r.sailsOn(w, &o) })
				if slices.ContainsFunc(a.Routes, func(o Route) bool {
					return gates(&o) == w.Gates && o.VariantOf == 0 && (!nobody || !r.excursion(*w) && len(o.Labels) == 0)
				}) {
					t.Errorf("seed %d: the cheapest of the set %b is not listed, and a dearer one is", seed, w.Gates)
				}
			default:
				t.Errorf("seed %d: the set %b at %d is not listed, and no route listed beats it", seed, w.Gates, w.General)
			}
		}
	}
	if lists < share(150) || sets < share(700) || left > sets*2/3 {
		t.Errorf("only %d lists of %d sets were looked at, %d of them beaten and left out", lists, sets, left)
	}
}

// TestASetBeginsWithItsCheapest asks what listed dearer ways by Brest and by Kaliningrad than the cheapest, which is a detour from
// another way, and what took the train through Kaliningrad for a call at its port.
func TestASetBeginsWithItsCheapest(t *testing.T) {
	for _, c := range []struct {
		from, to, market string
		value, carbon    int
		gateway          string
	}{
		{"sie", "yek", "2024-01", 60000, 90, "brest"},
		{"var", "vno", "", 0, 0, "kaliningrad"},
		{"poz", "led", "2022-10", 120000, 90, "kaliningrad"},
	} {
		sc, q := Scenario{Market: c.market, CargoValue: c.value, CarbonPrice: c.carbon}, Query{From: End{Place: c.from}, To: End{Place: c.to}}
		why, err := New(load(t)).WhyNot(sc, q, []string{c.gateway})
		if err != nil {
			t.Fatal(err)
		}
		if why.Asked == nil || !why.Exactly || why.Listed == 0 {
			t.Errorf("%s to %s by %s: the cheapest is not listed", c.from, c.to, c.gateway)
		}
	}
}
