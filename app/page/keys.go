package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// shortcut is a key and what it does. One table drives both the keys and the help.
type shortcut struct {
	key  string // as the browser names it, with Ctrl+ or Shift+ before it
	id   string // of its words
	does func(p *Page)
}

// shortcuts are the keys of the page. None is heard while someone types.
var shortcuts = []shortcut{
	{"?", "help", (*Page).showHelp},
	{"f", "from", func(*Page) { focus("from") }},
	{"t", "to", func(*Page) { focus("to") }},
	{"s", "swap", (*Page).swap},
	{"c", "copy", (*Page).copyLink},
	{"k", "kazakhstan", (*Page).toggleKazakhstan},
	{"m", "map", func(*Page) { focusMap() }},
	{"p", "print", (*Page).print},
	{"Ctrl+z", "undo", (*Page).goBack},
	{"Ctrl+y", "redo", (*Page).goAgain},
	{"Ctrl+Shift+z", "redo", (*Page).goAgain},
	{"1 – 9", "pick", nil},
	{"Esc", "close", nil},
}

// press does what a key means; false where it means nothing.
func (p *Page) press(key string) bool {
	if p.words == nil {
		return false
	}
	if len(key) == 1 && key >= "1" && key <= "9" {
		cards := p.listed()
		at := int(key[0] - '1')
		if at >= len(cards) {
			return false
		}
		rank := cards[at].Rank
		if p.pick(rank); p.open == rank {
			p.spoken = p.sayCard(cards[at])
		}
		reveal(cardSelector(rank, p.open == rank), ".head")
		return true
	}
	for _, s := range shortcuts {
		if s.key == key && s.does != nil {
			s.does(p)
			return true
		}
	}
	return false
}

// hasKey tells whether a key means something: the browser must know before it is done.
func hasKey(key string) bool {
	if len(key) == 1 && key >= "1" && key <= "9" {
		return true
	}
	for _, s := range shortcuts {
		if s.key == key && s.does != nil {
			return true
		}
	}
	return false
}

// showHelp opens the help, which is made when it is first asked for: most visits never do.
func (p *Page) showHelp() {
	p.helped = true
	call("show", "help")
}

// help is the dialog that lists the keys.
func (p *Page) help() app.UI {
	if !p.helped {
		return app.Dialog().ID("help").Class("help").Aria("labelledby", "help-title")
	}
	return app.Dialog().ID("help").Class("help").Aria("labelledby", "help-title").Body(
		app.H2().ID("help-title").Text(p.say.Help),
		app.Table().Body(app.TBody().Body(app.Range(shortcuts).Slice(func(i int) app.UI {
			return app.Tr().Body(app.Th().Scope("row").Body(app.Kbd().Text(shortcuts[i].key)), app.Td().Text(of(p.say.KeyHelp, shortcuts[i].id)))
		}))),
		app.P().Text(p.per()),
		app.Form().Method("dialog").Body(app.Button().Class("button").Text(p.say.CloseHelp)),
	)
}
