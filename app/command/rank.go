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
	net, sc, q, err := o.load()
	if err != nil {
		return err
	}
	// A link holds points to the same four decimals, so what it opens gives this very answer.
	q.From.At, q.To.At = link.Round(q.From.At), link.Round(q.To.At)
	answer, err := solver.New(net).Rank(sc, q)
	if err != nil {
		return inputError(err)
	}
	if o.odds || o.json {
		solver.DrawOdds(answer)
	}
	q.Via, sc.Avoid = ids(net, q.Via), ids(net, sc.Avoid)
	words := link.WordsOf(net, solver.Markets())
	address := "#" + words.Format(link.State{Query: q, Scenario: sc})
	if o.csv && o.json {
		return badInput("--csv: cannot be given with --json")
	}
	if o.csv {
		if err := export.CSV(c.out, net, answer, address, 1); err != nil {
			return err
		}
	} else if o.json {
		if err := printJSON(c, toObject(net, answer, address, sc, q)); err != nil {
			return err
		}
	} else {
		writeTable(c.out, answer, address, o.legs, o.slack, names(net))
	}
	if len(answer.Routes) == 0 {
		return &exit{exitNoRoute, ""}
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
	net, err := solver.Load()
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "zhol %s, tables %s\n", Version, net.Version)
	return nil
}
