package solver

import (
	"math/rand/v2"
	"testing"
)

// TestPassingMuchForgets: with two to four things to pass a search may end at its budget, and from either side at another way. An answer is
// the same whether its question is the first or comes after a drag of the other end.
func TestPassingMuchForgets(t *testing.T) {
	net := load(t)
	seeds := []uint64{202, 407}[:share(2)] // two that depended on it: they take seconds
	for seed := range share(uint64(12)) {
		seeds = append(seeds, seed)
	}
	asked := 0
	for _, seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 901))
		sc, q := randomQuestion(rng, net)
		for len(q.Via) < 2+int(seed%3) {
			_, o := randomQuestion(rng, net)
			q.Via = append(q.Via, o.Via...)
		}
		q.Via = q.Via[:2+int(seed%3)]
		q.Slack, q.Order = 0, Orders[seed%uint64(len(Orders))]
		first, err := New(net).Rank(sc, q)
		if err != nil || len(first.Routes) == 0 {
			continue
		}
		asked++
		used, before := New(net), q
		before.To = End{At: LonLat{Lon: 60, Lat: 50}}
		used.Frame(sc, before)
		later, err := used.Rank(sc, q)
		if err != nil {
			t.Fatal(err)
		}
		same := len(first.Routes) == len(later.Routes) && first.ComesBack == later.ComesBack && first.FrontSize == later.FrontSize &&
			first.Complete == later.Complete && first.ListComplete == later.ListComplete
		for i := range first.Routes {
			same = same && first.Routes[i].Totals == later.Routes[i].Totals && first.Routes[i].General == later.Routes[i].General
		}
		if !same {
			t.Errorf("seed %d: %d routes of %d, %q, complete %v; after a drag %d of %d, %q, complete %v", seed, len(first.Routes), first.FrontSize, first.ComesBack, first.ListComplete,
				len(later.Routes), later.FrontSize, later.ComesBack, later.ListComplete)
		}
	}
	if asked < share(7) {
		t.Errorf("only %d questions have routes", asked)
	}
}
