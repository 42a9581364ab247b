package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

func contains(ranks []int, rank int) bool { return slices.Contains(ranks, rank) }

// compare puts a route beside others, or takes it away.
func (p *Page) compare(rank int) {
	p.look("compare", func(v *link.View) {
		if i := slices.Index(v.Compare, rank); i >= 0 {
			v.Compare = slices.Delete(slices.Clone(v.Compare), i, i+1)
			return
		}
		if len(v.Compare) < link.MostCompared {
			v.Compare = append(slices.Clone(v.Compare), rank)
			slices.Sort(v.Compare)
		}
	})
	p.ask(false)
	if len(p.state.View.Compare) == 1 {
		p.told = p.say.CompareHelp
	}
}

// causesOf are the causes of all the columns, in the order in which they are first met.
func causesOf(columns []Column) []string {
	var out []string
	for _, c := range columns {
		for _, r := range c.Rows {
			if !slices.Contains(out, r.Cause) {
				out = append(out, r.Cause)
			}
		}
	}
	return out
}

func rowOf(c *Column, cause string) *Row {
	for i := range c.Rows {
		if c.Rows[i].Cause == cause {
			return &c.Rows[i]
		}
	}
	return &Row{}
}

// compared draws routes side by side: what each takes, cause by cause, and against the first of them.
func (p *Page) compared() app.UI {
	columns := p.reply.Compared
	causes := causesOf(columns)
	head := []app.UI{app.Th().Scope("col").Text(p.say.Cause)}
	w := p.say
	var totals [3][]app.UI
	for i, name := range []string{w.Money, w.Days, w.Carbon} {
		totals[i] = []app.UI{app.Th().Scope("row").Text(w.Sum + ", " + name)}
	}
	first := p.cardOf(columns[0].Rank)
	for i := range columns {
		c := p.cardOf(columns[i].Rank)
		if c == nil {
			return app.Div()
		}
		head = append(head, app.Th().Scope("col").Body(app.Span().Class("rank").Text(rankText(c.Rank)), app.Span().Class("where").Text(p.routeName(c))))
		cells := [3]string{w.usd(c.Cents), w.days(c.P50), w.tonnes(c.Grams)}
		more := [3]string{w.write(float64(nearest(c.Cents-first.Cents, 100)), 0, true), w.write(c.P50-first.P50, 1, true), w.mass(c.Grams-first.Grams, true)}
		for j := range totals {
			text := cells[j]
			if i > 0 {
				text += " (" + more[j] + ")"
			}
			totals[j] = append(totals[j], app.Td().Text(text))
		}
	}
	return app.Div().Class("compared").Body(
		app.Elem("h3").Text(p.say.Compared),
		app.Div().Class("legs").TabIndex(0).Role("region").Aria("label", p.say.Compared).Body(app.Table().Body(
			app.THead().Body(app.Tr().Body(head...)),
			app.TBody().Body(app.Range(causes).Slice(func(i int) app.UI {
				cells := []app.UI{app.Th().Scope("row").Text(of(p.say.Causes, causes[i]))}
				for j := range columns {
					cells = append(cells, app.Td().Text(p.amount(rowOf(&columns[j], causes[i]))))
				}
				return app.Tr().Body(cells...)
			})),
			app.Elem("tfoot").Body(app.Tr().Body(totals[0]...), app.Tr().Body(totals[1]...), app.Tr().Body(totals[2]...)),
		)),
		app.Button().ID("clear-compare").Type("button").Class("button").Text(p.say.ClearCompare).OnClick(func(app.Context, app.Event) {
			p.look("compare", func(v *link.View) { v.Compare = nil })
			p.ask(false)
		}),
	)
}

// cardOf is the card of a rank; nil if the list has none.
func (p *Page) cardOf(rank int) *Card {
	if rank < 1 || rank > len(p.reply.Cards) {
		return nil
	}
	return &p.reply.Cards[rank-1]
}
