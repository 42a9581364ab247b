package page

import (
	"fmt"
	"html"
	"strings"

	"zhol/solver"
)

// Still is the list of an answer as plain HTML: what the page shows before the program has arrived, and where scripts
// are off. The same answer gives the same bytes.
func Still(net *solver.Network, answer *solver.Answer) string {
	s := NewService(net)
	w := English
	var b strings.Builder
	fmt.Fprintf(&b, "<h2>%s – %s</h2>\n<ol class=\"cards\" aria-label=\"%s\">\n", esc(answer.From.Name), esc(answer.To.Name), esc(w.Routes))
	cards := make([]Card, len(answer.Routes))
	for i := range cards {
		cards[i] = s.card(&answer.Routes[i])
	}
	s.tellApart(answer, cards)
	for _, c := range cards {
		class := "card"
		if c.Kazakhstan {
			class += " kz"
		}
		fmt.Fprintf(&b, "<li class=\"%s\"><div class=\"head\"><span class=\"rank\">#%d</span>\n<span class=\"chain\">", class, c.Rank)
		for _, step := range c.Chain {
			fmt.Fprintf(&b, "<span class=\"step %s\">%s<span class=\"word\">%s</span></span> ", step.Kind, iconHTML(sprite(step.Kind)), esc(w.Modes[step.Kind]))
		}
		b.WriteString("</span>\n<span class=\"labels\">")
		if c.Kazakhstan {
			fmt.Fprintf(&b, "<span class=\"label kz\">%s<span>%s</span></span> ", iconHTML("steppe"), esc(w.Kazakhstan))
		}
		for _, label := range c.Labels {
			fmt.Fprintf(&b, "<span class=\"label\">%s</span> ", esc(of(w.Labels, label)))
		}
		b.WriteString("</span>\n<span class=\"figures\">")
		for _, f := range figuresOf(w, &c) {
			fmt.Fprintf(&b, "<span class=\"figure %s\"><span class=\"value\">%s</span><span class=\"unit\"> %s</span>", f.class, esc(f.value), esc(f.unit))
			if f.span != "" {
				fmt.Fprintf(&b, "<span class=\"range\"> %s</span>", esc(f.span))
			}
			b.WriteString("</span> ")
		}
		fmt.Fprintf(&b, "</span>\n<span class=\"via\">%s</span></div></li>\n", esc(w.via(&c)))
	}
	b.WriteString("</ol>")
	return b.String()
}

func esc(text string) string { return html.EscapeString(text) }

// StillStories is a table of the stories' answers, the best route of each and the best through Kazakhstan, for readers
// without scripts.
func StillStories(net *solver.Network) (string, error) {
	s, w := NewService(net), English
	var b strings.Builder
	fmt.Fprintf(&b, "<table class=\"stories\"><caption>%s</caption>\n<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
		esc(w.Stories), esc(w.From+" – "+w.To), esc(w.Route), esc(w.Days), esc(w.Money), esc(w.Carbon))
	for _, story := range Stories {
		state, _ := s.words.Parse(story.Link)
		answer, err := s.solver.Rank(state.Scenario, state.Query)
		if err != nil {
			return "", err
		}
		kz := false
		for i := range answer.Routes {
			c := s.card(&answer.Routes[i])
			if i > 0 && (kz || !c.Kazakhstan) {
				continue
			}
			kz = kz || c.Kazakhstan
			fmt.Fprintf(&b, "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
				esc(w.StoryList[story.ID].Title), esc(w.title(&c)), w.days(c.P50), w.usd(c.Cents), w.tonnes(c.Grams))
		}
	}
	b.WriteString("</tbody></table>")
	return b.String(), nil
}
