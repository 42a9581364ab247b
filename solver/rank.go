package solver

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

// defaultMax is how many routes an Answer lists unless the Query says otherwise; frontBudget is the number of expansions
// after which a front is given up as incomplete, some hundred times what the real network has ever needed.
const (
	defaultMax    = 10
	frontBudget   = 2_000_000
	rankBudget    = 60_000    // states, for a frame of a drag: four times what all but two of 5,000 random questions needed
	patientBudget = 2_400_000 // states, where no pin is in the hand: more than any of 12,000 needed
)

// The same where things are to be passed and no way may come back, which takes far longer; in states of a list, and in expansions
// of a front. Where a front is not found within its bound, ways may come back: see Solver.front.
const (
	onceFirstStates   = 60_000 // from one side, before the other is tried: see byTurns
	onceFrameStates   = 200_000
	oncePatientStates = 600_000
	onceFirstFront    = 40_000
	onceFrameFront    = 100_000
	onceNextFront     = 4_000  // for a frame, where the last one gave its front up under the same weights, or where it is to be brief
	onceBriefStates   = 12_000 // for a list that is to be brief
	briefSteps        = 24_000 // for all of an answer that is to be
	oncePatientFront  = 400_000
)

// Solver answers questions on one network. It keeps what it worked out for the last scenario and the last destination, so
// that a dragged origin costs little. A Solver is not safe for use by several goroutines at once.
type Solver struct {
	net      *Network
	graph    *search.Graph
	searcher *search.Searcher // the one that the question at hand was put to
	facing   *search.Searcher // the one of the other side, once it was put to that too; see seen
	kz, ru   network.Feature
	bypassed network.Gateways // passed or not, a way is of the same kind: see bypassedGateway
	exclave  uint32           // the gateway of that name, as in search.Way.Gates
	calls    uint32           // see portsOfCall

	scenario Scenario // what view was made for
	view     *tariff.View
	barred   bool         // not every train takes the cargo: lorries go on to the ports, up to longHaulWithin
	bars     []Provenance // why it does not
	closed   []network.Feature
	avoid    []string // ids of closed, in the order of the question
	via      []network.Feature
	viaIDs   []string
	weights  *search.Weights // that the question at hand is searched under
	open     *search.Weights // the same without the rule of onwards
	onward   [4]onwards      // the last few, for a pin that is dragged over a border
	scout    search.Scout
	gates    []uint32
	enclosed []bool       // by PlaceID: in an exclave
	why      []*explained // by ArcID; nil where nobody has asked

	from, to end
	whole    haul // the haul by road all the way
	question search.Question
	*desk                  // that of weights
	desks    [3]desk       // the last few
	turn     int           // in which one was last used
	lastFrom []search.Stub // of the question before
	lastTo   []search.Stub
	still    bool            // of the last two that differ at an end the origin is the same: it is the destination that is dragged
	comes    ComesBack       // of the answer
	gaveUp   bool            // a search for the best of a kind was given up
	hard     *search.Weights // under which the last frame gave its front up; nil where it did not
	pause    func()          // in the midst of what takes long, for others to go on
	brief    bool            // an answer that takes long is not wanted
	long     bool            // it would have
	making   bool            // but for what is made for others of its kind
	left     int             // steps until it takes long
	made     int             // of them, those for what is kept
	side     int             // fromDestination or fromOrigin
	wants    wants           // that via was read from
	cuts     cuts
	other    *Solver // for questions beside the one asked under another scenario
	placed   []*end  // places as ends, for Reach; nil where nobody has asked
	scratch
}

// New makes a Solver on a network.
func New(net *Network) *Solver { return NewBy(net, steadily) }

// NewBy is New in pieces: pause is called after every few hundredths of the work, for whoever has other things to do.
func NewBy(net *Network, pause func()) *Solver {
	from, to := make([]search.NodeID, len(net.Arcs)), make([]search.NodeID, len(net.Arcs))
	for i, a := range net.Arcs {
		from[i], to[i] = a.From, a.To
	}
	graph := search.NewGraph(len(net.Nodes), from, to)
	graph.Place = make([]int32, len(net.Nodes))
	for i, n := range net.Nodes {
		graph.Place[i] = int32(n.Place)
	}
	pause()
	graph.Alike = alike(net)
	pause()
	graph.Shorten(
		func(v search.NodeID) bool {
			pause()
			return net.Nodes[v].Layer == network.Yard // where hauls by road end
		},
		func(a search.ArcID) bool { return net.Arcs[a].Gateways != 0 },
	)
	pause()
	s := &Solver{net: net, graph: graph, pause: steadily}
	graph.Breathe(s.breathe)
	s.territory, s.enclosed = territories(net), enclosed(net)
	pause()
	s.setRealms()
	s.drives = network.NewDrives(net)
	pause()
	s.crossed = crossings(net)
	pause()
	s.calls = portsOfCall(net)
	pause()
	for _, p := range net.Places {
		s.near = append(s.near, "near "+p.Names.EN)
	}
	s.kz, _ = net.Feature("KZ")
	s.ru, _ = net.Feature("RU")
	for i, g := range net.Gateways {
		switch g.ID {
		case bypassedGateway:
			s.bypassed |= 1 << i
		case exclave:
			s.exclave |= 1 << i
		}
	}
	return s
}

// bypassedGateway is the one gateway that does not tell routes apart in the list: ships that do not take Malacca take Sunda
// or Lombok a day later, which nobody books as a way of its own. It is named, closed and insisted on like any other.
const bypassedGateway = "malacca"

// Rank answers one question on a network. Keep a Solver where many are asked.
func Rank(net *Network, sc Scenario, q Query) (*Answer, error) { return New(net).Rank(sc, q) }

// Rank answers a question. Every error is an *InputError; that no route exists is not an error, but an Answer with
// BlockedBy.
func (s *Solver) Rank(sc Scenario, q Query) (*Answer, error) {
	answer := new(Answer)
	if err := s.answer(sc, q, answer); err != nil {
		return nil, err
	}
	return answer, nil
}

// answer writes an Answer over another one, in whose slices it goes on.
func (s *Solver) answer(sc Scenario, q Query, answer *Answer) error {
	s.long, s.left, s.made = false, briefSteps, 0
	if err := s.enter(sc, q); err != nil {
		return err
	}
	from, to, err := s.ends(q)
	if err != nil {
		return err
	}
	s.pause()
	s.question.Warm = q.Light // the next frame is, as a rule, much like the last one
	s.ask(from, to)
	if late := q.Order == OrderP90 || q.Order == OrderSpread; s.left < 0 || s.brief && s.question.Need != 0 && (late || !s.question.Once) {
		s.long = true // as what may come back, and what is least late by way of things, takes as a rule
		return nil
	}
	s.pause()
	front, complete := s.front(q.Light)
	if s.long = s.long || s.left < 0; s.long {
		return nil
	}
	*answer = Answer{
		Data: s.net.Version, Market: s.view.Scenario.Market, Cargo: sc.Cargo, From: from.Located, To: to.Located,
		Complete: complete, ComesBack: s.comes, FrontSize: len(front), Routes: answer.Routes[:0], day: s.view.Day(),
	}
	if len(front) == 0 && !complete {
		return nil // nothing was found, and nothing is known
	}
	if len(front) == 0 {
		answer.ListComplete, answer.ComesBack = true, NoneComesBack // of nothing
		answer.BlockedBy, answer.Lifts, answer.Alone = s.blockedBy()
		answer.Unserved = s.unserved(from, to)
		if !q.Light {
			answer.Unserved = append([]Unserved(nil), answer.Unserved...) // nil where there are none
		}
		if slices.Contains(answer.BlockedBy, unfitCargo) {
			answer.Barred = s.bars
		}
		return nil
	}
	limit := q.Max
	if limit == 0 {
		limit = defaultMax
	}
	if !q.Light {
		answer.Front = s.points(front)
		if q.Slack > 0 {
			front = s.thinned(q.Slack, front, answer)
		}
	}
	s.pause()
	ways, found := s.list(limit, front, from, to, q.Order, q.Light)
	if s.long = s.long || s.left < 0; s.long {
		return nil
	}
	s.pause()
	b := builder{s: s, from: from, to: to, light: q.Light}
	for i, w := range ways {
		answer.Routes = more(answer.Routes)
		r := &answer.Routes[len(answer.Routes)-1]
		b.route(w, r)
		r.way = i
	}
	order(answer.Routes, q.Order)
	label(answer.Routes, &found)
	s.likenesses(answer.Routes, ways)
	answer.ListComplete = found.complete && !s.gaveUp
	return nil
}

// thinned leaves in an Answer as much of the front as stands for all of it within percent of the least of each criterion. It
// returns the front, which is searched anew.
func (s *Solver) thinned(percent int, front []search.Way, answer *Answer) []search.Way {
	least := leasts(front)
	share := func(x int64) int64 { return x/100*int64(percent) + x%100*int64(percent)/100 }
	thin, complete := s.frontWithin(search.Cost{Money: share(least.Money), Time: share(least.Time), Carbon: share(least.Carbon)}, false)
	answer.Front = s.points(thin)
	front, again := s.front(false)
	answer.Complete = answer.Complete && complete && again
	return front
}

// front is the Pareto front; it stands in a searcher's buffers until the next one. Where it would take too long to find one of
// ways that do not come back, as for many things to pass that lie on no way together, they may from now on.
func (s *Solver) front(light bool) ([]search.Way, bool) { return s.frontWithin(search.Cost{}, light) }

// frontWithin is as much of the front as covers every way within a slack.
func (s *Solver) frontWithin(slack search.Cost, light bool) (ways []search.Way, complete bool) {
	if s.question.Once {
		look := func(from *search.Searcher, budget int) (ok bool) {
			ways, ok = from.FrontWithin(slack, budget)
			return ok
		}
		found := false
		switch {
		case !light:
			found = s.byTurns(onceFirstFront, oncePatientFront, look)
		case s.brief:
			if found = look(s.searcher, onceNextFront); !found {
				s.long = true
				return nil, false
			}
			return ways, true
		case s.hard == s.weights:
			found = look(s.searcher, onceNextFront)
		default:
			found = s.byTurns(onceFirstFront, onceFrameFront, look)
		}
		if found {
			if light {
				s.hard = nil
			}
			return ways, true
		}
		if light {
			s.hard = s.weights
		}
		s.question.Once, s.comes = false, MayComeBack
		s.weights = s.onwardFrom(false).weights // nothing else keeps to the rule now; a way is left, for one was found
		s.put()
	}
	return s.searcher.FrontWithin(slack, frontBudget)
}

// byTurns searches from either side in turn, with ever more budget until one has found all: where no way may come back, one side
// may take a hundred times as long as the other, and which one cannot be told. Where both give up, the destination's is the last.
func (s *Solver) byTurns(first, budget int, do func(from *search.Searcher, budget int) (complete bool)) bool {
	for now := first; ; now *= 10 {
		for _, side := range [2]int{s.side, fromDestination + fromOrigin - s.side} {
			if do(s.seen(side), min(now, budget)) {
				return true
			}
		}
		if now >= budget {
			return s.side == fromDestination && do(s.seen(fromDestination), budget)
		}
	}
}

// points is a front in short.
func (s *Solver) points(front []search.Way) []Point {
	out := make([]Point, len(front))
	for i, w := range front {
		out[i] = Point{w.Money, w.Time, w.Carbon, slices.ContainsFunc(w.Arcs, func(a network.ArcID) bool { return s.net.Affects(s.kz, a) })}
	}
	return out
}

// enter makes the view of a scenario and the needs of a query current. Where either is refused, both stay as they were.
func (s *Solver) enter(sc Scenario, q Query) error {
	if q.Max < 0 || q.Max > MostListed {
		return &InputError{Field: "max", Value: strconv.Itoa(q.Max), Reason: "is not a number of routes from 1 to " + strconv.Itoa(MostListed)}
	}
	if q.Slack < 0 || q.Slack > MostSlack {
		return &InputError{Field: "slack", Value: strconv.Itoa(q.Slack), Reason: "is not a number of percent from 0 to " + strconv.Itoa(MostSlack)}
	}
	if err := checkOrder(q.Order); err != nil {
		return err
	}
	fresh := s.view == nil || !s.scenario.Equal(sc)
	if !fresh && s.wants.are(q) {
		s.weights = s.open
		return nil
	}
	via := q.Via
	if q.ThroughKazakhstan {
		via = append(slices.Clone(via), "KZ")
	}
	features, ids, err := s.features("via", via)
	if err != nil {
		return err
	}
	for _, f := range q.pass {
		if !slices.Contains(features, f) {
			features, ids = append(features, f), append(ids, s.net.FeatureID(f))
		}
	}
	if len(features) > MostVias {
		return &InputError{Field: "via", Value: strings.Join(via, ", "), Reason: "asks for more than eight things to pass; leave some out"}
	}
	if fresh { // last of what may be refused
		if err := s.price(sc); err != nil {
			return err
		}
	}
	if fresh || !slices.Equal(features, s.via) {
		s.via, s.viaIDs = features, ids
		s.open = &search.Weights{
			Money: s.view.Money, Time: s.view.Time, Carbon: s.view.Carbon, General: s.view.General,
			ClosedBy: s.view.ClosedBy, Gates: s.gates, Needs: s.needs(features),
		}
	}
	s.weights = s.open
	s.wants = wants{true, q.ThroughKazakhstan, slices.Clone(q.Via), slices.Clone(q.pass)}
	return nil
}

// wants is what a Query wants to pass.
type wants struct {
	known      bool
	kazakhstan bool
	via        []string
	pass       []network.Feature
}

func (w *wants) are(q Query) bool {
	return w.known && w.kazakhstan == q.ThroughKazakhstan && slices.Equal(w.via, q.Via) && slices.Equal(w.pass, q.pass)
}

// price makes the view of a scenario.
func (s *Solver) price(sc Scenario) error {
	if sc.CargoValue < 0 || sc.CargoValue > MostCargoValue {
		return &InputError{Field: "cargo-value", Value: strconv.Itoa(sc.CargoValue), Reason: "is not a value in US dollars per FEU from 0 to " + strconv.Itoa(MostCargoValue)}
	}
	if sc.CarbonPrice < 0 || sc.CarbonPrice > MostCarbonPrice {
		return &InputError{Field: "carbon-price", Value: strconv.Itoa(sc.CarbonPrice), Reason: "is not a price in US dollars per tonne from 0 to " + strconv.Itoa(MostCarbonPrice)}
	}
	if sc.FasterBorders < 0 || sc.FasterBorders > tariff.MostBorderHours {
		return &InputError{Field: "faster-borders", Value: strconv.Itoa(sc.FasterBorders), Reason: "is not a number of hours from 0 to " + strconv.Itoa(tariff.MostBorderHours) + ": no border keeps a box longer"}
	}
	if sc.Month < 0 || sc.Month > tariff.MostMonth {
		return &InputError{Field: "month", Value: strconv.Itoa(sc.Month), Reason: "is not a month from 1 to " + strconv.Itoa(tariff.MostMonth) + "; leave it out for the year's mean"}
	}
	if sc.Market != "" && !slices.Contains(tariff.Markets(), sc.Market) {
		return &InputError{Field: "market", Value: sc.Market, Reason: "is no market date that Zhol has prices for", Nearest: nearestMarkets(sc.Market)}
	}
	closed, ids, err := s.features("avoid", sc.Avoid)
	if err != nil {
		return err
	}
	for _, f := range sc.shut {
		if !slices.Contains(closed, f) {
			closed, ids = append(closed, f), append(ids, s.net.FeatureID(f))
		}
	}
	if len(closed) > MostAvoided {
		return &InputError{Field: "avoid", Value: strings.Join(sc.Avoid, ", "), Reason: "closes more than " + strconv.Itoa(MostAvoided) + " things; leave some out"}
	}
	levels, err := s.levels(sc.Levels)
	if err != nil {
		return err
	}
	view, err := tariff.NewBy(s.net, tariff.Scenario{
		Market: sc.Market, Closed: closed,
		CargoValue: int64(sc.CargoValue) * 100, CarbonPrice: int64(sc.CarbonPrice) * 100,
		Wagons: sc.Wagons, BorderHours: sc.FasterBorders, Month: sc.Month, Cargo: sc.Cargo, SecondTrack: sc.SecondTrack, NoSubsidy: sc.NoSubsidy, Planned: sc.Planned,
		Levels: levels,
	}, s.pause)
	if wrong := (*tariff.ScenarioError)(nil); errors.As(err, &wrong) && wrong.Field == "tonnes" {
		return &InputError{Field: wrong.Field, Value: strconv.Itoa(sc.Cargo.Tonnes), Reason: "is out of bounds: " + wrong.Reason, Kind: FaultTonnes, Than: []string{strconv.Itoa(MostTonnesIn(sc.Cargo))}}
	}
	if err != nil {
		return &InputError{Field: "market", Value: sc.Market, Reason: err.Error(), Nearest: tariff.Markets()}
	}
	gates := make([]uint32, len(s.net.Arcs))
	for i := range s.net.Arcs {
		gates[i] = uint32(s.net.Arcs[i].Gateways &^ s.bypassed)
	}
	sc.Avoid, sc.Levels, sc.shut = slices.Clone(sc.Avoid), slices.Clone(sc.Levels), slices.Clone(sc.shut)
	s.scenario, s.view, s.closed, s.avoid = sc, view, closed, ids
	s.bars = view.Barred()
	s.barred = len(s.bars) > 0
	s.why = make([]*explained, len(s.net.Arcs))
	s.gates = gates
	return nil
}

// features reads words that name places, gateways, passages or countries, each once.
func (s *Solver) features(field string, words []string) ([]network.Feature, []string, error) {
	var out []network.Feature
	var ids []string
	for _, word := range words {
		f, ok := s.net.Feature(word)
		if !ok {
			return nil, nil, &InputError{Field: field, Value: word, Reason: "is no place, gateway, passage or country that Zhol knows", Nearest: s.net.Nearest(word, 3)}
		}
		if !slices.Contains(out, f) {
			out, ids = append(out, f), append(ids, s.net.FeatureID(f))
		}
	}
	return out, ids, nil
}

// needs marks the arcs that satisfy each via; nil where there is none. A country or a place is not passed by coming to a border post
// of it, but by the work that is done there.
func (s *Solver) needs(via []network.Feature) []uint8 {
	if len(via) == 0 {
		return nil
	}
	out := make([]uint8, len(s.net.Arcs))
	for a := range out {
		for i, f := range via {
			if s.net.Affects(f, network.ArcID(a)) && !s.atTheDoor(f, network.ArcID(a)) {
				out[a] |= 1 << i
			}
		}
	}
	return out
}

// atTheDoor tells whether an arc leads to or from a border post of a country, or one at a place, on the far side of it.
func (s *Solver) atTheDoor(f network.Feature, a network.ArcID) bool {
	arc := &s.net.Arcs[a]
	return arc.Kind != network.Transfer && slices.ContainsFunc([]network.NodeID{arc.From, arc.To}, func(n network.NodeID) bool {
		at := &s.net.Nodes[n]
		return at.Layer == network.AtBorder && (f.Kind == network.PlaceFeature && at.Place == network.PlaceID(f.Index) ||
			f.Kind == network.CountryFeature && s.net.Places[at.Place].Country == s.net.Countries[f.Index].ID)
	})
}

func (s *Solver) ask(from, to *end) {
	q := &s.question
	q.From = s.stubs(from, q.From)
	q.To = s.stubsFrom(from.country, to, q.To)
	q.Direct = s.direct(from, to, q.Direct)
	q.Need = uint8(1<<len(s.via) - 1)
	if still := slices.Equal(s.lastFrom, q.From); !still || !slices.Equal(s.lastTo, q.To) {
		s.still = still
	}
	s.lastFrom, s.lastTo = append(s.lastFrom[:0], q.From...), append(s.lastTo[:0], q.To...)
	q.Once, s.comes, s.gaveUp = s.goOnward(), NoneComesBack, false
	s.pause()
	s.put()
	s.pause()
	switch {
	case q.Once:
		if _, found, complete := s.searcher.BestSurely(search.General); !found {
			if s.comes = MustComeBack; !complete {
				s.comes = MayComeBack
			}
			q.Once, s.weights = false, s.open
			s.put()
		}
	case q.Need != 0:
		s.comes = MustComeBack
	}
}

// put puts the question at hand to a searcher.
func (s *Solver) put() {
	s.sit()
	s.choose()
	s.searcher, s.facing = s.at(&s.main, nil).Ask(s.question), nil
}

// seen is the question at hand put to the searcher of either side.
func (s *Solver) seen(side int) *search.Searcher {
	if side == s.side {
		return s.searcher
	}
	if s.facing == nil {
		own := s.side
		s.side = side
		s.facing = s.at(&s.main, nil).Ask(s.question)
		s.trees[side].note(s.weights, &s.question)
		s.side = own
	}
	return s.facing
}

// sameWay tells whether a list needs only one of two ways: they cost the same in everything and pass the same gateways.
func sameWay(a, b search.Way) bool { return a.Cost == b.Cost && a.Gates == b.Gates }

// compareWays orders by generalised cost, then money, time, carbon, and last by the arcs, so that the order is always the
// same.
func compareWays(a, b search.Way) int {
	return cmp.Or(cmp.Compare(a.General, b.General), cmp.Compare(a.Money, b.Money), cmp.Compare(a.Time, b.Time),
		cmp.Compare(a.Carbon, b.Carbon), slices.Compare(a.Arcs, b.Arcs))
}
