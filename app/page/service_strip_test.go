package page

import (
	"testing"

	"zhol/solver"
)

// The strip has no gap, its route at the cargo value asked with is the first of the list, and each change is another route.
func TestStrip(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(net)
	reply, _ := s.Answer(Ask{Query: Default, Show: "charts"})
	if len(reply.Strip) < 2 || reply.Worth <= 0 {
		t.Fatalf("%d stretches at %v", len(reply.Strip), reply.Worth)
	}
	for i, b := range reply.Strip {
		if b.From <= reply.Worth && reply.Worth < b.To && b.Rank != 1 {
			t.Errorf("at %v the first is #%d", reply.Worth, b.Rank)
		}
		if i > 0 && b.From != reply.Strip[i-1].To {
			t.Errorf("a gap before %v", b.From)
		}
	}
}
