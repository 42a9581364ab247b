package search

import "math/bits"

// mindful is what walks mind having left, where ways come back to no place: by node the spots, as in shunned, that a walk to there
// minds. A mask tells which of these it has left. A walk minds a spot only where walks were seen to go round from it and
// back, and forgets it elsewhere, so that few masks are told apart (dynamic ng-route relaxation). It begins with nothing, or
// with what was learnt from the questions before; what is found in the end does not depend on what else is minded.
//
// A spot has the same bit at all nodes that mind it, so that going along a step is three operations: see passage. Where the bit is
// taken at one more node, the spot gets another, at all of them; the first one stays, for the walks that are known.
type mindful struct {
	bits   int      // of a mask: mostMinded but in tests
	at     []uint64 // by node: the bits of what it minds
	first  []int32  // by node: 1 + index into all; 0 for none
	all    []minded
	latest []int32 // by spot, nodes after places: 1 + index into given of its last bit; 0 for none
	given  []given
	nodes  []int32 // that mind anything
	longer int     // bits of any node
	age    uint32  // rises with all that is learnt and forgotten, here and of what is shunned
}

// mostMinded is how many spots a node may mind.
const mostMinded = 64

// minded is one spot that a node minds, by one bit.
type minded struct {
	node, given int32
	next        int32 // of the node: 1 + index into all; 0 for none
	other       int32 // of the same bit at another node, likewise
}

// given is a bit that stands for a spot.
type given struct {
	spot  int32
	bit   uint64
	first int32 // 1 + index into all
}

func (m *mindful) make(nodes, spots int) {
	m.bits, m.age = mostMinded, 1
	m.at, m.first, m.latest = make([]uint64, nodes), make([]int32, nodes), make([]int32, spots)
}

// keep forgets everything, unless it is of use and not much.
func (m *mindful) keep(warm bool) {
	if warm && m.longer <= m.bits/2 {
		return
	}
	for _, v := range m.nodes {
		m.at[v], m.first[v] = 0, 0
	}
	for i := range m.given {
		*m.last(m.given[i].spot) = 0
	}
	m.all, m.given, m.nodes, m.longer = m.all[:0], m.given[:0], m.nodes[:0], 0
	m.age++
}

// last is the entry of a spot in latest.
func (m *mindful) last(spot int32) *int32 {
	if spot < 0 {
		spot += int32(len(m.latest))
	}
	return &m.latest[spot]
}

// passing is how an arc from v to u changes a mask, from place p to place q.
func (m *mindful) passing(v, u, p, q int32) (by passage) {
	by.never = v == u
	if m.at[v] != 0 {
		for i := m.first[v]; i != 0; i = m.all[i-1].next {
			g := m.all[i-1].given
			switch spot := m.given[g].spot; {
			case spot == q || spot == ^u:
				by.fail |= m.given[g].bit
			case m.minds(u, g):
				by.keep |= m.given[g].bit
			}
		}
	}
	if m.at[u] != 0 {
		for i := m.first[u]; i != 0; i = m.all[i-1].next {
			if g := &m.given[m.all[i-1].given]; g.spot == p && p != q || g.spot == ^v {
				by.set |= g.bit
			}
		}
	}
	return by
}

// minds tells whether a node minds a spot by a bit.
func (m *mindful) minds(v, g int32) bool {
	if m.at[v]&m.given[g].bit == 0 {
		return false
	}
	for i := m.first[v]; i != 0; i = m.all[i-1].next {
		if m.all[i-1].given == g {
			return true
		}
	}
	return false
}

// learn has walks mind what one was seen to come back to, at the nodes that it passes in between; false where a node minds too much.
// Where it goes round within a round, the inner one is enough.
func (m *mindful) learn(s *Searcher, arcs []ArcID) (room bool) {
	from, to := s.g.From, s.g.To
	if s.mirror {
		from, to = to, from
	}
	room = true
	for i, inner := 0, -1; i < len(arcs); i++ {
		u, left := int32(to[arcs[i]]), false
		for j := i; j > inner; j-- {
			v := int32(from[arcs[j]])
			here := s.places[v] == s.places[u]
			if v != u && !(left && here) {
				left = left || !here
				continue
			}
			spot := ^u
			if left && here {
				spot = s.places[u]
			}
			room = m.mind(to, arcs[j:i], spot) && room
			inner = j
			break
		}
	}
	return room
}

// mind has the nodes that arcs lead to mind a spot; false where there is no bit that none of them has given to another.
func (m *mindful) mind(to []NodeID, arcs []ArcID, spot int32) bool {
	last := m.last(spot)
	var taken uint64
	known := true
	for _, a := range arcs {
		if v := int32(to[a]); *last == 0 || !m.minds(v, *last-1) {
			taken |= m.at[v]
			known = false
		}
	}
	if known {
		return true
	}
	if *last == 0 || m.given[*last-1].bit&taken != 0 {
		nodes := int32(0) // that mind it by another bit
		if *last != 0 {
			nodes = m.given[*last-1].first
		}
		for i := nodes; i != 0; i = m.all[i-1].other {
			taken |= m.at[m.all[i-1].node]
		}
		bit, ok := m.free(taken, spot)
		if !ok {
			return false
		}
		m.given = append(m.given, given{spot: spot, bit: bit})
		*last = int32(len(m.given))
		for i := nodes; i != 0; i = m.all[i-1].other {
			m.add(m.all[i-1].node, *last-1)
		}
	}
	for _, a := range arcs {
		if v := int32(to[a]); !m.minds(v, *last-1) {
			m.add(v, *last-1)
		}
	}
	m.age++
	return true
}

// free is a bit that is not taken, another for another spot where it can be, so that few want the same.
func (m *mindful) free(taken uint64, spot int32) (bit uint64, ok bool) {
	for i := range m.bits {
		if bit = 1 << (uint(uint32(spot)+uint32(i)) % uint(m.bits)); taken&bit == 0 {
			return bit, true
		}
	}
	return 0, false
}

// add has a node mind a spot by a bit.
func (m *mindful) add(v, g int32) {
	if m.at[v] == 0 {
		m.nodes = append(m.nodes, v)
	}
	of := &m.given[g]
	m.all = append(m.all, minded{node: v, given: g, next: m.first[v], other: of.first})
	m.first[v], of.first = int32(len(m.all)), int32(len(m.all))
	m.at[v] |= of.bit
	m.longer = max(m.longer, bits.OnesCount64(m.at[v]))
}
