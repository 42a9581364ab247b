package command

import (
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"zhol/app/link"
	"zhol/solver"
)

// breakEvenOptions is what the flags of breakeven say.
type breakEvenOptions struct {
	rankOptions
	over string
}

func (o *breakEvenOptions) flags() []flag {
	return append(without(o.rankOptions.flags(), "legs", "max", "order", "slack", "odds", "csv"),
		textFlag("over", "WHAT", "what to change: cargo-value, carbon-price, dwell:PLACE, or price:MODE (rail, sea, ferry, road)", &o.over))
}

type (
	// breakEvenObject is the JSON object of `breakeven --json`.
	breakEvenObject struct {
		headObject
		Box       string          `json:"box"` // what prices are for: "FEU" or "TEU"
		From      endObject       `json:"from"`
		To        endObject       `json:"to"`
		Over      string          `json:"over"`
		Unit      string          `json:"unit"` // of the parameter
		Now       float64         `json:"now"`
		Complete  bool            `json:"complete"`
		ComesBack string          `json:"comes_back"` // as in `rank --json`
		Stretches []stretchObject `json:"stretches"`
	}
	stretchObject struct {
		From      float64     `json:"from"`
		To        float64     `json:"to"`
		ExactFrom string      `json:"exact_from"` // as a fraction
		ExactTo   string      `json:"exact_to"`
		DwellDays *float64    `json:"dwell_days"` // that the route stands at the place now; null for other parameters
		Route     routeObject `json:"route"`
	}
)

// breakEven tells where the first route changes.
func breakEven(c *console, args []string) error {
	o := &breakEvenOptions{}
	if err := o.parse(args, o.flags()); err != nil {
		return err
	}
	net, sc, q, err := o.load()
	if err != nil {
		return err
	}
	p, err := o.parameter(net)
	if err != nil {
		return err
	}
	s := solver.New(net)
	b, err := s.BreakEven(sc, q, p)
	if err != nil {
		return inputError(err)
	}
	asked := about(net, sc, q, along(p))
	if o.json {
		if err := printJSON(c, toBreakEven(asked, b, o.over)); err != nil {
			return err
		}
	} else {
		writeBreakEven(c.out, asked, b, names(net), func(x float64) *solver.Route { return firstAt(s, sc, q, p, x) })
	}
	if len(b.Stretches) == 0 {
		return &exit{exitNoRoute, ""}
	}
	return nil
}

// along is the page's view of what a parameter changes.
func along(p solver.Parameter) link.View {
	over := map[string]string{solver.OverCargoValue: "value", solver.OverCarbonPrice: "carbon", solver.OverDwell: p.Place, solver.OverPrice: p.Mode}[p.Kind]
	return link.View{Show: "charts", Over: over}
}

// How --over is written where it takes something with it, and all of what it may be.
const (
	overDwell = "dwell:PLACE, such as dwell:KZAAU"
	overPrice = "price:MODE, such as price:sea"
	overForms = "cargo-value, carbon-price, " + overDwell + ", or " + overPrice
)

// parameter reads --over.
func (o *breakEvenOptions) parameter(net *solver.Network) (solver.Parameter, error) {
	over := strings.TrimSpace(o.over)
	kind, of, _ := strings.Cut(over, ":")
	of = strings.TrimSpace(of)
	p := solver.Parameter{Kind: kind}
	switch {
	case over == "":
		return p, badInput("--over: is missing; give %s", overForms)
	case over == solver.OverCargoValue, over == solver.OverCarbonPrice:
		return p, nil
	case kind == solver.OverDwell && of != "":
		place, err := solver.ParsePlace(net, "over", of)
		if in := (*solver.InputError)(nil); errors.As(err, &in) {
			in.Value = over
			for i, name := range in.Nearest {
				in.Nearest[i] = solver.OverDwell + ":" + name
			}
			return p, inputError(in)
		}
		p.Place = place
		return p, err
	case kind == solver.OverPrice && slices.Contains(solver.Priced, of):
		p.Mode = of
		return p, nil
	case kind == solver.OverPrice && of != "":
		return p, badInput("--over: %q is no mode that has a price; did you mean %s?", over, pricesNear(of))
	}
	return p, badInput("--over: %q %s", over, inTheStead(net, over))
}

// pricesNear are the prices of the modes that are spelt like a text; of all where none is.
func pricesNear(text string) string {
	near := []string{strings.ToLower(text)}
	if !slices.Contains(solver.Priced, near[0]) {
		near = nearest(text, solver.Priced)
	}
	if len(near) == 0 {
		near = solver.Priced
	}
	return solver.OverPrice + ":" + strings.Join(near, ", "+solver.OverPrice+":")
}

// inTheStead says what to type in place of an --over that is nothing, such as one that lacks its kind, or its colon.
func inTheStead(net *solver.Network, over string) string {
	kind, of := over, ""
	if at := strings.IndexAny(over, ":= "); at >= 0 {
		kind, of = over[:at], strings.TrimSpace(over[at+1:])
	}
	const nothing = "is nothing that the first route can be followed over"
	what, form := "", ""
	if near := nearest(kind, solver.Parameters); len(near) > 0 {
		what = near[0]
	}
	place := func(text string) bool {
		_, err := solver.ParsePlace(net, "over", text)
		return err == nil
	}
	switch mode := strings.ToLower(over); {
	case slices.Contains(solver.Priced, mode):
		form = solver.OverPrice + ":" + mode
	case what == solver.OverDwell && of == "":
		return "lacks its place: give " + overDwell
	case what == solver.OverDwell && !place(of):
		return nothing + ": give " + overDwell
	case what == solver.OverDwell:
		form = solver.OverDwell + ":" + of
	case what == solver.OverPrice && of == "":
		return "lacks its mode: give " + overPrice
	case what == solver.OverPrice:
		form = pricesNear(of)
	case what != "":
		form = what
	case place(over):
		form = solver.OverDwell + ":" + over
	default:
		return nothing + ": give " + overForms
	}
	return nothing + "; did you mean " + form + "?"
}

func toBreakEven(asked question, b *solver.BreakEven, over string) breakEvenObject {
	head := asked.head()
	out := breakEvenObject{headObject: head, Box: head.Unit, From: toEnd(b.From), To: toEnd(b.To), Over: over, Unit: b.Parameter.String(), Now: b.Now, Complete: b.Complete, ComesBack: string(b.ComesBack), Stretches: []stretchObject{}}
	for i := range b.Stretches {
		s := &b.Stretches[i]
		object := stretchObject{From: s.From, To: s.To, ExactFrom: exact(s.ExactFrom), ExactTo: exact(s.ExactTo), Route: toRoute(&s.Route)}
		object.Route.Rank = 0
		if b.Kind == solver.OverDwell {
			dwell := days(s.Dwell)
			object.DwellDays = &dwell
		}
		out.Stretches = append(out.Stretches, object)
	}
	return out
}

// writeBreakEven tells each stretch in a sentence. Stretches next to each other by the same modes and gateways are told as
// one: they differ by a terminal or a junction.
//
// A price or a dwell is told as rank has it, which rounds what each leg costs to the cent and the second, and not the exact value of it:
// first gives the first route at a value that a question takes, or nil.
func writeBreakEven(w io.Writer, asked question, b *solver.BreakEven, named func(string) string, first func(float64) *solver.Route) {
	asked.write(w, endName(b.From)+" to "+endName(b.To), named)
	defer asked.writeLink(w)
	if len(b.Stretches) == 0 {
		fmt.Fprintln(w, "No route.")
		return
	}
	for i := 0; i < len(b.Stretches); {
		j := i + 1
		for j < len(b.Stretches) && chain(&b.Stretches[j].Route, named) == chain(&b.Stretches[i].Route, named) {
			j++
		}
		low, high := &b.Stretches[i], &b.Stretches[j-1]
		who := chain(&low.Route, named)
		held := func(x float64) bool {
			r := first(x)
			return r != nil && chain(r, named) == who
		}
		text := who + " is first "
		switch begins, ends := i > 0, j < len(b.Stretches); {
		case begins && ends:
			finer := 0
			for finer < 6 && told(b, low.From, math.Ceil, finer) >= told(b, high.To, math.Floor, finer) { // too close for so few digits
				finer++
			}
			from, to := told(b, low.From, math.Ceil, finer), told(b, high.To, math.Floor, finer)
			if finer == 0 {
				from, to = asRanked(b, from, to, held), asRanked(b, to, from, held)
			}
			text += fmt.Sprintf("from %s to %s", value(&asked, b, from, i, finer, named), value(&asked, b, to, j, finer, named))
		case begins:
			text += fmt.Sprintf("from %s on", value(&asked, b, asRanked(b, told(b, low.From, math.Ceil, 0), high.To, held), i, 0, named))
		case ends:
			text += fmt.Sprintf("up to %s", value(&asked, b, asRanked(b, told(b, high.To, math.Floor, 0), low.From, held), j, 0, named))
		default:
			text += "whatever the " + subject(b, named)
		}
		now := ""
		if low.From <= b.Now && b.Now < high.To && len(b.Stretches) > j-i {
			now = ", as now"
			if b.Kind == solver.OverCargoValue || b.Kind == solver.OverCarbonPrice {
				now += " (USD " + cut(b.Now, 0) + ")"
			}
		}
		fmt.Fprintf(w, "%s%s.\n", text, now)
		i = j
	}
	fmt.Fprintf(w, "The %s is followed up to %s.\n", subject(b, named), followed(b))
	writeComesBack(w, b.ComesBack)
	if !b.Complete {
		fmt.Fprintln(w, "The search was cut short: changes may be missing.")
	}
}

// subject is what the parameter is of.
func subject(b *solver.BreakEven, named func(string) string) string {
	switch b.Kind {
	case solver.OverCargoValue:
		return "cargo value"
	case solver.OverCarbonPrice:
		return "carbon price"
	case solver.OverDwell:
		return "dwell at " + named(b.Place)
	}
	return "price of " + b.Mode
}

// followed is how far the parameter is followed.
func followed(b *solver.BreakEven) string {
	switch b.Kind {
	case solver.OverCargoValue:
		return "USD " + cut(b.Most, 0)
	case solver.OverCarbonPrice:
		return "USD " + cut(b.Most, 0) + " per tonne"
	case solver.OverDwell:
		return cut(b.Most, 0) + " times today's"
	}
	return cut(b.Most, 0) + " times what is asked with"
}

// levelDigits is how many digits a level has after the point.
const levelDigits = 3

// unit is how many values that a question takes there are to a whole one.
func unit(b *solver.BreakEven) float64 {
	if b.Kind == solver.OverDwell || b.Kind == solver.OverPrice {
		return math.Pow10(levelDigits)
	}
	return 1
}

// told is a value of the parameter as it is written, with so many digits more than need be: what a question takes is on the
// side of the change that it is told of.
func told(b *solver.BreakEven, x float64, round func(float64) float64, finer int) float64 {
	units := unit(b) * math.Pow10(finer)
	return round(x*units) / units
}

// mostOff is by how many steps of what a question takes rank may change otherwise than is exact: its cents are those of some ten legs.
const mostOff = 20

// asRanked is the value nearest to one that is told, on the way to the other end of its stretch, at which rank holds the route to be first;
// or that told, where there is none so near.
func asRanked(b *solver.BreakEven, told, end float64, held func(float64) bool) float64 {
	step := 1.0
	if end < told {
		step = -1
	}
	units := unit(b)
	at := math.Round(told * units)
	for range mostOff {
		if (end*units-at)*step < 0 {
			break
		}
		if held(at / units) {
			return at / units
		}
		at += step
	}
	return told
}

// firstAt is the route that rank holds to be first where the parameter has a value; nil where no question takes it.
func firstAt(s *solver.Solver, sc solver.Scenario, q solver.Query, p solver.Parameter, x float64) *solver.Route {
	switch p.Kind {
	case solver.OverCargoValue:
		sc.CargoValue = int(x)
	case solver.OverCarbonPrice:
		sc.CarbonPrice = int(x)
	default: // a multiple of what is supposed already
		level := solver.Level{Of: p.Place + p.Mode, Thousandths: int(math.Pow10(levelDigits))}
		others := slices.DeleteFunc(slices.Clone(sc.Levels), func(l solver.Level) bool {
			if l.Of == level.Of {
				level.Thousandths = l.Thousandths
			}
			return l.Of == level.Of
		})
		exact := x * float64(level.Thousandths)
		if level.Thousandths = int(math.Round(exact)); math.Abs(exact-float64(level.Thousandths)) > 1e-6 {
			return nil
		}
		sc.Levels = append(others, level)
	}
	q.Max = 1
	a, err := s.Rank(sc, q)
	if err != nil || len(a.Routes) == 0 {
		return nil
	}
	return &a.Routes[0]
}

// value puts a value of the parameter into words, with its unit. A dwell is told in days too, as the route that stands longer at the place
// has it, where that is the one before the change. finer is by how many digits more it is told than it need be.
func value(asked *question, b *solver.BreakEven, x float64, change, finer int, named func(string) string) string {
	switch b.Kind {
	case solver.OverCargoValue:
		return "a cargo value of USD " + cut(x, finer)
	case solver.OverCarbonPrice:
		return "a carbon price of USD " + cut(x, finer) + " per tonne"
	case solver.OverDwell:
		stands := days(b.Stretches[change-1].Dwell)
		return fmt.Sprintf("a dwell of %.*f d at %s (%.*f times the %.2f d of now)", 2+finer, x*stands, named(b.Place), levelDigits+finer, x, stands)
	}
	of := "of " + asked.market()
	if slices.ContainsFunc(asked.sc.Levels, func(l solver.Level) bool { return l.Of == b.Mode }) {
		of = "as supposed"
	}
	return fmt.Sprintf("%.*f times the price of %s %s", levelDigits+finer, x, b.Mode, of)
}

// cut writes dollars, with so many digits after the point.
func cut(x float64, digits int) string {
	text := strconv.FormatFloat(x, 'f', digits, 64)
	whole, rest, _ := strings.Cut(text, ".")
	n, _ := strconv.ParseInt(whole, 10, 64)
	if rest != "" {
		rest = "." + rest
	}
	return thousands(n) + rest
}

// exact writes a fraction in lowest terms.
func exact(f solver.Fraction) string {
	return new(big.Rat).Mul(big.NewRat(f.Over[0], f.Under[0]), big.NewRat(f.Over[1], f.Under[1])).RatString()
}
