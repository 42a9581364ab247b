package solver

import (
	"slices"

	"zhol/solver/network"
)

// FirstYear is the earliest year whose network can be asked for by name: the one before the article that Zhol began with.
// Any year does as a closure, such as "after-1995"; but few openings before it are known.
const FirstYear = 2016

// YearOf is the year whose network a list of closures leaves: lines opened later are closed. 0: today's.
func YearOf(avoid []string) int {
	year := 0
	for _, id := range avoid {
		if f, ok := network.AfterYear(id); ok && (year == 0 || int(f.Index) < year) {
			year = int(f.Index)
		}
	}
	return year
}

// InYear is a list of closures with the network of a year in place of any other; 0 is today's. The list itself is left as
// it is.
func InYear(avoid []string, year int) []string {
	out := slices.DeleteFunc(slices.Clone(avoid), func(id string) bool {
		_, after := network.AfterYear(id)
		return after
	})
	if year > 0 {
		out = append(out, network.AfterID(year))
	}
	return out
}
