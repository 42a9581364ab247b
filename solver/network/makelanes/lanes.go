package main

import (
	"fmt"
	"math"
	"strings"
)

// laneNet is the product: nodes, some of them ports, and edges, some of them passages.
type laneNet struct {
	at    []point
	port  []string // id of the place, or empty
	edges []laneEdge
	index map[point]int // of nodes that are not ports
}

type laneEdge struct {
	a, b    int
	metres  int64
	passage string
}

func (n *laneNet) node(p point, port string) int {
	if port == "" {
		if i, ok := n.index[p]; ok {
			return i
		}
		n.index[p] = len(n.at)
	}
	n.at, n.port = append(n.at, p), append(n.port, port)
	return len(n.at) - 1
}

// join adds an edge as long as the great circle times a factor.
func (n *laneNet) join(a, b int, factor float64, passage string) {
	n.edges = append(n.edges, laneEdge{a, b, int64(math.Ceil(distance(n.at[a], n.at[b]) * factor * 1000)), passage})
}

// makeLanes finds the shortest ways between all ports and passage ends of each piece of the sea, and keeps their union.
func makeLanes(m *mask, in *input) (*laneNet, error) {
	seaway := 0.0
	for _, f := range in.features {
		if f.kind == "factor" && f.id == "seaway" {
			seaway = f.figure
		}
	}
	if seaway < 1 {
		return nil, fmt.Errorf("factor seaway is missing or below 1")
	}
	pieces := m.pieces()
	stops, err := findStops(m, pieces, in)
	if err != nil {
		return nil, err
	}
	net := &laneNet{index: map[point]int{}}
	for _, s := range stops {
		if s.name != "" {
			net.node(s.way[0].round(), s.name)
		}
	}
	g := newGrid(m, pieces)
	for _, members := range byPiece(stops) {
		var at, bends []point
		for _, i := range members {
			at = append(at, stops[i].water())
		}
		for i, a := range at {
			g.flood(a, at[:i])
			for _, b := range at[:i] {
				path := g.path(a, b)
				if a == b {
					continue
				}
				if path == nil {
					return nil, fmt.Errorf("the water between %v and %v is too narrow for the grid: draw a channel", a, b)
				}
				bends = append(bends, corners(m, path)...)
			}
		}
		c := newChart(m, at, bends)
		used, err := c.used()
		if err != nil {
			return nil, err
		}
		for _, e := range used {
			net.join(net.node(c.at[e.a], ""), net.node(c.at[e.b], ""), seaway, "")
		}
	}
	for i, s := range stops {
		last := i
		for k := 1; k < len(s.way); k++ {
			next := net.node(s.way[k], "")
			net.join(last, next, seaway, "")
			last = next
		}
	}
	for _, f := range in.features {
		if f.kind != "passage" {
			continue
		}
		factor := 1.0
		if f.figure > 0 {
			factor = f.figure / length(f.line)
		}
		for k := 1; k < len(f.line); k++ {
			net.join(net.node(f.line[k-1].round(), ""), net.node(f.line[k].round(), ""), factor, f.id)
		}
	}
	return net, nil
}

// byPiece groups stops, in order.
func byPiece(stops []stop) [][]int {
	var out [][]int
	group := map[int32]int{}
	for i, s := range stops {
		k, ok := group[s.piece]
		if !ok {
			k = len(out)
			group[s.piece] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// tables writes the nodes and the edges as CSV.
func (n *laneNet) tables() (nodes, edges []byte) {
	var b strings.Builder
	b.WriteString("node,lon,lat,port\n")
	for i, p := range n.at {
		fmt.Fprintf(&b, "%d,%.3f,%.3f,%s\n", i, p.lon, p.lat, n.port[i])
	}
	nodes = []byte(b.String())
	b.Reset()
	b.WriteString("a,b,metres,passage\n")
	for _, e := range n.edges {
		fmt.Fprintf(&b, "%d,%d,%d,%s\n", e.a, e.b, e.metres, e.passage)
	}
	return nodes, []byte(b.String())
}
