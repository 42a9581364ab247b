package command

import (
	"os"
	"strings"
	"testing"
)

// inReadme holds what stands in the README between the marks of a name against today's. UPDATE=1 writes it anew.
func inReadme(t *testing.T, name, today string) {
	t.Helper()
	const path = "../../README.md"
	begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->\n"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	shown, after, also := strings.Cut(rest, end)
	if !ok || !also {
		t.Fatalf("README.md has lost the marks around its %s", name)
	}
	if shown == today {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("README.md shows\n%s\nand today it is\n%s\nUPDATE=1 writes the table anew", shown, today)
	}
	if err := os.WriteFile(path, []byte(before+begin+today+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
