package solver

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
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

//go:embed testdata/digests.txt
var digests string

// TestDigests proves the same of what else is asked for: frames of a drag, odds, break-evens over every kind of parameter, reach and
// matrix each have a digest of their own.
func TestDigests(t *testing.T) {
	net := load(t)
	s := New(net)
	asked := 0
	tell := func(w io.Writer, seed uint64, answer any, err error) {
		if err == nil {
			asked++
		}
		fmt.Fprintf(w, "%d %+v %v\n", seed, answer, err)
	}
	var got strings.Builder
	for _, what := range []struct {
		name  string
		seeds uint64
		least int // answers that are no error
		tell  func(w io.Writer, seed uint64, sc Scenario, q Query)
	}{
		{"frame", 100, 150, func(w io.Writer, seed uint64, sc Scenario, _ Query) {
			q, next := dragged(rand.New(rand.NewPCG(seed, 12)), net)
			for _, q := range []Query{q, next} {
				a, err := s.Frame(sc, q)
				tell(w, seed, a, err)
			}
		}},
		{"odds", 40, 25, func(w io.Writer, seed uint64, sc Scenario, q Query) {
			a, err := s.Rank(sc, q)
			if err == nil && len(a.Routes) > 0 {
				DrawOdds(a)
				for i := range a.Routes {
					tell(w, seed, a.Routes[i].Odds, nil)
				}
			}
		}},
		{"breakeven", 12, 60, func(w io.Writer, seed uint64, sc Scenario, q Query) {
			for _, p := range overs {
				b, err := s.BreakEven(sc, q, p)
				tell(w, seed, b, err)
			}
		}},
		{"reach", 24, 15, func(w io.Writer, seed uint64, sc Scenario, q Query) {
			r, err := s.Reach(sc, q.From)
			tell(w, seed, r, err)
		}},
		{"matrix", 12, 6, func(w io.Writer, seed uint64, sc Scenario, q Query) {
			m, err := s.Matrix(sc, []End{q.From, q.To}, []End{q.To, {Place: "ala"}, {Place: "dui"}})
			tell(w, seed, m, err)
		}},
	} {
		sum := sha256.New()
		asked = 0
		for seed := range what.seeds {
			sc, q := randomQuestion(rand.New(rand.NewPCG(seed, 5)), net)
			what.tell(sum, seed, sc, q)
		}
		if asked < what.least {
			t.Errorf("%s: only %d answers are in the digest", what.name, asked)
		}
		fmt.Fprintf(&got, "%s %x\n", what.name, sum.Sum(nil))
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("testdata/digests.txt", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got.String() != digests {
		t.Errorf("answers have changed: digests\n%sand not\n%sif they should, write them anew with UPDATE=1", got.String(), digests)
	}
}
