package page

import (
	"runtime"
	"sync"
	"testing"

	"zhol/solver"
)

var loaded = sync.OnceValues(solver.Load)

// share is how many of so many questions are asked: all natively, and a quarter as WASM, where each takes three times as long.
func share(n int) int {
	if runtime.GOARCH == "wasm" {
		return n / 4
	}
	return n
}

// tables is the network, read once for all tests.
func tables(t testing.TB) *solver.Network {
	net, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// published is a Service that has worked out the published figures beside ours, once for all tests that ask for them.
var published = sync.OnceValue(func() *Service {
	net, err := loaded()
	if err != nil {
		panic(err)
	}
	s := NewService(net)
	s.hold()
	return s
})

// TestSums: the data view is given the tallies of the command, with and without inputs.
func TestSums(t *testing.T) {
	net := tables(t)
	_, sum, err := solver.Held(net)
	if err != nil {
		t.Fatal(err)
	}
	sums := published().tables("").Sums
	if len(sums) != 8 || sums[1].Rows != sum.Days.Rows || sums[1].Good != sum.Inside || sums[6].Rows != sum.Free.USD.Rows || sums[6].Median != sum.Free.USD.Median || !sums[6].Free {
		t.Errorf("%+v, %+v", sums, sum)
	}
}
