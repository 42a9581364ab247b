package solver

import (
	"testing"

	"zhol/solver/network"
)

type placeID = network.PlaceID

// load reads the real tables.
func load(tb testing.TB) *Network {
	tb.Helper()
	net, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	return net
}
