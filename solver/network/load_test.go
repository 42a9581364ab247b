package network

import (
	"reflect"
	"testing"
)

func load(t testing.TB) *Network {
	t.Helper()
	n, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestCounts(t *testing.T) {
	n := load(t)
	seaports := 0
	for _, p := range n.Places {
		if p.Roles.Has(Seaport) {
			seaports++
		}
	}
	if len(n.Places) < 220 || seaports < 75 {
		t.Errorf("%d places, %d of them seaports; want 220 and 75", len(n.Places), seaports)
	}
	t.Logf("%d places, %d seaports, %d nodes, %d arcs", len(n.Places), seaports, len(n.Nodes), len(n.Arcs))
}

// Everything that can be named has a name in each of the four languages.
func TestEverythingIsNamedInFourLanguages(t *testing.T) {
	n := load(t)
	full := func(id string, x Names) {
		if x.EN == "" || x.RU == "" || x.KK == "" || x.ZH == "" {
			t.Errorf("%s lacks a name: %+v", id, x)
		}
	}
	for _, p := range n.Places {
		full(p.ID, p.Names)
	}
	for _, list := range [][]Named{n.Countries, n.Passages, n.Gateways} {
		for _, x := range list {
			full(x.ID, x.Names)
		}
	}
}

// TestLoadBy reads the tables in pieces and builds the same network.
func TestLoadBy(t *testing.T) {
	pauses := 0
	pieces, err := LoadBy(func() { pauses++ })
	if err != nil || pauses < 100 {
		t.Fatalf("%v, after %d pauses", err, pauses)
	}
	whole, err := Load()
	if err != nil || !reflect.DeepEqual(pieces.Arcs, whole.Arcs) || !reflect.DeepEqual(pieces.Nodes, whole.Nodes) || !reflect.DeepEqual(pieces.Places, whole.Places) || !reflect.DeepEqual(pieces.out, whole.out) || !reflect.DeepEqual(pieces.in, whole.in) || pieces.Version != whole.Version {
		t.Errorf("%v, or another network", err)
	}
}
