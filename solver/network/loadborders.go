package network

import "slices"

// linked finds a link by rail or road.
func (l *loader) linked(id string) (from, to PlaceID, crossed Countries, known bool) {
	for _, k := range l.n.RailLinks {
		if k.ID == id {
			return k.From, k.To, k.Countries, true
		}
	}
	for _, k := range l.n.RoadLinks {
		if k.ID == id {
			return k.From, k.To, k.Countries, true
		}
	}
	return None, None, Countries{}, false
}

func (l *loader) borders() error {
	for _, r := range l.rows["borders.csv"] {
		b := BorderCrossing{ID: r.at("id"), Link: r.at("link")}
		from, to, crossed, known := l.linked(b.Link)
		if !known {
			return r.fault("link", "%q is neither in rail_links.csv nor in road_links.csv", b.Link)
		}
		var err error
		if b.At, err = l.place(r, "at"); err != nil {
			return err
		}
		if slices.ContainsFunc(l.n.Borders, func(x BorderCrossing) bool { return x.Link == b.Link }) {
			return r.fault("link", "%s has a border already", b.Link)
		}
		if b.At != from && b.At != to {
			return r.fault("at", "%q is no end of %s", r.at("at"), b.Link)
		}
		switch r.at("kind") {
		case "customs":
			b.Customs = true
		case "union":
		default:
			return r.fault("kind", "%q is neither customs nor union", r.at("kind"))
		}
		if b.Countries, err = l.countriesOf(r); err != nil {
			return err
		}
		if b.Countries != crossed {
			return r.fault("countries", "%s is not what the link crosses", r.at("countries"))
		}
		if b.Provenance, err = r.provenance(l.n.Sources); err != nil {
			return err
		}
		l.n.Borders = append(l.n.Borders, b)
	}
	return nil
}

// openArea is the only customs union inside which trains are not handed over at borders.
const openArea = "EU"

// borderKnown checks that a link which leaves a country has its row in borders.csv, except inside a customs union: for
// trains only inside the one given, for lorries (union "") inside any.
func (l *loader) borderKnown(r row, link, union string) error {
	if slices.ContainsFunc(l.n.Borders, func(b BorderCrossing) bool { return b.Link == link }) {
		return nil
	}
	ids := r.list("countries")
	if union == "" {
		union = l.n.union[ids[0]]
	}
	apart := func(id string) bool { return union == "" || l.n.union[id] != union }
	if len(ids) == 1 || !slices.ContainsFunc(ids, apart) {
		return nil
	}
	return r.fault("countries", "a link across %s needs a row in borders.csv", r.at("countries"))
}
