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

// crossing is a world in which every way leads over one node, from one of n places and on by one of them, each told by gateways of
// its own, coming and going: the cheapest way of n of its sets of gateways comes back to the place it came from.
func crossing(n int) world {
	const digits = 7
	w := &Weights{}
	var from, to []NodeID
	arc := func(a, b NodeID, general int64, gates uint32) {
		from, to = append(from, a), append(to, b)
		w.Money, w.Time, w.Carbon, w.General = append(w.Money, 1), append(w.Time, 1), append(w.Carbon, 1), append(w.General, general)
		w.Gates, w.ClosedBy = append(w.Gates, gates), append(w.ClosedBy, 0)
	}
	code := func(i, first int) (set uint32) { // two gateways for each digit
		for d := range digits {
			set |= 1 << (first + 2*d + i>>d&1)
		}
		return set
	}
	place := []int32{0, 1, 2} // start, crossing, end
	for i := range n {
		place = append(place, int32(3+i), int32(3+i))
		come, leave := NodeID(3+2*i), NodeID(4+2*i)
		arc(0, come, int64(i), 0)
		arc(come, 1, 1, code(i, 0))
		arc(1, leave, int64(2*i), code(i, 2*digits))
		arc(leave, 2, 1, 0)
	}
	g := NewGraph(3+2*n, from, to)
	g.Place = place
	return world{g: g, w: w, q: Question{From: []Stub{{Node: 0}}, To: []Stub{{Node: 2}}}}
}

// TestMindsNoMore: a node minds so many places and no more. Up to there every set is listed whose way comes back nowhere; beyond
// it the search is given up at once and told to be incomplete, and still finds no way that comes back.
func TestMindsNoMore(t *testing.T) {
	for _, n := range []int{mostMinded - 1, mostMinded, mostMinded + 1, mostMinded + 6} {
		w := crossing(n)
		for side, s := range []*Searcher{w.searcher(), w.mirrored()} {
			list, complete, states := s.rankShunning(&s.ranked, s.steps(), task{criterion: General, look: ^uint32(0), most: n * n, budget: plenty, shunning: true}) // as Ranked does
			if room := n <= mostMinded; complete != room || room && len(list) != n*(n-1) || states > 8*n*n {
				t.Errorf("%d places, side %d: %d ways, complete %v, in %d states", n, side, len(list), complete, states)
			}
			last := int64(0)
			for _, way := range list {
				if w.certify(t, way); way.General < last || w.comesAgain(way.Arcs) {
					t.Fatalf("%d places, side %d: %+v comes back or stands out of order", n, side, way)
				}
				last = way.General
			}
			if len(list) < n {
				t.Errorf("%d places, side %d: only %d ways", n, side, len(list))
			}
		}
	}
}
