package network

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// atlas tells which country a point is in, in cells of a sixth of a degree: tables/atlas.bin, which makelanes makes from the
// map of Natural Earth. Water has the country of the nearest shore.
type atlas struct {
	window
	countries []string // by number, from 1; 0 stands for all that countries.csv has not
	reaches   []reach  // row by row from the south
	first     []int32  // reaches of row y are reaches[first[y]:first[y+1]]
}

// reach is the cells of a row from one on, of one country.
type reach struct {
	from    int32
	country uint8
	realm   Realm
}

// Realm is a part of the world that a lorry can cross without customs: a country or a customs union, but each of two parts that
// foreign land lies between. None stands for all that is in no country of the tables.
type Realm int32

// What a row of atlas.bin says of each reach of the row to its south; anything below is how far it moved, twice that where
// east, else twice less one.
const (
	mostMoved = 240
	gone      = 250 // it is not in this row
	fresh     = 251 // first comes another: cells from the one before it, and its country
	rowEnd    = 252
)

// parseAtlas reads what makelanes packs: the window, the codes of the countries, and each row by what it changes of the row
// to its south.
func parseAtlas(raw []byte) (*atlas, error) {
	fault := func(what string) error { return fmt.Errorf("atlas.bin: byte %d from the end: %s", len(raw), what) }
	s := &atlas{countries: []string{""}, first: []int32{0}}
	count := 0
	for _, to := range []*int{&s.west, &s.south, &s.perDegree, &s.width, &s.height, &count} {
		v, n := binary.Varint(raw)
		if n <= 0 || v < -180 || v > 10_000 {
			return nil, fault("bad window")
		}
		*to, raw = int(v), raw[n:]
	}
	if !s.sound() || count < 1 || count > 249 || len(raw) < 2*count {
		return nil, fault("bad window")
	}
	for ; count > 0; count-- {
		s.countries, raw = append(s.countries, string(raw[:2])), raw[2:]
	}
	var below []reach
	for y := 0; y < s.height; y++ {
		begin, end := len(s.reaches), false
		for !end {
			if len(raw) == 0 {
				return nil, fault("cut short")
			}
			op := raw[0]
			raw = raw[1:]
			var next reach
			switch {
			case op == rowEnd:
				end = true
				continue
			case op == fresh:
				far, n := binary.Uvarint(raw)
				if n <= 0 || far >= uint64(s.width) || len(raw) <= n {
					return nil, fault("bad reach")
				}
				next.from, next.country, raw = int32(far), raw[n], raw[n+1:]
				if len(s.reaches) > begin {
					next.from += s.reaches[len(s.reaches)-1].from
				}
			case len(below) == 0 || op > mostMoved && op != gone:
				return nil, fault("bad move")
			default:
				next, below = below[0], below[1:]
				if op == gone {
					continue
				}
				move := int32(op) / 2
				if op%2 != 0 {
					move = -move - 1
				}
				next.from += move
			}
			after := int32(0) // the first begins where the row does
			if len(s.reaches) > begin {
				after = s.reaches[len(s.reaches)-1].from + 1
			}
			if next.from < after || next.from >= int32(s.width) || len(s.reaches) == begin && next.from != 0 || int(next.country) >= len(s.countries) {
				return nil, fault("bad reach")
			}
			s.reaches = append(s.reaches, next)
		}
		if len(below) > 0 || len(s.reaches) == begin {
			return nil, fault("a row without its end")
		}
		below, s.first = s.reaches[begin:], append(s.first, int32(len(s.reaches)))
	}
	if len(raw) > 0 {
		return nil, fault("more than the window holds")
	}
	return s, nil
}

// join finds the realms, once it is known between which countries there is no customs: reaches side by side in a row or in
// neighbouring rows, by a corner too, since a valley may be narrower than a cell.
func (a *atlas) join(open func(a, b string) bool) {
	free := make([]bool, len(a.countries)*len(a.countries))
	for i, x := range a.countries {
		for j, y := range a.countries {
			free[i*len(a.countries)+j] = open(x, y)
		}
	}
	for i := range a.reaches {
		a.reaches[i].realm = Realm(i)
	}
	meet := func(i, j int32) {
		if free[int(a.reaches[i].country)*len(a.countries)+int(a.reaches[j].country)] {
			a.meet(i, j)
		}
	}
	end := func(i, row int32) int32 { // of a reach that is in the row that ends before reach row
		if i+1 < row {
			return a.reaches[i+1].from
		}
		return int32(a.width)
	}
	for y := range a.height {
		for i := a.first[y]; i+1 < a.first[y+1]; i++ {
			meet(i, i+1)
		}
		if y == 0 {
			continue
		}
		i, j := a.first[y-1], a.first[y]
		for i < a.first[y] && j < a.first[y+1] {
			iEnd, jEnd := end(i, a.first[y]), end(j, a.first[y+1])
			if a.reaches[i].from <= jEnd && a.reaches[j].from <= iEnd {
				meet(i, j)
			}
			switch { // those that end in one cell touch the next of both by a corner
			case iEnd < jEnd:
				i++
			case jEnd < iEnd:
				j++
			default:
				if j+1 < a.first[y+1] {
					meet(i, j+1)
				}
				i++
			}
		}
	}
	for i := range a.reaches {
		a.reaches[i].realm = Realm(a.root(int32(i)))
	}
	for i := range a.reaches {
		if a.reaches[i].country == 0 {
			a.reaches[i].realm = None
		}
	}
}

// meet makes two reaches one realm.
//
//go:noinline
func (a *atlas) meet(i, j int32) {
	x, y := a.root(i), a.root(j)
	a.reaches[max(x, y)].realm = Realm(min(x, y))
}

// root is the reach that stands for the realm of reach i, as far as is known.
//
//go:noinline
func (a *atlas) root(i int32) int32 {
	for a.reaches[i].realm != Realm(i) {
		next := int32(a.reaches[i].realm)
		a.reaches[i].realm = a.reaches[next].realm
		i = next
	}
	return i
}

// at is the reach of a cell.
func (a *atlas) at(x, y int) *reach {
	row := a.reaches[a.first[y]:a.first[y+1]]
	i := sort.Search(len(row), func(i int) bool { return int(row[i].from) > x })
	return &row[i-1]
}

// CountryAt is the country of a point on land, and its realm, to some ten kilometres; empty and None where it is none of the
// tables'. Small neighbours in the customs territory of one of them count as part of it.
func (n *Network) CountryAt(p LonLat) (string, Realm) {
	cell := n.atlas.cell(p)
	if cell < 0 {
		return "", None
	}
	r := n.atlas.at(cell%n.atlas.width, cell/n.atlas.width)
	return n.atlas.countries[r.country], r.realm
}

// RealmOf is the realm that a place stands in.
func (n *Network) RealmOf(p PlaceID) Realm { return n.realms[p] }

// realmOf is the realm of a place: that of the nearest cell of its country, since a border may run through its own.
func (n *Network) realmOf(p *Place) Realm {
	const around = 3 // cells
	a := n.atlas
	at := a.cell(p.At)
	if at < 0 {
		return None
	}
	best, far := Realm(None), 2*around*around+1
	for dy := -around; dy <= around; dy++ {
		for dx := -around; dx <= around; dx++ {
			x, y := at%a.width+dx, at/a.width+dy
			if x < 0 || y < 0 || x >= a.width || y >= a.height || dx*dx+dy*dy >= far {
				continue
			}
			if r := a.at(x, y); a.countries[r.country] == p.Country {
				best, far = r.realm, dx*dx+dy*dy
			}
		}
	}
	return best
}
