// Package link says what the part of an address after "#" means: text <-> question and world.
//
// A link is the whole state. It is read field by field: what is right is kept, what is not is told, and no link gives an
// empty page. Format writes one canonical text for a state, and Parse reads it back to the same state.
//
//	#from=CNSIA&to=DEDUI&via=khorgos&avoid=suez&kz=1&market=2024-06&value=50000&carbon=80&max=10&order=p90&pick=2
package link

import (
	"math"
	"slices"

	"zhol/solver"
)

// State is what a link says.
type State struct {
	Query    solver.Query
	Scenario solver.Scenario
	Pick     int // rank of the route picked; 0 for the first
	View     View
}

// View is how the answer is looked at: no part of the question.
type View struct {
	Lang    string // code of the language chosen; empty for the reader's own
	Show    string // what stands under the question: one of Shows; empty for the first
	Sort    string // what the list is in order of: one of Sorts; empty for the first
	Embed   bool   // the map and the first cards alone, for a frame in another page
	Boxes   int    // how many containers totals are told for; 0 for one
	OnlyKZ  bool   // list only routes through Kazakhstan
	By      string // what places are coloured by: one of Bys; empty for the first
	Over    string // what the strip of changes goes along: one of Overs, or a place for its dwell; empty for the first
	Compare []int  // ranks side by side, in order
}

// What a View may say; the first of each is the default and not written.
var (
	Shows = []string{"routes", "charts", "reach", "data"}
	Bys   = []string{"won", "days", "usd"}
	Overs = append([]string{"value", "carbon"}, solver.Priced...)
	Sorts = []string{"general", "money", "days", "p90", "carbon", "steady"}
)

// MostCompared is how many routes can stand side by side.
const MostCompared = 3

// MostBoxes is how many containers totals can be told for.
const MostBoxes = 999

// Equal reports whether two views are the same.
func (v View) Equal(u View) bool {
	return v.Lang == u.Lang && v.Show == u.Show && v.By == u.By && v.Over == u.Over && v.Sort == u.Sort && v.OnlyKZ == u.OnlyKZ && v.Embed == u.Embed && v.Boxes == u.Boxes && slices.Equal(v.Compare, u.Compare)
}

// The bounds of what a link may hold are those of a question.
const (
	maxValue  = solver.MostCargoValue
	maxCarbon = solver.MostCarbonPrice
	maxRoutes = solver.MostListed
	maxVias   = solver.MostVias
	maxAvoids = solver.MostAvoided
)

// Asked counts what a question asks to be passed: its stops, and Kazakhstan once.
func Asked(q solver.Query) int {
	if q.ThroughKazakhstan && !slices.Contains(q.Via, "KZ") {
		return len(q.Via) + 1
	}
	return len(q.Via)
}

// Ignored is a part of a link that was left out, and why: the id of a fault, which each language has words for, and what
// stands in them. Where a name is much like another, Meant is what has that one.
type Ignored struct {
	Field, Value, Fault string
	Than                []string
	Meant               Entry
}

// Faults are the ids of what can be wrong with a part of a link; the last is for an end that the page takes from elsewhere.
var Faults = []string{"unreadable", "twice", FaultOneOf, "place", FaultPoint, FaultMeant, "feature", "named", FaultEnd, "many", "ranks", FaultBeyond, "number", "field", FaultUsual}

// FaultUsual is that of an end which a link lacks, FaultOneOf that of what is not in a list, FaultMeant that of a name much
// like another, which it tells in English: the page tells it in its own language. FaultPoint is that of a point which is not on
// Earth, FaultEnd that of a stop where all routes are anyway, FaultBeyond that of a rank which the list of the answer does not
// reach: only the answer tells.
const (
	FaultUsual = "usual"
	FaultOneOf = "oneof"
	FaultMeant = "meant"
	FaultPoint = "point"
	FaultEnd   = "end"

	FaultBeyond = "beyond"
)

// Equal reports whether two states say the same.
func (s State) Equal(t State) bool {
	return s.Pick == t.Pick && s.View.Equal(t.View) && s.SameQuestion(t)
}

// SameQuestion reports whether two states ask the same, whichever route is picked.
func (s State) SameQuestion(t State) bool {
	q, r := s.Query, t.Query
	return q.From == r.From && q.To == r.To && q.ThroughKazakhstan == r.ThroughKazakhstan && q.Max == r.Max && q.Slack == r.Slack && q.Order == r.Order &&
		slices.Equal(q.Via, r.Via) && s.Scenario.Equal(t.Scenario)
}

// LevelOf is where a list has the level of something; -1 where it has none.
func LevelOf(levels []solver.Level, of string) int {
	for i := range levels {
		if levels[i].Of == of {
			return i
		}
	}
	return -1
}

// Set reports whether an end says anything: a link may leave it out.
func Set(e solver.End) bool { return e.Place != "" || e.At != (solver.LonLat{}) }

// Round cuts a point to the four decimals (about 10 m) that a link holds.
func Round(p solver.LonLat) solver.LonLat {
	return solver.LonLat{Lon: round4(p.Lon), Lat: round4(p.Lat)}
}

func round4(x float64) float64 { return math.Round(x*1e4)/1e4 + 0 } // + 0 turns -0 into 0
