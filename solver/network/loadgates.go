package network

import (
	"slices"
	"strings"
)

func (l *loader) passages() error {
	rows := l.rows["passages.csv"]
	if len(rows) > mostPassages {
		return rows[mostPassages].fault("id", "more than %d passages", mostPassages)
	}
	l.n.narrows = map[PlaceID]Passages{}
	for _, r := range rows {
		p, err := l.named(r)
		if err != nil {
			return err
		}
		shores, err := l.countriesOf(r)
		if err != nil {
			return err
		}
		for _, id := range r.list("ports") {
			port, known := l.n.placeOf[id]
			if !known || !l.n.Places[port].Roles.Has(Seaport) {
				return r.fault("ports", "%q is no seaport", id)
			}
			l.n.narrows[port] |= 1 << len(l.n.Passages)
		}
		l.n.Passages = append(l.n.Passages, p)
		l.n.shores = append(l.n.shores, shores)
	}
	return nil
}

// gates are the members of the gateways: which borders, ports, gauge changes and passages carry which bits.
type gates struct {
	border  map[string]Gateways // by id of BorderCrossing
	port    []Gateways          // by PlaceID
	gauge   []Gateways          // by PlaceID
	passage []Gateways          // by index of Passages
}

func (l *loader) gateways() error {
	rows := l.rows["gateways.csv"]
	if len(rows) > mostGateways {
		return rows[mostGateways].fault("id", "more than %d gateways", mostGateways)
	}
	l.gates = gates{map[string]Gateways{}, make([]Gateways, len(l.n.Places)), make([]Gateways, len(l.n.Places)), make([]Gateways, len(l.n.Passages))}
	for i, r := range rows {
		g, err := l.named(r)
		if err != nil {
			return err
		}
		if r.at("members") == "" {
			return r.fault("members", "is empty")
		}
		for _, member := range r.list("members") {
			if err := l.member(r, member, 1<<i); err != nil {
				return err
			}
		}
		l.n.Gateways = append(l.n.Gateways, g)
	}
	return nil
}

// member gives the bit of a gateway to one of its members, such as "border:als-dos".
func (l *loader) member(r row, member string, bit Gateways) error {
	kind, id, _ := strings.Cut(member, ":")
	place, isPlace := l.n.placeOf[id]
	switch kind {
	case "border":
		if !slices.ContainsFunc(l.n.Borders, func(b BorderCrossing) bool { return b.ID == id }) {
			return r.fault("members", "%q is not in borders.csv", id)
		}
		l.gates.border[id] |= bit
	case "port":
		if !isPlace || l.n.Places[place].Roles&(Seaport|CaspianPort|FerryPort) == 0 {
			return r.fault("members", "%q is no port", id)
		}
		l.gates.port[place] |= bit
	case "gauge":
		if !isPlace || !l.n.Places[place].Roles.Has(GaugeBreak) {
			return r.fault("members", "%q is no gauge break", id)
		}
		l.gates.gauge[place] |= bit
	case "passage":
		i := indexOf(l.n.Passages, id)
		if i < 0 {
			return r.fault("members", "%q is not in passages.csv", id)
		}
		l.gates.passage[i] |= bit
	default:
		return r.fault("members", "%q is none of border:, port:, gauge:, passage:", member)
	}
	return nil
}

// wholeWithin is how far, in thousandths, the length of a whole line and the sum of its pieces may differ.
const wholeWithin = 40

// checks are the rules that span several tables.
func (l *loader) checks() error {
	type pair struct{ a, b PlaceID }
	length := map[pair]Metres{}
	rows := l.rows["rail_links.csv"]
	for i, k := range l.n.RailLinks {
		p := pair{min(k.From, k.To), max(k.From, k.To)}
		if _, twice := length[p]; twice {
			return rows[i].fault("id", "%s and %s are linked already", rows[i].at("from"), rows[i].at("to"))
		}
		length[p] = k.Length
		if err := l.gaugesFit(rows[i], k); err != nil {
			return err
		}
		if err := l.borderKnown(rows[i], k.ID, openArea); err != nil && len(k.Whole) == 0 {
			return err
		}
	}
	for i, k := range l.n.RoadLinks {
		if err := l.borderKnown(l.rows["road_links.csv"][i], k.ID, ""); err != nil {
			return err
		}
	}
	for i, k := range l.n.RailLinks {
		if len(k.Whole) == 0 {
			continue
		}
		var sum Metres
		stops := slices.Concat([]PlaceID{k.From}, k.Whole, []PlaceID{k.To})
		for j := 1; j < len(stops); j++ {
			p := pair{min(stops[j-1], stops[j]), max(stops[j-1], stops[j])}
			piece, known := length[p]
			if !known {
				return rows[i].fault("via", "no link joins %s and %s", l.n.Places[stops[j-1]].ID, l.n.Places[stops[j]].ID)
			}
			sum += piece
		}
		if off := max(sum-k.Length, k.Length-sum); off*1000 > k.Length*wholeWithin {
			return rows[i].fault("km", "%.1f km, but its pieces sum to %.1f km", k.Length.Km(), sum.Km())
		}
	}
	return nil
}

// gaugesFit checks that both ends have tracks of every gauge of the link: as an end with several gauges must be a gauge
// break, no train changes gauge anywhere else.
func (l *loader) gaugesFit(r row, k RailLink) error {
	if len(k.Whole) > 0 {
		return nil
	}
	for _, end := range []PlaceID{k.From, k.To} {
		p := l.n.Places[end]
		for _, g := range k.Gauges {
			if !slices.Contains(p.Gauges, g) {
				return r.fault("gauges", "%s has no track of %d mm", p.ID, g)
			}
		}
		if len(p.Gauges) > 1 && !p.Roles.Has(GaugeBreak) {
			return r.fault("gauges", "%s has tracks of %v mm but is no gauge break", p.ID, p.Gauges)
		}
	}
	return nil
}
