package search

// chains are the steps of a search: stretches of arcs, each from one node to another. Chain c leads from[c] -> to[c] by
// arcs[first[c]:first[c+1]], in the order in which they are met. Chains that leave the same node stand together.
type chains struct {
	from, to []NodeID
	first    []int32
	arcs     []ArcID
}

// of a chain, its arcs.
func (c *chains) of(chain int32) []ArcID { return c.arcs[c.first[chain]:c.first[chain+1]] }

func (c *chains) add(from, to NodeID, arcs []ArcID) {
	if c.first == nil {
		c.first = []int32{0}
	}
	c.from, c.to, c.arcs = append(c.from, from), append(c.to, to), append(c.arcs, arcs...)
	c.first = append(c.first, int32(len(c.arcs)))
}

// mirrored has every chain turned round.
func (c *chains) mirrored(nodes int) *chains {
	m := new(chains)
	_, order := gather(nodes, c.to)
	for _, i := range order {
		begin := len(m.arcs)
		arcs := c.of(int32(i))
		m.add(c.to[i], c.from[i], arcs)
		for k, a := range arcs {
			m.arcs[begin+len(arcs)-1-k] = a
		}
	}
	return m
}

// singles are the arcs one by one.
func (g *Graph) singles() *chains {
	c := new(chains)
	for _, a := range g.out {
		c.add(g.From[a], g.To[a], []ArcID{a})
	}
	return c
}

// Shorten lets searches pass by the nodes that are only passed through: those with one way in or one way on, and those
// between two neighbours. Each way through them becomes one step, which costs what its arcs cost and is closed when one of
// them is. Answers stay the same, to the tie.
//
// No stub of a question may stand on a node that is not kept: Ask panics. A way that turns back on such a node is left out, since no
// answer has it, unless one of its arcs is marked, as all arcs with gates must be: Ranked takes notice of the sets of
// gateways whose cheapest way loops. Where passing an arc may meet a need, searches go by single arcs, unless no way may come back: see
// Searcher.steps.
func (g *Graph) Shorten(keep func(NodeID) bool, marked func(ArcID) bool) {
	s := shortening{g: g, in: make([][]int, g.N), out: make([][]int, g.N), list: make([]stretch, 0, 3*len(g.From))}
	alone := make([]ArcID, len(g.From)) // each a stretch of its own
	for a := range g.From {
		alone[a] = ArcID(a)
		s.add(stretch{g.From[a], g.To[a], alone[a : a+1 : a+1], marked(ArcID(a))})
	}
	for more := true; more; {
		more = false
		for v := range g.N {
			if !keep(NodeID(v)) && s.pass(NodeID(v)) {
				more = true
			}
		}
	}
	g.short, g.passed = new(chains), make([]bool, g.N)
	for v := range g.N {
		g.passed[v] = !keep(NodeID(v))
	}
	for v := range g.N {
		for _, i := range s.out[v] {
			g.short.add(s.list[i].from, s.list[i].to, s.list[i].arcs)
		}
	}
}

// shortening is the working memory of Shorten.
type shortening struct {
	g       *Graph
	list    []stretch
	in, out [][]int // by node: indices into list
}

// stretch is a chain in the making.
type stretch struct {
	from, to NodeID
	arcs     []ArcID
	marked   bool
}

func (s *shortening) add(one stretch) {
	s.in[one.to] = append(s.in[one.to], len(s.list))
	s.out[one.from] = append(s.out[one.from], len(s.list))
	s.list = append(s.list, one)
}

// pass joins the stretches that meet at v, so that none ends there, if that makes them no more; false if it does not, or if
// none did.
func (s *shortening) pass(v NodeID) bool {
	in, out := s.in[v], s.out[v]
	if len(in)+len(out) == 0 {
		return false
	}
	many := 0
	for _, i := range in {
		if s.list[i].from == v {
			return false // round and round
		}
		for _, o := range out {
			if s.turns(i, o) {
				continue
			}
			if many++; many > len(in)+len(out) {
				return false
			}
		}
	}
	joined := make([]stretch, 0, many)
	for _, i := range in {
		for _, o := range out {
			if s.turns(i, o) {
				continue
			}
			a, b := &s.list[i], &s.list[o]
			arcs := append(append(make([]ArcID, 0, len(a.arcs)+len(b.arcs)), a.arcs...), b.arcs...)
			joined = append(joined, stretch{a.from, b.to, arcs, a.marked || b.marked})
		}
	}
	for _, i := range in {
		drop(&s.out[s.list[i].from], i)
	}
	for _, o := range out {
		drop(&s.in[s.list[o].to], o)
	}
	s.in[v], s.out[v] = nil, nil
	for _, one := range joined {
		s.add(one)
	}
	return true
}

// turns tells whether two stretches lead there and back with nothing marked on the way.
func (s *shortening) turns(in, out int) bool {
	a, b := &s.list[in], &s.list[out]
	return a.from == b.to && !a.marked && !b.marked
}

// drop takes x out of a list that has it.
func drop(list *[]int, x int) {
	kept := (*list)[:0]
	for _, y := range *list {
		if y != x {
			kept = append(kept, y)
		}
	}
	*list = kept
}
