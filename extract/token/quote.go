package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
)

// family is a kind of quotation mark: a mark closes only its own kind.
type family byte

const (
	none   family = iota
	double        // “ ” „ " `` '' ,,
	single        // ‘ ’ '
	angle         // « » ‹ ›
)

// side is the end of a quotation that a mark by its shape stands at.
type side byte

const (
	either side = iota
	opening
	closing
)

// marks are the quotation marks, by their text. Which side a mark is at is
// settled by its neighbours first (see quoter.side), since newspapers often set
// the wrong one.
var quoteMarks = map[string]struct {
	family family
	side   side
}{
	`"`: {double, either}, "“": {double, opening}, "”": {double, closing}, "„": {double, opening},
	"‟": {double, opening}, "``": {double, opening}, "''": {double, closing}, ",,": {double, opening},
	"＂": {double, either},
	"‘": {single, opening}, "’": {single, closing}, "'": {single, either}, "‚": {single, opening},
	"«": {angle, opening}, "»": {angle, closing}, "‹": {angle, opening}, "›": {angle, closing},
}

// quoter finds quoted regions, a paragraph at a time. A quotation left open at
// the end of a paragraph ends there; the next paragraph opens it anew.
type quoter struct {
	text string
}

// paragraph appends the regions of the paragraph whose tokens begin at first.
func (q quoter) paragraph(out []document.Quote, tokens []document.Token, first int) []document.Quote {
	open, kind := -1, none
	lastSingle := -1 // not looked for yet
	add := func(from, to int, opened, closed bool) {
		out = append(out, document.Quote{
			Span:  document.Span{Start: tokens[from].Start, End: tokens[to-1].End},
			First: from, Last: to, Opened: opened, Closed: closed,
		})
	}
	for i := first; i < len(tokens); i++ {
		m, ok := quoteMarks[q.text[tokens[i].Start:tokens[i].End]]
		if !ok {
			continue
		}
		at := q.side(tokens, first, i, m.family, m.side, open >= 0)
		switch {
		case open < 0 && at == opening:
			if m.family == single {
				if lastSingle < 0 {
					lastSingle = q.lastSingle(tokens, first)
				}
				if lastSingle <= i+1 {
					continue
				}
			}
			open, kind = i, m.family
		case open >= 0 && m.family == kind && at == closing:
			add(open, i+1, true, true)
			open = -1
		case open >= 0 && m.family == kind && at == opening && kind == double && i > open+1:
			// A second quotation begins, so the first was left open by mistake.
			add(open, i, true, false)
			open = i
		}
	}
	if open >= 0 && open+1 < len(tokens) {
		add(open, len(tokens), true, false)
	}
	return out
}

// side tells which end of a quotation the mark at token i stands at: a mark
// that leans on the word after it opens, one that leans on the word before it
// closes, and only in doubt its shape decides, then whether one is open.
func (q quoter) side(tokens []document.Token, first, i int, f family, shape side, open bool) side {
	before, _ := utf8.DecodeLastRuneInString(q.text[:tokens[i].Start])
	after, _ := utf8.DecodeRuneInString(q.text[tokens[i].End:])
	gapBefore := i == first || unicode.IsSpace(before) || strings.ContainsRune("([{—–", before)
	gapAfter := i+1 == len(tokens) || unicode.IsSpace(after) || strings.ContainsRune(")]}.,;:!?—–", after)
	if f == angle {
		return shape // French sets a space inside its marks
	}
	switch {
	case gapBefore && !gapAfter:
		return opening
	case gapAfter && !gapBefore:
		if f == double && !open && shape == either && unicode.IsDigit(before) {
			return either // inches
		}
		if open || shape != opening {
			return closing
		}
		return opening
	case shape != either:
		return shape
	case open:
		return closing
	}
	return opening
}

// lastSingle is the last token from first on at which a single quotation could
// close: a single mark that opens after it is an apostrophe.
func (q quoter) lastSingle(tokens []document.Token, first int) int {
	for i := len(tokens) - 1; i > first; i-- {
		m, ok := quoteMarks[q.text[tokens[i].Start:tokens[i].End]]
		if ok && m.family == single && q.side(tokens, first, i, single, m.side, true) == closing {
			return i
		}
	}
	return first
}
