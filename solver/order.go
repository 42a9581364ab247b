package solver

import (
	"cmp"
	"slices"
)

// The orders in which routes can be listed. Whatever the order, the first route is the best of all ways by it, not only of
// those listed.
const (
	OrderCost   = "cost"   // generalised cost
	OrderMoney  = "money"  // US cents
	OrderTime   = "time"   // the P50
	OrderCarbon = "carbon" // grams
	OrderP90    = "p90"    // the time that nine of ten boxes make
	OrderSpread = "spread" // P90 - P10
)

// Orders lists every order; the first is the default.
var Orders = []string{OrderCost, OrderMoney, OrderTime, OrderCarbon, OrderP90, OrderSpread}

func checkOrder(text string) error {
	if text != "" && !slices.Contains(Orders, text) {
		return &InputError{Field: "order", Value: text, Reason: "is no order that routes can be listed in", Nearest: Orders}
	}
	return nil
}

// order puts routes that stand in order of generalised cost into the order asked for. Those that tie stay as they stood.
func order(routes []Route, by string) {
	if of := orderBy(by); of != nil {
		slices.SortStableFunc(routes, func(a, b Route) int { return of(&a, &b) })
	}
}

func orderBy(order string) func(a, b *Route) int {
	switch order {
	case OrderMoney:
		return func(a, b *Route) int { return cmp.Compare(a.Cents, b.Cents) }
	case OrderTime:
		return func(a, b *Route) int { return cmp.Compare(a.Seconds, b.Seconds) }
	case OrderCarbon:
		return func(a, b *Route) int { return cmp.Compare(a.Grams, b.Grams) }
	case OrderP90:
		return func(a, b *Route) int { return cmp.Compare(a.Days.P90, b.Days.P90) }
	case OrderSpread:
		return func(a, b *Route) int { return cmp.Compare(a.Days.P90-a.Days.P10, b.Days.P90-b.Days.P10) }
	}
	return nil
}
