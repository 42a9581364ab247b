package tariff

import (
	_ "embed"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"zhol/solver/network"
)

//go:embed testdata/rows.golden
var golden string

// TestGoldenRows writes out every row of the little network. UPDATE=1 rewrites the file; the diff is the review.
func TestGoldenRows(t *testing.T) {
	v := view(t, mini(), Scenario{Market: "2025-11", CarbonPrice: 50_00})
	var b strings.Builder
	for a := range v.Net.Arcs {
		arc, c := &v.Net.Arcs[a], v.Cost(network.ArcID(a))
		fmt.Fprintf(&b, "%d %v %v %s: %d cents, %d s ± %d s, %d g, general %d\n", a, arc.Kind, arc.Work, arc.Row, c.Money, c.Time, c.Spread, c.Carbon, c.General)
		for _, r := range v.Rows(network.ArcID(a)) {
			fmt.Fprintf(&b, "    %s: %s [%v %s]\n", r.Cause, r.Text, r.Status, strings.Join(slices.Concat(r.Sources, r.ToCheck), " "))
		}
	}
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile("testdata/rows.golden", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, want := strings.Split(b.String(), "\n"), strings.Split(golden, "\n")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("line %d differs:\n got %q\nwant %q", i+1, append(got, "")[min(i, len(got))], append(want, "")[min(i, len(want))])
		}
	}
}

// FuzzTable feeds broken tables to the loader: it may refuse them, never panic, and what it takes it must price.
func FuzzTable(f *testing.F) {
	for _, l := range layouts {
		text, _ := embedded.ReadFile("tables/" + l.name + ".csv")
		f.Add(l.name, string(text))
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		in := texts(t)
		if _, known := in[name]; known {
			in[name] = text
			priced(t, in)
		}
	})
}

// FuzzCell writes anything into one cell of a real table, where most of what FuzzTable makes is refused for its lines.
func FuzzCell(f *testing.F) {
	for _, l := range layouts {
		for column := range uint8(3) {
			f.Add(l.name, uint16(2), column, "0")
			f.Add(l.name, uint16(3), column, "9999999999")
		}
	}
	f.Fuzz(func(t *testing.T, name string, row uint16, column uint8, cell string) {
		in := texts(t)
		lines := strings.Split(in[name], "\n")
		if int(row) >= len(lines) || strings.ContainsAny(cell, ",\"\r\n") {
			return
		}
		cells := strings.Split(lines[row], ",")
		if int(column) >= len(cells) {
			return
		}
		cells[column] = cell
		lines[row] = strings.Join(cells, ",")
		in[name] = strings.Join(lines, "\n")
		priced(t, in)
	})
}

// priced expects tables to be refused, or to price the little network.
func priced(t *testing.T, in map[string]string) {
	b, err := parseBook(in)
	if err != nil {
		return
	}
	v, err := b.view(mini(), Scenario{}, func() {})
	if err != nil {
		return
	}
	for a := range v.Net.Arcs {
		if v.Time[a] <= 0 || v.Money[a] < 0 || v.Carbon[a] < 0 || v.General[a] < 0 {
			t.Fatalf("arc %d costs %+v", a, v.Cost(network.ArcID(a)))
		}
	}
}
