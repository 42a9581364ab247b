package network

import (
	"encoding/binary"
	"fmt"
	"math"
	"sync/atomic"
)

// land tells land from water in cells of a tenth of a degree: tables/land.bin, which makelanes makes from the coastline,
// the great lakes, and the bridges and straits that matter to a lorry. Outside its window nothing is land.
type land struct {
	window
	bits   []uint64               // by cell, rows from south to north
	north  int32                  // metres from a cell to the next one north
	east   []int32                // and to the next one east, by row
	slant  []int32                // and to the next one north-east, by row
	driver atomic.Pointer[driver] // that nobody uses just now; a sync.Pool would lose it to collections of garbage
	masses masses
}

// window is a part of the world cut into square cells; rows run from south to north.
type window struct{ west, south, perDegree, width, height int }

func (w *window) sound() bool {
	return w.perDegree >= 1 && w.width >= 1 && w.height >= 1 && w.width <= 360*w.perDegree &&
		w.south >= -90 && w.height <= (90-w.south)*w.perDegree
}

// cell is the cell around a point, or None outside the window.
func (w *window) cell(p LonLat) int {
	x := int(math.Floor((p.Lon - float64(w.west)) * float64(w.perDegree)))
	y := int(math.Floor((p.Lat - float64(w.south)) * float64(w.perDegree)))
	if x < 0 || y < 0 || x >= w.width || y >= w.height {
		return None
	}
	return y*w.width + x
}

// fill makes land of the cells from a up to but without b; a < b.
func (l *land) fill(a, b int) {
	first, last := a/64, (b-1)/64
	head, tail := ^uint64(0)<<(a%64), ^uint64(0)>>(63-(b-1)%64)
	if first == last {
		l.bits[first] |= head & tail
		return
	}
	l.bits[first] |= head
	for i := first + 1; i < last; i++ {
		l.bits[i] = ^uint64(0)
	}
	l.bits[last] |= tail
}

// parseLand reads what makelanes packs: the window, then runs of water and land by turns, row by row.
func parseLand(raw []byte) (*land, error) {
	fault := func(what string) error { return fmt.Errorf("land.bin: byte %d from the end: %s", len(raw), what) }
	l := &land{}
	for _, to := range []*int{&l.west, &l.south, &l.perDegree, &l.width, &l.height} {
		v, n := binary.Varint(raw)
		if n <= 0 || v < -180 || v > 10_000 {
			return nil, fault("bad window")
		}
		*to, raw = int(v), raw[n:]
	}
	if !l.sound() {
		return nil, fault("bad window")
	}
	l.bits = make([]uint64, (l.width*l.height+63)/64)
	for y := range l.height {
		l.masses.row()
		dry := false
		for x := 0; x < l.width; dry = !dry {
			run, n := binary.Uvarint(raw)
			if n <= 0 || run > uint64(l.width-x) {
				return nil, fault("bad run")
			}
			raw = raw[n:]
			if dry && run > 0 {
				l.masses.add(int32(x), int32(x)+int32(run))
				l.fill(y*l.width+x, y*l.width+x+int(run))
			}
			x += int(run)
		}
	}
	if len(raw) > 0 {
		return nil, fault("more than the window holds")
	}
	l.masses.join()
	side := earthRadius * radian / float64(l.perDegree)
	l.north = int32(side)
	for y := range l.height {
		east := int32(side * math.Cos(l.centre(y*l.width).Lat*radian))
		if east < 1 {
			return nil, fault("cells too small to drive through")
		}
		l.east, l.slant = append(l.east, east), append(l.slant, diagonal(east, l.north))
	}
	return l, nil
}

func (l *land) centre(cell int) LonLat {
	return LonLat{
		float64(l.west) + (float64(cell%l.width)+0.5)/float64(l.perDegree),
		float64(l.south) + (float64(cell/l.width)+0.5)/float64(l.perDegree),
	}
}

func (l *land) dry(cell int) bool { return cell >= 0 && l.bits[cell/64]>>(cell%64)&1 != 0 }

// OnLand tells land from water, to about ten kilometres. Large lakes are water.
func (n *Network) OnLand(p LonLat) bool { return n.land.dry(n.land.cell(p)) }
