package main

import (
	"cmp"
	"math"
	"slices"
)

// corners pulls a path taut, from one end and then from the other, and lists the points where it still bends.
func corners(m *mask, path []point) []point {
	var out []point
	for range 2 {
		anchor := path[0]
		for i := 1; i+1 < len(path); i++ {
			if !m.clear(anchor, path[i+1]) {
				out = append(out, path[i].round())
				anchor = path[i]
			}
		}
		slices.Reverse(path)
	}
	return out
}

// edge joins two points of a chart.
type edge struct{ a, b int }

// chart is the sea of one piece: the stops, the corners between them, and who sees whom.
type chart struct {
	at    []point // the stops first
	stops int
	km    [][]float64 // +Inf where the water between is not clear
}

func newChart(m *mask, stops, bends []point) *chart {
	slices.SortFunc(bends, func(a, b point) int { return cmp.Or(cmp.Compare(a.lon, b.lon), cmp.Compare(a.lat, b.lat)) })
	c := &chart{at: append(slices.Clone(stops), slices.Compact(bends)...), stops: len(stops)}
	c.km = make([][]float64, len(c.at))
	for i := range c.at {
		c.km[i] = make([]float64, len(c.at))
	}
	for i := range c.at {
		for j := range i {
			d := math.Inf(1)
			if m.clearGreat(c.at[i], c.at[j]) {
				d = distance(c.at[i], c.at[j])
			}
			c.km[i][j], c.km[j][i] = d, d
		}
	}
	return c
}

// used lists the edges that lie on a shortest way between two stops, in order.
func (c *chart) used() []edge {
	n := len(c.at)
	seen := map[edge]bool{}
	dist, from, done := make([]float64, n), make([]int, n), make([]bool, n)
	for s := range c.stops {
		for i := range n {
			dist[i], from[i], done[i] = math.Inf(1), -1, false
		}
		dist[s] = 0
		for range n {
			v := -1
			for i := range n {
				if !done[i] && (v < 0 || dist[i] < dist[v]) {
					v = i
				}
			}
			if math.IsInf(dist[v], 1) {
				break
			}
			done[v] = true
			for w, km := range c.km[v] {
				if d := dist[v] + km; d < dist[w] {
					dist[w], from[w] = d, v
				}
			}
		}
		for t := range s {
			for v := t; from[v] >= 0; v = from[v] {
				seen[edge{min(v, from[v]), max(v, from[v])}] = true
			}
		}
	}
	var out []edge
	for e := range seen {
		out = append(out, e)
	}
	slices.SortFunc(out, func(x, y edge) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}
