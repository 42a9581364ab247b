package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// legs draws the table of an opened route: each leg, and under it the figures it is made of with their sources. The legs
// sum to the card, and the rows to the leg.
func (p *Page) legs(c *Card) app.UI {
	legs := p.opened.Legs
	return app.Div().Class("sheet").Body(
		app.P().Class("countries").Text(p.countryNames(c.Countries)),
		app.Table().Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(p.say.Leg), app.Th().Scope("col").Text(p.say.Distance), app.Th().Scope("col").Text(p.say.Days),
				app.Th().Scope("col").Text(p.say.Money), app.Th().Scope("col").Text(p.say.Carbon), app.Th().Scope("col").Text(p.say.Status),
			)),
			app.TBody().Body(app.Range(legs).Slice(func(i int) app.UI { return p.leg(&legs[i]) })),
			app.TFoot().Body(app.Tr().Body(
				app.Th().Scope("row").Text(p.say.Sum), app.Td().Text(km(c.Metres)), app.Td().Text(days(c.P50)), app.Td().Text(usd(c.Cents)), app.Td().Text(tonnes(c.Grams)), app.Td(),
			)),
		),
		app.Details().Class("rows").Body(
			app.Summary().Text(p.say.Figures),
			app.Range(legs).Slice(func(i int) app.UI { return p.rows(&legs[i]) }),
		),
	)
}

func (p *Page) countryNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = p.featureName(id)
	}
	return strings.Join(names, " → ")
}

func (p *Page) leg(l *Leg) app.UI {
	distance := missing
	if l.Metres > 0 {
		distance = km(l.Metres)
	}
	return app.Tr().Class("leg "+l.Kind).Body(
		app.Th().Scope("row").Body(icon(l.Kind), app.Span().Class("what").Text(l.What), app.Span().Class("where").Text(where(l))),
		app.Td().Text(distance), app.Td().Text(days(l.Days)), app.Td().Text(usd(l.Cents)), app.Td().Text(tonnes(l.Grams)),
		app.Td().Body(status(l.Status)),
	)
}

func where(l *Leg) string {
	if l.From == l.To {
		return l.From
	}
	return l.From + " – " + l.To
}

func status(s string) app.UI { return app.Span().Class("status " + s).Text(s) }

func (p *Page) rows(l *Leg) app.UI {
	return app.Div().Class("made").Body(
		app.H3().Text(l.What+", "+where(l)),
		app.Ul().Body(app.Range(l.Rows).Slice(func(i int) app.UI {
			r := &l.Rows[i]
			return app.Li().Body(
				app.Span().Class("cause").Text(r.Cause), app.Span().Class("amount").Text(amount(r)), app.Span().Class("sum").Text(r.Text),
				status(r.Status), app.Span().Class("date").Text(r.Date), app.Span().Class("note").Text(r.Note),
				app.Range(r.Sources).Slice(func(j int) app.UI { return source(r.Sources[j]) }),
			)
		})),
	)
}

// amount is what a row adds, in those of the three units that it touches.
func amount(r *Row) string {
	var parts []string
	if r.Cents != 0 {
		parts = append(parts, usd(r.Cents)+" USD")
	}
	if r.Days != 0 {
		parts = append(parts, days(r.Days)+" d")
	}
	if r.Grams != 0 {
		parts = append(parts, tonnes(r.Grams))
	}
	if len(parts) == 0 {
		return missing
	}
	return strings.Join(parts, " · ")
}

// source names a document and, where its publisher has put it up, links it: a page is opened only when someone asks.
func source(s Source) app.UI {
	if s.Address == "" {
		return app.Cite().Class("source").Text(s.Title)
	}
	return app.Cite().Class("source").Body(app.A().Href(s.Address).Target("_blank").Rel("noopener noreferrer").Text(s.Title))
}
