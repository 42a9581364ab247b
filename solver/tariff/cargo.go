package tariff

import (
	"fmt"
	"slices"
	"strings"

	"zhol/solver/network"
)

// Cargo is what is in the box, and which box. The zero Cargo is general goods in a 40-foot box, as heavy as the table of
// parameters says. It takes all prices of a View from one FEU to one box of its own.
type Cargo struct {
	Kind   CargoKind
	Twenty bool // a 20-foot box instead of a 40-foot one: worth half as much, and by default half as heavy
	Tonnes int  // of goods in the box; 0 for the default
}

// CargoKind is what goods ask of the way.
type CargoKind uint8

// The kinds of cargo.
const (
	General CargoKind = iota
	Reefer
	Dangerous
	Oversize
)

// CargoKinds are the names of the kinds, by number.
var CargoKinds = []string{"general", "reefer", "dangerous", "oversize"}

func (k CargoKind) String() string { return CargoKinds[k] }

// What the table of cargo knows beside the kinds.
const (
	twentyFoot = "20-foot"
	heavy      = "heavy"
)

// The modes by which the tables of cargo and fit are looked up, beside the causes of transfers. A block train is a train
// of containers; ordinary wagons are rail alone.
const (
	byRail       = "rail"
	byBlockTrain = "block train"
	bySea        = "sea"
	byFerry      = "ferry"
	byRoad       = "road"
)

// The bits of View.ClosedBy that no closure takes.
const (
	Unfit  = 1 << MostClosed // the cargo may not use the arc
	Absent = Unfit << 1      // there is no such arc: nothing that a question could give up would open it
)

// traits are what the tables know a cargo by.
func (b *book) traits(c Cargo) []string {
	var out []string
	if c.Kind != General {
		out = append(out, c.Kind.String())
	}
	if c.Twenty {
		out = append(out, twentyFoot)
	}
	if micro(c.Tonnes)*one > b.heavyOver.values[0] {
		out = append(out, heavy)
	}
	return out
}

// mostTonnes is what a box holds.
func (b *book) mostTonnes(c Cargo) int {
	if c.Twenty {
		return int(b.mostTwenty.values[0] / one)
	}
	return int(b.mostForty.values[0] / one)
}

// MostTonnesIn is the most that a cargo's box holds.
func MostTonnesIn(c Cargo) int {
	b, err := shipped()
	if err != nil {
		return 0
	}
	return b.mostTonnes(c)
}

// MostTonnes is the most that any box holds.
func MostTonnes() int {
	return max(MostTonnesIn(Cargo{}), MostTonnesIn(Cargo{Twenty: true}))
}

// checkCargo refuses what is no cargo, or too heavy for its box.
func (b *book) checkCargo(c Cargo) error {
	if int(c.Kind) >= len(CargoKinds) {
		return &ScenarioError{"cargo", fmt.Sprintf("%d is no kind of cargo", c.Kind)}
	}
	if most := b.mostTonnes(c); c.Tonnes < 0 || c.Tonnes > most {
		return &ScenarioError{"tonnes", fmt.Sprintf("%s holds from 1 to %d tonnes; take more boxes for more", c.box(), most)}
	}
	return nil
}

func (c Cargo) box() string {
	if c.Twenty {
		return "a 20-foot box"
	}
	return "a 40-foot box"
}

// Unit is what prices are for: "FEU" or "TEU".
func (c Cargo) Unit() string {
	if c.Twenty {
		return "TEU"
	}
	return "FEU"
}

// load is what the box holds, and the figure that says so where the user did not.
func (v *View) load() (micro, *network.Provenance) {
	switch c := v.Scenario.Cargo; {
	case c.Tonnes > 0:
		return micro(c.Tonnes) * one, nil
	case c.Twenty:
		return v.book.payload.values[0] / 2, &v.book.payload.Provenance
	}
	return v.book.payload.values[0], &v.book.payload.Provenance
}

// TonnesIn is how many tonnes of goods are reckoned with in a cargo's box.
func TonnesIn(c Cargo) float64 {
	b, err := shipped()
	if err != nil {
		return 0
	}
	load, _ := (&View{book: b, Scenario: Scenario{Cargo: c}}).load()
	return float64(load) / float64(one)
}

// boxing is what the table of cargo does to one cost.
type boxing struct {
	by    []*record           // in the order of the traits; none for the usual box
	known *network.Provenance // what all of them rest on; nil for the usual box
}

// boxing finds what the cargo changes of a cost: for each trait the closest match of the places it may be looked up by.
func (p *pricer) boxing(cost string, where ...string) boxing {
	var out boxing
	for _, trait := range p.traits {
		for _, w := range append(where, "*") {
			if r := p.book.first("cargo", trait+" "+cost+" "+w); r != nil {
				out.by = append(out.by, r)
				break
			}
		}
	}
	if len(out.by) > 0 {
		out.known = new(network.Provenance)
		for _, r := range out.by {
			*out.known = out.known.Weaker(r.Provenance)
		}
	}
	return out
}

// money is what a cost comes to: its factors taken one after the other, then so much more for each TEU.
func (b boxing) money(cents int64, c Cargo) int64 {
	for _, r := range b.by {
		cents = mulDiv(cents, int64(r.values[0]), int64(one))
	}
	for _, r := range b.by {
		cents += mulDiv(int64(r.values[2]), c.teu(), int64(one)/centsPerDollar)
	}
	return cents
}

// carbon is what the carbon of a cost comes to.
func (b boxing) carbon(grams int64) int64 {
	for _, r := range b.by {
		grams = mulDiv(grams, int64(r.values[1]), int64(one))
	}
	return grams
}

// teu is how many there are to the box.
func (c Cargo) teu() int64 {
	if c.Twenty {
		return 1
	}
	return 2
}

// words tells what is done to money, as the end of a text.
func (b boxing) words() string {
	var text strings.Builder
	for _, r := range b.by {
		if r.values[0] != one {
			fmt.Fprintf(&text, ", x %s for %s", r.values[0], traitWords(r.keys[0]))
		}
		if r.values[2] > 0 {
			fmt.Fprintf(&text, ", and %s USD/TEU for %s", r.values[2], traitWords(r.keys[0]))
		}
	}
	return text.String()
}

// carbonWords tells what is done to carbon, as the end of a text.
func (b boxing) carbonWords() string {
	var text strings.Builder
	for _, r := range b.by {
		if r.values[1] != one {
			fmt.Fprintf(&text, ", x %s for %s", r.values[1], traitWords(r.keys[0]))
		}
	}
	return text.String()
}

func traitWords(trait string) string {
	switch trait {
	case twentyFoot:
		return "a 20-foot box"
	case heavy:
		return "a heavy box"
	case "reefer":
		return "a reefer"
	}
	return trait + " goods"
}

// unfit tells whether the cargo may not use an arc.
func (v *View) unfit(arc *network.Arc) bool {
	if len(v.traits) == 0 {
		return false
	}
	for _, trait := range v.traits {
		for _, mode := range v.modes(arc.Kind) {
			if r := v.book.first("fit", trait+" "+mode+" "+arc.Row, trait+" "+mode+" "+arc.Railway, trait+" "+mode+" *"); r != nil && r.values[0] == 0 {
				return true
			}
		}
	}
	return false
}

// modes are what an arc of a kind is called in the table of what fits.
func (v *View) modes(kind network.Kind) []string {
	switch kind {
	case network.Rail:
		if v.Scenario.Wagons {
			return []string{byRail}
		}
		return []string{byRail, byBlockTrain}
	case network.Sea:
		return []string{bySea}
	case network.Ferry:
		return []string{byFerry}
	case network.Road:
		return []string{byRoad}
	}
	return nil
}

// Barred is why the cargo may not go everywhere: the rules that forbid it, in the order of their table.
func (v *View) Barred() []network.Provenance {
	var out []network.Provenance
	for _, r := range v.book.sheets["fit"].records {
		if r.values[0] == 0 && slices.Contains(v.traits, r.keys[0]) && (r.keys[1] != byBlockTrain || !v.Scenario.Wagons) {
			out = append(out, r.Provenance)
		}
	}
	return out
}
