package command

import (
	"bytes"
	"strings"
	"testing"

	"zhol/solver"
)

// TestReadmeHeld holds the README's table of published routes against ours of today. UPDATE=1 writes it anew.
func TestReadmeHeld(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	rows, sum, err := solver.Held(net)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	writeHeld(&out, rows, sum)
	inReadme(t, "held", out.String())
}

// TestData looks for each part of what data prints, and for every table with a figure.
func TestData(t *testing.T) {
	code, out, errs := run("data", "--figures")
	if code != exitOK {
		t.Fatalf("data: exit %d, %s", code, errs)
	}
	for _, part := range []string{"# Published routes", "left out:", "# Figures by table", "# Documents", "# Worlds", "\ncaspian-storm | Caspian storm | published | SN22 | 2022-05 | ", "rail_levels | ", "rail_links | hgs-alt | ", "ferry_links | ", "places | sia | ", "sea_freight | ", "places ", "\nERAI: "} {
		if !strings.Contains(out, part) {
			t.Errorf("data prints no %q", part)
		}
	}
}
