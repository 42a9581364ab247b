package solver

import (
	"slices"

	"zhol/solver/search"
)

// aside is a pair of searchers for one kind of question, each with trees of its own: the one from the destination, the
// other, a mirror, from the origin. The zero aside is ready.
type aside struct {
	searchers [2]*search.Searcher
	holds     [2]*search.Weights // of the Solver, that each has been made for
	weights   *search.Weights    // made from those of the Solver
	madeFrom  *search.Weights
	from, to  []search.Stub // of a question of its own
}

// desk is what is worked out under weights. There are several, as a pin that is dragged over a border changes the weights with
// every crossing.
type desk struct {
	held   *search.Weights
	used   int // Solver.turn
	main   aside
	across aside    // seeks the best way through Kazakhstan where the first is none
	detour aside    // seeks the best way that keeps away from Russia where none is listed
	late   aside    // seeks the ways least late
	trees  [2]asked // by side: the question that trees were made for
}

// sit goes to the desk of the weights at hand, or clears for them the one that has not been used for longest.
func (s *Solver) sit() {
	s.desk = &s.desks[0]
	for i := range s.desks {
		d := &s.desks[i]
		if d.held == s.weights {
			s.desk = d
			break
		}
		if d.used < s.desk.used {
			s.desk = d
		}
	}
	s.turn++
	s.desk.held, s.desk.used = s.weights, s.turn
}

// The sides that trees can be made from.
const (
	fromDestination = iota
	fromOrigin
)

// at makes a searcher of an aside current, on the side of the question at hand. with makes its weights from a copy of the
// Solver's; nil: they are the same.
func (s *Solver) at(a *aside, with func(w *search.Weights)) *search.Searcher {
	if a.madeFrom != s.weights {
		w := *s.weights
		if with != nil {
			with(&w)
		}
		a.weights, a.madeFrom = &w, s.weights
	}
	if a.searchers[s.side] == nil {
		made := [2]func(*search.Graph) *search.Searcher{fromDestination: search.NewSearcher, fromOrigin: search.NewMirror}
		a.searchers[s.side] = made[s.side](s.graph)
	}
	if a.holds[s.side] != s.weights {
		a.searchers[s.side].Reset(a.weights)
		a.holds[s.side] = s.weights
	}
	return a.searchers[s.side]
}

// copy is a question with stubs that may be written to.
func (a *aside) copy(q search.Question) search.Question {
	a.from, a.to = append(a.from[:0], q.From...), append(a.to[:0], q.To...)
	q.From, q.To = a.from, a.to
	return q
}

// asked remembers a question by its stubs, and the weights it was asked under.
type asked struct {
	weights  *search.Weights
	from, to []search.Stub
}

func (a *asked) note(w *search.Weights, q *search.Question) {
	a.weights, a.from, a.to = w, append(a.from[:0], q.From...), append(a.to[:0], q.To...)
}

// choose decides from which side to search: from the one whose trees are known, else from the end that did not move, else
// from the destination. Answers are the same from both sides, unless a search ends at its budget, as it may with things to pass: so
// these are always begun from the destination, but in frames, which have no time for other trees.
func (s *Solver) choose() {
	q, w := &s.question, s.weights
	switch {
	case !q.Warm && q.Need != 0:
		s.side = fromDestination
	case s.trees[fromDestination].weights == w && slices.Equal(s.trees[fromDestination].to, q.To):
		s.side = fromDestination
	case s.still, s.trees[fromOrigin].weights == w && slices.Equal(s.trees[fromOrigin].from, q.From):
		s.side = fromOrigin
	default:
		s.side = fromDestination
	}
	s.trees[s.side].note(w, q)
}

// cutFor is a cut, and the question it was found for. It does not depend on what stubs cost, nor on their order.
type cutFor struct {
	asked
	direct                []search.Stub
	blocked, lifts, alone []string
}

func (c *cutFor) holds(w *search.Weights, q *search.Question) bool {
	alike := func(a, b []search.Stub) bool {
		within := func(a, b []search.Stub) bool {
			return !slices.ContainsFunc(a, func(x search.Stub) bool {
				return !slices.ContainsFunc(b, func(y search.Stub) bool {
					return x.Node == y.Node && x.ClosedBy == y.ClosedBy && x.Needs == y.Needs
				})
			})
		}
		return within(a, b) && within(b, a)
	}
	return c.weights == w && alike(c.direct, q.Direct) && alike(c.from, q.From) && alike(c.to, q.To)
}

// cuts remembers the last few, for a pin that is dragged where no way leads.
type cuts struct {
	list [8]cutFor
	next int
}

// of a question, the cut; nil where it is not remembered.
func (c *cuts) of(w *search.Weights, q *search.Question) *cutFor {
	for i := range c.list {
		if c.list[i].holds(w, q) {
			return &c.list[i]
		}
	}
	return nil
}

// note makes room for the cut of a question, in place of the oldest.
func (c *cuts) note(w *search.Weights, q *search.Question) *cutFor {
	one := &c.list[c.next]
	c.next = (c.next + 1) % len(c.list)
	one.asked.note(w, q)
	one.direct = append(one.direct[:0], q.Direct...)
	return one
}
