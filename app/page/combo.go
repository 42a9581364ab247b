package page

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// combo is a box to type a place into, after the ARIA pattern of an editable combobox with a list.
type combo struct {
	id, label string
	text      string // what stands in the box
	shown     string // the end as it is
	snap      string // how far the pin was dropped from there; empty if it was not
	typing    bool
	found     []link.Entry
	at        int        // the option that Enter takes; -1 for none
	recent    bool       // those found are what is offered before anything is typed
	asked     int        // the question since which the end is that of the box
	places    bool       // points are none of what it takes
	land      bool       // those found are of a country that was typed
	maybe     bool       // those found are what the text that is missed may mean, not only spelt like it
	of        solver.End // the end whose name is shown
	pending   func()     // what losing the focus does, once the press that took it is over
	missed    string     // what was typed and is no place
}

// How many places are offered for what is typed, and for what is no place.
const (
	comboOptions = 8
	comboNear    = 3
)

// show puts the name of the end into the box, unless something has been typed there.
func (c *combo) show(name string) {
	told := c.missed != "" && name == c.shown // what is no place stays, with what is told of it, until there is another end
	if !told && (!c.typing || c.text == c.shown || c.missed != "") {
		c.text, c.missed = name, ""
	}
	c.shown = name
}

// typed looks up what has been typed.
func (c *combo) typed(words *link.Words, text string) {
	text = strings.Trim(text, isolate(""))
	c.typing, c.text, c.at, c.recent, c.missed = true, text, 0, false, ""
	c.found, c.land = nil, false
	if words != nil {
		c.found = words.Find(text, comboOptions)
		c.land = len(c.found) > 0 && words.Country(text)
	}
	if c.land {
		c.at = -1 // of a whole country Enter takes none by itself
	}
}

// recall offers places before anything is typed, none of them marked: Enter alone takes nothing.
func (c *combo) recall(used []link.Entry) {
	c.typing, c.found, c.at, c.recent, c.missed = true, used, -1, true, ""
}

// leave gives up what has been typed, unless that is told to be no place: then it stays beside what is told.
func (c *combo) leave() {
	if c.typing = false; c.missed != "" {
		return
	}
	c.found, c.at, c.text, c.recent = nil, 0, c.shown, false
}

// sure is the end that a text names without a choice: a point, or a place by the whole of a name or code. What takes places alone is
// no end, and nothing is sure of it: to take one sets a figure.
func (c *combo) sure(words *link.Words) (solver.End, bool) {
	if words == nil || c.places {
		return solver.End{}, false
	}
	if at, ok := link.ParsePoint(c.text); ok {
		return solver.End{At: at}, true
	}
	e, ok := words.Called(c.text)
	return solver.End{Place: e.ID}, ok
}

// left is leave where the box has lost the focus with something typed in it: what names an end for sure is that, and anything else
// stays, with what is told of it.
func (c *combo) left(words *link.Words) (end solver.End, ok bool) {
	if c.typing && c.missed == "" && c.text != c.shown {
		if end, ok = c.sure(words); ok {
			c.typing, c.found = false, nil
			return end, true
		}
		c.miss(words)
	}
	c.leave()
	return solver.End{}, false
}

// move goes through the options, round and round.
func (c *combo) move(by int) {
	n := len(c.found)
	switch {
	case n == 0:
	case c.at < 0 && by < 0:
		c.at = n - 1
	default:
		c.at = (c.at + by + n) % n
	}
}

// miss notes that what is typed is no place, and offers those that it begins, or else that are spelt most like it; none of them is marked.
func (c *combo) miss(words *link.Words) {
	if words == nil || strings.TrimSpace(c.text) == "" || c.text == c.shown {
		return
	}
	near := words.Find(c.text, comboNear)
	if c.maybe = len(near) > 0; !c.maybe {
		near = words.Near(c.text, comboNear)
	}
	c.typing, c.recent, c.missed, c.found, c.at = true, false, strings.TrimSpace(c.text), near, -1
}

// settle does what losing the focus does, if that is still to be done.
func (c *combo) settle() {
	if f := c.pending; f != nil {
		c.pending = nil
		f()
	}
}

// take is the end that Enter means: a point, or the option marked.
func (c *combo) take() (solver.End, bool) {
	if at, ok := link.ParsePoint(c.text); ok && !c.recent && !c.places {
		return solver.End{At: at}, true
	}
	if c.at >= 0 && c.at < len(c.found) {
		return solver.End{Place: c.found[c.at].ID}, true
	}
	return solver.End{}, false
}

func (c *combo) optionID(i int) string { return c.id + "-option-" + strconv.Itoa(i) }

// asks is what a box asks for.
type asks struct {
	hint, title string                            // in the empty box, and over what is offered before anything is typed
	offers      func() []link.Entry               // that
	take        func(solver.End) (focused string) // does what was chosen, and says what takes the focus then
}

// endBox draws the box of an end; after a choice the focus moves on to next.
func (p *Page) endBox(c *combo, next string) app.UI {
	return p.combobox(c, asks{hint: p.say.TypeHint, title: p.say.Recents, offers: p.recents, take: func(end solver.End) string {
		p.takeEnd(c, end)
		return next
	}})
}

// takeEnd asks from or to an end that was taken in its box. Until there is an answer of it, the box tells it by itself.
func (p *Page) takeEnd(c *combo, end solver.End) {
	use(end.Place)
	p.change("end "+c.id, false, func(s *link.State) { *p.end(s, c.id) = end })
	c.asked = p.asker.seq
	p.showEnds()
}

// combobox draws a box and its list.
func (p *Page) combobox(c *combo, a asks) app.UI {
	choose := func() (next string) {
		end, ok := c.take()
		if !ok {
			c.miss(p.words)
			return ""
		}
		c.typing, c.found, c.missed = false, nil, ""
		return a.take(end)
	}
	moveOn := func(ctx app.Context, to string) {
		if to != "" {
			ctx.Defer(func(app.Context) { focus(to) })
		}
	}
	expanded := c.typing && len(c.found) > 0
	active, title := "", c.label
	missed := p.missed(c)
	switch {
	case c.recent:
		title = a.title
	case missed != "":
		title = missed // which the list would lie over
	}
	if expanded && c.at >= 0 {
		active = c.optionID(c.at)
	}
	return app.Div().Class("combo "+c.id).Body(
		app.Label().For(c.id).Text(c.label),
		app.Input().ID(c.id).Type("text").Role("combobox").AutoComplete(false).Spellcheck(false).
			Aria("expanded", expanded).Aria("controls", c.id+"-list").Aria("autocomplete", "list").Aria("activedescendant", active).
			Placeholder(a.hint).Value(c.text).DataSet("typed", c.text != c.shown).
			OnFocus(func(ctx app.Context, _ app.Event) {
				waits := c.typing && c.text != c.shown // the window had lost the focus, or it was here a moment ago
				if c.pending = nil; waits {
					return
				}
				if ctx.JSSrc().Call("select"); c.missed != "" {
					c.typing = true // and what it may mean is offered again
					return
				}
				c.recall(a.offers())
			}).
			OnInput(func(ctx app.Context, _ app.Event) {
				if c.typed(p.words, ctx.JSSrc().Get("value").String()); c.text == "" {
					c.recall(a.offers())
				}
			}).
			OnMouseDown(func(ctx app.Context, e app.Event) {
				// The focus may have come before the mouse: a caret would take the place of what was selected with it.
				if box := ctx.JSSrc(); c.typing && c.text == c.shown && box.Get("selectionStart").Int() < box.Get("selectionEnd").Int() {
					e.PreventDefault()
				}
			}).
			OnBlur(func(ctx app.Context, _ app.Event) {
				if hasFocus(ctx.JSSrc()) {
					return // the window has lost it: what is typed waits
				}
				c.pending = func() {
					if end, ok := c.left(p.words); ok {
						a.take(end)
					}
				}
				call("afterPress", c.id) // what is told here would move what is being pressed
			}).
			OnKeyDown(func(ctx app.Context, e app.Event) {
				switch e.Get("key").String() {
				case "ArrowDown":
					if !c.typing || c.recent && len(c.found) == 0 {
						c.typed(p.words, c.text)
					} else {
						c.move(1)
					}
					e.PreventDefault()
				case "ArrowUp":
					c.move(-1)
					e.PreventDefault()
				case "Enter":
					e.PreventDefault()
					moveOn(ctx, choose())
				case "Tab": // which moves the focus by itself
					if c.missed == "" && (c.text != c.shown || c.recent && c.at >= 0) {
						choose()
					}
				case "Escape":
					c.missed = ""
					c.leave()
				}
			}),
		app.P().Class("missed").Role("status").Text(missed),
		app.If(c.snap != "", func() app.UI { return app.P().Class("snap").Text(c.snap) }),
		app.Ul().ID(c.id+"-list").Class("listbox").Role("listbox").Aria("label", title).DataSet("title", title).Hidden(!expanded).
			// On the list, which stays when its options go, and before the box loses the focus.
			OnMouseDown(func(ctx app.Context, e app.Event) {
				e.PreventDefault()
				option := e.Get("target").Call("closest", "[role=option]")
				if !option.Truthy() {
					return
				}
				if point, ok := link.ParsePoint(c.text); ok && !c.recent && link.Set(solver.End{At: point}) {
					c.text = ""
				}
				c.at, _ = strconv.Atoi(option.Get("dataset").Get("at").String())
				moveOn(ctx, choose())
			}).Body(
			app.Range(c.found).Slice(func(i int) app.UI {
				e := c.found[i]
				return app.Li().ID(c.optionID(i)).Role("option").Aria("selected", i == c.at).DataSet("at", i).Body(
					app.Span().Class("name").Text(p.say.entry(e)),
					app.Span().Class("native").Text(otherNames(e, p.say.entry(e))),
					app.Span().Class("code").Text(e.Code),
				)
			}),
		),
	)
}

// recents are the places last used in this browser, the newest first, but for the ends that are set.
func (p *Page) recents() []link.Entry {
	if p.words == nil {
		return nil
	}
	var out []link.Entry
	for _, id := range used() {
		if e, ok := p.words.Place(id); ok && id != p.state.Query.From.Place && id != p.state.Query.To.Place && len(out) < comboOptions {
			out = append(out, e)
		}
	}
	return out
}

// missed says which places a text may mean, or that it is a point of which there is none, or that there is no place of that name, and which
// are spelt most like it, or else what to type instead.
func (p *Page) missed(c *combo) string {
	if c.missed == "" {
		return ""
	}
	names := make([]string, len(c.found))
	for i, e := range c.found {
		names[i] = p.say.entry(e)
	}
	if !c.places && link.OffEarth(c.missed) {
		return p.say.join("colon", isolate(brief(c.missed)), of(p.say.LinkFaults, link.FaultPoint))
	}
	if c.maybe {
		return fmt.Sprintf(p.say.MayMean, brief(c.missed), p.say.join("list", names...))
	}
	text := fmt.Sprintf(p.say.NoPlace, brief(c.missed))
	switch {
	case len(names) > 0:
		text += " " + fmt.Sprintf(p.say.MostAlike, p.say.join("list", names...))
	case !c.places:
		text += " " + p.say.NoneAlike
	}
	return text
}

// otherNames are the names of a place in the languages beside the one shown, each once.
func otherNames(e link.Entry, shown string) string {
	out := ""
	seen := map[string]bool{shown: true}
	for _, name := range []string{e.Names.EN, e.Names.KK, e.Names.RU, e.Names.ZH} {
		if name != "" && !seen[name] {
			seen[name] = true
			if out != "" {
				out += " · "
			}
			out += name
		}
	}
	return out
}
