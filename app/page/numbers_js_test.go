package page

import (
	"math"
	"strings"
	"syscall/js"
	"testing"
)

// The numbers of every language are those that Intl writes itself.
func TestNumeralIsIntl(t *testing.T) {
	intl := js.Global().Get("Intl")
	for _, code := range append([]string{"es", "pl", "de"}, Languages...) {
		write, choose, _ := numbersOf(code)
		rules := intl.Get("PluralRules").New(code)
		for n := range 130 {
			for range 2 { // the second time from what was kept
				if got, want := choose(n), rules.Call("select", n).String(); got != want {
					t.Errorf("%s: %d is of form %q, Intl says %q", code, n, got, want)
				}
			}
		}
		for decimals := range 3 {
			for _, more := range []bool{false, true} {
				sign := "negative"
				if more {
					sign = "always"
				}
				format := intl.Get("NumberFormat").New(code, map[string]any{"minimumFractionDigits": decimals, "maximumFractionDigits": decimals, "signDisplay": sign})
				for _, value := range []float64{0, 0.04, 0.6, 1.01, 9.99, 12.34, 99.996, 123.4, 999, 1000, 1234.56, 9999.9, 10000, 54321.09, 999999.7, 1e6, 12345678.9} {
					for _, v := range []float64{value, -value} {
						if more && math.Signbit(v) && math.Round(v*math.Pow10(decimals)) == 0 {
							continue // Intl writes "-0" where a sign is always wanted, the page does not
						}
						marks := strings.NewReplacer("-", "−", "\u200e", "", "\u2066", "", "\u2069", "")
						got, want := marks.Replace(write(v, decimals, more)), marks.Replace(format.Call("format", v).String())
						if got != want {
							t.Errorf("%s: wrote %q for %v with %d decimals, Intl %q", code, got, v, decimals, want)
						}
					}
				}
			}
		}
	}
}
