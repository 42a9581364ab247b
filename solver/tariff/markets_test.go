package tariff

import (
	"testing"

	"zhol/solver/network"
)

// TestMarketsRestOnIndices holds the market dates to what a link promises, a price: at eight dates at the least the rail of the
// 1520 mm section rests on a published index, and at eight Shanghai to Rotterdam does.
func TestMarketsRestOnIndices(t *testing.T) {
	b, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	first, last := b.markets[0], b.markets[len(b.markets)-1]
	if first > "2019-12" || last < "2025-09" {
		t.Errorf("the market dates go from %s to %s", first, last)
	}
	for table, of := range map[string]string{"rail_levels": "1520", "sea_freight": "east-asia n-europe"} {
		told := 0
		for _, market := range b.markets {
			if r := b.sheets[table].byKey[market+" "+of]; r != nil && len(r.Sources) > 0 && (r.Status == network.Published || r.Status == network.Derived) {
				told++
			}
		}
		t.Logf("%s: %d of %d market dates", table, told, len(b.markets))
		if told < 8 {
			t.Errorf("%s: %s rests on a published index at %d market dates only", table, of, told)
		}
	}
}
