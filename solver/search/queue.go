package search

// waiting is a state in a queue: the least f first, then the fewest hops, then the oldest.
type waiting struct {
	f    int64
	hops int32 // arcs so far
	id   int32 // of the state
}

func (e *waiting) before(o *waiting) bool {
	if e.f != o.f {
		return e.f < o.f
	}
	return e.hops < o.hops || e.hops == o.hops && e.id < o.id
}

// queue is the heap of a ranking: the same as that of a front, with half of it to move about.
type queue struct {
	entries []waiting
	first   waiting // comes before all entries
	holding bool
}

func (q *queue) clear() { q.entries, q.holding = q.entries[:0], false }

func (q *queue) empty() bool { return !q.holding && len(q.entries) == 0 }

// least is the f of the entry that pop gives next; the queue must not be empty.
func (q *queue) least() int64 {
	if q.holding {
		return q.first.f
	}
	return q.entries[0].f
}

func (q *queue) push(e waiting) {
	if q.holding {
		if e.before(&q.first) {
			q.first, e = e, q.first
		}
	} else if len(q.entries) == 0 || e.before(&q.entries[0]) {
		q.first, q.holding = e, true
		return
	}
	q.entries = append(roomy(q.entries), e)
	entries := q.entries
	i := len(entries) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if !e.before(&entries[parent]) {
			break
		}
		entries[i] = entries[parent]
		i = parent
	}
	entries[i] = e
}

func (q *queue) pop() waiting {
	if q.holding {
		q.holding = false
		return q.first
	}
	last := len(q.entries) - 1
	top, e := q.entries[0], q.entries[last]
	q.entries = q.entries[:last]
	entries := q.entries
	i := 0
	for {
		child := 4*i + 1
		if child >= last {
			break
		}
		least := child
		for c := child + 1; c < min(child+4, last); c++ {
			if entries[c].before(&entries[least]) {
				least = c
			}
		}
		if !entries[least].before(&e) {
			break
		}
		entries[i] = entries[least]
		i = least
	}
	if last > 0 {
		entries[i] = e
	}
	return top
}
