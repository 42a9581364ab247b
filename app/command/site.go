package command

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhol/app/page"
	"zhol/solver"
)

type siteOptions struct{ page string }

func (o *siteOptions) flags() []flag {
	return []flag{textFlag("page", "FILE", "the first page to fill in; index.html by default", &o.page)}
}

// The marks that finishing a site replaces.
const (
	markRoutes = "<!-- default routes -->"                  // in the first page: the ranked list that is read before the program arrives
	markTold   = "<!-- stories -->"                         // likewise: the stories' answers as a table
	markSpoken = "<!-- languages -->"                       // likewise: the ways to the page in other languages, to read without scripts
	markStyle  = `<link rel="stylesheet" href="style.css">` // likewise: its look
	markStart  = `<script src="program.js"></script>`       // likewise: what starts the worker
	markPolicy = "default-src 'self'; script-src 'self'"    // likewise: what it may load
	markStill  = "@media(scripting:none)"                   // in the style sheet: what holds where the page is but read
	markBuild  = "__BUILD__"                                // in the service worker: the digest of the site, which names its cache
	markFiles  = "/* files */ {}"                           // in the service worker: what to keep for offline
	markWords  = "/* words */ []"                           // likewise: what to keep once it has been used
)

// finish writes the first page into the folder of a site, and tells the service worker what the site consists of.
func finish(c *console, args []string) error {
	o := &siteOptions{page: "index.html"}
	words, err := parseFlags(args, o.flags(), 1)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return badInput("needs the folder of the site, such as dist")
	}
	out := words[0]
	net, err := tables()
	if err != nil {
		return err
	}
	english := page.NewStill(net, page.English)
	still, err := english.List()
	if err != nil {
		return err
	}
	told, err := english.Stories()
	if err != nil {
		return err
	}
	first, err := os.ReadFile(o.page)
	if err != nil {
		return badInput("--page: %v", err)
	}
	if first, err = replaceOnce(o.page, first, markRoutes, still); err != nil {
		return err
	}
	if first, err = replaceOnce(o.page, first, markTold, told); err != nil {
		return err
	}
	if first, err = replaceOnce(o.page, first, markSpoken, page.OtherPages(page.English.Code)); err != nil {
		return err
	}
	css, err := os.ReadFile(filepath.Join(out, "style.css"))
	if err != nil {
		return badInput("%v; build the site first", err)
	}
	if first, err = styled(o.page, first, filepath.Join(out, "style.css")); err != nil {
		return err
	}
	if first, err = started(o.page, first, filepath.Join(out, "program.js")); err != nil {
		return err
	}
	files := page.Made(net)
	files["index.html"] = string(first)
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(out, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	if err := panels(out, net, css); err != nil {
		return err
	}
	return finishWorker(out)
}

// styled puts the style sheet into the page, so that it is read without waiting for another file, and tells the content
// security policy its digest: no other style is let in.
func styled(name string, page []byte, sheet string) ([]byte, error) {
	css, err := os.ReadFile(sheet)
	if err != nil {
		return nil, badInput("%v; build the site first", err)
	}
	css = bytes.TrimSpace(css)
	if page, err = replaceOnce(name, page, markStyle, "<style>"+string(css)+"</style>"); err != nil {
		return nil, err
	}
	if page, err = replaceOnce(name, page, markPolicy, "default-src 'self'; style-src 'self' "+digest(css)+strings.TrimPrefix(markPolicy, "default-src 'self'")); err != nil {
		return nil, err
	}
	return page, os.Remove(sheet)
}

// started does the same with the script that starts the worker: one fetched would wait until the page has been laid out.
func started(name string, page []byte, script string) ([]byte, error) {
	code, err := os.ReadFile(script)
	if err != nil {
		return nil, badInput("%v; build the site first", err)
	}
	code = bytes.TrimSpace(code)
	if page, err = replaceOnce(name, page, markStart, "<script>"+string(code)+"</script>"); err != nil {
		return nil, err
	}
	if page, err = replaceOnce(name, page, "script-src 'self'", "script-src 'self' "+digest(code)); err != nil {
		return nil, err
	}
	return page, os.Remove(script)
}

// digest is how a content security policy names what stands in the page itself.
func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// panels writes for each language beside English what the page shows where the program cannot run, and a page of its own with
// the same, to read where no script does.
func panels(out string, net *solver.Network, css []byte) error {
	files, err := filepath.Glob(filepath.Join(out, "words", "*.json"))
	if err != nil || len(files) == 0 {
		return err
	}
	if err := os.MkdirAll(filepath.Join(out, "still"), 0o755); err != nil {
		return err
	}
	if css, err = replaceOnce("style.css", bytes.TrimSpace(css), markStill, "@media all"); err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		code := strings.TrimSuffix(filepath.Base(file), ".json")
		words, err := page.Learn(code, string(text))
		if err != nil {
			return badInput("%s: %v", file, err)
		}
		still := page.NewStill(net, words)
		panel, err := still.Panel()
		if err != nil {
			return err
		}
		read, err := still.Page(string(css), digest(css))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, page.ReadName(code)), []byte(read), 0o644); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, "still", code+".html"), []byte(panel), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// finishWorker fills in the service worker of a site: the same files give the same worker, so that a browser replaces
// what it keeps when, and only when, something has changed.
func finishWorker(out string) error {
	const worker = "sw.js"
	path := filepath.Join(out, worker)
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	files, build, err := inventory(out, worker)
	if err != nil {
		return err
	}
	words, kept := []string{}, map[string]string{}
	for name, sum := range files {
		switch {
		case strings.HasPrefix(name, "words/"):
			words = append(words, name)
		case name == "index.html":
			kept["./"] = sum
		case name != "licences.txt" && name != "held.json" && name != "picture.jpg" && filepath.Ext(name) != ".html": // what the page has no use for where it runs, or can do without
			kept[name] = sum
		}
	}
	slices.Sort(words)
	for mark, list := range map[string]any{markFiles: kept, markWords: words} {
		listed, err := json.Marshal(list)
		if err != nil {
			return err
		}
		if text, err = replaceOnce(path, text, mark, string(listed)); err != nil {
			return err
		}
	}
	if text, err = replaceOnce(path, text, markBuild, build); err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}

// inventory lists the files of a folder with the beginning of the digest of each, one of them left out, and gives a digest
// of all their names and contents.
func inventory(dir, without string) (files map[string]string, digest string, err error) {
	files = map[string]string{}
	sum := sha256.New()
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error { // in the order of their names
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if name = filepath.ToSlash(name); name == without {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		one := sha256.Sum256(content)
		files[name] = base64.StdEncoding.EncodeToString(one[:9])
		sum.Write([]byte(name + "\x00"))
		sum.Write(one[:])
		return nil
	})
	return files, hex.EncodeToString(sum.Sum(nil)[:6]), err
}

// replaceOnce replaces a mark that must stand in a text exactly once.
func replaceOnce(name string, text []byte, mark, by string) ([]byte, error) {
	if n := bytes.Count(text, []byte(mark)); n != 1 {
		return nil, badInput("%s: holds %q %d times, and not once", name, mark, n)
	}
	return []byte(strings.Replace(string(text), mark, by, 1)), nil
}
