package search

// flat makes trees as graph.ShortestPaths of yourbasic/graph does, in arrays that it uses again. A flat is not safe for use by several
// goroutines at once.
type flat struct {
	queue nearest
	cost  []int64  // of the tree in the making
	by    branches // of that
	lost  []int32  // scratch of without
	amiss []bool   // by vertex: it is lost; all false in between
}

// branches are what the least ways of a tree go by.
type branches struct {
	order []int32 // the vertices from which one leads to the destination, nearest first
	next  []int32 // by vertex: the one after
	at    []int32 // by vertex: where in the view the arc or step to that is; none for a stub
}

// costs writes the least cost from every vertex to the destination over those given, as potentials, and over b by what.
func (t *flat) costs(view *reversed, cost []int64, b *branches) []int64 {
	n := view.Order()
	if cap(cost) < n {
		cost = make([]int64, n)
	}
	if cap(b.next) < n {
		*b = branches{make([]int32, 0, n), make([]int32, n), make([]int32, n)}
	}
	t.cost, t.by = cost[:n], branches{b.order[:0], b.next[:n], b.at[:n]}
	for v := range t.cost {
		t.cost[v] = unreachable
	}
	t.queue.clear()
	sink := int32(n - 1)
	t.cost[sink] = 0
	t.by.order = append(t.by.order, sink)
	levels, full := int32(view.needs.levels), view.needs.full
	for i := range view.to {
		stub := &view.to[i]
		if stub.ClosedBy != 0 {
			continue
		}
		met := view.needs.pack[stub.Needs]
		for already := met; ; already = (already - 1) & met {
			t.offer(sink, int32(stub.Node)*levels+int32(full&^met|already), none, view.criterion.Of(stub.Cost))
			if already == 0 {
				break
			}
		}
	}
	for !t.queue.empty() {
		e := t.queue.pop()
		if e.f > t.cost[e.v] {
			continue // overtaken
		}
		t.by.order = append(t.by.order, e.v)
		if levels == 1 {
			t.settle(view, e)
		} else {
			t.settleLevel(view, e)
		}
	}
	*b = t.by
	return t.cost
}

// settle offers a way by a node to all from which an arc or a step leads there, where nothing is needed.
func (t *flat) settle(view *reversed, e near) {
	first, end := view.first[e.v], view.first[e.v+1]
	from, costs := view.from[first:end], view.costs[view.criterion][first:end]
	costs = costs[:len(from)]
	for i, v := range from {
		// What is unreachable is further than all as a number without a sign.
		if f := e.f + costs[i]; costs[i] != closed && uint64(f) < uint64(t.cost[v]) {
			t.cost[v], t.by.next[v], t.by.at[v] = f, e.v, first+int32(i)
			t.queue.push(f, v)
		}
	}
}

// settleLevel is settle where a vertex is a node at a level of needs.
func (t *flat) settleLevel(view *reversed, e near) {
	levels := int32(view.needs.levels)
	node, level := e.v/levels, uint8(e.v%levels)
	for i := view.first[node]; i < view.first[node+1]; i++ {
		cost, met := view.costs[view.criterion][i], view.needs.pack[view.met[i]]
		if cost == closed || met&^level != 0 {
			continue
		}
		for already := met; ; already = (already - 1) & met {
			t.offer(e.v, view.from[i]*levels+int32(level&^met|already), i, e.f+cost)
			if already == 0 {
				break
			}
		}
	}
}

// offer a vertex a way to the destination.
func (t *flat) offer(next, v, at int32, cost int64) {
	if t.cost[v] == unreachable || cost < t.cost[v] {
		t.cost[v], t.by.next[v], t.by.at[v] = cost, next, at
		t.queue.push(cost, v)
	}
}
