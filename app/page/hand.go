package page

import (
	"runtime"
	"slices"
	"sync"
	"time"

	"zhol/app/link"
	"zhol/solver"
)

// hand answers in the page's own thread what is asked while a pin is in the hand, so that the list is drawn in the very frame that the
// pin is: an answer of the worker's, however soon, waits for the frames that the browser draws before it hands it over. What takes
// long is left to the worker.
type hand struct {
	service *Service   // nil until the tables are read
	one     sync.Mutex // a question at a time
	wanted  chan []rehearsed
	missed  chan Ask             // that trees were lacking for
	last    []rehearsed          // that were wanted
	state   map[string]readiness // for what was wanted last
	grip    rehearsed            // that of the pin in the hand
	held    bool                 // a pin is in the hand
	moved   bool                 // and has been
	replied bool                 // and the page has answered a question of it
	begun   bool
	draw    func() // draws the page as it is
	drawn   int    // how often it has, for practice
	lost    time.Duration
}

// rehearsed is a question to be ready for.
type rehearsed struct {
	is    string // the question but for the end that is dragged
	ask   Ask
	which string
}

// readiness is how ready it is for a question.
type readiness struct {
	ready bool // for whatever a drag asks
	done  bool // all that can be done has been
}

const (
	quick   = 8 * time.Millisecond  // half a frame of most screens
	mostLag = 60 * time.Millisecond // beyond what is quick, in a drag, before the worker takes it over
	madeUp  = quick / 16            // of it, by a question that is quick, or is the worker's
)

// settleFor is how long the page has other things to do once the first answer is told.
const settleFor = 300 * time.Millisecond

// begin reads the tables, whenever the browser has nothing else to do, and then is ready for what is wanted.
func (h *hand) begin() {
	if h.begun {
		return
	}
	h.begun = true
	go func() {
		time.Sleep(settleFor)
		net, err := solver.LoadBy(inPieces(idle))
		if err != nil {
			return // the worker says so
		}
		answers := solver.NewBy(net, inPieces(idle))
		idle()
		h.service = serviceOf(net, answers)
		for {
			select {
			case wanted := <-h.wanted:
				if h.prepare(wanted, h.pause, inPieces(idle)) {
					h.practise(h.pause)
					h.pause()
					runtime.GC() // or a drag would be kept waiting by it
				}
			case ask := <-h.missed:
				h.rehearse(ask, idle, inPieces(idle))
			}
		}
	}()
}

// pause waits until the browser has nothing else to do, and a pin in the hand that the page answers is let go. What that has come to
// without trees for it is made ready meanwhile.
func (h *hand) pause() {
	for idle(); h.held && h.state[h.grip.is].ready; {
		select {
		case ask := <-h.missed:
			h.rehearse(ask, idle, inPieces(idle))
		case <-time.After(standsStill):
		}
	}
}

// piece is how long the page does nothing else at a time.
const piece = 4 * time.Millisecond

// inPieces makes a pause once a piece is done.
func inPieces(pause func()) func() {
	last := time.Now()
	return func() {
		if time.Since(last) > piece {
			pause()
			last = time.Now()
		}
	}
}

// mostLong is after how many places that take long no more is rehearsed.
const mostLong = 4

// turns are the places that it is made ready at, of each pin in turn: soon for either, then well.
var turns = [...]int{4, 12}

// prepare has it ready for questions that differ in what is dragged: prices and the trees of the end that stays are made, and what a drag
// runs through has run. What takes long at most places is left to the worker. It ends where others are wanted, and is false then, as where
// nothing is to be done.
func (h *hand) prepare(wanted []rehearsed, pause, breathe func()) bool {
	before := h.state
	h.state = map[string]readiness{}
	for _, next := range wanted {
		h.state[next.is] = before[next.is]
	}
	open := slices.DeleteFunc(slices.Clone(wanted), func(next rehearsed) bool { return before[next.is].done })
	if len(open) == 0 {
		return false
	}
	h.one.Lock()
	err := h.service.solver.Ready(open[0].ask.Scenario, open[0].ask.Query, breathe)
	h.one.Unlock()
	if err != nil { // the worker says so
		for _, next := range open {
			h.state[next.is] = readiness{done: true}
		}
		return false
	}
	rehearsals, long := make([][]Ask, len(open)), make([]int, len(open))
	for i, next := range open {
		rehearsals[i] = h.service.Rehearsal(next.ask, next.which)
	}
	for _, most := range turns {
		for i, next := range open {
			h.rehearse(next.ask, pause, breathe) // with both ends in place: a solver tells by what is asked next which one is dragged
			for range min(most, len(rehearsals[i])) {
				if long[i] == mostLong {
					break
				}
				if len(h.wanted) > 0 {
					return false
				}
				if h.rehearse(rehearsals[i][0], pause, breathe) {
					h.state[next.is] = readiness{ready: true}
				} else {
					long[i]++
				}
				rehearsals[i] = rehearsals[i][1:]
			}
		}
	}
	h.rehearse(open[0].ask, pause, breathe)
	for _, next := range open {
		h.state[next.is] = readiness{h.state[next.is].ready, true}
	}
	return true
}

// enough is how often the page is drawn before a drag, which draws it as often in a second or two.
const enough = 60

// practise draws the page as it is, again and again, as long as nobody wants anything else: a browser compiles what runs often once
// more, to run faster, and where it does so in a drag the page waits for the processor. Once in a visit is enough.
func (h *hand) practise(pause func()) {
	for ; h.drawn < enough && len(h.wanted) == 0 && !h.held; h.drawn++ {
		pause()
		h.draw()
	}
}

// rehearse answers a question for nobody; false if it takes long.
func (h *hand) rehearse(ask Ask, pause, breathe func()) bool {
	pause()
	h.one.Lock()
	defer h.one.Unlock()
	return h.service.BriefBy(ask, breathe)
}

// near wants it ready for questions, the likeliest first.
func (h *hand) near(wanted ...rehearsed) {
	same := func(a, b rehearsed) bool { return a.is == b.is }
	if h.wanted != nil && !slices.EqualFunc(wanted, h.last, same) {
		h.last = wanted
		h.forget()
		newest(h.wanted, wanted)
	}
}

// forget what an earlier drag came to.
func (h *hand) forget() {
	select {
	case <-h.missed:
	default:
	}
}

// take has a pin in the hand.
func (h *hand) take(next rehearsed) {
	if !slices.ContainsFunc(h.last, func(one rehearsed) bool { return one.is == next.is }) {
		h.near(next)
	}
	h.forget()
	h.grip, h.moved, h.replied, h.lost = next, false, false, 0
}

// answer answers a question of the pin in the hand; false where the worker is to.
func (h *hand) answer(ask Ask) (Reply, Picture, bool) {
	if !h.moved { // with that the page is drawn for a drag: an answer besides would make it a task of over 50 ms
		h.moved = true
		return Reply{}, Picture{}, false
	}
	if !h.state[h.grip.is].ready || ask.Show == "reach" || ask.Show == "data" {
		return Reply{}, Picture{}, false
	}
	if now, then := &ask.Query, &h.grip.ask.Query; !ask.Scenario.Equal(h.grip.ask.Scenario) || !slices.Equal(now.Via, then.Via) || now.ThroughKazakhstan != then.ThroughKazakhstan || now.Order != then.Order {
		return Reply{}, Picture{}, false // by a key, or another finger
	}
	if h.lost > mostLag {
		h.lost -= madeUp // it is tried again in a while
		return Reply{}, Picture{}, false
	}
	if !h.one.TryLock() {
		return Reply{}, Picture{}, false // it is being made ready for another
	}
	defer h.one.Unlock()
	began := time.Now()
	reply, picture, ok := h.service.Brief(ask)
	if !ok && h.service.solver.Lacks() {
		newest(h.missed, ask)
	} else {
		h.spend(time.Since(began), ok)
	}
	h.replied = h.replied || ok
	return reply, picture, ok
}

// spend counts what a question took beyond what is quick. One that was left to the worker took it for nothing.
func (h *hand) spend(took time.Duration, answered bool) {
	switch {
	case !answered:
		h.lost += took + quick
	case took > quick:
		h.lost += took - quick
	default:
		h.lost = max(0, h.lost-madeUp)
	}
}

// but is a question without the end that a pin stands for.
func (p *Page) but(which string) rehearsed {
	ask := p.question()
	ask.Light, ask.Along = true, nil
	rest := p.state
	*p.end(&rest, which) = solver.End{}
	rest.View, rest.Pick = link.View{}, 0
	return rehearsed{which + " " + ask.Lang + " " + p.words.Format(rest), ask, which}
}
