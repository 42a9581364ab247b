package command

import (
	"fmt"
	"slices"

	"zhol/app/export"
	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/network"
)

const transfer = network.Transfer

// rank answers one question.
func rank(c *console, args []string) error {
	o, err := parseRank(args)
	if err != nil {
		return err
	}
	if err := o.oneForm(); err != nil {
		return err
	}
	net, sc, q, err := o.load()
	if err != nil {
		return err
	}
	answer, err := solver.New(net).Rank(sc, q)
	if err != nil {
		return inputError(err)
	}
	if o.odds || o.json {
		solver.DrawOdds(answer)
	}
	asked := about(net, sc, q, link.View{})
	switch {
	case o.csv:
		err = export.CSV(c.out, net, answer, asked.link, 1)
	case o.json:
		err = printJSON(c, toObject(asked, answer))
	default:
		writeTable(c.out, answer, asked, o.legs, names(net))
	}
	if err != nil {
		return err
	}
	if len(answer.Routes) == 0 {
		return o.noRoute()
	}
	return nil
}

// noRoute ends a command that found none. CSV has no place to say why.
func (o *rankOptions) noRoute() error {
	if o.csv {
		return &exit{exitNoRoute, "no way leads there; without --csv it is told why"}
	}
	return &exit{exitNoRoute, ""}
}

// oneForm refuses flags that the form asked for has no place for.
func (o *rankOptions) oneForm() error {
	switch {
	case o.csv && o.json:
		return badInput("--csv: cannot be given with --json")
	case o.legs && (o.csv || o.json):
		return badInput("--legs: is of the table; CSV and JSON have the legs anyway")
	case o.csv && o.odds:
		return badInput("--odds: CSV has none; give --json")
	case o.csv && o.slack > 0:
		return badInput("--slack: CSV has not the front; give --json")
	}
	return nil
}

// ids calls every feature by its id, whatever the caller called it, and each once.
func ids(net *solver.Network, given []string) []string {
	var out []string
	for _, text := range given {
		if f, ok := net.Feature(text); ok {
			text = net.FeatureID(f)
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// names gives the English name of a place, gateway, passage or country; what is none of them is its own name.
func names(net *solver.Network) func(id string) string {
	known := map[string]string{}
	for _, list := range [][]network.Named{net.Countries, net.Passages, net.Gateways} {
		for _, n := range list {
			known[n.ID] = n.Names.EN
		}
	}
	for _, p := range net.Places {
		known[p.ID] = p.Names.EN
	}
	return func(id string) string {
		if name, ok := known[id]; ok && name != "" {
			return name
		}
		return id
	}
}

// version prints what an answer depends on.
func version(c *console, args []string) error {
	if len(args) > 0 {
		return badInput("takes no words, and got %q", args[0])
	}
	net, err := tables()
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "zhol %s, tables %s\n", Version, net.Version)
	return nil
}
