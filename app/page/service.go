package page

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhol/app/export"
	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/network"
)

// Service answers questions: the worker's half of the page, free of the browser. It belongs to one goroutine.
type Service struct {
	net    *solver.Network
	solver *solver.Solver
	words  *link.Words
	lang   string                   // of the names in what is answered
	held   []Held                   // published figures beside ours, once asked for
	sums   []Sum                    // how they stand
	fetch  func(file string) string // a text of the site's, empty where there is none; nil where there is no site
}

// NewService serves a network.
func NewService(net *solver.Network) *Service { return serviceOf(net, solver.New(net)) }

func serviceOf(net *solver.Network, answers *solver.Solver) *Service {
	return &Service{net: net, solver: answers, words: link.WordsOf(net, solver.Markets())}
}

// Hello is what the page must know before it can read a link.
func (s *Service) Hello() Hello {
	h := Hello{Data: s.net.Version, Places: s.words.Places, Features: s.words.Features, Markets: s.words.Markets, Year: s.net.Newest()}
	switches, err := solver.Switches(s.net)
	if err != nil {
		panic(err) // embedded: the tests read the table
	}
	for _, w := range switches {
		h.Switches = append(h.Switches, Switch{w.ID, w.Names, w.Avoid, w.Set, w.Since, w.Now, s.known(w.Provenance)})
	}
	return h
}

// Answer solves a question: the reply for the panels and the picture for the map.
func (s *Service) Answer(ask Ask) (Reply, Picture) {
	rank := s.solver.Rank
	if ask.Light {
		rank = s.solver.Frame // written over by the next one; what is told of it is told at once
	}
	reply, picture, _ := s.answer(ask, rank)
	return reply, picture
}

// Brief answers a question of a drag if that is soon done.
func (s *Service) Brief(ask Ask) (Reply, Picture, bool) {
	ask.Light = true
	return s.answer(ask, s.solver.Brief)
}

// BriefBy answers it in pieces, for nobody, down to what the map would be told; false if that is not soon done.
func (s *Service) BriefBy(ask Ask, pause func()) bool {
	ask.Light = true
	_, picture, ok := s.answer(ask, func(sc solver.Scenario, q solver.Query) (*solver.Answer, error) {
		answer, err := s.solver.BriefBy(sc, q, pause)
		pause()
		return answer, err
	})
	if ok {
		pause()
		text(picture)
	}
	return ok
}

// answer tells what a question is ranked by; false where that is not told.
func (s *Service) answer(ask Ask, rank func(solver.Scenario, solver.Query) (*solver.Answer, error)) (Reply, Picture, bool) {
	ask.Query.Light = ask.Light
	s.lang = ask.Lang
	answer, err := rank(ask.Scenario, ask.Query)
	if answer == nil && err == nil {
		return Reply{}, Picture{}, false
	}
	if err != nil {
		reply := Reply{Seq: ask.Seq, Light: ask.Light, Fault: s.fault(err)}
		if far := reply.Fault.Far; far != nil && far.End == "from" { // with that mended the other end may be no better
			mended := ask.Query
			mended.From = solver.End{Place: far.ID}
			if answer, err := rank(ask.Scenario, mended); answer != nil {
				reply.Unserved = s.unserved(answer)
			} else if err == nil {
				return Reply{}, Picture{}, false
			} else if other := s.fault(err); other.Far != nil {
				reply.Fault.Other = other
			}
		}
		picture := Picture{Pins: s.askedPins(ask.Query), Routes: []DrawnRoute{}, Vias: s.stops(ask.Query)}
		if ask.Show == "reach" && reply.Fault.Field == "to" { // which is no part of that
			s.reach(ask, &reply, &picture)
		}
		return reply, picture, true
	}
	reply := Reply{
		Seq: ask.Seq, Light: ask.Light, Market: answer.Market, Complete: answer.Complete, ListCut: !answer.ListComplete, ComesBack: string(answer.ComesBack), FrontSize: answer.FrontSize,
		From: s.located(answer.From), To: s.located(answer.To),
	}
	open := ask.Open
	if ask.Along != nil {
		open = 1 // unless it is found
	}
	if open > 0 && !ask.Light {
		solver.DrawOdds(answer)
	}
	for i := range answer.Routes {
		reply.Cards = append(reply.Cards, s.card(&answer.Routes[i]))
	}
	if ask.Along != nil && !ask.Light {
		open = max(open, again(reply.Cards, ask.Along))
	}
	s.tellApart(answer, reply.Cards)
	for _, text := range answer.BlockedBy {
		reply.BlockedBy = append(reply.BlockedBy, s.closed(text))
	}
	for _, text := range answer.Lifts {
		reply.Lifts = append(reply.Lifts, s.closed(text))
	}
	for _, text := range answer.Alone {
		reply.Alone = append(reply.Alone, s.closed(text))
	}
	reply.Unserved = s.unserved(answer)
	if !ask.Light {
		reply.Stands = stands(answer)
	}
	for _, p := range answer.Barred {
		reply.Barred = strings.TrimSpace(reply.Barred + " " + p.Note + ".")
	}
	if ask.Export && ask.Show != "reach" {
		var text strings.Builder
		if err := export.CSV(&text, s.net, answer, ask.Link, ask.Boxes); err == nil {
			reply.CSV = text.String()
		}
	}
	if !ask.Light && open > 0 && open <= len(answer.Routes) {
		r := &answer.Routes[open-1]
		reply.LegsOf, reply.Legs, reply.Gates = open, s.legs(answer, r), s.gates(r)
	}
	for _, rank := range ask.Compare {
		if !ask.Light && rank <= len(answer.Routes) {
			reply.Compared = append(reply.Compared, column(&answer.Routes[rank-1]))
		}
	}
	if ask.Show == "charts" && !ask.Light && len(answer.Routes) > 0 {
		s.strip(ask, answer, &reply)
	}
	if ask.Show == "data" {
		reply.Tables = s.tables(ask.Table)
	}
	if !ask.Light { // charts are drawn once the pin is let go
		for _, p := range answer.Front {
			reply.Front = append(reply.Front, Dot{p.Cents, p.Seconds, p.Grams, p.ThroughKazakhstan})
		}
	}
	picture := s.picture(answer)
	picture.Vias = s.stops(ask.Query)
	if ask.Show == "reach" {
		s.reach(ask, &reply, &picture)
	}
	return reply, picture, true
}

// reach adds every place by the way that wins it, for the view and for the map.
func (s *Service) reach(ask Ask, reply *Reply, picture *Picture) {
	reached, err := s.solver.Reach(ask.Scenario, ask.Query.From)
	if err != nil {
		return // the question has been answered, so its origin is known
	}
	if !ask.Light { // where the sea wins the table tells by how much, and what is saved tells it everywhere
		s.solver.SeekRivals(ask.Scenario, ask.Query.From, reached, func(r *solver.Reached) bool { return ask.Export || r.Rivals.Sea == r.General })
	}
	w := s.say()
	reply.Worth, reply.Reached = s.solver.Worth(), !ask.Light || len(reached) == 0
	picture.Scale = w.scale(ask.By)
	for _, r := range reached {
		id, _ := s.net.PlaceByID(r.Place)
		at := s.net.Places[id].At
		won := Won{Lon: short(at.Lon), Lat: short(at.Lat), Won: r.Won, Class: classOf(ask.By, r.Days.P50, r.Cents), Ahead: ahead(&r)}
		if !ask.Light {
			name := s.placeName(r.Place, r.Place)
			told := Reached{Name: name, Won: r.Won, P50: r.Days.P50, Cents: r.Cents, Grams: r.Grams, Class: won.Class}
			if r.Rivals.Both() {
				told.Ahead = won.Ahead
			}
			reply.Reach = append(reply.Reach, told)
			won.Label = name + " · " + of(w.Winners, r.Won) + " · " + w.short(r.Days.P50, r.Cents)
		}
		picture.Reach = append(picture.Reach, won)
	}
	if ask.Export {
		reply.CSV = s.cells(ask, reached, s.solver.Market())
	}
}

// cells are the places of the reach for other programs, in the order in which the command lists them.
func (s *Service) cells(ask Ask, reached []solver.Reached, market string) string {
	page, _, _ := strings.Cut(ask.Link, "#")
	nearest := make([]*solver.Reached, len(reached))
	for i := range reached {
		nearest[i] = &reached[i]
	}
	slices.SortStableFunc(nearest, func(a, b *solver.Reached) int { return cmp.Compare(a.General, b.General) })
	all := make([]export.Cell, len(reached))
	for i, r := range nearest {
		q := solver.Query{From: ask.Query.From, To: solver.End{Place: r.Place}}
		all[i] = export.Cell{From: q.From, To: q.To, Link: page + "#" + s.words.Format(link.State{Query: q, Scenario: ask.Scenario}), Reached: r}
	}
	var text strings.Builder
	if err := export.Cells(&text, s.net, all, market, ask.Scenario.Cargo.Unit()); err != nil {
		return ""
	}
	return text.String()
}

// along is the parameter that a strip goes along, what its values are to be multiplied by, and the scenario to ask in: a
// level of nothing has no multiples, so the tables' own figure is followed there.
func along(over string, sc solver.Scenario) (solver.Parameter, float64, solver.Scenario) {
	switch over {
	case "", link.Overs[0]:
		return solver.Parameter{Kind: solver.OverCargoValue}, 1, sc
	case link.Overs[1]:
		return solver.Parameter{Kind: solver.OverCarbonPrice}, 1, sc
	}
	percent := 100.0
	for _, l := range sc.Levels {
		if l.Of == over && l.Thousandths > 0 {
			percent = float64(l.Thousandths) / 10
		} else if l.Of == over {
			sc.Levels = withLevel(sc.Levels, over, asUsual)
		}
	}
	if slices.Contains(solver.Priced, over) {
		return solver.Parameter{Kind: solver.OverPrice, Mode: over}, percent, sc
	}
	return solver.Parameter{Kind: solver.OverDwell, Place: over}, percent, sc
}

// strip adds where the first route changes as something grows.
func (s *Service) strip(ask Ask, answer *solver.Answer, reply *Reply) {
	parameter, times, scenario := along(ask.Over, ask.Scenario)
	found, err := s.solver.BreakEven(scenario, ask.Query, parameter)
	if err != nil {
		return // the question has been answered: what cannot be followed is not shown
	}
	reply.Worth, reply.StripCut = found.Now*times, !found.Complete
	for _, l := range ask.Scenario.Levels {
		if l.Of == ask.Over && l.Thousandths == 0 {
			reply.Worth = 0
		}
	}
	for i := range found.Stretches {
		b := &found.Stretches[i]
		c := s.card(&b.Route)
		band := Band{From: b.From * times, To: b.To * times, Gateways: c.Gateways, Chain: c.Chain, KZ: c.Kazakhstan, Cents: c.Cents, P50: c.P50}
		for j := range answer.Routes {
			if r := &answer.Routes[j]; r.Cents == b.Route.Cents && r.Seconds == b.Route.Seconds && r.Grams == b.Route.Grams {
				band.Rank = r.Rank
				break
			}
		}
		reply.Strip = append(reply.Strip, band)
	}
}

// ends are the names of legs' ends that are no places.
var ends = []string{"origin", "destination"}

// stands lists the places where boxes stand on the routes of an answer, each once: borders first, which people ask about.
func stands(a *solver.Answer) []string {
	var borders, others []string
	for i := range a.Routes {
		for _, leg := range a.Routes[i].Legs {
			switch {
			case slices.Contains(ends, leg.From) || slices.Contains(borders, leg.From):
			case leg.What == network.Border.String():
				borders = append(borders, leg.From)
			case (leg.Kind == network.Transfer || leg.Kind == network.Ferry) && !slices.Contains(others, leg.From):
				others = append(others, leg.From)
			}
		}
	}
	for _, id := range others {
		if !slices.Contains(borders, id) {
			borders = append(borders, id)
		}
	}
	return borders
}

// column sums the figures of a route by their cause, in the order in which the causes are met.
func column(r *solver.Route) Column {
	c := Column{Rank: r.Rank}
	at := map[string]int{}
	for i := range r.Legs {
		for _, row := range r.Legs[i].Rows {
			j, ok := at[row.Cause]
			if !ok {
				j = len(c.Rows)
				at[row.Cause] = j
				c.Rows = append(c.Rows, Row{Cause: row.Cause})
			}
			sum := &c.Rows[j]
			sum.Cents += row.Money
			sum.Days += float64(row.Time) / daySeconds
			sum.Grams += row.Carbon
		}
	}
	return c
}

func (s *Service) fault(err error) *Fault {
	var input *solver.InputError
	if !errors.As(err, &input) {
		return &Fault{Reason: err.Error()}
	}
	out := &Fault{Field: input.Field, Reason: input.Reason, Kind: input.Kind, Than: input.Than}
	if input.Kind == solver.FaultWater {
		id := input.Nearest[0]
		out.Far = &Far{End: input.Field, ID: id, Name: s.placeName(id, id)}
	}
	return out
}

func (s *Service) unserved(answer *solver.Answer) (out []Far) {
	for _, u := range answer.Unserved {
		out = append(out, Far{u.Field, u.Nearest, s.placeName(u.Nearest, u.Nearest), u.Km})
	}
	return out
}

// say is the words of the language of the answer; English where they have not come.
func (s *Service) say() *Words {
	if w := learned[s.lang]; w != nil {
		return w
	}
	return English
}

func (s *Service) located(l solver.Located) Located {
	return Located{l.ID, s.locatedName(l), l.SnapKm, s.placeName(l.Terminal, ""), l.TerminalKm}
}

// locatedName is the name of an end; of a point, where it is near, or else the point.
func (s *Service) locatedName(l solver.Located) string {
	switch {
	case l.Near != "":
		return fmt.Sprintf(s.say().Near, s.placeName(l.Near, l.Near))
	case l.ID == "":
		return s.say().point(l.At)
	}
	return s.placeName(l.ID, l.Name)
}

// placeName is the name of a place in the language of the answer; what is no place keeps the name it has.
func (s *Service) placeName(id, name string) string {
	if p, ok := s.net.PlaceByID(id); ok && id != "" {
		return s.say().name(id, s.net.Places[p].Names)
	}
	return name
}

// closed names a member of the cut: an id of Scenario.Avoid, or "via …".
func (s *Service) closed(text string) Closed {
	id, via := strings.CutPrefix(text, "via ")
	name := id
	if f, ok := s.words.Feature(id); ok {
		name = s.say().name(f.ID, f.Names)
	}
	return Closed{id, name, via}
}

func (s *Service) card(r *solver.Route) Card {
	c := Card{
		Rank: r.Rank, Labels: slices.Clone(r.Labels), Kazakhstan: r.ThroughKazakhstan, Countries: slices.Clone(r.Countries),
		P10: r.Days.P10, P50: r.Days.P50, P90: r.Days.P90, Cents: r.Cents, Grams: r.Grams, Metres: r.Metres,
		Borders: r.Borders, Gauges: r.GaugeChanges, DominatedBy: r.DominatedBy, VariantOf: r.VariantOf, Chain: chain(r),
	}
	c.Weak[0], c.Weak[1] = r.Estimated()
	c.Mostly[0], c.Mostly[1] = r.MostlyEstimated()
	if r.Odds.Draws > 0 {
		c.Best, c.TopThree, c.Drawn = int(100*r.Odds.Best+0.5), int(100*r.Odds.TopThree+0.5), true
	}
	for _, id := range r.Gateways {
		f, _ := s.words.Feature(id)
		c.Gateways = append(c.Gateways, s.say().name(id, f.Names))
	}
	return c
}

// chain is the stretches of a route, neighbours by one mode taken together; of the transfers only a gauge change parts
// two stretches by rail.
func chain(r *solver.Route) []Step {
	var steps []Step
	for i := range r.Legs {
		leg := &r.Legs[i]
		kind := leg.Kind.String()
		if leg.Kind == network.Transfer {
			if leg.What != network.GaugeChange.String() {
				continue
			}
			kind = "gauge"
		}
		if n := len(steps); n > 0 && steps[n-1].Kind == kind && kind != "gauge" {
			steps[n-1].Metres += leg.Metres
			continue
		}
		steps = append(steps, Step{kind, leg.Metres})
	}
	return steps
}

const daySeconds = 86400

// waits are the causes for which a box stands still on a leg that is no transfer.
var waits = []string{"wait", "schedule", "dwell"}

func (s *Service) legs(a *solver.Answer, r *solver.Route) []Leg {
	out := make([]Leg, len(r.Legs))
	for i := range r.Legs {
		leg := &r.Legs[i]
		out[i] = Leg{
			Kind: leg.Kind.String(), What: leg.What, From: s.endName(a, leg.From), To: s.endName(a, leg.To),
			Cents: leg.Cents, Days: float64(leg.Seconds) / daySeconds, Grams: leg.Grams, Metres: leg.Metres, Status: leg.Status.String(),
		}
		if p, ok := s.net.PlaceByID(leg.From); ok {
			out[i].Lon, out[i].Lat = short(s.net.Places[p].At.Lon), short(s.net.Places[p].At.Lat)
		}
		for _, row := range leg.Rows {
			if leg.Kind == network.Transfer || slices.Contains(waits, row.Cause) {
				out[i].Waits += float64(row.Time) / daySeconds
			}
			r := s.known(row.Provenance)
			r.Text, r.Own = s.say().rowText(row.Text)
			r.Cause, r.Cents, r.Days, r.Grams = row.Cause, row.Money, float64(row.Time)/daySeconds, row.Carbon
			out[i].Rows = append(out[i].Rows, r)
		}
	}
	return out
}

// known is a row that says how well something is known, and nothing else.
func (s *Service) known(p solver.Provenance) Row {
	return Row{Status: p.Status.String(), Date: p.Date, Note: p.Note, Sources: s.sources(p.Sources), ToCheck: p.ToCheck}
}

func (s *Service) endName(a *solver.Answer, id string) string {
	switch id {
	case "origin":
		return s.locatedName(a.From)
	case "destination":
		return s.locatedName(a.To)
	}
	return s.placeName(id, id)
}

func (s *Service) sources(keys []string) []Source {
	var out []Source
	for _, key := range keys {
		source := Source{Title: key}
		if doc, ok := s.net.Sources[key]; ok {
			source = Source{strings.TrimSuffix(doc.Publisher+": "+doc.Title, ": "), doc.Address}
		}
		out = append(out, source)
	}
	return out
}
