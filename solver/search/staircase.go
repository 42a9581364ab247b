package search

// point is what is left of a cost vector when the leading criterion is dropped.
type point struct{ x, y int64 }

// staircase is a set of points of which none is as good as another in both x and y: x rises, y falls.
//
// Labels reach a vertex in the order of the leading criterion, so one that comes later is beaten if and only if the
// staircase covers it.
type staircase []point

// covers tells whether a is no worse than b.
func (a point) covers(b point) bool { return a.x <= b.x && a.y <= b.y }

// covers tells whether some point is no worse than p.
func (s staircase) covers(p point) bool {
	i := s.after(p.x)
	return i > 0 && s[i-1].y <= p.y
}

// after is the index of the first point with x greater than given.
func (s staircase) after(x int64) int {
	low, high := 0, len(s)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if s[mid].x <= x {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// add puts in p, which must not be covered, and drops the points that p covers.
func (s staircase) add(p point) staircase {
	end := s.after(p.x)
	first := end
	if first > 0 && s[first-1].x == p.x {
		first--
	}
	for end < len(s) && s[end].y >= p.y {
		end++
	}
	if first == end {
		s = append(s, point{})
		copy(s[first+1:], s[first:])
	} else {
		s = append(s[:first+1], s[end:]...)
	}
	s[first] = p
	return s
}

// rooms is where staircases stand, all cleared at once: it holds what many of them need together, whichever they are.
type rooms struct {
	all  [][]point // each at least twice as long as the one before
	in   int
	used int // of all[in]
}

func (r *rooms) clear() { r.in, r.used = 0, 0 }

// take is room for n points, with none in it. When two thirds of the last are taken there is one more: a frame is to look a little
// further than the last one and make nothing.
func (r *rooms) take(n int) staircase {
	for ; r.in < len(r.all); r.in, r.used = r.in+1, 0 {
		if begin := r.used; begin+n <= len(r.all[r.in]) {
			r.used += n
			if room := r.all[r.in]; r.in == len(r.all)-1 && r.used > len(room)/3*2 {
				r.add(0)
			}
			return r.all[r.in][begin:begin:r.used]
		}
	}
	r.add(n)
	return r.take(n)
}

// add makes one more room, for n points or more.
func (r *rooms) add(n int) {
	const first = 1 << 12
	r.all = append(r.all, make([]point, max(n, first<<len(r.all))))
}
