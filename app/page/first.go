package page

import (
	"encoding/json"

	"zhol/app/link"
	"zhol/solver"
)

// Ground is what the map draws whatever the question is.
type Ground struct {
	Network []Piece   `json:"network"`
	Places  []float64 `json:"places"` // see Spots
}

// Ahead is an answer that is there before its question.
type Ahead struct {
	Ask     string  `json:"ask"`  // as the page would put it
	Text    string  `json:"text"` // the reply, as the worker would put it
	Picture Picture `json:"picture"`
}

// Ground is the map's.
func (s *Service) Ground() Ground { return Ground{s.Drawing(), s.Spots()} }

// heldFile is fetched when the data are looked at.
const heldFile = "held.json"

// Made are the files of a site that are made of the tables when it is built, so that map and list need not wait until the
// program has arrived and loaded them: what the worker would say first, the ground of the map, and the answer to the
// question of an empty link, in English; and the published figures beside ours. The same tables give the same bytes.
func Made(net *solver.Network) map[string]string {
	s := NewService(net)
	ask := firstAsk(link.State{Query: Default}, English.Code)
	reply, picture := s.Answer(ask)
	s.hold()
	return map[string]string{
		heldFile:      text(standing{net.Version, s.held, s.sums}),
		"hello.json":  text(s.Hello()),
		"ground.json": text(s.Ground()),
		"first.json":  text(Ahead{text(ask), text(reply), picture}),
	}
}

// firstAsk is what the page asks first in a state.
func firstAsk(s link.State, lang string) Ask {
	open := s.Pick
	if s.View.Embed {
		open = 0
	}
	return Ask{Seq: 1, Open: open, Query: s.Query, Scenario: s.Scenario, Compare: s.View.Compare, Lang: lang, Show: s.View.Show, By: s.View.By, Over: s.View.Over}
}

func text(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // a type of ours that JSON cannot hold
	}
	return string(data)
}
