package search

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/yourbasic/graph"
)

// Every potential is feasible on every step, tight on one, and what Bellman-Ford finds over the question itself.
func TestPotentials(t *testing.T) {
	away, stepped := 0, 0 // potentials of nodes that searches pass by, trees by steps
	for seed := range uint64(2000) {
		w := randomWorld(seed, little)
		s := w.searcher()
		for _, c := range AllCriteria {
			want := w.bellmanFord(c)
			short := slices.Clone(s.potentials.of(c))
			got := s.potentials.wholly(c)
			for v, cost := range short { // of what searches pass by nothing is told
				if passed := w.q.Need == 0 && v < w.g.N && w.g.passed != nil && w.g.passed[v]; cost != got[v] && (!passed || cost != unreachable) {
					t.Fatalf("seed %d: %s from vertex %d: %d by steps, %d by arcs", seed, c, v, cost, got[v])
				} else if passed {
					away++
				}
			}
			if tree := s.potentials.arcs().under(c).tree(); !slices.Equal(tree, got) {
				t.Fatalf("seed %d: %s: the tree of yourbasic is %v, not %v", seed, c, tree, got)
			}
			if s.potentials.passes {
				if tree := s.potentials.short.under(c).tree(); !slices.Equal(tree, short) {
					t.Fatalf("seed %d: %s: the tree of yourbasic by steps is %v, not %v", seed, c, tree, short)
				}
				stepped++
			}
			for v, cost := range want {
				node, met := v/256, uint8(v%256)
				if w.q.Need&met != met {
					continue
				}
				vertex := node*s.needs.levels + int(s.needs.pack[met])
				if got[vertex] != cost {
					t.Fatalf("seed %d: %s from node %d with %b met: %d, want %d", seed, c, node, met, got[vertex], cost)
				}
			}
			s.certifyPotentials(t, seed, c)
		}
	}
	if away < 1000 {
		t.Errorf("only %d nodes were passed by", away)
	}
	if stepped < 1000 {
		t.Errorf("only %d trees went by steps", stepped)
	}
}

var _ graph.Iterator = (*reversed)(nil)

// tree is what yourbasic makes of the view.
func (r *reversed) tree() (cost []int64) {
	_, cost = graph.ShortestPaths(r, r.Order()-1)
	return cost
}

// Visit calls do for every vertex from which one step leads to v.
func (r *reversed) Visit(v int, do func(w int, c int64) (skip bool)) (aborted bool) {
	levels := r.needs.levels
	befores := func(node int, met, after uint8, cost int64) bool {
		if met&^after != 0 {
			return false
		}
		for already := range after + 1 { // of what is met, so much was met before
			if already&^met == 0 && do(node*levels+int(after&^met|already), cost) {
				return true
			}
		}
		return false
	}
	if v == r.Order()-1 {
		for _, stub := range r.to {
			if stub.ClosedBy == 0 && befores(int(stub.Node), r.needs.pack[stub.Needs], r.needs.full, r.criterion.Of(stub.Cost)) {
				return true
			}
		}
		return false
	}
	for i := r.first[v/levels]; i < r.first[v/levels+1]; i++ {
		if befores(int(r.from[i]), r.needs.pack[r.met[i]], uint8(v%levels), r.costs[r.criterion][i]) {
			return true
		}
	}
	return false
}

// A tree without a node, a place or a realm is what Bellman-Ford finds where the arcs that meet it are closed, from either side.
func TestApart(t *testing.T) {
	lost := 0 // vertices from which another way is dearer, or none is left
	for seed := range uint64(1000) {
		w := randomWorld(seed, middling)
		w.q.Once = true
		rng := rand.New(rand.NewPCG(seed, 23))
		for i := range w.g.Realms {
			for range w.g.From {
				w.g.Realms[i] = append(w.g.Realms[i], int32(rng.IntN(4))-1)
			}
		}
		for _, s := range []*Searcher{w.searcher(), w.mirrored()} {
			for range 6 {
				v, realm := int32(rng.IntN(w.g.N)), int32(none)
				spot := []int32{^v, s.places[v], 0}[rng.IntN(3)]
				if spot == 0 {
					realm = int32(rng.IntN(3))
				}
				c := AllCriteria[rng.IntN(len(AllCriteria))]
				meets := func(v int32) bool { return spot < 0 && v == ^spot || spot > 0 && s.places[v] == spot }
				apart, shut := world{g: s.g, w: new(Weights), q: s.q}, slices.Clone(w.w.ClosedBy)
				for a := range shut {
					if realm != none && (s.g.Realms[0][a] == realm || s.g.Realms[1][a] == realm) || realm == none && (meets(int32(s.g.From[a])) || meets(int32(s.g.To[a]))) {
						shut[a] = 1
					}
				}
				*apart.w = *w.w
				apart.w.ClosedBy = shut
				got, whole := s.apart(spot, realm, c), s.potentials.of(c)
				for v, cost := range apart.bellmanFord(c) {
					node, met := v/256, uint8(v%256)
					if w.q.Need&met != met {
						continue
					}
					vertex := node*s.needs.levels + int(s.needs.pack[met])
					if got[vertex] != cost {
						t.Fatalf("seed %d: %s without %d, %d from node %d with %b met: %d, want %d", seed, c, spot, realm, node, met, got[vertex], cost)
					}
					if cost != whole[vertex] {
						lost++
					}
				}
			}
		}
	}
	if lost < 5000 {
		t.Fatalf("only %d vertices were lost", lost)
	}
}

// bellmanFord is the least cost to the destination by node*256+bits met, over a list of arcs.
func (w world) bellmanFord(c Criterion) []int64 {
	cost := make([]int64, w.g.N*256)
	for i := range cost {
		cost[i] = unreachable
	}
	offer := func(v int, by int64) bool {
		if cost[v] == unreachable || by < cost[v] {
			cost[v] = by
			return true
		}
		return false
	}
	of := c.weights(w.w)
	for changed := true; changed; {
		changed = false
		for met := range 256 {
			for _, stub := range w.q.To {
				if stub.ClosedBy == 0 && w.q.Need&^(uint8(met)|stub.Needs) == 0 {
					changed = offer(int(stub.Node)*256+met, c.Of(stub.Cost)) || changed
				}
			}
			if uint8(met)&^w.q.Need != 0 {
				continue
			}
			for a := range w.g.From {
				after := met
				if w.w.Needs != nil {
					after |= int(w.w.Needs[a] & w.q.Need)
				}
				if next := cost[int(w.g.To[a])*256+after]; w.w.ClosedBy[a] == 0 && next != unreachable {
					changed = offer(int(w.g.From[a])*256+met, next+of[a]) || changed
				}
			}
		}
	}
	return cost
}

// certifyPotentials checks feasibility and tightness by what the Searcher itself walks.
func (s *Searcher) certifyPotentials(t *testing.T, seed uint64, c Criterion) {
	t.Helper()
	h := s.potentials.wholly(c)
	levels := s.needs.levels
	var single steps
	single.make(s.g.N, s.g.single, s.w)
	for v := range s.sink() {
		tight := h[v] == unreachable
		look := func(u int32, cost int64) {
			if h[u] == unreachable {
				return
			}
			if h[v] == unreachable || h[v] > cost+h[u] {
				t.Fatalf("seed %d: %s: vertex %d has potential %d, but %d by way of %d", seed, c, v, h[v], cost+h[u], u)
			}
			tight = tight || h[v] == cost+h[u]
		}
		node, level := int(v)/levels, uint8(int(v)%levels)
		for _, step := range single.from(int32(node)) {
			look(step.to*int32(levels)+int32(level|s.needs.pack[step.needs]), step.cost[c])
		}
		for _, stub := range s.q.To {
			if int(stub.Node) == node && stub.ClosedBy == 0 && level|s.needs.pack[stub.Needs] == s.needs.full {
				look(s.sink(), c.Of(stub.Cost))
			}
		}
		if !tight {
			t.Fatalf("seed %d: %s: vertex %d has potential %d, and no step is as good", seed, c, v, h[v])
		}
	}
}

// Without needs, Best agrees with graph.ShortestPath of yourbasic over the arcs taken forward.
func TestBestAgreesWithForwardTree(t *testing.T) {
	for seed := range uint64(1000) {
		w := randomWorld(seed, middling)
		w.q.Need, w.q.Direct = 0, nil
		s := w.searcher()
		for _, c := range AllCriteria {
			forward := graph.New(w.g.N + 2)
			put := func(v, u int, by uint64, cost int64) {
				if by == 0 && (!forward.Edge(v, u) || cost < forward.Cost(v, u)) {
					forward.AddCost(v, u, cost)
				}
			}
			for a := range w.g.From {
				put(int(w.g.From[a]), int(w.g.To[a]), w.w.ClosedBy[a], c.weights(w.w)[a])
			}
			for _, stub := range w.q.From {
				put(w.g.N, int(stub.Node), stub.ClosedBy, c.Of(stub.Cost))
			}
			for _, stub := range w.q.To {
				put(int(stub.Node), w.g.N+1, stub.ClosedBy, c.Of(stub.Cost))
			}
			_, want := graph.ShortestPath(forward, w.g.N, w.g.N+1)
			got := int64(-1)
			if way, ok := s.Best(c); ok {
				got = c.Of(way.Cost)
			}
			if got != want {
				t.Fatalf("seed %d: %s: %d, want %d", seed, c, got, want)
			}
		}
	}
}
