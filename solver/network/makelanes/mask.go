package main

import (
	"encoding/binary"
	"math"
	"slices"
)

// window is a part of the world cut into square cells; rows run from south to north.
type window struct {
	west, south   float64
	perDegree     int
	width, height int // cells
}

// seaWindow is where ships are routed: it holds the Cape, and ends where the Arctic ice begins. landWindow is where
// lorries drive; package network knows it too, from the head of land.bin.
var (
	seaWindow  = window{west: -25, south: -40, perDegree: 20, width: 205 * 20, height: 112 * 20}
	landWindow = window{west: -25, south: -40, perDegree: 10, width: 205 * 10, height: 120 * 10}
)

// cell is the index of the cell around a point, or -1 outside.
func (w window) cell(p point) int {
	x := int(math.Floor((p.lon - w.west) * float64(w.perDegree)))
	y := int(math.Floor((p.lat - w.south) * float64(w.perDegree)))
	if x < 0 || y < 0 || x >= w.width || y >= w.height {
		return -1
	}
	return y*w.width + x
}

// centre is the middle of a cell.
func (w window) centre(cell int) point {
	return point{
		w.west + (float64(cell%w.width)+0.5)/float64(w.perDegree),
		w.south + (float64(cell/w.width)+0.5)/float64(w.perDegree),
	}
}

// mask tells land from water, cell by cell.
type mask struct {
	window
	land []bool
}

func newMask(w window) *mask { return &mask{window: w, land: make([]bool, w.width*w.height)} }

// fillLand marks the cells whose centre lies inside an odd number of rings.
func (m *mask) fillLand(rings []ring) {
	crossings := make([][]float64, m.height)
	for _, r := range rings {
		for i, a := range r {
			b := r[(i+1)%len(r)]
			if a.lat > b.lat {
				a, b = b, a
			}
			first := int((a.lat-m.south)*float64(m.perDegree)) - 1 // a row early: the exact comparison is below
			for y := max(first, 0); y < m.height; y++ {
				lat := m.centre(y * m.width).lat
				if lat >= b.lat {
					break
				}
				if lat >= a.lat {
					crossings[y] = append(crossings[y], a.lon+float64((b.lon-a.lon)*((lat-a.lat)/(b.lat-a.lat))))
				}
			}
		}
	}
	for y, row := range crossings {
		slices.Sort(row)
		for i := 0; i+1 < len(row); i += 2 {
			first := int(math.Ceil((row[i]-m.west)*float64(m.perDegree) - 0.5))
			last := int(math.Ceil((row[i+1]-m.west)*float64(m.perDegree)-0.5)) - 1
			for x := max(first, 0); x <= min(last, m.width-1); x++ {
				m.land[y*m.width+x] = true
			}
		}
	}
}

// apply draws the features that concern a mask, in the order of the table.
func (m *mask) apply(features []feature, rules map[string]bool) {
	for _, f := range features {
		land, ok := rules[f.kind]
		switch {
		case !ok:
		case f.kind == "lake":
			m.fillLake(f.line)
		default:
			m.draw(f.line, land)
		}
	}
}

// draw sets every cell within one cell of a line.
func (m *mask) draw(line []point, land bool) {
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		n := int(max(math.Abs(b.lon-a.lon), math.Abs(b.lat-a.lat))*float64(m.perDegree)*2) + 1
		for k := 0; k <= n; k++ {
			at := m.cell(between(a, b, float64(k)/float64(n)))
			if at < 0 {
				continue
			}
			x, y := at%m.width, at/m.width
			for yy := max(y-1, 0); yy <= min(y+1, m.height-1); yy++ {
				for xx := max(x-1, 0); xx <= min(x+1, m.width-1); xx++ {
					m.land[yy*m.width+xx] = land
				}
			}
		}
	}
}

// fillLake marks the cells inside a ring as water.
func (m *mask) fillLake(r []point) {
	lake := newMask(m.window)
	lake.fillLand([]ring{r})
	for i, in := range lake.land {
		if in {
			m.land[i] = false
		}
	}
}

// clear reports whether a straight line on the chart keeps to the water.
func (m *mask) clear(a, b point) bool {
	n := int(max(math.Abs(b.lon-a.lon), math.Abs(b.lat-a.lat))*float64(m.perDegree)*2) + 1
	for k := 0; k <= n; k++ {
		at := m.cell(between(a, b, float64(k)/float64(n)))
		if at < 0 || m.land[at] {
			return false
		}
	}
	return true
}

// chord is how long a piece of a great circle is taken as straight on the chart, in km; off by 200 m at most.
const chord = 100

// clearGreat reports whether the great circle keeps to the water.
func (m *mask) clearGreat(a, b point) bool {
	n := int(distance(a, b)/chord) + 1
	walk, from := newGreat(a, b), a
	for k := 1; k <= n; k++ {
		to := b
		if k < n {
			to = walk.at(float64(k) / float64(n))
		}
		if !m.clear(from, to) {
			return false
		}
		from = to
	}
	return true
}

// pack writes a mask as its window and, row by row, the lengths of runs of water and land by turns.
func (m *mask) pack() []byte {
	var out []byte
	for _, v := range []int{int(m.west), int(m.south), m.perDegree, m.width, m.height} {
		out = binary.AppendVarint(out, int64(v))
	}
	for y := range m.height {
		row, land := m.land[y*m.width:(y+1)*m.width], false
		for len(row) > 0 {
			n := slices.Index(row, !land)
			if n < 0 {
				n = len(row)
			}
			out = binary.AppendUvarint(out, uint64(n))
			row, land = row[n:], !land
		}
	}
	return out
}
