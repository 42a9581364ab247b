package tariff

import (
	"errors"
	"strings"
	"testing"

	"zhol/solver/network"
)

func texts(t testing.TB) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, l := range layouts {
		text, err := embedded.ReadFile("tables/" + l.name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		out[l.name] = string(text)
	}
	return out
}

func TestFaultyTablesAreRefused(t *testing.T) {
	for _, c := range []struct {
		table, old, new string
		field           string
	}{
		{"parameters", "id,unit,value", "id,unit,worth", "value"},
		{"parameters", "payload,t/FEU,20,", "payload,t/FEU,,", "value"},
		{"parameters", "payload,t/FEU,20,", "payload,t/FEU,-20,", "value"},
		{"parameters", "payload,t/FEU,20,", "payload,t/FEU,2e1,", "value"},
		{"parameters", "payload,t/FEU,", "cargo,t/FEU,", "id"},
		{"parameters", "20,derived,STU", "20,derived,", "status, source, date or note"},
		{"parameters", "20,derived,STU", "20,guessed,STU", "status, source, date or note"},
		{"parameters", "payload,t/FEU,20,derived", "payload,t/FEU,derived", "row"},
		{"parameters", "payload,t/FEU,", " payload,t/FEU,", "id"},
		{"railways", "KTZ,KZ,", "CR,KZ,", "railway"},
		{"railways", "KTZ,KZ,", "KTZ,XX,", "grid"},
		{"railways", "1520,0.56,0.43,1040,0.55,0.75", "1520,0.56,0.43,1040,0.55,1.75", "electric_share"},
		{"railways", "KTZ,KZ,1520,0.56", "KTZ,KZ,1520,0", "usd_km_west"},
		{"railways", "KTZ,KZ,1520", "KTZ,KZ,moon", "group"},
		{"dwell", "lift on,KZ,lift", "lift up,KZ,lift", "work"},
		{"dwell", "lift on,KZ,lift,0,0,95", "lift on,KZ,lift,-1,0,95", "hours"},
		{"dwell", "lift on,KZ,lift", "lift on,KZ,raise", "cause"},
		{"sea_freight", "USD/TEU,809", "EUR/TEU,809", "unit"},
		{"sea_freight", "2025-11,east-asia,n-europe", "2031-11,east-asia,n-europe", "market"},
		{"sea_lanes", "gulf,n-europe,east-asia", "gulf,n-europe,west-asia", "like_from"},
		{"schedules", "2025-11,89", "2025-11,-1", "spread_hours"},
		{"ferries", "\n*,300", "\n?,300", "ferries"},
		{"roads", "\n*,90", "\n?,90", "roads"},
		{"road_zones", "DE,EU,", "DE,EEC,", "zone"},
		{"grids", "KZ,800,recalled,Ember yearly electricity data", "KZ,800,recalled,", "status, source, date or note"},
		{"railways", "estimated,,2024,\"as KTJ\"", "estimated,,2024,", "status, source, date or note"},
	} {
		in := texts(t)
		if !strings.Contains(in[c.table], c.old) {
			t.Errorf("%s.csv has no %q to spoil", c.table, c.old)
			continue
		}
		in[c.table] = strings.Replace(in[c.table], c.old, c.new, 1)
		_, err := parseBook(in)
		var fault *TableError
		if !errors.As(err, &fault) || fault.File != c.table+".csv" || fault.Field != c.field || fault.Line < 1 {
			t.Errorf("%s.csv with %q: want a fault of %q, got %v", c.table, c.new, c.field, err)
		}
	}
}

func TestEveryFigureIsShown(t *testing.T) {
	book, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, l := range layouts {
		want += len(book.sheets[l.name].records) * len(l.values)
	}
	got := AllFigures()
	seen := map[string]bool{}
	for _, f := range got {
		if f.ID == "" || f.Value == "" || f.Unit == "" {
			t.Errorf("%s: half a figure: %+v", f.Table, f)
		}
		if seen[f.Table+" "+f.ID] {
			t.Errorf("%s %s is listed twice", f.Table, f.ID)
		}
		seen[f.Table+" "+f.ID] = true
	}
	if len(got) != want {
		t.Errorf("%d figures are listed, the tables hold %d", len(got), want)
	}
}

func TestDecimals(t *testing.T) {
	for text, want := range map[string]micro{"0": 0, "1": one, "0.606": 606_000, "1.000001": 1_000_001, "-2.5": -2_500_000, "1354": 1354 * one} {
		if got, err := parseMicro(text); err != nil || got != want {
			t.Errorf("%q reads as %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "-", ".5", "1.", "1e3", "1,000", "0.1234567", "1 ", "+1", "--1", "1234567890"} {
		if got, err := parseMicro(text); err == nil {
			t.Errorf("%q reads as %d", text, got)
		}
	}
	for m, want := range map[micro]string{0: "0", 606_000: "0.606", 1_354_000_000: "1,354", -2_500_000: "-2.5", 1_234_567_890_000: "1,234,567.89"} {
		if m.String() != want {
			t.Errorf("%d is written %q, not %q", int64(m), m, want)
		}
	}
	for _, c := range [][4]int64{{1, 1, 2, 1}, {1, 1, 3, 0}, {2, 1, 3, 1}, {9e18, 9e18, 9e18, 9e18}, {0, 5, 7, 0}} {
		if got := mulDiv(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("%d x %d / %d is %d, not %d", c[0], c[1], c[2], got, c[3])
		}
	}
}

// TestNoLaneIsBeatenByTwo holds the rules of the lanes together: a box that is landed and shipped again on the way, and
// handled twice for it, pays at least what the direct lane costs. Otherwise the cheapest way to Rotterdam would call at a port
// for no other reason than our guess.
func TestNoLaneIsBeatenByTwo(t *testing.T) {
	book, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	regions := map[string]bool{}
	for _, r := range book.sheets["sea_lanes"].records {
		regions[r.keys[0]] = true
	}
	handling := cents(book.first("dwell", "port loading * port handling").values[2]) + cents(book.first("dwell", "port discharge * port handling").values[2])
	for _, market := range book.markets {
		price := map[string]int64{}
		for a := range regions {
			for b := range regions {
				f, err := book.freight(market, network.Lane{From: a, To: b}, false)
				if err != nil {
					t.Fatal(err)
				}
				amount := f.cents
				if amount < 150_00 {
					t.Errorf("%s: %s to %s for %d cents is next to nothing", market, a, b, amount)
				}
				price[a+" "+b] = amount
			}
		}
		for a := range regions {
			for b := range regions {
				for c := range regions {
					if a == c || a == b || b == c {
						continue
					}
					if direct, over := price[a+" "+c], price[a+" "+b]+price[b+" "+c]+handling; over < direct {
						t.Errorf("%s: %s to %s is %d directly, %d over %s", market, a, c, direct/100, over/100, b)
					}
				}
			}
		}
	}
}
