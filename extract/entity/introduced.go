package entity

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// maxFullName is how many words the name of a person has.
const maxFullName = 4

// isIntroduced tells whether a name that no list has is that of a person by the way
// in which the article first gives it: with a title right before it, or with what
// he is in commas behind it, as in "Ruslan Example, the deputy harbour minister".
func (r *reader) isIntroduced(g *group) bool {
	m := &r.doc.Mentions[g.first]
	if n := m.Last - m.First; n < 2 || n > maxFullName || m.Kind != document.Name || r.text(m.First-1) == "," && !r.lex.Of(r.text(m.First)).Has(lexicon.Given) || g.kinds.Has(lexicon.Country|lexicon.Place|lexicon.Organization|lexicon.Acronym|lexicon.Adjective) {
		return false
	}
	for t := m.First; t < m.Last; t++ {
		if w := r.text(t); !isCapital(w) || lexicon.Capitals(w) || r.word(t).Class&^lexicon.Honorific != 0 || r.lex.Of(w).Has(lexicon.Country|lexicon.Place|lexicon.Adjective) && !r.lex.Of(w).Has(lexicon.Given|lexicon.Surname) {
			return false
		}
	}
	head := m.First - 1
	if !isCapital(r.text(head)) || !r.isRoleNoun(head) {
		end := 0
		if _, head, end = r.addedAfter(m); r.isFinite(end) {
			return false // in Oldtown, an official said
		}
	}
	return head >= 0 && offices[r.word(head).Detail] && r.word(head).Lemma != "leader" // in sales
}
