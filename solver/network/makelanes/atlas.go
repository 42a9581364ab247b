package main

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"math/bits"
	"strings"
)

// atlasWindow is where the country of a point is told, in cells of a sixth of a degree; package network knows it from the
// head of atlas.bin.
var atlasWindow = window{west: -25, south: -40, perDegree: 6, width: 205 * 6, height: 120 * 6}

// threeLetters are the codes of Natural Earth for the countries of countries.csv; those of lands in the customs territory of
// one of them and too small for a row stand behind it.
const threeLetters = `AE:ARE AT:AUT AZ:AZE BE:BEL BG:BGR BH:BHR BY:BLR CH:CHE,LIE CN:CHN CZ:CZE DE:DEU DJ:DJI DK:DNK EE:EST EG:EGY
ES:ESP,AND FI:FIN,ALA FR:FRA,MCO GB:GBR,GGY,IMN,JEY GE:GEO GR:GRC HK:HKG HR:HRV HU:HUN ID:IDN IL:ISR IN:IND IQ:IRQ IR:IRN IT:ITA,SMR,VAT
JO:JOR JP:JPN KG:KGZ KR:KOR KW:KWT KZ:KAZ LA:LAO LK:LKA LT:LTU LU:LUX LV:LVA MA:MAR MK:MKD MN:MNG MY:MYS NL:NLD OM:OMN PK:PAK PL:POL
PT:PRT QA:QAT RO:ROU RS:SRB RU:RUS SA:SAU SE:SWE SG:SGP SI:SVN SK:SVK TH:THA TJ:TJK TM:TKM TR:TUR TW:TWN UA:UKR UZ:UZB VN:VNM`

// atlas tells for every cell which country its centre is in: an index of countries, from 1; 0 for any other.
type atlas struct {
	window
	countries []string // two letters each, in the order of countries.csv
	of        []uint8
}

// readAtlas draws the countries of a TopoJSON file that countries.csv has. Water takes the country of the nearest shore,
// cell by cell, so that what the coastline leaves out, a quay or a causeway, has a country too, and borders end in few runs.
func readAtlas(raw, table []byte) (*atlas, error) {
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("countries.csv: %w", err)
	}
	s := &atlas{window: atlasWindow, of: make([]uint8, atlasWindow.width*atlasWindow.height)}
	words := map[string]string{}
	for _, word := range strings.Fields(threeLetters) {
		id, codes, _ := strings.Cut(word, ":")
		words[id] = codes
	}
	ours := map[string]uint8{}
	for _, row := range rows[1:] {
		s.countries = append(s.countries, row[0])
		if words[row[0]] == "" {
			return nil, fmt.Errorf("countries.csv: %s has no code of three letters in makelanes/atlas.go", row[0])
		}
		for _, code := range strings.Split(words[row[0]], ",") {
			ours[code] = uint8(len(s.countries))
		}
	}
	dry := make([]bool, len(s.of))
	shapes, err := readTopology(raw, "countries")
	if err != nil {
		return nil, err
	}
	for _, shape := range shapes {
		m := newMask(s.window)
		m.fillLand(shape.rings)
		for i, in := range m.land {
			if in {
				dry[i], s.of[i] = true, ours[shape.id]
			}
		}
	}
	s.fillWater(dry)
	return s, nil
}

// fillWater gives water the country of the nearest shore, one ring of cells after the other.
func (s *atlas) fillWater(dry []bool) {
	var edge []int
	for i := range dry {
		if dry[i] {
			edge = append(edge, i)
		}
	}
	for len(edge) > 0 {
		var next []int
		for _, i := range edge {
			for _, step := range [4]int{-1, 1, -s.width, s.width} {
				o := i + step
				if o < 0 || o >= len(dry) || step*step == 1 && o/s.width != i/s.width || dry[o] {
					continue
				}
				dry[o], s.of[o] = true, s.of[i]
				next = append(next, o)
			}
		}
		edge = next
	}
}

// stretch is the cells of a row from one on, of one country.
type stretch struct {
	from    int
	country uint8
}

func (s *atlas) row(y int) []stretch {
	var out []stretch
	for x, of := range s.of[y*s.width : (y+1)*s.width] {
		if x == 0 || of != out[len(out)-1].country {
			out = append(out, stretch{x, of})
		}
	}
	return out
}

// What a row says of each stretch of the row to its south, in order, as package network reads it: how far it moved, twice that
// where east, else twice less one; or one of these.
const (
	mostMove = 120
	gone     = 250 // it is not in this row
	fresh    = 251 // first comes one that was not in the row before: cells from the one before it, and its country
	rowEnd   = 252
)

// pack writes the window, the countries, and each row by what it changes of the row to its south; borders are long and mostly
// move by a cell or two, so that this is half of what runs take.
func (s *atlas) pack() []byte {
	var out []byte
	for _, v := range []int{int(s.west), int(s.south), s.perDegree, s.width, s.height, len(s.countries)} {
		out = binary.AppendVarint(out, int64(v))
	}
	out = append(out, strings.Join(s.countries, "")...)
	var below []stretch
	for y := range s.height {
		row := s.row(y)
		out = packRow(out, below, row)
		below = row
	}
	return out
}

// packRow writes a row by the cheapest way to make it of the row below.
func packRow(out []byte, below, row []stretch) []byte {
	const drop, add = 8, 24 // about as many bits
	keep := func(i, j int) (int, bool) {
		move := row[j].from - below[i].from
		if below[i].country != row[j].country || move > mostMove || -move > mostMove {
			return 0, false
		}
		return bits.Len(uint(move*move)) + 1, true
	}
	cost := make([][]int, len(below)+1)
	for i := len(below); i >= 0; i-- {
		cost[i] = make([]int, len(row)+1)
		for j := len(row); j >= 0; j-- {
			best := 1 << 30
			if i == len(below) && j == len(row) {
				best = 0
			}
			if i < len(below) {
				best = min(best, cost[i+1][j]+drop)
			}
			if j < len(row) {
				best = min(best, cost[i][j+1]+add)
			}
			if i < len(below) && j < len(row) {
				if c, ok := keep(i, j); ok {
					best = min(best, cost[i+1][j+1]+c)
				}
			}
			cost[i][j] = best
		}
	}
	last := 0
	for i, j := 0, 0; i < len(below) || j < len(row); {
		if i < len(below) && j < len(row) {
			if c, ok := keep(i, j); ok && cost[i][j] == cost[i+1][j+1]+c {
				move := 2 * (row[j].from - below[i].from)
				if move < 0 {
					move = -move - 1
				}
				out, last = append(out, byte(move)), row[j].from
				i, j = i+1, j+1
				continue
			}
		}
		if i < len(below) && cost[i][j] == cost[i+1][j]+drop {
			out, i = append(out, gone), i+1
			continue
		}
		out = append(binary.AppendUvarint(append(out, fresh), uint64(row[j].from-last)), row[j].country)
		last, j = row[j].from, j+1
	}
	return append(out, rowEnd)
}
