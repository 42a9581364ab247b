package solver

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// dragged draws a question, and the same with one end moved a little, as by one frame of a drag.
func dragged(rng *rand.Rand, net *Network) (q, next Query) {
	_, q = randomQuestion(rng, net)
	at := LonLat{Lon: 20 + 100*rng.Float64(), Lat: 22 + 33*rng.Float64()}
	end := func(q *Query) *End { return &q.From }
	if rng.IntN(2) == 0 {
		end = func(q *Query) *End { return &q.To }
	}
	*end(&q) = End{At: at}
	next = q
	end(&next).At.Lon += 0.02
	return q, next
}

// TestFrame drags either end and expects each frame to say what a fresh Solver says, word for word.
func TestFrame(t *testing.T) {
	net := load(t)
	s := New(net)
	routes, mirrored, blocked := 0, 0, 0
	for seed := range share(uint64(150)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/5, 11)), net)
		q, next := dragged(rand.New(rand.NewPCG(seed, 12)), net)
		for _, q := range []Query{q, next} {
			got, err := s.Frame(sc, q)
			q.Light = true
			want, wrong := New(net).Rank(sc, q)
			if fmt.Sprint(err) != fmt.Sprint(wrong) {
				t.Fatalf("seed %d: %v, fresh %v", seed, err, wrong)
			}
			if err != nil {
				continue
			}
			if a, b := fmt.Sprintf("%+v", *got), fmt.Sprintf("%+v", *want); a != b {
				t.Fatalf("seed %d: frame\n%s\nfresh\n%s", seed, a, b)
			}
			if got.FrontSize > 0 && !got.ListComplete {
				t.Errorf("seed %d: the list of a frame was given up", seed)
			}
			routes += len(got.Routes)
			if len(got.Routes) == 0 {
				blocked++
			}
			if s.side == fromOrigin {
				mirrored++
			}
		}
	}
	if routes < share(1000) || mirrored < share(50) || blocked < share(6)-1 {
		t.Errorf("only %d routes, %d mirrored frames and %d blocked ones were looked at", routes, mirrored, blocked)
	}
}

// TestFrameAllocs drags either end of 1,000 random pairs under random closures and expects no allocation once both positions
// have been asked from.
func TestFrameAllocs(t *testing.T) {
	net := load(t)
	s := New(net)
	asked, again := 0, 0
	for seed := range share(uint64(1000)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/25, 11)), net)
		q, next := dragged(rand.New(rand.NewPCG(seed, 13)), net)
		var refused error
		frames := func() {
			if _, refused = s.Frame(sc, q); refused == nil {
				_, refused = s.Frame(sc, next)
			}
		}
		// It counts the second of two runs. Over more it would round the mean down.
		got := testing.AllocsPerRun(1, frames)
		if refused != nil {
			continue
		}
		asked++
		if got > 0 { // what one position taught may make the search from the other another
			again++
			got = testing.AllocsPerRun(1, frames)
		}
		if got > 0 {
			t.Errorf("seed %d: %v allocations in two frames", seed, got)
		}
	}
	if asked < share(900) || again > asked/500 {
		t.Errorf("only %d pairs were dragged, %d of them again", asked, again)
	}
}
