package network

// incidence lists the arcs at each node in one flat slice.
type incidence struct {
	first []int32 // the arcs of v are arcs[first[v]:first[v+1]]
	arcs  []ArcID
}

func newIncidence(nodes int, arcs []Arc, at func(Arc) NodeID) incidence {
	x := incidence{make([]int32, nodes+1), make([]ArcID, len(arcs))}
	for _, a := range arcs {
		x.first[at(a)+1]++
	}
	for v := range nodes {
		x.first[v+1] += x.first[v]
	}
	next := append([]int32(nil), x.first...)
	for i, a := range arcs {
		v := at(a)
		x.arcs[next[v]] = ArcID(i)
		next[v]++
	}
	return x
}

// Out lists the arcs that leave v, in ascending order. Do not write to it.
func (n *Network) Out(v NodeID) []ArcID { return n.out.arcs[n.out.first[v]:n.out.first[v+1]] }

// In lists the arcs that arrive at v, in ascending order. Do not write to it.
func (n *Network) In(v NodeID) []ArcID { return n.in.arcs[n.in.first[v]:n.in.first[v+1]] }

// YardOf is the node where a box stands on the ground at a place; false where none can.
func (n *Network) YardOf(p PlaceID) (NodeID, bool) {
	v := n.yardOf[p]
	return v, v != None
}

// PlaceByID finds a place by its id.
func (n *Network) PlaceByID(id string) (PlaceID, bool) {
	p, ok := n.placeOf[id]
	return p, ok
}

// DrawnOf lists the pieces of Drawing that an arc runs along, in order; none for a transfer. Do not write to it.
func (n *Network) DrawnOf(a ArcID) []int32 { return n.drawnOf[a] }

// Ferry is the row of ferries.csv with this id, which the Row of a ferry arc and of its loading names.
func (n *Network) Ferry(id string) (FerryLink, bool) {
	for _, f := range n.Ferries {
		if f.ID == id {
			return f, true
		}
	}
	return FerryLink{}, false
}
