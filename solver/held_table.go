package solver

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"zhol/solver/network"
)

//go:embed tables/published_routes.csv
var heldTable []byte

const heldHeader = "id,what,from,to,begin,end,via,avoid,modes,span,market,date,quantity,kind,low,high,count,reason,status,source,note"

// parseHeld reads the table of published routes; a fault names the row and the field.
//
//	begin     the border station that the figure begins at, where no box is lifted; from is then a terminal before it
//	end       likewise, where it ends
//	modes     the only kinds of arc that the way may use, joined by +
//	span      main: from departure to arrival; door: waits and terminals at both ends too
//	market    the date of our prices; empty for the latest, where a price is not what is compared
//	kind      promise: announced; observed: measured, or paid
//	count     1: comparable; input: so too, but its source sets figures of ours; 0: not, and reason says why
func parseHeld(net *Network, table []byte) ([]heldCase, error) {
	records, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("published_routes.csv: %w", err)
	}
	if len(records) == 0 || strings.Join(records[0], ",") != heldHeader {
		return nil, fmt.Errorf("published_routes.csv:1: the header is not %s", heldHeader)
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	var out []heldCase
	seen := map[string]bool{}
	for i, cells := range records[1:] {
		at := func(field string) string { return cells[column[field]] }
		fault := func(field, reason string) error {
			return fmt.Errorf("published_routes.csv:%d: %s: %q %s", i+2, field, at(field), reason)
		}
		c := heldCase{
			row: HeldRow{ID: at("id"), What: at("what"), From: at("from"), To: at("to"), By: strings.ReplaceAll(at("via"), ";", ", "),
				Date: at("date"), Unit: at("quantity"), Promise: at("kind") == "promise", Counted: at("count") != "0", Input: at("count") == "input", Reason: at("reason")},
			begin: at("begin"), end: at("end"), via: splitList(at("via"), ";"), avoid: splitList(at("avoid"), ";"), modes: splitList(at("modes"), "+"),
			main: at("span") == "main", market: at("market"),
		}
		if c.row.ID == "" || seen[c.row.ID] {
			return nil, fault("id", "is empty or stands twice")
		}
		seen[c.row.ID] = true
		for field, words := range map[string][]string{"quantity": {HeldKm, HeldDays, HeldUSD, HeldKg}, "kind": {"promise", "observed"}, "span": {"main", "door"}, "count": {"0", "1", "input"}} {
			if !slices.Contains(words, at(field)) {
				return nil, fault(field, "is none of "+strings.Join(words, ", "))
			}
		}
		for _, field := range []string{"begin", "end"} {
			if _, known := net.PlaceByID(at(field)); at(field) != "" && (!known || !c.main) {
				return nil, fault(field, "is no place, or the span is not main")
			}
		}
		if c.market != "" && !slices.Contains(Markets(), c.market) {
			return nil, fault("market", "is no market date")
		}
		if len(at("date")) < len("2006") {
			return nil, fault("date", "is no year, nor year and month")
		}
		c.avoid = append(c.avoid, "after-"+at("date")[:len("2006")])
		if _, known := net.Feature(c.avoid[len(c.avoid)-1]); !known {
			return nil, fault("date", "is no year of the network")
		}
		var ok, also bool
		c.row.Low, ok = parseNumber(at("low"))
		if c.row.High, also = parseNumber(at("high")); !ok || !also || c.row.Low > c.row.High {
			return nil, fault("low", "and high are not two numbers in order")
		}
		if !c.row.Counted && c.row.Reason == "" {
			return nil, fault("reason", "is empty, though the row does not count")
		}
		if c.row.Status, err = network.ParseStatus(at("status")); err != nil {
			return nil, fault("status", err.Error())
		}
		c.row.Sources, c.row.Provenance.Date, c.row.Note = splitList(at("source"), ";"), at("date"), at("note")
		for _, key := range c.row.Sources {
			if _, known := net.Sources[key]; !known {
				return nil, fault("source", "is not in sources.csv")
			}
		}
		out = append(out, c)
	}
	return out, nil
}
