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
	Causes    []Cause   // what Asked takes more than First
	BlockedBy []string
	Lifts     []string // no such route: as in Answer, of the question with the gateways insisted on
}

// WhyNot finds the best route that passes exactly these gateways, or where there is none at least them, and tells what it
// loses by. Where there is no such route, the cut tells why. The gateway that does not tell routes apart in the list does not
// count here either.
func (s *Solver) WhyNot(sc Scenario, q Query, gateways []string) (*Contest, error) {
	q.Light = false
	answer, err := s.Rank(sc, q)
	if err != nil {
		return nil, err
	}
	wanted, ids, err := s.features("gateways", gateways)
	if err != nil {
		return nil, err
	}
	if len(wanted)+len(s.via) > MostVias {
		return nil, &InputError{Field: "gateways", Value: strings.Join(gateways, ", "), Reason: "and what is to be passed anyway are more than eight; leave some out"}
	}
	for i, f := range wanted {
		if f.Kind != network.GatewayFeature && f.Kind != network.PassageFeature {
			return nil, &InputError{Field: "gateways", Value: gateways[i], Reason: "is no gateway or passage", Nearest: s.net.Nearest(gateways[i], 3)}
		}
	}
	out := &Contest{Answer: answer}
	if len(answer.Routes) > 0 {
		out.First = &answer.Routes[0]
	}
	if s.other == nil {
		s.other = s.another()
	}
	q.Max, q.Order = 1, OrderCost
	q.Via = append(slices.Clone(q.Via), ids...)
	exact := sc
	exact.Avoid = append(slices.Clone(sc.Avoid), s.others(ids)...)
	if n := len(exact.Avoid) - MostAvoided; n > 0 {
		return nil, &InputError{Field: "avoid", Value: strings.Join(sc.Avoid, ", "), Reason: fmt.Sprintf("and all gateways but those asked for are more than can be closed at once; leave out %d", n)}
	}
	found, err := s.other.Rank(exact, q)
	if err != nil {
		return nil, err
	}
	if out.Exactly = len(found.Routes) > 0; !out.Exactly {
		if found, err = s.other.Rank(sc, q); err != nil {
			return nil, err
		}
	}
	out.ComesBack = found.ComesBack
	out.BlockedBy, out.Lifts = found.BlockedBy, found.Lifts
	if len(found.Routes) == 0 {
		return out, nil
	}
	out.Asked = &found.Routes[0]
	if i := slices.IndexFunc(answer.Routes, func(r Route) bool {
		return r.Totals == out.Asked.Totals && slices.Equal(r.Gateways, out.Asked.Gateways)
	}); i >= 0 {
		out.Listed, out.Asked = i+1, &answer.Routes[i]
	}
	if out.First != nil {
		out.Causes = Difference(out.Asked, out.First)
	}
	return out, nil
}

// others are the gateways that are not among ids, that are not closed already, and that tell routes apart.
func (s *Solver) others(ids []string) []string {
	var out []string
	for _, g := range s.net.Gateways {
		if g.ID != bypassedGateway && !slices.Contains(ids, g.ID) && !slices.Contains(s.avoid, g.ID) {
			out = append(out, g.ID)
		}
	}
	return out
}
