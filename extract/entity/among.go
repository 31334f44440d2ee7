package entity

import (
	"strings"

	"dossier/extract/document"
)

// maxList is how many tokens of a list are looked through for what opens it.
const maxList = 80

// among tells whether a name stands in a list that only says who is among those
// whom the words before it mean: "with colleagues including Ann Example (X), Rep.
// [Carl Miller]". Such people aren't the subject.
func (r *reader) among(m *document.Mention) bool {
	first, _ := r.sentence(m.First)
	deep := false // in brackets, read from their end
	for t := m.First - 1; t >= max(first, m.First-maxList); t-- {
		w := r.text(t)
		switch {
		case w == ")":
			deep = true
		case w == "(":
			deep = false
		case deep || w == "," || w == "." || w == "and" || r.isTitled(t) || isCapital(w) && (r.isTitled(t+1) || strings.HasSuffix(w, ".")):
		case w == "including":
			return true
		default:
			n := r.mentionAt(t)
			if n == nil || n.Type != document.Person && n.Type != document.Organization {
				return false
			}
			t = n.First
		}
	}
	return false
}
