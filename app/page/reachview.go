package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/solver"
)

// winners are the kinds of way that win places, in the order in which they are told.
var winners = []string{solver.WonByKazakhstan, solver.WonByRail, solver.WonBySea, solver.WonByBoth}

// reachView draws every place by the way that wins it from the origin, those of one kind together and the cheapest first.
func (p *Page) reachView() app.UI {
	w := p.say
	reached := slices.Clone(p.reply.Reach)
	slices.SortStableFunc(reached, func(a, b Reached) int {
		return cmp.Or(cmp.Compare(slices.Index(winners, a.Won), slices.Index(winners, b.Won)), cmp.Compare(a.Cents, b.Cents))
	})
	var tally []string
	for _, kind := range winners {
		n := 0
		for _, r := range reached {
			if r.Won == kind {
				n++
			}
		}
		if n > 0 {
			tally = append(tally, of(w.Winners, kind)+" "+w.whole(int64(n)))
		}
	}
	said := w.ReachLoading
	if len(reached) > 0 {
		said = fmt.Sprintf(w.ReachCount, w.whole(int64(len(reached))), strings.Join(tally, ", "))
	}
	return app.Section().Class("results reach").Body(
		app.H2().Text(fmt.Sprintf(w.ReachTitle, p.reply.From.Name)),
		app.P().Class("count").Text(w.ReachHelp),
		app.P().Class("count").Text(said),
		app.Div().Class("twin").TabIndex(0).Role("region").Aria("label", fmt.Sprintf(w.ReachTitle, p.reply.From.Name)).Body(app.Table().Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.Place), app.Th().Scope("col").Text(w.Winner), app.Th().Scope("col").Text(w.Days), app.Th().Scope("col").Text(w.Money), app.Th().Scope("col").Text(w.Carbon),
			)),
			app.TBody().Body(app.Range(reached).Slice(func(i int) app.UI {
				r := reached[i]
				return app.Tr().Body(
					app.Th().Scope("row").Text(r.Name), app.Td().Class("won "+r.Won).Text(of(w.Winners, r.Won)),
					app.Td().Text(w.days(r.P50)), app.Td().Text(w.usd(r.Cents)), app.Td().Text(w.tonnes(r.Grams)),
				)
			})),
		)),
	)
}
