package solver

import (
	"errors"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
)

// telling is the gateways among some that tell routes apart, each once, in the order of the alphabet.
func telling(gateways []string) []string {
	out := slices.DeleteFunc(slices.Clone(gateways), func(g string) bool { return g == bypassedGateway })
	slices.Sort(out)
	return slices.Compact(out)
}

// TestWhyNotOracle asks after gateway sets of random real questions. The oracle is the list of the cheapest way of each set, which
// is searched without closing anything and longer than any answer: where it has exactly the gateways asked for, in a way
// that comes back nowhere or is listed, WhyNot tells a route at that very cost; where it has them only among others, none
// dearer than any of those that come back nowhere. Its place in the list is the right one, and its causes sum to what it
// loses by.
func TestWhyNotOracle(t *testing.T) {
	net := load(t)
	s, r := New(net), New(net)
	exact, listed, unlisted, wider, beside := 0, 0, 0, 0, 0
	for seed := range max(share(uint64(30)), 7) {
		rng := rand.New(rand.NewPCG(seed, 151))
		sc, q := randomQuestion(rng, net)
		q.Slack = 0
		usual, err := r.Rank(sc, q)
		if err != nil || len(usual.Routes) < 2 {
			continue
		}
		first, once := &usual.Routes[0], r.question.Once || r.question.Need == 0
		names := func(set uint32) (out []string) {
			for ; set != 0; set &= set - 1 {
				out = append(out, net.Gateways[bits.TrailingZeros32(set)].ID)
			}
			return out
		}
		// Where it is given up it is the beginning of the whole (search.TestRankedBudget), and holds WhyNot to less.
		ways, _ := r.searcher.Ranked(150, 2*rankBudget)
		ways = slices.DeleteFunc(slices.Clone(ways), func(w search.Way) bool {
			return r.excursion(w) && !slices.ContainsFunc(usual.Routes, func(o Route) bool { return slices.Equal(telling(o.Gateways), telling(names(w.Gates))) })
		})
		if len(ways) == 0 || !once {
			continue
		}
		check := func(asked []string) *Contest {
			c, err := s.WhyNot(sc, q, asked)
			if err != nil {
				t.Fatalf("seed %d: why not %v: %v", seed, asked, err)
			}
			if c.First == nil || c.First.Totals != first.Totals || c.First.General != first.General {
				t.Errorf("seed %d: why not %v: it is held against %+v", seed, asked, c.First)
			}
			if c.Asked == nil {
				if len(c.BlockedBy) == 0 || c.Listed != 0 || c.Causes != nil {
					t.Errorf("seed %d: why not %v: there is none, blocked by %v, listed at %d", seed, asked, c.BlockedBy, c.Listed)
				}
				return c
			}
			var sum Amounts
			for _, cause := range c.Causes {
				sum = sum.plus(cause.Amounts)
			}
			if want := (Amounts{c.Asked.Cents - first.Cents, c.Asked.Seconds - first.Seconds, c.Asked.Grams - first.Grams, c.Asked.General - first.General}); sum != want {
				t.Errorf("seed %d: why not %v: the causes sum to %+v, and it loses by %+v", seed, asked, sum, want)
			}
			at := slices.IndexFunc(usual.Routes, func(o Route) bool {
				return o.Totals == c.Asked.Totals && slices.Equal(o.Gateways, c.Asked.Gateways)
			})
			if c.Listed != at+1 {
				t.Errorf("seed %d: why not %v: it stands at %d of the list, and is told at %d", seed, asked, at+1, c.Listed)
			}
			got := telling(c.Asked.Gateways)
			if missing := slices.ContainsFunc(telling(asked), func(g string) bool { return !slices.Contains(got, g) }); missing || c.Exactly != slices.Equal(got, telling(asked)) {
				t.Errorf("seed %d: why not %v, exactly %v: it passes %v", seed, asked, c.Exactly, got)
			}
			if c.Listed > 0 {
				listed++
			} else {
				unlisted++
			}
			least := c.Asked.General // of what passes all that is asked for
			for _, w := range ways {
				if passed := telling(names(w.Gates)); !r.excursion(w) && !slices.ContainsFunc(telling(asked), func(g string) bool { return !slices.Contains(passed, g) }) {
					least = min(least, w.General)
				}
			}
			switch {
			case c.Wider == nil:
				if c.Exactly && c.Listed == 0 && least < c.Asked.General {
					t.Errorf("seed %d: why not %v: a route with further gateways costs %d, and is not told beside %d", seed, asked, least, c.Asked.General)
				}
			case !c.Exactly || c.Listed > 0 || c.Wider.General > least || c.Wider.General >= c.Asked.General || slices.ContainsFunc(telling(asked), func(g string) bool { return !slices.Contains(c.Wider.Gateways, g) }):
				t.Errorf("seed %d: why not %v, exactly %v: beside it is told %v at %d, and the least is %d", seed, asked, c.Exactly, c.Wider.Gateways, c.Wider.General, least)
			default:
				beside++
			}
			return c
		}
		for range 3 { // sets that there are
			w := ways[rng.IntN(min(1<<(1+rng.IntN(7)), len(ways)))]
			asked := names(w.Gates)
			if len(asked)+len(q.Via)+1 > MostVias {
				continue
			}
			if c := check(asked); !c.Exactly || c.Asked.General != w.General {
				general := int64(-1)
				if c.Asked != nil {
					general = c.Asked.General
				}
				t.Errorf("seed %d: why not %v, exactly %v: told %d, and the cheapest costs %d", seed, asked, c.Exactly, general, w.General)
			} else {
				exact++
			}
		}
		for range 6 { // parts of one: those that no way has alone, where such are found soon
			part := uint32(0)
			for try := 0; try < 400; try++ {
				part = ways[rng.IntN(len(ways))].Gates & rng.Uint32()
				if part != 0 && bits.OnesCount32(part)+len(q.Via)+1 <= MostVias && (try >= 200 || !slices.ContainsFunc(ways, func(w search.Way) bool { return w.Gates == part })) {
					break
				}
				part = 0
			}
			if part == 0 {
				continue
			}
			c := check(names(part))
			if c.Asked != nil && !c.Exactly {
				wider++
			}
			for _, w := range ways {
				switch {
				case w.Gates&part != part, w.Gates != part && r.excursion(w):
				case c.Asked == nil:
					t.Errorf("seed %d: why not %v: there is no such route, and one by %v", seed, names(part), names(w.Gates))
				case w.Gates == part && !c.Exactly, (w.Gates == part || !c.Exactly) && w.General < c.Asked.General:
					t.Errorf("seed %d: why not %v, exactly %v: told %d by %s, and %d by %v", seed, names(part), c.Exactly, c.Asked.General, c.Asked.Through(), w.General, names(w.Gates))
				}
			}
		}
	}
	if exact < share(50) || listed < share(24) || unlisted < share(100) || wider < share(3) || beside < share(20) {
		t.Errorf("only %d exact sets were looked at, %d listed routes, %d not listed, %d of more gateways, %d with a better one beside them", exact, listed, unlisted, wider, beside)
	}
}

// Where so much is closed that not all other gateways can be closed as well, that is an error, and not "no route by these alone".
func TestWhyNotUnderManyClosures(t *testing.T) {
	net := load(t)
	var sc Scenario
	for i := range net.Places {
		if len(sc.Avoid) == MostAvoided {
			break
		}
		if p := &net.Places[i]; !slices.Contains([]string{"CN", "KZ", "RU", "BY", "PL", "DE"}, p.Country) {
			sc.Avoid = append(sc.Avoid, p.ID)
		}
	}
	s, q := New(net), Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	wanted, err := s.gateways([]string{"khorgos", "brest"})
	if err != nil {
		t.Fatal(err)
	}
	room := MostAvoided - len(s.others(wanted))
	if len(sc.Avoid) <= room {
		t.Fatalf("only %d places to close", len(sc.Avoid))
	}
	all := sc.Avoid
	for _, n := range []int{room, room + 1, len(all)} {
		sc.Avoid = all[:n]
		c, err := s.WhyNot(sc, q, []string{"khorgos", "brest"})
		var wrong *InputError
		switch {
		case n <= room && (err != nil || !c.Exactly):
			t.Errorf("%d closed: %v", n, err)
		case n > room && (!errors.As(err, &wrong) || wrong.Field != "avoid"):
			t.Errorf("%d closed: %v", n, err)
		}
	}
}

// The first route is the answer to its own gateways, from a port inside Hormuz, whose strait is a passage of the same name, too; and
// so is every route of a list unless another by the same gateways costs less.
func TestWhyNotOfTheListed(t *testing.T) {
	net := load(t)
	s, r := New(net), New(net)
	held, cheaper := 0, 0
	for _, c := range [][2]string{{"jea", "tas"}, {"jld", "skg"}, {"anr", "oss"}, {"sia", "dui"}} {
		q := Query{From: End{Place: c[0]}, To: End{Place: c[1]}}
		a, err := r.Rank(Scenario{}, q)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Routes {
			route := &a.Routes[i]
			if len(route.Gateways) == 0 || slices.ContainsFunc(a.Routes[:i], func(o Route) bool { return slices.Equal(telling(o.Gateways), telling(route.Gateways)) }) {
				continue
			}
			held++
			contest, err := s.WhyNot(Scenario{}, q, route.Gateways)
			if err != nil || contest.Asked == nil || !contest.Exactly {
				t.Errorf("%v: why not %v: %+v, %v", c, route.Gateways, contest, err)
				continue
			}
			if i > 0 && contest.Listed == 0 && contest.Asked.General < route.General {
				cheaper++
				continue
			}
			if contest.Listed != i+1 || contest.Asked.General != route.General {
				t.Errorf("%v: why not %v: told %d at %d, and it stands at %d with %d", c, route.Gateways, contest.Asked.General, contest.Listed, i+1, route.General)
			}
		}
	}
	if held < 25 || cheaper < 2 || cheaper > 4 {
		t.Errorf("only %d routes were asked after, and of %d a cheaper one was told", held, cheaper)
	}
}

// madeUp is a network of a few places of the real one and what joins them by land and by ferry, with gateways laid on it by chance:
// small enough to walk every way. The rest of the network is closed by the scenario that comes with it.
func madeUp(rng *rand.Rand, real *Network) (*Network, Scenario, []string) {
	const places = 9
	net := *real
	net.Arcs = slices.Clone(real.Arcs)
	joins := func(a *network.Arc) (p, q network.PlaceID, ok bool) {
		p, q = net.Nodes[a.From].Place, net.Nodes[a.To].Place
		return p, q, p != network.None && q != network.None && !a.Planned && a.Closed == 0
	}
	kept := []network.PlaceID{network.PlaceID(rng.IntN(len(net.Places)))}
	for range 200 {
		p, q, ok := joins(&net.Arcs[rng.IntN(len(net.Arcs))])
		for a := rng.IntN(len(net.Arcs)); !(ok && slices.Contains(kept, p) && !slices.Contains(kept, q)) && a < len(net.Arcs); a++ {
			p, q, ok = joins(&net.Arcs[a])
		}
		if ok && slices.Contains(kept, p) && !slices.Contains(kept, q) {
			if kept = append(kept, q); len(kept) == places {
				break
			}
		}
	}
	var ids []int // of gateways
	for _, id := range []string{"khorgos", "dostyk", "brest", "aktau", "kars"} {
		ids = append(ids, slices.IndexFunc(net.Gateways, func(g network.Named) bool { return g.ID == id }))
	}
	for i := range net.Arcs {
		a := &net.Arcs[i]
		if p, q, ok := joins(a); !ok || !slices.Contains(kept, p) || !slices.Contains(kept, q) {
			a.Opened = 2090
		}
		if a.Gateways = 0; rng.IntN(3) == 0 {
			a.Gateways = 1 << ids[rng.IntN(len(ids))]
		}
	}
	var names []string
	for _, p := range kept {
		if _, ok := net.YardOf(p); ok {
			names = append(names, net.Places[p].ID)
		}
	}
	return &net, Scenario{Avoid: []string{"after-2080"}}, names
}

// leastBySet walks every way of a Solver's question, met with nothing of the code that searches, and gives the least generalised cost
// of each set of gateways: of ways that come back to no place, and of those of them that come back to no territory either. It
// gives up after so many steps.
func leastBySet(s *Solver) (places, realms map[uint32]int64, ok bool) {
	places, realms = map[uint32]int64{}, map[uint32]int64{}
	q, g, w := &s.question, s.graph, s.open
	least := func(of map[uint32]int64, gates uint32, cost int64) {
		if old, known := of[gates]; !known || cost < old {
			of[gates] = cost
		}
	}
	for _, d := range q.Direct {
		if d.ClosedBy == 0 {
			least(places, 0, d.General)
			least(realms, 0, d.General)
		}
	}
	steps := 0
	var nodes []search.NodeID
	var been []int32 // realms, each visit once
	var walk func(v search.NodeID, cost int64, gates uint32, again bool)
	walk = func(v search.NodeID, cost int64, gates uint32, again bool) {
		left := false
		for i := len(nodes) - 1; i >= 0; i-- {
			here := g.Place[nodes[i]] == g.Place[v] && g.Place[v] >= 0
			if left = left || !here; nodes[i] == v || left && here {
				return
			}
		}
		if steps++; steps > 40_000 {
			return
		}
		nodes = append(nodes, v)
		for _, off := range q.To {
			if off.Node == v && off.ClosedBy == 0 {
				least(places, gates, cost+off.General)
				if !again {
					least(realms, gates, cost+off.General)
				}
			}
		}
		for _, a := range g.Out(v) {
			if w.ClosedBy[a] != 0 {
				continue
			}
			before, again := len(been), again
			for _, realm := range [2]int32{g.Realms[0][a], g.Realms[1][a]} {
				if n := len(been); realm >= 0 && (n == 0 || been[n-1] != realm) {
					again = again || slices.Contains(been, realm)
					been = append(been, realm)
				}
			}
			walk(g.To[a], cost+w.General[a], gates|w.Gates[a], again)
			been = been[:before]
		}
		nodes = nodes[:len(nodes)-1]
	}
	for _, on := range q.From {
		if on.ClosedBy == 0 {
			walk(on.Node, on.General, 0, false)
		}
	}
	return places, realms, steps <= 40_000
}

// TestWhyNotOfMadeUp asks after sets of gateways on made-up networks, and holds what is told against every way there is: the best with
// exactly these that comes back nowhere, or, listed, to no place; else the best of those with more; and none where there is none.
func TestWhyNotOfMadeUp(t *testing.T) {
	real := load(t)
	exact, wider, none, kept := 0, 0, 0, 0
	for seed := range share(uint64(64)) {
		rng := rand.New(rand.NewPCG(seed, 211))
		net, sc, ends := madeUp(rng, real)
		if len(ends) < 2 {
			continue
		}
		s := New(net)
		q := Query{From: End{Place: ends[0]}, To: End{Place: ends[1+rng.IntN(len(ends)-1)]}}
		if !s.posed(sc, q) {
			continue
		}
		places, realms, ok := leastBySet(s)
		if !ok || len(places) == 0 {
			continue
		}
		kept++
		var sets []uint32
		for set := range places {
			sets = append(sets, set)
		}
		slices.Sort(sets)
		for range 5 {
			set := sets[rng.IntN(len(sets))]
			if rng.IntN(2) == 0 {
				set = set&rng.Uint32() | sets[rng.IntN(len(sets))]&rng.Uint32()
			}
			var asked []string
			for i := range net.Gateways {
				if set>>i&1 != 0 {
					asked = append(asked, net.Gateways[i].ID)
				}
			}
			if len(asked) == 0 {
				continue
			}
			c, err := s.WhyNot(sc, q, asked)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			told, beyond := int64(-1), int64(-1) // the least of those with more
			if c.Asked != nil {
				told = c.Asked.General
			}
			for other, cost := range realms {
				if other&set == set && (beyond < 0 || cost < beyond) {
					beyond = cost
				}
			}
			best, there := realms[set]
			open, also := places[set]
			switch {
			case there || also && c.Listed > 0:
				if exact++; !c.Exactly || c.ComesBack != NoneComesBack || told != best && !(c.Listed > 0 && told == open) {
					t.Errorf("seed %d: why not %v, exactly %v, comes back %q: told %d at %d, and the best costs %d, or %d", seed, asked, c.Exactly, c.ComesBack, told, c.Listed, best, open)
				}
			case c.Asked == nil:
				if none++; beyond >= 0 || also {
					t.Errorf("seed %d: why not %v: told there is none, and one costs %d", seed, asked, beyond)
				}
			case c.ComesBack == NoneComesBack:
				if wider++; c.Exactly || told != beyond {
					t.Errorf("seed %d: why not %v, exactly %v: told %d, and the best of those with more costs %d", seed, asked, c.Exactly, told, beyond)
				}
			}
		}
	}
	if exact < share(120) || wider < share(4) || kept < share(40) {
		t.Errorf("only %d networks with %d exact sets were looked at, %d of more gateways; %d times there was none", kept, exact, wider, none)
	}
}
