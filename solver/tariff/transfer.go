package tariff

import (
	"fmt"

	"zhol/solver/network"
)

// transfer prices what is done to a box at one place: one row for each cause that the table of dwell knows for the work,
// each from the closest match of place, border, direction, pair of countries, country, or everywhere.
func (p *pricer) transfer(arc *network.Arc) error {
	work := arc.Work.String()
	keys := p.where(arc)
	known := false
	for _, cause := range causes {
		for _, where := range keys {
			if r := p.book.first("dwell", work+" "+where+" "+cause); r != nil {
				p.dwell(r, cause)
				known = true
				break
			}
		}
	}
	if !known {
		return fmt.Errorf("dwell.csv: the work %q is not in it", work)
	}
	return nil
}

// causes in the order in which rows are shown.
var causes = []string{"wait", "lift", "port handling", "gauge change", "dwell"}

// dwell adds the row of one record of the table of dwell.
func (p *pricer) dwell(r *record, cause string) {
	c := Cost{Money: cents(r.values[2]), Time: max(1, seconds(r.values[0])), Spread: seconds(r.values[1])}
	from := []network.Provenance{r.Provenance}
	if r.values[3] > 0 {
		handling := p.book.parameter("handling_carbon")
		c.Carbon = mulDiv(int64(r.values[3]), int64(handling.values[0]), int64(one)*int64(one)/gramsPerKilogram)
		from = append(from, handling.Provenance)
	}
	p.row(cause, c, func() string {
		text := fmt.Sprintf("%s: %s hours, give or take %s", r.keys[0], r.values[0], r.values[1])
		if r.values[2] > 0 {
			text += fmt.Sprintf("; %s USD per FEU", r.values[2])
		}
		return text
	}, from...)
}

// where lists what a transfer may be looked up by, the closest first.
func (p *pricer) where(arc *network.Arc) []string {
	keys := make([]string, 0, 6)
	if arc.Row != "" {
		keys = append(keys, arc.Row)
	}
	if arc.Place >= 0 {
		place := &p.Net.Places[arc.Place]
		keys = append(keys, place.ID)
		if arc.Work == network.Border {
			side := arc.From
			if p.Net.Nodes[side].Layer != network.AtBorder {
				side = arc.To
			}
			if other := p.abroad[side]; other != "" {
				way := other + ">" + place.Country
				if side == arc.To {
					way = place.Country + ">" + other
				}
				keys = append(keys, way, pair(other, place.Country))
			}
		} else {
			keys = append(keys, place.Country)
		}
	}
	return append(keys, "*")
}
