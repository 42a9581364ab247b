package network

import "slices"

// hops lists the shortest ways between stops, both directions, in the order of the tables: in open water between all
// ports that are wanted and all passage ends of one piece of the sea, and along every passage. A way in open water sails
// through no passage, so closing a passage removes its own two hops and nothing else. It pauses at every stop.
func (l *lanes) hops(wanted func(port string) bool, pause func()) []laneHop {
	var stops []laneStop
	for _, p := range l.ports {
		if wanted(p.Port) {
			stops = append(stops, p)
		}
	}
	stops = append(stops, l.ends...)
	var out []laneHop
	t := l.newTree()
	for _, from := range stops {
		t.grow(from.node, None, func(e *laneEdge) bool { return e.passage == "" })
		for _, to := range stops {
			if pieces, length := t.way(to.node); length > 0 {
				out = append(out, laneHop{From: from, To: to, Length: length, Pieces: pieces})
			}
		}
		pause()
	}
	for i, passage := range l.passages {
		for _, k := range [2]int{2 * i, 2*i + 1} {
			from, to := l.ends[k], l.ends[k^1]
			t.grow(from.node, to.node, func(e *laneEdge) bool { return e.passage == passage })
			pieces, length := t.way(to.node)
			out = append(out, laneHop{From: from, To: to, Length: length, Passage: passage, Pieces: pieces})
		}
	}
	return out
}

// between is the shortest way by sea from port to port through none of the passages that are shut; false where there is
// none. The pieces count into drawing.
func (l *lanes) between(from, to string, shut ...string) (length Metres, pieces []int32, ok bool) {
	a, b := l.nodeOf(from), l.nodeOf(to)
	if a < 0 || b < 0 || a == b {
		return 0, nil, false
	}
	t := l.newTree()
	t.grow(a, b, func(e *laneEdge) bool { return e.passage == "" || !slices.Contains(shut, e.passage) })
	pieces, length = t.way(b)
	return length, pieces, length > 0
}

// nodeOf is the node of a port, or None.
func (l *lanes) nodeOf(port string) int32 {
	for _, p := range l.ports {
		if p.Port == port {
			return p.node
		}
	}
	return None
}

// laneTree is a tree of shortest ways from one node, grown anew for each.
type laneTree struct {
	l     *lanes
	root  int32
	far   []Metres // -1: not reached
	via   []int32  // edge by which a node was reached
	queue reaches
}

func (l *lanes) newTree() *laneTree {
	return &laneTree{l: l, far: make([]Metres, len(l.at)), via: make([]int32, len(l.at))}
}

// grow finds the shortest ways from root over the edges that are open: to a node, or for None to all.
func (t *laneTree) grow(root, to int32, open func(*laneEdge) bool) {
	for i := range t.far {
		t.far[i], t.via[i] = -1, None
	}
	t.root, t.far[root] = root, 0
	t.queue = t.queue[:0]
	t.queue.push(0, root)
	for len(t.queue) > 0 {
		far, node := t.queue.pop()
		if node == to {
			return
		}
		if Metres(far) > t.far[node] {
			continue
		}
		for _, i := range t.l.around[t.l.first[node]:t.l.first[node+1]] {
			e := &t.l.edges[i]
			if !open(e) {
				continue
			}
			next := e.a + e.b - node
			if far := Metres(far) + e.length; t.far[next] < 0 || far < t.far[next] {
				t.far[next], t.via[next] = far, i
				t.queue.push(int64(far), next)
			}
		}
	}
}

// way lists the edges from the root to a node, and their length; 0 where there is no way or nothing to sail.
func (t *laneTree) way(node int32) ([]int32, Metres) {
	if t.far[node] <= 0 {
		return nil, 0
	}
	n := 0
	for v := node; v != t.root; n++ {
		e := t.l.edges[t.via[v]]
		v = e.a + e.b - v
	}
	out := make([]int32, n)
	for v := node; v != t.root; {
		n--
		out[n] = t.via[v]
		e := t.l.edges[t.via[v]]
		v = e.a + e.b - v
	}
	return out, t.far[node]
}
