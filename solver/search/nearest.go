package search

// near is a vertex in a nearest.
type near struct {
	f int64 // from there to the destination
	v int32
}

// nearest is the heap of a tree: with four children to a parent, of which the least is found without a branch. What is nearest of
// four is anybody's guess, and a processor that guesses wrong loses more than it takes to look at them all. For the same reason what
// is taken from the end is not held against each level on its way down, but sinks to the last and rises from there, which it seldom does.
type nearest struct{ entries []near }

func (q *nearest) clear() { q.entries = q.entries[:0] }

func (q *nearest) empty() bool { return len(q.entries) == 0 }

func (q *nearest) push(f int64, v int32) {
	q.entries = append(roomy(q.entries), near{f, v})
	q.rise(len(q.entries)-1, near{f, v})
}

// rise puts an entry at i or above.
func (q *nearest) rise(i int, e near) {
	entries := q.entries
	for i > 0 {
		parent := (i - 1) / 4
		if entries[parent].f <= e.f {
			break
		}
		entries[i] = entries[parent]
		i = parent
	}
	entries[i] = e
}

func (q *nearest) pop() near {
	last := len(q.entries) - 1
	top, e := q.entries[0], q.entries[last]
	entries := q.entries[:last]
	q.entries = entries
	i, child := 0, 1
	for ; child+3 < len(entries); child = 4*i + 1 {
		four := entries[child : child+4 : child+4]
		// Of either pair, and then of the two: a sign is -1 where the latter is nearer, and 0 where not. Costs are far from overflowing.
		left, right := four[0].f, four[2].f
		inLeft, inRight := (four[1].f-left)>>63, (four[3].f-right)>>63
		left += (four[1].f - left) & inLeft
		right += (four[3].f - right) & inRight
		least := child - int(inLeft)
		least += (child + 2 - int(inRight) - least) & int((right-left)>>63)
		entries[i] = entries[least]
		i = least
	}
	if child < len(entries) {
		least := child
		for c := child + 1; c < len(entries); c++ {
			if entries[c].f < entries[least].f {
				least = c
			}
		}
		entries[i] = entries[least]
		i = least
	}
	if last > 0 {
		q.rise(i, e)
	}
	return top
}
