package solver

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

// How far an end reaches. These are choices of what to offer, not figures of the field.
const (
	snapWithin     = 25_000    // metres: a pin this near to a place means the place
	nearWithin     = 500_000   // metres: a pin further from all places is near none
	seaSnapWithin  = 2_000_000 // metres: a pin dropped in the water goes to the nearest terminal within this
	haulWithin     = 600_000   // metres: pre- and on-carriage by road, as the crow flies
	longHaulWithin = 1_500_000 // metres: where no terminal stands within haulWithin
	haulTerminals  = 6         // the nearest rail terminals that are offered
	haulPorts      = 4         // the nearest ports that are offered
)

// haul is a way between an end and a yard.
type haul struct {
	place    network.PlaceID
	straight network.Metres // 0: the end is the yard
	cost     tariff.Cost
	known    tariff.Known
	hire     tariff.Cost // of the box that is left here, beside cost
	hired    tariff.Known
}

// end is an End understood: where it is, and the yards around it.
type end struct {
	Located
	place   network.PlaceID // None for a point
	country string
	realm   network.Realm
	hauls   []haul
	far     bool // lorries go on to ports beyond haulWithin: see Solver.barred
	told    bool // the rest is what asked means
	asked   End
}

// understand makes an end of an End, with the yards around it, unless it is that already. Its errors are *InputError and
// name the field.
func (s *Solver) understand(e *end, field string, asked End) error {
	if e.told && e.asked == asked && e.far == s.barred {
		return nil
	}
	e.told = false
	if err := s.locate(e, field, asked); err != nil {
		return err
	}
	s.reach(e)
	s.tellTerminal(e)
	e.told, e.asked = true, asked
	return nil
}

// locate finds where an End is.
func (s *Solver) locate(out *end, field string, e End) error {
	if e.Place != "" {
		id, ok := s.net.PlaceByID(e.Place)
		if !ok {
			return unknownPlace(s.net, field, e.Place, pointsToo)
		}
		s.atPlace(out, id, s.net.Places[id].At)
		return nil
	}
	at := e.At
	if !(at.Lat >= -90 && at.Lat <= 90 && at.Lon >= -180 && at.Lon <= 180) {
		return &InputError{Field: field, Value: at.String(), Reason: "is not a point: latitude goes from -90 to 90, longitude from -180 to 180"}
	}
	nearest, far := s.nearestPlace(at, false)
	if far <= snapWithin {
		s.atPlace(out, nearest, at)
		return nil
	}
	if !s.net.OnLand(at) {
		port, far := s.nearestPlace(at, true)
		if far > seaSnapWithin {
			terminal := s.net.Places[port].Names.EN
			return &InputError{Field: field, Value: at.String(), Reason: fmt.Sprintf("lies in the water, %s km from the nearest terminal, %s; drop the pin on land or nearer to a port", grouped(int64(far.Km()+0.5)), terminal), Nearest: []string{s.net.Places[port].ID}, Kind: FaultWater, Than: []string{strconv.FormatFloat(far.Km(), 'f', 0, 64)}}
		}
		s.atPlace(out, port, at)
		return nil
	}
	if out.Located = (Located{At: at, Asked: at}); far <= nearWithin {
		out.Name, out.Near = s.near[nearest], s.net.Places[nearest].ID
	}
	out.place = network.None
	out.country, out.realm = s.net.CountryAt(at)
	return nil
}

// atPlace puts an end at a place, asked for at a point.
func (s *Solver) atPlace(out *end, id network.PlaceID, asked LonLat) {
	p := &s.net.Places[id]
	out.Located = Located{ID: p.ID, Name: p.Names.EN, At: p.At, Asked: asked, SnapKm: network.GreatCircle(asked, p.At).Km()}
	out.place, out.country, out.realm = id, p.Country, s.net.RealmOf(id)
}

// nearestPlace is the place nearest to a point; with yard, the nearest where a box can stand.
func (s *Solver) nearestPlace(at LonLat, yard bool) (network.PlaceID, network.Metres) {
	best, far := network.PlaceID(network.None), network.Metres(1<<62)
	for i := range s.net.Places {
		id := network.PlaceID(i)
		if _, ok := s.net.YardOf(id); yard && !ok {
			continue
		}
		if network.NorthSouth(at, s.net.Places[i].At) > far {
			continue
		}
		if d := network.GreatCircle(at, s.net.Places[i].At); d < far {
			best, far = id, d
		}
	}
	return best, far
}

// unserved lists the ends from which no yard is reached. A later question writes over the list.
func (s *Solver) unserved(from, to *end) []Unserved {
	out := s.lost[:0]
	if len(s.question.Direct) > 0 {
		return nil
	}
	for i, e := range [2]*end{from, to} {
		if len(e.hauls) == 0 {
			nearest, far := s.nearestPlace(e.At, true)
			out = append(out, Unserved{[2]string{"from", "to"}[i], s.net.Places[nearest].ID, far.Km()})
		}
	}
	s.lost = out
	return out
}

// reach finds the yards around an end that a lorry can serve: its own, and the nearest terminals and ports that can be
// driven to without water or a customs border between.
func (s *Solver) reach(e *end) {
	e.hauls = e.hauls[:0]
	if e.place != network.None {
		if _, ok := s.net.YardOf(e.place); ok {
			e.hauls = append(e.hauls, haul{place: e.place})
		}
	}
	s.reachWithin(e, haulWithin, true)
	if len(e.hauls) == 0 {
		s.reachWithin(e, longHaulWithin, true)
	}
	if e.far = s.barred; e.far {
		s.reachWithin(e, longHaulWithin, false)
	}
}

// tellTerminal tells how far the nearest terminal is, where an end has none.
func (s *Solver) tellTerminal(e *end) {
	var nearest *haul
	for i := range e.hauls {
		if h := &e.hauls[i]; nearest == nil || h.straight < nearest.straight {
			nearest = h
		}
	}
	if nearest != nil && nearest.straight > 0 {
		e.Terminal, e.TerminalKm = s.net.Places[nearest.place].ID, nearest.straight.Km()
	}
}

// reachWithin adds yards to the hauls of an end: the nearest ports, and the nearest rail terminals where those are wanted.
func (s *Solver) reachWithin(e *end, within network.Metres, byRail bool) {
	s.around = s.around[:0]
	for i := range s.net.Places {
		id := network.PlaceID(i)
		if _, ok := s.net.YardOf(id); !ok || id == e.place || network.NorthSouth(e.At, s.net.Places[i].At) > within {
			continue
		}
		if d := network.GreatCircle(e.At, s.net.Places[i].At); d <= within {
			s.around = append(s.around, haul{place: id, straight: d})
		}
	}
	slices.SortFunc(s.around, func(a, b haul) int {
		return cmp.Or(cmp.Compare(a.straight, b.straight), cmp.Compare(a.place, b.place))
	})
	terminals, ports := 0, 0
	for _, h := range s.around {
		p := &s.net.Places[h.place]
		port := p.Roles&(network.Seaport|network.CaspianPort|network.FerryPort) != 0
		rail := byRail && p.Roles&network.Terminal != 0
		if !(port && ports < haulPorts || rail && terminals < haulTerminals) {
			continue
		}
		if e.realm == network.None || e.realm != s.net.RealmOf(h.place) || !s.drives.Driveable(e.At, p.At) {
			continue
		}
		if port {
			ports++
		}
		if rail {
			terminals++
		}
		if byRail || !slices.ContainsFunc(e.hauls, func(o haul) bool { return o.place == h.place }) {
			e.hauls = append(e.hauls, h)
		}
	}
}

// stubs prices the hauls of an end under the current view.
func (s *Solver) stubs(e *end, out []search.Stub) []search.Stub { return s.stubsFrom("", e, out) }

// stubsFrom prices the hauls to an end, and the hire of the box that comes from a country and is left there inland.
func (s *Solver) stubsFrom(origin string, e *end, out []search.Stub) []search.Stub {
	out = out[:0]
	for i := range e.hauls {
		h := &e.hauls[i]
		yard, _ := s.net.YardOf(h.place)
		if h.straight > 0 {
			h.cost, h.known = s.view.HaulCost(h.straight, s.net.Places[h.place].Country)
		} else {
			h.cost, h.known = tariff.Cost{}, tariff.Known{}
		}
		h.hire, h.hired = tariff.Cost{}, tariff.Known{}
		if origin != "" && s.net.Places[h.place].Roles&network.Seaport == 0 {
			h.hire, h.hired = s.view.HireCost(origin, e.country)
		}
		out = append(out, search.Stub{
			Node:     yard,
			Cost:     searchCost(h.cost.Add(h.hire)),
			ClosedBy: s.closedAt(h.place, e.country) | s.closedAt(e.place, e.country),
			Needs:    s.needsAt(h.place, e.country),
		})
	}
	return out
}

// direct is the haul by road all the way, where the ends are near enough and no water or customs lies between.
func (s *Solver) direct(from, to *end, out []search.Stub) []search.Stub {
	out = out[:0]
	straight := network.GreatCircle(from.At, to.At)
	within := network.Metres(haulWithin)
	if s.barred {
		within = longHaulWithin
	}
	if straight == 0 || straight > within || from.realm == network.None || from.realm != to.realm || !s.drives.Driveable(from.At, to.At) {
		return out
	}
	cost, known := s.view.HaulCost(straight, to.country)
	s.whole = haul{place: to.place, straight: straight, cost: cost, known: known}
	return append(out, search.Stub{
		Cost:     searchCost(cost),
		ClosedBy: s.closedAt(from.place, from.country) | s.closedAt(to.place, to.country),
		Needs:    s.needsAt(from.place, from.country) | s.needsAt(to.place, to.country),
	})
}

// closedAt is the set of closures that shut a haul to a place in a country.
func (s *Solver) closedAt(place network.PlaceID, country string) uint64 {
	var mask uint64
	for i, f := range s.closed {
		if s.touches(f, place, country) {
			mask |= 1 << i
		}
	}
	return mask
}

// needsAt is the set of needs that a haul to a place in a country satisfies.
func (s *Solver) needsAt(place network.PlaceID, country string) uint8 {
	var mask uint8
	for i, f := range s.via {
		if s.touches(f, place, country) {
			mask |= 1 << i
		}
	}
	return mask
}

func (s *Solver) touches(f network.Feature, place network.PlaceID, country string) bool {
	switch f.Kind {
	case network.PlaceFeature:
		return network.PlaceID(f.Index) == place
	case network.CountryFeature:
		id := s.net.Countries[f.Index].ID
		return id == country || place != network.None && s.net.Places[place].Country == id
	}
	return false
}

// ParseEnd reads an end as people write it: a place id, a UN/LOCODE, a name in any of the four languages, with its country after it
// or without, or a point. The error is an *InputError that names the field.
func ParseEnd(net *Network, field, text string) (End, error) {
	text = strings.TrimSpace(text)
	if at, ok := ParsePoint(text); ok {
		return End{At: at}, nil
	}
	id, err := called(net, field, text, pointsToo)
	return End{Place: id}, err
}

// ParsePlace reads the id of a place, as ParseEnd does, where no point will do.
func ParsePlace(net *Network, field, text string) (string, error) {
	text = strings.TrimSpace(text)
	if _, ok := ParsePoint(text); ok {
		return "", &InputError{Field: field, Value: text, Reason: "is a point; a dwell is at a place"}
	}
	return called(net, field, text, placesAlone)
}

// called is the id of the one place that a text calls.
func called(net *Network, field, text string, will takes) (string, error) {
	called := net.Called(text)
	switch len(called) {
	case 0:
		return "", unknownPlace(net, field, text, will)
	case 1:
		return net.Places[called[0]].ID, nil
	}
	several := &InputError{Field: field, Value: text, Reason: fmt.Sprintf("is the beginning of %d names: give one in full", len(called))}
	for _, p := range called[:min(3, len(called))] {
		several.Nearest = append(several.Nearest, net.Places[p].Names.EN)
	}
	return "", several
}

// takes is what will do where a place is named.
type takes bool

const (
	placesAlone takes = false
	pointsToo   takes = true
)

func unknownPlace(net *Network, field, text string, will takes) error {
	wrong := &InputError{Field: field, Value: text, Reason: "is no place that Zhol knows: give an id, a UN/LOCODE, or a name"}
	if will == pointsToo {
		wrong.Reason = "is no place that Zhol knows: give an id, a UN/LOCODE, a name, or lat,lon"
	}
	if f, ok := net.Feature(text); ok && f.Kind == network.CountryFeature {
		country := net.Countries[f.Index]
		wrong.Reason = "is a country, " + country.Names.EN + ": give a place in it"
		if will == pointsToo {
			wrong.Reason += ", or lat,lon"
		}
		for i := range net.Places {
			if _, ok := net.YardOf(network.PlaceID(i)); ok && net.Places[i].Country == country.ID && len(wrong.Nearest) < 3 {
				wrong.Nearest = append(wrong.Nearest, net.Places[i].Names.EN)
			}
		}
		return wrong
	}
	if wrong.Nearest = namesake(net, text, 3); len(wrong.Nearest) == 0 {
		wrong.Nearest = net.NearestPlaces(text, 3)
	}
	return wrong
}

// namesake lists at most so many places that a text calls, or is spelt like, but for the country that it gives them.
func namesake(net *Network, text string, most int) (names []string) {
	name, _, ok := network.WithCountry(text)
	key := []rune(network.Fold(name))
	if !ok || !network.Spells(string(key)) || key[0] < 0x3000 && len(key) < 3 {
		return nil // with a letter or two many a name begins
	}
	for _, p := range net.Called(name) {
		if len(names) < most {
			names = append(names, net.Places[p].Names.EN)
		}
	}
	if len(names) == 0 {
		names = net.NearestPlaces(name, most)
	}
	return names
}

func searchCost(c tariff.Cost) search.Cost {
	return search.Cost{Money: c.Money, Time: c.Time, Carbon: c.Carbon, General: c.General}
}
