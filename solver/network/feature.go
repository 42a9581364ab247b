package network

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Feature finds what text calls, by id, code or whole name in any of four languages: a passage before a gateway of the
// same name (the same arcs carry both), a gateway before a country, a country before a place; an id before any name.
func (n *Network) Feature(text string) (Feature, bool) {
	text = Fold(text)
	if text == "" {
		return Feature{}, false
	}
	if f, ok := AfterYear(text); ok {
		return f, true
	}
	for _, code := range []bool{true, false} {
		for i := range n.words {
			if w := &n.words[i]; w.code == code && w.folded == text {
				return w.Feature, true
			}
		}
	}
	return Feature{}, false
}

// FeatureID is the id that Feature reads back.
func (n *Network) FeatureID(f Feature) string {
	if f.Kind == PlaceFeature {
		return n.Places[f.Index].ID
	}
	if f.Kind == AfterFeature {
		return AfterID(int(f.Index))
	}
	return n.named(f).ID
}

// FeatureName is what a feature is called in the four languages.
func (n *Network) FeatureName(f Feature) Names {
	if f.Kind == PlaceFeature {
		return n.Places[f.Index].Names
	}
	if f.Kind == AfterFeature {
		return AfterNames(int(f.Index))
	}
	return n.named(f).Names
}

func (n *Network) named(f Feature) Named {
	switch f.Kind {
	case CountryFeature:
		return n.Countries[f.Index]
	case PassageFeature:
		return n.Passages[f.Index]
	}
	return n.Gateways[f.Index]
}

// Nearest lists up to most names that are spelt like text, each of another feature; what is near by its code is told by
// its English name. At most a third of the letters may be wrong: there may be none.
func (n *Network) Nearest(text string, most int) []string {
	return n.nearest(text, most, func(Feature) bool { return true })
}

// NearestPlaces is Nearest of places alone.
func (n *Network) NearestPlaces(text string, most int) []string {
	return n.nearest(text, most, func(f Feature) bool { return f.Kind == PlaceFeature })
}

func (n *Network) nearest(text string, most int, counts func(Feature) bool) []string {
	const shortest = 4 // letters of a code: any three are near to somebody's
	if text = Fold(text); !Spells(text) {
		return nil
	}
	may := max(1, utf8.RuneCountInString(text)/3)
	type guess struct {
		off int
		*word
	}
	var guesses []guess
	for i := range n.words {
		w := &n.words[i]
		if w.code && len(w.folded) < shortest {
			continue
		}
		if off := EditDistance(text, w.folded); off <= may && off < utf8.RuneCountInString(w.folded) && counts(w.Feature) {
			guesses = append(guesses, guess{off, w})
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return cmp.Compare(a.off, b.off) })
	var out []string
	told := map[Feature]bool{}
	for _, g := range guesses {
		if len(out) == most || told[g.Feature] {
			continue
		}
		told[g.Feature] = true
		name := g.text
		if g.code {
			name = n.names(g.Feature).EN
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// names are what a feature that stands in a table is called by.
func (n *Network) names(f Feature) Names {
	switch f.Kind {
	case CountryFeature:
		return n.Countries[f.Index].Names
	case PassageFeature:
		return n.Passages[f.Index].Names
	case GatewayFeature:
		return n.Gateways[f.Index].Names
	}
	return n.Places[f.Index].Names
}

// EditDistance counts the letters to add, drop, change, or swap with their neighbour, to make b of a.
func EditDistance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, now := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		now[0] = i
		for j := 1; j <= len(t); j++ {
			change := 1
			if s[i-1] == t[j-1] {
				change = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(t)]
}
