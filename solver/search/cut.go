package search

import "math/bits"

// Blockage tells why there is no way, in terms of what could be given up: closures, by their bit in ClosedBy, and
// needs, by their bit in Question.Need.
type Blockage struct {
	Open     bool  // there is a way after all; the rest is empty
	Never    bool  // no way even with every closure lifted and every need dropped; the rest is empty
	Closures []int // with Needs: the smallest set that blocks every way, the first in order of those of its size
	Needs    []int
	Lifts    []int // closures of which each opens a way when it alone is lifted
	Drops    []int // needs of which each opens a way when it alone is dropped

	// Closures and needs of which each blocks every way by itself: where there are several, the smallest set is the first of them,
	// and no way opens while one is left.
	Alone, AloneNeeds []int
}

// Cut finds the smallest set of closures and needs that blocks every way of the question. It is exact: closures and
// needs are chosen to hit every way known, a way is sought that escapes them, and so on until none does.
func Cut(g *Graph, w *Weights, q Question) Blockage {
	e := newEscape(g, w, q)
	var met []hurdles
	for {
		chosen := smallestHit(met)
		broken, found := e.find(chosen)
		if !found {
			return e.blockage(chosen, met)
		}
		if broken == (hurdles{}) {
			return Blockage{Open: true}
		}
		met = append(met, broken)
	}
}

// blockage spells out the smallest set, and what else is to be told, where some ways run into these hurdles.
func (e *escape) blockage(smallest hurdles, met []hurdles) Blockage {
	if smallest == (hurdles{}) {
		return Blockage{Never: true}
	}
	b := Blockage{Closures: indices(smallest.closures), Needs: indices(uint64(smallest.needs))}
	every := e.every()
	for _, i := range indices(every.closures) {
		if _, opens := e.find(hurdles{every.closures &^ (1 << i), every.needs}); opens {
			b.Lifts = append(b.Lifts, i)
		}
	}
	for _, i := range indices(uint64(every.needs)) {
		if _, opens := e.find(hurdles{every.closures, every.needs &^ (1 << i)}); opens {
			b.Drops = append(b.Drops, i)
		}
	}
	common := met[0] // to all of these
	for _, h := range met[1:] {
		common.closures &= h.closures
		common.needs &= h.needs
	}
	for _, one := range common.each() {
		if _, found := e.find(one); !found {
			b.Alone, b.AloneNeeds = append(b.Alone, indices(one.closures)...), append(b.AloneNeeds, indices(uint64(one.needs))...)
		}
	}
	return b
}

// hurdles is a set of closures and needs.
type hurdles struct {
	closures uint64
	needs    uint8
}

func (h hurdles) size() int { return bits.OnesCount64(h.closures) + bits.OnesCount8(h.needs) }

func (h hurdles) meets(o hurdles) bool { return h.closures&o.closures != 0 || h.needs&o.needs != 0 }

func (h hurdles) with(o hurdles) hurdles {
	return hurdles{h.closures | o.closures, h.needs | o.needs}
}

// each hurdle of the set alone, closures first, in rising order.
func (h hurdles) each() []hurdles {
	var out []hurdles
	for _, i := range indices(h.closures) {
		out = append(out, hurdles{closures: 1 << i})
	}
	for _, i := range indices(uint64(h.needs)) {
		out = append(out, hurdles{needs: 1 << i})
	}
	return out
}

// indices of the bits that are set.
func indices(set uint64) []int {
	var out []int
	for ; set != 0; set &= set - 1 {
		out = append(out, bits.TrailingZeros64(set))
	}
	return out
}
