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
	Front    float64 `json:"front"`  // ways on a front, median
	Moved    float64 `json:"moved"`  // front and list, the origin moved: potentials are kept
	List     float64 `json:"list"`   // the list alone, the origin moved: what gonum's Yen is held against
	Fresh    float64 `json:"fresh"`  // front and list, both ends new: four trees are made
	Answer   float64 `json:"answer"` // solver.Rank: the whole answer, with every leg and row, both ends new
	Tree     float64 `json:"tree"`   // one tree by yourbasic/graph
	Yen      float64 `json:"yen"`    // ten paths by gonum; 0 if not asked for
	Yens     int     `json:"yens"`
	Dijkstra float64 `json:"dijkstra"` // one tree by gonum
	Path     float64 `json:"path"`     // one shortest path by yourbasic/graph
	Frames   frames  `json:"frames"`
	Growth   []grown `json:"growth"` // natively alone
	Sea      float64 `json:"sea"`    // the shortest way by sea between two ports
	Ports    []port  `json:"ports"`
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
	r.Fresh, r.Moved, r.List, r.Front = b.queries()
	if r.Answer, err = b.answers(); err != nil {
		return err
	}
	r.Tree, r.Path = b.trees()
	r.Yen, r.Dijkstra = b.gonum(yens)
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

// queries asks for the front and the list: first between two new ends, then with the origin moved.
func (b *bench) queries() (fresh, moved, list, front float64) {
	s := search.NewSearcher(b.graph)
	s.Reset(b.weights)
	b.dice = seed
	var news, moves, lists, sizes []float64
	for range pairs {
		from, to := b.pair()
		next, _ := b.pair()
		ask := func(p network.PlaceID) float64 {
			return clock(func() {
				s.Ask(search.Question{From: b.stub(p), To: b.stub(to)})
				ways, _ := s.Front(frontLimit)
				sizes = append(sizes, float64(len(ways)))
				s.RankedWithin(listed, listWithin, listLimit)
			})
		}
		news = append(news, ask(from))
		moves = append(moves, ask(next))
		lists = append(lists, clock(func() { s.RankedWithin(listed, listWithin, listLimit) }))
	}
	return median(news), median(moves), median(lists), median(sizes)
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
	slices.Sort(of)
	return of[len(of)/2]
}

// dice is a small generator, so that every run on every machine asks the same.
type dice uint64

func (d *dice) roll(n int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int(uint64(*d>>33) % uint64(n))
}
