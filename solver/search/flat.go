package search

// flat makes trees as graph.ShortestPaths does, of costs alone and in arrays that it uses again. Questions under Once want many
// of them in every frame: apart, and from the end that moves. A flat is not safe for use by several goroutines at once.
type flat struct {
	queue queue
}

// costs writes the least cost from every vertex to the destination over those given, as potentials.
func (t *flat) costs(view *reversed, cost []int64) []int64 {
	n := view.Order()
	if cap(cost) < n {
		cost = make([]int64, n)
	}
	cost = cost[:n]
	for v := range cost {
		cost[v] = unreachable
	}
	t.queue.clear()
	cost[n-1] = 0
	t.queue.push(waiting{id: int32(n - 1)})
	var at int64
	offer := func(u int, by int64) bool {
		if by == closed {
			return false
		}
		if by += at; cost[u] == unreachable || by < cost[u] {
			cost[u] = by
			t.queue.push(waiting{f: by, id: int32(u)})
		}
		return false
	}
	for !t.queue.empty() {
		e := t.queue.pop()
		if at = e.f; at > cost[e.id] {
			continue // overtaken
		}
		view.Visit(int(e.id), offer)
	}
	return cost
}
