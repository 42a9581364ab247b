package command

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"zhol/solver/tariff"
)

// checkObject adds the legs of a printed answer as a reader would, and compares them with what each route says.
func checkObject(t *testing.T, text []byte) answerObject {
	t.Helper()
	var a answerObject
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatalf("not one JSON object: %v in %s", err, text)
	}
	for i, r := range a.Routes {
		if r.Rank != i+1 {
			t.Errorf("route %d says rank %d", i+1, r.Rank)
		}
		var usd, day, kg, km float64
		for _, l := range r.Legs {
			usd, day, kg, km = usd+l.USD, day+l.Days, kg+l.CO2eKg, km+l.Km
		}
		near := func(what string, sum, says, within float64) {
			if math.Abs(sum-says) > within {
				t.Errorf("route %d: legs sum to %v %s, the route says %v", r.Rank, sum, what, says)
			}
		}
		near("usd", usd, r.USD, 1e-6)
		near("days", day, r.Days.P50, 1e-9)
		near("kg", kg, r.CO2eKg, 1e-6)
		near("km", km, r.Km, 1e-6)
		if !(r.Days.P10 <= r.Days.P50 && r.Days.P50 <= r.Days.P90) {
			t.Errorf("route %d: days %+v", r.Rank, r.Days)
		}
		for j, l := range r.Legs[1:] {
			if before := r.Legs[j]; before.To != l.From {
				t.Errorf("route %d: a leg to %s is followed by one from %s", r.Rank, before.To, l.From)
			}
		}
		if d := r.DominatedBy; d != nil && (*d < 1 || *d > len(a.Routes) || *d == r.Rank) {
			t.Errorf("route %d is beaten by #%d", r.Rank, *d)
		}
	}
	return a
}

func answer(t *testing.T, args string) answerObject {
	t.Helper()
	code, stdout, stderr := run(strings.Fields("rank --json " + args)...)
	if code != exitOK || stderr != "" {
		t.Fatalf("%s: exit %d, %s", args, code, stderr)
	}
	a := checkObject(t, []byte(stdout))
	for _, r := range a.Routes {
		for _, l := range r.Legs {
			checkRows(t, r.Rank, l)
		}
	}
	return a
}

// checkRows adds the rows of a leg, and holds each to where it is known from.
func checkRows(t *testing.T, rank int, l legObject) {
	t.Helper()
	var usd, day, kg float64
	for _, row := range l.Rows {
		usd, day, kg = usd+row.USD, day+row.Days, kg+row.CO2eKg
		if row.Cause == "" || row.Figure == "" || row.Status == "" || row.Status == "published" && len(row.Sources) == 0 {
			t.Errorf("route %d, leg from %s: half a row: %+v", rank, l.From, row)
		}
	}
	if math.Abs(usd-l.USD) > 1e-6 || math.Abs(day-l.Days) > 1e-9 || math.Abs(kg-l.CO2eKg) > 1e-6 {
		t.Errorf("route %d, leg from %s: rows sum to %v USD, %v days, %v kg, the leg says %v, %v, %v", rank, l.From, usd, day, kg, l.USD, l.Days, l.CO2eKg)
	}
}

func TestRank(t *testing.T) {
	a := answer(t, "--from CNSIA --to DEDUI")
	if len(a.Routes) < 3 || !a.Complete || a.FrontSize < 1 || len(a.Data) != 12 || a.Link != "#from=CNSIA&to=DEDUI" {
		t.Fatalf("%d routes, complete %v, front %d, data %q, link %q", len(a.Routes), a.Complete, a.FrontSize, a.Data, a.Link)
	}
	kazakh := false
	for i, r := range a.Routes {
		kazakh = kazakh || r.ThroughKazakhstan
		if i > 0 && r.GeneralisedUSD < a.Routes[i-1].GeneralisedUSD {
			t.Errorf("route %d is better than the one above it", r.Rank)
		}
		if first, last := r.Legs[0], r.Legs[len(r.Legs)-1]; first.From != a.From.ID || last.To != a.To.ID {
			t.Errorf("route %d goes from %s to %s", r.Rank, first.From, last.To)
		}
	}
	if !kazakh {
		t.Error("no route from Xi'an to Duisburg crosses Kazakhstan")
	}
}

// TestEndsAsPeopleWriteThem asks one question with its end written in every way that the command promises to read.
func TestEndsAsPeopleWriteThem(t *testing.T) {
	want := answer(t, "--from CNSIA --to DEDUI --max 1")
	for _, from := range []string{want.From.ID, "Xi'an", "xi'an", "Сиань", "西安"} {
		code, stdout, stderr := run("rank", "--json", "--from", from, "--to", "DEDUI", "--max", "1")
		if code != exitOK {
			t.Errorf("%s: exit %d, %s", from, code, stderr)
			continue
		}
		if got := checkObject(t, []byte(stdout)); got.From.ID != want.From.ID || got.Link != want.Link {
			t.Errorf("%s: understood as %s", from, got.From.ID)
		}
	}
	if a := answer(t, "--from 43.25,76.95 --to 51.4,6.75 --max 2"); len(a.Routes) != 2 {
		t.Errorf("between two points: %d routes", len(a.Routes))
	}
}

func TestFlagsAreObeyed(t *testing.T) {
	for _, r := range answer(t, "--from CNSHA --to DEDUI --through-kazakhstan").Routes {
		if !r.ThroughKazakhstan {
			t.Errorf("--through-kazakhstan: route %d goes elsewhere", r.Rank)
		}
	}
	for _, r := range answer(t, "--from CNSHA --to DEDUI --avoid RU --avoid suez").Routes {
		for _, l := range r.Legs {
			if strings.Contains(strings.Join(l.Countries, " "), "RU") {
				t.Errorf("--avoid RU: route %d has a leg in Russia, %s to %s", r.Rank, l.From, l.To)
			}
		}
		if strings.Contains(strings.Join(r.Gateways, " "), "suez") {
			t.Errorf("--avoid suez: route %d goes by Suez", r.Rank)
		}
	}
	for _, r := range answer(t, "--from CNSIA --to DEDUI --via khorgos").Routes {
		if !strings.Contains(strings.Join(r.Gateways, " "), "khorgos") {
			t.Errorf("--via khorgos: route %d passes %v", r.Rank, r.Gateways)
		}
	}
	if n := len(answer(t, "--from CNSIA --to DEDUI --max 2").Routes); n != 2 {
		t.Errorf("--max 2: %d routes", n)
	}
	plain, dear := answer(t, "--from CNSHA --to DEDUI"), answer(t, "--from CNSHA --to DEDUI --cargo-value 2000000")
	if dear.Routes[0].Days.P50 > plain.Routes[0].Days.P50 {
		t.Error("--cargo-value: dearer goods took a slower way")
	}
	old, green := answer(t, "--from CNSHA --to NLRTM --market 2024-06"), answer(t, "--from CNSHA --to NLRTM --carbon-price 1000")
	if old.Routes[0].USD == plain.Routes[0].USD || green.Routes[0].GeneralisedUSD <= answer(t, "--from CNSHA --to NLRTM").Routes[0].GeneralisedUSD {
		t.Error("--market or --carbon-price changes nothing")
	}
}

// TestLinkNamesWhatWasUnderstood: a feature is written by the id of what the answer was made with, and once.
func TestLinkNamesWhatWasUnderstood(t *testing.T) {
	a := answer(t, "--from CNSIA --to DEDUI --max 1 --via Altynkol --via khorgos --via Khorgos --avoid Suez --avoid suez")
	if a.Link != "#from=CNSIA&to=DEDUI&via=khorgos&avoid=suez&max=1" {
		t.Errorf("link %s", a.Link)
	}
	for _, l := range a.Routes[0].Legs {
		if len(l.Sources)+len(l.ToCheck)+len(l.Rules) == 0 {
			t.Errorf("the leg %+v tells neither source nor rule", l)
		}
	}
	if b := answer(t, "--from CNSIA --to DEDUI --max 1 --carbon-price 0"); b.Link != "#from=CNSIA&to=DEDUI&max=1" {
		t.Errorf("link %s", b.Link)
	}
}

func TestNoRoute(t *testing.T) {
	code, stdout, stderr := run("rank", "--json", "--from", "CNSIA", "--to", "DEDUI", "--avoid", "CN")
	if code != exitNoRoute || stderr != "" {
		t.Fatalf("exit %d, %q", code, stderr)
	}
	if a := checkObject(t, []byte(stdout)); len(a.Routes) != 0 || strings.Join(a.BlockedBy, " ") != "CN" {
		t.Errorf("%d routes, blocked by %v", len(a.Routes), a.BlockedBy)
	}
	if _, stdout, _ := run("rank", "--from", "CNSIA", "--to", "DEDUI", "--avoid", "CN", "--avoid", "DE"); !strings.Contains(stdout, "each of these alone blocks every way: China (CN), Germany (DE)") {
		t.Error(stdout)
	}
	if code, stdout, _ := run("rank", "--from", "CNSIA", "--to", "DEDUI", "--avoid", "CN"); code != exitNoRoute || !strings.Contains(stdout, "blocked by China (CN)") {
		t.Errorf("exit %d: %s", code, stdout)
	}
}

func TestRankTable(t *testing.T) {
	code, plain, stderr := run("rank", "--from", "CNSIA", "--to", "DEDUI")
	if code != exitOK {
		t.Fatal(stderr)
	}
	_, legs, _ := run("rank", "--from", "CNSIA", "--to", "DEDUI", "--legs")
	if !strings.Contains(plain, "Xi'an") || strings.Count(legs, "\n") <= strings.Count(plain, "\n") {
		t.Errorf("table\n%s\nwith legs\n%s", plain, legs)
	}
}

// TestLevelsAndOdds sets figures of the question's own, and asks chance.
func TestLevelsAndOdds(t *testing.T) {
	const ends = "--from CNSIA --to DEDUI "
	plain, dearer := answer(t, ends), answer(t, ends+"--level sea=3 --level KZAAU=0.5")
	if plain.Routes[0].USD >= dearer.Routes[0].USD || !strings.Contains(dearer.Link, "&level=sea:3000,KZAAU:500") {
		t.Errorf("the first takes USD %v, and USD %v with the sea three times as dear; the link is %s", plain.Routes[0].USD, dearer.Routes[0].USD, dearer.Link)
	}
	best := 0.0
	for _, r := range plain.Routes {
		if r.Odds == nil || r.Odds.Draws < 1000 || r.Odds.TopThree < r.Odds.Best {
			t.Fatalf("route %d has odds %+v", r.Rank, r.Odds)
		}
		best += r.Odds.Best
	}
	if math.Abs(best-1) > 1e-9 {
		t.Errorf("the shares of the best sum to %v", best)
	}
	for _, bad := range []string{"sea", "sea=", "sea=11", "sea=-1", "moon=2", "50,50=2", "transfer=1", "sea=NaN"} {
		if code, _, stderr := run(strings.Fields("rank " + ends + "--level " + bad)...); code != exitInput || !strings.Contains(stderr, "level") {
			t.Errorf("--level %s: exit %d, %s", bad, code, stderr)
		}
	}
	if _, stdout, _ := run(strings.Fields("rank " + ends + "--odds")...); !strings.Contains(stdout, "best in ") || !strings.Contains(stdout, "independently") {
		t.Errorf("no odds in %s", stdout)
	}
}

// A year is a closure like any other, today's is none, and one to come is refused.
func TestYear(t *testing.T) {
	const ends = "--from tbs --to kar --max 3 "
	if a := answer(t, ends+"--year 2019 --avoid RU"); !strings.Contains(a.Link, "avoid=RU,after-2019") {
		t.Errorf("in 2019: %s", a.Link)
	}
	if a := answer(t, ends+"--year 2026"); strings.Contains(a.Link, "after") {
		t.Errorf("today: %s", a.Link)
	}
	for _, year := range []string{"2015", "2098"} {
		if code, _, stderr := run(strings.Fields("rank " + ends + "--year " + year)...); code != exitInput || !strings.Contains(stderr, "--year") {
			t.Errorf("%s: exit %d, %s", year, code, stderr)
		}
	}
}

// Planned lines are opened by name, told as such, and in the link.
func TestPlannedLines(t *testing.T) {
	a := answer(t, "--from CNKHG --to azn --if planned")
	planned := false
	for _, l := range a.Routes[0].Legs {
		planned = planned || l.Planned
	}
	if !planned || !strings.Contains(a.Link, "lines=planned") {
		t.Errorf("planned %v, %s", planned, a.Link)
	}
}

// What is in the box is told as it is reckoned with, asked for or not.
func TestTonnesAreTold(t *testing.T) {
	for args, want := range map[string]float64{"": 20, " --box 20": 10, " --tonnes 12": 12} {
		if a := answer(t, "--from CNSIA --to DEDUI"+args); a.Tonnes != want {
			t.Errorf("%q: %v t", args, a.Tonnes)
		}
	}
}

// Every setting of a question is in what it prints: defaults filled in, worlds by name.
func TestSettingsArePrinted(t *testing.T) {
	a := answer(t, "--from CNSIA --to DEDUI --market 2024-06 --if no-iran --if planned --if no-subsidy --year 2022 --via KZ --wagons --faster-borders 6 --month 11 --order time --tonnes 12 --cargo-value 50000")
	want := worldObject{[]string{"no-iran", "no-subsidy", "planned", "faster-customs"}, []string{"after-2022", "IR"}, []string{"KZ"}, false, "time", "wagons", 11, 6, false, true, false, map[string]float64{}, 50000, a.World.CarbonPriceUSD}
	if a.Market != "2024-06" || a.Year != 2022 || a.Tonnes != 12 || !reflect.DeepEqual(a.World, want) || a.World.CarbonPriceUSD != dollars(tariff.Defaults().CarbonPrice) {
		t.Errorf("market %s, year %d, %+v", a.Market, a.Year, a.World)
	}
	if a := answer(t, "--from CNSIA --to DEDUI"); a.Year != 2026 || a.Market != "2025-11" || len(a.World.Scenarios) != 0 || a.World.CargoValueUSD == 0 {
		t.Errorf("as today: market %s, year %d, %+v", a.Market, a.Year, a.World)
	}
}

// Every command that answers tells the same of its question, as JSON and as text; breakeven's unit has been that of its parameter.
func TestEveryCommandTellsItsQuestion(t *testing.T) {
	const world = " --market 2024-06 --year 2020 --if no-subsidy --wagons --month 1 --avoid suez --level sea=2 --level KZAAU=0.5 --cargo reefer --tonnes 12 --cargo-value 50000 --carbon-price 70 --faster-borders 6"
	const link = "#from=CNSIA"
	for args, links := range map[string]string{
		"rank --from CNSIA --to TRHAL --via KZ --order time": link, "why --from CNSIA --to TRHAL --via KZ --order time": link,
		"breakeven --from CNSIA --to TRHAL --via KZ --over price:sea": "&view=charts&over=sea", "reach --from CNSIA": "&view=reach", "matrix --from CNSIA --to TRHAL": "",
	} {
		code, stdout, stderr := run(strings.Fields(args + world + " --json")...)
		var head headObject
		if err := json.Unmarshal([]byte(stdout), &head); code != exitOK || err != nil {
			t.Errorf("%s: exit %d, %v, %s", args, code, err, stderr)
			continue
		}
		w := head.World
		if len(head.Data) != 12 || head.Market != "2024-06" || head.Year != 2020 || head.Cargo != "reefer" || head.Tonnes != 12 || w.Train != "wagons" || w.Month != 1 || w.Subsidy ||
			strings.Join(w.Avoid, " ") != "after-2020 suez" && strings.Join(w.Avoid, " ") != "suez after-2020" || w.Levels["sea"] != 2 || w.Levels["aau"] != 0.5 || w.CargoValueUSD != 50000 || w.CarbonPriceUSD != 70 || w.FasterBorders != 6 {
			t.Errorf("%s: %+v", args, head)
		}
		if !strings.Contains(head.Link, links) || (head.Link == "") != (links == "") || strings.Contains(args, "--via") != (len(w.Via) == 1) {
			t.Errorf("%s: link %q, by way of %v", args, head.Link, w.Via)
		}
		code, stdout, _ = run(strings.Fields(args + world)...)
		says := []string{"per FEU of reefer cargo, 12 t, prices of 2024-06, network of 2020, tables " + head.Data, "closed: Suez Canal (suez)", "ordinary wagons", "the weather of January", "6 h less at every border",
			"no Chinese subsidy", "2 times the price of sea", "0.5 times the dwell at Aktau", "goods worth USD 50,000", "USD 70 a tonne"}
		if strings.Contains(args, "--via") {
			says = append(says, "by way of Kazakhstan (KZ)")
		}
		if strings.Contains(args, "--order") {
			says = append(says, "listed by time")
		}
		if links != "" {
			says = append(says, "\nlink  "+head.Link+"\n")
		}
		for _, what := range says {
			if !strings.Contains(stdout, what) {
				t.Errorf("%s: exit %d, no %q in\n%.900s", args, code, what, stdout)
			}
		}
	}
	if _, stdout, _ := run("rank", "--from", "CNSIA", "--to", "DEDUI"); strings.Contains(stdout, "Supposed") || !strings.Contains(stdout, "network of 2026") {
		t.Errorf("as today: %.300s", stdout)
	}
	if _, stdout, _ := run(strings.Fields("breakeven --from CNSIA --to DEDUI --over price:sea --market 2024-06")...); !strings.Contains(stdout, "the price of sea of 2024-06") || strings.Contains(stdout, "today") {
		t.Error(stdout)
	}
}

// printed is what a command answers as JSON, less what every command tells of its question; as text where the form is asked for.
func printed(t *testing.T, words []string, text bool) string {
	t.Helper()
	if !text {
		words = append(slices.Clone(words), "--json")
	}
	code, stdout, stderr := run(words...)
	if code == exitInput {
		return stderr
	}
	if text {
		return stdout
	}
	var object map[string]any
	if err := json.Unmarshal([]byte(stdout), &object); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"link", "world", "market", "year", "unit", "box", "cargo", "tonnes"} {
		delete(object, key)
	}
	out, _ := json.Marshal(object)
	return string(out)
}

// No flag that a command takes is without effect: it changes what is printed, or is refused.
func TestEveryFlagIsObeyed(t *testing.T) {
	values := map[string]string{"from": "CNCKG", "to": "DEDUI", "via": "dostyk", "avoid": "aau", "if": "no-subsidy", "year": "2016", "market": "2024-06", "cargo-value": "500000", "carbon-price": "900", "cargo": "dangerous",
		"box": "20", "tonnes": "25", "month": "1", "faster-borders": "12", "level": "sea=3", "max": "2", "slack": "10", "order": "carbon", "route": "3", "against": "2", "gateways": "khorgos,sarakhs", "over": "carbon-price"}
	forms := []string{"json", "csv", "legs", "odds", "slack"}
	for _, c := range []struct {
		args  string
		flags []flag
	}{
		{"rank --from CNSIA --to alat", new(rankOptions).flags()}, {"why --from CNSIA --to alat --avoid RU --avoid TM --route 9", new(whyOptions).flags()}, {"breakeven --from CNSIA --to alat --avoid RU --avoid TM --over price:rail", new(breakEvenOptions).flags()},
		{"reach --from KZAAU", new(reachOptions).flags()}, {"matrix --from CNSIA --avoid RU --avoid TM --to alat --to TRHAL --to KZAAU --to GETBS", new(matrixOptions).flags()},
	} {
		plain := map[bool]string{false: printed(t, strings.Fields(c.args), false), true: printed(t, strings.Fields(c.args), true)}
		for _, f := range c.flags {
			words, given := strings.Fields(c.args), false
			for i := range words {
				if words[i] == "--"+f.name {
					words[i+1], given = values[f.name], true
				}
			}
			if !given {
				words = append(words, "--"+f.name)
				if f.takes != "" {
					words = append(words, values[f.name])
				}
			}
			if f.name == "gateways" { // stands in place of --route
				words = slices.DeleteFunc(words, func(w string) bool { return w == "--route" || w == "9" })
			}
			text := slices.Contains(forms, f.name)
			if printed(t, words, text) == plain[text] {
				t.Errorf("%v prints nothing else than without --%s", words, f.name)
			}
		}
	}
	for _, args := range []string{"reach --from CNSIA --odds", "reach --from CNSIA --slack 5", "matrix --from CNSIA --to DEDUI --odds", "why --from CNSIA --to DEDUI --csv", "why --from CNSIA --to DEDUI --slack 3",
		"breakeven --from CNSIA --to DEDUI --over cargo-value --csv", "rank --from CNSIA --to DEDUI --csv --odds", "rank --from CNSIA --to DEDUI --json --legs", "rank --from CNSIA --to DEDUI --csv --slack 5",
		"reach --from CNSIA --csv --json", "matrix --from CNSIA --to DEDUI --csv --json"} {
		if code, stdout, stderr := run(strings.Fields(args)...); code != exitInput || stdout != "" || !strings.Contains(stderr, "--") {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
}

// TestUnserved: from an island without a terminal no road leads to one, and the nearest is named.
func TestUnserved(t *testing.T) {
	code, stdout, _ := run(strings.Fields("rank --from 35.9,14.4 --to DEDUI")...)
	if code != exitNoRoute || !strings.Contains(stdout, "no terminal is reached by road from 35.9000,14.4000") || !strings.Contains(stdout, "The nearest is ") || strings.Contains(stdout, "DIT) (dui). The nearest") {
		t.Errorf("exit %d, %s", code, stdout)
	}
	if _, stdout, _ := run(strings.Fields("rank --from CNSIA --to DEDUI --avoid DE")...); strings.Contains(stdout, "by road from") {
		t.Errorf("a terminal that is shut is told as none: %s", stdout)
	}
}

// TestFarFromATerminal: where no box is lifted at an end, as at a border station, the nearest terminal is told.
func TestFarFromATerminal(t *testing.T) {
	for _, c := range []struct {
		from string
		far  bool
	}{{"CNMLX", true}, {"47.5,106.2", true}, {"CNSIA", false}} {
		args := []string{"rank", "--from", c.from, "--to", "DEDUI"}
		_, said, _ := run(args...)
		title, _, _ := strings.Cut(said, "\n")
		if strings.Contains(title, " km to the nearest terminal, ") != c.far {
			t.Errorf("%s: %s", c.from, title)
		}
		var got answerObject
		_, said, _ = run(append(args, "--json")...)
		if err := json.Unmarshal([]byte(said), &got); err != nil {
			t.Fatal(err)
		}
		if (got.From.Terminal != "") != c.far || (got.From.TerminalKm > 0) != c.far || got.To.Terminal != "" {
			t.Errorf("%s: from %+v to %+v", c.from, got.From, got.To)
		}
	}
}

// Where what is to be passed lies there and back, the answer says so, and where it does not, nothing is said.
func TestComesBackIsTold(t *testing.T) {
	const said = "without coming back to a place or a customs territory"
	there := []string{"--from", "CNSIA", "--to", "DEDUI", "--via", "khorgos", "--via", "torugart"}
	onward := []string{"--from", "CNSIA", "--to", "DEDUI", "--via", "khorgos"}
	for _, c := range []struct {
		command string
		args    []string
		comes   bool
	}{
		{"rank", there, true}, {"rank", onward, false},
		{"breakeven", append(there, "--over", "cargo-value"), true}, {"breakeven", append(onward, "--over", "cargo-value"), false},
		{"why", []string{"--from", "CNSIA", "--to", "DEDUI", "--gateways", "khorgos,torugart"}, true},
		{"why", []string{"--from", "CNSIA", "--to", "DEDUI", "--gateways", "khorgos"}, false},
	} {
		code, out, stderr := run(append([]string{c.command}, c.args...)...)
		if code != 0 || strings.Contains(out, said) != c.comes {
			t.Errorf("%s %v: exit %d, %s%s", c.command, c.args, code, out, stderr)
		}
		code, out, _ = run(append([]string{c.command, "--json"}, c.args...)...)
		if want := map[bool]string{true: `"comes_back":"must"`, false: `"comes_back":""`}[c.comes]; code != 0 || !strings.Contains(strings.ReplaceAll(out, `": "`, `":"`), want) {
			t.Errorf("%s --json %v: exit %d, no %s", c.command, c.args, code, want)
		}
	}
}
