package page

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// missing stands for what is not known; it is never 0.
const missing = "—"

// writer writes a number with so many decimals, with a plus before what is above nought if more is asked for.
type writer func(value float64, decimals int, more bool) string

// chooser is the plural category of a number.
type chooser func(n int) string

// writePlain writes numbers as English does, where no browser is at hand.
func writePlain(value float64, decimals int, more bool) string {
	text := strconv.FormatFloat(math.Abs(value), 'f', decimals, 64)
	whole, part, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part != "" {
		whole += "." + part
	}
	switch {
	case strings.Trim(text, "0.") == "":
		if more {
			return "+" + whole
		}
	case value < 0:
		return "−" + whole
	case more:
		return "+" + whole
	}
	return whole
}

func choosePlain(n int) string {
	if n == 1 {
		return "one"
	}
	return "other"
}

// nearest divides and rounds half away from nought.
func nearest(n, by int64) int64 {
	if n < 0 {
		return -nearest(-n, by)
	}
	return (n + by/2) / by
}

func (w *Words) whole(n int64) string { return w.write(float64(n), 0, false) }

// usd writes US cents as dollars.
func (w *Words) usd(cents int64) string { return w.whole(nearest(cents, 100)) }

// km writes metres as kilometres.
func (w *Words) km(metres int64) string { return w.whole(nearest(metres, 1000)) }

// days writes days with one decimal.
func (w *Words) days(d float64) string { return w.write(d, 1, false) }

// tonnes writes grams as tonnes with two decimals, or as kilograms below a tenth of a tonne.
func (w *Words) tonnes(grams int64) string { return w.mass(grams, false) }

func (w *Words) mass(grams int64, more bool) string {
	if grams > -100_000 && grams < 100_000 {
		return w.write(float64(nearest(grams, 1000)), 0, more) + " " + w.Kilogram
	}
	return w.write(float64(grams)/1e6, 2, more) + " " + w.Tonne
}

// difference writes what one way takes more or less than another.
func (w *Words) difference(days float64, cents, grams int64) string {
	return fmt.Sprintf("%s %s · %s %s · %s %s", w.write(days, 1, true), w.Day,
		w.write(float64(nearest(cents, 100)), 0, true), w.Money, w.mass(grams, true), w.Carbon)
}
