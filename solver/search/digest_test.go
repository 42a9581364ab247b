package search

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"os"
	"strings"
	"testing"
)

// golden is embedded because WASM reads no files.
//
//go:embed testdata/digest.txt
var golden string

// The answers to many questions are the same bits on every machine: run it natively and with GOOS=js GOARCH=wasm.
// UPDATE=1 writes the digest anew.
func TestDigest(t *testing.T) {
	h := sha256.New()
	for seed := range uint64(1500) {
		for _, size := range []sizes{little, middling} {
			w := randomWorld(seed, size)
			fmt.Fprint(h, answers(w.searcher()), Cut(w.g, w.w, w.q))
		}
	}
	w := bigWorld(1)
	fmt.Fprint(h, answers(w.searcher()))
	got := fmt.Sprintf("%x", h.Sum(nil))
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("testdata/digest.txt", []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != strings.TrimSpace(golden) {
		t.Errorf("digest %s; want %s", got, golden)
	}
}
