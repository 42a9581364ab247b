package solver

import "testing"

// TestLinesThatClosed: from St Petersburg to Helsinki trains ran until 2022. In the network of that year they do, and in that of
// any later one, or today, they do not.
func TestLinesThatClosed(t *testing.T) {
	net := load(t)
	for _, c := range []struct {
		avoid []string
		ran   bool
	}{{nil, false}, {[]string{"after-2024"}, false}, {[]string{"after-2023"}, false}, {[]string{"after-2022"}, true}, {[]string{"after-2016"}, true}, {[]string{"after-2024", "after-2019"}, true}, {[]string{"after-2016", "FI"}, false}} {
		a, err := Rank(net, Scenario{Avoid: c.avoid}, Query{From: End{Place: "led"}, To: End{Place: "hel"}, Order: OrderMoney})
		if err != nil {
			t.Fatal(err)
		}
		ran := false
		for _, r := range a.Routes {
			for _, l := range r.Legs {
				ran = ran || l.Kind.String() == "rail" && l.To == "hel"
			}
		}
		if ran != c.ran {
			t.Errorf("without %v trains ran: %v", c.avoid, ran)
		}
	}
}
