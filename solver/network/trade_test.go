package network

import "testing"

// TestTrade: exports run outward on every line that leads them to a border, whatever its bearing, and return on the way back;
// hauls to the coast lie as the way back does.
func TestTrade(t *testing.T) {
	n := load(t)
	way := map[string]Trade{}
	for i := range n.Arcs {
		a := &n.Arcs[i]
		if from, to := n.Nodes[a.From].Place, n.Nodes[a.To].Place; a.Kind == Rail {
			way[n.Places[from].ID+" "+n.Places[to].ID] = a.Trade
		}
	}
	for trade, ways := range map[Trade][]string{
		Outward: {
			"can csx", "csx wuh", "wuh cgo", "ckg lhw", "ctu sia", "yiw cgo", "sia lhw", "urc jng", "pek kul", "kul erc", "she hrb", "hrb mlx", "mlx zab",
			"alt zht", "akt blh", "kgf ast", "ary kzo", "sal bey", "mng uze", "zmu nau", "hta ulu_de", "khv hta", "vvo khv", "mow smo", "mow led", "bqt mal", "mal dui", "dui irn",
		},
		Return:  {"sia cgo", "xuz lyg", "cgo wuh", "akt dos", "zht alt", "bqt msq", "dui mal", "mow yek", "nkg szh", "hrb she"},
		Neither: {"akt ala", "ckg sia"},
	} {
		for _, w := range ways {
			got, known := way[w]
			if !known || got != trade {
				t.Errorf("%s: %d, want %d", w, got, trade)
			}
		}
	}
}
