package command

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"zhol/solver"
)

// asked are the questions that the first page of the repository answers.
var asked = [][2]string{
	{"CNSIA", "DEDUI"},
	{"CNLYG", "KZALA"},
	{"CNURM", "KZAST"},
	{"CNCKG", "AEJEA"},
	{"yiw", "TRHAL"},
}

// shownLabels are those of the routes that are shown of each answer.
var shownLabels = []string{solver.BestOverall, solver.Fastest, solver.BestThroughKazakhstan}

// answers prints a few real answers as a table in Markdown.
func answers(c *console, args []string) error {
	if len(args) > 0 {
		return badInput("takes no words, and got %q", args[0])
	}
	net, err := tables()
	if err != nil {
		return err
	}
	named, s := names(net), solver.New(net)
	fmt.Fprintln(c.out, "| from – to | by way of | days (P10–P90) | USD | t CO2e | km | |")
	fmt.Fprintln(c.out, "|---|---|--:|--:|--:|--:|---|")
	var last *solver.Answer
	for _, ends := range asked {
		sc, q, err := (&rankOptions{from: ends[0], to: ends[1]}).question(net)
		if err != nil {
			return err
		}
		if last, err = s.Rank(sc, q); err != nil {
			return inputError(err)
		}
		writeAnswer(c.out, last, named)
	}
	fmt.Fprintf(c.out, "\nPer FEU, prices of %s, tables %s.\n", last.Market, last.Data)
	return nil
}

func writeAnswer(w io.Writer, a *solver.Answer, named func(string) string) {
	for i := range a.Routes {
		r := &a.Routes[i]
		var labels []string
		for _, l := range shownLabels {
			if slices.Contains(r.Labels, l) {
				labels = append(labels, l)
			}
		}
		if len(labels) == 0 {
			continue
		}
		fmt.Fprintf(w, "| %s – %s | %s | %.1f (%.1f–%.1f) | %s | %.1f | %s | %s |\n", a.From.Name, a.To.Name, chain(r, named),
			r.Days.P50, r.Days.P10, r.Days.P90, thousands((r.Cents+50)/100), float64(r.Grams)/1e6, thousands((r.Metres+500)/1000), strings.Join(labels, ", "))
	}
}
