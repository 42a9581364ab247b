package solver

import (
	"slices"
	"strconv"

	"zhol/solver/network"
	"zhol/solver/tariff"
)

// MostLevel is the highest level that a scenario may set, in thousandths.
const MostLevel = tariff.MostLevel

// Priced are the modes that have a price of their own.
var Priced = []string{network.Rail.String(), network.Sea.String(), network.Ferry.String(), network.Road.String()}

// priced finds a mode by its name.
func priced(name string) (network.Kind, bool) {
	for _, k := range network.AllKinds {
		if k.String() == name && k != network.Transfer {
			return k, true
		}
	}
	return 0, false
}

// levels reads what levels are of, each once.
func (s *Solver) levels(levels []Level) ([]tariff.Level, error) {
	var out []tariff.Level
	for i, l := range levels {
		if l.Thousandths < 0 || l.Thousandths > MostLevel {
			return nil, &InputError{Field: "level", Value: l.Of + " " + strconv.FormatFloat(float64(l.Thousandths)/1000, 'f', -1, 64), Reason: "is not from 0 to " + strconv.Itoa(MostLevel/1000) + " times"}
		}
		if slices.ContainsFunc(levels[:i], func(o Level) bool { return o.Of == l.Of }) {
			return nil, &InputError{Field: "level", Value: l.Of, Reason: "is set twice; leave one out"}
		}
		one := tariff.Level{Place: network.None, Thousandths: l.Thousandths}
		if mode, ok := priced(l.Of); ok {
			one.Mode = mode
		} else if place, ok := s.net.PlaceByID(l.Of); ok {
			one.Place = place
		} else {
			return nil, &InputError{Field: "level", Value: l.Of, Reason: "is neither a mode that has a price nor a place that Zhol knows", Nearest: append(slices.Clone(Priced), s.net.NearestPlaces(l.Of, 3)...)}
		}
		out = append(out, one)
	}
	return out, nil
}
