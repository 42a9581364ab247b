package command

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strconv"
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

// TestRivalsAreRanks: what reach tells of the best way through Kazakhstan is where rank begins that is to keep to such ways, also beside places
// that a train would only come back to from there.
func TestRivalsAreRanks(t *testing.T) {
	seen := 0
	for from, places := range map[string][]string{"gdy": {"msq", "vog", "rtw", "sia", "ham"}, "kop --avoid zahony --avoid vostochny": {"ank", "tbz", "ala"}} {
		var reached struct{ Places []cellObject }
		code, stdout, stderr := run(strings.Fields("reach --json --from " + from)...)
		if code != exitOK || json.Unmarshal([]byte(stdout), &reached) != nil {
			t.Fatalf("exit %d, %s", code, stderr)
		}
		for _, p := range reached.Places {
			if !slices.Contains(places, p.Place) {
				continue
			}
			first := answer(t, "--through-kazakhstan --max 1 --to "+p.Place+" --from "+from).Routes[0]
			if seen++; p.Rivals.Kazakhstan == nil || *p.Rivals.Kazakhstan != first.GeneralisedUSD {
				t.Errorf("%s to %s through Kazakhstan is told to cost %v, and costs %v", from, p.Place, p.Rivals.Kazakhstan, first.GeneralisedUSD)
			}
		}
	}
	if seen != 8 {
		t.Errorf("%d of 8 places were held", seen)
	}
}

// Where no place is reached it is told why, as rank does.
func TestReachOfNothing(t *testing.T) {
	for args, says := range map[string]string{
		"reach --from 35.9,14.4": "no terminal is reached by road from 35.9000,14.4000", "reach --from KZALA --avoid KZ": "blocked by Kazakhstan (KZ)", "reach --from 39,125.7": "The nearest is ",
		"matrix --from KZALA --to DEDUI --avoid KZ": "blocked by Kazakhstan (KZ)", "reach --from KZALA --avoid KZ --json": `"blocked_by":["KZ"]`,
	} {
		if code, stdout, _ := run(strings.Fields(args)...); code != exitNoRoute || !strings.Contains(stdout, says) {
			t.Errorf("%s: exit %d, no %q in %s", args, code, says, stdout)
		}
	}
	if code, _, stderr := run(strings.Fields("reach --from KZALA --avoid KZ --csv")...); code != exitNoRoute || !strings.Contains(stderr, "no way leads there") {
		t.Errorf("exit %d, %q", code, stderr)
	}
}

// The CSV of reach and matrix has the figures of their tables, and a link to each question.
func TestCellsAsCSV(t *testing.T) {
	first := answer(t, "--from CNSIA --to DEDUI --avoid suez --year 2019").Routes[0]
	for _, args := range []string{"reach --from CNSIA", "matrix --from CNSIA --to DEDUI --to CNSIA"} {
		code, stdout, stderr := run(strings.Fields(args + " --avoid suez --year 2019 --csv")...)
		rows, err := csv.NewReader(strings.NewReader(stdout)).ReadAll()
		if code != exitOK || err != nil {
			t.Fatalf("%s: exit %d, %v, %s", args, code, err, stderr)
		}
		found := false
		for _, row := range rows[1:] {
			if row[0] != "Xi'an (International Port) (sia)" || row[10] != "FEU" || row[11] != "2025-11" || row[14] != "2019" || row[15] != "avoid=suez,after-2019" {
				t.Errorf("%s: %v", args, row)
			}
			if strings.HasSuffix(row[1], "(dui)") {
				found = row[3] == strconv.FormatFloat(first.USD, 'f', 2, 64) && row[13] == "#from=CNSIA&to=DEDUI&avoid=suez,after-2019"
			}
			if rivals := row[16] + row[17]; (rivals == "") != strings.HasPrefix(args, "matrix") || strings.HasPrefix(rivals, "-") {
				t.Errorf("%s: rivals of %v", args, row)
			}
			if (row[2] == "") != (row[3] == "") {
				t.Errorf("%s: half a row: %v", args, row)
			}
		}
		if !found {
			t.Errorf("%s: Duisburg is not as listed", args)
		}
	}
}
