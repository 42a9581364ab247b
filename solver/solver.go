// Package solver answers one question: which ways are there from here to there, and what does each cost? It is the front
// door of everything below it, and the only package that the page and the command call.
//
// It reads no clock, no file and no network, and draws no random number: the same question on the same data gives the
// same bits, natively and as WASM.
package solver

import (
	"fmt"
	"slices"
	"strings"

	"zhol/solver/network"
	"zhol/solver/tariff"
)

// The words of the network and the tariff that callers need.
type (
	Network    = network.Network
	LonLat     = network.LonLat
	Status     = network.Status
	Kind       = network.Kind
	Provenance = network.Provenance
	Row        = tariff.Row
	Cargo      = tariff.Cargo
	CargoKind  = tariff.CargoKind
)

// The kinds of cargo.
const (
	General   = tariff.General
	Reefer    = tariff.Reefer
	Dangerous = tariff.Dangerous
	Oversize  = tariff.Oversize
)

// CargoKinds are the names of the kinds of cargo, by number.
var CargoKinds = tariff.CargoKinds

// Load reads the embedded tables.
func Load() (*Network, error) { return network.Load() }

// LoadBy is Load in pieces: pause is called after every few thousandths of the work, for whoever has other things to do.
func LoadBy(pause func()) (*Network, error) { return network.LoadBy(pause) }

// Markets are the market dates that prices are known for, oldest first; the last is the default.
func Markets() []string { return tariff.Markets() }

// nearestMarkets are the market dates on both sides of a text, and one more.
func nearestMarkets(text string) []string {
	all := tariff.Markets()
	at, _ := slices.BinarySearch(all, text)
	from := max(0, min(at-1, len(all)-3))
	return all[from:min(from+3, len(all))]
}

// Scenario is the world a question is asked in. The zero Scenario is today's: every way open, the latest prices.
type Scenario struct {
	Market      string   // market date of prices, such as "2024-06"; empty for the latest
	Avoid       []string // ids of closed places, gateways, passages and countries
	CargoValue  int      // US dollars per FEU; 0 for the default
	CarbonPrice int      // US dollars per tonne of CO2e

	Cargo         Cargo
	Wagons        bool // ordinary wagons instead of a block train
	SecondTrack   bool // from Dostyk to Mointy trains run as promised of the second track
	NoSubsidy     bool // what China's provinces pay for a train falls to the shipper
	Planned       bool // lines that are planned or being built are open
	Month         int  // 1 to 12, where the storms of a month are to be reckoned with; 0 for the year's mean
	FasterBorders int  // hours saved of the dwell at every border: what faster customs would bring
	Levels        []Level

	shut []network.Feature // closed besides; of WhyNot, which means the gateway where a passage has the same name
}

// Level sets a price or a dwell of the question's own: so many thousandths of the market's price of a mode, or of today's
// dwell at a place. It is how a change that BreakEven tells of is looked at from both sides.
type Level struct {
	Of          string // "rail", "sea", "ferry" or "road"; or the id of a place
	Thousandths int    // from 0 to MostLevel
}

// Equal reports whether two scenarios are one.
func (sc Scenario) Equal(o Scenario) bool {
	return sc.Market == o.Market && sc.CargoValue == o.CargoValue && sc.CarbonPrice == o.CarbonPrice && sc.Cargo == o.Cargo &&
		sc.Wagons == o.Wagons && sc.SecondTrack == o.SecondTrack && sc.NoSubsidy == o.NoSubsidy && sc.Planned == o.Planned &&
		sc.Month == o.Month && sc.FasterBorders == o.FasterBorders && slices.Equal(sc.Avoid, o.Avoid) && slices.Equal(sc.Levels, o.Levels) && slices.Equal(sc.shut, o.shut)
}

// End is an end of a question: a place by its id, or a point.
type End struct {
	Place string
	At    LonLat // used where Place is empty
}

// Query is a question.
type Query struct {
	From, To          End
	Via               []string // ids of places, gateways, passages and countries that every route must pass, in any order
	ThroughKazakhstan bool     // every route must pass Kazakhstan; the same as Via "KZ"
	Max               int      // the most routes to list; 0 for ten
	Order             string   // one of Orders; empty for the first of them
	Slack             int      // percent of the least money, time and carbon by which a way of Answer.Front may stand for others; 0: the whole front
	Light             bool     // leave out the rows and sources of the legs: for the frames of a drag

	pass []network.Feature // to be passed besides, as Scenario.shut
}

// Located is an End as it was understood.
type Located struct {
	ID     string // of the place; empty for a point
	Name   string // of the place; for a point, where it is near
	At     LonLat
	Asked  LonLat  // where the pin was dropped
	SnapKm float64 // from Asked to At
	Near   string  // of a point, the id of the place it is near
	// Terminal is the id of the nearest that a lorry reaches, so many kilometres away; empty where boxes stand at the end itself.
	Terminal   string
	TerminalKm float64
}

// Days is a door-to-door time, in days, that 10, 50 and 90 of 100 boxes make.
type Days struct{ P10, P50, P90 float64 }

// Totals is what a route, or one leg of it, takes per box: an FEU, or a TEU where the cargo goes in one.
type Totals struct {
	Cents   int64 // US cents
	Seconds int64 // typical time: the P50 of a route is the sum over its legs
	Grams   int64 // CO2e, well to wheel
	Metres  int64
}

// Leg is a part of a route by one mode, or one transfer.
type Leg struct {
	Kind      Kind
	What      string   // "rail", "gauge change", "border", …
	From, To  string   // place ids; for an end that is a point, "origin" or "destination"
	Through   []string // ids of the places passed between From and To
	Gauge     int      // mm; 0 where there are no rails
	Countries []string
	Gateways  []string // passed on this leg
	Passages  []string
	Totals
	Soft        int64 // the part of Cents that rests on estimated or recalled figures
	SoftSeconds int64 // the part of Seconds that does
	Provenance
	Rules  []string // how the estimated figures among them were reached
	Rows   []Row    // the figures this leg is made of; they sum to Totals
	Drawn  []int32  // pieces of Network.Drawing, in order
	Points []LonLat // the line of a road leg, which is not in Network.Drawing
}

// Route is one way from origin to destination.
type Route struct {
	Rank              int
	Labels            []string // "best overall", "cheapest", … as in label.go
	Gateways          []string
	Countries         []string // in the order in which they are met
	ThroughKazakhstan bool
	Borders           int // country borders crossed with customs
	GaugeChanges      int
	Totals
	Soft        int64 // the part of Cents that rests on estimated or recalled figures
	SoftSeconds int64 // the part of Seconds that does
	Days        Days
	General     int64 // generalised cost, millionths of a US dollar
	DominatedBy int   // rank of a route that is no worse in money, time and carbon, and better in one; 0 for none
	Dominated   Domination
	VariantOf   int  // rank of an entry of the same gateways that this is a variant of, the best of some kind: see likenesses; 0 for an entry of its own
	Odds        Odds // of DrawOdds
	Legs        []Leg
	way         int    // its place among the ways that the list was made of
	parts       []part // what may be late; nil for a light question
	certain     int64  // what money and carbon cost, in millionths of a US dollar
}

// Answer is what is known of a question.
type Answer struct {
	Data         string // version of the tables
	Market       string // the market date used
	Cargo        Cargo  // that it was asked for
	From, To     Located
	Complete     bool // the Pareto front was searched to its end
	ListComplete bool // no set of gateways that could stand in the list, and no label, was left out for want of time
	ComesBack    ComesBack
	FrontSize    int     // ways of which none is beaten in money, time and carbon at once
	Front        []Point // those ways in rising order of money, or as many as stand for all of them within Query.Slack; nil for a light question
	Routes       []Route
	BlockedBy    []string     // no route: the smallest set of Avoid, "cargo" and "via …" that blocks every way; empty if nothing ever joined the ends
	Lifts        []string     // no route: everything of Avoid, "cargo" and "via …" that opens a way when it alone is given up
	Alone        []string     // no route: everything of Avoid, "cargo" and "via …" that blocks every way by itself; where there are several, BlockedBy is one of them
	Barred       []Provenance // no route, and the cargo is among what blocks it: why it may not go
	Unserved     []Unserved   // no route: the ends from which no lorry reaches a terminal
	day          int64        // what a day is worth, in millionths of a US dollar
}

// ComesBack tells whether routes come back to a place or a customs territory that they have left, as they may to pass what is to
// be passed. Where nothing is, the routes of the list come back to no place.
type ComesBack string

// What ComesBack may be.
const (
	NoneComesBack ComesBack = ""     // none does: these are the best of those that do not
	MustComeBack  ComesBack = "must" // every way that passes all that is to be passed does
	MayComeBack   ComesBack = "may"  // the ways that do not were not found within the bounds of the search, or not all of them
)

// Unserved is an end from which no terminal is reached by road: an island without one, or too far from any.
type Unserved struct {
	Field   string // "from" or "to"
	Nearest string // id of the terminal nearest as the crow flies
	Km      float64
}

// Point is a way of the front, in short.
type Point struct {
	Cents, Seconds, Grams int64
	ThroughKazakhstan     bool
}

// InputError tells what is wrong with a question, and the way out.
type InputError struct {
	Field   string // "from", "to", "via", "avoid", "market", "cargo-value", "carbon-price", "tonnes", "max", "slack", "order", …
	Value   string
	Reason  string
	Nearest []string // valid values closest to Value
	Kind    string   // one of FaultKinds, for a reader in another language; empty for what only the command can ask
	Than    []string // what stands in its words
}

// The kinds of fault that a question of the page can have.
const (
	FaultWater  = "water"  // the end is in the water: km to the nearest terminal
	FaultSame   = "same"   // both ends are one
	FaultTonnes = "tonnes" // more than the box holds: tonnes
)

// FaultKinds lists them.
var FaultKinds = []string{FaultWater, FaultSame, FaultTonnes}

func (e *InputError) Error() string {
	text := fmt.Sprintf("%s: %q %s", e.Field, e.Value, e.Reason)
	switch {
	case e.Kind == FaultWater: // nobody meant what is nearest
		text += ", or take " + strings.Join(e.Nearest, ", ")
	case len(e.Nearest) > 0:
		text += "; did you mean " + strings.Join(e.Nearest, ", ") + "?"
	}
	return text
}

// Km is the length in kilometres, for showing.
func (t Totals) Km() float64 { return float64(t.Metres) / 1000 }
