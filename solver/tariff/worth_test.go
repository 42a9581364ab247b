package tariff

import (
	"testing"

	"zhol/solver/network"
)

// TestRowsSumToGeneral adds up what every row of every arc of the real network is worth.
func TestRowsSumToGeneral(t *testing.T) {
	net, err := network.Load()
	if err != nil {
		t.Fatal(err)
	}
	v, err := New(net, Scenario{CargoValue: 123_456_78, CarbonPrice: 77_77})
	if err != nil {
		t.Fatal(err)
	}
	for a := range net.Arcs {
		sum := int64(0)
		for _, r := range v.Rows(network.ArcID(a)) {
			sum += r.General()
		}
		if sum != v.General[a] {
			t.Fatalf("arc %d: rows are worth %d, the arc %d", a, sum, v.General[a])
		}
	}
}

// TestLinesMeetTheView sees that a line at the scenario's own value costs what the view says, whatever it runs over.
func TestLinesMeetTheView(t *testing.T) {
	net, err := network.Load()
	if err != nil {
		t.Fatal(err)
	}
	v, err := New(net, Scenario{CargoValue: 90_000_00, CarbonPrice: 120_00})
	if err != nil {
		t.Fatal(err)
	}
	aktau, _ := net.PlaceByID("aau")
	for _, c := range []struct {
		over Over
		unit float64 // of Fixed, in millionths of a dollar
		x    float64
	}{{CargoValue, 100, 90_000}, {CarbonPrice, 1, 120}, {Dwell, 1, 1}, {Price, 1, 1}} {
		l := v.Lines(c.over, aktau, network.Sea)
		rising := 0
		for a := range net.Arcs {
			if l.Fixed[a] < 0 || l.Rising[a] < 0 {
				t.Fatalf("over %d: arc %d has a negative part", c.over, a)
			}
			if l.Rising[a] > 0 {
				rising++
			}
			got := (float64(l.Fixed[a]) + c.x*float64(l.Den)/float64(l.Num)*float64(l.Rising[a])) / c.unit
			if off := got - float64(v.General[a]); off > 30 || off < -30 {
				t.Fatalf("over %d: arc %d costs %.1f by its line, and %d", c.over, a, got, v.General[a])
			}
		}
		if rising == 0 {
			t.Errorf("nothing changes over %d", c.over)
		}
	}
}

// TestLinesGoOnFromALevel sees that where a level is set already all that it is of is stretched, the wait for a ferry too.
func TestLinesGoOnFromALevel(t *testing.T) {
	net, err := network.Load()
	if err != nil {
		t.Fatal(err)
	}
	aktau, _ := net.PlaceByID("aau")
	for _, c := range []struct {
		over  Over
		level Level
	}{{Dwell, Level{Place: aktau, Thousandths: 2000}}, {Price, Level{Place: network.None, Mode: network.Sea, Thousandths: 2000}}} {
		usual := view(t, net, Scenario{}).Lines(c.over, aktau, network.Sea)
		twice := view(t, net, Scenario{Levels: []Level{c.level}}).Lines(c.over, aktau, network.Sea)
		for a := range net.Arcs {
			if usual.Fixed[a] != twice.Fixed[a] || 2*usual.Rising[a] != twice.Rising[a] {
				t.Fatalf("over %d: arc %d (%v) rises by %d, and at twice that by %d", c.over, a, net.Arcs[a].Kind, usual.Rising[a], twice.Rising[a])
			}
		}
	}
}
