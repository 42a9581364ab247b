package network

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	n := load(t)
	for text, want := range map[string]string{
		"sia": "sia", "CNSIA": "sia", "cnsia": "sia", "Xi'an": "sia", "xian": "sia", "Сиань": "sia", "西安": "sia",
		"Қорғас": "khg_dp", "Хоргос": "khg_dp", "霍尔果斯": "hgs", "Horgos": "hgs", "Khorgos": "khg_dp",
		"Duisburg": "dui", "дуйсбург": "dui", "Łódź": "lod", "Lodz": "lod", "Алматы": "ala", "Almaty": "ala", "alma": "ala",
		"ақтау": "aau", "Актау": "aau", "Jebel": "jea", "Rotterdam": "rtm", "鹿特丹": "rtm", "Shahid Rajaee": "bnd", "Достык": "dos", "Өскемен": "",
	} {
		got := n.Find(text)
		switch {
		case want == "" && len(got) > 0:
			t.Errorf("Find(%q) = %s, want nothing", text, n.Places[got[0]].ID)
		case want != "" && (len(got) == 0 || n.Places[got[0]].ID != want):
			t.Errorf("Find(%q) = %v, want %s first", text, got, want)
		}
	}
	if got := n.Find(" -- "); got != nil {
		t.Errorf("Find of no letters = %v", got)
	}
}

// An end is what its words say, or one of several that are told; no text is taken for a place that merely holds it.
func TestCalled(t *testing.T) {
	n := load(t)
	for text, want := range map[string]string{"sia": "sia", "cnsia": "sia", "Сиань": "sia", "Khorgos": "khg_dp", "Jebel": "jea", "Halkali": "hal", "rotter": "rtm",
		"KZ": "", "CN": "", "uisburg": "", "": ""} {
		got := n.Called(text)
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || n.Places[got[0]].ID != want) {
			t.Errorf("Called(%q) = %v, want %q", text, got, want)
		}
	}
	if got := n.Called("a"); len(got) < 5 {
		t.Errorf("only %d places begin with a", len(got))
	}
}

// Every place is found by its id, its code and its name in each language.
func TestEveryPlaceIsFoundByAllItsNames(t *testing.T) {
	n := load(t)
	for i, p := range n.Places {
		for _, text := range []string{p.ID, p.Code, p.Names.EN, p.Names.RU, p.Names.KK, p.Names.ZH} {
			if text != "" && !slices.Contains(n.Find(text), PlaceID(i)) {
				t.Errorf("%s is not found by %q", p.ID, text)
			}
		}
	}
}

func TestFeature(t *testing.T) {
	n := load(t)
	for text, want := range map[string]string{
		"suez": "suez", "Suez Canal": "suez", "Суэцкий канал": "suez", "hormuz": "hormuz", "霍尔木兹海峡": "hormuz",
		"khorgos": "khorgos", "Khorgos / Altynkol": "khorgos", "Altynkol": "khorgos", "alt": "alt", "RU": "RU", "ru": "RU", "Russia": "RU", "Қазақстан": "KZ", "俄罗斯": "RU",
		"CNSIA": "sia", "Duisburg": "dui", "SUZ": "suz", "bosporus": "bosporus", "cape": "cape",
	} {
		f, ok := n.Feature(text)
		if !ok || n.FeatureID(f) != want {
			t.Errorf("Feature(%q) = %v %v, want %s", text, f, ok, want)
		}
	}
	if f, ok := n.Feature("Atlantis"); ok {
		t.Errorf("Atlantis is %s", n.FeatureID(f))
	}
}

// The id of every feature reads back as it; a gateway that is a passage reads as the passage, which closes the same arcs.
// TestAliases: cities are found that a terminal elsewhere serves, and by their older names.
func TestAliases(t *testing.T) {
	n := load(t)
	for text, want := range map[string]string{"Mumbai": "nsa", "bombay": "nsa", "Nur-Sultan": "ast", "Bangkok": "lch", "RUMOW": "mow", "TRIST": "hal", "ESBCN": "bcn", "西贡": "sgn", "KZ ALA": "ala", "in BOM": "nsa", "Po\u030cti": "pti", "Canton": "can", "Kiev": "kbp"} {
		if got := n.Called(text); len(got) != 1 || n.Places[got[0]].ID != want {
			t.Errorf("%s is %v, want %s", text, got, want)
		}
	}
}

func TestFeatureIDReadsBack(t *testing.T) {
	n := load(t)
	var all []Feature
	for kind, count := range map[FeatureKind]int{PlaceFeature: len(n.Places), CountryFeature: len(n.Countries), PassageFeature: len(n.Passages), GatewayFeature: len(n.Gateways)} {
		for i := range count {
			all = append(all, Feature{kind, int32(i)})
		}
	}
	for _, f := range all {
		got, ok := n.Feature(n.FeatureID(f))
		if ok && got == f {
			continue
		}
		if !ok || f.Kind != GatewayFeature || got.Kind != PassageFeature {
			t.Errorf("%v reads back as %v", f, got)
			continue
		}
		for a := range n.Arcs {
			arc := &n.Arcs[a]
			narrow := n.narrows[n.Nodes[arc.From].Place] | n.narrows[n.Nodes[arc.To].Place] // shut with the passage, and not sailed through it
			if arc.Kind == Sea && narrow == 0 && n.Affects(f, ArcID(a)) != n.Affects(got, ArcID(a)) {
				t.Fatalf("%s as gateway and as passage differ on arc %d", n.FeatureID(f), a)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	n := load(t)
	for text, want := range map[string]string{"Duisberg": "Duisburg", "khorgoss": "Khorgos / Altynkol", "Rusia": "Russia", "hormus": "Strait of Hormuz", "CNSIB": "Xi'an (International Port)", "Алмати": "Алматы",
		"suze": "Suez Canal", "Parix": "", "Duisbur\uFFFD": "", "Duisbur\xd0": "", "\uFFFDа": "", "Duisbur\x02": "", "x": "", "И": "", "17": "", "西": "西安", "zzzzzz": "", "Johannesburg": ""} {
		got := n.Nearest(text, 3)
		if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) || len(got) > 3 {
			t.Errorf("Nearest(%q) = %q, want %q among three", text, got, want)
		}
		for _, name := range got {
			if _, ok := n.PlaceByID(name); ok {
				t.Errorf("Nearest(%q) tells the id %s", text, name)
			}
		}
	}
	if got := n.NearestPlaces("Russi", 3); slices.Contains(got, "Russia") {
		t.Errorf("%q are places", got)
	}
}

// A text that lost a letter on its way is not taken for what is left of it: Сианьян is another city than Сиань.
func TestDamaged(t *testing.T) {
	n := load(t)
	for _, text := range []string{"Сиань\xd1", "Сиань\uFFFD", "\x00Сиань"} {
		if got := n.Find(text); got != nil {
			t.Errorf("Find(%q) = %v", text, got)
		}
		if f, ok := n.Feature(text); ok {
			t.Errorf("Feature(%q) = %s", text, n.FeatureID(f))
		}
	}
	if Fold("Си\tань\n") != "си ань" {
		t.Error("a tab is a space")
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "abc", 0}, {"ab", "ba", 1}, {"kitten", "sitting", 3}, {"жол", "жал", 1}} {
		if got := EditDistance(c.a, c.b); got != c.want || EditDistance(c.b, c.a) != c.want {
			t.Errorf("EditDistance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
