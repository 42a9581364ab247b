// Command bench measures questions on the real network and prints one JSON object. It runs natively and as WASM under
// Node; `./build.sh bench` runs both and prints what they say as ratios.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"

	"zhol/solver"
	"zhol/solver/network"
	"zhol/solver/search"
	"zhol/solver/tariff"
)

// report is what is printed: medians in milliseconds.
type report struct {
	Nodes    int     `json:"nodes"`
	Arcs     int     `json:"arcs"`
	Pairs    int     `json:"pairs"`
	Front    float64 `json:"front"`   // ways on a front, median
	Moved    float64 `json:"moved"`   // front and list, the origin moved: potentials are kept
	List     float64 `json:"list"`    // the list alone, both ends new: its tree is made
	Dragged  float64 `json:"dragged"` // the list alone, the origin moved
	Step     float64 `json:"step"`    // the list alone, the origin a few kilometres from where it was asked from last
	Fresh    float64 `json:"fresh"`   // front and list, both ends new: four trees are made
	Answer   float64 `json:"answer"`  // solver.Rank: the whole answer, with every leg and row, both ends new
	Tree     float64 `json:"tree"`    // one tree by yourbasic/graph
	Yen      float64 `json:"yen"`     // ten paths by gonum; 0 if not asked for
	Yens     int     `json:"yens"`    // pairs that it is asked for: the first of ours
	Times    times   `json:"times"`
	Dijkstra float64 `json:"dijkstra"` // one tree by gonum
	Path     float64 `json:"path"`     // one shortest path by yourbasic/graph
	Frames   frames  `json:"frames"`
	Growth   []grown `json:"growth"` // natively alone
	Sea      float64 `json:"sea"`    // the shortest way by sea between two ports
	Ports    []port  `json:"ports"`
}

// times is how many times as long gonum's Yen takes as a search of ours for the same pair: the median over the pairs.
type times struct {
	Fresh   float64 `json:"fresh"`
	Moved   float64 `json:"moved"`
	List    float64 `json:"list"`
	Dragged float64 `json:"dragged"`
	Step    float64 `json:"step"`
}

// port is a pair of ports and the way by sea between them.
type port struct {
	From [2]float64 `json:"from"`
	To   [2]float64 `json:"to"`
	Km   float64    `json:"km"`
}

// What is measured. The limits of the searches are those of the solver's front door.
const (
	seed       = 20240601
	pairs      = 200
	listed     = 10
	frontLimit = 2_000_000
	listWithin = 200 // hundredths of the cheapest
	listLimit  = 30_000
	seaPairs   = 40
	steps      = 5 // of a drag
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures everything, with so many pairs for gonum's Yen and growth if asked for; or with "frames" the frames alone.
func run(args []string) error {
	net, err := solver.Load()
	if err != nil {
		return err
	}
	view, err := tariff.New(net, tariff.Scenario{})
	if err != nil {
		return err
	}
	b := newBench(net, view)
	if len(args) == 1 && args[0] == "frames" {
		f, err := b.dragged()
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(f)
	}
	if len(args) == 0 || len(args) > 2 || len(args) == 2 && args[1] != "growth" {
		return errors.New("usage: bench frames | bench PAIRS-FOR-YEN [growth]")
	}
	yens, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	return b.measure(yens, len(args) == 2)
}

func (b *bench) measure(yens int, growth bool) (err error) {
	r := report{Nodes: len(b.net.Nodes), Arcs: len(b.net.Arcs), Pairs: pairs, Yens: yens}
	ours := b.queries()
	r.Fresh, r.Moved, r.List, r.Dragged, r.Step, r.Front = median(ours.fresh), median(ours.moved), median(ours.list), median(ours.dragged), median(ours.step), median(ours.sizes)
	if r.Answer, err = b.answers(); err != nil {
		return err
	}
	r.Tree, r.Path = b.trees()
	var took []float64
	took, r.Dijkstra = b.gonum(yens)
	r.Yen = median(took)
	r.Times = times{against(took, ours.fresh), against(took, ours.moved), against(took, ours.list), against(took, ours.dragged), against(took, ours.step)}
	if r.Frames, err = b.dragged(); err != nil {
		return err
	}
	if growth {
		r.Growth = b.growth()
	}
	r.Sea, r.Ports = b.sea()
	return json.NewEncoder(os.Stdout).Encode(r)
}

// bench is the network as the search sees it, and the places that questions are asked between.
type bench struct {
	net       *solver.Network
	view      *tariff.View
	graph     *search.Graph
	weights   *search.Weights
	terminals []network.PlaceID
	dice      dice
}

func newBench(net *solver.Network, view *tariff.View) *bench {
	b := &bench{net: net, view: view, dice: seed}
	b.graph, b.weights = flat(net, view)
	for i := range net.Places {
		if _, ok := net.YardOf(network.PlaceID(i)); ok && net.Places[i].Roles.Has(network.Terminal) {
			b.terminals = append(b.terminals, network.PlaceID(i))
		}
	}
	return b
}

// pair is two terminals, the same ones in every run.
func (b *bench) pair() (from, to network.PlaceID) {
	from = b.terminals[b.dice.roll(len(b.terminals))]
	for to = from; to == from; {
		to = b.terminals[b.dice.roll(len(b.terminals))]
	}
	return from, to
}

func (b *bench) stub(p network.PlaceID) []search.Stub {
	yard, _ := b.net.YardOf(p)
	return []search.Stub{{Node: yard}}
}

// hauled is the stub of a pin so many steps of a drag away from a terminal: about 5 km by road each.
func (b *bench) hauled(p network.PlaceID, far int) []search.Stub {
	stub := b.stub(p)
	n := int64(far)
	stub[0].Cost = search.Cost{Money: 1000 * n, Time: 300 * n, Carbon: 5000 * n, General: 11_000_000 * n}
	return stub
}

// trips are the pairs that are measured, the same ones for us and for others.
func (b *bench) trips() [][2]network.PlaceID {
	b.dice = seed
	out := make([][2]network.PlaceID, pairs)
	for i := range out {
		out[i][0], out[i][1] = b.pair()
	}
	return out
}

// measured is what questions of ours took, by pair in milliseconds.
type measured struct{ fresh, moved, list, dragged, step, sizes []float64 }

// queries asks for the front and the list of each pair, and for the list alone, by searchers that have been asked many others and
// not this one: with both ends new, and with the origin moved there from another terminal. Then the origin is dragged away from
// its terminal by steps of a few kilometres, and of the last one the list is asked for.
func (b *bench) queries() (m measured) {
	fresh := func() *search.Searcher {
		s := search.NewSearcher(b.graph)
		s.Reset(b.weights)
		return s
	}
	both, alone, bothMoved, aloneMoved := fresh(), fresh(), fresh(), fresh()
	trips := b.trips()
	for i, trip := range trips {
		ask := func(s *search.Searcher, from network.PlaceID) *search.Searcher {
			return s.Ask(search.Question{From: b.stub(from), To: b.stub(trip[1]), Warm: true}) // as a frame is asked
		}
		frontAndList := func(s *search.Searcher, from network.PlaceID) func() {
			return func() {
				ways, _ := ask(s, from).Front(frontLimit)
				m.sizes = append(m.sizes, float64(len(ways)))
				s.RankedWithin(listed, listWithin, listLimit)
			}
		}
		list := func(s *search.Searcher, from network.PlaceID) func() {
			return func() { ask(s, from).RankedWithin(listed, listWithin, listLimit) }
		}
		other := trips[(i+1)%len(trips)][0]
		m.fresh, m.list = append(m.fresh, clock(frontAndList(both, trip[0]))), append(m.list, clock(list(alone, trip[0])))
		frontAndList(bothMoved, other)()
		list(aloneMoved, other)()
		m.moved, m.dragged = append(m.moved, clock(frontAndList(bothMoved, trip[0]))), append(m.dragged, clock(list(aloneMoved, trip[0])))
		var took float64
		for k := range steps {
			pin := b.hauled(trip[0], 1+k)
			took = clock(func() {
				aloneMoved.Ask(search.Question{From: pin, To: b.stub(trip[1]), Warm: true}).RankedWithin(listed, listWithin, listLimit)
			})
		}
		m.step = append(m.step, took)
	}
	return m
}

// against is how many times as long others took as we did, the median over the pairs that both were asked for.
func against(others, ours []float64) float64 {
	times := make([]float64, len(others))
	for i := range others {
		times[i] = others[i] / ours[i]
	}
	return median(times)
}

// answers asks the front door, as the page does when a pin is let go.
func (b *bench) answers() (float64, error) {
	s := solver.New(b.net)
	b.dice = seed
	var took []float64
	for range pairs / 2 {
		from, to := b.pair()
		var err error
		took = append(took, clock(func() {
			_, err = s.Rank(solver.Scenario{}, solver.Query{From: solver.End{Place: b.net.Places[from].ID}, To: solver.End{Place: b.net.Places[to].ID}})
		}))
		if err != nil {
			return 0, err
		}
	}
	return median(took), nil
}

// clock is the milliseconds that something takes.
func clock(run func()) float64 {
	began := time.Now()
	run()
	return float64(time.Since(began).Nanoseconds()) / 1e6
}

func median(of []float64) float64 {
	if len(of) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(of))[len(of)/2]
}

// dice is a small generator, so that every run on every machine asks the same.
type dice uint64

func (d *dice) roll(n int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int(uint64(*d>>33) % uint64(n))
}
