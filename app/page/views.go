package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

// showing is the view that is on.
func (p *Page) showing() string {
	if p.state.View.Show == "" {
		return link.Shows[0]
	}
	return p.state.View.Show
}

// views draws the choice of what stands under the question.
func (p *Page) views() app.UI {
	return app.Nav().Class("views").Aria("label", p.say.View).Body(app.Range(link.Shows).Slice(func(i int) app.UI {
		show := link.Shows[i]
		on := show == p.showing()
		current := "false"
		if on {
			current = "true"
		}
		return app.Button().ID("view-"+show).Type("button").Class(chipClass(on)).Aria("current", current).Text(of(p.say.Views, show)).
			OnClick(func(app.Context, app.Event) { p.show(show) })
	}))
}

// corner draws what stands beside the name of the page: the way back and forth, and the language.
func (p *Page) corner() app.UI {
	step := func(id, name string, steps int, do func()) app.UI {
		return app.Button().ID(id).Type("button").Class("step-button").Aria("label", name).Title(name).Aria("disabled", steps == 0).
			OnClick(func(app.Context, app.Event) { do() }).Body(icon(id))
	}
	return app.Div().Class("corner").Body(
		step("undo", p.say.Undo, len(p.undo.past), p.goBack),
		step("redo", p.say.Redo, len(p.undo.future), p.goAgain),
		p.languages(),
	)
}

// show changes what stands under the question.
func (p *Page) show(view string) {
	if view == link.Shows[0] {
		view = ""
	}
	p.look("view", func(v *link.View) { v.Show = view })
	p.ask(false)
}

// under draws the view that is on.
func (p *Page) under() app.UI {
	switch p.showing() {
	case "charts":
		return p.charts()
	case "reach":
		return p.reachView()
	case "data":
		return p.dataView()
	}
	return p.routes()
}
