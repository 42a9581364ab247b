package command

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// TestWhySums adds the causes of a printed difference as a reader would.
func TestWhySums(t *testing.T) {
	for _, args := range []string{"--route 3 --against 1", "--gateways khorgos,brest", "--gateways aktau", ""} {
		code, stdout, stderr := run(strings.Fields("why --json --from CNSIA --to DEDUI " + args)...)
		if code != exitOK {
			t.Fatalf("%s: exit %d, %s", args, code, stderr)
		}
		var o whyObject
		if err := json.Unmarshal([]byte(stdout), &o); err != nil {
			t.Fatal(err)
		}
		var usd, day, kg, general float64
		for _, c := range o.Causes {
			usd, day, kg, general = usd+c.USD, day+c.Days, kg+c.CO2eKg, general+c.GeneralisedUSD
		}
		for what, off := range map[string]float64{
			"usd": usd - o.Route.USD + o.Against.USD, "days": day - o.Route.Days.P50 + o.Against.Days.P50,
			"kg": kg - o.Route.CO2eKg + o.Against.CO2eKg, "generalised": general - o.Route.GeneralisedUSD + o.Against.GeneralisedUSD,
		} {
			if math.Abs(off) > 1e-6 {
				t.Errorf("%s: causes miss the difference in %s by %v", args, what, off)
			}
		}
		if len(o.Causes) < 4 {
			t.Errorf("%s: only %d causes", args, len(o.Causes))
		}
	}
	code, stdout, _ := run(strings.Fields("why --from CNSIA --to DEDUI --gateways khorgos --avoid KZ")...)
	if code != exitNoRoute || !strings.Contains(stdout, "Kazakhstan") || !strings.Contains(stdout, "would open a way") {
		t.Errorf("Khorgos without Kazakhstan: exit %d, %s", code, stdout)
	}
	for _, args := range []string{"--route 39", "--route 1", "--route 2 --against 2", "--route 2 --gateways suez", "--gateways xyzzy"} {
		if code, _, stderr := run(strings.Fields("why --from CNSIA --to DEDUI " + args)...); code != exitInput || !strings.Contains(stderr, "--") {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
}

// TestBreakEven prints stretches without a gap, and sentences.
func TestBreakEven(t *testing.T) {
	for _, over := range []string{"cargo-value", "carbon-price", "dwell:aau", "price:sea"} {
		code, stdout, stderr := run(strings.Fields("breakeven --json --from CNSIA --to TRHAL --over " + over)...)
		if code != exitOK {
			t.Fatalf("%s: exit %d, %s", over, code, stderr)
		}
		var o breakEvenObject
		if err := json.Unmarshal([]byte(stdout), &o); err != nil {
			t.Fatal(err)
		}
		for i, s := range o.Stretches {
			if s.From >= s.To || i > 0 && s.ExactFrom != o.Stretches[i-1].ExactTo || i == 0 && s.From != 0 {
				t.Errorf("%s: stretch %d is %+v", over, i, s)
			}
		}
		if code, stdout, _ = run(strings.Fields("breakeven --from CNSIA --to TRHAL --over " + over)...); code != exitOK || !strings.Contains(stdout, " is first ") {
			t.Errorf("%s: exit %d, %s", over, code, stdout)
		}
	}
	if _, stdout, _ := run(strings.Fields("breakeven --from CNLYG --to KZALA --over dwell:KZAAU")...); !strings.Contains(stdout, " is first whatever the dwell at Aktau.\n") {
		t.Error(stdout)
	}
	for _, over := range []string{"", " --over weather", " --over price:balloon", " --over dwell:atlantis", " --over dwell:40,60"} {
		if code, _, stderr := run(strings.Fields("breakeven --from CNSIA --to TRHAL" + over)...); code != exitInput || !strings.Contains(stderr, "--over") {
			t.Errorf("%q: exit %d, %s", over, code, stderr)
		}
	}
}
