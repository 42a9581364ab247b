package solver

import (
	"math/rand/v2"
	"slices"
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
				a, err := ranker.Rank(sc, Query{From: from, To: End{Place: to.ID}, Light: true, Max: 1})
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

// Where no train takes the cargo, what a lorry does is not told as rail.
func TestReachByRoad(t *testing.T) {
	reached, err := New(load(t)).Reach(Scenario{Cargo: Cargo{Kind: Oversize}}, End{Place: "sia"})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reached {
		if r.Place == "cgo" && r.Won != WonByRoad {
			t.Errorf("oversize goods go to Zhengzhou by %q, want %q", r.Won, WonByRoad)
		}
		if r.Won == WonByRail {
			t.Errorf("oversize goods go to %s by rail", r.Place)
		}
	}
}

// The rivals of a place are what Rank finds for each of them by itself, and one of them is the winner where it is of their kind.
func TestReachRivals(t *testing.T) {
	net := load(t)
	rng := rand.New(rand.NewPCG(11, 5))
	held, back := 0, 0
	for _, sc := range []Scenario{{}, {CargoValue: 400_000}, {Avoid: []string{"suez"}, CargoValue: 5_000}} {
		s, ranker, aroundKZ := New(net), New(net), New(net) // one of each for a scenario, which then is entered once
		from := End{Place: []string{"sia", "sha", "rtm"}[rng.IntN(3)]}
		reached, err := s.Reach(sc, from)
		if err != nil {
			t.Fatal(err)
		}
		sought := slices.Clone(reached)
		if err := New(net).SeekRivals(sc, from, sought, func(*Reached) bool { return true }); err != nil {
			t.Fatal(err)
		}
		for i, r := range reached {
			if r.Won == WonByKazakhstan && r.Rivals.Kazakhstan != r.General {
				t.Errorf("%s – %s: won through Kazakhstan for %d, but its best way is %d", from.Place, r.Place, r.General, r.Rivals.Kazakhstan)
			}
			if r.Won == WonBySea && r.Rivals.Sea != r.General {
				t.Errorf("%s – %s: won by sea for %d, but its best way is %d", from.Place, r.Place, r.General, r.Rivals.Sea)
			}
			if rng.IntN(4) > 0 {
				continue
			}
			a, err := ranker.Rank(sc, Query{From: from, To: End{Place: r.Place}, ThroughKazakhstan: true, Light: true, Max: 1})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Routes) > 0 && a.Routes[0].General < r.Rivals.Kazakhstan || len(a.Routes) == 0 != (r.Rivals.Kazakhstan < 0) {
				t.Errorf("%s – %s: Rank's best through Kazakhstan is %d, Reach's %d", from.Place, r.Place, a.Routes[0].General, r.Rivals.Kazakhstan)
			}
			if len(a.Routes) > 0 && r.Rivals.Kazakhstan != r.General && a.Routes[0].General != sought[i].Rivals.Kazakhstan {
				t.Errorf("%s – %s: Rank's best through Kazakhstan is %d, that of Reach when sought %d", from.Place, r.Place, a.Routes[0].General, sought[i].Rivals.Kazakhstan)
			}
			if sought[i].Rivals.Kazakhstan > r.Rivals.Kazakhstan {
				back++
			}
			around := sc
			around.Avoid = append([]string{"KZ"}, sc.Avoid...)
			a, err = aroundKZ.Rank(around, Query{From: from, To: End{Place: r.Place}, Light: true})
			if err != nil {
				t.Fatal(err)
			}
			for i := range a.Routes {
				for _, l := range a.Routes[i].Legs {
					if l.Kind != network.Sea {
						continue
					}
					held++
					if r.Rivals.Sea < 0 || r.Rivals.Sea > a.Routes[i].General || i == 0 && r.Rivals.Sea != a.Routes[i].General {
						t.Errorf("%s – %s: by sea for %d, Rank lists %d at %d", from.Place, r.Place, r.Rivals.Sea, a.Routes[i].General, i+1)
					}
					break
				}
			}
		}
	}
	if held < 50 {
		t.Errorf("only %d ways by sea were held against", held)
	}
	if back < 10 {
		t.Errorf("only %d ways through Kazakhstan would have come back", back)
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
