package solver

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
)

// TestBrief asks each question of a drag briefly and as a frame: what is told is the same, and only what has things to pass is left untold.
// What was asked briefly before changes no frame and no answer. Every other one is asked in pieces.
func TestBrief(t *testing.T) {
	net := load(t)
	briefs, frames := New(net), New(net)
	told, untold := 0, map[bool]int{} // by whether a frame knows what comes back
	for seed := range share(uint64(200)) {
		rng := rand.New(rand.NewPCG(seed, 77))
		sc, q := randomQuestion(rng, net)
		if seed%3 == 0 {
			_, q = dragged(rng, net)
		}
		if seed%5 == 0 {
			q.Order = []string{OrderP90, OrderSpread}[seed%2]
		}
		frame, wrong := frames.Frame(sc, q)
		pauses := 0
		ask := briefs.Brief
		if seed%2 == 0 {
			ask = func(sc Scenario, q Query) (*Answer, error) { return briefs.BriefBy(sc, q, func() { pauses++ }) }
		}
		brief, err := ask(sc, q)
		if fmt.Sprint(err) != fmt.Sprint(wrong) {
			t.Fatalf("seed %d: %v, and as a frame %v", seed, err, wrong)
		}
		switch {
		case err != nil:
		case brief == nil:
			if len(q.Via) == 0 && !q.ThroughKazakhstan {
				t.Errorf("seed %d: nothing is to be passed, and nothing told", seed)
			}
			untold[frame.ComesBack == NoneComesBack]++
			before := pauses
			again, _ := briefs.Frame(sc, q)
			if !sameFrames(again, frame) || pauses != before {
				t.Errorf("seed %d: another frame once it was asked briefly, or %d pauses in it", seed, pauses-before)
			}
		case seed%2 == 0 && pauses < 3:
			t.Errorf("seed %d: %d pauses", seed, pauses)
			fallthrough
		default:
			if told++; !sameFrames(brief, frame) {
				t.Errorf("seed %d: otherwise than as a frame", seed)
			}
		}
	}
	if told < share(120) || untold[false] == 0 || untold[true] < share(10) {
		t.Errorf("%d told; untold %d whose routes come back or may, and %d whose do not", told, untold[false], untold[true])
	}
}

// TestLacks drags a pin over a border, by way of two countries: beyond it nothing is told briefly before trees are made, in short pieces; then,
// and back again, what a frame tells is. With nothing to pass none are lacking.
func TestLacks(t *testing.T) {
	net := load(t)
	s, frames := New(net), New(net)
	ask := func(lat float64) Query {
		return Query{From: End{At: LonLat{Lon: 105.8, Lat: lat}}, To: End{Place: "dui"}, Via: []string{"KZ", "BY"}}
	}
	brief := func(lat float64, lacks bool) {
		t.Helper()
		got, err := s.Brief(Scenario{}, ask(lat))
		want, _ := frames.Frame(Scenario{}, ask(lat))
		if err != nil || (got == nil) != lacks || s.Lacks() != lacks || got != nil && (!sameFrames(got, want) || len(got.Routes) == 0) {
			t.Errorf("at %v: told %v, lacking %v, %v", lat, got != nil, s.Lacks(), err)
		}
	}
	make := func(lat float64) {
		t.Helper()
		pauses := 0
		got, err := s.BriefBy(Scenario{}, ask(lat), func() { pauses++ })
		want, _ := frames.Frame(Scenario{}, ask(lat))
		if err != nil || got == nil || s.Lacks() || !sameFrames(got, want) || pauses < 20 {
			t.Errorf("made at %v: told %v, lacking %v, after %d pauses, %v", lat, got != nil, s.Lacks(), pauses, err)
		}
	}
	const china, mongolia = 36, 47.5
	brief(china, true)
	make(china)
	brief(china+0.1, false)
	brief(mongolia, true)
	make(mongolia)
	brief(mongolia+0.1, false)
	brief(china+0.2, false)
	open := ask(china)
	if open.Via = nil; s.Lacks() {
		t.Error("lacking after an answer")
	}
	if got, err := s.Brief(Scenario{}, open); got == nil || err != nil || s.Lacks() {
		t.Errorf("nothing to pass: told %v, lacking %v, %v", got != nil, s.Lacks(), err)
	}
}

// sameFrames tells whether two frames tell the same.
func sameFrames(a, b *Answer) bool {
	if a.ComesBack != b.ComesBack || a.Complete != b.Complete || a.ListComplete != b.ListComplete || a.FrontSize != b.FrontSize || len(a.Routes) != len(b.Routes) || !reflect.DeepEqual(a.BlockedBy, b.BlockedBy) {
		return false
	}
	for i := range a.Routes {
		p, q := &a.Routes[i], &b.Routes[i]
		if p.Cents != q.Cents || p.Seconds != q.Seconds || p.Grams != q.Grams || p.General != q.General || fmt.Sprint(p.Labels, p.Gateways, p.DominatedBy) != fmt.Sprint(q.Labels, q.Gateways, q.DominatedBy) {
			return false
		}
	}
	return true
}

// TestReady makes a solver and prices scenarios in pieces: what is asked then is answered as ever, and what is wrong with one is told.
func TestReady(t *testing.T) {
	net := load(t)
	made := 0
	s := NewBy(net, func() { made++ })
	if made < 20 {
		t.Errorf("a solver is made in %d pieces", made)
	}
	for seed := range uint64(10) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 78)), net)
		pauses := 0
		ready := s.Ready(sc, q, func() { pauses++ })
		got, err := s.Frame(sc, q)
		if ready == nil && pauses < 20 {
			t.Errorf("seed %d: %d pauses", seed, pauses)
		}
		before := pauses
		want, wrong := New(net).Frame(sc, q)
		if fmt.Sprint(err) != fmt.Sprint(wrong) || err == nil && !sameFrames(got, want) || pauses != before {
			t.Errorf("seed %d: %v and %v, or another frame, or %d pauses after", seed, err, wrong, pauses-before)
		}
	}
	if err := s.Ready(Scenario{Avoid: []string{"nowhere"}}, Query{}, func() {}); err == nil {
		t.Error("to shut nowhere is no fault")
	}
}
