package main

import (
	"fmt"
	"slices"

	"zhol/solver"
	"zhol/solver/network"
)

// frames is how long the frames of drags take, in milliseconds: front, list, labels and percentiles of one position each.
type frames struct {
	Drags   int     `json:"drags"`
	Count   int     `json:"count"`
	Blocked int     `json:"blocked"` // of these, frames in which closures leave no way: they tell which
	Median  float64 `json:"median"`
	P95     float64 `json:"p95"`
	Worst   float64 `json:"worst"`
}

// What is dragged: each of many pairs under closures of its own by some positions a tenth of a degree apart. Two wide steps
// before them, off the place where the pin stood, are not measured: there the trees are made.
const (
	drags     = 1000
	positions = 6
	perWorld  = 25 // drags under the same closures
)

// dragged measures the frames of many drags, of origins and destinations by turns.
func (b *bench) dragged() (frames, error) {
	s := solver.New(b.net)
	b.dice = seed
	var took []float64
	blocked := 0
	var sc solver.Scenario
	for i := range drags {
		if i%perWorld == 0 {
			sc.Avoid = b.closures()
		}
		from, to := b.pair()
		q := solver.Query{From: b.end(from), To: b.end(to)}
		moving := &q.From
		if i%2 == 1 {
			moving = &q.To
		}
		*moving = solver.End{At: b.net.Places[[2]network.PlaceID{from, to}[i%2]].At}
		for k := range positions {
			if moving.At.Lon += 0.1; k < 2 {
				moving.At.Lon += 0.4
			}
			var a *solver.Answer
			var err error
			ms := clock(func() { a, err = s.Frame(sc, q) })
			if err != nil {
				break // a pin at sea, or on the other end
			}
			if k > 1 {
				if took = append(took, ms); len(a.Routes) == 0 {
					blocked++
				}
			}
		}
	}
	if len(took)-blocked < drags {
		return frames{}, fmt.Errorf("only %d frames had a route", len(took)-blocked)
	}
	slices.Sort(took)
	return frames{drags, len(took), blocked, took[len(took)/2], took[len(took)*95/100], took[len(took)-1]}, nil
}

// closures of a random world: none to three gateways, passages and countries.
func (b *bench) closures() []string {
	var out []string
	for range b.dice.roll(4) {
		switch b.dice.roll(3) {
		case 0:
			out = append(out, b.net.Gateways[b.dice.roll(len(b.net.Gateways))].ID)
		case 1:
			out = append(out, b.net.Passages[b.dice.roll(len(b.net.Passages))].ID)
		default:
			out = append(out, b.net.Countries[b.dice.roll(len(b.net.Countries))].ID)
		}
	}
	return out
}

func (b *bench) end(p network.PlaceID) solver.End { return solver.End{Place: b.net.Places[p].ID} }
