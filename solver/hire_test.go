package solver

import (
	"slices"
	"testing"
)

// TestBoxHire holds who pays for the box one way: a haul from China that ends inland beyond it, whatever the way, and no other.
func TestBoxHire(t *testing.T) {
	net := load(t)
	s := New(net)
	hired := func(from, to string, via ...string) (int64, bool) {
		a, err := s.Rank(Scenario{Market: "2025-03"}, Query{From: End{Place: from}, To: End{Place: to}, Via: via})
		if err != nil || len(a.Routes) == 0 {
			t.Fatalf("%s to %s: %v", from, to, err)
		}
		paid, first := int64(-1), true
		for i := range a.Routes {
			var usd int64
			for j, l := range a.Routes[i].Legs {
				for _, row := range l.Rows {
					if row.Cause != CauseHire {
						continue
					}
					if usd += row.Money; j != len(a.Routes[i].Legs)-1 {
						t.Errorf("%s to %s: the box is paid on leg %d of %d", from, to, j+1, len(a.Routes[i].Legs))
					}
				}
			}
			if !first && usd != paid {
				t.Errorf("%s to %s: one way pays %d and another %d", from, to, paid, usd)
			}
			paid, first = usd, false
		}
		return paid, paid > 0
	}
	for _, pair := range [][2]string{{"sha", "ala"}, {"sia", "mow"}, {"sia", "tas"}, {"sha", "bak"}, {"sia", "aau"}} {
		if usd, ok := hired(pair[0], pair[1]); !ok || usd != 110_000 {
			t.Errorf("%v pays %d cents for its box", pair, usd)
		}
	}
	for _, pair := range [][2]string{{"sia", "dui"}, {"mow", "ala"}, {"ala", "sia"}, {"dui", "ala"}, {"sha", "led"}, {"sha", "pti"}, {"sia", "hal"}} {
		if usd, ok := hired(pair[0], pair[1]); ok {
			t.Errorf("%v pays %d cents for a box", pair, usd)
		}
	}
}

// TestTrainSlot holds what trains cost in a squeeze: as much from Shenzhen as from Xi'an, once a route, and nothing at other dates or
// back.
func TestTrainSlot(t *testing.T) {
	s := New(load(t))
	slots := func(from, to, market string) (out []int64) {
		a, err := s.Rank(Scenario{Market: market}, Query{From: End{Place: from}, To: End{Place: to}, Via: []string{"dostyk", "brest"}})
		if err != nil || len(a.Routes) == 0 {
			t.Fatalf("%s to %s: %v", from, to, err)
		}
		for _, l := range a.Routes[0].Legs {
			for _, row := range l.Rows {
				if row.Cause == "train slot" {
					out = append(out, row.Money)
				}
			}
		}
		return out
	}
	west, south := slots("sia", "dui", "2024-06"), slots("szx", "dui", "2024-06")
	if len(west) != 1 || !slices.Equal(west, south) {
		t.Errorf("from Xi'an %v, from Shenzhen %v", west, south)
	}
	if quiet, back := slots("sia", "dui", "2024-01"), slots("dui", "sia", "2024-06"); len(quiet)+len(back) != 0 {
		t.Errorf("in January %v, back in June %v", quiet, back)
	}
}
