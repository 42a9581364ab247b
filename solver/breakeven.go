package solver

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

// The kinds of Parameter.
const (
	OverCargoValue  = "cargo-value"  // US dollars per FEU
	OverCarbonPrice = "carbon-price" // US dollars per tonne of CO2e
	OverDwell       = "dwell"        // at a place: as a multiple of today's
	OverPrice       = "price"        // of a mode: as a multiple of the scenario's
)

// Parameters lists the kinds.
var Parameters = []string{OverCargoValue, OverCarbonPrice, OverDwell, OverPrice}

// Parameter is something that the first route may depend on.
type Parameter struct {
	Kind  string
	Place string // id, for dwell
	Mode  string // "rail", "sea", "ferry" or "road", for price
}

// How far each parameter is followed, from nothing: as far as anyone has asked, or where the question asks with more, as far as
// any may.
var most = map[string]int64{OverCargoValue: 1_000_000, OverCarbonPrice: 2_000, OverDwell: 10, OverPrice: 10}

// Stretch is a range of a parameter in which one route is the first.
type Stretch struct {
	From, To           float64
	ExactFrom, ExactTo Fraction
	Route              Route // as under the scenario asked, where another may be first; its Rank is 0
	Dwell              int64 // seconds that the route stands at the place today, where the parameter is dwell
}

// Fraction is an exact number that is not negative: the product of Over by the product of Under, each of which is over 0.
type Fraction struct{ Over, Under [2]int64 }

// Float is the number, rounded.
func (f Fraction) Float() float64 {
	return float64(f.Over[0]) / float64(f.Under[0]) * (float64(f.Over[1]) / float64(f.Under[1]))
}

// beyond tells whether the number is greater than a whole one, in 128 bits.
func (f Fraction) beyond(n int64) bool {
	hi, lo := bits.Mul64(uint64(f.Over[0]), uint64(f.Over[1]))
	ohi, olo := bits.Mul64(uint64(f.Under[0]), uint64(f.Under[1]*n))
	return hi > ohi || hi == ohi && lo > olo
}

// BreakEven tells at which values of a parameter the first route changes, all else as asked.
type BreakEven struct {
	Parameter
	Now       float64 // the value in the scenario
	From, To  Located
	Most      float64   // how far the parameter is followed, from 0
	Complete  bool      // false: changes may be missing, for the search was given up
	ComesBack ComesBack // as in Answer
	Stretches []Stretch // from 0 to Most without a gap; empty where there is no route
}

// BreakEven finds where the first route changes, exactly. Under each of the parameters the generalised cost of a way is a
// straight line, a fixed part and a rising part, both integers. A way that is first anywhere stands on the Pareto front of
// the two, which is searched to its end; of its lines the lower envelope is taken, and where two of them cross is a
// fraction of integers. Nothing is sampled.
//
// The lines are those of tariff.Lines: they leave out the rounding of the cost of a day and, over cargo value, that of each
// arc, so that next to a change, within a dollar of cargo value, Rank may still say the other route.
func (s *Solver) BreakEven(sc Scenario, q Query, p Parameter) (*BreakEven, error) {
	if err := s.enter(sc, q); err != nil {
		return nil, err
	}
	lines, err := s.lines(&p)
	if err != nil {
		return nil, err
	}
	from, to, err := s.ends(q)
	if err != nil {
		return nil, err
	}
	s.ask(from, to)
	ways, complete := s.bothWays(lines, from, to)
	ways = envelope(ways)
	now, far := s.now(p), most[p.Kind]
	if now > float64(far) {
		far = map[string]int64{OverCargoValue: MostCargoValue, OverCarbonPrice: MostCarbonPrice}[p.Kind]
	}
	out := &BreakEven{Parameter: p, Now: now, From: from.Located, To: to.Located, Most: float64(far), Complete: complete, ComesBack: s.comes}
	b := builder{s: s, from: from, to: to, light: q.Light}
	whole := func(n int64) Fraction { return Fraction{[2]int64{n, 1}, [2]int64{1, 1}} }
	at, end := whole(0), whole(far)
	for i, w := range ways {
		until := end
		if i+1 < len(ways) {
			until = Fraction{[2]int64{ways[i+1].Money - w.Money, lines.Num}, [2]int64{w.Time - ways[i+1].Time, lines.Den}}
			if until.beyond(far) {
				until = end
			}
		}
		stretch := Stretch{ExactFrom: at, ExactTo: until}
		b.route(s.recost(w), &stretch.Route)
		stretch.From, stretch.To = at.Float(), until.Float()
		if p.Kind == OverDwell {
			stretch.Dwell = w.Time
		}
		out.Stretches = append(out.Stretches, stretch)
		if at = until; at == end {
			break
		}
	}
	return out, nil
}

// ends understands both ends of a query, and finds the yards around them.
func (s *Solver) ends(q Query) (from, to *end, err error) {
	from, to = &s.from, &s.to
	if err = s.understand(from, "from", q.From); err != nil {
		return nil, nil, err
	}
	if err = s.understand(to, "to", q.To); err != nil {
		return nil, nil, err
	}
	if from.At == to.At {
		return nil, nil, &InputError{Field: "to", Value: cmp.Or(to.Name, to.At.String()), Reason: "is where the box stands already; give another end", Kind: FaultSame}
	}
	return from, to, nil
}

// lines takes the costs of the current view apart.
func (s *Solver) lines(p *Parameter) (*tariff.Lines, error) {
	switch p.Kind {
	case OverCargoValue:
		return s.view.Lines(tariff.CargoValue, network.None, 0), nil
	case OverCarbonPrice:
		return s.view.Lines(tariff.CarbonPrice, network.None, 0), nil
	case OverDwell:
		id, ok := s.net.PlaceByID(p.Place)
		if !ok {
			return nil, unknownPlace(s.net, "over", p.Place, placesAlone)
		}
		return s.view.Lines(tariff.Dwell, id, 0), nil
	case OverPrice:
		if k, ok := priced(p.Mode); ok {
			return s.view.Lines(tariff.Price, network.None, k), nil
		}
		return nil, &InputError{Field: "over", Value: p.Mode, Reason: "is no mode that has a price", Nearest: Priced}
	}
	return nil, &InputError{Field: "over", Value: p.Kind, Reason: "is nothing that the first route can be followed over", Nearest: Parameters}
}

// now is the value of a parameter in the current scenario.
func (s *Solver) now(p Parameter) float64 {
	switch p.Kind {
	case OverCargoValue:
		return float64(s.view.Scenario.CargoValue) / 100
	case OverCarbonPrice:
		return float64(s.view.Scenario.CarbonPrice) / 100
	}
	return 1
}

// bothWays is the Pareto front of the question asked over (fixed, rising), which stand as Money and Time of its ways, in rising
// order of fixed.
func (s *Solver) bothWays(l *tariff.Lines, from, to *end) ([]search.Way, bool) {
	w := *s.weights
	w.Money, w.Time, w.Carbon = l.Fixed, l.Rising, make([]int64, len(l.Fixed))
	searcher := search.NewSearcher(s.graph)
	searcher.Reset(&w)
	q := s.question
	stubs := func(stubs []search.Stub, hauls []haul) []search.Stub {
		out := slices.Clone(stubs)
		for i := range out {
			fixed, rising := int64(0), int64(0)
			if hauls[i].straight > 0 {
				fixed, rising = l.Haul(hauls[i].cost)
			}
			fixed += l.Hire(hauls[i].hire)
			out[i].Cost = search.Cost{Money: fixed, Time: rising, General: out[i].General}
		}
		return out
	}
	q.From, q.To, q.Direct = stubs(q.From, from.hauls), stubs(q.To, to.hauls), stubs(q.Direct, []haul{s.whole})
	budget := frontBudget
	if q.Once {
		budget = oncePatientFront
	}
	front, complete := searcher.Ask(q).Front(budget)
	if !complete && q.Once { // as Solver.front does
		q.Once, s.comes = false, MayComeBack
		front, complete = searcher.Ask(q).Front(frontBudget)
	}
	return front, complete
}

// String names a parameter and its unit, such as "cargo value in USD".
func (p Parameter) String() string {
	switch p.Kind {
	case OverCargoValue:
		return "cargo value in USD per FEU"
	case OverCarbonPrice:
		return "carbon price in USD per tonne"
	case OverDwell:
		return fmt.Sprintf("dwell at %s as a multiple of today's", p.Place)
	}
	return fmt.Sprintf("price of %s as a multiple of the market's", p.Mode)
}
