package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// others makes the entities of everything that is neither a country nor a
// person: organisations, places and the rest. What is written in full comes
// first, then the acronyms and the short forms, which join it.
func (r *reader) others() {
	for _, join := range []func(g *group) (int32, bool){r.inFull, r.inShort} {
		for i := range r.groups {
			g := &r.groups[i]
			if g.entity >= 0 || g.typ == document.Person || !r.settled(g) {
				continue
			}
			if e, ok := join(g); ok {
				g.entity = e
			}
		}
	}
}

// inFull makes the entity of a name in full: neither capitals only nor the word
// for a kind of body alone.
func (r *reader) inFull(g *group) (int32, bool) {
	if len(g.words) == 1 && (lexicon.Capitals(g.text) || r.lex.Word(g.words[0]).Is(lexicon.OrgHead) || compass[g.text]) {
		return 0, false
	}
	return r.other(g), true
}

// inShort finds whose short form a name is, or else makes it an entity.
func (r *reader) inShort(g *group) (int32, bool) {
	for _, find := range []func(*group) int32{r.byAcronym, r.governs, r.byShort, r.half} {
		if e := find(g); e >= 0 {
			return e, true
		}
	}
	return r.other(g), true
}

// settled tells whether all mentions of a group can be one entity: not the seat
// of a government, which acts here and is a place there, and not a single word
// that may be somebody's surname.
func (r *reader) settled(g *group) bool {
	if g.kinds.Has(lexicon.Metonym) && !g.kinds.Has(lexicon.Organization) {
		return false
	}
	return len(g.words) != 1 || g.kinds.Has(lexicon.Place|lexicon.Organization|lexicon.Acronym) || len(r.byWord[g.words[0]]) == 0
}

func (r *reader) other(g *group) int32 {
	if g.typ == document.Organization {
		for _, e := range r.byFirst[g.words[0]] {
			if r.sameOrganization(g, &r.known[e]) {
				if len(g.words) > len(r.known[e].words) {
					r.known[e].words, r.known[e].Name = g.words, g.text
				}
				return e
			}
		}
	}
	if e := r.sameWithoutLand(g); e >= 0 {
		return e
	}
	e := r.make(document.Entity{Type: g.typ, Name: g.text})
	k := &r.known[e]
	k.words = g.words
	if g.typ == document.Place && len(g.words) > 2 {
		r.addInitials(e, g.words) // New South Wales, NSW
	}
	if g.typ == document.Organization {
		r.shorten(e)
		first := g.words[0]
		if same := r.byFirst[first]; len(same) < maxNamesakes {
			r.byFirst[first] = append(same, e)
		}
		r.addInitials(e, g.words)
	}
	return e
}

// sameOrganization tells whether one of two names is the other without its end:
// Boeing for Boeing Company, Goldman for Goldman Sachs. A beginning that is a
// name of its own (a country, a city, an adjective) isn't short for anything.
func (r *reader) sameOrganization(g *group, k *known) bool {
	if k.Type != document.Organization {
		return false
	}
	short, long, text := g.words, k.words, g.text
	if len(short) > len(long) {
		short, long, text = long, short, k.Name
	}
	if len(short) == len(long) || strings.Join(short, " ") != strings.Join(long[:len(short)], " ") {
		return false
	}
	if r.lex.Of(text).Has(lexicon.Country | lexicon.Adjective | lexicon.Place | lexicon.Given) {
		return false
	}
	if len(short) == 1 && r.lex.Word(short[0]).Class != 0 {
		return false
	}
	if head := r.lex.Word(long[len(short)]); len(short) > 1 && head.Detail != "company" && (r.lex.Of(text).Has(lexicon.Organization) || short[len(short)-1] == "government") {
		return false // the African Union's Mission is another body than the union
	}
	// What follows must be a word for the kind of body, or the short form is
	// a single coined word.
	return len(short) == 1 || r.lex.Word(long[len(short)]).Is(lexicon.OrgHead)
}

// byAcronym is the organisation that a word in capitals is short for: one
// whose name it follows in brackets, whose initials it is, or that the lexicon
// knows by it; -1 when there is none in the article.
func (r *reader) byAcronym(g *group) int32 {
	if len(g.text) < 2 || len(g.text) > 8 {
		return -1
	}
	m := &r.doc.Mentions[g.first]
	if r.text(m.First-1) == "(" && r.text(m.Last) == ")" {
		if full := r.mentionAt(m.First - 2); full != nil && full.Last == m.First-1 {
			e := r.groups[r.groupOf[r.names[full.First]-1]].entity
			if e >= 0 && r.abbreviates(g.key, &r.known[e]) {
				r.known[e].Type = document.Organization
				return e
			}
		}
	}
	if e, ok := r.initials[g.key]; ok {
		return e
	}
	if !g.kinds.Has(lexicon.Acronym) {
		return -1
	}
	for s := range r.lex.Senses(g.text) {
		if !s.Kind.Has(lexicon.Acronym) {
			continue
		}
		r.buf = appendKey(r.buf[:0], s.Name)
		if i, ok := r.keys[string(r.buf)]; ok && r.groups[i].entity >= 0 {
			return r.groups[i].entity
		}
	}
	return -1
}

// abbreviates tells whether an acronym in brackets can belong to the name
// before it. An organisation's may come from another language; what was read
// as something else must have its letters, if need be without its first words,
// as in "2018 Example Robot Games (ERG)".
func (r *reader) abbreviates(acronym string, k *known) bool {
	if len(k.words) < 2 || k.Type == document.Person || k.Type == document.Country {
		return false
	}
	if k.Type == document.Organization {
		return true
	}
	for i := range k.words[:len(k.words)-1] {
		if isInitials(acronym, k.words[i:]) {
			return true
		}
	}
	return false
}

// isInitials tells whether the letters of an acronym are the first ones of
// words; small words may be left out.
func isInitials(acronym string, words []string) bool {
	i := 0
	for _, w := range words {
		switch {
		case i < len(acronym) && w[0] == acronym[i]:
			i++
		case smallWords[w]:
		default:
			return false
		}
	}
	return i > 1 && i == len(acronym)
}

// addInitials makes an organisation known by the first letters of its words,
// with and without those of the small ones.
func (r *reader) addInitials(e int32, words []string) {
	r.buf = r.buf[:0]
	var all [maxInitials]byte
	n := 0
	for _, w := range words {
		if n == maxInitials {
			return
		}
		all[n] = w[0]
		n++
		if !smallWords[w] {
			r.buf = append(r.buf, w[0])
		}
	}
	for _, letters := range [][]byte{r.buf, all[:n]} {
		if _, ok := r.initials[string(letters)]; !ok && len(letters) > 1 {
			r.initials[string(letters)] = e
		}
	}
}

const maxInitials = 8

var smallWords = set("of", "the", "and", "for", "in", "on", "to", "de", "&")
