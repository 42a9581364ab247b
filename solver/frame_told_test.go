package solver

import (
	"math/rand/v2"
	"testing"
)

// TestFrameTellsWhatTheAnswerTells asks each question as a frame of a drag and as when the pin is let go. A frame gives up sooner, so it
// may say that routes may come back where the answer knows; where a frame knows, it is so, and the first routes are the same.
func TestFrameTellsWhatTheAnswerTells(t *testing.T) {
	net := load(t)
	frames, answers := New(net), New(net)
	told := map[[2]ComesBack]int{}
	seeds := []uint64{333, 2380, 220} // frames give up two where the answer does not; the third must come back
	for seed := range share(uint64(150)) {
		seeds = append(seeds, seed)
	}
	for _, seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 31))
		sc, _ := randomQuestion(rng, net)
		q, _ := dragged(rng, net)
		frame, err := frames.Frame(sc, q)
		answer, wrong := answers.Rank(sc, q)
		if (err == nil) != (wrong == nil) {
			t.Fatalf("seed %d: frame %v, answer %v", seed, err, wrong)
		}
		if err != nil || len(frame.Routes) == 0 {
			continue
		}
		told[[2]ComesBack{frame.ComesBack, answer.ComesBack}]++
		if len(answer.Routes) == 0 {
			t.Fatalf("seed %d: a frame has routes and the answer none", seed)
		}
		if frame.ComesBack != MayComeBack && frame.ComesBack != answer.ComesBack {
			t.Errorf("seed %d: the frame says %q, the answer %q", seed, frame.ComesBack, answer.ComesBack)
		}
		if a, b := frame.Routes[0].General, answer.Routes[0].General; frame.ComesBack == answer.ComesBack && frame.ListComplete && answer.ListComplete && a != b {
			t.Errorf("seed %d: the first route costs %d in the frame and %d in the answer", seed, a, b)
		}
	}
	if told[[2]ComesBack{NoneComesBack, NoneComesBack}] < share(80) || told[[2]ComesBack{MustComeBack, MustComeBack}] < share(4) || told[[2]ComesBack{MayComeBack, NoneComesBack}] < 2 {
		t.Errorf("told only %v", told)
	}
}
