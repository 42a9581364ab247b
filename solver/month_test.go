package solver

import (
	"fmt"
	"testing"
)

// TestMonth: from November to January storms hold what goes by Aktau or Kuryk, longer and less surely, at no other price;
// other months are the year's mean, and other ways are as they are.
func TestMonth(t *testing.T) {
	first := func(via string, month int) *Route {
		t.Helper()
		a, err := rank(t, Scenario{Month: month}, Query{From: End{Place: "ala"}, To: End{Place: "pti"}, Via: []string{via}})
		if err != nil || len(a.Routes) == 0 {
			t.Fatalf("by %s in month %d: %v", via, month, err)
		}
		return &a.Routes[0]
	}
	for _, via := range []string{"aktau", "kuryk"} {
		usual := first(via, 0)
		for month := 1; month <= 12; month++ {
			r := first(via, month)
			storms := map[int]int64{1: 19 * 3600, 11: 30 * 3600, 12: 30 * 3600}[month]
			if r.Seconds-usual.Seconds != storms || r.Cents != usual.Cents || r.Grams != usual.Grams {
				t.Errorf("by %s in month %d: %+v, the year's mean %+v", via, month, r.Totals, usual.Totals)
			}
			if wider := r.Days.spread() > usual.Days.spread(); wider != (storms > 0) {
				t.Errorf("by %s in month %d: P10 to P90 %v, the year's mean %v", via, month, r.Days, usual.Days)
			}
		}
	}
	if a, b := first("turkmenbashi", 0), first("turkmenbashi", 12); a.Totals != b.Totals {
		t.Errorf("by Turkmenbashi in December: %+v, the year's mean %+v", b.Totals, a.Totals)
	}
	for _, month := range []int{-1, 13} {
		_, err := rank(t, Scenario{Month: month}, Query{From: End{Place: "ala"}, To: End{Place: "pti"}})
		if wrong, ok := err.(*InputError); !ok || wrong.Field != "month" {
			t.Errorf("month %d: %v", month, err)
		}
	}
}

// Every port of the table of months is a place: a name that nothing goes by would say nothing, silently.
func TestMonthsKnowTheirPorts(t *testing.T) {
	net := load(t)
	rows := 0
	for _, f := range Figures(net) {
		if f.Table != "months" {
			continue
		}
		rows++
		month, place := "", ""
		if _, err := fmt.Sscan(f.ID, &month, &place); err != nil {
			t.Fatal(f.ID)
		}
		if _, ok := net.PlaceByID(place); !ok {
			t.Errorf("%s is no place", place)
		}
	}
	if rows == 0 {
		t.Error("the table of months is empty")
	}
}
