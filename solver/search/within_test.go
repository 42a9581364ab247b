package search

import (
	"slices"
	"testing"
)

// A front with slack is a part of the front, and covers every walk there is within the slack.
func TestFrontWithin(t *testing.T) {
	shorter := 0
	for seed := range uint64(worlds) {
		w := randomWorld(seed, little)
		walks := w.openWalks()
		whole := paretoOracle(walks)
		s := w.searcher()
		for _, slack := range []Cost{{}, {Time: 2}, {Carbon: 3}, {Time: 1, Carbon: 4}, {Money: 5, Time: 9, Carbon: 9, General: 1}} {
			ways, complete := s.FrontWithin(slack, plenty)
			got := vectors(ways)
			if !complete || slack == (Cost{}) && !slices.Equal(got, whole) {
				t.Fatalf("seed %d: complete %v: %v of %v", seed, complete, got, whole)
			}
			for _, way := range ways {
				w.certify(t, way)
				if !slices.Contains(whole, [3]int64{way.Money, way.Time, way.Carbon}) {
					t.Fatalf("seed %d: slack %v: %+v is not on the front %v", seed, slack, way.Cost, whole)
				}
			}
			for _, one := range walks {
				if !covered(got, [3]int64{one.cost.Money + slack.Money, one.cost.Time + slack.Time, one.cost.Carbon + slack.Carbon}) {
					t.Fatalf("seed %d: slack %v: nothing in %v covers %+v", seed, slack, got, one.cost)
				}
			}
			if len(got) < len(whole) {
				shorter++
			}
		}
	}
	if shorter < worlds/20 {
		t.Fatalf("the slack hardly ever mattered: %d times", shorter)
	}
}

// A list within a bound is the whole list up to that bound, and a short one its beginning.
func TestRankedWithin(t *testing.T) {
	cut := 0
	for seed := range uint64(part(1000)) {
		w := randomWorld(seed, middling)
		s := w.searcher()
		whole, _ := s.Ranked(1000, plenty)
		list := full(whole)
		best, _ := s.Best(General)
		cheapest := best.General
		if w.q.Need == 0 && len(whole) > 0 { // the best of all may come back to a place
			cheapest = whole[0].General
		}
		for _, hundredths := range []int64{1, 100, 150, 200, 1000} {
			n := 0
			for n < len(whole) && whole[n].General*100 <= cheapest*max(100, hundredths) {
				n++
			}
			if n < len(whole) {
				cut++
			}
			for _, most := range []int{1000, 10, 3, 1} {
				want := full(whole[:min(n, most)])
				if ways, complete := s.RankedWithin(most, hundredths, plenty); full(ways) != want || !complete {
					t.Fatalf("seed %d: %d within %d hundredths\n%swant\n%s", seed, most, hundredths, full(ways), want)
				}
			}
			if whole, _ = s.Ranked(1000, plenty); full(whole) != list {
				t.Fatalf("seed %d: asked again, the list is another", seed)
			}
		}
	}
	if cut < part(1000) {
		t.Fatalf("the bound hardly ever mattered: %d times", cut)
	}
}
