package page

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// winners are the kinds of way that win places, in the order in which they are told.
var winners = []string{solver.WonByKazakhstan, solver.WonByRail, solver.WonByRoad, solver.WonBySea, solver.WonByBoth}

// by is what places are coloured by.
func (p *Page) by() string {
	if p.state.View.By == "" {
		return link.Bys[0]
	}
	return p.state.View.By
}

// ordered are the places as the table lists them: those of one kind of way together, or by days or money; the cheapest first.
func (p *Page) ordered() []*Reached {
	reached := make([]*Reached, len(p.reply.Reach))
	for i := range reached {
		reached[i] = &p.reply.Reach[i]
	}
	by := p.by()
	slices.SortStableFunc(reached, func(a, b *Reached) int {
		first := 0
		switch by {
		case "days":
			first = cmp.Compare(a.P50, b.P50)
		case "won":
			first = cmp.Compare(slices.Index(winners, a.Won), slices.Index(winners, b.Won))
		}
		return cmp.Or(first, cmp.Compare(a.Cents, b.Cents))
	})
	return reached
}

// tally counts the places by the kind of way that wins them.
func (p *Page) tally() string {
	w := p.say
	var tally []string
	for _, kind := range winners {
		n := 0
		for i := range p.reply.Reach {
			if p.reply.Reach[i].Won == kind {
				n++
			}
		}
		if n > 0 {
			tally = append(tally, of(w.Winners, kind)+" "+w.whole(int64(n)))
		}
	}
	return fmt.Sprintf(w.ReachCount, w.whole(int64(len(p.reply.Reach))), w.join("list", tally...))
}

// beats says in how many places rail through Kazakhstan beats the sea, which the line on the map shows.
func (p *Page) beats() string {
	w := p.say
	both, ahead := 0, 0
	for i := range p.reply.Reach {
		if by := p.reply.Reach[i].Ahead; by != nil {
			both++
			if *by > 0 {
				ahead++
			}
		}
	}
	switch {
	case p.nothingReached():
		return w.NoRoute
	case len(p.reply.Reach) == 0:
		return w.ReachLoading
	case both == 0:
		return w.ReachNoLine
	}
	return fmt.Sprintf(w.ReachBeats, w.write(p.reply.Worth, 0, false), w.whole(int64(ahead)), w.whole(int64(both)))
}

// nothingReached tells whether it is known that no way leads anywhere.
func (p *Page) nothingReached() bool { return p.reply.Reached && len(p.reply.Reach) == 0 }

// reachView draws every place by the way that wins it from the origin.
func (p *Page) reachView() app.UI {
	w := p.say
	reached := p.ordered()
	title := fmt.Sprintf(w.ReachTitle, p.reply.From.Name)
	return app.Section().Class("results reach").Body(
		app.H2().Text(title),
		app.P().Class("count").Text(w.ReachHelp),
		p.bys(),
		p.worth(),
		app.P().ID("beats").Class("beats").Text(p.beats()),
		app.If(p.nothingReached() && p.reply.Fault == nil, p.cut),
		app.Figure().ID("line-lost").Class("chart"), // where the browser's half says that the line did not arrive
		app.If(len(reached) > 0, func() app.UI { return app.P().Class("count").Text(p.tally()) }),
		app.Div().Class("twin").TabIndex(0).Role("region").Aria("label", title).Body(app.Table().Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.Place), app.Th().Scope("col").Class("name").Text(w.Winner), app.Th().Scope("col").Text(w.Days), app.Th().Scope("col").Text(w.Money), app.Th().Scope("col").Text(w.Carbon), app.Th().Scope("col").Text(w.ReachAhead),
			)),
			app.TBody().Body(app.Range(reached).Slice(func(i int) app.UI { return p.reachRow(reached[i]) })),
		)),
	)
}

func (p *Page) reachRow(r *Reached) app.UI {
	w := p.say
	ahead := missing
	if r.Ahead != nil {
		ahead = w.write(-*r.Ahead, 0, true)
	}
	tone := func(by string) string {
		if by == p.by() {
			return "tone tone-" + strconv.Itoa(r.Class)
		}
		return ""
	}
	return app.Tr().Body(
		app.Th().Scope("row").Text(r.Name), app.Td().Class("won "+r.Won).Text(of(w.Winners, r.Won)),
		app.Td().Class(tone("days")).Text(w.days(r.P50)), app.Td().Class(tone("usd")).Text(w.usd(r.Cents)), app.Td().Text(w.tonnes(r.Grams)), app.Td().Body(ltr(ahead)),
	)
}

// bys draws the choice of what places are coloured by.
func (p *Page) bys() app.UI {
	return app.Div().Class("axes").Role("group").Aria("label", p.say.ReachBy).Body(
		app.Span().Text(p.say.ReachBy),
		app.Range(link.Bys).Slice(func(i int) app.UI {
			by := link.Bys[i]
			return app.Button().ID("by-"+by).Type("button").Class(chipClass(by == p.by())).Aria("pressed", by == p.by()).Text(of(p.say.ReachBys, by)).
				OnClick(func(app.Context, app.Event) {
					p.look("by", func(v *link.View) {
						v.By = by
						if by == link.Bys[0] {
							v.By = ""
						}
					})
					p.ask(false)
				})
		}),
	)
}

// worths are the cargo values that the slider of the reach stops at, US dollars per FEU.
var worths = []int{1_000, 2_000, 3_000, 5_000, 7_500, 10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 60_000, 75_000, 100_000, 125_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 750_000, 1_000_000}

// worth draws the slider of the cargo value: the line on the map moves with it.
func (p *Page) worth() app.UI {
	w := p.say
	now := p.state.Scenario.CargoValue
	if now == 0 {
		now = int(p.reply.Worth)
	}
	at, _ := slices.BinarySearch(worths, now)
	at = min(at, len(worths)-1)
	text := w.whole(int64(now)) + " " + w.Money
	return app.Label().Class("worth").Body(
		app.Span().Text(w.CargoValue),
		app.Input().ID("worth").Type("range").Min(0).Max(len(worths)-1).Step(1).Value(at).Aria("valuetext", text).OnInput(func(ctx app.Context, _ app.Event) {
			if i, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil && i >= 0 && i < len(worths) {
				p.change("cargo-value", false, func(s *link.State) { s.Scenario.CargoValue = worths[i] })
			}
		}),
		app.Span().Class("value").Text(text),
	)
}
