package solver

import (
	"fmt"
	"slices"
	"strings"

	"zhol/solver/network"
)

// Contest sets a route that someone thinks of against the best one.
type Contest struct {
	Answer    *Answer   // of the question as it was asked; First is its first route
	First     *Route    // nil where nothing leads there at all
	Asked     *Route    // the best with the gateways asked for; nil where there is none
	Exactly   bool      // Asked passes these gateways and no other; else these and more
	ComesBack ComesBack // of Asked, as in Answer
	Listed    int       // rank of Asked in Answer; 0: not listed
	Wider     *Route    // the best that passes these gateways and more, where Asked is not listed, passes them exactly and costs more; else nil
	Causes    []Cause   // what Asked takes more than First
	BlockedBy []string
	Lifts     []string
	Alone     []string // no such route: as in Answer, of the question with the gateways insisted on
}

// WhyNot finds the best route that passes exactly these gateways, or where there is none the best that passes them and others, and
// tells what it loses by. A listed route stands for its gateways, unless another by the same costs less; one that is not listed does not come back to what it has
// left, as where something is to be passed. Whoever names a part of a corridor means more than that: where a route with more gateways
// costs less than the one with exactly these, it is told beside. Where there is no such route, the cut tells why. The gateway that does
// not tell routes apart in the list does not count here either.
func (s *Solver) WhyNot(sc Scenario, q Query, gateways []string) (*Contest, error) {
	q.Light = false
	answer, err := s.Rank(sc, q)
	if err != nil {
		return nil, err
	}
	pass, err := s.gateways(gateways)
	if err != nil {
		return nil, err
	}
	out := &Contest{Answer: answer}
	if len(answer.Routes) > 0 {
		out.First = &answer.Routes[0]
	}
	if s.other == nil {
		s.other = s.another()
	}
	q.Max, q.Order = 1, OrderCost
	exact := sc
	exact.shut = s.others(pass)
	if n := len(s.avoid) + len(exact.shut) - MostAvoided; n > 0 {
		return nil, &InputError{Field: "avoid", Value: strings.Join(sc.Avoid, ", "), Reason: fmt.Sprintf("and all gateways but those asked for are more than can be closed at once; leave out %d", n)}
	}
	gates := s.bits(pass)
	for i := range answer.Routes {
		r := &answer.Routes[i]
		if s.bits(s.gatewaysOf(r)) == gates && !slices.ContainsFunc(pass, func(f network.Feature) bool { return !s.sails(r, f) }) &&
			(out.Asked == nil || r.General < out.Asked.General) {
			out.Listed, out.Asked, out.Exactly, out.ComesBack = i+1, r, true, answer.ComesBack
		}
	}
	// The best of a kind is listed before its place, and others fill a list that is short: one by the same gateways that costs less may
	// not be listed.
	if listed := out.Asked != nil; !listed || !slices.Contains(out.Asked.Labels, BestOverall) {
		q.pass = pass
		found, err := s.other.Rank(exact, q)
		exactly := err == nil && len(found.Routes) > 0
		if !exactly && !listed && err == nil {
			found, err = s.other.Rank(sc, q)
		}
		if err != nil {
			return nil, err
		}
		if !listed {
			out.Exactly, out.ComesBack, out.BlockedBy, out.Lifts, out.Alone = exactly, found.ComesBack, found.BlockedBy, found.Lifts, found.Alone
			if len(found.Routes) == 0 {
				return out, nil
			}
		}
		if !listed || exactly && found.ComesBack == answer.ComesBack && found.Routes[0].General < out.Asked.General {
			out.Listed, out.Asked, out.ComesBack = 0, &found.Routes[0], found.ComesBack
			out.Asked.Rank, out.Asked.Labels = 0, nil // they are of another world
			if i := slices.IndexFunc(answer.Routes, func(r Route) bool {
				return r.Totals == out.Asked.Totals && slices.Equal(r.Gateways, out.Asked.Gateways)
			}); i >= 0 {
				out.Listed, out.Asked = i+1, &answer.Routes[i]
			}
		}
	}
	if out.Exactly && out.Listed == 0 {
		wider, err := s.other.Rank(sc, q)
		if err != nil {
			return nil, err
		}
		if len(wider.Routes) > 0 && (wider.ComesBack == NoneComesBack || wider.ComesBack == out.ComesBack) && wider.Routes[0].General < out.Asked.General {
			out.Wider = &wider.Routes[0]
			out.Wider.Rank, out.Wider.Labels = 0, nil
		}
	}
	if out.First != nil {
		out.Causes = Difference(out.Asked, out.First)
	}
	return out, nil
}

// gateways reads the names of gateways; of passages too, where no gateway has the name.
func (s *Solver) gateways(names []string) ([]network.Feature, error) {
	read, ids, err := s.features("gateways", names)
	if err != nil {
		return nil, err
	}
	for i, f := range read {
		if f.Kind == network.PassageFeature {
			if g := slices.IndexFunc(s.net.Gateways, func(g network.Named) bool { return g.ID == ids[i] }); g >= 0 {
				read[i] = network.Feature{Kind: network.GatewayFeature, Index: int32(g)}
			}
		} else if f.Kind != network.GatewayFeature {
			return nil, &InputError{Field: "gateways", Value: names[i], Reason: "is no gateway or passage", Nearest: s.net.Nearest(names[i], 3)}
		}
	}
	if len(read)+len(s.via) > MostVias {
		return nil, &InputError{Field: "gateways", Value: strings.Join(names, ", "), Reason: "and what is to be passed anyway are more than eight; leave some out"}
	}
	return read, nil
}

// others are the gateways that are not among some, and that tell routes apart.
func (s *Solver) others(than []network.Feature) []network.Feature {
	var out []network.Feature
	for i, g := range s.net.Gateways {
		if f := (network.Feature{Kind: network.GatewayFeature, Index: int32(i)}); g.ID != bypassedGateway && !slices.Contains(than, f) && !slices.Contains(s.closed, f) {
			out = append(out, f)
		}
	}
	return out
}

// bits are the gateways among features that tell routes apart, as in search.Way.Gates.
func (s *Solver) bits(features []network.Feature) (gates uint32) {
	for _, f := range features {
		if f.Kind == network.GatewayFeature {
			gates |= 1 << f.Index
		}
	}
	return gates &^ uint32(s.bypassed)
}

// gatewaysOf are the gateways of a route.
func (s *Solver) gatewaysOf(r *Route) (out []network.Feature) {
	for i, g := range s.net.Gateways {
		if slices.Contains(r.Gateways, g.ID) {
			out = append(out, network.Feature{Kind: network.GatewayFeature, Index: int32(i)})
		}
	}
	return out
}

// sails tells whether a route passes a feature, where that is a passage, or the gateway that does not tell routes apart.
func (s *Solver) sails(r *Route, f network.Feature) bool {
	if f.Kind == network.GatewayFeature && network.Gateways(1)<<f.Index == s.bypassed {
		return slices.Contains(r.Gateways, bypassedGateway)
	}
	return f.Kind != network.PassageFeature || slices.ContainsFunc(r.Legs, func(l Leg) bool { return slices.Contains(l.Passages, s.net.FeatureID(f)) })
}
