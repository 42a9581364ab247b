package network

import (
	"slices"
	"strconv"
)

// regions are the sea-freight regions: the freight between two ports depends on the pair of their regions.
var regions = []string{"east-asia", "se-asia", "south-asia", "gulf", "red-sea", "med", "black-sea", "n-europe", "baltic"}

// Regions lists the sea-freight regions.
func Regions() []string { return slices.Clone(regions) }

var gauges = []Gauge{Metre, Standard, Broad, Iberian, Indian}

var roleNames = map[string]Roles{
	"seaport": Seaport, "caspian-port": CaspianPort, "terminal": Terminal, "junction": Junction,
	"border": BorderPoint, "gauge-break": GaugeBreak, "ferry-port": FerryPort, "planned": Planned,
}

// The most countries, passages and gateways that their sets of bits can hold.
const (
	mostCountries = 128
	mostPassages  = 32
	mostGateways  = 32
)

// loader turns rows into the parts of a network, in the order in which they rest on each other.
type loader struct {
	n     *Network
	rows  map[string][]row
	gates gates
	lanes *lanes
	pause func()
}

func (l *loader) sources() error {
	for _, r := range l.rows["sources.csv"] {
		title, err := r.text("title")
		if err != nil {
			return err
		}
		publisher, err := r.text("publisher")
		if err != nil {
			return err
		}
		key := r.at("key")
		l.n.Sources[key] = Source{key, title, publisher, r.at("year"), r.at("address")}
	}
	return nil
}

// named reads the id, names and provenance that countries, passages and gateways share.
func (l *loader) named(r row) (Named, error) {
	names, err := r.names()
	if err != nil {
		return Named{}, err
	}
	p, err := r.provenance(l.n.Sources)
	return Named{ID: r.at("id"), Names: names, Provenance: p}, err
}

func (l *loader) countries() error {
	rows := l.rows["countries.csv"]
	if len(rows) > mostCountries {
		return rows[mostCountries].fault("id", "more than %d countries", mostCountries)
	}
	l.n.union = make(map[string]string, len(rows))
	for _, r := range rows {
		c, err := l.named(r)
		if err != nil {
			return err
		}
		if len(c.ID) != 2 {
			return r.fault("id", "%q is not a code of two letters", c.ID)
		}
		l.n.Countries = append(l.n.Countries, c)
		l.n.union[c.ID] = r.at("union")
	}
	return nil
}

func (l *loader) places() error {
	codes := map[string]string{}
	for _, r := range l.rows["places.csv"] {
		p := Place{ID: r.at("id"), Code: r.at("code"), Country: r.at("country"), Region: r.at("region")}
		var err error
		if p.Names, err = r.names(); err != nil {
			return err
		}
		if _, known := l.n.union[p.Country]; !known {
			return r.fault("country", "%q is not in countries.csv", p.Country)
		}
		if p.Code != "" {
			if len(p.Code) != 5 || p.Code[:2] != p.Country {
				return r.fault("code", "%q is not a UN/LOCODE of %s", p.Code, p.Country)
			}
			if other, twice := codes[p.Code]; twice {
				return r.fault("code", "%q is the code of %s", p.Code, other)
			}
			codes[p.Code] = p.ID
		}
		if p.At.Lon, err = r.number("lon", -180, 180); err != nil {
			return err
		}
		if p.At.Lat, err = r.number("lat", -90, 90); err != nil {
			return err
		}
		if p.Roles, err = r.roles("roles"); err != nil {
			return err
		}
		if p.Gauges, err = r.gauges("gauges"); err != nil {
			return err
		}
		if p.Roles.Has(GaugeBreak) && len(p.Gauges) < 2 {
			return r.fault("gauges", "a gauge break needs two gauges")
		}
		if p.Roles.Has(Seaport) != (p.Region != "") {
			return r.fault("region", "a seaport has a sea-freight region, and nothing else has")
		}
		if p.Region != "" && !slices.Contains(regions, p.Region) {
			return r.fault("region", "%q is none of %v", p.Region, regions)
		}
		if p.Provenance, err = r.provenance(l.n.Sources); err != nil {
			return err
		}
		l.n.placeOf[p.ID] = PlaceID(len(l.n.Places))
		l.n.Places = append(l.n.Places, p)
	}
	return nil
}

// aliases are further names and codes of places: of cities that a terminal serves, and older ones.
func (l *loader) aliases() error {
	for _, r := range l.rows["aliases.csv"] {
		p, err := l.place(r, "id")
		if err != nil {
			return err
		}
		l.n.Places[p].Also = r.at("also")
	}
	return nil
}

func (r row) roles(field string) (Roles, error) {
	var out Roles
	for _, name := range r.list(field) {
		role, known := roleNames[name]
		if !known {
			return 0, r.fault(field, "%q is no role of a place", name)
		}
		out |= role
	}
	if out == 0 {
		return 0, r.fault(field, "is empty")
	}
	return out, nil
}

func (r row) gauges(field string) ([]Gauge, error) {
	var out []Gauge
	for _, text := range r.list(field) {
		mm, err := strconv.Atoi(text)
		g := Gauge(mm)
		if err != nil || !slices.Contains(gauges, g) {
			return nil, r.fault(field, "%q is none of the gauges %v", text, gauges)
		}
		if len(out) > 0 && out[len(out)-1] >= g {
			return nil, r.fault(field, "gauges must rise: %s", r.at(field))
		}
		out = append(out, g)
	}
	return out, nil
}
