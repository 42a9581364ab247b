package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// feature is a row of channels.csv.
//
//	passage   ships jump from its first point to its last; tagged; closing it cuts the sea
//	barrier   land for ships: shuts the water that a passage leads through
//	channel   water for ships where the coastline is too coarse for it
//	approach  how ships come from a port (id) to open water, where the nearest water is not the right one
//	bridge    land for lorries
//	strait    water for lorries
//	lake      water for lorries, as a ring
//	factor    how much longer ships sail than the shortest line through the water
type feature struct {
	kind, id string
	line     []point
	figure   float64 // km of a passage, where one is published; the value of a factor; 0 for none
}

// What a kind of feature makes of the cells under it: land or not. A mask heeds the kinds of its own rules.
var (
	seaRules  = map[string]bool{"channel": false, "barrier": true}
	landRules = map[string]bool{"strait": false, "bridge": true, "lake": false}
)

var featureKinds = map[string]bool{"passage": true, "barrier": true, "channel": true, "approach": true, "bridge": true, "strait": true, "lake": true, "factor": true}

func readFeatures(raw []byte) ([]feature, error) {
	var out []feature
	err := eachRow(raw, []string{"kind", "id", "line", "figure"}, func(row map[string]string) error {
		f := feature{kind: row["kind"], id: row["id"]}
		if !featureKinds[f.kind] {
			return fmt.Errorf("kind: %q is unknown", f.kind)
		}
		for _, pair := range strings.Split(row["line"], ";") {
			var p point
			if strings.TrimSpace(pair) == "" {
				continue
			}
			if n, err := fmt.Sscan(pair, &p.lon, &p.lat); n != 2 || err != nil {
				return fmt.Errorf("line: %q is not a longitude and a latitude", pair)
			}
			f.line = append(f.line, p)
		}
		if f.kind != "factor" && len(f.line) < 2 {
			return fmt.Errorf("line: has fewer than two points")
		}
		if row["figure"] != "" {
			var err error
			if f.figure, err = strconv.ParseFloat(row["figure"], 64); err != nil {
				return fmt.Errorf("figure: %w", err)
			}
		}
		out = append(out, f)
		return nil
	})
	return out, err
}

// port is a place where ships call.
type port struct {
	id string
	at point
}

// readPorts takes the places where any ship calls out of places.csv.
func readPorts(raw []byte) ([]port, error) {
	var out []port
	err := eachRow(raw, []string{"id", "lon", "lat", "roles"}, func(row map[string]string) error {
		roles := ";" + row["roles"] + ";"
		if !strings.Contains(roles, ";seaport;") && !strings.Contains(roles, ";caspian-port;") && !strings.Contains(roles, ";ferry-port;") {
			return nil
		}
		lon, err := strconv.ParseFloat(row["lon"], 64)
		if err != nil {
			return fmt.Errorf("lon: %w", err)
		}
		lat, err := strconv.ParseFloat(row["lat"], 64)
		if err != nil {
			return fmt.Errorf("lat: %w", err)
		}
		out = append(out, port{row["id"], point{lon, lat}})
		return nil
	})
	return out, err
}

// eachRow reads a CSV with a header, which must hold the columns wanted, and tells the line of a fault.
func eachRow(raw []byte, want []string, do func(map[string]string) error) error {
	r := csv.NewReader(bytes.NewReader(raw))
	head, err := r.Read()
	if err != nil {
		return err
	}
	column := map[string]int{}
	for i, name := range head {
		column[name] = i
	}
	for _, name := range want {
		if _, ok := column[name]; !ok {
			return fmt.Errorf("column %q is missing", name)
		}
	}
	for {
		fields, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		row := map[string]string{}
		for _, name := range want {
			row[name] = fields[column[name]]
		}
		if err := do(row); err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}
