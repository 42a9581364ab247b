package tariff

import (
	"fmt"
	"slices"

	"zhol/solver/network"
)

// transfer prices what is done to a box at one place: one row for each cause that the table of dwell knows for the work,
// each from the closest match of border and direction, border, place, direction, pair of countries, country, or everywhere.
func (p *pricer) transfer(arc *network.Arc) error {
	work := arc.Work.String()
	var found [len(causes)]*record
	known := false
	where := p.where(arc)
	if p.Scenario.Wagons {
		for _, where := range where {
			for i, r := range p.book.wagonAt[work+" "+where] {
				if r != nil && found[i] == nil {
					found[i] = r
				}
			}
		}
	}
	for _, where := range where {
		for i, r := range p.book.dwellAt[work+" "+where] {
			if r == nil {
				continue
			}
			known = true
			if found[i] == nil {
				found[i] = r
			}
		}
	}
	if !known {
		return fmt.Errorf("dwell.csv: the work %q is not in it", work)
	}
	for i, r := range found {
		if r != nil {
			saved := micro(0)
			if arc.Work == network.Border && causes[i] == "dwell" {
				saved = min(micro(p.Scenario.BorderHours)*one, r.values[0])
			}
			p.dwell(r, causes[i], saved)
		}
	}
	if arc.Work == network.Border {
		p.slot(where)
	}
	if p.Scenario.NoSubsidy && arc.Work == network.Border {
		p.subsidy(where)
	}
	return nil
}

// slotCause is the cause of the row of slot.
const slotCause = "train slot"

// slotBorders are where boxes leave China for the railways of 1520 mm, by train or by lorry: beyond them all wait for the same platforms.
var slotBorders = []string{"CN>KZ", "CN>KG", "CN>MN", "CN>RU"}

// slot adds what a place on a train beyond China costs over the rate when more boxes wait than trains run. It is so much a box,
// wherever in China the box comes from.
func (p *pricer) slot(where []string) {
	r := p.book.first("slots", p.Scenario.Market)
	if r == nil || r.values[0] == 0 || !slices.ContainsFunc(where, func(way string) bool { return slices.Contains(slotBorders, way) }) {
		return
	}
	usd := cents(r.values[0]) * p.Scenario.Cargo.teu() / 2
	p.row(slotCause, Cost{Money: usd}, func() string {
		return fmt.Sprintf("%s USD/FEU over the rate for a place on a train, at the market of %s", r.values[0], p.Scenario.Market)
	}, &r.Provenance)
}

// subsidy adds what a shipper pays at China's border where its provinces pay no longer.
func (p *pricer) subsidy(where []string) {
	r := p.book.paid(where, p.Scenario.Market)
	if r == nil {
		return
	}
	usd := cents(r.values[0]) * p.Scenario.Cargo.teu() / 2
	p.row("subsidy", Cost{Money: usd}, func() string {
		return fmt.Sprintf("%s USD/FEU that China's provinces no longer pay", r.values[0])
	}, &r.Provenance)
}

// paid is the subsidy at a border at a market date: of its newest row that is not later.
func (b *book) paid(where []string, market string) *record {
	var newest *record
	for i := range b.sheets["subsidies"].records {
		r := &b.sheets["subsidies"].records[i]
		if since := r.keys[1]; slices.Contains(where, r.keys[0]) && since <= market && (newest == nil || since > newest.keys[1]) {
			newest = r
		}
	}
	return newest
}

// causes in the order in which rows are shown. Hours and money are rows apart: a fee may be published where the hours
// are estimated.
var causes = [...]string{"wait", "handling", "gauge change", "dwell", "lift", "port handling", "gauge change fee", "border fee"}

// dwell adds the row of one record of the table of dwell, less the hours saved, and the energy of the moves it counts.
func (p *pricer) dwell(r *record, cause string, saved micro) {
	usd, hours, spread := r.values[2], r.values[0]-saved, r.values[1]
	box := boxing{}
	if usd > 0 {
		box = p.boxing(cause)
	}
	p.row(cause, Cost{Money: box.money(cents(usd), p.Scenario.Cargo), Time: seconds(hours), Spread: seconds(spread)}, func() string {
		if r.values[0] == 0 {
			return fmt.Sprintf("%s USD per FEU", usd) + box.words()
		}
		text := fmt.Sprintf("%s hours, give or take %s", hours, spread)
		if saved > 0 {
			text += fmt.Sprintf("; %s saved of %s", saved, r.values[0])
		}
		if usd > 0 {
			text += fmt.Sprintf("; %s USD per FEU", usd)
		}
		return text + box.words()
	}, &r.Provenance, box.known)
	if moves := r.values[3]; moves > 0 {
		each := p.book.handlingCarbon
		p.row("terminal energy", Cost{Carbon: mulDiv(int64(moves), int64(each.values[0]), int64(one)*int64(one)/gramsPerKilogram)}, func() string {
			return fmt.Sprintf("moves: %s x %s kg", moves, each.values[0])
		}, &each.Provenance)
	}
}

// where lists what a transfer may be looked up by, the closest first.
func (p *pricer) where(arc *network.Arc) []string {
	way, both := p.crossing(arc)
	keys := make([]string, 0, 6)
	if arc.Row != "" {
		if way != "" {
			keys = append(keys, arc.Row+" "+way)
		}
		keys = append(keys, arc.Row)
	}
	if arc.Place >= 0 {
		place := &p.Net.Places[arc.Place]
		keys = append(keys, place.ID)
		switch {
		case way != "":
			keys = append(keys, way, both)
		case arc.Work != network.Border:
			keys = append(keys, place.Country)
		}
	}
	return append(keys, "*")
}

// crossing says which way a border is crossed, "CN>KZ", and between which countries, "CN-KZ"; nothing for other work.
func (p *pricer) crossing(arc *network.Arc) (way, both string) {
	if arc.Work != network.Border || arc.Place < 0 {
		return "", ""
	}
	here, side := p.Net.Places[arc.Place].Country, arc.From
	if p.Net.Nodes[side].Layer != network.AtBorder {
		side = arc.To
	}
	other := p.abroad[side]
	switch {
	case other == "":
		return "", ""
	case side == arc.To:
		return here + ">" + other, pair(other, here)
	}
	return other + ">" + here, pair(other, here)
}
