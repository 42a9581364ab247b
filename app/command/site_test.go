package command

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestWorkerIsNamedByTheSite changes one byte of a site and expects another name; the same bytes give the same name.
func TestWorkerIsNamedByTheSite(t *testing.T) {
	made := func(css string) string {
		dir := t.TempDir()
		write(t, dir, map[string]string{"a/b.css": css, "index.html": "<p>", "licences.txt": "MIT", "words/kk.json": "{}", "sw.js": "const BUILD = '" + markBuild + "', FILES = " + markFiles + ", WORDS = " + markWords})
		if err := finishWorker(dir); err != nil {
			t.Fatal(err)
		}
		return read(t, dir, "sw.js")
	}
	one, again, other := made("x"), made("x"), made("y")
	if one != again || one == other {
		t.Errorf("workers\n%s\n%s\n%s", one, again, other)
	}
	// The digests are the first nine bytes of what sha256sum says, in base64.
	if !strings.Contains(one, `FILES = {"./":"M/J5lGcXcoei","a/b.css":"LXEWQrcmsEQB"}, WORDS = ["words/kk.json"]`) || strings.Contains(one, markBuild) {
		t.Errorf("worker says %s", one)
	}
}

func TestFinishWritesTheFirstPage(t *testing.T) {
	source, out := t.TempDir(), t.TempDir()
	write(t, source, map[string]string{"index.html": markPolicy + markStart + markStyle + "<ol>" + markRoutes + "</ol>" + markTold + markSpoken})
	write(t, out, map[string]string{"sw.js": markBuild + markFiles + markWords, "style.css": "p{color:red}\n", "program.js": "start()\n", "picture.jpg": "-"})
	code, _, stderr := run("site", out, "--page", filepath.Join(source, "index.html"))
	if code != exitOK {
		t.Fatal(stderr)
	}
	if text := read(t, out, "index.html"); !strings.Contains(text, "<style>p{color:red}</style>") || !strings.Contains(text, "style-src 'self' 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='") {
		t.Errorf("the page is not dressed: %s", text[:300])
	}
	if text := read(t, out, "index.html"); !strings.Contains(text, "<script>start()</script>") || !strings.Contains(text, "script-src 'self' 'sha256-") {
		t.Errorf("the page does not start: %s", text[:300])
	}
	if text := read(t, out, "index.html"); strings.Contains(text, markSpoken) || !strings.Contains(text, `<a href="kk.html" lang="kk" hreflang="kk">Қазақша</a>`) || strings.Contains(text, "index.html") {
		t.Errorf("the page leads to no other language: %s", text)
	}
	for _, name := range []string{"held.json", "picture.jpg"} {
		if strings.Contains(read(t, out, "sw.js"), name) {
			t.Errorf("%s is kept on every visit, which most do not need", name)
		}
	}
	for name, want := range map[string]string{"hello.json": `"switches":`, "ground.json": `"network":`, "first.json": `"ask":`, "held.json": `"sums":`} {
		if text := read(t, out, name); !strings.Contains(text, want) {
			t.Errorf("%s: %.100s", name, text)
		}
	}
	if text := read(t, out, "index.html"); strings.Contains(text, markRoutes) || strings.Contains(text, markTold) || strings.Count(text, "<li") < 3 || !strings.Contains(text, "<td>") {
		t.Errorf("first page: %s", text)
	}
	write(t, source, map[string]string{"index.html": "no mark"})
	if code, _, stderr := run("site", out, "--page", filepath.Join(source, "index.html")); code != exitInput || !strings.Contains(stderr, "default routes") {
		t.Errorf("no mark: exit %d, %s", code, stderr)
	}
	if code, _, _ := run("site"); code != exitInput {
		t.Errorf("no folder: exit %d", code)
	}
}

// The page to read in a language is dressed as one that runs no scripts, leads to all the others, and is not kept for offline.
func TestPagesToRead(t *testing.T) {
	source, out := t.TempDir(), t.TempDir()
	words, err := os.ReadFile("../page/words/ar.json")
	if err != nil {
		t.Fatal(err)
	}
	write(t, source, map[string]string{"index.html": markPolicy + markStart + markStyle + markRoutes + markTold + markSpoken})
	write(t, out, map[string]string{"sw.js": markBuild + markFiles + markWords, "style.css": markStill + "{p{color:red}}", "program.js": "", "words/ar.json": string(words)})
	if code, _, stderr := run("site", out, "--page", filepath.Join(source, "index.html")); code != exitOK {
		t.Fatal(stderr)
	}
	text := read(t, out, "ar.html")
	for _, want := range []string{`<html lang="ar" dir="rtl">`, "<style>@media all{p{color:red}}</style>", `<a href="./" lang="en" hreflang="en">English</a>`, `<a href="zh.html"`, `<a href="./#lang=ar">`, `<li class="card`, "<td>"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in the page", want)
		}
	}
	if strings.Contains(text, "<script") || strings.Contains(text, `href="ar.html"`) || strings.Contains(text, "%!") {
		t.Errorf("the page is %.2000s", text)
	}
	if worker := read(t, out, "sw.js"); strings.Contains(worker, ".html") {
		t.Errorf("kept for offline: %s", worker)
	}
}

func TestServe(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"index.html": "<p>page", "zhol.wasm": "\x00asm", "zhol.js": "1", "drawn.svg": "<svg/>"})
	server := httptest.NewServer(site(dir))
	defer server.Close()
	for path, want := range map[string]string{"/": "text/html", "/zhol.wasm": "application/wasm", "/zhol.js": "text/javascript", "/drawn.svg": "image/svg+xml"} {
		response, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %d, %s, want %s", path, response.StatusCode, got, want)
		}
	}
	response, err := http.Get(server.URL + "/../site.go")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusNotFound {
		t.Errorf("outside of the folder: %d", response.StatusCode)
	}
}

// TestPortTaken starts a server where one is already.
func TestPortTaken(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"index.html": "<p>"})
	busy := httptest.NewServer(http.NotFoundHandler())
	defer busy.Close()
	port := busy.URL[strings.LastIndex(busy.URL, ":")+1:]
	code, _, stderr := run("serve", "--dir", dir, "--port", port)
	if code != exitBroken || !strings.Contains(stderr, "taken") || !strings.Contains(stderr, "--port") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}
