package page

import "strconv"

// What stands in a column sums to what stands under it, and a difference is that of the figures beside it: amounts are
// rounded here, once, and what is written of them is sums and differences of these.

// tenths rounds days to what is written of them.
func tenths(days float64) float64 {
	d, _ := strconv.ParseFloat(strconv.FormatFloat(days, 'f', 1, 64), 64)
	return d
}

// toward rounds to a multiple.
func toward(n, multiple int64) int64 { return multiple * nearest(n, multiple) }

const (
	dollar    = 100
	kilometre = 1000
	kilogram  = 1000

	leastTonnes = 100 * kilogram // what is less is written in kilograms
)

// massShown rounds grams to what is written of them.
func massShown(grams int64) int64 {
	if grams > -leastTonnes && grams < leastTonnes {
		return toward(grams, kilogram)
	}
	return toward(grams, 10*kilogram)
}

// running rounds amounts one after the other so that they sum to their rounded sum.
type running struct {
	days                 float64
	cents, grams, metres int64
}

// part is what is shown of the next amount.
func (r *running) part(days float64, cents, grams, metres, mass int64) (float64, int64, int64, int64) {
	was := *r
	r.days, r.cents, r.grams, r.metres = r.days+days, r.cents+cents, r.grams+grams, r.metres+metres
	return tenths(tenths(r.days) - tenths(was.days)), toward(r.cents, dollar) - toward(was.cents, dollar),
		toward(r.grams, mass) - toward(was.grams, mass), toward(r.metres, kilometre) - toward(was.metres, kilometre)
}

// shownLegs are legs as they are written: they sum to the card, in kilograms, and the rows of each to the leg.
func shownLegs(legs []Leg) []Leg {
	out := append([]Leg(nil), legs...)
	var all, rows running
	for i := range out {
		l := &out[i]
		l.Days, l.Cents, l.Grams, l.Metres = all.part(l.Days, l.Cents, l.Grams, l.Metres, kilogram)
		l.Waits = min(tenths(l.Waits), l.Days)
		l.Rows = rows.rows(l.Rows, kilogram)
	}
	return out
}

func (r *running) rows(rows []Row, mass int64) []Row {
	out := append([]Row(nil), rows...)
	for i := range out {
		row := &out[i]
		row.Days, row.Cents, row.Grams, _ = r.part(row.Days, row.Cents, row.Grams, 0, mass)
	}
	return out
}

// shownColumns are routes by cause as they are written.
func shownColumns(columns []Column) []Column {
	out := append([]Column(nil), columns...)
	for i := range out {
		var all running
		out[i].Rows = all.rows(out[i].Rows, 10*kilogram)
	}
	return out
}
