package solver

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDominationSaysByHowMuch puts amounts into words.
func TestDominationSaysByHowMuch(t *testing.T) {
	for want, d := range map[string]Domination{
		"": {},
		"dominated by #2: dearer by USD 210 and slower by 1.3 d":                          {2, 21_000, 112_000, 300},
		"dominated by #1: dearer by USD 1,210, slower by 0.1 d and dirtier by 12 kg CO2e": {1, 121_000, 5_000, 12_000},
		"dominated by #3: by a hair":                                                      {3, 1, 0, 0},
	} {
		if got := d.String(); got != want {
			t.Errorf("%+v: %q, wanted %q", d, got, want)
		}
	}
}

// TestBalanceIsExact compares fractions that a float could not tell apart.
func TestBalanceIsExact(t *testing.T) {
	b := balance{[3]int64{1 << 53, 10, 0}}
	if b.compare([3]int64{1<<53 + 1, 10, 0}, [3]int64{1 << 53, 10, 0}) <= 0 || b.compare([3]int64{1 << 53, 11, 0}, [3]int64{1 << 53, 10, 1}) >= 0 {
		t.Error("a regret is weighed wrongly")
	}
	if b.compare([3]int64{1 << 54, 10, 5}, [3]int64{1 << 53, 10, 1}) != 0 {
		t.Error("what is infinitely worse is not the same as what is")
	}
}

// TestTheBestOfEachKindIsListed closes Russia, insists on Kazakhstan, and sees that the label had told the best.
func TestTheBestOfEachKindIsListed(t *testing.T) {
	net := load(t)
	s := New(net)
	seen := map[string]int{}
	for seed := range uint64(150) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 47)), net)
		q.Via, q.ThroughKazakhstan, q.Light = nil, false, true
		a, err := s.Rank(sc, q)
		if err != nil || len(a.Routes) == 0 {
			continue
		}
		q.Max = 1
		shut, through := sc, q
		shut.Avoid = append(slices.Clone(sc.Avoid), "RU")
		through.ThroughKazakhstan = true
		for label, ask := range map[string]func() (*Answer, error){
			BestOverall:           func() (*Answer, error) { return s.Rank(sc, q) },
			BestWithoutRussia:     func() (*Answer, error) { return s.Rank(shut, q) },
			BestThroughKazakhstan: func() (*Answer, error) { return s.Rank(sc, through) },
		} {
			b, err := ask()
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(a.Routes, func(r Route) bool { return slices.Contains(r.Labels, label) })
			switch {
			case i >= 0 && (len(b.Routes) == 0 || b.Routes[0].General != a.Routes[i].General && !excursion(&b.Routes[0])):
				t.Errorf("seed %d: route %d, %v of %d, is not the %s of %+v", seed, i+1, a.Routes[i].Countries, a.Routes[i].General, label, q)
			case i >= 0:
				seen[label]++
			case label != BestThroughKazakhstan && len(b.Routes) > 0:
				t.Errorf("seed %d: the %s of %+v is not listed", seed, label, q)
			}
		}
	}
	for _, label := range []string{BestOverall, BestWithoutRussia, BestThroughKazakhstan} {
		if seen[label] < 20 {
			t.Errorf("the %s was looked at %d times", label, seen[label])
		}
	}
}

// excursion tells whether a route by rail comes back to a place that it has left.
func excursion(r *Route) bool {
	var been []string
	for _, l := range r.Legs {
		for _, p := range append(slices.Clone(l.Through), l.To) {
			if n := len(been); n > 0 && been[n-1] == p {
				continue
			}
			if slices.Contains(been, p) {
				return true
			}
			been = append(been, p)
		}
	}
	return false
}
