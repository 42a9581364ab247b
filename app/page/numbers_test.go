package page

import "testing"

func TestNumbers(t *testing.T) {
	w := *English
	w.write, w.choose, w.date = plain.write, choosePlain, datePlain
	for _, c := range []struct{ got, want string }{
		{w.whole(0), "0"}, {w.whole(999), "999"}, {w.whole(1000), "1,000"}, {w.whole(-1234567), "−1,234,567"},
		{w.usd(682949), "6,829"}, {w.usd(682950), "6,830"}, {w.usd(-50), "−1"}, {w.usd(-49), "0"},
		{w.km(499), "0"}, {w.km(9_900_000), "9,900"},
		{w.days(15.06), "15.1"}, {w.days(-0.51), "−0.5"}, {w.days(-0.04), "0.0"}, {w.days(0), "0.0"},
		{w.tonnes(1_844_000), "1.84 t"}, {w.tonnes(-1_844_000), "−1.84 t"}, {w.tonnes(12_400), "12 kg"}, {w.tonnes(-12_600), "−13 kg"},
		{w.difference(&Card{P50: 1.25, Grams: 140_000}, &Card{Cents: 35_049}), "+1.2\u00a0d · −350\u00a0USD · +0.14\u00a0t\u00a0CO₂e"},
		{w.count(1, w.Borders), "1 land border"}, {w.count(0, w.Borders), "0 land borders"},
		{w.when("2025-11"), "Nov\u00a02025"}, {w.when("2025-09-12"), "12\u00a0Sep\u00a02025"}, {w.when("2016"), "2016"}, {w.when("soon"), "soon"},
	} {
		if c.got != c.want {
			t.Errorf("wrote %q, want %q", c.got, c.want)
		}
	}
}

// In a text that runs from right to left a sign stays with its number.
func TestSignsStay(t *testing.T) {
	n := *plain
	n.isolate = true
	for _, c := range []struct {
		value float64
		more  bool
		want  string
	}{{-1.5, false, "\u2066−1.5\u2069"}, {1.5, true, "\u2066+1.5\u2069"}, {1.5, false, "1.5"}} {
		if got := n.write(c.value, 1, c.more); got != c.want {
			t.Errorf("wrote %q, want %q", got, c.want)
		}
	}
}
