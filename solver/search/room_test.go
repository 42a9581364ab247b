package search

import "testing"

// With eight things to pass a graph has 256 vertices to a node: what is made beforehand does not grow with them.
func TestRoomIsBounded(t *testing.T) {
	const vertices = 1 << 19
	var f frontier
	f.room(vertices)
	p := pieces{at: make([]int32, vertices)}
	p.room()
	const most = 1 << 16
	if n := max(cap(f.labels), cap(f.masks), cap(f.heap.entries), cap(f.arcs), cap(p.arcs), cap(p.ways), cap(p.stair)); n > most {
		t.Errorf("there is room for %d", n)
	}
}
