package page

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zhol/app/link"
	"zhol/solver/network"
)

// Words is everything the page says in one language, and how it writes numbers there. Each language is a file of
// words/, which has every word or does not pass the tests.
type Words struct {
	Code string `json:"-"` // of the language: "en"

	Name, Dir                                                                                                                                                                           string // of the language, in itself; "ltr" or "rtl"
	Tagline, Intro, Starting, Scriptless, From, To, TypeHint, Recents, Swap, Swapped, Copy, Copied, NotCopied, Share, CopyEmbed, Embedded, ShareHelp, OpenFull, Routes, Loading, Broken string
	Via, WhatIf, Closed, Market, Latest, ThroughKazakhstan, CargoValue, CarbonPrice, Default                                                                                            string
	Weak, Mostly, Beaten, SameAsBest, BestBy, Vs, Kazakhstan, DaysHelp, Ignored, IgnoredMore, Lift, Blocked, NeverJoined                                                                string
	NoRoute, ViaBlocks, Unbeaten, Prices, Tables, Sum, Incomplete, ListCut, Snapped, Near, Terminal                                                                                     string
	FromHere, ToHere, ViaHere, CloseHere, ViasFull, ClosuresFull, WholeTo, NoPlace, MostAlike, NoneAlike, MayMean, AsUsual                                                              string
	Leg, Distance, Days, Money, Carbon, Status, Figures, Per, PerTEU, CargoBlocks, Export                                                                                               string
	Language, Wordless, Day, Tonne, Kilogram, Undo, Redo, Help, Keys, CloseHelp, Stories, Print, PrintHelp                                                                              string
	SortBy, OnlyKazakhstan, NoneKazakhstan, Along, Moving, Waiting, Timeline                                                                                                            string
	Compare, Compared, CompareHelp, MostlyBy, WhyDiffers, ClearCompare, Cause, View, Rank                                                                                               string
	FrontTitle, FrontHelp, AsTable, BarsTitle, NowFirst, SameFirst, SomeChange, NoChange, Crosses, Sheet, SomeDays                                                                      string
	Scenarios, Cargo, Box, Weight, Containers, ForAll, Train, Month, AnyMonth, MonthHelp, Variant, Year, Today, SinceShut, Apply                                                        string
	OddsText, OddsHelp, ReachTitle, ReachHelp, ReachLoading, ReachBy, ReachBeats, ReachNoLine, ReachAhead, Place, Winner, ReachCount                                                    string
	StripTitle, StripHelp, FromValue, DataTitle, DataHelp, HeldTitle, Document, Publisher, Date                                                                                         string
	Rates, RatesHelp, RatePrice, RateDwell, RateTo, Percent, Forget, AddDwell, OnRoutes, Unserved, MoveTo                                                                               string
	FasterBorders, Published, Ours, Error, Reason, ToCheck, HeldRows, HeldGood, HeldMedian, HeldFree, Without, Lifts, Alone, Route                                                      string

	Ways, Borders, Gauges                                                                                                                                                                              plural
	ComesBack, Marks, Same, Faults, Trouble, CargoKinds, Boxes, Trains, LinkFaults, TableNames, Winners, ReachBys, Than, Modes, Sorts, Axes, Views, KeyHelp, Labels, LabelHelp, Legs, Causes, Statuses map[string]string
	StoryList                                                                                                                                                                                          map[string]Told
	Map                                                                                                                                                                                                map[string]string // the words of the map itself
	RowTexts                                                                                                                                                                                           map[string]string // of the arithmetic of rows, by the English; see rowtext.go
	Names                                                                                                                                                                                              map[string]string // by id, where the network has none in the language
	WorldNotes                                                                                                                                                                                         map[string]string // on worlds by name, by id; English has those of the tables
	CargoNotes                                                                                                                                                                                         map[string]string // on what cargo may not go by, by its kind; likewise
	Months                                                                                                                                                                                             []string          // of dates, where browsers do not know the language
	MonthOf                                                                                                                                                                                            string            // a month and its year

	write  writer
	choose chooser
	date   dater
}

// plural is a word by the plural categories of its language; "other" is always there.
type plural map[string]string

// Told is a story in words.
type Told struct{ Title, Text string }

// Languages are the codes of the languages that the page speaks, in the order in which they are offered.
var Languages = []string{"en", "ru", "kk", "zh", "id", "ar"}

//go:embed words/en.json
var english string

// English is the page's first language: that of the still list and of the map's own labels. Its words are part of the
// program; those of the other languages are files that are fetched when someone speaks them.
var English = mustLearn("en", english)

// learned are the languages whose words are at hand.
var learned = map[string]*Words{}

// Learn reads the words of a language from the text of its file, and keeps them.
func Learn(code, text string) (*Words, error) {
	w := &Words{Code: code}
	if err := json.Unmarshal([]byte(text), w); err != nil {
		return nil, err
	}
	w.write, w.choose, w.date = numbersOf(code)
	learned[code] = w
	return w, nil
}

func mustLearn(code, text string) *Words {
	w, err := Learn(code, text)
	if err != nil {
		panic(err) // embedded: the tests read every file
	}
	return w
}

// known is a language of ours for one that is asked for, such as "kk-KZ"; empty if there is none.
func known(code string) string {
	if len(code) >= 2 && slices.Contains(Languages, code[:2]) {
		return code[:2]
	}
	return ""
}

// of is a word of a list, or its id where the list has none.
func of(words map[string]string, id string) string {
	if word, ok := words[id]; ok {
		return word
	}
	return id
}

// join puts a mark of the language between what there is: "colon", "comma", "list", "semicolon" or "stop".
func (w *Words) join(mark string, parts ...string) string {
	said := slices.DeleteFunc(slices.Clone(parts), func(part string) bool { return part == "" })
	return strings.Join(said, of(w.Marks, mark))
}

// remark adds something in brackets.
func (w *Words) remark(text, more string) string {
	return fmt.Sprintf(of(w.Marks, "remark"), text, more)
}

// count writes a number with its word.
func (w *Words) count(n int, word plural) string { return w.whole(int64(n)) + " " + w.counted(n, word) }

// counted is the form of a word that goes with a number.
func (w *Words) counted(n int, word plural) string {
	if form, ok := word[w.choose(n)]; ok {
		return form
	}
	return word["other"]
}

// nameIn is the name of a place or feature in a language, or the English one where it has none in it.
func nameIn(code string, n network.Names) string {
	for _, name := range []struct{ code, text string }{{"ru", n.RU}, {"kk", n.KK}, {"zh", n.ZH}} {
		if name.code == code && name.text != "" {
			return name.text
		}
	}
	return n.EN
}

// name is what a language calls a place, a feature or a world: by its own table, by that of the network, or a country by what
// the browser knows.
func (w *Words) name(id string, n network.Names) string {
	if own := w.Names[id]; own != "" {
		return own
	}
	return nameIn(w.Code, n)
}

func (w *Words) entry(e link.Entry) string { return w.name(e.ID, e.Names) }
