package solver

import (
	"math/rand/v2"
	"testing"

	"zhol/solver/network"
)

// What Reach says of a place is what Rank lists first.
func TestReachAgreesWithRank(t *testing.T) {
	net := load(t)
	rng := rand.New(rand.NewPCG(4, 17))
	for _, sc := range []Scenario{{}, {Avoid: []string{"suez", "RU"}, CargoValue: 300_000}} {
		for range 3 {
			s, ranker := New(net), New(net)
			from := End{Place: net.Places[rng.IntN(len(net.Places))].ID}
			reached, err := s.Reach(sc, from)
			if err != nil {
				t.Fatal(err)
			}
			by := map[string]*Reached{}
			for i := range reached {
				by[reached[i].Place] = &reached[i]
			}
			for range 40 {
				id := network.PlaceID(rng.IntN(len(net.Places)))
				to := net.Places[id]
				if _, ok := net.YardOf(id); !ok || to.ID == from.Place {
					continue
				}
				a, err := ranker.Rank(sc, Query{From: from, To: End{Place: to.ID}, Light: true})
				if err != nil {
					t.Fatal(err)
				}
				r := by[to.ID]
				switch {
				case len(a.Routes) == 0 && r != nil:
					t.Errorf("%s – %s: reached, but no route is listed", from.Place, to.ID)
				case len(a.Routes) > 0 && r == nil:
					t.Errorf("%s – %s: listed, but not reached", from.Place, to.ID)
				case r != nil && r.General != a.Routes[0].General:
					t.Errorf("%s – %s: reached for %d, listed for %d", from.Place, to.ID, r.General, a.Routes[0].General)
				}
			}
		}
	}
}

func TestReachWins(t *testing.T) {
	net := load(t)
	reached, err := New(net).Reach(Scenario{}, End{Place: "sia"})
	if err != nil {
		t.Fatal(err)
	}
	won := map[string]string{}
	for _, r := range reached {
		won[r.Place] = r.Won
	}
	for place, want := range map[string]string{"ala": WonByKazakhstan, "ast": WonByKazakhstan, "lyg": WonByRail} {
		if won[place] != want {
			t.Errorf("%s is won by %q, want %q", place, won[place], want)
		}
	}
	if len(reached) < 200 {
		t.Errorf("%d places are reached", len(reached))
	}
	if _, err := New(net).Reach(Scenario{}, End{Place: "nowhere"}); err == nil {
		t.Error("an unknown place is reached from")
	}
}

func BenchmarkReach(b *testing.B) {
	s := New(load(b))
	for b.Loop() {
		if _, err := s.Reach(Scenario{}, End{Place: "sia"}); err != nil {
			b.Fatal(err)
		}
	}
}
