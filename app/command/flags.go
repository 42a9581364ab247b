package command

import (
	"strconv"
	"strings"
)

// flag is one word that begins with two dashes.
type flag struct {
	name  string
	takes string // what its value is, for the usage; empty: it takes none
	about string
	again bool // may be given more than once
	set   func(value string) error
}

// parseFlags reads `--name value`, `--name=value` and bare `--name`. A value may begin with one dash, as a latitude
// in the south does. words are what is left; at most the given number is let through.
func parseFlags(args []string, flags []flag, words int) ([]string, error) {
	var left []string
	seen := map[string]bool{}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			if len(left) == words {
				return nil, badInput("%q stands alone: every value follows a flag such as --%s", arg, flags[0].name)
			}
			left = append(left, arg)
			continue
		}
		name, value, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		f := findFlag(flags, name)
		if f == nil || !strings.HasPrefix(arg, "--") {
			return nil, badInput("there is no flag %s%s", strings.SplitN(arg, "=", 2)[0], didYouMean("--"+name, flagNames(flags)))
		}
		if seen[name] && !f.again {
			return nil, badInput("--%s: given twice", name)
		}
		seen[name] = true
		switch {
		case f.takes == "" && joined:
			return nil, badInput("--%s: takes no value, and got %q", name, value)
		case f.takes == "":
		case joined:
		case len(args) == 0 || strings.HasPrefix(args[0], "--"):
			return nil, badInput("--%s: needs a value: %s", name, f.about)
		default:
			value, args = args[0], args[1:]
		}
		if err := f.set(value); err != nil {
			return nil, err
		}
	}
	return left, nil
}

func findFlag(flags []flag, name string) *flag {
	for i := range flags {
		if flags[i].name == name {
			return &flags[i]
		}
	}
	return nil
}

func flagNames(flags []flag) []string {
	names := make([]string, len(flags))
	for i, f := range flags {
		names[i] = "--" + f.name
	}
	return names
}

func textFlag(name, takes, about string, to *string) flag {
	return flag{name: name, takes: takes, about: about, set: func(value string) error {
		if strings.TrimSpace(value) == "" {
			return badInput("--%s: needs a value: %s", name, about)
		}
		*to = value
		return nil
	}}
}

func listFlag(name, takes, about string, to *[]string) flag {
	f := textFlag(name, takes, about, new(string))
	f.again = true
	check := f.set
	f.set = func(value string) error {
		if err := check(value); err != nil {
			return err
		}
		*to = append(*to, strings.TrimSpace(value))
		return nil
	}
	return f
}

func switchFlag(name, about string, to *bool) flag {
	return flag{name: name, about: about, set: func(string) error { *to = true; return nil }}
}

// numberFlag is a whole number from low to high.
func numberFlag(name, takes, about string, low, high int, to *int) flag {
	return boundFlag(name, takes, about, "", low, high, to)
}

// boundFlag is a number that has a reason for its bounds, to be said of what is beyond them.
func boundFlag(name, takes, about, why string, low, high int, to *int) flag {
	return flag{name: name, takes: takes, about: about, set: func(value string) error {
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < low || n > high {
			return badInput("--%s: %q is no whole number from %d to %d%s", name, value, low, high, why)
		}
		*to = n
		return nil
	}}
}
