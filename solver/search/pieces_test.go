package search

import (
	"math/rand/v2"
	"testing"
)

// While an end is dragged the front put together of pieces is the one searched for at once, way by way and to the tie: from either
// side, with ways beside the graph, several stubs at one node, closed ones, and frames that make no more pieces.
func TestFrontOfPieces(t *testing.T) {
	pieced, large, cut := 0, 0, 0
	for seed := range uint64(600) {
		w := randomWorld(seed, middling)
		w.q.Need, w.q.Once = 0, false
		far := 9
		if seed%3 == 0 { // many cost the same
			far = 2
			for a := range w.w.Money {
				w.w.Money[a], w.w.Time[a], w.w.Carbon[a] = w.w.Money[a]%2, w.w.Time[a]%2, w.w.Carbon[a]%2
			}
			for _, stubs := range [][]Stub{w.q.From, w.q.To, w.q.Direct} {
				for i := range stubs {
					stubs[i].Cost = Cost{General: stubs[i].General}
				}
			}
		}
		s, moving := NewSearcher(w.g), &w.q.From
		if seed%2 == 1 {
			s, moving = NewMirror(w.g), &w.q.To
		}
		s.Reset(w.w)
		s.pieces.most = []int{plenty, 0}[seed/2%2]
		r := rand.New(rand.NewPCG(seed, 31))
		for range 12 {
			if s.pieces.most == 0 {
				s.pieces.age = 0 // as by trees made anew
			}
			for i := range *moving {
				stub := &(*moving)[i]
				if stub.Cost = (Cost{int64(r.IntN(far)), int64(r.IntN(far)), int64(r.IntN(far)), int64(r.IntN(9))}); r.IntN(3) == 0 {
					stub.Node = w.anyEnd(r)
				}
				if stub.ClosedBy = 0; r.IntN(8) == 0 {
					stub.ClosedBy = 1
				}
				stub.Gates = uint32(r.IntN(3))
			}
			if n := len(*moving); n > 1 && r.IntN(3) == 0 {
				(*moving)[n-1].Node = (*moving)[0].Node
			}
			w.q.Warm = false
			at := NewSearcher(w.g)
			at.Reset(w.w)
			want, _ := at.Ask(w.q).Front(plenty)
			w.q.Warm = true
			got, complete := s.Ask(w.q).Front(plenty)
			if full(got) != full(want) || !complete {
				t.Fatalf("seed %d: of pieces\n%sat once\n%s", seed, full(got), full(want))
			}
			for _, way := range got {
				w.certify(t, way)
			}
			if len(s.pieces.runs) > 0 { // nothing has gone through them
				cut++
			} else if pieced++; len(got) > 3 {
				large++
			}
		}
	}
	if pieced < 3000 || large < 800 || cut < 50 {
		t.Errorf("only %d fronts were put together, %d of them of four ways or more, and %d were not", pieced, large, cut)
	}
}

// A drag makes its pieces in the room of an earlier one.
func TestPiecesAllocateNothing(t *testing.T) {
	w := bigWorld(1)
	w.q.Warm = true
	s := w.searcher()
	drag := func() {
		s.pieces.age = 0 // as by trees made anew
		for i := range 40 {
			for k := range w.q.From {
				w.q.From[k].Node, w.q.From[k].Money = NodeID((i/4+k)%20), int64(i%7)
			}
			s.Ask(w.q).Front(plenty)
		}
	}
	drag()
	made := len(s.pieces.list)
	if got := testing.AllocsPerRun(1, drag); got > 0 || made < 10 {
		t.Errorf("%v allocations for %d pieces", got, made)
	}
}

// What is kept is bounded.
func TestPiecesAreForgotten(t *testing.T) {
	w := bigWorld(1)
	w.q.Warm = true
	s := w.searcher()
	s.Front(plenty)
	made := len(s.pieces.list)
	s.pieces.arcs = append(s.pieces.arcs, make([]ArcID, mostPieceArcs)...)
	s.Front(plenty)
	if len(s.pieces.arcs) > mostPieceArcs || len(s.pieces.list) != made || made == 0 {
		t.Errorf("%d arcs are kept, of %d pieces; %d were made", len(s.pieces.arcs), len(s.pieces.list), made)
	}
}

// Pieces and what is searched in their place keep to one budget together.
func TestPiecesKeepToTheBudget(t *testing.T) {
	short := 0
	for seed := range uint64(300) {
		w := randomWorld(seed, middling)
		w.q.Need, w.q.Once, w.q.Warm = 0, false, true
		whole, _ := w.searcher().Front(plenty)
		for _, budget := range []int{0, 5, 10, 20} {
			s := w.searcher()
			_, left, ok := s.frontOfPieces(budget)
			if left < 0 || left > budget {
				t.Fatalf("seed %d: of a budget of %d there is %d left", seed, budget, left)
			}
			if !ok {
				short++
			}
			if ways, complete := w.searcher().Front(budget); complete && full(ways) != full(whole) {
				t.Fatalf("seed %d: with a budget of %d: %d ways of %d, and they are said to be all", seed, budget, len(ways), len(whole))
			}
		}
	}
	if short < 100 {
		t.Errorf("only %d budgets were too small", short)
	}
}
