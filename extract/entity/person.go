package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// maxNamesakes is how many entities a single name is compared with; texts that
// list more people of one name exist, but not in prose.
const maxNamesakes = 16

// persons makes the entities of people who are named by more than one word.
func (r *reader) persons() {
	for i := range r.groups {
		g := &r.groups[i]
		if g.typ != document.Person || len(g.words) < 2 {
			continue
		}
		g.entity = r.samePerson(g)
		if g.entity < 0 {
			g.entity = r.make(document.Entity{Type: document.Person, Name: g.text})
		}
		e := &r.known[g.entity]
		if len(g.words) > len(e.words) {
			e.words, e.Name = g.words, g.text
		}
		e.full = e.full || strings.IndexByte(g.text, ' ') > 0 // a double surname is none
		for _, w := range g.words {
			if namesakes := r.byWord[w]; len(namesakes) < maxNamesakes && !has(namesakes, g.entity) {
				r.byWord[w] = append(namesakes, g.entity)
			}
		}
	}
}

func has(s []int32, x int32) bool {
	for _, y := range s {
		if x == y {
			return true
		}
	}
	return false
}

// samePerson is the entity of a person named otherwise before, -1 for a new one.
func (r *reader) samePerson(g *group) int32 {
	last := surnameOf(g.words)
	for _, e := range r.byWord[last] {
		if samePersonName(g.words, r.known[e].words) {
			return e
		}
	}
	if !g.kinds.Has(lexicon.Person) {
		return -1
	}
	// Two spellings of an office holder: Sergei and Sergey Shoigu.
	for _, e := range r.byWord[last] {
		if r.sharesPerson(g.text, r.known[e].Name) {
			return e
		}
	}
	for _, e := range r.byWord[g.words[0]] {
		if r.sharesPerson(g.text, r.known[e].Name) {
			return e
		}
	}
	return -1
}

// sharesPerson tells whether the lexicon knows somebody by both names.
func (r *reader) sharesPerson(a, b string) bool {
	for s := range r.lex.Senses(a) {
		if !s.Kind.Has(lexicon.Person) {
			continue
		}
		for t := range r.lex.Senses(b) {
			if t.Kind.Has(lexicon.Person) && t.Name == s.Name && t.QID == s.QID {
				return true
			}
		}
	}
	return false
}

// surnameOf is the last word of a name that isn't a suffix.
func surnameOf(words []string) string {
	for i := len(words) - 1; i > 0; i-- {
		if !suffixes[words[i]] {
			return words[i]
		}
	}
	return words[0]
}

var suffixes = set("jr", "sr", "ii", "iii", "iv", "junior", "senior")

// samePersonName tells whether two full names can be one person's: the same
// surname, and given names of which each is that of the other, an initial of
// it, or missing.
func samePersonName(a, b []string) bool {
	a, sa := cutSuffix(a)
	b, sb := cutSuffix(b)
	if sa != "" && sb != "" && sa != sb {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if a[len(a)-1] != b[len(b)-1] {
		// Qian Wu and Wu Qian.
		return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
	}
	if len(a) == 1 && sa != "" {
		return sa == sb // Example Jr. is Carl Example Jr., and no Carl Example
	}
	if !alike(a[0], b[0]) {
		// Van der Bellen after Alexander Van der Bellen.
		return len(a) > 1 && strings.Join(a, " ") == strings.Join(b[len(b)-len(a):], " ")
	}
	// What stands between in the shorter name must stand in the longer one too.
	j := 1
	for _, w := range a[1 : len(a)-1] {
		for j < len(b)-1 && !alike(w, b[j]) {
			j++
		}
		if j == len(b)-1 {
			return false
		}
		j++
	}
	return true
}

func cutSuffix(words []string) ([]string, string) {
	if n := len(words) - 1; n > 0 && suffixes[words[n]] {
		return words[:n], words[n]
	}
	return words, ""
}

// surnames settles the mentions of people by a single word, one by one, since
// two people may share it.
func (r *reader) surnames() {
	r.addressed()
	// Which of the namesakes was named last, mention by mention.
	latest := make(map[string]int32, len(r.byWord))
	for i := range r.doc.Mentions {
		g := &r.groups[r.groupOf[i]]
		m := &r.doc.Mentions[i]
		if g.typ == document.Group && g.kinds.Has(lexicon.Adjective) && r.isLanguage(m) {
			m.Entity = int(r.language(g))
		} else if c, ok := r.government(g, m); ok {
			m.Entity = int(r.country(c))
		} else if g.entity >= 0 {
			m.Entity = int(g.entity)
		} else {
			m.Entity = int(r.settle(i, g, latest))
		}
		e := &r.known[m.Entity]
		if e.Type == document.Person {
			for _, w := range e.words {
				latest[w] = int32(m.Entity)
			}
		}
	}
}

// addressed gives persons who are named in full the gender of a form of address or a
// title before the name, which knows better than their given name does: Congressman
// Salud Example.
func (r *reader) addressed() {
	for i := range r.doc.Mentions {
		g := &r.groups[r.groupOf[i]]
		if g.entity < 0 || g.typ != document.Person || !r.known[g.entity].full {
			continue
		}
		if gender, _ := r.address(r.doc.Mentions[i].First - 1); gender != document.UnknownGender {
			r.known[g.entity].Gender = gender
		}
	}
}

// government is the country whose government a mention stands for. Each mention
// is judged by itself: a capital acts here and is a place there.
func (r *reader) government(g *group, m *document.Mention) (lexicon.Sense, bool) {
	if g.typ == document.Person || g.typ == document.Country || !g.kinds.Has(lexicon.Metonym) || g.kinds.Has(lexicon.Organization) {
		return lexicon.Sense{}, false
	}
	return r.standsFor(g, m)
}

// settle finds the entity of a mention whose group has none of its own.
func (r *reader) settle(i int, g *group, latest map[string]int32) int32 {
	m := &r.doc.Mentions[i]
	if len(g.words) == 1 && (g.typ == document.Person || !g.kinds.Has(lexicon.Place|lexicon.Metonym|lexicon.Acronym)) {
		if e := r.namesake(m, g.words[0], latest); e >= 0 {
			return e
		}
		if g.typ == document.Person {
			if e := r.variant(g.words[0], g.text); e >= 0 {
				return e
			}
		}
	}
	if g.typ == document.Person && g.kinds.Has(lexicon.Country) {
		if s, ok := r.sense(g.text, lexicon.Country); ok && r.hasCountry(s.Country) {
			return r.country(s)
		}
	}
	e := r.make(document.Entity{Type: g.typ, Name: g.text})
	k := &r.known[e]
	k.words = g.words
	if g.typ != document.Person || len(g.words) > 1 || r.inFullName(m, g.words[0]) < 0 {
		g.entity = e // else the next of the surname may be who is named in full
	}
	if g.typ == document.Person {
		for _, w := range g.words {
			if namesakes := r.byWord[w]; len(namesakes) < maxNamesakes {
				r.byWord[w] = append(namesakes, e)
			}
		}
	}
	return e
}

// namesake is the person whom a single word names: the one of that surname who
// was named last, else the first to be named later, else one of that given
// name, which a form of address rules out.
func (r *reader) namesake(m *document.Mention, word string, latest map[string]int32) int32 {
	gender, formal := r.address(m.First - 1)
	title := r.word(m.First - 1)
	head := title.Is(lexicon.Role) && title.Detail == "head" && r.text(m.First-2) != "Vice"
	fits := func(e int32) bool {
		if head && r.rivals(r.bare(m), &r.known[e]) {
			return false
		}
		k := &r.known[e]
		if formal && !k.full && len(k.words) > 1 && len(k.words[0]) > 2 {
			return false // Secretary Smith isn't the Miller-Smith of an administration
		}
		g := r.genderOf(k)
		return gender == document.UnknownGender || g == document.UnknownGender || g == gender
	}
	formal = formal && isCapital(r.text(m.First-1)) // a local member Ann
	if formal {
		if e := r.byTitle(m, word); e >= 0 && fits(e) {
			return e
		}
	}
	if e, ok := latest[word]; ok && surnameOf(r.known[e].words) == word && fits(e) {
		if f := r.inFullName(m, word); !r.known[e].full && f >= 0 && fits(f) {
			return f // the mayor, and not Mrs Example of the sentence before
		}
		return e
	}
	var surname, first, given int32 = -1, -1, -1
	for _, e := range r.byWord[word] {
		switch words := r.known[e].words; {
		case !fits(e):
		case surnameOf(words) == word:
			if surname < 0 {
				surname = e
			}
		case words[0] == word:
			if r.familyFirst(words) {
				if first < 0 {
					first = e
				}
			} else if given < 0 && (!formal || r.isCalledByGiven(m, e)) {
				given = e
			}
		case given < 0:
			given = e
		}
	}
	for _, e := range []int32{surname, first, given} {
		if e >= 0 {
			return e
		}
	}
	return -1
}

// inFullName is the only person of the surname that a mention is who is named in full; -1
// when there are several, or none, or he isn't the leader who is known by it.
func (r *reader) inFullName(m *document.Mention, surname string) int32 {
	found := int32(-1)
	for _, e := range r.byWord[surname] {
		if k := &r.known[e]; k.full && surnameOf(k.words) == surname {
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	if found >= 0 && r.rivals(r.bare(m), &r.known[found]) {
		return -1
	}
	return found
}

// byTitle is the one of several people of a surname before whose full name the title
// stands that stands before a mention of the surname: Mayor Example is no Senator
// Example. It gives -1 when that doesn't tell.
func (r *reader) byTitle(m *document.Mention, surname string) int32 {
	title := r.text(m.First - 1)
	key := title + " " + surname
	if e, ok := r.titles[key]; ok {
		return e
	}
	e := r.soleTitled(title, surname)
	r.titles[key] = e
	return e
}

// soleTitled is the one of several people of a surname before whose full name a title
// stands, -1 for none or more.
func (r *reader) soleTitled(title, surname string) int32 {
	several, found := 0, int32(-1)
	for _, e := range r.byWord[surname] {
		if k := &r.known[e]; k.full && surnameOf(k.words) == surname {
			several++
		}
	}
	if several < 2 {
		return -1
	}
	for i := range r.doc.Mentions {
		o := &r.doc.Mentions[i]
		e := r.groups[r.groupOf[i]].entity
		if e < 0 || o.Last-o.First < 2 || r.text(o.First-1) != title || !r.known[e].full || surnameOf(r.known[e].words) != surname {
			continue
		}
		if found >= 0 && found != e {
			return -1
		}
		found = e
	}
	return found
}

// isCalledByGiven tells whether a mention by a given name has the title that stands
// before the full name: Prime Minister Qilixa, after Prime Minister Qilixa Example.
func (r *reader) isCalledByGiven(m *document.Mention, e int32) bool {
	if !r.word(m.First - 1).Is(lexicon.Role) {
		return false
	}
	for i := range r.doc.Mentions {
		o := &r.doc.Mentions[i]
		if o.Last-o.First > 1 && r.groups[r.groupOf[i]].entity == e && r.text(o.First) == r.text(m.First) && r.text(o.First-1) == r.text(m.First-1) {
			return true
		}
	}
	return false
}

// overlooked is the person whose surname a capitalised word is that no reader of
// names took for one, since it is also a title or an adjective: Senator King,
// Senators Miller and King, Commissioner Swift. It gives -1 unless the article has the full name and a title is before it.
func (r *reader) overlooked(t int) int32 {
	w := r.word(t)
	if !isCapital(r.text(t)) || r.names[t] != 0 {
		return -1
	}
	if e := r.unread(t); e >= 0 || !w.Is(lexicon.Role|lexicon.Honorific) && strings.HasPrefix(r.tag(t+1), "NNP") {
		return e // no Commissioner Swift Foundation
	}
	before := t - 1
	if r.text(before) == "." {
		before--
	}
	if m := r.mentionAt(before - 1); r.text(before) == "and" && m != nil && m.Last == before && r.known[m.Entity].Type == document.Person {
		before = m.First - 1
		if !r.word(before).Plural {
			return -1
		}
	}
	if title := r.word(before); !isCapital(r.text(before)) || !title.Is(lexicon.Role|lexicon.Honorific) {
		return -1
	}
	r.buf = appendKey(r.buf[:0], r.text(t))
	for _, e := range r.byWord[string(r.buf)] {
		if k := &r.known[e]; k.full && surnameOf(k.words) == string(r.buf) {
			return e
		}
	}
	return -1
}

// unread is the person named in full before whose surname a word is by itself that is
// the subject of a verb, or what one of reporting governs, though no reader of names
// took it for one: Waters said, the paper quoted Waters. It gives -1 for none.
func (r *reader) unread(t int) int32 {
	if !r.isFinite(t+1) && r.text(t+1) != "who" && !r.word(t-1).Is(lexicon.Reporting) || strings.HasPrefix(r.tag(t-1), "NN") || r.tag(t-1) == "DT" || r.tag(t-1) == "JJ" || lexicon.Capitals(r.text(t)) {
		return -1
	}
	r.buf = appendKey(r.buf[:0], r.text(t))
	found := int32(-1)
	for _, e := range r.byWord[string(r.buf)] {
		if k := &r.known[e]; !k.full || surnameOf(k.words) != string(r.buf) || k.count == 0 || found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// familyFirst tells whether the first word of a name is a surname and no given
// name, as in Chinese, Korean and Vietnamese.
func (r *reader) familyFirst(words []string) bool {
	r.buf = append(r.buf[:0], words[0]...)
	if len(r.buf) == 0 {
		return false
	}
	if c := r.buf[0]; 'a' <= c && c <= 'z' {
		r.buf[0] = c - 'a' + 'A'
	}
	return r.lex.Of(string(r.buf)).Has(lexicon.Surname)
}

// address is the gender that a form of address or a title before a token gives,
// and whether there is one.
func (r *reader) address(t int) (document.Gender, bool) {
	if r.text(t) == "." {
		t--
	}
	w := r.word(t)
	if !w.Is(lexicon.Honorific | lexicon.Role) {
		return document.UnknownGender, false
	}
	return genders[w.Gender], true
}

var genders = [...]document.Gender{lexicon.Neutral: document.UnknownGender, lexicon.Feminine: document.Female, lexicon.Masculine: document.Male, lexicon.Thing: document.UnknownGender}

// genderOf is the gender of a person as far as the given name tells it.
func (r *reader) genderOf(k *known) document.Gender {
	if k.Gender != document.UnknownGender || k.Type != document.Person {
		return k.Gender
	}
	first, _, more := strings.Cut(k.Name, " ")
	if kinds := r.lex.Of(first); !k.full && (more || kinds.Has(lexicon.Surname)) {
		return document.UnknownGender
	}
	switch kinds := r.lex.Of(first); {
	case kinds.Has(lexicon.Female):
		return document.Female
	case kinds.Has(lexicon.Male):
		return document.Male
	}
	return document.UnknownGender
}
