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
	return fmt.Sprint(c.Metres, c.Chain, strings.Join(c.Gateways, "|"), c.Countries)
}

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
