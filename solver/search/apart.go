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
		s.g.breath.pause(s.potentials.view.Order()/4, true) // most is not lost
		at.cost[c] = s.without(spot, realm, c, t.room(s.potentials.view.Order()))
	}
	return at.cost[c]
}

// room for another tree; made for many at once, since a frame may want a few more than the last one.
func (t *aparts) room(vertices int) []int64 {
	many := max(1, min(32, (1<<20)/vertices)) // with much to pass a tree alone takes megabytes
	if t.used == len(t.trees) || len(t.trees[t.used]) < vertices {
		t.trees = t.trees[:t.used] // those that follow are too short as well
		for all := make([]int64, many*vertices); len(all) > 0; all = all[vertices:] {
			t.trees = append(t.trees, all[:vertices:vertices])
		}
	}
	t.used++
	return t.trees[t.used-1]
}

// without writes the potentials in a graph without a spot or a realm over those given. It begins with those of the whole graph:
// what is lost is the vertices whose least ways go by what is left out, mostly few.
func (s *Searcher) without(spot, realm int32, c Criterion, over []int64) []int64 {
	p, t, g := &s.potentials, &s.potentials.flat, s.g
	whole := p.of(c)
	cost, by := append(over[:0], whole...), &p.by[c]
	for len(t.amiss) < len(cost) {
		t.amiss = append(t.amiss, false)
	}
	lost, amiss := t.lost[:0], t.amiss
	for _, v := range by.order[1:] {
		if i := by.at[v]; amiss[by.next[v]] || i != none && s.meets(g.in[i], spot, realm) {
			lost = append(lost, v)
			amiss[v], cost[v] = true, unreachable
		}
	}
	t.lost = lost
	t.queue.clear()
	for _, v := range lost {
		if cost[v] = s.byOthers(v, spot, realm, c, whole); cost[v] != unreachable {
			t.queue.push(cost[v], v)
		}
	}
	levels, costs := s.needs.levels, p.view.costs[c]
	for !t.queue.empty() {
		e := t.queue.pop()
		if e.f > cost[e.v] {
			continue // overtaken
		}
		node, level := int(e.v)/levels, uint8(int(e.v)%levels)
		for i := g.inFirst[node]; i < g.inFirst[node+1]; i++ {
			met := s.needs.pack[p.view.met[i]]
			if costs[i] == closed || met&^level != 0 || s.meets(g.in[i], spot, realm) {
				continue
			}
			for already := met; ; already = (already - 1) & met {
				u := int(p.view.from[i])*levels + int(level&^met|already)
				if by := e.f + costs[i]; amiss[u] && (cost[u] == unreachable || by < cost[u]) {
					cost[u] = by
					t.queue.push(by, int32(u))
				}
				if already == 0 {
					break
				}
			}
		}
	}
	for _, v := range lost {
		amiss[v] = false
	}
	return cost
}

// meets tells whether an arc meets a spot, or else a realm.
func (s *Searcher) meets(a ArcID, spot, realm int32) bool {
	if realm != none {
		return s.g.Realms[0][a] == realm || s.g.Realms[1][a] == realm
	}
	v, u := int32(s.g.From[a]), int32(s.g.To[a])
	if spot >= 0 {
		return s.places[v] == spot || s.places[u] == spot
	}
	return v == ^spot || u == ^spot
}

// byOthers is the least cost from a vertex by one arc that meets neither to a vertex that is not lost, and on from there, or by a stub.
func (s *Searcher) byOthers(vertex, spot, realm int32, c Criterion, whole []int64) int64 {
	n, least, amiss := &s.needs, int64(unreachable), s.potentials.flat.amiss
	node, level := int(vertex)/n.levels, uint8(int(vertex)%n.levels)
	of := c.weights(s.w)
	for _, a := range s.g.Out(NodeID(node)) {
		u := int(s.g.To[a])*n.levels + int(level|n.pack[s.w.needs(a)])
		if s.w.ClosedBy[a] == 0 && !amiss[u] && whole[u] != unreachable && !s.meets(a, spot, realm) {
			if by := whole[u] + of[a]; least == unreachable || by < least {
				least = by
			}
		}
	}
	for i := s.endFirst[node]; i != 0; i = s.endNext[i-1] {
		if stub := &s.q.To[i-1]; level|n.pack[stub.Needs] == n.full {
			if by := c.Of(stub.Cost); least == unreachable || by < least {
				least = by
			}
		}
	}
	return least
}

// restsApart are such trees by one criterion and by bit of a mask. A tree is made when walks that have left its spot or realm have
// been met often: most are left by hardly any, and each takes as long as many walks.
type restsApart struct {
	c    Criterion
	left [64]int32   // by bit: how often it may still be met without a tree
	cost [64][]int64 // nil: none
}

// restApart begins with the trees that there are.
func (s *Searcher) restApart(r *restsApart, c Criterion) {
	r.c, r.cost = c, [64][]int64{}
	often := 1 // a full answer has the time, and some of them need every tree
	if s.q.Warm {
		often = max(1, s.patience/worthTree)
	}
	for i := range r.left {
		r.left[i] = int32(often)
	}
	if !s.haveAparts() {
		return
	}
	for i := range s.aparts.list {
		if a := &s.aparts.list[i]; a.cost[c] != nil {
			if bit := s.shunned.bitOf(a.spot, a.realm); bit >= 0 {
				r.left[bit], r.cost[bit] = 0, a.cost[c]
			}
		}
	}
}

// haveAparts tells whether a question of the same trees was closer bounded, so that the one at hand is worth it too.
func (s *Searcher) haveAparts() bool {
	return s.q.Warm && s.aparts.age == s.potentials.age && len(s.aparts.list) > 0
}

// bitOf a mask, that stands for having left a spot or else a realm; -1 where it is not shunned.
func (z *shunned) bitOf(spot, realm int32) int {
	if realm != none {
		if i := slices.Index(z.realms, realm); i >= 0 {
			return leftBit(i)
		}
		return -1
	}
	return slices.Index(z.spots, spot)
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
