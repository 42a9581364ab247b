package solver

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

//go:embed testdata/digest.txt
var digest string

// TestDigest proves that the same questions give the same bits natively and as WASM: both are held against one digest of
// everything that 200 answers say. UPDATE=1 writes it anew; a change is a change of answers and belongs in the changelog.
func TestDigest(t *testing.T) {
	net := load(t)
	s := New(net)
	sum := sha256.New()
	for seed := range uint64(200) {
		sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 3)), net)
		a, err := s.Rank(sc, q)
		fmt.Fprintf(sum, "%d %+v %v\n", seed, a, err)
	}
	got := fmt.Sprintf("%x", sum.Sum(nil))
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("testdata/digest.txt", []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != strings.TrimSpace(digest) {
		t.Errorf("answers have changed: digest %s; if they should, write it anew with UPDATE=1", got)
	}
}
