package page

import "time"

// Two changes of one kind this near to one another are one step of Back. While a pin is dragged the address follows no
// oftener than follow: browsers refuse to be written to on every frame.
const (
	oneStep = 1500 * time.Millisecond
	follow  = 300 * time.Millisecond
)

// history decides when the address bar gets a new entry and when the last is written over. A drag is one entry, made when
// it begins, so that Back leads to where it began.
type history struct {
	text    string
	kind    string
	at      time.Time
	written func(text string, push bool) // the browser's half; nil in tests that do not look
}

// saw notes what the address says, without writing.
func (h *history) saw(text string) { h.text, h.kind = text, "" }

// sameStep tells whether a change is of one step with the last.
func (h *history) sameStep(kind string, now time.Time) bool {
	return kind == h.kind && (kind == "pin drag" || now.Sub(h.at) < oneStep)
}

// write puts a state into the address.
func (h *history) write(text, kind string, moving bool, now time.Time) {
	same := h.sameStep(kind, now)
	if same && moving && now.Sub(h.at) < follow {
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
