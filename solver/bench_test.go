package solver

import (
	"math/rand/v2"
	"testing"
)

// pairs of places where a box can stand, the same for every run.
func benchPairs(b *testing.B, net *Network, n int) (from, to []End) {
	b.Helper()
	rng := rand.New(rand.NewPCG(7, 7))
	for len(from) < n {
		i, j := rng.IntN(len(net.Places)), rng.IntN(len(net.Places))
		_, ok := net.YardOf(placeID(i))
		_, also := net.YardOf(placeID(j))
		if ok && also && i != j {
			from = append(from, End{Place: net.Places[i].ID})
			to = append(to, End{Place: net.Places[j].ID})
		}
	}
	return from, to
}

// BenchmarkRankFresh answers questions of which both ends are new.
func BenchmarkRankFresh(b *testing.B) {
	net := load(b)
	s := New(net)
	from, to := benchPairs(b, net, 200)
	for i := 0; b.Loop(); i++ {
		if _, err := s.Rank(Scenario{}, Query{From: from[i%200], To: to[i%200]}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRankDragged answers questions of which only the origin moves, a kilometre at a time.
func BenchmarkRankDragged(b *testing.B) {
	net := load(b)
	s := New(net)
	for i := 0; b.Loop(); i++ {
		at := LonLat{Lon: 105 + 0.01*float64(i%500), Lat: 34}
		if _, err := s.Rank(Scenario{}, Query{From: End{At: at}, To: End{Place: "dui"}}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFrame answers the frames of drags, of origins and destinations by turns, under closures.
func BenchmarkFrame(b *testing.B) {
	net := load(b)
	s := New(net)
	from, to := benchPairs(b, net, 200)
	var sc Scenario
	var q Query
	for i := 0; b.Loop(); i++ {
		if i%10 == 0 {
			k := i / 10
			if k%20 == 0 {
				sc.Avoid = []string{net.Gateways[k/20%len(net.Gateways)].ID}
			}
			q = Query{From: from[k%200], To: to[k%200]}
		}
		end := &q.From
		if i/10%2 == 1 {
			end = &q.To
		}
		if end.Place != "" {
			id, _ := net.PlaceByID(end.Place)
			*end = End{At: net.Places[id].At}
		}
		end.At.Lon += 0.1
		s.Frame(sc, q) // a pin at sea is an error, and as quick
	}
}
