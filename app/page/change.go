package page

import "fmt"

// changeOf says in a sentence what another world does to the same ends: which route is first now, and what it takes more
// or less than the one that was first before. Empty where the question is another one.
func (p *Page) changeOf(before, now *Reply) string {
	if before.From != now.From || before.To != now.To || len(before.Cards) == 0 || len(now.Cards) == 0 {
		return ""
	}
	was, is := &before.Cards[0], &now.Cards[0]
	arrow := " → "
	if p.say.Dir == "rtl" {
		arrow = " ← "
	}
	difference := p.say.difference(is, was) + " (" + p.say.short(was.P50, was.Cents) + arrow + p.say.short(is.P50, is.Cents) + ")"
	switch {
	case p.routeName(was) != p.routeName(is):
		return fmt.Sprintf(p.say.NowFirst, p.routeName(is), difference)
	case was.Cents != is.Cents || was.P50 != is.P50 || was.Grams != is.Grams:
		return fmt.Sprintf(p.say.SameFirst, p.routeName(is), difference)
	}
	return p.say.NoChange
}
