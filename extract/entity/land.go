package entity

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// lands finds the countries that organisations act for and that places lie in.
func (r *reader) lands() {
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		k := &r.known[m.Entity]
		if k.Type != document.Organization || k.Country != "" {
			continue
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
	for s := range r.lex.Senses(phrase) {
		if !s.Kind.Has(kinds) || s.Country == "" {
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

// placeLand is the country of a place. A capital, and a place in a country that
// the article names, are meant before others of the name; among those the first
// sense is the largest. A small town that isn't alone stays without.
func (r *reader) placeLand(phrase string) string {
	var first lexicon.Sense
	for s := range r.lex.Senses(phrase) {
		if !s.Kind.Has(lexicon.Place) {
			continue
		}
		if s.Country == "" && first.Kind == 0 {
			return "" // Asia, before a town of that name
		}
		if s.Kind.Has(lexicon.Capital) || r.hasCountry(s.Country) {
			return s.Country
		}
		if first.Kind == 0 {
			first = s
		}
	}
	if first.Kind.Has(lexicon.Town | lexicon.Feature) {
		return r.agreed(phrase, lexicon.Place)
	}
	return first.Country
}

// landInName is the country whose name or adjective stands in the name of an
// organisation: Chinese Communist Party, Bank of Japan. New Mexico's bodies
// aren't Mexico's.
func (r *reader) landInName(name string) string {
	for i := 0; i < len(name); {
		n, kinds := r.longest(name[i:])
		if kinds.Has(lexicon.Country | lexicon.Adjective) {
			if c := r.landCalled(strings.TrimRight(name[i:i+n], " ")); c != "" {
				return c
			}
		}
		i += n
	}
	return ""
}

// landCalled is the state that a name or an adjective belongs to, "" when it
// belongs to several: Kurds live in more than one, Syrian Kurds don't.
func (r *reader) landCalled(phrase string) string {
	s, ok := r.sense(phrase, lexicon.Country|lexicon.Adjective)
	if !ok || unions[s.Country] || s.Detail == "autonomous" && !strings.Contains(phrase, " ") {
		return ""
	}
	return r.state(s.Country)
}

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

// officeYears is how far from an article a person's offices may lie: former
// ministers are in the news for years.
const officeYears = 6

// link gives Wikidata's number to who is known for certain.
func (r *reader) link() {
	for i := range r.known {
		switch k := &r.known[i]; k.Type {
		case document.Person:
			r.linkPerson(k)
		case document.Organization:
			r.linkOrganization(k)
		}
	}
}

// linkPerson links a full name that one politician alone bears who was in
// office about then, unless the article gives another country.
func (r *reader) linkPerson(k *known) {
	var found lexicon.Sense
	n := 0
	name := k.Name
	if !r.lex.Of(name).Has(lexicon.Person) {
		name = cutInitials(name)
	}
	for s := range r.lex.Senses(name) {
		if !s.Kind.Has(lexicon.Person) || !s.InOffice(r.doc.Date, officeYears) {
			continue
		}
		if n > 0 && s.QID == found.QID && s.Name == found.Name {
			continue
		}
		found = s
		n++
	}
	if n != 1 || k.Country != "" && found.Country != "" && found.Country != k.Country {
		return
	}
	if !k.full && !found.Kind.Has(lexicon.Leader) {
		return
	}
	if k.Country == "" && !unions[found.Country] {
		k.Country = found.Country
	}
	if k.full || heads(k, found, r.doc.Date) {
		k.Wikidata = found.QID
	}
	if k.Gender == document.UnknownGender {
		k.Gender = r.genderOf(&known{Entity: document.Entity{Type: document.Person, Name: found.Name}, full: true})
	}
	for o := range found.Offices() {
		if o.Kind == "head_of_state" && holds(o, r.doc.Date) && len(k.roles) < 8 {
			k.roles = append(k.roles, role{head: "president", detail: "head"})
			break
		}
	}
}

// cutInitials is a name without the initials in its middle.
func cutInitials(name string) string {
	words := strings.Split(name, " ")
	if len(words) < 3 {
		return name
	}
	kept := slices.DeleteFunc(words[1:len(words)-1], func(w string) bool { return len(strings.Trim(w, ".")) <= 1 })
	return strings.Join(append(append(words[:1:1], kept...), words[len(words)-1]), " ")
}

// heads tells whether the article gives a surname the title of a head of state
// or government, and the person was that on its day: "President Example" is
// known for certain.
func heads(k *known, s lexicon.Sense, day string) bool {
	if day == "" || !slices.ContainsFunc(k.roles, func(r role) bool { return r.detail == "head" || r.head == "minister" }) {
		return false
	}
	for o := range s.Offices() {
		if (o.Kind == "head_of_state" || o.Kind == "head_of_government") && holds(o, day) {
			return true
		}
	}
	return false
}

// holds tells whether an office was held on a day; "" is any day.
func holds(o lexicon.Office, day string) bool {
	return day == "" || o.Start <= day && (o.End == "" || day <= o.End)
}

// distinctive tells whether a name has a word that isn't said of the bodies of
// every country: any state has a Senate and a Ministry of Finance.
func (r *reader) distinctive(k *known) bool {
	if len(k.words) == 1 && lexicon.Capitals(k.Name) {
		return true
	}
	for _, w := range k.words {
		if !everyday[w] && !r.lex.Word(w).Is(lexicon.OrgHead|lexicon.Function|lexicon.Agent|lexicon.Role|lexicon.State) {
			return true
		}
	}
	return false
}

// everyday are words for the business of a state, in the names of its bodies.
var everyday = set("federal", "national", "state", "supreme", "central", "general", "public", "foreign", "affairs",
	"defense", "defence", "justice", "interior", "health", "education", "finance", "economy", "labor", "labour",
	"agriculture", "transport", "transportation", "energy", "environment", "trade", "commerce", "security", "home",
	"representatives", "lower", "upper", "royal", "republican", "democratic", "liberal", "conservative", "people",
	"people's", "social", "socialist", "workers", "electoral", "election", "high", "civil", "human", "rights",
	"constitutional", "judicial", "council", "external", "internal", "culture", "science", "technology", "industry",
	"information", "planning", "development", "housing", "tourism", "sports", "youth", "women", "children",
	"special", "joint", "chiefs", "staff", "armed", "intelligence", "reserve", "statistics", "standing")

// linkOrganization links a name that one organisation alone bears.
func (r *reader) linkOrganization(k *known) {
	qid := ""
	if s, ok := r.sense(k.Name, lexicon.Organization); ok && unions[s.Country] {
		k.Wikidata, k.detail = s.QID, s.Detail
		return
	}
	if !r.distinctive(k) && k.Country == "" {
		return
	}
	for s := range r.lex.Senses(k.Name) {
		if !s.Kind.Has(lexicon.Organization | lexicon.Acronym) {
			continue
		}
		if k.detail == "" {
			k.detail = s.Detail
		}
		switch {
		case k.Country != "" && s.Country != "" && s.Country != k.Country:
		case s.QID == "" || qid != "" && qid != s.QID:
			return
		default:
			qid = s.QID
		}
	}
	k.Wikidata = qid
}
