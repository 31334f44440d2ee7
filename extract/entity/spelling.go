package entity

import (
	"strings"
	"unicode"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// ordinary is a name in capitals, as a heading or a dateline has it, as a
// running text writes it, when the lexicon knows that: TEHRAN, JOHN EXAMPLE.
// Acronyms stay as they are, and so does a single word that was read as neither
// a person nor a place, unless it is a country or a capital.
func (r *reader) ordinary(name string, kinds lexicon.Kind, typ document.EntityType) string {
	if !lexicon.Capitals(name) || kinds.Has(lexicon.Acronym) {
		return name
	}
	if len(name) <= 3 || typ != document.Place && typ != document.Country && typ != document.Person && strings.IndexByte(name, ' ') < 0 && !kinds.Has(lexicon.Country|lexicon.Capital) {
		return name
	}
	for s := range r.lex.Senses(name) {
		if len(s.Name) == len(name) && strings.EqualFold(s.Name, name) {
			return s.Name
		}
	}
	words := strings.Split(name, " ")
	if len(words) < 2 {
		return name
	}
	for i, w := range words {
		double := typ == document.Person && strings.IndexByte(w, '-') > 0
		if bare := strings.Trim(w, "."); len(bare) > 1 && !double && !suffixes[strings.ToLower(bare)] && !r.lex.Of(w).Has(lexicon.Given|lexicon.Surname) {
			return name
		}
		if words[i] = titled(w); strings.Trim(w, "IV.") == "" && i == len(words)-1 {
			words[i] = w // III
		}
	}
	return strings.Join(words, " ")
}

// titled is a name in capitals with all but the first letter of each word, and
// those after hyphens and apostrophes, made small.
func titled(name string) string {
	after := ' '
	return strings.Map(func(c rune) rune {
		first := after == ' ' || after == '-' || after == '\'' || after == '’'
		after = c
		if first {
			return c
		}
		return unicode.ToLower(c)
	}, name)
}

// cutStop is a name without the full stop of its sentence, which stays with
// abbreviations: the College of Art, but Example Inc.
func cutStop(name string) string {
	rest, found := strings.CutSuffix(name, ".")
	if !found {
		return name
	}
	last := rest[strings.LastIndexByte(rest, ' ')+1:]
	if len(last) < 3 || len(last) == len(rest) || strings.IndexByte(last, '.') >= 0 || abbreviated[strings.ToLower(last)] {
		return name
	}
	return rest
}

var abbreviated = set("inc", "ltd", "corp", "llc", "bros", "univ", "dept", "gov", "gen", "sen", "rep", "plc", "assn", "mfg", "intl")
