package search

import "runtime"

// part is how many of so many worlds the slowest tests look at, which enumerate nothing: all of them natively, and as WASM a quarter, for
// it takes three times as long. That the bits are the same there is shown by the digests, which leave out nothing.
func part(n int) int {
	if runtime.GOARCH == "wasm" {
		return n / 4
	}
	return n
}
