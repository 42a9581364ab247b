package command

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"zhol/solver"
)

// TestReadmeHeld holds the README's table of published routes against ours of today. UPDATE=1 writes it anew.
func TestReadmeHeld(t *testing.T) {
	const path, begin, end = "../../README.md", "<!-- held -->\n", "<!-- end of held -->\n"
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
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	shown, after, also := strings.Cut(rest, end)
	if !ok || !also {
		t.Fatal("README.md has lost the marks around its table of published routes")
	}
	if shown == out.String() {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("README.md shows\n%s\nand today it is\n%s\nUPDATE=1 writes the table anew", shown, out.String())
	}
	if err := os.WriteFile(path, []byte(before+begin+out.String()+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
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
