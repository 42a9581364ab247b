package solver

import (
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
)

// lateWorld is a small random world whose money is time and whose time is variance, as leastLate searches it: with stubs that take
// both, closures, things to pass and, in some, ways that may not come back to a place.
type lateWorld struct {
	graph *search.Graph
	w     *search.Weights
	q     search.Question
}

func randomLate(rng *rand.Rand) *lateWorld {
	n, m := 2+rng.IntN(5), 1+rng.IntN(14)
	from, to := make([]network.NodeID, m), make([]network.NodeID, m)
	w := &search.Weights{Carbon: make([]int64, m), General: make([]int64, m), Gates: make([]uint32, m), ClosedBy: make([]uint64, m), Needs: make([]uint8, m)}
	cost := func() search.Cost {
		return search.Cost{Money: rng.Int64N(40) * 20_000, Time: square(rng.Int64N(12) * 30_000)}
	}
	shut := func() (by uint64) {
		if rng.IntN(8) == 0 {
			by = 1 << rng.IntN(3)
		}
		return by
	}
	needs := func() (met uint8) {
		if rng.IntN(4) == 0 {
			met = 1 << rng.IntN(2)
		}
		return met
	}
	for a := range m {
		from[a], to[a] = network.NodeID(rng.IntN(n)), network.NodeID(rng.IntN(n))
		c := cost()
		w.Money, w.Time, w.ClosedBy[a], w.Needs[a] = append(w.Money, c.Money), append(w.Time, c.Time), shut(), needs()
	}
	stubs := func(count int) (out []search.Stub) {
		for range count {
			out = append(out, search.Stub{Node: network.NodeID(rng.IntN(n)), Cost: cost(), ClosedBy: shut(), Needs: needs()})
		}
		return out
	}
	l := &lateWorld{search.NewGraph(n, from, to), w, search.Question{From: stubs(1 + rng.IntN(3)), To: stubs(1 + rng.IntN(3)), Direct: stubs(rng.IntN(5) / 4)}}
	l.q.Need = [...]uint8{0, 0, 1, 3}[rng.IntN(4)]
	if l.q.Once = rng.IntN(2) == 0; l.q.Once {
		l.graph.Place = make([]int32, n)
		for v := range l.graph.Place {
			l.graph.Place[v] = int32(rng.IntN(n)) - 1
		}
	}
	return l
}

// walks calls do with time and variance of every walk that is open, meets all needs and comes back to nothing it has left; where ways
// may, to no node with no more needs met, for that only adds time and variance.
func (l *lateWorld) walks(do func(time, variance int64)) {
	for _, d := range l.q.Direct {
		if d.ClosedBy == 0 && l.q.Need&^d.Needs == 0 {
			do(d.Money, d.Time)
		}
	}
	type state struct {
		v   network.NodeID
		met uint8
	}
	var trail []state
	place := func(v network.NodeID) int {
		if l.graph.Place != nil && l.graph.Place[v] >= 0 {
			return int(l.graph.Place[v])
		}
		return -1 - int(v)
	}
	again := func(at state) bool {
		left := false // the place of at, on the way back through the trail
		for i := len(trail) - 1; i >= 0; i-- {
			if left = left || place(trail[i].v) != place(at.v); l.q.Once && (trail[i].v == at.v || left && place(trail[i].v) == place(at.v)) || trail[i] == at {
				return true
			}
		}
		return false
	}
	var walk func(at state, time, variance int64)
	walk = func(at state, time, variance int64) {
		if at.met &= l.q.Need; again(at) {
			return
		}
		trail = append(trail, at)
		for _, off := range l.q.To {
			if off.Node == at.v && off.ClosedBy == 0 && l.q.Need&^(at.met|off.Needs) == 0 {
				do(time+off.Money, variance+off.Time)
			}
		}
		for a := range l.graph.From {
			if l.graph.From[a] == at.v && l.w.ClosedBy[a] == 0 {
				walk(state{l.graph.To[a], at.met | l.w.Needs[a]}, time+l.w.Money[a], variance+l.w.Time[a])
			}
		}
		trail = trail[:len(trail)-1]
	}
	for _, on := range l.q.From {
		if on.ClosedBy == 0 {
			walk(state{on.Node, on.Needs}, on.Money, on.Time)
		}
	}
}

// lateBy are what ways may be least by.
var lateBy = map[string]struct {
	of   func(search.Cost) int64
	lead [3]search.Criterion
}{OrderP90: {p90Of, byMedian}, OrderSpread: {spreadOf, byVariance}}

// TestLeastLateOracle holds the search for the least P90, and for the least P90 - P10, against every walk of small random worlds.
func TestLeastLateOracle(t *testing.T) {
	var found, none, once, passing, apart int
	for seed := range uint64(3000) {
		l := randomLate(rand.New(rand.NewPCG(seed, 41)))
		s := search.NewSearcher(l.graph)
		s.Reset(l.w)
		s.Ask(l.q)
		var walks []search.Cost
		l.walks(func(time, variance int64) { walks = append(walks, search.Cost{Money: time, Time: variance}) })
		for name, by := range lateBy {
			way, ok, complete := leastWay(s, by.of, by.lead, frontBudget)
			if !complete || ok != (len(walks) > 0) {
				t.Errorf("seed %d: of %d walks the least %s is found %v, complete %v", seed, len(walks), name, ok, complete)
			}
			if !ok {
				none++
				continue
			}
			least, shortest := walks[0], walks[0]
			for _, c := range walks {
				if by.of(c) < by.of(least) {
					least = c
				}
				if c.Money < shortest.Money {
					shortest = c
				}
			}
			if found++; l.q.Once {
				once++
			}
			if l.q.Need != 0 {
				passing++
			}
			if by.of(shortest) > by.of(least)+1 {
				apart++
			}
			// a second either way for the rounding of both quantiles
			if off := by.of(way.Cost) - by.of(least); off > 1 || off < -1 {
				t.Errorf("seed %d: the least %s is %d, and %d was found", seed, name, by.of(least), by.of(way.Cost))
			}
		}
	}
	if found < 2000 || none < 500 || once < 700 || passing < 500 || apart < 300 {
		t.Errorf("only %d were found, %d where no way may come back, %d with needs, %d that are not the shortest; %d times there was none", found, once, passing, apart, none)
	}
}

// TestLeastLateOfAllWays asks real questions, from points and places, for the first by P90 and by P90 - P10, and holds it against the
// whole front over time and variance, of which pre- and on-carriage have their part.
func TestLeastLateOfAllWays(t *testing.T) {
	net := load(t)
	s := New(net)
	searcher := search.NewSearcher(s.graph)
	asked, apart, hauled, near, once := 0, 0, 0, 0, 0
	for seed := range share(uint64(60)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/4, 191)), net)
		q, _ := dragged(rand.New(rand.NewPCG(seed, 193)), net)
		if seed%5 == 0 { // near enough to go by road all the way
			rng, at := rand.New(rand.NewPCG(seed, 197)), placeAt(net, []string{"dui", "cgo", "mow", "ala"}[seed/5%4])
			q.From, q.To = End{At: LonLat{Lon: at.Lon + 0.5 + rng.Float64(), Lat: at.Lat}}, End{At: LonLat{Lon: at.Lon - rng.Float64(), Lat: at.Lat + 1.5*rng.Float64()}}
		}
		q.Light, q.Max, q.Slack = true, 1, 0
		var front []search.Cost
		for _, order := range []string{OrderP90, OrderSpread} {
			q.Order = order
			a, err := s.Rank(sc, q)
			if err != nil || len(a.Routes) == 0 {
				break
			}
			if front == nil {
				w, late := *s.weights, s.question
				w.Money, w.Time, w.Carbon = s.view.Time, make([]int64, len(net.Arcs)), make([]int64, len(net.Arcs))
				for i, spread := range s.view.Spread {
					w.Time[i] = spread * spread
				}
				stubs := func(stubs []search.Stub, hauls []haul) []search.Stub {
					out := slices.Clone(stubs)
					for i := range out {
						out[i].Cost = search.Cost{Money: out[i].Time, Time: hauls[i].cost.Spread * hauls[i].cost.Spread}
					}
					return out
				}
				late.From, late.To, late.Direct = stubs(late.From, s.from.hauls), stubs(late.To, s.to.hauls), stubs(late.Direct, []haul{s.whole})
				searcher.Reset(&w)
				ways, complete := searcher.Ask(late).Front(frontBudget)
				if !complete {
					t.Errorf("seed %d: the front was given up", seed)
				}
				for _, w := range ways {
					front = append(front, w.Cost)
				}
			}
			of, got := lateBy[order].of, &a.Routes[0]
			told := map[string]float64{OrderP90: got.Days.P90 * day, OrderSpread: (got.Days.P90 - got.Days.P10) * day}[order]
			least := of(front[0])
			for _, c := range front {
				least = min(least, of(c))
			}
			if off := told - float64(least); off > 1.5 || off < -1.5 { // two quantiles, each rounded to a second
				t.Errorf("seed %d: the first by %s has %.0f s, and there is a way of %d", seed, order, told, least)
			}
			if asked++; of(front[0]) > least+1 {
				apart++
			}
			if len(s.from.hauls) > 1 || len(s.to.hauls) > 1 {
				hauled++
			}
			if len(s.question.Direct) > 0 {
				near++
			}
			if s.question.Once {
				once++
			}
		}
	}
	if asked < share(80) || apart < share(24) || hauled < share(60) || near < share(8) || once < share(8) {
		t.Errorf("only %d were asked for, %d that are not the shortest, %d with several terminals, %d near enough for a lorry, %d where no way may come back", asked, apart, hauled, near, once)
	}
}

// TestOrdersListTheBestFirst lists by each order and sees that the first is the best of all that any list of the same question shows.
func TestOrdersListTheBestFirst(t *testing.T) {
	net := load(t)
	s := New(net)
	of := map[string]func(r *Route) float64{
		OrderCost:   func(r *Route) float64 { return float64(r.General) },
		OrderMoney:  func(r *Route) float64 { return float64(r.Cents) },
		OrderTime:   func(r *Route) float64 { return float64(r.Seconds) },
		OrderCarbon: func(r *Route) float64 { return float64(r.Grams) },
		OrderP90:    func(r *Route) float64 { return r.Days.P90 },
		OrderSpread: func(r *Route) float64 { return float64(r.Days.spread()) },
	}
	asked, other := 0, map[string]int{} // lists that begin otherwise than by cost
	for seed := range share(uint64(100)) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 43)), net)
		q.Max, q.Light = MostListed, true
		all, err := s.Rank(sc, q)
		if err != nil || len(all.Routes) == 0 {
			continue
		}
		for _, by := range Orders {
			q.Max, q.Order = 3, by
			a, err := s.Rank(sc, q)
			if err != nil {
				t.Fatal(err)
			}
			if asked++; a.Routes[0].General > all.Routes[0].General {
				other[by]++
			}
			for i := range a.Routes[1:] {
				if of[by](&a.Routes[i+1]) < of[by](&a.Routes[i]) {
					t.Errorf("seed %d: by %s route %d stands out of order", seed, by, i+2)
				}
			}
			for i := range all.Routes {
				if of[by](&all.Routes[i]) < of[by](&a.Routes[0]) {
					t.Errorf("seed %d: by %s the first of three is beaten by %d of forty", seed, by, i+1)
				}
			}
		}
	}
	if asked < share(400) {
		t.Errorf("only %d lists were looked at", asked)
	}
	for _, by := range Orders {
		if least := share(16); other[by] < least && by != OrderCost || by == OrderCost && other[by] > 0 {
			t.Errorf("by %s %d lists begin otherwise than by cost", by, other[by])
		}
	}
}
