package page

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// iconHTML is a drawing of the sprite, for the eye alone: a word stands beside it.
func iconHTML(name string) string {
	return `<svg class="icon" aria-hidden="true" focusable="false"><use href="icons.svg#` + name + `"></use></svg>`
}

func icon(name string) app.UI {
	return app.Raw(iconHTML(sprite(name)))
}

// sprite is the drawing for a kind of step.
func sprite(kind string) string {
	if kind == "gauge" {
		return "transfer"
	}
	return kind
}
