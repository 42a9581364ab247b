package page

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// routes draws the ranked list, or what stands in its place.
func (p *Page) routes() app.UI {
	cards := p.listed()
	return app.Section().Class("results").DataSet("of", p.reply.Seq).Body( // the question that it answers
		app.H2().Text(p.say.Routes),
		app.P().Class("count").Text(p.count()),
		p.order(),
		p.compared(),
		p.cardList(cards),
		app.If(len(cards) == 0 && len(p.reply.Cards) > 0, func() app.UI { return app.P().Class("notice").Text(p.say.NoneKazakhstan) }),
		app.If(p.reply.Seq > 0 && p.reply.Fault == nil && len(p.reply.Cards) == 0, func() app.UI { return p.cut() }),
	)
}

// listed are the cards as the list shows them: sorted and sifted; each keeps its rank.
func (p *Page) listed() []*Card {
	var out []*Card
	for i := range p.reply.Cards {
		if c := &p.reply.Cards[i]; !p.state.View.OnlyKZ || c.Kazakhstan {
			out = append(out, c)
		}
	}
	by := map[string]func(a, b *Card) int{
		"money":  func(a, b *Card) int { return cmp.Compare(a.Cents, b.Cents) },
		"days":   func(a, b *Card) int { return cmp.Compare(a.P50, b.P50) },
		"p90":    func(a, b *Card) int { return cmp.Compare(a.P90, b.P90) },
		"carbon": func(a, b *Card) int { return cmp.Compare(a.Grams, b.Grams) },
		"steady": func(a, b *Card) int { return cmp.Compare(a.P90-a.P10, b.P90-b.P10) },
	}[p.state.View.Sort]
	if by != nil {
		slices.SortStableFunc(out, by)
	}
	return out
}

// sortedBy is the one of link.Sorts that the list stands in: chosen here, or the order that a link has routes ranked by.
func (p *Page) sortedBy() string {
	if by := p.state.View.Sort; by != "" {
		return by
	}
	return p.rankedBy()
}

// rankedBy is the one of link.Sorts that ranks go by.
func (p *Page) rankedBy() string {
	switch p.state.Query.Order {
	case solver.OrderMoney:
		return "money"
	case solver.OrderTime:
		return "days"
	case solver.OrderP90:
		return "p90"
	case solver.OrderCarbon:
		return "carbon"
	case solver.OrderSpread:
		return "steady"
	}
	return link.Sorts[0]
}

// order draws how the list is sorted and sifted.
func (p *Page) order() app.UI {
	sorts := link.Sorts
	return app.Div().Class("order").Hidden(len(p.reply.Cards) == 0).Body(
		app.Label().Class("sort").Body(
			app.Span().Text(p.say.SortBy),
			app.Select().ID("sort").OnChange(func(ctx app.Context, _ app.Event) {
				by := ctx.JSSrc().Get("value").String()
				if by == sorts[0] {
					by = ""
				}
				if p.state.Query.Order == "" {
					p.look("sort", func(v *link.View) { v.Sort = by })
					return
				}
				p.change("sort", false, func(s *link.State) { s.Query.Order, s.View.Sort = "", by }) // which ranks went by
			}).Body(app.Range(sorts).Slice(func(i int) app.UI {
				return app.Option().Value(sorts[i]).Selected(sorts[i] == p.sortedBy()).Text(of(p.say.Sorts, sorts[i]))
			})),
		),
		app.Label().Class("check").Body(
			app.Input().ID("only").Type("checkbox").Checked(p.state.View.OnlyKZ).OnChange(func(ctx app.Context, _ app.Event) {
				on := ctx.JSSrc().Get("checked").Bool()
				p.look("only", func(v *link.View) { v.OnlyKZ = on })
			}),
			app.Span().Title(p.say.OnlyKazakhstan).Text(p.say.Kazakhstan),
		),
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
	parts := []string{p.say.count(len(r.Cards), p.say.Ways), fmt.Sprintf(p.say.Unbeaten, r.FrontSize), fmt.Sprintf(p.say.Prices, p.say.when(r.Market))}
	if !r.Complete {
		parts = append(parts, p.say.Incomplete)
	}
	if r.ListCut {
		parts = append(parts, p.say.ListCut)
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
	return app.Li().Class(class).DataSet("rank", rank).Body(
		app.Button().Type("button").Class("head").Aria("expanded", open).Aria("controls", fmt.Sprintf("legs-%d", rank)).
			OnClick(func(app.Context, app.Event) { p.pick(rank) }, app.EventScope(rank)).Body(
			app.Span().Class("rank").Text(p.say.rankText(rank)),
			p.chain(c),
			p.labels(c),
			p.figures(c),
			app.Span().Class("all").Text(p.forAll(c)),
			app.Span().Class("via").Text(p.say.via(c)),
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
		return app.Span().Class("step "+s.Kind).Title(p.stepTitle(s)).Body(icon(s.Kind), app.Span().Text(of(p.say.Modes, s.Kind)))
	}))
}

func (p *Page) stepTitle(s Step) string {
	if s.Metres == 0 {
		return of(p.say.Modes, s.Kind)
	}
	return p.say.join("comma", of(p.say.Modes, s.Kind), p.say.km(s.Metres)+" "+p.say.Distance)
}

func (p *Page) labels(c *Card) app.UI {
	return app.Span().Class("labels").Body(
		app.If(c.Kazakhstan, func() app.UI {
			return app.Span().Class("label kz").Body(icon("steppe"), app.Span().Text(p.say.Kazakhstan))
		}),
		app.Range(c.Labels).Slice(func(i int) app.UI { return app.Span().Class("label").Text(of(p.say.Labels, c.Labels[i])) }),
		app.If(c.VariantOf > 0, func() app.UI { return app.Span().Class("label variant").Text(fmt.Sprintf(p.say.Variant, c.VariantOf)) }),
		app.If(c.DominatedBy > 0, func() app.UI {
			return app.Span().Class("label beaten").Text(p.say.join("colon", fmt.Sprintf(p.say.Beaten, c.DominatedBy), p.worse(c)))
		}),
		app.If(c.Mostly[0] || c.Mostly[1], func() app.UI {
			return app.Span().Class("status estimated").Text(p.mostly(c))
		}),
	)
}

// mostly says which figures of a route rest on estimates by more than half.
func (p *Page) mostly(c *Card) string {
	var parts []string
	for i, what := range []string{"money", "days"} {
		if c.Mostly[i] {
			parts = append(parts, of(p.say.Sorts, what))
		}
	}
	return p.say.join("colon", p.say.Mostly, p.say.join("list", parts...))
}

// figure is a number of a card.
type figure struct{ class, value, unit, span string }

// figuresOf are the numbers of a card: what routes are compared by first.
func figuresOf(w *Words, c *Card) []figure {
	return []figure{
		{"days", w.days(c.P50), w.Day, w.days(c.P10) + "–" + w.days(c.P90)},
		{"money", w.usd(c.Cents), w.Money, ""},
		{"carbon", w.tonnes(c.Grams), w.Carbon, ""},
		{"distance", w.km(c.Metres), w.Distance, ""},
		{"borders", w.whole(int64(c.Borders)), w.counted(c.Borders, w.Borders), ""},
		{"gauges", w.whole(int64(c.Gauges)), w.counted(c.Gauges, w.Gauges), ""},
	}
}

func (p *Page) figures(c *Card) app.UI {
	figures := figuresOf(p.say, c)
	return app.Span().Class("figures").Body(app.Range(figures).Slice(func(i int) app.UI {
		f := figures[i]
		title := ""
		if f.span != "" {
			title = fmt.Sprintf(p.say.DaysHelp, p.say.days(c.P10), p.say.days(c.P90))
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
		if p.state.Query.Order == "" {
			return p.say.SameAsBest
		}
		return fmt.Sprintf(p.say.BestBy, of(p.say.Sorts, p.rankedBy()))
	}
	best := &p.reply.Cards[0]
	return p.say.difference(c, best) + " " + p.say.Vs
}

// worse is by how much a route is beaten: only what differs.
func (p *Page) worse(c *Card) string {
	w := p.say
	var parts []string
	by := p.cardOf(c.DominatedBy)
	if by == nil {
		return ""
	}
	if more := nearest(c.Cents, 100) - nearest(by.Cents, 100); more > 0 {
		parts = append(parts, w.write(float64(more), 0, true)+unbroken+w.Money)
	}
	if more := tenths(c.P50) - tenths(by.P50); more > 0 {
		parts = append(parts, w.write(more, 1, true)+unbroken+w.Day)
	}
	if more := massShown(c.Grams) - massShown(by.Grams); more > 0 {
		parts = append(parts, strings.ReplaceAll(w.mass(more, true), " ", unbroken)+unbroken+w.Carbon)
	}
	return w.join("comma", parts...)
}

// routeName is how a sentence calls a route: no other of the list is called the same.
func (p *Page) routeName(c *Card) string { return p.say.title(c) }

func (w *Words) rankText(rank int) string { return w.Map["rank"] + strconv.Itoa(rank) }

// rank is the rank of a route within a text: its sign stands before it in any.
func (w *Words) rank(rank int) string {
	if w.Dir == "rtl" {
		return isolate(w.rankText(rank))
	}
	return w.rankText(rank)
}
