package tariff

import (
	"fmt"

	"zhol/solver/network"
)

// pricer adds up what one arc or haul takes. Rows are kept, and words written, only where someone will read them.
type pricer struct {
	*View
	explain bool
	total   Cost // of every row so far, General apart
	known   Known
	rows    []Row

	waited   int64 // seconds of the rows that wait
	freights byLane[*freight]
	levels   byLane[*record] // carbon of ships
}

const (
	metresPerKm      = 1000
	metresPerMile    = 1852 // nautical
	secondsPerHour   = 3600
	centsPerDollar   = 100
	gramsPerKilogram = 1000
)

// row adds a row. It rests on the figures of from, of which all but the first may be nil, and is as well known as the weakest of them.
// Words is called only to explain.
func (p *pricer) row(cause string, c Cost, words func() string, from ...*network.Provenance) {
	p.total = p.total.Add(c)
	if cause == "wait" {
		p.waited += c.Time
	}
	weakest := network.Published
	for _, q := range from {
		if q != nil {
			weakest = max(weakest, q.Status)
		}
	}
	p.known.Status = max(p.known.Status, weakest)
	if weakest >= network.Estimated {
		p.known.Soft += c.Money
		p.known.SoftTime += c.Time
	}
	if !p.explain {
		return
	}
	r := Row{Cause: cause, Text: words(), Money: c.Money, Time: c.Time, Spread: c.Spread, Carbon: c.Carbon}
	r.Provenance = *from[0]
	for _, q := range from[1:] {
		if q != nil {
			r.Provenance = r.Provenance.Weaker(*q)
			r.Date, r.Note = from[0].Date, from[0].Note
		}
	}
	p.rows = append(p.rows, r)
}

// sum is what all rows cost together.
func (p *pricer) sum() Cost {
	c := p.total
	c.General = p.worth.general(c)
	return c
}

// arc adds the rows of one arc of the network.
func (p *pricer) arc(a network.ArcID) error {
	arc := &p.Net.Arcs[a]
	if err := p.asTold(a, arc); err != nil {
		return err
	}
	p.ownLevels(arc)
	return nil
}

// asTold adds the rows of the tables.
func (p *pricer) asTold(a network.ArcID, arc *network.Arc) error {
	switch arc.Kind {
	case network.Rail:
		return p.rail(arc)
	case network.Sea:
		return p.sea(arc)
	case network.Ferry:
		return p.ferry(arc)
	case network.Road:
		p.road(arc.Length, p.countryOf(arc.From), p.countryOf(arc.To), &arc.Provenance)
		return nil
	case network.Transfer:
		return p.transfer(arc)
	}
	return fmt.Errorf("arc %d is of no kind", a)
}

// countryOf is the country of the place of a node, empty at sea.
func (p *pricer) countryOf(n network.NodeID) string {
	if place := p.Net.Nodes[n].Place; place >= 0 {
		return p.Net.Places[place].Country
	}
	return ""
}

// seconds is hours in seconds.
func seconds(hours micro) int64 { return mulDiv(int64(hours), secondsPerHour, int64(one)) }

// cents is dollars in cents.
func cents(usd micro) int64 { return mulDiv(int64(usd), centsPerDollar, int64(one)) }

// perKm is a rate per kilometre over a length, in cents.
func perKm(usd micro, m network.Metres) int64 {
	return mulDiv(int64(usd), int64(m), metresPerKm*int64(one)/centsPerDollar)
}

// running is the time over a length at so many kilometres a day, at least a second.
func running(m network.Metres, kmPerDay micro) int64 {
	return max(1, mulDiv(int64(m)*secondsPerDay/metresPerKm, int64(one), int64(kmPerDay)))
}

// sailing is the time over a length at so many knots, at least a second.
func sailing(m network.Metres, knots micro) int64 {
	return max(1, mulDiv(int64(m)*secondsPerHour, int64(one), int64(knots)*metresPerMile))
}

// emitted is grams over a length with the load of the box, at so many grams per tonne-kilometre.
func (p *pricer) emitted(m network.Metres, perTonneKm micro) int64 {
	load, _ := p.load()
	return mulDiv(int64(m), mulDiv(int64(load), int64(perTonneKm), int64(one)), metresPerKm*int64(one))
}

// km writes a length for words.
func km(m network.Metres) string {
	return micro(m).times(int64(one)/metresPerKm).short(0) + " km"
}

func (m micro) times(n int64) micro { return m * micro(n) }
