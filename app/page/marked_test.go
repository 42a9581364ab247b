//go:build !js

package page

import (
	"bytes"
	"encoding/csv"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/solver"
	"zhol/solver/network"
)

var (
	token    = regexp.MustCompile(`<(/?)([a-z0-9]+)([^>]*)>|[^<]+`)
	langAttr = regexp.MustCompile(` lang="?([a-z]+)"?`)
	told     = regexp.MustCompile(` (?:title|aria-label|alt)="([^"]*)"`)
	sentence = regexp.MustCompile(`\b[A-Za-z]+ [a-z]+ [a-z]+\b`)
	prose    = regexp.MustCompile(`\b[A-Za-z]+ (of|the|to|with|from|for|by|and) [a-z]+\b`) // among those of other languages in the same letters
)

// unmarked finds English that a page in another language does not say to be English.
func unmarked(html, code string) (out []string) {
	sentence := sentence
	if code == "id" {
		sentence = prose
	}
	langs := []string{code}
	for _, m := range token.FindAllStringSubmatch(html, -1) {
		lang := langs[len(langs)-1]
		switch {
		case m[2] == "":
			if lang != English.Code && sentence.MatchString(m[0]) {
				out = append(out, strings.TrimSpace(m[0]))
			}
		case m[1] == "/":
			langs = langs[:len(langs)-1]
		default:
			if own := langAttr.FindStringSubmatch(m[3]); own != nil {
				lang = own[1]
			}
			for _, text := range told.FindAllStringSubmatch(m[3], -1) {
				if lang != English.Code && sentence.MatchString(text[1]) {
					out = append(out, text[1])
				}
			}
			if m[2] != "input" && m[2] != "br" && !strings.HasSuffix(m[3], "/") {
				langs = append(langs, lang)
			}
		}
	}
	if len(langs) != 1 {
		out = append(out, "tags do not close")
	}
	return out
}

func TestUnmarkedIsFound(t *testing.T) {
	for html, want := range map[string]int{
		`<p>Цены <span lang="en">of the tables</span> и</p>`: 0, `<p>prices of the tables</p>`: 1, `<p lang="en"><b title="all of it"></b></p>`: 0, `<p title="all of it"></p>`: 1,
	} {
		if got := unmarked(html, "ru"); len(got) != want {
			t.Errorf("%s: %q", html, got)
		}
	}
}

// In every language but English, what is told in English says so (WCAG 3.1.2): in opened legs, in the data with a table opened, in
// what-ifs that are on, beside what blocks the way.
func TestEnglishIsMarked(t *testing.T) {
	everyLanguage(t)
	s := published()
	hello := encode(t, s.Hello())
	for _, code := range Languages[1:] {
		for _, link := range []string{
			"from=CNSIA&to=DEDUI&pick=5&compare=1,2&lang=", "from=CNSIA&to=DEDUI&view=data&lang=", "from=CNSIA&to=DEDUI&view=charts&lang=", "from=KZALA&to=DEDUI&view=reach&lang=",
			"from=CNSIA&to=AEJEA&avoid=hormuz,IR,suez,bab-el-mandeb,RU,aktau,kuryk,turkmenbashi,brest,bruzgi,after-2016&subsidy=off&customs=6&lines=planned&tracks=2&lang=",
			"from=CNSIA&to=KZALA&avoid=KZ&lang=", "from=CNSIA&to=40,-40&colour=blue&lang=", "from=IRTHR&to=KZALA&cargo=dangerous&avoid=RU&lang=",
		} {
			p := New()
			p.hear("hello", hello)
			p.follow("#" + link + code)
			ask := p.question()
			ask.Seq, ask.Lang, ask.Table = p.asker.seq, code, "rail_links"
			reply, _ := s.Answer(ask)
			p.unfold, p.rated, p.helped, p.storied = true, true, true, true
			p.hear("answer", encode(t, reply))
			html := markup(p)
			if len(html) < 10_000 {
				t.Fatalf("%s%s: only %s", link, code, html)
			}
			if left := unmarked(html, code); len(left) > 0 {
				t.Errorf("%s%s leaves %d unmarked, such as %q", link, code, len(left), left[:min(4, len(left))])
			}
		}
	}
}

// The names of corridors beside published figures are in the language asked for, whatever was asked for before.
func TestHeldInTheLanguageAsked(t *testing.T) {
	everyLanguage(t)
	s := published()
	for _, c := range []struct{ lang, want string }{{"en", "Dostyk / Alashankou · Brest / Malaszewicze"}, {"ru", "Достык / Алашанькоу · Брест / Малашевиче"}, {"en", "Dostyk / Alashankou · Brest / Malaszewicze"}} {
		reply, _ := s.Answer(Ask{Query: Default, Show: "data", Lang: c.lang})
		if got := reply.Tables.Held[0].By; got != c.want {
			t.Errorf("in %s the corridor is %q", c.lang, got)
		}
	}
}

// Every world has a note in every language that has none of the tables'.
func TestWorldsHaveNotes(t *testing.T) {
	net := tables(t)
	switches, err := solver.Switches(net)
	if err != nil {
		t.Fatal(err)
	}
	everyLanguage(t)
	for _, code := range Languages[1:] {
		notes := learned[code].WorldNotes
		for _, s := range switches {
			if notes[s.ID] == "" {
				t.Errorf("%s: %s has no note", code, s.ID)
			}
		}
		if len(notes) != len(switches) {
			t.Errorf("%s: %d notes on %d worlds", code, len(notes), len(switches))
		}
	}
	p := New()
	p.say = learned["ru"]
	p.switches = []Switch{{ID: "no-iran", Names: network.Names{EN: "No Iran", RU: "Без Ирана"}, Known: Row{Note: "a wish of the shipper"}}}
	if got := p.worldNote(&p.switches[0]); got.Note != learned["ru"].WorldNotes["no-iran"] || !got.OwnNote {
		t.Errorf("told as %+v", got)
	}
}

// What a cargo may not go by is told in each language, once for each kind of cargo on which the tables have a note: a second
// note on a kind would go untold.
func TestCargoHasNotes(t *testing.T) {
	text, err := os.ReadFile("../../solver/tariff/tables/fit.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	everyLanguage(t)
	for _, code := range Languages[1:] {
		notes := learned[code].CargoNotes
		for _, row := range rows[1:] {
			if notes[row[0]] == "" {
				t.Errorf("%s: %s has no note", code, row[0])
			}
		}
		if len(notes) != len(rows)-1 {
			t.Errorf("%s: %d notes on %d rows", code, len(notes), len(rows)-1)
		}
	}
	p := New()
	p.say = learned["ru"]
	p.state.Scenario.Cargo.Kind = solver.Oversize
	p.reply.Barred = "it goes in ordinary wagons."
	if shown := app.HTMLString(p.barred()); !strings.Contains(shown, learned["ru"].CargoNotes["oversize"]) || !strings.Contains(shown, `lang="ru"`) {
		t.Errorf("told as %s", shown)
	}
	p.say = English
	if shown := app.HTMLString(p.barred()); !strings.Contains(shown, p.reply.Barred) || !strings.Contains(shown, `lang="en"`) {
		t.Errorf("told as %s", shown)
	}
}

// A link that is damaged is told in the language of the page, with the names that places have in it; dates are neither broken
// nor turned round.
func TestIgnoredInLanguages(t *testing.T) {
	p := started(t)
	for code, want := range map[string]string{"en": "Almaty?", "kk": "Алматы"} {
		p.say = English
		if code != "en" {
			p.say = wordsIn(t, code)
		}
		_, ignored := p.words.Parse("to=Almatty&market=1999-13")
		if said := p.fault(&ignored[0]); !strings.Contains(said, want) {
			t.Errorf("%s: says %q", code, said)
		}
		if said := p.fault(&ignored[1]); !strings.Contains(said, "\u2066") || strings.Contains(strings.TrimPrefix(said, isolate("market=1999-13")), "-") {
			t.Errorf("%s: says %q", code, said)
		}
	}
}
