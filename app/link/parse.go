package link

import (
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"zhol/solver"
	"zhol/solver/tariff"
)

// The kinds of train that a link may say.
const (
	trainBlock  = "block"
	trainWagons = "wagons"
)

// The boxes that a link may say, by their feet.
const (
	boxTwenty = "20"
	boxForty  = "40"
)

// What a link may set.
const (
	tracksTwo  = "2"
	subsidyOff = "off"
)

// Parse reads the text after "#", with or without the "#". It keeps every field that is right and returns the others, in
// the order in which they stood.
func (w *Words) Parse(text string) (State, []Ignored) {
	r := reader{words: w, seen: map[string]bool{}}
	for _, part := range strings.Split(strings.TrimPrefix(text, "#"), "&") {
		if part == "" {
			continue
		}
		field, raw, _ := strings.Cut(part, "=")
		r.field(strings.ToLower(field), raw)
	}
	if q := &r.state.Query; q.ThroughKazakhstan && Asked(*q) > maxVias {
		q.ThroughKazakhstan = false
		r.ignore("kz", "1", fmt.Sprintf("is one too many beside the stops; %d things can be asked for together", maxVias))
	}
	if r.state.Pick == 1 {
		r.state.Pick = 0 // the first is the default: one state, one text
	}
	return r.state, r.ignored
}

// reader holds what has been read so far.
type reader struct {
	words   *Words
	state   State
	ignored []Ignored
	seen    map[string]bool
}

func (r *reader) field(field, raw string) {
	value, err := url.QueryUnescape(raw)
	if err != nil {
		r.ignore(field, raw, "is not written as an address should be")
		return
	}
	value = strings.TrimSpace(strings.ToValidUTF8(value, "\uFFFD"))
	if r.seen[field] {
		r.ignore(field, value, "is given twice; the first counts")
		return
	}
	switch field {
	case "from":
		r.end(field, value, &r.state.Query.From)
	case "to":
		r.end(field, value, &r.state.Query.To)
	case "via":
		r.list(field, raw, maxVias, &r.state.Query.Via)
	case "avoid":
		r.list(field, raw, maxAvoids, &r.state.Scenario.Avoid)
	case "kz":
		switch value {
		case "1", "0":
			r.state.Query.ThroughKazakhstan = value == "1"
		default:
			r.ignore(field, value, "is neither 1 nor 0")
			return
		}
	case "market":
		if !slices.Contains(r.words.Markets, value) {
			r.ignore(field, value, "is no market date; there are "+strings.Join(r.words.Markets, ", "))
			return
		}
		r.state.Scenario.Market = value
	case "value":
		r.number(field, value, maxValue, &r.state.Scenario.CargoValue)
	case "carbon":
		r.number(field, value, maxCarbon, &r.state.Scenario.CarbonPrice)
	case "cargo":
		kind := slices.Index(solver.CargoKinds, value)
		if kind < 0 {
			r.ignore(field, value, "is no cargo; there are "+strings.Join(solver.CargoKinds, ", "))
			return
		}
		r.state.Scenario.Cargo.Kind = solver.CargoKind(kind)
	case "box":
		switch value {
		case boxTwenty, boxForty:
			r.state.Scenario.Cargo.Twenty = value == boxTwenty
		default:
			r.ignore(field, value, "is neither "+boxTwenty+" nor "+boxForty)
			return
		}
	case "tonnes":
		r.number(field, value, solver.MostTonnes(), &r.state.Scenario.Cargo.Tonnes)
	case "train":
		switch value {
		case trainBlock, trainWagons:
			r.state.Scenario.Wagons = value == trainWagons
		default:
			r.ignore(field, value, "is neither "+trainBlock+" nor "+trainWagons)
			return
		}
	case "customs":
		r.number(field, value, tariff.MostBorderHours, &r.state.Scenario.FasterBorders)
	case "tracks":
		if value != tracksTwo {
			r.ignore(field, value, "is not "+tracksTwo)
			return
		}
		r.state.Scenario.SecondTrack = true
	case "subsidy":
		if value != subsidyOff {
			r.ignore(field, value, "is not "+subsidyOff)
			return
		}
		r.state.Scenario.NoSubsidy = true
	case "max":
		r.ordinal(field, value, maxRoutes, &r.state.Query.Max)
	case "order":
		if !slices.Contains(solver.Orders, value) {
			r.ignore(field, value, "is no order; there are "+strings.Join(solver.Orders, ", "))
			return
		}
		if value != solver.OrderCost { // the default: one state, one text
			r.state.Query.Order = value
		}
	case "pick":
		r.ordinal(field, value, maxRoutes, &r.state.Pick)
	case "view":
		r.word(field, value, Shows, &r.state.View.Show)
	case "sort":
		r.word(field, value, Sorts, &r.state.View.Sort)
	case "only":
		if value != "kz" {
			r.ignore(field, value, "is not kz")
			return
		}
		r.state.View.OnlyKZ = true
	case "compare":
		r.ranks(field, value)
	case "lang":
		if !slices.Contains(r.words.Languages, value) {
			r.ignore(field, value, "is no language of the page; there are "+strings.Join(r.words.Languages, ", "))
			return
		}
		r.state.View.Lang = value
	default:
		r.ignore(field, value, "is no field of a link")
		return
	}
	r.seen[field] = true
}

func (r *reader) ignore(field, value, reason string) {
	r.ignored = append(r.ignored, Ignored{field, value, reason})
}

func (r *reader) end(field, value string, into *solver.End) {
	if at, ok := ParsePoint(value); ok {
		*into = solver.End{At: at}
		return
	}
	if p, ok := r.words.Place(value); ok {
		*into = solver.End{Place: p.ID}
		return
	}
	reason := "is no place that Zhol knows"
	near := r.words.Find(value, 3)
	if len(near) == 0 {
		near = r.words.Near(value, 3)
	}
	if len(near) > 0 {
		reason += "; did you mean " + near[0].Names.EN + "?"
	}
	r.ignore(field, value, reason)
}

func (r *reader) list(field, raw string, most int, into *[]string) {
	for _, part := range strings.Split(raw, ",") {
		text, err := url.QueryUnescape(part)
		text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
		f, ok := r.words.Feature(text)
		switch {
		case text == "" && err == nil:
		case err != nil || !ok:
			r.ignore(field, text, "is no place, country, passage or gateway that Zhol knows")
		case slices.Contains(*into, f.ID):
			r.ignore(field, text, "is named twice")
		case len(*into) == most:
			r.ignore(field, text, fmt.Sprintf("is one too many; %d can be named", most))
		default:
			*into = append(*into, f.ID)
		}
	}
}

// word reads one of a list, of which the first is the default.
func (r *reader) word(field, value string, list []string, into *string) {
	switch i := slices.Index(list, value); {
	case i < 0:
		r.ignore(field, value, "is none of "+strings.Join(list, ", "))
	case i > 0:
		*into = value
	}
}

// ranks reads which routes stand side by side: each once, and in order.
func (r *reader) ranks(field, value string) {
	into := &r.state.View.Compare
	for _, text := range strings.Split(value, ",") {
		n, err := strconv.Atoi(text)
		switch {
		case err != nil || n < 1 || n > maxRoutes:
			r.ignore(field, text, fmt.Sprintf("is not a whole number from 1 to %d", maxRoutes))
		case slices.Contains(*into, n):
			r.ignore(field, text, "is named twice")
		case len(*into) == MostCompared:
			r.ignore(field, text, fmt.Sprintf("is one too many; %d can be compared", MostCompared))
		default:
			*into = append(*into, n)
		}
	}
	slices.Sort(*into)
}

// number reads an amount; none is the default. ordinal reads a rank, or how many.
func (r *reader) number(field, value string, most int, into *int) {
	r.whole(field, value, 0, most, into)
}

func (r *reader) ordinal(field, value string, most int, into *int) {
	r.whole(field, value, 1, most, into)
}

func (r *reader) whole(field, value string, least, most int, into *int) {
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		r.ignore(field, value, fmt.Sprintf("is not a whole number from %d to %d", least, most))
		return
	}
	*into = n
}

// ParsePoint reads a point on Earth, cut to four decimals.
func ParsePoint(text string) (solver.LonLat, bool) {
	p, ok := solver.ParsePoint(text)
	if !ok || !(math.Abs(p.Lat) <= 90 && math.Abs(p.Lon) <= 180) {
		return solver.LonLat{}, false
	}
	p = Round(p)
	return p, p != solver.LonLat{} // 0,0 is the sea off Ghana, and what a slip gives
}
