package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// mention is the name of tokens [first, last) as the document has it: its class
// refined to a type by what the lexicon knows of it, and by the word that heads
// it.
func (s *Stage) mention(d *document.Document, first, last int, c Class) document.Mention {
	m := document.Mention{
		Span:  document.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
		First: first, Last: last, Kind: document.Name, Entity: -1,
	}
	known := s.lex.Of(d.Slice(m.Span))
	if c == Location && known&^lexicon.Prefix == 0 {
		known = s.lex.Of(lexicon.Named(d.Slice(m.Span)))
	}
	c = corrected(c, last-first, known)
	head, ends := head(d, first, last)
	plural := d.Tokens[last-1].Tag == "NNPS" || d.Tokens[last-1].Tag == "NNS"
	switch {
	case c == Person:
		m.Type = document.Person
	case known.Has(lexicon.Country) && (c != Misc || !known.Has(lexicon.Adjective|lexicon.People)):
		m.Type = document.Country
	case known.Has(lexicon.Adjective|lexicon.People) && (c == Misc || !known.Has(lexicon.Country|lexicon.Place|lexicon.Organization)):
		m.Kind, m.Type = document.Demonym, document.Country
		if !known.Has(lexicon.Adjective) {
			m.Type = document.Group // Russians
		}
	case last-first == 1 && plural && s.lex.Word(head).Is(lexicon.Role):
		m.Type = document.Group // Democrats
	case c == Location:
		m.Type = document.Place
	case last-first > 1 && s.headType(head) != "" && (c == Misc || ends):
		m.Type = s.headType(head)
	case c == Organization:
		m.Type = document.Organization
	case last-first == 1 && !strings.ContainsAny(head, "0123456789") && (plural || peoples(head, d.Tokens[first].Tag)):
		m.Kind, m.Type = document.Demonym, document.Group
	case quoted(d, first, last):
		m.Type = document.Work
	default:
		m.Type = document.Other
	}
	return m
}

// postal tells whether the name is the two letters of a state after a place,
// whatever else they stand for: "Oakland, CA". The sentence pauses or ends after
// them.
func postal(d *document.Document, m *document.Mention) bool {
	if m.Last-m.First != 1 || m.Len() != 2 || strings.ToUpper(d.Slice(m.Span)) != d.Slice(m.Span) || len(d.Mentions) == 0 {
		return false
	}
	before := &d.Mentions[len(d.Mentions)-1]
	if before.Type != document.Place || before.Last != m.First-1 || d.Slice(d.Tokens[before.Last].Span) != "," {
		return false
	}
	if m.Last == len(d.Tokens) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(d.Slice(d.Tokens[m.Last].Span))
	return !unicode.IsLetter(next)
}

// corrected is the class of a name of n words that the lexicon knows for an
// organisation and nothing else, where the model tends to err: "Morgan Stanley"
// is no person. On the development sets it is right nine times in ten against
// persons, and five in eight against other things and places.
func corrected(c Class, n int, known lexicon.Kind) Class {
	const others = lexicon.Country | lexicon.Place | lexicon.Person | lexicon.Adjective | lexicon.People | lexicon.Metonym | lexicon.WeakMetonym
	if !known.Has(lexicon.Organization|lexicon.Acronym) || known.Has(others) {
		return c
	}
	if c == Misc || c == Person && n > 1 || c == Location && n == 1 {
		return Organization
	}
	return c
}

// headType is the type of the events and works that the noun heads ("Paris
// Agreement", "Battle of the Bay"), "" when it heads none.
func (s *Stage) headType(noun string) document.EntityType {
	w := s.lex.Word(noun)
	if !w.Is(lexicon.NameHead) {
		return ""
	}
	switch w.Detail {
	case "event":
		return document.Event
	case "work":
		return document.Work
	}
	return ""
}

// head is the noun that the others of a name belong to: the last before its
// first preposition ("Office of Bridges and Tunnels"), else the last; ends tells
// whether it is the last.
func head(d *document.Document, first, last int) (noun string, ends bool) {
	for i := first + 1; i < last-1; i++ {
		switch roleWords[d.Slice(d.Tokens[i].Span)] {
		case of, linking, locative:
			return d.Slice(d.Tokens[i-1].Span), false
		}
	}
	return d.Slice(d.Tokens[last-1].Span), true
}

// peoples tells whether the word is the adjective of a people, a faith or a
// region, which the lexicon knows under no country: Arab, Islamic, Jewish.
func peoples(word, tag string) bool {
	if tag == "JJ" {
		return true
	}
	word = strings.TrimSuffix(word, "s")
	for _, suffix := range []string{"an", "ish", "ese", "ic", "ist", "im", "ite"} {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// quoted tells whether the name fills a pair of quotation marks, as titles of
// works do.
func quoted(d *document.Document, first, last int) bool {
	if first == 0 || last == len(d.Tokens) {
		return false
	}
	return roleWords[d.Slice(d.Tokens[first-1].Span)] == quote && roleWords[d.Slice(d.Tokens[last].Span)] == quote
}
