package page

import (
	"slices"

	"zhol/solver"
)

// bounds part the classes by which places are coloured: the same in every world, so that pictures can be set side by side.
var bounds = map[string][]float64{
	"days": {7, 14, 21, 28, 35},
	"usd":  {1500, 3000, 4500, 6000, 8000},
}

// classOf is the class of what a way takes; 0 where places are not coloured by it.
func classOf(by string, days float64, cents int64) int {
	value := days
	if by == "usd" {
		value = float64(cents) / 100
	}
	class, _ := slices.BinarySearch(bounds[by], value)
	return class
}

// scale is what the classes are called; nothing where places are coloured by the winner.
func (w *Words) scale(by string) []string {
	unit := map[string]string{"days": w.Day, "usd": w.Money}[by]
	var out []string
	last := ""
	for i, bound := range bounds[by] {
		text := w.write(bound, 0, false)
		if i == 0 {
			out = append(out, "≤ "+text+" "+unit)
		} else {
			out = append(out, last+"–"+text)
		}
		last = text
	}
	if out != nil {
		out = append(out, "> "+last)
	}
	return out
}

// aloneAhead stands for how far ahead a kind of way is where the other does not lead at all, in US dollars: it only says on which
// side of the line a place lies.
const aloneAhead = 1000

// ahead is by how much the best way through Kazakhstan is cheaper all told than that by sea, in US dollars; nothing where a third
// way wins, such as another railway: who of the two would be less bad there is nobody's question.
func ahead(reached *solver.Reached) *float64 {
	var by float64
	switch r := reached.Rivals; {
	case r.Kazakhstan != reached.General && r.Sea != reached.General:
		return nil
	case r.Both():
		by = float64(nearest(r.Sea-r.Kazakhstan, 1e4)) / 100
	case r.Kazakhstan >= 0:
		by = aloneAhead
	default:
		by = -aloneAhead
	}
	return &by
}
