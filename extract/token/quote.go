package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
)

// family is a kind of quotation mark: a mark closes only its own kind. The kinds
// of double marks close one another where a text mixes them, "so”, but may also
// stand inside one another, "he said “no” to me".
type family byte

const (
	none     family = iota
	straight        // " and its wide form
	curly           // “ ” „ ‟
	doubled         // `` '' ,,
	single          // ‘ ’ ' ‚
	angle           // « » ‹ ›
	lost            // ? and � where an encoding had no quotation marks
)

func (f family) double() bool { return f == straight || f == curly || f == doubled }

// side is the end of a quotation that a mark by its shape stands at.
type side byte

const (
	either side = iota
	opening
	closing
)

// shape is what a quotation mark says by itself.
type shape struct {
	family family
	side   side
}

// quoteMarks are the quotation marks, by their text. Which side a mark is at is
// settled by its neighbours first (see quoter.side), since newspapers often set
// the wrong one.
var quoteMarks = map[string]shape{
	`"`: {straight, either}, "＂": {straight, either},
	"“": {curly, opening}, "”": {curly, closing}, "„": {curly, opening}, "‟": {curly, opening},
	"\u0093": {curly, opening}, "\u0094": {curly, closing}, // Windows-1252 read as Latin-1
	"``": {doubled, opening}, "''": {doubled, closing}, ",,": {doubled, opening}, "‘‘": {doubled, opening}, "’’": {doubled, closing},
	"‘": {single, opening}, "’": {single, closing}, "'": {single, either}, "‚": {single, opening},
	"«": {angle, opening}, "»": {angle, closing}, "‹": {angle, opening}, "›": {angle, closing},
	"?": {lost, either}, "??": {lost, either}, "�": {lost, either},
}

// elided are words that begin with an apostrophe, which is no quotation mark
// whatever its shape.
var elided = map[string]bool{
	"cause": true, "em": true, "til": true, "till": true, "tis": true, "twas": true, "n": true, "bout": true, "round": true,
	"neath": true, "coz": true, "cuz": true, "s": true, "d": true, "ll": true, "re": true, "ve": true,
}

// farthest is over how many paragraphs without any mark a quotation is followed
// that one paragraph leaves open and a later one closes.
const farthest = 3

// quoter finds quoted regions, a paragraph at a time. A quotation left open at
// the end of a paragraph ends there, and the next paragraph opens it anew; where
// it doesn't, but closes what it has not opened, the quotation goes on into it.
type quoter struct {
	text   string
	tokens []document.Token
	starts []int  // the first token of each paragraph, and the number of tokens
	left   family // what the paragraph before left open
	until  int    // the paragraph that closes it
}

// paragraph appends the regions of paragraph k.
func (q *quoter) paragraph(out []document.Quote, k int) []document.Quote {
	p := pairing{quoter: q, first: q.starts[k], last: q.starts[k+1], open: -1}
	if q.left != none && q.until < k {
		q.until = q.closedIn(k)
	}
	if q.left != none && q.until >= k {
		if k < q.until {
			return append(out, p.region(p.first, p.last, false, false))
		}
		p.open, p.kind, p.carried = p.first, q.left, true
	}
	q.left, q.until = none, -1
	for i := p.first; i < p.last; i++ {
		if m, ok := quoteMarks[q.slice(i)]; ok {
			out = p.mark(out, i, m)
		}
	}
	if p.open >= 0 && p.open+1 < p.last && p.kind != lost {
		out = append(out, p.region(p.open, p.last, !p.carried, false))
		if p.kind.double() {
			q.left = p.kind
		}
	}
	return out
}

func (q *quoter) slice(token int) string {
	return q.text[q.tokens[token].Start:q.tokens[token].End]
}

// closedIn is the paragraph from k on that closes what was left open before
// paragraph k, -1 when that or a later one opens a quotation first.
func (q *quoter) closedIn(k int) int {
	for end := min(k+farthest, len(q.starts)-2); k <= end; k++ {
		p := pairing{quoter: q, first: q.starts[k], last: q.starts[k+1]}
		for i := p.first; i < p.last; i++ {
			m := quoteMarks[q.slice(i)]
			if !m.family.double() {
				continue
			}
			if at := p.side(i, m, true); at == opening || i == p.first || m.family == straight && p.inches(i) {
				return -1
			}
			return k
		}
	}
	return -1
}

// pairing is the state of reading the marks of one paragraph, tokens [first,
// last).
type pairing struct {
	*quoter
	first, last int
	open        int    // the token that opened the region at hand, -1 for none
	kind        family // of that token
	carried     bool   // it was opened in a paragraph before
	inner       int    // marks that are open inside it

	lasts map[family]int // what lastClosing has found
}

func (p *pairing) region(from, to int, opened, closed bool) document.Quote {
	return document.Quote{
		Span:  document.Span{Start: p.tokens[from].Start, End: p.tokens[to-1].End},
		First: from, Last: to, Opened: opened, Closed: closed,
	}
}

// mark takes the mark m at token i into account, and appends the region that it
// ends.
func (p *pairing) mark(out []document.Quote, i int, m shape) []document.Quote {
	at := p.side(i, m, p.open >= 0)
	if p.open < 0 {
		if at == opening && p.mayOpen(i, m.family) {
			p.open, p.kind, p.inner = i, m.family, 0
		}
		return out
	}
	closes := false
	switch {
	case m.family == p.kind && at == closing:
		closes = p.inner == 0 && p.mayClose(i)
		p.inner = max(p.inner-1, 0)
	case m.family == p.kind && at == opening && p.kind.double() && i > p.open+1:
		if !p.nested(i) {
			// A second quotation begins, so the first was left open by mistake.
			return p.restart(out, i, m.family)
		}
		p.inner++
	case m.family.double() && p.kind.double() && at == opening:
		if !p.carried && p.open > p.first && !p.closesLater(p.open, p.kind) {
			return p.restart(out, i, m.family)
		}
		p.inner++
	case m.family.double() && p.kind.double() && at == closing:
		closes = p.inner == 0
		p.inner = max(p.inner-1, 0)
	}
	if closes {
		out = append(out, p.region(p.open, i+1, !p.carried, true))
		p.open, p.carried = -1, false
	}
	return out
}

// shortest is how many words in marks are surely no quotation of their own when
// other words follow them.
const shortest = 5

// nested tells whether the mark at token i, within a quotation with marks of the
// same kind, opens a few words that are held at arm's length there: they end like
// no sentence, and what goes on around them is one.
func (p *pairing) nested(i int) bool {
	if strings.ContainsRune(",.:;!?…", p.wordBefore(i)) {
		return false
	}
	for j := i + 1; j < p.last && j <= i+shortest+1; j++ {
		m := quoteMarks[p.slice(j)]
		if m.family != p.kind {
			continue
		}
		return j > i+1 && p.side(j, m, true) == closing && !strings.ContainsRune(",.!?", p.before(j)) && p.goesOn(j+1)
	}
	return false
}

// wordBefore is the last character of the token before token i.
func (p *pairing) wordBefore(i int) rune {
	if i == p.first {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(p.slice(i - 1))
	return r
}

// goesOn tells whether a quotation that goes on at token i is closed later in the
// paragraph before another is opened that isn't nested as well, or never closed,
// as when the next paragraph opens it anew.
func (p *pairing) goesOn(i int) bool {
	for ; i < p.last; i++ {
		m := quoteMarks[p.slice(i)]
		if m.family != p.kind {
			continue
		}
		if p.side(i, m, true) == closing {
			return true
		}
		return !strings.ContainsRune(",.:;!?…", p.wordBefore(i))
	}
	return p.open == p.first || p.carried
}

// restart ends the region at hand before token i, which opens another.
func (p *pairing) restart(out []document.Quote, i int, kind family) []document.Quote {
	out = append(out, p.region(p.open, i, !p.carried, false))
	p.open, p.kind, p.carried, p.inner = i, kind, false, 0
	return out
}

// mayOpen tells whether the mark at token i, which leans on the word after it,
// opens a quotation. Single marks, and those that stand for a lost one, have to be
// closed in their paragraph, unless a single one opens it.
func (p *pairing) mayOpen(i int, f family) bool {
	switch f {
	case single:
		if i+1 == p.last || elided[strings.ToLower(p.slice(i+1))] {
			return false
		}
		return i == p.first && p.slice(i) != "’" || p.closesLater(i, single)
	case lost:
		return p.slice(i) != "??" && p.closesLater(i, lost)
	case angle:
		return p.slice(i) != "»" && p.slice(i) != "›" || p.closesLater(i, angle)
	}
	return true
}

// mayClose tells whether the mark at token i, which leans on the word before it
// while a region of its kind is open, closes it: an apostrophe, a measure in
// inches and a true question mark don't.
func (p *pairing) mayClose(i int) bool {
	switch p.kind {
	case single:
		// ‘It is the farmers’ view,’ he said.
		r := p.before(i)
		return r != 's' && r != 'n' || p.next(i, single) != closing
	case straight:
		return !p.inches(i) || p.next(i, straight) != closing
	case lost:
		return strings.ContainsRune(",.!?", p.before(i)) || p.slice(i) == "??" || p.next(i, lost) != closing
	}
	return true
}

// inches tells whether a mark follows a figure.
func (p *pairing) inches(i int) bool { return unicode.IsDigit(p.before(i)) }

// before is the character before token i.
func (p *pairing) before(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(p.text[:p.tokens[i].Start])
	return r
}

// next is the side of the next mark of a family after token i that has one.
func (p *pairing) next(i int, f family) side {
	for i++; i < p.last; i++ {
		if m := quoteMarks[p.slice(i)]; m.family == f {
			if at := p.side(i, m, true); at != either {
				return at
			}
		}
	}
	return either
}

// closesLater tells whether a mark of the family closes something after token i
// and the token next to it.
func (p *pairing) closesLater(i int, f family) bool {
	return p.lastClosing(f) > i+1
}

// lastClosing is the last token of the paragraph at which a quotation of the
// family could close, the one before its first when there is none.
func (p *pairing) lastClosing(f family) int {
	if i, ok := p.lasts[f]; ok {
		return i
	}
	i := p.last - 1
	for ; i >= p.first; i-- {
		if m := quoteMarks[p.slice(i)]; m.family == f && p.side(i, m, true) == closing {
			break
		}
	}
	if p.lasts == nil {
		p.lasts = make(map[family]int)
	}
	p.lasts[f] = i
	return i
}

// side tells which end of a quotation the mark at token i stands at: a mark
// that leans on the word after it opens, one that leans on the word before it
// closes, and only in doubt its shape decides, then whether one is open.
func (p *pairing) side(i int, m shape, open bool) side {
	before := p.before(i)
	after, _ := utf8.DecodeRuneInString(p.text[p.tokens[i].End:])
	gapBefore := i == p.first || unicode.IsSpace(before) || strings.ContainsRune("([{—–", before)
	gapAfter := i+1 == p.last || unicode.IsSpace(after) || strings.ContainsRune(")]}.,;:!?—–", after)
	switch {
	case gapBefore && !gapAfter:
		if p.slice(i) == "’" {
			return either // an apostrophe: ’cause
		}
		return opening
	case !gapBefore && !open && m.side == either && unicode.IsDigit(before):
		return either // feet and inches
	case gapAfter && !gapBefore:
		if open || m.side != opening {
			return closing
		}
		return opening
	case m.family == lost:
		return either
	case m.side != either:
		return m.side
	case open:
		return closing
	}
	return opening
}
