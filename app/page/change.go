package page

import (
	"fmt"
	"strings"
)

// changeOf says in a sentence what another world does to the same ends: which route is first now, what it takes more or
// less than the one that was first before, and how many change where the first stays. Empty where the ends are others.
func (p *Page) changeOf(before, now *Reply) string {
	if before.From != now.From || before.To != now.To || len(before.Cards) == 0 || len(now.Cards) == 0 {
		return ""
	}
	was, is := &before.Cards[0], &now.Cards[0]
	arrow := " → "
	if p.say.Dir == "rtl" {
		arrow = " ← "
	}
	difference := p.say.remark(p.say.changed(is, was), p.say.short(was.P50, was.Cents)+arrow+p.say.short(is.P50, is.Cents))
	if wayOf(was) != wayOf(is) {
		return fmt.Sprintf(p.say.NowFirst, p.routeName(is), difference)
	}
	listed := max(len(before.Cards), len(now.Cards))
	changed := listed - staying(before.Cards, now.Cards)
	if changed == 0 {
		return p.say.NoChange
	}
	count := fmt.Sprintf(p.say.SomeChange, p.say.whole(int64(changed)), p.say.whole(int64(listed)))
	if !sameFigures(was, is) {
		count = p.say.join("stop", difference, count)
	}
	return fmt.Sprintf(p.say.SameFirst, p.routeName(is), count)
}

// wayOf tells ways apart, also those that a sentence would call by one name.
func wayOf(c *Card) string {
	return fmt.Sprint(c.Metres, c.Chain, gatewaysOf(c), c.Countries)
}

// again is the rank at which a route is listed now: that of the same way, or else of the first by the same gateways and modes, as a
// pin that is moved leaves of it, or else by the same gateways; 0 where there is none.
func again(cards []Card, route *Card) int {
	for _, tell := range []func(*Card) string{wayOf, kindOf, gatewaysOf} {
		if of := tell(route); of != "" {
			for i := range cards {
				if tell(&cards[i]) == of {
					return cards[i].Rank
				}
			}
		}
	}
	return 0
}

func kindOf(c *Card) string {
	kinds := make([]string, len(c.Chain))
	for i, s := range c.Chain {
		kinds[i] = s.Kind
	}
	return fmt.Sprint(kinds, gatewaysOf(c))
}

func gatewaysOf(c *Card) string { return strings.Join(c.Gateways, "|") }

func sameFigures(a, b *Card) bool { return a.Cents == b.Cents && a.P50 == b.P50 && a.Grams == b.Grams }

// staying counts the routes of a list that are in another too, with the same figures.
func staying(before, now []Card) (n int) {
	for i := range now {
		for j := range before {
			if sameFigures(&before[j], &now[i]) && wayOf(&before[j]) == wayOf(&now[i]) {
				n++
				break
			}
		}
	}
	return n
}
