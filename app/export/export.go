// Package export writes answers as tables for other programs, with the source of every figure.
package export

import (
	"encoding/csv"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"zhol/app/link"
	"zhol/solver"
)

// header is a promise: add columns at the end, never rename.
var header = []string{"rank", "labels", "gateways", "leg", "kind", "from", "to", "km", "cause", "figure", "usd", "days", "co2e_kg",
	"status", "date", "sources", "note", "unit", "market", "data", "link", "year", "scenario",
	"estimated_usd_percent", "estimated_days_percent", "boxes", "usd_all", "co2e_kg_all", "variant_of"}

// CSV writes an answer row by row: one line for each figure of each leg of each route. The lines of a route sum to it in usd,
// days and co2e_kg; km stands on the first line of a leg and sums likewise. unit is what usd is for: FEU or TEU. link asks the
// same question again, and data is the version of the tables that it was answered from; year and scenario tell of the link
// what world it supposes. The percentages are of the whole route: what of it rests on estimated or recalled figures. usd and
// co2e_kg are for one box; usd_all and co2e_kg_all for as many as boxes says. variant_of is the rank of an
// entry that a route is so much like as to be no entry of its own.
func CSV(w io.Writer, net *solver.Network, a *solver.Answer, link string, boxes int) error {
	all := int64(max(1, boxes))
	out := csv.NewWriter(w)
	if err := out.Write(header); err != nil {
		return err
	}
	year, scenario := world(link)
	if year == 0 {
		year = net.Newest()
	}
	for i := range a.Routes {
		r := &a.Routes[i]
		variant := ""
		if r.VariantOf > 0 {
			variant = strconv.Itoa(r.VariantOf)
		}
		softUSD, softDays := r.Estimated()
		for j := range r.Legs {
			leg := &r.Legs[j]
			for k := range leg.Rows {
				row := &leg.Rows[k]
				km := ""
				if k == 0 {
					km = decimal(leg.Metres, 3)
				}
				line := []string{strconv.Itoa(r.Rank), strings.Join(r.Labels, "; "), strings.Join(r.Gateways, "; "),
					strconv.Itoa(j + 1), leg.What, place(net, leg.From), place(net, leg.To), km, row.Cause, row.Text,
					decimal(row.Money, 2), strconv.FormatFloat(float64(row.Time)/86400, 'f', 5, 64), decimal(row.Carbon, 3),
					row.Status.String(), dated(net, row.Date, row.Provenance), sources(net, row.Provenance), row.Note, a.Cargo.Unit(), a.Market, a.Data, link,
					strconv.Itoa(year), scenario, strconv.Itoa(softUSD), strconv.Itoa(softDays),
					strconv.FormatInt(all, 10), decimal(all*row.Money, 2), decimal(all*row.Carbon, 3), variant}
				if err := out.Write(line); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

// Cell is the best way between two ends, as reach and matrix tell it; empty where none leads there.
type Cell struct {
	From, To solver.End
	Link     string
	*solver.Reached
}

// cellHeader is a promise likewise.
var cellHeader = []string{"from", "to", "won", "usd", "days_p10", "days_p50", "days_p90", "co2e_kg", "km", "generalised_usd", "unit", "market", "data", "link", "year", "scenario",
	"kazakhstan_generalised_usd", "sea_generalised_usd"}

// Cells writes best ways, a line for each pair of ends. What no way leads to has no figures, and rivals have those of reach alone.
func Cells(w io.Writer, net *solver.Network, cells []Cell, market, unit string) error {
	out := csv.NewWriter(w)
	if err := out.Write(cellHeader); err != nil {
		return err
	}
	for _, c := range cells {
		year, scenario := world(c.Link)
		if year == 0 {
			year = net.Newest()
		}
		figures := make([]string, 7)
		if c.Won != "" {
			day := func(d float64) string { return strconv.FormatFloat(d, 'f', 5, 64) }
			figures = []string{decimal(c.Cents, 2), day(c.Days.P10), day(float64(c.Seconds) / 86400), day(c.Days.P90), decimal(c.Grams, 3), decimal(c.Metres, 3), decimal(c.General, 6)}
		}
		line := append(append([]string{end(net, c.From), end(net, c.To), c.Won}, figures...), unit, market, net.Version, c.Link, strconv.Itoa(year), scenario)
		for _, general := range []int64{c.Rivals.Kazakhstan, c.Rivals.Sea} {
			rival := ""
			if general > 0 {
				rival = decimal(general, 6)
			}
			line = append(line, rival)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Fields of a link that say nothing of the world: the ends, the list, how it is looked at, and what has a column of its own.
var beside = []string{"from", "to", "max", "slack", "order", "pick", "view", "by", "over", "sort", "only", "compare", "lang", "market"}

// world is what a link supposes, as it writes it, and the year of the network; nothing and 0 where all is as today.
func world(link string) (year int, text string) {
	_, fields, _ := strings.Cut(link, "#")
	var parts []string
	for _, part := range strings.Split(fields, "&") {
		field, value, given := strings.Cut(part, "=")
		if plain, err := url.QueryUnescape(value); err == nil {
			value = plain
		}
		if given && !slices.Contains(beside, field) {
			parts = append(parts, field+"="+value)
		}
		if field == "avoid" {
			year = solver.YearOf(strings.Split(value, ","))
		}
	}
	if parts == nil {
		return year, "as today"
	}
	return year, strings.Join(parts, "; ")
}

// decimal writes a whole number of parts with so many places.
func decimal(n int64, places int) string {
	text := strconv.FormatInt(n, 10)
	for len(text) <= places {
		text = "0" + text
	}
	return text[:len(text)-places] + "." + text[len(text)-places:]
}

// end is the English name and the id of a place, or a point.
func end(net *solver.Network, e solver.End) string {
	if e.Place == "" {
		return link.Point(e.At)
	}
	return place(net, e.Place) + " (" + e.Place + ")"
}

// place is the English name of a place; what is none, a point, keeps the word it has.
func place(net *solver.Network, id string) string {
	if p, ok := net.PlaceByID(id); ok {
		return net.Places[p].Names.EN
	}
	return id
}

// dated is the date of a figure, or else the year of its newest document; empty where neither is known.
func dated(net *solver.Network, date string, p solver.Provenance) string {
	if date != "" {
		return date
	}
	for _, key := range p.Sources {
		if year := net.Sources[key].Year; year > date && year[0] <= '9' { // "n.d." is no year
			date = year
		}
	}
	return date
}

// sources spells documents out: publisher, title and address; and says what is to be checked where there are none.
func sources(net *solver.Network, p solver.Provenance) string {
	var out []string
	for _, key := range p.Sources {
		text := key
		if doc, ok := net.Sources[key]; ok {
			text = strings.TrimSpace(doc.Publisher + ": " + doc.Title + " " + doc.Address)
		}
		out = append(out, text)
	}
	for _, document := range p.ToCheck {
		out = append(out, "to check: "+document)
	}
	return strings.Join(out, "; ")
}
