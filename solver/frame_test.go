package solver

import (
	"fmt"
	"math/rand/v2"
	"runtime"
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

// TestFrameOverABorder drags either end by way of a place over borders of customs territories: all frames go by the same trees, from
// the end that stands still.
func TestFrameOverABorder(t *testing.T) {
	net := load(t)
	for _, one := range []struct {
		other  End
		origin bool
		pins   [][2]float64
	}{
		{End{Place: "sia"}, false, [][2]float64{{55.6, 25.2}, {55.3, 24.8}, {50.2, 30.4}, {50.1, 30.4}, {46.7, 24.7}, {55.3, 24.8}}},
		{End{Place: "jea"}, true, [][2]float64{{108.9, 34.2}, {108.8, 34.3}, {106.9, 47.8}, {107.0, 47.9}, {69.2, 41.3}, {108.8, 34.3}}},
	} {
		s := New(net)
		var weights, trees any
		countries := map[string]bool{}
		for i, at := range one.pins {
			q, side := Query{From: one.other, To: End{At: LonLat{Lon: at[0], Lat: at[1]}}, Via: []string{"aktau"}}, fromOrigin
			if one.origin {
				q.From, q.To, side = q.To, q.From, fromDestination
			}
			a, err := s.Frame(Scenario{}, q)
			if err != nil || len(a.Routes) == 0 || a.ComesBack != NoneComesBack {
				t.Fatalf("%v: %v", q, err)
			}
			countries[s.from.country+s.to.country] = true
			if i == 1 { // until then no end has been dragged
				weights, trees = s.weights, s.searcher
			}
			if i > 0 && (s.side != side || any(s.weights) != weights || any(s.searcher) != trees) {
				t.Errorf("%v: trees are made anew", q)
			}
		}
		if len(countries) < 3 {
			t.Errorf("no border was crossed: %v", countries)
		}
	}
}

// TestFrameAllocs drags either end of 1,000 random pairs under random closures and expects no allocation once the ends
// have been seen.
func TestFrameAllocs(t *testing.T) {
	net := load(t)
	s := New(net)
	runtime.GC() // of what earlier tests have left: what the runtime itself makes in between is counted as well
	asked, allocs := 0, 0.0
	for seed := range share(uint64(1000)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/25, 11)), net)
		q, next := dragged(rand.New(rand.NewPCG(seed, 13)), net)
		if _, err := s.Frame(sc, q); err != nil {
			continue
		}
		if _, err := s.Frame(sc, next); err != nil {
			continue
		}
		asked++
		moved := false
		frame := func() {
			moved = !moved
			at := next
			if moved {
				at = q
			}
			s.Frame(sc, at)
		}
		// In one run, for of several the mean is rounded down.
		if got := testing.AllocsPerRun(1, func() { frame(); frame() }); got > 0 {
			allocs += got
			t.Errorf("seed %d: %v allocations in two frames", seed, got)
		}
	}
	if asked < share(900) {
		t.Errorf("only %d pairs were dragged", asked)
	}
}
