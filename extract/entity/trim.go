package entity

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// trim narrows a mention that took in a title to the name of the person: a
// reader of names often takes "Colonel General Ada Example" for one name, and
// then for that of an organisation.
func (r *reader) trim(m *document.Mention) {
	if m.Last-m.First < 2 || m.Kind != document.Name {
		return
	}
	start := -1
	for t := m.First; t < m.Last-1; t++ {
		w := r.word(t)
		if !w.Is(lexicon.Role|lexicon.Honorific) || !isCapital(r.text(t)) {
			continue
		}
		next := t + 1
		if r.text(next) == "." && next+1 < m.Last {
			next++
		}
		if m.Type == document.Person && (t > m.First || !r.lex.Of(r.text(t)).Has(lexicon.Given)) || r.isFullName(next, m.Last) {
			start = next
		}
	}
	// General of the Army Ada Example: what is left may still hold the end of
	// a title.
	if start < 0 && m.Type != document.Person && m.Last-m.First == 3 && r.kindsOf(m.First+1, m.Last).Has(lexicon.Leader) {
		start = m.First + 1
	}
	if start < 0 {
		return
	}
	m.First, m.Start, m.Type = start, r.doc.Tokens[start].Start, document.Person
}

// kindsOf is what the tokens [first, last) can be.
func (r *reader) kindsOf(first, last int) lexicon.Kind {
	return r.lex.Of(r.doc.Text[r.doc.Tokens[first].Start:r.doc.Tokens[last-1].End])
}

// isFullName tells whether tokens look like the name of a person: one that the
// lexicon knows, or a given name and another name that no place or body is
// called by.
func (r *reader) isFullName(first, last int) bool {
	if last-first < 2 || last-first > 4 {
		return false
	}
	if r.kindsOf(first, last).Has(lexicon.Person) {
		return true
	}
	end := r.text(last - 1)
	return r.lex.Of(r.text(first)).Has(lexicon.Given) && isCapital(end) &&
		!r.lex.Word(end).Is(lexicon.OrgHead|lexicon.NameHead|lexicon.Role|lexicon.Agent)
}

func isCapital(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }
