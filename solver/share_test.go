package solver

import (
	"runtime"
	"sync"
	"testing"
)

// share is how many of so many random questions are asked, and how much must come of them: all natively, a quarter as WASM,
// where each takes three times as long and TestDigest proves that the answers are the same.
func share[N int | uint64](n N) N {
	if runtime.GOARCH == "wasm" {
		return n / 4
	}
	return n
}

// loaded is the real tables, read once: nothing changes a network.
var loaded = sync.OnceValues(Load)

// load is the network of the real tables.
func load(tb testing.TB) *Network {
	tb.Helper()
	net, err := loaded()
	if err != nil {
		tb.Fatal(err)
	}
	return net
}

// shared is a Solver that tests of single questions ask by turns, for what was asked before changes no answer: TestFrame and
// TestFilled.
var shared *Solver

// rank asks the Solver that is shared.
func rank(tb testing.TB, sc Scenario, q Query) (*Answer, error) {
	tb.Helper()
	net := load(tb)
	if shared == nil {
		shared = New(net)
	}
	return shared.Rank(sc, q)
}
