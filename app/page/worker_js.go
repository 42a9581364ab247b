package page

import (
	"encoding/json"
	"runtime/debug"
	"syscall/js"

	"zhol/app/link"
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
	waiting := make(chan Ask, 1)
	heard := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		if data.Type() == js.TypeObject { // the words of a language
			if _, err := Learn(data.Get("code").String(), data.Get("text").String()); err != nil {
				println(err.Error())
			}
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
	hello := service.Hello()
	tellPage(map[string]any{"kind": "hello", "text": text(hello)})
	guess(service, hello, js.Global().Get("name").String())
	tellPage(map[string]any{"kind": "ground", "network": text(service.Drawing()), "places": text(service.Spots())})
	debug.SetGCPercent(collect)
	for ask := range waiting {
		reply, picture := service.Answer(ask)
		tellPage(map[string]any{"kind": "answer", "text": text(reply), "picture": text(picture)})
	}
}

// guess answers the question of the address before the page has read it: a browser compiles what runs for the first time,
// which takes ten times as long as the answer, and the page is still busy then. If the page asks just that, it need not wait.
func guess(service *Service, hello Hello, address string) {
	words := link.NewWords(hello.Places, hello.Features, hello.Markets)
	words.Languages = Languages
	state, _ := words.Parse(address)
	complete(&state.Query)
	var languages []string
	list := js.Global().Get("navigator").Get("languages")
	for i := range list.Length() {
		languages = append(languages, list.Index(i).String())
	}
	ask := Ask{Seq: 1, Query: state.Query, Scenario: state.Scenario, Compare: state.View.Compare, Lang: languageOf(state.View, languages), Show: state.View.Show, By: state.View.By, Over: state.View.Over}
	reply, picture := service.Answer(ask)
	asked := text(ask)
	if learned[ask.Lang] == nil && ask.Lang != English.Code {
		asked = "" // told in English, which nobody asks for: the words are still on their way
	}
	tellPage(map[string]any{"kind": "ahead", "ask": asked, "text": text(reply), "picture": text(picture)})
}

func tellPage(message map[string]any) { js.Global().Call("postMessage", message) }

func text(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // a type of ours that JSON cannot hold
	}
	return string(data)
}
