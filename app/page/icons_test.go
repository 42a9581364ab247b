package page

import (
	"testing"

	"zhol/solver/network"
)

func TestEveryStepHasADrawing(t *testing.T) {
	kinds := []string{"gauge", "steppe", "swap", "link", "close", "undo", "redo"}
	for _, kind := range network.AllKinds {
		kinds = append(kinds, kind.String())
	}
	drawn := map[string]bool{}
	for _, kind := range kinds {
		if drawings[kind] == "" {
			t.Errorf("%s has no drawing", kind)
		}
		drawn[kind] = true
	}
	for name := range drawings {
		if !drawn[name] {
			t.Errorf("%s is drawn, and nothing asks for it", name)
		}
	}
}
