package network

import "slices"

// Trade tells how a rail arc lies to the trade between East Asia and the lands to its west, whose trains are loaded better
// one way than the other.
type Trade int8

// The ways an arc can lie. Neither is for arcs that lie across the trade: along them both kinds of train run.
const (
	Neither Trade = iota
	Outward       // the way of the loaded trains: out of China, and on
	Return
)

// Back is how the same line lies the other way.
func (t Trade) Back() Trade { return [...]Trade{Neither, Return, Outward}[t] }

// The trade is told by lengths by rail alone, whatever the gauge. Inside China the loaded trains go the way that brings them
// nearer to Moscow: a compass would take the lines from the south for neither, and every border for as good as the others.
// Outside it they go away from the seaports of East Asia. An arc that gains less than nine twentieths of its own length lies
// across: from Chita to Ulan-Ude the trains of the ports gain but 46 %, for Ulan-Ude is near by way of Mongolia too.
//
// The catch: a haul from inland China to a seaport leads away from Moscow, so that it pays like a train that returns. That is
// the cheaper of the two rates; no rate of trains inside China alone was found.
const (
	tradeEnd    = "mow"
	tradeRegion = "east-asia"
	tradeLand   = "CN"
)

// trade sets how every rail link lies.
func (n *Network) trade() {
	end, known := n.placeOf[tradeEnd]
	if !known {
		return
	}
	toEnd := n.byRail([]PlaceID{end})
	var ports []PlaceID
	for i := range n.Places {
		if p := &n.Places[i]; p.Roles.Has(Seaport|Terminal) && p.Region == tradeRegion {
			ports = append(ports, PlaceID(i))
		}
	}
	fromPorts := n.byRail(ports)
	for i := range n.RailLinks {
		k := &n.RailLinks[i]
		gain := fromPorts[k.To] - fromPorts[k.From]
		if n.Places[k.From].Country == tradeLand && n.Places[k.To].Country == tradeLand {
			gain = toEnd[k.From] - toEnd[k.To]
		}
		switch {
		case 20*gain > 9*k.Length:
			k.Trade = Outward
		case -20*gain > 9*k.Length:
			k.Trade = Return
		}
	}
}

// nowhere is the distance to a place that no rails lead to.
const nowhere = Metres(1) << 40

// byRail is the length of the shortest way over open rail links from any of some places to every place.
func (n *Network) byRail(from []PlaceID) []Metres {
	far := slices.Repeat([]Metres{nowhere}, len(n.Places))
	for _, p := range from {
		far[p] = 0
	}
	for again := true; again; {
		again = false
		for i := range n.RailLinks {
			k := &n.RailLinks[i]
			if !k.runs(Open) {
				continue
			}
			if d := far[k.From] + k.Length; d < far[k.To] {
				far[k.To], again = d, true
			}
			if d := far[k.To] + k.Length; d < far[k.From] {
				far[k.From], again = d, true
			}
		}
	}
	return far
}
