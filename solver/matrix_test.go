package solver

import (
	"testing"

	"zhol/solver/search"
)

// TestMatrixIsManyReaches compares cells with the reach of each origin, and refuses what is none.
func TestMatrixIsManyReaches(t *testing.T) {
	s := New(load(t))
	from := []End{{Place: "sia"}, {At: LonLat{Lon: 80, Lat: 50}}}
	to := []End{{Place: "dui"}, {Place: "sia"}, {At: LonLat{Lon: 69.9, Lat: 48.3}}, {Place: "hal"}, {Place: "ala"}}
	cells, err := s.Matrix(Scenario{}, from, to)
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for i := range from {
		reached, err := s.Reach(Scenario{}, from[i])
		if err != nil {
			t.Fatal(err)
		}
		for j := range to {
			for _, r := range reached {
				if r.Place == to[j].Place {
					compared++
					r.Rivals = Rivals{} // only Reach tells them
					if cells[i][j] != r {
						t.Errorf("cell %d, %d: %+v, and reached %+v", i, j, cells[i][j], r)
					}
				}
			}
		}
	}
	if compared < 6 || cells[0][1].Won != "" || cells[0][2].Won == "" {
		t.Errorf("%d cells were compared; to itself %+v, to a point %+v", compared, cells[0][1], cells[0][2])
	}
	a, err := s.Rank(Scenario{}, Query{From: from[0], To: to[2]})
	if err != nil || a.Routes[0].General != cells[0][2].General {
		t.Errorf("to a point %+v, and the list begins with %+v, %v", cells[0][2], a.Routes[0], err)
	}
	if _, err := s.Matrix(Scenario{}, from, nil); err == nil {
		t.Error("a matrix without destinations was made")
	}
	if _, err := s.Matrix(Scenario{}, []End{{Place: "atlantis"}}, to); err == nil {
		t.Error("Atlantis was found")
	}
}

// TestMatrixGrowsATreeForEachRow counts trees by what they allocate, something for every node that they come to: a matrix of many
// columns takes one for each row, and of more columns no more.
func TestMatrixGrowsATreeForEachRow(t *testing.T) {
	s := New(load(t))
	from := []End{{Place: "sia"}, {At: LonLat{Lon: 80, Lat: 50}}, {Place: "dui"}}
	var to []End
	for _, id := range []string{"ala", "tas", "mow", "ham", "rtm", "tbs", "hal", "jea", "pti", "bud", "waw", "cgo"} {
		to = append(to, End{Place: id})
	}
	matrix := func(rows, columns int) float64 {
		return testing.AllocsPerRun(1, func() {
			cells, err := s.Matrix(Scenario{}, from[:rows], to[:columns])
			if err != nil || cells[rows-1][columns-1].Won == "" {
				t.Fatalf("%+v, %v", cells, err)
			}
		})
	}
	matrix(1, 1)
	var origin end
	if err := s.understand(&origin, "from", from[0]); err != nil {
		t.Fatal(err)
	}
	stubs := s.stubs(&origin, nil)
	tree := testing.AllocsPerRun(1, func() { search.NewTree(s.graph, s.weights, search.General, stubs) })
	if nodes := float64(len(s.net.Nodes)); tree < nodes/2 || tree > 4*nodes {
		t.Fatalf("a tree to %.0f nodes takes %.0f allocations", nodes, tree)
	}
	one, wide, all := matrix(1, 1), matrix(1, len(to)), matrix(len(from), len(to))
	if n := one / tree; n < 1 || n > 1.5 {
		t.Errorf("a cell takes %.1f trees", n)
	}
	if n := wide / tree; n < 1 || n >= 2 {
		t.Errorf("a row of %d takes %.1f trees", len(to), n)
	}
	if n := all / tree; n < float64(len(from)) || n >= float64(len(from))+2 {
		t.Errorf("%d rows take %.1f trees", len(from), n)
	}
}
