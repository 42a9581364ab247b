package page

import (
	"slices"
	"strings"
	"time"
)

// Two changes of one kind this near to one another are one step of Back, and presses of the keys that move a pin this near.
// While a pin is dragged the address follows it only where it is held still: to write it takes a browser as long as a frame or two, and
// it refuses to be written to on every one.
const (
	oneStep  = 1500 * time.Millisecond
	oneBurst = 600 * time.Millisecond
)

// pinDrag is the kind of what a drag does to a pin, and pinKey begins the kinds of what the arrow keys do.
const (
	pinDrag = "pin drag"
	pinKey  = "pin key "
)

// presses are the kinds of which each is a step, however fast one follows the other.
var presses = []string{"avoid", "compare", "end from", "end to", "kz", "lift", "menu", "nearest", "story", "swap", "via"}

// history decides when the address bar gets a new entry and when the last is written over. A drag is one entry, made where the pin is
// first held still or let go, so that Back leads to where it began.
type history struct {
	text    string // what the address says
	kind    string
	at      time.Time
	late    bool                         // the last entry is to be written over once the browser's half is there
	waits   bool                         // a drag has made a step that is not written yet
	next    string                       // what the address says with it
	written func(text string, push bool) // the browser's half; nil in tests that do not look
}

// saw notes what the address says, without writing.
func (h *history) saw(text string) { h.text, h.kind, h.waits = text, "", false }

// flush writes the step that waits to be.
func (h *history) flush() {
	if h.waits {
		h.put(h.next, true)
	}
}

func (h *history) put(text string, push bool) {
	h.text, h.waits = text, false
	h.written(text, push)
}

// sameStep tells whether a change is of one step with the last.
func (h *history) sameStep(kind string, now time.Time) bool {
	switch {
	case kind != h.kind || slices.Contains(presses, kind):
		return false
	case strings.HasPrefix(kind, pinKey):
		return now.Sub(h.at) < oneBurst
	}
	return kind == pinDrag || now.Sub(h.at) < oneStep
}

// held says that a key has been held since the last change: no pause was made.
func (h *history) held(now time.Time) { h.at = now }

// over writes over the last entry, or makes the one that waits: no other step has been made.
func (h *history) over(text string) {
	if h.text, h.late = text, h.written == nil; !h.late {
		h.put(text, h.waits)
	}
}

// write puts a state into the address.
func (h *history) write(text, kind string, moving bool, now time.Time) {
	same := h.sameStep(kind, now)
	if !same {
		h.flush()
	}
	if moving { // it follows where the pin is held still
		h.waits, h.next = h.written != nil && (h.waits || !same), text
	} else if text == h.text {
		h.waits = false
	} else if h.written != nil {
		h.put(text, h.waits || !same)
	}
	h.at, h.kind = now, kind
	if h.written == nil {
		h.text = text
	}
	if !moving && kind == pinDrag {
		h.kind = "" // the drag is over: the next is a step of its own
	}
}
