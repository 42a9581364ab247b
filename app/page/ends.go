package page

import (
	"fmt"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

// ends draws the two ends and the buttons that belong to the whole question.
func (p *Page) ends() app.UI {
	return app.Section().Class("ends").Body(
		p.endBox(&p.from, "to"),
		p.endBox(&p.to, "swap"),
		app.Div().Class("toolbar").Body(
			app.Button().ID("swap").Type("button").OnClick(func(app.Context, app.Event) { p.swap() }).Body(icon("swap"), app.Span().Text(p.say.Swap)),
			app.Button().ID("copy").Type("button").OnClick(func(app.Context, app.Event) { p.copyLink() }).Body(icon("link"), app.Span().Text(p.say.Copy)),
		),
		app.P().Class("told").Role("status").Text(p.told),
	)
}

// swap turns the question round, and says that it is another question. A pin in the hand is one of its ends, and stays it.
func (p *Page) swap() {
	if p.words == nil || p.held {
		return
	}
	for _, c := range []*combo{&p.from, &p.to} {
		if _, sure := c.sure(p.words); sure {
			c.settle() // what is typed for sure is turned round too; anything else waits, and is told afterwards
		}
	}
	p.change("swap", false, func(s *link.State) { s.Query.From, s.Query.To = s.Query.To, s.Query.From })
	p.reply.From, p.reply.To = p.reply.To, p.reply.From
	p.showEnds()
	p.told = fmt.Sprintf(p.say.Swapped, p.from.text, p.to.text)
}

// settle takes what was typed into boxes that have lost the focus, or tells what it may mean.
func (p *Page) settle(ids ...string) {
	for _, c := range []*combo{&p.from, &p.to, &p.dwell} {
		if slices.Contains(ids, c.id) {
			c.settle()
		}
	}
}

func (p *Page) copyLink() {
	p.settle("from", "to")
	p.copying = p.say.Copied
	p.rest()
	call("copy", pageAddress())
}

func (p *Page) copied(done bool) {
	p.told = p.copying
	if !done {
		p.told = p.say.NotCopied
	}
}
