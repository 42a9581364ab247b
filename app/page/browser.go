package page

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/solver"
)

// The page meets the browser through the object "zhol" that boot.js makes: ask, picked, copy, and the callback hear.
func zhol() app.Value { return app.Window().Get("zhol") }

// Await waits for the first answer and takes it, so that the page is drawn once and with its list: until then the page that
// arrived as HTML stays to be read. What the reader does meanwhile is kept, until listen takes over.
func (p *Page) Await() {
	told := make(chan struct{}, 1)
	zhol().Call("whenTold", app.FuncOf(func(app.Value, []app.Value) any {
		select {
		case told <- struct{}{}:
		default:
		}
		return nil
	}))
	breathe()
	for p.reply.Seq == 0 && p.broken == "" {
		<-told
		for message := zhol().Call("take"); message.Truthy(); message = zhol().Call("take") {
			kind, detail := message.Index(0).String(), message.Index(1)
			if kind == "words" {
				p.hearWords(detail.Get("code").String(), detail.Get("text").String())
			} else {
				p.hear(kind, detail.String())
			}
			breathe()
		}
	}
}

// soon is some frames of the browser on: it has drawn what it has been told.
const soon = 50 * time.Millisecond

// enoughDone is after how long in a drag the page is drawn in a task of its own: together with what came before it were a long one where all
// is slow, as where it runs for the first time.
const enoughDone = 16 * time.Millisecond

// breathe lets the browser do what waits, such as a pin that is dragged: what runs for the first time takes long, and the
// start of the page shall not be one piece.
func breathe() { time.Sleep(time.Millisecond) }

// idle waits until the browser has done all else that waits.
func idle() { waitFor("whenIdle") }

// next waits for a task of its own, before all else that is less pressing.
func next() { waitFor("whenNext") }

func waitFor(when string) {
	come := make(chan struct{})
	call := app.FuncOf(func(app.Value, []app.Value) any {
		close(come)
		return nil
	})
	defer call.Release()
	zhol().Call(when, call)
	<-come
}

// listen takes over from boot.js: messages of the worker's, pins and picks of the map, and the address.
func (p *Page) listen(ctx app.Context) {
	if app.IsServer {
		return
	}
	p.redraw = func() { ctx.Dispatch(func(app.Context) {}) }
	p.drawMore = func() {
		go func() {
			time.Sleep(soon)
			p.redraw()
		}()
	}
	p.hand.draw = p.redraw
	// go-app follows links by itself; Zhol's state is its own affair.
	app.Window().Set("onpopstate", nil)
	app.Window().Set("onclick", nil)
	ownEntry()
	p.history.written = func(text string, push bool) {
		writeAddress(text, push)
		p.drawCode()
	}
	// In a task of its own, with the page drawn anew or not.
	later := func(do func(ctx app.Context)) {
		go func() {
			next()
			ctx.Dispatch(do)
		}()
	}
	if p.history.late {
		p.history.over(p.history.text)
	}
	hear := app.FuncOf(func(_ app.Value, args []app.Value) any {
		kind := args[0].String()
		switch kind {
		case "pin":
			which, phase := args[1].Get("which").String(), args[1].Get("phase").String()
			at := solver.LonLat{Lon: args[1].Get("lon").Float(), Lat: args[1].Get("lat").Float()}
			ctx.Dispatch(func(ctx app.Context) {
				began, seq, replied := time.Now(), p.reply.Seq, p.hand.replied
				same := phase == "start" && p.from.pending == nil && p.to.pending == nil // a pin that is taken changes nothing
				switch p.drag(which, at, phase); {
				case same || p.dragged && p.told == "" && p.reply.Seq == seq:
					ctx.PreventUpdate() // the answer, which comes in a moment, draws the page
				case p.dragged && !replied && time.Since(began) > enoughDone: // the first that the page answers by itself
					ctx.PreventUpdate()
					later(func(app.Context) {})
				}
			})
		case "rest":
			ctx.Dispatch(func(ctx app.Context) {
				p.rest()
				ctx.PreventUpdate()
			})
		case "near":
			which := args[1].String()
			ctx.Dispatch(func(ctx app.Context) {
				p.near(which)
				ctx.PreventUpdate()
			})
		case "pick":
			rank := args[1].Get("rank").Int()
			ctx.Dispatch(func(app.Context) {
				if p.open != rank {
					p.pick(rank)
				}
			})
		case "menu":
			at := args[1]
			m := menu{
				at:    solver.LonLat{Lon: at.Get("lon").Float(), Lat: at.Get("lat").Float()},
				place: at.Get("place").String(), name: at.Get("name").String(),
				via: at.Get("via").String(), viaName: at.Get("viaName").String(),
			}
			ctx.Dispatch(func(ctx app.Context) {
				p.showMenu(m)
				ctx.Defer(func(app.Context) { focus("from-here") })
			})
		case "key":
			key := args[1].String()
			ctx.Dispatch(func(app.Context) { p.press(key) })
			return hasKey(key)
		case "set":
			value := args[1].Get("value").Float()
			ctx.Dispatch(func(app.Context) { p.take(value) })
		case "via":
			place, instead := args[1].Get("place").String(), args[1].Get("instead")
			drop := ""
			if instead.Type() == app.TypeString {
				drop = instead.String()
			}
			ctx.Dispatch(func(app.Context) { p.moveVia(place, drop) })
		case "sighted":
			if p.reply.Light {
				ctx.Dispatch(func(ctx app.Context) {
					if p.first, p.after = inSight(); !p.outdated() {
						ctx.PreventUpdate()
					}
				})
			}
		case "stand":
			stand := args[1].String()
			ctx.Dispatch(func(app.Context) { p.stand = stand })
		case "away":
			ctx.Dispatch(func(app.Context) { p.menu.open = false })
		case "hash":
			ctx.Dispatch(func(app.Context) {
				if own := app.Window().Get("history").Get("state").Truthy(); own && p.history.waits {
					p.putBack() // the step that is gone back by is not written yet: another has been left
					stepOn()
				} else if own {
					p.comeBack(hash())
				} else {
					p.follow(hash())
					ownEntry()
				}
				p.drawCode()
			})
		case "words":
			code, text := args[1].Get("code").String(), args[1].Get("text").String()
			ctx.Dispatch(func(app.Context) { p.hearWords(code, text) })
		case "left":
			id := args[1].String()
			ctx.Dispatch(func(app.Context) { p.settle(id) })
		case "copied":
			done := args[1].Bool()
			ctx.Dispatch(func(app.Context) { p.copied(done) })
		default:
			text := args[1].String()
			ctx.Dispatch(func(ctx app.Context) {
				began, seq, moving := time.Now(), p.reply.Seq, p.reply.Light
				p.hear(kind, text)
				// Where a pin cannot stay, the reason is to be read.
				reveal := func(ctx app.Context) {
					if r := &p.reply; r.Seq != seq && (r.Fault != nil && r.Fault.Far != nil || len(r.Unserved) > 0) {
						ctx.Defer(func(app.Context) { scrollTo(".notice.bad, .notice.cut", "nearest") })
					}
				}
				if p.reply.Light && (!moving || time.Since(began) > enoughDone) { // the first draws all of the page in another way
					ctx.PreventUpdate()
					later(reveal)
				} else {
					reveal(ctx)
				}
			})
		}
		return nil
	})
	zhol().Call("listen", hear)
}

func post(ask Ask, picked int) {
	if data, err := json.Marshal(ask); err == nil && !app.IsServer {
		zhol().Call("ask", string(data), picked)
	}
}

// showHere shows on the map what the page has answered by itself.
func showHere(seq int, picture Picture, picked int) {
	if !app.IsServer {
		zhol().Call("here", seq, text(picture), picked)
	}
}

// rehearse has the worker ready for the drag of a pin.
func rehearse(ask Ask, which string) {
	if data, err := json.Marshal(ask); err == nil {
		call("rehearse", string(data), which)
	}
}

func showPicked(rank int) {
	if !app.IsServer {
		zhol().Call("picked", rank)
	}
}

// moved says that the next answer is of another question than the map shows.
func moved() {
	if !app.IsServer {
		zhol().Call("moved")
	}
}

// call calls what the browser's half can do.
func call(name string, args ...any) {
	if !app.IsServer {
		zhol().Call(name, args...)
	}
}

func flyTo(lon, lat float64)                  { call("flyTo", lon, lat) }
func drawChart(id, data string)               { call("chart", id, data) }
func language(code, dir, words, names string) { call("language", code, dir, words, names) }
func printPage()                              { call("print") }
func saveText(name, text string)              { call("save", name, text) }
func focusMap()                               { call("focusMap") }

// inSight tells which cards of the list can be seen, or nearly: from the one on, and before the other.
func inSight() (first, after int) {
	if app.IsServer {
		return 0, math.MaxInt
	}
	seen := zhol().Call("inSight")
	return seen.Index(0).Int(), seen.Index(1).Int()
}

// rename writes into a field that has the focus a text that the page has for it now; where all of it is selected, the next key still takes
// its place.
func rename(id, text string) { call("rename", id, text) }

// use notes in this browser that a place was used; nothing of it leaves the browser.
func use(id string) {
	if id != "" {
		call("use", id)
	}
}

// used are the ids of the places last used, the newest first.
func used() []string {
	if app.IsServer {
		return nil
	}
	return strings.Fields(zhol().Call("used").String())
}

// preferred are the languages that the reader's browser asks for, the dearest first.
func preferred() []string {
	if app.IsServer {
		return nil
	}
	var out []string
	list := app.Window().Get("navigator").Get("languages")
	for i := range list.Length() {
		out = append(out, list.Index(i).String())
	}
	return out
}

// reveal brings what is about to be drawn into sight, and gives the focus to it, or to what is in it.
func reveal(what, focused string) { call("reveal", what, focused) }

// show brings it into sight without the focus.
func show(what string) { call("reveal", what) }

// cardSelector finds the card of a route once its legs are drawn, or taken away.
func cardSelector(rank int, open bool) string {
	legs := ":not(:has(table))"
	if open {
		legs = ":has(table)"
	}
	return fmt.Sprintf(".cards [data-rank='%d']%s", rank, legs)
}

// hasFocus tells whether an element has the focus of the page; it has while the window has lost it to another.
func hasFocus(element app.Value) bool {
	return app.Window().Get("document").Get("activeElement").Equal(element)
}

// focus gives the focus to an element, if it is there, and selects what stands in a field, as Tab does.
func focus(id string) {
	element := app.Window().GetElementByID(id)
	if !element.Truthy() {
		return
	}
	if element.Call("focus"); element.Get("select").Truthy() {
		element.Call("select")
	}
}

// scrollTo brings what a selector finds first into sight.
func scrollTo(selector, block string) {
	if found := app.Window().Get("document").Call("querySelector", selector); found.Truthy() {
		found.Call("scrollIntoView", map[string]any{"block": block})
	}
}

// setField writes into a field what the page believes to be there already.
func setField(id, text string) {
	if app.IsServer {
		return
	}
	if element := app.Window().GetElementByID(id); element.Truthy() {
		element.Set("value", text)
	}
}

// pageAddress is where the page stands, the question included.
func pageAddress() string {
	if app.IsServer {
		return ""
	}
	return app.Window().Get("location").Get("href").String()
}

func hash() string {
	if app.IsServer {
		return ""
	}
	return app.Window().Get("location").Get("hash").String()
}

func writeAddress(text string, push bool) {
	how := "replaceState"
	if push {
		how = "pushState"
	}
	app.Window().Get("history").Call(how, true, "", "#"+text)
}

// stepBack leaves the entry of the browser's history that a drag has made.
func stepBack() {
	if !app.IsServer {
		app.Window().Get("history").Call("back")
	}
}

// stepOn comes back to the entry that has just been left.
func stepOn() { app.Window().Get("history").Call("forward") }

// ownEntry marks the entry of the browser's history that the page is at, as writeAddress does its own: what is come back to
// is told from what someone has typed.
func ownEntry() { app.Window().Get("history").Call("replaceState", true, "") }
