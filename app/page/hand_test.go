//go:build !js

package page

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"zhol/app/link"
	"zhol/solver"
)

// at is a place west of Xi'an.
func at(i int) solver.LonLat { return solver.LonLat{Lon: 104 + float64(i)/8, Lat: 36} }

// readied is a page that has read the tables and is ready for the drag of the origin, which has begun: with a move that the worker answers.
func readied(t *testing.T) *Page {
	t.Helper()
	p := started(t)
	p.answer(twoCards(1))
	p.hand.service = NewService(tables(t))
	p.near("origin")
	p.hand.prepare(<-p.hand.wanted, func() {}, func() {})
	p.drag("origin", at(0), "start")
	p.drag("origin", at(-1), "drag")
	if p.asker.inFlight != 2 {
		t.Fatal("the first move is not the worker's")
	}
	p.answer(twoCards(2))
	return p
}

// Once all is ready the page is drawn for practice, in the browser's idle time, for as long as nothing else is wanted and no pin is in the
// hand; what is left of it is made up for later, and then it is over for good.
func TestPractice(t *testing.T) {
	drawn, idles := 0, 0
	var stop func()
	h := hand{wanted: make(chan []rehearsed, 1), draw: func() { drawn++ }}
	practise := func(after int, what func()) int {
		was := drawn
		stop = func() {
			if drawn-was == after {
				what()
			}
		}
		h.practise(func() { idles++; stop() })
		return drawn - was
	}
	if n := practise(5, func() { h.held = true }); n != 6 {
		t.Errorf("a pin is taken after 5 drawings, and %d are made", n)
	}
	h.held = false
	if n := practise(4, func() { h.wanted <- nil }); n != 5 {
		t.Errorf("something is wanted after 4 drawings, and %d are made", n)
	}
	<-h.wanted
	if practise(-1, nil); drawn != enough || idles != enough {
		t.Errorf("drawn %d times, after %d pauses, not %d", drawn, idles, enough)
	}
	if n := practise(-1, nil); n > 0 {
		t.Errorf("and %d times more", n)
	}
}

// A pin that is dragged is answered by the page in the same call, and nobody else is asked; once it is let go the worker is.
func TestAnsweredInTheHand(t *testing.T) {
	p, worker := readied(t), NewService(tables(t))
	for i := range 30 {
		p.drag("origin", at(i), "drag")
		if p.reply.Seq != p.asker.seq || p.asker.inFlight > 0 || !p.reply.Light {
			t.Fatalf("move %d: question %d is asked, of %d is told, waiting: %v", i, p.asker.seq, p.reply.Seq, p.asker.inFlight > 0)
		}
		ask := p.question()
		ask.Light, ask.Seq = true, p.asker.seq
		want, _ := worker.Answer(ask)
		if text(p.reply) != text(want) || len(want.Cards) < 5 {
			t.Fatalf("move %d: %d cards, and of the worker %d", i, len(p.reply.Cards), len(want.Cards))
		}
	}
	p.drag("origin", at(30), "end")
	if p.asker.inFlight == 0 || p.asker.lightLast() || p.reply.Seq != p.asker.seq-1 {
		t.Errorf("let go: question %d is asked, of %d is told, waiting: %v", p.asker.seq, p.reply.Seq, p.asker.inFlight > 0)
	}
	full, _ := worker.Answer(Ask{Seq: p.asker.seq, Query: p.state.Query, Lang: English.Code})
	p.answer(full)
	p.drag("origin", at(30), "start")
	p.drag("origin", at(31), "drag")
	p.answer(twoCards(p.asker.seq))
	p.drag("origin", at(32), "drag")
	if p.reply.Seq != p.asker.seq || p.asker.inFlight > 0 {
		t.Error("a second drag of the same pin asks the worker")
	}
}

// An answer of the worker's that is older than what the page has told itself is neither shown nor waited for.
func TestOvertakenByThePage(t *testing.T) {
	p := readied(t)
	ready := p.hand.state
	p.hand.state = nil
	p.drag("origin", at(1), "drag") // of the worker
	p.drag("origin", at(2), "drag")
	if p.asker.inFlight == 0 || p.asker.next == nil {
		t.Fatal("the worker is not asked")
	}
	p.hand.state = ready
	p.drag("origin", at(3), "drag")
	told := p.reply.Seq
	if told != 5 || p.asker.next != nil || p.asker.inFlight != 3 {
		t.Fatalf("of question %d is told, and the worker has %d", told, p.asker.inFlight)
	}
	p.answer(twoCards(3))
	if p.reply.Seq != told || len(p.reply.Cards) == 2 {
		t.Errorf("of question %d is told after %d", p.reply.Seq, told)
	}
	p.drag("origin", at(4), "end")
	if p.asker.inFlight != 6 {
		t.Error("the worker is not asked once the pin is let go")
	}
}

// What was asked to be saved is saved, though the page has answered a newer question meanwhile.
func TestSavedThoughOvertaken(t *testing.T) {
	p := readied(t)
	var saved []string
	p.save = func(name, text string) { saved = append(saved, name+": "+text) }
	p.export()
	p.drag("origin", at(1), "drag")
	late := twoCards(3)
	late.CSV = "rank,days"
	p.answer(late)
	if len(saved) != 1 || saved[0] != "zhol.csv: rank,days" || p.reply.Seq != 4 || p.reply.CSV != "" {
		t.Errorf("saved: %q; of question %d is told", saved, p.reply.Seq)
	}
	late.Reach, late.CSV = []Reached{{Name: "Almaty"}}, "from,to"
	if p.answer(late); len(saved) != 2 || saved[1] != "zhol-reach.csv: from,to" {
		t.Errorf("saved: %q", saved)
	}
}

// Where nothing is shown that can be saved the button is there, and does nothing.
func TestNothingIsSaved(t *testing.T) {
	p := started(t)
	places := Reply{Seq: 1, Reach: []Reached{{Name: "Almaty"}}}
	for _, c := range []struct {
		name, view string
		reply      Reply
		saved      bool
	}{
		{"before an answer", "", Reply{}, false}, {"routes", "", twoCards(1), true}, {"charts", "charts", twoCards(1), true}, {"no route", "", Reply{Seq: 1}, false},
		{"no route, in charts", "charts", Reply{Seq: 1}, false}, {"at fault", "", Reply{Seq: 1, Fault: &Fault{Kind: "same"}}, false},
		{"places", "reach", places, true}, {"places of an old answer", "", places, false}, {"no place yet", "reach", twoCards(1), false},
	} {
		p.state.View.Show, p.reply = c.view, c.reply
		asked := p.asker.seq
		if p.export(); (p.asker.seq > asked) != c.saved {
			t.Errorf("%s: asked %v", c.name, p.asker.seq > asked)
		}
		button := regexp.MustCompile(`<button[^>]*id="export"[^>]*>`).FindString(markup(p))
		if strings.Contains(button, `aria-disabled="false"`) != c.saved || button == "" {
			t.Errorf("%s: %s", c.name, button)
		}
	}
}

// As soon as an answer is told the page wants to be ready for either pin; a mouse that comes to one has that seen to first. Nothing is
// wanted twice, nor while a pin is in the hand, nor where no list is shown.
func TestReadyForEitherPin(t *testing.T) {
	p := started(t)
	wants := func(when string, want ...string) {
		t.Helper()
		var got []string
		if len(p.hand.wanted) > 0 {
			for _, next := range <-p.hand.wanted {
				got = append(got, next.which)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: it is to be ready for %q, want %q", when, got, want)
		}
	}
	p.answer(twoCards(1))
	wants("answered", "origin", "destination")
	p.near("origin")
	wants("mouse at the origin")
	p.near("destination")
	wants("mouse at the destination", "destination", "origin")
	p.near("destination")
	wants("mouse still there")
	p.near("origin")
	wants("mouse back at the origin", "origin", "destination")
	p.drag("origin", at(0), "start")
	wants("taken")
	if !p.hand.held {
		t.Error("a pin that is taken is not in the hand")
	}
	p.drag("origin", at(1), "drag")
	p.answer(twoCards(2))
	wants("in the hand")
	p.drag("origin", at(1), "end")
	if p.hand.held {
		t.Error("a pin that is let go is in the hand")
	}
	p.answer(twoCards(3))
	wants("let go", "origin", "destination")
	p.drag("origin", at(1), "start")
	p.change("", false, func(s *link.State) { s.Scenario.Avoid = []string{"suez"} })
	p.answer(twoCards(4))
	wants("shut in the hand")
	p.drag("origin", at(1), "end")
	wants("gripped and let go", "origin", "destination")
	p.change("", false, func(s *link.State) { s.View.Show = "reach" })
	p.answer(twoCards(5))
	wants("in Reach")
}

// A pin is made ready for once: for the next question only the one whose drags ask otherwise. What is wanted meanwhile comes first.
func TestReadyAgain(t *testing.T) {
	p := readied(t)
	p.drag("origin", at(-1), "end")
	h := &p.hand
	origin, destination := p.but("origin"), p.but("destination")
	if !h.state[origin.is].done || h.state[destination.is].done {
		t.Fatalf("ready: %v", h.state)
	}
	pauses := 0
	count := func() { pauses++ }
	did := h.prepare([]rehearsed{origin, destination}, count, count)
	if !did || !h.state[destination.is].ready || len(h.state) != 2 || pauses < 20 {
		t.Errorf("ready: %v, after %d pauses", h.state, pauses)
	}
	pauses = 0
	if did = h.prepare([]rehearsed{origin, destination}, count, count); did || pauses > 0 {
		t.Errorf("%d pauses for what it is ready for", pauses)
	}
	h.near(origin)
	p.state.Scenario.Avoid = []string{"RU"}
	other := p.but("origin")
	h.prepare([]rehearsed{other, p.but("destination")}, count, func() {})
	if len(h.state) != 2 || h.state[other.is].done || h.state[p.but("destination").is].done {
		t.Errorf("ready: %v, and others are wanted", h.state)
	}
	<-h.wanted
	wrong := p.but("origin")
	wrong.ask.Scenario.Avoid = []string{"nowhere"}
	if h.prepare([]rehearsed{wrong}, count, count); h.state[wrong.is] != (readiness{done: true}) {
		t.Errorf("shut nowhere: %v", h.state)
	}
}

// A pin that is taken in the midst of a question for nobody is the worker's until that is done, which does not count as slow.
func TestTakenWhileMadeReady(t *testing.T) {
	p := readied(t)
	h := &p.hand
	taken := 0
	h.prepare([]rehearsed{p.but("destination")}, func() {}, func() {
		if taken++; taken == 2 {
			if _, _, ok := h.answer(p.question()); ok {
				t.Error("two questions at a time")
			}
		}
	})
	if taken < 2 {
		t.Fatal("nothing is asked in pieces")
	}
	if h.lost > 0 {
		t.Error("what it could not answer counts as slow")
	}
}

// Where a pin comes to a territory without trees for it the worker answers, until the page has made them.
func TestMadeReadyInADrag(t *testing.T) {
	p := started(t)
	p.state.Query.Via = []string{"KZ", "BY"}
	p.answer(twoCards(1))
	p.hand.service = NewService(tables(t))
	p.hand.prepare(<-p.hand.wanted, func() {}, func() {})
	h := &p.hand
	p.drag("origin", at(0), "start")
	move := func(to solver.LonLat) (own bool) {
		p.drag("origin", to, "drag")
		if own = p.reply.Seq == p.asker.seq; !own {
			p.answer(twoCards(p.asker.seq))
		}
		return own
	}
	mongolia := solver.LonLat{Lon: 105.8, Lat: 47.5}
	if move(at(1)) || !move(at(2)) || len(h.missed) > 0 {
		t.Fatal("in China the first answer is not the worker's, or the second not the page's")
	}
	if move(mongolia) || len(h.missed) == 0 || h.lost > 0 {
		t.Fatal("in Mongolia there are trees, or none are wanted")
	}
	pauses := 0
	h.rehearse(<-h.missed, func() {}, func() { pauses++ })
	if mongolia.Lat += 0.1; !move(mongolia) || len(h.missed) > 0 {
		t.Error("once there are trees for Mongolia the worker is asked")
	}
	if !move(at(3)) {
		t.Error("back in China the worker is asked")
	}
}

// What the page is not ready for, what other views want and what takes long is left to the worker.
func TestLeftToTheWorker(t *testing.T) {
	for name, change := range map[string]func(*Page){
		"no tables":       func(p *Page) { p.hand.service, p.hand.state = nil, nil },
		"another world":   func(p *Page) { p.hand.grip.is += "x" },
		"another cargo":   func(p *Page) { p.state.Scenario.Cargo.Kind = solver.Reefer },
		"another order":   func(p *Page) { p.state.Query.Order = solver.OrderP90 },
		"one more stop":   func(p *Page) { p.state.Query.Via = []string{"khorgos"} },
		"only Kazakhstan": func(p *Page) { p.state.Query.ThroughKazakhstan = true },
		"the view":        func(p *Page) { p.state.View.Show = "reach" },
		"the data":        func(p *Page) { p.state.View.Show = "data" },
		"slow answers":    func(p *Page) { p.hand.lost = mostLag + 1 },
		"what comes back": func(p *Page) { p.state.Query.Via = []string{"kiel", "tbilisi"} },
	} {
		p := readied(t)
		change(p)
		p.drag("origin", at(1), "drag")
		if p.asker.inFlight == 0 || p.reply.Seq == p.asker.seq {
			t.Errorf("%s: the page answers by itself", name)
		}
	}
}

// A drag whose answers take long is the worker's for a while; single ones that do are made up for.
func TestSlowDragsAreTheWorkers(t *testing.T) {
	var h hand
	for range 1000 {
		h.spend(2*quick, true)
		for range 20 {
			h.spend(quick/4, true)
		}
	}
	if h.lost > mostLag {
		t.Errorf("one slow answer in twenty-one: %v are lost", h.lost)
	}
	n := 0
	for ; h.lost <= mostLag && n < 1000; n++ {
		h.spend(quick+4*time.Millisecond, true)
	}
	if n < 5 || n > 30 {
		t.Errorf("the page goes on for %d slow answers", n)
	}
	h = hand{}
	for n = 0; h.lost <= mostLag && n < 1000; n++ {
		h.spend(time.Millisecond, false)
	}
	if n > 10 {
		t.Errorf("the page tries %d times", n)
	}
	p := readied(t)
	p.hand.lost = mostLag + 20*madeUp
	for n = 0; n == 0 || p.reply.Seq != p.asker.seq && n < 100; n++ {
		p.drag("origin", at(n), "drag")
	}
	if n < 20 || n > 25 {
		t.Errorf("the page tries again after %d moves", n)
	}
	p = readied(t)
	p.hand.lost = mostLag + 1
	p.drag("origin", at(1), "drag")
	p.answer(twoCards(p.asker.seq))
	p.drag("origin", at(1), "end")
	p.drag("origin", at(1), "start")
	if p.hand.lost != 0 {
		t.Error("the next drag is the worker's from its beginning")
	}
}

// What the page tells itself is what would have come as JSON, and stays when the next frame is written over the last.
func TestBriefTellsWhatComesAsJSON(t *testing.T) {
	own, worker := NewService(tables(t)), NewService(tables(t))
	var last Reply
	var lastText string
	briefs := 0
	for i := range 60 {
		state, _ := own.words.Parse([]string{"#from=CNCKG&to=PLWAW&avoid=suez,RU,torugart", "#from=CNSIA&to=AEJEA&via=aktau&avoid=hormuz", "#from=CNSIA&to=DEDUI&avoid=KZ,RU,suez,gibraltar,malacca"}[i%3])
		state.Query.From = solver.End{At: link.Round(solver.LonLat{Lon: 90 + float64(i)/2, Lat: 30})}
		ask := Ask{Seq: i, Query: state.Query, Scenario: state.Scenario, Light: true, Lang: English.Code}
		reply, picture, ok := own.Brief(ask)
		if last.Seq > 0 && text(last) != lastText {
			t.Fatalf("question %d writes over what was told of %d", i, last.Seq)
		}
		if !ok {
			continue
		}
		briefs++
		last, lastText = reply, text(reply)
		want, drawn := worker.Answer(ask)
		var come Reply
		if err := json.Unmarshal([]byte(text(want)), &come); err != nil {
			t.Fatal(err)
		}
		if lastText != text(come) || text(picture) != text(drawn) {
			t.Fatalf("question %d: otherwise than the worker", i)
		}
		if a, b := fmt.Sprintf("%+v", withoutEmpty(reply)), fmt.Sprintf("%+v", withoutEmpty(come)); a != b {
			t.Fatalf("question %d: by itself\n%s\nand as JSON\n%s", i, a, b)
		}
	}
	if briefs < 40 {
		t.Errorf("%d of 60 are told", briefs)
	}
}

// withoutEmpty is a reply without what JSON does not tell apart: lists of nothing.
func withoutEmpty(r Reply) Reply {
	r.Cards = append([]Card(nil), r.Cards...)
	for i := range r.Cards {
		v := reflect.ValueOf(&r.Cards[i]).Elem()
		for j := range v.NumField() {
			if f := v.Field(j); f.Kind() == reflect.Slice && f.Len() == 0 {
				f.SetZero()
			}
		}
	}
	return r
}
