package network

// reaches is a binary heap of how far what lies at a number is: the nearest first, of those as near the least number. Both stand in one
// word, so that one comparison tells which comes first.
type reaches []int64

// reachBits are those of the number: more than the nodes of the lanes, or the cells of the land.
const reachBits = 28

func (q *reaches) push(far int64, at int32) {
	heap := append(*q, far<<reachBits|int64(at))
	for i := len(heap) - 1; i > 0 && heap[i] < heap[(i-1)/2]; i = (i - 1) / 2 {
		heap[i], heap[(i-1)/2] = heap[(i-1)/2], heap[i]
	}
	*q = heap
}

// pop takes the first of a heap that is not empty.
func (q *reaches) pop() (far int64, at int32) {
	heap := *q
	top, last := heap[0], len(heap)-1
	moved := heap[last]
	heap = heap[:last]
	i := 0
	for c := 1; c < last; c = 2*i + 1 {
		if c+1 < last && heap[c+1] < heap[c] {
			c++
		}
		if moved <= heap[c] {
			break
		}
		heap[i] = heap[c]
		i = c
	}
	if last > 0 {
		heap[i] = moved
	}
	*q = heap
	return top >> reachBits, int32(top & (1<<reachBits - 1))
}
