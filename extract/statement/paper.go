package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

const (
	// paperBack is how many sentences back the article may have told whose paper
	// "the letter" is.
	paperBack = 6
	// paperWords is how many words such a description has at most.
	paperWords = 16
)

// carryPaper lets "it" and "the letter" be the paper that the article has just
// described: "an email from the port to the mayor", "the report on the bridge".
// Only words are found so, no entity.
func (r *reader) carryPaper(s *document.Source) {
	d := r.doc
	if r.insideQuote(s.Span.Start) {
		return
	}
	k := r.sentenceOf(s.Span.Start)
	if lower(s.Name) == "it" {
		// What the sentence is about, or the one before it in the paragraph.
		for back := 0; back < 2 && k-back >= 0 && d.Sentences[k-back].Paragraph == d.Sentences[k].Paragraph; back++ {
			first := d.Sentences[k-back].First
			if p, head := r.paperAt(first, s.Span.Start); head >= 0 && r.predicated(p.End) {
				s.Name = d.Slice(p)
				return
			}
		}
		return
	}
	head := r.headToken(s.Span)
	if head < 1 || head+1 < len(d.Tokens) && d.Tokens[head].End != s.Span.End || lower(d.Slice(d.Tokens[head-1].Span)) != "the" {
		return
	}
	noun := lower(d.Slice(d.Tokens[head].Span))
	if !papers[noun] {
		return
	}
	for t := head - 2; t > 0 && r.sentenceOf(d.Tokens[t].Start) >= k-paperBack; t-- {
		if lower(d.Slice(d.Tokens[t].Span)) != noun || tagClasses[d.Tokens[t].Tag]&nominal == 0 || r.insideQuote(d.Tokens[t].Start) {
			continue
		}
		from := t
		for from > 0 && tagClasses[d.Tokens[from].Tag]&determiner == 0 && tagClasses[d.Tokens[from-1].Tag]&(adjective|nominal|determiner) != 0 {
			from--
		}
		p, at := r.paperAt(from, s.Span.Start)
		switch {
		case at != t:
		case d.Tokens[at].End < p.End:
			s.Name = d.Slice(p)
			return
		case lower(d.Slice(d.Tokens[from].Span)) != "the":
			return // another one, of which nothing is told
		}
	}
}

// paperAt is the noun phrase from a token on when a paper heads it, with what says
// whose it is and what it is on, up to the verb; and its head, -1 when none does.
func (r *reader) paperAt(from, before int) (p document.Span, head int) {
	d := r.doc
	head = -1
	t := from
	if t < len(d.Tokens) && tagClasses[d.Tokens[t].Tag]&(determiner|owner) != 0 {
		t++
	}
	for ; t < len(d.Tokens) && tagClasses[d.Tokens[t].Tag]&(adjective|nominal|number) != 0; t++ {
		head = t
	}
	if head < 0 || !papers[lower(d.Slice(d.Tokens[head].Span))] {
		return p, -1
	}
	p = document.Span{Start: d.Tokens[from].Start, End: d.Tokens[head].End}
	if t == len(d.Tokens) || tagClasses[d.Tokens[t].Tag]&preposition == 0 {
		return p, head
	}
	const phrase = preposition | determiner | owner | adjective | nominal | number | possessive | coordinator
	for ; t < len(d.Tokens) && t < from+paperWords && d.Tokens[t].End <= before; t++ {
		c := tagClasses[d.Tokens[t].Tag]
		list := marks[d.Slice(d.Tokens[t].Span)]&comma != 0 && t+1 < len(d.Tokens) && tagClasses[d.Tokens[t+1].Tag]&proper != 0
		if c&phrase == 0 && !list || tagClasses[d.Tokens[t].Tag] == 0 {
			break
		}
		if c&(nominal|number) != 0 {
			p.End = d.Tokens[t].End
		}
	}
	return p, head
}

// predicated tells whether a verb follows at a byte: what stands before it is a
// subject.
func (r *reader) predicated(at int) bool {
	t := r.tokenAt(at)
	for t < len(r.doc.Tokens) && tagClasses[r.doc.Tokens[t].Tag]&adverb != 0 {
		t++
	}
	return t < len(r.doc.Tokens) && tagClasses[r.doc.Tokens[t].Tag]&finite != 0
}

// carryBody lets "the embassy" be the one that the article has last told more of: "the
// Oldland embassy in Newtown", "the television channel, Harbour One".
func (r *reader) carryBody(s *document.Source) {
	d := r.doc
	first, last := r.tokenAt(s.Span.Start), r.tokenAt(s.Span.End-1)
	noun := lower(d.Slice(d.Tokens[last].Span))
	if w := r.lexicon.Word(noun); last != first+1 || lower(d.Slice(d.Tokens[first].Span)) != "the" || !w.Is(lexicon.OrgHead) || w.Plural || r.insideQuote(s.Span.Start) || ownBodies[noun] || papers[noun] || writings[noun] {
		return
	}
	k := r.sentenceOf(s.Span.Start)
	for t := first - 1; t > 0 && r.sentenceOf(d.Tokens[t].Start) >= k-paperBack; t-- {
		if lower(d.Slice(d.Tokens[t].Span)) != noun || tagClasses[d.Tokens[t].Tag]&nominal == 0 || r.insideQuote(d.Tokens[t].Start) {
			continue
		}
		p := r.toldBody(t)
		if p.Empty() {
			if t > 0 && lower(d.Slice(d.Tokens[t-1].Span)) == "the" {
				continue
			}
			return // another one, of which nothing is told
		}
		if s.Name = d.Slice(p); r.headEntity(p) >= 0 {
			who := r.named(p)
			s.Entity, s.Name = who.Entity, who.Name
		} else if rest, ok := strings.CutPrefix(s.Name, "The "); ok {
			s.Name = rest
		}
		return
	}
}

// ownBodies are the bodies that every place has its own of, which nobody names.
var ownBodies = wordSet("police")

// toldBody is the noun phrase that a noun for a body at a token heads, when it holds a
// name: before the noun, behind a preposition, or set behind it by a comma.
func (r *reader) toldBody(head int) document.Span {
	d := r.doc
	from, to, named := head, head+1, false
	for from > 0 && tagClasses[d.Tokens[from-1].Tag]&(adjective|nominal|possessive) != 0 {
		from--
		named = named || tagClasses[d.Tokens[from].Tag]&proper != 0
	}
	for i := r.mentionAt(d.Tokens[from].Start); i < len(d.Mentions) && d.Mentions[i].First < head; i++ {
		named = true // Oldlandish is an adjective
	}
	if to+1 < len(d.Tokens) {
		switch w := lower(d.Slice(d.Tokens[to].Span)); {
		case w == "of" || w == "in" || w == "for":
			at := to + 1
			if lower(d.Slice(d.Tokens[at].Span)) == "the" {
				at++
			}
			if m := r.nameAt(at); m != nil && m.Kind == document.Name && r.endsNoun(m.Last, len(d.Text)) {
				to, named = m.Last, true
			}
		case w == ",":
			if m := r.nameAt(to + 1); m != nil && m.Type != document.Person && m.Entity >= 0 && r.closesApposition(m.Last) {
				return m.Span
			}
		}
	}
	if !named {
		return document.Span{}
	}
	return r.tokens(from, to)
}

// closesApposition tells whether a comma or a verb ends an apposition at a token.
func (r *reader) closesApposition(t int) bool {
	return t < len(r.doc.Tokens) && (tagClasses[r.doc.Tokens[t].Tag]&finite != 0 || marks[r.doc.Slice(r.doc.Tokens[t].Span)]&comma != 0)
}
