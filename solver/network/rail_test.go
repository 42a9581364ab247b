package network

import (
	_ "embed"
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// testdata/rail_pairs.csv lists the links that the tables must hold; testdata/rail_totals.csv published lengths of whole
// stretches, and why a sum of links may differ from one.
var (
	//go:embed testdata/rail_pairs.csv
	railPairs string
	//go:embed testdata/rail_totals.csv
	railTotals string
)

func readRows(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestEveryKnownRailLinkIsPresent(t *testing.T) {
	n := load(t)
	have := map[string]bool{}
	for _, k := range n.RailLinks {
		a, b := n.Places[k.From].ID, n.Places[k.To].ID
		have[a+"-"+b], have[b+"-"+a] = true, true
	}
	pairs := readRows(t, railPairs)
	for _, p := range pairs {
		if !have[p[0]+"-"+p[1]] {
			t.Errorf("%s-%s is not in rail_links.csv", p[0], p[1])
		}
	}
	if len(pairs) != 238 {
		t.Errorf("%d pairs, want 238", len(pairs))
	}
}

// The tracks that sources tell of: the second one from Dostyk to Mointy, of Urumqi-Jinghe, and lines of one track.
func TestTracks(t *testing.T) {
	n := load(t)
	want := map[string]int{"akt-dos": 2, "blh-akt": 2, "moy-blh": 2, "urc-jng": 2, "uze-bls": 1, "zmu-nau": 1}
	for _, k := range n.RailLinks {
		if k.Tracks != want[k.ID] {
			t.Errorf("%s has %d tracks, want %d", k.ID, k.Tracks, want[k.ID])
		}
	}
}

func TestSumsOfLinksAgreeWithPublishedTotals(t *testing.T) {
	n := load(t)
	for _, r := range readRows(t, railTotals) {
		var sum Metres
		stops := strings.Fields(r[1])
		for i := 1; i < len(stops); i++ {
			sum += n.byRail([]PlaceID{n.placeOf[stops[i-1]]})[n.placeOf[stops[i]]]
		}
		published, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		off := sum.Km()/published - 1
		t.Logf("%s: %.0f km, published %.0f, %+.1f %%", r[0], sum.Km(), published, 100*off)
		if math.Abs(off) > 0.03 != (r[3] != "") {
			t.Errorf("%s: %+.1f %%; within 3 %% wanted unless a reason is given (%q)", r[0], 100*off, r[3])
		}
	}
}

// TestTrainNeverChangesGaugeWithoutTransfer walks every arc: a train keeps its gauge along every rail arc and over every
// border, and leaves it only in a gauge change, at a place that is a gauge break.
func TestTrainNeverChangesGaugeWithoutTransfer(t *testing.T) {
	n := load(t)
	changes := 0
	onTrain := func(v Node) bool { return v.Layer == OnRail || v.Layer == AtBorder && v.Gauge != 0 }
	for i, a := range n.Arcs {
		from, to := n.Nodes[a.From], n.Nodes[a.To]
		switch {
		case a.Work == GaugeChange:
			changes++
			p := n.Places[a.Place]
			if from.Gauge == to.Gauge || a.Gauge != to.Gauge || !p.Roles.Has(GaugeBreak) || from.Place != a.Place || to.Place != a.Place {
				t.Errorf("arc %d: gauge change from %d to %d at %s", i, from.Gauge, to.Gauge, p.ID)
			}
		case a.Kind == Rail:
			if !onTrain(from) || !onTrain(to) || from.Gauge != to.Gauge || a.Gauge != from.Gauge || from.Gauge == 0 {
				t.Errorf("arc %d: %s runs from %d mm to %d mm", i, a.Row, from.Gauge, to.Gauge)
			}
		case onTrain(from) && onTrain(to):
			if a.Work != Border || from.Gauge != to.Gauge {
				t.Errorf("arc %d: %v from %d mm to %d mm", i, a.Work, from.Gauge, to.Gauge)
			}
		}
		if onTrain(from) && !slices.Contains(n.Places[from.Place].Gauges, from.Gauge) {
			t.Errorf("node %d: no track of %d mm at %s", a.From, from.Gauge, n.Places[from.Place].ID)
		}
	}
	if changes < 20 {
		t.Errorf("only %d gauge changes", changes)
	}
}
