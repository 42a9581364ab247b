package command

import (
	"bytes"
	"strings"
	"testing"
)

// run is the command line as a shell sees it.
func run(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = Main(args, &out, &err)
	return code, out.String(), err.String()
}

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		args string
		says []string // on one line of standard error
	}{
		{"rnk", []string{"rnk", "rank"}},
		{"rank", []string{"--from", "missing"}},
		{"rank --from CNSIA", []string{"--to", "missing"}},
		{"rank --form CNSIA", []string{"--form", "--from"}},
		{"rank -from CNSIA", []string{"-from", "--from"}},
		{"rank --from CNSIA --to DEDUI --cargo-valu 3", []string{"--cargo-valu", "--cargo-value"}},
		{"rank --from CNSIA --to DEDUI --cargo-value dear", []string{"--cargo-value", "dear", "whole number"}},
		{"rank --from CNSIA --to DEDUI --faster-borders 1000", []string{"--faster-borders", "1000", "from 0 to 120", "no border keeps a box longer"}},
		{"rank --from CNSIA --to DEDUI --max 0", []string{"--max", "from 1 to"}},
		{"rank --from CNSIA --to DEDUI --max=1000", []string{"--max", "1000"}},
		{"rank --from CNSIA --to", []string{"--to", "needs a value"}},
		{"rank --from --to DEDUI", []string{"--from", "needs a value"}},
		{"rank --from= --to DEDUI", []string{"--from", "needs a value"}},
		{"rank --from CNSIA --from CNSHA --to DEDUI", []string{"--from", "twice"}},
		{"rank --from CNSIA --to DEDUI --json=yes", []string{"--json", "no value"}},
		{"rank CNSIA DEDUI", []string{"CNSIA", "--from"}},
		{"rank --from CNSIAX --to DEDUI", []string{"--from", "CNSIAX"}},
		{"rank --from CNSIA --to DEDUI --avoid KZ,RU", []string{"--avoid", "\"KZ,RU\"", "--avoid KZ --avoid RU"}},
		{"rank --from CNSIA --to DEDUI --via aktau,baku,", []string{"--via aktau --via baku"}},
		{"rank --from CNSIA --to Duisbrug", []string{"--to", "Duisbrug", "did you mean"}},
		{"rank --from CNSIA --to DEDUI --avoid suze", []string{"--avoid", "suze", "Suez Canal"}},
		{"rank --from CNSIA --to DEDUI --via atlantis", []string{"--via", "atlantis"}},
		{"rank --from CNSIA --to DEDUI --market 2024-99", []string{"--market", "2024-99"}},
		{"rank --from 91,0 --to DEDUI", []string{"--from", "latitude"}},
		{"rank --zzzzzzzzzz", []string{"--zzzzzzzzzz", "--from", "--json"}},
		{"qqqqqqqqqq", []string{"qqqqqqqqqq", "rank", "serve"}},
		{"rank --from KZ --to DEDUI", []string{"--from", "KZ", "did you mean"}},
		{"rank --from a --to DEDUI", []string{"--from", "names", "did you mean"}},
		{"rank --from 51.5,7.0abc --to DEDUI", []string{"--from", "lat,lon"}},
		{"rank --from CNSIA --to CNSIA", []string{"--to", "already"}},
		{"rank --from CNSIA --to DEDUI --cargo-value 100000000", []string{"--cargo-value", "10000000"}},
		{"rank --from CNSIA --to DEDUI --max 41", []string{"--max", "from 1 to 40"}},
		{"rank --from", []string{"--from", "UN/LOCODE"}},
		{"rank --from 10,-150 --to DEDUI", []string{"--from", "km from the nearest terminal"}},
		{"serve --dir /nowhere/at/all", []string{"--dir", "build"}},
		{"serve --port 70000", []string{"--port", "70000"}},
		{"version now", []string{"now"}},
		{"rank --from 0,0 --to DEDUI", []string{"--from", "4,019 km", "Tanger Med", "or take ptm"}},
		{"help me", []string{"me", "there is no"}},
		{"help rnk", []string{"did you mean rank"}},
		{"help rank why", []string{"why"}},
	} {
		code, stdout, stderr := run(strings.Fields(c.args)...)
		if code != exitInput || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit %d, standard output %q, standard error %q; want exit 2 and one line of error", c.args, code, stdout, stderr)
		}
		for _, word := range c.says {
			if !strings.Contains(stderr, word) {
				t.Errorf("%s: %q does not say %q", c.args, stderr, word)
			}
		}
	}
}

func TestUsageNamesEveryVerbAndFlag(t *testing.T) {
	code, text, _ := run("help")
	if code != exitOK {
		t.Fatalf("exit %d", code)
	}
	var flags []flag
	flags = append(flags, new(rankOptions).flags()...)
	flags = append(flags, new(serveOptions).flags()...)
	flags = append(flags, new(siteOptions).flags()...)
	for _, f := range flags {
		if !strings.Contains(text, "--"+f.name+" ") {
			t.Errorf("help does not tell of --%s", f.name)
		}
	}
	for _, asked := range []string{"--help", "help help", "help --help", "-h -h"} {
		if code, usage, _ := run(strings.Fields(asked)...); code != exitOK || usage != text {
			t.Errorf("%s: exit %d and not the usage", asked, code)
		}
	}
	if code, _, usage := run(); code != exitInput || usage != text {
		t.Errorf("no words: exit %d and not the usage", code)
	}
}

// TestUsageOfOneVerb: all that it takes, and nothing that it does not.
func TestUsageOfOneVerb(t *testing.T) {
	for _, v := range verbs() {
		if v.name == "help" {
			continue
		}
		code, text, _ := run("help", v.name)
		if code != exitOK || !strings.HasPrefix(text, "zhol "+v.name+": "+v.about+"\n") {
			t.Errorf("help %s: exit %d, %q", v.name, code, text)
		}
		for _, f := range new(whyOptions).flags() {
			if got, want := strings.Contains(text, "  --"+f.name+" "), findFlag(v.flags, f.name) != nil; got != want {
				t.Errorf("help %s tells of --%s: %t, want %t", v.name, f.name, got, want)
			}
		}
		for _, asked := range []string{v.name + " --help", v.name + " -h", v.name + " --from CNSIA --help"} {
			if code, other, _ := run(strings.Fields(asked)...); code != exitOK || other != text {
				t.Errorf("%s: exit %d, %q", asked, code, other)
			}
		}
	}
}

func TestFlags(t *testing.T) {
	o, err := parseRank(strings.Fields("--from -33.9,151.2 --to=DEDUI --via khorgos --via=KZ --avoid suez --through-kazakhstan --market 2024-06 --cargo-value 60000 --carbon-price=80 --max 3 --json"))
	if err != nil {
		t.Fatal(err)
	}
	if o.from != "-33.9,151.2" || o.to != "DEDUI" || strings.Join(o.via, " ") != "khorgos KZ" || strings.Join(o.avoid, " ") != "suez" ||
		!o.kazakhstan || o.market != "2024-06" || o.cargoValue != 60000 || o.carbonPrice != 80 || o.most != 3 || !o.json || o.legs {
		t.Errorf("read %+v", o)
	}
}

func TestNearest(t *testing.T) {
	words := []string{"--from", "--to", "--via", "--avoid"}
	for typed, want := range map[string]string{"--form": "--from", "--fro": "--from", "--AVOID": "--avoid", "--viaa": "--via", "--too": "--to", "--vai": "--via", "--ot": "--to", "--max": "", "--zzzzzz": ""} {
		got := nearest(typed, words)
		if want == "" && len(got) > 0 || want != "" && (len(got) == 0 || got[0] != want) {
			t.Errorf("%s: %v, want %q first", typed, got, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"suez", "suze", 1}, {"hormuz", "hormus", 1}, {"rnk", "rank", 1}, {"abc", "xabcx", 2}} {
		if got := slips(c.a, c.b); got != c.want || slips(c.b, c.a) != c.want {
			t.Errorf("%q to %q: %d slips, want %d", c.a, c.b, got, c.want)
		}
	}
}
