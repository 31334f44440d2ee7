package statement

import (
	"strings"
	"unicode/utf8"

	"dossier/extract/document"
)

// bullets begin the paragraphs of a list.
const bullets = "*•·-–—▪●"

// longestList is how many paragraphs a list may have, which bounds the work.
const longestList = 64

// unlistedWorth is what is left of the confidence in a statement that goes on after its
// colon, nobody knows how far.
const unlistedWorth = .6

// below gives statements that end in a colon the list below it: "announced [the
// following steps]: [a new pier], [two cranes]". What follows otherwise is theirs too,
// but not where it ends, unless it is a quotation, which is a statement by itself.
func (r *reader) below() {
	d := r.doc
	for i := range d.Statements {
		st := &d.Statements[i]
		if len(st.Content) == 0 || st.Rule == rules[ruleTurn].name || st.Rule == rules[ruleAnnounced].name {
			continue
		}
		t := r.tokenAt(st.Content[len(st.Content)-1].End)
		if t >= len(d.Tokens) || marks[d.Slice(d.Tokens[t].Span)]&colon == 0 {
			continue
		}
		k := r.sentenceOf(d.Tokens[t].Start)
		if d.Sentences[k].Last != t+1 || k+1 >= len(d.Sentences) || d.Sentences[k+1].Paragraph == d.Sentences[k].Paragraph || r.opensQuote(d.Sentences[k+1]) {
			continue
		}
		items := r.items(k + 1)
		if len(items) == 0 {
			st.Confidence *= unlistedWorth
		}
		st.Content = append(st.Content, items...)
	}
}

// items are the paragraphs of a list that begins with sentence k: such as begin with the
// same bullet, or lines that end like no sentence. A line with whose first word the prose
// after it begins is the heading of that.
func (r *reader) items(k int) []document.Span {
	d := r.doc
	bullet, marked := r.bullet(k)
	var items []document.Span
	for k < len(d.Sentences) && len(items) < longestList {
		first := d.Sentences[k]
		p := first.Span
		for k < len(d.Sentences) && d.Sentences[k].Paragraph == first.Paragraph {
			p.End = d.Sentences[k].End
			k++
		}
		last := marks[d.Slice(d.Tokens[r.tokenAt(p.End-1)].Span)]
		switch {
		case marked && !strings.HasPrefix(d.Slice(p), bullet):
			return items
		case last&colon != 0:
			return items
		case marked:
			p.Start = d.Tokens[r.tokenAt(p.Start+len(bullet))].Start
		case last&stop != 0:
			if n := len(items); n > 0 && r.opening(items[n-1]) == r.opening(p) {
				items = items[:n-1]
			}
			if len(items) < 2 {
				return nil
			}
			return items
		}
		items = append(items, p)
	}
	return items
}

// opening is the first word of some words but "the".
func (r *reader) opening(s document.Span) string {
	i := r.tokenAt(s.Start)
	w := lower(r.doc.Slice(r.doc.Tokens[i].Span))
	if w == "the" && i+1 < len(r.doc.Tokens) {
		return lower(r.doc.Slice(r.doc.Tokens[i+1].Span))
	}
	return w
}

// bullet is the mark with which a list item begins that begins with sentence k.
func (r *reader) bullet(k int) (string, bool) {
	b, size := utf8.DecodeRuneInString(r.doc.Text[r.doc.Sentences[k].Start:])
	if !strings.ContainsRune(bullets, b) {
		return "", false
	}
	return r.doc.Text[r.doc.Sentences[k].Start:][:size], true
}
