package tariff

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"zhol/solver/network"
)

// ScenarioError tells which field of a Scenario is wrong.
type ScenarioError struct{ Field, Reason string }

func (e *ScenarioError) Error() string { return e.Field + ": " + e.Reason }

// The most that a scenario may ask for: beyond them sums over a route could overflow.
const (
	MostCargo  = 10_000_000_00 // US cents per FEU
	MostCarbon = 100_000_00    // US cents per tonne
	MostClosed = 62            // the bits of ClosedBy but for Unfit and Absent

	MostMonth = 12

	MostBorderHours = 120 // no border keeps a box longer: see the tables of dwell and wagons
)

// New prices every arc of net under sc. It fails where sc is out of bounds, and where net has a railway, sea lane or
// work that the tables do not know.
func New(net *network.Network, sc Scenario) (*View, error) { return NewBy(net, sc, func() {}) }

// NewBy is New in pieces: pause is called after every few hundredths of the work, for whoever has other things to do.
func NewBy(net *network.Network, sc Scenario, pause func()) (*View, error) {
	b, err := shipped()
	if err != nil {
		return nil, err
	}
	pause()
	return b.view(net, sc, pause)
}

func (b *book) view(net *network.Network, sc Scenario, pause func()) (*View, error) {
	sc, err := b.check(net, sc)
	if err != nil {
		return nil, err
	}
	n := len(net.Arcs)
	flat := make([]int64, 5*n)
	v := &View{Net: net, Scenario: sc, Known: make([]Known, n), ClosedBy: make([]uint64, n), book: b, abroad: abroad(net), ferries: map[string]*network.FerryLink{}, rails: map[string]*network.RailLink{}}
	for i := range net.RailLinks {
		v.rails[net.RailLinks[i].ID] = &net.RailLinks[i]
	}
	for i := range net.Ferries {
		v.ferries[net.Ferries[i].ID] = &net.Ferries[i]
	}
	for i, s := range []*[]int64{&v.Money, &v.Time, &v.Spread, &v.Carbon, &v.General} {
		*s = flat[i*n : (i+1)*n : (i+1)*n]
	}
	v.worth = b.worth(sc)
	v.traits = b.traits(sc.Cargo)
	year := yearOf(sc.Closed)
	p := pricer{View: v}
	v.byRoad, v.bySea = p.boxing(byRoad), p.boxing(bySea)
	v.schedule = b.first("schedules", sc.Market)
	for _, passage := range net.Passages {
		v.tolls = append(v.tolls, b.first("tolls", passage.ID))
	}
	for a := range net.Arcs {
		if a%256 == 0 {
			pause()
		}
		p.total, p.known, p.waited = Cost{}, Known{}, 0
		if err := p.arc(network.ArcID(a)); err != nil {
			return nil, err
		}
		c := p.sum()
		v.Money[a], v.Time[a], v.Spread[a], v.Carbon[a], v.General[a] = c.Money, c.Time, c.Spread, c.Carbon, c.General
		v.Known[a] = p.known
		v.ClosedBy[a] = closedBy(net, sc.Closed, network.ArcID(a))
		if p.unfit(&net.Arcs[a]) {
			v.ClosedBy[a] |= Unfit
		}
		if arc := &net.Arcs[a]; arc.Planned && !sc.Planned || arc.Closed > 0 && !(year > 0 && year <= int(arc.Closed)) {
			v.ClosedBy[a] |= Absent
		}
	}
	return v, nil
}

// yearOf is the year whose network the closures leave: the earliest of those that close what was opened later; 0 for today's.
func yearOf(closed []network.Feature) (year int) {
	for _, f := range closed {
		if f.Kind == network.AfterFeature && (year == 0 || int(f.Index) < year) {
			year = int(f.Index)
		}
	}
	return year
}

// check fills in defaults and refuses what is out of bounds.
func (b *book) check(net *network.Network, sc Scenario) (Scenario, error) {
	def := b.defaults()
	if sc.Market == "" {
		sc.Market = def.Market
	}
	if !slices.Contains(b.markets, sc.Market) {
		return sc, &ScenarioError{"market", fmt.Sprintf("%q is none of %s", sc.Market, strings.Join(b.markets, ", "))}
	}
	if sc.CargoValue < 0 || sc.CargoValue > MostCargo {
		return sc, &ScenarioError{"cargo-value", fmt.Sprintf("must be from 0 to %s USD", thousands(MostCargo/100))}
	}
	if sc.CargoValue == 0 {
		sc.CargoValue = def.CargoValue
	}
	if sc.CarbonPrice < 0 || sc.CarbonPrice > MostCarbon {
		return sc, &ScenarioError{"carbon-price", fmt.Sprintf("must be from 0 to %s USD", thousands(MostCarbon/100))}
	}
	if sc.CarbonPrice == 0 {
		sc.CarbonPrice = def.CarbonPrice
	}
	if sc.BorderHours < 0 || sc.BorderHours > MostBorderHours {
		return sc, &ScenarioError{"faster-borders", fmt.Sprintf("must be from 0 to %d hours: no border keeps a box longer", MostBorderHours)}
	}
	if err := b.checkCargo(sc.Cargo); err != nil {
		return sc, err
	}
	if err := checkLevels(net, sc.Levels); err != nil {
		return sc, err
	}
	if len(sc.Closed) > MostClosed {
		return sc, &ScenarioError{"avoid", fmt.Sprintf("at most %d can be closed at once", MostClosed)}
	}
	for _, f := range sc.Closed {
		lists := map[network.FeatureKind]int{network.PlaceFeature: len(net.Places), network.CountryFeature: len(net.Countries),
			network.PassageFeature: len(net.Passages), network.GatewayFeature: len(net.Gateways), network.AfterFeature: math.MaxInt16}
		if f.Index < 0 || int(f.Index) >= lists[f.Kind] {
			return sc, &ScenarioError{"avoid", fmt.Sprintf("the network has no feature %d of kind %d", f.Index, f.Kind)}
		}
	}
	return sc, nil
}

// worth is what time, spread and carbon are worth under a scenario.
type worth struct {
	day         int64 // millionths of a US dollar per day
	reliability int64 // millionths of a day per day of spread
	carbon      int64 // US cents per tonne
}

func (b *book) worth(sc Scenario) worth {
	rates := int64(b.holdingRate.values[0] + b.depreciationRate.values[0])
	return worth{
		day:         mulDiv(sc.CargoValue*1e4*sc.Cargo.teu(), rates, 2*365*int64(one)),
		reliability: int64(b.reliabilityRatio.values[0]),
		carbon:      sc.CarbonPrice,
	}
}

const secondsPerDay = 24 * 3600

// general is the generalised cost of c in millionths of a US dollar, rounded once.
func (w worth) general(c Cost) int64 {
	const perDay = secondsPerDay * uint64(one)
	hi, lo := bits.Mul64(uint64(w.day), uint64(c.Time)*uint64(one)+uint64(c.Spread)*uint64(w.reliability))
	// grams x cents per tonne is hundredths of a millionth of a dollar: brought to the same denominator
	carbonHi, carbonLo := bits.Mul64(uint64(c.Carbon)*uint64(w.carbon), perDay/100)
	lo, carry := bits.Add64(lo, carbonLo, 0)
	hi, _ = bits.Add64(hi, carbonHi, carry)
	return c.Money*1e4 + divide(hi, lo, perDay)
}

// Add is the cost of c and d one after the other. Spreads are added as General adds them; for quantiles add variances.
func (c Cost) Add(d Cost) Cost {
	return Cost{c.Money + d.Money, c.Time + d.Time, c.Spread + d.Spread, c.Carbon + d.Carbon, c.General + d.General}
}

// Rows says what arc a costs and why.
func (v *View) Rows(a network.ArcID) []Row {
	p := pricer{View: v, explain: true}
	if err := p.arc(a); err != nil {
		panic(err) // New has priced this arc already
	}
	return p.appraise()
}

// Cost is what arc a takes.
func (v *View) Cost(a network.ArcID) Cost {
	return Cost{v.Money[a], v.Time[a], v.Spread[a], v.Carbon[a], v.General[a]}
}

// closedBy sets a bit for every closure that shuts the arc.
func closedBy(net *network.Network, closed []network.Feature, a network.ArcID) uint64 {
	var set uint64
	for i, f := range closed {
		if net.Affects(f, a) {
			set |= 1 << i
		}
	}
	return set
}

// abroad finds, for every node on the far side of a border, the country that the rails or the road come from.
func abroad(net *network.Network) map[network.NodeID]string {
	out := map[network.NodeID]string{}
	for i := range net.Arcs {
		arc := &net.Arcs[i]
		if arc.Kind == network.Transfer {
			continue
		}
		for _, ends := range [][2]network.NodeID{{arc.From, arc.To}, {arc.To, arc.From}} {
			other := net.Nodes[ends[0]].Place
			if net.Nodes[ends[1]].Layer == network.AtBorder && other >= 0 {
				if _, known := out[ends[1]]; !known {
					out[ends[1]] = net.Places[other].Country
				}
			}
		}
	}
	return out
}
