package page

import (
	"strings"
	"sync"
	"syscall/js"
	"time"
)

// numbersOf writes numbers in the digits and signs of the browser's Intl. Intl is asked once how the language does it, since a list that
// follows a pin writes hundreds of numbers a frame, and each call into the browser takes as long as ten written here.
func numbersOf(code string) (writer, chooser, dater) {
	intl := js.Global().Get("Intl")
	// English is written as where no browser is at hand: Intl takes long to wake, and the first list shall not wait for it.
	if intl.IsUndefined() || code == "en" {
		return plain.write, choosePlain, datePlain
	}
	rules := sync.OnceValue(func() js.Value { return intl.Get("PluralRules").New(code) })
	forms := map[int]string{}
	choose := func(n int) string {
		form, ok := forms[n]
		if !ok {
			form = rules().Call("select", n).String()
			forms[n] = form
		}
		return form
	}
	numeral := sync.OnceValue(func() *numeral { return learn(intl, code) })
	write := func(value float64, decimals int, more bool) string { return numeral().write(value, decimals, more) }
	formats := map[dateForm]js.Value{}
	date := func(at time.Time, form dateForm) string {
		format, ok := formats[form]
		if !ok {
			options := map[string]any{"month": "long", "timeZone": "UTC"}
			if form != namedForm {
				options["year"] = "numeric"
			}
			if form == dayForm {
				options["day"] = "numeric"
			}
			format = intl.Get("DateTimeFormat").New(code, options)
			formats[form] = format
		}
		return format.Call("format", float64(at.UnixMilli())).String()
	}
	return write, choose, date
}

// lends are languages that some browsers have no numbers of, and those whose numbers are the same.
var lends = map[string]string{"kk": "ru"}

// learn takes the numeral of a language from what Intl makes of a few numbers. All languages of ours group by three and
// put the sign first.
func learn(intl js.Value, code string) *numeral {
	if lend, ok := lends[code]; ok {
		code = lend
	}
	format := intl.Get("NumberFormat").New(code, map[string]any{"minimumFractionDigits": 0, "maximumFractionDigits": 1, "signDisplay": "negative"})
	n := &numeral{least: 4}
	for i := range n.digits {
		n.digits[i] = format.Call("format", i).String()
	}
	part := func(format js.Value, value float64, kind string) (found, before string) {
		parts := format.Call("formatToParts", value)
		for i := range parts.Length() {
			p := parts.Index(i)
			if p.Get("type").String() == kind {
				return p.Get("value").String(), before
			}
			before += p.Get("value").String()
		}
		return "", ""
	}
	always := intl.Get("NumberFormat").New(code, map[string]any{"signDisplay": "always"})
	_, n.plus = part(always, 1, "integer")
	_, n.minus = part(format, -1, "integer")
	n.minus = strings.ReplaceAll(n.minus, "-", "−") // as wide as the plus, and never a hyphen at the end of a line
	// Arabic has a mark of direction before the sign, which does not keep the sign where it belongs.
	n.isolate = strings.HasPrefix(n.plus, "\u200e")
	n.plus, n.minus = strings.TrimPrefix(n.plus, "\u200e"), strings.TrimPrefix(n.minus, "\u200e")
	n.group, _ = part(format, 1_000_000, "group")
	n.point, _ = part(format, 0.5, "decimal")
	for value := 1000.0; value < 1_000_000; value *= 10 {
		if group, _ := part(format, value, "group"); group != "" {
			break
		}
		n.least++
	}
	return n
}
