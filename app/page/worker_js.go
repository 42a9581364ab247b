package page

import (
	"encoding/json"
	"runtime/debug"
	"syscall/js"

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
	waiting := make(chan Ask, 1)
	heard := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		if data.Type() == js.TypeObject {
			oblige(service, data)
			return nil
		}
		var ask Ask
		if err := json.Unmarshal([]byte(data.String()), &ask); err != nil {
			return nil
		}
		select {
		case <-waiting: // overtaken
		default:
		}
		waiting <- ask
		return nil
	})
	js.Global().Call("addEventListener", "message", heard)
	tellPage(map[string]any{"kind": "ready", "data": net.Version})
	guess(service, js.Global().Get("name").String())
	debug.SetGCPercent(collect)
	for ask := range waiting {
		reply, picture := service.Answer(ask)
		tellPage(map[string]any{"kind": "answer", "text": text(reply), "picture": text(picture)})
	}
}

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
