package page

import "syscall/js"

// numbersOf writes numbers by the browser's own Intl. The formats are made once: to make one takes longer than to use it
// a hundred times.
func numbersOf(code string) (writer, chooser) {
	intl := js.Global().Get("Intl")
	if intl.IsUndefined() {
		return writePlain, choosePlain
	}
	type shape struct {
		decimals int
		more     bool
	}
	formats := map[shape]js.Value{}
	write := func(value float64, decimals int, more bool) string {
		s := shape{decimals, more}
		format, ok := formats[s]
		if !ok {
			options := map[string]any{"minimumFractionDigits": decimals, "maximumFractionDigits": decimals, "signDisplay": "negative"}
			if more {
				options["signDisplay"] = "always"
			}
			format = intl.Get("NumberFormat").New(code, options)
			formats[s] = format
		}
		return format.Call("format", value).String()
	}
	rules := intl.Get("PluralRules").New(code)
	return write, func(n int) string { return rules.Call("select", n).String() }
}
