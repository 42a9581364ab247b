package tariff

import (
	"fmt"

	"zhol/solver/network"
)

// road prices a haul by lorry over a length of road, by the rates of the two countries where
// they have their own, else of the one it starts in. The rate falls with distance and is paid band by band, so that a longer haul is never cheaper.
func (p *pricer) road(length network.Metres, country, other string, from *network.Provenance) {
	r := p.book.road(country, other)
	const near, middle = 250 * metresPerKm, 600 * metresPerKm // the bands named in the table's header
	money := cents(r.values[0]) + perKm(r.values[2], min(length, near)) +
		perKm(r.values[3], max(0, min(length, middle)-near)) + perKm(r.values[4], max(0, length-middle))
	box := p.byRoad
	p.row("haulage", Cost{Money: box.money(max(money, cents(r.values[1])), p.Scenario.Cargo)}, func() string {
		return fmt.Sprintf("%s USD and %s of road at %s USD/km, %s from 250 km and %s from 600 km, at least %s USD",
			r.values[0], km(length), r.values[2], r.values[3], r.values[4], r.values[1]) + box.words()
	}, &r.Provenance, from, box.known)
	drive := running(length, r.values[5])
	p.row("running", Cost{Time: seconds(r.values[6]) + drive, Spread: mulDiv(drive, int64(r.values[7]), int64(one))}, func() string {
		return fmt.Sprintf("%s hours to load and leave, %s at %s km a day", r.values[6], km(length), r.values[5])
	}, &r.Provenance, from)
	carbon := p.book.roadCarbon
	load, loaded := p.load()
	p.row("traction", Cost{Carbon: box.carbon(p.emitted(length, carbon.values[0]))}, func() string {
		return fmt.Sprintf("%s x %s t x %s g/t-km", km(length), load, carbon.values[0]) + box.carbonWords()
	}, &carbon.Provenance, loaded, from, box.known)
}

// RoadLength is the length of road to expect for a great circle of m.
func (v *View) RoadLength(m network.Metres) network.Metres {
	return network.Metres(mulDiv(int64(m), int64(v.book.detour.values[0]), int64(one)))
}

// Haul prices pre- or on-carriage over a great circle of m metres in a country: the road is longer by the detour factor
// and RoadLength says how long.
func (v *View) Haul(m network.Metres, country string) (Cost, []Row) {
	p := pricer{View: v, explain: true}
	p.haul(m, country)
	return p.sum(), p.appraise()
}

// HaulCost is Haul without the words, for every frame of a drag: it allocates nothing.
func (v *View) HaulCost(m network.Metres, country string) (Cost, Known) {
	p := pricer{View: v}
	p.haul(m, country)
	return p.sum(), p.known
}

func (p *pricer) haul(m network.Metres, country string) {
	p.road(p.RoadLength(m), country, country, &p.book.detour.Provenance)
	p.ownLevels(&network.Arc{Kind: network.Road})
}
