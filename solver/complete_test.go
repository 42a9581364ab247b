package solver

import (
	"math/rand/v2"
	"testing"
)

// TestFrontCompletes searches the front of random questions under closures and vias to its end with a tenth of the
// budget, so that the budget itself is never met.
func TestFrontCompletes(t *testing.T) {
	net := load(t)
	s := New(net)
	asked, largest := 0, 0
	for seed := range share(uint64(1500)) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/30, 31)), net)
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 32)), net)
		if s.enter(sc, q) != nil {
			continue
		}
		from, to, err := s.ends(q)
		if err != nil {
			continue
		}
		s.ask(from, to)
		front, complete := s.searcher.Front(frontBudget / 10)
		if !complete {
			t.Errorf("seed %d: the front took more than a tenth of the budget", seed)
		}
		asked++
		largest = max(largest, len(front))
	}
	t.Logf("%d fronts, at most %d ways", asked, largest)
	if asked < share(1200) || largest < 100 {
		t.Errorf("only %d fronts were searched, the largest of %d ways", asked, largest)
	}
}

// FuzzQuery asks anything at all and checks what every answer must keep to.
func FuzzQuery(f *testing.F) {
	net := load(f)
	for seed := range uint64(10) {
		f.Add(seed, "sia", 51.4, 6.8, "hormuz", "", 10, false)
	}
	f.Add(uint64(1), "", 400.0, -1e300, "RU", "KZ", -1, true)
	f.Add(uint64(2), "Алматы", 0.0, 0.0, "nowhere", "khorgos", 41, false)
	s := New(net)
	f.Fuzz(func(t *testing.T, seed uint64, place string, lat, lon float64, avoid, via string, max int, light bool) {
		rng := rand.New(rand.NewPCG(seed, 41))
		sc, q := randomQuestion(rng, net)
		if avoid != "" {
			sc.Avoid = append(sc.Avoid, avoid)
		}
		if via != "" {
			q.Via = append(q.Via, via)
		}
		end := &q.From
		if seed%2 == 1 {
			end = &q.To
		}
		*end = End{Place: place, At: LonLat{Lon: lon, Lat: lat}}
		q.Max, q.Light = max, light
		a, err := s.Rank(sc, q)
		if err != nil {
			if _, ok := err.(*InputError); !ok {
				t.Fatalf("%v is no InputError", err)
			}
			return
		}
		if !a.Complete {
			t.Fatal("the front was given up")
		}
		if len(a.Routes) == 0 {
			if a.FrontSize > 0 {
				t.Fatalf("%d ways on the front, and no route", a.FrontSize)
			}
			return
		}
		if q.Order == "" {
			certifyLabels(t, seed, a)
		}
		for i := range a.Routes {
			if !light {
				certifyRoute(t, seed, net, sc, q, a, &a.Routes[i])
			}
		}
	})
}
