package network

import "math/bits"

// What a lorry puts up with. These are choices of what to offer, not figures of the field.
const (
	shoreReach   = 3      // cells from a point to the land it stands on: quays and small islands off the coarse coastline
	mostDetour   = 17     // tenths of the great circle: a longer way round the water is not offered
	spareForTurn = 40_000 // metres on top, for short hauls round a bay
)

// Driveable tells whether a lorry can drive from a to b over land, by no more than mostDetour of the great circle. Where
// many are asked, Drives says the same sooner.
func (n *Network) Driveable(a, b LonLat) bool {
	from, to, plain := n.land.plainly(a, b)
	if plain != unclear {
		return plain == driveable
	}
	limit := longestDrive(a, b)
	return n.land.drive(from, to, limit) <= limit
}

// longestDrive is how far a lorry may drive from a to b, in metres.
func longestDrive(a, b LonLat) int64 { return int64(GreatCircle(a, b))*mostDetour/10 + spareForTurn }

// What can be told of a drive without looking for a way.
type plainness uint8

const (
	unclear plainness = iota
	driveable
	never
)

// plainly tells what is plain of a drive, and the cells that it is from and to.
func (l *land) plainly(a, b LonLat) (from, to int, is plainness) {
	from, to = l.shore(a), l.shore(b)
	switch {
	case from < 0 || to < 0 || l.masses.at(from%l.width, from/l.width) != l.masses.at(to%l.width, to/l.width):
		return from, to, never
	case l.straight(from, to):
		return from, to, driveable
	}
	return from, to, unclear
}

// drive is the shortest way over land from cell to cell, in metres; tooFar if it is longer than limit.
func (l *land) drive(from, to int, limit int64) int64 {
	d := l.driver.Swap(nil)
	if d == nil {
		d = &driver{land: l}
	}
	defer l.driver.Store(d)
	return d.reach(from, to, limit, l.within(from, to, limit))
}

const tooFar = 1 << 62

// shore is the land cell nearest to a point, counted in cells, the first of equals; None where there is none near.
func (l *land) shore(p LonLat) int {
	at := l.cell(p)
	if at < 0 || l.dry(at) {
		return at
	}
	best, far := None, 2*shoreReach*shoreReach+1
	for dy := -shoreReach; dy <= shoreReach; dy++ {
		for dx := -shoreReach; dx <= shoreReach; dx++ {
			x, y := at%l.width+dx, at/l.width+dy
			if x >= 0 && y >= 0 && x < l.width && y < l.height && dx*dx+dy*dy < far && l.dry(y*l.width+x) {
				best, far = y*l.width+x, dx*dx+dy*dy
			}
		}
	}
	return best
}

// straight reports whether the straight line on the chart between two cells stays dry.
func (l *land) straight(from, to int) bool {
	x, y := from%l.width, from/l.width
	dx, dy := to%l.width-x, to/l.width-y
	n := 2 * max(abs(dx), abs(dy))
	for k := 1; k < n; k++ {
		if !l.dry((y+share(dy, k, n))*l.width + x + share(dx, k, n)) {
			return false
		}
	}
	return true
}

// share is d*k/n to the nearest whole, in integers so that every machine looks at the same cells.
func share(d, k, n int) int {
	if d < 0 {
		return -share(-d, k, n)
	}
	return (2*d*k + n) / (2 * n)
}

func abs(v int) int { return max(v, -v) }

// driver looks for a way over land. It is reused, and stamps instead of clearing.
type driver struct {
	land  *land
	box   box
	x, y  int // of the cell it drives to
	limit int64
	epoch uint32
	marks []mark  // by cell of the box
	heap  reaches // by least
}

// mark is what a driver knows of a cell, if it has seen it in this epoch.
type mark struct {
	seen  uint32 // the epoch
	far   int32  // metres driven to the cell
	least int32  // metres driven, and at least this many to go
}

// box is a part of the land's cells: rows from south up to but without north, and in them columns from west to east.
type box struct{ west, south, east, north int }

func (b box) cells() int { return (b.east - b.west) * (b.north - b.south) }

// within is a box that no way between two cells leaves, if it is no longer than limit.
func (l *land) within(from, to int, limit int64) box {
	around := func(a, b int, step int32, end int) (first, last int) { // further than both is there and back
		spare := max(0, int(limit/int64(step))-abs(a-b))/2 + 1
		return max(0, min(a, b)-spare), min(end, max(a, b)+spare+1)
	}
	var b box
	b.south, b.north = around(from/l.width, to/l.width, l.north, l.height)
	b.west, b.east = around(from%l.width, to%l.width, min(l.east[b.south], l.east[b.north-1]), l.width)
	return b
}

// reach is the shortest way from cell to cell by A* over the eight neighbours, in metres; tooFar if it is longer than limit
// or leaves the box.
func (d *driver) reach(from, to int, limit int64, in box) int64 {
	if d.epoch++; d.epoch == 0 {
		clear(d.marks)
		d.epoch = 1
	}
	if cells := in.cells(); cells > len(d.marks) {
		d.marks = make([]mark, 1<<bits.Len(uint(cells))) // a drag that needs more with every step is not to make it every time
	}
	l := d.land
	d.box, d.heap, d.limit = in, d.heap[:0], limit
	d.x, d.y = to%l.width, to/l.width
	d.offer(from%l.width, from/l.width, 0)
	width := in.east - in.west
	goal := (d.y-in.south)*width + d.x - in.west
	for len(d.heap) > 0 {
		least, cell := d.heap.pop()
		c := int(cell)
		known := d.marks[c]
		if c == goal {
			return int64(known.far)
		}
		if int32(least) > known.least {
			continue
		}
		x, y := c%width+in.west, c/width+in.south
		for v := max(y-1, in.south); v <= min(y+1, in.north-1); v++ {
			for u := max(x-1, in.west); u <= min(x+1, in.east-1); u++ {
				if u == x && v == y || !l.dry(v*l.width+u) {
					continue
				}
				step := l.east[y]
				if u == x {
					step = l.north
				} else if v != y {
					if !l.dry(y*l.width+u) && !l.dry(v*l.width+x) {
						continue // two dry corners that touch are no bridge
					}
					step = l.slant[y]
				}
				d.offer(u, v, known.far+step)
			}
		}
	}
	return tooFar
}

// offer notes a way to a cell, if it is the shortest so far and can still keep within the limit.
func (d *driver) offer(x, y int, far int32) {
	c := (y-d.box.south)*(d.box.east-d.box.west) + x - d.box.west
	known := &d.marks[c]
	if known.seen == d.epoch && known.far <= far {
		return
	}
	l := d.land
	dx, dy := int64(abs(x-d.x)), int64(abs(y-d.y))
	row := y
	if l.east[d.y] < l.east[row] {
		row = d.y
	}
	// A tenth off, since the way may bend to where a degree is shorter.
	rest := min(dx, dy)*int64(l.slant[row]) + (dx-min(dx, dy))*int64(l.east[row]) + (dy-min(dx, dy))*int64(l.north)
	rest = rest * 9 / 10
	bound := int64(far) + rest
	if bound > d.limit {
		return
	}
	*known = mark{d.epoch, far, int32(bound)}
	d.heap.push(bound, int32(c))
}

// diagonal is the length across a cell, to the metre below.
func diagonal(a, b int32) int32 {
	square := int64(a)*int64(a) + int64(b)*int64(b)
	low, high := int64(0), int64(a)+int64(b)
	for low < high {
		mid := (low + high + 1) / 2
		if mid*mid <= square {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return int32(low)
}
