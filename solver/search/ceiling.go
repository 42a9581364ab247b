package search

import "slices"

// ceiling is what a ranking that is to find so many ways need not go beyond: ways of as many sets of gateways are known that
// cost no more. They are walks that the ranking knows, each gone on with by the cheapest way from where it stands, as far as that comes
// back to nothing.
type ceiling struct {
	most   int   // sets; 0 where none are looked for
	within int64 // hundredths of the cheapest, or anyCost
	ways   []promise
	dear   int      // index of the dearest
	cost   int64    // no way costs more that is to be found; 0 before beginCeiling, which is too little
	ends   []ending // by vertex
	made   madeFor  // what ends were made for
	turn   uint32   // of ends
	trail  []int32  // scratch of cheapestOn
	kept   []kept   // of the last question, where they are of use for the next
	arcs   []ArcID  // of kept
	once   bool     // what kept were found under
}

// kept is a way of the last question, without its stubs: from and to are nodes.
type kept struct {
	from, to   NodeID
	begin, end int
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

// beginCeiling forgets what was known of the last question, but for its ways: with the stubs of this one they are ways again.
func (s *Searcher) beginCeiling(r *ranking, do *task) {
	c := &r.ceiling
	if c.ways, c.dear, c.most, c.cost = c.ways[:0], 0, 0, 1<<63-1; !do.shunning || do.most > mostPromises || do.look != ^uint32(0) {
		return
	}
	c.most, c.within = do.most, do.within
	if !s.q.Warm || c.once != s.q.Once {
		c.kept, c.arcs = c.kept[:0], c.arcs[:0]
		return
	}
	for i := range c.kept {
		k := &c.kept[i]
		arcs := c.arcs[k.begin:k.end]
		var way promise
		var needs uint8
		for _, a := range arcs {
			way.cost += do.criterion.weights(s.w)[a]
			way.gates |= s.w.Gates[a]
			needs |= s.w.needs(a)
		}
		for i := range s.q.From {
			from := &s.q.From[i]
			if from.Node != k.from || from.ClosedBy != 0 {
				continue
			}
			for j := range s.q.To {
				to := &s.q.To[j]
				if to.Node == k.to && to.ClosedBy == 0 && s.needs.pack[needs|from.Needs|to.Needs] == s.needs.full {
					c.add(promise{(way.gates | from.Gates | to.Gates) & do.look, way.cost + do.criterion.Of(from.Cost) + do.criterion.Of(to.Cost)})
				}
			}
		}
	}
}

// keepWays has the next question know of the ways found.
func (s *Searcher) keepWays(r *ranking, ways []Way) {
	c := &r.ceiling
	c.kept, c.arcs, c.once = c.kept[:0], c.arcs[:0], s.q.Once
	if !s.q.Warm {
		return
	}
	for i := range ways {
		way := &ways[i]
		if way.Direct || len(way.Arcs) == 0 {
			continue
		}
		begin := len(c.arcs)
		c.arcs = append(c.arcs, way.Arcs...)
		from, to := way.Start, way.End
		if s.mirror {
			from, to = to, from
		}
		c.kept = append(c.kept, kept{s.q.From[from].Node, s.q.To[to].Node, begin, len(c.arcs)})
	}
}

// add notes a way; one of the same gateways counts once.
func (c *ceiling) add(way promise) {
	i := slices.IndexFunc(c.ways, func(o promise) bool { return o.gates == way.gates })
	switch {
	case i >= 0:
		c.ways[i].cost = min(c.ways[i].cost, way.cost)
	case len(c.ways) < c.most:
		c.ways = append(c.ways, way)
	case way.cost < c.ways[c.dear].cost:
		c.ways[c.dear] = way
	}
	for i := range c.ways {
		if c.ways[i].cost > c.ways[c.dear].cost {
			c.dear = i
		}
	}
	if len(c.ways) == c.most {
		c.cost = min(c.cost, c.ways[c.dear].cost)
	}
	if c.within != anyCost {
		c.cost = min(c.cost, hundredthsOf(way.cost, c.within)) // the cheapest of all costs no more than this one
	}
}

// promises tells whether a ranking looks for ways that its walks are the beginnings of.
func (s *Searcher) promises(r *ranking) bool { return r.ceiling.most > 0 && !s.q.Once }

// promised notes the way that a walk is the beginning of, which passes these gateways. It lowers what the ranking need not go beyond, once
// as many ways are known.
func (s *Searcher) promised(r *ranking, at *state, gates uint32) {
	c := &r.ceiling
	if at.f >= c.cost {
		return
	}
	for i := range c.ways {
		if c.ways[i].gates == gates && c.ways[i].cost <= at.f {
			return
		}
	}
	if s.comesRound(r, at) {
		return
	}
	c.add(promise{gates, at.f})
	r.dearest = min(r.dearest, c.cost)
}

// foretell finds whether a walk that goes on by a step from a vertex is the beginning of a way that the walk before was not the beginning
// of, as far as the step shows: the cheapest way on from there goes neither round nor straight back.
func (s *Searcher) foretell(r *ranking, v int32, step *further) {
	step.told, step.begins, step.whole = true, true, step.gates
	if step.to != r.sink {
		end := s.cheapestOn(r, step.to)
		step.whole |= end.gates
		if end.round || end.to == v || end.to != r.sink && r.ceiling.ends[end.to].to == v {
			step.begins = false
		}
	}
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
	return s.meetsAgain(arcs, s.g.From, s.g.To)
}
