package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// routes draws the ranked list, or what stands in its place.
func (p *Page) routes() app.UI {
	cards := p.reply.Cards
	class := "cards"
	if p.reply.Light {
		class += " moving"
	}
	return app.Section().Class("results").Body(
		app.H2().Text(p.say.Routes),
		app.P().Class("count").Text(p.count()),
		app.Ol().Class(class).Role("list").Aria("label", p.say.Routes).Body(
			app.Range(cards).Slice(func(i int) app.UI { return p.card(&cards[i]) }),
		),
		app.If(p.reply.Seq > 0 && p.reply.Fault == nil && len(cards) == 0, func() app.UI { return p.cut() }),
	)
}

// count says how many ways there are, and of what.
func (p *Page) count() string {
	r := &p.reply
	switch {
	case r.Seq == 0:
		return p.say.Loading
	case r.Fault != nil || len(r.Cards) == 0:
		return p.say.NoRoute
	}
	parts := []string{plural(len(r.Cards), p.say.Way, p.say.Ways), fmt.Sprintf(p.say.Unbeaten, r.FrontSize), fmt.Sprintf(p.say.Prices, r.Market)}
	if !r.Complete {
		parts = append(parts, p.say.Incomplete)
	}
	return strings.Join(parts, " · ")
}

// card draws a route; its head is a button that opens the legs.
func (p *Page) card(c *Card) app.UI {
	rank := c.Rank
	open := p.open == rank
	class := "card"
	if c.Kazakhstan {
		class += " kz"
	}
	if p.picked() == rank {
		class += " picked"
	}
	return app.Li().Class(class).Body(
		app.Button().Type("button").Class("head").Aria("expanded", open).Aria("controls", fmt.Sprintf("legs-%d", rank)).
			OnClick(func(app.Context, app.Event) { p.pick(rank) }).Body(
			app.Span().Class("rank").Text(fmt.Sprintf("#%d", rank)),
			p.chain(c),
			p.labels(c),
			p.figures(c),
			app.Span().Class("via").Text(strings.Join(c.Gateways, " · ")),
			app.Span().Class("versus").Text(p.versus(c)),
		),
		app.Div().ID(fmt.Sprintf("legs-%d", rank)).Class("legs").Hidden(!open).Body(
			app.If(open && p.opened.LegsOf == rank, func() app.UI { return p.legs(c) }),
		),
	)
}

// chain draws the modes of a route in order, in pictures and words.
func (p *Page) chain(c *Card) app.UI {
	return app.Span().Class("chain").Body(app.Range(c.Chain).Slice(func(i int) app.UI {
		s := c.Chain[i]
		return app.Span().Class("step "+s.Kind).Title(p.stepTitle(s)).Body(icon(s.Kind), app.Span().Text(p.say.Modes[s.Kind]))
	}))
}

func (p *Page) stepTitle(s Step) string {
	if s.Metres == 0 {
		return p.say.Modes[s.Kind]
	}
	return p.say.Modes[s.Kind] + ", " + km(s.Metres) + " " + p.say.Distance
}

func (p *Page) labels(c *Card) app.UI {
	return app.Span().Class("labels").Body(
		app.If(c.Kazakhstan, func() app.UI {
			return app.Span().Class("label kz").Body(icon("steppe"), app.Span().Text(p.say.Kazakhstan))
		}),
		app.Range(c.Labels).Slice(func(i int) app.UI { return app.Span().Class("label").Text(p.say.label(c.Labels[i])) }),
		app.If(c.DominatedBy > 0, func() app.UI {
			return app.Span().Class("label beaten").Text(fmt.Sprintf(p.say.Beaten, c.DominatedBy))
		}),
		app.If(c.Weak > 0, func() app.UI {
			return app.Span().Class("status estimated").Text(fmt.Sprintf(p.say.Weak, c.Weak))
		}),
	)
}

// figure is a number of a card.
type figure struct{ class, value, unit, span string }

// figuresOf are the numbers of a card: what routes are compared by first.
func figuresOf(w *Words, c *Card) []figure {
	return []figure{
		{"days", days(c.P50), "d", days(c.P10) + "–" + days(c.P90)},
		{"money", usd(c.Cents), w.Money, ""},
		{"carbon", tonnes(c.Grams), w.Carbon, ""},
		{"distance", km(c.Metres), w.Distance, ""},
		{"borders", whole(int64(c.Borders)), oneOr(c.Borders, w.Border, w.Borders), ""},
		{"gauges", whole(int64(c.Gauges)), oneOr(c.Gauges, w.Gauge, w.Gauges), ""},
	}
}

func (p *Page) figures(c *Card) app.UI {
	figures := figuresOf(p.say, c)
	return app.Span().Class("figures").Body(app.Range(figures).Slice(func(i int) app.UI {
		f := figures[i]
		title := ""
		if f.span != "" {
			title = fmt.Sprintf(p.say.DaysHelp, days(c.P10), days(c.P90))
		}
		return app.Span().Class("figure "+f.class).Title(title).Body(
			app.Span().Class("value").Text(f.value), app.Span().Class("unit").Text(" "+f.unit),
			app.If(f.span != "", func() app.UI { return app.Span().Class("range").Text(" " + f.span) }),
		)
	}))
}

// versus is the difference of a route to the first.
func (p *Page) versus(c *Card) string {
	if c.Rank == 1 || len(p.reply.Cards) == 0 {
		return p.say.SameAsBest
	}
	best := p.reply.Cards[0]
	return fmt.Sprintf("%s d · %s %s · %s %s %s",
		signed(days(c.P50-best.P50)), signed(usd(c.Cents-best.Cents)), "USD", signed(tonnes(c.Grams-best.Grams)), p.say.Carbon, p.say.Vs)
}
