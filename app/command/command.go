// Package command is Zhol on a desk: it answers in a terminal what the page answers in a browser, serves the page, and
// finishes the site when it is built.
package command

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// What the program says to the shell that started it.
const (
	exitOK      = 0
	exitBroken  = 1 // something that is not the caller's fault
	exitInput   = 2 // the caller asked for something that makes no sense; standard error says what
	exitNoRoute = 3 // understood, and no way leads there
)

// Version of the program; the tables have one of their own.
const Version = "0.1.0"

// verb is a first word of the command line.
type verb struct {
	name, about string
	run         func(c *console, args []string) error
}

// console is where a verb writes.
type console struct{ out, err io.Writer }

// exit is an error with an exit status. An empty text says that all has been said.
type exit struct {
	code int
	text string
}

func (e *exit) Error() string { return e.text }

func badInput(format string, args ...any) error {
	return &exit{exitInput, fmt.Sprintf(format, args...)}
}

func verbs() []verb {
	return []verb{
		{"rank", "list the ways from one end to another, best first", rank},
		{"why", "hold a route against another, listed or not, cause by cause", why},
		{"breakeven", "tell at which cargo value, carbon price, dwell or price the first route changes", breakEven},
		{"reach", "tell the best way from one end to every place", reach},
		{"matrix", "tell the best way from each of several ends to each of others", matrix},
		{"answers", "print a few real answers as a table in Markdown", answers},
		{"data", "print what the answers rest on: published routes beside ours, figures by status, documents", data},
		{"serve", "serve the built site to this machine", serve},
		{"site", "finish the built site in a folder: its first page, and the name of its offline store", finish},
		{"version", "print the version of the program and of its tables", version},
		{"help", "print this", help},
	}
}

// Main runs the command line (without the program's own name) and returns the exit status: 0 done, 1 broken, 2 bad
// input, 3 no route. What went wrong is one line on stderr.
func Main(args []string, stdout, stderr io.Writer) int {
	c := &console{stdout, stderr}
	if len(args) == 0 {
		writeUsage(stderr)
		return exitInput
	}
	name, rest := args[0], args[1:]
	if name == "-h" || name == "--help" {
		name = "help"
	}
	if len(rest) == 1 && (rest[0] == "-h" || rest[0] == "--help") {
		name, rest = "help", nil
	}
	all := verbs()
	i := slices.IndexFunc(all, func(v verb) bool { return v.name == name })
	if i < 0 {
		names := make([]string, len(all))
		for j, v := range all {
			names[j] = v.name
		}
		fmt.Fprintf(stderr, "zhol: there is no %q%s\n", name, didYouMean(name, names))
		return exitInput
	}
	err := all[i].run(c, rest)
	if err == nil {
		return exitOK
	}
	code := exitBroken
	if e, ok := err.(*exit); ok {
		code = e.code
	}
	if text := oneLine(err.Error()); text != "" {
		fmt.Fprintf(stderr, "zhol %s: %s\n", name, text)
	}
	return code
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func help(c *console, args []string) error {
	if len(args) > 0 {
		return badInput("takes no words, and got %q", args[0])
	}
	writeUsage(c.out)
	return nil
}

func writeUsage(w io.Writer) {
	fmt.Fprint(w, "Zhol ranks container routes between Asia, Europe and the Gulf, by rail and by sea.\n\nusage:\n")
	for _, v := range verbs() {
		fmt.Fprintf(w, "  zhol %-9s %s\n", v.name, v.about)
	}
	for _, part := range []struct {
		verb  string
		flags []flag
	}{{"rank", new(rankOptions).flags()}, {"why, beside those of rank", extra(new(whyOptions).flags())}, {"breakeven, beside those of rank", extra(new(breakEvenOptions).flags())}, {"reach", new(reachOptions).flags()}, {"matrix", new(matrixOptions).flags()}, {"data", new(dataOptions).flags()}, {"serve", new(serveOptions).flags()}, {"site", new(siteOptions).flags()}} {
		fmt.Fprintf(w, "\nzhol %s\n", part.verb)
		for _, f := range part.flags {
			fmt.Fprintf(w, "  %-24s %s\n", strings.TrimSpace("--"+f.name+" "+f.takes), f.about)
		}
	}
	fmt.Fprint(w, "\nexit status: 0 done, 1 broken, 2 bad input, 3 no route\n")
}

// extra leaves out of a verb's flags those that rank has too.
func extra(flags []flag) []flag {
	var rank []string
	for _, f := range new(rankOptions).flags() {
		rank = append(rank, f.name)
	}
	return without(flags, rank...)
}
