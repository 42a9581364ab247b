package solver

import "testing"

// TestHeldAgainstTheWorld prints every published figure beside ours, and holds the aims.
func TestHeldAgainstTheWorld(t *testing.T) {
	rows, sum, err := Held(load(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		mark := "  "
		switch {
		case !r.Counted:
			mark = "- "
		case !r.Good:
			mark = "! "
		}
		t.Logf("%s%-5s %-52s %-8s %-8s %7.6g to %7.6g %-4s ours %8.1f (%.1f to %.1f) %+.0f %%  %s", mark, r.ID, r.What, r.Date, r.Market, r.Low, r.High, r.Unit, r.Ours, r.P10, r.P90, 100*r.Error, r.Reason)
		if r.Counted && !r.Found {
			t.Errorf("%s: no such way on the network", r.ID)
		}
	}
	t.Logf("km %+v\ndays %+v inside %d\npromises %+v\nmeasured %+v\nUSD %+v\nleft out %d", sum.Km, sum.Days, sum.Inside, sum.Promises, sum.Measured, sum.USD, sum.LeftOut)
	if sum.Days.Median >= 0.15 || sum.USD.Median >= 0.20 {
		t.Errorf("median errors of %.3f in days and %.3f in USD; under 0.15 and 0.20 are aimed at", sum.Days.Median, sum.USD.Median)
	}
}
