package network

import "strconv"

// State tells whether a link can be used today.
type State uint8

// The states of a link. Open links become arcs; so do planned railways, marked as such.
const (
	Open State = iota
	NotYet
	Shut
)

// RailLink is a row of rail_links.csv: a line between two places without a terminal between them.
type RailLink struct {
	ID        string
	From, To  PlaceID
	Length    Metres
	Gauges    []Gauge // one arc each way for each
	Railway   string  // that runs most of it
	Countries Countries
	State     State
	Opened    int       // year; 0 where it is not known
	Closed    int       // year in which trains ran last; 0 where they run, or it is not known
	Traction  string    // "electric", "diesel", or empty where it is not known
	Tracks    int       // 1 or 2; 0 where it is not known
	Trade     Trade     // how the way from From to To lies to the trade
	Whole     []PlaceID // not empty: the row is the length of a whole line, and its pieces between these places are rows of their own
	Line      []LonLat  // for drawing only: no length is taken from it
	Provenance
	Facts map[string]Provenance // rows of rail_facts.csv, by field: what is known otherwise than the length
}

// Known is the provenance of one field of a link: "opened", "closed", "traction" or "tracks". Where a row of rail_facts.csv
// tells the field it is that of the row; else that of the length.
func (k *RailLink) Known(field string) Provenance {
	if p, own := k.Facts[field]; own {
		return p
	}
	return k.Provenance
}

// Told is a field of a link as its table writes it, of those that Known takes; empty where it is not known.
func (k *RailLink) Told(field string) string {
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	switch field {
	case "opened":
		return number(k.Opened)
	case "closed":
		return number(k.Closed)
	case "tracks":
		return number(k.Tracks)
	case "traction":
		return k.Traction
	}
	return ""
}

// RanIn tells whether trains ran in a year: opened by then and not closed before. A link whose year of opening is not known
// counts as old.
func (k *RailLink) RanIn(year int) bool {
	return k.State != NotYet && k.Opened <= year && (k.Closed == 0 && k.State == Open || k.Closed >= year)
}

// FerryLink is a row of ferries.csv: a ferry or feeder that sails both ways.
type FerryLink struct {
	ID           string
	From, To     PlaceID
	Water        string // "caspian", "black-sea", "baltic"
	Length       Metres
	HeadwayHours float64 // from one sailing to the next
	Countries    Countries
	Passages     Passages
	State        State
	Opened       int // year; 0 where it is not known
	Provenance
}

// RoadLink is a row of road_links.csv: a road between two yards, used in the middle of a route.
type RoadLink struct {
	ID        string
	From, To  PlaceID
	Length    Metres
	Countries Countries
	Line      []LonLat
	Provenance
}

// BorderCrossing is a row of borders.csv: where a link by rail or road leaves one customs territory, or one railway, for another.
type BorderCrossing struct {
	ID        string
	Link      string
	At        PlaceID // the end of the link where the work is done
	Customs   bool    // false between railways of one customs union
	Countries Countries
	Provenance
}
