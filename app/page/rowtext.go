package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The arithmetic of a row is written by the tariff, in English. A language has a text of its own for each of the forms that
// it takes, by the English form with %s for what stands in it, and for the words that can stand there. What begins with a
// comma, a semicolon or a blank goes on from what stands before.

// rowText is the arithmetic of a row in a language; false where it has no such text, and the English stays.
func (w *Words) rowText(text string) (string, bool) {
	if len(w.RowTexts) == 0 {
		return text, w.Code == English.Code
	}
	if told, ok := w.tellRow(text, false); ok {
		return told, true
	}
	return text, false
}

func (w *Words) tellRow(text string, goesOn bool) (string, bool) {
	if text == "" && goesOn {
		return "", true
	}
	for form, own := range w.RowTexts {
		if strings.Contains(",; ", form[:1]) != goesOn {
			continue
		}
		args, rest, ok := w.fit(strings.Split(strings.ReplaceAll(form, "%%", "%"), "%s"), text)
		if !ok {
			continue
		}
		if more, ok := w.tellRow(rest, true); ok {
			return fmt.Sprintf(own, args...) + more, true
		}
	}
	return "", false
}

// fit reads what stands between the pieces of a form, and what is left of the text behind it.
func (w *Words) fit(pieces []string, text string) (args []any, rest string, ok bool) {
	rest, ok = strings.CutPrefix(text, pieces[0])
	for _, piece := range pieces[1:] {
		if !ok {
			return nil, "", false
		}
		end := strings.Index(rest, piece)
		if piece == "" {
			end = len(rest)
			for _, stop := range []string{", ", "; "} {
				if i := strings.Index(rest, stop); i >= 0 {
					end = min(end, i)
				}
			}
		}
		if end <= 0 {
			return nil, "", false
		}
		var arg string
		arg, ok = w.rowWord(rest[:end])
		args, rest = append(args, arg), rest[end+len(piece):]
	}
	return args, rest, ok
}

// rowWord is what stands in a form, in the language: a number, a date, a word that it has, or a name.
func (w *Words) rowWord(text string) (string, bool) {
	if own, ok := w.RowTexts[text]; ok {
		return own, true
	}
	if name := w.Names[text]; name != "" {
		return name, true
	}
	plain := strings.ReplaceAll(text, ",", "")
	if x, err := strconv.ParseFloat(plain, 64); err == nil {
		_, decimals, _ := strings.Cut(plain, ".")
		return w.write(x, len(decimals), false), true
	}
	if len(text) == len("2025-11") && text[4] == '-' {
		return w.when(text), true
	}
	return text, !slices.ContainsFunc([]rune(text), func(r rune) bool { return strings.ContainsRune(" ,;:%", r) })
}
