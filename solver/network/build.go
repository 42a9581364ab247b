package network

import "slices"

// builder lays out nodes and arcs in the order of the tables, so that the same tables always give the same ids.
type builder struct {
	n     *Network
	gates gates
	lanes *lanes
	rail  map[railKey]NodeID
	pause func()
}

// manyArcs is room for the arcs before they are sifted: to grow the list took a quarter of the time of loading.
const manyArcs = 12_000

type railKey struct {
	place PlaceID
	gauge Gauge
}

func (l *loader) build() error {
	l.n.trade()
	b := &builder{n: l.n, gates: l.gates, lanes: l.lanes, rail: map[railKey]NodeID{}, pause: l.pause}
	l.n.Arcs, l.n.drawnOf = make([]Arc, 0, manyArcs), make([][]int32, 0, manyArcs)
	b.yards()
	b.railways(Open)
	if err := b.lanesFit(l.lanes); err != nil {
		return err
	}
	for i := range l.n.Ferries {
		b.ferryLink(&l.n.Ferries[i])
	}
	for i := range l.n.RoadLinks {
		b.roadLink(&l.n.RoadLinks[i])
	}
	b.pause()
	b.sea()
	b.pause()
	b.railways(NotYet) // last, so that what there is keeps its ids whatever is planned
	b.railways(Shut)   // for the network of a year before
	l.n.out = newIncidence(len(l.n.Nodes), l.n.Arcs, func(a Arc) NodeID { return a.From })
	l.n.in = newIncidence(len(l.n.Nodes), l.n.Arcs, func(a Arc) NodeID { return a.To })
	b.pause()
	l.n.words = words(l.n)
	b.pause()
	return nil
}

func (b *builder) node(v Node) NodeID {
	b.n.Nodes = append(b.n.Nodes, v)
	return NodeID(len(b.n.Nodes) - 1)
}

func (b *builder) arc(a Arc, drawn ...int32) {
	b.n.Arcs = append(b.n.Arcs, a)
	b.n.drawnOf = append(b.n.drawnOf, drawn)
}

// transfer adds the work w at a place, from one of its nodes to another.
func (b *builder) transfer(from, to NodeID, w Work, place PlaceID, gauge Gauge, gateways Gateways, row string, p Provenance) {
	b.arc(Arc{
		From: from, To: to, Kind: Transfer, Work: w, Gauge: gauge, Row: row, Place: place,
		Countries: b.countryOf(place), Gateways: gateways, Provenance: p,
	})
}

func (b *builder) countryOf(p PlaceID) Countries {
	return Countries{}.With(indexOf(b.n.Countries, b.n.Places[p].Country))
}

func (b *builder) draw(k Kind, line []LonLat) int32 {
	b.n.Drawing = append(b.n.Drawing, Drawn{Kind: k, Line: line})
	return int32(len(b.n.Drawing) - 1)
}

// HasYard tells whether a box can stand there, to be fetched or brought by road.
func (p Place) HasYard() bool {
	return p.Roles&(Seaport|CaspianPort|FerryPort|Terminal) != 0 && !p.Roles.Has(Planned)
}

func (b *builder) yards() {
	b.n.yardOf = make([]NodeID, len(b.n.Places))
	for i := range b.n.Places {
		b.n.yardOf[i] = None
		if b.n.Places[i].HasYard() {
			b.n.yardOf[i] = b.node(Node{Place: PlaceID(i), Layer: Yard})
		}
	}
}

// runs tells whether trains run, are to run, or ran until a year that is known, on a link of this state as a piece of its own.
func (k *RailLink) runs(s State) bool {
	return k.State == s && len(k.Whole) == 0 && (s != Shut || k.Closed > 0)
}

// railways adds all links of a state, and what is done at the places that only these reach.
func (b *builder) railways(s State) {
	before := NodeID(len(b.n.Nodes))
	b.railNodes(s)
	b.terminals(before)
	for i := range b.n.RailLinks {
		b.pause()
		if k := &b.n.RailLinks[i]; k.runs(s) {
			b.railLink(k)
		}
	}
}

// railNodes makes a node for every gauge that trains reach a place on, unless there is one.
func (b *builder) railNodes(s State) {
	reached := map[railKey]bool{}
	for i := range b.n.RailLinks {
		k := &b.n.RailLinks[i]
		for _, g := range k.Gauges {
			if k.runs(s) {
				reached[railKey{k.From, g}], reached[railKey{k.To, g}] = true, true
			}
		}
	}
	for i := range b.n.Places {
		for _, g := range b.n.Places[i].Gauges {
			key := railKey{PlaceID(i), g}
			if _, has := b.rail[key]; reached[key] && !has {
				b.rail[key] = b.node(Node{Place: key.place, Layer: OnRail, Gauge: g})
			}
		}
	}
}

// terminals adds lifts and gauge changes to and from the nodes made since before.
func (b *builder) terminals(before NodeID) {
	for i := range b.n.Places {
		p := &b.n.Places[i]
		id := PlaceID(i)
		var on []NodeID
		for _, g := range p.Gauges {
			train, reached := b.rail[railKey{id, g}]
			if !reached {
				continue
			}
			on = append(on, train)
			if p.Roles.Has(Terminal) && train >= before && b.n.yardOf[i] != None {
				b.transfer(b.n.yardOf[i], train, LiftOn, id, g, 0, p.ID, p.Provenance)
				b.transfer(train, b.n.yardOf[i], LiftOff, id, g, 0, p.ID, p.Provenance)
			}
		}
		for _, from := range on {
			for _, to := range on {
				if from != to && p.Roles.Has(GaugeBreak) && max(from, to) >= before {
					b.transfer(from, to, GaugeChange, id, b.n.Nodes[to].Gauge, b.gates.gauge[i], p.ID, p.Provenance)
				}
			}
		}
	}
}

// cross puts the work at the border between a link and the end of it where that work is done, and returns the ends that are
// left for the link itself. Every link has a far side of its own: no box passes from one border to another behind its back.
func (b *builder) cross(link string, start PlaceID, from, to NodeID, g Gauge) (NodeID, NodeID) {
	index := slices.IndexFunc(b.n.Borders, func(c BorderCrossing) bool { return c.Link == link })
	if index < 0 {
		return from, to
	}
	c := b.n.Borders[index]
	far := b.node(Node{Place: c.At, Layer: AtBorder, Gauge: g, End: int32(index)})
	near := &to
	if c.At == start {
		near = &from
	}
	b.transfer(far, *near, Border, c.At, g, b.gates.border[c.ID], c.ID, c.Provenance)
	b.transfer(*near, far, Border, c.At, g, b.gates.border[c.ID], c.ID, c.Provenance)
	*near = far
	return from, to
}

// railLink adds both directions of a link on each of its gauges, and the work at the border that it crosses.
func (b *builder) railLink(k *RailLink) {
	piece := b.draw(Rail, k.Line)
	b.n.Drawing[piece].Planned, b.n.Drawing[piece].Gone = k.State == NotYet, k.State == Shut
	for _, g := range k.Gauges {
		from, to := b.rail[railKey{k.From, g}], b.rail[railKey{k.To, g}]
		from, to = b.cross(k.ID, k.From, from, to, g)
		a := Arc{From: from, To: to, Kind: Rail, Length: k.Length, Gauge: g, Row: k.ID, Railway: k.Railway, Place: None, Countries: k.Countries, Trade: k.Trade, Opened: int16(k.Opened), Closed: int16(k.Closed), Planned: k.State == NotYet, Provenance: k.Provenance}
		b.arc(a, piece)
		a.From, a.To, a.Trade = to, from, k.Trade.Back()
		b.arc(a, piece)
	}
}

// ferryLink adds both directions. Each is loaded at a node of its own, as the wait depends on the headway of the line.
func (b *builder) ferryLink(f *FerryLink) {
	if f.State != Open {
		return
	}
	piece := b.draw(Ferry, b.lanes.line(b.n.Places[f.From], b.n.Places[f.To]))
	for _, way := range [][2]PlaceID{{f.From, f.To}, {f.To, f.From}} {
		out := b.node(Node{Place: way[0], Layer: FerryOut})
		in := b.node(Node{Place: way[1], Layer: FerryIn})
		from, to := b.n.Places[way[0]], b.n.Places[way[1]]
		b.transfer(b.n.yardOf[way[0]], out, FerryLoad, way[0], 0, b.gates.port[way[0]], f.ID, from.Provenance)
		b.arc(Arc{From: out, To: in, Kind: Ferry, Length: f.Length, Row: f.ID, Place: None, Countries: f.Countries, Passages: f.Passages, Gateways: b.passed(f.Passages), Opened: int16(f.Opened), Provenance: f.Provenance}, piece)
		b.transfer(in, b.n.yardOf[way[1]], FerryUnload, way[1], 0, b.gates.port[way[1]], f.ID, to.Provenance)
	}
}

// passed are the gateways that stand in the passages.
func (b *builder) passed(p Passages) Gateways {
	var out Gateways
	for i, g := range b.gates.passage {
		if p&(1<<i) != 0 {
			out |= g
		}
	}
	return out
}

func (b *builder) roadLink(k *RoadLink) {
	piece := b.draw(Road, k.Line)
	from, to := b.cross(k.ID, k.From, b.n.yardOf[k.From], b.n.yardOf[k.To], 0)
	a := Arc{From: from, To: to, Kind: Road, Length: k.Length, Row: k.ID, Place: None, Countries: k.Countries, Provenance: k.Provenance}
	b.arc(a, piece)
	a.From, a.To = to, from
	b.arc(a, piece)
}
