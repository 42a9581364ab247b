package search

import "slices"

// ceiling is what a ranking that is to find so many ways need not go beyond: ways of as many sets of gateways are known that
// cost no more. They are walks that the ranking knows, each gone on with by the cheapest way from where it stands, as far as that comes
// back to nothing.
type ceiling struct {
	most  int // sets; 0 where none are looked for
	ways  []promise
	dear  int      // index of the dearest
	ends  []ending // by vertex
	made  madeFor  // what ends were made for
	turn  uint32   // of ends
	trail []int32  // scratch of cheapestOn
}

// promise is a set of gateways, and what a way costs that passes it.
type promise struct {
	gates uint32
	cost  int64
}

// ending is the cheapest way from a vertex on: its first step, and the gateways that it passes.
type ending struct {
	to, by int32 // vertex, and chain or index of the stub
	gates  uint32
	turn   uint32 // of the ceiling; below it the ending is not known
	round  bool   // it goes round and round for nothing
}

// mostPromises is how many ways are looked for: so long as there are few it is soonest to go through them all.
const mostPromises = 64

// begin forgets what was known of the last question.
func (c *ceiling) begin(do *task) {
	if c.ways, c.dear, c.most = c.ways[:0], 0, 0; do.shunning && do.most <= mostPromises {
		c.most = do.most
	}
}

// cost is what no way costs more than that is to be found.
func (c *ceiling) cost() int64 {
	if c.most == 0 || len(c.ways) < c.most {
		return 1<<63 - 1
	}
	return c.ways[c.dear].cost
}

// promised notes the way that a walk is the beginning of. It lowers what a ranking is to go beyond once as many ways are known.
func (s *Searcher) promised(r *ranking, at *state) {
	c := &r.ceiling
	if c.most == 0 || at.f >= c.cost() {
		return
	}
	gates := at.gates
	if at.vertex != r.sink {
		end := s.cheapestOn(r, at.vertex)
		if end.round {
			return
		}
		gates |= end.gates & r.look
	}
	known := -1
	for i := range c.ways {
		if c.ways[i].gates == gates {
			if c.ways[i].cost <= at.f {
				return
			}
			known = i
		}
	}
	if s.comesRound(r, at) {
		return
	}
	switch {
	case known >= 0:
		c.ways[known].cost = at.f
	case len(c.ways) < c.most:
		c.ways = append(c.ways, promise{gates, at.f})
	default:
		c.ways[c.dear] = promise{gates, at.f}
	}
	for i := range c.ways {
		if c.ways[i].cost > c.ways[c.dear].cost {
			c.dear = i
		}
	}
	r.dearest = min(r.dearest, c.cost())
}

// cheapestOn is the cheapest way from a vertex on: by steps that add nothing to the least that a whole way can cost.
func (s *Searcher) cheapestOn(r *ranking, v int32) *ending {
	c := &r.ceiling
	if now := (madeFor{r.criterion, s.potentials.age}); c.made != now {
		c.made = now
		if c.turn += 2; c.turn < 2 {
			clear(c.ends)
			c.turn = 2
		}
		for len(c.ends) <= int(r.sink) {
			c.ends = append(c.ends, ending{})
		}
		c.ends[r.sink] = ending{turn: c.turn}
	}
	c.trail = c.trail[:0]
	u := v
	for c.ends[u].turn < c.turn {
		end := &c.ends[u]
		*end = ending{turn: c.turn + 1, round: true} // it is being looked for
		s.eachStep(r.steps, u, func(to, by, _ int32, gates uint32, cost *vector) {
			if end.round && r.rest[to] != unreachable && cost[r.criterion&3]+r.rest[to] == r.rest[u] {
				end.to, end.by, end.gates, end.round = to, by, gates, false
			}
		})
		c.trail = append(c.trail, u)
		u = end.to
	}
	last := &c.ends[u]
	last.round = last.round || last.turn > c.turn
	for i := len(c.trail) - 1; i >= 0; i-- {
		end := &c.ends[c.trail[i]]
		end.gates |= last.gates
		end.round, end.turn = last.round, c.turn
		last = end
	}
	return &c.ends[v]
}

// comesRound tells whether a walk, gone on with by the cheapest way from its end, comes back to anything.
func (s *Searcher) comesRound(r *ranking, at *state) bool {
	hop, on := &at.hop, at.vertex
	if on == r.sink {
		if hop.parent < 0 {
			return false // beside the graph
		}
		hop = r.at(hop.parent)
	}
	begin := len(r.arcs)
	r.arcs, _ = r.steps.back(r.arcs, hop, r.at)
	slices.Reverse(r.arcs[begin:])
	for on != r.sink {
		end := s.cheapestOn(r, on)
		if on = end.to; on != r.sink {
			r.arcs = append(r.arcs, r.steps.chains.of(end.by)...)
		}
	}
	arcs := r.arcs[begin:]
	r.arcs = r.arcs[:begin]
	return s.meetsAgain(arcs) || s.q.Once && s.reenters(arcs)
}

// meetsAgain tells whether arcs come back to a place that they have left, or meet a node twice.
func (s *Searcher) meetsAgain(arcs []ArcID) bool {
	if len(arcs) == 0 {
		return false
	}
	met := &s.met
	if met.look++; met.at == nil || met.look == 0 {
		met.at, met.look = make([]uint32, s.mostSpots()), 1
	}
	nodes, places := met.at[:s.g.N], met.at[s.g.N:]
	v := s.g.From[arcs[0]]
	here := s.places[v]
	nodes[v], places[here] = met.look, met.look
	for _, a := range arcs {
		u := s.g.To[a]
		if nodes[u] == met.look {
			return true
		}
		nodes[u] = met.look
		if p := s.places[u]; p != here {
			if places[p] == met.look {
				return true
			}
			places[p], here = met.look, p
		}
	}
	return false
}

// met marks what a look has met, by node, then by place.
type met struct {
	at   []uint32
	look uint32
}

// reenters tells whether arcs come back to a realm that they have left.
func (s *Searcher) reenters(arcs []ArcID) bool {
	_, comes := s.realmAgain(arcs, s.g.Realms[0], s.g.Realms[1])
	return comes
}
