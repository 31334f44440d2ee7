package main

import (
	"dossier/extract/document"
	"dossier/extract/name"
	"dossier/extract/token"
)

// everyText is how often a text gets a copy in capitals.
const everyText = 10

// inCapitals gives copies of some of the texts: one in capitals throughout, as
// headings are, another with the names of persons in capitals, as bylines and
// the speakers of a transcript are. Corpora hold few of either.
func inCapitals(texts []text, tokens *token.Stage) []text {
	var out []text
	for i := range texts {
		t := &texts[i]
		switch i % everyText {
		case 0:
			out = append(out, t.raised(tokens, []document.Span{{Start: 0, End: len(t.Text)}}))
		case everyText / 2:
			var persons []document.Span
			for _, n := range t.names {
				if n.class == name.Person {
					persons = append(persons, n.Span)
				}
			}
			out = append(out, t.raised(tokens, persons))
		}
	}
	return out
}

// raised is the text with the ASCII letters of the spans in capitals.
func (t *text) raised(tokens *token.Stage, spans []document.Span) text {
	b := []byte(t.Text)
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			if 'a' <= b[i] && b[i] <= 'z' {
				b[i] -= 'a' - 'A'
			}
		}
	}
	out := text{Document: &document.Document{Article: document.Article{ID: t.ID, Text: string(b)}}}
	tokens.Apply(out.Document)
	for _, n := range t.names {
		out.names = append(out.names, goldName{Span: n.Span, class: n.class})
	}
	out.align()
	return out
}
