package solver

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestSlack: a front with slack is a part of the front, stands for all of it, and changes nothing else of the answer.
func TestSlack(t *testing.T) {
	net := load(t)
	s := New(net)
	shorter, asked := 0, 0
	for seed := range share(uint64(200)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/10, 51)), net)
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 52)), net)
		q.Slack = 0
		whole, err := s.Rank(sc, q)
		if err != nil || len(whole.Routes) == 0 {
			continue
		}
		asked++
		least := whole.Front[0]
		for _, p := range whole.Front {
			least.Cents, least.Seconds, least.Grams = min(least.Cents, p.Cents), min(least.Seconds, p.Seconds), min(least.Grams, p.Grams)
		}
		q.Slack = 1 + int(seed)%MostSlack
		thin, err := s.Rank(sc, q)
		if err != nil {
			t.Fatal(err)
		}
		percent := int64(q.Slack)
		within := func(by, p, least int64) bool { return 100*(by-p) <= percent*least }
		for _, p := range whole.Front {
			found := false
			for _, by := range thin.Front {
				found = found || within(by.Cents, p.Cents, least.Cents) && within(by.Seconds, p.Seconds, least.Seconds) && within(by.Grams, p.Grams, least.Grams)
			}
			if !found {
				t.Errorf("seed %d: within %d %% nothing stands for %v", seed, percent, p)
			}
		}
		on := map[[3]int64]bool{}
		for _, p := range whole.Front {
			on[[3]int64{p.Cents, p.Seconds, p.Grams}] = true
		}
		for _, p := range thin.Front {
			if !on[[3]int64{p.Cents, p.Seconds, p.Grams}] {
				t.Errorf("seed %d: %v is not on the front", seed, p)
			}
		}
		if len(thin.Front) < len(whole.Front) {
			shorter++
		}
		thin.Front = whole.Front
		if fmt.Sprintf("%+v", thin) != fmt.Sprintf("%+v", whole) {
			t.Errorf("seed %d: with slack the rest of the answer is another", seed)
		}
	}
	if shorter < asked/4 || asked < share(150) {
		t.Errorf("of %d fronts %d were shorter", asked, shorter)
	}
	if _, err := s.Rank(Scenario{}, Query{From: End{Place: "sia"}, To: End{Place: "dui"}, Slack: MostSlack + 1}); err == nil {
		t.Error("a slack beyond the most is taken")
	}
}
