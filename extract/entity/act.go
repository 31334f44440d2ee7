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
	switch {
	case next == "," && r.text(after+1) == "which" && r.isFinite(after+2):
		return r.deed(after + 2)
	case next == "," && isCapital(r.text(after+1)), next == "-", next == "–":
		return false // Washington, D.C.; Moscow-based
	}
	if acts, known := r.placedBy(before); known {
		return acts
	}
	if next == "'s" || next == "’s" {
		return capital && r.ownsDeed(after+1)
	}
	if r.tag(after) == "RB" {
		after++
	}
	if r.isFinite(after) {
		return r.deed(after) && r.text(after+1) != "home"
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

// placedBy judges a mention by the word before it, or by the one before the
// other half of a pair that it ends; known is false when that tells nothing.
func (r *reader) placedBy(before int) (acts, known bool) {
	if r.text(before) == "and" {
		left := r.mentionAt(before - 1)
		if left == nil || left.Last != before {
			return false, false
		}
		before = left.First - 1
	}
	prev := r.text(before)
	switch {
	case locative[prev]:
		return false, true
	case relational[prev]:
		return !travels[r.text(before-1)], true
	case prev == "on" && hostile[r.text(before-1)]:
		return true, true
	}
	switch r.word(before).Report {
	case lexicon.Judge, lexicon.Ask:
		return true, strings.HasPrefix(r.tag(before), "VB")
	}
	return false, false
}

// ownsDeed tells whether the noun group that begins at a token is what a
// government has, such as a policy, and not what a city has.
func (r *reader) ownsDeed(t int) bool {
	for i := t; i < t+4; i++ {
		tag := r.tag(i)
		if !strings.HasPrefix(tag, "NN") && tag != "JJ" {
			return i > t && strings.HasPrefix(r.tag(i-1), "NN")
		}
		w := r.word(i)
		if i < len(r.names) && r.names[i] != 0 || isCapital(r.text(i)) || w.Is(lexicon.NameHead) && w.Detail == "place" || urban[r.text(i)] {
			return false
		}
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
		// Doing it, or ready to do it, opposed to doing it.
		return r.tag(next) == "VBG" || r.text(next+1) == "to" && strings.HasPrefix(r.tag(next+2), "VB")
	case having[verb]:
		return r.tag(next) == "VBN" && !being[r.text(next)]
	}
	return !lying[verb]
}

var (
	being  = set("is", "was", "are", "were", "be", "been", "'s", "’s")
	having = set("has", "have", "had")
	lying  = set("lies", "lay", "stands", "sits", "hosts", "hosted", "host", "saw", "sees", "remains", "remained", "became", "becomes", "ranks", "ranked", "looks", "looked", "seems", "boasts")
)

var locative = set("in", "at", "from", "near", "to", "outside", "around", "of", "through", "across", "inside", "into", "via", "towards", "toward", "visit", "visited", "visiting", "left", "leaving", "reached", "In", "At", "From", "Near", "Outside")

var relational = set("with", "against", "between", "Between", "With", "Against", "told", "by")

// travels are what is between cities and not between governments.
var travels = set("flight", "flights", "Flights", "train", "trains", "Trains", "road", "roads", "highway", "railway", "route", "routes", "distance", "halfway", "services", "travel", "travelled", "traveled")

// hostile is what is put on a government.
var hostile = set("sanctions", "embargo", "pressure", "tariffs", "imposed", "restrictions", "war")

// urban is what a city has.
var urban = set("mayor", "air", "pollution", "traffic", "streets", "metro", "subway", "population", "residents", "people", "suburbs", "outskirts", "earthquake",
	"weather", "climate", "skyline", "livability", "airports", "schools", "hospitals", "shops", "bazaar", "center", "centre", "north", "south", "east", "west", "poor", "transport")
