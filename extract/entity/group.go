package entity

import (
	"strings"
	"unicode"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// votes are indexed by these types.
var votable = [...]document.EntityType{document.Person, document.Place, document.Organization, document.Other}

// gather puts mentions that are written alike into groups.
func (r *reader) gather() {
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		r.town(i)
		r.forename(i)
		r.trim(m)
		r.kin(i)
		text := r.bare(m)
		if r.called[m.First] {
			text = titled(text)
		}
		r.buf = appendKey(r.buf[:0], text)
		n := len(r.buf)
		kinds := r.lex.Of(text)
		if m.Type == document.Person && strings.IndexByte(text, '-') > 0 && strings.IndexByte(text, ' ') < 0 && ledBy[strings.ToLower(r.text(m.Last))] {
			m.Type = document.Organization // the Example-Other administration is of two people
		}
		if m.Type != document.Person && m.Kind == document.Name && kinds.Has(lexicon.Surname|lexicon.Person) && !kinds.Has(lexicon.Country|lexicon.Adjective|lexicon.Capital) {
			if w := r.word(m.First - 1); isCapital(r.text(m.First-1)) && (w.Is(lexicon.Honorific) || w.Is(lexicon.Role) && w.Detail != "business") ||
				kinds.Has(lexicon.Person) && ledBy[r.text(m.Last)] {
				m.Type = document.Person // President Bush, the Bush administration, who is also a town
			}
		}
		if m.Type == document.Person && kinds.Has(lexicon.Country|lexicon.Place) {
			r.buf = append(r.buf, 0) // Jordan the man apart from Jordan the land
		}
		g, ok := r.keys[string(r.buf)]
		if !ok {
			g = int32(len(r.groups))
			r.keys[string(r.buf)] = g
			key := string(r.buf[:n])
			r.groups = append(r.groups, group{key: key, words: wordsOf(key), text: r.ordinary(text, kinds, m.Type), first: int32(i), entity: -1, kinds: kinds})
		}
		r.groupOf[i] = g
		gr := &r.groups[g]
		if lexicon.Capitals(gr.text) && !gr.kinds.Has(lexicon.Acronym) && !lexicon.Capitals(text) {
			gr.text, gr.kinds = text, kinds // Tehran after a dateline in capitals
		}
		if m.Kind == document.Demonym {
			gr.demonym = true
		}
		gr.votes[vote(m.Type)]++
	}
}

// kin takes a country that acts for the person of that surname whom the article has
// named in full, when it tells of nothing in the country: “…,” Jordan said.
func (r *reader) kin(i int) {
	m := &r.doc.Mentions[i]
	if m.Kind != document.Name || m.Type == document.Person || m.Last-m.First != 1 {
		return
	}
	if kinds := r.lex.Of(r.text(m.First)); !kinds.Has(lexicon.Country) || !kinds.Has(lexicon.Surname) {
		return
	}
	next := r.text(m.Last)
	if !r.isFinite(m.Last) && next != "'s" && next != "’s" && r.word(m.First-1).Report != lexicon.Say || r.governed(m.First) {
		return
	}
	word := r.text(m.First)
	k, ok := r.kins[word]
	if !ok {
		k = r.kinship(word)
		r.kins[word] = k
	}
	if !k.land && k.named < i {
		m.Type = document.Person
	}
}

// kinship is what an article tells of a name of a country that is a surname, too.
type kinship struct {
	land  bool // it is governed as a country is: in Jordan
	named int  // the first mention of a person by a full name that ends in it
}

func (r *reader) kinship(word string) kinship {
	k := kinship{named: len(r.doc.Mentions)}
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		switch {
		case m.Kind != document.Name || r.text(m.Last-1) != word:
		case m.Last-m.First == 1:
			k.land = k.land || m.Type != document.Person && r.governed(m.First)
		case m.Type == document.Person:
			k.named = min(k.named, i)
		}
	}
	return k
}

// ledBy are words for what is called after the one who leads it.
var ledBy = set("administration", "presidency", "leadership", "doctrine", "era", "cabinet")

func vote(t document.EntityType) int {
	switch t {
	case document.Person:
		return 0
	case document.Place, document.Country:
		return 1
	case document.Organization:
		return 2
	}
	return 3
}

// bare is the text of a name without what leans on it: an article before it,
// and a possessive behind it.
func (r *reader) bare(m *document.Mention) string {
	text := strings.TrimSpace(r.doc.Slice(m.Span))
	for _, suffix := range []string{"'s", "’s", "'", "’"} {
		text = strings.TrimSuffix(text, suffix)
	}
	if m.Kind == document.Name && !strings.ContainsFunc(text, unicode.IsUpper) {
		text = lexicon.Named(text) // of a hasty writer
	}
	if rest, ok := cutArticle(text); ok {
		text = rest
	}
	if r.endsSentence(m) {
		text = cutStop(text)
	}
	if rest := r.unglued(text); rest != "" && m.Kind == document.Name && (m.Type == document.Person || r.lex.Of(rest).Has(lexicon.Surname|lexicon.Person)) {
		m.Type, text = document.Person, rest
	}
	if m.Type == document.Person {
		return cutOrders(text)
	}
	return text
}

// unglued is a name without the title before it when the source lost the space
// between them, "CongressmanExample"; "" for a name that has none.
func (r *reader) unglued(name string) string {
	for i := 1; i < len(name) && name[i] != ' '; i++ {
		if c, next := name[i-1], name[i]; 'a' <= c && c <= 'z' && 'A' <= next && next <= 'Z' {
			switch w := r.lex.Word(name[:i]); {
			case w.Is(lexicon.Role|lexicon.Honorific) && !w.Plural:
				return name[i:]
			case w.Report == lexicon.Say:
				return r.untitled(name[i:])
			}
		}
	}
	return ""
}

// untitled is a name without titles of one word before it.
func (r *reader) untitled(name string) string {
	for {
		title, rest, found := strings.Cut(name, " ")
		if !found || !r.lex.Word(title).Is(lexicon.Role|lexicon.Honorific) {
			return name
		}
		name = rest
	}
}

// endsSentence tells whether what follows a name begins another sentence, even
// if its stop was taken for that of an abbreviation.
func (r *reader) endsSentence(m *document.Mention) bool {
	if m.Last >= len(r.doc.Tokens) {
		return true
	}
	first, _ := r.sentence(m.Last)
	return first == m.Last || isCapital(r.text(m.Last)) && !strings.HasPrefix(r.tag(m.Last), "NNP")
}

// cutOrders is a person's name without the orders and degrees behind it:
// William Example AC KBE.
func cutOrders(name string) string {
	for {
		i := strings.LastIndexByte(name, ' ')
		last := name[i+1:]
		if i < 0 || len(last) > 4 || !lexicon.Capitals(last) || lexicon.Capitals(name) || strings.IndexByte(name[:i], ' ') < 0 || suffixes[strings.ToLower(last)] {
			return name
		}
		name = strings.TrimRight(name[:i], " ,")
	}
}

func cutArticle(s string) (string, bool) {
	if len(s) > 4 && (s[:4] == "the " || s[:4] == "The ") {
		return s[4:], true
	}
	return s, false
}

// appendKey appends s as it is compared: small letters, without stops and
// commas, hyphens as spaces, one space between words.
func appendKey(b []byte, s string) []byte {
	start := len(b)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c == '.' || c == ',':
		case c <= ' ' || c == '-':
			if len(b) > start && b[len(b)-1] != ' ' {
				b = append(b, ' ')
			}
		default:
			b = append(b, c)
		}
	}
	if len(b) > start && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return b
}

// wordsOf cuts a key into words, at least one.
func wordsOf(key string) []string {
	if key == "" {
		return []string{" "}
	}
	return strings.Split(key, " ")
}

// classify settles the type of each group: the one that most of its mentions
// were read as, that of the first when none has more, unless the lexicon knows
// better.
func (r *reader) classify() {
	for i := range r.groups {
		g := &r.groups[i]
		best := vote(r.doc.Mentions[g.first].Type)
		for j, n := range g.votes {
			if n > g.votes[best] {
				best = j
			}
		}
		g.typ = votable[best]
		switch k := g.kinds; {
		case k.Has(lexicon.Organization) && k.Has(lexicon.Adjective) && r.isUnion(g.text): // UN, EU; a party called Chinese is none
			g.typ = document.Organization
		case len(g.words) > 1 && vessels[g.words[0]]:
			g.typ = document.Other
		case g.demonym, g.typ != document.Person && k.Has(lexicon.Adjective|lexicon.People) && !k.Has(lexicon.Place):
			g.typ = document.Group
		case k.Has(lexicon.Country) && (g.typ != document.Person || !k.Has(lexicon.Given|lexicon.Surname)):
			g.typ = document.Country
		case g.typ == document.Other:
			g.typ = r.likely(g)
		case g.typ == document.Person && len(g.words) > 1 && !k.Has(lexicon.Person):
			g.typ = r.headed(g)
		case g.typ == document.Person && len(g.words) == 1:
			if k.Has(lexicon.Capital|lexicon.City) && !k.Has(lexicon.Given|lexicon.Surname) {
				g.typ = document.Place
			} else if len(g.text) > 2 && lexicon.Capitals(g.text) && (!k.Has(lexicon.Given|lexicon.Surname) || r.isAcronym(g)) {
				g.typ = document.Organization
			}
		case g.typ == document.Place && !k.Has(lexicon.Place) && len(g.words) > 1 && r.isWork(g):
			g.typ = document.Other
		case g.typ == document.Place && !k.Has(lexicon.Place) && (len(g.words) > 1 && k.Has(lexicon.Leader) || r.soundsPersonal(g)):
			g.typ = document.Person
		}
		if g.typ != document.Person && r.isIntroduced(g) {
			g.typ = document.Person
		}
	}
}

// vessels are what stands before the name of a ship.
var vessels = set("mv", "uss", "hms", "hmas", "hmcs", "rms")

// isUnion tells whether a word that serves as an adjective is that of a body of
// states.
func (r *reader) isUnion(phrase string) bool {
	s, ok := r.sense(phrase, lexicon.Adjective)
	return ok && unions[s.Country]
}

// isAcronym tells whether a word in capitals that is also a surname is short
// for something: it has the initials of a name before it.
func (r *reader) isAcronym(g *group) bool {
	end := r.groupOf[g.first]
	for i := max(0, end-maxBack); i < end; i++ {
		if h := &r.groups[i]; len(h.words) > 1 && len(h.words) <= maxInitials && (isInitials(g.key, h.words) || isAllInitials(g.key, h.words)) {
			return true
		}
	}
	return false
}

// maxBack is how many names back what an acronym stands for is looked for.
const maxBack = 200

// isAllInitials is [isInitials] with the letters of small words too: RIM.
func isAllInitials(acronym string, words []string) bool {
	if len(acronym) != len(words) {
		return false
	}
	for i, w := range words {
		if w[0] != acronym[i] {
			return false
		}
	}
	return true
}

// soundsPersonal tells whether two words that no list of places has are a given
// name and a surname.
func (r *reader) soundsPersonal(g *group) bool {
	first, last, ok := strings.Cut(g.text, " ")
	if !ok || len(g.words) != 2 || r.lex.Word(last).Class != 0 {
		return false
	}
	k := r.lex.Of(first)
	return k.Has(lexicon.Female|lexicon.Male) && !k.Has(lexicon.Place) && r.lex.Of(last).Has(lexicon.Surname|lexicon.Given)
}

// isWork tells whether a name ends with the word for a work or an event: a
// treaty on a strait is no strait.
func (r *reader) isWork(g *group) bool {
	w := r.lex.Word(g.words[len(g.words)-1])
	return w.Is(lexicon.NameHead) && w.Detail != "place"
}

// headed is the type of a name that was read as a person's: its last word may
// say that it isn't.
func (r *reader) headed(g *group) document.EntityType {
	first, _, _ := strings.Cut(g.text, " ")
	if r.lex.Of(first).Has(lexicon.Given) {
		return document.Person
	}
	switch w := r.lex.Word(g.words[len(g.words)-1]); {
	case w.Is(lexicon.NameHead) && w.Detail == "place":
		return document.Place
	case w.Is(lexicon.NameHead):
		return document.Other
	case w.Is(lexicon.OrgHead):
		return document.Organization
	}
	return document.Person
}

// likely is what the lexicon takes a name for that was read as none of the
// usual types.
func (r *reader) likely(g *group) document.EntityType {
	switch k := g.kinds; {
	case k.Has(lexicon.Leader) && len(g.words) > 1:
		return document.Person
	case k.Has(lexicon.Organization|lexicon.Acronym) && !k.Has(lexicon.Place):
		return document.Organization
	}
	return document.Other
}
