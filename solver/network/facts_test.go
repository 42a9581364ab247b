package network

import "testing"

// TestFacts: what is known otherwise than the length of a link has a status of its own, and years of opening and closing tell
// in which years trains ran.
func TestFacts(t *testing.T) {
	n := load(t)
	links := map[string]*RailLink{}
	for i := range n.RailLinks {
		links[n.RailLinks[i].ID] = &n.RailLinks[i]
	}
	if k := links["zht-kzb"]; k.Status != Published || k.Known("opened").Status != Recalled || k.Known("tracks").Status != Published {
		t.Errorf("zht-kzb: length %v, opened %v", k.Status, k.Known("opened").Status)
	}
	for _, c := range []struct {
		link string
		year int
		ran  bool
	}{
		{"led-hel", 2016, true}, {"led-hel", 2022, true}, {"led-hel", 2023, false},
		{"aky-ich", 2013, false}, {"aky-ich", 2014, true}, {"hgs-khg_dp", 2014, false}, {"kmg-vte", 2021, true}, {"kmg-vte", 2020, false},
		{"akt-dos", 2016, true}, {"khg-mkm", 2029, false},
	} {
		if got := links[c.link].RanIn(c.year); got != c.ran {
			t.Errorf("trains ran on %s in %d: %v, want %v", c.link, c.year, got, c.ran)
		}
	}
}
