package tariff

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"zhol/solver/network"
)

//go:embed tables/*.csv
var embedded embed.FS

// Figure is one number of the tables, as it is shown in the data view.
type Figure struct {
	Table, ID string // such as "railways" and "KTZ usd_km_west"
	Value     string // as written in the table
	Unit      string
	network.Provenance
}

// layout says what columns a table has. Every table ends with status, source, date and note.
type layout struct {
	name   string
	by     int // how many of keys a row is looked up by; the others describe it
	keys   []string
	values []column
}

// column is a column of numbers. An empty unit means that the table has a key column "unit".
type column struct {
	name, unit string
	least      int64 // millionths
}

// record is one row of a table.
type record struct {
	line   int
	keys   []string
	values []micro
	texts  []string // of values, as written
	network.Provenance
}

// sheet is a table that has been read and checked.
type sheet struct {
	layout
	records []record
	byKey   map[string]*record // the keys it is looked up by, joined by blanks
}

// TableError is a fault in a table.
type TableError struct {
	File  string
	Line  int
	Field string
	Fault string
}

func (e *TableError) Error() string {
	return fmt.Sprintf("%s:%d: %s: %s", e.File, e.Line, e.Field, e.Fault)
}

var tail = []string{"status", "source", "date", "note"}

// read checks text against l. Every number must be given, decimal and no less than its column allows.
func (l layout) read(text string) (*sheet, error) {
	file := l.name + ".csv"
	fail := func(line int, field, format string, args ...any) error {
		return &TableError{file, line, field, fmt.Sprintf(format, args...)}
	}
	header := append([]string(nil), l.keys...)
	for _, c := range l.values {
		header = append(header, c.name)
	}
	header = append(header, tail...)
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = len(header)
	got, err := in.Read()
	if err != nil {
		return nil, fail(1, "header", "%v", err)
	}
	for i, want := range header {
		if got[i] != want {
			return nil, fail(1, want, "the column is called %q", got[i])
		}
	}
	s := &sheet{layout: l, byKey: map[string]*record{}}
	for {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fail(len(s.records)+2, "row", "%v", err)
		}
		line, _ := in.FieldPos(0)
		r := record{line: line, keys: fields[:len(l.keys)], texts: fields[len(l.keys) : len(header)-4]}
		for i, k := range r.keys {
			if k == "" || strings.TrimSpace(k) != k {
				return nil, fail(line, l.keys[i], "%q is not a key", k)
			}
		}
		for i, t := range r.texts {
			v, err := parseMicro(t)
			if err != nil {
				return nil, fail(line, l.values[i].name, "%v", err)
			}
			if int64(v) < l.values[i].least {
				return nil, fail(line, l.values[i].name, "%s is less than %s", t, micro(l.values[i].least))
			}
			r.values = append(r.values, v)
		}
		if r.Provenance, err = provenance(fields[len(header)-4:]); err != nil {
			return nil, fail(line, "status, source, date or note", "%v", err)
		}
		s.records = append(s.records, r)
	}
	for i := range s.records {
		r := &s.records[i]
		key := l.key(r.keys)
		if other := s.byKey[key]; other != nil {
			return nil, fail(r.line, l.keys[0], "%s is on line %d already", key, other.line)
		}
		s.byKey[key] = r
	}
	return s, nil
}

// key is what a record is looked up by.
func (l layout) key(keys []string) string { return strings.Join(keys[:l.by], " ") }

// provenance reads the last four columns. What was read or reckoned needs a source; what is recalled needs a document to
// check; what is estimated needs its rule in the note.
func provenance(fields []string) (network.Provenance, error) {
	status, err := network.ParseStatus(fields[0])
	if err != nil {
		return network.Provenance{}, err
	}
	p := network.Provenance{Status: status, Date: fields[2], Note: fields[3]}
	list := &p.Sources
	if status == network.Recalled {
		list = &p.ToCheck
	}
	for _, s := range strings.Split(fields[1], ";") {
		if s = strings.TrimSpace(s); s != "" {
			*list = append(*list, s)
		}
	}
	if status == network.Estimated && p.Note == "" {
		return p, errors.New("an estimate needs its rule in the note")
	}
	if status != network.Estimated && len(*list) == 0 {
		return p, fmt.Errorf("a %s figure needs a source", status)
	}
	return p, nil
}

// figures lists every number of the sheet.
func (s *sheet) figures() []Figure {
	var out []Figure
	for _, r := range s.records {
		for i, c := range s.values {
			f := Figure{Table: s.name, ID: s.key(r.keys), Value: r.texts[i], Unit: c.unit, Provenance: r.Provenance}
			if len(s.values) > 1 {
				f.ID += " " + c.name
			}
			for j, name := range s.keys {
				if name == "unit" && f.Unit == "" {
					f.Unit = r.keys[j]
				}
			}
			out = append(out, f)
		}
	}
	return out
}
