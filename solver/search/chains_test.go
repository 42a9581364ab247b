package search

import (
	"testing"
)

// TestShorten asks the same questions of graphs that have been shortened and of the same graphs arc by arc, from both sides,
// and expects the same ways, to the tie.
func TestShorten(t *testing.T) {
	shortened, gone := 0, 0
	for seed := range uint64(part(worlds)) {
		for _, size := range []sizes{little, middling} {
			w := randomWorld(seed, size)
			if w.g.short == w.g.single {
				continue
			}
			shortened++
			gone += passedBy(w.g)
			for side, pair := range [][2]*Searcher{{w.searcher(), w.whole().searcher()}, {w.mirrored(), w.whole().mirrored()}} {
				if got, want := answers(pair[0]), answers(pair[1]); got != want {
					t.Fatalf("seed %d, side %d: shortened\n%v\narc by arc\n%v", seed, side, got, want)
				}
			}
		}
	}
	if shortened < part(worlds/2) || gone < part(worlds) {
		t.Errorf("only %d graphs were shortened, by %d nodes", shortened, gone)
	}
}

// passedBy counts the nodes that arcs lead to and chains do not.
func passedBy(g *Graph) int {
	ends := map[NodeID]bool{}
	for _, v := range g.short.to {
		ends[v] = true
	}
	n := 0
	for v := range g.N {
		if len(g.in[g.inFirst[v]:g.inFirst[v+1]]) > 0 && !ends[NodeID(v)] {
			n++
		}
	}
	return n
}
