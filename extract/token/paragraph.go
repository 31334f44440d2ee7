package token

import (
	"strings"
	"unicode/utf8"

	"dossier/extract/document"
)

const (
	// A text is hard-wrapped when no line is longer than wrapLongest code
	// points and lines that a single break ends are wrapShortest at least, as
	// mail readers and old news wires leave them.
	wrapLongest  = 100
	wrapShortest = 45
)

// paragraphs gives the stretches of text between line breaks. In a hard-wrapped
// text only blank lines separate them.
func paragraphs(text string) []document.Span {
	wrapped := hardWrapped(text)
	var out []document.Span
	start := 0
	for start < len(text) {
		end := lineEnd(text, start)
		next := end + 1
		if wrapped {
			for next < len(text) && !blankLine(text, next) {
				end = lineEnd(text, next)
				next = end + 1
			}
		}
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, document.Span{Start: start, End: end})
		}
		start = next
	}
	return out
}

func lineEnd(text string, from int) int {
	if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(text)
}

func blankLine(text string, from int) bool {
	return strings.TrimSpace(text[from:lineEnd(text, from)]) == ""
}

// hardWrapped tells whether single line breaks of the text only fill its
// column, so that they are spaces.
func hardWrapped(text string) bool {
	if !strings.Contains(text, "\n\n") && !strings.Contains(text, "\n\r\n") {
		return false
	}
	inner, long := 0, 0
	for at := 0; at < len(text); {
		end := lineEnd(text, at)
		n := utf8.RuneCountInString(text[at:end])
		if n > wrapLongest {
			return false
		}
		if end+1 < len(text) && n > 0 && !blankLine(text, end+1) {
			inner++
			if n >= wrapShortest {
				long++
			}
		}
		at = end + 1
	}
	return inner >= 3 && long*4 >= inner*3
}
