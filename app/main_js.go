package main

import (
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
	app.RouteWithRegexp(".*", func() app.Composer { return page.New() })
	app.RunWhenOnBrowser()
}
