package network

// ordered is what a binary heap can hold.
type ordered[T any] interface{ before(T) bool }

// heapPush adds to a heap whose first is before all others.
func heapPush[T ordered[T]](q []T, v T) []T {
	q = append(q, v)
	for i := len(q) - 1; i > 0 && q[i].before(q[(i-1)/2]); i = (i - 1) / 2 {
		q[i], q[(i-1)/2] = q[(i-1)/2], q[i]
	}
	return q
}

// heapPop takes the first of a heap that is not empty, and returns the rest with it.
func heapPop[T ordered[T]](q []T) (T, []T) {
	top, last := q[0], len(q)-1
	q[0] = q[last]
	q = q[:last]
	for i := 0; ; {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(q); c++ {
			if q[c].before(q[least]) {
				least = c
			}
		}
		if least == i {
			return top, q
		}
		q[i], q[least] = q[least], q[i]
		i = least
	}
}
