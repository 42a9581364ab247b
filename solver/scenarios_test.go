package solver

import (
	"strings"
	"testing"

	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

func TestSwitches(t *testing.T) {
	net := load(t)
	all, err := Switches(net)
	if err != nil {
		t.Fatal(err)
	}
	var now []string
	for _, s := range all {
		if s.Now {
			now = append(now, s.ID)
		}
		sc := Scenario{Avoid: s.Avoid}
		s.Set.Turn(&sc, true)
		if !On(&sc, s.Avoid, s.Set) {
			t.Errorf("%s is not on once it is turned on", s.ID)
		}
		a, err := rank(t, sc, Query{From: End{Place: "sia"}, To: End{Place: "dui"}})
		if err != nil {
			t.Errorf("%s: %v", s.ID, err)
			continue
		}
		for _, r := range a.Routes {
			for _, id := range s.Avoid {
				if strings.Contains(" "+strings.Join(append(r.Gateways, r.Countries...), " ")+" ", " "+id+" ") {
					t.Errorf("%s: #%d passes %s", s.ID, r.Rank, id)
				}
			}
		}
	}
	if len(all) < 10 || strings.Join(now, " ") != "hormuz-shut" {
		t.Errorf("%d switches, on by the newest source: %v", len(all), now)
	}
}

func TestSwitchFaults(t *testing.T) {
	net := load(t)
	good := "x,suez,,a,b,c,d,,,published,VK24,2024,why"
	for fault, row := range map[string]string{
		"id":      ",suez,,a,b,c,d,,,published,VK24,2024,why",
		"avoid":   "x,moon,,a,b,c,d,,,published,VK24,2024,why",
		"name":    "x,suez,,a,,c,d,,,published,VK24,2024,why",
		"status":  "x,suez,,a,b,c,d,,,guessed,VK24,2024,why",
		"set":     "x,suez,tracks=9,a,b,c,d,,,published,VK24,2024,why",
		"avoid:":  "x,,,a,b,c,d,,,published,VK24,2024,why",
		"source":  "x,suez,,a,b,c,d,,,published,NO1,2024,why",
		"source:": "x,suez,,a,b,c,d,,,estimated,,2024,why",
		"date":    "x,suez,,a,b,c,d,,,published,VK24,,why",
		"note":    "x,suez,,a,b,c,d,,,published,VK24,2024,",
	} {
		_, err := parseSwitches(net, []byte(switchHeader+"\n"+row+"\n"))
		if err == nil || !strings.Contains(err.Error(), fault) || !strings.Contains(err.Error(), "scenarios.csv:2") {
			t.Errorf("%s: %v", fault, err)
		}
	}
	if _, err := parseSwitches(net, []byte(switchHeader+"\n"+good+"\n"+good+"\n")); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("a row twice: %v", err)
	}
}

// The line from Akhalkalaki to Kars was opened in 2017: nobody took it in 2016.
func TestNetworkOfAYear(t *testing.T) {
	net := load(t)
	q := Query{From: End{Place: "tbs"}, To: End{Place: "kar"}, Via: []string{"kars"}}
	if a, err := rank(t, Scenario{}, q); err != nil || len(a.Routes) == 0 {
		t.Fatalf("no way by Kars today: %v", err)
	}
	a, err := rank(t, Scenario{Avoid: []string{"after-2016"}}, q)
	if err != nil || len(a.Routes) != 0 || len(a.BlockedBy) == 0 {
		t.Fatalf("in 2016: %v, %d ways", err, len(a.Routes))
	}
	if f, ok := net.Feature("after-2016"); !ok || net.FeatureID(f) != "after-2016" || net.FeatureName(f).EN == "" {
		t.Error("the closure of a year does not read back")
	}
	for _, bad := range []string{"after-", "after-12", "after-20160", "after-x"} {
		if f, ok := net.Feature(bad); ok && f.Kind == network.AfterFeature {
			t.Errorf("%q is taken for a year", bad)
		}
	}
}

// Ordinary wagons stand longer at borders than block trains, and faster customs save no more than the dwell there is.
func TestTrainsAndCustoms(t *testing.T) {
	q := Query{From: End{Place: "urc"}, To: End{Place: "ala"}, Via: []string{"khorgos"}}
	first := func(sc Scenario) *Route {
		a, err := rank(t, sc, q)
		if err != nil || len(a.Routes) == 0 {
			t.Fatalf("%+v: %v", sc, err)
		}
		return &a.Routes[0]
	}
	usual, wagons, faster, fastest := first(Scenario{}), first(Scenario{Wagons: true}), first(Scenario{FasterBorders: 8}), first(Scenario{FasterBorders: tariff.MostBorderHours})
	if wagons.Seconds <= usual.Seconds {
		t.Errorf("ordinary wagons take %d s, a block train %d", wagons.Seconds, usual.Seconds)
	}
	if saved := usual.Seconds - faster.Seconds; saved != 8*3600*int64(usual.Borders) {
		t.Errorf("8 hours a border save %d s at %d borders", saved, usual.Borders)
	}
	if fastest.Seconds <= 0 || fastest.Seconds >= faster.Seconds {
		t.Errorf("with no dwell left it takes %d s", fastest.Seconds)
	}
	if _, err := rank(t, Scenario{FasterBorders: -1}, q); err == nil {
		t.Error("hours below nothing are taken")
	}
}

// Without the subsidy a train over China's border is dearer by as much as the table says, for each TEU alike, and a ship is
// not; on the second track trains from Dostyk are quicker, and no dearer.
func TestSettings(t *testing.T) {
	for _, c := range []struct {
		cargo Cargo
		cents int64
	}{{Cargo{}, 1500_00}, {Cargo{Twenty: true}, 750_00}} {
		with, without := best1(t, Scenario{Cargo: c.cargo}, "urc", "ast", OrderTime), best1(t, Scenario{Cargo: c.cargo, NoSubsidy: true}, "urc", "ast", OrderTime)
		if without.Cents-with.Cents != c.cents || without.Seconds != with.Seconds {
			t.Errorf("%+v: without the subsidy %d cents more, %d s more", c.cargo, without.Cents-with.Cents, without.Seconds-with.Seconds)
		}
	}
	if a, b := best1(t, Scenario{}, "sha", "rtm", OrderMoney), best1(t, Scenario{NoSubsidy: true}, "sha", "rtm", OrderMoney); a.Totals != b.Totals {
		t.Errorf("a ship costs %+v without the subsidy, %+v with it", b.Totals, a.Totals)
	}
	fast := best1(t, Scenario{SecondTrack: true, Avoid: []string{"khorgos"}}, "urc", "ast", OrderTime)
	slow := best1(t, Scenario{Avoid: []string{"khorgos"}}, "urc", "ast", OrderTime)
	if hours := float64(slow.Seconds-fast.Seconds) / 3600; hours < 5 || hours > 12 || fast.Cents != slow.Cents {
		t.Errorf("the second track saves %.1f hours and %d cents", hours, slow.Cents-fast.Cents)
	}
}

func best1(t *testing.T, sc Scenario, from, to, order string) Route {
	t.Helper()
	a, err := rank(t, sc, Query{From: End{Place: from}, To: End{Place: to}, Max: 1, Order: order})
	if err != nil || len(a.Routes) == 0 {
		t.Fatalf("%s to %s: %v", from, to, err)
	}
	return a.Routes[0]
}

// Planned lines open new ways and are told as planned on their own legs; a world without them knows nothing of them, not even
// in what blocks it; and in the network of a year they are not built either.
func TestPlanned(t *testing.T) {
	if search.Absent != tariff.Absent {
		t.Fatal("the tariff and the search disagree on what is absent")
	}
	q := Query{From: End{Place: "khg"}, To: End{Place: "azn"}, Via: []string{"mkm"}}
	planned, err := rank(t, Scenario{Planned: true}, q)
	if err != nil || len(planned.Routes) == 0 {
		t.Fatalf("no way by Makmal where it is open: %v", err)
	}
	var km float64
	for _, l := range planned.Routes[0].Legs {
		if l.What == PlannedRail {
			km += l.Km()
			if l.Kind != network.Rail || !strings.Contains(l.Rows[1].Text, "planned") {
				t.Errorf("a leg not told as planned: %+v", l.Rows)
			}
		}
	}
	if km != 523 {
		t.Errorf("%v km of planned railway, and 523 are to be built", km)
	}
	a, err := rank(t, Scenario{}, q)
	if err != nil || len(a.Routes) > 0 || strings.Join(a.BlockedBy, " ") != "via mkm" {
		t.Errorf("today: %d ways, blocked by %v, %v", len(a.Routes), a.BlockedBy, err)
	}
	a, err = rank(t, Scenario{Planned: true, Avoid: []string{"after-2016"}}, q)
	if err != nil || len(a.Routes) > 0 || strings.Join(a.Lifts, " ") != "after-2016 via mkm" {
		t.Errorf("in 2016: %d ways, %v lift, %v", len(a.Routes), a.Lifts, err)
	}
	for _, ends := range [][2]string{{"sia", "dui"}, {"khg", "tas"}, {"thr", "bak"}} {
		before, err := rank(t, Scenario{}, Query{From: End{Place: ends[0]}, To: End{Place: ends[1]}})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range before.Routes {
			for _, l := range r.Legs {
				if l.What == PlannedRail {
					t.Errorf("%v: #%d runs on a planned line", ends, r.Rank)
				}
			}
		}
	}
}
