package search

// flat makes trees as graph.ShortestPaths does, in arrays that it uses again. Questions under Once want many of them in every
// frame: apart, and from the end that moves. A flat is not safe for use by several goroutines at once.
type flat struct {
	queue queue
	cost  []int64  // of the tree in the making
	by    branches // of that
	lost  []int32  // scratch of without
	amiss []bool   // by vertex: it is lost; all false in between
}

// branches are what the least ways of a tree go by.
type branches struct {
	order []int32 // the vertices from which one leads to the destination, nearest first
	next  []int32 // by vertex: the one after
	arc   []ArcID // by vertex: the arc to that; none for a stub
}

// costs writes the least cost from every vertex to the destination over those given, as potentials, and over b by what.
func (t *flat) costs(g *Graph, view *reversed, cost []int64, b *branches) []int64 {
	n := view.Order()
	if cap(cost) < n {
		cost = make([]int64, n)
		*b = branches{make([]int32, 0, n), make([]int32, n), make([]ArcID, n)}
	}
	t.cost, t.by = cost[:n], branches{b.order[:0], b.next[:n], b.arc[:n]}
	for v := range t.cost {
		t.cost[v] = unreachable
	}
	t.queue.clear()
	sink := int32(n - 1)
	t.cost[sink] = 0
	t.by.order = append(t.by.order, sink)
	levels, full := view.needs.levels, view.needs.full
	for i := range view.to {
		stub := &view.to[i]
		if stub.ClosedBy != 0 {
			continue
		}
		met := view.needs.pack[stub.Needs]
		for already := met; ; already = (already - 1) & met {
			t.offer(sink, int32(int(stub.Node)*levels+int(full&^met|already)), none, view.criterion.Of(stub.Cost))
			if already == 0 {
				break
			}
		}
	}
	for !t.queue.empty() {
		e := t.queue.pop()
		if e.f > t.cost[e.id] {
			continue // overtaken
		}
		t.by.order = append(t.by.order, e.id)
		node, level := int(e.id)/levels, uint8(int(e.id)%levels)
		first, end := view.first[node], view.first[node+1]
		from, met, costs := view.from[first:end], view.met[first:end], view.costs[view.criterion][first:end]
		for i, a := range g.in[first:end] {
			if costs[i] == closed {
				continue
			}
			met := view.needs.pack[met[i]]
			if met&^level != 0 {
				continue
			}
			for already := met; ; already = (already - 1) & met {
				t.offer(e.id, int32(from[i]*levels+int(level&^met|already)), a, e.f+costs[i])
				if already == 0 {
					break
				}
			}
		}
	}
	*b = t.by
	return t.cost
}

// offer a vertex a way to the destination.
func (t *flat) offer(next, v int32, by ArcID, cost int64) {
	if t.cost[v] == unreachable || cost < t.cost[v] {
		t.cost[v], t.by.next[v], t.by.arc[v] = cost, next, by
		t.queue.push(waiting{f: cost, id: v})
	}
}
