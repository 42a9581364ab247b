package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// menu is what a right click, a long press or the menu key asks for at a point of the map.
type menu struct {
	open  bool
	at    solver.LonLat
	place string // id of the place that is near; empty if none is
	name  string

	via, viaName string // the nearest place, however far
}

// showMenu opens the menu, or moves it.
func (p *Page) showMenu(m menu) {
	if p.words == nil {
		return
	}
	m.open = true
	p.menu = m
}

// menuUI draws the menu, where boot.js has put it (the page may not style by itself); the focus goes to its first item when it opens.
func (p *Page) menuUI() app.UI {
	if !p.menu.open {
		return app.Div().Class("menu").Hidden(true)
	}
	m := p.menu
	here := link.Point(m.at)
	if m.name != "" {
		here = m.name
	}
	item := func(id, text string, do func()) app.UI {
		return app.Button().ID(id).Type("button").Role("menuitem").Text(text).OnClick(func(app.Context, app.Event) {
			p.leaveMenu()
			do()
		})
	}
	end := solver.End{Place: m.place}
	if m.place == "" {
		end.At = link.Round(m.at)
	}
	return app.Div().Class("menu").Role("menu").Aria("label", here).
		OnKeyDown(func(ctx app.Context, e app.Event) { p.menuKey(e) }).Body(
		app.P().Text(here),
		item("from-here", p.say.FromHere, func() { use(end.Place); p.change("menu", false, func(s *link.State) { s.Query.From = end }) }),
		item("to-here", p.say.ToHere, func() { use(end.Place); p.change("menu", false, func(s *link.State) { s.Query.To = end }) }),
		app.If(m.via != "", func() app.UI {
			text := p.say.ViaHere
			if m.via != m.place {
				text = p.say.join("colon", text, m.viaName)
			}
			return item("via-here", text, func() { p.addVia(m.via) })
		}),
		app.If(m.place != "", func() app.UI {
			return item("close-here", fmt.Sprintf(p.say.CloseHere, m.name), func() { p.toggle(m.place) })
		}),
	)
}

// leaveMenu shuts the menu: what had the focus before it has it again.
func (p *Page) leaveMenu() {
	p.menu.open = false
	call("back")
}

// menuKey goes through the items with the arrow keys, Home and End, and leaves with Escape or Tab.
func (p *Page) menuKey(e app.Event) {
	items := app.Window().Get("document").Call("querySelectorAll", ".menu button")
	n := items.Get("length").Int()
	at := 0
	for i := range n {
		if hasFocus(items.Index(i)) {
			at = i
		}
	}
	switch e.Get("key").String() {
	case "Escape", "Tab":
		p.leaveMenu()
		return
	case "ArrowDown":
		at++
	case "ArrowUp":
		at--
	case "Home":
		at = 0
	case "End":
		at = -1
	default:
		return
	}
	e.PreventDefault()
	items.Index((at + n) % n).Call("focus")
}

// moveVia makes every route pass a place, in place of another if one is named; no place drops the other.
func (p *Page) moveVia(id, instead string) {
	if instead != "" {
		p.change("via", false, func(s *link.State) {
			s.Query.Via = without(s.Query.Via, instead)
			if id != "" {
				s.Query.Via = append(without(s.Query.Via, id), id)
			}
		})
		return
	}
	p.addVia(id)
}

// addVia makes every route pass a place, once.
func (p *Page) addVia(id string) {
	p.change("via", false, func(s *link.State) { s.Query.Via = append(without(s.Query.Via, id), id) })
}
