package entity

import (
	"strings"

	"dossier/extract/document"
)

// isLanguage tells whether an adjective of a country names its language: he
// speaks English, wrote in French.
func (r *reader) isLanguage(m *document.Mention) bool {
	if !speaking[r.text(m.First-1)] {
		return false
	}
	tag := r.tag(m.Last)
	return !strings.HasPrefix(tag, "NN") && !strings.HasPrefix(tag, "JJ") && tag != "POS" && r.names[min(m.Last, len(r.names)-1)] == 0
}

var speaking = set("in", "speak", "speaks", "spoke", "spoken", "speaking", "into", "learn", "learning", "learned", "fluent", "teach", "translated")

// language is the entity of a language, one for each word.
func (r *reader) language(g *group) int32 {
	r.buf = append(append(r.buf[:0], g.key...), 1)
	if e, ok := r.byISO[string(r.buf)]; ok {
		return e
	}
	e := r.make(document.Entity{Type: document.Other, Name: g.text})
	r.byISO[string(r.buf)] = e
	return e
}
