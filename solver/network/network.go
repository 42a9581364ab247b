// Package network says what exists: places, links, gauges, sea lanes, gateways, and the sources they are known from.
//
// A Network is immutable once loaded and shared by every view and every search on it. Go cannot enforce this: nothing
// outside this package may write to what it hands out.
package network

// Names of a place in the four languages that Zhol can read.
type Names struct{ EN, RU, KK, ZH string }

// Place is a port, rail terminal, border station or junction.
type Place struct {
	ID      string // short id of our own, such as "khg_dp"
	Code    string // UN/LOCODE, or empty
	Names   Names
	Also    string // further names and codes, such as of the city that the terminal serves, between semicolons
	Country string // ISO 3166-1 alpha-2
	At      LonLat
	Roles   Roles
	Gauges  []Gauge // of the tracks there
	Region  string  // sea-freight region of a seaport, such as "east-asia"; empty elsewhere
	Provenance
}

// Roles is the set of things a place is for.
type Roles uint16

// The roles of a place.
const (
	Seaport     Roles = 1 << iota // deep-sea container ships call
	CaspianPort                   // Caspian ferries and feeders call
	Terminal                      // containers are lifted to and from trains
	Junction                      // lines meet; no box is lifted
	BorderPoint                   // a country border is crossed here or next to it
	GaugeBreak                    // wagons of two gauges meet and boxes change over
	FerryPort                     // short-sea ferries or feeders call (Baltic, Black Sea)
	Planned                       // not open yet
)

// Has reports whether every role of want is in r.
func (r Roles) Has(want Roles) bool { return r&want == want }

// Layer tells the several nodes of one place apart.
type Layer uint8

// The layers of a place.
const (
	Yard     Layer = iota // the box stands on the ground
	OnRail                // on a wagon of Node.Gauge
	AtBorder              // on a wagon of Node.Gauge, on the far side of the border from OnRail
	QuayOut               // on a ship about to sail
	QuayIn                // on a ship that has arrived
	FerryOut              // on a ferry about to sail
	FerryIn               // on a ferry that has arrived
	SeaEnd                // at one end of a passage, on a ship loaded in Node.Region; Place is None
)

// Node is a place in one of its layers, or the end of a sea passage.
type Node struct {
	Place  PlaceID
	Layer  Layer
	Gauge  Gauge
	Region string // of loading, for SeaEnd
	End    int32  // index of the passage end, for SeaEnd; of the row of Borders, for AtBorder
}

// Arc is one directed thing that can be done with a box.
type Arc struct {
	From, To  NodeID
	Kind      Kind
	Work      Work      // what a Transfer does
	Length    Metres    // 0 for a Transfer
	Gauge     Gauge     // of a rail arc; the gauge arrived on, for a GaugeChange
	Row       string    // id of the table row that the tariff looks up: see the tables' own comments
	Railway   string    // of a rail arc, such as "KTZ"; the key of the tariff's railway tables
	Place     PlaceID   // where a Transfer is done; None otherwise
	Countries Countries // crossed or stood in
	Passages  Passages  // sailed through
	Gateways  Gateways  // passed
	Trade     Trade     // of a rail arc: how it lies to the trade
	Opened    int16     // year in which the line was opened; 0 where it is not known
	Closed    int16     // of a rail arc: year in which trains ran last; there only in the network of that year or one before; 0 where they run
	Planned   bool      // of a rail arc: not built yet; there only for those who suppose that it is
	Lane      Lane      // set on the sea arc that arrives at a port: where the freight is paid for
	Provenance
}

// Lane is a pair of sea-freight regions.
type Lane struct{ From, To string }

// Countries, Passages and Gateways are sets of indices into the lists of the same name of a Network.
type (
	Countries [2]uint64
	Passages  uint32
	Gateways  uint32
)

// Has tells whether a country is in the set.
func (c Countries) Has(i int) bool { return c[i>>6]&(1<<(i&63)) != 0 }

// With is the set and one more country.
func (c Countries) With(i int) Countries {
	c[i>>6] |= 1 << (i & 63)
	return c
}

// Named is a country, passage or gateway: something that can be passed, closed or insisted on.
type Named struct {
	ID    string // "RU"; "suez"; "khorgos"
	Names Names
	Provenance
}

// Source is a document that figures were read from.
type Source struct{ Key, Title, Publisher, Year, Address string }

// Drawn is one line on the map: a rail link, a ferry, or a piece of a sea lane. Many arcs may run along it.
type Drawn struct {
	Kind    Kind
	Line    []LonLat
	Planned bool
	Gone    bool // no trains run any more
}

// Network is everything that exists. Build one with Load.
type Network struct {
	Version   string // of the tables: the first twelve hex digits of their hash
	Places    []Place
	Nodes     []Node
	Arcs      []Arc
	Countries []Named
	Passages  []Named
	Gateways  []Named
	Sources   map[string]Source
	Drawing   []Drawn
	RailLinks []RailLink
	Ferries   []FerryLink
	RoadLinks []RoadLink
	Borders   []BorderCrossing
	drawnOf   [][]int32 // by ArcID: the pieces of Drawing it runs along, in order
	placeOf   map[string]PlaceID
	yardOf    []NodeID             // by PlaceID; None where no box can stand
	shores    []Countries          // by index of Passages
	narrows   map[PlaceID]Passages // of the ports that are shut with a passage, but to one another
	union     map[string]string    // customs territory by country
	out, in   incidence
	words     []word // that Find, Feature and Nearest look through
	lanes     *lanes
	land      *land
	atlas     *atlas
	realms    []Realm // by PlaceID
}

// FeatureKind says which of its lists a Feature is in.
type FeatureKind uint8

// The kinds of Feature.
const (
	PlaceFeature FeatureKind = iota
	CountryFeature
	PassageFeature
	GatewayFeature
	AfterFeature // every line opened after a year, planned ones among them
)

// Feature is anything that can be closed, or that a route can be made to pass.
type Feature struct {
	Kind  FeatureKind
	Index int32 // into Places, Countries, Passages or Gateways; the year of an AfterFeature
}
