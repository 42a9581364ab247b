package tariff

import "zhol/solver/network"

// mini is a network small enough to price by hand, with every kind of arc and work: Xi'an by rail over Dostyk to
// Duisburg, Shanghai by sea through Suez to Rotterdam, a ferry over the Caspian, and a lorry.
func mini() *network.Network {
	const at = network.PlaceID(network.None)
	place := func(id, country, region string, lon, lat float64) network.Place {
		return network.Place{ID: id, Country: country, Region: region, At: network.LonLat{Lon: lon, Lat: lat}}
	}
	n := &network.Network{
		Places: []network.Place{
			place("sia", "CN", "", 108.9, 34.3), place("als", "CN", "", 82.6, 45.2), place("dos", "KZ", "", 82.5, 45.2),
			place("bqt", "BY", "", 23.7, 52.1), place("mal", "PL", "", 23.5, 52), place("dui", "DE", "", 6.8, 51.4),
			place("sha", "CN", "east-asia", 121.5, 31.2), place("rtm", "NL", "n-europe", 4.1, 52),
			place("aau", "KZ", "", 51.2, 43.6), place("alat", "AZ", "", 49.4, 40), place("kur", "KZ", "", 51.7, 43.2),
		},
		Countries: []network.Named{{ID: "CN"}, {ID: "KZ"}, {ID: "EG"}},
		Passages:  []network.Named{{ID: "suez", Names: network.Names{EN: "Suez Canal"}}},
		Ferries:   []network.FerryLink{{ID: "aau-alat", HeadwayHours: 96, Provenance: network.Provenance{Sources: []string{"TBT"}}}},
		Gateways:  []network.Named{{ID: "dostyk"}, {ID: "suez"}},
	}
	node := func(place network.PlaceID, layer network.Layer, gauge network.Gauge) network.NodeID {
		for i, have := range n.Nodes {
			if have.Place == place && have.Layer == layer && have.Gauge == gauge && place != at {
				return network.NodeID(i)
			}
		}
		n.Nodes = append(n.Nodes, network.Node{Place: place, Layer: layer, Gauge: gauge})
		return network.NodeID(len(n.Nodes) - 1)
	}
	run := func(kind network.Kind, railway, row string, km int, from, to network.NodeID) *network.Arc {
		n.Arcs = append(n.Arcs, network.Arc{From: from, To: to, Kind: kind, Railway: railway, Row: row, Place: at,
			Length: network.Metres(km * 1000), Provenance: network.Provenance{Sources: []string{"KM"}}})
		return &n.Arcs[len(n.Arcs)-1]
	}
	do := func(work network.Work, where network.PlaceID, from, to network.NodeID) *network.Arc {
		n.Arcs = append(n.Arcs, network.Arc{From: from, To: to, Kind: network.Transfer, Work: work, Place: where})
		return &n.Arcs[len(n.Arcs)-1]
	}
	const std, broad = network.Standard, network.Broad
	do(network.LiftOn, 0, node(0, network.Yard, 0), node(0, network.OnRail, std))
	run(network.Rail, "CR", "sia-als", 3700, node(0, network.OnRail, std), node(1, network.OnRail, std)).Countries = network.Countries{1}
	run(network.Rail, "CR", "als-dos", 12, node(1, network.OnRail, std), node(2, network.AtBorder, std)).Countries = network.Countries{3}
	*do(network.Border, 2, node(2, network.AtBorder, std), node(2, network.OnRail, std)) = network.Arc{
		From: node(2, network.AtBorder, std), To: node(2, network.OnRail, std), Kind: network.Transfer, Work: network.Border, Place: 2, Countries: network.Countries{3}, Gateways: 1}
	do(network.Border, 2, node(2, network.OnRail, std), node(2, network.AtBorder, std)).Gateways = 1
	do(network.GaugeChange, 2, node(2, network.OnRail, std), node(2, network.OnRail, broad)).Gateways = 1
	run(network.Rail, "KTZ", "dos-bqt", 5430, node(2, network.OnRail, broad), node(3, network.OnRail, broad)).Countries = network.Countries{2}
	run(network.Rail, "KTZ", "dos-bqt", 5430, node(3, network.OnRail, broad), node(2, network.OnRail, broad)).Countries = network.Countries{2}
	run(network.Rail, "BC", "bqt-mal", 15, node(3, network.OnRail, broad), node(4, network.AtBorder, broad))
	do(network.Border, 4, node(4, network.AtBorder, broad), node(4, network.OnRail, broad))
	do(network.GaugeChange, 4, node(4, network.OnRail, broad), node(4, network.OnRail, std))
	run(network.Rail, "PKP", "mal-dui", 1150, node(4, network.OnRail, std), node(5, network.OnRail, std))
	do(network.LiftOff, 5, node(5, network.OnRail, std), node(5, network.Yard, 0))

	do(network.PortLoad, 6, node(6, network.Yard, 0), node(6, network.QuayOut, 0))
	east, west := node(at, network.SeaEnd, 0), node(at, network.SeaEnd, 0)
	run(network.Sea, "", "", 13600, node(6, network.QuayOut, 0), east)
	suez := run(network.Sea, "", "", 190, east, west)
	suez.Passages, suez.Gateways, suez.Countries = 1, 2, network.Countries{4}
	run(network.Sea, "", "", 5841, west, node(7, network.QuayIn, 0)).Lane = network.Lane{From: "east-asia", To: "n-europe"}
	do(network.PortUnload, 7, node(7, network.QuayIn, 0), node(7, network.Yard, 0))
	do(network.FerryLoad, 8, node(8, network.Yard, 0), node(8, network.FerryOut, 0))
	run(network.Ferry, "", "aau-alat", 470, node(8, network.FerryOut, 0), node(9, network.FerryIn, 0))
	do(network.FerryUnload, 9, node(9, network.FerryIn, 0), node(9, network.Yard, 0))
	run(network.Road, "", "aau-kur", 75, node(8, network.Yard, 0), node(10, network.Yard, 0)).Countries = network.Countries{2}
	for i := range n.Arcs { // every train runs west but one
		if n.Arcs[i].Kind == network.Rail {
			n.Arcs[i].Trade = network.Outward
		}
	}
	n.Arcs[7].Trade = network.Return
	return n
}
