package solver

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zhol/solver/network"
	"zhol/solver/tariff"
)

// Switch is a world by name: what is shut or set in it, since when, and who says so.
type Switch struct {
	ID    string
	Names network.Names
	Avoid []string // what a Scenario closes for it
	Set   Settings
	Since string // the date from which it was so, as far as it was; empty for a mere supposition
	Now   bool   // the newest source says that it is so
	Provenance
}

// Settings are what a world sets beside closures; zero: as it is.
type Settings struct {
	FasterBorders          int  `json:",omitempty"` // hours
	SecondTrack, NoSubsidy bool `json:",omitempty"`
	Planned                bool `json:",omitempty"`
}

// On tells whether all that a world shuts and sets is so in a scenario.
func On(sc *Scenario, avoid []string, set Settings) bool {
	for _, id := range avoid {
		if !slices.Contains(sc.Avoid, id) {
			return false
		}
	}
	return (set.FasterBorders == 0 || sc.FasterBorders == set.FasterBorders) && (!set.SecondTrack || sc.SecondTrack) && (!set.NoSubsidy || sc.NoSubsidy) && (!set.Planned || sc.Planned)
}

// Turn puts what a world sets into a scenario, or takes it out again. Closures are left as they are.
func (set Settings) Turn(sc *Scenario, on bool) {
	if set.FasterBorders > 0 {
		sc.FasterBorders = 0
		if on {
			sc.FasterBorders = set.FasterBorders
		}
	}
	if set.SecondTrack {
		sc.SecondTrack = on
	}
	if set.NoSubsidy {
		sc.NoSubsidy = on
	}
	if set.Planned {
		sc.Planned = on
	}
}

// parseSettings reads them as a link writes them: "customs=6", "tracks=2", "subsidy=off", "lines=planned", apart by semicolons.
func parseSettings(text string) (set Settings, err error) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' }) {
		field, value, _ := strings.Cut(part, "=")
		switch {
		case field == "customs":
			if set.FasterBorders, err = strconv.Atoi(value); err != nil || set.FasterBorders < 1 || set.FasterBorders > tariff.MostBorderHours {
				return set, fmt.Errorf("%q is no number of hours", value)
			}
		case part == "tracks=2":
			set.SecondTrack = true
		case part == "subsidy=off":
			set.NoSubsidy = true
		case part == "lines=planned":
			set.Planned = true
		default:
			return set, fmt.Errorf("%q is nothing that can be set", part)
		}
	}
	return set, nil
}

//go:embed tables/scenarios.csv
var switchTable []byte

const switchHeader = "id,avoid,set,name_en,name_ru,name_kk,name_zh,since,now,status,source,date,note"

// Switches are the worlds that have a name, in the order of their table. By default none is on: every way is open.
func Switches(net *Network) ([]Switch, error) { return parseSwitches(net, switchTable) }

// parseSwitches reads the table; a fault names the row and the field.
func parseSwitches(net *Network, table []byte) ([]Switch, error) {
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("scenarios.csv: %w", err)
	}
	if len(rows) == 0 || strings.Join(rows[0], ",") != switchHeader {
		return nil, fmt.Errorf("scenarios.csv:1: the header is not %s", switchHeader)
	}
	var out []Switch
	seen := map[string]bool{}
	for i, r := range rows[1:] {
		fault := func(field, format string, args ...any) error {
			return fmt.Errorf("scenarios.csv:%d: %s: %s", i+2, field, fmt.Sprintf(format, args...))
		}
		s := Switch{ID: r[0], Names: network.Names{EN: r[3], RU: r[4], KK: r[5], ZH: r[6]}, Since: r[7], Now: r[8] == "1"}
		if r[1] != "" {
			s.Avoid = strings.Split(r[1], ";")
		}
		if s.Set, err = parseSettings(r[2]); err != nil {
			return nil, fault("set", "%v", err)
		}
		if len(s.Avoid) == 0 && s.Set == (Settings{}) {
			return nil, fault("avoid", "is empty, and so is set")
		}
		if s.ID == "" || seen[s.ID] {
			return nil, fault("id", "%q is empty or stands twice", s.ID)
		}
		seen[s.ID] = true
		for _, id := range s.Avoid {
			if f, ok := net.Feature(id); !ok || net.FeatureID(f) != id {
				return nil, fault("avoid", "%q is no id of the network", id)
			}
		}
		for j, name := range r[3:7] {
			if name == "" {
				return nil, fault(rows[0][3+j], "is empty")
			}
		}
		if s.Status, err = network.ParseStatus(r[9]); err != nil {
			return nil, fault("status", "%v", err)
		}
		s.Date, s.Note = r[11], r[12]
		for _, key := range strings.Split(r[10], ";") {
			if key == "" {
				continue
			}
			if _, known := net.Sources[key]; !known && s.Status != network.Recalled { // which names the document to check
				return nil, fault("source", "%q is not in sources.csv", key)
			}
			s.Sources = append(s.Sources, key)
		}
		if len(s.Sources) == 0 {
			return nil, fault("source", "is empty")
		}
		if s.Date == "" {
			return nil, fault("date", "is empty")
		}
		if s.Note == "" {
			return nil, fault("note", "gives no reason")
		}
		out = append(out, s)
	}
	return out, nil
}
