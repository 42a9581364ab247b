package command

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"zhol/solver"
)

// missing is shown where nothing is known or nothing applies; never a 0.
const missing = "—"

// grid is a table of text in columns, some of them flush right.
type grid struct {
	right map[int]bool
	rows  [][]string
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

func (g *grid) write(w io.Writer, indent string) {
	var widths []int
	for _, row := range g.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range g.rows {
		line := indent
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if g.right[i] {
				line += pad + cell + "  "
			} else {
				line += cell + pad + "  "
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// writeTable prints an answer for people; the front too, where it was asked for with a slack. named gives the English name of a place, gateway, passage or country id.
func writeTable(w io.Writer, a *solver.Answer, asked question, legs bool, named func(id string) string) {
	asked.write(w, endName(a.From)+" to "+endName(a.To), named)
	if len(a.Routes) == 0 {
		writeBlocked(w, a, named)
	} else {
		fmt.Fprintln(w)
		writeRoutes(w, a, legs, named)
		fmt.Fprintf(w, "\n%s\n", frontSentence(a))
		writeComesBack(w, a.ComesBack)
		if asked.q.Slack > 0 {
			writeFront(w, a, asked.q.Slack, named)
		}
		if n := a.Routes[0].Odds.Draws; n > 0 {
			fmt.Fprintf(w, "Odds are of %d draws; best is the least generalised cost. Arcs are late independently of each other; what two routes share is late for both.\n", n)
		}
	}
	asked.writeLink(w)
}

// per says what prices are for: "FEU", or "TEU of reefer cargo, 8 t".
func per(c solver.Cargo) string {
	text := c.Unit()
	if c.Kind != solver.General {
		text += " of " + c.Kind.String() + " cargo"
	}
	if c.Tonnes > 0 {
		text += fmt.Sprintf(", %d t", c.Tonnes)
	}
	return text
}

// endName says what an end is, and how far it is from where boxes are lifted.
func endName(l solver.Located) string {
	name, notes := l.Name, []string{l.ID}
	if l.ID == "" {
		name, notes = fmt.Sprintf("%.4f,%.4f", l.At.Lat, l.At.Lon), nil
		if l.Name != "" {
			notes = append(notes, l.Name)
		}
	} else if l.SnapKm >= 0.5 {
		notes = append(notes, fmt.Sprintf("%.0f km from the point asked for", l.SnapKm))
	}
	if l.Terminal != "" {
		notes = append(notes, fmt.Sprintf("%.0f km to the nearest terminal, %s", l.TerminalKm, l.Terminal))
	}
	if len(notes) == 0 {
		return name
	}
	return name + " (" + strings.Join(notes, "; ") + ")"
}

func frontSentence(a *solver.Answer) string {
	text := fmt.Sprintf("%d ways are beaten by none in money, time and carbon at once", a.FrontSize)
	if a.FrontSize == 1 {
		text = "1 way is beaten by none in money, time and carbon at once"
	}
	if !a.Complete {
		text = "at least " + text + " (the search for them was cut short)"
	}
	if !a.ListComplete {
		text += "; the list was cut short: routes or labels may be missing"
	}
	return text + "."
}

// writeComesBack tells where routes come back to what they have left, to pass what is to be passed.
func writeComesBack(w io.Writer, c solver.ComesBack) {
	switch c {
	case solver.MustComeBack:
		fmt.Fprintln(w, "No way passes all of this without coming back to a place or a customs territory that it has left.")
	case solver.MayComeBack:
		fmt.Fprintln(w, "Not all ways that keep from where they have been were found in time: routes may come back there.")
	}
}

// writeFront prints the ways that stand for the whole front, each with its place in the list, if it has one.
func writeFront(w io.Writer, a *solver.Answer, slack int, named func(string) string) {
	fmt.Fprintf(w, "\nThese stand for all of them (%d of %d): beside each that is left out stands one that is dearer, slower and dirtier than it by at most %d %% of the least money, time and carbon of all.\n", len(a.Front), a.FrontSize, slack)
	g := &grid{right: map[int]bool{0: true, 1: true, 2: true, 3: true}}
	g.add("#", "days", "USD", "CO2e kg", "KZ", "by way of")
	for _, p := range a.Front {
		kz := ""
		if p.ThroughKazakhstan {
			kz = "KZ"
		}
		rank, way := missing, "not in the list"
		if i := slices.IndexFunc(a.Routes, func(r solver.Route) bool { return r.Cents == p.Cents && r.Seconds == p.Seconds && r.Grams == p.Grams }); i >= 0 {
			rank, way = fmt.Sprint(a.Routes[i].Rank), chain(&a.Routes[i], named)
		}
		g.add(rank, fmt.Sprintf("%.1f", days(p.Seconds)), thousands((p.Cents+50)/100), thousands((p.Grams+500)/1000), kz, way)
	}
	g.write(w, "")
	fmt.Fprintln(w)
}

func writeRoutes(w io.Writer, a *solver.Answer, legs bool, named func(string) string) {
	heads := []string{"#", "days", "P10–P90", "USD", "CO2e kg", "km", "KZ", "by way of", "remarks"}
	g := &grid{right: map[int]bool{0: true, 1: true, 2: true, 3: true, 4: true, 5: true}}
	g.add(heads...)
	for i := range a.Routes {
		r := &a.Routes[i]
		g.add(routeCells(r, named)...)
		if legs {
			g.write(w, "")
			g.rows = nil
			writeLegs(w, r, named)
			if i+1 < len(a.Routes) {
				fmt.Fprintln(w)
				g.add(heads...)
			}
		}
	}
	g.write(w, "")
}

func routeCells(r *solver.Route, named func(string) string) []string {
	kz := ""
	if r.ThroughKazakhstan {
		kz = "KZ"
	}
	remarks := strings.Join(r.Labels, ", ")
	if r.VariantOf != 0 {
		remarks = strings.TrimSuffix(fmt.Sprintf("variant of #%d, %s", r.VariantOf, remarks), ", ")
	}
	if r.DominatedBy != 0 {
		remarks = strings.TrimPrefix(remarks+", "+r.Dominated.String(), ", ")
	}
	if r.Odds.Draws > 0 {
		remarks = strings.TrimSuffix(fmt.Sprintf("best in %.0f %%, in the best three in %.0f %%; %s", 100*r.Odds.Best, 100*r.Odds.TopThree, remarks), "; ")
	}
	if of := mostly(r); len(of) > 0 {
		remarks = strings.TrimPrefix(remarks+", mostly estimates: "+strings.Replace(strings.Join(of, " and "), "usd", "USD", 1), ", ")
	}
	return []string{
		fmt.Sprint(r.Rank),
		fmt.Sprintf("%.1f", days(r.Seconds)),
		fmt.Sprintf("%.1f–%.1f", r.Days.P10, r.Days.P90),
		thousands((r.Cents + 50) / 100),
		thousands((r.Grams + 500) / 1000),
		thousands((r.Metres + 500) / 1000),
		kz,
		chain(r, named),
		remarks,
	}
}

// chain is the modes in order and the gateways passed, such as "rail, ferry, rail: Khorgos, Aktau".
func chain(r *solver.Route, named func(string) string) string {
	var modes []string
	for i := range r.Legs {
		k := r.Legs[i].Kind
		if k == transfer || len(modes) > 0 && modes[len(modes)-1] == k.String() {
			continue
		}
		modes = append(modes, k.String())
	}
	text := strings.Join(modes, "+")
	if len(r.Gateways) > 0 {
		names := make([]string, len(r.Gateways))
		for i, id := range r.Gateways {
			names[i] = named(id)
		}
		text += ": " + strings.Join(names, ", ")
	}
	return text
}

func writeLegs(w io.Writer, r *solver.Route, named func(string) string) {
	g := &grid{right: map[int]bool{2: true, 3: true, 4: true, 5: true}}
	for i := range r.Legs {
		l := &r.Legs[i]
		where := named(l.From)
		if l.To != l.From {
			where += " – " + named(l.To)
		}
		km := missing
		if l.Metres > 0 {
			km = thousands((l.Metres+500)/1000) + " km"
		}
		what := l.What
		if what == "" {
			what = l.Kind.String()
		}
		if l.Gauge != 0 && l.Kind != transfer {
			what += fmt.Sprintf(" %d", l.Gauge)
		}
		g.add(what, where, km, fmt.Sprintf("%.2f d", days(l.Seconds)), thousandsCents(l.Cents)+" USD",
			fmt.Sprintf("%.0f kg", thousandth(l.Grams)), l.Status.String(), citing(l.Provenance))
	}
	g.write(w, "     ")
	usd, days := r.Estimated()
	fmt.Fprintf(w, "     %d %% of the price and %d %% of the days rest on estimated or recalled figures.\n", usd, days)
}

// citing names the sources of a figure, and what is to be checked where it is recalled.
func citing(p solver.Provenance) string {
	out := p.Sources
	if len(p.ToCheck) > 0 {
		out = append(slices.Clone(out), "to check: "+strings.Join(p.ToCheck, ", "))
	}
	return strings.Join(out, " ")
}

func writeBlocked(w io.Writer, a *solver.Answer, named func(string) string) {
	if len(a.Unserved) > 0 {
		writeUnserved(w, a, named)
		return
	}
	writeHurdles(w, a.BlockedBy, a.Lifts, a.Alone, named)
	for _, p := range a.Barred {
		fmt.Fprintf(w, "The cargo: %s (%s, %s).\n", p.Note, p.Status, citing(p))
	}
}

// writeUnserved tells from which ends no terminal is reached, and which is the nearest.
func writeUnserved(w io.Writer, a *solver.Answer, named func(string) string) {
	for _, u := range a.Unserved {
		end := a.From
		if u.Field == "to" {
			end = a.To
		}
		fmt.Fprintf(w, "No route: no terminal is reached by road from %s without water or a customs border between. The nearest is %s (%s), %.0f km away.\n", endName(end), named(u.Nearest), u.Nearest, u.Km)
	}
}

// writeHurdles tells what blocks every way, and what opens one.
func writeHurdles(w io.Writer, blocked, lifts, alone []string, named func(string) string) {
	if len(blocked) == 0 {
		fmt.Fprintln(w, "No route: nothing in the tables joins the two ends.")
		return
	}
	if len(alone) > 1 {
		fmt.Fprintf(w, "No route: each of these alone blocks every way: %s.\n", strings.Join(hurdles(alone, named), ", "))
		return
	}
	fmt.Fprintf(w, "No route: every way is blocked by %s.\n", strings.Join(hurdles(blocked, named), " and "))
	if len(lifts) > 0 {
		fmt.Fprintf(w, "To give up one alone would open a way: %s.\n", strings.Join(hurdles(lifts, named), ", or "))
	} else {
		fmt.Fprintln(w, "To give up any one of them alone would open no way.")
	}
}

// hurdles puts closures and vias into words.
func hurdles(ids []string, named func(string) string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		plain, via := strings.CutPrefix(id, "via ")
		if plain == "cargo" {
			out[i] = "what the cargo may not use"
			continue
		}
		out[i] = fmt.Sprintf("%s (%s)", named(plain), plain)
		if via {
			out[i] = "the wish to go by " + out[i]
		}
	}
	return out
}

// thousands writes 12345 as 12,345.
func thousands(n int64) string {
	if n < 0 {
		return "-" + thousands(-n)
	}
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

func thousandsCents(cents int64) string {
	return fmt.Sprintf("%s.%02d", thousands(cents/100), cents%100)
}
