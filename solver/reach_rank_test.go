package solver

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"zhol/solver/network"
)

// TestReachIsRankEverywhere asks from random places and points, under closures, with cargo and with settings, and holds what Reach
// says of a place against the first route of Rank for that pair: totals, days and cost, and by what kind of way it is won.
// Where ways tie in cost to the millionth of a dollar, either may be told. Every place is told or has no route.
func TestReachIsRankEverywhere(t *testing.T) {
	net := load(t)
	s, ranker := New(net), New(net)
	held, none, closed, special, bare := 0, 0, 0, 0, 0
	for seed := range share(uint64(80)) {
		rng := rand.New(rand.NewPCG(seed, 171))
		sc, q := randomQuestion(rng, net)
		if seed%8 == 0 { // no lorry leaves a country that is shut, for a neighbour either
			q.From = End{Place: []string{"sia", "ala", "dui", "mow", "thr"}[seed/8%5]}
			sc.Avoid = append(sc.Avoid, []string{"CN", "KZ", "DE", "RU", "IR"}[seed/8%5])
		}
		reached, err := s.Reach(sc, q.From)
		if err != nil {
			continue
		}
		by := map[string]*Reached{}
		for i := range reached {
			if by[reached[i].Place] != nil {
				t.Errorf("seed %d: %s is reached twice", seed, reached[i].Place)
			}
			by[reached[i].Place] = &reached[i]
		}
		for i := range net.Places {
			id, to := network.PlaceID(i), net.Places[i].ID
			near := q.From.Place != "" && network.GreatCircle(net.Places[i].At, placeAt(net, q.From.Place)) < 600_000
			if rng.IntN(8) > 0 && !(near && seed%8 == 0) {
				continue
			}
			a, err := ranker.Rank(sc, Query{From: q.From, To: End{Place: to}, Max: 1, Light: true})
			if err != nil {
				continue // where the box stands
			}
			r := by[to]
			if r == nil {
				if len(a.Routes) > 0 && a.To.ID != a.From.ID {
					t.Errorf("seed %d: %s is not reached, and %s goes there", seed, to, a.Routes[0].Through())
				}
				none++
				continue
			}
			if len(a.Routes) == 0 {
				t.Errorf("seed %d: %s is reached, and no route leads there", seed, to)
				continue
			}
			if _, yard := net.YardOf(id); !yard {
				bare++
			}
			first := &a.Routes[0]
			if held++; r.General != first.General || r.Totals != first.Totals || r.Days != first.Days || r.Won != won(first) {
				t.Errorf("seed %d: %s is reached for %d, %+v, by %s, and listed for %d, %+v, by %s", seed, to, r.General, r.Totals, r.Won, first.General, first.Totals, won(first))
			}
			if len(sc.Avoid) > 0 {
				closed++
			}
			if sc.Cargo != (Cargo{}) {
				special++
			}
		}
	}
	if held < share(1500) || none < share(300) || closed < share(800) || special < share(200) || bare < share(200) {
		t.Errorf("only %d places were held, %d of them without a terminal, %d under closures and %d with cargo, and %d not reached", held, bare, closed, special, none)
	}
}

// placeAt is where a place is.
func placeAt(net *Network, id string) LonLat {
	p, _ := net.PlaceByID(id)
	return net.Places[p].At
}

// TestMatrixIsRanks asks for matrices of random ends, points among them, under closures and with cargo: every cell is the first
// route of Rank for its pair. Rows and columns in another order, or fewer, give the same bits.
func TestMatrixIsRanks(t *testing.T) {
	net := load(t)
	s, ranker := New(net), New(net)
	held, empty := 0, 0
	for seed := range share(uint64(32)) {
		rng := rand.New(rand.NewPCG(seed, 173))
		sc, _ := randomQuestion(rng, net)
		ends := func(n int) (out []End) {
			for range n {
				_, q := randomQuestion(rng, net)
				if _, err := s.Reach(sc, q.From); err == nil { // no pin in mid-ocean
					out = append(out, q.From)
				}
			}
			return out
		}
		from, to := ends(5), ends(8)
		to = append(to, from[0])
		cells, err := s.Matrix(sc, from, to)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for i := range from {
			for j := range to {
				cell := &cells[i][j]
				a, err := ranker.Rank(sc, Query{From: from[i], To: to[j], Max: 1, Light: true})
				if err != nil || len(a.Routes) == 0 {
					if empty++; cell.Won != "" || cell.General != 0 {
						t.Errorf("seed %d: cell %d, %d says %+v, and there is no route, %v", seed, i, j, *cell, err)
					}
					continue
				}
				first := &a.Routes[0]
				if held++; cell.General != first.General || cell.Place != a.To.ID || cell.Totals != first.Totals || cell.Days != first.Days || cell.Won != won(first) {
					t.Errorf("seed %d: cell %d, %d says %+v, and the list begins with %d to %q, %+v, by %s", seed, i, j, *cell, first.General, a.To.ID, first.Totals, won(first))
				}
			}
		}
		rows, columns := rng.Perm(len(from)), rng.Perm(len(to))[:len(to)-2]
		var other, others []End
		for _, i := range rows {
			other = append(other, from[i])
		}
		for _, j := range columns {
			others = append(others, to[j])
		}
		shuffled, err := s.Matrix(sc, other, others)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, column := range columns {
				if got, want := fmt.Sprintf("%+v", shuffled[i][j]), fmt.Sprintf("%+v", cells[row][column]); got != want {
					t.Errorf("seed %d: cell %d, %d is %s, and in another order %s", seed, row, column, want, got)
				}
			}
		}
		if again, err := s.Matrix(sc, from, to); err != nil || !slices.EqualFunc(again, cells, slices.Equal[[]Reached]) {
			t.Errorf("seed %d: asked again, the matrix is another, %v", seed, err)
		}
	}
	if held < share(800) || empty < share(100) {
		t.Errorf("only %d cells were held, and %d empty ones", held, empty)
	}
}
