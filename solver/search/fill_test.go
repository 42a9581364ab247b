package search

import (
	"slices"
	"testing"
)

// Ways that fill a list join and sum, keep to the bounds on cost and on what they share, come back to no place, and none is
// cheaper than the cheapest of its gateways.
func TestFill(t *testing.T) {
	const within, share, most = 300, 80, 12
	added, mirrored, once := 0, 0, 0
	for seed := range uint64(part(4500)) {
		w := randomWorld(seed, middling)
		if seed%3 == 2 {
			w = onceWorld(seed, middling)
		}
		for side, s := range []*Searcher{w.searcher(), w.mirrored()} {
			s.patience = 20 // on so few nodes it would never end
			list, _ := s.RankedWithin(most, within, plenty)
			ranked := len(list)
			best, _ := s.Best(General)
			s.BeginFill(within)
			whole := full(s.Fill(list, most, share))
			s.BeginFill(within)
			filled := list
			for n := ranked; n <= most; n++ { // one by one
				filled = s.Fill(slices.Clone(filled), n, share)
			}
			if full(filled) != whole {
				t.Fatalf("seed %d: one by one\n%swant\n%s", seed, full(filled), whole)
			}
			if len(filled) < ranked || len(filled) > most || full(filled[:ranked]) != full(list) {
				t.Fatalf("seed %d: %d ways become %d", seed, ranked, len(filled))
			}
			for i, way := range filled[ranked:] {
				w.certify(t, way)
				first := slices.IndexFunc(list, func(l Way) bool { return l.Gates == way.Gates })
				if first < 0 || way.General < list[first].General {
					t.Fatalf("seed %d: %+v added to\n%s", seed, way, full(list))
				}
				if way.General > best.General*within/100 {
					t.Fatalf("seed %d: %+v is dearer than %d hundredths of %d", seed, way, within, best.General)
				}
				for _, other := range filled[:ranked+i] {
					if other.Gates == way.Gates && w.common(way, other)*100 > share*min(way.General, other.General) {
						t.Fatalf("seed %d: %+v and %+v share %d", seed, way, other, w.common(way, other))
					}
				}
				if w.comesBack(way) || w.q.Once && w.comesAgain(way.Arcs) {
					t.Fatalf("seed %d: %+v comes back", seed, way)
				}
				added++
				mirrored += side
				if w.q.Once {
					once++
				}
			}
		}
	}
	if min(added-mirrored, mirrored, once) < part(150) {
		t.Fatalf("only %d ways were added, %d of them from the other side, %d where none may come back", added, mirrored, once)
	}
}

// common is what two ways share.
func (w world) common(a, b Way) (sum int64) {
	if a.Direct || b.Direct {
		return 0
	}
	if a.Start == b.Start {
		sum += w.q.From[a.Start].General
	}
	if a.End == b.End {
		sum += w.q.To[a.End].General
	}
	for i := range w.g.From {
		sum += min(w.pays(a, i), w.pays(b, i))
	}
	return sum
}

// pays is what a way pays for arcs that have a number.
func (w world) pays(way Way, number int) (sum int64) {
	for _, a := range way.Arcs {
		if w.g.Alike == nil && int(a) == number || w.g.Alike != nil && int(w.g.Alike[a]) == number {
			sum += w.w.General[a]
		}
	}
	return sum
}

// comesBack tells whether a way meets a node twice, or a place that it has left.
func (w world) comesBack(way Way) bool {
	var at []visit
	for i, a := range way.Arcs {
		if i == 0 {
			at = append(at, visit{node: w.g.From[a]})
		}
		at = append(at, visit{node: w.g.To[a]})
	}
	return w.loops(at)
}
