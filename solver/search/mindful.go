package search

// mindful is what walks mind having left, where ways come back to no place: by node the spots, as in shunned, that a walk to there
// minds. A mask tells which of these it has left. A walk minds a spot only where walks were seen to go round from it and
// back, and forgets it elsewhere, so that few masks are told apart (dynamic ng-route relaxation). It begins with nothing, or
// with what was learnt from the questions before; what is found in the end does not depend on what else is minded.
type mindful struct {
	of     []mindedBy // by node
	all    []minded
	nodes  []int32 // that mind anything
	longer int32   // list of any node
}

// mindedBy is what a node minds, in the order of the bits of a mask: a list in all.
type mindedBy struct {
	first, last int32 // 1 + index; 0 for none
	count       int32
}

type minded struct {
	spot int32
	next int32 // 1 + index; 0 for none
}

// mostMinded is how many spots a node may mind.
const mostMinded = 64

// keep forgets everything, unless it is of use and not much.
func (m *mindful) keep(warm bool) {
	if warm && m.longer <= mostMinded/2 {
		return
	}
	for _, v := range m.nodes {
		m.of[v] = mindedBy{}
	}
	m.all, m.nodes, m.longer = m.all[:0], m.nodes[:0], 0
}

// mindingAll takes a mask along several arcs.
func (s *Searcher) mindingAll(mask uint64, arcs []ArcID) (uint64, bool) {
	ok := true
	for _, a := range arcs {
		if mask == 0 && s.mindful.of[s.g.To[a]].first == 0 && s.g.From[a] != s.g.To[a] {
			continue // nothing is minded
		}
		if mask, ok = s.minding(mask, a); !ok {
			return 0, false
		}
	}
	return mask, true
}

// minding takes a mask along an arc; false where the arc comes back to what is minded, or to where it begins.
func (s *Searcher) minding(mask uint64, a ArcID) (uint64, bool) {
	v, u := int32(s.g.From[a]), int32(s.g.To[a])
	if v == u {
		return 0, false
	}
	p, q := s.places[v], s.places[u]
	m := &s.mindful
	out := uint64(0)
	if mask != 0 {
		for i, bit := m.of[v].first, uint64(1); i != 0; i, bit = m.all[i-1].next, bit<<1 {
			if mask&bit == 0 {
				continue
			}
			spot := m.all[i-1].spot
			if spot == q || spot == ^u {
				return 0, false
			}
			out |= m.bit(u, spot)
		}
	}
	for i, bit := m.of[u].first, uint64(1); i != 0; i, bit = m.all[i-1].next, bit<<1 {
		if spot := m.all[i-1].spot; spot == p && p != q || spot == ^v {
			out |= bit
		}
	}
	return out, true
}

// bit stands for a spot in the masks of a node; 0 where the node does not mind it.
func (m *mindful) bit(v, spot int32) uint64 {
	for i, bit := m.of[v].first, uint64(1); i != 0; i, bit = m.all[i-1].next, bit<<1 {
		if m.all[i-1].spot == spot {
			return bit
		}
	}
	return 0
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
	if m.bit(v, spot) != 0 {
		return true
	}
	at := &m.of[v]
	if at.count == mostMinded {
		return false
	}
	m.all = append(m.all, minded{spot: spot})
	id := int32(len(m.all))
	if at.count == 0 {
		m.nodes = append(m.nodes, v)
		at.first = id
	} else {
		m.all[at.last-1].next = id
	}
	at.last = id
	at.count++
	m.longer = max(m.longer, at.count)
	return true
}
