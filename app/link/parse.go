package link

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"zhol/solver"
	"zhol/solver/network"
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
	tracksTwo    = "2"
	subsidyOff   = "off"
	linesPlanned = "planned"
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
		if name, err := url.QueryUnescape(field); err == nil {
			field = strings.ToValidUTF8(name, "\uFFFD")
		}
		r.field(strings.ToLower(field), raw)
	}
	if q := &r.state.Query; q.ThroughKazakhstan && Asked(*q) > maxVias {
		q.ThroughKazakhstan = false
		r.ignore("kz", "1", "many", strconv.Itoa(maxVias))
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
		r.ignore(field, raw, "unreadable")
		return
	}
	value = strings.TrimSpace(strings.ToValidUTF8(value, "\uFFFD"))
	if r.seen[field] {
		r.ignore(field, value, "twice")
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
			r.ignore(field, value, FaultOneOf, "1, 0")
			return
		}
	case "market":
		if !slices.Contains(r.words.Markets, value) {
			r.ignore(field, value, FaultOneOf, strings.Join(r.words.Markets, ", "))
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
			r.ignore(field, value, FaultOneOf, strings.Join(solver.CargoKinds, ", "))
			return
		}
		r.state.Scenario.Cargo.Kind = solver.CargoKind(kind)
	case "box":
		switch value {
		case boxTwenty, boxForty:
			r.state.Scenario.Cargo.Twenty = value == boxTwenty
		default:
			r.ignore(field, value, FaultOneOf, boxTwenty+", "+boxForty)
			return
		}
	case "tonnes":
		r.number(field, value, solver.MostTonnes(), &r.state.Scenario.Cargo.Tonnes)
	case "train":
		switch value {
		case trainBlock, trainWagons:
			r.state.Scenario.Wagons = value == trainWagons
		default:
			r.ignore(field, value, FaultOneOf, trainBlock+", "+trainWagons)
			return
		}
	case "month":
		r.ordinal(field, value, tariff.MostMonth, &r.state.Scenario.Month)
	case "customs":
		r.number(field, value, tariff.MostBorderHours, &r.state.Scenario.FasterBorders)
	case "tracks":
		r.only(field, value, tracksTwo, &r.state.Scenario.SecondTrack)
	case "subsidy":
		r.only(field, value, subsidyOff, &r.state.Scenario.NoSubsidy)
	case "level":
		r.levels(field, value)
	case "lines":
		r.only(field, value, linesPlanned, &r.state.Scenario.Planned)
	case "max":
		r.ordinal(field, value, maxRoutes, &r.state.Query.Max)
	case "slack":
		r.number(field, value, solver.MostSlack, &r.state.Query.Slack)
	case "order":
		if !slices.Contains(solver.Orders, value) {
			r.ignore(field, value, FaultOneOf, strings.Join(solver.Orders, ", "))
			return
		}
		if value != solver.OrderCost { // the default: one state, one text
			r.state.Query.Order = value
		}
	case "pick":
		r.ordinal(field, value, maxRoutes, &r.state.Pick)
	case "view":
		r.word(field, value, Shows, &r.state.View.Show)
	case "by":
		r.word(field, value, Bys, &r.state.View.By)
	case "over":
		if p, ok := r.words.Place(value); ok && !slices.Contains(Overs, value) {
			r.state.View.Over = p.ID
		} else {
			r.word(field, value, Overs, &r.state.View.Over)
		}
	case "sort":
		r.word(field, value, Sorts, &r.state.View.Sort)
	case "only":
		r.only(field, value, "kz", &r.state.View.OnlyKZ)
	case "boxes":
		r.number(field, value, MostBoxes, &r.state.View.Boxes)
		if r.state.View.Boxes == 1 {
			r.state.View.Boxes = 0 // the default: one state, one text
		}
	case "embed":
		r.only(field, value, "1", &r.state.View.Embed)
	case "compare":
		r.ranks(field, value)
	case "lang":
		if !slices.Contains(r.words.Languages, value) {
			r.ignore(field, value, FaultOneOf, strings.Join(r.words.Languages, ", "))
			return
		}
		r.state.View.Lang = value
	default:
		r.ignore(field, value, "field")
		return
	}
	r.seen[field] = true
}

func (r *reader) ignore(field, value, fault string, than ...string) {
	r.ignored = append(r.ignored, Ignored{Field: field, Value: value, Fault: fault, Than: than})
}

// meant leaves out a name that is much like another.
func (r *reader) meant(field, value string, like Entry) {
	r.ignored = append(r.ignored, Ignored{field, value, FaultMeant, []string{like.Names.EN}, like})
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
	if cutOff(value) {
		r.ignore(field, value, "unreadable")
		return
	}
	if OffEarth(value) {
		r.ignore(field, value, FaultPoint)
		return
	}
	var near []Entry
	if key := network.Fold(value); network.Spells(key) && (len([]rune(key)) > 2 || key > firstHan) { // with a letter or two many a name begins
		near = r.words.find(value, 1, beginningOfWord)
	}
	if len(near) == 0 {
		near = r.words.Near(value, 1)
	}
	if len(near) > 0 {
		r.meant(field, value, near[0])
		return
	}
	r.ignore(field, value, "place")
}

// cutOff tells whether a value that means nothing was cut off within a letter, or has what no address has: a % that begins no letter comes
// here as itself, and in no name.
func cutOff(value string) bool { return strings.Contains(value, "%") || network.Damaged(value) }

func (r *reader) list(field, raw string, most int, into *[]string) {
	for _, part := range strings.Split(raw, ",") {
		text, err := url.QueryUnescape(part)
		text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
		f, ok := r.words.Feature(text)
		switch {
		case text == "" && err == nil:
		case !ok && cutOff(text):
			r.ignore(field, text, "unreadable")
		case err != nil || !ok:
			if near, ok := r.words.alike(text); ok {
				r.meant(field, text, near)
			} else {
				r.ignore(field, text, "feature")
			}
		case slices.Contains(*into, f.ID):
			r.ignore(field, text, "named")
		case len(*into) == most:
			r.ignore(field, text, "many", strconv.Itoa(most))
		default:
			*into = append(*into, f.ID)
		}
	}
}

// only reads a field that can say one thing.
func (r *reader) only(field, value, word string, into *bool) {
	if value != word {
		r.ignore(field, value, FaultOneOf, word)
		return
	}
	*into = true
}

// word reads one of a list, of which the first is the default.
func (r *reader) word(field, value string, list []string, into *string) {
	switch i := slices.Index(list, value); {
	case i < 0:
		r.ignore(field, value, FaultOneOf, strings.Join(list, ", "))
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
			r.ignore(field, text, "number", "1", strconv.Itoa(maxRoutes))
		case slices.Contains(*into, n):
			r.ignore(field, text, "named")
		case len(*into) == MostCompared:
			r.ignore(field, text, "ranks", strconv.Itoa(MostCompared))
		default:
			*into = append(*into, n)
		}
	}
	slices.Sort(*into)
}

// levels reads figures of the question's own: a mode or a place, and thousandths.
func (r *reader) levels(field, value string) {
	into := &r.state.Scenario.Levels
	for _, text := range strings.Split(value, ",") {
		of, thousandths, _ := strings.Cut(text, ":")
		n, err := strconv.Atoi(thousandths)
		if p, ok := r.words.Place(of); ok && !slices.Contains(solver.Priced, of) {
			of = p.ID
		} else if !slices.Contains(solver.Priced, of) {
			r.ignore(field, text, FaultOneOf, strings.Join(solver.Priced, ", ")+", "+"CNSIA, …")
			continue
		}
		switch {
		case err != nil || n < 0 || n > solver.MostLevel:
			r.ignore(field, text, "number", "0", strconv.Itoa(solver.MostLevel))
		case LevelOf(*into, of) >= 0:
			r.ignore(field, text, "named")
		default:
			*into = append(*into, solver.Level{Of: of, Thousandths: n})
		}
	}
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
		r.ignore(field, value, "number", strconv.Itoa(least), strconv.Itoa(most))
		return
	}
	*into = n
}

// ParsePoint reads a point on Earth, cut to four decimals.
func ParsePoint(text string) (solver.LonLat, bool) {
	p, ok := solver.ParsePoint(text)
	if !ok || !onEarth(p) {
		return solver.LonLat{}, false
	}
	p = Round(p)
	return p, p != solver.LonLat{} // 0,0 is the sea off Ghana, and what a slip gives
}

// OffEarth tells whether a text is written as a point, of which there is none on Earth.
func OffEarth(text string) bool {
	p, ok := solver.ParsePoint(text)
	return ok && !onEarth(p)
}

func onEarth(p solver.LonLat) bool { return math.Abs(p.Lat) <= 90 && math.Abs(p.Lon) <= 180 }
