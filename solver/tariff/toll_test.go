package tariff

import (
	"slices"
	"testing"

	"zhol/solver/network"
)

// Whoever sails by Suez is told the dues of the canal once, 35 USD a TEU, out of the freight of the voyage; who sails round the Cape is told none, and
// no voyage costs more for it.
func TestToll(t *testing.T) {
	net, err := network.Load()
	if err != nil {
		t.Fatal(err)
	}
	suez := slices.IndexFunc(net.Passages, func(p network.Named) bool { return p.ID == "suez" })
	for _, twenty := range []bool{false, true} {
		v := view(t, net, Scenario{Cargo: Cargo{Twenty: twenty}})
		passes := 0
		for a := range net.Arcs {
			tolls := int64(0)
			for _, r := range v.Rows(network.ArcID(a)) {
				if r.Cause == "canal toll" {
					tolls += r.Money
				}
			}
			want := int64(0)
			if net.Arcs[a].Passages&(1<<suez) != 0 {
				passes++
				if want = 70_00; twenty {
					want = 35_00
				}
				if v.Money[a] != 0 {
					t.Errorf("arc %d costs %d beside the freight", a, v.Money[a])
				}
			}
			if tolls != want {
				t.Errorf("arc %d: a toll of %d cents, not %d", a, tolls, want)
			}
		}
		if passes == 0 {
			t.Error("no arc passes Suez")
		}
	}
}

// A passage of the table of tolls that the network does not know would say nothing, silently.
func TestTollsAreOfPassages(t *testing.T) {
	net, err := network.Load()
	if err != nil {
		t.Fatal(err)
	}
	b, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range b.sheets["tolls"].records {
		if !slices.ContainsFunc(net.Passages, func(p network.Named) bool { return p.ID == r.keys[0] && p.Names.EN != "" }) {
			t.Errorf("%s is no passage", r.keys[0])
		}
	}
}
