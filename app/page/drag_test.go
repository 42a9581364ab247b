//go:build !js

package page

import (
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"zhol/app/link"
	"zhol/solver"
)

// A rehearsal outlives the questions of the drag, and goes on where the pin stands still; what is prepared for the next frame does not wait.
func TestRehearsalInTheHand(t *testing.T) {
	rehearsal := []Ask{{Seq: 1}, {Seq: 2}}
	if left := Kept(rehearsal, Ask{Light: true}); !reflect.DeepEqual(left, rehearsal) {
		t.Errorf("a frame of the drag leaves %v", left)
	}
	if left := Kept(rehearsal, Ask{}); left != nil {
		t.Errorf("another question leaves %v", left)
	}
	still, drags, before := Pause(Ask{Light: true}, false), Pause(Ask{Light: true}, true), Pause(Ask{}, false)
	if frames := 2 * time.Second / 60; still <= frames || drags >= frames/2 || before >= frames/2 {
		t.Errorf("the worker waits %v in a drag, %v between two frames and %v before", still, drags, before)
	}
}

// Before a pin is dragged, places round it are asked from, and nothing else of the question is another; answers are what they are without.
func TestRehearsal(t *testing.T) {
	s, plain := NewService(tables(t)), NewService(tables(t))
	ask := Ask{Light: true, Lang: English.Code, Query: solver.Query{From: solver.End{At: solver.LonLat{Lon: 178, Lat: 66}}, To: solver.End{Place: "dui"}}}
	for which, end := range map[string]func(*Ask) *solver.End{
		"origin":      func(a *Ask) *solver.End { return &a.Query.From },
		"destination": func(a *Ask) *solver.End { return &a.Query.To },
	} {
		var seen []solver.LonLat
		for _, other := range s.Rehearsal(ask, which) {
			at := end(&other).At
			if at.Lon < -180 || at.Lon > 180 || at.Lat < -90 || at.Lat > 90 || slices.Contains(seen, at) {
				t.Errorf("%s at %v", which, at)
			}
			seen = append(seen, at)
			*end(&other) = *end(&ask)
			if !reflect.DeepEqual(other, ask) {
				t.Errorf("%s: %+v is asked for %+v", which, other, ask)
			}
		}
		if len(seen) < 10 {
			t.Errorf("%s at %d places", which, len(seen))
		}
	}
	if asks := s.Rehearsal(ask, "nothing"); asks != nil {
		t.Errorf("no pin is rehearsed by %d questions", len(asks))
	}
	ask.Query = Default
	for _, other := range s.Rehearsal(ask, "destination") {
		s.Answer(other)
	}
	for _, light := range []bool{true, false} {
		ask.Light = light
		reply, picture := s.Answer(ask)
		want, drawn := plain.Answer(ask)
		if text(reply) != text(want) || text(picture) != text(drawn) || len(reply.Cards) < 5 {
			t.Errorf("light %v: %d cards, %d without a rehearsal", light, len(reply.Cards), len(want.Cards))
		}
	}
}

// A mouse that comes to a pin has its drag rehearsed once for each question, and not while a pin is in the hand.
func TestNear(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	near := func(which string, want bool) {
		t.Helper()
		before := p.rehearsed
		if p.near(which); (p.rehearsed != before) != want {
			t.Errorf("%s: rehearsed %q after %q", which, p.rehearsed, before)
		}
	}
	near("origin", true)
	near("origin", false)
	near("destination", true)
	p.drag("origin", solver.LonLat{}, "start")
	near("origin", false)
	p.drag("origin", solver.LonLat{}, "end")
	near("origin", true)
	p.follow("#from=KZALA&to=DEDUI")
	near("origin", true)
}

// In a drag the charts are those of before, for which nothing is worked out; the list goes on.
func TestChartsStayInADrag(t *testing.T) {
	s := NewService(tables(t))
	before, _ := s.Answer(Ask{Seq: 1, Query: Default, Show: "charts", Lang: English.Code})
	if len(before.Strip) < 2 || len(before.Front) == 0 || before.Worth <= 0 {
		t.Fatalf("%d stretches at %v, and a front of %d", len(before.Strip), before.Worth, len(before.Front))
	}
	moved := Default
	moved.From = solver.End{At: solver.LonLat{Lon: 104, Lat: 36}}
	light, _ := s.Answer(Ask{Seq: 2, Query: moved, Show: "charts", Lang: English.Code, Light: true})
	if light.Strip != nil || light.Front != nil || light.FrontSize == 0 || len(light.Cards) == 0 {
		t.Errorf("%d stretches, a front of %d told as %d", len(light.Strip), light.FrontSize, len(light.Front))
	}
	p := started(t)
	p.state.View.Show = "charts"
	p.asker.seq = 1
	p.answer(before)
	p.drag("origin", solver.LonLat{}, "start")
	p.drag("origin", moved.From.At, "drag")
	p.answer(light)
	if !reflect.DeepEqual(p.charted().Strip, before.Strip) || p.charted().Worth != before.Worth {
		t.Errorf("in a drag the strip has %d stretches, and had %d", len(p.charted().Strip), len(before.Strip))
	}
	if p.reply.Seq != 2 || len(p.reply.Cards) != len(light.Cards) {
		t.Errorf("in a drag the list is of question %d", p.reply.Seq)
	}
}

// A card out of sight keeps its drawing while a pin is in the hand; all others are drawn anew, and so are all once it is let go.
func TestCardsOutOfSightStay(t *testing.T) {
	p := started(t)
	draw := func(reply Reply, first, after int) []*drawing {
		p.reply, p.first, p.after = reply, first, after
		p.cardList(p.listed())
		return p.drawn
	}
	cards := func(n int, light bool) Reply {
		r := Reply{Seq: 1, Light: light, Cards: make([]Card, n)}
		for i := range r.Cards {
			r.Cards[i].Rank = i + 1
		}
		return r
	}
	kept := func(was, is []*drawing) (out []int) {
		for i := range min(len(was), len(is)) {
			if was[i] == is[i] {
				out = append(out, i)
			}
		}
		return out
	}
	for _, c := range []struct {
		light        bool
		n            int
		first, after int
		want         []int // that stay as they were
	}{
		{false, 10, 0, 0, nil},
		{true, 10, 1, 3, []int{0, 3, 4, 5, 6, 7, 8, 9}},
		{true, 10, 1, 3, []int{0, 3, 4, 5, 6, 7, 8, 9}},
		{true, 10, 0, 10, nil},
		{true, 4, 0, 2, []int{2, 3}},
		{true, 8, 0, 2, []int{2, 3}}, // others have not been drawn
		{false, 10, 0, 2, nil},
		{true, 0, 0, 0, nil},
		{true, 3, 0, 0, nil},
	} {
		was := p.drawn
		is := draw(cards(c.n, c.light), c.first, c.after)
		if got := kept(was, is); !slices.Equal(got, c.want) || len(is) != c.n {
			t.Errorf("%+v: of %d drawings %v stay", c, len(is), got)
		}
		for i, d := range is {
			if d.card.Rank != i+1 {
				t.Errorf("%+v: drawing %d is of card %d", c, i, d.card.Rank)
			}
		}
	}
	p.state.View.Show = "charts"
	p.Render()
	if p.drawn != nil {
		t.Error("cards that are not on the page are kept")
	}
}

// What comes into sight in a drag is drawn where it is not drawn as the answer has it, and only there.
func TestOutdatedCards(t *testing.T) {
	p := started(t)
	hear := func(seq, n, first, after int) {
		p.reply, p.first, p.after = Reply{Seq: seq, Light: true, Cards: make([]Card, n)}, first, after
		p.cardList(p.listed())
	}
	look := func(first, after int) bool {
		p.first, p.after = first, after
		return p.outdated()
	}
	hear(1, 4, 0, 0)
	if look(0, 4) {
		t.Error("cards that have just been put on the page are drawn again")
	}
	hear(2, 4, 0, 2)
	if look(0, 2) || !look(0, 3) || !look(1, 4) {
		t.Error("a card of the answer before is not drawn anew, or one that is not in sight is")
	}
	hear(3, 0, 0, 0)
	if look(0, 3) {
		t.Error("where no way leads, cards are to be drawn")
	}
}

// A list that comes while a pin is in the hand is put on the page a few cards at a time, the first first, without waiting for another
// answer; what a drag begins with is there, and so is all of it once the pin is let go.
func TestCardsComeFewAtATime(t *testing.T) {
	p := started(t)
	var soon int
	p.drawMore = func() { soon++ }
	for i, c := range []struct {
		light   bool
		n, want int
		goesOn  bool
	}{
		{false, 10, 10, false},
		{true, 10, 10, false}, // the drag begins
		{true, 0, 0, false},
		{true, 10, 4, true},
		{true, 10, 8, true},
		{true, 9, 9, false},
		{true, 3, 3, false},
		{true, 7, 7, false},
		{true, 10, 10, false},
		{true, 0, 0, false},
		{true, 10, 4, true},
		{false, 10, 10, false}, // it is let go
	} {
		p.reply, soon = Reply{Seq: i + 1, Light: c.light, Cards: make([]Card, c.n)}, 0
		for rank := range c.n {
			p.reply.Cards[rank].Rank = rank + 1
		}
		p.cardList(p.listed())
		if len(p.drawn) != c.want || soon > 1 || soon == 1 != c.goesOn {
			t.Errorf("%d: %d of %d cards are on the page, to go on %d times", i, len(p.drawn), c.n, soon)
		}
		for rank, d := range p.drawn {
			if d.card.Rank != rank+1 {
				t.Errorf("%d: drawing %d is of card %d", i, rank, d.card.Rank)
			}
		}
	}
}

// Whatever comes in the midst of a drag, it is one step, the address names where the pin is let go, and the next drag is another.
func TestDragIsOneStep(t *testing.T) {
	at := func(lon float64) solver.LonLat { return solver.LonLat{Lon: lon, Lat: 40} }
	for _, c := range []struct {
		name  string
		do    func(p *Page)
		wrote []string // by the first drag
		steps int      // of Undo
	}{
		{"nothing", func(p *Page) {}, []string{"+from=40.0000,101.0000&to=DEDUI"}, 2},
		{"words of another language", func(p *Page) { p.ask(false) }, []string{"+from=40.0000,101.0000&to=DEDUI"}, 2},
		{"words after a rest", func(p *Page) { p.rest(); p.ask(false) }, []string{"+from=40.0000,101.0000&to=DEDUI"}, 2},
		{"a link copied after a rest", func(p *Page) {
			p.drag("origin", at(102), "drag")
			p.rest()
			p.drag("origin", at(101), "drag")
			p.copyLink()
		}, []string{"+from=40.0000,102.0000&to=DEDUI", "from=40.0000,101.0000&to=DEDUI"}, 2},
	} {
		p := started(t)
		var wrote []string
		p.history.written = noting(&wrote)
		past := len(p.undo.past)
		p.drag("origin", at(100), "start")
		p.drag("origin", at(101), "drag")
		c.do(p)
		p.drag("origin", at(101), "end")
		if !slices.Equal(wrote, c.wrote) || p.history.waits || p.history.kind != "" {
			t.Errorf("%s: wrote %v, want %v", c.name, wrote, c.wrote)
		}
		p.drag("destination", at(110), "start")
		p.drag("destination", at(111), "drag")
		p.drag("destination", at(111), "end")
		if last := wrote[len(wrote)-1]; last != "+from=40.0000,101.0000&to=40.0000,111.0000" {
			t.Errorf("%s: the next drag writes %s", c.name, last)
		}
		if got := len(p.undo.past) - past; got != c.steps {
			t.Errorf("%s: two drags are %d steps", c.name, got)
		}
		was, undone := len(wrote), len(p.undo.past)
		p.drag("origin", at(101), "start")
		p.drag("origin", at(103), "drag")
		p.drag("origin", at(101), "end")
		if len(wrote) != was || len(p.undo.past) != undone {
			t.Errorf("%s: a pin let go where it was taken is a step: %v", c.name, wrote[was:])
		}
	}
}

// An address that comes in the midst of a drag, in a language that is to stay, is written over and makes no step.
func TestAddressInADrag(t *testing.T) {
	p := started(t)
	p.drag("origin", solver.LonLat{Lon: 100, Lat: 40}, "start")
	p.history.written = func(text string, push bool) {
		if push {
			t.Errorf("%s is another step", text)
		}
	}
	p.drag("origin", solver.LonLat{Lon: 101, Lat: 40}, "drag")
	p.turnTo("#from=KZALA&to=DEDUI", "zh")
	if p.history.text != "from=KZALA&to=DEDUI&lang=zh" {
		t.Errorf("the address says %s", p.history.text)
	}
}

// A drag goes on as it went: across the date line too, and no further than a pin can be dragged.
func TestOnward(t *testing.T) {
	at := func(lon, lat float64) solver.End { return solver.End{At: solver.LonLat{Lon: lon, Lat: lat}} }
	dui := solver.End{Place: "dui"}
	ask := func(from, to solver.End) Ask {
		return Ask{Light: true, Lang: English.Code, Query: solver.Query{From: from, To: to}, Scenario: solver.Scenario{Avoid: []string{"suez"}}}
	}
	for _, c := range []struct {
		before, now, want Ask
		times             float64
	}{
		{ask(at(100, 40), dui), ask(at(101, 39.5), dui), ask(at(103, 38.5), dui), 2},
		{ask(dui, at(10, 50)), ask(dui, at(9, 50)), ask(dui, at(8.5, 50)), 0.5},
		{ask(at(178, 60), dui), ask(at(-179, 60), dui), ask(at(-173, 60), dui), 2},
		{ask(at(20, 70), dui), ask(at(20, 74), dui), ask(at(20, 75), dui), 2},
	} {
		if got, ok := Onward(c.before, c.now, c.times); !ok || !reflect.DeepEqual(got, c.want) {
			t.Errorf("from %v %v to %v %v: %+v, %v", c.before.Query.From, c.before.Query.To, c.now.Query.From, c.now.Query.To, got, ok)
		}
	}
	let, through := ask(at(101, 40), dui), ask(at(101, 40), dui)
	let.Light = false
	through.Query.Via = []string{"aktau"}
	for _, pair := range [][2]Ask{
		{ask(at(100, 40), dui), ask(at(100, 40), dui)}, {ask(dui, dui), ask(at(100, 40), dui)}, {ask(at(100, 40), dui), let}, {let, ask(at(100, 40), dui)}, {{}, ask(dui, at(1, 1))},
		{ask(at(100, 40), dui), through},
	} {
		if got, ok := Onward(pair[0], pair[1], 2); ok {
			t.Errorf("%+v after %+v goes on to %+v", pair[1].Query, pair[0].Query, got)
		}
	}
}

// What is worked out between two questions of a drag is there when the pin comes to it, and changes no answer.
func TestPreparedDrag(t *testing.T) {
	s, plain := NewService(tables(t)), NewService(tables(t))
	scenario := solver.Scenario{Avoid: []string{"suez", "RU", "torugart"}}
	last := Ask{}
	much, without := 0, 0
	for i := range 300 {
		sin, cos := math.Sincos(float64(i) / 40)
		at := link.Round(solver.LonLat{Lon: 20 + 14*cos, Lat: 50 + 7*sin})
		ask := Ask{Light: true, Lang: English.Code, Query: solver.Query{From: solver.End{Place: "ckg"}, To: solver.End{At: at}}, Scenario: scenario}
		var got, want string
		if allocated(func() { got = text(first(s.Answer(ask))) }) > 96<<10 {
			much++
		}
		if allocated(func() { want = text(first(plain.Answer(ask))) }) > 96<<10 {
			without++
		}
		if got != want {
			t.Fatalf("at %v: %s, unprepared %s", at, got, want)
		}
		if ahead, ok := Onward(last, ask, 2); ok {
			s.Prepare(ahead)
		}
		last = ask
	}
	t.Logf("%d answers make much anew, %d unprepared", much, without)
	if without < 10 || much > without/3 {
		t.Errorf("%d answers make much anew, %d unprepared", much, without)
	}
}

func first(reply Reply, _ Picture) Reply { return reply }

// allocated is how many bytes a function allocates.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
