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
		if s.enter(sc, q) != nil {
			continue
		}
		from, to, err := s.ends(q)
		if err != nil {
			continue
		}
		s.ask(from, to)
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
			if err := insists.enter(sc, q); err != nil {
				t.Fatal(err)
			}
			a, b, err := insists.ends(q)
			if err != nil {
				t.Fatal(err)
			}
			if insists.ask(a, b); !insists.question.Once {
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
