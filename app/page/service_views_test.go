package page

import (
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhol/solver"
)

// The strip has no gap, its route at the cargo value asked with is the first of the list, and each change is another route.
func TestStrip(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	reply, _ := s.Answer(Ask{Query: Default, Show: "charts"})
	if len(reply.Strip) < 2 || reply.Worth <= 0 {
		t.Fatalf("%d stretches at %v", len(reply.Strip), reply.Worth)
	}
	for i, b := range reply.Strip {
		if b.From <= reply.Worth && reply.Worth < b.To && b.Rank != 1 {
			t.Errorf("at %v the first is #%d", reply.Worth, b.Rank)
		}
		if i > 0 && b.From != reply.Strip[i-1].To {
			t.Errorf("a gap before %v", b.From)
		}
	}
}

// The route that a reader has opened is found again in the answers to other questions: the same way where it is listed, by the same
// gateways where a pin has moved, and else the first.
func TestOpenedRouteIsFoundAgain(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	before, _ := s.Answer(Ask{Query: Default})
	dear := solver.Scenario{CargoValue: 900_000}
	moved := Default
	moved.From = solver.End{At: solver.LonLat{Lon: 108.6, Lat: 34.6}}
	elsewhere := Default
	elsewhere.From, elsewhere.To = solver.End{Place: "ala"}, solver.End{Place: "tas"}
	same, kin, shifted, gone := 0, 0, 0, 0
	for i := range before.Cards {
		card := &before.Cards[i]
		for _, ask := range []Ask{{Query: Default, Scenario: dear}, {Query: moved}, {Query: elsewhere}} {
			ask.Open, ask.Along = card.Rank, card
			reply, _ := s.Answer(ask)
			if reply.LegsOf == 0 || len(reply.Legs) == 0 {
				t.Fatalf("no legs for #%d in %+v", card.Rank, ask.Query)
			}
			now := &reply.Cards[reply.LegsOf-1]
			switch {
			case wayOf(now) == wayOf(card):
				if same++; now.Rank != card.Rank {
					shifted++
				}
			case gatewaysOf(card) != "" && gatewaysOf(now) == gatewaysOf(card):
				kin++
			default:
				if gone++; reply.LegsOf != 1 {
					t.Errorf("#%d by %v became #%d by %v", card.Rank, card.Gateways, now.Rank, now.Gateways)
				}
			}
		}
	}
	if same < 5 || kin < 3 || shifted < 2 || gone < 5 {
		t.Errorf("the same %d times, by the same gateways %d, at another rank %d, gone %d", same, kin, shifted, gone)
	}
}

// A table of the data opens to its figures, each with its status and source; rows held against the world name corridor,
// status and document.
func TestTablesOpen(t *testing.T) {
	s := published()
	reply, _ := s.Answer(Ask{Query: Default, Show: "data", Table: "rail_links"})
	if n := len(reply.Tables.Figures); n != len(s.net.RailLinks) {
		t.Errorf("%d figures of %d rail links", n, len(s.net.RailLinks))
	}
	for _, f := range reply.Tables.Figures {
		if f.Cause == "" || !strings.HasSuffix(f.Text, " km") || f.Status == "" || len(f.Sources)+len(f.ToCheck) == 0 && f.Note == "" {
			t.Errorf("incomplete: %+v", f)
		}
	}
	for _, h := range reply.Tables.Held {
		if h.Known.Status == "" || h.Known.Date == "" || len(h.Known.Sources) == 0 {
			t.Errorf("%s tells neither status, date nor source: %+v", h.What, h.Known)
		}
	}
	if by := reply.Tables.Held[0].By; !strings.Contains(by, "Alashankou · Brest") {
		t.Errorf("the corridor is %q", by)
	}
}

// What is not whole, and routes that come back to what they have left, are told by the reply as by the answer.
func TestReplyTellsItsBounds(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	for _, c := range []struct {
		via  []string
		want solver.ComesBack
	}{
		{nil, solver.NoneComesBack}, {[]string{"khorgos"}, solver.NoneComesBack}, {[]string{"khorgos", "torugart"}, solver.MustComeBack},
		{[]string{"TR", "FI", "khorgos", "cape", "suez", "irkeshtam"}, solver.MayComeBack},
	} {
		q := Default
		q.Via = c.via
		for _, light := range []bool{true, false} {
			if !light && c.want == solver.MayComeBack {
				continue // it takes long to give up
			}
			reply, _ := s.Answer(Ask{Query: q, Light: light})
			if reply.ComesBack != string(c.want) || len(reply.Cards) == 0 {
				t.Errorf("via %v, light %v: %d cards, comes back %q", c.via, light, len(reply.Cards), reply.ComesBack)
			}
			if c.want != solver.NoneComesBack && English.ComesBack[reply.ComesBack] == "" {
				t.Errorf("no words for %q", reply.ComesBack)
			}
			q.Light = light
			if a, err := solver.Rank(net, solver.Scenario{}, q); err != nil || reply.ListCut == a.ListComplete {
				t.Errorf("via %v, light %v: the list is cut %v, and complete %v", c.via, light, reply.ListCut, a.ListComplete)
			}
		}
	}
}

// Every gateway of an opened route has a hint that flies there, be it a border, a port or a strait.
func TestGatesAreWhereTheyArePassed(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	box := map[string][4]float64{ // west, south, east and north
		"suez": {31, 28, 34, 33}, "malacca": {94, 0, 105, 8}, "lianyungang": {117, 33, 121, 36}, "khorgos": {78, 43, 82, 46}, "cape": {5, -42, 35, -28}, "aktau": {49, 40, 53, 46},
	}
	seen := map[string]bool{}
	for _, q := range []solver.Query{{Via: nil}, {Via: []string{"khorgos"}}, {Via: []string{"aktau"}}} {
		q.From, q.To = solver.End{Place: "sia"}, solver.End{Place: "dui"}
		for open := 1; open <= 8; open++ {
			reply, _ := s.Answer(Ask{Query: q, Open: open, Lang: English.Code})
			if open > len(reply.Cards) {
				break
			}
			var names []string
			for _, g := range reply.Gates {
				names = append(names, g.Name)
				if b, ok := box[g.ID]; ok {
					seen[g.ID] = true
					if g.Lon < b[0] || g.Lat < b[1] || g.Lon > b[2] || g.Lat > b[3] {
						t.Errorf("%s is at %v, %v", g.ID, g.Lat, g.Lon)
					}
				}
			}
			if !slices.Equal(names, reply.Cards[open-1].Gateways) {
				t.Errorf("route %d by %q has hints for %q", open, reply.Cards[open-1].Gateways, names)
			}
		}
	}
	if len(seen) < len(box) {
		t.Errorf("of the gateways whose place is known only %v were passed", seen)
	}
}

// The bar of a route is as long along each axis as its legs, each in its place, and only along days does waiting stand apart.
func TestBarIsAsLongAsTheLegs(t *testing.T) {
	net := tables(t)
	reply, _ := NewService(net).Answer(Ask{Query: Default, Open: 1, Lang: English.Code})
	p := &Page{say: English}
	sizes := map[string]func(*Leg) float64{
		"days": func(l *Leg) float64 { return l.Days }, "money": func(l *Leg) float64 { return float64(l.Cents) },
		"carbon": func(l *Leg) float64 { return float64(l.Grams) }, "km": func(l *Leg) float64 { return float64(l.Metres) },
	}
	differ := map[float64]bool{}
	for _, axis := range axes {
		total, waited := 0.0, 0.0
		byKind, drawn := map[string]float64{}, map[string]float64{}
		for i := range reply.Legs {
			l := &reply.Legs[i]
			total += sizes[axis](l)
			waited += l.Waits
			byKind[l.Kind] += sizes[axis](l)
		}
		at, waits := 0.0, 0.0
		for _, s := range p.stretches(reply.Legs, axis) {
			if math.Abs(s.from-at) > 1e-9 {
				t.Errorf("%s: a stretch begins at %v, and the one before ends at %v", axis, s.from, at)
			}
			at = s.from + s.wide
			drawn[s.kind] += s.wide
			if s.waits {
				waits += s.wide
			}
		}
		if math.Abs(at-1) > 1e-9 {
			t.Errorf("%s: the bar ends at %v", axis, at)
		}
		for kind, size := range byKind {
			if math.Abs(drawn[kind]-size/total) > 1e-9 {
				t.Errorf("%s: %s takes %v of the bar, and %v of the legs", axis, kind, drawn[kind], size/total)
			}
		}
		if axis != "days" {
			waited = 0
		}
		if math.Abs(waits-waited/total) > 1e-9 || axis == "days" && waits == 0 {
			t.Errorf("%s: waiting takes %v of the bar", axis, waits)
		}
		differ[drawn["sea"]] = true
	}
	if len(differ) < len(axes) {
		t.Errorf("the sea takes as much of the bar along several axes: %v", differ)
	}
}

// What is saved is what the view shows: in Reach its places, the nearest first, each with a link to the way there, and else the routes.
func TestSavedIsWhatIsShown(t *testing.T) {
	s := NewService(tables(t))
	asked := Ask{Query: Default, Scenario: solver.Scenario{Avoid: []string{"suez"}}, Export: true, Link: "https://zhol.test/any/#from=CNSIA&to=DEDUI&avoid=suez&view=reach"}
	for _, show := range []string{"", "charts", "reach"} {
		asked.Show = show
		reply, _ := s.Answer(asked)
		rows, err := csv.NewReader(strings.NewReader(reply.CSV)).ReadAll()
		if err != nil || len(rows) < 100 {
			t.Fatalf("%q: %d rows, %v", show, len(rows), err)
		}
		if first := rows[0][0]; (first == "from") != (show == "reach") || (first == "rank") != (show != "reach") {
			t.Fatalf("%q saves %v", show, rows[0])
		}
		if show != "reach" {
			continue
		}
		if len(rows)-1 != len(reply.Reach) {
			t.Errorf("%d places are saved, and %d shown", len(rows)-1, len(reply.Reach))
		}
		figure := map[string]int{}
		for i, name := range rows[0] {
			figure[name] = i
		}
		last, both := 0.0, 0
		for _, row := range rows[1:] {
			at := func(name string) string { return row[figure[name]] }
			general, err := strconv.ParseFloat(at("generalised_usd"), 64)
			if err != nil || general < last || at("data") != s.net.Version || at("market") != "2025-11" || at("unit") != "FEU" || at("scenario") != "avoid=suez" || at("from") != "Xi'an (International Port) (sia)" {
				t.Fatalf("after %v: %v", last, row)
			}
			last = general
			if by := at("kazakhstan_generalised_usd"); by != "" && at("sea_generalised_usd") != "" {
				both++
			} else if at("won") == "kz" && by != at("generalised_usd") {
				t.Errorf("won through Kazakhstan for another %q: %v", by, row)
			}
			for _, shown := range reply.Reach {
				if at("to") == "Duisburg (DIT) (dui)" && shown.Name == "Duisburg (DIT)" && (at("usd") != strconv.FormatFloat(float64(shown.Cents)/100, 'f', 2, 64) || at("won") != shown.Won || at("link") != "https://zhol.test/any/#from=CNSIA&to=DEDUI&avoid=suez") {
					t.Errorf("shown is %+v, and saved %v", shown, row)
				}
			}
		}
		if both < 50 || !strings.Contains(reply.CSV, "Duisburg (DIT) (dui)") {
			t.Errorf("%d places have both rivals", both)
		}
	}
}

// Reach asks for no destination: with one in the water, or where the box stands, every place is told of all the same; and nothing is said of
// places before they have been looked for.
func TestReachWithoutDestination(t *testing.T) {
	s := NewService(tables(t))
	for _, to := range []solver.End{{At: solver.LonLat{Lon: -120, Lat: -40}}, {Place: "sia"}} {
		reply, picture := s.Answer(Ask{Query: solver.Query{From: Default.From, To: to}, Show: "reach"})
		if reply.Fault == nil || reply.Fault.Field != "to" || len(reply.Reach) < 200 || len(picture.Reach) != len(reply.Reach) || !reply.Reached {
			t.Errorf("%v: %+v, and %d places", to, reply.Fault, len(reply.Reach))
		}
	}
	shut := solver.Scenario{Avoid: []string{"CN"}}
	for show, looked := range map[string]bool{"reach": true, "routes": false} {
		for _, light := range []bool{false, true} {
			if reply, _ := s.Answer(Ask{Query: Default, Scenario: shut, Show: show, Light: light}); reply.Reached != looked || len(reply.Reach) > 0 {
				t.Errorf("%s, light %v: looked for places %v, of which %d are reached", show, light, reply.Reached, len(reply.Reach))
			}
		}
	}
}
