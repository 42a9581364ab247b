package network

// Drives answers as Driveable does, and remembers: while a pin is dragged, most drives follow from those of the cells
// around. Not for use by several goroutines at once.
type Drives struct {
	land  *land
	known [256]drive // the last ones, in a ring
	next  int
}

// drive is what is known of the shortest way over land between two cells.
type drive struct {
	from, to int32
	far      int64 // metres
	over     bool  // it is longer than far; else it is far
}

// NewDrives makes a Drives that remembers nothing.
func NewDrives(n *Network) *Drives {
	d := &Drives{land: n.land}
	for i := range d.known {
		d.known[i].to = None
	}
	return d
}

// further is how much further than need be a way is looked for, in metres, so that the answer serves the cells around too.
const further = 60_000

// Driveable is Network.Driveable.
func (d *Drives) Driveable(a, b LonLat) bool {
	from, to, plain := d.land.plainly(a, b)
	if plain != unclear {
		return plain == driveable
	}
	limit := longestDrive(a, b)
	for i := range d.known {
		k := &d.known[i]
		if int(k.to) != to {
			continue
		}
		step, ok := d.land.step(from, int(k.from))
		switch {
		case !ok:
		case k.over && k.far-step >= limit:
			return false
		case !k.over && k.far+step <= limit:
			return true
		case !k.over && k.far-step > limit:
			return false
		}
	}
	now := drive{from: int32(from), to: int32(to), far: d.land.drive(from, to, limit+further)}
	if now.far == tooFar {
		now.far, now.over = limit+further, true
	}
	d.known[d.next] = now
	d.next = (d.next + 1) % len(d.known)
	return !now.over && now.far <= limit
}

// step is at least the way between two cells that lie close, whichever is the first; false where water may lie between.
func (l *land) step(a, b int) (int64, bool) {
	const close = 6 // cells
	x, y, u, v := a%l.width, a/l.width, b%l.width, b/l.width
	if abs(x-u) > close || abs(y-v) > close {
		return 0, false
	}
	widest := min(y, v)
	for row := min(y, v); row <= max(y, v); row++ {
		if l.east[row] > l.east[widest] {
			widest = row
		}
		for c := min(x, u); c <= max(x, u); c++ {
			if !l.dry(row*l.width + c) {
				return 0, false
			}
		}
	}
	dx, dy := int64(abs(x-u)), int64(abs(y-v))
	both := min(dx, dy)
	return both*int64(l.slant[widest]) + (dx-both)*int64(l.east[widest]) + (dy-both)*int64(l.north), true
}
