// Package render turns rows into what people and programs read: tables for a
// terminal, and JSON, JSON Lines, CSV and TSV for programs.
//
// A table never passes on what could steer a terminal: control characters,
// escape sequences and marks that turn the direction of writing come out as
// escapes (\x1b, \u202e). The formats for programs carry every text exactly,
// quoted as each of them asks, with one exception: see [Formula].
package render

import (
	"fmt"
	"strings"
	"unicode"
)

// Clean makes a text safe to show on one line of a terminal. Runs of white space
// become one space.
func Clean(s string) string { return clean(s, false) }

// CleanLines is Clean for a text of several lines, which keep their ends.
func CleanLines(s string) string { return clean(s, true) }

func clean(s string, lines bool) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case lines && r == '\n':
			b.WriteByte('\n')
			space = false
			continue
		case unicode.IsSpace(r):
			space = true
			continue
		}
		if space && (lines || b.Len() > 0) {
			b.WriteByte(' ')
		}
		space = false
		if steers(r) {
			fmt.Fprintf(&b, escape(r), r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func escape(r rune) string {
	switch {
	case r < 0x100:
		return `\x%02x`
	case r < 0x10000:
		return `\u%04x`
	}
	return `\U%08x`
}

// steers tells whether a character can change how a terminal shows others:
// control and format characters, except the joiners and the soft hyphen, which
// ordinary words of many scripts hold.
func steers(r rune) bool {
	const (
		softHyphen = '\u00ad'
		nonJoiner  = '\u200c'
		joiner     = '\u200d'
	)
	switch r {
	case softHyphen, nonJoiner, joiner:
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp)
}
