package network

import "fmt"

// sea adds ships between the seaports, over the lanes.
//
// Freight depends on the regions of both ports, so a ship keeps the region it was loaded in from one end of a passage to
// the next, and the arc that arrives at a port carries the pair.
func (b *builder) sea() {
	l := b.lanes
	b.n.lanes = l
	base := int32(len(b.n.Drawing))
	b.n.Drawing = append(b.n.Drawing, l.drawing()...)
	s := seaways{builder: b, quay: map[PlaceID][2]NodeID{}, end: map[seaEnd]NodeID{}}
	for i := range b.n.Places {
		if b.n.Places[i].Roles.Has(Seaport) {
			s.port(PlaceID(i))
		}
	}
	for _, region := range regions {
		for e := range l.ends {
			for _, passed := range []bool{false, true} {
				key := seaEnd{region, int32(e), passed}
				s.end[key] = b.node(Node{Place: None, Layer: SeaEnd, Region: region, End: key.end})
			}
		}
	}
	hops := l.hops(func(port string) bool { return b.n.Places[b.n.placeOf[port]].Roles.Has(Seaport) }, b.pause)
	s.detours = b.detours(hops)
	for at, h := range hops {
		if at%128 == 0 {
			b.pause()
		}
		for i := range h.Pieces {
			h.Pieces[i] += base
		}
		s.hop(h)
	}
}

// lanesFit checks that the lanes were made from this table of places.
func (b *builder) lanesFit(l *lanes) error {
	again := "; make the lanes again with go generate"
	known := map[string]bool{}
	for _, stop := range l.ports {
		p, ok := b.n.placeOf[stop.Port]
		if !ok || b.n.Places[p].Roles&(Seaport|CaspianPort|FerryPort) == 0 {
			return &Fault{"lane_nodes.csv", int(stop.node) + 2, "port", fmt.Sprintf("%q is no port of places.csv%s", stop.Port, again)}
		}
		known[stop.Port] = true
	}
	for i, p := range b.n.Places {
		if p.Roles.Has(Seaport) && !known[p.ID] {
			return &Fault{"places.csv", i + 2, "roles", fmt.Sprintf("the seaport %q is not in lane_nodes.csv%s", p.ID, again)}
		}
	}
	for _, passage := range l.passages {
		if indexOf(b.n.Passages, passage) < 0 {
			return &Fault{"lane_edges.csv", 1, "passage", fmt.Sprintf("%q is not in passages.csv", passage)}
		}
	}
	return nil
}

type seaways struct {
	*builder
	quay map[PlaceID][2]NodeID // about to sail, arrived
	end  map[seaEnd]NodeID
	*detours
}

// seaEnd is a ship at an end of a passage: about to pass or come out of it, so that none turns where she might have sailed
// straight.
type seaEnd struct {
	region string // of loading
	end    int32
	passed bool
}

// port adds the work at the quay.
func (s *seaways) port(id PlaceID) {
	p := &s.n.Places[id]
	yard, gate := s.n.yardOf[id], s.gates.port[id]
	out := s.node(Node{Place: id, Layer: QuayOut})
	in := s.node(Node{Place: id, Layer: QuayIn})
	s.quay[id] = [2]NodeID{out, in}
	s.transfer(yard, out, PortLoad, id, 0, gate, p.ID, p.Provenance)
	s.transfer(in, yard, PortUnload, id, 0, gate, p.ID, p.Provenance)
}

// hop adds the arcs of one way between stops: one from a port, or one for each region that a ship at a passage may have
// been loaded in.
func (s *seaways) hop(h laneHop) {
	a := Arc{Kind: Sea, Length: h.Length, Place: None, Provenance: laneProvenance}
	if h.Passage != "" {
		i := indexOf(s.n.Passages, h.Passage)
		a.Passages, a.Gateways, a.Countries = 1<<i, s.gates.passage[i], s.n.shores[i]
		a.Row = h.Passage
	}
	a.Passages |= s.narrow(h.From) ^ s.narrow(h.To)
	if h.From.Port != "" {
		from := s.n.placeOf[h.From.Port]
		a.From = s.quay[from][0]
		s.arrive(a, s.n.Places[from].Region, h)
		return
	}
	for _, region := range regions {
		if h.Passage == "" && !s.saves(region, h) {
			continue
		}
		a.From = s.end[seaEnd{region, h.From.End, h.Passage == ""}]
		s.arrive(a, region, h)
	}
}

// narrow is the passages that a port is shut with.
func (s *seaways) narrow(stop laneStop) Passages {
	if stop.Port == "" {
		return 0
	}
	return s.n.narrows[s.n.placeOf[stop.Port]]
}

// arrive ends a sea arc at a port, where the freight is paid for, or at the end of a passage.
func (s *seaways) arrive(a Arc, region string, h laneHop) {
	if h.To.Port == "" {
		a.To = s.end[seaEnd{region, h.To.End, h.Passage != ""}]
	} else {
		to := s.n.placeOf[h.To.Port]
		a.To = s.quay[to][1]
		a.Lane = Lane{region, s.n.Places[to].Region}
	}
	s.arc(a, h.Pieces...)
}

// PassageOf is the id of the passage that a node at sea is an end of; empty for every other node.
func (n *Network) PassageOf(id NodeID) string {
	if v := n.Nodes[id]; v.Layer == SeaEnd && n.lanes != nil {
		return n.lanes.passages[v.End/2]
	}
	return ""
}

// line is the way of a ferry on the map; straight where the lanes know no way.
func (l *lanes) line(from, to Place) []LonLat {
	out := []LonLat{from.At}
	if _, pieces, ok := l.between(from.ID, to.ID); ok {
		v := l.nodeOf(from.ID)
		for _, i := range pieces {
			v = l.edges[i].a + l.edges[i].b - v
			out = append(out, l.at[v])
		}
	}
	return append(out, to.At)
}
