package search

// entry waits in the heap of a front: the least f first, then the fewest hops, then the earlier walk.
type entry struct {
	f    [3]int64
	hops int32 // arcs so far
	id   int32 // of the label
}

func (e *entry) before(f *frontier, o *entry) bool {
	switch {
	case e.f[0] != o.f[0]:
		return e.f[0] < o.f[0]
	case e.f[1] != o.f[1]:
		return e.f[1] < o.f[1]
	case e.f[2] != o.f[2]:
		return e.f[2] < o.f[2]
	case e.hops != o.hops:
		return e.hops < o.hops
	}
	return f.earlier(e.id, o.id)
}

// heap is a priority queue with four children to a parent. An entry that comes before all others is held apart: with
// exact potentials a walk often goes on at the cost it had, and such an entry is never sifted.
type heap struct {
	entries []entry
	first   entry
	holding bool
}

func (h *heap) clear() { h.entries, h.holding = h.entries[:0], false }

func (h *heap) empty() bool { return !h.holding && len(h.entries) == 0 }

func (h *heap) push(f *frontier, e entry) {
	if h.holding {
		if e.before(f, &h.first) {
			h.first, e = e, h.first
		}
	} else if len(h.entries) == 0 || e.before(f, &h.entries[0]) {
		h.first, h.holding = e, true
		return
	}
	h.entries = append(roomy(h.entries), e)
	i := len(h.entries) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if !e.before(f, &h.entries[parent]) {
			break
		}
		h.entries[i] = h.entries[parent]
		i = parent
	}
	h.entries[i] = e
}

func (h *heap) pop(f *frontier) entry {
	if h.holding {
		h.holding = false
		return h.first
	}
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
			if h.entries[c].before(f, &h.entries[least]) {
				least = c
			}
		}
		if !h.entries[least].before(f, &e) {
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
