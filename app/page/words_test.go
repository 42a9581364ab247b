package page

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/network"
)

var verb = regexp.MustCompile(`%(\[\d\])?[sd%]`)

// wordsIn reads the words of a language from its file.
func wordsIn(t *testing.T, code string) *Words {
	t.Helper()
	text, err := os.ReadFile("words/" + code + ".json")
	if err != nil {
		t.Fatal(err)
	}
	w, err := Learn(code, string(text))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Every language has every word of English, with the same things to be filled in, and no word of its own.
func TestWordsComplete(t *testing.T) {
	for _, code := range Languages {
		text, err := os.ReadFile("words/" + code + ".json")
		if err != nil {
			t.Error(err)
			continue
		}
		strict := json.NewDecoder(bytes.NewReader(text))
		strict.DisallowUnknownFields()
		w := &Words{}
		if err := strict.Decode(w); err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		got, want := reflect.ValueOf(*w), reflect.ValueOf(*English)
		for i := range want.NumField() {
			field := want.Type().Field(i)
			if !field.IsExported() || field.Name == "Code" || field.Name == "Names" || field.Name == "WorldNotes" || field.Name == "CargoNotes" || field.Name == "RowTexts" || field.Name == "Months" || field.Name == "MonthOf" {
				continue
			}
			switch g := got.Field(i).Interface().(type) {
			case string:
				same(t, code+" "+field.Name, g, want.Field(i).String())
			case plural:
				if g["other"] == "" {
					t.Errorf("%s %s: has no form for any number", code, field.Name)
				}
			case map[string]string:
				e := want.Field(i).Interface().(map[string]string)
				sameKeys(t, code+" "+field.Name, g, e)
				for k := range e {
					same(t, code+" "+field.Name+" "+k, g[k], e[k])
				}
			case map[string]Told:
				e := want.Field(i).Interface().(map[string]Told)
				sameKeys(t, code+" "+field.Name, g, e)
				for k := range e {
					same(t, code+" "+field.Name+" "+k, g[k].Title, e[k].Title)
					same(t, code+" "+field.Name+" "+k, g[k].Text, e[k].Text)
				}
			}
		}
	}
}

func same(t *testing.T, where, got, want string) {
	t.Helper()
	a, b := verb.FindAllString(got, -1), verb.FindAllString(want, -1)
	slices.Sort(a)
	slices.Sort(b)
	if got == "" || !slices.Equal(a, b) {
		t.Errorf("%s: says %q for %q", where, got, want)
	}
}

func sameKeys[V any](t *testing.T, where string, got, want map[string]V) {
	t.Helper()
	if a, b := slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)); !slices.Equal(a, b) {
		t.Errorf("%s: has the words %v, want %v", where, a, b)
	}
}

func TestKnownLanguage(t *testing.T) {
	for asked, want := range map[string]string{"kk-KZ": "kk", "ar": "ar", "zh-Hans-CN": "zh", "fr": "", "": "", "e": ""} {
		if got := known(asked); got != want {
			t.Errorf("%q is spoken as %q, want %q", asked, got, want)
		}
	}
}

// Every fault of a link has words.
func TestLinkFaultsHaveWords(t *testing.T) {
	if got := slices.Sorted(maps.Keys(English.LinkFaults)); !slices.Equal(got, slices.Sorted(slices.Values(link.Faults))) {
		t.Errorf("there are words for %v", got)
	}
}

// Every language but English has a text for every form that the arithmetic of rows takes in any world, and all have one for
// the same forms.
func TestRowTexts(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	texts := map[string]bool{}
	for _, text := range []string{
		"from=CNSIA&to=DEDUI", "from=CNSIA&to=GEPTI", "from=CNSIA&to=AEJEA&cargo=reefer", "from=KZALA&to=TRIST&box=20&tonnes=26",
		"from=CNSIA&to=DEDUI&train=wagons&customs=6&subsidy=off&tracks=2&cargo=dangerous", "from=CNKHG&to=UZTAS&lines=planned",
		"from=INMUN&to=KZAST&cargo=oversize", "from=CNSHA&to=NLRTM&level=sea:1500,rail:500,KZAAU:500", "from=JPTYO&to=48.1,11.5&market=2024-06",
		"from=KZALA&to=ROCND&level=KZAAU:500&tonnes=27", "from=TRMER&to=FIHEL", "from=43.2,76.9&to=42.9,74.6", "from=KRPUS&to=PLGDN",
		"from=LKCMB&to=BEANR", "from=CNSIA&to=DEDUI&market=2024-06", "from=KZALA&to=GEPTI&month=11", "from=CNSHA&to=CNSIA&cargo=reefer&box=20",
	} {
		state, _ := s.words.Parse(text)
		for _, open := range []int{1, 3, 6} {
			reply, _ := s.Answer(Ask{Query: state.Query, Scenario: state.Scenario, Open: open})
			for _, leg := range reply.Legs {
				for _, row := range leg.Rows {
					texts[row.Text] = true
				}
			}
		}
	}
	if len(texts) < 300 {
		t.Errorf("only %d texts", len(texts))
	}
	var forms []string
	for _, code := range Languages[1:] {
		w := wordsIn(t, code)
		own := slices.Sorted(maps.Keys(w.RowTexts))
		if forms == nil {
			forms = own
		}
		if !slices.Equal(own, forms) {
			t.Errorf("%s has other forms: %v", code, own)
		}
		for form, own := range w.RowTexts {
			if strings.Count(form, "%s") != len(verb.FindAllString(strings.ReplaceAll(own, "%%", ""), -1)) {
				t.Errorf("%s: %q for %q", code, own, form)
			}
		}
		failed := 0
		for text := range texts {
			told, ok := w.rowText(text)
			if (!ok || told == "" || strings.Contains(told, "%!")) && failed < 5 {
				failed++
				t.Errorf("%s: %q is told as %q", code, text, told)
			}
		}
	}
	if text, ok := English.rowText("5 USD per FEU"); !ok || text != "5 USD per FEU" {
		t.Errorf("in English %q", text)
	}
	if got, ok := learned["ru"].rowText("1,354 km x 0.61 USD/FEU-km westbound on KTZ, x 1 at the market of 2025-11, x 1.4 for dangerous goods"); !ok || !strings.Contains(got, "на запад, KTZ, × 1 по рынку на") || !strings.HasSuffix(got, ": опасный груз") {
		t.Errorf("told as %q", got)
	}
	if _, ok := learned["ru"].rowText("what nobody has a form for"); ok {
		t.Error("what has no form is told")
	}
}

// Every fault of a question has words, and what a link can ask wrongly is such a fault.
func TestFaultsHaveWords(t *testing.T) {
	if got := slices.Sorted(maps.Keys(English.Faults)); !slices.Equal(got, slices.Sorted(slices.Values(solver.FaultKinds))) {
		t.Errorf("there are words for %v", got)
	}
	net := tables(t)
	s := NewService(net)
	for text, want := range map[string]string{
		"from=CNSIA&to=40,-40": "water", "from=CNSIA&to=CNSIA": "same",
	} {
		state, ignored := s.words.Parse(text)
		reply, _ := s.Answer(Ask{Query: state.Query, Scenario: state.Scenario})
		if reply.Fault == nil || reply.Fault.Kind != want || len(ignored) > 0 {
			t.Errorf("%s, without %v, is at fault for %+v", text, ignored, reply.Fault)
			continue
		}
		p := New()
		p.words, p.reply = s.words, reply
		if said := p.faultText(reply.Fault); strings.Contains(said, "%!") || reply.Fault.Far == nil != (want != "water") {
			t.Errorf("%s is told as %q, %+v", text, said, reply.Fault.Far)
		}
	}
}

// Every table that is counted has a name.
func TestTablesHaveNames(t *testing.T) {
	for _, tally := range published().tables("").Tally {
		if English.TableNames[tally.Table] == "" {
			t.Errorf("%s has no name", tally.Table)
		}
	}
}

// The names that a language has of its own are of things that there are, and no gateway lacks one where the network has none, nor a place in
// Arabic, whose letters are others.
func TestNames(t *testing.T) {
	net := tables(t)
	words := link.WordsOf(net, nil)
	switches, err := solver.Switches(net)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range Languages {
		w := wordsIn(t, code)
		for id := range w.Names {
			known := len(id) == 2 && id == strings.ToUpper(id) // a country beyond the network has its name on the map
			for _, s := range switches {
				known = known || s.ID == id
			}
			if _, ok := words.Feature(id); !ok && !known {
				t.Errorf("%s: %s is nothing", code, id)
			}
		}
		if code != "ar" && code != "id" {
			continue
		}
		for _, list := range [][]network.Named{net.Gateways, net.Passages, net.Countries} {
			for _, n := range list {
				if w.Names[n.ID] == "" {
					t.Errorf("%s: %s has no name", code, n.ID)
				}
			}
		}
		for _, p := range net.Places {
			if code == "ar" && w.Names[p.ID] == "" {
				t.Errorf("%s: %s has no name in its letters", code, p.ID)
			}
		}
		for _, s := range switches {
			if w.Names[s.ID] == "" {
				t.Errorf("%s: %s has no name", code, s.ID)
			}
		}
	}
}

// What stands in the page before its program has arrived is what the words say, in English; other languages are put in its place.
func TestStillPageSpeaksTheWords(t *testing.T) {
	text, err := os.ReadFile("../../index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{"<p>" + English.Tagline + "</p>", `<p class="intro">` + English.Intro + "</p>", `id="progress-text">` + English.Starting + "<", `<p class="notice">` + English.Scriptless + "</p>"} {
		if !strings.Contains(string(text), said) {
			t.Errorf("the page does not say %q", said)
		}
	}
}
