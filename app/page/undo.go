package page

import (
	"slices"
	"time"

	"zhol/app/link"
)

// mostUndone is how many steps back are kept.
const mostUndone = 100

// undo keeps the states that were left, so that they can be gone back to without the browser's history.
type undo struct {
	past, future []link.State
}

// left notes a state that is being left for a new one.
func (u *undo) left(s link.State) {
	u.future = nil
	u.past = append(u.past, s)
	if len(u.past) > mostUndone {
		u.past = u.past[1:]
	}
}

// back is the state before, if there is one; now is kept to come back to.
func (u *undo) back(now link.State) (link.State, bool) { return step(&u.past, &u.future, now) }

// again is the state that was last gone back from.
func (u *undo) again(now link.State) (link.State, bool) { return step(&u.future, &u.past, now) }

// came notes that the browser's history, or a link, led from one state to another: back or on by so many steps, where that one is among them.
func (u *undo) came(from, to link.State) {
	led := func(s link.State) bool {
		s.Pick, s.View.Lang = to.Pick, to.View.Lang // no steps
		return s.Equal(to)
	}
	if led(from) {
		return
	}
	ways := []struct {
		states *[]link.State
		step   func(link.State) (link.State, bool)
	}{{&u.past, u.back}, {&u.future, u.again}}
	for _, within := range []int{1, mostUndone} { // the next step first: a state may occur twice
		for _, way := range ways {
			if states := *way.states; slices.ContainsFunc(states[max(0, len(states)-within):], led) {
				for done := false; !done; {
					from, _ = way.step(from)
					done = led(from)
				}
				return
			}
		}
	}
	u.left(from)
}

func step(from, to *[]link.State, now link.State) (link.State, bool) {
	n := len(*from)
	if n == 0 {
		return link.State{}, false
	}
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, now)
	return s, true
}

// goBack undoes the last change; goAgain does it again. With a pin in the hand neither does anything: its next move would be of another question.
func (p *Page) goBack()  { p.stepTo(p.undo.back) }
func (p *Page) goAgain() { p.stepTo(p.undo.again) }

func (p *Page) stepTo(next func(link.State) (link.State, bool)) {
	if !p.held {
		p.restore(next(p.state))
	}
}

func (p *Page) restore(s link.State, ok bool) {
	if !ok || p.words == nil {
		return
	}
	s.View.Lang = p.state.View.Lang
	p.enter(s)
	p.history.write(p.words.Format(s), "undo", false, time.Time{})
}
