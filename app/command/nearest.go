package command

import (
	"cmp"
	"slices"
	"strings"
)

// nearest is up to three of the words that a slip of the fingers could have meant, the likeliest first.
func nearest(typed string, words []string) []string {
	type guess struct {
		word string
		far  int
	}
	var near []guess
	for _, w := range words {
		far := slips(strings.ToLower(typed), w)
		if strings.HasPrefix(w, strings.ToLower(typed)) {
			far = 0
		}
		letters := len(strings.TrimLeft(w, "-"))
		if far <= max(1, min(1+len(w)/3, letters-2)) { // a word of three with two others is another word
			near = append(near, guess{w, far})
		}
	}
	slices.SortStableFunc(near, func(a, b guess) int { return cmp.Compare(a.far, b.far) })
	out := make([]string, 0, 3)
	for _, g := range near[:min(3, len(near))] {
		out = append(out, g.word)
	}
	return out
}

// slips counts the letters to put in, take out or change between a and b, and the neighbours to swap.
func slips(a, b string) int {
	var rows [3][]int // by how much of a there is: one less than the last, the last, and now
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
	}
	for j := range rows[2] {
		rows[2][j] = j
	}
	for i := range len(a) {
		rows[0], rows[1], rows[2] = rows[1], rows[2], rows[0]
		now, last := rows[2], rows[1]
		now[0] = i + 1
		for j := range len(b) {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			now[j+1] = min(change, last[j+1]+1, now[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				now[j+1] = min(now[j+1], rows[0][j-1]+1)
			}
		}
	}
	return rows[2][len(b)]
}

// didYouMean offers the words nearest to what was typed; all of them where none is near.
func didYouMean(typed string, words []string) string {
	if near := nearest(typed, words); len(near) > 0 {
		return "; did you mean " + strings.Join(near, ", ") + "?"
	}
	return "; there are " + strings.Join(words, ", ")
}
