package search

import (
	"slices"
	"testing"
)

// middling worlds are too large to enumerate, and more like the real thing.
var middling = sizes{nodes: 30, arcs: 120, gates: 6, closures: 3, needs: 2, top: 50}

// trail is the order of a way among those that cost the same: arcs, then stub, arcs and stub.
func trail(way Way) []int32 {
	if way.Direct {
		return []int32{-1, int32(way.Start)}
	}
	out := []int32{int32(len(way.Arcs)), int32(way.Start)}
	for _, a := range way.Arcs {
		out = append(out, int32(a))
	}
	return append(out, int32(way.End))
}

func TestRankedOracle(t *testing.T) {
	long := 0
	for seed := range uint64(worlds) {
		w := randomWorld(seed, little)
		want := w.rankedOracle()
		s := w.searcher()
		for _, most := range []int{100, 4, 2, 1} {
			want := want[:min(most, len(want))]
			got, complete := s.Ranked(most, plenty)
			same := complete && slices.EqualFunc(got, want, func(way Way, l listed) bool {
				return way.Gates == l.gates && way.General == l.general && slices.Equal(trail(way), l.trail)
			})
			if !same {
				t.Fatalf("seed %d: at most %d: complete %v, got %+v; want %+v", seed, most, complete, got, want)
			}
			for _, way := range got {
				w.certify(t, way)
			}
		}
		if len(want) > 2 {
			long++
		}
	}
	if long < worlds/50 {
		t.Fatalf("the worlds are too poor to tell: %d lists of three or more", long)
	}
}

// A list cut short by its budget is the beginning of the whole.
func TestRankedBudget(t *testing.T) {
	short := 0
	for seed := range uint64(400) {
		w := randomWorld(seed, middling)
		s := w.searcher()
		list, _ := s.Ranked(20, plenty)
		var whole [][]int32
		for _, way := range list {
			whole = append(whole, trail(way))
		}
		for _, budget := range []int{0, 10, 100} {
			ways, complete := s.Ranked(20, budget)
			for i, way := range ways {
				if i >= len(whole) || !slices.Equal(trail(way), whole[i]) {
					t.Fatalf("seed %d: budget %d: entry %d is %+v", seed, budget, i, way)
				}
			}
			if complete && len(ways) < len(whole) {
				t.Fatalf("seed %d: budget %d: complete with %d of %d", seed, budget, len(ways), len(whole))
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

func TestBest(t *testing.T) {
	for seed := range uint64(worlds) {
		w := randomWorld(seed, little)
		walks := w.openWalks()
		s := w.searcher()
		for _, c := range AllCriteria {
			way, ok := s.Best(c)
			if ok != (len(walks) > 0) {
				t.Fatalf("seed %d: a way %v; %d walks", seed, ok, len(walks))
			}
			if !ok {
				continue
			}
			w.certify(t, way)
			for _, one := range walks {
				if c.Of(one.cost) < c.Of(way.Cost) {
					t.Fatalf("seed %d: %s: %+v is beaten by %+v", seed, c, way, one)
				}
			}
		}
	}
}
