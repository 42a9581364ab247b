package search

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// onceWorld is a random world in which no way may come back, most of them with realms.
func onceWorld(seed uint64, size sizes) world {
	w := randomWorld(seed, size)
	w.q.Once = true
	r := rand.New(rand.NewPCG(seed, 29))
	if r.IntN(4) == 0 {
		return w
	}
	realms := make([]int32, w.g.N)
	for v := range realms {
		realms[v] = int32(r.IntN(3)) - 1
	}
	for a := range w.g.From {
		first, last := realms[w.g.From[a]], realms[w.g.To[a]]
		if r.IntN(5) == 0 {
			first, last = -1, -1
		}
		w.g.Realms[0], w.g.Realms[1] = append(w.g.Realms[0], first), append(w.g.Realms[1], last)
	}
	return w
}

// comesAgain by the words of Question.Once, with none of the code under test: walks are cut into visits, and no name may
// stand in two of them.
func (w world) comesAgain(arcs []ArcID) bool {
	if len(arcs) == 0 {
		return false
	}
	nodes := []int{int(w.g.From[arcs[0]])}
	var realms []int
	for _, a := range arcs {
		nodes = append(nodes, int(w.g.To[a]))
		for i := range 2 {
			if w.g.Realms[i] != nil && w.g.Realms[i][a] >= 0 {
				realms = append(realms, int(w.g.Realms[i][a]))
			}
		}
	}
	var places []int
	for _, v := range nodes {
		if p := w.g.Place; p != nil && p[v] >= 0 {
			places = append(places, int(p[v]))
		} else {
			places = append(places, -1-v)
		}
	}
	twice := func(names []int) bool {
		slices.Sort(names)
		return len(slices.Compact(slices.Clone(names))) < len(names)
	}
	return twice(slices.Compact(places)) || twice(slices.Compact(realms)) || twice(nodes)
}

// TestOnceOracle holds what is found where no way may come back against every walk that does not: the whole front, the cheapest
// of each set of gateways in order, the least by each criterion and by a value, from both sides.
func TestOnceOracle(t *testing.T) {
	kept, shunned, bounded := 0, 0, 0
	for seed := range uint64(worlds) {
		w := onceWorld(seed, little)
		all := w.openWalks()
		walks := slices.DeleteFunc(slices.Clone(all), func(one walk) bool { return w.comesAgain(one.arcs) })
		if len(walks) > 0 {
			kept++
		}
		least := map[uint32]int64{}
		for _, one := range walks {
			if old, known := least[one.gates]; !known || one.cost.General < old {
				least[one.gates] = one.cost.General
			}
		}
		for _, s := range []*Searcher{w.searcher(), w.mirrored()} {
			if seed%2 == 0 {
				s.patience = 1 + int(seed/2%3) // on so few nodes it would never end
			}
			front, complete := s.Front(plenty)
			if want := paretoOracle(walks); !complete || !slices.Equal(vectors(front), want) {
				t.Fatalf("seed %d: front %v, complete %v; want %v", seed, vectors(front), complete, want)
			}
			if !s.shunned.empty() {
				shunned++
			}
			list, complete := s.Ranked(100, plenty)
			if !complete || len(list) != len(least) {
				t.Fatalf("seed %d: complete %v, %d ways of %d sets", seed, complete, len(list), len(least))
			}
			for i, way := range list {
				if way.General != least[way.Gates] || i > 0 && way.General < list[i-1].General {
					t.Fatalf("seed %d: entry %d costs %d, the least of its set %d", seed, i, way.General, least[way.Gates])
				}
			}
			for _, way := range slices.Concat(front, list) {
				w.certify(t, way)
				if w.comesAgain(way.Arcs) || s.ComesBack(way.Arcs) {
					t.Fatalf("seed %d: %+v comes back", seed, way)
				}
			}
			for _, c := range AllCriteria {
				way, ok := s.Best(c)
				if ok != (len(walks) > 0) || ok && slices.ContainsFunc(walks, func(one walk) bool { return c.Of(one.cost) < c.Of(way.Cost) }) {
					t.Fatalf("seed %d: %s: a way %v, %+v", seed, c, ok, way)
				}
			}
			value := func(c Cost) int64 { return c.Money + 2*c.Time }
			if fresh := w.searcher(); seed%4 > 1 { // to which nothing is shunned yet
				if s.mirror {
					fresh = w.mirrored()
				}
				fresh.patience, s = s.patience, fresh
			}
			ways, _ := s.Least(value, [3]Criterion{Time, Money, Carbon}, 0, plenty)
			best := func(of func(i int) int64, n int) (out int64) {
				for i := range n {
					if x := of(i); i == 0 || x < out {
						out = x
					}
				}
				return out
			}
			if len(s.aparts.list) > 0 {
				bounded++
			}
			got, want := best(func(i int) int64 { return value(ways[i].Cost) }, len(ways)), best(func(i int) int64 { return value(walks[i].cost) }, len(walks))
			if got != want {
				t.Fatalf("seed %d: the least value is %d, found %d", seed, want, got)
			}
		}
		if len(all) > 0 {
			one := all[seed%uint64(len(all))]
			if s := w.searcher(); s.ComesBack(one.arcs) != w.comesAgain(one.arcs) || w.mirrored().ComesBack(one.arcs) != w.comesAgain(one.arcs) {
				t.Fatalf("seed %d: %v comes back %v", seed, one.arcs, w.comesAgain(one.arcs))
			}
		}
	}
	if kept < worlds/4 || shunned < worlds/50 || bounded < worlds/100 {
		t.Fatalf("the worlds are too poor to tell: %d with a way, %d in which something was shunned, %d with bounds for that", kept, shunned, bounded)
	}
}

// TestOnceMirror finds the same ways from the other side, ties and all, and however many were asked for.
func TestOnceMirror(t *testing.T) {
	long := 0
	for seed := range uint64(worlds / 10) {
		w := onceWorld(seed, middling)
		s, m := w.searcher(), w.mirrored()
		s.patience = 1 + int(seed%40)
		for _, most := range []int{1, 4, 12} {
			list, complete := s.Ranked(most, plenty)
			back, also := m.Ranked(most, plenty)
			if full(back) != full(list) || complete != also {
				t.Fatalf("seed %d: list\n%sfrom the other side\n%s", seed, full(list), full(back))
			}
			if len(list) > 2 {
				long++
			}
		}
		front, complete := s.Front(plenty)
		other, also := m.Front(plenty)
		if full(other) != full(front) || complete != also {
			t.Fatalf("seed %d: front\n%sfrom the other side\n%s", seed, full(front), full(other))
		}
		if list, _ := s.RankedWithin(20, 150, plenty); len(list) > 0 {
			all, _ := w.searcher().Ranked(20, plenty)
			want := slices.IndexFunc(all, func(way Way) bool { return way.General > hundredthsOf(all[0].General, 150) })
			if want < 0 {
				want = len(all)
			}
			if full(list) != full(all[:want]) {
				t.Fatalf("seed %d: within a half more\n%sof\n%s", seed, full(list), full(all))
			}
		}
	}
	if long < worlds/50 {
		t.Fatalf("the worlds are too poor to tell: %d lists of three or more", long)
	}
}
