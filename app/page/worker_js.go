package page

import (
	"encoding/json"
	"runtime"
	"runtime/debug"
	"syscall/js"
	"time"

	"zhol/solver"
)

// Serve answers the page's questions over postMessage, for ever. It is what the program does in a worker.
//
// A question that comes while another is solved waits in the browser's queue; of those waiting, only the newest is
// answered, and the page counts every question older than an answer as answered.
func Serve() {
	// What loading makes is kept: collecting in the midst of it only takes time. It is some megabytes.
	collect := debug.SetGCPercent(-1)
	net, err := solver.Load()
	if err != nil {
		tellPage(map[string]any{"kind": "broken", "text": err.Error()})
		return
	}
	service := NewService(net)
	service.fetch = func(file string) string { return js.Global().Call("fetched", file).String() }
	waiting, rehearsals := make(chan Ask, 1), make(chan []Ask, 1)
	heard := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		if data.Type() == js.TypeObject {
			if text := data.Get("rehearse"); text.Type() == js.TypeString {
				var ask Ask
				if json.Unmarshal([]byte(text.String()), &ask) == nil {
					newest(rehearsals, service.Rehearsal(ask, data.Get("which").String()))
				}
				return nil
			}
			oblige(service, data)
			return nil
		}
		var ask Ask
		if err := json.Unmarshal([]byte(data.String()), &ask); err != nil {
			return nil
		}
		newest(waiting, ask)
		return nil
	})
	js.Global().Call("addEventListener", "message", heard)
	tellPage(map[string]any{"kind": "ready", "data": net.Version})
	guess(service, js.Global().Get("name").String())
	debug.SetGCPercent(collect)
	rest := time.NewTimer(restAfter)
	var rehearsal []Ask
	var last, ahead Ask
	var asked time.Time // last
	moving := false     // a pin, to ahead
	for {
		var soon <-chan time.Time
		if moving || len(rehearsal) > 0 {
			soon = time.After(Pause(last, moving)) // what is asked meanwhile comes first
		}
		select {
		case rehearsal = <-rehearsals:
		case <-soon:
			if moving {
				service.Prepare(ahead)
				moving = false
				break
			}
			service.Answer(rehearsal[0])
			rehearsal = rehearsal[1:]
			rest.Reset(restAfter)
		case ask := <-waiting:
			rehearsal = Kept(rehearsal, ask)
			now := time.Now()
			ahead, moving = Onward(last, ask, min(float64(aheadBy)/float64(now.Sub(asked)), mostAhead))
			last, asked = ask, now
			reply, picture := service.Answer(ask)
			tellPage(map[string]any{"kind": "answer", "text": text(reply), "picture": text(picture)})
			rest.Reset(restAfter)
		case <-rest.C:
			runtime.GC()
		}
	}
}

// restAfter is how long nobody asks before garbage is collected, which takes as long as many frames: a drag is not to begin with it.
const restAfter = 400 * time.Millisecond

// Between two questions of a drag the worker prepares for where the pin will be by then, as far as mostAhead times its last step.
const (
	aheadBy   = 35 * time.Millisecond // two frames of most screens
	mostAhead = 8
)

// oblige takes the words of a language, or says what a file of the site should have said and did not.
func oblige(service *Service, asked js.Value) {
	want := asked.Get("want")
	switch {
	case want.IsUndefined():
		if _, err := Learn(asked.Get("code").String(), asked.Get("text").String()); err != nil {
			println(err.Error())
		}
	case want.String() == "hello":
		tellPage(map[string]any{"kind": "hello", "text": text(service.Hello())})
	case want.String() == "ground":
		tellPage(map[string]any{"kind": "ground", "text": text(service.Ground())})
	}
}

// guess answers the question of the address before the page has read it: a browser compiles what runs for the first time,
// which takes ten times as long as the answer, and the page is still busy then. If the page asks just that, it need not wait.
func guess(service *Service, address string) {
	service.words.Languages = Languages
	state, _ := service.words.Parse(address)
	complete(&state.Query)
	dropEnds(&state.Query)
	var languages []string
	list := js.Global().Get("navigator").Get("languages")
	for i := range list.Length() {
		languages = append(languages, list.Index(i).String())
	}
	ask := firstAsk(state, languageOf(state.View, languages))
	reply, picture := service.Answer(ask)
	asked := text(ask)
	if learned[ask.Lang] == nil && ask.Lang != English.Code {
		asked = "" // told in English, which nobody asks for: the words are still on their way
	}
	tellPage(map[string]any{"kind": "ahead", "ask": asked, "text": text(reply), "picture": text(picture)})
}

func tellPage(message map[string]any) { js.Global().Call("postMessage", message) }
