package page

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// missing stands for what is not known; it is never 0.
const missing = "—"

// writer writes a number with so many decimals, with a plus before what is above nought if more is asked for.
type writer func(value float64, decimals int, more bool) string

// chooser is the plural category of a number.
type chooser func(n int) string

// dater writes a day, or as much of it as a dateForm says.
type dater func(at time.Time, form dateForm) string

// dateForm is how Go would write what of a date is to be told.
type dateForm string

const (
	dayForm   dateForm = "2 Jan 2006"
	monthForm dateForm = "Jan 2006"
	namedForm dateForm = "January" // of any year
)

// datePlain is how English writes dates, where no browser is at hand.
func datePlain(at time.Time, form dateForm) string { return at.Format(string(form)) }

// numeral is how a language writes numbers.
type numeral struct {
	digits                    [10]string
	group, point, plus, minus string
	isolate                   bool // a number with a sign stands in a text that runs the other way
	least                     int  // digits of the shortest whole number that is grouped
}

// plain is how English writes numbers, where no browser is at hand.
var plain = &numeral{digits: [10]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, group: ",", point: ".", plus: "+", minus: "−", least: 4}

// write is a writer. Nought has no minus, even where it is rounded from below; a half goes to the even digit, as in the
// tables of the command.
func (n *numeral) write(value float64, decimals int, more bool) string {
	var room [32]byte
	text := strconv.AppendFloat(room[:0], math.Abs(value), 'f', decimals, 64)
	whole := len(text)
	if decimals > 0 {
		whole -= decimals + 1
	}
	out := make([]byte, 0, 2*len(text)+len(n.minus))
	switch {
	case value < 0 && bytes.ContainsAny(text, "123456789"):
		out = append(out, n.minus...)
	case more:
		out = append(out, n.plus...)
	}
	for i, c := range text {
		switch {
		case c == '.':
			out = append(out, n.point...)
			continue
		case i > 0 && i < whole && (whole-i)%3 == 0 && whole >= n.least:
			out = append(out, n.group...)
		}
		out = append(out, n.digits[c-'0']...)
	}
	if n.isolate && text[0] != out[0] {
		return isolate(string(out))
	}
	return string(out)
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

// km writes metres as kilometres, or grams as kilograms.
func (w *Words) km(metres int64) string { return w.whole(nearest(metres, 1000)) }

// days writes days with one decimal.
func (w *Words) days(d float64) string { return w.write(d, 1, false) }

// tonnes writes grams as tonnes with two decimals, or as kilograms below a tenth of a tonne.
func (w *Words) tonnes(grams int64) string { return w.mass(grams, false) }

func (w *Words) mass(grams int64, more bool) string {
	if grams > -leastTonnes && grams < leastTonnes {
		return w.kilograms(grams, more)
	}
	return w.write(float64(grams)/1e6, 2, more) + " " + w.Tonne
}

func (w *Words) kilograms(grams int64, more bool) string {
	return w.write(float64(nearest(grams, kilogram)), 0, more) + " " + w.Kilogram
}

// short writes what a way takes, for a label on the map.
func (w *Words) short(days float64, cents int64) string {
	return w.days(days) + " " + w.Day + " · " + w.usd(cents) + " " + w.Money
}

// percent writes a share in percent.
func (w *Words) percent(share float64, decimals int, more bool) string {
	text := fmt.Sprintf(w.Percent, w.write(100*share, decimals, more))
	if w.Dir == "rtl" {
		return isolate(text) // the sign of the number would part it from that of the percent
	}
	return text
}

// difference writes what one way takes more or less than another, as the figures of both are shown; what is the same is told
// in a word.
func (w *Words) difference(c, than *Card) string { return w.apart(c, than, 0, "") }

// changed writes what one way takes more or less than another, less than which none books by: a slight change is told in words.
func (w *Words) changed(c, than *Card) string { return w.apart(c, than, slight, "About") }

// slight is the share of an amount within which another is about the same: as of routes that the solver takes for one.
const slight = 0.02

// apart writes a difference; within a share of each amount by the words for it.
func (w *Words) apart(c, than *Card, within float64, about string) string {
	parts := make([]string, 3)
	for i, d := range []struct {
		of       string
		from, to float64
		text     func(more float64) string
	}{
		{"days", tenths(than.P50), tenths(c.P50), func(more float64) string { return w.write(more, 1, true) + unbroken + w.Day }},
		{"money", float64(nearest(than.Cents, 100)), float64(nearest(c.Cents, 100)), func(more float64) string { return w.write(more, 0, true) + unbroken + w.Money }},
		{"carbon", float64(massShown(than.Grams)), float64(massShown(c.Grams)), func(more float64) string {
			return strings.ReplaceAll(w.mass(int64(more), true), " ", unbroken) + unbroken + w.Carbon
		}},
	} {
		more := tenths(d.to - d.from)
		switch {
		case more == 0:
			parts[i] = of(w.Same, d.of)
		case math.Abs(more) <= within*d.from:
			parts[i] = of(w.Same, d.of+about)
		default:
			parts[i] = d.text(more)
		}
	}
	return begun(strings.Join(parts, " · "))
}

// unbroken keeps a number and its unit on one line.
const unbroken = "\u00a0"

// unbrokenHyphen keeps a date of a link on one line.
const unbrokenHyphen = "\u2011"

// begun is a text as the beginning of a sentence.
func begun(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// ltr draws a number, or a difference with its sign, left to right in any language.
func ltr(text string) app.UI { return app.Span().Class("ltr").Text(text) }

// isolate keeps a number with its sign together within a sentence of any direction.
func isolate(text string) string { return "\u2066" + text + "\u2069" }

// point writes where a point is: latitude first, in whatever direction the text runs.
func (w *Words) point(at solver.LonLat) string {
	if w.Dir == "rtl" {
		return isolate(link.Point(at))
	}
	return link.Point(at)
}

// when writes a date of the tables, such as 2025-11, as the language does and in one piece; what is no date stays as it is.
func (w *Words) when(date string) string {
	for layout, form := range map[string]dateForm{"2006-01": monthForm, "2006-01-02": dayForm} {
		at, err := time.Parse(layout, date)
		if err != nil {
			continue
		}
		text := w.date(at, form)
		if len(w.Months) == 12 { // where browsers do not know the language
			text = w.Months[at.Month()-1]
			if form == dayForm {
				text = strconv.Itoa(at.Day()) + " " + text
			}
			text = fmt.Sprintf(w.MonthOf, text, at.Year())
		}
		return w.inOne(text)
	}
	return date
}

// inOne keeps a date on one line. Chinese could be broken between any two of its letters, and has a space beside digits.
func (w *Words) inOne(text string) string {
	var b strings.Builder
	last := ' '
	for _, r := range text {
		if unicode.Is(unicode.Han, r) && unicode.IsDigit(last) || unicode.Is(unicode.Han, last) && unicode.IsDigit(r) {
			b.WriteString(unbroken)
		}
		b.WriteRune(r)
		last = r
	}
	return strings.ReplaceAll(b.String(), " ", unbroken)
}

// month is the name of a month, from 1 to 12.
func (w *Words) month(n int) string {
	if len(w.Months) == 12 {
		return w.Months[n-1]
	}
	return w.date(time.Date(2001, time.Month(n), 15, 0, 0, 0, 0, time.UTC), namedForm)
}
