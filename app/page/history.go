package page

import (
	"slices"
	"strings"
	"time"
)

// Two changes of one kind this near to one another are one step of Back, and presses of the keys that move a pin this near.
// While a pin is dragged the address follows it only after a rest: to write it takes a browser as long as half a frame, and it refuses
// to be written to on every one.
const (
	oneStep  = 1500 * time.Millisecond
	oneBurst = 600 * time.Millisecond
	rest     = 300 * time.Millisecond
)

// pinKey begins the kinds of what the arrow keys do to a pin.
const pinKey = "pin key "

// presses are the kinds of which each is a step, however fast one follows the other.
var presses = []string{"avoid", "compare", "end from", "end to", "kz", "lift", "menu", "nearest", "story", "swap", "via"}

// history decides when the address bar gets a new entry and when the last is written over. A drag is one entry, made when
// it begins, so that Back leads to where it began.
type history struct {
	text    string
	kind    string
	at      time.Time
	moved   time.Time                    // when a pin in the hand was moved last
	late    bool                         // the last entry is to be written over once the browser's half is there
	written func(text string, push bool) // the browser's half; nil in tests that do not look
}

// saw notes what the address says, without writing.
func (h *history) saw(text string) { h.text, h.kind = text, "" }

// sameStep tells whether a change is of one step with the last.
func (h *history) sameStep(kind string, now time.Time) bool {
	switch {
	case kind != h.kind || slices.Contains(presses, kind):
		return false
	case strings.HasPrefix(kind, pinKey):
		return now.Sub(h.at) < oneBurst
	}
	return kind == "pin drag" || now.Sub(h.at) < oneStep
}

// held says that a key has been held since the last change: no pause was made.
func (h *history) held(now time.Time) { h.at = now }

// over writes over the last entry: no step has been made.
func (h *history) over(text string) {
	if h.text, h.late = text, h.written == nil; !h.late {
		h.written(text, false)
	}
}

// write puts a state into the address.
func (h *history) write(text, kind string, moving bool, now time.Time) {
	same := h.sameStep(kind, now)
	rested := now.Sub(h.moved) >= rest
	if moving {
		h.moved = now
	}
	if same && moving && !rested {
		return
	}
	if text != h.text && h.written != nil {
		h.written(text, !same)
	}
	h.text, h.at, h.kind = text, now, kind
	if !moving && kind == "pin drag" {
		h.kind = "" // the drag is over: the next is a step of its own
	}
}
