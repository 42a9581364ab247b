package page

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"zhol/solver"
)

// Still is what the page shows before the program has arrived, where scripts are off, and where the program cannot run: the
// answer to a question, and those of the stories, as plain HTML. The same tables give the same bytes.
type Still struct {
	service *Service
	words   *Words
}

// NewStill writes in a language whose words are given.
func NewStill(net *solver.Network, w *Words) *Still {
	own := *w
	own.write, own.choose = stillNumeral(w.Code).write, stillChooser(w.Code)
	s := NewService(net)
	s.lang = w.Code
	return &Still{s, &own}
}

// stillNumeral writes numbers as a language does, where there is no browser to ask.
func stillNumeral(code string) *numeral {
	own := *plain
	switch code {
	case "ru", "kk":
		own.group, own.point = "\u00a0", ","
	case "id":
		own.group, own.point = ".", ","
	}
	return &own
}

// stillChooser is the plural category of a number likewise.
func stillChooser(code string) chooser {
	switch code {
	case "ru":
		return func(n int) string {
			switch ten, hundred := n%10, n%100; {
			case ten == 1 && hundred != 11:
				return "one"
			case ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14):
				return "few"
			}
			return "many"
		}
	case "ar":
		return func(n int) string {
			switch hundred := n % 100; {
			case n < 3:
				return [...]string{"zero", "one", "two"}[n]
			case hundred >= 3 && hundred <= 10:
				return "few"
			case hundred > 10:
				return "many"
			}
			return "other"
		}
	case "zh", "id":
		return func(int) string { return "other" }
	}
	return choosePlain
}

// Panel is all that stands under the name of the page, for a language other than that of the page as it arrives.
func (s *Still) Panel() (string, error) {
	list, err := s.List()
	if err != nil {
		return "", err
	}
	told, err := s.Stories()
	return "<p>" + esc(s.words.Tagline) + "</p>\n<p class=\"intro\">" + esc(s.words.Intro) + "</p>\n<section class=\"results\">\n" + list + "\n</section>\n" + told, err
}

// Page is the page in the language as a text to read, for browsers that run no scripts: under the name of the page the ways to
// the other languages, then all that Panel has. Its style is given; it may load nothing but pictures of its own host.
func (s *Still) Page(style, digest string) (string, error) {
	list, err := s.List()
	if err != nil {
		return "", err
	}
	told, err := s.Stories()
	if err != nil {
		return "", err
	}
	w := s.words
	return fmt.Sprintf(readPage, w.Code, w.Dir, esc(w.Tagline), esc(w.Intro), digest, style, esc(w.Tagline), OtherPages(w.Code),
		esc(w.Scriptless), w.Code, esc(w.OpenFull), esc(w.Intro), list, told), nil
}

const readPage = `<!doctype html>
<html lang="%s" dir="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Zhol: %s</title>
<meta name="description" content="%s">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'none'; style-src %s; img-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>%s</style>
</head>
<body>
<main id="panel" class="panel still">
<header class="brand">
<h1>Zhol <span lang="kk" class="native">жол</span></h1>
<p>%s</p>
</header>
%s
<p class="notice">%s <a href="./#lang=%s">%s</a></p>
<p class="intro">%s</p>
<section class="results">
%s
</section>
<section class="more">
%s
</section>
</main>
</body>
</html>
`

// ReadName is what the page to read in a language is called: that in English is the page itself, without its scripts.
func ReadName(code string) string {
	if code == English.Code {
		return "./"
	}
	return code + ".html"
}

// OtherPages are the ways from the page to read in one language to those in the others, each named in itself.
func OtherPages(code string) string {
	var b strings.Builder
	b.WriteString("<nav class=\"languages\">")
	for _, other := range Languages {
		if other != code {
			fmt.Fprintf(&b, "<a href=\"%s\" lang=\"%s\" hreflang=\"%[2]s\">%s</a> ", ReadName(other), other, spoken[other])
		}
	}
	return strings.TrimSpace(b.String()) + "</nav>"
}

// List is the answer to the question of an empty link.
func (s *Still) List() (string, error) {
	answer, err := s.service.solver.Rank(solver.Scenario{}, Default)
	if err != nil {
		return "", err
	}
	w := s.words
	var b strings.Builder
	fmt.Fprintf(&b, "<h2>%s – %s</h2>\n<ol class=\"cards\" aria-label=\"%s\">\n", esc(s.service.located(answer.From).Name), esc(s.service.located(answer.To).Name), esc(w.Routes))
	cards := make([]Card, len(answer.Routes))
	for i := range cards {
		cards[i] = s.service.card(&answer.Routes[i])
	}
	s.service.tellApart(answer, cards)
	for _, c := range cards {
		class := "card"
		if c.Kazakhstan {
			class += " kz"
		}
		fmt.Fprintf(&b, "<li class=\"%s\"><div class=\"head\"><span class=\"rank\">%s</span>\n<span class=\"chain\">", class, w.rankText(c.Rank))
		s.chain(&b, &c)
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
	return b.String(), nil
}

// chain writes by what a route goes.
func (s *Still) chain(b *strings.Builder, c *Card) {
	for _, step := range c.Chain {
		fmt.Fprintf(b, "<span class=\"step %s\">%s<span class=\"word\">%s</span></span> ", step.Kind, iconHTML(step.Kind), esc(s.words.Modes[step.Kind]))
	}
}

// Stories is a table of the stories' answers: of each the best route and the best through Kazakhstan, and what it is told
// against before them. Figures of which more
// than half rests on estimates are marked, and each route tells how much does.
func (s *Still) Stories() (string, error) {
	w := s.words
	var b strings.Builder
	fmt.Fprintf(&b, "<table class=\"stories told\"><caption>%s<small>%s ≈ %s.</small></caption>\n<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n",
		esc(w.Stories), esc(w.Per), esc(w.Mostly), esc(w.Route), esc(w.Days), esc(w.Money), esc(w.Carbon))
	for _, story := range Stories {
		links := []string{story.Link}
		if story.Before != "" {
			links = []string{story.Before, story.Link}
		}
		for n, text := range links {
			state, _ := s.service.words.Parse(text)
			answer, err := s.service.solver.Rank(state.Scenario, state.Query)
			if err != nil {
				return "", err
			}
			if n == 0 {
				fmt.Fprintf(&b, "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"4\">%s<small>%s – %s</small></th></tr>\n",
					esc(w.StoryList[story.ID].Title), esc(s.service.located(answer.From).Name), esc(s.service.located(answer.To).Name))
			}
			lines := ""
			if len(links) > 1 {
				lines = w.linesOf(state.Scenario.Avoid)
			}
			kz := false
			for i := range answer.Routes {
				c := s.service.card(&answer.Routes[i])
				if i > 0 && (kz || !c.Kazakhstan) {
					continue
				}
				kz = kz || c.Kazakhstan
				s.row(&b, &c, lines)
			}
		}
		b.WriteString("</tbody>\n")
	}
	b.WriteString("</table>")
	return b.String(), nil
}

// linesOf tells the network of which year a question is asked on.
func (w *Words) linesOf(avoid []string) string {
	if year := solver.YearOf(avoid); year > 0 {
		return w.join("colon", w.Year, strconv.Itoa(year))
	}
	return w.join("colon", w.Year, w.Today)
}

// row writes a route of a story, and on which lines it is where that is what the story is of.
func (s *Still) row(b *strings.Builder, c *Card, lines string) {
	w := s.words
	b.WriteString("<tr><td>")
	if lines != "" {
		fmt.Fprintf(b, "<small>%s</small>", esc(lines))
	}
	b.WriteString("<span class=\"chain\">")
	s.chain(b, c)
	b.WriteString("</span>")
	if c.Kazakhstan {
		fmt.Fprintf(b, "<span class=\"label kz\">%s<span>%s</span></span>", iconHTML("steppe"), esc(w.Kazakhstan))
	}
	if via := w.via(c); via != "" {
		fmt.Fprintf(b, "<small>%s</small>", esc(via))
	}
	fmt.Fprintf(b, "<small class=\"weak\">%s</small></td>", esc(fmt.Sprintf(w.Weak, c.Weak[0], c.Weak[1])))
	mark := map[bool]string{true: "≈\u00a0"}
	fmt.Fprintf(b, "<td>%s%s<small>%s–%s</small></td><td>%s%s</td><td>%s</td></tr>\n", mark[c.Mostly[1]], w.days(c.P50), w.days(c.P10), w.days(c.P90), mark[c.Mostly[0]], w.usd(c.Cents), w.tonnes(c.Grams))
}

func esc(text string) string { return html.EscapeString(text) }
