package page

import (
	"testing"

	"zhol/solver"
)

// TestSums: the data view is given the tallies of the command, with and without inputs.
func TestSums(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, sum, err := solver.Held(net)
	if err != nil {
		t.Fatal(err)
	}
	sums := NewService(net).tables("").Sums
	if len(sums) != 8 || sums[1].Rows != sum.Days.Rows || sums[1].Good != sum.Inside || sums[6].Rows != sum.Free.USD.Rows || sums[6].Median != sum.Free.USD.Median || !sums[6].Free {
		t.Errorf("%+v, %+v", sums, sum)
	}
}
