package token

import (
	"strings"
	"unicode/utf8"
)

// repeated are the marks of which a run is one token, and mixed those of which
// also a run of several kinds is.
const (
	repeated = ".-*=~$<>#^|+/\\"
	mixed    = "!?"
)

// faces are drawn with marks, and begin with one. They stand after a space or the
// end of a sentence, the longest first.
var faces = []string{
	":-))", ":-)", ":-(", ":-D", ":-P", ":-/", ";-)", ":'(", "^_^", "=)", "=(", "=D", ":)", ":(", ":D", ":P", ":p", ":o", ":/", ";)", ";P", ";D", "<3",
}

// marks is the end of the token of marks that begins with r: faces, runs of the
// same mark and doubled quotes hold together, all others stand alone.
func (c *cutter) marks(at int, r rune, n int) int {
	if end := c.face(at); end > 0 {
		return end
	}
	next, m := c.rune(at + n)
	end := at + n
	switch {
	case strings.ContainsRune(mixed, r):
		for ; m > 0 && strings.ContainsRune(mixed, next); next, m = c.rune(end) {
			end += m
		}
		return end
	case strings.ContainsRune(repeated, r) && next == r:
		for ; m > 0 && next == r; next, m = c.rune(end) {
			end += m
		}
		return end
	}
	switch r {
	case '.', '+':
		if classify(next) == digit && c.afterSpace(at) { // .265, +44
			return c.word(end)
		}
	case '`', ',':
		if next == r {
			return end + m
		}
	case '\'':
		if next == '\'' {
			return end + m
		}
		if classify(next) == digit { // the '90s
			for k, m := next, m; classify(k) == digit || k == 's'; k, m = c.rune(end) {
				end += m
			}
			if end-at == 4 && c.text[end-1] == 's' {
				return end
			}
		}
		return at + n
	case '‘', '’':
		if next == r {
			return end + m // a double mark made of single ones
		}
		if r == '’' && classify(next) == digit && strings.HasPrefix(c.text[min(end+2, c.end):c.end], "s") {
			return end + 3
		}
	case '@', '#':
		if classify(next) == letter {
			return c.word(end)
		}
	}
	return end
}

// face is the end of the face that begins at a byte, or 0.
func (c *cutter) face(at int) int {
	if b := c.text[at]; b != ':' && b != ';' && b != '=' && b != '^' && b != '<' || !c.afterSpace(at) && !strings.ContainsRune(mixed+".", rune(c.text[at-1])) {
		return 0
	}
	for _, f := range faces {
		if !strings.HasPrefix(c.text[at:c.end], f) {
			continue
		}
		end := at + len(f)
		if k, _ := c.rune(end); classify(k) == letter || classify(k) == digit {
			return 0
		}
		return end
	}
	return 0
}

// afterSpace tells whether nothing stands before the byte, a space or a bracket.
func (c *cutter) afterSpace(at int) bool {
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(c.text[:at])
	return classify(r) == space || r == '(' || r == '['
}
