package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/solver"
)

// statuses are those of figures, the best known first.
var statuses = []string{"published", "derived", "estimated", "recalled"}

// dataView draws which tables there are, how well their figures are known, and every document they rest on.
func (p *Page) dataView() app.UI {
	t := p.reply.Tables
	w := p.say
	if t == nil {
		return app.Section().Class("results data").Body(app.H2().Text(w.DataTitle), app.P().Text(w.Loading))
	}
	column := func(text string) app.UI { return app.Th().Scope("col").Text(text) }
	return app.Section().Class("results data").Body(
		app.H2().Text(w.DataTitle),
		app.P().Class("count").Text(w.DataHelp),
		app.Div().Class("twin").TabIndex(0).Role("region").Aria("label", w.DataTitle).Body(app.Table().Body(
			app.THead().Body(app.Tr().Body(append([]app.UI{column(w.Views["data"])}, words(statuses, func(s string) app.UI { return column(of(w.Statuses, s)) })...)...)),
			app.Range(t.Tally).Slice(func(i int) app.UI {
				row := t.Tally[i]
				return app.TBody().Body(app.Tr().Body(append([]app.UI{app.Th().Scope("row").Body(p.tableButton(row.Table))}, words(statuses, func(s string) app.UI {
					if row.Statuses[s] == 0 {
						return app.Td().Text(missing)
					}
					return app.Td().Text(w.whole(int64(row.Statuses[s])))
				})...)...), app.If(row.Table == t.Table, func() app.UI {
					return app.Tr().Body(app.Td().Attr("colspan", 1+len(statuses)).Body(app.Ul().Class("made").Body(app.Range(t.Figures).Slice(func(i int) app.UI {
						f := t.Figures[i]
						f.Text = ""
						return p.figureRow(f.Cause, t.Figures[i].Text, English.Code, &f)
					}))))
				}))
			}),
		)),
		app.H2().Text(w.HeldTitle),
		app.Div().Class("twin sums").TabIndex(0).Role("region").Aria("label", w.HeldMedian).Body(app.Table().Body(
			app.THead().Body(app.Tr().Body(column(w.Published), column(w.HeldRows), column(w.HeldGood), column(w.HeldMedian))),
			app.TBody().Body(app.Range(t.Sums).Slice(func(i int) app.UI {
				s := t.Sums[i]
				unit := of(heldUnits(w), s.Unit)
				if s.Free {
					unit = fmt.Sprintf(w.HeldFree, unit)
				}
				return app.Tr().Body(
					app.Th().Scope("row").Text(unit), app.Td().Text(w.whole(int64(s.Rows))),
					app.Td().Text(w.percent(float64(s.Good)/float64(max(1, s.Rows)), 0, false)), app.Td().Text(w.percent(s.Median, 1, false)),
				)
			})),
		)),
		app.Div().Class("twin held").TabIndex(0).Role("region").Aria("label", w.HeldTitle).Body(app.Table().Body(
			app.THead().Body(app.Tr().Body(column(w.Route), column(w.Date), column(w.Published), column(w.Ours), column(w.Error))),
			app.TBody().Body(app.Range(t.Held).Slice(func(i int) app.UI {
				h := t.Held[i]
				ours, off := missing, missing
				if h.Found {
					ours, off = w.figure(h.Unit, h.Ours), w.percent(h.Error, 0, true)
				}
				published := w.figure(h.Unit, h.Low)
				if h.High > h.Low {
					published += "–" + w.figure(h.Unit, h.High)
				}
				class := ""
				if h.Good {
					class = "good"
				}
				return app.Tr().Class(class).Body(
					app.Th().Scope("row").Body(app.Span().Lang(English.Code).Text(h.What), app.Span().Class("where").Text(h.By), app.Span().Class("where").Lang(English.Code).Text(h.Reason),
						p.status(h.Known.Status), app.Range(h.Known.Sources).Slice(func(j int) app.UI { return source(h.Known.Sources[j]) })),
					app.Td().Text(strings.ReplaceAll(w.when(h.Date), unbroken, " ")), app.Td().Text(published+" "+of(heldUnits(w), h.Unit)), app.Td().Text(ours), app.Td().Text(off),
				)
			})),
		)),
		app.H2().Text(w.Scenarios),
		p.worlds(p.switches),
		app.H2().Text(w.remark(w.Document, w.whole(int64(len(t.Documents))))),
		app.Ul().Class("documents").Body(app.Range(t.Documents).Slice(func(i int) app.UI {
			d := t.Documents[i]
			return app.Li().Body(
				app.Span().Class("publisher").Lang(English.Code).Text(d.Publisher), source(d.Source),
				app.Span().Class("date").Text(d.Year), app.Span().Class("count").Text(w.whole(int64(d.Figures))),
			)
		})),
	)
}

// tableButton opens the figures of a table, each with its source, and shuts them again.
func (p *Page) tableButton(table string) app.UI {
	on := p.table == table
	return app.Button().Type("button").Class(chipClass(on)).Aria("expanded", on).Text(of(p.say.TableNames, table)).OnClick(func(app.Context, app.Event) {
		if p.table == table {
			p.table = ""
		} else {
			p.table = table
		}
		p.ask(false)
	}, app.EventScope(table))
}

// figure writes a published figure, or ours beside it: days with a decimal, all else whole.
func (w *Words) figure(unit string, value float64) string {
	if unit == solver.HeldDays {
		return w.days(value)
	}
	return w.write(value, 0, false)
}

func heldUnits(w *Words) map[string]string {
	return map[string]string{solver.HeldKm: w.Distance, solver.HeldDays: w.Day, solver.HeldUSD: w.Money, solver.HeldKg: w.Kilogram}
}

func words(ids []string, draw func(string) app.UI) []app.UI {
	out := make([]app.UI, len(ids))
	for i, id := range ids {
		out[i] = draw(id)
	}
	return out
}
