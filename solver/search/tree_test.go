package search

import (
	"slices"
	"testing"
)

// TestTree compares a tree from the origin with what is found for every destination by itself, and follows its ways.
func TestTree(t *testing.T) {
	reached := 0
	for seed := range uint64(worlds / 4) {
		w := randomWorld(seed, little).whole()
		s := NewSearcher(w.g)
		s.Reset(w.w)
		for _, c := range AllCriteria {
			tree := NewTree(w.g, w.w, c, w.q.From)
			for v := range w.g.N {
				best, found := s.Ask(Question{From: w.q.From, To: []Stub{{Node: NodeID(v)}}}).Best(c)
				arcs, start, ok := tree.Way(NodeID(v))
				if ok != found || ok && c.Of(best.Cost) != tree.Cost[v] {
					t.Fatalf("seed %d: %s to %d: the tree says %d, %v; Best %+v, %v", seed, c, v, tree.Cost[v], ok, best.Cost, found)
				}
				if !ok {
					continue
				}
				reached++
				sum, at := c.Of(w.q.From[start].Cost), w.q.From[start].Node
				for _, a := range arcs {
					if w.g.From[a] != at || w.w.ClosedBy[a] != 0 {
						t.Fatalf("seed %d: the way to %d breaks at arc %d", seed, v, a)
					}
					sum, at = sum+c.weights(w.w)[a], w.g.To[a]
				}
				if at != NodeID(v) || sum != tree.Cost[v] {
					t.Fatalf("seed %d: the way to %d ends at %d and costs %d", seed, v, at, sum)
				}
			}
		}
	}
	if reached < worlds {
		t.Fatalf("only %d nodes were reached", reached)
	}
}

// TestMeeting compares the least costs of ways that meet needs with what is found for every destination by itself.
func TestMeeting(t *testing.T) {
	reached, needy := 0, 0
	for seed := range uint64(worlds / 4) {
		w := randomWorld(seed, little).whole()
		s := NewSearcher(w.g)
		s.Reset(w.w)
		for _, c := range AllCriteria {
			met := Meeting(w.g, w.w, c, w.q.From, w.q.Need)
			cost := met.Cost
			for v := range w.g.N {
				best, found := s.Ask(Question{From: w.q.From, To: []Stub{{Node: NodeID(v)}}, Need: w.q.Need}).Best(c)
				if found != (cost[v] >= 0) || found && c.Of(best.Cost) != cost[v] {
					t.Fatalf("seed %d: %s to %d: %d; Best %+v, %v", seed, c, v, cost[v], best.Cost, found)
				}
				if found {
					reached++
					w.certifyMet(t, seed, c, met, NodeID(v))
				}
				if found && w.q.Need != 0 {
					needy++
				}
			}
		}
	}
	if reached < worlds/2 || needy < worlds/8 {
		t.Fatalf("only %d nodes were reached, %d of them in need", reached, needy)
	}
}

// certifyMet holds a way of a Met to its cost: from one of the stubs it joins, meets all and sums.
func (w world) certifyMet(t *testing.T, seed uint64, c Criterion, met *Met, to NodeID) {
	t.Helper()
	arcs := met.Way(to)
	begin, sum, needs, of := to, int64(0), uint8(0), c.weights(w.w)
	if len(arcs) > 0 {
		begin = w.g.From[arcs[0]]
	}
	at := begin
	for _, a := range arcs {
		if w.g.From[a] != at || w.w.ClosedBy[a] != 0 {
			t.Fatalf("seed %d: %s to %d: arcs %v do not join, or one is closed", seed, c, to, arcs)
		}
		at, sum, needs = w.g.To[a], sum+of[a], needs|w.w.needs(a)
	}
	if at != to || !slices.ContainsFunc(w.q.From, func(s Stub) bool {
		return s.Node == begin && s.ClosedBy == 0 && c.Of(s.Cost)+sum == met.Cost[to] && w.q.Need&^(needs|s.Needs) == 0
	}) {
		t.Fatalf("seed %d: %s to %d for %d: arcs %v from %d cost %d", seed, c, to, met.Cost[to], arcs, begin, sum)
	}
}
