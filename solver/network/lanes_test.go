package network

import (
	_ "embed"
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

//go:embed tables/lane_nodes.csv
var laneNodesTable []byte

//go:embed tables/lane_edges.csv
var laneEdgesTable []byte

// testdata/sea_yardstick.csv holds port-to-port kilometres over another lane network (searoute-py, Apache-2.0; Suez open,
// the Arctic barred). It does not know the Kiel Canal, so ours is shut for the comparison; it sails the Corinth Canal, which
// is too narrow for container ships, and so is up to a tenth shorter from the Aegean to the Adriatic. An empty length means that there is no way by sea.
//
//go:embed testdata/sea_yardstick.csv
var yardstick string

func loadLanes(t testing.TB) *lanes {
	t.Helper()
	l, err := parseLanes(laneNodesTable, laneEdgesTable)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLanesAgreeWithYardstick(t *testing.T) {
	l := loadLanes(t)
	rows, err := csv.NewReader(strings.NewReader(yardstick)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var off, signed []float64
	for _, r := range rows[1:] {
		if l.nodeOf(r[0]) < 0 || l.nodeOf(r[1]) < 0 {
			t.Errorf("%s or %s is no port", r[0], r[1])
			continue
		}
		length, _, ok := l.between(r[0], r[1], "kiel")
		if ok != (r[2] != "") {
			t.Errorf("%s-%s: reachable %v, by the yardstick %v", r[0], r[1], ok, !ok)
			continue
		}
		want, _ := strconv.ParseFloat(r[2], 64)
		if !ok || want < 1000 {
			continue
		}
		d := length.Km()/want - 1
		off, signed = append(off, math.Abs(d)), append(signed, d)
		if math.Abs(d) > 0.06 {
			t.Logf("%s-%s: %.0f km, %+.1f %% from %s", r[0], r[1], length.Km(), 100*d, r[2])
		}
	}
	slices.Sort(off)
	slices.Sort(signed)
	median, most := off[len(off)/2], off[len(off)*95/100]
	t.Logf("%d pairs over 1,000 km: median difference %.2f %% (signed %+.2f %%), 95 %% within %.2f %%", len(off), 100*median, 100*signed[len(signed)/2], 100*most)
	if median >= 0.02 || most >= 0.06 {
		t.Errorf("median difference %.2f %% and 95 %% within %.2f %%; want under 2 and 6", 100*median, 100*most)
	}
}

func TestShutPassages(t *testing.T) {
	l := loadLanes(t)
	for _, c := range []struct {
		from, to string
		shut     []string
		low, top float64 // km; 0: no way
	}{
		{"sha", "rtm", nil, 19_000, 19_900},                                            // published: 10,600 nautical miles
		{"sha", "rtm", []string{"suez"}, 24_800, 26_000},                               // 13,800
		{"sha", "rtm", []string{"bab-el-mandeb"}, 24_800, 26_000},                      // the Red Sea is then a dead end
		{"sha", "rtm", []string{"suez", "cape"}, 0, 0},                                 //
		{"sha", "jed", []string{"bab-el-mandeb"}, 27_500, 30_000},                      // round Africa and back through Suez
		{"sin", "cmb", []string{"malacca"}, 3_500, 5_500},                              // by Sunda
		{"sin", "cmb", []string{"malacca", "sunda"}, 4_500, 7_500},                     // by Lombok
		{"sha", "jea", []string{"hormuz"}, 0, 0},                                       //
		{"jea", "dmm", []string{"hormuz"}, 500, 900},                                   // both inside
		{"sha", "soh", []string{"hormuz"}, 9_000, 11_000},                              // outside
		{"pti", "pir", []string{"bosporus"}, 0, 0},                                     //
		{"pti", "cnd", []string{"bosporus"}, 1_000, 1_250},                             //
		{"rtm", "gdn", []string{"danish-straits"}, 900, 1_400},                         // by Kiel
		{"rtm", "gdn", []string{"danish-straits", "kiel"}, 0, 0},                       //
		{"rtm", "pir", []string{"gibraltar"}, 21_500, 24_000},                          // round Africa and through Suez
		{"ham", "alg", []string{"dover"}, 3_000, 4_600},                                // round Scotland
		{"aau", "alat", []string{"suez", "bosporus", "hormuz", "gibraltar"}, 350, 550}, // the Caspian is by itself
		{"aau", "pti", nil, 0, 0},                                                      //
		{"jea", "dmm", []string{"suez", "bab-el-mandeb", "malacca", "cape"}, 500, 900}, //
	} {
		length, pieces, ok := l.between(c.from, c.to, c.shut...)
		if ok != (c.top > 0) || ok && (length.Km() < c.low || length.Km() > c.top) {
			t.Errorf("%s-%s with %v shut: %.0f km, found %v; want %.0f to %.0f", c.from, c.to, c.shut, length.Km(), ok, c.low, c.top)
		}
		for _, i := range pieces {
			if slices.Contains(c.shut, l.edges[i].passage) {
				t.Errorf("%s-%s sails through %s, which is shut", c.from, c.to, l.edges[i].passage)
			}
		}
	}
}

// Hops are what the network keeps of the lanes: chained, they must be as short as the lanes themselves, and a hop in open
// water must sail through no passage.
func TestHopsKeepShortestWays(t *testing.T) {
	l := loadLanes(t)
	hops := l.hops(func(string) bool { return true }, steadily)
	far := map[laneStop]map[laneStop]Metres{}
	for _, h := range hops {
		var sum Metres
		at := h.From.node
		for _, i := range h.Pieces {
			e := l.edges[i]
			if e.passage != h.Passage {
				t.Fatalf("hop %v-%v, passage %q, sails piece %d of passage %q", h.From, h.To, h.Passage, i, e.passage)
			}
			if at != e.a && at != e.b {
				t.Fatalf("hop %v-%v is broken at piece %d", h.From, h.To, i)
			}
			at = e.a + e.b - at
			sum += e.length
		}
		if at != h.To.node || sum != h.Length {
			t.Fatalf("hop %v-%v ends at node %d after %d m, not %d", h.From, h.To, at, sum, h.Length)
		}
		if far[h.From] == nil {
			far[h.From] = map[laneStop]Metres{}
		}
		if old, ok := far[h.From][h.To]; !ok || h.Length < old {
			far[h.From][h.To] = h.Length
		}
	}
	for _, from := range []string{"sha", "jea", "rtm", "pti", "aau", "led"} {
		a := laneStop{Port: from, End: None, node: l.nodeOf(from)}
		dist := map[laneStop]Metres{a: 0}
		for work := []laneStop{a}; len(work) > 0; work = work[1:] {
			for to, m := range far[work[0]] {
				if old, ok := dist[to]; !ok || dist[work[0]]+m < old {
					dist[to] = dist[work[0]] + m
					if to.Port == "" {
						work = append(work, to)
					}
				}
			}
		}
		for _, to := range l.ports {
			want, _, ok := l.between(from, to.Port)
			if got, have := dist[to]; to.Port != from && (have != ok || got != want) {
				t.Errorf("%s-%s: %d m over hops (%v), %d m over lanes (%v)", from, to.Port, got, have, want, ok)
			}
		}
	}
}

func TestLaneEdgesAreNoShorterThanTheGreatCircle(t *testing.T) {
	l := loadLanes(t)
	for i, e := range l.edges {
		if straight := GreatCircle(l.at[e.a], l.at[e.b]); e.length < straight {
			t.Errorf("lane_edges.csv line %d: %d m, the great circle is %d", i+2, e.length, straight)
		}
	}
}

func TestBrokenLaneTables(t *testing.T) {
	const nodes, edges = "node,lon,lat,port\n0,1,2,\n1,2,2,sha\n", "a,b,metres,passage\n0,1,120000,\n"
	if _, err := parseLanes([]byte(nodes), []byte(edges)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ nodes, edges, want string }{
		{"node,lon,lat\n", edges, "lane_nodes.csv: line 1: head"},
		{"node,lon,lat,port\n", edges, "lane_nodes.csv: line 1: no rows"},
		{nodes + "3,1,1,\n", edges, "lane_nodes.csv: line 4: node"},
		{nodes + "2,181,1,\n", edges, "lane_nodes.csv: line 4: lon"},
		{nodes + "2,1,NaN,\n", edges, "lane_nodes.csv: line 4: lat"},
		{nodes + "2,1,1,sha\n", edges, "lane_nodes.csv: line 4: port"},
		{nodes, edges + "0,7,1,\n", "lane_edges.csv: line 3: b"},
		{nodes, edges + "x,1,1,\n", "lane_edges.csv: line 3: a"},
		{nodes, edges + "0,1,0,\n", "lane_edges.csv: line 3: metres"},
		{nodes, edges + "0,1,9,suez\n0,1,9,suez\n", "lane_edges.csv: line 4: a: passage suez"},
	} {
		if _, err := parseLanes([]byte(c.nodes), []byte(c.edges)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("error is %v; want %s …", err, c.want)
		}
	}
}
