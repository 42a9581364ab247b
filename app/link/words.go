package link

import (
	"slices"
	"strings"

	"zhol/solver"
	"zhol/solver/network"
)

// Entry is something that a link can name: a place, or what can be closed or insisted on.
type Entry struct {
	ID      string        `json:"id"`
	Code    string        `json:"code,omitempty"` // UN/LOCODE of a place
	Names   network.Names `json:"names"`
	Also    string        `json:"also,omitempty"`    // further names and codes of a place, between semicolons
	Country string        `json:"country,omitempty"` // of a place whose Code does not tell it
}

// in is the id of the country that a place is in.
func (e Entry) in() string {
	if len(e.Code) > 2 {
		return e.Code[:2]
	}
	return e.Country
}

// Words is what links may name. It is immutable once made.
type Words struct {
	Places   []Entry
	Features []Entry // countries, passages and gateways
	Markets  []string
	// Languages are the codes that a link may ask the page to speak; set by the page.
	Languages []string
	place     map[string]int // by folded id and code
	feature   map[string]int
	names     [][]string        // by place: what Find looks through, once it is looked for
	called    map[string]string // names in one more language, by id
}

// WordsOf takes the words of a network, with the market dates of its prices.
func WordsOf(net *solver.Network, markets []string) *Words {
	places := make([]Entry, len(net.Places))
	for i, p := range net.Places {
		places[i] = Entry{ID: p.ID, Code: p.Code, Names: p.Names, Also: p.Also}
		if places[i].in() != p.Country {
			places[i].Country = p.Country
		}
	}
	var features []Entry
	for _, list := range [][]network.Named{net.Countries, net.Passages, net.Gateways} {
		for _, n := range list {
			features = append(features, Entry{ID: n.ID, Names: n.Names})
		}
	}
	return NewWords(places, features, markets)
}

// NewWords indexes places, features and markets. Where two places share a UN/LOCODE the first has it.
func NewWords(places, features []Entry, markets []string) *Words {
	w := &Words{Places: places, Features: features, Markets: markets, place: map[string]int{}, feature: map[string]int{}}
	for i, p := range places {
		claim(w.place, p.ID, i)
	}
	for i, p := range places {
		claim(w.place, p.Code, i)
	}
	for i, f := range features {
		claim(w.feature, f.ID, i)
	}
	return w
}

// folded are the names, the code and the id of every place, in the letters that are looked for. Words belong to one goroutine.
func (w *Words) folded() [][]string {
	if w.names == nil {
		w.names = make([][]string, len(w.Places))
		for i, p := range w.Places {
			w.names[i] = []string{network.Fold(p.Names.EN), network.Fold(p.Names.RU), network.Fold(p.Names.KK), network.Fold(p.Names.ZH), network.Fold(p.Code), network.Fold(p.ID)}
			for _, also := range strings.Split(p.Also, ";") {
				w.names[i] = append(w.names[i], network.Fold(also))
			}
			if name := w.called[p.ID]; name != "" {
				w.names[i] = append(w.names[i], network.Fold(name))
			}
		}
	}
	return w.names
}

func claim(index map[string]int, key string, i int) {
	if key == "" {
		return
	}
	folded := network.Fold(key)
	if _, taken := index[folded]; !taken {
		index[folded] = i
	}
}

// Call lets places be found by names of one more language, by id.
func (w *Words) Call(names map[string]string) {
	w.called, w.names = names, nil
}

// Place is the entry of a place named by id, UN/LOCODE, or whole name in any language. Its country may stand after that.
func (w *Words) Place(text string) (Entry, bool) { return w.withCountry(text, w.placeIn) }

// withCountry is what is named by a text, or else by what stands in it before the country, there.
func (w *Words) withCountry(text string, named func(country, text string) (Entry, bool)) (Entry, bool) {
	if e, ok := named("", text); ok {
		return e, true
	}
	if name, land, ok := network.WithCountry(text); ok {
		if countries := w.lands(land, func(name, key string) bool { return name == key }); len(countries) == 1 {
			return named(countries[0], name)
		}
	}
	return Entry{}, false
}

// placeIn is Place in one country, or in any for none.
func (w *Words) placeIn(country, text string) (Entry, bool) {
	key := network.Fold(text)
	is := func(i int) bool { return country == "" || w.Places[i].in() == country }
	if i, ok := w.place[key]; ok && is(i) {
		return w.Places[i], true
	}
	if i, ok := w.place[network.JoinedCode(key)]; ok && is(i) {
		return w.Places[i], true
	}
	for i, names := range w.folded() {
		if key != "" && is(i) && (slices.Contains(names[:4], key) || slices.Contains(names[codeAt+2:], key)) {
			return w.Places[i], true
		}
	}
	return Entry{}, false
}

// Code is the shortest unmistakable name of a place: its UN/LOCODE where that leads back to it, else its id.
func (w *Words) Code(id string) string {
	if i, ok := w.place[network.Fold(id)]; ok && w.Places[i].Code != "" {
		if j, ok := w.place[network.Fold(w.Places[i].Code)]; ok && i == j {
			return w.Places[i].Code
		}
	}
	return id
}

// Feature is the entry of a place, country, passage or gateway, or of the lines opened after a year.
func (w *Words) Feature(text string) (Entry, bool) {
	if f, ok := network.AfterYear(text); ok {
		year := int(f.Index)
		return Entry{ID: network.AfterID(year), Names: network.AfterNames(year)}, true
	}
	if i, ok := w.feature[network.Fold(text)]; ok {
		return w.Features[i], true
	}
	for _, f := range w.Features {
		for _, name := range []string{f.Names.EN, f.Names.RU, f.Names.KK, f.Names.ZH} {
			if name != "" && network.Fold(name) == network.Fold(text) {
				return f, true
			}
		}
	}
	return w.Place(text)
}

// Find lists at most n places that a text may mean, the likeliest first: a whole code or name, then what begins with it,
// then what has a word that begins with it, then what holds it anywhere; where it begins the name of a country, the places there last.
func (w *Words) Find(text string, n int) []Entry { return w.find(text, n, ofCountry) }

// Country tells whether a text means a country: by its code or whole name where no place is called that, or by the beginning of its name
// where no place may be meant.
func (w *Words) Country(text string) bool {
	if _, ok := w.Place(text); ok {
		return false
	}
	if i, ok := w.feature[network.Fold(text)]; ok && len(w.Features[i].ID) == 2 {
		return true
	}
	return len(w.find(text, 1, anywhere)) == 0 && len(w.countries(network.Fold(text))) > 0
}

// Called is Place, or the only place whose name is the text but for what stands in brackets.
func (w *Words) Called(text string) (Entry, bool) {
	if e, ok := w.Place(text); ok {
		return e, true
	}
	return w.withCountry(text, w.shortIn)
}

// shortIn is the only place of a country, or of all for none, whose name is the text but for what stands in brackets.
func (w *Words) shortIn(country, text string) (Entry, bool) {
	key, only := network.Fold(text), -1
	for i, p := range w.Places {
		if country != "" && p.in() != country {
			continue
		}
		for _, name := range []string{p.Names.EN, p.Names.RU, p.Names.KK, p.Names.ZH, w.called[p.ID]} {
			short, _, bracket := strings.Cut(name, " (")
			if !bracket || key == "" || network.Fold(short) != key || only == i {
				continue
			}
			if only >= 0 {
				return Entry{}, false
			}
			only = i
		}
	}
	if only < 0 {
		return Entry{}, false
	}
	return w.Places[only], true
}

// How well a text may be found in a name: as the whole, as its beginning, as that of a word in it, anywhere, or in that of the country.
const (
	whole = iota
	beginning
	beginningOfWord
	anywhere
	ofCountry
)

// find leaves out what is found less well than a grade. Where nothing is, a country may stand after the name, or the beginning of one.
func (w *Words) find(text string, n, worst int) []Entry {
	hits := w.hits(network.Fold(text), worst, func(Entry) bool { return true })
	if name, land, ok := network.WithCountry(text); ok && len(hits) == 0 {
		countries := w.lands(land, strings.HasPrefix)
		hits = w.hits(network.Fold(name), min(worst, anywhere), func(e Entry) bool { return slices.Contains(countries, e.in()) })
	}
	return w.first(hits, n)
}

// hits are the places that count among those that a folded text may mean: by grade, then in their order, as first takes them.
func (w *Words) hits(key string, worst int, counts func(Entry) bool) []int {
	if key == "" {
		return nil
	}
	code := network.JoinedCode(key)
	countries := w.countries(key)
	var hits []int
	for i, names := range w.folded() {
		grade := ofCountry + 1
		if slices.Contains(countries, w.Places[i].in()) {
			grade = ofCountry
		}
		for j, name := range names {
			at := strings.Index(name, key)
			switch {
			case name == key || j == codeAt && name != "" && name == code:
				grade = whole
			case at == 0:
				grade = min(grade, beginning)
			case strings.Contains(name, " "+key):
				grade = min(grade, beginningOfWord)
			case at > 0:
				grade = min(grade, anywhere)
			}
		}
		if grade <= worst && counts(w.Places[i]) {
			hits = append(hits, grade*len(w.Places)+i)
		}
	}
	return hits
}

// countries are those whose name a folded text begins, with three letters at least, or whose code it is.
func (w *Words) countries(key string) []string {
	if i, ok := w.feature[key]; ok && len(key) == 2 {
		return []string{w.Features[i].ID}
	}
	if len([]rune(key)) < 3 && key < firstHan {
		return nil
	}
	return w.lands(key, strings.HasPrefix)
}

// lands are the countries that have a text for their code, or for a name as is tells.
func (w *Words) lands(text string, is func(name, key string) bool) (ids []string) {
	key := network.Fold(text)
	for _, f := range w.Features {
		if len(f.ID) != 2 {
			continue
		}
		for _, name := range []string{f.ID, f.Names.EN, f.Names.RU, f.Names.KK, f.Names.ZH, w.called[f.ID]} {
			if name = network.Fold(name); name != "" && (name == key || len(name) > 2 && is(name, key)) {
				ids = append(ids, f.ID)
				break
			}
		}
	}
	return ids
}

// first are the first n places of those that are put in order by a number, which counts in steps of as many as there are places.
func (w *Words) first(order []int, n int) []Entry {
	slices.Sort(order)
	var out []Entry
	for _, at := range order[:min(n, len(order))] {
		out = append(out, w.Places[at%len(w.Places)])
	}
	return out
}

// slips are as many letters as may be wrong in a name for it to be like another: a third, as in network.Nearest. Of two or
// three letters none may be: one more, and any id would be like some other. A Chinese letter says as much as a syllable.
func slips(key string) int {
	n := len([]rune(key))
	if n < fewLetters && key < firstHan {
		return 0
	}
	return max(1, n/3)
}

const (
	fewLetters = 4
	firstHan   = "\u2e80"
)

// Near lists at most n places that are spelt much like a text which names none, the likest first; none where nothing is. A
// UN/LOCODE, in capitals, is like those of its country. Where a country that a text gives is not that of the place, the place is near.
func (w *Words) Near(text string, n int) []Entry {
	if name, _, ok := network.WithCountry(text); ok {
		if near := w.near(name, n); len(near) > 0 {
			return near
		}
	}
	return w.near(text, n)
}

func (w *Words) near(text string, n int) []Entry {
	key := network.Fold(text)
	if !network.Spells(key) {
		return nil
	}
	code := len(text) == 5 && text[0] <= 'Z' && text[1] <= 'Z' // of a country, in capitals
	guesses := make([]int, 0, len(w.Places))                   // by how far off they are, then in the order of the places
	for i, names := range w.folded() {
		off := len([]rune(key)) // nothing in common
		most := min(slips(key), off-1)
		for j, name := range names {
			d := off
			for _, word := range append(strings.Fields(name), name) {
				if far := network.EditDistance(key, word); far <= slips(word) {
					d = min(d, far)
				}
			}
			if j == codeAt && code && len(name) == len(key) && name[:2] == key[:2] {
				d = min(network.EditDistance(key, name)-1, most)
			}
			if name != "" {
				off = min(off, d)
			}
		}
		if off <= most {
			guesses = append(guesses, off*len(w.Places)+i)
		}
	}
	return w.first(guesses, n)
}

// alike is the place, country, passage or gateway that is spelt most like a text which names none, if it is much like it.
func (w *Words) alike(text string) (best Entry, ok bool) {
	key := network.Fold(text)
	if !network.Spells(key) {
		return best, false
	}
	least := min(slips(key), len([]rune(key))-1) + 1
	for _, entries := range [][]Entry{w.Features, w.Places} {
		for _, e := range entries {
			for _, name := range []string{e.ID, e.Names.EN, e.Names.RU, e.Names.KK, e.Names.ZH} {
				for _, word := range append(strings.Fields(network.Fold(name)), network.Fold(name)) {
					if off := network.EditDistance(key, word); off < least && off <= slips(word) {
						best, least, ok = e, off, true
					}
				}
			}
		}
	}
	return best, ok
}

// codeAt is where the UN/LOCODE stands among the folded names of a place.
const codeAt = 4
