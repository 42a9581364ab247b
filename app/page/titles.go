package page

import (
	"slices"
	"strings"

	"zhol/solver"
	"zhol/solver/network"
)

// A route is called by its gateways. Where others of the list pass the same, it is called by the places, too, where its box
// changes over and theirs do not: the port of loading, the terminal where a lorry takes over.

// title is what a route is called: by its gateways, or by its modes where it has none.
func (w *Words) title(c *Card) string {
	if len(c.Gateways) > 0 {
		return w.via(c)
	}
	return w.remarked(w.modes(c), c.Apart)
}

// via is what a card says of the way that a route takes, beside its modes.
func (w *Words) via(c *Card) string {
	if len(c.Gateways) == 0 {
		return strings.Join(c.Apart, between)
	}
	return w.remarked(strings.Join(c.Gateways, between), c.Apart)
}

// between stands between the names of what is passed one after the other.
const between = " · "

func (w *Words) remarked(text string, more []string) string {
	if len(more) == 0 {
		return text
	}
	return w.remark(text, strings.Join(more, between))
}

func (w *Words) modes(c *Card) string {
	modes := make([]string, len(c.Chain))
	for i, s := range c.Chain {
		modes[i] = of(w.Modes, s.Kind)
	}
	return strings.Join(modes, " – ")
}

// tellApart says of cards that would be called the same what tells each from the others: places, or else what they go by, how far
// they go, or what they take.
func (s *Service) tellApart(a *solver.Answer, cards []Card) {
	w := s.say()
	called := map[string][]int{}
	for i := range cards {
		title := w.title(&cards[i])
		called[title] = append(called[title], i)
	}
	for _, alike := range called {
		if len(alike) == 1 {
			continue
		}
		left := map[int][]string{}
		for _, i := range alike {
			left[i] = s.stopsOf(a, &a.Routes[i])
		}
		w.part(cards, alike, left, true)
		w.spare(cards, alike)
	}
}

// spare leaves out of what tells cards apart whatever is not needed, but for the last of it.
func (w *Words) spare(cards []Card, alike []int) {
	for _, i := range alike {
		for j := 0; j < len(cards[i].Apart) && len(cards[i].Apart) > 1; {
			less := slices.Delete(slices.Clone(cards[i].Apart), j, j+1)
			if slices.ContainsFunc(alike, func(o int) bool { return o != i && slices.Equal(cards[o].Apart, less) }) {
				j++
				continue
			}
			cards[i].Apart = less
		}
	}
}

// part tells cards apart by the first of their stops that not all have, and so on where some have that one in common. Where no
// stops are left, more is found to tell of them, once.
func (w *Words) part(cards []Card, alike []int, left map[int][]string, more bool) {
	own, some := map[int][]string{}, false
	for _, i := range alike {
		own[i] = slices.DeleteFunc(slices.Clone(left[i]), func(stop string) bool {
			return !slices.ContainsFunc(alike, func(j int) bool { return !slices.Contains(left[j], stop) })
		})
		some = some || len(own[i]) > 0
	}
	if !some {
		if !more {
			return // they are the same in all that is told
		}
		for _, i := range alike {
			c := &cards[i]
			own[i] = []string{w.modes(c), w.km(c.Metres) + " " + w.Distance, w.short(c.P50, c.Cents), w.days(c.P10) + "–" + w.days(c.P90) + " " + w.Day}
		}
		w.part(cards, alike, own, false)
		return
	}
	by := map[string][]int{}
	for _, i := range alike {
		first := ""
		if len(own[i]) > 0 {
			first, own[i] = own[i][0], own[i][1:]
		}
		by[first] = append(by[first], i)
	}
	for stop, same := range by {
		for _, i := range same {
			if stop != "" {
				cards[i].Apart = append(cards[i].Apart, stop)
			}
		}
		if len(same) > 1 {
			w.part(cards, same, own, more)
		}
	}
}

// bare is a name without the remark that it ends in: within one there is no other.
func bare(name string) string {
	for _, bracket := range []string{" (", "（"} {
		name, _, _ = strings.Cut(name, bracket)
	}
	return name
}

// stopsOf are the places where the box of a route changes over or crosses a border, each once.
func (s *Service) stopsOf(a *solver.Answer, r *solver.Route) []string {
	var out []string
	for i := range r.Legs {
		leg := &r.Legs[i]
		if leg.Kind != network.Transfer {
			continue
		}
		if name := bare(s.endName(a, leg.From)); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
