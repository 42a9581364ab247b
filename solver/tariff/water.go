package tariff

import (
	"fmt"
	"math/bits"
	"strconv"

	"zhol/solver/network"
)

// sea prices a voyage, or the part of one between two passages. The freight of the whole voyage, and the spread of
// schedules, are charged on the arc that arrives at a port, for they depend on the pair of regions alone.
func (p *pricer) sea(arc *network.Arc) error {
	speed, calls := p.book.seaSpeed, p.book.seaCalls
	time := mulDiv(sailing(arc.Length, speed.values[0]), int64(calls.values[0]), int64(one))
	p.row("running", Cost{Time: max(1, time)}, func() string {
		return fmt.Sprintf("%s at %s knots, x %s for calls on the way", km(arc.Length), speed.values[0], calls.values[0].short(2))
	}, &speed.Provenance, &calls.Provenance, &arc.Provenance)
	box := p.bySea
	p.shipCarbon(arc, box)
	p.toll(arc)
	if arc.Lane.To == "" {
		return nil
	}
	f, err := p.freight(arc.Lane)
	if err != nil {
		return err
	}
	p.row(seaFreight, Cost{Money: box.money(f.cents, p.Scenario.Cargo)}, func() string {
		return f.words(arc.Lane, p.Scenario.Market) + box.words()
	}, f.from...)
	spread := p.schedule
	if arc.Lane.From == arc.Lane.To {
		spread = p.book.feederSpread
	}
	hours := spread.values[0]
	p.row("schedule", Cost{Spread: seconds(hours)}, func() string {
		return fmt.Sprintf("ships late by chance: a standard deviation of %s hours a voyage", hours)
	}, &spread.Provenance)
	return nil
}

// What a voyage pays to the line, and what the line pays of that on the way.
const (
	seaFreight = "sea freight"
	canalToll  = "canal toll"
)

// toll parts what a ship pays for a passage from the freight of the voyage, which is all in: the two rows of the arc that passes sum to
// nothing.
func (p *pricer) toll(arc *network.Arc) {
	for set := uint64(arc.Passages); set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		r := p.tolls[i]
		if r == nil {
			continue
		}
		dues := Cost{Money: cents(r.values[0]) * p.Scenario.Cargo.teu()}
		p.row(canalToll, dues, func() string { return fmt.Sprintf("%s: %s USD/TEU", p.Net.Passages[i].Names.EN, r.values[0]) }, &r.Provenance)
		p.row(seaFreight, Cost{Money: -dues.Money}, func() string { return "the toll, which is in the freight of the voyage" }, &r.Provenance)
	}
}

// freight is the ocean freight of a lane, and the figures it is made of.
type freight struct {
	cents int64   // per box
	rate  *record // of the lane, or of the lane it is like
	like  *record // nil where the lane has a rate of its own
	teu   *record // nil where the rate is for the box that is asked for
	half  bool    // the rate is per FEU, the box a TEU
	from  []*network.Provenance
}

// freight is that of a lane at the view's market, with what it rests on, the cargo's box included; kept for the next arc of the same lane.
func (p *pricer) freight(lane network.Lane) (*freight, error) {
	if f, known := p.freights.find(lane); known {
		return f, nil
	}
	f, err := p.book.freight(p.Scenario.Market, lane, p.Scenario.Cargo.Twenty)
	if err != nil {
		return nil, err
	}
	f.from = append(f.from, p.bySea.known)
	return p.freights.keep(lane, f), nil
}

// byLane keeps what has been looked up for a lane. Many arcs of one lane follow each other.
type byLane[T any] struct {
	known map[network.Lane]T
	lane  network.Lane // the last one
	last  T
}

func (b *byLane[T]) find(lane network.Lane) (found T, known bool) {
	if lane == b.lane && b.known != nil {
		return b.last, true
	}
	if found, known = b.known[lane]; known {
		b.lane, b.last = lane, found
	}
	return found, known
}

func (b *byLane[T]) keep(lane network.Lane, found T) T {
	if b.known == nil {
		b.known = map[network.Lane]T{}
	}
	b.known[lane], b.lane, b.last = found, lane, found
	return found
}

// freight is that of a lane as published for it, or as a share of another lane's.
func (b *book) freight(market string, lane network.Lane, twenty bool) (*freight, error) {
	f, factor := &freight{}, one
	if f.rate = b.first("sea_freight", market+" "+lane.From+" "+lane.To); f.rate == nil {
		if f.like = b.first("sea_lanes", lane.From+" "+lane.To); f.like == nil {
			return nil, fmt.Errorf("sea_lanes.csv: the lane %s to %s is not in it", lane.From, lane.To)
		}
		factor = f.like.values[0]
		f.rate = b.first("sea_freight", market+" "+f.like.keys[2]+" "+f.like.keys[3])
	}
	usd := int64(f.rate.values[0])
	if perTEU := f.rate.keys[3] == "USD/TEU"; perTEU != twenty {
		f.teu, f.half = b.feuPerTEU, twenty
		if twenty {
			usd = mulDiv(usd, int64(one), int64(f.teu.values[0]))
		} else {
			usd = mulDiv(usd, int64(f.teu.values[0]), int64(one))
		}
	}
	for _, r := range []*record{f.rate, f.teu, f.like} {
		if r != nil {
			f.from = append(f.from, &r.Provenance)
		}
	}
	f.cents = mulDiv(usd, int64(factor), int64(one)*int64(one)/centsPerDollar)
	return f, nil
}

func (f *freight) words(lane network.Lane, market string) string {
	text := fmt.Sprintf("%s to %s at the market of %s: %s %s", lane.From, lane.To, market, f.rate.values[0], f.rate.keys[3])
	if f.teu != nil {
		sign := "x"
		if f.half {
			sign = "/"
		}
		text += fmt.Sprintf(" %s %s TEU to the FEU", sign, f.teu.values[0])
	}
	if f.like != nil {
		text += fmt.Sprintf(", of %s to %s, x %s", f.like.keys[2], f.like.keys[3], f.like.values[0])
	}
	return text
}

// ferry prices a crossing by ferry or feeder, with the wait for it: half the headway, and for the weather.
func (p *pricer) ferry(arc *network.Arc) error {
	link := p.ferries[arc.Row]
	if link == nil {
		return fmt.Errorf("the network has no ferry %q", arc.Row)
	}
	from, to := p.countryOf(arc.From), p.countryOf(arc.To)
	r := p.book.first("ferries", arc.Row, pair(from, to), "*") // Row is the same both ways
	box := p.boxing(byFerry)
	p.row("ferry freight", Cost{Money: box.money(cents(r.values[0])+perKm(r.values[1], arc.Length), p.Scenario.Cargo)}, func() string {
		return fmt.Sprintf("%s USD and %s x %s USD/FEU-km", r.values[0], km(arc.Length), r.values[1]) + box.words()
	}, &r.Provenance, &arc.Provenance, box.known)
	// A wait that is evenly spread over the headway has a standard deviation of headway over the root of twelve.
	headway := hours(link.HeadwayHours)
	p.row("wait", Cost{Time: (seconds(headway) + 1) / 2, Spread: mulDiv(seconds(headway), 288675, int64(one))}, func() string {
		return fmt.Sprintf("half of a headway of %s hours", headway)
	}, &link.Provenance)
	if m := p.storms(arc); m != nil {
		p.row("wait", Cost{Time: seconds(m.values[0]), Spread: seconds(m.values[1])}, func() string {
			return fmt.Sprintf("%s hours more for the storms of month %s", m.values[0], m.keys[0])
		}, &m.Provenance)
	}
	p.row("running", Cost{Time: sailing(arc.Length, r.values[2]), Spread: seconds(r.values[3])}, func() string {
		return fmt.Sprintf("%s at %s knots; weather adds a standard deviation of %s hours", km(arc.Length), r.values[2], r.values[3])
	}, &r.Provenance, &arc.Provenance)
	p.bunkers(arc, p.book.ferryCarbon, box)
	return nil
}

// storms is the wait for weather that a month adds to the year's mean, at the port from which or to which a ferry sails;
// nil where no source speaks of it.
func (p *pricer) storms(arc *network.Arc) *record {
	if p.Scenario.Month == 0 {
		return nil
	}
	for _, n := range [2]network.NodeID{arc.From, arc.To} {
		if place := p.Net.Nodes[n].Place; place != network.None {
			if m := p.book.sheets["months"].byKey[strconv.Itoa(p.Scenario.Month)+" "+p.Net.Places[place].ID]; m != nil {
				return m
			}
		}
	}
	return nil
}

// shipCarbon adds the carbon of a part of a voyage: by the level of its trade lane, a TEU and kilometre, where there is one;
// else by the one factor of all ships.
func (p *pricer) shipCarbon(arc *network.Arc, box boxing) {
	r := p.laneCarbon(arc)
	if r == nil {
		p.bunkers(arc, p.book.seaCarbon, box)
		return
	}
	teu := p.Scenario.Cargo.teu()
	p.row("bunkers", Cost{Carbon: box.carbon(mulDiv(int64(arc.Length)*teu, int64(r.values[0]), metresPerKm*int64(one)))}, func() string {
		return fmt.Sprintf("%s x %d TEU x %s g/TEU-km, the level of ships from %s to %s", km(arc.Length), teu, r.values[0], r.keys[0], beyond(r.keys[1])) + box.carbonWords()
	}, &r.Provenance, &arc.Provenance, box.known)
}

func beyond(to string) string {
	if to == "*" {
		return "anywhere"
	}
	return to
}

// laneCarbon is the level of a trade lane, or nil. The lane goes from the region of loading to that of the port where the arc
// arrives; in the open sea, where that is not known yet, to the passage that it leads to, or to anywhere. Short sea within a
// region has no level.
func (p *pricer) laneCarbon(arc *network.Arc) *record {
	lane := network.Lane{From: p.Net.Nodes[arc.From].Region, To: arc.Lane.To}
	if place := p.Net.Nodes[arc.From].Place; place >= 0 {
		lane.From = p.Net.Places[place].Region
	}
	if lane.To != "" {
		lane.From = arc.Lane.From
	} else {
		lane.To = p.Net.PassageOf(arc.To)
	}
	r, known := p.levels.find(lane)
	if !known {
		if lane.To != lane.From {
			r = p.book.first("sea_carbon", lane.From+" "+lane.To, lane.From+" *")
		}
		p.levels.keep(lane, r)
	}
	return r
}

// bunkers adds the carbon of a way over water.
func (p *pricer) bunkers(arc *network.Arc, carbon *record, box boxing) {
	load, loaded := p.load()
	p.row("bunkers", Cost{Carbon: box.carbon(p.emitted(arc.Length, carbon.values[0]))}, func() string {
		return fmt.Sprintf("%s x %s t x %s g/t-km", km(arc.Length), load, carbon.values[0]) + box.carbonWords()
	}, &carbon.Provenance, loaded, &arc.Provenance, box.known)
}

// hours reads a number of hours that the network holds.
func hours(h float64) micro { return micro(h*float64(one) + 0.5) }
