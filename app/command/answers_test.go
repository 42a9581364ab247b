package command

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestReadmeAnswers holds the table of the README against what the command prints today. UPDATE=1 writes it anew.
func TestReadmeAnswers(t *testing.T) {
	const path, begin, end = "../../README.md", "<!-- answers -->\n", "<!-- end of answers -->\n"
	var out, errs bytes.Buffer
	if code := Main([]string{"answers"}, &out, &errs); code != exitOK {
		t.Fatalf("answers: exit %d, %s", code, errs.String())
	}
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	shown, after, also := strings.Cut(rest, end)
	if !ok || !also {
		t.Fatal("README.md has lost the marks around its answers")
	}
	if shown == out.String() {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("README.md shows\n%s\nand the command prints\n%s\nUPDATE=1 writes the table anew", shown, out.String())
	}
	if err := os.WriteFile(path, []byte(before+begin+out.String()+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
