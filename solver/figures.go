package solver

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"zhol/solver/network"
	"zhol/solver/tariff"
)

// Figures lists every number of every table with its source: first of what exists, then of what it costs. A place counts as
// one figure, its coordinates. The catch: lanes at sea are not among them, for they are made from the coastline.
func Figures(net *Network) []tariff.Figure {
	var out []tariff.Figure
	km := func(table, id string, length network.Metres, p Provenance) {
		out = append(out, tariff.Figure{Table: table, ID: id, Value: strconv.FormatFloat(length.Km(), 'f', -1, 64), Unit: "km", Provenance: p})
	}
	for i := range net.RailLinks {
		l := &net.RailLinks[i]
		km("rail_links", l.ID, l.Length, l.Provenance)
		for _, field := range slices.Sorted(maps.Keys(l.Facts)) {
			out = append(out, tariff.Figure{Table: "rail_facts", ID: l.ID + " " + field, Value: l.Told(field), Provenance: l.Facts[field]})
		}
	}
	for i := range net.Ferries {
		km("ferry_links", net.Ferries[i].ID, net.Ferries[i].Length, net.Ferries[i].Provenance)
	}
	for i := range net.RoadLinks {
		km("road_links", net.RoadLinks[i].ID, net.RoadLinks[i].Length, net.RoadLinks[i].Provenance)
	}
	for i := range net.Places {
		p := &net.Places[i]
		out = append(out, tariff.Figure{Table: "places", ID: p.ID, Value: fmt.Sprintf("%v, %v", p.At.Lat, p.At.Lon), Unit: "°", Provenance: p.Provenance})
	}
	return append(out, tariff.AllFigures()...)
}
