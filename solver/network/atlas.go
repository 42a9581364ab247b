package network

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// atlas tells which country a point is in, in cells of an eighth of a degree: tables/atlas.bin, which makelanes makes from the
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
}

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

// CountryAt is the country of a point on land, to some ten kilometres; empty where it is none of the tables'. Small neighbours in
// the customs territory of one of them count as part of it.
func (n *Network) CountryAt(p LonLat) string {
	s := n.atlas
	at := s.cell(p)
	if at < 0 {
		return ""
	}
	x, y := int32(at%s.width), at/s.width
	row := s.reaches[s.first[y]:s.first[y+1]]
	i := sort.Search(len(row), func(i int) bool { return row[i].from > x })
	return s.countries[row[i-1].country]
}
