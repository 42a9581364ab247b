package search

import "slices"

// state is the best walk known to a vertex with exactly these gateways behind it.
type state struct {
	f     int64  // least cost of a whole way that goes on from here
	extra int64  // by which what it has left raises that: see apart
	been  uint64 // places visited, each a bit that several share; under Question.Once what has been left: see shunned
	hop
	gates   uint32
	hops    int32 // arcs so far; the last stub counts as one
	loops   bool  // once settled: the walk loops; before: its parent's does
	settled bool
}

// stateTable finds states by vertex and gateways: a hash table with open addressing, emptied by a new epoch.
type stateTable struct {
	list  []state
	slots []slot // a power of two, of the room there is: a small table stays where the processor finds it soon
	used  int
	epoch uint32
	kin   []kin   // by state; empty where nothing is shunned
	heads []int32 // the states that slots tell of, where there are kin
}

// kin are the states of one vertex and the same gateways, which have left different things.
type kin struct {
	head int32 // the one that a slot tells of
	next int32 // -1: none
}

type slot struct {
	vertex int32
	gates  uint32
	epoch  uint32
	id     int32
}

// roomy is a list with room for one more. Where it has none it is made twice as long: a frame is to look a little further than the last
// one and make nothing.
func roomy[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, max(64, len(list)))
}

// clear forgets every state.
func (t *stateTable) clear() {
	t.list, t.kin, t.heads, t.used = t.list[:0], t.kin[:0], t.heads[:0], 0
	const small = 1 << 12
	if t.slots == nil {
		t.slots = make([]slot, small)
	}
	t.slots = t.slots[:small]
	if t.epoch++; t.epoch == 0 {
		clear(t.slots[:cap(t.slots)])
		t.epoch = 1
	}
}

// find returns the id of the state. Where it is not known, the id is that of the next state put on the list, which
// the caller must do at once.
func (t *stateTable) find(vertex int32, gates uint32) (id int32, known bool) {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	i := hash(vertex, gates) & mask
	for ; t.slots[i].epoch == t.epoch; i = (i + 1) & mask {
		if s := &t.slots[i]; s.vertex == vertex && s.gates == gates {
			return s.id, true
		}
	}
	id = int32(len(t.list))
	t.slots[i] = slot{vertex, gates, t.epoch, id}
	t.used++
	return id, false
}

// grow doubles the table.
func (t *stateTable) grow() {
	if n := 2 * len(t.slots); n <= cap(t.slots) {
		t.slots = t.slots[:n]
		clear(t.slots)
	} else {
		t.slots = make([]slot, n)
	}
	mask := uint32(len(t.slots) - 1)
	put := func(id int32) {
		vertex, gates := t.list[id].vertex, t.list[id].gates
		i := hash(vertex, gates) & mask
		for t.slots[i].epoch == t.epoch {
			i = (i + 1) & mask
		}
		t.slots[i] = slot{vertex, gates, t.epoch, id}
	}
	if len(t.kin) > 0 {
		for _, id := range t.heads {
			put(id)
		}
		return
	}
	for id := range t.list {
		put(int32(id))
	}
}

// hash spreads the states over the slots.
func hash(vertex int32, gates uint32) uint32 {
	const odd = 0x9e3779b97f4a7c15 // 2^64 over the golden ratio
	return uint32((uint64(uint32(vertex))<<32 | uint64(gates)) * odd >> 32)
}
