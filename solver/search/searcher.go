package search

import (
	"fmt"
	"slices"
)

// Searcher answers questions about one Graph, one after the other, in buffers of its own. Make one with NewSearcher,
// give it a scenario with Reset and a question with Ask; then Front, Ranked and Best answer that question.
//
// The slices in an answer belong to the Searcher: the next call of the same method overwrites them.
type Searcher struct {
	g      *Graph
	w      *Weights
	places []int32 // by node, no -1
	mirror bool    // the graph is mirrored, and so is q; answers are not
	q      Question
	needs  needs

	short    steps
	single   steps   // of Fill, which looks at every node, and where a way may turn back for a need; made when first asked for
	endFirst []int32 // by node: 1 + index into q.To of the first open stub there; 0 for none
	endNext  []int32 // by index into q.To: the same for the next stub of that node
	ending   vector  // scratch of eachStep

	potentials potentials
	front      frontier
	pieces     pieces
	ranked     ranking
	best       ranking
	filling    filling
	shunned    shunned
	mindful    mindful
	met        met
	patience   int // states or labels, before a search under Question.Once looks at aparts
	aparts     aparts
}

// NewSearcher makes the buffers for questions about g.
func NewSearcher(g *Graph) *Searcher {
	s := &Searcher{g: g, patience: worthApart, places: make([]int32, g.N), endFirst: make([]int32, g.N)}
	own := int32(0)
	for _, p := range g.Place {
		own = max(own, p+1)
	}
	for v := range s.places {
		s.places[v] = own + int32(v)
		if g.Place != nil && g.Place[v] >= 0 {
			s.places[v] = g.Place[v]
		}
	}
	s.pieces.most = worthPieces
	s.shunned.at = make([]uint64, g.N)
	s.mindful.make(g.N, s.mostSpots())
	return s
}

// mostSpots is how many places and nodes there are.
func (s *Searcher) mostSpots() int {
	most := int32(0)
	for _, p := range s.places {
		most = max(most, p+1)
	}
	return s.g.N + int(most)
}

// NewMirror makes a Searcher that gives the same answers from the other side: its potentials are costs from the origin,
// so that it is the destination that can be dragged without a tree.
func NewMirror(g *Graph) *Searcher {
	s := NewSearcher(g.mirrored())
	s.mirror = true
	return s
}

// Reset takes on another scenario and forgets everything that was known of the last one.
func (s *Searcher) Reset(w *Weights) {
	s.w = w
	s.g.breath.pause(len(s.g.short.to), true)
	s.short.make(s.g.N, s.g.short, w)
	s.short.turning(s.g.N)
	s.single.chains = nil
	s.g.breath.pause(len(s.g.short.to), true)
	s.potentials.reset(s.g, w, &s.short)
	s.ranked.ceiling.kept = s.ranked.ceiling.kept[:0]
}

// Ask puts a question, after Reset. Potentials are kept from the last one where Need and To are the same, so that
// dragging the origin costs no tree; for a mirror, Need and From, and the destination. The question is copied.
func (s *Searcher) Ask(q Question) *Searcher {
	s.g.check(q.From)
	s.g.check(q.To)
	if s.mirror {
		q.From, q.To = q.To, q.From
	}
	for _, stub := range s.q.To {
		s.endFirst[stub.Node] = 0
	}
	s.q.From = append(s.q.From[:0], q.From...)
	s.q.Direct = append(s.q.Direct[:0], q.Direct...)
	s.q.To = append(s.q.To[:0], q.To...)
	if q.Once != s.q.Once {
		s.mindful.age++ // masks are of other things
	}
	s.keepShunned(&q)
	s.mindful.keep(q.Warm)
	s.q.Need, s.q.Once, s.q.Warm = q.Need, q.Once, q.Warm
	s.needs.set(q.Need)
	s.endNext = slices.Grow(s.endNext[:0], len(q.To))[:len(q.To)]
	for i := len(q.To) - 1; i >= 0; i-- {
		s.endNext[i] = 0
		if stub := &q.To[i]; stub.ClosedBy == 0 {
			s.endNext[i], s.endFirst[stub.Node] = s.endFirst[stub.Node], int32(i)+1
		}
	}
	s.potentials.ask(s.q.To, &s.needs, q.Once)
	return s
}

// check panics where a stub stands on a node that searches pass by: it would be found by no way.
func (g *Graph) check(stubs []Stub) {
	for i := range stubs {
		if v := stubs[i].Node; g.passed != nil && g.passed[v] {
			panic(fmt.Sprintf("search: a stub stands on node %d, which Shorten was not told to keep", v))
		}
	}
}

// steps are what searches go by. A way that turns back on a node in the midst of a chain is in none, and where something is needed one
// may have met it there, unless no way may come back.
func (s *Searcher) steps() *steps {
	if s.w.Needs == nil || s.q.Once {
		return &s.short
	}
	return s.singles()
}

// singles are the arcs one by one.
func (s *Searcher) singles() *steps {
	if s.single.chains == nil {
		s.single.make(s.g.N, s.g.single, s.w)
		if s.w.Needs == nil {
			s.single.turning(s.g.N)
		}
	}
	return &s.single
}

// sink is the vertex that stands for the destination.
func (s *Searcher) sink() int32 { return int32(s.g.N * s.needs.levels) }

// way spells out a walk: the stub it starts with, the one it leaves by, and in the order of the search's own way back the
// arcs from begin on. They are handed out so that nothing can be appended to them.
func (s *Searcher) way(start, end int, back []ArcID, begin int) Way {
	arcs := back[begin:len(back):len(back)]
	way := Way{Start: start, End: end, Arcs: arcs}
	way.Cost = s.q.From[start].Cost.plus(s.q.To[end].Cost)
	way.Gates = s.q.From[start].Gates | s.q.To[end].Gates
	if s.mirror {
		way.Start, way.End = end, start
	} else {
		slices.Reverse(arcs)
	}
	for _, a := range arcs {
		way.Cost = way.Cost.plus(Cost{s.w.Money[a], s.w.Time[a], s.w.Carbon[a], s.w.General[a]})
		way.Gates |= s.w.Gates[a]
	}
	return way
}

// direct is the way beside the graph by Question.Direct[i].
func (s *Searcher) direct(i int) Way {
	return Way{Start: i, Direct: true, Cost: s.q.Direct[i].Cost, Gates: s.q.Direct[i].Gates}
}
