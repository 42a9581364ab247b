package solver

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"

	"zhol/solver/network"
)

// Switch is a world by name: what is shut in it, since when, and who says so.
type Switch struct {
	ID    string
	Names network.Names
	Avoid []string // what a Scenario closes for it
	Since string   // the date from which it was so, as far as it was; empty for a mere supposition
	Now   bool     // the newest source says that it is so
	Provenance
}

//go:embed tables/scenarios.csv
var switchTable []byte

const switchHeader = "id,avoid,name_en,name_ru,name_kk,name_zh,since,now,status,source,date,note"

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
		s := Switch{ID: r[0], Avoid: strings.Split(r[1], ";"), Names: network.Names{EN: r[2], RU: r[3], KK: r[4], ZH: r[5]}, Since: r[6], Now: r[7] == "1"}
		if s.ID == "" || seen[s.ID] {
			return nil, fault("id", "%q is empty or stands twice", s.ID)
		}
		seen[s.ID] = true
		for _, id := range s.Avoid {
			if f, ok := net.Feature(id); !ok || net.FeatureID(f) != id {
				return nil, fault("avoid", "%q is no id of the network", id)
			}
		}
		for j, name := range r[2:6] {
			if name == "" {
				return nil, fault(rows[0][2+j], "is empty")
			}
		}
		if s.Status, err = network.ParseStatus(r[8]); err != nil {
			return nil, fault("status", "%v", err)
		}
		s.Date, s.Note = r[10], r[11]
		for _, key := range strings.Split(r[9], ";") {
			if key == "" {
				continue
			}
			if _, known := net.Sources[key]; !known {
				return nil, fault("source", "%q is not in sources.csv", key)
			}
			s.Sources = append(s.Sources, key)
		}
		if s.Status == network.Published && len(s.Sources) == 0 || s.Note == "" {
			return nil, fault("source", "neither a source nor a reason is given")
		}
		out = append(out, s)
	}
	return out, nil
}
