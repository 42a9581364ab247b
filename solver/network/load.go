package network

import (
	"embed"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"slices"
)

//go:embed tables/*
var embedded embed.FS

// The tables and their columns. Every other table than sources and aliases ends in where its figures come from.
const (
	provenanceHeader = ",status,source,date,note"
	namesHeader      = ",name_en,name_ru,name_kk,name_zh"
)

var headers = map[string]string{
	"sources.csv":    "key,title,publisher,year,address",
	"aliases.csv":    "id,also",
	"countries.csv":  "id" + namesHeader + ",union" + provenanceHeader,
	"places.csv":     "id,code,country,lon,lat,roles,gauges,region" + namesHeader + provenanceHeader,
	"rail_links.csv": "id,from,to,km,gauges,railway,countries,state,opened,traction,tracks,via,waypoints" + provenanceHeader,
	"rail_facts.csv": "id,link,field,value" + provenanceHeader,
	"ferries.csv":    "id,from,to,kind,km,headway_h,countries,passages,state,opened" + provenanceHeader,
	"road_links.csv": "id,from,to,km,countries,waypoints" + provenanceHeader,
	"borders.csv":    "id,link,at,kind,countries" + provenanceHeader,
	"passages.csv":   "id" + namesHeader + ",countries,ports" + provenanceHeader,
	"gateways.csv":   "id" + namesHeader + ",members" + provenanceHeader,
}

// Load reads the embedded tables and builds the network of them.
func Load() (*Network, error) { return LoadBy(steadily) }

// LoadBy is Load in pieces: pause is called after every few thousandths of the work, for whoever has other things to do.
func LoadBy(pause func()) (*Network, error) {
	tables, err := Tables()
	if err != nil {
		return nil, err
	}
	pause()
	return parse(tables, pause)
}

// steadily makes no pause.
func steadily() {}

// Tables is the text of every embedded table by file name.
func Tables() (map[string][]byte, error) {
	files, err := embedded.ReadDir("tables")
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte, len(files))
	for _, f := range files {
		text, err := embedded.ReadFile("tables/" + f.Name())
		if err != nil {
			return nil, err
		}
		out[f.Name()] = text
	}
	return out, nil
}

// Parse builds a network of the tables. A fault in one of them is a *Fault.
func Parse(tables map[string][]byte) (*Network, error) { return parse(tables, steadily) }

func parse(tables map[string][]byte, pause func()) (*Network, error) {
	l := &loader{
		pause: pause,
		n:     &Network{Version: version(tables, pause), Sources: map[string]Source{}, placeOf: map[string]PlaceID{}},
		rows:  map[string][]row{},
	}
	for _, name := range sortedKeys(headers) {
		text, ok := tables[name]
		if !ok {
			return nil, fmt.Errorf("%s: no such table", name)
		}
		rows, err := readTable(name, text, headers[name])
		if err != nil {
			return nil, err
		}
		l.rows[name] = rows
		pause()
	}
	var err error
	if l.lanes, err = parseLanes(tables["lane_nodes.csv"], tables["lane_edges.csv"]); err != nil {
		return nil, err
	}
	pause()
	if l.n.land, err = parseLand(tables["land.bin"]); err != nil {
		return nil, err
	}
	pause()
	if l.n.atlas, err = parseAtlas(tables["atlas.bin"]); err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		l.sources, l.countries, l.places, l.aliases, l.passages, l.railLinks, l.railFacts, l.roadLinks, l.borders, l.ferries, l.gateways, l.checks,
	} {
		if err := step(); err != nil {
			return nil, err
		}
		pause()
	}
	if err := l.build(); err != nil {
		return nil, err
	}
	l.n.atlas.join(l.n.OpenBorder)
	for i := range l.n.Places {
		pause()
		l.n.realms = append(l.n.realms, l.n.realmOf(&l.n.Places[i]))
	}
	return l.n, nil
}

// version is the first twelve hex digits of the FNV-1a hash of every table, in the order of their names. It tells versions
// apart and guards nothing: a cipher's hash would be a fortieth of what a visitor fetches.
func version(tables map[string][]byte, pause func()) string {
	h := fnv.New128a()
	for _, name := range sortedKeys(tables) {
		fmt.Fprintf(h, "%s %d\n", name, len(tables[name]))
		h.Write(tables[name])
		pause()
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
