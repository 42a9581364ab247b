package solver

import (
	"strconv"
	"strings"
	"unicode"
)

// ParsePoint reads a point as people write it: "43.25, 76.95", "43.25 76.95", "N43.25 E76.95", "43°15'N 76°57'E" and the
// like. Without letters latitude comes first. Whether there is such a point on Earth it does not ask.
func ParsePoint(text string) (LonLat, bool) {
	var p pointReader
	for text = strings.TrimSpace(strings.ToUpper(text)); text != ""; {
		r := []rune(text)[0]
		rest := text[len(string(r)):]
		switch {
		case unicode.IsSpace(r):
			p.gap = true
		case r == ',':
			if len(p.read) != 1 || p.comma {
				return LonLat{}, false
			}
			p.gap, p.comma = true, true
		case r == 'N' || r == 'S' || r == 'E' || r == 'W':
			if !p.letter(r) {
				return LonLat{}, false
			}
		default:
			n := 0
			for n < len(text) && strings.IndexByte("+-.0123456789", text[n]) >= 0 {
				n++
			}
			number, err := strconv.ParseFloat(text[:n], 64)
			rest = strings.TrimLeft(text[n:], " ")
			unit := []rune(rest + " ")[0]
			if !strings.ContainsRune(units, unit) {
				unit, rest = ' ', text[n:]
			} else {
				rest = rest[len(string(unit)):]
			}
			if err != nil || !p.number(number, strings.HasPrefix(text, "-"), unit) {
				return LonLat{}, false
			}
		}
		text = rest
	}
	return p.point()
}

// units stand after degrees, minutes and seconds.
const units = "°º'′’\"″”"

// pointReader holds what has been read of a point.
type pointReader struct {
	read       []angle
	next       rune // a letter that stands before its number
	gap, comma bool // since the last number; ever
}

type angle struct {
	degrees float64
	south   bool // or west: written with a minus
	side    rune
	parts   int // degrees alone, with minutes, with seconds; 0 where no degree sign was written
}

func (p *pointReader) letter(side rune) bool {
	if n := len(p.read); n > 0 && p.read[n-1].side == 0 && p.next == 0 {
		p.read[n-1].side, p.gap = side, true
		return true
	}
	if p.next != 0 {
		return false
	}
	p.next, p.gap = side, true
	return true
}

func (p *pointReader) number(n float64, minus bool, unit rune) bool {
	if unit == ' ' || unit == '°' || unit == 'º' {
		if len(p.read) > 0 && !p.gap || len(p.read) == 2 {
			return false
		}
		a := angle{degrees: n, south: minus, side: p.next}
		if unit != ' ' {
			a.parts = 1
		}
		p.read, p.next = append(p.read, a), 0
		p.gap = unit != ' '
		return true
	}
	part := 2.0
	if unit == '"' || unit == '″' || unit == '”' {
		part = 3
	}
	if len(p.read) == 0 || minus || n >= 60 {
		return false
	}
	a := &p.read[len(p.read)-1]
	if a.parts == 0 || float64(a.parts) >= part {
		return false
	}
	n /= 60
	if part == 3 {
		n /= 60
	}
	if a.south {
		n = -n
	}
	a.degrees, a.parts = a.degrees+n, int(part)
	return true
}

func (p *pointReader) point() (LonLat, bool) {
	if len(p.read) != 2 || p.next != 0 {
		return LonLat{}, false
	}
	lat, lon := p.read[0], p.read[1]
	if lat.side == 0 && lon.side == 0 {
		return LonLat{Lon: lon.degrees, Lat: lat.degrees}, true
	}
	if lat.side == 'E' || lat.side == 'W' {
		lat, lon = lon, lat
	}
	if lat.side != 'N' && lat.side != 'S' || lon.side != 'E' && lon.side != 'W' || lat.south || lon.south {
		return LonLat{}, false
	}
	if lat.side == 'S' {
		lat.degrees = -lat.degrees
	}
	if lon.side == 'W' {
		lon.degrees = -lon.degrees
	}
	return LonLat{Lon: lon.degrees, Lat: lat.degrees}, true
}
