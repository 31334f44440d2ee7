package entity

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// officeYears is how far from an article a person's offices may lie: former
// ministers are in the news for years.
const officeYears = 6

// link gives Wikidata's number to who is known for certain. Members of
// parliaments, who have namesakes, need the company of others from the politics
// of their country.
func (r *reader) link() {
	r.politics = emptied(r.politics)
	for _, certain := range []bool{true, false} {
		for i := range r.known {
			if k := &r.known[i]; k.Type == document.Person && k.Wikidata == "" && (certain || k.full) {
				r.linkPerson(k, certain)
			}
		}
	}
	r.bodies()
	for i := range r.known {
		if k := &r.known[i]; k.Type == document.Organization {
			r.linkOrganization(k)
		}
	}
}

// company counts the people of an article from the politics of one country:
// those who are that by themselves, and those who have only the name.
type company struct{ certain, likely int32 }

// enough is how many members of one parliament are no coincidence, as in a list
// of those who signed.
const enough = 3

// linkPerson links a full name that one politician alone bears who was in
// office about then, unless the article gives another country.
func (r *reader) linkPerson(k *known, certain bool) {
	var found lexicon.Sense
	n := 0
	name := strings.ReplaceAll(k.Name, ", ", " ") // Biden, Jr.
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
	company := r.politics[found.Country]
	switch {
	case prominent(found) || inPolitics(k, found):
		company.certain++
	case certain:
		company.likely++
	}
	r.politics[found.Country] = company
	if company.certain == 0 && (certain || company.likely < enough) {
		return
	}
	if k.Country == "" && !unions[found.Country] && reigns(found) < enough {
		k.Country = found.Country
	}
	gender := r.genderOf(&known{Entity: document.Entity{Type: document.Person, Name: found.Name}, full: true})
	short := found.Kind.Has(lexicon.Short) && prominent(found) && (k.Gender == document.UnknownGender || gender == document.UnknownGender || k.Gender == gender)
	if k.full || short || heads(k, found, r.doc.Date) {
		k.Wikidata = found.QID
		if !k.full && (short || strings.HasSuffix(found.Name, " "+k.Name)) {
			k.Name = found.Name // the article has the surname of its president alone
		}
	}
	if k.Gender == document.UnknownGender {
		k.Gender = gender
	}
	for o := range found.Offices() {
		if o.Kind == "head_of_state" && holds(o, r.doc.Date) && len(k.roles) < maxRoles {
			k.roles = append(k.roles, role{head: r.headOf(o.Title), detail: "head", title: o.Title})
			break
		}
	}
}

// headOf is the noun of an office's title: leader of Supreme Leader of Oldland.
func (r *reader) headOf(title string) string {
	head := "president"
	for word := range strings.FieldsSeq(title) {
		if word == "of" {
			break
		}
		if w := r.lex.Word(word); w.Is(lexicon.Role) {
			head = w.Lemma
		}
	}
	return head
}

// reigns counts the states that somebody is the head of; a queen of many acts for
// none of them by herself.
func reigns(s lexicon.Sense) int {
	n := 0
	for o := range s.Offices() {
		if o.Kind == "head_of_state" && o.Country != s.Country {
			n++
		}
	}
	return n
}

// prominent tells whether somebody held an office whose holders news names
// without saying what they are. Members of parliaments have namesakes.
func prominent(s lexicon.Sense) bool {
	for o := range s.Offices() {
		if highOffices[o.Kind] {
			return true
		}
	}
	return false
}

var highOffices = set("head_of_state", "head_of_government", "vice_head_of_state", "deputy_head_of_government", "foreign_minister",
	"defence_minister", "finance_minister", "interior_minister", "minister", "speaker", "security", "central_bank", "military", "spokesperson")

// inPolitics tells whether the article says of a person what fits a politician:
// an office, or the country.
func inPolitics(k *known, s lexicon.Sense) bool {
	if k.Country != "" && k.Country == s.Country {
		return true
	}
	return slices.ContainsFunc(k.roles, func(r role) bool {
		return politicalRoles[r.detail] && (r.detail != "minister" || prominent(s)) // a minister of that name, not a member
	})
}

var politicalRoles = set("head", "deputy", "minister", "official", "legislator", "politician", "spokes")

// cutInitials is a name without the initials in its middle.
func cutInitials(name string) string {
	words := strings.Split(name, " ")
	if len(words) < 3 {
		return name
	}
	kept := slices.DeleteFunc(words[1:len(words)-1], func(w string) bool { return len(strings.Trim(w, ".")) <= 1 })
	return strings.Join(append(append(words[:1:1], kept...), words[len(words)-1]), " ")
}

// heads tells whether the article gives a surname the title of an office that
// one person holds at a time, and the person held it on its day: "President
// Example" is known for certain.
func heads(k *known, s lexicon.Sense, day string) bool {
	for o := range s.Offices() {
		if !holds(o, day) {
			continue
		}
		for _, title := range sole[o.Kind] {
			if slices.ContainsFunc(k.roles, func(r role) bool { return r.detail == title || r.head == title }) {
				return true
			}
		}
	}
	return false
}

// sole are the offices that one person in a state holds, with what news calls
// their holders: a kind of role or the noun itself.
var sole = map[string][]string{
	"head_of_state": {"head", "minister"}, "head_of_government": {"head", "minister"},
	"foreign_minister": {"minister"}, "defence_minister": {"minister"}, "finance_minister": {"minister"}, "interior_minister": {"minister"},
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
	return r.isDistinctive(k.words)
}

func (r *reader) isDistinctive(words []string) bool {
	for _, w := range words {
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
	name := k.Name
	if rest := r.withoutLand(name); rest != "" && !r.lex.Of(name).Has(lexicon.Organization) {
		name = rest
	}
	own := r.isOwnName(name, lexicon.Organization|lexicon.Acronym)
	for s := range r.lex.Senses(name) {
		if !s.Kind.Has(lexicon.Organization|lexicon.Acronym) || own && s.Name != name || name != k.Name && s.Country != k.Country {
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
