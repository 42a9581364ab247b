package solver

import (
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/search"
)

// TestFilled: lists that have too few sets of gateways are filled; entries of the same gateways keep apart, other than the
// best of each kind; and an answer does not depend on what was dragged before it.
func TestFilled(t *testing.T) {
	net := load(t)
	s := New(net)
	filled, after, alike := 0, 0, 0
	for seed := range share(uint64(150)) {
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
		ways := s.sensed[:len(full.Routes)] // as listed
		for i := range ways {
			for j := range i {
				if ways[i].Gates != ways[j].Gates {
					continue
				}
				alike++
				least := min(ways[i].General, ways[j].General)
				if sharedCost(s, &ways[i], &ways[j]) > least/100*81 && len(full.Routes[i].Labels) == 0 && len(full.Routes[j].Labels) == 0 {
					t.Errorf("seed %d: routes %d and %d have the same gateways and nearly all the rest, and neither is the best of a kind", seed, i+1, j+1)
				}
			}
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
	if min(filled, after) < share(10) || alike < share(100) {
		t.Errorf("only %d lists were filled, %d after the destination was dragged; %d pairs had the same gateways", filled, after, alike)
	}
}

// sharedCost is what two ways have in common, in generalised cost.
func sharedCost(s *Solver, a, b *search.Way) int64 {
	if a.Direct || b.Direct {
		return 0
	}
	sum := int64(0)
	for _, arc := range a.Arcs {
		if slices.Contains(b.Arcs, arc) {
			sum += s.view.General[arc]
		}
	}
	if a.Start == b.Start {
		sum += s.question.From[a.Start].General
	}
	if a.End == b.End {
		sum += s.question.To[a.End].General
	}
	return sum
}
