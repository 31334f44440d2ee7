package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
)

// longestDateline is how many tokens stand before the dash of a dateline at most: place,
// state, day and agency.
const longestDateline = 12

// fewestAfter is how many tokens stand behind it at least.
const fewestAfter = 3

// pastDateline is the token after the dash of the dateline with which a segment begins,
// "HALVORSEN BAY, Dec. 1 (Coast Wire) — ", or the first token of the segment. The
// treebanks hold few datelines, and what is read with one often hangs on it.
func pastDateline(d *document.Document, s document.Segment) int {
	if first := d.Slice(d.Tokens[s.First].Span); len(first) < 3 || first != strings.ToUpper(first) {
		return s.First
	}
	for i := s.First; i < min(s.Last-fewestAfter, s.First+longestDateline+1); i++ {
		w := d.Slice(d.Tokens[i].Span)
		switch w {
		case "—", "–", "--", "-":
			if i > s.First && (d.Tokens[i].End < d.Tokens[i+1].Start || len(w) > 1 && d.Tokens[i-1].End < d.Tokens[i].Start) {
				return i + 1
			}
			return s.First
		case ",", ".", "(", ")", "/", "and":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); i == s.First && !unicode.IsUpper(r) || !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return s.First
		}
	}
	return s.First
}
