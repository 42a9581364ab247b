package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
)

// point is a longitude and a latitude in degrees.
type point struct{ lon, lat float64 }

// ring is a closed shore; its last point joins the first. Longitudes run on beyond 180° rather than jump back.
type ring []point

// coastUnits is how finely coast.bin keeps a degree: about a kilometre.
const coastUnits = 100

// The part of the world that coast.bin keeps: a margin around every window.
const coastWest, coastEast, coastSouth = -35, 190, -60

// shape is what one geometry of a TopoJSON file covers.
type shape struct {
	id    string // three letters of a country; empty for land
	rings []ring
}

// readTopology takes the shapes of an object, "land" or "countries", out of a TopoJSON file: all that reach into the window.
func readTopology(raw []byte, object string) ([]shape, error) {
	var topology struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]int
		Objects   map[string]struct {
			Geometries []struct {
				Type       string
				Arcs       json.RawMessage
				Properties struct{ A3 string }
			}
		}
	}
	if err := json.Unmarshal(raw, &topology); err != nil {
		return nil, err
	}
	t := topology.Transform
	line := func(id int) []point {
		back := id < 0
		if back {
			id = ^id
		}
		var x, y int
		out := make([]point, len(topology.Arcs[id]))
		for i, d := range topology.Arcs[id] {
			x, y = x+d[0], y+d[1]
			at := i
			if back {
				at = len(out) - 1 - i
			}
			out[at] = point{float64(float64(x)*t.Scale[0]) + t.Translate[0], float64(float64(y)*t.Scale[1]) + t.Translate[1]}
		}
		return out
	}
	var shapes []shape
	for _, g := range topology.Objects[object].Geometries {
		polygons := make([][][]int, 1)
		var to any = &polygons
		if g.Type == "Polygon" {
			to = &polygons[0]
		}
		if err := json.Unmarshal(g.Arcs, to); err != nil {
			return nil, err
		}
		s := shape{id: g.Properties.A3}
		for _, polygon := range polygons {
			for _, ids := range polygon {
				var r ring
				for _, id := range ids {
					l := line(id)
					if len(r) > 0 {
						l = l[1:]
					}
					r = append(r, l...)
				}
				if r = unwrap(r); inWindow(r) {
					s.rings = append(s.rings, r)
				}
			}
		}
		if len(s.rings) > 0 {
			shapes = append(shapes, s)
		}
	}
	if len(shapes) == 0 {
		return nil, fmt.Errorf("no %s in it", object)
	}
	return shapes, nil
}

// shoresOf is every ring of some shapes.
func shoresOf(shapes []shape) []ring {
	var out []ring
	for _, s := range shapes {
		out = append(out, s.rings...)
	}
	return out
}

// unwrap undoes jumps over the antimeridian and brings the western end of a ring to 180°W or east of it.
func unwrap(r ring) ring {
	for i := 1; i < len(r); i++ {
		for r[i].lon-r[i-1].lon > 180 {
			r[i].lon -= 360
		}
		for r[i].lon-r[i-1].lon < -180 {
			r[i].lon += 360
		}
	}
	west := math.Inf(1)
	for _, p := range r {
		west = min(west, p.lon)
	}
	for ; west < -180; west += 360 {
		for i := range r {
			r[i].lon += 360
		}
	}
	return r
}

func inWindow(r ring) bool {
	west, east, north := math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range r {
		west, east, north = min(west, p.lon), max(east, p.lon), max(north, p.lat)
	}
	return east > coastWest && west < coastEast && north > coastSouth
}

// packShores writes rings as counts and differences, in coastUnits, as varints.
func packShores(rings []ring) []byte {
	out := binary.AppendUvarint(nil, uint64(len(rings)))
	for _, r := range rings {
		out = binary.AppendUvarint(out, uint64(len(r)))
		var x, y int64
		for _, p := range r {
			px, py := int64(math.Round(p.lon*coastUnits)), int64(math.Round(p.lat*coastUnits))
			out = binary.AppendVarint(binary.AppendVarint(out, px-x), py-y)
			x, y = px, py
		}
	}
	return out
}

// unpackShores reads what packShores writes.
func unpackShores(raw []byte) ([]ring, error) {
	bad := false
	count := func() int {
		v, n := binary.Uvarint(raw)
		if n <= 0 || v > 1<<20 {
			bad = true
			return 0
		}
		raw = raw[n:]
		return int(v)
	}
	step := func() int64 {
		v, n := binary.Varint(raw)
		if n <= 0 {
			bad = true
			return 0
		}
		raw = raw[n:]
		return v
	}
	rings := make([]ring, count())
	for i := range rings {
		rings[i] = make(ring, count())
		var x, y int64
		for j := range rings[i] {
			x, y = x+step(), y+step()
			rings[i][j] = point{float64(x) / coastUnits, float64(y) / coastUnits}
		}
	}
	if bad || len(raw) > 0 {
		return nil, fmt.Errorf("cut short or too long")
	}
	return rings, nil
}
