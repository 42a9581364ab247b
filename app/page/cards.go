package page

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// mostNew is how many cards are put on the page at once while a pin is in the hand: a list that was not there would otherwise be a task of
// over 50 ms. About as many are in sight.
const mostNew = 4

// cardList draws cards as the ranked list. While a pin is in the hand each answer changes them all: those out of sight stay as they
// were, until they come into sight or the pin is let go, and what has not been there comes a few at a time.
func (p *Page) cardList(cards []*Card) app.UI {
	class, first, after := "cards", 0, len(cards)
	last := p.drawn
	if p.reply.Light {
		class += " moving"
		first, after = p.first, p.after
		if most := len(last) + mostNew; len(cards) > most {
			cards = cards[:most]
			p.drawMore()
		}
	}
	p.drawn = make([]*drawing, len(cards))
	for i, c := range cards {
		if i < len(last) && (i < first || i >= after) {
			p.drawn[i] = last[i]
		} else {
			p.drawn[i] = &drawing{round: p.rounds, page: p, card: c}
		}
	}
	return app.Ol().Class(class).Role("list").Aria("label", p.say.Routes).Body(
		app.Range(cards).Slice(func(i int) app.UI { return &entry{Of: p.drawn[i]} }),
	)
}

// outdated tells whether a card in sight is not drawn as the answer has it.
func (p *Page) outdated() bool {
	cards := p.listed()
	for i := p.first; i < min(p.after, len(p.drawn)); i++ {
		if i >= len(cards) || p.drawn[i].card != cards[i] {
			return true
		}
	}
	return false
}

// drawing is a card as the page last drew it.
type drawing struct {
	round int // of drawing the page: no two drawings are told apart by less
	page  *Page
	card  *Card
	done  bool
}

// entry is a card of the list. It is a component so that go-app passes over those whose drawing is that of before.
type entry struct {
	app.Compo
	Of *drawing
}

// Render draws the card. A second time, something in it has been pressed: go-app then draws the entry alone, and it is the page that
// has changed.
func (e *entry) Render() app.UI {
	d := e.Of
	if d.done {
		d.page.redraw()
	}
	d.done = true
	return d.page.card(d.card)
}
