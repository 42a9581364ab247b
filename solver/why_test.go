package solver

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDifferenceSums takes the routes of random real questions apart, two by two, and adds the causes up again.
func TestDifferenceSums(t *testing.T) {
	net := load(t)
	s := New(net)
	pairs := 0
	for seed := range uint64(120) {
		sc, _ := randomQuestion(rand.New(rand.NewPCG(seed/4, 51)), net)
		_, q := randomQuestion(rand.New(rand.NewPCG(seed, 53)), net)
		a, err := s.Rank(sc, q)
		if err != nil {
			continue
		}
		for i := range a.Routes {
			x, y := &a.Routes[i], &a.Routes[(i+1)%len(a.Routes)]
			want := Amounts{x.Cents - y.Cents, x.Seconds - y.Seconds, x.Grams - y.Grams, x.General - y.General}
			var sum Amounts
			for _, c := range Difference(x, y) {
				var parts Amounts
				for _, p := range c.Parts {
					parts = parts.plus(p.Amounts)
				}
				if parts != c.Amounts || !slices.Contains(allCauses, c.Name) {
					t.Errorf("seed %d: %s: parts sum to %+v, not %+v", seed, c.Name, parts, c.Amounts)
				}
				sum = sum.plus(c.Amounts)
			}
			if sum != want {
				t.Errorf("seed %d, routes %d and %d: causes sum to %+v, the routes differ by %+v", seed, i+1, (i+1)%len(a.Routes)+1, sum, want)
			}
			pairs++
		}
	}
	if pairs < 400 {
		t.Errorf("only %d pairs were looked at", pairs)
	}
}

// TestWhyNot asks for routes that are listed, that are not, and that cannot be.
func TestWhyNot(t *testing.T) {
	s := New(load(t))
	q := Query{From: End{Place: "sia"}, To: End{Place: "dui"}}
	c, err := s.WhyNot(Scenario{}, q, []string{"khorgos", "brest"})
	if err != nil || c.Asked == nil || !c.Exactly || c.Listed == 0 || len(c.Causes) == 0 {
		t.Fatalf("%+v, %v", c, err)
	}
	if !slices.Equal(c.Asked.Gateways, []string{"khorgos", "brest"}) {
		t.Errorf("asked for Khorgos and Brest, and got %v", c.Asked.Gateways)
	}
	q.Max = 3
	c, err = s.WhyNot(Scenario{}, q, []string{"zabaikalsk", "brest"})
	if err != nil || c.Asked == nil || !c.Exactly || c.Listed != 0 || c.Asked.General <= c.First.General {
		t.Fatalf("%+v, %v", c, err)
	}
	// More may be passed than was asked for.
	c, err = s.WhyNot(Scenario{}, q, []string{"bandar-abbas"})
	if err != nil || c.Asked == nil || !c.Asked.passes("bandar-abbas") {
		t.Fatalf("%+v, %v", c, err)
	}
	c, err = s.WhyNot(Scenario{Avoid: []string{"KZ"}}, q, []string{"khorgos"})
	if err != nil || c.Asked != nil || !slices.Equal(c.Lifts, []string{"KZ", "via khorgos"}) {
		t.Fatalf("Khorgos with Kazakhstan shut: %+v, %v", c, err)
	}
	if _, err = s.WhyNot(Scenario{}, q, []string{"DE"}); err == nil {
		t.Error("Germany was taken for a gateway")
	}
}
