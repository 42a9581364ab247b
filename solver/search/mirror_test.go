package search

import "testing"

// mirrored answers the question of a world from the other side.
func (w world) mirrored() *Searcher {
	s := NewMirror(w.g)
	s.Reset(w.w)
	return s.Ask(w.q)
}

// From the other side the answers are the same, way by way: front, list and best.
func TestMirror(t *testing.T) {
	lists := 0
	for seed := range uint64(worlds) {
		for _, size := range []sizes{little, middling} {
			if size == middling && seed%8 != 0 {
				continue // an eighth of them, for they take long
			}
			w := randomWorld(seed, size)
			s, m := w.searcher(), w.mirrored()
			front, _ := s.Front(plenty)
			other, complete := m.Front(plenty)
			if full(other) != full(front) || !complete {
				t.Fatalf("seed %d: front\n%sfrom the other side\n%s", seed, full(front), full(other))
			}
			for _, c := range AllCriteria {
				best, ok := s.Best(c)
				back, also := m.Best(c)
				if ok != also || ok && full([]Way{best}) != full([]Way{back}) {
					t.Fatalf("seed %d: %s: best %+v, from the other side %+v", seed, c, best, back)
				}
			}
			list, _ := s.Ranked(10, plenty)
			back, complete := m.Ranked(10, plenty)
			if full(back) != full(list) || !complete {
				t.Fatalf("seed %d: list\n%sfrom the other side\n%s", seed, full(list), full(back))
			}
			for _, way := range back {
				w.certify(t, way)
			}
			if len(list) > 2 {
				lists++
			}
		}
	}
	if lists < worlds/50 {
		t.Fatalf("the worlds are too poor to tell: %d lists of three or more", lists)
	}
}

// A mirror keeps its potentials while the destination moves.
func TestMirrorKeepsTrees(t *testing.T) {
	w := bigWorld(1)
	s := w.mirrored()
	s.Front(plenty)
	age := s.potentials.age
	for i := range w.q.To {
		w.q.To[i].Node -= 3
	}
	s.Ask(w.q)
	if s.potentials.age != age {
		t.Error("the destination moved, and the trees were forgotten")
	}
	w.q.From[0].Node++
	if s.Ask(w.q); s.potentials.age == age {
		t.Error("the origin moved, and the trees were kept")
	}
}
