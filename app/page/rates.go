package page

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// Own rates: the price of a mode or the dwell at a place, in percent of what the tables say.

// rates draws them, folded: a field for each mode, one for each place that is set, and the way to set another.
func (p *Page) rates() app.UI {
	return app.Details().Class("rates").Open(p.rated).OnToggle(func(ctx app.Context, _ app.Event) {
		p.rated = ctx.JSSrc().Get("open").Bool()
	}).Body(
		app.Summary().Text(p.say.Rates),
		app.If(p.rated, func() app.UI { return p.rateFields() }),
	)
}

func (p *Page) rateFields() app.UI {
	places := p.dwells()
	return app.Div().Body(
		app.P().Class("count").Text(p.say.RatesHelp),
		app.Div().Class("fields").Body(
			app.Range(solver.Priced).Slice(func(i int) app.UI { return p.rateField(solver.Priced[i]) }),
			app.Range(places).Slice(func(i int) app.UI { return p.rateField(places[i]) }),
		),
		p.addDwell(),
	)
}

// dwells are the places whose dwell is set.
func (p *Page) dwells() (places []string) {
	for _, l := range p.state.Scenario.Levels {
		if !slices.Contains(solver.Priced, l.Of) {
			places = append(places, l.Of)
		}
	}
	return places
}

// rateName says what a level is of.
func (p *Page) rateName(of string) string {
	if slices.Contains(solver.Priced, of) {
		return fmt.Sprintf(p.say.RatePrice, p.say.Modes[of])
	}
	return fmt.Sprintf(p.say.RateDwell, p.featureName(of))
}

// rateSet says what a level is set to.
func (p *Page) rateSet(l solver.Level) string {
	return p.rateName(l.Of) + " " + fmt.Sprintf(p.say.Percent, p.say.write(float64(l.Thousandths)/10, number(l.Thousandths%10 > 0), false))
}

// rateField draws the field of a level, empty where it is as the tables say.
func (p *Page) rateField(of string) app.UI {
	f := field{
		id: "rate-" + of, label: p.rateName(of) + ", %", usual: "100", step: 0.1, most: solver.MostLevel / 10,
		reason: fmt.Sprintf(p.say.RateTo, p.say.whole(solver.MostLevel/10)),
		set: func(text string) bool {
			n, ok := tenthsIn(text, solver.MostLevel)
			if ok {
				p.setRate(of, n)
			}
			return ok
		},
	}
	if i := link.LevelOf(p.state.Scenario.Levels, of); i >= 0 {
		f.text = strconv.FormatFloat(float64(p.state.Scenario.Levels[i].Thousandths)/10, 'f', -1, 64)
	}
	return p.entry(f)
}

// asUsual is a level that none has set.
const asUsual = -1

// tenthsIn reads a number from 0 with one decimal as so many tenths; nothing is none.
func tenthsIn(text string, most int) (int, bool) {
	if text == "" {
		return asUsual, true
	}
	x, err := strconv.ParseFloat(text, 64)
	n := math.Round(10 * x)
	return int(n), err == nil && math.Abs(10*x-n) < 1e-6 && n >= 0 && n <= float64(most)
}

// setRate sets a level, or leaves it to the tables. Levels are in one order, so that one world has one link.
func (p *Page) setRate(of string, thousandths int) {
	p.change("rate-"+of, false, func(s *link.State) { s.Scenario.Levels = withLevel(s.Scenario.Levels, of, thousandths) })
}

// withLevel is a list of levels with one set, or without it where it is as usual: modes first, then places.
func withLevel(levels []solver.Level, of string, thousandths int) []solver.Level {
	values, ids := map[string]int{of: thousandths}, []string{}
	for _, l := range levels {
		if l.Of != of {
			values[l.Of] = l.Thousandths
			ids = append(ids, l.Of)
		}
	}
	if thousandths != asUsual && (thousandths != 1000 || !slices.Contains(solver.Priced, of)) {
		ids = append(ids, of)
	}
	slices.Sort(ids)
	var out []solver.Level
	for _, id := range append(slices.Clone(solver.Priced), ids...) {
		wanted := slices.Contains(ids, id) && link.LevelOf(out, id) < 0
		if wanted {
			out = append(out, solver.Level{Of: id, Thousandths: values[id]})
		}
	}
	return out
}

// rateChips draws the levels that are set, each with a way to drop it.
func (p *Page) rateChips() app.UI {
	levels := p.state.Scenario.Levels
	return app.Div().ID("rates-set").Class("chips").Hidden(len(levels) == 0).Body(app.Range(levels).Slice(func(i int) app.UI {
		l := levels[i]
		return app.Button().Type("button").Class("chip on").Aria("label", fmt.Sprintf(p.say.Forget, p.rateSet(l))).
			OnClick(func(app.Context, app.Event) { p.setRate(l.Of, asUsual) }, app.EventScope(l.Of)).
			Body(app.Span().Text(p.rateSet(l)), icon("close"))
	}))
}

// halved is what a dwell is set to at first: a change that is seen.
const halved = 500

// addDwell draws the box for a place whose dwell is to be set: it offers those where the routes found stand. What is chosen
// has a field from then on, which takes the focus.
func (p *Page) addDwell() app.UI {
	p.dwell.label = p.say.AddDwell
	return p.combobox(&p.dwell, asks{title: p.say.OnRoutes, offers: func() []link.Entry {
		var out []link.Entry
		for _, id := range p.before.Stands {
			if e, ok := p.words.Place(id); ok && !slices.Contains(p.dwells(), id) && len(out) < comboOptions {
				out = append(out, e)
			}
		}
		return out
	}, take: func(end solver.End) string {
		p.dwell.leave()
		if !slices.Contains(p.dwells(), end.Place) {
			p.setRate(end.Place, halved)
		}
		return "rate-" + end.Place
	}})
}
