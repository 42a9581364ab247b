package page

import (
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
	wanted  chan rehearsed
	last    string // that was wanted: a question but for the end that is dragged
	is      string // that it is ready for
	grip    string // that of the pin in the hand
	held    bool   // a pin is in the hand
	moved   bool   // and has been
	begun   bool
	lost    time.Duration
}

// rehearsed is a question to be ready for.
type rehearsed struct {
	is    string
	ask   Ask
	which string
}

const (
	quick   = 8 * time.Millisecond  // half a frame of most screens
	mostLag = 60 * time.Millisecond // beyond what is quick, in a drag, before the worker takes it over
)

// begin reads the tables, in pieces between which the browser does what waits, and then is ready for what is wanted.
func (h *hand) begin() {
	if h.begun {
		return
	}
	h.begun = true
	go func() {
		net, err := solver.LoadBy(inPieces(h.pause))
		if err != nil {
			return // the worker says so
		}
		h.pause()
		h.service = NewService(net)
		for next := range h.wanted {
			h.rehearse(next, h.pause)
		}
	}()
}

// pause lets the browser do what waits. A drag that the worker answers is not disturbed: what is left is done once the pin is let go.
func (h *hand) pause() {
	for breathe(); h.held; {
		time.Sleep(standsStill)
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

// rehearse has it ready for a question: the trees of the end that stays are made, and what a drag runs through has run. What takes long
// at most places is left to the worker.
func (h *hand) rehearse(next rehearsed, pause func()) {
	h.one.Lock()
	err := h.service.solver.Ready(next.ask.Scenario, next.ask.Query, inPieces(pause))
	h.one.Unlock()
	if err != nil {
		return // the worker says so
	}
	long := 0
	for _, ask := range h.service.Rehearsal(next.ask, next.which) {
		pause()
		if len(h.wanted) > 0 {
			return // for another
		}
		h.one.Lock()
		_, _, ok := h.service.Brief(ask)
		h.one.Unlock()
		if ok {
			h.is = next.is
		} else if long++; long == mostLong {
			return
		}
	}
}

// near wants it ready for a question.
func (h *hand) near(next rehearsed) {
	if h.wanted != nil && next.is != h.last {
		h.last = next.is
		newest(h.wanted, next)
	}
}

// take has a pin in the hand.
func (h *hand) take(next rehearsed) {
	h.near(next)
	h.grip, h.moved, h.lost = next.is, false, 0
}

// answer answers a question of the pin in the hand; false where the worker is to.
func (h *hand) answer(ask Ask) (Reply, Picture, bool) {
	if !h.moved { // with that the page is drawn for a drag: an answer besides would make it a task of over 50 ms
		h.moved = true
		return Reply{}, Picture{}, false
	}
	if h.is == "" || h.is != h.grip || h.lost > mostLag || ask.Show == "reach" || ask.Show == "data" {
		return Reply{}, Picture{}, false
	}
	if !h.one.TryLock() {
		return Reply{}, Picture{}, false // it is being made ready for another
	}
	defer h.one.Unlock()
	began := time.Now()
	reply, picture, ok := h.service.Brief(ask)
	h.spend(time.Since(began), ok)
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
		h.lost = max(0, h.lost-quick/16)
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
