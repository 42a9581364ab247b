package network

import "slices"

// shortBy is how far under the great circle a length may lie, in thousandths: places stand for terminals some
// kilometres from their coordinates.
const shortBy = 5

var states = map[string]State{"open": Open, "planned": NotYet, "closed": Shut}

// waters of the ferries.
var waters = []string{"caspian", "black-sea", "baltic"}

// ends reads the two places of a link, its length and its line where the table has one, and holds the length against the great circle.
func (l *loader) ends(r row) (from, to PlaceID, length Metres, line []LonLat, err error) {
	if from, err = l.place(r, "from"); err != nil {
		return
	}
	if to, err = l.place(r, "to"); err != nil {
		return
	}
	if from == to {
		err = r.fault("to", "the link ends where it begins")
		return
	}
	if length, err = r.metres("km"); err != nil {
		return
	}
	a, b := l.n.Places[from].At, l.n.Places[to].At
	if straight := GreatCircle(a, b); length*1000 < straight*(1000-shortBy) {
		err = r.fault("km", "%.1f km is shorter than the great circle, %.1f km", length.Km(), straight.Km())
		return
	}
	var way []LonLat
	if _, has := r.column["waypoints"]; has {
		way, err = r.points("waypoints")
	}
	return from, to, length, slices.Concat([]LonLat{a}, way, []LonLat{b}), err
}

func (l *loader) place(r row, field string) (PlaceID, error) {
	id, known := l.n.placeOf[r.at(field)]
	if !known {
		return None, r.fault(field, "%q is not in places.csv", r.at(field))
	}
	return id, nil
}

// countriesOf reads a list of country codes, which must hold those of the places given.
func (l *loader) countriesOf(r row, holding ...PlaceID) (Countries, error) {
	var out Countries
	for _, id := range r.list("countries") {
		i := indexOf(l.n.Countries, id)
		if i < 0 {
			return out, r.fault("countries", "%q is not in countries.csv", id)
		}
		out = out.With(i)
	}
	for _, p := range holding {
		if c := l.n.Places[p].Country; !out.Has(indexOf(l.n.Countries, c)) {
			return out, r.fault("countries", "%s, where %s lies, is missing", c, l.n.Places[p].ID)
		}
	}
	return out, nil
}

func indexOf(list []Named, id string) int {
	return slices.IndexFunc(list, func(n Named) bool { return n.ID == id })
}

func (r row) state() (State, error) {
	s, known := states[r.at("state")]
	if !known {
		return 0, r.fault("state", "%q is none of open, planned, closed", r.at("state"))
	}
	return s, nil
}

func (l *loader) railLinks() error {
	for _, r := range l.rows["rail_links.csv"] {
		k := RailLink{ID: r.at("id")}
		var err error
		if k.From, k.To, k.Length, k.Line, err = l.ends(r); err != nil {
			return err
		}
		if k.ID != r.at("from")+"-"+r.at("to") {
			return r.fault("id", "%q is not from-to", k.ID)
		}
		if k.Gauges, err = r.gauges("gauges"); err != nil {
			return err
		}
		if len(k.Gauges) == 0 {
			return r.fault("gauges", "is empty")
		}
		if k.Railway, err = r.text("railway"); err != nil {
			return err
		}
		if k.Countries, err = l.countriesOf(r, k.From, k.To); err != nil {
			return err
		}
		if k.State, err = r.state(); err != nil {
			return err
		}
		for _, field := range []string{"traction", "tracks", "opened"} {
			if err := k.set(r, field, field); err != nil {
				return err
			}
		}
		for _, id := range r.list("via") {
			p, known := l.n.placeOf[id]
			if !known {
				return r.fault("via", "%q is not in places.csv", id)
			}
			k.Whole = append(k.Whole, p)
		}
		if k.Provenance, err = r.provenance(l.n.Sources); err != nil {
			return err
		}
		l.n.RailLinks = append(l.n.RailLinks, k)
	}
	return nil
}

// set reads one field of a link from a column; nothing is known where it is empty.
func (k *RailLink) set(r row, field, column string) error {
	value := r.at(column)
	if value == "" {
		return nil
	}
	switch field {
	case "traction":
		if k.Traction = value; value != "electric" && value != "diesel" {
			return r.fault(column, "%q is neither electric nor diesel", value)
		}
	case "tracks":
		if k.Tracks = slices.Index([]string{"", "1", "2"}, value); k.Tracks < 1 {
			return r.fault(column, "%q is neither 1 nor 2", value)
		}
	case "opened", "closed":
		year, err := r.number(column, 1800, 2100)
		if err != nil {
			return err
		}
		if field == "opened" {
			k.Opened = int(year)
		} else {
			k.Closed = int(year)
		}
	}
	return nil
}

// railFacts reads what is known of links otherwise than their lengths: from another source, or with another status.
func (l *loader) railFacts() error {
	for _, r := range l.rows["rail_facts.csv"] {
		i := slices.IndexFunc(l.n.RailLinks, func(k RailLink) bool { return k.ID == r.at("link") })
		if i < 0 {
			return r.fault("link", "%q is not in rail_links.csv", r.at("link"))
		}
		k, field := &l.n.RailLinks[i], r.at("field")
		if r.at("id") != k.ID+":"+field {
			return r.fault("id", "%q is not link:field", r.at("id"))
		}
		if !slices.Contains([]string{"opened", "closed", "traction", "tracks"}, field) {
			return r.fault("field", "%q is none of opened, closed, traction, tracks", field)
		}
		if _, err := r.text("value"); err != nil {
			return err
		}
		told := map[string]bool{"opened": k.Opened > 0, "closed": k.Closed > 0, "traction": k.Traction != "", "tracks": k.Tracks > 0}
		if told[field] {
			return r.fault("field", "%s of %s is told already", field, k.ID)
		}
		if err := k.set(r, field, "value"); err != nil {
			return err
		}
		if field == "closed" && k.State != Shut {
			return r.fault("field", "%s is not closed", k.ID)
		}
		p, err := r.provenance(l.n.Sources)
		if err != nil {
			return err
		}
		if k.Facts == nil {
			k.Facts = map[string]Provenance{}
		}
		k.Facts[field] = p
	}
	return nil
}

func (l *loader) ferries() error {
	for _, r := range l.rows["ferries.csv"] {
		f := FerryLink{ID: r.at("id"), Water: r.at("kind")}
		var err error
		if f.From, f.To, f.Length, _, err = l.ends(r); err != nil {
			return err
		}
		if !slices.Contains(waters, f.Water) {
			return r.fault("kind", "%q is none of %v", f.Water, waters)
		}
		role := FerryPort
		if f.Water == "caspian" {
			role = CaspianPort
		}
		for _, field := range []string{"from", "to"} {
			if p := l.n.placeOf[r.at(field)]; !l.n.Places[p].Roles.Has(role) {
				return r.fault(field, "%s is no port of such ferries", r.at(field))
			}
		}
		if f.HeadwayHours, err = r.number("headway_h", 1, 1000); err != nil {
			return err
		}
		if f.Countries, err = l.countriesOf(r, f.From, f.To); err != nil {
			return err
		}
		for _, id := range r.list("passages") {
			i := indexOf(l.n.Passages, id)
			if i < 0 {
				return r.fault("passages", "%q is not in passages.csv", id)
			}
			f.Passages |= 1 << i
		}
		if f.State, err = r.state(); err != nil {
			return err
		}
		if r.at("opened") != "" {
			year, err := r.number("opened", 1800, 2100)
			if err != nil {
				return err
			}
			f.Opened = int(year)
		}
		if f.Provenance, err = r.provenance(l.n.Sources); err != nil {
			return err
		}
		l.n.Ferries = append(l.n.Ferries, f)
	}
	return nil
}

func (l *loader) roadLinks() error {
	for _, r := range l.rows["road_links.csv"] {
		k := RoadLink{ID: r.at("id")}
		var err error
		if k.From, k.To, k.Length, k.Line, err = l.ends(r); err != nil {
			return err
		}
		if !l.n.Places[k.From].HasYard() {
			return r.fault("from", "%s has no yard", r.at("from"))
		}
		if !l.n.Places[k.To].HasYard() {
			return r.fault("to", "%s has no yard", r.at("to"))
		}
		if k.Countries, err = l.countriesOf(r, k.From, k.To); err != nil {
			return err
		}
		if k.Provenance, err = r.provenance(l.n.Sources); err != nil {
			return err
		}
		l.n.RoadLinks = append(l.n.RoadLinks, k)
	}
	return nil
}
