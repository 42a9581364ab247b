package search

import (
	"cmp"
	"slices"
)

// walk is one way of the oracle, found with none of the code under test.
type walk struct {
	start, end int
	direct     bool
	arcs       []ArcID
	cost       Cost
	gates      uint32
	closures   uint64
	met        uint8
}

func add(a, b Cost) Cost {
	return Cost{a.Money + b.Money, a.Time + b.Time, a.Carbon + b.Carbon, a.General + b.General}
}

func (w walk) byStub(s Stub) walk {
	w.cost = add(w.cost, s.Cost)
	w.gates |= s.Gates
	w.closures |= s.ClosedBy
	w.met |= s.Needs
	return w
}

// everyWalk calls do for every walk of the question that meets no node twice for nothing: between two meetings of a node
// a need of the question must have been met. Closed arcs are walked too.
func (w world) everyWalk(do func(walk)) {
	for i, stub := range w.q.Direct {
		do(walk{start: i, direct: true}.byStub(stub))
	}
	seen := map[[2]int]bool{}
	var onward func(v NodeID, so walk)
	onward = func(v NodeID, so walk) {
		key := [2]int{int(v), int(so.met & w.q.Need)}
		if seen[key] {
			return
		}
		seen[key] = true
		for i, stub := range w.q.To {
			if stub.Node == v {
				last := so.byStub(stub)
				last.end, last.arcs = i, slices.Clone(so.arcs)
				do(last)
			}
		}
		for a := range w.g.From {
			if w.g.From[a] != v {
				continue
			}
			next := so
			next.arcs = append(slices.Clone(so.arcs), ArcID(a))
			next.cost = add(so.cost, Cost{w.w.Money[a], w.w.Time[a], w.w.Carbon[a], w.w.General[a]})
			next.gates |= w.w.Gates[a]
			next.closures |= w.w.ClosedBy[a]
			if w.w.Needs != nil {
				next.met |= w.w.Needs[a]
			}
			onward(w.g.To[a], next)
		}
		seen[key] = false
	}
	for i, stub := range w.q.From {
		onward(stub.Node, walk{start: i}.byStub(stub))
	}
}

// openWalks are those of everyWalk that are open and meet every need.
func (w world) openWalks() (out []walk) {
	w.everyWalk(func(one walk) {
		if one.closures == 0 && w.q.Need&^one.met == 0 {
			out = append(out, one)
		}
	})
	return out
}

// paretoOracle is the front over money, time and carbon, in order.
func paretoOracle(walks []walk) [][3]int64 {
	var all, front [][3]int64
	for _, one := range walks {
		all = append(all, [3]int64{one.cost.Money, one.cost.Time, one.cost.Carbon})
	}
	slices.SortFunc(all, func(a, b [3]int64) int { return slices.Compare(a[:], b[:]) })
	all = slices.Compact(all)
	for i, a := range all {
		beaten := slices.ContainsFunc(all[:i], func(b [3]int64) bool {
			return b[0] <= a[0] && b[1] <= a[1] && b[2] <= a[2]
		})
		if !beaten {
			front = append(front, a)
		}
	}
	return front
}

// best walk known to a state of the oracle of Ranked, or of a set of gateways.
type best struct {
	general int64
	trail   []int32 // number of arcs, stub, arcs, last stub: smaller is better
	at      []visit
}

// visit is a state on the trail.
type visit struct {
	node  NodeID
	met   uint8
	gates uint32
}

func (b best) compare(o best) int {
	return cmp.Or(cmp.Compare(b.general, o.general), slices.Compare(b.trail, o.trail))
}

// listed is an entry of the list of the oracle.
type listed struct {
	best
	gates uint32
}

// rankedOracle lists the cheapest walk of each gateway set. Where nothing is needed, all walks there are are looked at, and
// those left out that come back to a place.
func (w world) rankedOracle() []listed {
	done := map[uint32]best{}
	if w.q.Need != 0 {
		done = w.cheapestWalks()
	} else {
		for _, one := range w.openWalks() {
			if w.comesAgain(one.arcs) {
				continue
			}
			b := best{one.cost.General, trail(Way{Start: one.start, End: one.end, Direct: one.direct, Arcs: one.arcs}), nil}
			if old, ok := done[one.gates]; !ok || b.compare(old) < 0 {
				done[one.gates] = b
			}
		}
	}
	var list []listed
	for gates, b := range done {
		if !w.loops(b.at) {
			list = append(list, listed{b, gates})
		}
	}
	slices.SortFunc(list, func(a, b listed) int { return a.compare(b.best) })
	return list
}

// cheapestWalks is the cheapest walk of each gateway set, loops and all, by Bellman-Ford over (node, needs met, gateways): no
// heap, no potentials, no bound, walks kept whole.
func (w world) cheapestWalks() map[uint32]best {
	known := map[visit]best{}
	done := map[uint32]best{}
	offer := func(at visit, b best) bool {
		old, ok := known[at]
		if ok && old.compare(b) <= 0 {
			return false
		}
		known[at] = b
		return true
	}
	finish := func(gates uint32, b best) {
		if old, ok := done[gates]; !ok || b.compare(old) < 0 {
			done[gates] = b
		}
	}
	grown := func(b best, cost int64, by int32) best {
		trail := append(slices.Clone(b.trail), by)
		trail[0]++
		return best{b.general + cost, trail, b.at}
	}
	for i, stub := range w.q.Direct {
		if stub.ClosedBy == 0 && w.q.Need&^stub.Needs == 0 {
			finish(stub.Gates, best{stub.General, []int32{-1, int32(i)}, nil})
		}
	}
	for i, stub := range w.q.From {
		if stub.ClosedBy == 0 {
			at := visit{stub.Node, stub.Needs & w.q.Need, stub.Gates}
			offer(at, best{stub.General, []int32{0, int32(i)}, []visit{at}})
		}
	}
	for changed := true; changed; {
		changed = false
		for at, b := range known {
			for a := range w.g.From {
				if w.g.From[a] != at.node || w.w.ClosedBy[a] != 0 {
					continue
				}
				next := visit{w.g.To[a], at.met, at.gates | w.w.Gates[a]}
				if w.w.Needs != nil {
					next.met |= w.w.Needs[a] & w.q.Need
				}
				longer := grown(b, w.w.General[a], int32(a))
				longer.at = append(slices.Clone(b.at), next)
				changed = offer(next, longer) || changed
			}
		}
	}
	for at, b := range known {
		for i, stub := range w.q.To {
			if stub.Node == at.node && stub.ClosedBy == 0 && w.q.Need&^(at.met|stub.Needs) == 0 {
				last := best{b.general + stub.General, append(slices.Clone(b.trail), int32(i)), b.at}
				finish(at.gates|stub.Gates, last)
			}
		}
	}
	return done
}

// loops by the words of Ranked: a node met twice, or a place come back to, with no need met in between.
func (w world) loops(at []visit) bool {
	place := func(i int) int {
		if p := w.g.Place; p != nil && p[at[i].node] >= 0 {
			return int(p[at[i].node])
		}
		return -1 - int(at[i].node)
	}
	for i := range at {
		left := false
		for j := i + 1; j < len(at); j++ {
			left = left || place(j) != place(i)
			if at[i].met == at[j].met && (at[i].node == at[j].node || left && place(i) == place(j)) {
				return true
			}
		}
	}
	return false
}

// cutOracle is the size of the smallest set of closures and needs that every walk runs into, by trying all sets; open
// if some walk runs into none, never if there is no walk.
func (w world) cutOracle() (sizeOf int, first hurdles, open, never bool) {
	var met []hurdles
	w.everyWalk(func(one walk) { met = append(met, hurdles{one.closures, w.q.Need &^ one.met}) })
	if len(met) == 0 {
		return 0, hurdles{}, false, true
	}
	if slices.Contains(met, hurdles{}) {
		return 0, hurdles{}, true, false
	}
	order := hurdles{1<<w.closures - 1, w.q.Need}.each()
	for size := 1; ; size++ {
		var try func(from int, chosen hurdles) (hurdles, bool)
		try = func(from int, chosen hurdles) (hurdles, bool) {
			if chosen.size() == size {
				blocks := !slices.ContainsFunc(met, func(h hurdles) bool { return !h.meets(chosen) })
				return chosen, blocks
			}
			for i := from; i < len(order); i++ {
				if hit, ok := try(i+1, chosen.with(order[i])); ok {
					return hit, true
				}
			}
			return hurdles{}, false
		}
		if hit, ok := try(0, hurdles{}); ok {
			return size, hit, false, false
		}
	}
}
