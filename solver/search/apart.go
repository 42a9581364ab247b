package search

import (
	"math/bits"
	"slices"
)

// apart is the least that the rest of a way can cost once it has left what it may not come back to: potentials in a graph
// without that.
type apart struct {
	spot, realm int32             // as in shunned; the other is none
	cost        [criteria][]int64 // nil: not known
}

// aparts are kept as long as the potentials are.
type aparts struct {
	list  []apart
	age   uint64    // of the potentials
	trees [][]int64 // whose arrays are used again
	used  int       // of them
	costs []int64   // scratch
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
		t.list, t.age, t.used = t.list[:0], s.potentials.age, 0
	}
	i := slices.IndexFunc(t.list, func(a apart) bool { return a.spot == spot && a.realm == realm })
	if i < 0 {
		if i = len(t.list); i == mostAparts {
			return nil
		}
		t.list = append(roomy(t.list), apart{spot: spot, realm: realm})
	}
	at := &t.list[i]
	if at.cost[c] == nil {
		at.cost[c] = s.without(spot, realm, c, t.room(s.potentials.view.Order()))
	}
	return at.cost[c]
}

// room for another tree; made for many at once, since a frame may want a few more than the last one.
func (t *aparts) room(vertices int) []int64 {
	const many = 32
	if t.used == len(t.trees) || len(t.trees[t.used]) < vertices {
		t.trees = t.trees[:t.used] // those that follow are too short as well
		for all := make([]int64, many*vertices); len(all) > 0; all = all[vertices:] {
			t.trees = append(t.trees, all[:vertices:vertices])
		}
	}
	t.used++
	return t.trees[t.used-1]
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
	often := 1 // a full answer has the time, and some of them need every tree
	if s.q.Warm {
		often = max(1, s.patience/worthTree)
	}
	for i := range r.left {
		r.left[i] = int32(often)
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
