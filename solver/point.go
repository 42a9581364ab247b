package solver

import (
	"strconv"
	"strings"
	"unicode"
)

// ParsePoint reads a point as people write it: "43.25, 76.95", "43.25 76.95", "N43.25 E76.95", "43°15'N 76°57'E" and the
// like, with the digits and commas of Arabic and Chinese, in brackets, parted by a semicolon, or with decimal commas, as "43,25 76,95".
// Without letters latitude comes first. Whether there is such a point on Earth it does not ask.
func ParsePoint(text string) (LonLat, bool) {
	var p pointReader
	for text = plainPoint(strings.TrimSpace(strings.ToUpper(text))); text != ""; {
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

// plainSigns are the digits and signs of other scripts as ours.
var plainSigns = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9",
	"۰", "0", "۱", "1", "۲", "2", "۳", "3", "۴", "4", "۵", "5", "۶", "6", "۷", "7", "۸", "8", "۹", "9",
	"٫", ".", "،", ",", "，", ",", "、", ",", "；", ";", "؛", ";", "−", "-")

// plainPoint is the text of a point without what is written round it, and with decimal points.
func plainPoint(text string) string {
	text = plainSigns.Replace(text)
	if n := len(text); n > 1 && (text[0] == '(' && text[n-1] == ')' || text[0] == '[' && text[n-1] == ']') {
		text = strings.TrimSpace(text[1 : n-1])
	}
	parts, by := strings.Split(text, ";"), ","
	if len(parts) == 1 {
		parts, by = strings.FieldsFunc(text, unicode.IsSpace), " "
	}
	if len(parts) != 2 {
		return text
	}
	if by == " " {
		parts[0] = strings.TrimSuffix(parts[0], ",")
	}
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		whole, broken, comma := strings.Cut(parts[i], ",")
		switch decimal := digits(strings.TrimLeft(whole, "+-")) && digits(broken); {
		case decimal:
			parts[i] = whole + "." + broken
		case by == " " || comma: // of two numbers between spaces both have a comma, or they are parted by one
			return text
		}
	}
	return strings.Join(parts, by)
}

// digits tells whether a text is nothing else, and some.
func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
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
