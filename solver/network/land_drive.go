package network

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
		d = &driver{land: l, marks: make([]mark, l.width*l.height)}
	}
	defer l.driver.Store(d)
	return d.reach(from, to, limit)
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
	epoch uint32
	marks []mark  // by cell
	heap  reaches // by least
}

// mark is what a driver knows of a cell, if it has seen it in this epoch.
type mark struct {
	seen  uint32 // the epoch
	far   int32  // metres driven to the cell
	least int32  // metres driven, and at least this many to go
}

// reach is the shortest way from cell to cell by A* over the eight neighbours, in metres; tooFar if it is longer than limit.
func (d *driver) reach(from, to int, limit int64) int64 {
	if d.epoch++; d.epoch == 0 {
		clear(d.marks)
		d.epoch = 1
	}
	l := d.land
	d.heap = d.heap[:0]
	d.offer(from, 0, to, limit)
	for len(d.heap) > 0 {
		least, cell := d.heap.pop()
		c := int(cell)
		if c == to {
			return int64(d.marks[c].far)
		}
		if int32(least) > d.marks[c].least {
			continue
		}
		far := d.marks[c].far
		x, y := c%l.width, c/l.width
		east := l.east[y]
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				if dx == 0 && dy == 0 || x+dx < 0 || y+dy < 0 || x+dx >= l.width || y+dy >= l.height {
					continue
				}
				o := c + dy*l.width + dx
				if !l.dry(o) {
					continue
				}
				step := east
				if dx == 0 {
					step = l.north
				} else if dy != 0 {
					if !l.dry(c+dx) && !l.dry(c+dy*l.width) {
						continue // two dry corners that touch are no bridge
					}
					step = l.slant[y]
				}
				d.offer(o, far+step, to, limit)
			}
		}
	}
	return tooFar
}

// offer notes a way to a cell, if it is the shortest so far and can still keep within the limit.
func (d *driver) offer(c int, far int32, to int, limit int64) {
	if known := &d.marks[c]; known.seen == d.epoch && known.far <= far {
		return
	}
	l := d.land
	dx, dy := int64(abs(c%l.width-to%l.width)), int64(abs(c/l.width-to/l.width))
	row := c / l.width
	if l.east[to/l.width] < l.east[row] {
		row = to / l.width
	}
	// A tenth off, since the way may bend to where a degree is shorter.
	rest := min(dx, dy)*int64(l.slant[row]) + (dx-min(dx, dy))*int64(l.east[row]) + (dy-min(dx, dy))*int64(l.north)
	rest = rest * 9 / 10
	bound := int64(far) + rest
	if bound > limit {
		return
	}
	d.marks[c] = mark{d.epoch, far, int32(bound)}
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
