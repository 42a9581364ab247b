package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// axes are what the bar of a route can be measured along.
var axes = []string{"days", "money", "carbon", "km"}

// barWide is the length of the bar in its own units.
const barWide = 1000

// stretch is a part of the bar: a leg, or the part of a leg in which the box waits.
type stretch struct {
	kind  string
	from  float64 // along the bar, as a share of it
	wide  float64
	waits bool
	title string
}

// stretches lay the legs end to end along an axis. Waiting is parted from moving where the axis is days.
func (p *Page) stretches(legs []Leg, axis string) []stretch {
	size := func(l *Leg) float64 {
		switch axis {
		case "money":
			return float64(l.Cents)
		case "carbon":
			return float64(l.Grams)
		case "km":
			return float64(l.Metres)
		}
		return l.Days
	}
	total := 0.0
	for i := range legs {
		total += size(&legs[i])
	}
	if total <= 0 {
		return nil
	}
	var out []stretch
	at := 0.0
	add := func(l *Leg, wide float64, waits bool) {
		if wide > 0 {
			out = append(out, stretch{l.Kind, at / total, wide / total, waits, p.stretchTitle(l, axis, waits)})
			at += wide
		}
	}
	for i := range legs {
		l := &legs[i]
		if axis != "days" {
			add(l, size(l), false)
			continue
		}
		add(l, l.Waits, true)
		add(l, l.Days-l.Waits, false)
	}
	return out
}

func (p *Page) stretchTitle(l *Leg, axis string, waits bool) string {
	w := p.say
	name := w.join("comma", of(w.Legs, l.What), where(l)) + of(w.Marks, "colon")
	switch axis {
	case "money":
		return name + w.usd(l.Cents) + " " + w.Money
	case "carbon":
		return name + w.kilograms(l.Grams, false)
	case "km":
		return name + w.km(l.Metres) + " " + w.Distance
	}
	if waits {
		return name + w.join("comma", w.days(l.Waits)+" "+w.Day, w.Waiting)
	}
	return name + w.join("comma", w.days(l.Days-l.Waits)+" "+w.Day, w.Moving)
}

// timeline draws a route as one bar, whose axis can be changed.
func (p *Page) timeline(c *Card, legs []Leg) app.UI {
	axis := p.axis
	if axis == "" {
		axis = axes[0]
	}
	var caption string
	switch axis {
	case "money":
		caption = p.say.usd(c.Cents) + " " + p.say.Money
	case "carbon":
		caption = p.say.kilograms(c.Grams, false) + " " + p.say.Carbon
	case "km":
		caption = p.say.km(c.Metres) + " " + p.say.Distance
	default:
		waited := 0.0
		for i := range p.opened.Legs {
			waited += p.opened.Legs[i].Waits
		}
		caption = fmt.Sprintf("%s %s%s%s %s · %s %s", p.say.days(c.P50), p.say.Day, of(p.say.Marks, "colon"),
			p.say.Moving, p.say.days(tenths(c.P50)-tenths(waited)), p.say.Waiting, p.say.days(waited))
	}
	return app.Figure().Class("timeline").Body(
		app.Raw(barHTML(p.stretches(legs, axis), caption)),
		app.FigCaption().Text(caption),
		app.Div().Class("axes").Role("group").Aria("label", p.say.Along).Body(
			app.Range(axes).Slice(func(i int) app.UI {
				return app.Button().Type("button").Class(chipClass(axes[i] == axis)).Aria("pressed", axes[i] == axis).Text(of(p.say.Axes, axes[i])).
					OnClick(func(app.Context, app.Event) { p.axis = axes[i] })
			}),
		),
	)
}

// barHTML is the bar as a drawing; where the box waits it is hatched by the style sheet.
func barHTML(parts []stretch, caption string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="bar" viewBox="0 0 %d 26" preserveAspectRatio="none" role="img" aria-label="%s">`, barWide, esc(caption))
	for _, s := range parts {
		class := s.kind
		if s.waits {
			class += " waits"
		}
		fmt.Fprintf(&b, `<rect class="%s" x="%.1f" y="0" width="%.1f" height="26"><title>%s</title></rect>`,
			class, barWide*s.from, max(1, barWide*s.wide-1), esc(s.title))
	}
	b.WriteString(`</svg>`)
	return b.String()
}
