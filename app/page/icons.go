package page

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// drawings are the icons, drawn for Zhol on a grid of 24, to be stroked: the class "icon" in the style sheets says how. Each is one line, so
// that where the legs of a route change one attribute does.
var drawings = map[string]string{
	"close":    "M6 6l12 12M18 6 6 18",
	"ferry":    "M3 14h18l-3 4H7zM6 14v-4h10l2 4M9 10V7h5v3M3 21c1.5 0 1.5-1 3-1s1.5 1 3 1 1.5-1 3-1 1.5 1 3 1 1.5-1 3-1 1.5 1 3 1",
	"gauge":    crane,
	"link":     "M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.5-1.5",
	"rail":     "M6 15V7a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v8a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2zM6 11h12M12 4v7M8.5 20l2-3M15.5 20l-2-3M6.5 21.5h11",
	"redo":     "m15 14 4.5-4.5L15 5M19.5 9.5H9a5 5 0 0 0 0 10h3.5",
	"road":     "M2.5 16.5V7h11v9.5M13.5 10h4l4 3.5v3h-2M16 16.5H9.5M5 16.5H2.5M9.2 17a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM19.8 17a2 2 0 1 1-4 0 2 2 0 1 1 4 0z",
	"sea":      "M4 13h16l-2.2 5H6.5zM7 13V9h3.3v4M10.3 13V9h3.3v4M13.6 13V6H17v7M3 21c1.5 0 1.5-1 3-1s1.5 1 3 1 1.5-1 3-1 1.5 1 3 1 1.5-1 3-1 1.5 1 3 1",
	"steppe":   "M2.5 17h19M2.5 20.5h19M15.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 1 1 7 0zM12 3.5V2M12 17v-1M5.5 10H4M20 10h-1.5M7.4 5.4 6.3 4.3M17.7 4.3l-1.1 1.1",
	"swap":     "M7 4v15M3.5 15.5 7 19l3.5-3.5M17 20V5M13.5 8.5 17 5l3.5 3.5",
	"transfer": crane,
	"undo":     "M9 14 4.5 9.5 9 5M4.5 9.5H15a5 5 0 0 1 0 10h-3.5",
}

// iconHTML is the drawing of a name, for the eye alone: a word stands beside it.
func iconHTML(name string) string {
	return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="` + drawings[name] + `"></path></svg>`
}

// icon is the same as elements.
func icon(name string) app.UI {
	line := app.Elem("path").XMLNS(svg).Attr("d", drawings[name])
	return app.Elem("svg").XMLNS(svg).Class("icon").Attr("viewBox", "0 0 24 24").Aria("hidden", "true").Body(line)
}

const (
	crane = "M12 3v4M7 7h10l2 4M7 7l-2 4M5 12h14v8H5zM9.7 12v8M14.3 12v8"
	svg   = "http://www.w3.org/2000/svg"
)
