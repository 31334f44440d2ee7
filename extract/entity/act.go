package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// acts tells by the words around a mention whether it is used like the name of
// an actor and not of a place.
func (r *reader) acts(m *document.Mention, capital bool) bool {
	before, after := m.First-1, m.Last
	if w := r.text(before); w == "the" || w == "The" {
		before--
	}
	next := r.text(after)
	if next == "," && isCapital(r.text(after+1)) || next == "-" || next == "–" {
		return false // Washington, D.C.; Moscow-based
	}
	switch prev := r.text(before); {
	case locative[prev]:
		return false
	case relational[prev]:
		return !travels[r.text(before-1)]
	}
	if next == "'s" || next == "’s" {
		return capital && strings.HasPrefix(r.tag(after+1), "NN") && r.names[min(after+1, len(r.names)-1)] == 0
	}
	if r.tag(after) == "RB" {
		after++
	}
	if r.isFinite(after) {
		return r.deed(after) && r.text(after+1) != "home" && !travels[r.text(r.nounBefore(before))]
	}
	if other := r.joined(m); other != nil {
		return r.acts(other, capital) // London and Paris agreed
	}
	// At the head of a sentence it is the subject, unless it is a dateline or
	// belongs to what follows.
	if first, _ := r.sentence(m.First); m.First == first {
		return r.tag(m.Last) == "RB" || r.tag(m.Last) == "IN"
	}
	return false
}

// joined is the capital that and ties to a mention and that ends the pair.
func (r *reader) joined(m *document.Mention) *document.Mention {
	if r.text(m.Last) != "and" {
		return nil
	}
	other := r.mentionAt(m.Last + 1)
	if other == nil || !r.groups[r.groupOf[r.names[m.Last+1]-1]].kinds.Has(lexicon.Metonym|lexicon.Country) {
		return nil
	}
	return other
}

// nounBefore is the word before a pair of names of which the second one stands
// behind a token: flights in "flights between London and Paris".
func (r *reader) nounBefore(t int) int {
	if r.text(t) != "and" {
		return -1
	}
	if m := r.mentionAt(t - 1); m != nil && relational[r.text(m.First-1)] {
		return m.First - 2
	}
	return -1
}

// deed tells whether a finite verb says what a government does, and not what a
// city is, has or is hit by.
func (r *reader) deed(t int) bool {
	verb := r.text(t)
	next := t + 1
	for r.tag(next) == "RB" {
		next++
	}
	switch {
	case being[verb]:
		return r.tag(next) == "VBG"
	case having[verb]:
		return r.tag(next) == "VBN" && !being[r.text(next)]
	}
	return !lying[verb]
}

var (
	being  = set("is", "was", "are", "were", "be", "been", "'s", "’s")
	having = set("has", "have", "had")
	lying  = set("lies", "lay", "stands", "sits", "hosts", "hosted", "host", "saw", "sees", "remains", "remained", "became", "becomes", "looks", "looked", "seems", "boasts")
)

var locative = set("in", "at", "from", "near", "to", "outside", "around", "of", "through", "across", "inside", "into", "via", "towards", "toward", "visit", "visited", "visiting", "left", "leaving", "reached", "In", "At", "From", "Near", "Outside")

var relational = set("with", "against", "between", "Between", "With", "Against", "urged", "urging", "accused", "accusing", "told", "blamed", "warned", "warning", "by")

// travels are what is between cities and not between governments.
var travels = set("flight", "flights", "Flights", "train", "trains", "Trains", "road", "roads", "highway", "railway", "route", "routes", "distance", "halfway", "services", "travel", "travelled", "traveled")
