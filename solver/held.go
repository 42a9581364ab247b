package solver

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// HeldRow is one figure that others published of a route, beside ours. Where Counted is false the two cannot be compared,
// and Reason says why; where they can and Off is true, Reason says what keeps them apart.
type HeldRow struct {
	ID, What string
	From, To string // as in Query: a place id, or "lat,lon"
	By       string // gateways, places and countries that the way passes, by their ids
	Date     string // of the published figure
	Market   string // the market date of ours
	Unit     string // HeldKm, HeldDays, HeldUSD or HeldKg
	Promise  bool   // announced; else it was measured or paid
	Low      float64
	High     float64 // equal to Low where one figure was published
	Found    bool    // there is such a way on the network
	Ours     float64 // of days the P50
	P10, P90 float64 // days only
	Error    float64 // (ours - middle of the published) / middle
	Good     bool    // within what is aimed at for its unit
	Counted  bool
	Input    bool // its source sets figures of ours: that it fits shows only that nothing is lost on the way
	Reason   string
	Provenance
}

// What can be held against the world.
const (
	HeldKm   = "km"
	HeldDays = "days"
	HeldUSD  = "USD"
	HeldKg   = "kg" // of CO2e
)

// What is aimed at: km so near, money and carbon so near; a measured time is good between P10 and P90, a promised one between P10 and
// P50, for promises are of the good days.
const (
	kmAim    = 0.05
	moneyAim = 0.20
)

// Middle is the middle of what was published.
func (r *HeldRow) Middle() float64 { return (r.Low + r.High) / 2 }

// HeldTally is how the figures of one unit, or one kind, stand.
type HeldTally struct {
	Rows   int
	Good   int
	Median float64 // of the errors, whichever their sign
}

// Share is the share of good rows.
func (t HeldTally) Share() float64 { return float64(t.Good) / float64(max(t.Rows, 1)) }

// HeldSums is how we stand over some rows.
type HeldSums struct {
	Km, Days, USD, Kg  HeldTally
	Promises, Measured HeldTally // of Days
	Inside             int       // of Days: published between P10 and P90
}

// HeldSummary is how we stand over every row that counts.
type HeldSummary struct {
	HeldSums
	Free    HeldSums // the same without inputs
	LeftOut int
}

// Held holds the published figures of routes against ours. Ours is the best way, by generalised cost, of those that pass
// what is named and use no other modes, at the market date nearest to the published one, on the lines that were open in that
// year.
func Held(net *Network) ([]HeldRow, HeldSummary, error) {
	cases, err := parseHeld(net, heldTable)
	if err != nil {
		return nil, HeldSummary{}, err
	}
	order := make([]int, len(cases)) // rows of one scenario after each other: it is priced once
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cases[a].question(), cases[b].question()) })
	s, rows := New(net), make([]HeldRow, len(cases))
	var answers map[int]*Answer
	for k, i := range order {
		if k == 0 || cases[i].question() != cases[order[k-1]].question() {
			answers = map[int]*Answer{}
		}
		if rows[i], err = s.held(&cases[i], answers); err != nil {
			return nil, HeldSummary{}, err
		}
	}
	return rows, summary(rows), nil
}

// question is the text of what is asked, its scenario first.
func (c *heldCase) question() string {
	return strings.Join([]string{c.market, strings.Join(c.avoid, " "), c.row.From, c.row.To, strings.Join(c.via, " ")}, "|")
}

// first is the first route that goes by no other modes; -1 if none does.
func (c *heldCase) first(routes []Route) int {
	return slices.IndexFunc(routes, func(way Route) bool {
		return !slices.ContainsFunc(way.Chain(), func(k Kind) bool { return !slices.Contains(c.modes, k.String()) })
	})
}

// held asks the question of a row. It keeps the answers for other rows of the same question, by how many routes were asked for.
func (s *Solver) held(c *heldCase, answers map[int]*Answer) (HeldRow, error) {
	r := c.row
	from, err := ParseEnd(s.net, "from", r.From)
	if err != nil {
		return r, err
	}
	to, err := ParseEnd(s.net, "to", r.To)
	if err != nil {
		return r, err
	}
	sc, q := Scenario{Market: c.market, Avoid: c.avoid}, Query{From: from, To: to, Via: c.via}
	var answer *Answer
	i := -1
	for _, q.Max = range []int{1, defaultMax, MostListed} {
		if answer = answers[q.Max]; answer == nil {
			if answer, err = s.Rank(sc, q); err != nil {
				return r, err
			}
			answers[q.Max] = answer
		}
		// One that is listed for its label may stand before others, not listed, that go by the same modes and cost less.
		if i = c.first(answer.Routes); i == 0 || i > 0 && len(answer.Routes[i].Labels) == 0 {
			break
		}
	}
	r.Market = answer.Market
	if i < 0 {
		return r, nil
	}
	r.Found = true
	way := &answer.Routes[i]
	t, days := way.Totals, way.Days
	if c.main {
		if t, days, r.Found = s.stretch(way, c.begin, c.end); !r.Found {
			return r, nil
		}
	}
	switch r.Unit {
	case HeldKm:
		r.Ours = t.Km()
	case HeldDays:
		r.Ours, r.P10, r.P90 = days.P50, days.P10, days.P90
	case HeldUSD:
		r.Ours = float64(t.Cents) / 100
	case HeldKg:
		r.Ours = float64(t.Grams) / 1000
	}
	r.Error = r.Ours/r.Middle() - 1
	r.Good = r.good()
	return r, nil
}

func (r *HeldRow) good() bool {
	switch {
	case r.Unit == HeldKm:
		return math.Abs(r.Error) <= kmAim
	case r.Unit == HeldUSD || r.Unit == HeldKg:
		return math.Abs(r.Error) <= moneyAim
	case r.Promise:
		return r.High >= r.P10 && r.Low <= r.Ours
	}
	return r.inside()
}

// daysAim is how far days may be off the middle of what was published before something must say why.
const daysAim = 0.15

// Off tells whether a row must say why it is off: it is not good, or its days are far off the middle.
func (r *HeldRow) Off() bool { return !r.Good || r.Unit == HeldDays && math.Abs(r.Error) > daysAim }

// inside tells whether what was published meets the days from P10 to P90.
func (r *HeldRow) inside() bool { return r.High >= r.P10 && r.Low <= r.P90 }

// summary counts.
func summary(rows []HeldRow) HeldSummary {
	var out HeldSummary
	all, free := heldCount{}, heldCount{}
	for i := range rows {
		r := &rows[i]
		if !r.Counted {
			out.LeftOut++
			continue
		}
		all.add(&out.HeldSums, r)
		if !r.Input {
			free.add(&out.Free, r)
		}
	}
	all.close()
	free.close()
	return out
}

// heldCount is the errors of every tally, until all rows are in.
type heldCount map[*HeldTally][]float64

func (c heldCount) add(s *HeldSums, r *HeldRow) {
	in := []*HeldTally{map[string]*HeldTally{HeldKm: &s.Km, HeldDays: &s.Days, HeldUSD: &s.USD, HeldKg: &s.Kg}[r.Unit]}
	if r.Unit == HeldDays {
		if r.inside() {
			s.Inside++
		}
		if r.Promise {
			in = append(in, &s.Promises)
		} else {
			in = append(in, &s.Measured)
		}
	}
	for _, t := range in {
		t.Rows++
		if r.Good {
			t.Good++
		}
		c[t] = append(c[t], math.Abs(r.Error))
	}
}

// close works out the medians.
func (c heldCount) close() {
	for t, all := range c {
		slices.SortFunc(all, func(a, b float64) int { return cmp.Compare(a, b) })
		t.Median = (all[(len(all)-1)/2] + all[len(all)/2]) / 2
	}
}

// heldCase is a row of the table, and the question it puts.
type heldCase struct {
	row        HeldRow
	begin, end string // ids of the places between which the figure holds; empty for the ends of the way
	via, avoid []string
	modes      []string
	main       bool // from departure to arrival; else from door to door
	market     string
}

func splitList(cell, by string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, by)
}

func parseNumber(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && v > 0 && v < 1e6
}
