package page

import (
	"math/rand/v2"
	"strings"
	"testing"

	"zhol/solver"
	"zhol/solver/network"
)

// everyLanguage has the words of all at hand.
func everyLanguage(t *testing.T) {
	t.Helper()
	for _, code := range Languages[1:] {
		wordsIn(t, code)
	}
}

// No two routes of a list are called the same, whatever is asked, in any language; and what tells them apart is a place or
// two where there is such a place, and no list of them.
func TestTitlesTellRoutesApart(t *testing.T) {
	net := tables(t)
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
	for n := range share(400) {
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
	if told < share(2000) || alike < share(300) {
		t.Errorf("%d routes were told, %d of them by more than their gateways", told, alike)
	}
}

// A point is named in the language of the page, and how far it is from the terminal is said beside it.
func TestPointsAreNamed(t *testing.T) {
	net := tables(t)
	everyLanguage(t)
	s := NewService(net)
	for code, want := range map[string][2]string{
		"en": {"near Khabarovsk", "793 km to the nearest terminal, Vladivostok"}, "ru": {"рядом: Хабаровск", "793 км до ближайшего терминала: Владивосток"},
		"zh": {"哈巴罗夫斯克附近", "距最近的场站 793 公里：符拉迪沃斯托克"}, "ar": {"قرب خاباروفسك", "793 كم إلى أقرب محطة: فلاديفوستوك"},
	} {
		reply, picture := s.Answer(Ask{Query: solver.Query{From: solver.End{At: solver.LonLat{Lon: 136.5, Lat: 49.5}}, To: solver.End{Place: "dui"}}, Lang: code, Open: 1})
		p := New()
		p.say = s.say()
		if said := p.snapText(reply.From); reply.From.Name != want[0] || said != want[1] || picture.Pins["origin"].Name != want[0] || reply.Legs[0].From != want[0] {
			t.Errorf("in %s it is %q, %q on the map, %q in the legs, and %q", code, reply.From.Name, picture.Pins["origin"].Name, reply.Legs[0].From, said)
		}
		reply, _ = s.Answer(Ask{Query: solver.Query{From: solver.End{At: solver.LonLat{Lon: 135.2, Lat: 48.6}}, To: solver.End{Place: "dui"}}, Lang: code})
		if said := p.snapText(reply.From); !strings.Contains(said, "644") || !strings.Contains(said, "17") {
			t.Errorf("in %s of a pin by a place without a terminal: %q", code, said)
		}
		reply, _ = s.Answer(Ask{Query: Default, Lang: code})
		if said := p.snapText(reply.From); said != "" {
			t.Errorf("in %s of a terminal: %q", code, said)
		}
	}
}
