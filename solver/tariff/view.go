package tariff

import "zhol/solver/network"

// Scenario is what prices and closures depend on.
type Scenario struct {
	Market      string            // a date of Markets, such as "2024-06"; empty for the latest
	Closed      []network.Feature // at most MostClosed
	CargoValue  int64             // US cents per FEU; 0 for the default of the tables
	CarbonPrice int64             // US cents per tonne of CO2e
	Wagons      bool              // ordinary wagons instead of a block train
	Cargo       Cargo
	SecondTrack bool // from Dostyk to Mointy trains run as promised of the second track
	NoSubsidy   bool // what China's provinces pay for a train falls to the shipper
	Planned     bool // planned lines are open
	Month       int  // from 1 to MostMonth, in which the weather is that of the month; 0 for the year's mean
	BorderHours int  // saved of the dwell at every border, as far as there are so many
	Levels      []Level
}

// View is what every arc of a network costs under one scenario. The network itself is shared, never copied. A View is
// immutable once made.
//
// The slices are indexed by network.ArcID. General is Money, plus the value of Time and of Spread, plus the price of
// Carbon.
type View struct {
	Net      *network.Network
	Scenario Scenario
	Money    []int64  // US cents per FEU, or per TEU where the cargo goes in one
	Time     []int64  // seconds, typical
	Spread   []int64  // seconds, standard deviation
	Carbon   []int64  // grams CO2e, well to wheel
	General  []int64  // millionths of a US dollar
	Known    []Known  // what the costs rest on
	ClosedBy []uint64 // bit i: Scenario.Closed[i] closes the arc; Unfit: the cargo may not use it; Absent: it is not there; 0: open
	book     *book
	worth    worth
	traits   []string                      // of the cargo
	byRoad   boxing                        // of every haul by road
	bySea    boxing                        // of every voyage
	schedule *record                       // how late ships are by chance
	tolls    []*record                     // by passage; nil where there is none
	abroad   map[network.NodeID]string     // the country that rails come from, for nodes AtBorder
	ferries  map[string]*network.FerryLink // by ID
	rails    map[string]*network.RailLink  // by ID
}

// Cost is what one arc or haul takes.
type Cost struct {
	Money, Time, Spread, Carbon, General int64 // in the units of View
}

// Known tells in short what a cost rests on.
type Known struct {
	Soft     int64          // the part of Money that rests on estimated or recalled figures, US cents
	SoftTime int64          // the part of Time that does
	Status   network.Status // of the weakest figure
}

// Row is one figure of a cost and why: the rows of an arc sum to its Cost, to the cent, the second and the gram.
type Row struct {
	Cause  string // "haulage", "lift", "wait", "dwell", "gauge change", "border fee", "port handling", "sea freight", "canal toll", "running", "traction", …
	Text   string // the arithmetic in words, such as "1,354 km x 0.61 USD/FEU-km"
	Money  int64
	Time   int64
	Spread int64
	Carbon int64
	Worth  Worth
	network.Provenance
}
