package search

// Criterion is one of the things a way costs.
type Criterion uint8

// The criteria: the three of the front, and the one that orders the list.
const (
	Money Criterion = iota
	Time
	Carbon
	General
	criteria = 4
)

// AllCriteria lists every Criterion.
var AllCriteria = []Criterion{Money, Time, Carbon, General}

func (c Criterion) String() string {
	return [...]string{"money", "time", "carbon", "general"}[c]
}

// Of is the part of the cost that the criterion looks at.
func (c Criterion) Of(cost Cost) int64 {
	return [...]int64{cost.Money, cost.Time, cost.Carbon, cost.General}[c]
}

// weights of every arc by the criterion.
func (c Criterion) weights(w *Weights) []int64 {
	return [...][]int64{w.Money, w.Time, w.Carbon, w.General}[c]
}

// plus adds two costs, criterion by criterion.
func (c Cost) plus(d Cost) Cost {
	return Cost{c.Money + d.Money, c.Time + d.Time, c.Carbon + d.Carbon, c.General + d.General}
}

// vector is a Cost by Criterion.
type vector [criteria]int64

func (c Cost) vector() vector { return vector{c.Money, c.Time, c.Carbon, c.General} }
