package command

import (
	"fmt"
	"io"
	"strings"

	"zhol/app/link"
	"zhol/solver"
)

// whyOptions is what the flags of why say.
type whyOptions struct {
	rankOptions
	route, against int
	gateways       string
}

func (o *whyOptions) flags() []flag {
	return append(without(o.rankOptions.flags(), "legs", "slack", "odds", "csv"),
		numberFlag("route", "N", "the route to explain, by its place in the list; the second by default", 1, solver.MostListed, &o.route),
		numberFlag("against", "N", "the route to hold it against; the first by default", 1, solver.MostListed, &o.against),
		textFlag("gateways", "A,B", "in place of --route: the best route with exactly these gateways, listed or not", &o.gateways),
	)
}

// without leaves flags out by name.
func without(flags []flag, names ...string) []flag {
	var out []flag
	for _, f := range flags {
		keep := true
		for _, name := range names {
			keep = keep && f.name != name
		}
		if keep {
			out = append(out, f)
		}
	}
	return out
}

// whyObject is the JSON object of `why --json`. Amounts are what route takes more than against.
type (
	whyObject struct {
		headObject
		From      endObject     `json:"from"`
		To        endObject     `json:"to"`
		Route     *routeObject  `json:"route"` // null where there is no such route
		Against   *routeObject  `json:"against"`
		Exactly   bool          `json:"exactly"`    // the gateways asked for and no other
		Listed    int           `json:"listed"`     // rank in the list; 0: not in it
		Wider     *routeObject  `json:"wider"`      // with these gateways and more, where it costs less; else null
		ComesBack string        `json:"comes_back"` // route, as in `rank --json`
		Causes    []causeObject `json:"causes"`
		BlockedBy []string      `json:"blocked_by"`
		Lifts     []string      `json:"lifts"`
		Alone     []string      `json:"alone"`
	}
	causeObject struct {
		Cause string `json:"cause"`
		amountsObject
		Legs []partObject `json:"legs"`
	}
	partObject struct {
		Of   string `json:"of"` // "route", which adds, or "against", which takes off
		What string `json:"what"`
		From string `json:"from"`
		To   string `json:"to"`
		amountsObject
	}
	amountsObject struct {
		USD            float64 `json:"usd"`
		Days           float64 `json:"days"`
		CO2eKg         float64 `json:"co2e_kg"`
		GeneralisedUSD float64 `json:"generalised_usd"`
	}
)

// why holds one route against another.
func why(c *console, args []string) error {
	o := &whyOptions{}
	if err := o.parse(args, o.flags()); err != nil {
		return err
	}
	net, sc, q, err := o.load()
	if err != nil {
		return err
	}
	contest, err := o.contest(solver.New(net), sc, q)
	if err != nil {
		return inputError(err)
	}
	asked := about(net, sc, q, compared(contest))
	if o.json {
		if err := printJSON(c, toWhy(asked, contest)); err != nil {
			return err
		}
	} else {
		writeWhy(c.out, asked, contest, names(net))
	}
	if contest.Asked == nil {
		return &exit{exitNoRoute, ""}
	}
	return nil
}

// compared sets the two routes side by side, where both are listed.
func compared(c *solver.Contest) link.View {
	if c.Listed == 0 || c.First == nil || c.Listed == c.First.Rank {
		return link.View{}
	}
	return link.View{Compare: []int{c.First.Rank, c.Listed}}
}

// contest finds the two routes to hold against each other.
func (o *whyOptions) contest(s *solver.Solver, sc solver.Scenario, q solver.Query) (*solver.Contest, error) {
	if o.gateways != "" {
		if o.route != 0 || o.against != 0 {
			return nil, badInput("--gateways: stands in place of --route and --against; give the one or the others")
		}
		return s.WhyNot(sc, q, strings.FieldsFunc(o.gateways, func(r rune) bool { return r == ',' || r == ' ' }))
	}
	if o.route == 0 {
		o.route = 2
	}
	if o.against == 0 {
		o.against = 1
	}
	a, err := s.Rank(sc, q)
	if err != nil {
		return nil, err
	}
	if len(a.Routes) == 0 {
		return &solver.Contest{Answer: a, BlockedBy: a.BlockedBy, Lifts: a.Lifts, Alone: a.Alone}, nil
	}
	for _, f := range []struct {
		name string
		n    int
	}{{"route", o.route}, {"against", o.against}} {
		if o.route == o.against {
			return nil, badInput("--route: %d is the route that it would be held against; give two", o.route)
		}
		if f.n > len(a.Routes) {
			return nil, badInput("--%s: there is no route %d; the list ends with %d", f.name, f.n, len(a.Routes))
		}
	}
	route, against := &a.Routes[o.route-1], &a.Routes[o.against-1]
	return &solver.Contest{Answer: a, First: against, Asked: route, Exactly: true, Listed: o.route, Causes: solver.Difference(route, against)}, nil
}

func toWhy(asked question, c *solver.Contest) whyObject {
	out := whyObject{headObject: asked.head(), From: toEnd(c.Answer.From), To: toEnd(c.Answer.To), Exactly: c.Exactly, Listed: c.Listed, ComesBack: string(c.ComesBack),
		Causes: []causeObject{}, BlockedBy: list(c.BlockedBy), Lifts: list(c.Lifts), Alone: list(c.Alone)}
	if c.Asked != nil {
		r := toRoute(c.Asked)
		out.Route = &r
	}
	if c.First != nil {
		r := toRoute(c.First)
		out.Against = &r
	}
	if c.Wider != nil {
		r := toRoute(c.Wider)
		out.Wider = &r
	}
	for _, cause := range c.Causes {
		object := causeObject{Cause: cause.Name, amountsObject: toAmounts(cause.Amounts)}
		for _, p := range cause.Parts {
			of, leg := "route", &c.Asked.Legs[0]
			if p.Of == 1 {
				leg = &c.Asked.Legs[p.Leg]
			} else {
				of, leg = "against", &c.First.Legs[p.Leg]
			}
			object.Legs = append(object.Legs, partObject{of, leg.What, leg.From, leg.To, toAmounts(p.Amounts)})
		}
		out.Causes = append(out.Causes, object)
	}
	return out
}

func toAmounts(a solver.Amounts) amountsObject {
	return amountsObject{dollars(a.Cents), days(a.Seconds), thousandth(a.Grams), float64(a.General) / 1e6}
}

// writeWhy tells people what one route takes more than the other, and why.
func writeWhy(w io.Writer, asked question, c *solver.Contest, named func(string) string) {
	asked.write(w, endName(c.Answer.From)+" to "+endName(c.Answer.To), named)
	defer asked.writeLink(w)
	if c.Asked == nil {
		if len(c.Answer.Unserved) > 0 {
			writeUnserved(w, c.Answer, named)
		} else {
			writeHurdles(w, c.BlockedBy, c.Lifts, c.Alone, named)
		}
		return
	}
	fmt.Fprintf(w, "\nroute    %s (%s)\nagainst  %s (#%d of the list)\n", chain(c.Asked, named), standing(c), chain(c.First, named), c.First.Rank)
	writeComesBack(w, c.ComesBack)
	if r := c.Wider; r != nil {
		fmt.Fprintf(w, "\nWith further gateways it is better: %s, for USD %s in %.1f days.\nAsk for these: --gateways %s\n",
			chain(r, named), thousands(round(r.Cents, 100)), r.Days.P50, strings.Join(r.Gateways, ","))
	}
	if len(c.Causes) == 0 {
		same := "They take the same."
		if c.Listed == c.First.Rank {
			same = "They are one and the same route."
		}
		fmt.Fprintf(w, "\n%s\n", same)
		return
	}
	fmt.Fprintln(w)
	g := &grid{right: map[int]bool{1: true, 2: true, 3: true, 4: true}}
	g.add("what it takes more", "USD", "days", "CO2e kg", "weighed USD")
	var sum solver.Amounts
	for _, cause := range c.Causes {
		g.add(append([]string{cause.Name}, amountCells(cause.Amounts)...)...)
		parts := cause.Parts
		if cause.Cents == 0 && cause.Seconds == 0 && cause.Grams == 0 {
			parts = nil // worth alone: the legs stand above
		}
		for _, p := range parts {
			of := c.Asked
			if p.Of == 2 {
				of = c.First
			}
			l := &of.Legs[p.Leg]
			where := named(l.From)
			if l.To != l.From {
				where += " – " + named(l.To)
			}
			sign := "+"
			if p.Of == 2 {
				sign = "−"
			}
			g.add(append([]string{fmt.Sprintf("  %s %s, %s", sign, l.What, where)}, amountCells(p.Amounts)...)...)
		}
		sum.Cents, sum.Seconds, sum.Grams, sum.General = sum.Cents+cause.Cents, sum.Seconds+cause.Seconds, sum.Grams+cause.Grams, sum.General+cause.General
	}
	g.add(append([]string{"in all"}, amountCells(sum)...)...)
	g.write(w, "")
	fmt.Fprintln(w)
}

// standing says what is compared: a place in the list, or gateways.
func standing(c *solver.Contest) string {
	switch {
	case c.Listed > 0 && c.Exactly:
		return fmt.Sprintf("#%d of the list", c.Listed)
	case c.Exactly:
		return "not in the list"
	}
	return "no route passes these gateways alone; this is the best that passes them"
}

// amountCells shows amounts with their sign; what is nothing stays empty.
func amountCells(a solver.Amounts) []string {
	cell := func(text string, n int64) string {
		if n == 0 {
			return ""
		}
		if n > 0 {
			return "+" + text
		}
		return text
	}
	return []string{
		cell(thousands(round(a.Cents, 100)), round(a.Cents, 100)),
		cell(fmt.Sprintf("%.2f", days(a.Seconds)), a.Seconds),
		cell(thousands(round(a.Grams, 1000)), round(a.Grams, 1000)),
		cell(thousands(round(a.General, 1e6)), round(a.General, 1e6)),
	}
}

// round is n in units of so many, half away from nothing.
func round(n, unit int64) int64 {
	if n < 0 {
		return -round(-n, unit)
	}
	return (n + unit/2) / unit
}
