package search

import (
	"math/bits"
	"slices"
)

// mindful is what walks mind having left, where ways come back to no place: by node the spots, as in shunned, that a walk to there
// minds. A mask tells which of these it has left. A walk minds a spot only where walks were seen to go round from it and
// back, and forgets it elsewhere, so that few masks are told apart (dynamic ng-route relaxation). It begins with nothing, or
// with what was learnt from the questions before; what is found in the end does not depend on what else is minded.
type mindful struct {
	of     [][]int32
	nodes  []int32 // that mind anything
	longer int     // list of any node
}

// mostMinded is how many spots a node may mind.
const mostMinded = 64

// keep forgets everything once there is much of it.
func (m *mindful) keep() {
	if m.longer <= mostMinded/2 {
		return
	}
	for _, v := range m.nodes {
		m.of[v] = m.of[v][:0]
	}
	m.nodes, m.longer = m.nodes[:0], 0
}

// minding takes a mask along an arc; false where the arc comes back to what is minded, or to where it begins.
func (s *Searcher) minding(mask uint64, a ArcID) (uint64, bool) {
	v, u := int32(s.g.From[a]), int32(s.g.To[a])
	if v == u {
		return 0, false
	}
	p, q := s.places[v], s.places[u]
	mine, theirs := s.mindful.of[v], s.mindful.of[u]
	out := uint64(0)
	for ; mask != 0; mask &= mask - 1 {
		spot := mine[bits.TrailingZeros64(mask)]
		if spot == q || spot == ^u {
			return 0, false
		}
		for i, other := range theirs {
			if other == spot {
				out |= 1 << i
			}
		}
	}
	for i, other := range theirs {
		if other == p && p != q || other == ^v {
			out |= 1 << i
		}
	}
	return out, true
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
			for _, a := range arcs[j:i] {
				room = m.mind(int32(to[a]), spot) && room
			}
			inner = j
			break
		}
	}
	return room
}

// mind has a node mind a spot; false where it minds too much.
func (m *mindful) mind(v, spot int32) bool {
	switch n := len(m.of[v]); {
	case slices.Contains(m.of[v], spot):
		return true
	case n == mostMinded:
		return false
	case n == 0:
		m.nodes = append(m.nodes, v)
	}
	m.of[v] = append(m.of[v], spot)
	m.longer = max(m.longer, len(m.of[v]))
	return true
}
