package solver

import (
	"fmt"
	"strings"
)

// Domination tells by how much a route is beaten by another that is no worse in money, time and carbon, and better in
// one. None of the amounts is negative. The zero Domination is that of a route that none beats.
type Domination struct {
	By            int // rank of the route that beats it; 0 for none
	DearerCents   int64
	SlowerSeconds int64
	DirtierGrams  int64
}

// String says it in words, such as "dominated by #2: dearer by USD 210 and slower by 1.3 d"; empty for a route that none
// beats. What would round to nothing is left out, unless nothing else is left.
func (d Domination) String() string {
	if d.By == 0 {
		return ""
	}
	var worse []string
	if usd := (d.DearerCents + 50) / 100; usd > 0 {
		worse = append(worse, "dearer by USD "+grouped(usd))
	}
	if tenths := (d.SlowerSeconds + day/20) / (day / 10); tenths > 0 {
		worse = append(worse, fmt.Sprintf("slower by %d.%d d", tenths/10, tenths%10))
	}
	if kg := (d.DirtierGrams + 500) / 1000; kg > 0 {
		worse = append(worse, "dirtier by "+grouped(kg)+" kg CO2e")
	}
	return fmt.Sprintf("dominated by #%d: %s", d.By, join(worse, "by a hair"))
}

// join makes a list of words one phrase: "a, b and c"; none where there is none.
func join(words []string, none string) string {
	switch n := len(words); n {
	case 0:
		return none
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// grouped writes 12345 as 12,345.
func grouped(n int64) string {
	if n < 0 {
		return "-" + grouped(-n)
	}
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

// dominated finds the first route that beats route i, and by how much.
func dominated(routes []Route, i int) Domination {
	r := &routes[i]
	for j := range routes {
		o := &routes[j]
		if o.Cents <= r.Cents && o.Seconds <= r.Seconds && o.Grams <= r.Grams &&
			(o.Cents < r.Cents || o.Seconds < r.Seconds || o.Grams < r.Grams) {
			return Domination{j + 1, r.Cents - o.Cents, r.Seconds - o.Seconds, r.Grams - o.Grams}
		}
	}
	return Domination{}
}
