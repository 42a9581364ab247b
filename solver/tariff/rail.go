package tariff

import (
	"fmt"

	"zhol/solver/network"
)

// rail prices a run by train: haulage by railway, direction and market; running time; traction by grid.
func (p *pricer) rail(arc *network.Arc) error {
	r := p.book.first("railways", arc.Railway)
	if r == nil {
		return fmt.Errorf("railways.csv: the railway %q of link %q is not in it", arc.Railway, arc.Row)
	}
	level := p.book.first("rail_levels", p.Scenario.Market+" "+r.keys[2])
	rate, bound := p.direction(arc, r)
	// rate x level is in millionths of millionths
	money := mulDiv(int64(arc.Length), mulDiv(int64(rate), int64(level.values[0]), int64(one)), metresPerKm*int64(one)/centsPerDollar)
	box := p.boxing(byRail, arc.Railway)
	p.row("haulage", Cost{Money: box.money(money, p.Scenario.Cargo)}, func() string {
		return fmt.Sprintf("%s x %s USD/FEU-km %s on %s, x %s at the market of %s", km(arc.Length), rate, bound, arc.Railway, level.values[0], p.Scenario.Market) + box.words()
	}, &r.Provenance, &level.Provenance, &arc.Provenance, box.known)

	speed, known := r.values[2], r.Provenance
	if slow := p.slow(arc); slow != nil {
		speed, known = slow.values[0], slow.Provenance
		if told := p.fact(arc, "traction"); told != nil {
			known = known.Weaker(*told)
		}
		known.Date, known.Note = slow.Date, slow.Note
	}
	if up := p.book.first("upgrades", "second track "+arc.Row); up != nil && p.Scenario.SecondTrack {
		speed, known = up.values[0], up.Provenance
	}
	time := running(arc.Length, speed)
	p.row("running", Cost{Time: time, Spread: mulDiv(time, int64(r.values[3]), int64(one))}, func() string {
		return fmt.Sprintf("%s at %s km a day on %s", km(arc.Length), speed, arc.Railway) + p.tracks(arc) + planned(arc)
	}, &known, &arc.Provenance, p.fact(arc, "tracks"))

	grid := p.book.first("grids", r.keys[1])
	diesel, electric, eu := p.book.railDiesel, p.book.railElectric, p.book.gridEU
	byWire := mulDiv(int64(electric.values[0]), int64(grid.values[0]), int64(eu.values[0]))
	wired := p.wired(arc, r.values[4])
	mixed := micro(mulDiv(byWire, int64(wired), int64(one)) + mulDiv(int64(diesel.values[0]), int64(one-wired), int64(one)))
	load, loaded := p.load()
	p.row("traction", Cost{Carbon: box.carbon(p.emitted(arc.Length, mixed))}, func() string {
		return fmt.Sprintf("%s x %s t x %s g/t-km: %s %% electric at %s, x %s / %s g/kWh for the grid of %s over the EU's, the rest diesel at %s", km(arc.Length),
			load, mixed.short(1), wired.times(100).short(0), electric.values[0], grid.values[0], eu.values[0], grid.keys[0], diesel.values[0]) + box.carbonWords()
	}, &grid.Provenance, &r.Provenance, &diesel.Provenance, &electric.Provenance, &eu.Provenance, loaded, &arc.Provenance, p.fact(arc, "traction"), box.known)
	return nil
}

// planned says that a link is not built yet.
func planned(arc *network.Arc) string {
	if arc.Planned {
		return ", planned: at the speed of the railways there are"
	}
	return ""
}

// slow is the speed of trains on a link that has one of its own, or on lines of its traction, but for double track; nil where
// they run as on the rest of the railway.
func (p *pricer) slow(arc *network.Arc) *record {
	if own := p.book.first("rail_speeds", arc.Railway+" "+arc.Row); own != nil {
		return own
	}
	if link := p.rails[arc.Row]; link != nil && link.Tracks < 2 {
		return p.book.first("rail_speeds", arc.Railway+" "+link.Traction)
	}
	return nil
}

// fact is the provenance of a field of the link of an arc, where that is told apart from its length; nil for an arc of no link.
func (p *pricer) fact(arc *network.Arc, field string) *network.Provenance {
	link := p.rails[arc.Row]
	if link == nil {
		return nil
	}
	known := link.Known(field)
	return &known
}

// tracks says how many tracks a link has, where that is known.
func (p *pricer) tracks(arc *network.Arc) string {
	if link := p.rails[arc.Row]; link != nil {
		return []string{"", ", single track", ", double track"}[link.Tracks]
	}
	return ""
}

// wired is the share of a link under wire: all or none where its traction is known, else the share of the whole railway.
func (p *pricer) wired(arc *network.Arc, railway micro) micro {
	if link := p.rails[arc.Row]; link != nil {
		switch link.Traction {
		case "electric":
			return one
		case "diesel":
			return 0
		}
	}
	return railway
}

// direction is the haulage rate for the way an arc lies to the trade: west is the way of the loaded trains from China, on
// whatever bearing. Across the trade the rate is the mean of the two.
func (p *pricer) direction(arc *network.Arc, r *record) (rate micro, bound string) {
	switch arc.Trade {
	case network.Outward:
		return r.values[0], "westbound"
	case network.Return:
		return r.values[1], "eastbound"
	}
	return (r.values[0] + r.values[1] + 1) / 2, "across the trade"
}
