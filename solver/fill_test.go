package solver

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
)

// TestFilled: lists that have too few sets of gateways are filled; entries of the same gateways keep apart, and what is too
// much like one is told as a variant of it, the best of some kind; and an answer does not depend on what was dragged before it.
func TestFilled(t *testing.T) {
	net := load(t)
	s := New(net)
	filled, after, alike, variants := 0, 0, 0, 0
	for seed := range share(uint64(150)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/5, 11)), net)
		q, next := dragged(rand.New(rand.NewPCG(seed, 21)), net)
		s.Frame(sc, q)
		light, err := s.Frame(sc, next)
		if err != nil {
			continue
		}
		few := len(light.Routes)
		full, err := s.Rank(sc, next)
		if err != nil {
			t.Fatal(err)
		}
		fresh, err := New(net).Rank(sc, next)
		if err != nil {
			t.Fatal(err)
		}
		same := slices.EqualFunc(full.Routes, fresh.Routes, func(a, b Route) bool {
			return a.Totals == b.Totals && a.General == b.General && slices.EqualFunc(a.Legs, b.Legs, func(a, b Leg) bool {
				return a.From == b.From && a.To == b.To && a.What == b.What && a.Totals == b.Totals
			})
		})
		if !same {
			t.Fatalf("seed %d: after a drag the answer is another", seed)
		}
		ways := s.sensed[:len(full.Routes)] // as listed
		for j := range ways {
			r := &full.Routes[j]
			if r.VariantOf > 0 {
				variants++
				of := &full.Routes[r.VariantOf-1]
				if r.VariantOf >= r.Rank || of.VariantOf > 0 || ways[j].Gates != ways[r.VariantOf-1].Gates || !alikeWays(s, &ways[j], &ways[r.VariantOf-1]) && !gainless(&ways[j], &ways[r.VariantOf-1]) && !twins(&ways[j], &ways[r.VariantOf-1]) {
					t.Errorf("seed %d: route %d is no variant of %d", seed, r.Rank, r.VariantOf)
				}
				if len(r.Labels) == 0 && len(of.Labels) == 0 {
					t.Errorf("seed %d: routes %d and %d are alike, and neither is the best of a kind", seed, r.Rank, r.VariantOf)
				}
			}
			for i := range j {
				if ways[i].Gates != ways[j].Gates {
					continue
				}
				alike++
				if r.VariantOf == 0 && full.Routes[i].VariantOf == 0 && alikeWays(s, &ways[i], &ways[j]) {
					t.Errorf("seed %d: entries %d and %d have the same gateways and nearly all the rest", seed, i+1, j+1)
				}
			}
		}
		if len(full.Routes) < few {
			t.Errorf("seed %d: %d routes while dragged, %d after", seed, few, len(full.Routes))
		}
		if n := len(full.Routes); 0 < n && n < defaultMax {
			kept := slices.Clone(s.kept)
			for i := range kept { // which stand in the buffers of Fill
				kept[i].Arcs = slices.Clone(kept[i].Arcs)
			}
			from := s.seen(fromDestination)
			from.BeginFill(100 * absurdFactor)
			if len(from.Fill(kept, len(kept)+1, mostShared)) > len(kept) {
				t.Errorf("seed %d: %d routes are listed, and there are further ways to list", seed, n)
			}
		}
		if len(full.Routes) > few {
			filled++
			if s.side == fromOrigin {
				after++
			}
		}
	}
	if min(filled, after) < share(10) || min(alike, variants) < share(100)/2 {
		t.Errorf("only %d lists were filled, %d after the destination was dragged; %d pairs had the same gateways, %d were variants", filled, after, alike, variants)
	}
}

// alikeWays tells whether two ways share more than 80 % of the cost of the cheaper.
func alikeWays(s *Solver, a, b *search.Way) bool {
	return 10*sharedCost(s, a, b) > 8*min(a.General, b.General)
}

// sharedCost is what two ways have in common, in generalised cost: hauls by both ends, and what both pay for the same work in the
// same place.
func sharedCost(s *Solver, a, b *search.Way) int64 {
	if a.Direct || b.Direct {
		return 0
	}
	sum := int64(0)
	paid := worksOf(s, b)
	for work, amount := range worksOf(s, a) {
		sum += min(amount, paid[work])
	}
	if a.Start == b.Start {
		sum += s.question.From[a.Start].General
	}
	if a.End == b.End {
		sum += s.question.To[a.End].General
	}
	return sum
}

// TestAlike holds the numbers of all arcs against the works that they are named by.
func TestAlike(t *testing.T) {
	s := New(load(t))
	work, number := map[string]int32{}, map[int32]string{}
	several := 0
	for i := range s.net.Arcs {
		id := search.ArcID(i)
		n := s.graph.Alike[i]
		name := nameOf(s, id)
		if was, known := work[name]; known && was != n {
			t.Errorf("arc %d, %s: it is numbered %d, and one alike %d", i, name, n, was)
		} else if known {
			several++
		}
		if was, known := number[n]; known && was != name {
			t.Errorf("arc %d, %s: it is numbered as %s", i, name, was)
		}
		work[name], number[n] = n, name
	}
	if several < 1000 {
		t.Errorf("only %d arcs are like another", several)
	}
}

// worksOf is what a way pays for each of the works that it is made of.
func worksOf(s *Solver, way *search.Way) map[string]int64 {
	out := make(map[string]int64)
	for _, id := range way.Arcs {
		out[nameOf(s, id)] += s.view.General[id]
	}
	return out
}

// nameOf names what an arc does and where.
func nameOf(s *Solver, id search.ArcID) string {
	where := func(n network.NodeID) string {
		node := s.net.Nodes[n]
		if node.Place == network.None {
			return fmt.Sprint("passage end ", node.End)
		}
		return s.net.Places[node.Place].ID
	}
	a := &s.net.Arcs[id]
	if a.Kind == network.Transfer {
		return fmt.Sprint(a.Work, "/", where(a.From), "/", where(a.To))
	}
	return fmt.Sprint(a.Kind, "/", a.Row, "/", where(a.From), "/", where(a.To))
}

// Two ways over the same border by the same trains are alike, though one changes gauge before it and the other trains behind it: the
// border is crossed on another gauge, and it is the same border.
func TestAlikeOverABorder(t *testing.T) {
	answer, err := rank(t, Scenario{Market: "2020-12", CargoValue: 60000, Avoid: []string{"bls"}}, Query{From: End{Place: "jng"}, To: End{Place: "cek"}})
	if err != nil {
		t.Fatal(err)
	}
	a, b := &answer.Routes[0], &answer.Routes[1]
	crossing := func(r *Route) (cents int64, gauge int) {
		for _, l := range r.Legs {
			if l.What == borderWork && l.From == "dos" {
				return l.Cents, l.Gauge
			}
		}
		return 0, 0
	}
	paid, gauge := crossing(a)
	again, other := crossing(b)
	if paid == 0 || paid != again || gauge == other || a.GaugeChanges == b.GaugeChanges {
		t.Fatalf("%d cents at Dostyk on %d mm, %d on %d mm, and %d and %d changes of gauge: no example", paid, gauge, again, other, a.GaugeChanges, b.GaugeChanges)
	}
	if b.VariantOf != 1 {
		t.Errorf("the second is a variant of %d, want 1", b.VariantOf)
	}
}

// TestDrivesOn: of ways that go by lorry all the way through the same gateways, one that is beaten by another is listed only where it
// is the best of a kind: by way of a yard where nothing is done it is the other again.
func TestDrivesOn(t *testing.T) {
	net := load(t)
	s := New(net)
	rng := rand.New(rand.NewPCG(1, 29))
	byRoad, dropped := 0, 0
	for range share(400) {
		from := rng.IntN(len(net.Places))
		to, nearest := -1, 0.0
		for range 60 {
			at := rng.IntN(len(net.Places))
			if d := network.GreatCircle(net.Places[at].At, net.Places[from].At).Km(); at != from && d > 50 && (to < 0 || d < nearest) {
				to, nearest = at, d
			}
		}
		answer, err := s.Rank(Scenario{}, Query{From: End{Place: net.Places[from].ID}, To: End{Place: net.Places[to].ID}})
		if err != nil {
			continue
		}
		var roads []*Route
		for i := range answer.Routes {
			r := &answer.Routes[i]
			if slices.ContainsFunc(r.Legs, func(l Leg) bool { return l.Kind != network.Road }) {
				continue
			}
			byRoad++
			for _, o := range roads {
				if slices.Equal(o.Gateways, r.Gateways) && len(r.Labels) == 0 && o.Cents <= r.Cents && o.Seconds <= r.Seconds && o.Grams <= r.Grams {
					t.Errorf("%s to %s: by road, as #%d and again as #%d", net.Places[from].ID, net.Places[to].ID, o.Rank, r.Rank)
				}
			}
			roads = append(roads, r)
		}
		if len(roads) > 0 && slices.ContainsFunc(s.kept, func(w search.Way) bool {
			return s.byRoad(&w) && !slices.ContainsFunc(s.sensed, func(o search.Way) bool { return sameWay(o, w) })
		}) {
			dropped++
		}
	}
	if byRoad < int(share(60)) || dropped < int(share(20)) {
		t.Errorf("only %d routes by road, and %d lists with others left out", byRoad, dropped)
	}
	t.Log(byRoad, dropped)
}
