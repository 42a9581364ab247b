package command

import (
	"cmp"

	"zhol/solver"
	"zhol/solver/tariff"
)

// The JSON object of `rank --json`. Its keys are a promise: add, never rename. Money is in US dollars per unit, an FEU or a TEU, carbon in
// kilograms of CO2e, lengths in kilometres, time in days. The legs of a route sum to it: usd, days.p50, co2e_kg and km.
type (
	answerObject struct {
		headObject
		From         endObject     `json:"from"`
		To           endObject     `json:"to"`
		Complete     bool          `json:"complete"`
		ListComplete bool          `json:"list_complete"`
		ComesBack    string        `json:"comes_back"` // to a place or a customs territory left before: "must", "may", or empty where no route does
		FrontSize    int           `json:"front_size"`
		Front        []pointObject `json:"front"`         // in rising order of usd, thinned out by the slack
		Slack        int           `json:"slack_percent"` // by which a way of the front may stand for others
		BlockedBy    []string      `json:"blocked_by"`
		Lifts        []string      `json:"lifts"` // each opens a way when it alone is given up
		Alone        []string      `json:"alone"` // each blocks every way by itself
		Routes       []routeObject `json:"routes"`
	}
	// worldObject is what the question supposes, defaults filled in.
	worldObject struct {
		Scenarios         []string           `json:"scenarios"` // the worlds by name that all of it amounts to
		Avoid             []string           `json:"avoid"`
		Via               []string           `json:"via"`
		ThroughKazakhstan bool               `json:"through_kazakhstan"` // asked for
		Order             string             `json:"order"`
		Train             string             `json:"train"` // "block" or "wagons"
		Month             int                `json:"month"` // whose weather is supposed; 0: the year's mean
		FasterBorders     int                `json:"faster_borders_hours"`
		SecondTrack       bool               `json:"second_track"`
		PlannedLines      bool               `json:"planned_lines"`
		Subsidy           bool               `json:"subsidy"`
		Levels            map[string]float64 `json:"levels"`          // of a mode's price or a place's dwell, times the tables'
		CargoValueUSD     float64            `json:"cargo_value_usd"` // of an FEU
		CarbonPriceUSD    float64            `json:"carbon_price_usd"`
	}
	endObject struct {
		ID   string  `json:"id"`
		Name string  `json:"name"`
		Lat  float64 `json:"lat"`
		Lon  float64 `json:"lon"`
		// Where no box is lifted at the end itself, the id of the nearest terminal and how far it is; else empty and 0.
		Terminal   string  `json:"terminal"`
		TerminalKm float64 `json:"terminal_km"`
	}
	routeObject struct {
		Rank              int         `json:"rank"`
		Labels            []string    `json:"labels"`
		ThroughKazakhstan bool        `json:"through_kazakhstan"`
		Gateways          []string    `json:"gateways"`
		USD               float64     `json:"usd"`
		Days              daysObject  `json:"days"`
		CO2eKg            float64     `json:"co2e_kg"`
		Km                float64     `json:"km"`
		GeneralisedUSD    float64     `json:"generalised_usd"`
		DominatedBy       *int        `json:"dominated_by"`
		VariantOf         *int        `json:"variant_of"`             // entry of the same gateways that it is so much like as to be no entry of its own
		Odds              *oddsObject `json:"odds,omitempty"`         // left out where they were not drawn
		EstimatedUSD      int         `json:"estimated_usd_percent"`  // of usd, what rests on estimated or recalled figures
		EstimatedDays     int         `json:"estimated_days_percent"` // likewise of days.p50
		MostlyEstimated   []string    `json:"mostly_estimated"`       // which of "usd" and "days" rest on such figures by more than half
		Dominated         string      `json:"dominated"`              // by what and by how much, in words; empty for a route that none beats
		Legs              []legObject `json:"legs"`
	}
	// oddsObject is how often a route turns out best of those listed, and among the best three, where every arc is late by
	// chance: arcs independently of each other, what two routes share for both at once.
	oddsObject struct {
		Draws    int     `json:"draws"`
		Best     float64 `json:"best"`
		TopThree float64 `json:"top_three"`
	}
	// pointObject is a way that none beats in money, time and carbon at once.
	pointObject struct {
		USD               float64 `json:"usd"`
		Days              float64 `json:"days"` // P50
		CO2eKg            float64 `json:"co2e_kg"`
		ThroughKazakhstan bool    `json:"through_kazakhstan"`
	}
	daysObject struct {
		P10 float64 `json:"p10"`
		P50 float64 `json:"p50"`
		P90 float64 `json:"p90"`
	}
	legObject struct {
		Kind      string      `json:"kind"`
		From      string      `json:"from"`
		To        string      `json:"to"`
		Km        float64     `json:"km"`
		Gauge     int         `json:"gauge"`
		Planned   bool        `json:"planned"` // by a line that is not built yet
		Countries []string    `json:"countries"`
		USD       float64     `json:"usd"`
		Days      float64     `json:"days"`
		CO2eKg    float64     `json:"co2e_kg"`
		Status    string      `json:"status"`
		Sources   []string    `json:"sources"`
		ToCheck   []string    `json:"to_check"` // what recalled figures are to be checked against
		Rules     []string    `json:"rules"`    // how what is estimated was reached
		Rows      []rowObject `json:"rows"`     // the leg by cause; they sum to it
	}
	rowObject struct {
		Cause   string   `json:"cause"`
		Figure  string   `json:"figure"` // the arithmetic in words
		USD     float64  `json:"usd"`
		Days    float64  `json:"days"`
		CO2eKg  float64  `json:"co2e_kg"`
		Status  string   `json:"status"`
		Date    string   `json:"date"`
		Sources []string `json:"sources"`
		ToCheck []string `json:"to_check"`
		Note    string   `json:"note"`
	}
)

func toObject(asked question, a *solver.Answer) answerObject {
	out := answerObject{
		headObject:   asked.head(),
		From:         toEnd(a.From),
		To:           toEnd(a.To),
		Complete:     a.Complete,
		ListComplete: a.ListComplete,
		ComesBack:    string(a.ComesBack),
		FrontSize:    a.FrontSize,
		Front:        make([]pointObject, len(a.Front)),
		Slack:        asked.q.Slack,
		BlockedBy:    list(a.BlockedBy),
		Lifts:        list(a.Lifts),
		Alone:        list(a.Alone),
		Routes:       make([]routeObject, len(a.Routes)),
	}
	for i, p := range a.Front {
		out.Front[i] = pointObject{dollars(p.Cents), days(p.Seconds), thousandth(p.Grams), p.ThroughKazakhstan}
	}
	for i := range a.Routes {
		out.Routes[i] = toRoute(&a.Routes[i])
	}
	return out
}

func toWorld(net *solver.Network, sc solver.Scenario, q solver.Query) worldObject {
	usual := tariff.Defaults()
	w := worldObject{
		Scenarios: []string{}, Avoid: list(sc.Avoid), Via: list(q.Via), ThroughKazakhstan: q.ThroughKazakhstan, Order: cmp.Or(q.Order, solver.OrderCost),
		Train: "block", Month: sc.Month, FasterBorders: sc.FasterBorders, SecondTrack: sc.SecondTrack, PlannedLines: sc.Planned, Subsidy: !sc.NoSubsidy, Levels: map[string]float64{},
		CargoValueUSD: cmp.Or(float64(sc.CargoValue), dollars(usual.CargoValue)), CarbonPriceUSD: cmp.Or(float64(sc.CarbonPrice), dollars(usual.CarbonPrice)),
	}
	for _, l := range sc.Levels {
		w.Levels[l.Of] = float64(l.Thousandths) / 1000
	}
	if sc.Wagons {
		w.Train = "wagons"
	}
	switches, _ := solver.Switches(net) // embedded: the tests read the table
	for _, s := range switches {
		if solver.On(&sc, s.Avoid, s.Set) {
			w.Scenarios = append(w.Scenarios, s.ID)
		}
	}
	return w
}

func toEnd(l solver.Located) endObject {
	return endObject{ID: l.ID, Name: l.Name, Lat: l.At.Lat, Lon: l.At.Lon, Terminal: l.Terminal, TerminalKm: l.TerminalKm}
}

func toRoute(r *solver.Route) routeObject {
	out := routeObject{
		Rank:              r.Rank,
		Labels:            list(r.Labels),
		ThroughKazakhstan: r.ThroughKazakhstan,
		Gateways:          list(r.Gateways),
		USD:               dollars(r.Cents),
		Days:              daysObject{P10: r.Days.P10, P50: days(r.Seconds), P90: r.Days.P90},
		CO2eKg:            thousandth(r.Grams),
		Km:                thousandth(r.Metres),
		GeneralisedUSD:    float64(r.General) / 1e6,
		Legs:              make([]legObject, len(r.Legs)),
	}
	if r.Odds.Draws > 0 {
		out.Odds = &oddsObject{r.Odds.Draws, r.Odds.Best, r.Odds.TopThree}
	}
	out.Dominated, out.MostlyEstimated = r.Dominated.String(), mostly(r)
	out.EstimatedUSD, out.EstimatedDays = r.Estimated()
	if r.DominatedBy != 0 {
		out.DominatedBy = &r.DominatedBy
	}
	if r.VariantOf != 0 {
		out.VariantOf = &r.VariantOf
	}
	for i := range r.Legs {
		l := &r.Legs[i]
		out.Legs[i] = legObject{
			Kind:      l.Kind.String(),
			From:      l.From,
			To:        l.To,
			Km:        thousandth(l.Metres),
			Gauge:     l.Gauge,
			Planned:   l.What == solver.PlannedRail,
			Countries: list(l.Countries),
			USD:       dollars(l.Cents),
			Days:      days(l.Seconds),
			CO2eKg:    thousandth(l.Grams),
			Status:    l.Status.String(),
			Sources:   list(l.Sources),
			ToCheck:   list(l.ToCheck),
			Rules:     list(l.Rules),
			Rows:      make([]rowObject, len(l.Rows)),
		}
		for j := range l.Rows {
			row := &l.Rows[j]
			out.Legs[i].Rows[j] = rowObject{
				Cause:   row.Cause,
				Figure:  row.Text,
				USD:     dollars(row.Money),
				Days:    days(row.Time),
				CO2eKg:  thousandth(row.Carbon),
				Status:  row.Status.String(),
				Date:    row.Date,
				Sources: list(row.Sources),
				ToCheck: list(row.ToCheck),
				Note:    row.Note,
			}
		}
	}
	return out
}

// mostly names the figures of a route that rest on estimated or recalled ones by more than half.
func mostly(r *solver.Route) []string {
	out := []string{}
	usd, days := r.MostlyEstimated()
	if usd {
		out = append(out, "usd")
	}
	if days {
		out = append(out, "days")
	}
	return out
}

// list is never null in JSON.
func list(words []string) []string {
	if words == nil {
		return []string{}
	}
	return words
}

func dollars(cents int64) float64 { return float64(cents) / 100 }

func thousandth(n int64) float64 { return float64(n) / 1000 }

const secondsPerDay = 24 * 60 * 60

func days(seconds int64) float64 { return float64(seconds) / secondsPerDay }
