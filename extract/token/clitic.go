package token

import (
	"strings"
	"unicode/utf8"

	"dossier/extract/document"
)

// clitics appends the word [start, end), with what leans on it apart: n't, 's,
// 'll and the like, and the two halves of "cannot".
func (c *cutter) clitics(out []document.Token, start, end int) []document.Token {
	w := c.text[start:end]
	at := 0
	switch {
	case len(w) == 6 && strings.EqualFold(w, "cannot"):
		at = 3
	default:
		at = cliticAt(w)
	}
	if at > 0 {
		out = append(out, document.Token{Span: document.Span{Start: start, End: start + at}})
		start += at
	}
	return append(out, document.Token{Span: document.Span{Start: start, End: end}})
}

// cliticAt is where the clitic of a word begins, 0 without one.
func cliticAt(w string) int {
	i := strings.LastIndexAny(w, "'’")
	if i <= 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(w[i:])
	rest := w[i+n:]
	if len(rest) > 2 || rest == "" {
		return 0
	}
	if (rest == "t" || rest == "T") && i >= 2 && (w[i-1] == 'n' || w[i-1] == 'N') {
		return i - 1
	}
	switch rest {
	case "s", "S", "m", "M", "d", "D", "ll", "LL", "re", "RE", "ve", "VE":
		return i
	}
	return 0
}
