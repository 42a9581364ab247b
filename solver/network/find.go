package network

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is something that a place, country, passage or gateway is called by.
type word struct {
	Feature
	text   string // as written
	folded string // as compared
	code   bool   // an id or a code rather than a name
}

// letters maps what a keyboard may lack to what it has: accents fall, Kazakh letters become their Russian neighbours, and the signs on
// Arabic letters fall as well.
var letters = strings.NewReplacer(
	"ä", "a", "á", "a", "à", "a", "â", "a", "ã", "a", "å", "a", "ą", "a", "ç", "c", "č", "c", "ć", "c", "ď", "d", "é", "e", "è", "e", "ê", "e", "ë", "e", "ę", "e", "ě", "e", "ğ", "g",
	"í", "i", "î", "i", "ı", "i", "ï", "i", "ł", "l", "ñ", "n", "ń", "n", "ň", "n", "ö", "o", "ő", "o", "õ", "o", "ó", "o", "ô", "o", "ø", "o", "ř", "r", "ş", "s", "š", "s", "ś", "s", "ș", "s", "ß", "ss",
	"ţ", "t", "ț", "t", "ť", "t", "ü", "u", "ű", "u", "ú", "u", "ů", "u", "ž", "z", "ź", "z", "ż", "z", "ý", "y", "i̇", "i",
	"ё", "е", "й", "и", "ә", "а", "ғ", "г", "қ", "к", "ң", "н", "ө", "о", "ұ", "у", "ү", "у", "һ", "х", "і", "и",
	"أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ى", "ي", "ی", "ي", "ک", "ك", "ة", "ه", "ـ", "", // the last stretches a word
	"'", "", "’", "", "ʻ", "", "ʼ", "", "`", "",
)

// Damaged tells whether a text has lost letters on its way: it has bytes that are no letter, the sign for such, or what nobody types.
func Damaged(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) })
}

// Spells tells whether a folded text has letters enough to be like a name that it is not: two of them, or one of Chinese.
func Spells(folded string) bool {
	n := 0
	for _, r := range folded {
		if unicode.Is(unicode.Han, r) {
			return true
		}
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n > 1
}

// Fold makes two spellings of a name equal: no case, no accents, one space for any punctuation. Of a damaged text it leaves nothing, for what
// is left of it may be the beginning of any name.
func Fold(text string) string {
	if Damaged(text) {
		return ""
	}
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) { // an accent on its own, or a vowel of Arabic
			return -1
		}
		return r
	}, letters.Replace(strings.ToLower(text)))
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
	}), " ")
}

// JoinedCode is a folded UN/LOCODE that is written with a space after its country, as in tables of them, without it; empty for what is none.
func JoinedCode(folded string) string {
	if len(folded) != 6 || folded[2] != ' ' {
		return ""
	}
	return folded[:2] + folded[3:]
}

// words lists all that anything is called by, ids first: passages, gateways, places, countries.
func words(n *Network) []word {
	var out []word
	add := func(f Feature, text string, code bool) {
		if folded := Fold(text); folded != "" {
			out = append(out, word{f, text, folded, code})
		}
	}
	names := func(f Feature, x Names) {
		for _, name := range []string{x.EN, x.RU, x.KK, x.ZH} {
			add(f, name, false)
			for _, open := range []string{" (", "（"} {
				if short, _, bracket := strings.Cut(name, open); bracket {
					add(f, short, false)
				}
			}
			if strings.Contains(name, " / ") {
				for _, part := range strings.Split(name, " / ") {
					add(f, part, false)
				}
			}
		}
	}
	lists := []struct {
		kind FeatureKind
		list []Named
	}{{PassageFeature, n.Passages}, {GatewayFeature, n.Gateways}, {CountryFeature, n.Countries}}
	for _, l := range lists {
		for i, x := range l.list {
			add(Feature{l.kind, int32(i)}, x.ID, true)
		}
	}
	for i, p := range n.Places {
		f := Feature{PlaceFeature, int32(i)}
		add(f, p.ID, true)
		add(f, p.Code, true)
		for _, also := range strings.Split(p.Also, ";") {
			add(f, also, len(also) == 5 && also == strings.ToUpper(also))
		}
	}
	for _, l := range lists {
		for i, x := range l.list {
			names(Feature{l.kind, int32(i)}, x.Names)
		}
	}
	for i, p := range n.Places {
		names(Feature{PlaceFeature, int32(i)}, p.Names)
	}
	return out
}

// How well a word answers a text, best first.
const (
	exactCode = iota
	exactName
	startsName
	startsWord
	within
	noMatch
)

func (w *word) match(text string) int {
	switch at := strings.Index(w.folded, text); {
	case w.folded == text && w.code:
		return exactCode
	case w.folded == text:
		return exactName
	case at == 0:
		return startsName
	case at > 0 && w.folded[at-1] == ' ':
		return startsWord
	case at > 0:
		return within
	}
	return noMatch
}

// Find lists the places that are called text, best first: by id or UN/LOCODE, by whole name in any of four languages, by
// the beginning of a name, of a word in it, then by any part. Among equals, places with a yard come first.
func (n *Network) Find(text string) []PlaceID {
	out, _ := n.graded(text, func(*word) bool { return true })
	return out
}

// Called lists the places that text names without a doubt: the best of those with that id, UN/LOCODE or whole name, else
// all those with a name that begins with it, or with a word that does. The country may stand after the name.
func (n *Network) Called(text string) []PlaceID {
	if found := n.calledIn("", text); len(found) > 0 {
		return found
	}
	if name, land, ok := WithCountry(text); ok {
		if country, ok := n.country(land); ok {
			return n.calledIn(country, name)
		}
	}
	return nil
}

// calledIn is Called of the places of one country, or of all for none.
func (n *Network) calledIn(country, text string) []PlaceID {
	whole := Fold(text)
	found, how := n.graded(text, func(w *word) bool {
		return (!w.code || w.folded == whole || w.folded == JoinedCode(whole)) && (country == "" || n.Places[w.Index].Country == country)
	})
	if len(found) == 0 || how[found[0]] == within {
		return nil
	}
	best := how[found[0]]
	if best <= exactName {
		return found[:1]
	}
	return slices.DeleteFunc(found, func(p PlaceID) bool { return how[p] > best })
}

// country is the id of the country that has a text for its code, or for its name in any of four languages.
func (n *Network) country(text string) (string, bool) {
	text = Fold(text)
	for i := range n.words {
		if w := &n.words[i]; w.Kind == CountryFeature && w.folded == text {
			return n.Countries[w.Index].ID, true
		}
	}
	return "", false
}

// WithCountry parts what stands like a place with its country, as "Tashkent, Uzbekistan" or "Tashkent (Uzbekistan)", with commas and brackets of
// any script.
func WithCountry(text string) (name, country string, ok bool) {
	text = strings.TrimSpace(text)
	inside := strings.TrimSuffix(strings.TrimSuffix(text, ")"), "）")
	marks := ",，、،(（" // a bracket may not be closed yet
	if inside != text {
		marks = "(（"
	}
	at := strings.LastIndexAny(inside, marks)
	if at < 0 {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(inside[at:])
	name, country = strings.TrimSpace(inside[:at]), strings.TrimSpace(inside[at+size:])
	return name, country, Fold(name) != "" && Fold(country) != ""
}

// graded lists the places that a text may mean, best first, and how well any place answers it.
func (n *Network) graded(text string, counts func(*word) bool) ([]PlaceID, []int) {
	text = Fold(text)
	if text == "" {
		return nil, nil
	}
	code := JoinedCode(text)
	best := make([]int, len(n.Places))
	for i := range best {
		best[i] = noMatch
	}
	for i := range n.words {
		if w := &n.words[i]; w.Kind == PlaceFeature && counts(w) {
			how := w.match(text)
			if w.code && w.folded == code {
				how = exactCode
			}
			best[w.Index] = min(best[w.Index], how)
		}
	}
	var out []PlaceID
	for i, how := range best {
		if how < noMatch {
			out = append(out, PlaceID(i))
		}
	}
	slices.SortStableFunc(out, func(a, b PlaceID) int {
		return cmp.Or(cmp.Compare(best[a], best[b]), cmp.Compare(yardless(n.Places[a]), yardless(n.Places[b])))
	})
	return out, best
}

func yardless(p Place) int {
	if p.HasYard() {
		return 0
	}
	return 1
}
