package export

import (
	"encoding/csv"
	"math"
	"strconv"
	"strings"
	"testing"

	"zhol/solver"
	"zhol/solver/network"
)

// Every line has its status, and a source, or the rule of an estimate; the lines of a route sum to it.
func TestCSV(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	a, err := solver.Rank(net, solver.Scenario{}, solver.Query{From: solver.End{At: solver.LonLat{Lon: 108.5, Lat: 34.6}}, To: solver.End{Place: "dui"}})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if err := CSV(&text, net, a, "https://zhol.test/#from=34.6000,108.5000&to=DEDUI&avoid=suez,after-2019&train=wagons&lines=planned&pick=2", 12); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(text.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	sums := map[string][4]float64{}
	for _, row := range rows[1:] {
		if row[column["status"]] == "" || row[column["unit"]] != "FEU" || !strings.Contains(row[column["link"]], "#from=") ||
			row[column["year"]] != "2019" || row[column["scenario"]] != "avoid=suez,after-2019; train=wagons; lines=planned" || row[column["market"]] != "2025-11" {
			t.Errorf("incomplete: %v", row)
		}
		if row[column["sources"]] == "" && (row[column["status"]] != "estimated" || row[column["note"]] == "") {
			t.Errorf("neither a source nor the rule of an estimate: %v", row)
		}
		one, _ := strconv.ParseFloat(row[column["usd"]], 64)
		if all, _ := strconv.ParseFloat(row[column["usd_all"]], 64); row[column["boxes"]] != "12" || math.Abs(all-12*one) > 0.001 {
			t.Errorf("12 boxes: %v", row)
		}
		sum := sums[row[0]]
		for i, name := range []string{"usd", "days", "co2e_kg", "km"} {
			if text := row[column[name]]; text != "" {
				x, err := strconv.ParseFloat(text, 64)
				if err != nil {
					t.Fatal(err)
				}
				sum[i] += x
			}
		}
		sums[row[0]] = sum
	}
	if len(sums) != len(a.Routes) || len(sums) < 5 {
		t.Errorf("%d of %d routes", len(sums), len(a.Routes))
	}
	for i := range a.Routes {
		r := &a.Routes[i]
		want := [4]float64{float64(r.Cents) / 100, float64(r.Seconds) / 86400, float64(r.Grams) / 1000, float64(r.Metres) / 1000}
		for j, x := range sums[strconv.Itoa(r.Rank)] {
			if math.Abs(x-want[j]) > 0.001 {
				t.Errorf("#%d: column %d sums to %v, the route has %v", r.Rank, j, x, want[j])
			}
		}
	}
}

// A link that supposes nothing says so, and a point keeps its comma.
func TestWorld(t *testing.T) {
	for link, want := range map[string]string{"": "as today", "#from=CNSIA&to=DEDUI&market=2024-06&order=p90": "as today", "#avoid=RU&via=51.4300%2C6.7700&kz=1": "avoid=RU; via=51.4300,6.7700; kz=1"} {
		if year, got := world(link); got != want || year != 0 {
			t.Errorf("%q supposes %q in %d, want %q", link, got, year, want)
		}
	}
}

// A figure without a date of its own has the year of its newest document, where one is known.
func TestDated(t *testing.T) {
	net := &solver.Network{Sources: map[string]network.Source{"a": {Year: "2019"}, "b": {Year: "2023"}, "c": {Year: "n.d."}}}
	for _, c := range []struct {
		date, sources, want string
	}{{"2024-06", "a b", "2024-06"}, {"", "a b c", "2023"}, {"", "c", ""}, {"", "", ""}, {"", "unknown a", "2019"}} {
		if got := dated(net, c.date, network.Provenance{Sources: strings.Fields(c.sources)}); got != c.want {
			t.Errorf("%q by %s is of %q, want %q", c.date, c.sources, got, c.want)
		}
	}
}
