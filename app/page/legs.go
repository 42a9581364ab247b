package page

import (
	"fmt"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

// legs draws an opened route: its bar, the table of its legs, and under it the figures each is made of with their
// sources. The legs sum to the card, and the rows to the leg.
func (p *Page) legs(c *Card) app.UI {
	legs := shownLegs(p.opened.Legs)
	w := p.say
	return app.Div().Class("sheet").Body(
		app.P().Class("countries").Text(p.countryNames(c.Countries)),
		p.hints(c),
		p.meanings(c),
		p.timeline(c, legs),
		app.Table().Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.Leg), app.Th().Scope("col").Text(w.Distance), app.Th().Scope("col").Text(w.Days),
				app.Th().Scope("col").Text(w.Money), app.Th().Scope("col").Text(w.Carbon+" ("+w.Kilogram+")"), app.Th().Scope("col").Class("known").Text(w.Status),
			)),
			app.TBody().Body(app.Range(legs).Slice(func(i int) app.UI { return p.leg(&legs[i]) })),
			app.TFoot().Body(app.Tr().Body(
				app.Th().Scope("row").Text(w.Sum), app.Td().Text(w.km(c.Metres)), app.Td().Text(w.days(c.P50)), app.Td().Text(w.usd(c.Cents)), app.Td().Text(w.km(c.Grams)), app.Td().Class("known"),
			)),
		),
		app.If(c.Drawn, func() app.UI {
			return app.P().Class("odds").Text(w.join("stop", fmt.Sprintf(w.OddsText, w.whole(int64(c.Best)), w.whole(int64(c.TopThree))), w.OddsHelp))
		}),
		p.compareButton(c),
		app.P().Class("weak").Text(fmt.Sprintf(p.say.Weak, c.Weak[0], c.Weak[1])),
		p.documents(p.opened.Legs),
		app.Details().Class("rows").Body(
			app.Summary().Text(w.Figures),
			app.Range(legs).Slice(func(i int) app.UI { return p.rows(&legs[i]) }),
		),
	)
}

// meanings say what the labels of a route stand for.
func (p *Page) meanings(c *Card) app.UI {
	w := p.say
	return app.If(len(c.Labels) > 0, func() app.UI {
		return app.Ul().Class("meanings").Body(app.Range(c.Labels).Slice(func(i int) app.UI {
			return app.Li().Body(app.B().Text(of(w.Labels, c.Labels[i])), app.Text(of(w.Marks, "colon")+of(w.LabelHelp, c.Labels[i])))
		}))
	})
}

// hints are the borders and gauge changes of a route, of which each press shows the next on the map, and its gateways.
func (p *Page) hints(c *Card) app.UI {
	hint := func(id, text, what string) app.UI {
		return app.Button().ID(id).Type("button").Class("chip").Text(text).Title(fmt.Sprintf(p.say.Crosses, text)).
			OnClick(func(app.Context, app.Event) { p.showNext(what) })
	}
	return app.Div().Class("chips hints").Body(
		app.If(c.Borders > 0, func() app.UI { return hint("hint-borders", p.say.count(c.Borders, p.say.Borders), "border") }),
		app.If(c.Gauges > 0, func() app.UI { return hint("hint-gauges", p.say.count(c.Gauges, p.say.Gauges), "gauge change") }),
		app.Range(p.opened.Gates).Slice(func(i int) app.UI {
			g := &p.opened.Gates[i]
			return app.Button().ID("hint-"+g.ID).Type("button").Class("chip").Text(g.Name).Title(fmt.Sprintf(p.say.Crosses, g.Name)).OnClick(func(app.Context, app.Event) {
				p.told = g.Name
				flyTo(g.Lon, g.Lat)
			}, app.EventScope(g.ID, g.Lon))
		}),
	)
}

// showNext flies the map to the next place of the opened route where this is done, from its beginning and round again.
func (p *Page) showNext(what string) {
	var spots []*Leg
	for i := range p.opened.Legs {
		if l := &p.opened.Legs[i]; l.What == what {
			spots = append(spots, l)
		}
	}
	if len(spots) == 0 {
		return
	}
	l := spots[p.hinted[what]%len(spots)]
	p.hinted[what]++
	p.told = p.say.join("colon", of(p.say.Legs, what), l.From)
	flyTo(l.Lon, l.Lat)
}

func (p *Page) countryNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = p.featureName(id)
	}
	if p.say.Dir == "rtl" {
		return strings.Join(names, " ← ")
	}
	return strings.Join(names, " → ")
}

func (p *Page) leg(l *Leg) app.UI {
	distance := missing
	if l.Metres > 0 {
		distance = p.say.km(l.Metres)
	}
	return app.Tr().Class("leg "+l.Kind).Body(
		app.Th().Scope("row").Body(icon(l.Kind), app.Span().Class("what").Text(of(p.say.Legs, l.What)), app.Span().Class("where").Text(where(l)), p.status(l.Status)), // on a phone it stands there
		app.Td().Text(distance), app.Td().Text(p.say.days(l.Days)), app.Td().Text(p.say.usd(l.Cents)), app.Td().Text(p.say.km(l.Grams)),
		app.Td().Class("known").Body(p.status(l.Status)),
	)
}

func where(l *Leg) string {
	if l.From == l.To {
		return l.From
	}
	return l.From + " – " + l.To
}

func (p *Page) status(s string) app.UI {
	return app.Span().Class("status " + s).Text(of(p.say.Statuses, s))
}

func (p *Page) rows(l *Leg) app.UI {
	return app.Div().Class("made").Body(
		app.H3().Text(p.say.join("comma", of(p.say.Legs, l.What), where(l))),
		app.Ul().Body(app.Range(l.Rows).Slice(func(i int) app.UI {
			r := &l.Rows[i]
			return p.figureRow(of(p.say.Causes, r.Cause), p.amount(r), p.say.Code, r)
		})),
	)
}

// figureRow draws a figure, or anything else that has a source: its name and what it comes to, in a language, how, and who
// says so.
func (p *Page) figureRow(name, amount, named string, r *Row) app.UI {
	lang, noted := English.Code, English.Code
	if r.Own {
		lang = p.say.Code
	}
	if r.OwnNote {
		noted = p.say.Code
	}
	return app.Li().Body(
		app.Span().Class("cause").Lang(named).Text(name), app.Span().Class("amount").Lang(named).Text(amount), app.Span().Class("sum").Lang(lang).Text(r.Text),
		p.status(r.Status), app.Span().Class("date").Text(p.say.when(r.Date)), app.Span().Class("note").Lang(noted).Text(r.Note),
		app.Range(r.Sources).Slice(func(j int) app.UI { return source(r.Sources[j]) }),
		app.Range(r.ToCheck).Slice(func(j int) app.UI {
			return app.Span().Class("note").Body(inEnglish(p.say.ToCheck, r.ToCheck[j])...)
		}),
	)
}

// amount is what a row adds, in those of the three units that it touches.
func (p *Page) amount(r *Row) string {
	var parts []string
	if r.Cents != 0 {
		parts = append(parts, p.say.usd(r.Cents)+" "+p.say.Money)
	}
	if r.Days != 0 {
		parts = append(parts, p.say.days(r.Days)+" "+p.say.Day)
	}
	if r.Grams != 0 {
		parts = append(parts, p.say.kilograms(r.Grams, false))
	}
	if len(parts) == 0 {
		return missing
	}
	return strings.Join(parts, " · ")
}

// source names a document and, where its publisher has put it up, links it: a page is opened only when someone asks.
func source(s Source) app.UI {
	if s.Address == "" {
		return app.Cite().Class("source").Lang(English.Code).Text(s.Title)
	}
	return app.Cite().Class("source").Lang(English.Code).Body(app.A().Href(s.Address).Target("_blank").Rel("noopener noreferrer").Text(s.Title))
}

// compareButton puts a route beside others, or takes it away again.
func (p *Page) compareButton(c *Card) app.UI {
	rank, ranks := c.Rank, p.state.View.Compare
	on := contains(ranks, rank)
	return app.Button().Type("button").Class("button").Aria("pressed", on).Disabled(!on && len(ranks) == link.MostCompared).
		OnClick(func(app.Context, app.Event) { p.compare(rank) }, app.EventScope(rank)).Text(p.say.Compare)
}

// documents names every document that legs rest on, each once, in the order in which they are met; then those that their
// recalled figures are to be checked against.
func (p *Page) documents(legs []Leg) app.UI {
	var titles, check []string
	add := func(list []string, title string) []string {
		if slices.Contains(list, title) {
			return list
		}
		return append(list, title)
	}
	for i := range legs {
		for _, r := range legs[i].Rows {
			for _, source := range r.Sources {
				titles = add(titles, source.Title)
			}
			for _, document := range r.ToCheck {
				check = add(check, document)
			}
		}
	}
	w := p.say
	said := inEnglish(w.Figures+of(w.Marks, "colon")+"%s", strings.Join(titles, "; "))
	if len(check) > 0 {
		said = append(said, app.Text(of(w.Marks, "semicolon")))
		said = append(said, inEnglish(w.ToCheck, strings.Join(check, "; "))...)
	}
	return app.P().Class("documents").Body(said...)
}

// inEnglish is a sentence of the page's language in which something stands that is in English in all.
func inEnglish(sentence, text string) []app.UI {
	before, after, _ := strings.Cut(sentence, "%s")
	return []app.UI{app.Text(before), app.Span().Lang(English.Code).Text(text), app.Text(after)}
}
