package network

import (
	_ "embed"
	"encoding/binary"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

//go:embed tables/land.bin
var landTable []byte

func loadLand(t testing.TB) *Network {
	t.Helper()
	l, err := parseLand(landTable)
	if err != nil {
		t.Fatal(err)
	}
	return &Network{land: l}
}

func TestOnLand(t *testing.T) {
	n := loadLand(t)
	for _, c := range []struct {
		name string
		at   LonLat
		land bool
	}{
		{"Astana", LonLat{71.45, 51.17}, true},
		{"Moscow", LonLat{37.6, 55.75}, true},
		{"Chukotka", LonLat{178, 67}, true},
		{"middle of the Caspian", LonLat{51, 41}, false},
		{"Baikal", LonLat{108, 53.4}, false},
		{"Balkhash", LonLat{76.5, 46.65}, false},
		{"Gulf", LonLat{52, 27}, false},
		{"Indian Ocean", LonLat{75, -10}, false},
		{"south of Africa", LonLat{60, -33.35}, false},
		{"America, outside the window", LonLat{-100, 40}, false},
	} {
		if got := n.OnLand(c.at); got != c.land {
			t.Errorf("%s: on land %v", c.name, got)
		}
	}
}

func TestLorriesNeverCrossWater(t *testing.T) {
	n := loadLand(t)
	at := map[string]LonLat{
		"Almaty": {76.95, 43.25}, "Khorgos": {80.24, 44.2}, "Karaganda": {73.1, 49.8}, "Taldykorgan": {78.37, 45.02}, "Ayagoz": {80.43, 47.97},
		"Baku": {49.87, 40.4}, "Alat": {49.44, 39.98}, "Aktau": {51.16, 43.65}, "Kuryk": {51.68, 43.18}, "Turkmenbashi": {52.99, 40.0},
		"Reggio": {15.65, 38.11}, "Messina": {15.55, 38.19}, "Naples": {14.25, 40.85},
		"Copenhagen": {12.5, 55.68}, "Malmo": {13.0, 55.6}, "Hamburg": {10, 53.55},
		"Dover": {1.3, 51.13}, "Calais": {1.85, 50.95}, "London": {-0.1, 51.5}, "Paris": {2.35, 48.85},
		"Algeciras": {-5.45, 36.14}, "Tanger Med": {-5.79, 35.74}, "Istanbul": {28.95, 41.02}, "Izmit": {29.9, 40.77},
		"Bahrain": {50.55, 26.2}, "Dammam": {50.1, 26.42}, "Bandar Abbas": {56.29, 27.18}, "Jebel Ali": {55.03, 24.99}, "Sohar": {56.71, 24.35},
		"Helsinki": {24.94, 60.17}, "Tallinn": {24.75, 59.44}, "Haikou": {110.3, 20.03}, "Zhanjiang": {110.4, 21.2},
		"Jeddah": {39.2, 21.5}, "Port Sudan": {37.2, 19.6}, "Busan": {129.05, 35.13}, "Fukuoka": {130.4, 33.6},
		"Singapore": {103.85, 1.3}, "Johor": {103.75, 1.55}, "Djibouti": {43.15, 11.57}, "Aden": {45.03, 12.8}, "Jakarta": {106.83, -6.2}, "Palembang": {104.75, -2.98},
	}
	for _, c := range []struct {
		from, to string
		drive    bool
	}{
		{"Almaty", "Khorgos", true}, {"Karaganda", "Taldykorgan", true}, {"Aktau", "Kuryk", true}, {"Baku", "Alat", true},
		{"Baku", "Aktau", false}, {"Turkmenbashi", "Alat", false}, {"Aktau", "Turkmenbashi", true},
		{"Reggio", "Naples", true}, {"Reggio", "Messina", false}, {"Naples", "Messina", false},
		{"Copenhagen", "Malmo", true}, {"Copenhagen", "Hamburg", true}, {"Dover", "London", true}, {"Calais", "Paris", true},
		{"Dover", "Calais", false}, {"London", "Paris", false}, {"Algeciras", "Tanger Med", false}, {"Istanbul", "Izmit", true},
		{"Bahrain", "Dammam", true}, {"Bandar Abbas", "Jebel Ali", false}, {"Jebel Ali", "Sohar", true}, {"Helsinki", "Tallinn", false},
		{"Haikou", "Zhanjiang", false}, {"Jeddah", "Port Sudan", false}, {"Busan", "Fukuoka", false}, {"Singapore", "Johor", true},
		{"Djibouti", "Aden", false}, {"Jakarta", "Palembang", false},
	} {
		for _, way := range [2][2]string{{c.from, c.to}, {c.to, c.from}} {
			if got := n.Driveable(at[way[0]], at[way[1]]); got != c.drive {
				t.Errorf("%s-%s: driveable %v", way[0], way[1], got)
			}
		}
	}
}

func TestDrivingAllocatesNothing(t *testing.T) {
	n := loadLand(t)
	a, b := LonLat{51.16, 43.65}, LonLat{49.87, 40.4}
	n.Driveable(a, b)
	if got := testing.AllocsPerRun(20, func() { n.Driveable(a, b) }); got > 0 {
		t.Errorf("%v allocations", got)
	}
}

// What a way is looked for with takes as long to make as many of them to find.
func TestDrivingAllocatesNothingAfterACollection(t *testing.T) {
	n := loadLand(t)
	a, b := LonLat{51.16, 43.65}, LonLat{49.87, 40.4}
	n.Driveable(a, b)
	runtime.GC()
	runtime.GC() // to lose it, a sync.Pool needs two
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	n.Driveable(a, b)
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 1<<20 {
		t.Errorf("%d bytes", got)
	}
}

// A way is looked for in a part of the land only; it is the one that would be found in the whole of it.
func TestDrivesKeepWithin(t *testing.T) {
	l := loadLand(t).land
	whole := box{0, 0, l.width, l.height}
	d := driver{land: l}
	r := rand.New(rand.NewPCG(4, 4))
	found, over := 0, 0
	for found+over < 400 {
		from := l.shore(LonLat{160*r.Float64() - 15, 85*r.Float64() - 10})
		if from < 0 {
			continue
		}
		at := l.centre(from)
		to := l.shore(LonLat{at.Lon + 16*r.Float64() - 8, at.Lat + 16*r.Float64() - 8})
		if to < 0 || l.straight(from, to) {
			continue
		}
		limit := int64(float64(longestDrive(at, l.centre(to))) * r.Float64())
		got, want := d.reach(from, to, limit, l.within(from, to, limit)), d.reach(from, to, limit, whole)
		if got != want {
			t.Fatalf("%v to %v within %d m: %d m, in the whole %d m", at, l.centre(to), limit, got, want)
		}
		if got == tooFar {
			over++
		} else {
			found++
		}
	}
	if min(found, over) < 40 {
		t.Errorf("%d found, %d too far", found, over)
	}
}

func TestBrokenLand(t *testing.T) {
	for _, raw := range [][]byte{nil, {1}, landTable[:len(landTable)/2], append(append([]byte(nil), landTable...), 0)} {
		if _, err := parseLand(raw); err == nil || !strings.HasPrefix(err.Error(), "land.bin: ") {
			t.Errorf("%d bytes: error is %v", len(raw), err)
		}
	}
	for south, sound := range map[int64]bool{-91: false, -90: true, 88: true, 89: false} { // two rows of whole degrees, all water
		var raw []byte
		for _, v := range []int64{0, south, 1, 1, 2} {
			raw = binary.AppendVarint(raw, v)
		}
		if _, err := parseLand(append(raw, 1, 1)); (err == nil) != sound {
			t.Errorf("from %d degrees north: error is %v", south, err)
		}
	}
}

func BenchmarkDriveableRoundWater(b *testing.B) {
	n := loadLand(b)
	for b.Loop() {
		n.Driveable(LonLat{51.16, 43.65}, LonLat{49.87, 40.4})
	}
}
