package network

// Affects tells whether closing f removes arc a: every arc in a country or along a passage; every line opened after a
// year, or not opened yet; everything that begins, ends or is done at a place; all that carries a gateway's bit.
func (n *Network) Affects(f Feature, a ArcID) bool {
	arc := &n.Arcs[a]
	switch f.Kind {
	case CountryFeature:
		return arc.Countries.Has(int(f.Index))
	case PassageFeature:
		return arc.Passages&(1<<f.Index) != 0
	case GatewayFeature:
		return arc.Gateways&(1<<f.Index) != 0
	}
	if f.Kind == AfterFeature {
		return arc.Planned || int(arc.Opened) > int(f.Index)
	}
	p := PlaceID(f.Index)
	return arc.Place == p || n.Nodes[arc.From].Place == p || n.Nodes[arc.To].Place == p
}

// OpenBorder tells whether a box may be hauled by road from one country to the other without customs. Of a country that is not
// in the tables nothing is known: two of them may be the same or not.
func (n *Network) OpenBorder(a, b string) bool {
	return a == b && a != "" || n.union[a] != "" && n.union[a] == n.union[b]
}
