package search

import "testing"

// FuzzQuery asks a random world and checks what can be checked without knowing the answer.
func FuzzQuery(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, uint8(6*seed), uint8(20*seed), uint8(seed))
	}
	f.Fuzz(func(t *testing.T, seed uint64, nodes, arcs, top uint8) {
		w := randomWorld(seed, sizes{
			nodes: 1 + int(nodes)%60, arcs: int(arcs), gates: 5, closures: 6, needs: 2, top: 1 + int(top),
		})
		s := w.searcher()
		front, complete := s.Front(plenty)
		for i, way := range front {
			w.certify(t, way)
			for _, other := range front[:i] {
				if other.Money <= way.Money && other.Time <= way.Time && other.Carbon <= way.Carbon {
					t.Fatalf("%+v beats %+v, or is the same", other, way)
				}
			}
		}
		list, all := s.Ranked(8, plenty)
		sets := map[uint32]bool{}
		for i, way := range list {
			w.certify(t, way)
			if sets[way.Gates] {
				t.Fatalf("gateways %b twice", way.Gates)
			}
			sets[way.Gates] = true
			if i > 0 && way.General < list[i-1].General {
				t.Fatalf("entry %d is cheaper than the one before", i)
			}
		}
		cut := Cut(w.g, w.w, w.q)
		if !complete || !all || cut.Open != (len(front) > 0) {
			t.Fatalf("complete %v, %v; %d on the front; cut %+v", complete, all, len(front), cut)
		}
	})
}
