package main

import (
	"runtime/debug"
	"syscall/js"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/page"
)

// main is the page where there is a document, and the worker where there is none.
func main() {
	if js.Global().Get("document").IsUndefined() {
		page.Serve()
		return
	}
	// Little is kept between answers: collecting less often costs a few megabytes and saves the drag its longest tasks.
	debug.SetGCPercent(400)
	p := page.New()
	p.Await()
	app.RouteWithRegexp(".*", func() app.Composer { return p })
	app.RunWhenOnBrowser()
}
