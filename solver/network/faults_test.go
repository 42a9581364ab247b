package network

import (
	"errors"
	"maps"
	"strings"
	"testing"
)

// Each fault is put into one cell of the real tables, and must be told with its file and field.
func TestFaultsAreTold(t *testing.T) {
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, file, id, field, put, says string
	}{
		{"unknown place", "rail_links.csv", "akt-dos", "to", "nowhere", `"nowhere" is not in places.csv`},
		{"unknown end of a ferry", "ferries.csv", "aau-alat", "from", "atlantis", "is not in places.csv"},
		{"duplicate place", "places.csv", "tao", "id", "lyg", "stands already in line 2"},
		{"duplicate code", "places.csv", "tao", "code", "CNLYG", "is the code of lyg"},
		{"foreign code", "places.csv", "tao", "code", "KZTAO", "is not a UN/LOCODE of CN"},
		{"too short", "rail_links.csv", "mow-kuf", "km", "700", "is shorter than the great circle"},
		{"road too short", "road_links.csv", "khg_dp-ala", "km", "100", "is shorter than the great circle"},
		{"no length", "rail_links.csv", "mow-kuf", "km", "", "is not a number"},
		{"length in words", "ferries.csv", "aau-alat", "km", "far", "is not a number"},
		{"not a number", "places.csv", "tao", "lon", "NaN", "is not a number"},
		{"latitude off the globe", "places.csv", "tao", "lat", "96", "is not a number from -90 to 90"},
		{"published without source", "rail_links.csv", "zht-alt", "source", "", "needs a source"},
		{"derived without source", "rail_links.csv", "hta-khv", "source", "", "needs a source"},
		{"unknown source", "rail_links.csv", "zht-alt", "source", "UIC13;HEARSAY", `"HEARSAY" is not in sources.csv`},
		{"recalled without document", "borders.csv", "als-dos", "source", "", "is empty"},
		{"estimated without rule", "road_links.csv", "soh-jea", "note", "", "must tell its rule"},
		{"unknown status", "places.csv", "tao", "status", "guessed", "is none of"},
		{"gauge change without a gauge break", "places.csv", "dos", "roles", "terminal;border", "is no gauge break"},
		{"train on a gauge without tracks", "places.csv", "als", "gauges", "1000;1520", "has no track of 1435 mm"},
		{"gauge break with one gauge", "places.csv", "slw", "gauges", "1435", "needs two gauges"},
		{"unknown gauge", "rail_links.csv", "akt-dos", "gauges", "1524", "is none of the gauges"},
		{"no gauge", "rail_links.csv", "akt-dos", "gauges", "", "is empty"},
		{"three tracks", "rail_links.csv", "akt-dos", "tracks", "3", "is neither 1 nor 2"},
		{"fact of an unknown link", "rail_facts.csv", "led-hel:closed", "link", "led-xxx", "is not in rail_links.csv"},
		{"fact of an unknown field", "rail_facts.csv", "led-hel:closed", "field", "colour", "is not link:field"},
		{"fact without a value", "rail_facts.csv", "led-hel:closed", "value", "", "is empty"},
		{"fact that is told already", "rail_links.csv", "aky-ich", "opened", "2014", "is told already"},
		{"last year of an open link", "rail_links.csv", "led-hel", "state", "open", "is not closed"},
		{"border across other countries", "borders.csv", "als-dos", "countries", "CN;RU", "is not what the link crosses"},
		{"border of an unknown link", "borders.csv", "als-dos", "link", "als-mow", "is neither in rail_links.csv nor"},
		{"border in the wrong place", "borders.csv", "als-dos", "at", "mow", "is no end of"},
		{"border of an unknown kind", "borders.csv", "als-dos", "kind", "gate", "is neither"},
		{"unknown country", "places.csv", "tao", "country", "XX", "is not in countries.csv"},
		{"unknown country crossed", "rail_links.csv", "als-dos", "countries", "CN;XX", "is not in countries.csv"},
		{"country left out", "rail_links.csv", "als-dos", "countries", "CN", "is missing"},
		{"unknown region", "places.csv", "tao", "region", "pacific", "is none of"},
		{"region inland", "places.csv", "sia", "region", "east-asia", "nothing else has"},
		{"unknown role", "places.csv", "tao", "roles", "harbour", "is no role"},
		{"no name", "places.csv", "tao", "name_kk", "", "is empty"},
		{"unknown state", "rail_links.csv", "akt-dos", "state", "shut", "is none of"},
		{"misnamed link", "rail_links.csv", "akt-dos", "id", "dos-akt2", "is not from-to"},
		{"linked to itself", "road_links.csv", "soh-jea", "to", "soh", "ends where it begins"},
		{"whole line unlike its pieces", "rail_links.csv", "mow-zab", "km", "7000", "its pieces sum to"},
		{"whole line without a piece", "rail_links.csv", "mow-zab", "via", "yek;hta", "no link joins"},
		{"waypoint off the globe", "rail_links.csv", "akt-dos", "waypoints", "81.0 146.3", "is not a longitude and a latitude"},
		{"ferry from a junction", "ferries.csv", "aau-alat", "to", "mng", "is no port"},
		{"ferry without a headway", "ferries.csv", "aau-alat", "headway_h", "0", "is not a number"},
		{"ferry on unknown water", "ferries.csv", "aau-alat", "kind", "aral", "is none of"},
		{"road to a junction", "road_links.csv", "khg_dp-ala", "to", "zht", "has no yard"},
		{"gateway at an unknown border", "gateways.csv", "dostyk", "members", "border:als-mow", "is not in borders.csv"},
		{"gateway at no port", "gateways.csv", "aktau", "members", "port:sia", "is no port"},
		{"gateway at no gauge break", "gateways.csv", "zahony", "members", "gauge:mow", "is no gauge break"},
		{"gateway at an unknown passage", "gateways.csv", "suez", "members", "passage:panama", "is not in passages.csv"},
		{"gateway of an unknown kind", "gateways.csv", "suez", "members", "canal:suez", "is none of"},
		{"source without a title", "sources.csv", "UIC13", "title", "", "is empty"},
		{"country with a long code", "countries.csv", "AE", "id", "ARE", "is not a code of two letters"},
		{"seaport without a region", "places.csv", "sia", "roles", "seaport", "has a sea-freight region"},
	} {
		broken := maps.Clone(tables)
		text, line := put(t, string(tables[c.file]), headers[c.file], c.id, c.field, c.put)
		broken[c.file] = []byte(text)
		_, err := Parse(broken)
		var f *Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: %v, want a fault", c.what, err)
			continue
		}
		if !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want it to say %q", c.what, err, c.says)
		}
		if f.File == c.file && f.Line != line {
			t.Errorf("%s: %v, want line %d", c.what, err, line)
		}
	}
}

// put replaces one cell of a table and tells its line.
func put(t *testing.T, text, header, id, field, value string) (string, int) {
	t.Helper()
	rows, err := readTable("before", []byte(text), header)
	if err != nil {
		t.Fatal(err)
	}
	out := header + "\n"
	line := 0
	for i, r := range rows {
		cells := append([]string(nil), r.cells...)
		if cells[0] == id {
			line = i + 2
			cells[r.column[field]] = value
		}
		for j, c := range cells {
			cells[j] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		out += strings.Join(cells, ",") + "\n"
	}
	if line == 0 {
		t.Fatalf("no row %s", id)
	}
	return out, line
}

func TestDamagedTablesAreTold(t *testing.T) {
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, file string
		damage     func(string) string
		says       string
	}{
		{"missing", "borders.csv", nil, "borders.csv: no such table"},
		{"empty", "borders.csv", func(string) string { return "" }, "borders.csv:1: the table is empty"},
		{"other header", "borders.csv", func(s string) string { return strings.Replace(s, "id,link", "key,link", 1) }, "borders.csv:1: the header is not"},
		{"short row", "borders.csv", func(s string) string { return s + "x,y\n" }, "wrong number of fields"},
		{"border without a row", "borders.csv", func(s string) string {
			return withoutLine(s, "kng-bey,")
		}, "a link across UZ;KZ needs a row in borders.csv"},
		{"road across a border without a row", "road_links.csv", func(s string) string {
			return s + "ala-urc,ala,urc,1100,KZ;CN,,estimated,,,of the test\n"
		}, "a link across KZ;CN needs a row"},
		{"border twice", "borders.csv", func(s string) string {
			return s + "als-dos2,als-dos,als,customs,CN;KZ,recalled,OSJD list of border stations,,\n"
		}, "has a border already"},
		{"link twice", "rail_links.csv", func(s string) string {
			return s + "dos-akt,dos,akt,304,1520,KTZ,KZ,open,,,,,,published,KKWIKI,,\n"
		}, "are linked already"},
		{"seaport that the lanes do not know", "lane_nodes.csv", func(s string) string { return strings.Replace(s, ",sha\n", ",\n", 1) }, `the seaport "sha" is not in lane_nodes.csv`},
		{"lanes to an unknown port", "lane_nodes.csv", func(s string) string { return strings.Replace(s, ",sha\n", ",shq\n", 1) }, `"shq" is no port`},
		{"lanes by an unknown passage", "lane_edges.csv", func(s string) string { return strings.ReplaceAll(s, ",suez\n", ",panama\n") }, `"panama" is not in passages.csv`},
	} {
		broken := maps.Clone(tables)
		if c.damage == nil {
			delete(broken, c.file)
		} else {
			broken[c.file] = []byte(c.damage(string(tables[c.file])))
		}
		if _, err := Parse(broken); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want it to say %q", c.what, err, c.says)
		}
	}
}

// withoutLine drops the line that starts so.
func withoutLine(text, start string) string {
	at := strings.Index(text, "\n"+start)
	return text[:at] + text[at+1+strings.Index(text[at+1:], "\n"):]
}

func TestVersionFollowsTheTables(t *testing.T) {
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	n := load(t)
	if len(n.Version) != 12 || n.Version != version(tables, steadily) {
		t.Errorf("version %q", n.Version)
	}
	tables["places.csv"] = append(tables["places.csv"], ' ')
	if version(tables, steadily) == n.Version {
		t.Error("another table, the same version")
	}
}
