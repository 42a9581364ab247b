package command

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"zhol/app/export"
	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/network"
)

// reachOptions is what the flags of reach say.
type reachOptions struct{ rankOptions }

func (o *reachOptions) flags() []flag {
	return without(o.rankOptions.flags(), "to", "via", "through-kazakhstan", "max", "order", "legs", "slack", "odds")
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

type (
	// reachObject is the JSON object of `reach --json`.
	reachObject struct {
		headObject
		From      endObject    `json:"from"`
		Places    []cellObject `json:"places"`
		BlockedBy []string     `json:"blocked_by"` // where no place is reached: what blocks the way to one of them
	}
	// matrixObject is the JSON object of `matrix --json`: a row of cells for each origin.
	matrixObject struct {
		headObject
		From  []string       `json:"from"`
		To    []string       `json:"to"`
		Cells [][]cellObject `json:"cells"`
	}
)

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
	if err := o.oneForm(); err != nil {
		return err
	}
	net, err := tables()
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
	from.At = link.Round(from.At)
	solve := solver.New(net)
	reached, err := solve.Reach(sc, from)
	if err != nil {
		return inputError(err)
	}
	slices.SortStableFunc(reached, func(a, b solver.Reached) int { return cmp.Compare(a.General, b.General) })
	asked := about(net, sc, solver.Query{From: from}, link.View{Show: "reach"})
	var why *solver.Answer // no place is reached
	if len(reached) == 0 {
		if why, err = cutOff(solve, net, sc, from); err != nil {
			return inputError(err)
		}
	}
	if o.json || o.csv {
		if err := solve.SeekRivals(sc, from, reached, func(*solver.Reached) bool { return true }); err != nil {
			return inputError(err)
		}
	}
	named := names(net)
	switch {
	case o.json:
		object := reachObject{headObject: asked.head(), From: toEnd(nameOf(net, from)), Places: make([]cellObject, len(reached)), BlockedBy: []string{}}
		for i := range reached {
			object.Places[i] = toCell(&reached[i])
			object.Places[i].Rivals = toRivals(reached[i].Rivals)
		}
		if why != nil {
			object.BlockedBy = list(why.BlockedBy)
		}
		err = printJSON(c, object)
	case o.csv:
		all := make([]export.Cell, len(reached))
		for i := range reached {
			to := solver.End{Place: reached[i].Place}
			all[i] = export.Cell{From: from, To: to, Link: asked.linkOf(solver.Query{From: from, To: to}, link.View{}), Reached: &reached[i]}
		}
		err = export.Cells(c.out, net, all, asked.market(), sc.Cargo.Unit())
	default:
		asked.write(c.out, "From "+endName(nameOf(net, from)), named)
		if why != nil {
			writeBlocked(c.out, why, named)
		} else {
			fmt.Fprintln(c.out)
			g := cellGrid("to")
			for i := range reached {
				g.add(append([]string{fmt.Sprintf("%s (%s)", named(reached[i].Place), reached[i].Place)}, cells(&reached[i])...)...)
			}
			g.write(c.out, "")
			fmt.Fprintln(c.out)
		}
		asked.writeLink(c.out)
	}
	if err == nil && why != nil {
		return o.noRoute()
	}
	return err
}

// cutOff tells why no place is reached from an end: of the answers for some places, the one with the least that blocks the way.
func cutOff(solve *solver.Solver, net *solver.Network, sc solver.Scenario, from solver.End) (*solver.Answer, error) {
	const tried = 12
	var best *solver.Answer
	step := max(1, len(net.Places)/tried)
	for i := 0; i < len(net.Places); i += step {
		p := &net.Places[i]
		if _, ok := net.YardOf(network.PlaceID(i)); !ok || p.ID == from.Place {
			continue
		}
		a, err := solve.Rank(sc, solver.Query{From: from, To: solver.End{Place: p.ID}, Max: 1})
		if err != nil {
			return nil, err
		}
		a.Unserved = slices.DeleteFunc(a.Unserved, func(u solver.Unserved) bool { return u.Field != "from" })
		if best == nil || len(a.BlockedBy) > 0 && (len(best.BlockedBy) == 0 || len(a.BlockedBy) < len(best.BlockedBy)) {
			best = a
		}
	}
	return best, nil
}

// matrix tells the best way from each of several ends to each of others.
func matrix(c *console, args []string) error {
	o := &matrixOptions{}
	if _, err := parseFlags(args, o.flags(), 0); err != nil {
		return err
	}
	if err := o.oneForm(); err != nil {
		return err
	}
	net, err := tables()
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
	solve := solver.New(net)
	rows, err := solve.Matrix(sc, from, to)
	if err != nil {
		return inputError(err)
	}
	asked, named := several(net, sc), names(net)
	led := false
	for i := range rows {
		led = led || slices.ContainsFunc(rows[i], func(r solver.Reached) bool { return r.Won != "" })
	}
	switch {
	case o.json:
		all := make([][]cellObject, len(rows))
		for i := range rows {
			for j := range rows[i] {
				all[i] = append(all[i], toCell(&rows[i][j]))
			}
		}
		err = printJSON(c, matrixObject{asked.head(), o.origins, o.destinations, all})
	case o.csv:
		var all []export.Cell
		for i := range rows {
			for j := range rows[i] {
				all = append(all, export.Cell{From: from[i], To: to[j], Link: asked.linkOf(solver.Query{From: from[i], To: to[j]}, link.View{}), Reached: &rows[i][j]})
			}
		}
		err = export.Cells(c.out, net, all, asked.market(), sc.Cargo.Unit())
	default:
		asked.write(c.out, fmt.Sprintf("%d from, %d to", len(from), len(to)), named)
		fmt.Fprintln(c.out)
		g := cellGrid("from – to")
		for i := range rows {
			for j := range rows[i] {
				g.add(append([]string{o.origins[i] + " – " + o.destinations[j]}, cells(&rows[i][j])...)...)
			}
		}
		g.write(c.out, "")
		for i := 0; i < len(rows) && !led; i++ {
			for j := range rows[i] {
				if err := writeWhyNone(c, solve, sc, from[i], to[j], named); err != nil {
					return err
				}
			}
		}
	}
	if err == nil && !led {
		return o.noRoute()
	}
	return err
}

// writeWhyNone tells why no way leads from one end to another.
func writeWhyNone(c *console, solve *solver.Solver, sc solver.Scenario, from, to solver.End, named func(string) string) error {
	a, err := solve.Rank(sc, solver.Query{From: from, To: to, Max: 1})
	if wrong := (*solver.InputError)(nil); errors.As(err, &wrong) && wrong.Kind == solver.FaultSame {
		return nil // nothing to tell of an end and itself
	}
	if err != nil {
		return inputError(err)
	}
	fmt.Fprintf(c.out, "\n%s to %s\n", endName(a.From), endName(a.To))
	writeBlocked(c.out, a, named)
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
		out[i].At = link.Round(out[i].At)
	}
	return out, nil
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
