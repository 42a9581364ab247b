package command

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"zhol/solver"
	"zhol/solver/network"
	"zhol/solver/tariff"
)

// dataOptions are the flags of data.
type dataOptions struct{ figures, held bool }

func (o *dataOptions) flags() []flag {
	return []flag{
		switchFlag("figures", "list every figure of every table too, with its source", &o.figures),
		switchFlag("held", "print only the table of published routes beside ours", &o.held),
	}
}

// data prints what the answers rest on: published routes beside ours, how well the figures are known, and every document.
func data(c *console, args []string) error {
	o := &dataOptions{}
	if _, err := parseFlags(args, o.flags(), 0); err != nil {
		return err
	}
	net, err := tables()
	if err != nil {
		return err
	}
	rows, sum, err := solver.Held(net)
	if err != nil {
		return err
	}
	fmt.Fprint(c.out, "# Published routes against Zhol\n\n")
	writeHeld(c.out, rows, sum)
	if o.held {
		return nil
	}
	fmt.Fprint(c.out, "\nNot comparable, and left out:\n\n")
	for i := range rows {
		if r := &rows[i]; !r.Counted {
			fmt.Fprintf(c.out, "- %s (%s), %s %s: %s\n", r.What, r.Date, published(r), r.Unit, r.Reason)
		}
	}
	figures := solver.Figures(net)
	fmt.Fprint(c.out, "\n# Figures by table and status\n\n")
	writeTally(c.out, figures)
	if o.figures {
		fmt.Fprint(c.out, "\n# Figures\n\n")
		for _, f := range figures {
			fmt.Fprintf(c.out, "%s | %s | %s %s | %s | %s | %s | %s\n", f.Table, f.ID, f.Value, f.Unit, f.Status, citing(f.Provenance), f.Date, f.Note)
		}
	}
	worlds, err := solver.Switches(net)
	if err != nil {
		return err
	}
	fmt.Fprint(c.out, "\n# Worlds by name\n\n")
	for _, s := range worlds {
		fmt.Fprintf(c.out, "%s | %s | %s | %s | %s | %s\n", s.ID, s.Names.EN, s.Status, citing(s.Provenance), s.Date, s.Note)
	}
	fmt.Fprint(c.out, "\n# Documents\n\n")
	writeDocuments(c.out, net)
	return nil
}

// writeHeld prints the rows that count as a table in Markdown, and how they stand.
func writeHeld(w io.Writer, rows []solver.HeldRow, sum solver.HeldSummary) {
	percent := func(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }
	fmt.Fprintln(w, "| | aim | today | without inputs |")
	fmt.Fprintln(w, "|---|---|---|---|")
	line := func(what, aim string, cell func(*solver.HeldSums) string) {
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", what, aim, cell(&sum.HeldSums), cell(&sum.Free))
	}
	line("km", "within 5 % for 90 %", func(s *solver.HeldSums) string {
		return fmt.Sprintf("%s of %d rows, median error %.1f %%", percent(s.Km.Share()), s.Km.Rows, 100*s.Km.Median)
	})
	line("days", "published between P10 and P90 for 85 %", func(s *solver.HeldSums) string {
		return fmt.Sprintf("%s of %d rows", percent(float64(s.Inside)/float64(max(1, s.Days.Rows))), s.Days.Rows)
	})
	line("days, P50", "median error under 15 %", func(s *solver.HeldSums) string {
		return fmt.Sprintf("%.1f %%; of measured days %.1f %%", 100*s.Days.Median, 100*s.Measured.Median)
	})
	line("days promised", "between P10 and P50", func(s *solver.HeldSums) string {
		return fmt.Sprintf("%s of %d rows", percent(s.Promises.Share()), s.Promises.Rows)
	})
	line("USD", "median error under 20 %", func(s *solver.HeldSums) string {
		return fmt.Sprintf("%.1f %% over %d rows", 100*s.USD.Median, s.USD.Rows)
	})
	line("kg CO2e", "within 20 %", func(s *solver.HeldSums) string { return fmt.Sprintf("%d of %d rows", s.Kg.Good, s.Kg.Rows) })
	fmt.Fprintln(w)
	fmt.Fprintln(w, "| route | date | published | ours | error | |")
	fmt.Fprintln(w, "|---|---|--:|--:|--:|---|")
	for i := range rows {
		r := &rows[i]
		if !r.Counted {
			continue
		}
		var why []string
		if r.Input && !r.Off() {
			why = append(why, "an input: shows that nothing is lost on the way")
		} else if r.Input {
			why = append(why, "an input")
		}
		if r.Off() && r.Reason != "" {
			why = append(why, r.Reason)
		}
		kind := ""
		if r.Promise {
			kind = " promised"
		}
		fmt.Fprintf(w, "| %s | %s | %s %s%s | %s | %s | %s |\n", r.What, r.Date, published(r), r.Unit, kind, ours(r), signed(r.Error), strings.Join(why, "; "))
	}
}

// published is what was published, as a figure or a range.
func published(r *solver.HeldRow) string {
	if r.Low == r.High {
		return amount(r.Low, r.Unit)
	}
	return amount(r.Low, r.Unit) + "–" + amount(r.High, r.Unit)
}

// ours is our figure; of days with P10 and P90.
func ours(r *solver.HeldRow) string {
	switch {
	case !r.Found:
		return missing
	case r.Unit == solver.HeldDays:
		return fmt.Sprintf("%.1f (%.1f–%.1f)", r.Ours, r.P10, r.P90)
	}
	return amount(r.Ours, r.Unit)
}

func amount(v float64, unit string) string {
	if unit == solver.HeldDays {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return thousands(int64(math.Round(v)))
}

func signed(share float64) string {
	percent := math.Round(100 * share)
	if percent == 0 {
		return "0 %"
	}
	return strings.Replace(fmt.Sprintf("%+.0f %%", percent), "-", "−", 1)
}

// writeTally counts the figures of each table by status.
func writeTally(w io.Writer, figures []tariff.Figure) {
	var tables []string
	count := map[string]map[solver.Status]int{}
	add := func(table string, s solver.Status) {
		if count[table] == nil {
			tables, count[table] = append(tables, table), map[solver.Status]int{}
		}
		count[table][s]++
	}
	for _, f := range figures {
		add(f.Table, f.Status)
	}
	g := grid{right: map[int]bool{1: true, 2: true, 3: true, 4: true}}
	head := []string{"table"}
	all := []solver.Status{network.Published, network.Derived, network.Estimated, network.Recalled}
	for _, s := range all {
		head = append(head, s.String())
	}
	g.add(head...)
	for _, table := range tables {
		cells := []string{table}
		for _, s := range all {
			cell := missing
			if n := count[table][s]; n > 0 {
				cell = thousands(int64(n))
			}
			cells = append(cells, cell)
		}
		g.add(cells...)
	}
	g.write(w, "")
}

// writeDocuments lists every source by its key.
func writeDocuments(w io.Writer, net *solver.Network) {
	var keys []string
	for key := range net.Sources {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, cmp.Compare[string])
	for _, key := range keys {
		d := net.Sources[key]
		fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("%s: %s. %s, %s. %s", key, d.Title, d.Publisher, d.Year, d.Address), " "))
	}
}
