package network

import (
	"math/rand/v2"
	"testing"
)

// Drives says what Driveable says, whatever it was asked before: pins are dragged in small steps around gulfs and straits,
// past places on the other side.
func TestDrives(t *testing.T) {
	n := load(t)
	d := NewDrives(n)
	yes, no, found := 0, 0, 0
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		waters := []LonLat{{121, 38.5}, {51, 44}, {15, 43}, {55, 25.5}, {23, 38}, {12, 55.5}, {35, 45}, {75, 46.5}}
		at := waters[int(seed)%len(waters)]
		at.Lon, at.Lat = at.Lon+4*r.Float64()-2, at.Lat+4*r.Float64()-2
		var goals []LonLat
		for range 4 {
			goals = append(goals, LonLat{at.Lon + 6*r.Float64() - 3, at.Lat + 6*r.Float64() - 3})
		}
		for range 30 {
			at.Lon, at.Lat = at.Lon+0.2*r.Float64()-0.1, at.Lat+0.2*r.Float64()-0.1
			for _, goal := range goals {
				before := d.next
				got, want := d.Driveable(at, goal), n.Driveable(at, goal)
				if got != want {
					t.Fatalf("seed %d: %v to %v: %v, want %v", seed, at, goal, got, want)
				}
				if _, _, plain := n.land.plainly(at, goal); plain == unclear {
					if before == d.next {
						found++
					}
					if got {
						yes++
					} else {
						no++
					}
				}
			}
		}
	}
	if min(yes, no, found) < 30 {
		t.Errorf("too little was unclear: %d driveable, %d not, %d told from memory", yes, no, found)
	}
}
