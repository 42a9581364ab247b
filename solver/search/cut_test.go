package search

import (
	"reflect"
	"slices"
	"testing"
)

func TestCutOracle(t *testing.T) {
	open, never, blocked, double, several := 0, 0, 0, 0, 0
	for seed := range uint64(worlds) {
		w := randomWorld(seed, little)
		size, first, isOpen, isNever := w.cutOracle()
		b := Cut(w.g, w.w, w.q)
		var got hurdles
		for _, i := range b.Closures {
			got.closures |= 1 << i
		}
		for _, i := range b.Needs {
			got.needs |= 1 << i
		}
		if b.Open != isOpen || b.Never != isNever || got != first {
			t.Fatalf("seed %d: %+v; want %+v of size %d, open %v, never %v", seed, b, first, size, isOpen, isNever)
		}
		switch {
		case isOpen:
			open++
		case isNever:
			never++
		default:
			blocked++
			if size > 1 {
				double++
			}
			w.checkLifts(t, b)
			if w.checkAlone(t, b) > 1 {
				several++
			}
		}
	}
	if min(open, never, blocked, double, several) < worlds/200 {
		t.Fatalf("the worlds are too poor to tell: %d open, %d never, %d blocked, %d by two or more together, %d by each of several", open, never, blocked, double, several)
	}
}

// checkLifts compares what alone opens a way with every walk.
func (w world) checkLifts(t *testing.T, b Blockage) {
	t.Helper()
	var lifts, drops []int
	for i := range 64 {
		opens := false
		w.everyWalk(func(one walk) {
			opens = opens || one.closures == 1<<i && w.q.Need&^one.met == 0
		})
		if opens {
			lifts = append(lifts, i)
		}
	}
	for i := range 8 {
		opens := false
		w.everyWalk(func(one walk) {
			opens = opens || one.closures == 0 && w.q.Need&^one.met == 1<<i
		})
		if opens {
			drops = append(drops, i)
		}
	}
	if !slices.Equal(b.Lifts, lifts) || !slices.Equal(b.Drops, drops) {
		t.Fatalf("seed %d: lifts %v drops %v; want %v %v", w.seed, b.Lifts, b.Drops, lifts, drops)
	}
}

// checkAlone compares what blocks every way by itself with every walk, and tells how much does.
func (w world) checkAlone(t *testing.T, b Blockage) int {
	t.Helper()
	every := hurdles{^uint64(0), ^uint8(0)}
	w.everyWalk(func(one walk) {
		every.closures &= one.closures
		every.needs &= w.q.Need &^ one.met
	})
	alone, needs := indices(every.closures), indices(uint64(every.needs))
	if !slices.Equal(b.Alone, alone) || !slices.Equal(b.AloneNeeds, needs) {
		t.Fatalf("seed %d: %v and %v block alone; want %v and %v", w.seed, b.Alone, b.AloneNeeds, alone, needs)
	}
	return len(alone) + len(needs)
}

// Lifting what the cut names opens nothing by itself, but the cut alone must block: with only its closures and needs
// the searcher finds no way either.
func TestCutBlocksTheSearch(t *testing.T) {
	for seed := range uint64(1000) {
		w := randomWorld(seed, little)
		b := Cut(w.g, w.w, w.q)
		ways, _ := w.searcher().Front(plenty)
		if b.Open != (len(ways) > 0) {
			t.Fatalf("seed %d: cut says open %v, the front has %d ways", seed, b.Open, len(ways))
		}
	}
}

// What is absent might as well not be in the graph: the cut and its lifts are those of the world without it.
func TestCutWithoutTheAbsent(t *testing.T) {
	differ := 0
	for seed := range uint64(worlds) {
		w := randomWorld(seed, little)
		before := Cut(w.g, w.w, w.q)
		var from, to []NodeID
		less := &Weights{}
		for a := range w.g.From {
			if a%3 == 0 {
				w.w.ClosedBy[a] |= Absent
				continue
			}
			from, to = append(from, w.g.From[a]), append(to, w.g.To[a])
			less.ClosedBy = append(less.ClosedBy, w.w.ClosedBy[a])
			if w.w.Needs != nil {
				less.Needs = append(less.Needs, w.w.Needs[a])
			}
		}
		got, want := Cut(w.g, w.w, w.q), Cut(NewGraph(w.g.N, from, to), less, w.q)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %+v, and without the arcs %+v", seed, got, want)
		}
		if !reflect.DeepEqual(got, before) {
			differ++
		}
	}
	if differ < worlds/200 {
		t.Fatalf("the absent made a difference in %d worlds only", differ)
	}
}
