package command

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhol/solver"
)

// TestWhySums adds the causes of a printed difference as a reader would.
func TestWhySums(t *testing.T) {
	for _, args := range []string{"--route 3 --against 1", "--gateways khorgos,brest", "--gateways aktau", ""} {
		code, stdout, stderr := run(strings.Fields("why --json --from CNSIA --to DEDUI " + args)...)
		if code != exitOK {
			t.Fatalf("%s: exit %d, %s", args, code, stderr)
		}
		var o whyObject
		if err := json.Unmarshal([]byte(stdout), &o); err != nil {
			t.Fatal(err)
		}
		var usd, day, kg, general float64
		for _, c := range o.Causes {
			usd, day, kg, general = usd+c.USD, day+c.Days, kg+c.CO2eKg, general+c.GeneralisedUSD
		}
		for what, off := range map[string]float64{
			"usd": usd - o.Route.USD + o.Against.USD, "days": day - o.Route.Days.P50 + o.Against.Days.P50,
			"kg": kg - o.Route.CO2eKg + o.Against.CO2eKg, "generalised": general - o.Route.GeneralisedUSD + o.Against.GeneralisedUSD,
		} {
			if math.Abs(off) > 1e-6 {
				t.Errorf("%s: causes miss the difference in %s by %v", args, what, off)
			}
		}
		if len(o.Causes) < 4 {
			t.Errorf("%s: only %d causes", args, len(o.Causes))
		}
	}
	code, stdout, _ := run(strings.Fields("why --from CNSIA --to DEDUI --gateways khorgos --avoid KZ")...)
	if code != exitNoRoute || !strings.Contains(stdout, "Kazakhstan") || !strings.Contains(stdout, "would open a way") {
		t.Errorf("Khorgos without Kazakhstan: exit %d, %s", code, stdout)
	}
	code, stdout, _ = run(strings.Fields("why --from CNSIA --to DEDUI --gateways aktau,poti")...)
	if code != exitOK || !strings.Contains(stdout, "With further gateways it is better") || !strings.Contains(stdout, "--gateways khorgos,aktau,") {
		t.Errorf("a part of the Middle Corridor: exit %d, %s", code, stdout)
	}
	for _, args := range []string{"--route 39", "--route 1", "--route 2 --against 2", "--route 2 --gateways suez", "--gateways xyzzy"} {
		if code, _, stderr := run(strings.Fields("why --from CNSIA --to DEDUI " + args)...); code != exitInput || !strings.Contains(stderr, "--") {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
}

// TestBreakEven prints stretches without a gap, and sentences.
func TestBreakEven(t *testing.T) {
	for _, over := range []string{"cargo-value", "carbon-price", "dwell:aau", "price:sea"} {
		code, stdout, stderr := run(strings.Fields("breakeven --json --from CNSIA --to TRHAL --over " + over)...)
		if code != exitOK {
			t.Fatalf("%s: exit %d, %s", over, code, stderr)
		}
		var o breakEvenObject
		if err := json.Unmarshal([]byte(stdout), &o); err != nil {
			t.Fatal(err)
		}
		for i, s := range o.Stretches {
			if s.From >= s.To || i > 0 && s.ExactFrom != o.Stretches[i-1].ExactTo || i == 0 && s.From != 0 {
				t.Errorf("%s: stretch %d is %+v", over, i, s)
			}
		}
		if code, stdout, _ = run(strings.Fields("breakeven --from CNSIA --to TRHAL --over " + over)...); code != exitOK || !strings.Contains(stdout, " is first ") {
			t.Errorf("%s: exit %d, %s", over, code, stdout)
		}
	}
	if _, stdout, _ := run(strings.Fields("breakeven --from CNLYG --to KZALA --over dwell:KZAAU")...); !strings.Contains(stdout, " is first whatever the dwell at Aktau.\n") {
		t.Error(stdout)
	}
	for _, over := range []string{"", " --over weather", " --over price:balloon", " --over dwell:atlantis", " --over dwell:40,60"} {
		if code, _, stderr := run(strings.Fields("breakeven --from CNSIA --to TRHAL" + over)...); code != exitInput || !strings.Contains(stderr, "--over") {
			t.Errorf("%q: exit %d, %s", over, code, stderr)
		}
	}
}

// What --over cannot be is answered with what can be typed in its stead; following that must not end in another error.
func TestOverOffersWhatCanBeTyped(t *testing.T) {
	const dwell, price = "dwell:PLACE, such as dwell:KZAAU", "price:MODE, such as price:sea"
	for over, want := range map[string]string{
		"foo": "give cargo-value, carbon-price, " + dwell + ", or " + price, "51.5,7.5": "give cargo-value",
		"dwell": "give " + dwell, "dwell:": "give " + dwell, "dwel": "give " + dwell, "price": "give " + price, "price:": "give " + price,
		"KZAAU": "did you mean dwell:KZAAU?", "Актау": "did you mean dwell:Актау?", "sea": "did you mean price:sea?", "SEA": "did you mean price:sea?", "dwell=KZAAU": "did you mean dwell:KZAAU?", "price sea": "did you mean price:sea?",
		"dwell=Atlantis": "give " + dwell, "price=balloon": "did you mean price:rail, price:sea, price:ferry, price:road?",
		"Dwell:KZAAU": "did you mean dwell:KZAAU?", "cargo": "did you mean cargo-value?", "cargo-value:5": "did you mean cargo-value?",
		"dwell:atlantis": "give an id, a UN/LOCODE, or a name", "dwell:Aktua": "did you mean dwell:Aktau?", "dwell:KZ": "give a place in it", "dwell:40,60": "a dwell is at a place",
		"price:balloon": "did you mean price:rail, price:sea, price:ferry, price:road?", "price:Sea": "did you mean price:sea?",
	} {
		code, _, stderr := run("breakeven", "--from", "CNSIA", "--to", "TRHAL", "--over", over)
		if code != exitInput || !strings.Contains(stderr, want) || strings.Contains(stderr, "lat,lon") || strings.Contains(stderr, `""`) {
			t.Errorf("%q: exit %d, %s; want %s", over, code, stderr, want)
		}
		_, offers, _ := strings.Cut(strings.TrimSpace(stderr), "did you mean ")
		for offer := range strings.SplitSeq(strings.TrimSuffix(offers, "?"), ", ") {
			if offer == "" {
				continue
			}
			if code, _, stderr := run("breakeven", "--from", "CNSIA", "--to", "TRHAL", "--over", offer); code != exitOK {
				t.Errorf("%q offers %s, which is answered with %s", over, offer, stderr)
			}
		}
	}
	for _, level := range []string{"Atlantis=2", "40,60=2"} {
		if code, _, stderr := run("rank", "--from", "CNSIA", "--to", "TRHAL", "--level", level); code != exitInput || strings.Contains(stderr, "lat,lon") {
			t.Errorf("--level %s: exit %d, %s", level, code, stderr)
		}
	}
}

// TestAktauDwellDecides takes the sentence "… is first up to a dwell of N d at Aktau (L times the M d of now)" at its word: today the
// route stands there for M days, as its legs have it; at the level L, which is N days, the first route goes by Aktau, and a thousandth
// more of today's dwell and it does not.
func TestAktauDwellDecides(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := solver.New(net)
	for _, c := range []struct {
		from, to string
		sc       solver.Scenario
	}{
		{"ala", "pti", solver.Scenario{Avoid: []string{"RU", "IR"}}},
		{"tas", "bud", solver.Scenario{Avoid: []string{"RU", "TM"}, CargoValue: 200_000}},
		{"sia", "bak", solver.Scenario{Avoid: []string{"RU"}}},
		{"ast", "hal", solver.Scenario{Avoid: []string{"RU", "IR", "kuryk"}}},
	} {
		args := "breakeven --over dwell:aau --from " + c.from + " --to " + c.to + " --avoid " + strings.Join(c.sc.Avoid, " --avoid ")
		if c.sc.CargoValue > 0 {
			args += fmt.Sprint(" --cargo-value ", c.sc.CargoValue)
		}
		_, stdout, stderr := run(strings.Fields(args)...)
		_, sentence, told := strings.Cut(stdout, " is first up to a dwell of ")
		var until, level, now float64
		if _, err := fmt.Sscanf(sentence, "%f d at Aktau (%f times the %f d of now)", &until, &level, &now); !told || err != nil || now == 0 {
			t.Errorf("%s: %s%s", args, stdout, stderr)
			continue
		}
		q := solver.Query{From: solver.End{Place: c.from}, To: solver.End{Place: c.to}}
		b, err := s.BreakEven(c.sc, q, solver.Parameter{Kind: solver.OverDwell, Place: "aau"})
		if err != nil {
			t.Fatal(err)
		}
		change := slices.IndexFunc(b.Stretches, func(st solver.Stretch) bool { return !slices.Contains(st.Route.Gateways, "aktau") })
		if change < 1 {
			t.Errorf("%s: %d stretches, of which %d is the first without Aktau", args, len(b.Stretches), change)
			continue
		}
		stands := days(standsAtAktau(&b.Stretches[change-1].Route))
		if at := stands * b.Stretches[change].From; math.Abs(stands-now) > 0.005 || math.Abs(at-until) > 0.005 {
			t.Errorf("%s: told to change at %v d, now %v d; the legs have %.3f d, now %.3f d", args, until, now, at, stands)
		}
		exact := int(math.Round(level * 1000))
		for _, side := range []struct {
			thousandths int
			by          bool
		}{{exact - 30, true}, {exact, true}, {exact + 1, false}, {exact + 30, false}} {
			sc := c.sc
			sc.Levels = []solver.Level{{Of: "aau", Thousandths: side.thousandths}}
			a, err := s.Rank(sc, q)
			if err != nil || len(a.Routes) == 0 {
				t.Fatalf("%s: %v", args, err)
			}
			first := &a.Routes[0]
			if slices.Contains(first.Gateways, "aktau") != side.by {
				t.Errorf("%s: at %d thousandths of today's dwell the first goes by %v", args, side.thousandths, first.Gateways)
			}
			if got, want := days(standsAtAktau(first)), stands*float64(side.thousandths)/1000; side.by && math.Abs(got-want) > 1e-3 {
				t.Errorf("%s: at %d thousandths it stands at Aktau for %.4f d, not %.4f", args, side.thousandths, got, want)
			}
		}
	}
}

// TestPricesDecide asks rank at every price of a mode that breakeven tells a change at: what is told to be first is.
func TestPricesDecide(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := solver.New(net)
	sentence := regexp.MustCompile(`(?m)^(.+) is first (?:from ([0-9.]+) times.*?|)(?: ?(?:up )?to ([0-9.]+) times.*?|)(?: on|, as now|)\.$`)
	seen := 0
	for _, c := range []struct {
		mode, from, to string
		sc             solver.Scenario
	}{
		{"rail", "dui", "uln", solver.Scenario{Avoid: []string{"hormuz", "bruzgi", "zabaikalsk", "lianyungang"}}},
		{"rail", "nue", "lon", solver.Scenario{FasterBorders: 4}},
		{"rail", "mer", "sia", solver.Scenario{}},
		{"rail", "sia", "dui", solver.Scenario{}},
		{"rail", "kul", "beg", solver.Scenario{Levels: []solver.Level{{Of: "rail", Thousandths: 2000}}}},
		{"sea", "sia", "dui", solver.Scenario{}},
		{"sea", "ckg", "hal", solver.Scenario{}},
	} {
		args := "breakeven --over price:" + c.mode + " --from " + c.from + " --to " + c.to
		for _, shut := range c.sc.Avoid {
			args += " --avoid " + shut
		}
		if c.sc.FasterBorders > 0 {
			args += fmt.Sprint(" --faster-borders ", c.sc.FasterBorders)
		}
		supposed := 1.0 // what is told is a multiple of it
		if len(c.sc.Levels) > 0 {
			supposed = float64(c.sc.Levels[0].Thousandths) / 1000
			args += fmt.Sprintf(" --level %s=%v", c.mode, supposed)
		}
		_, stdout, stderr := run(strings.Fields(args)...)
		found := sentence.FindAllStringSubmatch(stdout, -1)
		if len(found) < 2 {
			t.Errorf("%s: %s%s", args, stdout, stderr)
		}
		for _, told := range found {
			for _, at := range told[2:] {
				if at == "" || len(at) != len("0.000") { // a level has no more digits
					continue
				}
				level, err := strconv.ParseFloat(at, 64)
				if err != nil {
					t.Fatal(err)
				}
				sc := c.sc
				sc.Levels = []solver.Level{{Of: c.mode, Thousandths: int(math.Round(level * supposed * 1000))}}
				a, err := s.Rank(sc, solver.Query{From: solver.End{Place: c.from}, To: solver.End{Place: c.to}, Max: 1})
				if err != nil || len(a.Routes) == 0 {
					t.Fatalf("%s: %v", args, err)
				}
				if seen++; chain(&a.Routes[0], names(net)) != told[1] {
					t.Errorf("%s: at %s times the first is %s, not %s", args, at, chain(&a.Routes[0], names(net)), told[1])
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d prices were told", seen)
	}
}

// standsAtAktau is how many seconds a box stands at Aktau, and waits there for the ferry.
func standsAtAktau(r *solver.Route) (seconds int64) {
	for _, l := range r.Legs {
		for _, row := range l.Rows {
			if l.From == "aau" && (l.Kind.String() == "transfer" || l.Kind.String() == "ferry" && (row.Cause == "wait" || row.Cause == "own level")) {
				seconds += row.Time
			}
		}
	}
	return seconds
}
