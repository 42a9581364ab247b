package solver

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestFilled: lists that have too few sets of gateways are filled; entries of the same gateways keep apart, other than the
// best of each kind; and an answer does not depend on what was dragged before it.
func TestFilled(t *testing.T) {
	net := load(t)
	s := New(net)
	filled, after := 0, 0
	for seed := range uint64(150) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/5, 11)), net)
		q, next := dragged(rand.New(rand.NewPCG(seed, 21)), net)
		s.Frame(sc, q)
		light, err := s.Frame(sc, next)
		if err != nil {
			continue
		}
		few := len(light.Routes)
		full, err := s.Rank(sc, next)
		if err != nil {
			t.Fatal(err)
		}
		fresh, err := New(net).Rank(sc, next)
		if err != nil {
			t.Fatal(err)
		}
		same := slices.EqualFunc(full.Routes, fresh.Routes, func(a, b Route) bool {
			return a.Totals == b.Totals && a.General == b.General && slices.EqualFunc(a.Legs, b.Legs, func(a, b Leg) bool {
				return a.From == b.From && a.To == b.To && a.What == b.What && a.Totals == b.Totals
			})
		})
		if !same {
			t.Fatalf("seed %d: after a drag the answer is another", seed)
		}
		if len(full.Routes) < few {
			t.Errorf("seed %d: %d routes while dragged, %d after", seed, few, len(full.Routes))
		}
		if len(full.Routes) > few {
			filled++
			if s.side == fromOrigin {
				after++
			}
		}
	}
	if min(filled, after) < 10 {
		t.Errorf("only %d lists were filled, %d after the destination was dragged", filled, after)
	}
}
