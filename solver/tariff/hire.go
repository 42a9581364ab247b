package tariff

import "fmt"

// What box_ends.csv says of a country: boxes are taken up there one way for a charge, or left there because there is little
// to load back.
const (
	boxTaken = "taken"
	boxLeft  = "left"
)

// boxHire is the cause of the row of Hire.
const boxHire = "box hire"

// Hire prices the box that a haul takes one way: nothing, unless it is taken up where boxes are wanted and left in a country that
// sends few back. A box left at a deep-sea port goes back with the line that brought it, so ask for inland ends only.
func (v *View) Hire(from, to string) (Cost, []Row) {
	p := pricer{View: v, explain: true}
	p.hire(from, to)
	return p.sum(), p.appraise()
}

// HireCost is Hire without the words, for every frame of a drag: it allocates nothing.
func (v *View) HireCost(from, to string) (Cost, Known) {
	p := pricer{View: v}
	p.hire(from, to)
	return p.sum(), p.known
}

func (p *pricer) hire(from, to string) {
	taken, left := p.book.first("box_ends", from), p.book.first("box_ends", to)
	if taken == nil || left == nil || taken.keys[1] != boxTaken || left.keys[1] != boxLeft {
		return
	}
	r := p.book.first("box_hire", p.Scenario.Market)
	usd := cents(r.values[0]) * p.Scenario.Cargo.teu() / 2
	p.row(boxHire, Cost{Money: usd}, func() string {
		return fmt.Sprintf("%s USD/FEU for a box one way from %s, left in %s, at the market of %s", r.values[0], from, to, p.Scenario.Market)
	}, &r.Provenance, &taken.Provenance, &left.Provenance)
}
