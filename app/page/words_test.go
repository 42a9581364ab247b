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
			if !field.IsExported() || field.Name == "Code" || field.Name == "Names" || field.Name == "Months" || field.Name == "MonthOf" {
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

// Every fault of a question has words, and what a link can ask wrongly is such a fault.
func TestFaultsHaveWords(t *testing.T) {
	if got := slices.Sorted(maps.Keys(English.Faults)); !slices.Equal(got, slices.Sorted(slices.Values(solver.FaultKinds))) {
		t.Errorf("there are words for %v", got)
	}
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
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
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tally := range NewService(net).tables("").Tally {
		if English.TableNames[tally.Table] == "" {
			t.Errorf("%s has no name", tally.Table)
		}
	}
}

// The names that a language has of its own are of things that there are, and no gateway lacks one where the network has none, nor a place in
// Arabic, whose letters are others.
func TestNames(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	words := link.WordsOf(net, nil)
	switches, err := solver.Switches(net)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range Languages {
		text, err := os.ReadFile("words/" + code + ".json")
		if err != nil {
			t.Fatal(err)
		}
		w, err := Learn(code, string(text))
		if err != nil {
			t.Fatal(err)
		}
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
