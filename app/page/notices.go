package page

import (
	"fmt"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// notices draws what the user must know before reading the list: a damaged link, a question that makes no sense, a net
// that could not be read.
func (p *Page) notices() app.UI {
	return app.Div().Class("notices").Body(
		app.If(p.broken != "", func() app.UI {
			return app.P().Class("notice bad").Role("alert").Text(fmt.Sprintf(p.say.Broken, p.broken))
		}),
		app.If(len(p.ignored) > 0, func() app.UI {
			faults := p.faults()
			return app.Div().Class("notice").Role("alert").Body(
				app.P().Text(p.say.Ignored),
				app.Ul().Body(app.Range(faults).Slice(func(i int) app.UI { return app.Li().Text(faults[i]) })),
			)
		}),
		app.If(p.reply.Fault != nil, func() app.UI { return p.wrongEnd(p.reply.Fault) }),
		app.If(p.reply.Fault != nil && p.reply.Fault.Other != nil, func() app.UI { return p.wrongEnd(p.reply.Fault.Other) }),
		app.If(p.reply.Fault != nil && len(p.reply.Unserved) > 0, p.unserved),
		app.If(len(p.state.Query.Via) > 0, func() app.UI { return p.viaChips() }),
		app.If(p.reply.ComesBack != "" && len(p.reply.Cards) > 0, func() app.UI {
			return app.P().Class("notice").Text(of(p.say.ComesBack, p.reply.ComesBack))
		}),
	)
}

// standsNow draws what is so by the newest source, where it matters and the what-ifs, which have it too, are folded. It stands
// below them: what is pressed there must not move away from under the pointer as this goes.
func (p *Page) standsNow() app.UI {
	return app.Div().Class("notices").Body(
		app.If(!p.unfold && p.matters(), func() app.UI { return app.Div().Class("notice").Role("status").Body(p.newest()) }),
	)
}

// wrongEnd tells what is wrong with the question, and the way out where an end is in the water.
func (p *Page) wrongEnd(f *Fault) app.UI {
	lang := p.say.Code
	if f.Kind == "" {
		lang = English.Code
	}
	return app.Div().Class("notice bad").Role("alert").Body(
		app.P().Lang(lang).Text(p.faultText(f)),
		app.If(f.Far != nil, func() app.UI { return p.moveTo(f.Far) }),
	)
}

// faultText says what is wrong with the question.
func (p *Page) faultText(f *Fault) string {
	if f.Kind == "" {
		return strings.TrimPrefix(f.Field+": "+f.Reason, ": ")
	}
	than := make([]any, len(f.Than))
	for i, text := range f.Than {
		if own, ok := p.say.rowWord(text); ok {
			text = own
		}
		than[i] = text
	}
	text := fmt.Sprintf(of(p.say.Faults, f.Kind), than...)
	if f.Far != nil {
		return p.say.join("colon", p.endLabel(f.Field), text)
	}
	return text
}

// Of what a link has that was left out this many parts are told, and so many letters of each.
const (
	mostFaults  = 6
	mostLetters = 60
)

// faults says why parts of a link were left out, each once, and of how many more nothing is said.
func (p *Page) faults() []string {
	var out []string
	more := 0
	for i := range p.ignored {
		if len(out) == mostFaults {
			more = len(p.ignored) - i
			break
		}
		if text := p.fault(&p.ignored[i]); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	if more > 0 {
		out = append(out, fmt.Sprintf(p.say.IgnoredMore, p.say.whole(int64(more))))
	}
	return out
}

// fault says why a part of a link was left out.
func (p *Page) fault(i *link.Ignored) string {
	part := i.Field
	if i.Value != "" {
		part += "=" + i.Value
	}
	part = brief(part)
	than := make([]any, len(i.Than))
	for j, text := range i.Than {
		than[j] = text
	}
	switch i.Fault {
	case link.FaultOneOf:
		than = []any{isolate(strings.ReplaceAll(i.Than[0], "-", unbrokenHyphen))} // dates, of which none is broken or turned round
	case link.FaultUsual:
		than = []any{p.endText(*p.end(&p.state, i.Field), Located{})}
	case link.FaultMeant:
		than = []any{p.say.entry(i.Meant)}
	}
	return p.say.join("colon", isolate(part), fmt.Sprintf(of(p.say.LinkFaults, i.Fault), than...))
}

// brief is the beginning of a text that may have any length.
func brief(text string) string {
	if letters := []rune(text); len(letters) > mostLetters {
		return string(letters[:mostLetters]) + "…"
	}
	return text
}

// viaChips draws what every route must pass, each with a way to drop it.
func (p *Page) viaChips() app.UI {
	via := p.state.Query.Via
	return app.Div().Class("chips").Body(
		app.Span().Text(p.say.Via),
		app.Range(via).Slice(func(i int) app.UI {
			return app.Button().Type("button").Class("chip on").Aria("label", fmt.Sprintf(p.say.ViaBlocks, p.featureName(via[i]))).
				OnClick(func(app.Context, app.Event) { p.dropVia(i) }).Body(app.Span().Text(p.featureName(p.state.Query.Via[i])), icon("close"))
		}),
	)
}

func (p *Page) featureName(id string) string {
	if f, ok := p.words.Feature(id); ok && f.Names.EN != "" {
		return p.say.entry(f)
	}
	return id
}

func (p *Page) dropVia(i int) {
	if i < len(p.state.Query.Via) {
		p.change("via", false, func(s *link.State) { s.Query.Via = slices.Delete(slices.Clone(s.Query.Via), i, i+1) })
	}
}

// cut draws what blocks every way, each with a button that lifts it.
func (p *Page) cut() app.UI {
	blocked := p.reply.BlockedBy
	if len(p.reply.Unserved) > 0 {
		return p.unserved()
	}
	if len(blocked) == 0 {
		return app.Div().Class("notice cut").Body(app.P().Text(p.say.NeverJoined))
	}
	why, lifts := p.say.Blocked, p.reply.Lifts
	switch {
	case len(p.reply.Alone) > 1: // to lift the first of them would open nothing
		why, blocked, lifts = p.say.join("stop", p.say.NoRoute, p.say.Alone), p.reply.Alone, nil
	case len(blocked) == 1:
		lifts = nil
	case sameClosed(lifts, blocked):
		why, lifts = p.say.join("stop", p.say.NoRoute, p.say.Lifts), nil // each of what blocks it
	}
	return app.Div().Class("notice cut").Body(
		app.P().Text(why),
		p.lifts("blocked", blocked),
		app.If(p.reply.Barred != "", func() app.UI { return p.barred() }),
		app.If(len(lifts) > 0, func() app.UI { return app.P().Text(p.say.Lifts) }),
		app.If(len(lifts) > 0, func() app.UI { return p.lifts("lifts", lifts) }),
	)
}

// barred says why the cargo may not go: as the tables do, or in the language's own words.
func (p *Page) barred() app.UI {
	if own := p.say.CargoNotes[p.state.Scenario.Cargo.Kind.String()]; own != "" {
		return app.P().Class("barred").Lang(p.say.Code).Text(own)
	}
	return app.P().Class("barred").Lang(English.Code).Text(p.reply.Barred)
}

// sameClosed tells whether two lists hold the same, in any order.
func sameClosed(a, b []Closed) bool {
	same := 0
	for _, c := range a {
		for _, d := range b {
			if c == d {
				same++
			}
		}
	}
	return same == len(a) && same == len(b)
}

// unserved tells from which ends no road leads to a terminal, each with a button that moves it to the nearest.
func (p *Page) unserved() app.UI {
	return app.Div().Class("notice cut").Body(app.Range(p.reply.Unserved).Slice(func(i int) app.UI {
		u := p.reply.Unserved[i]
		return app.Div().Body(
			app.P().Text(p.unservedText(&u)),
			p.moveTo(&u),
		)
	}))
}

// moveTo draws the button that moves an end to the terminal nearest to it.
func (p *Page) moveTo(u *Far) app.UI {
	return app.Button().ID("nearest-"+u.End).Type("button").Class("chip").Text(fmt.Sprintf(p.say.MoveTo, u.Name)).OnClick(func(app.Context, app.Event) {
		p.change("nearest", false, func(s *link.State) { *p.end(s, u.End) = solver.End{Place: u.ID} })
	}, app.EventScope(u.End+u.ID))
}

// endLabel is what an end is called.
func (p *Page) endLabel(end string) string {
	if end == "to" {
		return p.say.To
	}
	return p.say.From
}

func (p *Page) unservedText(u *Far) string {
	return fmt.Sprintf(p.say.Unserved, p.endLabel(u.End), u.Name, p.say.write(u.Km, 0, false))
}

// cargoBlocks is the member of a cut for what the cargo may not use.
const cargoBlocks = "cargo"

// lifts draws closures as buttons that lift them.
func (p *Page) lifts(id string, closed []Closed) app.UI {
	return app.Ul().ID(id).Class("chips").Body(app.Range(closed).Slice(func(i int) app.UI {
		words := p.say.Lift
		name := closed[i].Name
		switch {
		case closed[i].Via:
			words = p.say.ViaBlocks
		case closed[i].ID == cargoBlocks:
			words, name = p.say.CargoBlocks, of(p.say.CargoKinds, p.state.Scenario.Cargo.Kind.String())
		}
		return app.Li().Body(app.Button().Type("button").Class("chip").Text(fmt.Sprintf(words, name)).
			OnClick(func(app.Context, app.Event) { p.lift(closed[i]) }, app.EventScope(closed[i].ID)))
	}))
}

// lift opens what has been closed, or drops the stop.
func (p *Page) lift(c Closed) {
	p.change("lift", false, func(s *link.State) {
		if c.ID == cargoBlocks && !c.Via {
			s.Scenario.Cargo.Kind = solver.General
			return
		}
		if !c.Via {
			s.Scenario.Avoid = without(s.Scenario.Avoid, c.ID)
			return
		}
		s.Query.Via = without(s.Query.Via, c.ID)
		if c.ID == "KZ" {
			s.Query.ThroughKazakhstan = false
		}
	})
}

// without is a list less one of its members; the list itself is left as it is.
func without(list []string, id string) []string {
	var out []string
	for _, have := range list {
		if have != id {
			out = append(out, have)
		}
	}
	return out
}
