package search

// entry waits in the heap of a front. It is short, since it is moved about; what decides between two that lead alike stands in
// their labels.
type entry struct {
	f  int64 // the leading part of what a whole way costs at the least
	id int32 // of the label
}

// before tells whether an entry comes first: the least by all criteria, in the order of lead, then the fewest hops, then the oldest.
func (e entry) before(o entry, labels []label) bool {
	if e.f != o.f {
		return e.f < o.f
	}
	a, b := &labels[e.id], &labels[o.id]
	switch {
	case a.f[1] != b.f[1]:
		return a.f[1] < b.f[1]
	case a.f[2] != b.f[2]:
		return a.f[2] < b.f[2]
	case a.hops != b.hops:
		return a.hops < b.hops
	}
	return e.id < o.id
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

// least is the entry that pop takes next; there must be one.
func (h *heap) least() entry {
	if h.holding {
		return h.first
	}
	return h.entries[0]
}

func (h *heap) push(e entry, labels []label) {
	if h.holding {
		if e.before(h.first, labels) {
			h.first, e = e, h.first
		}
	} else if len(h.entries) == 0 || e.before(h.entries[0], labels) {
		h.first, h.holding = e, true
		return
	}
	h.entries = append(roomy(h.entries), e)
	rise(h.entries, labels)
}

func (h *heap) pop(labels []label) (id int32) {
	if h.holding {
		h.holding = false
		return h.first.id
	}
	id = h.entries[0].id
	last := len(h.entries) - 1
	e := h.entries[last]
	if h.entries = h.entries[:last]; last > 0 {
		fall(h.entries, e, labels)
	}
	return id
}

// rise puts the last entry where it belongs. Like fall it calls nothing, by the profile, and stands alone for that: as WASM what a function keeps at hand
// goes to memory and back at each call that it makes.
//
//go:noinline
func rise(entries []entry, labels []label) {
	i := len(entries) - 1
	e := entries[i]
	for i > 0 {
		parent := (i - 1) / 4
		if !e.before(entries[parent], labels) {
			break
		}
		entries[i] = entries[parent]
		i = parent
	}
	entries[i] = e
}

// fall puts an entry where it belongs, the first of them being free.
//
//go:noinline
func fall(entries []entry, e entry, labels []label) {
	i, child := 0, 1
	for ; child+3 < len(entries); child = 4*i + 1 {
		four := entries[child : child+4 : child+4]
		least, other := 0, 2
		if four[1].before(four[0], labels) {
			least = 1
		}
		if four[3].before(four[2], labels) {
			other = 3
		}
		if four[other].before(four[least], labels) {
			least = other
		}
		if !four[least].before(e, labels) {
			entries[i] = e
			return
		}
		entries[i] = four[least]
		i = child + least
	}
	least, next := i, e
	for ; child < len(entries); child++ { // fewer than four, which have no children
		if entries[child].before(next, labels) {
			least, next = child, entries[child]
		}
	}
	entries[i] = next
	entries[least] = e
}
