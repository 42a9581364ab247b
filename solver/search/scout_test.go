package search

import (
	"slices"
	"testing"
)

// TestScout compares whether there is a way with every walk of small multigraphs, for the destination dragged as well.
func TestScout(t *testing.T) {
	var scout Scout
	seen := [2]int{}
	for seed := range uint64(worlds / 4) {
		w := randomWorld(seed, little)
		want := len(w.openWalks()) > 0
		if got := scout.Leads(w.g, w.w, &w.q); got != want {
			t.Fatalf("seed %d: a way: %v, and by every walk: %v", seed, got, want)
		}
		for i := range w.q.To { // the destination is dragged
			near := w
			near.q.To = append([]Stub{{Node: NodeID((int(w.q.To[i].Node) + 1) % w.g.N), Needs: w.q.To[i].Needs}}, w.q.To[:i]...)
			if got, want := scout.Leads(w.g, w.w, &near.q), len(near.openWalks()) > 0; got != want {
				t.Fatalf("seed %d, to %v: a way: %v, and by every walk: %v", seed, near.q.To, got, want)
			}
		}
		if want {
			seen[1]++
		} else {
			seen[0]++
		}
	}
	if min(seen[0], seen[1]) < worlds/40 {
		t.Fatalf("%v questions without and with a way", seen)
	}
}

// TestScoutForgets asks a scout under other weights, and for other needs, from where it was asked last.
func TestScoutForgets(t *testing.T) {
	var scout Scout
	changed := 0
	for seed := range uint64(worlds / 4) {
		w := randomWorld(seed, little)
		held := func(what string) bool {
			got, want := scout.Leads(w.g, w.w, &w.q), len(w.openWalks()) > 0
			if got != want {
				t.Fatalf("seed %d: under other %s a way: %v, and by every walk: %v", seed, what, got, want)
			}
			return got
		}
		was := held("worlds")
		weights := *w.w
		weights.ClosedBy = slices.Clone(w.w.ClosedBy)
		for a := range weights.ClosedBy {
			if (uint64(a)+seed)%3 == 0 {
				weights.ClosedBy[a] ^= 1
			}
		}
		w.w = &weights
		if held("weights") != was {
			changed++
		}
		w.q.Need ^= 2
		held("needs")
	}
	if changed < worlds/50 {
		t.Fatalf("only %d answers changed with the weights", changed)
	}
}
