package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
)

// class is what a code point is to the cutter.
type class byte

const (
	space class = iota
	letter
	digit
	mark // everything else: punctuation, symbols, control codes
)

// asciiClass saves the Unicode tables for most of English.
var asciiClass = func() (t [utf8.RuneSelf]class) {
	for i := range t {
		switch c := rune(i); {
		case c <= ' ' || c == 0x7f:
			t[i] = space
		case c >= '0' && c <= '9':
			t[i] = digit
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
			t[i] = letter
		default:
			t[i] = mark
		}
	}
	return t
}()

func classify(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass[r]
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060':
		return space
	case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u200d' || r == '\u200c':
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return mark
}

// cutter cuts a paragraph into tokens.
type cutter struct {
	text  string
	end   int
	plain int // no address begins before it
}

// cut appends the tokens of one paragraph.
func (c *cutter) cut(out []document.Token, text string, p document.Span) []document.Token {
	c.text, c.end = text, p.End
	for at := p.Start; at < p.End; {
		r, n := c.rune(at)
		switch classify(r) {
		case space:
			at += n
		case letter, digit:
			end := c.word(at)
			out = c.parts(out, at, end)
			at = end
		default:
			end := c.marks(at, r, n)
			out = append(out, document.Token{Span: document.Span{Start: at, End: end}})
			at = end
		}
	}
	return out
}

// rune is the code point at a byte of the paragraph, with its length in bytes;
// past the end it is a space of length 0.
func (c *cutter) rune(at int) (rune, int) {
	if at >= c.end {
		return ' ', 0
	}
	if b := c.text[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.text[at:c.end])
}

// word is the end of the word that begins at a letter or digit. What may stand
// inside a word depends on its neighbours: a stop between letters (U.S.,
// example.org), a comma between digits, an apostrophe or hyphen between letters.
func (c *cutter) word(start int) int {
	if end := c.address(start); end > 0 {
		return end
	}
	if end := c.slashed(start); end > 0 {
		return end
	}
	at := start
	last := space
	for {
		r, n := c.rune(at)
		k := classify(r)
		if n == 0 || k == space {
			break
		}
		if k == mark {
			next, _ := c.rune(at + n)
			if !c.inside(start, at, r, last, classify(next), next) {
				break
			}
		}
		last = k
		at += n
	}
	if r, _ := c.rune(at); r == '.' && c.keepsStop(start, at) {
		at++
	}
	return at
}

// inside tells whether the mark r at byte at, after a code point of class last
// and before one of class next, is part of the word that began at start.
func (c *cutter) inside(start, at int, r rune, last, next class, nextRune rune) bool {
	if last == space || next == space || next == mark {
		return false
	}
	switch r {
	case '.':
		if last == digit || next == digit {
			return last == next || last == digit && at-start <= 2 || next == letter && endings[strings.ToLower(c.letters(at+1))]
		}
		// "said.The" has lost its space; "U.S", "e.g" and "example.org" have not.
		return !(unicode.IsUpper(nextRune) && lowerBefore(c.text[start:at])) || endings[strings.ToLower(c.letters(at+1))]
	case ',':
		return last == digit && next == digit
	case ':':
		return last == digit && next == digit
	case '\'', '’':
		return true
	case '`': // typed for an apostrophe
		return last == letter && strings.EqualFold(c.letters(at+1), "s")
	case '-', '‐', '‑':
		return c.hyphenated(start, at)
	case '&':
		return last == letter && next == letter && at-start <= 3
	case '/':
		return last == digit && next == digit
	}
	return false
}

// lowerBefore tells whether s ends in two lower-case letters.
func lowerBefore(s string) bool {
	return len(s) >= 2 && s[len(s)-1] >= 'a' && s[len(s)-1] <= 'z' && s[len(s)-2] >= 'a' && s[len(s)-2] <= 'z'
}

// keepsStop tells whether the word keeps the stop after it: an initial, a word
// with stops inside, or an abbreviation.
func (c *cutter) keepsStop(start, at int) bool {
	if next, n := c.rune(at + 1); n > 0 && next == '.' {
		if third, _ := c.rune(at + 2); third == '.' || at-start == 1 {
			return false // an ellipsis begins here
		}
	}
	w := c.text[start:at]
	if len(w) == 1 && strings.Contains(beforeFigure, w) {
		r, n := c.rune(at + 1)
		next, _ := c.rune(at + 1 + n)
		return r == ' ' && classify(next) == digit
	}
	if n := len(w); n == 1 && w[0] >= 'A' && w[0] <= 'Z' {
		return true
	}
	if i := strings.IndexByte(w, '.'); i > 0 {
		for _, part := range strings.Split(w, ".") {
			if len(part) > 2 || part == "" || classify(rune(part[0])) != letter {
				return false
			}
		}
		return true
	}
	_, ok := abbreviations[w]
	return ok
}
