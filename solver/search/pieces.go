package search

import (
	"cmp"
	"slices"
)

// pieces are fronts from single nodes to the destination. While a pin is dragged its stubs stand at the same few nodes frame
// after frame, and only what they cost is another: the front of a frame is put together of the pieces at its stubs, and searched
// from those nodes alone that none has come by. Pieces are kept as long as the trees. Where something is needed and ways may come back there
// are none: one took up to 23,000 expansions there, and a drag went on making them for six frames, while the front of all stubs at once
// shares most of that.
type pieces struct {
	age   uint64  // of the trees
	at    []int32 // by vertex: 1 + index into list; 0 for none, and tooLong
	list  []piece
	long  []int32 // vertices whose piece takes too long
	ways  []remnant
	arcs  []ArcID
	runs  []run     // scratch of frontOfPieces
	stair staircase // likewise
	most  int       // expansions of a label that a question spends on them, before it begins with no other
}

// piece is a front from a vertex on: ways[begin:end] of the pieces, in the order of Front.
type piece struct{ vertex, begin, end int32 }

// remnant is a way from a vertex to the destination, with the stub that it ends by.
type remnant struct {
	Cost
	gates      uint32
	hops       int32
	stub       int32
	begin, end int32 // of arcs
}

// run goes through the ways by one stub, in the order of Front.
type run struct {
	stub    *Stub
	by      int32 // index of the stub
	direct  bool  // the stub is the whole of it
	at, end int32 // of pieces.ways
	cost    [3]int64
}

// tooLong in place of an index is for a piece that a budget was not enough for: it is not tried again, for all stubs at once share some of it.
const tooLong = -1

const (
	mostPieceArcs = 1 << 20 // that are kept
	worthPieces   = 4000    // pieces.most: more makes a first frame slower, fewer the frames that follow; see ARCHITECTURE.md
)

// frontOfPieces is Front, put together of pieces; false if too many are missing for one frame. Those that it made are there for the next. It
// tells what is left of the budget.
func (s *Searcher) frontOfPieces(lead [3]Criterion, budget int) (ways []Way, left int, ok bool) {
	p := &s.pieces
	s.front.lead, s.front.value = lead, nil
	if p.age != s.potentials.age || len(p.arcs) > mostPieceArcs {
		p.forget(int(s.sink()), s.potentials.age)
	}
	s.frontBounds()
	if s.q.Once {
		s.front.room(int(s.sink())) // some pieces are a hundred times as large as others
	}
	p.runs = p.runs[:0]
	for i := range s.q.Direct {
		stub := &s.q.Direct[i]
		if stub.ClosedBy == 0 && s.needs.pack[stub.Needs] == s.needs.full {
			p.runs = append(roomy(p.runs), run{stub: stub, by: int32(i), direct: true, end: 1})
		}
	}
	for i := range s.q.From {
		s.beginRun(i)
	}
	for left = budget; ; {
		i := s.missing()
		switch {
		case i < 0:
			return s.joinPieces(), left, true
		case budget-left > p.most, p.at[s.begun(&s.q.From[i])] == tooLong:
			return nil, left, false
		}
		v := s.begun(&s.q.From[i])
		complete := false
		if complete, left = s.makePiece(v, left); !complete {
			return nil, left, false
		}
		for k := range s.q.From { // several may stand there
			if s.begun(&s.q.From[k]) == v {
				s.beginRun(k)
			}
		}
	}
}

// forget makes room for the pieces of other trees.
func (p *pieces) forget(vertices int, age uint64) {
	for i := range p.list {
		p.at[p.list[i].vertex] = 0
	}
	for _, v := range p.long {
		p.at[v] = 0
	}
	for len(p.at) < vertices {
		p.at = append(p.at, 0)
	}
	p.age, p.list, p.long, p.ways, p.arcs = age, p.list[:0], p.long[:0], p.ways[:0], p.arcs[:0]
	p.room()
}

// room for what the next frames may make.
func (p *pieces) room() {
	vertices := min(len(p.at), 1<<12) // with much to pass there are many, and few are met
	p.arcs, p.ways, p.list, p.stair = spacious(p.arcs, 16*vertices), spacious(p.ways, vertices), spacious(p.list, 64), spacious(p.stair[:0], vertices)
}

// spacious is a list with so much room at the least, and half as much again as it fills.
func spacious[T any](list []T, least int) []T {
	if cap(list) >= least && len(list) <= cap(list)/3*2 {
		return list
	}
	return slices.Grow(list, max(least, len(list)))
}

// beginRun has the ways by the i-th stub looked at, where there is a piece.
func (s *Searcher) beginRun(i int) {
	p, stub := &s.pieces, &s.q.From[i]
	if at := p.at[s.begun(stub)]; at > 0 && stub.ClosedBy == 0 {
		of := &p.list[at-1]
		p.runs = append(roomy(p.runs), run{stub: stub, by: int32(i), at: of.begin, end: of.end})
	}
}

// missing is a stub of the origin at whose vertex there is no piece, and by which a way may go that no known one beats: of several the one by
// which money is the least; -1 where there is none.
func (s *Searcher) missing() int {
	best, least := -1, int64(0)
	for i := range s.q.From {
		stub := &s.q.From[i]
		v := s.begun(stub)
		if rest := &s.front.bounds[v]; stub.ClosedBy == 0 && s.pieces.at[v] <= 0 && rest[0] != unreachable {
			bound := stub.Cost.vector()
			for k, c := range s.front.lead {
				bound[c&3] += rest[k]
			}
			if money := bound[Money]; (best < 0 || money < least) && !s.pieces.beat(&bound) {
				best, least = i, money
			}
		}
	}
	return best
}

// beat tells whether a way of a run is no worse than that and better in one.
func (p *pieces) beat(bound *vector) bool {
	for i := range p.runs {
		r := &p.runs[i]
		by := r.stub.Cost
		for k := r.at; k < r.end; k++ {
			cost := by
			if !r.direct {
				cost = cost.plus(p.ways[k].Cost)
			}
			if cost.Money > bound[Money] {
				break // as all that follow
			}
			if cost.Time <= bound[Time] && cost.Carbon <= bound[Carbon] && (cost.Money < bound[Money] || cost.Time < bound[Time] || cost.Carbon < bound[Carbon]) {
				return true
			}
		}
	}
	return false
}

// begun is the vertex that a stub of the origin leads to.
func (s *Searcher) begun(stub *Stub) int32 {
	return int32(stub.Node)*int32(s.needs.levels) + int32(s.needs.pack[stub.Needs])
}

// makePiece searches the front from a vertex.
func (s *Searcher) makePiece(v int32, budget int) (complete bool, left int) {
	p := &s.pieces
	ways, complete, left := s.explore(vector{}, v, budget)
	if !complete && s.over() {
		return false, left
	}
	if !complete {
		p.at[v], p.long = tooLong, append(roomy(p.long), v)
		return false, left
	}
	begin := len(p.ways)
	for i := range ways {
		w := remnant{hops: int32(len(ways[i].Arcs)) + 1, stub: int32(ways[i].End), begin: int32(len(p.arcs))}
		if s.mirror {
			w.stub = int32(ways[i].Start)
		}
		p.arcs = append(p.arcs, ways[i].Arcs...)
		w.end = int32(len(p.arcs))
		w.Cost, w.gates = s.q.To[w.stub].Cost, s.q.To[w.stub].Gates
		for _, a := range ways[i].Arcs {
			w.Cost = w.Cost.plus(Cost{s.w.Money[a], s.w.Time[a], s.w.Carbon[a], s.w.General[a]})
			w.gates |= s.w.Gates[a]
		}
		p.ways = append(p.ways, w)
	}
	p.list = append(p.list, piece{v, int32(begin), int32(len(p.ways))})
	p.at[v] = int32(len(p.list))
	p.room()
	return true, left
}

// joinPieces goes through all runs at once, in the order of Front, and takes the ways that no other beats.
func (s *Searcher) joinPieces() []Way {
	p, f := &s.pieces, &s.front
	f.ways, p.stair = f.ways[:0], p.stair[:0]
	for i := 0; i < len(p.runs); {
		if r := &p.runs[i]; r.at < r.end {
			p.read(r)
			i++
			continue
		}
		p.drop(i)
	}
	for len(p.runs) > 0 {
		first := 0
		for i := 1; i < len(p.runs); i++ {
			if s.compareRuns(&p.runs[i], &p.runs[first]) < 0 {
				first = i
			}
		}
		r := &p.runs[first]
		if at := (point{r.cost[1], r.cost[2]}); !p.stair.covers(at) {
			p.stair = p.stair.add(at)
			f.ways = append(roomy(f.ways), s.wayOf(r))
		}
		if r.at++; r.at < r.end {
			p.read(r)
		} else {
			p.drop(first)
		}
	}
	return f.ways
}

// read finds what the way that a run has come to costs.
func (p *pieces) read(r *run) {
	cost := r.stub.Cost
	if !r.direct {
		cost = cost.plus(p.ways[r.at].Cost)
	}
	r.cost = [3]int64{cost.Money, cost.Time, cost.Carbon}
}

// drop takes out the i-th run.
func (p *pieces) drop(i int) {
	last := len(p.runs) - 1
	p.runs[i] = p.runs[last]
	p.runs = p.runs[:last]
}

// compareRuns orders what two runs have come to as Front does. No two have the same stub.
func (s *Searcher) compareRuns(a, b *run) int {
	for i, x := range a.cost {
		if y := b.cost[i]; x != y {
			return cmp.Compare(x, y)
		}
	}
	p := &s.pieces
	if a.direct || b.direct { // which is shorter than any way by the graph
		if a.direct && b.direct {
			return cmp.Compare(a.by, b.by)
		}
		if a.direct {
			return -1
		}
		return 1
	}
	x, y := &p.ways[a.at], &p.ways[b.at]
	if x.hops != y.hops {
		return cmp.Compare(x.hops, y.hops)
	}
	if s.mirror {
		if order := cmp.Or(cmp.Compare(x.stub, y.stub), slices.Compare(p.arcs[x.begin:x.end], p.arcs[y.begin:y.end])); order != 0 {
			return order
		}
	}
	return cmp.Compare(a.by, b.by)
}

// wayOf spells out what a run has come to.
func (s *Searcher) wayOf(r *run) Way {
	if r.direct {
		return s.direct(int(r.by))
	}
	p := &s.pieces
	w := &p.ways[r.at]
	way := Way{Start: int(r.by), End: int(w.stub), Arcs: p.arcs[w.begin:w.end:w.end], Cost: r.stub.Cost.plus(w.Cost), Gates: r.stub.Gates | w.gates}
	if s.mirror {
		way.Start, way.End = way.End, way.Start
	}
	return way
}
