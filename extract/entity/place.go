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
// a place in such a country, and then a region or a city of which there is none
// as large elsewhere. A place that stays in doubt has no country: so do small
// towns, which have namesakes in no list, and words that aren't only names (the
// Gulf), in an article on something else.
func (r *reader) placeLand(phrase string) string {
	var first, capital lexicon.Sense
	second := 0     // people in the largest namesake in another country
	rival := false  // whether another country than the capital's has a region of the name
	nature := false // whether it may be a feature of no country
	own := r.isOwnName(phrase, lexicon.Place)
	if c := r.disputed(phrase); c != "" {
		return c
	}
	for s := range r.lex.Senses(phrase) {
		if !s.Kind.Has(lexicon.Place) || own && s.Name != phrase && !s.Kind.Has(lexicon.Capital) {
			continue
		}
		if s.Country == "" {
			if first.Kind == 0 {
				return "" // Asia, before a town of that name
			}
			nature = true
			continue
		}
		if r.concerns(s.Country) && (capital.Kind == 0 || s.Kind.Has(lexicon.Region)) {
			return r.state(s.Country)
		}
		switch {
		case s.Kind.Has(lexicon.Capital):
			if c, _ := r.lex.Country(s.Country); c.Detail != "dissolved" {
				capital = s
			}
		case first.Kind == 0:
			first = s
		case s.Country != first.Country:
			second = max(second, s.Population())
		}
		if capital.Kind != 0 && s.Kind.Has(lexicon.Region) && s.Country != capital.Country {
			rival = true
		}
	}
	switch personal := r.lex.Of(phrase).Has(lexicon.Given | lexicon.Surname); {
	case capital.Kind != 0 && !rival:
		return r.state(capital.Country)
	case capital.Kind != 0, r.isCommon(phrase):
		return ""
	case first.Kind.Has(lexicon.Feature):
		return r.state(r.agreed(phrase, lexicon.Place))
	case nature:
		return ""
	case first.Kind.Has(lexicon.Region) && second < metropolis, first.Kind.Has(lexicon.City) && first.Population() > dwarfs*second && (!personal || first.Population() > metropolis):
		return r.state(first.Country)
	}
	return ""
}

// disputed is the country of a disputed territory that bears a name, also for
// short: it is in the news before its namesakes, as Gaza is, unless the article is
// about the country of one.
func (r *reader) disputed(phrase string) string {
	land := ""
	for s := range r.lex.Senses(phrase) {
		switch {
		case s.Kind.Has(lexicon.Region) && s.Detail == "disputed" && s.Country != "":
			land = s.Country
		case s.Kind.Has(lexicon.Place) && s.Country != "" && s.Country != land && r.hasCountry(s.Country):
			return ""
		}
	}
	return land
}

// metropolis is the size, in people, of a city that comes to mind before a
// region or a person of its name.
const metropolis = 300_000

// dwarfs is how many times as large as its namesakes a city must be.
const dwarfs = 4

// isCommon tells whether a name is a word that is said of places everywhere.
func (r *reader) isCommon(name string) bool {
	return compass[name] || r.lex.Word(name).Is(lexicon.NameHead|lexicon.OrgHead|lexicon.State) || common[strings.ToLower(name)]
}

var common = set("northern", "southern", "eastern", "western", "central", "centre", "center", "north", "south", "east", "west", "gulf", "metro", "federal", "capital", "union", "valley", "coast", "delta", "highlands", "lowlands", "plateau")
