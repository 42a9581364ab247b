package main

import (
	"cmp"
	"fmt"
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

// near is how close two corners are taken for one, in km.
const near = 20

// thin keeps, of corners that lie near each other and in sight, the one that most paths bend at.
func thin(m *mask, bends []point) []point {
	count := map[point]int{}
	for _, p := range bends {
		count[p]++
	}
	all := make([]point, 0, len(count))
	for p := range count {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b point) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.lon, b.lon), cmp.Compare(a.lat, b.lat))
	})
	var out []point
	for _, p := range all {
		if !slices.ContainsFunc(out, func(q point) bool { return distance(p, q) < near && m.clear(p, q) }) {
			out = append(out, p)
		}
	}
	return out
}

// chart is the sea of one piece: the stops, the corners between them, and who sees whom.
type chart struct {
	at    []point // the stops first
	stops int
	km    [][]float64 // +Inf where the water between is not clear
}

func newChart(m *mask, stops, bends []point) *chart {
	c := &chart{at: slices.Clone(stops), stops: len(stops)}
	c.at = append(c.at, thin(m, bends)...)
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

// sharing is what a piece already sailed by others counts for, against 1 for a new one. It draws ways together into lanes,
// and makes none longer than the shortest by more than its reciprocal.
const sharing = 0.98

// used lists the edges on the ways between all pairs of stops, in order. The longest ways are laid first.
func (c *chart) used() ([]edge, error) {
	type pair struct {
		a, b int
		km   float64
	}
	n := len(c.at)
	t := tree{dist: make([]float64, n), from: make([]int, n), done: make([]bool, n)}
	var pairs []pair
	for a := range c.stops {
		t.grow(c.km, a, -1)
		for b := range a {
			if math.IsInf(t.dist[b], 1) {
				return nil, fmt.Errorf("no way between %v and %v is left after thinning", c.at[a], c.at[b])
			}
			if t.dist[b] > 0 {
				pairs = append(pairs, pair{a, b, t.dist[b]})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.km, x.km) })
	sailed := map[edge]bool{}
	var out []edge
	for _, p := range pairs {
		t.grow(c.km, p.a, p.b)
		for v := p.b; v != p.a; v = t.from[v] {
			w := t.from[v]
			if e := (edge{min(v, w), max(v, w)}); !sailed[e] {
				sailed[e] = true
				out = append(out, e)
				c.km[v][w], c.km[w][v] = c.km[v][w]*sharing, c.km[w][v]*sharing
			}
		}
	}
	slices.SortFunc(out, func(x, y edge) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out, nil
}

// tree is a tree of shortest ways over a dense chart.
type tree struct {
	dist []float64
	from []int
	done []bool
}

// grow finds the shortest ways from a stop, to all points, or no farther than one of them.
func (t *tree) grow(km [][]float64, from, to int) {
	for i := range t.dist {
		t.dist[i], t.from[i], t.done[i] = math.Inf(1), -1, false
	}
	t.dist[from] = 0
	for {
		v, best := -1, math.Inf(1)
		for i, d := range t.dist {
			if !t.done[i] && d < best {
				v, best = i, d
			}
		}
		if v < 0 || v == to {
			return
		}
		t.done[v] = true
		for w, d := range km[v] {
			if far := best + d; far < t.dist[w] {
				t.dist[w], t.from[w] = far, v
			}
		}
	}
}
