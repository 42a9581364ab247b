package solver

import (
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

// straits is the gateways that a way sails through as passages of the same name, but not as gateways, as from one port inside
// Hormuz to another.
func straits(net *Network, w search.Way) (set uint32) {
	for i, g := range net.Gateways {
		for j, p := range net.Passages {
			for _, a := range w.Arcs {
				if arc := &net.Arcs[a]; g.ID == p.ID && arc.Passages&(1<<j) != 0 && arc.Gateways&(1<<i) == 0 {
					set |= 1 << i
				}
			}
		}
	}
	return set
}

// TestWhyNotOracle asks after gateway sets of random real questions. The oracle is the list of the cheapest way of each set, which
// is searched without closing anything and longer than any answer: where it has exactly the gateways asked for, in a
// way that comes back nowhere, WhyNot tells a route at that very cost; where it has them only among others, none dearer
// than any of those. Its place in the list is the right one, and its causes sum to what it loses by.
//
// Not held are ways inside a strait, and where there are any, sets with the strait: WhyNot takes the passage for the gateway
// of that name.
func TestWhyNotOracle(t *testing.T) {
	net := load(t)
	s, r := New(net), New(net)
	exact, listed, unlisted, wider := 0, 0, 0, 0
	for seed := range share(uint64(40)) {
		rng := rand.New(rand.NewPCG(seed, 151))
		sc, q := randomQuestion(rng, net)
		q.Slack = 0
		usual, err := r.Rank(sc, q)
		if err != nil || len(usual.Routes) < 2 {
			continue
		}
		first, once := &usual.Routes[0], r.question.Once || r.question.Need == 0
		ways, _ := r.searcher.Ranked(300, patientBudget)
		inside := uint32(0)
		ways = slices.DeleteFunc(slices.Clone(ways), func(w search.Way) bool {
			narrow := straits(net, w)
			inside |= narrow
			return narrow != 0 || r.excursion(w)
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
			got, sheltered := telling(c.Asked.Gateways), slices.ContainsFunc(c.Asked.Legs, func(l Leg) bool {
				return slices.ContainsFunc(net.Gateways, func(g network.Named) bool {
					return slices.Contains(l.Passages, g.ID) && !slices.Contains(l.Gateways, g.ID)
				})
			})
			if missing := slices.ContainsFunc(telling(asked), func(g string) bool { return !slices.Contains(got, g) }); missing || !sheltered && c.Exactly != slices.Equal(got, telling(asked)) {
				t.Errorf("seed %d: why not %v, exactly %v: it passes %v", seed, asked, c.Exactly, got)
			}
			if c.Listed > 0 {
				listed++
			} else {
				unlisted++
			}
			return c
		}
		names := func(set uint32) (out []string) {
			for ; set != 0; set &= set - 1 {
				out = append(out, net.Gateways[bits.TrailingZeros32(set)].ID)
			}
			return out
		}
		for range 3 { // sets that there are
			w := ways[rng.IntN(min(1<<(1+rng.IntN(8)), len(ways)))]
			asked := names(w.Gates)
			if len(asked)+len(q.Via)+1 > MostVias || w.Gates&inside != 0 {
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
		for range 2 { // a part of one, or any two
			part := ways[rng.IntN(len(ways))].Gates & rng.Uint32()
			for part == 0 || bits.OnesCount32(part)+len(q.Via)+1 > MostVias {
				part = 1<<rng.IntN(len(net.Gateways)) | 1<<rng.IntN(len(net.Gateways))
				part &^= uint32(r.bypassed)
			}
			if part&inside != 0 {
				continue
			}
			c := check(names(part))
			if c.Asked != nil && !c.Exactly {
				wider++
			}
			for _, w := range ways {
				switch {
				case w.Gates&part != part:
				case c.Asked == nil:
					t.Errorf("seed %d: why not %v: there is no such route, and one by %v", seed, names(part), names(w.Gates))
				case w.Gates == part && !c.Exactly, (w.Gates == part || !c.Exactly) && w.General < c.Asked.General:
					t.Errorf("seed %d: why not %v, exactly %v: told %d by %s, and %d by %v", seed, names(part), c.Exactly, c.Asked.General, c.Asked.Through(), w.General, names(w.Gates))
				}
			}
		}
	}
	if exact < share(70) || listed < share(40) || unlisted < share(60) || wider < share(8) {
		t.Errorf("only %d exact sets were looked at, %d listed routes, %d not listed, %d of more gateways", exact, listed, unlisted, wider)
	}
}
