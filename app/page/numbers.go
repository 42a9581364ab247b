package page

import (
	"fmt"
	"strconv"
	"strings"
)

// missing stands for what is not known; it is never 0.
const missing = "—"

// whole writes a whole number with commas between thousands.
func whole(n int64) string {
	text := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, text = "−", text[1:]
	}
	var parts []string
	for len(text) > 3 {
		parts = append([]string{text[len(text)-3:]}, parts...)
		text = text[:len(text)-3]
	}
	return sign + strings.Join(append([]string{text}, parts...), ",")
}

// nearest divides and rounds half away from nought.
func nearest(n, by int64) int64 {
	if n < 0 {
		return -nearest(-n, by)
	}
	return (n + by/2) / by
}

// usd writes US cents as dollars.
func usd(cents int64) string { return whole(nearest(cents, 100)) }

// km writes metres as kilometres.
func km(metres int64) string { return whole(nearest(metres, 1000)) }

// days writes days with one decimal.
func days(d float64) string {
	text := fmt.Sprintf("%.1f", d)
	if text == "-0.0" {
		return "0.0"
	}
	return strings.Replace(text, "-", "−", 1)
}

// tonnes writes grams as tonnes with two decimals, or as kilograms below a tenth of a tonne.
func tonnes(grams int64) string {
	if grams > -100_000 && grams < 100_000 {
		return whole(nearest(grams, 1000)) + " kg"
	}
	return strings.Replace(fmt.Sprintf("%.2f t", float64(grams)/1e6), "-", "−", 1)
}

// signed puts a plus before what is more.
func signed(text string) string {
	if strings.HasPrefix(text, "−") {
		return text
	}
	return "+" + text
}

// oneOr chooses the word for a count.
func oneOr(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// plural writes a count with its word.
func plural(n int, one, many string) string { return whole(int64(n)) + " " + oneOr(n, one, many) }
