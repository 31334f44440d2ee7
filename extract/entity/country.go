package entity

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// country is the entity of a country, made on first use.
func (r *reader) country(s lexicon.Sense) int32 {
	if e, ok := r.byISO[s.Country]; ok {
		return e
	}
	name, qid := s.Name, s.QID
	e := r.make(document.Entity{Type: document.Country, Name: name, Country: r.state(s.Country), Wikidata: qid})
	r.byISO[s.Country] = e
	return e
}

// hasCountry tells whether the article names the country.
func (r *reader) hasCountry(code string) bool {
	_, ok := r.byISO[code]
	return ok
}

// sense is the first sense of a phrase that is of one of the kinds.
func (r *reader) sense(phrase string, kinds lexicon.Kind) (lexicon.Sense, bool) {
	for s := range r.lex.Senses(phrase) {
		if s.Kind.Has(kinds) {
			return s, true
		}
	}
	return lexicon.Sense{}, false
}

// countries settles the groups that name countries, by name, by adjective or as
// a people.
func (r *reader) countries() {
	for i := range r.groups {
		g := &r.groups[i]
		switch g.typ {
		case document.Country:
			if s, ok := r.sense(g.text, lexicon.Country); ok {
				g.entity = r.country(s)
				continue
			}
			g.typ = document.Place
		case document.Group:
			s, ok := r.sense(g.text, lexicon.Adjective|lexicon.People)
			if !ok || unions[s.Country] || s.Detail == "autonomous" { // Kurds live in more than one country
				continue
			}
			if c, ok := r.lex.Country(s.Country); ok {
				g.entity = r.country(c)
			}
		}
	}
}

// unions have a code and an adjective, but who is called European seldom acts
// for the union.
var unions = map[string]bool{"EUE": true, "UNO": true}

// metonym tells whether the mention of a capital or another seat of government
// stands for the government: it acts, or is acted with.
func (r *reader) metonym(m *document.Mention) bool {
	before, after := m.First-1, m.Last
	if w := r.text(before); w == "the" || w == "The" {
		before--
	}
	switch prev := r.text(before); {
	case locative[prev]:
		return false
	case relational[prev]:
		return true
	}
	if r.text(after) == "'s" || r.text(after) == "’s" {
		return !r.lex.Of(r.text(after + 1)).Has(lexicon.Place)
	}
	switch r.tag(after) {
	case "VBZ", "VBD", "VBP", "MD":
		return true
	}
	return false
}

var locative = set("in", "at", "from", "near", "to", "outside", "around", "of", "through", "across", "inside", "into", "via", "towards", "toward", "visit", "visited", "visiting", "left", "leaving", "reached", "In", "At", "From", "Near", "Outside")

var relational = set("with", "against", "between", "Between", "With", "Against", "urged", "urging", "accused", "accusing", "told", "blamed", "by")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
