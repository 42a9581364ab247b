package page

import (
	"math"

	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/network"
)

// Picture is what the map draws of an answer. It goes from the worker to the map, past the page.
type Picture struct {
	Routes []DrawnRoute    `json:"routes"`
	Pins   map[string]*Pin `json:"pins"` // "origin" and "destination"
	Vias   []Stop          `json:"vias,omitempty"`
	Reach  []Won           `json:"reach,omitempty"`
	Scale  []string        `json:"scale,omitempty"` // the classes in words, where places are coloured by days or money
}

// Won is a place as the map colours it: by the way that wins it.
type Won struct {
	Lon float64 `json:"lon"`
	Lat float64 `json:"lat"`
	Won string  `json:"won"`
	// Class of its days or its money, from 0.
	Class int `json:"class"`
	// Ahead is how much cheaper the best way through Kazakhstan is than that by sea, in US dollars; none where a third way wins.
	Ahead *float64 `json:"ahead,omitempty"`
	// What is said of it: name, days, money.
	Label string `json:"label"`
}

// Stop is a place that every route passes.
type Stop struct {
	ID   string  `json:"id"`
	Name string  `json:"name"`
	Lon  float64 `json:"lon"`
	Lat  float64 `json:"lat"`
}

// DrawnRoute is a route as lines.
type DrawnRoute struct {
	Rank      int         `json:"rank"`
	KZ        bool        `json:"kz"`
	Pieces    []int32     `json:"pieces"` // into the network's drawing
	Roads     [][]float64 `json:"roads"`  // lon, lat, lon, lat, …
	Transfers []Transfer  `json:"transfers"`
	Label     string      `json:"label"`
}

// Transfer is a place where a box changes over.
type Transfer struct {
	Lon  float64 `json:"lon"`
	Lat  float64 `json:"lat"`
	What string  `json:"what"`
}

// Pin is an end as it was dropped, and where it snapped to.
type Pin struct {
	Lon  float64 `json:"lon"`
	Lat  float64 `json:"lat"`
	Name string  `json:"name"`
	Snap *Snap   `json:"snap,omitempty"`
}

// Snap is where a pin snapped to.
type Snap struct {
	Lon  float64 `json:"lon"`
	Lat  float64 `json:"lat"`
	Km   float64 `json:"km"`
	Name string  `json:"name"`
}

func (s *Service) picture(a *solver.Answer) Picture {
	p := Picture{Routes: make([]DrawnRoute, len(a.Routes)), Pins: map[string]*Pin{"origin": s.pin(a.From), "destination": s.pin(a.To)}}
	for i := range a.Routes {
		r := &a.Routes[i]
		d := DrawnRoute{Rank: r.Rank, KZ: r.ThroughKazakhstan, Pieces: []int32{}, Roads: [][]float64{}, Transfers: []Transfer{}, Label: s.say().short(r.Days.P50, r.Cents)}
		for j := range r.Legs {
			leg := &r.Legs[j]
			d.Pieces = append(d.Pieces, leg.Drawn...)
			if len(leg.Points) > 1 {
				d.Roads = append(d.Roads, flat(leg.Points))
			}
			if id, ok := s.net.PlaceByID(leg.From); ok && leg.Kind == network.Transfer {
				at := s.net.Places[id].At
				d.Transfers = append(d.Transfers, Transfer{at.Lon, at.Lat, leg.What})
			}
		}
		p.Routes[i] = d
	}
	return p
}

func (s *Service) pin(l solver.Located) *Pin {
	name := s.locatedName(l)
	p := &Pin{Lon: l.Asked.Lon, Lat: l.Asked.Lat, Name: name}
	if l.SnapKm > 0 {
		p.Snap = &Snap{l.At.Lon, l.At.Lat, l.SnapKm, name}
	}
	return p
}

// askedPins are the ends of a question that could not be answered, where they were dropped.
func (s *Service) askedPins(q solver.Query) map[string]*Pin {
	pin := func(e solver.End) *Pin {
		if id, ok := s.net.PlaceByID(e.Place); ok {
			place := s.net.Places[id]
			return &Pin{Lon: place.At.Lon, Lat: place.At.Lat, Name: s.say().name(e.Place, place.Names)}
		}
		return &Pin{Lon: e.At.Lon, Lat: e.At.Lat, Name: link.Point(e.At)}
	}
	return map[string]*Pin{"origin": pin(q.From), "destination": pin(q.To)}
}

// stops are those of a question's vias that are a point on the map: places, and gateways amid their places.
func (s *Service) stops(q solver.Query) []Stop {
	var out []Stop
	for _, via := range q.Via {
		f, known := s.net.Feature(via)
		switch {
		case known && f.Kind == network.PlaceFeature:
			p := &s.net.Places[f.Index]
			out = append(out, Stop{via, s.say().name(via, p.Names), short(p.At.Lon), short(p.At.Lat)})
		case known && f.Kind == network.GatewayFeature:
			if lon, lat, ok := s.amid(f.Index); ok {
				out = append(out, Stop{via, s.say().name(via, s.net.Gateways[f.Index].Names), short(lon), short(lat)})
			}
		}
	}
	return out
}

// gates are the gateways of a route, where they are passed: at sea in the middle of the strait.
func (s *Service) gates(r *solver.Route) (out []Stop) {
	for _, id := range r.Gateways {
		for i := range s.net.Gateways { // a passage may have the same id
			g := &s.net.Gateways[i]
			if g.ID != id {
				continue
			}
			lon, lat, ok := s.amid(int32(i))
			if !ok {
				lon, lat, ok = s.inStrait(int32(i))
			}
			if ok {
				out = append(out, Stop{id, s.say().name(id, g.Names), short(lon), short(lat)})
			}
		}
	}
	return out
}

// inStrait is the middle of what is drawn of a gateway at sea.
func (s *Service) inStrait(gateway int32) (lon, lat float64, ok bool) {
	for i := range s.net.Arcs {
		if s.net.Arcs[i].Gateways>>gateway&1 == 0 {
			continue
		}
		var line []solver.LonLat
		for _, piece := range s.net.DrawnOf(network.ArcID(i)) {
			line = append(line, s.net.Drawing[piece].Line...)
		}
		if len(line) > 0 {
			mid := line[len(line)/2]
			return mid.Lon, mid.Lat, true
		}
	}
	return 0, 0, false
}

// amid is the mean of the places where a gateway is passed; not ok where it is passed at sea.
func (s *Service) amid(gateway int32) (lon, lat float64, ok bool) {
	seen := map[network.PlaceID]bool{}
	for i := range s.net.Arcs {
		arc := &s.net.Arcs[i]
		if arc.Gateways>>gateway&1 == 0 {
			continue
		}
		for _, node := range []network.NodeID{arc.From, arc.To} {
			if p := s.net.Nodes[node].Place; p >= 0 && !seen[p] {
				seen[p] = true
				lon, lat = lon+s.net.Places[p].At.Lon, lat+s.net.Places[p].At.Lat
			}
		}
	}
	n := float64(len(seen))
	return lon / n, lat / n, n > 0
}

func flat(line []solver.LonLat) []float64 {
	out := make([]float64, 0, 2*len(line))
	for _, p := range line {
		out = append(out, short(p.Lon), short(p.Lat))
	}
	return out
}

// short cuts degrees to what a screen can show.
func short(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// Piece is a line of the network's drawing.
type Piece struct {
	Kind string    `json:"kind"`
	Line []float64 `json:"line"`
}

// Drawing is the network as the map draws it, pieces in the order that DrawnRoute counts them in.
func (s *Service) Drawing() []Piece {
	out := make([]Piece, len(s.net.Drawing))
	for i, d := range s.net.Drawing {
		out[i] = Piece{d.Kind.String(), flat(d.Line)}
		switch {
		case d.Planned:
			out[i].Kind = "planned"
		case d.Gone:
			out[i].Kind = "gone"
		}
	}
	return out
}

// Spots are the places in the order of Hello.Places, which has their names: lon, lat and rank of each. The lower the rank, the
// sooner a place is named.
func (s *Service) Spots() []float64 {
	out := make([]float64, 0, 3*len(s.net.Places))
	for _, p := range s.net.Places {
		out = append(out, short(p.At.Lon), short(p.At.Lat), float64(spotRank(p.Roles)))
	}
	return out
}

func spotRank(r network.Roles) int {
	switch {
	case r.Has(network.Terminal | network.Seaport), r.Has(network.CaspianPort):
		return 1
	case r.Has(network.Terminal | network.BorderPoint), r.Has(network.GaugeBreak):
		return 2
	case r.Has(network.Terminal):
		return 3
	case r.Has(network.Seaport), r.Has(network.FerryPort):
		return 4
	}
	return 5
}
