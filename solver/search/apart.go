package search

import (
	"math/bits"
	"slices"
)

// apart is the least that the rest of a way can cost once it has left what it may not come back to: potentials in a graph
// without that.
type apart struct {
	spot, realm int32 // as in shunned; the other is none
	known       [criteria]bool
	cost        [criteria][]int64
}

// aparts are kept as long as the potentials are.
type aparts struct {
	list  []apart
	age   uint64  // of the potentials
	costs []int64 // scratch
}

const (
	mostAparts = 256  // kept
	worthApart = 1000 // Searcher.patience
	worthTree  = 10   // in so many parts of that patience a walk that has left something must be met
)

// apart is the tree without a spot or a realm; nil where no more are kept.
func (s *Searcher) apart(spot, realm int32, c Criterion) []int64 {
	t := &s.aparts
	if t.age != s.potentials.age {
		t.list, t.age = t.list[:0], s.potentials.age
	}
	i := slices.IndexFunc(t.list, func(a apart) bool { return a.spot == spot && a.realm == realm })
	if i < 0 {
		if i = len(t.list); i == mostAparts {
			return nil
		}
		t.list = slices.Grow(t.list, 1)[:i+1] // whose arrays are used again
		at := &t.list[i]
		at.spot, at.realm, at.known = spot, realm, [criteria]bool{}
	}
	at := &t.list[i]
	if !at.known[c] {
		at.known[c], at.cost[c] = true, s.without(spot, realm, c, at.cost[c])
	}
	return at.cost[c]
}

// without writes the potentials in a graph without a spot or a realm over those given.
func (s *Searcher) without(spot, realm int32, c Criterion, over []int64) []int64 {
	view, g := s.potentials.view, s.g
	costs := append(s.aparts.costs[:0], view.costs[c]...)
	for i, a := range g.in {
		v, u := int32(g.From[a]), int32(g.To[a])
		var meets bool
		switch {
		case realm != none:
			meets = g.Realms[0][a] == realm || g.Realms[1][a] == realm
		case spot >= 0:
			meets = s.places[v] == spot || s.places[u] == spot
		default:
			meets = v == ^spot || u == ^spot
		}
		if meets {
			costs[i] = closed
		}
	}
	s.aparts.costs = costs
	view.costs[c], view.criterion = costs, c
	return s.potentials.flat.costs(&view, over)
}

// restsApart are such trees by one criterion and by bit of a mask. A tree is made when walks that have left its spot or realm have
// been met often: most are left by hardly any, and each takes as long as many walks.
type restsApart struct {
	c    Criterion
	left [64]int32   // by bit: how often it may still be met without a tree
	cost [64][]int64 // nil: none
}

// restApart begins with no tree.
func (s *Searcher) restApart(r *restsApart, c Criterion) {
	r.c, r.cost = c, [64][]int64{}
	for i := range r.left {
		r.left[i] = max(1, int32(s.patience/worthTree))
	}
}

// more is by how much what a walk has left raises the least that the rest of its way can cost from a vertex, rest; false where
// nothing leads on.
func (s *Searcher) more(r *restsApart, vertex int32, been uint64, rest int64) (extra int64, ok bool) {
	for ; been != 0; been &= been - 1 {
		i := bits.TrailingZeros64(been)
		if r.left[i] > 0 {
			if r.left[i]--; r.left[i] > 0 {
				continue
			}
			r.cost[i] = s.apartByBit(i, r.c)
		}
		if cost := r.cost[i]; cost != nil {
			if cost[vertex] == unreachable {
				return 0, false
			}
			extra = max(extra, cost[vertex]-rest)
		}
	}
	return extra, true
}

// apartByBit is the tree without what a bit of a mask stands for; nil where there is none.
func (s *Searcher) apartByBit(bit int, c Criterion) []int64 {
	z := &s.shunned
	switch realm := bit - leftBit(0); {
	case bit < len(z.spots):
		return s.apart(z.spots[bit], none, c)
	case realm >= 0 && realm%2 == 0 && realm/2 < len(z.realms):
		return s.apart(none, z.realms[realm/2], c)
	}
	return nil
}
