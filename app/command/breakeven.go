package command

import (
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
	b, err := solver.New(net).BreakEven(sc, q, p)
	if err != nil {
		return inputError(err)
	}
	asked := about(net, sc, q, along(p))
	if o.json {
		if err := printJSON(c, toBreakEven(asked, b, o.over)); err != nil {
			return err
		}
	} else {
		writeBreakEven(c.out, asked, b, names(net))
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

// parameter reads --over.
func (o *breakEvenOptions) parameter(net *solver.Network) (solver.Parameter, error) {
	kind, of, _ := strings.Cut(strings.TrimSpace(o.over), ":")
	p := solver.Parameter{Kind: kind}
	switch {
	case o.over == "":
		return p, badInput("--over: is missing; give cargo-value, carbon-price, dwell:PLACE, or price:MODE")
	case kind == solver.OverDwell:
		end, err := solver.ParseEnd(net, "over", of)
		if err != nil {
			return p, inputError(err)
		}
		if end.Place == "" {
			return p, badInput("--over: %q is a point; a dwell is at a place", of)
		}
		p.Place = end.Place
	case kind == solver.OverPrice:
		p.Mode = of
	}
	return p, nil
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
func writeBreakEven(w io.Writer, asked question, b *solver.BreakEven, named func(string) string) {
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
		first, last := &b.Stretches[i], &b.Stretches[j-1]
		text := chain(&first.Route, named) + " is first "
		switch low, high := i > 0, j < len(b.Stretches); {
		case low && high:
			finer := 0
			for finer < 6 && told(b, first.From, math.Ceil, finer) >= told(b, last.To, math.Floor, finer) { // too close for so few digits
				finer++
			}
			text += fmt.Sprintf("from %s to %s", value(&asked, b, first.From, math.Ceil, i, finer, named), value(&asked, b, last.To, math.Floor, j, finer, named))
		case low:
			text += fmt.Sprintf("from %s on", value(&asked, b, first.From, math.Ceil, i, 0, named))
		case high:
			text += fmt.Sprintf("up to %s", value(&asked, b, last.To, math.Floor, j, 0, named))
		default:
			text += "whatever the " + subject(b, named)
		}
		now := ""
		if first.From <= b.Now && b.Now < last.To && len(b.Stretches) > j-i {
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

// told is a value of the parameter as it is written, with so many digits more than need be: what a question takes is on the
// side of the change that it is told of.
func told(b *solver.BreakEven, x float64, round func(float64) float64, finer int) float64 {
	digits := finer
	if b.Kind == solver.OverDwell || b.Kind == solver.OverPrice {
		digits += levelDigits
	}
	unit := math.Pow10(digits)
	return round(x*unit) / unit
}

// value puts a value of the parameter into words, with its unit, rounded to the side of the change that it is told of. A dwell is told
// in days too, as the route that stands longer at the place has it, where that is the one before the change. finer is by how many
// digits more it is told than it need be.
func value(asked *question, b *solver.BreakEven, x float64, round func(float64) float64, change, finer int, named func(string) string) string {
	x = told(b, x, round, finer)
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
