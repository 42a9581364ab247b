package page

import (
	"fmt"
	"math"
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
	switch len(p.state.View.Compare) {
	case 0:
	case 1:
		p.told = p.say.CompareHelp
	default:
		if contains(p.state.View.Compare, rank) {
			reveal("#compared", "")
		}
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

// measure is one of the units that routes are compared in.
type measure struct {
	name string
	of   func(r *Row) float64
	// write says an amount, or a difference with its sign, without the unit.
	write func(amount float64, more bool) string
	unit  string
	// more and less are the words of Than for a difference; empty where no sentence tells it.
	more, less string
}

func (w *Words) measures() []measure {
	return []measure{
		{w.Money, func(r *Row) float64 { return float64(r.Cents) / 100 }, func(v float64, more bool) string { return w.write(v, 0, more) }, w.Money, "dearer", "cheaper"},
		{w.Days, func(r *Row) float64 { return r.Days }, func(v float64, more bool) string { return w.write(v, 1, more) }, w.Day, "slower", "faster"},
		{w.Carbon + " (" + w.Tonne + ")", func(r *Row) float64 { return float64(r.Grams) / 1e6 }, func(v float64, more bool) string { return w.write(v, 2, more) }, w.Tonne, "", ""},
	}
}

// total is what all causes of a column add up to.
func (m *measure) total(c *Column) float64 {
	sum := 0.0
	for i := range c.Rows {
		sum += m.of(&c.Rows[i])
	}
	return sum
}

// nothing tells whether an amount is written as nought.
func (m *measure) nothing(amount float64) bool { return m.write(amount, false) == m.write(0, false) }

// whyDiffers says in a sentence by how much a route is dearer and slower than the first of those compared, and which
// cause has most of it.
func (p *Page) whyDiffers(first, c *Column) string {
	w := p.say
	var parts []string
	for _, m := range w.measures() {
		by := m.total(c) - m.total(first)
		if m.more == "" || m.nothing(by) {
			continue
		}
		most, cause := 0.0, ""
		for _, id := range causesOf([]Column{*first, *c}) {
			if d := m.of(rowOf(c, id)) - m.of(rowOf(first, id)); d*by > 0 && math.Abs(d) > math.Abs(most) {
				most, cause = d, id
			}
		}
		word := m.more
		if by < 0 {
			word = m.less
		}
		text := fmt.Sprintf(of(w.Than, word), m.write(math.Abs(by), false)+"\u00a0"+m.unit)
		if cause != "" {
			text = w.join("comma", text, fmt.Sprintf(w.MostlyBy, of(w.Causes, cause), m.write(most, true)+"\u00a0"+m.unit))
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf(w.WhyDiffers, w.rank(c.Rank), w.rank(first.Rank), w.join("semicolon", parts...))
}

// compared draws routes side by side: why they differ, in a sentence, and what each takes, unit by unit and cause by cause.
func (p *Page) compared() app.UI {
	columns := shownColumns(p.reply.Compared)
	if len(columns) < 2 {
		return app.Div().Hidden(true) // what follows stays where it is, with the focus
	}
	w := p.say
	head := []app.UI{app.Th().Scope("col").Text(w.Cause)}
	for i := range columns {
		c := p.cardOf(columns[i].Rank)
		if c == nil {
			return app.Div()
		}
		class := ""
		if c.Kazakhstan {
			class = "kz"
		}
		head = append(head, app.Th().Scope("col").Class(class).Body(app.Span().Class("rank").Text(w.rank(c.Rank)), app.Span().Class("where").Text(p.routeName(c))))
	}
	var rows []app.UI
	for _, m := range w.measures() {
		rows = append(rows, p.measured(&m, columns)...)
	}
	return app.Div().Class("compared").Body(
		app.H3().ID("compared").TabIndex(-1).Text(w.Compared),
		app.Range(columns[1:]).Slice(func(i int) app.UI { return app.P().Class("why").Text(p.whyDiffers(&columns[0], &columns[i+1])) }),
		app.Div().Class("legs").TabIndex(0).Role("region").Aria("label", w.Compared).Body(app.Table().Body(
			app.THead().Body(app.Tr().Body(head...)), app.TBody().Body(rows...),
		)),
		app.Button().ID("clear-compare").Type("button").Class("button").Text(w.ClearCompare).OnClick(func(app.Context, app.Event) {
			p.look("compare", func(v *link.View) { v.Compare = nil })
			p.ask(false)
		}),
	)
}

// measured are the rows of one unit: what it is together, against the first, and the causes that have a part in it.
func (p *Page) measured(m *measure, columns []Column) []app.UI {
	sums := []app.UI{app.Th().Scope("row").Text(m.name)}
	for i := range columns {
		sum := m.total(&columns[i])
		cell := app.Td().Text(m.write(sum, false))
		if i > 0 {
			cell = app.Td().Body(app.Text(m.write(sum, false)+" "), ltr("("+m.write(sum-m.total(&columns[0]), true)+")"))
		}
		sums = append(sums, cell)
	}
	rows := []app.UI{app.Tr().Class("total").Body(sums...)}
	if n := p.boxes(); n > 1 && m.unit != p.say.Day {
		all := []app.UI{app.Th().Scope("row").Text("× " + p.say.whole(n))}
		for i := range columns {
			all = append(all, app.Td().Text(m.write(m.total(&columns[i])*float64(n), false)))
		}
		rows = append(rows, app.Tr().Class("times").Body(all...))
	}
	for _, cause := range causesOf(columns) {
		cells := []app.UI{app.Th().Scope("row").Text(of(p.say.Causes, cause))}
		some := false
		for i := range columns {
			amount := m.of(rowOf(&columns[i], cause))
			text := missing
			if !m.nothing(amount) {
				text, some = m.write(amount, false), true
			}
			cells = append(cells, app.Td().Text(text))
		}
		if some {
			rows = append(rows, app.Tr().Body(cells...))
		}
	}
	return rows
}

// cardOf is the card of a rank; nil if the list has none.
func (p *Page) cardOf(rank int) *Card {
	if rank < 1 || rank > len(p.reply.Cards) {
		return nil
	}
	return &p.reply.Cards[rank-1]
}
