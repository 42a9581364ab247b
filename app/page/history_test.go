package page

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"zhol/solver"
)

// noting notes what is written into the address, with a plus before what makes a step.
func noting(wrote *[]string) func(text string, push bool) {
	return func(text string, push bool) {
		if push {
			text = "+" + text
		}
		*wrote = append(*wrote, text)
	}
}

// A drag is one step of Back, however long it takes, and keys pressed in a row are one.
func TestHistory(t *testing.T) {
	var wrote []string
	h := history{written: noting(&wrote)}
	at := time.Unix(0, 0)
	do := func(text, kind string, moving bool, after time.Duration) {
		at = at.Add(after)
		h.write(text, kind, moving, at)
	}
	h.saw("start")
	do("a", "pin drag", true, 0)
	for range 100 {
		do("b", "pin drag", true, 16*time.Millisecond) // on its way, without a rest
	}
	do("c", "pin drag", true, 4*time.Second) // a long pause with the pin in the hand
	h.over("d")                              // held still
	do("e", "pin drag", false, 16*time.Millisecond)
	do("f", "pin drag", true, 100*time.Millisecond) // the next drag
	do("g", "pin drag", false, time.Second)
	do("h", "pin key origin", false, time.Second)
	do("i", "pin key origin", false, 200*time.Millisecond)
	do("j", "pin key origin", false, 900*time.Millisecond)
	do("k", "pin key destination", false, 200*time.Millisecond) // the other pin
	do("k", "swap", false, time.Second)                         // nothing new
	do("l", "avoid", false, time.Second)
	do("m", "avoid", false, 100*time.Millisecond) // another press, another step
	do("m1", "end from", false, time.Second)
	do("m2", "end from", false, 100*time.Millisecond) // places taken one after the other
	do("m3", "story", false, time.Second)
	do("m4", "story", false, 100*time.Millisecond)
	do("n", "value", false, time.Second)
	do("o", "value", false, time.Second) // a field whose arrow is pressed again
	if want := []string{"+d", "e", "+g", "+h", "i", "+j", "+k", "+l", "+m", "+m1", "+m2", "+m3", "+m4", "+n", "o"}; !reflect.DeepEqual(wrote, want) {
		t.Errorf("wrote %v\nwant  %v", wrote, want)
	}
}

// The step that a drag makes is written where the pin is first held still or let go, and before all that is written later; nothing of it
// comes after an address that someone else has written.
func TestHistoryOfADragWaits(t *testing.T) {
	var wrote []string
	h := history{written: noting(&wrote)}
	at := time.Unix(0, 0)
	drag := func(text string) { h.write(text, "pin drag", true, at) }
	drop := func(text string) { h.write(text, "pin drag", false, at) }
	for _, c := range []struct {
		name string
		do   func()
		want []string
	}{
		{"on its way", func() { drag("a"); drag("b") }, nil},
		{"held still", func() { h.over("b") }, []string{"+b"}},
		{"once more", func() { drag("c"); h.over("c") }, []string{"c"}},
		{"let go", func() { drop("c") }, nil},
		{"let go on its way", func() { drag("d"); drop("e") }, []string{"+e"}},
		{"let go where it was moved first", func() { drag("f"); drop("f") }, []string{"+f"}},
		{"let go where it was taken", func() { drag("g"); drop("f") }, nil},
		{"something else meanwhile", func() { drag("g"); drag("g2"); h.write("h", "swap", false, at) }, []string{"+g2", "+h"}},
		{"a link that is copied", func() { drag("i"); h.flush(); h.flush() }, []string{"+i"}},
		{"let go after that", func() { drop("j") }, []string{"j"}},
		{"an address of someone else's", func() { drag("k"); h.saw("elsewhere"); h.flush() }, nil},
		{"over that one", func() { h.over("there") }, []string{"there"}},
	} {
		wrote = nil
		if c.do(); !slices.Equal(wrote, c.want) {
			t.Errorf("%s: wrote %v, want %v", c.name, wrote, c.want)
		}
	}
}

// A pin can be in the hand though the page has broken before it knew any place.
func TestHeldStillBeforeTheTables(t *testing.T) {
	p := New()
	p.drag("origin", solver.LonLat{}, "start")
	p.drag("origin", solver.LonLat{Lon: 1}, "drag")
	p.rest()
	if p.history.text != "" {
		t.Errorf("the address says %q", p.history.text)
	}
}

// While the worker is busy only the newest question is kept, and numbers rise.
func TestAsker(t *testing.T) {
	var sent []int
	send := func(ask Ask, _ int) { sent = append(sent, ask.Seq) }
	var a asker
	for range 5 {
		a.ask(Ask{}, send, 1)
	}
	if a.heard(1, send) {
		t.Error("the first answer passed for the newest")
	}
	if !a.heard(5, send) {
		t.Error("the newest answer did not pass for it")
	}
	a.ask(Ask{}, send, 1)
	if want := []int{1, 5, 6}; !reflect.DeepEqual(sent, want) {
		t.Errorf("sent %v, want %v", sent, want)
	}
}
