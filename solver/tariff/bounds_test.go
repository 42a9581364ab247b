package tariff

import (
	"strings"
	"testing"
)

// TestBorderHours asks for as many hours as the longest dwell at a border and hardly more: beyond, nothing is left to save.
func TestBorderHours(t *testing.T) {
	b, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	longest := 0.0
	for _, index := range []map[string][]*record{b.dwellAt, b.wagonAt} {
		for where, records := range index {
			for i, r := range records {
				if r != nil && strings.HasPrefix(where, "border ") && causes[i] == "dwell" {
					longest = max(longest, float64(r.values[0])/float64(one))
				}
			}
		}
	}
	if MostBorderHours < longest || MostBorderHours > 1.1*longest {
		t.Errorf("up to %d hours are saved, where the longest dwell is %.1f", MostBorderHours, longest)
	}
}
