package page

import "testing"

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{whole(0), "0"}, {whole(999), "999"}, {whole(1000), "1,000"}, {whole(-1234567), "−1,234,567"},
		{usd(682949), "6,829"}, {usd(682950), "6,830"}, {usd(-50), "−1"}, {usd(-49), "0"},
		{km(499), "0"}, {km(9_900_000), "9,900"},
		{days(15.06), "15.1"}, {days(-0.51), "−0.5"}, {days(-0.04), "0.0"}, {days(0), "0.0"},
		{tonnes(1_844_000), "1.84 t"}, {tonnes(-1_844_000), "−1.84 t"}, {tonnes(12_400), "12 kg"}, {tonnes(-12_600), "−13 kg"},
		{signed("5"), "+5"}, {signed("−5"), "−5"},
		{plural(1, "border", "borders"), "1 border"}, {plural(0, "border", "borders"), "0 borders"},
	} {
		if c.got != c.want {
			t.Errorf("wrote %q, want %q", c.got, c.want)
		}
	}
}
