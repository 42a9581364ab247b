package page

import (
	"math/rand/v2"
	"os"
	"testing"

	"zhol/solver"
	"zhol/solver/network"
)

// everyLanguage has the words of all at hand.
func everyLanguage(t *testing.T) {
	t.Helper()
	for _, code := range Languages[1:] {
		text, err := os.ReadFile("words/" + code + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Learn(code, string(text)); err != nil {
			t.Fatal(err)
		}
	}
}

// No two routes of a list are called the same, whatever is asked, in any language; and what tells them apart is a place or
// two where there is such a place, and no list of them.
func TestTitlesTellRoutesApart(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	everyLanguage(t)
	s := NewService(net)
	random := rand.New(rand.NewPCG(7, 11))
	var terminals []string
	for i := range net.Places {
		if _, ok := net.YardOf(network.PlaceID(i)); ok {
			terminals = append(terminals, net.Places[i].ID)
		}
	}
	avoid := [][]string{nil, {"suez"}, {"hormuz"}, {"RU"}, {"suez", "bab-el-mandeb", "IR"}}
	told, alike := 0, 0
	for n := range 400 {
		ask := Ask{
			Query:    solver.Query{From: solver.End{Place: terminals[random.IntN(len(terminals))]}, To: solver.End{Place: terminals[random.IntN(len(terminals))]}},
			Scenario: solver.Scenario{Avoid: avoid[n%len(avoid)]}, Lang: Languages[n%len(Languages)], Light: n%7 == 0,
		}
		if n == 0 {
			ask.Query = Default
		}
		reply, _ := s.Answer(ask)
		p := New()
		p.say = s.say()
		named := map[string]int{}
		for i := range reply.Cards {
			c := &reply.Cards[i]
			title := p.routeName(c)
			if other := named[title]; other > 0 {
				t.Errorf("%s to %s without %v in %s: #%d and #%d are both %q", ask.Query.From.Place, ask.Query.To.Place, ask.Scenario.Avoid, ask.Lang, other, c.Rank, title)
			}
			named[title] = c.Rank
			told++
			if len(c.Apart) > 0 {
				alike++
			}
			if len(c.Apart) > 3 {
				t.Errorf("%s to %s: #%d is called %q", ask.Query.From.Place, ask.Query.To.Place, c.Rank, title)
			}
		}
	}
	if told < 2000 || alike < 300 {
		t.Errorf("%d routes were told, %d of them by more than their gateways", told, alike)
	}
}
