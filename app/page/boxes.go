package page

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

// boxes is how many containers totals are told for. It changes no answer: prices are for one.
func (p *Page) boxes() int64 { return int64(max(1, p.state.View.Boxes)) }

// forAll is what all containers take by a route, so many times what is shown of one; empty for one.
func (p *Page) forAll(c *Card) string {
	w, n := p.say, p.boxes()
	if n == 1 {
		return ""
	}
	mass := w.tonnes
	if c.Grams < leastTonnes {
		mass = func(grams int64) string { return w.kilograms(grams, false) }
	}
	return fmt.Sprintf(w.ForAll, w.whole(n), w.usd(n*toward(c.Cents, dollar))+" "+w.Money+" · "+mass(n*massShown(c.Grams))+" "+w.Carbon)
}

// boxesField draws the field for the number of containers.
func (p *Page) boxesField() app.UI {
	return app.Label().Class("field").Body(
		app.Span().Text(p.say.Containers),
		app.Input().ID("boxes").Type("number").Min(1).Max(link.MostBoxes).Step(1).Value(p.boxes()).OnChange(func(ctx app.Context, _ app.Event) {
			n, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
			if err != nil || n <= 1 {
				n = 0 // one is the default: one state, one link
			}
			n = min(n, link.MostBoxes)
			p.look("boxes", func(v *link.View) { v.Boxes = n })
		}),
	)
}
