package solver

import (
	"errors"
	"slices"
	"testing"
)

// Where so much is closed that not all other gateways can be closed as well, that is an error, and not "no route by these alone".
func TestWhyNotUnderManyClosures(t *testing.T) {
	net := load(t)
	var sc Scenario
	for i := range net.Places {
		if len(sc.Avoid) == MostAvoided {
			break
		}
		if p := &net.Places[i]; !slices.Contains([]string{"CN", "KZ", "RU", "BY", "PL", "DE"}, p.Country) {
			sc.Avoid = append(sc.Avoid, p.ID)
		}
	}
	s, q := New(net), Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	room := MostAvoided - len(s.others([]string{"khorgos", "brest"}))
	if len(sc.Avoid) <= room {
		t.Fatalf("only %d places to close", len(sc.Avoid))
	}
	all := sc.Avoid
	for _, n := range []int{room, room + 1, len(all)} {
		sc.Avoid = all[:n]
		c, err := s.WhyNot(sc, q, []string{"khorgos", "brest"})
		var wrong *InputError
		switch {
		case n <= room && (err != nil || !c.Exactly):
			t.Errorf("%d closed: %v", n, err)
		case n > room && (!errors.As(err, &wrong) || wrong.Field != "avoid"):
			t.Errorf("%d closed: %v", n, err)
		}
	}
}
