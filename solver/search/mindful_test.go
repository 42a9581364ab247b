package search

import (
	"slices"
	"testing"
)

// With few bits to mind by, spots share them, are given others, or find none: what is told stays right, and that a list may be short is told.
func TestFewBitsToMind(t *testing.T) {
	shared, again, none := 0, 0, 0
	for seed := range uint64(worlds / 4) {
		w := randomWorld(seed, middling)
		if w.q.Once {
			continue
		}
		whole, _ := w.searcher().Ranked(1000, plenty)
		for _, bits := range []int{1, 3} {
			s := w.searcher()
			s.mindful.bits = bits
			got, complete := s.Ranked(20, plenty)
			if complete && len(got) != min(20, len(whole)) {
				t.Fatalf("seed %d: %d bits: %d ways of %d", seed, bits, len(got), len(whole))
			}
			for _, way := range got {
				if !slices.ContainsFunc(whole, func(o Way) bool { return o.Gates == way.Gates && slices.Equal(trail(o), trail(way)) }) {
					t.Errorf("seed %d: %d bits: %+v is not in %+v", seed, bits, way, whole)
				}
			}
			if !complete {
				none++
			}
			byBit, spots := map[uint64]int32{}, map[int32]bool{}
			for _, g := range s.mindful.given {
				if spots[g.spot] {
					again++
				}
				if o, ok := byBit[g.bit]; ok && o != g.spot {
					shared++
				}
				byBit[g.bit], spots[g.spot] = g.spot, true
			}
		}
	}
	t.Logf("%d bits shared, %d spots with several, %d lists short", shared, again, none)
	if shared < 100 || again < 10 || none < 10 {
		t.Error("the worlds are too poor to tell")
	}
}
