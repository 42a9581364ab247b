//go:build !js

// As WASM the page would want a browser: arrival.test.mjs has one.

package page

import (
	"encoding/json"
	"maps"
	"testing"
)

// TestMadeAnswersTheFirstQuestion follows an empty address by the files of a site alone: the page asks just what they answer.
func TestMadeAnswersTheFirstQuestion(t *testing.T) {
	net := tables(t)
	made := Made(net)
	if !maps.Equal(made, Made(net)) {
		t.Error("the same tables give other files")
	}
	var ahead struct{ Ask, Text string }
	if err := json.Unmarshal([]byte(made["first.json"]), &ahead); err != nil {
		t.Fatal(err)
	}
	p := New()
	p.hear("hello", made["hello.json"])
	ask := p.question()
	ask.Seq = p.asker.seq
	if got := text(ask); got != ahead.Ask || p.broken != "" {
		t.Errorf("the page asks %s, and the file answers %s; %s", got, ahead.Ask, p.broken)
	}
	p.hear("answer", ahead.Text)
	if len(p.reply.Cards) < 3 || p.asker.inFlight > 0 || p.from.text == "" {
		t.Errorf("%d cards, from %q, waiting: %v", len(p.reply.Cards), p.from.text, p.asker.inFlight > 0)
	}
	// Another worker's tables are asked again.
	hello := Hello{Data: "other"}
	p.hear("hello", text(hello))
	if p.asker.inFlight == 0 || p.data != "other" {
		t.Error("an answer of other tables stays")
	}
}
