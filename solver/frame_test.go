package solver

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"zhol/solver/search"
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

// TestFrameOverABorder drags a destination by way of a place into another customs territory, under which other arcs are closed: it is
// the trees from the origin, which stands still, that are made then, and no others for the frames after.
func TestFrameOverABorder(t *testing.T) {
	net := load(t)
	s := New(net)
	q := Query{From: End{Place: "sia"}, Via: []string{"aktau"}}
	var weights []*search.Weights
	for i, at := range []LonLat{{55.6, 25.2}, {55.3, 24.8}, {50.2, 30.4}, {50.1, 30.4}, {49.0, 33.0}, {49.1, 33.0}} {
		q.To = End{At: at}
		a, err := s.Frame(Scenario{}, q)
		if err != nil || len(a.Routes) == 0 || a.ComesBack != NoneComesBack {
			t.Fatalf("to %v: %v", at, err)
		}
		if want := min(i, fromOrigin); s.side != want {
			t.Errorf("to %v: from side %d, not %d", at, s.side, want)
		}
		weights = append(weights, s.weights)
	}
	if weights[1] == weights[5] {
		t.Error("no border was crossed")
	}
}

// TestFrameAllocs drags either end of 1,000 random pairs under random closures and expects no allocation once the ends
// have been seen.
func TestFrameAllocs(t *testing.T) {
	net := load(t)
	s := New(net)
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
