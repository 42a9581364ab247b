package command

import (
	"bytes"
	"testing"
)

// TestReadmeAnswers holds the table of the README against what the command prints today. UPDATE=1 writes it anew.
func TestReadmeAnswers(t *testing.T) {
	var out, errs bytes.Buffer
	if code := Main([]string{"answers"}, &out, &errs); code != exitOK {
		t.Fatalf("answers: exit %d, %s", code, errs.String())
	}
	inReadme(t, "answers", out.String())
}
