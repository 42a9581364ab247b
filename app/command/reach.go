package command

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"zhol/solver"
)

// reachOptions is what the flags of reach say.
type reachOptions struct{ rankOptions }

func (o *reachOptions) flags() []flag {
	return without(o.rankOptions.flags(), "to", "via", "through-kazakhstan", "max", "order", "legs")
}

// matrixOptions is what the flags of matrix say.
type matrixOptions struct {
	reachOptions
	origins, destinations []string
}

func (o *matrixOptions) flags() []flag {
	const end = "a place id, a UN/LOCODE, a name, or lat,lon; given again for each"
	return append([]flag{
		listFlag("from", "END", "where boxes are: "+end, &o.origins),
		listFlag("to", "END", "where they go: "+end, &o.destinations),
	}, without(o.reachOptions.flags(), "from")...)
}

// cellObject is the best way to a place, in JSON. Won is "kz", "rail", "road", "sea" or "mixed"; empty where no way leads there, and the rest
// is then null or 0.
type cellObject struct {
	Place          string      `json:"place"`
	Won            string      `json:"won"`
	USD            float64     `json:"usd"`
	Days           *daysObject `json:"days"`
	CO2eKg         float64     `json:"co2e_kg"`
	Km             float64     `json:"km"`
	GeneralisedUSD float64     `json:"generalised_usd"`

	Rivals *rivalsObject `json:"rivals,omitempty"` // of reach alone
}

// rivalsObject is what the best way of two kinds costs all told, null where there is none: through Kazakhstan, and by sea around it.
type rivalsObject struct {
	Kazakhstan *float64 `json:"kazakhstan_generalised_usd"`
	Sea        *float64 `json:"sea_generalised_usd"`
}

func toRivals(r solver.Rivals) *rivalsObject {
	told := func(general int64) *float64 {
		if general < 0 {
			return nil
		}
		usd := float64(general) / 1e6
		return &usd
	}
	return &rivalsObject{told(r.Kazakhstan), told(r.Sea)}
}

func toCell(r *solver.Reached) cellObject {
	out := cellObject{Place: r.Place, Won: r.Won, USD: dollars(r.Cents), CO2eKg: thousandth(r.Grams), Km: thousandth(r.Metres), GeneralisedUSD: float64(r.General) / 1e6}
	if r.Won != "" {
		out.Days = &daysObject{P10: r.Days.P10, P50: days(r.Seconds), P90: r.Days.P90}
	}
	return out
}

// reach tells the best way from one end to every place, the nearest in generalised cost first.
func reach(c *console, args []string) error {
	o := &reachOptions{}
	if _, err := parseFlags(args, o.flags(), 0); err != nil {
		return err
	}
	if o.from == "" {
		return badInput("--from: is missing; give a place id, a UN/LOCODE, a name, or lat,lon")
	}
	net, err := solver.Load()
	if err != nil {
		return err
	}
	sc, err := o.scenario(net)
	if err != nil {
		return err
	}
	from, err := solver.ParseEnd(net, "from", o.from)
	if err != nil {
		return inputError(err)
	}
	reached, err := solver.New(net).Reach(sc, from)
	if err != nil {
		return inputError(err)
	}
	slices.SortStableFunc(reached, func(a, b solver.Reached) int { return cmp.Compare(a.General, b.General) })
	if o.json {
		places := make([]cellObject, len(reached))
		for i := range reached {
			places[i] = toCell(&reached[i])
			places[i].Rivals = toRivals(reached[i].Rivals)
		}
		return printJSON(c, map[string]any{"data": net.Version, "places": places})
	}
	named := names(net)
	g := cellGrid("to")
	for i := range reached {
		g.add(append([]string{fmt.Sprintf("%s (%s)", named(reached[i].Place), reached[i].Place)}, cells(&reached[i])...)...)
	}
	g.write(c.out, "")
	return nil
}

// matrix tells the best way from each of several ends to each of others.
func matrix(c *console, args []string) error {
	o := &matrixOptions{}
	if _, err := parseFlags(args, o.flags(), 0); err != nil {
		return err
	}
	net, err := solver.Load()
	if err != nil {
		return err
	}
	sc, err := o.scenario(net)
	if err != nil {
		return err
	}
	from, err := parseEnds(net, "from", o.origins)
	if err != nil {
		return err
	}
	to, err := parseEnds(net, "to", o.destinations)
	if err != nil {
		return err
	}
	rows, err := solver.New(net).Matrix(sc, from, to)
	if err != nil {
		return inputError(err)
	}
	if o.json {
		all := make([][]cellObject, len(rows))
		for i := range rows {
			for j := range rows[i] {
				all[i] = append(all[i], toCell(&rows[i][j]))
			}
		}
		return printJSON(c, map[string]any{"data": net.Version, "from": o.origins, "to": o.destinations, "cells": all})
	}
	g := cellGrid("from – to")
	for i := range rows {
		for j := range rows[i] {
			g.add(append([]string{o.origins[i] + " – " + o.destinations[j]}, cells(&rows[i][j])...)...)
		}
	}
	g.write(c.out, "")
	return nil
}

func parseEnds(net *solver.Network, field string, texts []string) ([]solver.End, error) {
	if len(texts) == 0 {
		return nil, badInput("--%s: is missing; give a place id, a UN/LOCODE, a name, or lat,lon, as often as you like", field)
	}
	out := make([]solver.End, len(texts))
	for i, text := range texts {
		var err error
		if out[i], err = solver.ParseEnd(net, field, text); err != nil {
			return nil, inputError(err)
		}
	}
	return out, nil
}

func printJSON(c *console, object any) error {
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	return e.Encode(object)
}

func cellGrid(head string) *grid {
	g := &grid{right: map[int]bool{2: true, 3: true, 4: true, 5: true, 6: true}}
	g.add(head, "won by", "days", "P10–P90", "USD", "CO2e kg", "km")
	return g
}

// cells are the figures of a way; dashes where none leads there.
func cells(r *solver.Reached) []string {
	if r.Won == "" {
		return []string{missing, missing, missing, missing, missing, missing}
	}
	return []string{r.Won, fmt.Sprintf("%.1f", days(r.Seconds)), fmt.Sprintf("%.1f–%.1f", r.Days.P10, r.Days.P90),
		thousands((r.Cents + 50) / 100), thousands((r.Grams + 500) / 1000), thousands((r.Metres + 500) / 1000)}
}
