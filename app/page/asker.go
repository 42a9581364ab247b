package page

// asker keeps one question with the worker and, of those that come meanwhile, only the newest.
type asker struct {
	seq      int
	inFlight int  // the number of the question that the worker has; 0 for none
	light    bool // the newest question was
	next     *Ask
	picked   int
}

// send hands a question, and the rank that the map shall mark, to the worker.
type send func(ask Ask, picked int)

// ask sends a question, or keeps it until the worker is free.
func (a *asker) ask(q Ask, send send, picked int) {
	a.seq++
	q.Seq = a.seq
	a.light, a.picked = q.Light, picked
	if a.inFlight > 0 {
		a.next = &q
		return
	}
	a.inFlight = q.Seq
	send(q, picked)
}

// own notes a question that the page has answered by itself: what waits for the worker is older.
func (a *asker) own(q Ask) { a.seq, a.light, a.next = q.Seq, q.Light, nil }

// heard notes an answer of the worker's and sends what waits. It reports whether the answer was to the newest question.
func (a *asker) heard(seq int, send send) bool {
	if seq >= a.inFlight {
		a.inFlight = 0
	}
	if a.next != nil && a.inFlight == 0 {
		q := *a.next
		a.next, a.inFlight = nil, q.Seq
		send(q, a.picked)
	}
	return seq == a.seq
}

// newest puts into a channel of one what takes the place of what waits there.
func newest[T any](waiting chan T, x T) {
	select {
	case <-waiting: // overtaken
	default:
	}
	waiting <- x
}

func (a *asker) lightLast() bool { return a.light }
