package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

// ends draws the two ends and the buttons that belong to the whole question.
func (p *Page) ends() app.UI {
	return app.Section().Class("ends").Body(
		p.combobox(&p.from, "to"),
		p.combobox(&p.to, "swap"),
		app.Button().ID("swap").Class("swap").Type("button").Title(p.say.Swap).Aria("label", p.say.Swap).
			OnClick(func(app.Context, app.Event) { p.swap() }).Body(icon("swap")),
	)
}

// toolbar draws what can be done with the whole answer, and says what came of it.
func (p *Page) toolbar() app.UI {
	return app.Div().Class("toolbar").Body(
		app.Button().Type("button").OnClick(func(app.Context, app.Event) { p.copyLink() }).Body(icon("link"), app.Span().Text(p.say.Copy)),
		app.P().Class("facts").Role("status").Text(p.told),
	)
}

// swap turns the question round, and says that it is another question.
func (p *Page) swap() {
	if p.words == nil {
		return
	}
	p.change("swap", false, func(s *link.State) { s.Query.From, s.Query.To = s.Query.To, s.Query.From })
	p.reply.From, p.reply.To = p.reply.To, p.reply.From
	p.showEnds()
	p.told = fmt.Sprintf(p.say.Swapped, p.from.text, p.to.text)
}

func (p *Page) copyLink() {
	if !app.IsServer {
		zhol().Call("copy")
	}
}

func (p *Page) copied(done bool) {
	p.told = p.say.Copied
	if !done {
		p.told = p.say.NotCopied
	}
}
