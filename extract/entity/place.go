package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// surroundings remembers which countries the article is about: those that it
// names, and those that places lie in whose name no other country has.
func (r *reader) surroundings() {
	r.about = emptied(r.about)
	for i := range r.known {
		k := &r.known[i]
		if k.Type != document.Place || !r.lex.Of(k.Name).Has(lexicon.Region|lexicon.Capital|lexicon.City) || r.isCommon(k.Name) {
			continue
		}
		if c := r.agreed(k.Name, lexicon.Place); c != "" {
			r.about[c] = true
		}
	}
}

// concerns tells whether the article is about a country.
func (r *reader) concerns(code string) bool { return r.hasCountry(code) || r.about[code] }

// placeLand is the country of a place. A capital is meant before others of the
// name, unless a region of a country that the article is about has it too; then
// a place in such a country, and then the largest one, if it is far larger than
// its namesakes elsewhere. A place that stays in doubt has no country, and a
// word that isn't only a name has none by itself: the Gulf, Orange.
func (r *reader) placeLand(phrase string) string {
	var first, capital lexicon.Sense
	second := 0      // people in the largest namesake in another country
	regions := false // whether another country than the capital's has a region of the name
	for s := range r.lex.Senses(phrase) {
		if !s.Kind.Has(lexicon.Place) {
			continue
		}
		if s.Country == "" && first.Kind == 0 {
			return "" // Asia, before a town of that name
		}
		if r.concerns(s.Country) && (capital.Kind == 0 || s.Kind.Has(lexicon.Region)) {
			return r.state(s.Country)
		}
		switch {
		case s.Kind.Has(lexicon.Capital):
			capital = s
		case first.Kind == 0:
			first = s
		case s.Country != first.Country:
			second = max(second, s.Population())
		}
		if capital.Kind != 0 && s.Kind.Has(lexicon.Region) && s.Country != capital.Country {
			regions = true
		}
	}
	switch {
	case capital.Kind != 0 && !regions:
		return r.state(capital.Country)
	case capital.Kind != 0, r.isCommon(phrase):
		return ""
	case first.Kind.Has(lexicon.Region) && second < metropolis:
		return r.state(first.Country)
	case first.Kind.Has(lexicon.City) && first.Population() > dwarfs*second:
		return r.state(first.Country)
	}
	return r.state(r.agreed(phrase, lexicon.Place))
}

// metropolis is the size, in people, of a city that comes to mind before a
// region of its name.
const metropolis = 1_000_000

// dwarfs is how many times as large as its namesakes a city must be.
const dwarfs = 4

// isCommon tells whether a name is a word that is said of places everywhere.
func (r *reader) isCommon(name string) bool {
	return compass[name] || r.lex.Word(name).Is(lexicon.NameHead|lexicon.OrgHead|lexicon.State) || common[strings.ToLower(name)]
}

var common = set("northern", "southern", "eastern", "western", "central", "centre", "center", "north", "south", "east", "west", "gulf", "metro", "federal", "capital", "union", "valley", "coast")
