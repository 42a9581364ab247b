package page

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// The charts are drawn by the browser's half into boxes that the page leaves empty; each has its table here.

// chart is what the browser's half is told to draw.
type chart struct {
	Points    []chartPoint      `json:"points,omitempty"`
	Rows      []chartRow        `json:"rows,omitempty"`
	Stretches []chartStretch    `json:"stretches,omitempty"`
	At        float64           `json:"at,omitempty"`
	Unit      string            `json:"unit,omitempty"`
	Picked    int               `json:"picked"`
	Words     map[string]string `json:"words"`
	Lang      string            `json:"lang"`
	Dir       string            `json:"dir"`
}

type chartPoint struct {
	USD       float64 `json:"usd"`
	Days      float64 `json:"days"`
	Kg        float64 `json:"kg"`
	Rank      *int    `json:"rank"`
	KZ        bool    `json:"kz"`
	Dominated bool    `json:"dominated"`
}

type chartStretch struct {
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	Value float64 `json:"value"` // that pressing it takes
	Label string  `json:"label"`
	Rank  *int    `json:"rank"`
	KZ    bool    `json:"kz"`
}

type chartRow struct {
	Rank int     `json:"rank"`
	P10  float64 `json:"p10"`
	P50  float64 `json:"p50"`
	P90  float64 `json:"p90"`
	KZ   bool    `json:"kz"`
}

// points are the ways of the front, those of the list with their ranks, and what the list has besides.
func (p *Page) points() []chartPoint {
	var out []chartPoint
	listed := map[Dot]bool{}
	for i := range p.reply.Cards {
		c := &p.reply.Cards[i]
		rank := c.Rank
		out = append(out, chartPoint{float64(c.Cents) / 100, c.P50, float64(c.Grams) / 1000, &rank, c.Kazakhstan, c.DominatedBy > 0})
		listed[Dot{Cents: c.Cents, Grams: c.Grams}] = true
	}
	for _, d := range p.reply.Front {
		if !listed[Dot{Cents: d.Cents, Grams: d.Grams}] {
			out = append(out, chartPoint{float64(d.Cents) / 100, float64(d.Seconds) / daySeconds, float64(d.Grams) / 1000, nil, d.KZ, false})
		}
	}
	return out
}

// drawCharts hands the charts that are shown to the browser's half.
func (p *Page) drawCharts() {
	if p.showing() != "charts" || p.reply.Light || p.nothingToChart() {
		return
	}
	w := p.say
	front := chart{Points: p.points(), Picked: p.picked(), Lang: w.Code, Dir: w.Dir, Words: map[string]string{"rank": w.Map["rank"], "usd": w.Money, "days": w.Days, "title": w.FrontTitle}}
	bars := chart{Picked: p.picked(), Lang: w.Code, Dir: w.Dir, Words: map[string]string{"rank": w.Map["rank"], "days": w.Days, "title": w.BarsTitle}}
	for i := range p.reply.Cards {
		c := &p.reply.Cards[i]
		bars.Rows = append(bars.Rows, chartRow{c.Rank, c.P10, c.P50, c.P90, c.Kazakhstan})
	}
	unit := p.overUnit()
	strip := chart{At: p.charted().Worth, Unit: unit, Lang: w.Code, Dir: w.Dir, Words: map[string]string{"colon": of(w.Marks, "colon"), "title": w.StripTitle, "unit": unit, "from": fmt.Sprintf(w.FromValue, "%s\u00a0"+unit)}}
	for i := range p.charted().Strip {
		b := &p.charted().Strip[i]
		s := chartStretch{From: b.From, To: b.To, Value: p.bandValue(i), Label: p.bandName(b), KZ: b.KZ}
		if b.Rank > 0 {
			s.Rank = &b.Rank
		}
		strip.Stretches = append(strip.Stretches, s)
	}
	for id, c := range map[string]chart{"front": front, "bars": bars, "strip": strip} {
		if text, err := json.Marshal(c); err == nil {
			drawChart(id, string(text))
		}
	}
}

// over is what the strip goes along.
func (p *Page) over() string {
	if p.state.View.Over == "" {
		return link.Overs[0]
	}
	return p.state.View.Over
}

// ofMoney tells whether the strip goes along an amount of money, and not along percents.
func (p *Page) ofMoney() bool { return slices.Contains(link.Overs[:2], p.over()) }

// overName is what the strip can go along, as a choice.
func (p *Page) overName(id string) string {
	switch id {
	case link.Overs[0]:
		return p.say.CargoValue
	case link.Overs[1]:
		return p.say.CarbonPrice
	}
	return p.rateName(id) + ", %"
}

func (p *Page) overUnit() string {
	if p.ofMoney() {
		return p.say.Money
	}
	return "%"
}

// overField draws the choice of what the strip goes along: money, the price of a mode, the dwell where the routes stand.
func (p *Page) overField() app.UI {
	ids, names := slices.Clone(link.Overs), map[string]string{}
	for _, id := range append(slices.Clone(p.before.Stands), p.over()) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		names[id] = p.overName(id)
	}
	return app.Label().Class("field").Body(
		app.Span().Text(p.say.Along),
		app.Select().ID("over").OnChange(func(ctx app.Context, _ app.Event) {
			id := ctx.JSSrc().Get("value").String()
			if id == link.Overs[0] {
				id = "" // the default: one state, one link
			}
			p.look("over", func(v *link.View) { v.Over = id })
			p.ask(false)
		}).Body(app.Range(ids).Slice(func(i int) app.UI {
			return app.Option().Value(ids[i]).Selected(ids[i] == p.over()).Text(names[ids[i]])
		})),
	)
}

// bandValue is the value that a band stands for: its middle. The last one ends half as far again as the last change.
func (p *Page) bandValue(i int) float64 {
	b := &p.charted().Strip[i]
	end := b.To
	if i == len(p.charted().Strip)-1 {
		if far := max(b.From, p.charted().Worth) * 1.5; far > 0 {
			end = min(end, far)
		}
	}
	return max(1, math.Round((b.From+end)/2))
}

// take supposes a value of what the strip goes along.
func (p *Page) take(value float64) {
	switch id := p.over(); id {
	case link.Overs[0]:
		p.change("cargo-value", false, func(s *link.State) { s.Scenario.CargoValue = int(value) })
	case link.Overs[1]:
		p.change("carbon-price", false, func(s *link.State) { s.Scenario.CarbonPrice = int(value) })
	default:
		p.setRate(id, min(int(10*value), solver.MostLevel))
	}
}

// bandSpan is the values of a band; the last has no end, since beyond the last change nothing happens.
func (p *Page) bandSpan(i int) string {
	b := &p.charted().Strip[i]
	places := number(!p.ofMoney())
	from := p.say.write(b.From, places, false)
	if i == len(p.charted().Strip)-1 {
		return fmt.Sprintf(p.say.FromValue, from+"\u00a0"+p.overUnit())
	}
	return from + " – " + p.say.write(b.To, places, false) + "\u00a0" + p.overUnit()
}

// bandName is what a band is called: the rank and the name of its route, and what it takes where another has that name.
func (p *Page) bandName(b *Band) string {
	called := func(b *Band) string {
		if c := p.cardOf(b.Rank); c != nil {
			return p.routeName(c)
		}
		return p.routeName(&Card{Gateways: b.Gateways, Chain: b.Chain})
	}
	name := called(b)
	for i := range p.charted().Strip {
		if o := &p.charted().Strip[i]; (o.Cents != b.Cents || o.P50 != b.P50) && called(o) == name {
			name = p.say.remark(name, p.say.short(b.P50, b.Cents))
			break
		}
	}
	if b.Rank > 0 {
		return p.say.rank(b.Rank) + " " + name
	}
	return name
}

// charted is the answer that the charts are of: in a drag that of before, for what is followed as something grows takes longer than
// a frame may.
func (p *Page) charted() *Reply {
	if p.reply.Light {
		return &p.before
	}
	return &p.reply
}

// nothingToChart tells whether there is no route. In a drag the charts stay as they were.
func (p *Page) nothingToChart() bool {
	return p.reply.Seq > 0 && !p.reply.Light && len(p.reply.Cards) == 0
}

// charts draws the boxes of the charts, and under each its table; or why there is no route, as the list does.
func (p *Page) charts() app.UI {
	w := p.say
	if p.nothingToChart() {
		return app.Section().Class("results charts").Body(
			app.H2().Text(w.FrontTitle),
			app.P().Class("count").Text(p.count()),
			app.If(p.reply.Fault == nil, p.cut),
		)
	}
	dots := p.points()
	return app.Section().Class("results charts").Body(
		app.H2().Text(w.FrontTitle),
		app.P().Class("count").Text(w.FrontHelp),
		app.Figure().ID("chart-front").Class("chart"),
		app.Details().Class("twin").Body(
			app.Summary().Text(w.AsTable),
			app.Table().Body(
				app.THead().Body(app.Tr().Body(app.Th().Scope("col").Text(w.Rank), app.Th().Scope("col").Text(w.Money), app.Th().Scope("col").Text(w.Days), app.Th().Scope("col").Text(w.Carbon))),
				app.TBody().Body(app.Range(dots).Slice(func(i int) app.UI {
					d := dots[i]
					rank := missing
					if d.Rank != nil {
						rank = w.rank(*d.Rank)
					}
					return app.Tr().Body(app.Th().Scope("row").Text(rank), app.Td().Text(w.write(d.USD, 0, false)), app.Td().Text(w.days(d.Days)), app.Td().Text(w.tonnes(int64(d.Kg*1000))))
				})),
			),
		),
		app.H2().Text(w.StripTitle),
		app.P().Class("count").Text(w.StripHelp),
		app.If(p.charted().StripCut, func() app.UI { return app.P().Class("notice").Text(w.Incomplete) }),
		p.overField(),
		app.Figure().ID("chart-strip").Class("chart"),
		app.Details().Class("twin").Body(
			app.Summary().Text(w.AsTable),
			app.Table().Body(
				app.THead().Body(app.Tr().Body(app.Th().Scope("col").Text(p.overName(p.over())), app.Th().Scope("col").Class("name").Text(w.Route), app.Th().Scope("col").Text(w.Money), app.Th().Scope("col").Text(w.Days), app.Td())),
				app.TBody().Body(app.Range(p.charted().Strip).Slice(func(i int) app.UI {
					b := &p.charted().Strip[i]
					return app.Tr().Body(app.Th().Scope("row").Text(p.bandSpan(i)), app.Td().Class("name").Text(p.bandName(b)), app.Td().Text(w.usd(b.Cents)), app.Td().Text(w.days(b.P50)),
						app.Td().Body(app.Button().Type("button").Class("chip").Text(w.Apply).Aria("label", w.join("colon", w.Apply, p.bandSpan(i))).
							OnClick(func(app.Context, app.Event) { p.take(p.bandValue(i)) }, app.EventScope(i))))
				})),
			),
		),
		app.H2().Text(w.BarsTitle),
		app.Figure().ID("chart-bars").Class("chart"),
		app.Details().Class("twin").Body(
			app.Summary().Text(w.AsTable),
			app.Table().Body(
				app.THead().Body(app.Tr().Body(app.Th().Scope("col").Text(w.Rank), app.Th().Scope("col").Text("P10"), app.Th().Scope("col").Text("P50"), app.Th().Scope("col").Text("P90"))),
				app.TBody().Body(app.Range(p.reply.Cards).Slice(func(i int) app.UI {
					c := &p.reply.Cards[i]
					return app.Tr().Body(app.Th().Scope("row").Text(w.rank(c.Rank)+" "+p.routeName(c)), app.Td().Text(w.days(c.P10)), app.Td().Text(w.days(c.P50)), app.Td().Text(w.days(c.P90)))
				})),
			),
		),
	)
}
