package entity

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// maxForenames is how many given names a reader of names may have left before a
// name.
const maxForenames = 2

// forename gives mention i, the name of a person, the given names before it that
// a reader of names took for something else: a title, or the end of a dateline, as
// in "OLDTOWN - [Ali] Reza Miller".
func (r *reader) forename(i int) {
	m := &r.doc.Mentions[i]
	if m.Kind != document.Name || m.Type != document.Person || m.Last-m.First < 2 || r.isTitled(m.First) {
		return
	}
	low, _ := r.sentence(m.First)
	if i > 0 {
		low = max(low, r.doc.Mentions[i-1].Last)
	}
	start := m.First
	for start > low && m.First-start < maxForenames && r.isForename(start-1) {
		start--
	}
	if start == m.First && start > low && r.isStrange(start-1) && !r.lex.Of(r.text(m.First)).Has(lexicon.Given) && (start-1 == low && i > 0 && r.doc.Mentions[i-1].Last == low && r.doc.Mentions[i-1].Type == document.Place || r.isTitled(start-2)) {
		start-- // envoy to Oldtown Qilixa [Kazemi Miller]; no Executive Assistant [Ann Miller]
	}
	if start == m.First {
		return
	}
	if before := r.tag(start - 1); start > low && (before == "PRP$" || before == "NNP" && !r.isTitled(start-1)) {
		return // His Majesty, or the end of what a body or a place is called
	}
	m.First, m.Start = start, r.doc.Tokens[start].Start
}

// isTitled tells whether a token is what is written before names.
func (r *reader) isTitled(t int) bool {
	return r.word(t).Is(lexicon.Role | lexicon.Honorific)
}

// isForename tells whether a token is a given name and nothing else: Jordan and
// Washington are more often no people.
func (r *reader) isForename(t int) bool {
	w := r.text(t)
	return r.tag(t) == "NNP" && isCapital(w) && !lexicon.Capitals(w) && r.word(t).Class == 0 &&
		r.lex.Of(w).Has(lexicon.Given) && !r.lex.Of(w).Has(lexicon.Country|lexicon.Capital|lexicon.Adjective|lexicon.Organization)
}

// isStrange tells whether a token is a word for a name that no list has.
func (r *reader) isStrange(t int) bool {
	w := r.text(t)
	return r.tag(t) == "NNP" && isCapital(w) && len(w) > 2 && !lexicon.Capitals(w) && r.word(t).Class == 0 && r.lex.Of(w)&^lexicon.Prefix == 0
}

// town takes for a place the one in "Keene Mayor Ann Example", which a reader of
// names took for a person: whoever bears the office stands behind it.
func (r *reader) town(i int) {
	m := &r.doc.Mentions[i]
	if m.Kind != document.Name || m.Type != document.Person || m.Last-m.First > 2 || i+1 == len(r.doc.Mentions) {
		return
	}
	next := &r.doc.Mentions[i+1]
	office := r.word(m.Last)
	if next.First == m.Last+1 && next.Type == document.Person && isCapital(r.text(m.Last)) && office.Is(lexicon.Role) && offices[office.Detail] &&
		r.kindsOf(m.First, m.Last).Has(lexicon.Place) {
		m.Type = document.Place
	}
}
