package page

import (
	"strings"
	"testing"
)

// Every story is a whole question on the real network, has words, and finds a way.
func TestStories(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	for _, story := range Stories {
		if state, ignored := s.words.Parse(story.Before); story.Before != "" && (len(ignored) > 0 || s.words.Format(state) != story.Before) {
			t.Errorf("%s: is told against %s", story.ID, s.words.Format(state))
		}
		state, ignored := s.words.Parse(story.Link)
		if len(ignored) > 0 {
			t.Errorf("%s: ignores %v", story.ID, ignored)
			continue
		}
		if s.words.Format(state) != story.Link {
			t.Errorf("%s: is written %s", story.ID, s.words.Format(state))
		}
		if English.StoryList[story.ID].Text == "" {
			t.Errorf("%s: has no words", story.ID)
		}
		if reply, _ := s.Answer(Ask{Query: state.Query, Scenario: state.Scenario}); len(reply.Cards) == 0 {
			t.Errorf("%s: finds no way", story.ID)
		}
	}
}

// The table for readers without scripts tells of every story, in each language, which it is and by what ways, and marks figures
// that rest on estimates.
func TestStoriesTable(t *testing.T) {
	net := tables(t)
	for _, code := range Languages {
		w := wordsIn(t, code)
		table, err := NewStill(net, w).Stories()
		if err != nil {
			t.Fatal(err)
		}
		for _, empty := range []string{"<small></small>", "<td></td>", "…", "%!"} {
			if strings.Contains(table, empty) {
				t.Errorf("%s: the table has %q: %s", code, empty, table)
			}
		}
		for _, story := range Stories {
			if title := esc(w.StoryList[story.ID].Title); !strings.Contains(table, ">"+title+"<") {
				t.Errorf("%s: %q is not told", code, title)
			}
		}
		then, now := strings.Index(table, esc(w.join("colon", w.Year, "2016"))), strings.Index(table, esc(w.join("colon", w.Year, w.Today)))
		if then < 0 || now < then {
			t.Errorf("%s: 2016 is not told against today", code)
		}
		if rows := strings.Count(table, "<tr><td>"); rows < len(Stories)+3 {
			t.Errorf("%s: only %d routes", code, rows)
		}
		if !strings.Contains(table, "<td>≈") {
			t.Errorf("%s: no figure is marked as an estimate", code)
		}
	}
}
