package search

// entry waits in a heap: the least f first, then the fewest hops, then the oldest.
type entry struct {
	f    [3]int64
	hops int32 // arcs so far
	id   int32 // of the label or state
}

func (e *entry) before(o *entry) bool {
	for i := range e.f {
		if e.f[i] != o.f[i] {
			return e.f[i] < o.f[i]
		}
	}
	if e.hops != o.hops {
		return e.hops < o.hops
	}
	return e.id < o.id
}

// heap is a priority queue with four children to a parent.
type heap struct{ entries []entry }

func (h *heap) clear() { h.entries = h.entries[:0] }

func (h *heap) empty() bool { return len(h.entries) == 0 }

func (h *heap) push(e entry) {
	h.entries = append(h.entries, e)
	i := len(h.entries) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if !e.before(&h.entries[parent]) {
			break
		}
		h.entries[i] = h.entries[parent]
		i = parent
	}
	h.entries[i] = e
}

func (h *heap) pop() entry {
	top := h.entries[0]
	last := len(h.entries) - 1
	e := h.entries[last]
	h.entries = h.entries[:last]
	i := 0
	for {
		child := 4*i + 1
		if child >= last {
			break
		}
		least := child
		for c := child + 1; c < min(child+4, last); c++ {
			if h.entries[c].before(&h.entries[least]) {
				least = c
			}
		}
		if !h.entries[least].before(&e) {
			break
		}
		h.entries[i] = h.entries[least]
		i = least
	}
	if last > 0 {
		h.entries[i] = e
	}
	return top
}
