package network

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
)

//go:generate go run ./makelanes

// lanes is the sea-lane network that makelanes made from the coastline: tables/lane_nodes.csv and tables/lane_edges.csv.
//
// Most of its nodes are only bends; the network proper keeps the ports and the ends of passages, joined by hops.
type lanes struct {
	at       []LonLat
	ports    []laneStop // in the order of the table
	ends     []laneStop // the first and the last node of each passage, in the order of the table
	edges    []laneEdge
	first    []int32 // edges at node v are around[first[v]:first[v+1]]
	around   []int32
	passages []string // in the order of the table; passage i has ends 2i and 2i+1
}

// laneEdge is one straight piece of a lane, along a great circle.
type laneEdge struct {
	a, b    int32
	length  Metres
	passage string // empty in open water
}

// laneStop is where hops begin and end: a port, or an end of a passage.
type laneStop struct {
	Port string // id of a place; empty for an end
	End  int32  // number of the passage end; None for a port
	node int32
}

// laneHop is a shortest way by sea from one stop to another: either through one passage, or through none.
type laneHop struct {
	From, To laneStop
	Length   Metres
	Passage  string  // sailed through; empty in open water
	Pieces   []int32 // of lanes.drawing, in order
}

// laneProvenance is that of every lane and hop.
var laneProvenance = Provenance{
	Status:  Estimated,
	Sources: []string{"NE"},
	Note:    "shortest way through the water off the Natural Earth 1:50m coastline, times a seaway factor",
}

// parseLanes reads the two lane tables. Its errors name the file, the line and the field.
func parseLanes(nodes, edges []byte) (*lanes, error) {
	l := &lanes{}
	err := eachLaneRow("lane_nodes.csv", nodes, "node,lon,lat,port", func(f []string) (string, error) {
		if f[0] != strconv.Itoa(len(l.at)) {
			return "node", fmt.Errorf("%q should be %d", f[0], len(l.at))
		}
		lon, err := strconv.ParseFloat(f[1], 64)
		if err != nil || !(lon >= -180 && lon <= 180) {
			return "lon", fmt.Errorf("%q is not a longitude", f[1])
		}
		lat, err := strconv.ParseFloat(f[2], 64)
		if err != nil || !(lat >= -90 && lat <= 90) {
			return "lat", fmt.Errorf("%q is not a latitude", f[2])
		}
		for _, p := range l.ports {
			if p.Port == f[3] && f[3] != "" {
				return "port", fmt.Errorf("%q stands twice", f[3])
			}
		}
		if f[3] != "" {
			l.ports = append(l.ports, laneStop{Port: f[3], End: None, node: int32(len(l.at))})
		}
		l.at = append(l.at, LonLat{lon, lat})
		return "", nil
	})
	if err != nil {
		return nil, err
	}
	err = eachLaneRow("lane_edges.csv", edges, "a,b,metres,passage", func(f []string) (string, error) {
		var e laneEdge
		for i, to := range []*int32{&e.a, &e.b} {
			n, err := strconv.Atoi(f[i])
			if err != nil || n < 0 || n >= len(l.at) {
				return string("ab"[i]), fmt.Errorf("%q is no node", f[i])
			}
			*to = int32(n)
		}
		metres, err := strconv.ParseInt(f[2], 10, 64)
		if err != nil || metres <= 0 {
			return "metres", fmt.Errorf("%q is not a length", f[2])
		}
		e.length, e.passage = Metres(metres), f[3]
		l.edges = append(l.edges, e)
		return "", nil
	})
	if err != nil {
		return nil, err
	}
	l.index()
	return l, l.findEnds()
}

// eachLaneRow reads a CSV whose head must be as given. do returns the field at fault with its error.
func eachLaneRow(file string, raw []byte, head string, do func([]string) (string, error)) error {
	r := csv.NewReader(bytes.NewReader(raw))
	rows, err := r.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for i, row := range rows {
		if i == 0 {
			if got := joinComma(row); got != head {
				return fmt.Errorf("%s: line 1: head is %q, not %q", file, got, head)
			}
			continue
		}
		if field, err := do(row); err != nil {
			return fmt.Errorf("%s: line %d: %s: %w", file, i+1, field, err)
		}
	}
	if len(rows) < 2 {
		return fmt.Errorf("%s: line 1: no rows", file)
	}
	return nil
}

func joinComma(fields []string) string {
	out := ""
	for i, f := range fields {
		if i > 0 {
			out += ","
		}
		out += f
	}
	return out
}

// index lists the edges around every node.
func (l *lanes) index() {
	l.first = make([]int32, len(l.at)+1)
	for _, e := range l.edges {
		l.first[e.a+1]++
		l.first[e.b+1]++
	}
	for v := range l.at {
		l.first[v+1] += l.first[v]
	}
	l.around = make([]int32, 2*len(l.edges))
	fill := append([]int32(nil), l.first...)
	for i, e := range l.edges {
		for _, v := range [2]int32{e.a, e.b} {
			l.around[fill[v]] = int32(i)
			fill[v]++
		}
	}
}

// findEnds finds where each passage meets open water: its edges form one line, in the order of the table.
func (l *lanes) findEnds() error {
	last := map[string]int32{} // node that the passage has reached
	place := map[string]int{}
	for i, e := range l.edges {
		if e.passage == "" {
			continue
		}
		k, known := place[e.passage]
		if !known {
			k = len(l.passages)
			place[e.passage] = k
			l.passages = append(l.passages, e.passage)
			for n := range int32(2) {
				l.ends = append(l.ends, laneStop{End: int32(2*k) + n, node: e.a})
			}
		} else if last[e.passage] != e.a {
			return fmt.Errorf("lane_edges.csv: line %d: a: passage %s does not go on from its last edge", i+2, e.passage)
		}
		last[e.passage] = e.b
		l.ends[2*k+1].node = e.b
	}
	return nil
}

// drawing is every edge as a line on the map; Pieces count into it.
func (l *lanes) drawing() []Drawn {
	out := make([]Drawn, len(l.edges))
	for i, e := range l.edges {
		out[i] = Drawn{Kind: Sea, Line: []LonLat{l.at[e.a], l.at[e.b]}}
	}
	return out
}
