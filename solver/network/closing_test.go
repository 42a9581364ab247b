package network

import "testing"

func feature(t *testing.T, n *Network, text string) Feature {
	t.Helper()
	f, ok := n.Feature(text)
	if !ok {
		t.Fatalf("%q calls nothing", text)
	}
	return f
}

func without(n *Network, closed ...Feature) func(ArcID) bool {
	return func(a ArcID) bool {
		for _, f := range closed {
			if n.Affects(f, a) {
				return false
			}
		}
		return true
	}
}

// What is closed is closed on every parallel arc: seen from the tables' side, not from the bits'.
func TestClosingRemovesEveryParallelArc(t *testing.T) {
	n := load(t)
	lies := func(v NodeID, country string) bool {
		p := n.Nodes[v].Place
		return p != None && n.Places[p].Country == country
	}
	for i := range n.Countries {
		open := without(n, Feature{CountryFeature, int32(i)})
		for a, arc := range n.Arcs {
			touches := lies(arc.From, n.Countries[i].ID) || lies(arc.To, n.Countries[i].ID)
			if arc.Kind != Sea && touches && open(ArcID(a)) {
				t.Fatalf("%s closed, yet %v %q is open", n.Countries[i].ID, arc.Kind, arc.Row)
			}
		}
	}
	for i := range n.Places {
		open := without(n, Feature{PlaceFeature, int32(i)})
		for a, arc := range n.Arcs {
			if (n.Nodes[arc.From].Place == PlaceID(i) || n.Nodes[arc.To].Place == PlaceID(i)) && open(ArcID(a)) {
				t.Fatalf("%s closed, yet %v %q is open", n.Places[i].ID, arc.Kind, arc.Row)
			}
		}
	}
	for i, p := range n.Passages {
		open := without(n, Feature{PassageFeature, int32(i)})
		removed := 0
		for a, arc := range n.Arcs {
			if arc.Kind == Sea && arc.Row == p.ID {
				removed++
				if open(ArcID(a)) {
					t.Fatalf("%s closed, yet a ship sails it", p.ID)
				}
			}
		}
		if removed != 2*len(regions) {
			t.Errorf("%s: %d arcs, want one each way for each of %d regions", p.ID, removed, len(regions))
		}
	}
}

func TestClosingReroutesAtSea(t *testing.T) {
	n := load(t)
	for _, c := range []struct {
		from, to string
		closed   []string
		reached  bool
	}{
		{"sha", "rtm", nil, true},
		{"sha", "rtm", []string{"suez"}, true},
		{"sha", "rtm", []string{"suez", "cape"}, false},
		{"sha", "jea", []string{"hormuz"}, false},
		{"sha", "fjr", []string{"hormuz"}, true},
		{"rtm", "pti", []string{"bosporus"}, false},
		{"sha", "jea", []string{"malacca"}, true},
		{"sha", "jea", []string{"malacca", "sunda", "lombok"}, true}, // round Australia
		{"rtm", "gdn", []string{"kiel"}, true},
		{"rtm", "gdn", []string{"kiel", "danish-straits"}, false},
		{"sha", "rtm", []string{"EG"}, true},
	} {
		var closed []Feature
		for _, id := range c.closed {
			closed = append(closed, feature(t, n, id))
		}
		open := without(n, closed...)
		seen := reachable(n, yard(t, n, c.from), func(a ArcID) bool {
			w := n.Arcs[a].Work
			return open(a) && (n.Arcs[a].Kind == Sea || w == PortLoad || w == PortUnload)
		})
		if got := seen[yard(t, n, c.to)]; got != c.reached {
			t.Errorf("%s to %s by sea without %v: reached %v", c.from, c.to, c.closed, got)
		}
	}
}

// Every gateway is passed by some arc, both ways; Zahony in the network of 2021 and before.
func TestEveryGatewayIsPassed(t *testing.T) {
	n := load(t)
	for i, g := range n.Gateways {
		passed := 0
		for _, a := range n.Arcs {
			if a.Gateways&(1<<i) != 0 {
				passed++
			}
		}
		if passed < 2 {
			t.Errorf("%s is passed by %d arcs", g.ID, passed)
		}
	}
}

// The freight of a ship is charged exactly once: where it arrives at a port, with the regions of both.
func TestLaneIsSetWhereAShipArrives(t *testing.T) {
	n := load(t)
	for i, a := range n.Arcs {
		if a.Kind != Sea {
			continue
		}
		from, to := n.Nodes[a.From], n.Nodes[a.To]
		loaded := from.Region
		if from.Layer == QuayOut {
			loaded = n.Places[from.Place].Region
		}
		if to.Layer == QuayIn {
			if want := (Lane{loaded, n.Places[to.Place].Region}); a.Lane != want {
				t.Fatalf("arc %d: lane %v, want %v", i, a.Lane, want)
			}
		} else if a.Lane != (Lane{}) || to.Region != loaded {
			t.Fatalf("arc %d: a ship of %s at an end of %s, lane %v", i, loaded, to.Region, a.Lane)
		}
	}
}
