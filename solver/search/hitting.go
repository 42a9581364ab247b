package search

// smallestHit is the smallest set of hurdles that meets every one of sets; of several, the one whose members come
// first in order, closures before needs. Each of sets has a member.
//
// It is a branch and bound over a problem of the user's own size: as many hurdles as things were closed or insisted on.
func smallestHit(sets []hurdles) hurdles {
	var all hurdles
	for _, set := range sets {
		all = all.with(set)
	}
	candidates := all.each()
	for size := range len(candidates) + 1 {
		if hit, ok := hitWith(sets, candidates, hurdles{}, size); ok {
			return hit
		}
	}
	panic("search: a set without members cannot be hit")
}

// hitWith adds at most left of the candidates to chosen so that every set is met, trying the first ones first.
func hitWith(sets, candidates []hurdles, chosen hurdles, left int) (hurdles, bool) {
	needed := disjoint(sets, chosen)
	if needed == 0 {
		return chosen, true
	}
	if needed > left {
		return hurdles{}, false
	}
	for i, candidate := range candidates {
		if !useful(candidate, sets, chosen) {
			continue
		}
		if hit, ok := hitWith(sets, candidates[i+1:], chosen.with(candidate), left-1); ok {
			return hit, true
		}
	}
	return hurdles{}, false
}

// disjoint counts sets that chosen does not meet and that share no member: each needs a hurdle of its own.
func disjoint(sets []hurdles, chosen hurdles) int {
	count := 0
	for _, set := range sets {
		if !set.meets(chosen) {
			chosen = chosen.with(set)
			count++
		}
	}
	return count
}

// useful tells whether the candidate meets a set that chosen does not.
func useful(candidate hurdles, sets []hurdles, chosen hurdles) bool {
	for _, set := range sets {
		if !set.meets(chosen) && set.meets(candidate) {
			return true
		}
	}
	return false
}
