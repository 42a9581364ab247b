package network

import (
	"math/rand/v2"
	"testing"
)

// Two dry cells are of one mass if and only if a flood from one wets the other.
func TestMasses(t *testing.T) {
	split := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		w, h := 1+r.IntN(12), 1+r.IntN(12)
		dry := make([]bool, w*h)
		for c := range dry {
			dry[c] = r.IntN(5) > 1
		}
		var m masses
		for y := range h {
			m.row()
			for x := 0; x < w; x++ {
				from := x
				for x < w && dry[y*w+x] {
					x++
				}
				if x > from {
					m.add(int32(from), int32(x))
				}
			}
		}
		m.join()
		for c := range dry {
			if !dry[c] {
				continue
			}
			wet, todo := map[int]bool{c: true}, []int{c}
			for len(todo) > 0 {
				at := todo[0]
				todo = todo[1:]
				for _, o := range []struct{ x, y int }{{at%w - 1, at / w}, {at%w + 1, at / w}, {at % w, at/w - 1}, {at % w, at/w + 1}} {
					if o.x >= 0 && o.y >= 0 && o.x < w && o.y < h && dry[o.y*w+o.x] && !wet[o.y*w+o.x] {
						wet[o.y*w+o.x] = true
						todo = append(todo, o.y*w+o.x)
					}
				}
			}
			for o := range dry {
				if !dry[o] {
					continue
				}
				if one := m.at(c%w, c/w) == m.at(o%w, o/w); one != wet[o] {
					t.Fatalf("seed %d: cells %d and %d: one mass %v, joined %v", seed, c, o, one, wet[o])
				}
				if !wet[o] {
					split++
				}
			}
		}
	}
	if split == 0 {
		t.Fatal("every world was one mass")
	}
}

// Nothing is nearer than it lies north or south.
func TestNorthSouth(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 100_000 {
		a := LonLat{360*r.Float64() - 180, 180*r.Float64() - 90}
		b := LonLat{360*r.Float64() - 180, 180*r.Float64() - 90}
		if r.IntN(2) == 0 {
			b.Lon = a.Lon
		}
		if NorthSouth(a, b) > GreatCircle(a, b) {
			t.Fatalf("%v to %v: %d m north or south, %d m in all", a, b, NorthSouth(a, b), GreatCircle(a, b))
		}
	}
}
