package solver

import (
	"strconv"

	"zhol/solver/network"
	"zhol/solver/search"
)

// MostEnds is how many origins, and how many destinations, a Matrix may have.
const MostEnds = 400

// Matrix finds the best way from every origin to every destination: a row for each origin, a column for each destination.
// Where none leads there, or the two are one place, Won is empty. One tree serves a whole row.
func (s *Solver) Matrix(sc Scenario, from, to []End) ([][]Reached, error) {
	if err := s.enter(sc, Query{}); err != nil {
		return nil, err
	}
	origins, err := s.many("from", from)
	if err != nil {
		return nil, err
	}
	destinations, err := s.many("to", to)
	if err != nil {
		return nil, err
	}
	out := make([][]Reached, len(from))
	var route Route
	for i, a := range origins {
		tree := search.NewTree(s.graph, s.weights, search.General, s.stubs(a, nil))
		out[i] = make([]Reached, len(to))
		for j, z := range destinations {
			out[i][j].Place = z.ID
			if a.At == z.At {
				continue
			}
			if r, ok := s.reached(tree, a, z, &route); ok {
				out[i][j] = r
			}
		}
	}
	return out, nil
}

// many understands the ends of one side of a Matrix.
func (s *Solver) many(field string, asked []End) ([]*end, error) {
	if n := len(asked); n == 0 || n > MostEnds {
		return nil, &InputError{Field: field, Value: strconv.Itoa(n), Reason: "is not a number of ends from 1 to " + strconv.Itoa(MostEnds)}
	}
	out := make([]*end, len(asked))
	for i := range asked {
		e := &end{place: network.None}
		if err := s.understand(e, field, asked[i]); err != nil {
			return nil, err
		}
		out[i] = e
	}
	return out, nil
}
