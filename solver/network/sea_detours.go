package network

// detours tells which ships that come out of a passage can save anything by a way in open water. None can where they would
// have done no worse
//
//   - by turning for it before the passage, at its other end, or
//   - by sailing for it straight from their port, through no passage at all.
//
// Leaving such ways out changes no best way under any closure, as a way in open water is shut only with the port it leads
// to. It keeps the network that is searched small.
type detours struct {
	free  map[[2]int32]Metres   // between stops by open water, by lane node
	whole map[int32]throughWay  // by lane node of a passage end: the way through, from the other end
	open  map[int32][]Metres    // from the end of a passage to every lane node, all passages open; -1 for none
	ports map[string][]laneStop // by region
}

// throughWay is the way through a passage to one of its ends.
type throughWay struct {
	from   int32 // lane node of the other end
	length Metres
}

func (b *builder) detours(hops []laneHop) *detours {
	d := &detours{free: map[[2]int32]Metres{}, whole: map[int32]throughWay{}, open: map[int32][]Metres{}, ports: map[string][]laneStop{}}
	for _, h := range hops {
		if h.Passage == "" {
			d.free[[2]int32{h.From.node, h.To.node}] = h.Length
		} else {
			d.whole[h.To.node] = throughWay{h.From.node, h.Length}
		}
	}
	t := b.lanes.newTree()
	for _, e := range b.lanes.ends {
		t.grow(e.node, None, func(*laneEdge) bool { return true })
		d.open[e.node] = append([]Metres(nil), t.far...)
		b.pause()
	}
	for _, stop := range b.lanes.ports {
		if p := &b.n.Places[b.n.placeOf[stop.Port]]; p.Roles.Has(Seaport) {
			d.ports[p.Region] = append(d.ports[p.Region], stop)
		}
	}
	return d
}

// saves tells whether any ship that was loaded in the region and has come out of a passage at h.From is better off by h.
func (d *detours) saves(region string, h laneHop) bool {
	through := d.whole[h.From.node]
	if through.from == h.To.node {
		return false
	}
	if before, known := d.free[[2]int32{through.from, h.To.node}]; known && before <= through.length+h.Length {
		return false
	}
	for _, port := range d.ports[region] {
		come := d.open[through.from][port.node]
		if come < 0 || port.node == h.To.node {
			continue
		}
		straight, known := d.free[[2]int32{port.node, h.To.node}]
		if !known || straight > come+through.length+h.Length {
			return true
		}
	}
	return false
}
