package network

import (
	"slices"
	"testing"
)

// reachable marks every node that can be got to from one, over the arcs that are open.
func reachable(n *Network, from NodeID, open func(ArcID) bool) []bool {
	seen := make([]bool, len(n.Nodes))
	seen[from] = true
	stack := []NodeID{from}
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, a := range n.Out(v) {
			if w := n.Arcs[a].To; !seen[w] && open(a) {
				seen[w] = true
				stack = append(stack, w)
			}
		}
	}
	return seen
}

func yard(t *testing.T, n *Network, id string) NodeID {
	t.Helper()
	p, ok := n.PlaceByID(id)
	if !ok {
		t.Fatalf("no place %s", id)
	}
	v, ok := n.YardOf(p)
	if !ok {
		t.Fatalf("no yard at %s", id)
	}
	return v
}

// Every place where boxes are handled reaches every other, by whatever modes.
func TestEveryYardReachesEveryOther(t *testing.T) {
	n := load(t)
	for i := range n.Places {
		from, ok := n.YardOf(PlaceID(i))
		if !ok {
			continue
		}
		seen := reachable(n, from, func(ArcID) bool { return true })
		for j := range n.Places {
			if to, ok := n.YardOf(PlaceID(j)); ok && !seen[to] {
				t.Errorf("%s does not reach %s", n.Places[i].ID, n.Places[j].ID)
			}
		}
	}
}

// islands are the pieces that the railways of the tables fall into, besides the one great piece of Eurasia: no line leads
// out of Arabia, and no freight train has crossed from Finland since 2022. Japan, Britain's ports off the tunnel line and
// their like have no rail terminal in the tables.
var islands = [][]string{
	{"dmm", "ruh"},
	{"hel"},
}

func TestEveryInlandTerminalReachesEveryOtherByRail(t *testing.T) {
	n := load(t)
	byLand := func(a ArcID) bool {
		arc := n.Arcs[a]
		return arc.Kind == Rail && arc.Closed == 0 || arc.Work == LiftOn || arc.Work == LiftOff || arc.Work == GaugeChange || arc.Work == Border
	}
	seen := reachable(n, yard(t, n, "ala"), byLand)
	for i, p := range n.Places {
		if !p.Roles.Has(Terminal) {
			continue
		}
		apart := slices.ContainsFunc(islands, func(x []string) bool { return slices.Contains(x, p.ID) })
		v, _ := n.YardOf(PlaceID(i))
		if seen[v] == apart {
			t.Errorf("%s: reached by rail from Almaty %v, on an island of rails %v", p.ID, seen[v], apart)
		}
	}
}

func TestOutAndInAgreeWithArcs(t *testing.T) {
	n := load(t)
	out, in := 0, 0
	for v := range n.Nodes {
		for _, a := range n.Out(NodeID(v)) {
			out++
			if n.Arcs[a].From != NodeID(v) {
				t.Fatalf("arc %d does not leave %d", a, v)
			}
		}
		for _, a := range n.In(NodeID(v)) {
			in++
			if n.Arcs[a].To != NodeID(v) {
				t.Fatalf("arc %d does not arrive at %d", a, v)
			}
		}
	}
	if out != len(n.Arcs) || in != len(n.Arcs) {
		t.Errorf("%d arcs out and %d in, of %d", out, in, len(n.Arcs))
	}
}

// Every arc but a transfer is drawn, along a line that begins or ends where the arc does on land.
func TestEveryMovingArcIsDrawn(t *testing.T) {
	n := load(t)
	for i, a := range n.Arcs {
		pieces := n.DrawnOf(ArcID(i))
		if (a.Kind == Transfer) != (len(pieces) == 0) {
			t.Fatalf("arc %d: a %v drawn as %d pieces", i, a.Kind, len(pieces))
		}
		for _, p := range pieces {
			if n.Drawing[p].Kind != a.Kind || len(n.Drawing[p].Line) < 2 {
				t.Fatalf("arc %d: a %v runs along a %v of %d points", i, a.Kind, n.Drawing[p].Kind, len(n.Drawing[p].Line))
			}
		}
	}
}
