package solver

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestFrameTellsWhatTheAnswerTells asks each question as a frame of a drag and as when the pin is let go. A frame gives up sooner, so it
// may say that routes may come back where the answer knows; where a frame knows, it is so, and the first routes are the same.
func TestFrameTellsWhatTheAnswerTells(t *testing.T) {
	net := load(t)
	frames, answers := New(net), New(net)
	told := map[[2]ComesBack]int{}
	for seed := range share(uint64(150)) + 3 {
		rng := rand.New(rand.NewPCG(seed, 31))
		sc, _ := randomQuestion(rng, net)
		q, _ := dragged(rng, net)
		switch seed {
		case 0, 1: // frames give these up where the answer does not
			hard := [...]uint64{1894, 3605}[seed]
			sc, _ = randomQuestion(rand.New(rand.NewPCG(hard/20, 501)), net)
			_, q = randomQuestion(rand.New(rand.NewPCG(hard, 502)), net)
			q.Via, q.ThroughKazakhstan = [...][]string{{"FI", "khorgos"}, {"kiel", "tbilisi"}}[seed], false
		case 2: // must come back
			rng = rand.New(rand.NewPCG(220, 31))
			sc, _ = randomQuestion(rng, net)
			q, _ = dragged(rng, net)
		}
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

// A frame that follows one whose front was given up looks for it but briefly, and tells the same; an answer looks as long as ever, and so does
// a frame of another question.
func TestGivenUpIsNotSoughtAgain(t *testing.T) {
	net := load(t)
	sc, _ := randomQuestion(rand.New(rand.NewPCG(3605/20, 501)), net)
	_, q := randomQuestion(rand.New(rand.NewPCG(3605, 502)), net)
	q.Via, q.ThroughKazakhstan = []string{"kiel", "tbilisi"}, false
	s := New(net)
	tell := func(frame *Answer, err error) string {
		t.Helper()
		if err != nil || len(frame.Routes) == 0 {
			t.Fatal(err, "or no route")
		}
		out := fmt.Sprintf("%q %d", frame.ComesBack, frame.FrontSize)
		for i := range frame.Routes {
			r := &frame.Routes[i]
			out += fmt.Sprintf(" %d %d %d %d", r.Cents, r.Seconds, r.Grams, r.General)
		}
		return out
	}
	first := tell(s.Frame(sc, q))
	if s.hard == nil || !strings.HasPrefix(first, `"may"`) {
		t.Fatalf("the front is not given up: %s", first)
	}
	if next := tell(s.Frame(sc, q)); next != first {
		t.Errorf("at first\n%s\nand then\n%s", first, next)
	}
	if answer, err := s.Rank(sc, q); err != nil || answer.ComesBack != NoneComesBack {
		t.Errorf("%v: the answer says that routes %q come back", err, answer.ComesBack)
	}
	other := q
	other.Via = []string{"tbilisi"}
	want := tell(New(net).Frame(sc, other))
	if got := tell(s.Frame(sc, other)); got != want || s.hard != nil {
		t.Errorf("another question:\n%s\nand of one that was asked nothing before\n%s", got, want)
	}
}
