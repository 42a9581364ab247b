package network

import (
	"fmt"
	"slices"
	"strings"
)

// NodeID numbers a Node of one Network; ArcID an Arc; PlaceID a Place.
type (
	NodeID  int32
	ArcID   int32
	PlaceID int32
)

// None is the id of nothing: no place, no passage, no gateway.
const None = -1

// Metres is a length along the ground or the water.
type Metres int64

// Km is the length in kilometres, for showing.
func (m Metres) Km() float64 { return float64(m) / 1000 }

// Gauge is the distance between rails in millimetres; 0 where there are no rails.
type Gauge uint16

// The gauges of the corridors.
const (
	Standard Gauge = 1435
	Broad    Gauge = 1520
	Iberian  Gauge = 1668
	Metre    Gauge = 1000
	Indian   Gauge = 1676
)

// Kind is the mode of an arc, as a waybill would name it.
type Kind uint8

// AllKinds in the order in which they are declared.
const (
	Rail Kind = iota
	Sea
	Ferry
	Road
	Transfer
)

// AllKinds lists every Kind.
var AllKinds = []Kind{Rail, Sea, Ferry, Road, Transfer}

func (k Kind) String() string {
	return [...]string{"rail", "sea", "ferry", "road", "transfer"}[k]
}

// Work says what a Transfer does.
type Work uint8

// The works of a Transfer; NoWork on every other kind of arc.
const (
	NoWork      Work = iota
	LiftOn           // from the yard onto a train, with the wait for its departure
	LiftOff          // from a train to the yard
	PortLoad         // from the yard onto a ship, with the wait for its sailing
	PortUnload       // from a ship to the yard
	FerryLoad        // from the yard onto a ferry or feeder, with the wait for its sailing
	FerryUnload      // from a ferry or feeder to the yard
	GaugeChange      // from wagons of one gauge to wagons of another
	Border           // customs and railway hand-over at a border crossing
)

// AllWorks lists every Work of a Transfer.
var AllWorks = []Work{LiftOn, LiftOff, PortLoad, PortUnload, FerryLoad, FerryUnload, GaugeChange, Border}

func (w Work) String() string {
	return [...]string{"", "lift on", "lift off", "port loading", "port discharge", "ferry loading", "ferry discharge", "gauge change", "border"}[w]
}

// Status tells how well a figure is known, from the firmest to the weakest.
type Status uint8

// The four statuses of a figure.
const (
	Published Status = iota // read in the source named
	Derived                 // arithmetic on published figures
	Estimated               // by a stated rule
	Recalled                // general knowledge; the document to check is named
)

// AllStatuses lists every Status.
var AllStatuses = []Status{Published, Derived, Estimated, Recalled}

func (s Status) String() string {
	return [...]string{"published", "derived", "estimated", "recalled"}[s]
}

// ParseStatus reads what String writes.
func ParseStatus(text string) (Status, error) {
	for _, s := range AllStatuses {
		if s.String() == text {
			return s, nil
		}
	}
	return 0, fmt.Errorf("status %q is none of published, derived, estimated, recalled", text)
}

// Provenance says where a figure comes from.
type Provenance struct {
	Status  Status
	Sources []string // keys of Network.Sources
	ToCheck []string // documents that a recalled figure is to be checked against: never to be shown as its source
	Date    string   // year or year-month that the figure speaks of; empty where the source gives none
	Note    string
}

// Weaker is the provenance of a result that rests on both p and q: the weaker status, every source and all that is to be
// checked.
func (p Provenance) Weaker(q Provenance) Provenance {
	return Provenance{Status: max(p.Status, q.Status), Sources: union(p.Sources, q.Sources), ToCheck: union(p.ToCheck, q.ToCheck)}
}

// union is a list of its own of everything in a and b, each once.
func union(a, b []string) []string {
	var out []string
	for _, list := range [][]string{a, b} {
		for _, s := range list {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// LonLat is a point in WGS84 degrees, longitude first.
type LonLat struct{ Lon, Lat float64 }

func (p LonLat) String() string {
	return strings.TrimSpace(fmt.Sprintf("%.4f,%.4f", p.Lat, p.Lon))
}
