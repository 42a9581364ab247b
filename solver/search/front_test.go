package search

import (
	"cmp"
	"slices"
	"testing"
)

// worlds of the oracle tests.
const worlds = 5000

const plenty = 1 << 20 // budget that no little world needs

func vectors(ways []Way) (out [][3]int64) {
	for _, way := range ways {
		out = append(out, [3]int64{way.Money, way.Time, way.Carbon})
	}
	return out
}

func TestFrontOracle(t *testing.T) {
	reached, large := 0, 0
	for seed := range uint64(worlds) {
		w := randomWorld(seed, little)
		want := paretoOracle(w.openWalks())
		ways, complete := w.searcher().Front(plenty)
		if got := vectors(ways); !complete || !slices.Equal(got, want) {
			t.Fatalf("seed %d: front %v, complete %v; want %v", seed, got, complete, want)
		}
		for _, way := range ways {
			w.certify(t, way)
		}
		if len(want) > 0 {
			reached++
		}
		if len(want) > 2 {
			large++
		}
	}
	if reached < worlds/4 || large < worlds/50 {
		t.Fatalf("the worlds are too poor to tell: %d with a way, %d with three or more", reached, large)
	}
}

// certify checks a way against the graph alone: it joins, is open, meets the needs, and sums.
func (w world) certify(t *testing.T, way Way) {
	t.Helper()
	fail := func(what string) {
		t.Helper()
		t.Fatalf("seed %d: %s: %+v", w.seed, what, way)
	}
	so := walk{}
	if way.Direct {
		so = so.byStub(w.q.Direct[way.Start])
		if len(way.Arcs) > 0 || way.End != 0 {
			fail("direct with arcs or an end")
		}
	} else {
		so = so.byStub(w.q.From[way.Start]).byStub(w.q.To[way.End])
		at := w.q.From[way.Start].Node
		for _, a := range way.Arcs {
			if w.g.From[a] != at {
				fail("arcs do not join")
			}
			at = w.g.To[a]
			so.cost = add(so.cost, Cost{w.w.Money[a], w.w.Time[a], w.w.Carbon[a], w.w.General[a]})
			so.gates |= w.w.Gates[a]
			so.closures |= w.w.ClosedBy[a]
			if w.w.Needs != nil {
				so.met |= w.w.Needs[a]
			}
		}
		if w.q.To[way.End].Node != at {
			fail("does not arrive")
		}
	}
	switch {
	case so.closures != 0:
		fail("passes what is closed")
	case w.q.Need&^so.met != 0:
		fail("leaves a need unmet")
	case so.cost != way.Cost:
		fail("does not sum")
	case so.gates != way.Gates:
		fail("gateways do not add up")
	}
}

// The vectors do not depend on which criterion leads.
func TestFrontPermuted(t *testing.T) {
	orders := [][3]Criterion{
		{Money, Time, Carbon}, {Money, Carbon, Time}, {Time, Money, Carbon}, {Time, Carbon, Money}, {Carbon, Time, Money},
	}
	for seed := range uint64(400) {
		w := randomWorld(seed, middling)
		ways, _ := w.searcher().Front(plenty)
		want := vectors(ways)
		for _, order := range orders {
			s := w.searcher()
			ways, complete := s.frontLed(order, Cost{}, plenty)
			if got := vectors(ways); !complete || !slices.Equal(got, want) {
				t.Fatalf("seed %d: led by %v: %v; want %v", seed, order, got, want)
			}
		}
	}
}

// A front cut short is the greenest part of the whole.
func TestFrontBudget(t *testing.T) {
	short := 0
	for seed := range uint64(400) {
		w := randomWorld(seed, middling)
		s := w.searcher()
		ways, _ := s.Front(plenty)
		greener := func(a, b Way) int { return cmp.Or(cmp.Compare(a.Carbon, b.Carbon), cmp.Compare(a.Money, b.Money)) }
		slices.SortFunc(ways, greener)
		whole := vectors(ways)
		for _, budget := range []int{0, 1, 5, 20} {
			ways, complete := s.Front(budget)
			slices.SortFunc(ways, greener)
			got := vectors(ways)
			if len(got) > len(whole) || !slices.Equal(got, whole[:len(got)]) {
				t.Fatalf("seed %d: budget %d: %v is no beginning of %v", seed, budget, got, whole)
			}
			if complete != (len(got) == len(whole)) && complete {
				t.Fatalf("seed %d: budget %d: complete with %d of %d", seed, budget, len(got), len(whole))
			}
			if !complete {
				short++
			}
		}
	}
	if short == 0 {
		t.Fatal("no budget was too small")
	}
}
