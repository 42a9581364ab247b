package solver

import (
	"fmt"
	"testing"
)

// TestARefusedQuestionChangesNothing asks what is refused for its vias or its scenario, and then what is not: the answer is
// that of a Solver that has never been asked.
func TestARefusedQuestionChangesNothing(t *testing.T) {
	net := load(t)
	good := Query{From: End{Place: "sia"}, To: End{Place: "dui"}, Light: true}
	long, through := good, good
	through.Via = []string{"KZ", "brest"}
	long.Via = []string{"KZ", "brest", "RU", "BY", "PL", "DE", "khorgos", "mow", "CN"}
	lost := good
	lost.Via = []string{"nowhere"}
	other := Scenario{CargoValue: 90_000}
	for i, ask := range [][]func(s *Solver) (*Answer, error){
		{
			func(s *Solver) (*Answer, error) { return s.Rank(Scenario{}, lost) },
			func(s *Solver) (*Answer, error) { return s.Rank(Scenario{}, good) },
		}, {
			func(s *Solver) (*Answer, error) { return s.Rank(other, through) },
			func(s *Solver) (*Answer, error) { return s.Rank(Scenario{}, long) },
			func(s *Solver) (*Answer, error) { return s.Rank(Scenario{}, through) },
		}, {
			func(s *Solver) (*Answer, error) { return s.Rank(other, good) },
			func(s *Solver) (*Answer, error) { return s.Rank(Scenario{Avoid: []string{"nowhere"}}, good) },
			func(s *Solver) (*Answer, error) { return s.Rank(other, good) },
		},
	} {
		s := New(net)
		for k, one := range ask {
			got, err := one(s)
			want, wrong := one(New(net))
			if fmt.Sprint(err) != fmt.Sprint(wrong) || err == nil && fmt.Sprintf("%+v", *got) != fmt.Sprintf("%+v", *want) {
				t.Errorf("case %d, question %d: %v, and %v of a fresh one", i, k, err, wrong)
			}
		}
	}
}
