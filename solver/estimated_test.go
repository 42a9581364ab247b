package solver

import (
	"testing"

	"zhol/solver/network"
)

// What rests on estimates is the exact sum over the rows, of money and of days alike, and of each leg and the whole; a light
// answer says the same.
func TestEstimatedIsTheSumOfRows(t *testing.T) {
	for _, ends := range [][2]string{{"sia", "dui"}, {"sha", "rtm"}, {"lyg", "ala"}, {"ckg", "jea"}} {
		q := Query{From: End{Place: ends[0]}, To: End{Place: ends[1]}}
		a, err := rank(t, Scenario{}, q)
		if err != nil {
			t.Fatal(err)
		}
		q.Light = true
		light, err := rank(t, Scenario{}, q)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Routes {
			r := &a.Routes[i]
			var cents, seconds int64
			for j := range r.Legs {
				l := &r.Legs[j]
				before, begun := cents, seconds
				for _, row := range l.Rows {
					if row.Status == network.Estimated || row.Status == network.Recalled {
						cents, seconds = cents+row.Money, seconds+row.Time
					}
				}
				if l.Soft != cents-before || l.SoftSeconds != seconds-begun {
					t.Errorf("%v #%d: a leg has %d cents and %d s estimated, its rows %d and %d", ends, r.Rank, l.Soft, l.SoftSeconds, cents-before, seconds-begun)
				}
			}
			if r.Soft != cents || r.SoftSeconds != seconds {
				t.Errorf("%v #%d: %d cents and %d s are estimated, the rows say %d and %d", ends, r.Rank, r.Soft, r.SoftSeconds, cents, seconds)
			}
			money, time := r.MostlyEstimated()
			if money != (cents > r.Cents-cents) || time != (seconds > r.Seconds-seconds) {
				t.Errorf("%v #%d: mostly estimated: %v, %v", ends, r.Rank, money, time)
			}
		}
		for i := range light.Routes {
			for j := range a.Routes {
				if x, y := &light.Routes[i], &a.Routes[j]; x.Totals == y.Totals && x.Through() == y.Through() && (x.Soft != y.Soft || x.SoftSeconds != y.SoftSeconds) {
					t.Errorf("%v: a light answer has %d cents and %d s estimated, not %d and %d", ends, x.Soft, x.SoftSeconds, y.Soft, y.SoftSeconds)
				}
			}
		}
	}
}
