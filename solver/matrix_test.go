package solver

import "testing"

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
