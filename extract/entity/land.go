package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// lands finds the countries that organisations act for and that places lie in.
func (r *reader) lands() {
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		k := &r.known[m.Entity]
		if k.Type != document.Organization || k.Country != "" || r.isUnion(k.Name) {
			continue // Palestine's UN bid
		}
		first, _ := r.sentence(m.First)
		t := m.First - 1
		if w := r.text(t); w == "'s" || w == "’s" {
			t-- // China's Central Military Commission
		}
		if t < first {
			continue
		}
		if before := r.mentionAt(t); before != nil && before.Last >= m.First-1 && r.known[before.Entity].Type == document.Country {
			k.Country = r.known[before.Entity].Country
		}
	}
	r.surroundings()
	for i := range r.known {
		k := &r.known[i]
		if k.Country == "" && (k.Type == document.Organization || k.Type == document.Place) {
			k.Country = r.landOf(k)
		}
	}
}

// landOf is the country that an organisation's name tells, or that the lexicon
// knows for it or for a place, when all its senses agree.
func (r *reader) landOf(k *known) string {
	if k.Type == document.Organization {
		if len(k.words) > 1 && r.distinctive(k) && r.isOwnName(k.Name, lexicon.Organization) {
			if c := r.agreed(k.Name, lexicon.Organization); c != "" {
				return c // the Bureau of Indian Affairs is American
			}
		}
		if c := r.landInName(k.Name); c != "" {
			return c
		}
		if !r.distinctive(k) {
			return ""
		}
		return r.agreed(k.Name, lexicon.Organization|lexicon.Acronym|lexicon.Metonym)
	}
	return r.placeLand(k.Name)
}

// agreed is the country of a phrase when all its senses of some kinds share it.
func (r *reader) agreed(phrase string, kinds lexicon.Kind) string {
	land, n := "", 0
	own := r.isOwnName(phrase, kinds)
	for s := range r.lex.Senses(phrase) {
		if !s.Kind.Has(kinds) || own && s.Name != phrase {
			continue
		}
		if s.Country == "" {
			if s.Kind.Has(lexicon.Feature) && s.Detail == "region" {
				return "" // the Sahel, of which a province has the name
			}
			continue
		}
		if s.Detail == "igo" {
			return ""
		}
		if s.Kind.Has(lexicon.Acronym) && s.Detail == "party" && !r.hasCountry(s.Country) {
			continue // every letter triple is a party somewhere
		}
		if n++; n > 1 && s.Country != land {
			return ""
		}
		land = s.Country
	}
	if unions[land] {
		return ""
	}
	return land
}

// isOwnName tells whether something bears the phrase as its name and not as an
// alias, which comes before what is only also called so.
func (r *reader) isOwnName(phrase string, kinds lexicon.Kind) bool {
	for s := range r.lex.Senses(phrase) {
		if s.Kind.Has(kinds) && s.Name == phrase {
			return true
		}
	}
	return false
}

// landInName is the country whose name or adjective stands in the name of an
// organisation, else that of a city in it: Chinese Communist Party, Bank of
// Japan, Baghdad University. New Mexico's bodies aren't Mexico's.
func (r *reader) landInName(name string) string {
	city := ""
	for i := 0; i < len(name); {
		n, kinds := r.longest(name[i:])
		if kinds.Has(lexicon.Country | lexicon.Adjective) {
			if c := r.landCalled(strings.TrimRight(name[i:i+n], " ")); c != "" {
				return c
			}
		}
		if city == "" && kinds.Has(lexicon.Capital|lexicon.City) && !kinds.Has(lexicon.Given|lexicon.Surname) {
			if c := r.placeLand(strings.TrimRight(name[i:i+n], " ")); kinds.Has(lexicon.Metonym) || r.hasCountry(c) {
				city = c
			}
		}
		i += n
	}
	return city
}

// landCalled is the state that a name or an adjective belongs to, "" when it
// belongs to several: Kurds live in more than one, Syrian Kurds don't.
func (r *reader) landCalled(phrase string) string {
	s, ok := r.sense(phrase, lexicon.Country|lexicon.Adjective)
	if ok && !r.hasCountry(s.Country) && (native[phrase] || r.lex.Word(phrase).Class != 0) {
		return "" // the Bureau of Indian Affairs; a Pacific Island Forum isn't Iceland's
	}
	if !ok || unions[s.Country] || s.Detail == "autonomous" && !strings.Contains(phrase, " ") {
		return ""
	}
	return r.state(s.Country)
}

// native are adjectives of a country that are also said of the first people of
// another one.
var native = set("Indian")

// maxLandWords is how many words the name of a country has inside another name.
const maxLandWords = 4

// longest is the longest name of a country or a place that begins a phrase, or
// else its first word, with the space behind.
func (r *reader) longest(phrase string) (n int, kinds lexicon.Kind) {
	k := lexicon.NewKey
	for i, words := 0, 0; words < maxLandWords && i < len(phrase); words++ {
		j := i
		for j < len(phrase) && phrase[j] != ' ' {
			j++
		}
		k = k.Add(phrase[i:j])
		found := r.lex.Kinds(k)
		if words == 0 || found.Has(lexicon.Country|lexicon.Adjective|lexicon.Place) {
			n, kinds = j, found
		}
		if !found.Has(lexicon.Prefix) || j == len(phrase) {
			break
		}
		k = k.Add(" ")
		i = j + 1
	}
	return min(n+1, len(phrase)), kinds
}

// state is the code of the state that a code belongs to: England acts for the
// United Kingdom.
func (r *reader) state(code string) string {
	if len(code) == 3 && code[0] == 'X' {
		if c, ok := r.lex.Country(code); ok && c.Parent() != "" {
			return c.Parent()
		}
	}
	return code
}
