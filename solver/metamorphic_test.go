package solver

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// leastOfAll is the least money, time, carbon and generalised cost of all ways of an answer that is not light.
func leastOfAll(a *Answer) (least [4]int64) {
	least = [4]int64{a.Front[0].Cents, a.Front[0].Seconds, a.Front[0].Grams, a.Routes[0].General}
	for _, p := range a.Front {
		least[0], least[1], least[2] = min(least[0], p.Cents), min(least[1], p.Seconds), min(least[2], p.Grams)
	}
	return least
}

// gatewayOf is a gateway that some route of an answer passes, or Suez.
func gatewayOf(rng *rand.Rand, a *Answer) string {
	if of := a.Routes[rng.IntN(len(a.Routes))].Gateways; len(of) > 0 {
		return of[rng.IntN(len(of))]
	}
	return "suez"
}

// What may become of the least of a criterion.
const (
	notLess = iota
	notMore
	same
)

// changes are what a world or a question may be changed by, and what may become of the least money, time, carbon and generalised
// cost.
var changes = []struct {
	name string
	do   func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query)
	of   [4]int
}{
	{"a gateway is closed", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) {
		sc.Avoid = append(slices.Clone(sc.Avoid), gatewayOf(rng, a))
	}, [4]int{notLess, notLess, notLess, notLess}},
	{"a country is closed", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) {
		sc.Avoid = append(slices.Clone(sc.Avoid), []string{"RU", "KZ", "CN", "IR", "TR", "PL"}[rng.IntN(6)])
	}, [4]int{notLess, notLess, notLess, notLess}},
	{"one more is to be passed", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) {
		q.Via = append(slices.Clone(q.Via), gatewayOf(rng, a))
	}, [4]int{notLess, notLess, notLess, notLess}},
	{"planned lines are open", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.Planned = true }, [4]int{notMore, notMore, notMore, notMore}},
	{"carbon is dearer", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.CarbonPrice += 70 }, [4]int{same, same, same, notLess}},
	{"the cargo is worth more", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.CargoValue += 90_000 }, [4]int{same, same, same, notLess}},
	{"borders are faster", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.FasterBorders += 12 }, [4]int{same, notMore, same, notMore}},
	{"the subsidy is gone", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.NoSubsidy = true }, [4]int{notLess, same, same, notLess}},
	{"ships are dearer", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.Levels = []Level{{"sea", 1700}} }, [4]int{notLess, same, same, notLess}},
	{"trains are cheaper", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.Levels = []Level{{"rail", 300}} }, [4]int{notMore, same, same, notMore}},
	{"Aktau is faster", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.Levels = []Level{{"aau", 100}} }, [4]int{same, notMore, same, notMore}},
	{"it is December", func(rng *rand.Rand, a *Answer, sc *Scenario, q *Query) { sc.Month = 12 }, [4]int{same, notLess, same, notLess}},
}

// TestClosingNeverHelps changes random questions by one thing, closures and things to pass first, and sees that the least money,
// time, carbon and generalised cost of all ways go where they must: closing never helps, nor does what must be passed, lines
// that are open never hurt, and a price of carbon makes no way greener than the greenest was. With things to pass or
// without; but where a change leaves no way that does not come back, ways that do are let in, and nothing is compared.
func TestClosingNeverHelps(t *testing.T) {
	net := load(t)
	s := New(net)
	compared, moved, passing, turned := make([]int, len(changes)), make([]int, len(changes)), make([]int, len(changes)), 0
	for seed := range share(uint64(28)) {
		rng := rand.New(rand.NewPCG(seed, 181))
		sc, q := randomQuestion(rng, net)
		if q.Slack = 0; seed%3 == 0 {
			q.Via = []string{net.Gateways[int(seed/3)%len(net.Gateways)].ID}
		}
		if sc.CargoValue == 0 {
			sc.CargoValue = 80_000 // no default is added to
		}
		if seed%4 == 0 {
			q.From, q.To = End{Place: []string{"sia", "ala", "tas"}[seed/4%3]}, End{Place: []string{"pti", "hal", "bud"}[seed/12%3]}
			sc.Avoid, sc.Month = []string{"RU", "IR"}, 0
		}
		before, err := s.Rank(sc, q)
		if err != nil || len(before.Routes) == 0 {
			continue
		}
		was, once, needs := leastOfAll(before), s.question.Once, s.question.Need
		for i, change := range changes {
			sc, q := sc, q
			change.do(rng, before, &sc, &q)
			q.Max = 1 // and the whole front
			after, err := s.Rank(sc, q)
			if err != nil {
				t.Fatal(err)
			}
			if len(after.Routes) == 0 {
				if change.of[0] != notLess {
					t.Errorf("seed %d: %s, and there is no way", seed, change.name)
				}
				continue
			}
			if needs != 0 && once != s.question.Once || s.question.Need != 0 && !s.question.Once && needs == 0 {
				turned++
				continue
			}
			now := leastOfAll(after)
			if compared[i]++; now != was {
				moved[i]++
			}
			if needs != 0 {
				passing[i]++
			}
			for j, of := range change.of {
				if of == notLess && now[j] < was[j] || of == notMore && now[j] > was[j] || of == same && now[j] != was[j] {
					t.Errorf("seed %d: %s, and the least money, time, carbon and cost go from %v to %v", seed, change.name, was, now)
					break
				}
			}
		}
	}
	for i, change := range changes {
		if compared[i] < share(12) || moved[i] < share(4)/2 || passing[i] < share(4) {
			t.Errorf("%s: only %d answers were compared, %d with things to pass, and %d changed", change.name, compared[i], passing[i], moved[i])
		}
	}
	if turned > share(24) {
		t.Errorf("%d answers were not compared, for ways that come back", turned)
	}
}
