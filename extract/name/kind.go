package name

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// mention is the name of tokens [first, last) as the document has it: its class
// refined to a type by what the lexicon knows, and by the word that heads it.
func (s *Stage) mention(d *document.Document, first, last int, c Class) document.Mention {
	m := document.Mention{
		Span:  document.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
		First: first, Last: last, Kind: document.Name, Entity: -1,
	}
	known := s.lex.Of(d.Slice(m.Span))
	switch {
	case c == Person:
		m.Type = document.Person
	case known.Has(lexicon.Country) && c != Misc:
		m.Type = document.Country
	case known.Has(lexicon.Adjective|lexicon.People) && (c == Misc || !known.Has(lexicon.Country|lexicon.Place|lexicon.Organization)):
		m.Kind, m.Type = document.Demonym, document.Country
		if d.Tokens[last-1].Tag == "NNPS" {
			m.Type = document.Group
		}
	case c == Location:
		m.Type = document.Place
	case c == Organization:
		m.Type = document.Organization
	default:
		m.Type = document.Other
	}
	return m
}
