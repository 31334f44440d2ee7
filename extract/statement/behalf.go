package statement

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// spokespeople are for whom each person speaks whom the article calls somebody's
// spokesperson, wherever it does.
func (r *reader) spokespeople() map[int]document.Source {
	d := r.doc
	var all map[int]document.Source
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind != document.Name || m.Type != document.Person || m.Entity < 0 {
			continue
		}
		at := -1
		if m.First > 0 && r.speaksFor(m.First-1) {
			at = m.First - 1 // Harbour Office spokesman Ben Imani
		} else if m.Last < len(d.Tokens) && d.Slice(d.Tokens[m.Last].Span) == "," {
			for at = m.Last + 1; at < len(d.Tokens) && !r.speaksFor(at) && r.nounBefore(at); at++ {
				if r.isPerson(at) {
					break // another name of a list
				}
			}
			if at == len(d.Tokens) || !r.speaksFor(at) || at+1 < len(d.Tokens) && r.isPerson(at+1) {
				at = -1
			}
		}
		if at < 0 {
			continue
		}
		if _, known := all[m.Entity]; known {
			continue
		}
		if s := r.principal(max(0, at-8), at, min(at+10, len(d.Tokens))); s != nil && s.Entity != m.Entity {
			if all == nil {
				all = make(map[int]document.Source)
			}
			all[m.Entity] = *s
		}
	}
	return all
}

// isPerson tells whether the name of a person begins with a token.
func (r *reader) isPerson(token int) bool {
	m := r.nameAt(token)
	return m != nil && m.Type == document.Person
}

// onBehalfOf is for whom the speaker of a statement speaks, by the words that name
// the speaker there, or by what the article calls him elsewhere.
func (r *reader) onBehalfOf(st *document.Statement, known map[int]document.Source) *document.Source {
	d := r.doc
	first, end := r.tokenAt(st.Speaker.Span.Start), r.tokenAt(st.Speaker.Span.End-1)+1
	if at := r.spokesIn(first, end); at >= 0 {
		if s := r.principal(first, at, end); s != nil && (s.Entity < 0 || s.Entity != st.Speaker.Entity) {
			return s
		}
	}
	// "Imani, speaking on behalf of the port, said".
	for i := end; i+3 < len(d.Tokens) && i < end+6 && d.Tokens[i].Start < r.sentenceEnd(st.Speaker.Span.Start); i++ {
		if d.Slice(d.Tokens[i].Span) == "on" && d.Slice(d.Tokens[i+1].Span) == "behalf" && d.Slice(d.Tokens[i+2].Span) == "of" {
			if s := r.nounAt(i+3, min(i+12, len(d.Tokens))); s != nil && (s.Entity < 0 || s.Entity != st.Speaker.Entity) {
				return s
			}
		}
	}
	if s, ok := known[st.Speaker.Entity]; ok && st.Speaker.Entity >= 0 {
		return &s
	}
	return nil
}

// sentenceEnd is the byte at which the sentence ends that holds a byte.
func (r *reader) sentenceEnd(at int) int {
	if i := r.sentenceOf(at); i < len(r.doc.Sentences) {
		return r.doc.Sentences[i].End
	}
	return len(r.doc.Text)
}

// speaksFor tells whether a token is a noun for one who speaks for another: a
// spokesperson, a lawyer.
func (r *reader) speaksFor(token int) bool {
	d := r.doc
	text := d.Slice(d.Tokens[token].Span)
	w := r.lexicon.Word(text)
	if w.Is(lexicon.Role) && !w.Plural && (w.Detail == "spokes" || pleads[w.Lemma]) {
		return token+1 == len(d.Tokens) || lower(d.Slice(d.Tokens[token+1].Span)) != "general"
	}
	return lower(text) == "secretary" && token > 0 && lower(d.Slice(d.Tokens[token-1].Span)) == "press"
}

// pleads are the nouns for who speaks for another in court.
var pleads = map[string]bool{"lawyer": true, "attorney": true, "solicitor": true, "barrister": true}

// spokesIn is the token in [from, to) that names a spokesperson, with nothing but
// the noun phrase before it; -1 when there is none.
func (r *reader) spokesIn(from, to int) int {
	d := r.doc
	for i := from; i < to; i++ {
		if r.speaksFor(i) {
			if i+1 < to && r.speaksFor(i+1) {
				continue
			}
			return i
		}
		w := lower(d.Slice(d.Tokens[i].Span))
		if w == "former" || w == "ex" || tagClasses[d.Tokens[i].Tag]&(finite|relative) != 0 && r.nameAt(i) == nil {
			return -1
		}
	}
	return -1
}

// principal is whom the spokesperson at a token speaks for: who is named after
// "for" or "of", else what stands before the noun, from token first on.
func (r *reader) principal(first, at, end int) *document.Source {
	d := r.doc
	start := at
	for start > first && r.nounBefore(start-1) {
		start--
	}
	for start < at && tagClasses[d.Tokens[start].Tag]&(determiner|coordinator) != 0 {
		start++
	}
	for i := start; i < at; i++ {
		if w := lower(d.Slice(d.Tokens[i].Span)); w == "former" || w == "ex" {
			return nil
		}
	}
	if at+2 < end {
		switch lower(d.Slice(d.Tokens[at+1].Span)) {
		case "for", "of", "to":
			if s := r.nounAt(at+2, end); s != nil {
				return s
			}
		}
	}
	// The name nearest to the noun; else the noun for a body right before it.
	for i := r.mentionAt(d.Tokens[at].Start) - 1; i >= 0 && start < at && d.Mentions[i].First >= start; i-- {
		if m := &d.Mentions[i]; m.Entity >= 0 && m.Last <= at {
			return &document.Source{Entity: m.Entity, Span: m.Span, Name: d.Entities[m.Entity].Name}
		}
	}
	last := at - 1
	for last > start && (tagClasses[d.Tokens[last].Tag]&possessive != 0 || lower(d.Slice(d.Tokens[last].Span)) == "press" || lower(d.Slice(d.Tokens[last].Span)) == "chief") {
		last--
	}
	if last < start || !r.lexicon.Word(d.Slice(d.Tokens[last].Span)).Is(lexicon.OrgHead|lexicon.Agent) || tagClasses[d.Tokens[last].Tag]&(nominal|adjective) == 0 {
		return nil
	}
	return r.named(document.Span{Start: d.Tokens[start].Start, End: d.Tokens[last].End})
}

// nounBefore tells whether a token can stand before a noun as part of its phrase.
func (r *reader) nounBefore(token int) bool {
	t := r.doc.Tokens[token]
	return tagClasses[t.Tag]&(nominal|adjective|possessive|owner|determiner) != 0 || t.Tag == "HYPH" || lower(r.doc.Slice(t.Span)) == "press"
}

// nounAt is the party that a noun phrase at a token names, before token end, nil
// when none begins there.
func (r *reader) nounAt(from, end int) *document.Source {
	d := r.doc
	to, noun := from, false
	for to < end {
		c := tagClasses[d.Tokens[to].Tag]
		if m := r.nameAt(to); m != nil {
			to, noun = m.Last, true
			continue
		}
		if c&nounPhrase == 0 || c&(determiner|owner) != 0 && to > from {
			break
		}
		noun = noun || c&nominal != 0
		to++
	}
	if !noun {
		return nil
	}
	s := r.named(document.Span{Start: d.Tokens[from].Start, End: d.Tokens[min(to, len(d.Tokens))-1].End})
	if s.Entity < 0 && !r.headWord(s.Span).Is(lexicon.OrgHead|lexicon.Agent|lexicon.Role|lexicon.Human|lexicon.Family|lexicon.State) && !r.headWordIsName(s.Span) {
		return nil
	}
	return s
}
