package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// share draws the ways to hand the question on: its link as a code for a camera, and as two lines of HTML for another page.
func (p *Page) share() app.UI {
	if p.words == nil {
		return app.Details().Class("share").Hidden(true)
	}
	return app.Details().Class("share").Open(p.sharing).OnToggle(func(ctx app.Context, _ app.Event) {
		p.sharing = ctx.JSSrc().Get("open").Bool()
		p.drawCode()
	}).Body(
		app.Summary().Text(p.say.Share),
		app.Div().Class("shared").Body(
			app.Div().ID("share-qr").Class("share-qr"),
			app.Div().Body(
				app.P().Class("count").Text(p.say.ShareHelp),
				app.Button().ID("copy-embed").Type("button").Class("button").Text(p.say.CopyEmbed).OnClick(func(app.Context, app.Event) {
					p.copying = p.say.Embedded
					call("copy", p.snippet(pageAddress()))
				}),
			),
		),
	)
}

// drawCode draws the code of the address, where it is seen.
func (p *Page) drawCode() {
	if p.sharing {
		call("qr", "share-qr")
	}
}

// addressOf is where the state stands in full, or for a frame, on a page that stands at an address.
func (p *Page) addressOf(address string, embed bool) string {
	s := p.state
	s.View.Embed = embed
	bare, _, _ := strings.Cut(address, "#")
	return bare + "#" + p.words.Format(s)
}

// snippet is the two lines of HTML that put the question into another page.
func (p *Page) snippet(address string) string {
	title := esc(p.reply.From.Name + " – " + p.reply.To.Name + ": Zhol")
	return fmt.Sprintf("<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"480\" loading=\"lazy\"></iframe>\n<p><a href=\"%s\">%s</a></p>\n",
		esc(p.addressOf(address, true)), title, esc(p.addressOf(address, false)), title)
}

// mostEmbedded is how many cards a frame shows.
const mostEmbedded = 3

// embedded draws what a frame in another page shows beside the map: the first cards, and the way to all of it.
func (p *Page) embedded() app.UI {
	cards := p.listed()
	cards = cards[:min(mostEmbedded, len(cards))]
	return app.Section().Class("results").Body(
		app.H2().Text(p.reply.From.Name+" – "+p.reply.To.Name),
		app.A().ID("open-full").Class("button").Href(p.addressOf(pageAddress(), false)).Target("_blank").Text(p.say.OpenFull),
		app.P().Class("count").Text(p.count()),
		p.cardList(cards),
	)
}
