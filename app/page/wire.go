// Package page is Zhol in the browser: the panels beside the map, and the worker that answers them.
//
// One binary is both. The page asks the worker and hears from it, in JSON text, and what only the map needs goes past the page
// to the map. The newest question wins. Only while a pin is dragged the page answers by itself what is soon done: see hand.
package page

import (
	"encoding/json"
	"fmt"
	"strings"

	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/network"
)

// Hello is what the worker says first: the words that a link or a person may use.
type Hello struct {
	Data     string   `json:"data"` // version of the tables
	Places   entries  `json:"places"`
	Features entries  `json:"features"`
	Markets  []string `json:"markets"`
	Year     int      `json:"year"` // that the tables call today
	Switches []Switch `json:"switches"`
}

// entries go as lines of fields parted by tabs: reading hundreds of objects is most of what the page does before it asks.
type entries []link.Entry

func (e entries) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	for _, x := range e {
		b.WriteString(strings.Join([]string{x.ID, x.Code, x.Names.EN, x.Names.RU, x.Names.KK, x.Names.ZH, x.Also, x.Country}, "\t") + "\n")
	}
	return json.Marshal(b.String())
}

func (e *entries) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != entryFields {
			return fmt.Errorf("%q is not a line of %d fields", line, entryFields)
		}
		*e = append(*e, link.Entry{ID: f[0], Code: f[1], Names: network.Names{EN: f[2], RU: f[3], KK: f[4], ZH: f[5]}, Also: f[6], Country: f[7]})
	}
	return nil
}

const entryFields = 8

// Switch is a world by name.
type Switch struct {
	ID    string          `json:"id"`
	Names network.Names   `json:"names"`
	Avoid []string        `json:"avoid"`
	Set   solver.Settings `json:"set"`
	Since string          `json:"since,omitempty"`
	Now   bool            `json:"now,omitempty"`
	Known Row             `json:"known"` // who says so
}

// Ask is a question of the page to the worker.
type Ask struct {
	Seq      int             `json:"seq"` // rises by one with each question
	Query    solver.Query    `json:"query"`
	Scenario solver.Scenario `json:"scenario"`
	Light    bool            `json:"light"`             // a pin is in the hand: no legs
	Open     int             `json:"open"`              // rank of the route whose legs are wanted; 0 for none
	Along    *Card           `json:"along,omitempty"`   // that route in the last answer: its legs are wanted wherever it is listed now, or else those of the first
	Compare  []int           `json:"compare,omitempty"` // ranks to be set side by side
	Lang     string          `json:"lang"`
	Export   bool            `json:"export,omitempty"` // the answer is wanted as CSV too
	Boxes    int             `json:"boxes,omitempty"`  // containers that the CSV tells totals for
	Link     string          `json:"link,omitempty"`   // of the question, for the CSV
	Show     string          `json:"show,omitempty"`   // the view that is on, where it needs more than the list
	Table    string          `json:"table,omitempty"`  // of the data, whose figures are wanted
	By       string          `json:"by,omitempty"`     // what places are coloured by
	Over     string          `json:"over,omitempty"`   // what the strip goes along, as in a link
}

// Reply is what the worker knows of an Ask.
type Reply struct {
	Seq       int       `json:"seq"`
	Light     bool      `json:"light"`
	Fault     *Fault    `json:"fault,omitempty"` // the question makes no sense; of the rest only Unserved may be set
	From      Located   `json:"from"`
	To        Located   `json:"to"`
	Market    string    `json:"market"`
	Complete  bool      `json:"complete"`
	ListCut   bool      `json:"list_cut,omitempty"`   // as solver.Answer.ListComplete is false
	ComesBack string    `json:"comes_back,omitempty"` // as in solver.Answer
	FrontSize int       `json:"front_size"`
	Cards     []Card    `json:"cards"`
	BlockedBy []Closed  `json:"blocked_by,omitempty"`
	Lifts     []Closed  `json:"lifts,omitempty"`    // each opens a way by itself
	Alone     []Closed  `json:"alone,omitempty"`    // each blocks every way by itself
	Unserved  []Far     `json:"unserved,omitempty"` // the ends that no road leads on from
	Stands    []string  `json:"stands,omitempty"`   // ids of the places where boxes stand on the way
	CSV       string    `json:"csv,omitempty"`
	Barred    string    `json:"barred,omitempty"` // why the cargo may not go, where that blocks the way
	Legs      []Leg     `json:"legs,omitempty"`   // of the route asked for
	Gates     []Stop    `json:"gates,omitempty"`  // that the route of the legs passes
	LegsOf    int       `json:"legs_of,omitempty"`
	Front     []Dot     `json:"front,omitempty"`
	Compared  []Column  `json:"compared,omitempty"`
	Tables    *Tables   `json:"tables,omitempty"`    // for the view of the data
	Strip     []Band    `json:"strip,omitempty"`     // for the charts: which route is first as something grows
	StripCut  bool      `json:"strip_cut,omitempty"` // changes may be missing there
	Worth     float64   `json:"worth,omitempty"`     // the value asked with: of the cargo, US dollars, or of what the strip goes along
	Reach     []Reached `json:"reach,omitempty"`     // for its view: every place that a way leads to
	Reached   bool      `json:"reached,omitempty"`   // those are all, though there be none
}

// Band is a range of values, in US dollars or percent, in which one route is the first.
type Band struct {
	From     float64  `json:"from"`
	To       float64  `json:"to"`
	Gateways []string `json:"gateways"` // names
	Chain    []Step   `json:"chain"`
	KZ       bool     `json:"kz,omitempty"`
	Rank     int      `json:"rank,omitempty"` // of that route in the list; 0 if it is not there
	Cents    int64    `json:"cents"`
	P50      float64  `json:"p50"`
}

// Reached is a place by the way that wins it.
type Reached struct {
	Name  string   `json:"name"`
	Won   string   `json:"won"`
	P50   float64  `json:"p50"`
	Cents int64    `json:"cents"`
	Grams int64    `json:"grams"`
	Class int      `json:"class"`           // of the days or the money, where places are coloured by them
	Ahead *float64 `json:"ahead,omitempty"` // US dollars that the best way through Kazakhstan is cheaper all told than that by sea, where both lead there and one of them wins
}

// Tables is what the figures are and where they come from.
type Tables struct {
	Tally     []Tally     `json:"tally"`
	Table     string      `json:"table,omitempty"` // whose figures are listed
	Figures   []Row       `json:"figures,omitempty"`
	Documents []*Document `json:"documents"`
	Held      []Held      `json:"held"`
	Sums      []Sum       `json:"sums"`
}

// Held is a published figure beside ours.
type Held struct {
	What   string  `json:"what"`
	By     string  `json:"by"`
	Date   string  `json:"date"`
	Unit   string  `json:"unit"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Ours   float64 `json:"ours"`
	Found  bool    `json:"found"`
	Error  float64 `json:"error"` // share of the published figure
	Good   bool    `json:"good"`
	Reason string  `json:"reason,omitempty"`
	Known  Row     `json:"known"` // who published it
}

// Sum is how we stand against what others published in one unit.
type Sum struct {
	Unit   string  `json:"unit"`
	Free   bool    `json:"free,omitempty"` // without rows whose source sets figures of ours
	Rows   int     `json:"rows"`
	Good   int     `json:"good"`   // within what is aimed at
	Median float64 `json:"median"` // error, as a share
}

// Tally counts the figures of a table by their status.
type Tally struct {
	Table    string         `json:"table"`
	Statuses map[string]int `json:"statuses"`
}

// Document is a source, with the number of figures that rest on it.
type Document struct {
	Source
	Publisher string `json:"publisher"`
	Year      string `json:"year"`
	Figures   int    `json:"figures"`
}

// Dot is a way of the front.
type Dot struct {
	Cents   int64 `json:"cents"`
	Seconds int64 `json:"seconds"`
	Grams   int64 `json:"grams"`
	KZ      bool  `json:"kz,omitempty"`
}

// Column is a route taken apart by cause, to stand beside others.
type Column struct {
	Rank int   `json:"rank"`
	Rows []Row `json:"rows"` // one a cause, summed over the legs
}

// Fault is what is wrong with a question.
type Fault struct {
	Field  string   `json:"field"`
	Reason string   `json:"reason"`          // in English
	Kind   string   `json:"kind,omitempty"`  // of the words for it in each language
	Than   []string `json:"than,omitempty"`  // what stands in them
	Far    *Far     `json:"far,omitempty"`   // of an end in the water, the nearest terminal
	Other  *Fault   `json:"other,omitempty"` // where the other end is in the water too
}

// Located is an end as it was understood.
type Located struct {
	ID     string  `json:"id,omitempty"`
	Name   string  `json:"name"`
	SnapKm float64 `json:"snap_km"`
	// Terminal is the name of the nearest, so many kilometres away; empty where boxes stand at the end itself.
	Terminal   string  `json:"terminal,omitempty"`
	TerminalKm float64 `json:"terminal_km,omitempty"`
}

// Closed is one of the closures that together block every way; those of the user's "via" cannot be lifted as a closure.
type Closed struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Via  bool   `json:"via,omitempty"`
}

// Far is an end from which no road leads to a terminal, and the terminal nearest to it.
type Far struct {
	End  string  `json:"end"` // "from" or "to"
	ID   string  `json:"id"`
	Name string  `json:"name"`
	Km   float64 `json:"km"`
}

// Card is a route in short.
type Card struct {
	Rank        int      `json:"rank"`
	Labels      []string `json:"labels,omitempty"`
	Kazakhstan  bool     `json:"kz,omitempty"`
	Chain       []Step   `json:"chain"`
	Gateways    []string `json:"gateways,omitempty"` // names
	Apart       []string `json:"apart,omitempty"`    // what tells it from others of the list with the same gateways
	Countries   []string `json:"countries,omitempty"`
	P10         float64  `json:"p10"`
	P50         float64  `json:"p50"`
	P90         float64  `json:"p90"`
	Cents       int64    `json:"cents"`
	Grams       int64    `json:"grams"`
	Metres      int64    `json:"metres"`
	Borders     int      `json:"borders"`
	Gauges      int      `json:"gauges"`
	DominatedBy int      `json:"dominated_by,omitempty"`
	VariantOf   int      `json:"variant_of,omitempty"`
	Drawn       bool     `json:"drawn,omitempty"` // chance was asked for these
	Best        int      `json:"best,omitempty"`  // of 100 draws, those in which it is the best
	TopThree    int      `json:"top_three,omitempty"`
	Weak        [2]int   `json:"weak"`   // percent of the money, and of the days, that rests on estimated or recalled figures
	Mostly      [2]bool  `json:"mostly"` // more than half of each does
}

// Step is a stretch of a route by one mode.
type Step struct {
	Kind   string `json:"kind"`
	Metres int64  `json:"metres"`
}

// Leg is a leg of an opened route.
type Leg struct {
	Kind   string  `json:"kind"`
	What   string  `json:"what"`
	From   string  `json:"from"` // names
	To     string  `json:"to"`
	Cents  int64   `json:"cents"`
	Days   float64 `json:"days"`
	Waits  float64 `json:"waits"` // of Days, those in which the box does not move
	Grams  int64   `json:"grams"`
	Metres int64   `json:"metres"`
	Status string  `json:"status"`
	Rows   []Row   `json:"rows"`
	Lon    float64 `json:"lon"` // where it begins, as far as it begins at a place
	Lat    float64 `json:"lat"`
}

// Row is one figure of a leg.
type Row struct {
	Cause   string   `json:"cause"`
	Text    string   `json:"text"`
	Own     bool     `json:"own,omitempty"` // the text is in the language asked for
	OwnNote bool     `json:"-"`             // the note is in the language of the page
	Cents   int64    `json:"cents"`
	Days    float64  `json:"days"`
	Grams   int64    `json:"grams"`
	Status  string   `json:"status"`
	Date    string   `json:"date,omitempty"`
	Note    string   `json:"note,omitempty"`
	Sources []Source `json:"sources,omitempty"`
	ToCheck []string `json:"to_check,omitempty"` // documents that a recalled figure is to be checked against
}

// Source is a document, with the address of its own publisher where there is one.
type Source struct {
	Title   string `json:"title"`
	Address string `json:"address,omitempty"`
}
