package tariff

import (
	"fmt"

	"zhol/solver/network"
)

// sea prices a voyage, or the part of one between two passages. The freight of the whole voyage, and the spread of
// schedules, are charged on the arc that arrives at a port, for they depend on the pair of regions alone.
func (p *pricer) sea(arc *network.Arc) error {
	speed, calls := p.book.parameter("sea_speed"), p.book.parameter("sea_calls")
	time := mulDiv(sailing(arc.Length, speed.values[0]), int64(calls.values[0]), int64(one))
	p.row("running", Cost{Time: max(1, time)}, func() string {
		return fmt.Sprintf("%s at %s knots, x %s for calls on the way", km(arc.Length), speed.values[0], calls.values[0].short(2))
	}, speed.Provenance, calls.Provenance, arc.Provenance)
	carbon, payload := p.book.parameter("sea_carbon"), p.book.parameter("payload")
	p.row("bunkers", Cost{Carbon: p.emitted(arc.Length, carbon.values[0])}, func() string {
		return fmt.Sprintf("%s x %s t x %s g/t-km", km(arc.Length), payload.values[0], carbon.values[0])
	}, carbon.Provenance, payload.Provenance, arc.Provenance)
	if arc.Lane.To == "" {
		return nil
	}
	amount, words, from, err := p.book.freight(p.Scenario.Market, arc.Lane)
	if err != nil {
		return err
	}
	p.row("sea freight", Cost{Money: amount}, func() string { return words }, from...)
	spread, hours := p.book.first("schedules", p.Scenario.Market), micro(0)
	if hours = spread.values[0]; arc.Lane.From == arc.Lane.To {
		spread = p.book.parameter("feeder_spread")
		hours = spread.values[0]
	}
	p.row("schedule", Cost{Spread: seconds(hours)}, func() string {
		return fmt.Sprintf("ships late by chance: a standard deviation of %s hours a voyage", hours)
	}, spread.Provenance)
	return nil
}

// freight is the ocean freight of a lane in cents per FEU, as published for that lane or as a share of another lane's.
func (b *book) freight(market string, lane network.Lane) (amount int64, words string, from []network.Provenance, err error) {
	key, factor := lane.From+" "+lane.To, one
	r := b.first("sea_freight", market+" "+key)
	like := ""
	if r == nil {
		rule := b.first("sea_lanes", key)
		if rule == nil {
			return 0, "", nil, fmt.Errorf("sea_lanes.csv: the lane %s to %s is not in it", lane.From, lane.To)
		}
		key, factor = rule.keys[2]+" "+rule.keys[3], rule.values[0]
		r = b.first("sea_freight", market+" "+key)
		like = fmt.Sprintf(" x %s of %s to %s", factor, rule.keys[2], rule.keys[3])
		from = append(from, rule.Provenance)
	}
	from = append(from, r.Provenance)
	usd := int64(r.values[0])
	if r.keys[3] == "USD/TEU" {
		teu := b.parameter("feu_per_teu")
		usd = mulDiv(usd, int64(teu.values[0]), int64(one))
		like += fmt.Sprintf(", x %s TEU to the FEU", teu.values[0])
		from = append(from, teu.Provenance)
	}
	words = fmt.Sprintf("%s to %s: %s %s of %s%s", lane.From, lane.To, r.values[0], r.keys[3], market, like)
	return mulDiv(usd, int64(factor), int64(one)*int64(one)/centsPerDollar), words, from, nil
}

// ferry prices a crossing by ferry or feeder, with the wait for it: half the headway, and for the weather.
func (p *pricer) ferry(arc *network.Arc) error {
	link := p.ferries[arc.Row]
	if link == nil {
		return fmt.Errorf("the network has no ferry %q", arc.Row)
	}
	from, to := p.countryOf(arc.From), p.countryOf(arc.To)
	r := p.book.first("ferries", arc.Row, pair(from, to), "*") // Row is the same both ways
	p.row("ferry freight", Cost{Money: cents(r.values[0]) + perKm(r.values[1], arc.Length)}, func() string {
		return fmt.Sprintf("%s USD and %s x %s USD/FEU-km", r.values[0], km(arc.Length), r.values[1])
	}, r.Provenance, arc.Provenance)
	// A wait that is evenly spread over the headway has a standard deviation of headway over the root of twelve.
	headway := hours(link.HeadwayHours)
	p.row("wait", Cost{Time: (seconds(headway) + 1) / 2, Spread: mulDiv(seconds(headway), 288675, int64(one))}, func() string {
		return fmt.Sprintf("half of a headway of %s hours", headway)
	}, link.Provenance)
	p.row("running", Cost{Time: sailing(arc.Length, r.values[2]), Spread: seconds(r.values[3])}, func() string {
		return fmt.Sprintf("%s at %s knots; weather adds a standard deviation of %s hours", km(arc.Length), r.values[2], r.values[3])
	}, r.Provenance, arc.Provenance)
	carbon, payload := p.book.parameter("ferry_carbon"), p.book.parameter("payload")
	p.row("bunkers", Cost{Carbon: p.emitted(arc.Length, carbon.values[0])}, func() string {
		return fmt.Sprintf("%s x %s t x %s g/t-km", km(arc.Length), payload.values[0], carbon.values[0])
	}, carbon.Provenance, payload.Provenance, arc.Provenance)
	return nil
}

// hours reads a number of hours that the network holds.
func hours(h float64) micro { return micro(h*float64(one) + 0.5) }
