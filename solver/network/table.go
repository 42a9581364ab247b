package network

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Fault is what is wrong with a table: where, and why.
type Fault struct {
	File   string
	Line   int
	Field  string // column, or empty where the whole line is at fault
	Reason string
}

func (f *Fault) Error() string {
	if f.Field == "" {
		return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Reason)
	}
	return fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Field, f.Reason)
}

// row is one line of a table. It remembers where it stands, so that whatever reads it can say what is wrong and where.
type row struct {
	file   string
	line   int
	column map[string]int
	cells  []string
}

func (r row) at(field string) string { return r.cells[r.column[field]] }

func (r row) fault(field, format string, args ...any) error {
	return &Fault{r.file, r.line, field, fmt.Sprintf(format, args...)}
}

// readTable reads a CSV whose first line must be exactly header. The ids of its first column may not repeat.
func readTable(file string, text []byte, header string) ([]row, error) {
	want := strings.Split(header, ",")
	column := make(map[string]int, len(want))
	for i, name := range want {
		column[name] = i
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = len(want)
	var rows []row
	seen := map[string]int{}
	for first := true; ; first = false {
		cells, err := in.Read()
		if err == io.EOF && !first {
			return rows, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, &Fault{file, bad.Line, "", bad.Err.Error()}
		}
		if err != nil {
			return nil, &Fault{file, 1, "", "the table is empty"}
		}
		line, _ := in.FieldPos(0)
		if first {
			if !slices.Equal(cells, want) {
				return nil, &Fault{file, line, "", "the header is not " + header}
			}
			continue
		}
		r := row{file, line, column, cells}
		id := cells[0]
		if id == "" || id != strings.TrimSpace(id) {
			return nil, r.fault(want[0], "%q is no id", id)
		}
		if before, twice := seen[id]; twice {
			return nil, r.fault(want[0], "%q stands already in line %d", id, before)
		}
		seen[id] = line
		rows = append(rows, r)
	}
}

// list splits a cell at semicolons; an empty cell is an empty list.
func (r row) list(field string) []string {
	if r.at(field) == "" {
		return nil
	}
	return strings.Split(r.at(field), ";")
}

// number reads a finite decimal from lo to hi.
func (r row) number(field string, lo, hi float64) (float64, error) {
	v, err := strconv.ParseFloat(r.at(field), 64)
	if err != nil || math.IsNaN(v) || v < lo || v > hi {
		return 0, r.fault(field, "%q is not a number from %g to %g", r.at(field), lo, hi)
	}
	return v, nil
}

// metres reads a length given in kilometres.
func (r row) metres(field string) (Metres, error) {
	km, err := r.number(field, 0.1, 50000)
	return Metres(math.Round(float64(km * 1000))), err
}

// text reads a cell that may not be empty.
func (r row) text(field string) (string, error) {
	if r.at(field) == "" {
		return "", r.fault(field, "is empty")
	}
	return r.at(field), nil
}

// names reads the four names.
func (r row) names() (Names, error) {
	var out Names
	for _, n := range []struct {
		field string
		to    *string
	}{{"name_en", &out.EN}, {"name_ru", &out.RU}, {"name_kk", &out.KK}, {"name_zh", &out.ZH}} {
		text, err := r.text(n.field)
		if err != nil {
			return out, err
		}
		*n.to = text
	}
	return out, nil
}

// provenance reads status, source, date and note. A published or derived figure needs a source that is known; an
// estimated one may name such sources; a recalled one names the document to check instead.
func (r row) provenance(sources map[string]Source) (Provenance, error) {
	status, err := ParseStatus(r.at("status"))
	if err != nil {
		return Provenance{}, r.fault("status", "%v", err)
	}
	p := Provenance{Status: status, Date: r.at("date"), Note: r.at("note")}
	if status == Recalled {
		document, err := r.text("source")
		p.ToCheck = []string{document}
		return p, err
	}
	p.Sources = r.list("source")
	if len(p.Sources) == 0 && status != Estimated {
		return p, r.fault("source", "a %v figure needs a source", status)
	}
	if len(p.Sources) == 0 && p.Note == "" {
		return p, r.fault("note", "an estimated figure without a source must tell its rule")
	}
	for _, key := range p.Sources {
		if _, known := sources[key]; !known {
			return p, r.fault("source", "%q is not in sources.csv", key)
		}
	}
	return p, nil
}

// points reads waypoints: "lon lat;lon lat".
func (r row) points(field string) ([]LonLat, error) {
	var out []LonLat
	for _, pair := range r.list(field) {
		lon, lat, ok := strings.Cut(pair, " ")
		x, err1 := strconv.ParseFloat(lon, 64)
		y, err2 := strconv.ParseFloat(lat, 64)
		if !ok || err1 != nil || err2 != nil || !(math.Abs(x) <= 180 && math.Abs(y) <= 90) {
			return nil, r.fault(field, "%q is not a longitude and a latitude", pair)
		}
		out = append(out, LonLat{x, y})
	}
	return out, nil
}
