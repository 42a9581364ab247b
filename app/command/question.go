package command

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhol/app/link"
	"zhol/solver"
)

// question is what a command was asked, understood: what all that it prints tells beside its answer.
type question struct {
	net  *solver.Network
	sc   solver.Scenario
	q    solver.Query
	link string // opens the page at this question; empty where a command asks several at once
}

// headObject begins the JSON object of every command that answers.
type headObject struct {
	Data   string      `json:"data"` // version of the tables
	Link   string      `json:"link,omitempty"`
	Market string      `json:"market"` // date of the prices
	Year   int         `json:"year"`   // whose network it is
	World  worldObject `json:"world"`
	Unit   string      `json:"unit"` // what prices are for: "FEU" or "TEU"
	Cargo  string      `json:"cargo"`
	Tonnes float64     `json:"tonnes"` // in the box
}

// about is the question that a command asks of the solver, with every feature by its id; view tells how the page shows what
// the command answers.
func about(net *solver.Network, sc solver.Scenario, q solver.Query, view link.View) question {
	out := several(net, sc)
	q.Via = ids(net, q.Via)
	out.q = q
	out.link = out.linkOf(q, view)
	return out
}

// several is what questions of one world have in common.
func several(net *solver.Network, sc solver.Scenario) question {
	sc.Avoid = ids(net, sc.Avoid)
	return question{net: net, sc: sc}
}

// linkOf is the link to a question of this world.
func (a *question) linkOf(q solver.Query, view link.View) string {
	return "#" + link.WordsOf(a.net, solver.Markets()).Format(link.State{Query: q, Scenario: a.sc, View: view})
}

func (a *question) market() string {
	markets := solver.Markets()
	return cmp.Or(a.sc.Market, markets[len(markets)-1])
}

func (a *question) year() int { return cmp.Or(solver.YearOf(a.sc.Avoid), a.net.Newest()) }

func (a *question) head() headObject {
	return headObject{
		Data: a.net.Version, Link: a.link, Market: a.market(), Year: a.year(), World: toWorld(a.net, a.sc, a.q),
		Unit: a.sc.Cargo.Unit(), Cargo: a.sc.Cargo.Kind.String(), Tonnes: solver.TonnesIn(a.sc.Cargo),
	}
}

// write begins what is printed for people: what is answered, with the date of prices, network and tables; and where it is not as
// today, what is supposed.
func (a *question) write(w io.Writer, what string, named func(string) string) {
	fmt.Fprintf(w, "%s, per %s, prices of %s, network of %d, tables %s\n", what, per(a.sc.Cargo), a.market(), a.year(), a.net.Version)
	if supposed := a.supposed(named); len(supposed) > 0 {
		fmt.Fprintf(w, "Supposed: %s.\n", strings.Join(supposed, "; "))
	}
}

// writeLink ends what is printed for people.
func (a *question) writeLink(w io.Writer) { fmt.Fprintf(w, "link  %s\n", a.link) }

// supposed puts every setting into words that is not as it is by default and stands nowhere else.
func (a *question) supposed(named func(string) string) []string {
	var out []string
	tell := func(when bool, format string, args ...any) {
		if when {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	sc, q := &a.sc, &a.q
	var closed []string
	for _, id := range sc.Avoid {
		if solver.YearOf([]string{id}) == 0 {
			closed = append(closed, fmt.Sprintf("%s (%s)", named(id), id))
		}
	}
	tell(len(closed) > 0, "closed: %s", strings.Join(closed, ", "))
	var via []string
	for _, id := range q.Via {
		via = append(via, fmt.Sprintf("%s (%s)", named(id), id))
	}
	tell(len(via) > 0, "by way of %s", strings.Join(via, ", "))
	tell(q.ThroughKazakhstan, "only through Kazakhstan")
	tell(sc.Wagons, "ordinary wagons")
	tell(sc.Month != 0, "the weather of %s", time.Month(sc.Month))
	tell(sc.FasterBorders > 0, "%d h less at every border, as far as it has so many", sc.FasterBorders)
	tell(sc.SecondTrack, "the second track from Dostyk to Mointy")
	tell(sc.Planned, "planned lines as built")
	tell(sc.NoSubsidy, "no Chinese subsidy")
	for _, l := range sc.Levels {
		times, what := strconv.FormatFloat(float64(l.Thousandths)/1000, 'f', -1, 64), "the price of "+l.Of
		if !slices.Contains(solver.Priced, l.Of) {
			what = "the dwell at " + named(l.Of)
		}
		out = append(out, times+" times "+what)
	}
	tell(sc.CargoValue > 0, "goods worth USD %s an FEU", thousands(int64(sc.CargoValue)))
	tell(sc.CarbonPrice > 0, "USD %s a tonne of CO2e", thousands(int64(sc.CarbonPrice)))
	tell(q.Order != "" && q.Order != solver.OrderCost, "listed by %s", q.Order)
	return out
}

// nameOf is an end as the solver was asked for it.
func nameOf(net *solver.Network, e solver.End) solver.Located {
	out := solver.Located{ID: e.Place, At: e.At}
	if p, ok := net.PlaceByID(e.Place); ok {
		out.Name, out.At = net.Places[p].Names.EN, net.Places[p].At
	}
	return out
}

// printJSON is how every command prints its one JSON object.
func printJSON(c *console, object any) error {
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	return e.Encode(object)
}
