package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/tariff"
)

// whatIf draws the switches of the world: closures, prices, values.
func (p *Page) whatIf() app.UI {
	if p.words == nil {
		return app.Details().Class("whatif").Hidden(true)
	}
	return app.Details().Class("whatif").Open(p.unfold).OnToggle(func(ctx app.Context, _ app.Event) {
		p.unfold = ctx.JSSrc().Get("open").Bool()
	}).Body(
		app.Summary().Body(app.Span().Text(p.say.WhatIf), app.Span().Class("set").Text(p.isSet())),
		app.If(p.unfold, func() app.UI { return p.levers() }),
	)
}

// levers are the what-ifs themselves, made when they are unfolded.
func (p *Page) levers() app.UI {
	chips := p.alone()
	var on []Switch
	for _, w := range p.switches {
		if p.isOn(w) {
			on = append(on, w)
		}
	}
	return app.Div().Class("levers").Body(
		app.Div().Class("chips").Role("group").Aria("label", p.say.Scenarios).Body(
			app.Range(p.switches).Slice(func(i int) app.UI {
				w := p.switches[i]
				on := p.isOn(w)
				return app.Button().ID("if-"+w.ID).Type("button").Class(chipClass(on)).Aria("pressed", on).Title(p.worldNote(&w).Note).
					Text(p.say.name(w.ID, w.Names)).OnClick(func(app.Context, app.Event) { p.turn(w) }, app.EventScope(w.ID))
			}),
			app.Range(chips).Slice(func(i int) app.UI {
				on := slices.Contains(p.state.Scenario.Avoid, chips[i])
				return app.Button().Type("button").Class(chipClass(on)).Aria("pressed", on).
					Text(p.shut(chips[i])).
					OnClick(func(app.Context, app.Event) { p.toggle(chips[i]) }, app.EventScope(chips[i]))
			}),
			app.Label().Class("check").Body(
				app.Input().Type("checkbox").Checked(p.state.Query.ThroughKazakhstan).OnChange(func(ctx app.Context, _ app.Event) {
					on := ctx.JSSrc().Get("checked").Bool()
					p.change("kz", false, func(s *link.State) { s.Query.ThroughKazakhstan = on })
					ctx.JSSrc().Set("checked", p.state.Query.ThroughKazakhstan) // it may have been one too many
				}),
				app.Span().Text(p.say.ThroughKazakhstan),
			),
		),
		p.rateChips(),
		p.newest(), // below what is pressed, since it goes once that supposes it
		p.worlds(on),
		app.Div().Class("fields").Body(p.market(), p.month(), p.year(),
			p.number("cargo-value", p.say.CargoValue, p.state.Scenario.CargoValue, solver.MostCargoValue, func(s *link.State, n int) { s.Scenario.CargoValue = n }),
			p.number("carbon-price", p.say.CarbonPrice, p.state.Scenario.CarbonPrice, solver.MostCarbonPrice, func(s *link.State, n int) { s.Scenario.CarbonPrice = n }),
			p.cargoKind(), p.box(),
			p.number("tonnes", p.say.Weight, p.state.Scenario.Cargo.Tonnes, solver.MostTonnesIn(p.state.Scenario.Cargo), func(s *link.State, n int) { s.Scenario.Cargo.Tonnes = n }),
			p.boxesField(), p.train(),
			p.number("faster-borders", p.say.FasterBorders, p.state.Scenario.FasterBorders, tariff.MostBorderHours, func(s *link.State, n int) { s.Scenario.FasterBorders = n }),
		),
		app.If(p.state.Scenario.Month > 0, func() app.UI { return app.P().Class("count").Text(p.say.MonthHelp) }),
		p.rates(),
	)
}

// worlds tells who says what of worlds by name.
func (p *Page) worlds(list []Switch) app.UI {
	return app.Ul().Class("made").Body(app.Range(list).Slice(func(i int) app.UI {
		w := &list[i]
		known := p.worldNote(w)
		return p.figureRow(p.say.name(w.ID, w.Names), p.say.when(w.Since), p.say.Code, &known)
	}))
}

// worldNote is how a world is known, with the language's own note on it where it has one.
func (p *Page) worldNote(w *Switch) Row {
	known := w.Known
	if own := p.say.WorldNotes[w.ID]; own != "" {
		known.Note, known.OwnNote = own, true
	}
	return known
}

// isSet says in a line what the what-ifs are set to; nothing where all is as usual.
func (p *Page) isSet() string {
	var parts []string
	for _, w := range p.switches {
		if p.isOn(w) {
			parts = append(parts, p.say.name(w.ID, w.Names))
		}
	}
	for _, id := range p.alone() {
		parts = append(parts, p.shut(id))
	}
	if p.state.Query.ThroughKazakhstan {
		parts = append(parts, p.say.ThroughKazakhstan)
	}
	if date := p.state.Scenario.Market; date != "" {
		parts = append(parts, fmt.Sprintf(p.say.Prices, p.say.when(date)))
	}
	if n := p.state.Scenario.Month; n > 0 {
		parts = append(parts, p.say.join("colon", p.say.Month, p.say.month(n)))
	}
	if c := p.state.Scenario.Cargo; c != (solver.Cargo{}) {
		parts = append(parts, p.cargo(c))
	}
	if n := p.boxes(); n > 1 {
		parts = append(parts, p.say.Containers+" "+p.say.whole(n))
	}
	if p.state.Scenario.Wagons {
		parts = append(parts, of(p.say.Trains, "wagons"))
	}
	for _, n := range []struct {
		label string
		value int
	}{{p.say.CargoValue, p.state.Scenario.CargoValue}, {p.say.CarbonPrice, p.state.Scenario.CarbonPrice}, {p.say.FasterBorders, p.state.Scenario.FasterBorders}} {
		if n.value > 0 {
			parts = append(parts, n.label+" "+p.say.whole(int64(n.value)))
		}
	}
	for _, l := range p.state.Scenario.Levels {
		parts = append(parts, p.rateSet(l))
	}
	return strings.Join(parts, " · ")
}

// isOn tells whether all that a world shuts and sets is so.
func (p *Page) isOn(w Switch) bool { return solver.On(&p.state.Scenario, w.Avoid, w.Set) }

// alone are the closures that no world which is on accounts for: each has a chip of its own.
func (p *Page) alone() []string {
	var out []string
	for _, id := range p.state.Scenario.Avoid {
		if !slices.ContainsFunc(p.switches, func(w Switch) bool { return p.isOn(w) && slices.Contains(w.Avoid, id) }) {
			out = append(out, id)
		}
	}
	return out
}

// shut says that something is: of what was opened later, which year's network that leaves.
func (p *Page) shut(id string) string {
	if year := solver.YearOf([]string{id}); year > 0 {
		return p.say.Year + " " + strconv.Itoa(year)
	}
	return fmt.Sprintf(p.say.Closed, p.featureName(id))
}

// year draws the choice of the year whose network is asked for: today's, and back to the one before the article.
func (p *Page) year() app.UI {
	const today = "today"
	now, ids := solver.YearOf(p.state.Scenario.Avoid), []string{today}
	for year := p.today - 1; year >= solver.FirstYear; year-- {
		ids = append(ids, strconv.Itoa(year))
	}
	chosen := max(slices.Index(ids, strconv.Itoa(now)), 0)
	if now > 0 && chosen == 0 { // another year, by hand
		chosen, ids = len(ids), append(ids, strconv.Itoa(now))
	}
	return p.choice("year", p.say.Year, ids, map[string]string{today: p.say.Today}, chosen, func(s *link.State, i int) {
		year, _ := strconv.Atoi(ids[i]) // 0 for today
		s.Scenario.Avoid = solver.InYear(s.Scenario.Avoid, year)
	})
}

// month draws the choice of the month whose weather is supposed; that of the year's mean comes first.
func (p *Page) month() app.UI {
	ids, names := []string{"0"}, map[string]string{"0": p.say.AnyMonth}
	for n := 1; n <= tariff.MostMonth; n++ {
		ids = append(ids, strconv.Itoa(n))
		names[ids[n]] = p.say.month(n)
	}
	return p.choice("month", p.say.Month, ids, names, p.state.Scenario.Month, func(s *link.State, i int) { s.Scenario.Month = i })
}

// turn puts a world on or off.
func (p *Page) turn(w Switch) {
	on := p.isOn(w)
	p.change("avoid", false, func(s *link.State) {
		if solver.YearOf(w.Avoid) > 0 {
			s.Scenario.Avoid = solver.InYear(s.Scenario.Avoid, 0) // one year at a time
		}
		for _, id := range w.Avoid {
			s.Scenario.Avoid = without(s.Scenario.Avoid, id)
		}
		if !on {
			s.Scenario.Avoid = append(s.Scenario.Avoid, w.Avoid...)
		}
		w.Set.Turn(&s.Scenario, !on)
	})
}

// matters tells whether the first route or the one picked passes what is shut by the newest source, and the question does
// not suppose that.
func (p *Page) matters() bool {
	for _, w := range p.switches {
		if !w.Now || p.isOn(w) {
			continue
		}
		for _, id := range w.Avoid {
			name := p.featureName(id)
			for _, rank := range []int{1, p.picked()} {
				if c := p.cardOf(rank); c != nil && slices.Contains(c.Gateways, name) {
					return true
				}
			}
		}
	}
	return false
}

// newest tells what is so by the newest source, where the question does not suppose it yet, with a button that does.
func (p *Page) newest() app.UI {
	for _, w := range p.switches {
		if w.Now && !p.isOn(w) {
			return app.P().Class("newest").Body(
				app.Span().Text(fmt.Sprintf(p.say.SinceShut, p.say.when(w.Since), p.say.name(w.ID, w.Names))),
				app.Button().ID("apply-newest").Type("button").Class("chip").Text(p.say.Apply).OnClick(func(app.Context, app.Event) { p.turn(w) }),
			)
		}
	}
	return app.P().Class("newest").Hidden(true)
}

func chipClass(on bool) string {
	if on {
		return "chip on"
	}
	return "chip"
}

func (p *Page) toggleKazakhstan() {
	p.change("kz", false, func(s *link.State) { s.Query.ThroughKazakhstan = !s.Query.ThroughKazakhstan })
}

func (p *Page) toggle(id string) {
	p.change("avoid", false, func(s *link.State) {
		if slices.Contains(s.Scenario.Avoid, id) {
			s.Scenario.Avoid = without(s.Scenario.Avoid, id)
		} else {
			s.Scenario.Avoid = append(slices.Clone(s.Scenario.Avoid), id)
		}
	})
}

// market draws the dates that prices can be taken at, the latest first.
func (p *Page) market() app.UI {
	markets := p.words.Markets
	return app.Label().Class("field").Body(
		app.Span().Text(p.say.Market),
		app.Select().ID("market").OnChange(func(ctx app.Context, _ app.Event) {
			date := ctx.JSSrc().Get("value").String()
			if date == markets[len(markets)-1] {
				date = "" // the latest is the default: one state, one link
			}
			p.change("market", false, func(s *link.State) { s.Scenario.Market = date })
		}).Body(app.Range(markets).Slice(func(i int) app.UI {
			date := markets[len(markets)-1-i]
			text := p.say.when(date)
			if i == 0 {
				text = p.say.remark(text, p.say.Latest)
			}
			chosen := date == p.state.Scenario.Market || i == 0 && p.state.Scenario.Market == ""
			return app.Option().Value(date).Selected(chosen).Text(text)
		})),
	)
}

// cargo says what is in the box, and which box, as far as it is not the usual.
func (p *Page) cargo(c solver.Cargo) string {
	var parts []string
	if c.Kind != solver.General {
		parts = append(parts, of(p.say.CargoKinds, c.Kind.String()))
	}
	if c.Twenty {
		parts = append(parts, of(p.say.Boxes, "20"))
	}
	if c.Tonnes > 0 {
		parts = append(parts, p.say.Weight+" "+p.say.whole(int64(c.Tonnes)))
	}
	return p.say.join("colon", p.say.Cargo, p.say.join("list", parts...))
}

// cargoKind draws the choice of what is in the box.
func (p *Page) cargoKind() app.UI {
	return p.choice("cargo", p.say.Cargo, solver.CargoKinds, p.say.CargoKinds, int(p.state.Scenario.Cargo.Kind), func(s *link.State, i int) { s.Scenario.Cargo.Kind = solver.CargoKind(i) })
}

// box draws the choice of the box.
func (p *Page) box() app.UI {
	return p.choice("box", p.say.Box, []string{"40", "20"}, p.say.Boxes, number(p.state.Scenario.Cargo.Twenty), func(s *link.State, i int) { s.Scenario.Cargo.Twenty = i == 1 })
}

// train draws the choice of a block train or ordinary wagons.
func (p *Page) train() app.UI {
	return p.choice("train", p.say.Train, []string{"block", "wagons"}, p.say.Trains, number(p.state.Scenario.Wagons), func(s *link.State, i int) { s.Scenario.Wagons = i == 1 })
}

// number is 1 for what is so.
func number(so bool) int {
	if so {
		return 1
	}
	return 0
}

// choice draws a field for one of a few, of which the first is the default.
func (p *Page) choice(id, label string, ids []string, words map[string]string, chosen int, set func(*link.State, int)) app.UI {
	return app.Label().Class("field").Body(
		app.Span().Text(label),
		app.Select().ID(id).OnChange(func(ctx app.Context, _ app.Event) {
			i := slices.Index(ids, ctx.JSSrc().Get("value").String())
			p.change(id, false, func(s *link.State) { set(s, max(i, 0)) })
		}).Body(app.Range(ids).Slice(func(i int) app.UI {
			return app.Option().Value(ids[i]).Selected(chosen == i).Text(of(words, ids[i]))
		})),
	)
}

// number draws a field for a whole number, empty for the default.
func (p *Page) number(id, label string, value, most int, set func(*link.State, int)) app.UI {
	f := field{id: id, label: label, usual: p.say.Default, step: 1, most: most, reason: fmt.Sprintf(p.say.WholeTo, p.say.whole(int64(most)))}
	if value > 0 {
		f.text = strconv.Itoa(value)
	}
	f.set = func(text string) bool {
		n, ok := wholeIn(text, most)
		if ok {
			p.change(id, false, func(s *link.State) { set(s, n) })
		}
		return ok
	}
	return p.entry(f)
}

// field is a field for a number.
type field struct {
	id, label, usual, text string
	step                   float64
	most                   int
	reason                 string                 // what is asked for, to be said of what is not that
	set                    func(text string) bool // takes what was entered, or tells that it is none of what is asked for
}

// entry draws a field for a number. What is no such number stays in the field, with the reason beside it, and is not asked
// for.
func (p *Page) entry(f field) app.UI {
	wrong := p.wrong[f.id]
	reason := ""
	if wrong {
		reason = f.reason
	}
	return app.Label().Class("field").Body(
		app.Span().Text(f.label),
		app.Input().ID(f.id).Type("number").Min(0).Max(f.most).Step(f.step).Placeholder(f.usual).Value(f.text).
			Aria("invalid", wrong).Aria("describedby", f.id+"-wrong").OnChange(func(ctx app.Context, _ app.Event) {
			ok := !ctx.JSSrc().Get("validity").Get("badInput").Bool() && f.set(ctx.JSSrc().Get("value").String())
			if p.wrong == nil {
				p.wrong = map[string]bool{}
			}
			p.wrong[f.id] = !ok
		}, app.EventScope(f.id)),
		app.Span().ID(f.id+"-wrong").Class("wrong").Role("alert").Text(reason),
	)
}

// wholeIn reads a whole number from 0 to most; nothing is 0.
func wholeIn(text string, most int) (int, bool) {
	if text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0 && n <= most
}

// forget empties the fields whose numbers were wrong of them: another state is shown.
func (p *Page) forget() {
	for id, wrong := range p.wrong {
		if wrong {
			setField(id, "")
		}
	}
	p.wrong = nil
}
