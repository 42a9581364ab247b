package search

// passage is how a step changes a mask of what a walk has left: to nothing where the mask has any of fail, for then the step comes
// back to something, or where none may pass.
type passage struct {
	fail, keep, set uint64
	shift           uint64 // each of these bits sets the next
	age             uint32 // as mindful; else it is not known
	never           bool
}

// along takes a mask along a step; false where that comes back to what is shunned, or minded.
func (s *Searcher) along(by *steps, mask uint64, chain int32) (uint64, bool) {
	p := &by.passages[chain]
	if p.age != s.mindful.age {
		*p = passage{keep: ^uint64(0), age: s.mindful.age}
		for _, a := range by.chains.of(chain) {
			v, u := int32(s.g.From[a]), int32(s.g.To[a])
			if s.q.Once {
				p.then(s.shunned.passing(v, u))
				s.realmsPassed(p, a)
			} else {
				p.then(s.mindful.passing(v, u, s.places[v], s.places[u]))
			}
		}
	}
	if p.never || mask&p.fail != 0 {
		return 0, false
	}
	return mask&p.keep | p.set | mask&p.shift<<1, true
}

// then goes on by another passage, whose bits to shift are none that it loses.
func (p *passage) then(by passage) {
	p.never = p.never || by.never || p.set&by.fail != 0
	p.fail |= by.fail&p.keep | by.fail>>1&p.shift
	p.set = p.set&by.keep | by.set | p.set&by.shift<<1
	p.keep &= by.keep
	p.shift |= by.shift
}
