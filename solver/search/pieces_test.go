package search

import (
	"math/rand/v2"
	"testing"
)

// While an end is dragged the front put together of pieces is the one searched for at once, way by way and to the tie: from either
// side, with ways beside the graph, several stubs at one node, closed ones, and frames that make no more pieces; and so where things
// are needed and no way may come back.
func TestFrontOfPieces(t *testing.T) {
	pieced, large, cut, needy := 0, 0, 0, 0
	for seed := range uint64(1200) {
		w := onceWorld(seed, middling)
		if w.q.Once = seed >= 600; !w.q.Once {
			w.q.Need = 0
		}
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
		if seed%5 == 0 {
			s.patience = 3 // closer bounds are looked at soon
		}
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
				if stub.Needs = 0; r.IntN(4) == 0 {
					stub.Needs = []uint8{2, 16, 2 | 16}[r.IntN(3)]
				}
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
			} else {
				pieced++
				if len(got) > 3 {
					large++
				}
				if len(got) > 1 && w.q.Need != 0 {
					needy++
				}
			}
		}
	}
	if pieced < 6000 || large < 1200 || cut < 100 || needy < 500 {
		t.Errorf("only %d fronts were put together, %d of them of four ways or more, %d where something is needed, and %d were not", pieced, large, needy, cut)
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
	for seed := range uint64(600) {
		w := onceWorld(seed, middling)
		if w.q.Warm, w.q.Once = true, seed >= 300; !w.q.Once {
			w.q.Need = 0
		}
		whole, _ := w.searcher().Front(plenty)
		for _, budget := range []int{0, 5, 10, 20} {
			s := w.searcher()
			_, left, ok := s.frontOfPieces(greenFirst, budget)
			if left < 0 || left > budget {
				t.Fatalf("seed %d: of a budget of %d there is %d left", seed, budget, left)
			}
			if !ok {
				short++
			}
			if ways, complete := s.Front(plenty); !complete || full(ways) != full(whole) {
				t.Fatalf("seed %d: after a budget of %d: %d ways of %d, complete %v", seed, budget, len(ways), len(whole), complete)
			}
			if ways, complete := w.searcher().Front(budget); complete && full(ways) != full(whole) {
				t.Fatalf("seed %d: with a budget of %d: %d ways of %d, and they are said to be all", seed, budget, len(ways), len(whole))
			}
		}
	}
	if short < 200 {
		t.Errorf("only %d budgets were too small", short)
	}
}
