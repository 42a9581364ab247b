package page

import (
	"math"
	"testing"
	"time"
)

// On many answers the legs that are shown sum to the card that is shown, the rows to the legs, and the causes to the column.
func TestShownSums(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	same := func(link, what string, rank int, a, b float64) {
		if math.Abs(a-b) > 1e-6 {
			t.Errorf("%s, #%d: %s are %v, shown as %v", link, rank, what, a, b)
		}
	}
	for _, link := range []string{"from=CNSIA&to=DEDUI", "from=CNLYG&to=KZALA", "from=CNCKG&to=DEDUI&month=1", "from=CNURM&to=KZAST", "from=CNSIA&to=AEJEA&avoid=hormuz", "from=CNSIA&to=TRMER&kz=1"} {
		state, _ := s.words.Parse(link)
		for rank := 1; rank <= 10; rank++ {
			reply, _ := s.Answer(Ask{Query: state.Query, Scenario: state.Scenario, Open: rank, Compare: []int{rank}})
			if rank > len(reply.Cards) {
				break
			}
			c := &reply.Cards[rank-1]
			var days, dollars, kg, km float64
			for _, l := range shownLegs(reply.Legs) {
				var rowDays, rowDollars, rowKg float64
				for _, r := range l.Rows {
					rowDays, rowDollars, rowKg = rowDays+r.Days, rowDollars+float64(r.Cents)/100, rowKg+float64(r.Grams)/1000
				}
				same(link, "days of rows", rank, rowDays, l.Days)
				same(link, "dollars of rows", rank, rowDollars, float64(l.Cents)/100)
				same(link, "kilograms of rows", rank, rowKg, float64(l.Grams)/1000)
				days, dollars, kg, km = days+l.Days, dollars+float64(l.Cents)/100, kg+float64(l.Grams)/1000, km+float64(l.Metres)/1000
				if l.Days < l.Waits || l.Cents%100 != 0 || l.Grams%1000 != 0 || l.Metres%1000 != 0 {
					t.Errorf("%s, #%d: a leg is shown as %+v", link, rank, l)
				}
			}
			same(link, "days", rank, days, tenths(c.P50))
			same(link, "dollars", rank, dollars, float64(nearest(c.Cents, 100)))
			same(link, "kilograms", rank, kg, float64(nearest(c.Grams, 1000)))
			same(link, "kilometres", rank, km, float64(nearest(c.Metres, 1000)))
			column := shownColumns(reply.Compared)[0]
			for i, m := range English.measures() {
				same(link, m.name+" of causes", rank, m.total(&column), []float64{float64(nearest(c.Cents, 100)), tenths(c.P50), float64(toward(c.Grams, 10_000)) / 1e6}[i])
			}
		}
	}
}

// 59.7 d beside 48.3 d is 11.4 d more, whatever the days were before they were rounded.
func TestDifferenceOfShown(t *testing.T) {
	w := *English
	w.write = plain.write
	a, b := Card{P50: 59.66, Cents: 591_849, Grams: 2_344_000}, Card{P50: 48.34, Cents: 591_751, Grams: 2_296_000}
	if got, want := w.difference(&a, &b), "+11.4\u00a0d · same price · +40\u00a0kg\u00a0CO₂e"; got != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
}

// A change that nobody books by is told in words, also where its figure is not nought, and one of nothing is no "+0".
func TestSlightChangeIsTold(t *testing.T) {
	was := Card{P50: 28.4, Cents: 335_000, Grams: 1_770_000}
	for _, c := range []struct {
		is   Card
		want string
	}{
		{Card{P50: 28.3, Cents: 368_100, Grams: 2_030_000}, "About the same time · +331\u00a0USD · +0.26\u00a0t\u00a0CO₂e"},
		{Card{P50: 25, Cents: 335_000, Grams: 1_771_000}, "−3.4\u00a0d · same price · same CO₂e"},
		{Card{P50: 28.4, Cents: 341_000, Grams: 1_790_000}, "Same time · about the same price · about the same CO₂e"},
	} {
		if got := English.changed(&c.is, &was); got != c.want {
			t.Errorf("wrote %q, want %q", got, c.want)
		}
	}
}

// A date stays on one line, also where it could be broken between any two letters, and Kazakh puts the year first.
func TestDatesStayWhole(t *testing.T) {
	zh := Words{write: plain.write, date: func(time.Time, dateForm) string { return "2025年11月3日" }}
	if got := zh.when("2025-11-03"); got != "2025\u00a0年\u00a011\u00a0月\u00a03\u00a0日" {
		t.Errorf("Chinese writes %q", got)
	}
	kk := wordsIn(t, "kk")
	if got := kk.when("2026-02-28"); got != "2026\u00a0ж.\u00a028\u00a0ақпан" {
		t.Errorf("Kazakh writes %q", got)
	}
}
