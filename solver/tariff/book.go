package tariff

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"zhol/solver/network"
)

// The tables. A least of 1 means that nothing may be free or take no time.
var layouts = []layout{
	{"parameters", 1, []string{"id", "unit"}, []column{{"value", "", 0}}},
	{"railways", 1, []string{"railway", "grid", "group"}, []column{{"usd_km_west", "USD/FEU-km", 1}, {"usd_km_east", "USD/FEU-km", 1},
		{"km_per_day", "km/d", 1}, {"spread_share", "share of running time", 0}, {"electric_share", "share of km", 0}}},
	{"rail_levels", 2, []string{"market", "group"}, []column{{"level", "factor", 1}}},
	{"grids", 1, []string{"country"}, []column{{"g_per_kwh", "g/kWh", 1}}},
	{"dwell", 3, []string{"work", "where", "cause"}, []column{{"hours", "h", 0}, {"spread_hours", "h", 0}, {"usd", "USD/FEU", 0}, {"moves", "moves", 0}}},
	{"wagons", 3, []string{"work", "where", "cause"}, []column{{"hours", "h", 0}, {"spread_hours", "h", 0}, {"usd", "USD/FEU", 0}, {"moves", "moves", 0}}},
	{"cargo", 3, []string{"cargo", "cost", "where"}, []column{{"money", "factor", 1}, {"carbon", "factor", 1}, {"usd_teu", "USD/TEU", 0}}},
	{"fit", 3, []string{"cargo", "mode", "where"}, []column{{"fit", "1 or 0", 0}}},
	{"rail_speeds", 2, []string{"railway", "on"}, []column{{"km_per_day", "km/d", 1}}},
	{"upgrades", 2, []string{"upgrade", "link"}, []column{{"km_per_day", "km/d", 1}}},
	{"subsidies", 2, []string{"border", "since"}, []column{{"usd_feu", "USD/FEU", 0}}},
	{"slots", 1, []string{"market"}, []column{{"usd_feu", "USD/FEU", 0}}},
	{"box_hire", 1, []string{"market"}, []column{{"usd_feu", "USD/FEU", 0}}},
	{"box_ends", 1, []string{"country", "end"}, nil},
	{"sea_freight", 3, []string{"market", "from", "to", "unit"}, []column{{"amount", "", 1}}},
	{"sea_carbon", 2, []string{"from", "to"}, []column{{"g_teu_km", "g/TEU-km", 1}}},
	{"sea_lanes", 2, []string{"from", "to", "like_from", "like_to"}, []column{{"factor", "factor", 1}}},
	{"tolls", 1, []string{"passage"}, []column{{"usd_teu", "USD/TEU", 1}}},
	{"schedules", 1, []string{"market"}, []column{{"spread_hours", "h", 0}}},
	{"ferries", 1, []string{"ferry"}, []column{{"usd_base", "USD/FEU", 0}, {"usd_km", "USD/FEU-km", 0}, {"knots", "kn", 1}, {"weather_hours", "h", 0}}},
	{"months", 2, []string{"month", "place"}, []column{{"hours", "h", 0}, {"spread_hours", "h", 0}}},
	{"roads", 1, []string{"country"}, []column{{"usd_base", "USD", 0}, {"usd_least", "USD", 0}, {"usd_km_to_250", "USD/km", 1},
		{"usd_km_to_600", "USD/km", 1}, {"usd_km_beyond", "USD/km", 1}, {"km_per_day", "km/d", 1}, {"hours_base", "h", 1}, {"spread_share", "share of running time", 0}}},
	{"road_zones", 1, []string{"country", "zone"}, nil},
}

// book is every table, read and checked against the others.
type book struct {
	sheets  map[string]*sheet
	markets []string
	dwellAt map[string][]*record // by work and where, in the order of causes; nil where there is none
	wagonAt map[string][]*record // likewise, where ordinary wagons fare otherwise than block trains
	parameters
}

// parameters are the rows of parameters.csv that the formulas use: each must be there.
type parameters struct {
	cargoValue, holdingRate, depreciationRate, reliabilityRatio, carbonPrice *record
	payload, heavyOver, mostForty, mostTwenty                                *record
	feuPerTEU, detour, seaSpeed, seaCalls, feederSpread                      *record
	railDiesel, railElectric, gridEU                                         *record
	seaCarbon, ferryCarbon, roadCarbon, handlingCarbon                       *record
}

// fill looks every parameter up by its id.
func (p *parameters) fill(s *sheet) error {
	for id, field := range map[string]**record{
		"cargo_value":       &p.cargoValue,
		"holding_rate":      &p.holdingRate,
		"depreciation_rate": &p.depreciationRate,
		"reliability_ratio": &p.reliabilityRatio,
		"carbon_price":      &p.carbonPrice,
		"payload":           &p.payload,
		"heavy_over":        &p.heavyOver,
		"most_forty":        &p.mostForty,
		"most_twenty":       &p.mostTwenty,
		"feu_per_teu":       &p.feuPerTEU,
		"detour":            &p.detour,
		"sea_speed":         &p.seaSpeed,
		"sea_calls":         &p.seaCalls,
		"feeder_spread":     &p.feederSpread,
		"rail_diesel":       &p.railDiesel,
		"rail_electric":     &p.railElectric,
		"grid_eu":           &p.gridEU,
		"sea_carbon":        &p.seaCarbon,
		"ferry_carbon":      &p.ferryCarbon,
		"road_carbon":       &p.roadCarbon,
		"handling_carbon":   &p.handlingCarbon,
	} {
		if *field = s.byKey[id]; *field == nil {
			return &TableError{"parameters.csv", 1, "id", id + " is missing"}
		}
	}
	return nil
}

// parseBook reads the tables, by name without ".csv".
func parseBook(texts map[string]string) (*book, error) {
	b := &book{sheets: map[string]*sheet{}, dwellAt: map[string][]*record{}, wagonAt: map[string][]*record{}}
	for _, l := range layouts {
		s, err := l.read(texts[l.name])
		if err != nil {
			return nil, err
		}
		b.sheets[l.name] = s
	}
	if err := b.parameters.fill(b.sheets["parameters"]); err != nil {
		return nil, err
	}
	for _, r := range b.sheets["schedules"].records {
		b.markets = append(b.markets, r.keys[0])
	}
	sort.Strings(b.markets)
	if len(b.markets) == 0 {
		return nil, &TableError{"schedules.csv", 1, "market", "there is none"}
	}
	return b, b.agree()
}

// agree checks that every name in one table that another must know is known there.
func (b *book) agree() error {
	fault := func(table string, r record, field, format string, args ...any) error {
		return &TableError{table + ".csv", r.line, field, fmt.Sprintf(format, args...)}
	}
	for _, r := range b.sheets["railways"].records {
		if b.sheets["grids"].byKey[r.keys[1]] == nil {
			return fault("railways", r, "grid", "%s is not in grids.csv", r.keys[1])
		}
		if r.values[4] > one {
			return fault("railways", r, "electric_share", "is over 1")
		}
		for _, market := range b.markets {
			if b.sheets["rail_levels"].byKey[market+" "+r.keys[2]] == nil {
				return fault("railways", r, "group", "%s has no level at market %s", r.keys[2], market)
			}
		}
	}
	for _, r := range b.sheets["sea_freight"].records {
		if r.keys[3] != "USD/FEU" && r.keys[3] != "USD/TEU" {
			return fault("sea_freight", r, "unit", "%q is neither USD/FEU nor USD/TEU", r.keys[3])
		}
		if b.sheets["schedules"].byKey[r.keys[0]] == nil {
			return fault("sea_freight", r, "market", "%s is not in schedules.csv", r.keys[0])
		}
	}
	for _, r := range b.sheets["sea_lanes"].records {
		for _, market := range b.markets {
			if b.sheets["sea_freight"].byKey[market+" "+r.keys[2]+" "+r.keys[3]] == nil {
				return fault("sea_lanes", r, "like_from", "%s to %s has no freight at market %s", r.keys[2], r.keys[3], market)
			}
		}
	}
	for _, table := range []string{"slots", "box_hire"} {
		for _, market := range b.markets {
			if b.sheets[table].byKey[market] == nil {
				return &TableError{table + ".csv", 1, "market", market + " is missing"}
			}
		}
	}
	for _, r := range b.sheets["box_ends"].records {
		if r.keys[1] != boxTaken && r.keys[1] != boxLeft {
			return fault("box_ends", r, "end", "%q is neither %s nor %s", r.keys[1], boxTaken, boxLeft)
		}
	}
	for _, r := range b.sheets["road_zones"].records {
		if b.sheets["roads"].byKey[r.keys[1]] == nil {
			return fault("road_zones", r, "zone", "%s is not in roads.csv", r.keys[1])
		}
	}
	works := map[string]bool{}
	for _, w := range network.AllWorks {
		works[w.String()] = true
	}
	for table, index := range map[string]map[string][]*record{"dwell": b.dwellAt, "wagons": b.wagonAt} {
		for i, r := range b.sheets[table].records {
			if !works[r.keys[0]] {
				return fault(table, r, "work", "%q is no work of a transfer", r.keys[0])
			}
			if !slices.Contains(causes[:], r.keys[2]) {
				return fault(table, r, "cause", "%q is none of %s", r.keys[2], strings.Join(causes[:], ", "))
			}
			at := r.keys[0] + " " + r.keys[1]
			if index[at] == nil {
				index[at] = make([]*record, len(causes))
			}
			index[at][slices.Index(causes[:], r.keys[2])] = &b.sheets[table].records[i]
		}
	}
	for _, table := range []string{"cargo", "fit"} {
		for _, r := range b.sheets[table].records {
			if trait := r.keys[0]; trait != twentyFoot && trait != heavy && (trait == CargoKinds[General] || !slices.Contains(CargoKinds, trait)) {
				return fault(table, r, "cargo", "%q is no cargo", trait)
			}
		}
	}
	modes := []string{byRail, bySea, byFerry, byRoad}
	for _, r := range b.sheets["cargo"].records {
		if costs := append(modes, causes[:]...); !slices.Contains(costs, r.keys[1]) {
			return fault("cargo", r, "cost", "%q is none of %s", r.keys[1], strings.Join(costs, ", "))
		}
	}
	for _, r := range b.sheets["fit"].records {
		if modes := append(modes, byBlockTrain); !slices.Contains(modes, r.keys[1]) {
			return fault("fit", r, "mode", "%q is none of %s", r.keys[1], strings.Join(modes, ", "))
		}
		if r.values[0] != 0 && r.values[0] != one {
			return fault("fit", r, "fit", "is neither 0 nor 1")
		}
	}
	for _, r := range b.sheets["months"].records {
		if n, err := strconv.Atoi(r.keys[0]); err != nil || n < 1 || n > MostMonth || strconv.Itoa(n) != r.keys[0] {
			return fault("months", r, "month", "%q is no month from 1 to %d", r.keys[0], MostMonth)
		}
	}
	for _, table := range []string{"ferries", "roads"} {
		if b.sheets[table].byKey["*"] == nil {
			return &TableError{table + ".csv", 1, table, "the row * is missing"}
		}
	}
	return nil
}

// shipped is the book of the embedded tables. It is read once, when it is first asked for, which the page's half of the
// program hardly ever does. A fault in it is a fault of the program, which the tests of this package catch first.
var shipped = sync.OnceValues(func() (*book, error) {
	texts := map[string]string{}
	for _, l := range layouts {
		text, err := embedded.ReadFile("tables/" + l.name + ".csv")
		if err != nil {
			return nil, err
		}
		texts[l.name] = string(text)
	}
	return parseBook(texts)
})

// first is the record of the first key that the table knows, or nil.
func (b *book) first(table string, keys ...string) *record {
	for _, k := range keys {
		if r := b.sheets[table].byKey[k]; r != nil {
			return r
		}
	}
	return nil
}

// road is what lorries cost from a country to another, or within it.
func (b *book) road(country, other string) *record {
	if country != other {
		if r := b.first("roads", pair(country, other)); r != nil {
			return r
		}
	}
	if zone := b.first("road_zones", country); zone != nil {
		return b.first("roads", zone.keys[1])
	}
	return b.first("roads", country, "*")
}

// Markets lists the dates that prices are known for, oldest first. The last is the default.
func Markets() []string {
	b, err := shipped()
	if err != nil {
		return nil
	}
	return append([]string(nil), b.markets...)
}

// AllFigures lists every number of every table.
func AllFigures() []Figure {
	b, err := shipped()
	if err != nil {
		return nil
	}
	var out []Figure
	for _, l := range layouts {
		out = append(out, b.sheets[l.name].figures()...)
	}
	return out
}

// Default is what is assumed where the user says nothing.
type Default struct {
	CargoValue  int64 // US cents per FEU
	CarbonPrice int64 // US cents per tonne of CO2e
	Market      string
}

// Defaults reads the tables' own choice.
func Defaults() Default {
	b, err := shipped()
	if err != nil {
		return Default{}
	}
	return b.defaults()
}

func (b *book) defaults() Default {
	return Default{
		CargoValue:  mulDiv(int64(b.cargoValue.values[0]), 100, int64(one)),
		CarbonPrice: mulDiv(int64(b.carbonPrice.values[0]), 100, int64(one)),
		Market:      b.markets[len(b.markets)-1],
	}
}

// pair names two countries in the order of the alphabet, as the tables do: "CN-KZ".
func pair(a, b string) string { return strings.Join([]string{min(a, b), max(a, b)}, "-") }
