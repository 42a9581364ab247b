package solver

import (
	"slices"

	"zhol/solver/network"
)

// The causes by which routes differ, in the order in which they are told. A cause of the tables that is none of these is
// told by its own name after them.
const (
	CauseHaulage  = "haulage"       // by rail: money, a place on the train, running time and traction
	CauseFreight  = "freight"       // by sea or ferry: money, sailing time and bunkers
	CauseToll     = "toll"          // of a canal, which the freight holds: what is told here is taken off there
	CauseRoad     = "road"          // by lorry: all of it
	CauseWait     = "wait"          // for the next train, ship or ferry
	CauseDwell    = "dwell"         // other standing at a place that is no border
	CauseBorder   = "border"        // dwell and fees of a crossing
	CauseGauge    = "gauge change"  // dwell and fees of a change of gauge
	CauseHandling = "handling"      // lifts and port handling
	CauseHire     = "box hire"      // of a box left where few go back
	CauseTime     = "value of time" // of all the time above
	CauseSpread   = "spread"        // what it is worth that boxes are late by chance
	CauseCarbon   = "carbon price"  // of all the carbon above
)

var allCauses = []string{CauseHaulage, CauseFreight, CauseToll, CauseRoad, CauseWait, CauseDwell, CauseBorder, CauseGauge, CauseHandling, CauseHire,
	CauseTime, CauseSpread, CauseCarbon}

// Amounts is what a cause takes more, or less where negative.
type Amounts struct {
	Cents, Seconds, Grams int64
	General               int64 // millionths of a US dollar
}

func (a Amounts) plus(b Amounts) Amounts {
	return Amounts{a.Cents + b.Cents, a.Seconds + b.Seconds, a.Grams + b.Grams, a.General + b.General}
}

func (a Amounts) minus() Amounts { return Amounts{-a.Cents, -a.Seconds, -a.Grams, -a.General} }

// Cause is one reason why two routes differ. The causes above the value of time carry cents, seconds and grams, and of the
// generalised cost only their money; what their time, spread and carbon are worth stands in the last three.
type Cause struct {
	Name string
	Amounts
	Parts []Part // leg by leg; they sum to Amounts
}

// Part is the share of a cause in a leg that one route has and the other has not.
type Part struct {
	Of  int // 1: a leg of the first route, which adds; 2: of the second, which takes off
	Leg int // index into its Legs
	Amounts
}

// Difference is what a takes more than b, cause by cause. The causes sum to the difference of the two routes to the cent, the
// second, the gram and the millionth of a dollar. Legs that both have cancel out and are not told. Both routes must be of
// one scenario and not of a light question.
func Difference(a, b *Route) []Cause {
	onlyA, onlyB := apart(a, b)
	var out []Cause
	tell := func(name string, part Part) {
		if part.Amounts == (Amounts{}) {
			return
		}
		i := slices.IndexFunc(out, func(c Cause) bool { return c.Name == name })
		if i < 0 {
			i, out = len(out), append(out, Cause{Name: name})
		}
		c := &out[i]
		c.Amounts = c.Amounts.plus(part.Amounts)
		if n := len(c.Parts); n > 0 && c.Parts[n-1].Of == part.Of && c.Parts[n-1].Leg == part.Leg {
			c.Parts[n-1].Amounts = c.Parts[n-1].Amounts.plus(part.Amounts)
		} else {
			c.Parts = append(c.Parts, part)
		}
	}
	for of, legs := range [][]int{onlyA, onlyB} {
		route := a
		if of == 1 {
			route = b
		}
		for _, i := range legs {
			for _, row := range route.Legs[i].Rows {
				for name, amounts := range shares(&route.Legs[i], &row) {
					if of == 1 {
						amounts = amounts.minus()
					}
					tell(name, Part{of + 1, i, amounts})
				}
			}
		}
	}
	out = slices.DeleteFunc(out, func(c Cause) bool { return c.Amounts == (Amounts{}) })
	slices.SortStableFunc(out, func(x, y Cause) int { return place(x.Name) - place(y.Name) })
	return out
}

func place(name string) int {
	if i := slices.Index(allCauses, name); i >= 0 {
		return i
	}
	return len(allCauses)
}

// shares takes a row of a leg apart into causes, in the order of telling.
func shares(l *Leg, r *Row) func(yield func(string, Amounts) bool) {
	return func(yield func(string, Amounts) bool) {
		_ = yield(causeOf(l, r), Amounts{r.Money, r.Time, r.Carbon, r.Money * 1e4}) &&
			yield(CauseTime, Amounts{General: r.Worth.Time}) &&
			yield(CauseSpread, Amounts{General: r.Worth.Spread}) &&
			yield(CauseCarbon, Amounts{General: r.Worth.Carbon})
	}
}

// causeOf is the cause that a row of a leg belongs to.
func causeOf(l *Leg, r *Row) string {
	switch r.Cause {
	case CauseHire:
		return CauseHire
	case "train slot":
		return CauseHaulage
	case "canal toll":
		return CauseToll
	}
	switch l.Kind {
	case network.Road:
		return CauseRoad
	case network.Transfer:
		switch {
		case l.What == network.Border.String():
			return CauseBorder
		case l.What == network.GaugeChange.String():
			return CauseGauge
		}
	}
	switch r.Cause {
	case "haulage", "running", "traction":
		if l.Kind == network.Rail {
			return CauseHaulage
		}
		return CauseFreight
	case "sea freight", "ferry freight", "bunkers", "schedule":
		return CauseFreight
	case "lift", "handling", "port handling", "terminal energy":
		return CauseHandling
	}
	return r.Cause // wait, dwell, and whatever the tables add
}

// apart lists the legs of each route that the other has not.
func apart(a, b *Route) (onlyA, onlyB []int) {
	taken := make([]bool, len(b.Legs))
	for i := range a.Legs {
		j := slices.IndexFunc(b.Legs, func(l Leg) bool { return sameLeg(&l, &a.Legs[i]) })
		for j >= 0 && taken[j] {
			next := slices.IndexFunc(b.Legs[j+1:], func(l Leg) bool { return sameLeg(&l, &a.Legs[i]) })
			if next < 0 {
				j = -1
			} else {
				j += 1 + next
			}
		}
		if j < 0 {
			onlyA = append(onlyA, i)
		} else {
			taken[j] = true
		}
	}
	for j := range b.Legs {
		if !taken[j] {
			onlyB = append(onlyB, j)
		}
	}
	return onlyA, onlyB
}

// sameLeg tells whether two legs are the same work on the same line at the same cost.
func sameLeg(a, b *Leg) bool {
	return a.What == b.What && a.From == b.From && a.To == b.To && a.Totals == b.Totals && a.Gauge == b.Gauge &&
		slices.EqualFunc(a.Rows, b.Rows, func(x, y Row) bool { return x.Cause == y.Cause && x.Worth == y.Worth && x.Money == y.Money })
}
