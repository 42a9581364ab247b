package page

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"testing"
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
			if !field.IsExported() || field.Name == "Code" || field.Name == "Names" {
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
