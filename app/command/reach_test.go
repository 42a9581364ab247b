package command

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestReachAndMatrix print what rank prints first.
func TestReachAndMatrix(t *testing.T) {
	first := answer(t, "--from CNSIA --to DEDUI").Routes[0]
	var reached struct{ Places []cellObject }
	code, stdout, stderr := run("reach", "--from", "CNSIA", "--json")
	if code != exitOK || json.Unmarshal([]byte(stdout), &reached) != nil {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	found := false
	for _, p := range reached.Places {
		if r := p.Rivals; r == nil || p.Won == "kz" && (r.Kazakhstan == nil || *r.Kazakhstan != p.GeneralisedUSD) || p.Won == "sea" && (r.Sea == nil || *r.Sea != p.GeneralisedUSD && (r.Kazakhstan == nil || *r.Kazakhstan != p.GeneralisedUSD)) {
			t.Errorf("%s is won by %s at %v, and its rivals are %+v", p.Place, p.Won, p.GeneralisedUSD, r)
		}
		if p.Place == "dui" {
			found = p.USD == first.USD && *p.Days == first.Days && p.Km == first.Km
		}
	}
	if !found || len(reached.Places) < 200 {
		t.Errorf("%d places, and Duisburg is not as listed", len(reached.Places))
	}
	var m struct{ Cells [][]cellObject }
	code, stdout, stderr = run("matrix", "--from", "CNSIA", "--from", "43.2,76.9", "--to", "DEDUI", "--to", "CNSIA", "--json")
	if code != exitOK || json.Unmarshal([]byte(stdout), &m) != nil || len(m.Cells) != 2 || len(m.Cells[1]) != 2 {
		t.Fatalf("exit %d, %s, %s", code, stdout, stderr)
	}
	if m.Cells[0][0].USD != first.USD || m.Cells[0][1].Days != nil {
		t.Errorf("cells %+v", m.Cells)
	}
	if code, stdout, _ = run("matrix", "--from", "CNSIA", "--to", "CNSIA", "--to", "KZALA"); code != exitOK || !strings.Contains(stdout, missing) {
		t.Errorf("exit %d, %s", code, stdout)
	}
	for _, args := range []string{"reach", "matrix --from CNSIA", "matrix --to CNSIA", "reach --from Atlantis", "matrix --from CNSIA --to Atlantis", "reach --from CNSIA --avoid xyzzy"} {
		if code, _, stderr := run(strings.Fields(args)...); code != exitInput || !strings.Contains(stderr, "--") {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
}
