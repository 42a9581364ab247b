package main

import (
	"fmt"
	"math"
)

// stop is where a ship's way begins or ends: a port, or an end of a passage.
type stop struct {
	name  string
	way   []point // from the port or passage end to open water; its last point is the one that lanes join
	piece int32   // of the sea
}

func (s stop) water() point { return s.way[len(s.way)-1] }

// Limits of the snapping of ports to water.
const (
	smallestSea = 150 // cells of the fine mask; smaller waters are not sailed
	farthestSea = 60  // km from a port's coordinates to the water that it opens on
)

// round keeps three decimals of a degree, which is what the tables hold.
func (p point) round() point {
	return point{math.Round(p.lon*1000) / 1000, math.Round(p.lat*1000) / 1000}
}

// pieces numbers the waters of a mask that hang together, from 1; 0 is land and water too small to sail.
func (m *mask) pieces() []int32 {
	out := make([]int32, len(m.land))
	var queue []int32
	next := int32(1)
	for start := range m.land {
		if m.land[start] || out[start] != 0 {
			continue
		}
		queue = append(queue[:0], int32(start))
		out[start] = next
		for i := 0; i < len(queue); i++ {
			c := int(queue[i])
			x, y := c%m.width, c/m.width
			for _, n := range [4]struct {
				in bool
				at int
			}{{x > 0, c - 1}, {x < m.width-1, c + 1}, {y > 0, c - m.width}, {y < m.height-1, c + m.width}} {
				if n.in && !m.land[n.at] && out[n.at] == 0 {
					out[n.at] = next
					queue = append(queue, int32(n.at))
				}
			}
		}
		if len(queue) < smallestSea {
			for _, c := range queue {
				out[c] = -1
			}
			continue
		}
		next++
	}
	for i, p := range out {
		out[i] = max(p, 0)
	}
	return out
}

// findStops puts every port and every end of a passage in the water.
func findStops(m *mask, pieces []int32, in *input) ([]stop, error) {
	approach := map[string][]point{}
	for _, f := range in.features {
		if f.kind == "approach" {
			approach[f.id] = f.line
		}
	}
	var stops []stop
	for _, p := range in.ports {
		way := []point{p.at}
		if line, ok := approach[p.id]; ok {
			way = append(way, line...)
		}
		c := m.nearestSea(pieces, way[len(way)-1])
		if c < 0 {
			return nil, fmt.Errorf("port %s: no sea within %d km", p.id, farthestSea)
		}
		if at := m.centre(c).round(); at != way[len(way)-1] {
			way = append(way, at)
		}
		stops = append(stops, stop{p.id, way, pieces[c]})
	}
	for _, f := range in.features {
		if f.kind != "passage" {
			continue
		}
		for _, p := range []point{f.line[0], f.line[len(f.line)-1]} {
			c := m.cell(p)
			if c < 0 || pieces[c] == 0 {
				return nil, fmt.Errorf("passage %s: its end %v is not in the sea", f.id, p)
			}
			stops = append(stops, stop{"", []point{p.round()}, pieces[c]})
		}
	}
	return stops, nil
}

// nearestSea is the cell of water nearest to a point, the first of equals; -1 where there is none.
func (m *mask) nearestSea(pieces []int32, p point) int {
	best, far := -1, float64(farthestSea)
	reach := int(farthestSea/40) * m.perDegree
	x0 := int((p.lon - m.west) * float64(m.perDegree))
	y0 := int((p.lat - m.south) * float64(m.perDegree))
	for y := max(y0-reach, 0); y <= min(y0+reach, m.height-1); y++ {
		for x := max(x0-reach, 0); x <= min(x0+reach, m.width-1); x++ {
			c := y*m.width + x
			if pieces[c] == 0 {
				continue
			}
			if d := distance(p, m.centre(c)); d < far {
				best, far = c, d
			}
		}
	}
	return best
}
