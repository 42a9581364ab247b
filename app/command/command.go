// Package command is Zhol on a desk: it answers in a terminal what the page answers in a browser, serves the page, and
// finishes the site when it is built.
package command

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"zhol/solver"
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

// tables is the network, read once by a program that runs several verbs.
var tables = sync.OnceValues(solver.Load)

// verb is a first word of the command line.
type verb struct {
	name, about string
	run         func(c *console, args []string) error
	flags       []flag // that it takes
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
		{"rank", "list the ways from one end to another, best first", rank, new(rankOptions).flags()},
		{"why", "hold a route against another, listed or not, cause by cause", why, new(whyOptions).flags()},
		{"breakeven", "tell at which cargo value, carbon price, dwell or price the first route changes", breakEven, new(breakEvenOptions).flags()},
		{"reach", "tell the best way from one end to every place", reach, new(reachOptions).flags()},
		{"matrix", "tell the best way from each of several ends to each of others", matrix, new(matrixOptions).flags()},
		{"answers", "print a few real answers as a table in Markdown", answers, nil},
		{"data", "print what the answers rest on: published routes beside ours, figures by status, documents", data, new(dataOptions).flags()},
		{"serve", "serve the built site to this machine", serve, new(serveOptions).flags()},
		{"site", "finish the built site in a folder: its first page, and the name of its offline store", finish, new(siteOptions).flags()},
		{"version", "print the version of the program and of its tables", version, nil},
		{"help", "print this, or what one of these takes: zhol help rank", help, nil},
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
	if asksForHelp(name) {
		name = "help"
	}
	if slices.ContainsFunc(rest, asksForHelp) {
		name, rest = "help", []string{name}
	}
	v, err := verbOf(name)
	if err != nil {
		fmt.Fprintln(stderr, "zhol:", err)
		return exitInput
	}
	err = v.run(c, rest)
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

func asksForHelp(word string) bool { return word == "-h" || word == "--help" }

// verbOf finds a verb by its name.
func verbOf(name string) (verb, error) {
	all := verbs()
	names := make([]string, len(all))
	for i, v := range all {
		if names[i] = v.name; v.name == name {
			return v, nil
		}
	}
	return verb{}, badInput("there is no %q%s", name, didYouMean(name, names))
}

// help prints the usage, or that of one verb.
func help(c *console, args []string) error {
	switch {
	case len(args) == 0 || len(args) == 1 && args[0] == "help":
		writeUsage(c.out)
	case len(args) == 1:
		v, err := verbOf(args[0])
		if err != nil {
			return err
		}
		fmt.Fprintf(c.out, "zhol %s: %s\n", v.name, v.about)
		if len(v.flags) > 0 {
			fmt.Fprintln(c.out)
			writeFlags(c.out, v.flags)
		}
	default:
		return badInput("takes one word, and got %q too", args[1])
	}
	return nil
}

func writeFlags(w io.Writer, flags []flag) {
	for _, f := range flags {
		fmt.Fprintf(w, "  %-24s %s\n", strings.TrimSpace("--"+f.name+" "+f.takes), f.about)
	}
}

func writeUsage(w io.Writer) {
	fmt.Fprint(w, "Zhol ranks container routes between Asia, Europe and the Gulf, by rail and by sea.\n\nusage:\n")
	for _, v := range verbs() {
		fmt.Fprintf(w, "  zhol %-9s %s\n", v.name, v.about)
	}
	for _, v := range verbs() {
		flags, beside := v.flags, ""
		if v.name == "why" || v.name == "breakeven" {
			flags, beside = extra(flags), ", beside those of rank"
		}
		if len(flags) > 0 {
			fmt.Fprintf(w, "\nzhol %s%s\n", v.name, beside)
			writeFlags(w, flags)
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
