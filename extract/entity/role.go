package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// role is what the article calls a person: "deputy foreign minister".
type role struct {
	head   string // lemma of the noun: minister
	detail string // its kind in the lexicon
	phrase document.Span
	title  string // of an office that isn't from the article but from the lexicon
}

// maxRole is how many tokens the words about a person's role are looked for in.
const maxRole = 10

// roles reads what stands around each name of a person: the title before it and
// what is added after a comma. They give roles, gender and the country that the
// person acts for.
func (r *reader) roles() {
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		if m.Kind != document.Name || m.Entity < 0 || r.known[m.Entity].Type != document.Person {
			continue
		}
		k := &r.known[m.Entity]
		if k.Gender == document.UnknownGender {
			k.Gender = r.genderOf(k)
		}
		if w := r.word(m.First - 1); k.Gender == document.UnknownGender && w.Is(lexicon.Family) && !w.Plural {
			k.Gender = genders[w.Gender] // his wife Ann
		}
		first, _ := r.sentence(m.First)
		r.titleBefore(k, m, first)
		r.rolesAfter(k, m)
	}
}

// titleBefore reads the title that ends where a name begins, and whose it is:
// "Russian General of the Army Sergei Shoigu".
func (r *reader) titleBefore(k *known, m *document.Mention, first int) {
	at, head := r.titleAt(m.First, first)
	if head >= 0 {
		r.addRole(k, at, head, m.First)
		if start := r.officeBefore(at, first); start < at {
			r.addRole(k, start, start, at)
		} else if start, head := r.titleAt(at, first); head >= 0 && isCapital(r.text(head)) {
			r.addRole(k, start, head, at) // Supreme Leader Ayatollah
		}
	} else if t := m.First - 1; t >= first && r.text(t) == "," && r.isRoleNoun(t-1) && r.closes(m.Last) {
		// the ministry's spokeswoman, Ann Example,
		r.addRole(k, r.nounStart(t-1, first), t-1, t)
		at = r.nounStart(t-1, first)
	}
	if k.Country != "" {
		return
	}
	for t := at - 1; t >= first && at-t < 6; t-- {
		if before := r.mentionAt(t - 1); r.text(t) == "and" && before != nil && (head >= 0 || r.known[before.Entity].Type != document.Person) {
			return // Samsung and Dell; Italian Minister A and Minister B
		}
		if c := r.landAt(t); c != "" {
			k.Country = c
			return
		}
		if r.names[t] != 0 {
			continue
		}
		if !r.modifies(t) {
			return
		}
		if w := r.text(t); isCapital(w) && r.lex.Of(w).Has(lexicon.Adjective) {
			k.Country = r.landCalled(w)
			return
		}
	}
}

// titleAt is where the title that ends before token end begins, and the token of
// its head noun; -1 when there is no title.
func (r *reader) titleAt(end, first int) (at, head int) {
	span := func(i int) (int, int) { return r.doc.Tokens[i].Start, r.doc.Tokens[i].End }
	for t := max(first, end-6); t < end; t++ {
		n, kinds := r.lex.Longest(end, t, span, r.doc.Text)
		if n == end-t && kinds.Has(lexicon.Title) {
			head = t
			for i := t; i < end && r.tag(i) != "IN"; i++ {
				if r.word(i).Is(lexicon.Role) {
					head = i
				}
			}
			return t, head
		}
	}
	t := end - 1
	if r.text(t) == "." {
		t--
	}
	if t >= first && r.names[t] == 0 && r.word(t).Is(lexicon.Role|lexicon.Honorific) && !r.word(t).Plural {
		return t, t
	}
	return end, -1
}

// officeBefore is where an office begins that ends where a title begins: Leader
// of the Islamic Revolution before Ayatollah. It is the title's place when there
// is none.
func (r *reader) officeBefore(at, first int) int {
	for t := at - 1; t >= first && at-t < maxRole; t-- {
		w := r.text(t)
		switch {
		case isCapital(w) && r.isRoleNoun(t) && r.tag(t+1) == "IN":
			return t
		case !isCapital(w) && r.names[t] == 0 && !smallWords[w]:
			return at
		}
	}
	return at
}

// modifies tells whether a token can stand between whose title it is and the
// title.
func (r *reader) modifies(t int) bool {
	w := r.text(t)
	if w == "–" || w == "—" || w == "--" || w == "-" && t > 0 && r.doc.Tokens[t-1].End < r.doc.Tokens[t].Start {
		return false // OLDTOWN – Minister Example; OLDTOWN - Ada Example
	}
	switch r.tag(t) {
	case "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "HYPH":
		return true
	}
	return w == "-" || w == "and" || w == "'s" || w == "’s"
}

// isRoleNoun tells whether a token is a noun for what one person is or does.
func (r *reader) isRoleNoun(t int) bool {
	w := r.word(t)
	return w.Is(lexicon.Role) && !w.Plural
}

// closes tells whether an apposition may end before a token.
func (r *reader) closes(t int) bool {
	switch r.tag(t) {
	case ",", ".", "VBD", "VBZ", ":", "MD":
		return true
	}
	return r.text(t) == ""
}

// nounStart is where the noun group that ends with a token begins.
func (r *reader) nounStart(t, first int) int {
	for t > first && r.modifies(t-1) && r.text(t-1) != "and" {
		t--
	}
	return t
}

// rolesAfter reads what is added to a name after a comma: ", the Vice Chairman
// of China's Central Military Commission".
func (r *reader) rolesAfter(k *known, m *document.Mention) {
	_, last := r.sentence(m.First)
	if r.text(m.Last) == "of" && k.Country == "" && r.isRoleNoun(m.First-1) {
		k.Country = r.landAt(m.Last + 1) // Prime Minister Ada Example of Oldland
	}
	if r.text(m.Last) == "(" && r.partyIn(m.Last+1) && len(k.roles) < maxRoles {
		k.roles = append(k.roles, role{head: "legislator", detail: "legislator"})
	}
	start, head, t := r.addedAfter(m)
	if head < 0 {
		return
	}
	if w := r.text(start); w == "the" || w == "a" || w == "an" {
		start++
	}
	r.addRole(k, start, head, t)
	for end := min(last, t+maxRole); k.Country == "" && start < end; start++ {
		if tag := r.tag(start); start >= t && (tag == "," || tag == "." || tag == "WP" || tag == "WDT" || tag == "VBD" || tag == "VBZ") {
			return
		}
		k.Country = r.landAt(start)
	}
}

// addedAfter is the noun group that a comma sets behind a name to say what he is:
// its first token, its head, -1 when there is none, and where it ends.
func (r *reader) addedAfter(m *document.Mention) (start, head, end int) {
	_, last := r.sentence(m.First)
	t := m.Last + 1
	start, head = t, -1
	if r.text(m.Last) != "," || r.tag(t) == "VBG" {
		return start, -1, t // , saying the student
	}
	for ; t < last && t < start+maxRole; t++ {
		tag := r.tag(t)
		if tag == "," || tag == "." || tag == "IN" || tag == "WP" || tag == "WDT" || strings.HasPrefix(tag, "VB") && tag != "VBN" && tag != "VBG" {
			break
		}
		if r.isRoleNoun(t) {
			head = t
		}
	}
	if head != t-1 {
		head = -1
	}
	return start, head, t
}

// partyIn tells whether a bracket holds the party and the state of an American
// legislator: (D-Md.), (R).
func (r *reader) partyIn(t int) bool {
	w := r.text(t)
	if w == "" || w[0] != 'D' && w[0] != 'R' && w[0] != 'I' {
		return false
	}
	return len(w) == 1 || w[1] == '-'
}

// maxRoles is how many roles of a person are kept.
const maxRoles = 8

func (r *reader) addRole(k *known, start, head, end int) {
	w := r.word(head)
	if k.Gender == document.UnknownGender || w.Is(lexicon.Honorific) && w.Gender != lexicon.Neutral {
		if g := genders[w.Gender]; g != document.UnknownGender {
			k.Gender = g
		}
	}
	if !w.Is(lexicon.Role) || len(k.roles) >= maxRoles {
		return
	}
	k.roles = append(k.roles, role{
		head: w.Lemma, detail: w.Detail,
		phrase: document.Span{Start: r.doc.Tokens[start].Start, End: r.doc.Tokens[end-1].End},
	})
}

// landAt is the country that a name at a token stands for, or its organisation
// acts for.
func (r *reader) landAt(t int) string {
	m := r.mentionAt(t)
	if m == nil || m.Entity < 0 {
		return ""
	}
	k := &r.known[m.Entity]
	switch k.Type {
	case document.Country:
		return k.Country
	case document.Organization, document.Place:
		if k.Country != "" {
			return k.Country
		}
		return r.landOf(k)
	}
	return ""
}
