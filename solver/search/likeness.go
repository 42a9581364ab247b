package search

// Likeness tells how much of their generalised cost ways of one question have in common: the stubs that both take, and the arcs
// that are alike by Graph.Alike. Work that costs the one more than the other is shared as far as it costs both.
type Likeness struct {
	graph    *Graph
	general  []int64
	from, to []Stub
	way      *Way
	held     []tally // by number of Graph.Alike: what the way that others are held against pays there
	turn     uint32
	other    []tally // and the other way
	turns    uint32
}

// tally is a sum that counts in one turn alone.
type tally struct {
	sum  int64
	turn uint32
}

// Hold has others held against a way from one of from to one of to, of what arcs cost. All of them must stay as they are until
// the next one.
func (l *Likeness) Hold(g *Graph, general []int64, from, to []Stub, way *Way) {
	l.graph, l.general, l.from, l.to, l.way = g, general, from, to, way
	if n := len(g.From); len(l.held) < n {
		l.held, l.other = make([]tally, n), make([]tally, n)
	}
	next(&l.turn, l.held)
	for _, a := range way.Arcs {
		l.held[g.alike(a)].add(l.turn, general[a])
	}
}

// shared is what another way has in common with the one held.
func (l *Likeness) shared(other *Way) (common int64) {
	way := l.way
	if way.Direct || other.Direct {
		return 0
	}
	if way.Start == other.Start {
		common += l.from[way.Start].General
	}
	if way.End == other.End {
		common += l.to[way.End].General
	}
	next(&l.turns, l.other)
	for _, a := range other.Arcs {
		i := l.graph.alike(a)
		if l.held[i].turn != l.turn {
			continue
		}
		paid := l.other[i].add(l.turns, l.general[a])
		common += min(paid, l.held[i].sum) - min(paid-l.general[a], l.held[i].sum)
	}
	return common
}

// Beyond tells whether another way has more than so many hundredths of the cheaper one's cost in common with the one held.
func (l *Likeness) Beyond(share int64, other *Way) bool {
	least := min(l.way.General, other.General)
	return l.shared(other) > least/100*share+least%100*share/100
}

// add adds an amount, and returns the sum.
func (t *tally) add(turn uint32, amount int64) int64 {
	if t.turn != turn {
		*t = tally{turn: turn}
	}
	t.sum += amount
	return t.sum
}

// next begins another turn.
func next(turn *uint32, tallies []tally) {
	if *turn++; *turn == 0 {
		clear(tallies)
		*turn = 1
	}
}

// alike is the number that an arc shares with those alike.
func (g *Graph) alike(a ArcID) int32 {
	if g.Alike == nil {
		return int32(a)
	}
	return g.Alike[a]
}
