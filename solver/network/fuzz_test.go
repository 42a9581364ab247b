package network

import (
	"errors"
	"maps"
	"strings"
	"testing"
)

// FuzzNetworkTable puts any text in place of any table: Parse must build a sound network or say what is wrong, and
// never panic.
func FuzzNetworkTable(f *testing.F) {
	tables, err := Tables()
	if err != nil {
		f.Fatal(err)
	}
	names := sortedKeys(headers)
	for i, name := range names {
		f.Add(uint8(i), string(tables[name]))
		f.Add(uint8(i), headers[name]+"\n")
		f.Add(uint8(i), headers[name]+"\n"+strings.Repeat(",", strings.Count(headers[name], ","))+"\n")
		f.Add(uint8(i), "")
	}
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		name := names[int(which)%len(names)]
		changed := maps.Clone(tables)
		changed[name] = []byte(text)
		n, err := Parse(changed)
		if err != nil {
			var fault *Fault
			if !errors.As(err, &fault) {
				t.Fatalf("%s: %v tells no line", name, err)
			}
			return
		}
		for i, a := range n.Arcs {
			if int(a.From) >= len(n.Nodes) || int(a.To) >= len(n.Nodes) || a.From == a.To || a.Kind != Transfer && a.Length <= 0 {
				t.Fatalf("%s: arc %d: %+v", name, i, a)
			}
			if a.Kind == Rail && n.Nodes[a.From].Gauge != n.Nodes[a.To].Gauge {
				t.Fatalf("%s: arc %d changes gauge", name, i)
			}
		}
	})
}
