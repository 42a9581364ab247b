package tariff

import (
	"fmt"

	"zhol/solver/network"
)

// Level sets a price or a dwell of the caller's own in place of that of the tables: the money of a mode, or the time that a
// box stands at a place, as so many thousandths of it. What a day without the box is worth, the spread and the carbon stay
// as they are. The parts are those of Lines, so that a break-even over them can be stepped across.
type Level struct {
	Place       network.PlaceID // whose dwell; None: a mode
	Mode        network.Kind    // whose money, where Place is None; no transfer
	Thousandths int
}

// MostLevel is the highest level that a scenario may set, in thousandths.
const MostLevel = 10_000

func checkLevels(net *network.Network, levels []Level) error {
	for _, l := range levels {
		switch {
		case l.Thousandths < 0 || l.Thousandths > MostLevel:
			return &ScenarioError{"level", fmt.Sprintf("must be from 0 to %d times", MostLevel/1000)}
		case l.Place == network.None && l.Mode == network.Transfer, l.Place != network.None && (l.Place < 0 || int(l.Place) >= len(net.Places)):
			return &ScenarioError{"level", "is of nothing that has one"}
		}
	}
	return nil
}

// ownLevels adds to what an arc, or a haul by road, takes what the scenario's own levels change of it.
func (p *pricer) ownLevels(arc *network.Arc) {
	for _, l := range p.Scenario.Levels {
		switch {
		case l.Place == network.None && arc.Kind == l.Mode:
			p.level("price", l, Cost{Money: p.total.Money})
			p.known.Soft = p.known.Soft * int64(l.Thousandths) / 1000
		case l.Place != network.None && arc.Kind == network.Transfer && arc.Place == l.Place:
			p.level("dwell", l, Cost{Time: p.total.Time})
		case l.Place != network.None && arc.Kind == network.Ferry && p.Net.Nodes[arc.From].Place == l.Place:
			p.level("dwell", l, Cost{Time: p.waited})
		}
	}
}

// ownLevel is the cause of what a level of the scenario's own adds or takes away.
const ownLevel = "own level"

// level changes a part of the cost so far to so many thousandths of it.
func (p *pricer) level(what string, l Level, part Cost) {
	change := func(x int64) int64 { return x*int64(l.Thousandths)/1000 - x }
	c := Cost{Money: change(part.Money), Time: change(part.Time)}
	p.total = p.total.Add(c)
	if p.explain {
		p.rows = append(p.rows, Row{
			Cause: ownLevel, Text: fmt.Sprintf("%s x %s, as the question sets it", what, micro(l.Thousandths).times(int64(one)/1000).short(3)), Money: c.Money, Time: c.Time,
			Provenance: network.Provenance{Status: network.Estimated, Note: "a figure of the question's own"},
		})
	}
}
