package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// covered tells whether some vector of the front is no worse than v.
func covered(front [][3]int64, v [3]int64) bool {
	return slices.ContainsFunc(front, func(f [3]int64) bool { return f[0] <= v[0] && f[1] <= v[1] && f[2] <= v[2] })
}

// Closing an arc never makes a way possible or better; of ways that do not come back neither.
func TestClosingNeverHelps(t *testing.T) {
	held, worse := 0, 0
	for seed := range uint64(600) {
		w := randomWorld(seed, middling)
		if seed%2 == 1 {
			w = onceWorld(seed, middling)
		}
		s := w.searcher()
		ways, _ := s.Front(plenty)
		before := vectors(ways)
		general, hadWay := s.Best(General)
		r := rand.New(rand.NewPCG(seed, 8))
		for range 3 {
			if m := len(w.g.From); m > 0 {
				w.w.ClosedBy[r.IntN(m)] |= 1 << 40
			}
		}
		s.Reset(w.w)
		s.Ask(w.q)
		ways, _ = s.Front(plenty)
		for _, v := range vectors(ways) {
			if !covered(before, v) {
				t.Fatalf("seed %d: closing gave %v, which nothing in %v covers", seed, v, before)
			}
		}
		if after, has := s.Best(General); has && (!hadWay || after.General < general.General) {
			t.Fatalf("seed %d: closing helped: %+v after %+v", seed, after, general)
		} else if hadWay {
			if held++; !has || after.General > general.General {
				worse++
			}
		}
	}
	if held < 250 || worse < 30 {
		t.Errorf("only %d worlds with a way were looked at, and closing made %d worse", held, worse)
	}
}

// A criterion in other units gives the same front in those units, and the same list.
func TestScaling(t *testing.T) {
	scale := func(of []int64, by int64) (out []int64) {
		for _, c := range of {
			out = append(out, c*by)
		}
		return out
	}
	fronts, lists := 0, 0
	for seed := range uint64(400) {
		w := randomWorld(seed, middling)
		s := w.searcher()
		ways, _ := s.Front(plenty)
		want := vectors(ways)
		list, _ := s.Ranked(10, plenty)
		if len(want) > 1 {
			fronts++
		}
		if len(list) > 1 {
			lists++
		}
		listed := describe(list)
		s.Reset(&Weights{
			Money: scale(w.w.Money, 3), Time: scale(w.w.Time, 7), Carbon: w.w.Carbon, General: scale(w.w.General, 5),
			Gates: w.w.Gates, ClosedBy: w.w.ClosedBy, Needs: w.w.Needs,
		})
		stubs := func(of []Stub) (out []Stub) {
			for _, stub := range of {
				stub.Money, stub.Time, stub.General = 3*stub.Money, 7*stub.Time, 5*stub.General
				out = append(out, stub)
			}
			return out
		}
		s.Ask(Question{From: stubs(w.q.From), To: stubs(w.q.To), Direct: stubs(w.q.Direct), Need: w.q.Need})
		ways, _ = s.Front(plenty)
		for i := range want {
			want[i][0], want[i][1] = 3*want[i][0], 7*want[i][1]
		}
		if got := vectors(ways); !slices.Equal(got, want) {
			t.Fatalf("seed %d: scaled front %v; want %v", seed, got, want)
		}
		list, _ = s.Ranked(10, plenty)
		if got := describe(list); got != listed {
			t.Fatalf("seed %d: scaled list\n%s; want\n%s", seed, got, listed)
		}
	}
	if fronts < 150 || lists < 150 {
		t.Errorf("only %d fronts and %d lists of several ways were scaled", fronts, lists)
	}
}

// describe tells ways apart without their cost.
func describe(ways []Way) (out string) {
	for _, way := range ways {
		out += fmt.Sprintln(trail(way), way.Gates)
	}
	return out
}

// full describes ways with their cost.
func full(ways []Way) (out string) {
	for _, way := range ways {
		out += fmt.Sprintf("%v %v %+v\n", trail(way), way.Gates, way.Cost)
	}
	return out
}

// What was asked before changes nothing: a Searcher that has been used for anything answers like a new one, from either side, where
// ways may come back and where they may not.
func TestHistory(t *testing.T) {
	begun := 0  // with something shunned, or with ways
	filled := 0 // lists, where no way may come back
	for seed := range uint64(120) {
		w := randomWorld(seed, middling)
		if seed%2 == 0 {
			w = onceWorld(seed, middling)
		}
		w.q.Warm = true
		used := NewSearcher(w.g)
		if seed%3 == 0 {
			used = NewMirror(w.g)
		}
		used.Reset(w.w)
		used.patience = 1 + int(seed%40)
		r := rand.New(rand.NewPCG(seed, 9))
		for turn := range 40 {
			for _, stubs := range [][]Stub{w.q.From, w.q.To} {
				if r.IntN(2) == 0 {
					stub := &stubs[r.IntN(len(stubs))]
					if stub.General = int64(r.IntN(50)); r.IntN(2) == 0 {
						stub.Node = w.anyEnd(r)
					}
				}
			}
			if r.IntN(6) == 0 {
				w.q.Need ^= 2
			}
			if r.IntN(6) == 0 {
				w.q.Once = !w.q.Once
			}
			if r.IntN(10) == 0 {
				if m := len(w.g.From); m > 0 {
					w.w.ClosedBy[r.IntN(m)] ^= 1
				}
				used.Reset(w.w)
			}
			if r.IntN(10) == 0 {
				used.Ask(w.q).Front(3)
				used.Ranked(1, 5)
			}
			fresh := w.searcher()
			fresh.patience = used.patience
			used.Ask(w.q)
			if len(used.ranked.ceiling.kept) > 0 || !used.shunned.empty() {
				begun++
			}
			if got, want := answers(used), answers(fresh); got != want {
				t.Fatalf("seed %d, turn %d: used\n%s\nnew\n%s", seed, turn, got, want)
			}
			list, _ := fresh.RankedWithin(10, 300, plenty)
			fresh = w.searcher()
			if used.mirror { // what costs the same is filled from either side in its own order
				fresh = w.mirrored()
			}
			fresh.patience = used.patience
			w.q.Warm = false
			used.Ask(w.q).Front(plenty)
			used.BeginFill(300)
			w.q.Warm = true
			fresh.BeginFill(300)
			got, want := full(used.Fill(list, 12, 80)), full(fresh.Fill(list, 12, 80))
			if got != want {
				t.Fatalf("seed %d, turn %d: used fills\n%s\nnew\n%s", seed, turn, got, want)
			}
			if w.q.Once && got != full(list) {
				filled++
			}
		}
	}
	if begun < 1000 || filled < 200 {
		t.Errorf("the worlds are too poor to tell: %d questions that begin with anything, %d lists filled where none comes back", begun, filled)
	}
}

// answers spells out everything that a Searcher knows of its question.
func answers(s *Searcher) string {
	front, whole := s.Front(plenty)
	list, all := s.Ranked(10, plenty)
	out := fmt.Sprintln(whole, all) + full(front) + full(list)
	for _, hundredths := range []int64{120, 200} {
		within, _ := s.RankedWithin(3, hundredths, plenty)
		out += full(within)
	}
	for _, c := range AllCriteria {
		if way, ok := s.Best(c); ok {
			out += full([]Way{way})
		}
	}
	return out
}

// peopled is the big world with places of one to three nodes, and realms by its frontiers, that not every arc comes to.
func (w world) peopled() world {
	w.g.Place = make([]int32, w.g.N)
	for v := range w.g.Place {
		w.g.Place[v] = int32(v * 3 / 5)
	}
	for a := range w.g.From {
		w.g.Realms[0], w.g.Realms[1] = append(w.g.Realms[0], int32(w.g.From[a])%5-1), append(w.g.Realms[1], int32(w.g.To[a])%5-1)
		if a%12 > 0 {
			w.g.Realms[0][a], w.g.Realms[1][a] = -1, -1
		}
	}
	return w
}

// needy has two things to pass, each met by one arc in forty.
func (w world) needy() world {
	w.w.Needs = make([]uint8, len(w.g.From))
	for a := range w.w.Needs {
		w.w.Needs[a] = [...]uint8{0: 2, 1: 16, 39: 0}[a*7%40]
	}
	w.q.Need = 2 | 16
	return w
}

// Once it has seen the questions, a Searcher answers them again without allocating: on bare nodes, where none may come back to
// places, with things to pass, and where none may come back to places and realms, which then are passed.
func TestAllocs(t *testing.T) {
	for _, c := range []struct {
		name      string
		w         world
		questions int
	}{
		{"bare", bigWorld(1), 140}, {"places", bigWorld(1).peopled(), 140}, {"needs", bigWorld(1).peopled().needy(), 20},
		{"once", bigWorld(1).peopled().needy(), 3},
	} {
		w := c.w
		w.q.Warm, w.q.Once = true, c.name == "once"
		s := NewSearcher(w.g)
		s.Reset(w.w)
		ways, learnt := 0, 0
		ask := func() {
			for i := range c.questions {
				w.q.From[0].Node, w.q.From[0].Money = NodeID(i%20), int64(i%7)
				front, _ := s.Ask(w.q).Front(plenty)
				list, complete := s.Ranked(10, plenty)
				if s.Best(Time); !complete || len(front) == 0 {
					t.Fatalf("%s: question %d has %d ways, complete %v", c.name, i, len(front), complete)
				}
				ways += len(list)
				learnt += len(s.mindful.all) + len(s.shunned.spots)
			}
		}
		// Of all of them at once, for a mean is rounded down.
		if got := testing.AllocsPerRun(1, ask); got != 0 {
			t.Errorf("%s: %v allocations for %d questions", c.name, got, c.questions)
		}
		if comes := c.name == "places" || c.name == "once"; ways < 10*c.questions || comes != (learnt > 0) {
			t.Errorf("%s: only %d ways, and %d things minded or shunned", c.name, ways, learnt)
		}
	}
}
