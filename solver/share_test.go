package solver

import "runtime"

// share is how many of so many random questions are asked, and how much must come of them: all natively, a quarter as WASM,
// where each takes three times as long and TestDigest proves that the answers are the same.
func share[N int | uint64](n N) N {
	if runtime.GOARCH == "wasm" {
		return n / 4
	}
	return n
}
