package page

import (
	"math"
	"time"

	"zhol/app/link"
	"zhol/solver"
)

// Rehearsal is what to answer before a pin is dragged, though nobody asks: places round it, so that what the drag will run through has
// run. A browser compiles it well only then, and before takes several times as long; and the trees of the end that stays are made.
func (s *Service) Rehearsal(ask Ask, which string) (asks []Ask) {
	at := s.askedPins(ask.Query)[which]
	if at == nil {
		return nil
	}
	end := &ask.Query.From
	if which == "destination" {
		end = &ask.Query.To
	}
	for _, radius := range []float64{2, 8} { // degrees
		for i := range 8 {
			sin, cos := math.Sincos(float64(i)*math.Pi/4 + radius)
			*end = onMap(at.Lon+radius*cos, at.Lat+radius*sin/2)
			asks = append(asks, ask)
		}
	}
	return asks
}

// Kept is what is left of a rehearsal once a question is asked: whoever takes a pin as soon as the pointer is there has it rehearsed while
// it stands still in the hand, and any other question ends it.
func Kept(rehearsal []Ask, ask Ask) []Ask {
	if ask.Light {
		return rehearsal
	}
	return nil
}

// Pause is how long nobody must have asked before the worker goes on with what nobody asked for: in a drag, longer than
// any frame takes, or the next question would wait for a rehearsal just where it is late already.
func Pause(last Ask, moving bool) time.Duration {
	if last.Light && !moving {
		return standsStill
	}
	return time.Millisecond
}

const standsStill = 150 * time.Millisecond

// Onward is the question that a drag will come to when its pin has gone on as from one question to the next, by so many times as
// much; false where no pin was dragged from one to the other. A terminal that comes within reach has more worked out for it than all else
// of a frame, and the worker has time for that between two. Where something is to be passed it does not pay: a place beyond a border, to
// which the drag may never come, wants other trees, which take as long as many frames.
func Onward(before, ask Ask, times float64) (Ask, bool) {
	old, end := before.Query.From, &ask.Query.From
	if old == *end {
		old, end = before.Query.To, &ask.Query.To
	}
	if len(ask.Query.Via) > 0 || ask.Query.ThroughKazakhstan {
		return Ask{}, false
	}
	if !before.Light || !ask.Light || old.Place != "" || end.Place != "" || old == *end {
		return Ask{}, false
	}
	*end = onMap(end.At.Lon+times*math.Remainder(end.At.Lon-old.At.Lon, 360), end.At.Lat+times*(end.At.Lat-old.At.Lat))
	return ask, true
}

// Prepare works out what the answer of a drag to a question needs, and tells nobody.
func (s *Service) Prepare(ask Ask) {
	ask.Query.Light = true
	s.solver.Frame(ask.Scenario, ask.Query) // a place that no way leads to needs nothing
}

// onMap is an end at a place that a pin can be dragged to.
func onMap(lon, lat float64) solver.End {
	return solver.End{At: link.Round(solver.LonLat{Lon: math.Remainder(lon, 360), Lat: max(-60, min(75, lat))})}
}
