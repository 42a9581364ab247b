package link

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"zhol/solver"
	"zhol/solver/network"
)

// Format writes a state as the canonical text after "#", fields in a fixed order, what is at its default left out.
func (w *Words) Format(s State) string {
	var fields []string
	add := func(field, value string) {
		if value != "" {
			fields = append(fields, field+"="+value)
		}
	}
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	add("from", w.end(s.Query.From))
	add("to", w.end(s.Query.To))
	add("via", w.list(s.Query.Via))
	add("avoid", w.list(s.Scenario.Avoid))
	if s.Query.ThroughKazakhstan {
		add("kz", "1")
	}
	add("market", url.QueryEscape(s.Scenario.Market))
	add("value", number(s.Scenario.CargoValue))
	add("carbon", number(s.Scenario.CarbonPrice))
	if s.Scenario.Cargo.Kind != solver.General {
		add("cargo", s.Scenario.Cargo.Kind.String())
	}
	if s.Scenario.Cargo.Twenty {
		add("box", boxTwenty)
	}
	add("tonnes", number(s.Scenario.Cargo.Tonnes))
	if s.Scenario.Wagons {
		add("train", trainWagons)
	}
	add("month", number(s.Scenario.Month))
	add("customs", number(s.Scenario.FasterBorders))
	if s.Scenario.SecondTrack {
		add("tracks", tracksTwo)
	}
	if s.Scenario.NoSubsidy {
		add("subsidy", subsidyOff)
	}
	var levels []string
	for _, l := range s.Scenario.Levels {
		of := l.Of
		if !slices.Contains(solver.Priced, of) {
			of = w.Code(of)
		}
		levels = append(levels, url.QueryEscape(of)+":"+strconv.Itoa(l.Thousandths))
	}
	add("level", strings.Join(levels, ","))
	if s.Scenario.Planned {
		add("lines", linesPlanned)
	}
	add("max", number(s.Query.Max))
	add("slack", number(s.Query.Slack))
	if s.Query.Order != solver.OrderCost {
		add("order", url.QueryEscape(s.Query.Order))
	}
	if s.Pick > 1 {
		add("pick", number(s.Pick))
	}
	v := s.View
	add("view", v.Show)
	add("by", v.By)
	if !slices.Contains(Overs, v.Over) {
		v.Over = w.Code(v.Over)
	}
	add("over", url.QueryEscape(v.Over))
	add("sort", v.Sort)
	if v.OnlyKZ {
		add("only", "kz")
	}
	var ranks []string
	for _, rank := range v.Compare {
		ranks = append(ranks, strconv.Itoa(rank))
	}
	add("compare", strings.Join(ranks, ","))
	add("boxes", number(v.Boxes))
	if v.Embed {
		add("embed", "1")
	}
	add("lang", v.Lang)
	return strings.Join(fields, "&")
}

func (w *Words) end(e solver.End) string {
	switch {
	case e.Place != "":
		return url.QueryEscape(w.Code(e.Place))
	case Set(e):
		return Point(e.At)
	}
	return ""
}

// Point writes a point as a link and a combobox do: latitude first, four decimals.
func Point(p solver.LonLat) string {
	p = Round(p)
	return strconv.FormatFloat(p.Lat, 'f', 4, 64) + "," + strconv.FormatFloat(p.Lon, 'f', 4, 64)
}

func (w *Words) list(ids []string) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		if _, feature := w.feature[network.Fold(id)]; !feature {
			id = w.Code(id)
		}
		parts[i] = url.QueryEscape(id)
	}
	return strings.Join(parts, ",")
}
