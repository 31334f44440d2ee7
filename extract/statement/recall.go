package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// standing are the kinds of role by which news calls a person whom it has named
// already: "the lawmaker", "the cleric", "the economist".
var standing = map[string]bool{"legislator": true, "politician": true, "expert": true, "religious": true, "official": true}

// offices are the kinds of role of which an article may name several bearers: "the
// minister" is only who spoke last when nobody else has been called one.
var offices = map[string]bool{"head": true, "minister": true, "deputy": true, "military": true, "legal": true, "spokes": true}

// recall lets "the lawmaker" be the person who has just been speaking, when
// nobody else has been named since, or, when nobody has spoken, the one person
// named so far; and "the harbour minister" the person whom the article has called
// so.
func (r *reader) recall(s *document.Source) {
	d := r.doc
	w := r.headWord(s.Span)
	if lower(s.Name) == "the government" {
		if land := r.governing(s.Span.Start); land >= 0 {
			s.Entity, s.Name = land, d.Entities[land].Name
		}
		return
	}
	if w.Plural || !w.Is(lexicon.Role) {
		return
	}
	who := r.calledSo(s.Span, w)
	if who < 0 {
		who = r.countryman(s.Span, w)
	}
	if who >= 0 {
		s.Entity, s.Name = who, d.Entities[who].Name
		return
	}
	first, rest, _ := strings.Cut(lower(s.Name), " ")
	owned := strings.HasSuffix(first, "’s") || strings.HasSuffix(first, "'s") && rest != "" // Oldland's envoy
	if !standing[w.Detail] && !offices[w.Detail] || first != "the" && first != "this" && !owned || strings.Contains(s.Name, " of ") || strings.Contains(s.Name, " for ") {
		return
	}
	if len(d.Statements) > 0 {
		last := *s
		r.carryOn(&last, document.UnknownGender, 2)
		if last.Entity >= 0 && (!owned && !offices[w.Detail] || r.compatible(s.Span, &d.Entities[last.Entity])) && (standing[w.Detail] || r.soleBearer(s.Span, w, last.Entity)) {
			*s = last
			return
		}
		if who = r.soleSpeaker(s.Span.Start); who >= 0 && !owned && r.compatible(s.Span, &d.Entities[who]) && r.sameOffice(who, w, rankOf(lower(s.Name))) {
			s.Entity, s.Name = who, d.Entities[who].Name
		}
	} else if who := r.only(s.Span.Start); who != nil && standing[w.Detail] {
		s.Entity, s.Name = who.Entity, who.Name
	}
}

// governing is the country whose government the article has last named before a byte,
// not long ago; -1 when it is another's than a country's, or none.
func (r *reader) governing(before int) int {
	d := r.doc
	for t := r.tokenAt(before) - 1; t > 1 && r.sentenceOf(before)-r.sentenceOf(d.Tokens[t].Start) <= paperBack; t-- {
		if !governments[lower(d.Slice(d.Tokens[t].Span))] || r.insideQuote(d.Tokens[t].Start) {
			continue
		}
		owner := t - 1
		if tagClasses[d.Tokens[owner].Tag]&possessive != 0 {
			owner--
		}
		if lower(d.Slice(d.Tokens[owner].Span)) == "the" {
			continue
		}
		i := r.mentionAt(d.Tokens[owner].End) - 1
		if i < 0 || d.Mentions[i].Last != owner+1 || d.Mentions[i].Entity < 0 || d.Entities[d.Mentions[i].Entity].Type != document.Country {
			return -1
		}
		return d.Mentions[i].Entity
	}
	return -1
}

// countryman is the one person of a country whom the article has just named, when a
// description says only that he is an official of it: "the Oldland envoy" after
// "Oldland's Deputy Minister Ada Okoro"; -1 for none.
func (r *reader) countryman(s document.Span, head *lexicon.Word) int {
	d := r.doc
	if head.Detail != "official" {
		return -1
	}
	at, first := r.mentionAt(s.Start), r.tokenAt(s.Start)
	if at == len(d.Mentions) || d.Mentions[at].First != first+1 || d.Mentions[at].Entity < 0 || !definite[lower(d.Slice(d.Tokens[first].Span))] {
		return -1
	}
	land := &d.Entities[d.Mentions[at].Entity]
	if head := r.headToken(s); land.Type != document.Country || d.Mentions[at].Last != head || d.Tokens[head].End != s.End {
		return -1
	}
	who, now := -1, r.sentenceOf(s.Start)
	for i := at - 1; i >= 0 && now-r.sentenceOf(d.Mentions[i].Start) <= hinted+1; i-- {
		m := &d.Mentions[i]
		if m.Kind != document.Name || m.Type != document.Person || m.Entity < 0 || d.Entities[m.Entity].Country != land.Country || r.insideQuote(m.Start) {
			continue
		}
		if who >= 0 && who != m.Entity {
			return -1
		}
		who = m.Entity
	}
	return who
}

// soleSpeaker is the one person who has spoken so far, -1 when none has or more, or
// when somebody else has been named since, before a byte.
func (r *reader) soleSpeaker(before int) int {
	who := -1
	for i := range r.doc.Statements {
		s := r.doc.Statements[i].Speaker
		if s == nil || s.Entity < 0 || r.doc.Entities[s.Entity].Type != document.Person || s.Entity == who {
			continue
		}
		if who >= 0 || r.doc.Entities[s.Entity].Plural {
			return -1
		}
		who = s.Entity
	}
	at := r.mentionAt(before) - 1
	for i := at; i >= max(0, at-2*farBack) && who >= 0; i-- {
		m := &r.doc.Mentions[i]
		if m.Entity == who {
			break
		}
		if m.Kind == document.Name && m.Type == document.Person && !r.insideQuote(m.Start) {
			return -1
		}
	}
	return who
}

// sameOffice tells whether no office stands before a person's name that is of another
// kind than the noun of a description, and of those who head or minister that he has
// been called so.
func (r *reader) sameOffice(person int, head *lexicon.Word, rank []string) bool {
	d := r.doc
	called := len(rank) == 0 && head.Detail != "head" && head.Detail != "minister" && head.Detail != "deputy"
	from := r.mentionAt(r.firstMention(person))
	for i := from; i < min(from+2*farBack, len(d.Mentions)); i++ {
		m := &d.Mentions[i]
		if m.Entity != person || m.Kind != document.Name || m.First == 0 {
			continue
		}
		called = called || r.isCalled(m, head, rank, false)
		if w := r.lexicon.Word(lower(d.Slice(d.Tokens[m.First-1].Span))); w.Is(lexicon.Role) && w.Detail != head.Detail && offices[w.Detail] != standing[head.Detail] {
			return false
		}
	}
	return called
}

// soleBearer tells whether nobody but one person has lately been called by the noun
// that heads a description, and nothing in the description speaks against him: a
// country that isn't known to be his, or that it is a deputy, of a minister.
func (r *reader) soleBearer(s document.Span, head *lexicon.Word, person int) bool {
	d := r.doc
	at := r.mentionAt(s.Start)
	for i := at; i < len(d.Mentions) && d.Mentions[i].End <= s.End; i++ {
		if o := d.Mentions[i].Entity; o >= 0 && d.Entities[o].Type == document.Country && d.Entities[o].Country != d.Entities[person].Country {
			return false
		}
	}
	rank := rankOf(lower(d.Slice(s)))
	for i := at - 1; i >= 0 && i >= at-farBack; i-- {
		m := &d.Mentions[i]
		if m.Kind != document.Name || m.Type != document.Person || m.Entity < 0 || r.insideQuote(m.Start) || !r.isCalled(m, head, nil, false) {
			continue
		}
		if m.Entity != person || !r.isCalled(m, head, rank, false) {
			return false
		}
	}
	return true
}

// rankOf is what in a description makes another office of an office.
func rankOf(description string) (rank []string) {
	for word := range strings.FieldsSeq(description) {
		if lesser[word] {
			rank = append(rank, word)
		}
	}
	return rank
}

// lesser are the words that make another office of an office.
var lesser = map[string]bool{"deputy": true, "vice": true, "assistant": true, "associate": true, "under": true}

const (
	farBack   = 40 // mentions back from a description to whom it describes
	nearTitle = 8  // tokens between a name and the words that say what he is
)

// calledSo is the person whom the article has called by a description before: "the
// Oldland foreign minister" after "Foreign Minister Ada Okoro of Oldland". Every
// word of it that tells one from another must stand beside the name, or be of the
// person's country. It gives -1 when there is none.
func (r *reader) calledSo(s document.Span, head *lexicon.Word) int {
	d := r.doc
	first, end := r.tokenAt(s.Start), r.tokenAt(s.End-1)+1
	land := ""
	var words []string
	for i := first; i < end; i++ {
		t := d.Tokens[i]
		text := lower(d.Slice(t.Span))
		c := tagClasses[t.Tag]
		switch {
		case c&relative != 0 || text == ",":
			end = i
		case i == first && c&determiner != 0 && !definite[text]:
			return -1
		case c&(nominal|adjective) != 0 && text != head.Lemma && !idle[text]:
			words = append(words, text)
		}
	}
	if first == end || !definite[lower(d.Slice(d.Tokens[first].Span))] && tagClasses[d.Tokens[first].Tag]&proper == 0 {
		return -1
	}
	at := r.mentionAt(s.Start)
	for i := at; i < len(d.Mentions) && d.Mentions[i].End <= s.End; i++ {
		if e := d.Mentions[i].Entity; e >= 0 && d.Entities[e].Type == document.Country {
			land = d.Entities[e].Country
		}
	}
	if len(words) == 0 && tagClasses[d.Tokens[first].Tag]&proper == 0 {
		return -1 // "the minister" is the business of stage entity
	}
	for i := at - 1; i >= 0 && i >= at-farBack; i-- {
		m := &d.Mentions[i]
		if m.Kind != document.Name || m.Type != document.Person || m.Entity < 0 || r.insideQuote(m.Start) {
			continue
		}
		e := &d.Entities[m.Entity]
		if land != "" && e.Country != "" && e.Country != land || head.Gender == lexicon.Feminine && e.Gender == document.Male || head.Gender == lexicon.Masculine && e.Gender == document.Female {
			continue
		}
		if r.isCalled(m, head, words, land != "" && e.Country == land) {
			return m.Entity
		}
	}
	return -1
}

// isCalled tells whether the words right before or after a name hold a noun and
// all of some words; of them one may be missing that names the person's country.
func (r *reader) isCalled(m *document.Mention, head *lexicon.Word, words []string, countryman bool) bool {
	d := r.doc
	from, to := m.First, m.Last
	for from > 0 && m.First-from < nearTitle && tagClasses[d.Tokens[from-1].Tag]&(nounPhrase|preposition) != 0 && r.sentenceOf(d.Tokens[from-1].Start) == r.sentenceOf(m.Start) {
		from--
	}
	if to < len(d.Tokens) && d.Slice(d.Tokens[to].Span) == "," {
		for to < len(d.Tokens) && to-m.Last < nearTitle+1 && (to == m.Last || tagClasses[d.Tokens[to].Tag]&(nounPhrase|preposition) != 0) {
			to++
		}
	}
	holds := func(want string) bool {
		for i := from; i < to; i++ {
			if (i < m.First || i >= m.Last) && lower(d.Slice(d.Tokens[i].Span)) == want {
				return true
			}
		}
		return false
	}
	if !holds(head.Lemma) {
		return false
	}
	missing := 0
	for _, w := range words {
		if !holds(w) {
			missing++
		}
	}
	return missing == 0 || countryman && missing == 1
}

// definite are the words that begin a description of somebody known.
var definite = map[string]bool{"the": true, "this": true, "its": true, "their": true}

// idle adjectives don't tell one from another.
var idle = map[string]bool{"senior": true, "top": true, "veteran": true, "current": true, "same": true, "high-ranking": true, "outspoken": true, "prominent": true}

// hinted is how many sentences may lie between somebody who is only described and
// his name.
const hinted = 2

// foretold gives the name of the speaker who comes next to one that the article
// has only hinted at: "according to one expert. Ann Smith, who teaches …, says",
// "the harbour spokesman has said. Ann Smith told". The hint is singular, and the
// person is new to the article.
func (r *reader) foretold() {
	r.heralded()
	d := r.doc
	for k := range d.Statements {
		hint := d.Statements[k].Speaker
		next, passed := r.nextNamed(k)
		if hint != nil && hint.Entity < 0 {
			r.besideName(hint)
		}
		if d.Statements[k].Rule == rules[ruleTurn].name {
			continue // HOST: is nobody's description
		}
		if hint == nil || next == nil || hint.Entity >= 0 || next.Span.Start < hint.Span.End || !r.somebody(hint.Span) {
			continue
		}
		e := &d.Entities[next.Entity]
		if e.Type != document.Person || e.Plural || r.endsInName(hint.Span, e.Name) || r.firstMention(next.Entity) < hint.Span.Start {
			continue
		}
		apart := r.sentenceOf(next.Span.Start) - r.sentenceOf(hint.Span.Start)
		if passed && !r.isBare(next) && d.Slice(next.Span) != "He" && d.Slice(next.Span) != "She" || r.forHisPart(next.Span) {
			continue // another, who has his own office
		}
		if apart > hinted || apart > 1 && r.anotherBetween(hint.Span, next) {
			continue
		}
		switch t := r.tokenAt(hint.Span.Start); lower(d.Slice(d.Tokens[t].Span)) {
		case "one", "a", "an":
			if r.headWord(hint.Span).Lemma == "source" {
				continue // who won't be named
			}
		default:
			if !r.compatible(hint.Span, e) || r.sentenceOf(hint.Span.Start) > 1 && !(r.isOfficeOf(hint.Span) && r.isBare(next)) {
				continue // a description that is no hint opens the article, or tells all of whom only the name follows
			}
		}
		hint.Entity, hint.Name = next.Entity, next.Name
	}
}

// besideName gives a speaker who is only described the name before the comma that his
// description follows, when no other closes it: "Okoro, [head of the port] said".
func (r *reader) besideName(s *document.Source) {
	d := r.doc
	first := r.tokenAt(s.Span.Start)
	if first < 2 || d.Slice(d.Tokens[first-1].Span) != "," || tagClasses[d.Tokens[first].Tag]&(determiner|owner) != 0 || !r.isOfficeOf(s.Span) {
		return
	}
	m := r.mentionOver(first - 2)
	if m == nil || m.Last != first-1 || !isPersonName(m) || r.insideQuote(m.Start) != r.insideQuote(s.Span.Start) {
		return
	}
	if t := m.First - 1; t >= 0 && tagClasses[d.Tokens[t].Tag]&preposition != 0 {
		return
	}
	if e := &d.Entities[m.Entity]; r.compatible(s.Span, e) {
		s.Entity, s.Name = m.Entity, e.Name
	}
}

// isOfficeOf tells whether the words of a span are the noun of one person's office and
// what he holds it in or for, "head of the Harbour Office", "the port's director".
func (r *reader) isOfficeOf(s document.Span) bool {
	w := r.headWord(s)
	if !w.Is(lexicon.Role) || w.Plural {
		return false
	}
	first, last := r.tokenAt(s.Start), r.tokenAt(s.End-1)
	if tagClasses[r.doc.Tokens[first].Tag]&determiner != 0 {
		first++
	}
	return last-first > 1
}

// isBare tells whether the words of a source are a full name alone, or behind a rank, as they
// are of somebody who has been described before.
func (r *reader) isBare(s *document.Source) bool {
	d := r.doc
	m := r.personIn(s.Span)
	if m == nil || m.End != s.Span.End || m.Entity != s.Entity || m.Last-m.First < 2 && r.firstMention(m.Entity) >= m.Start {
		return false
	}
	for t := r.tokenAt(s.Span.Start); t < m.First; t++ {
		w := r.lexicon.Word(d.Slice(d.Tokens[t].Span))
		if !w.Is(lexicon.Honorific) && w.Detail != "military" && d.Slice(d.Tokens[t].Span) != "." {
			return false
		}
	}
	return true
}

// heralded gives the first speaker of an article, whom it describes without a name,
// that of the person whose words the headline has by the same verb: "Okoro says …"
// above "The candidate has said …".
func (r *reader) heralded() {
	d := r.doc
	if len(d.Statements) == 0 {
		return
	}
	st := &d.Statements[0]
	s := st.Speaker
	if s == nil || s.Entity >= 0 || st.Cue.Empty() || r.sentenceOf(s.Span.Start) > 0 || !r.somebody(s.Span) || !definite[lower(d.Slice(d.Tokens[r.tokenAt(s.Span.Start)].Span))] {
		return
	}
	title := strings.Fields(lower(d.Title))
	said, ok := r.terms.cues[lower(d.Slice(st.Cue))]
	for i := range d.Entities {
		e := &d.Entities[i]
		name := strings.Fields(lower(e.Name))
		if !ok || e.Type != document.Person || e.Plural || len(name) == 0 || !r.compatible(s.Span, e) {
			continue
		}
		at := slices.Index(title, name[len(name)-1])
		if at < 0 || at > 1 || at == 1 && title[0] != name[0] || at+1 == len(title) {
			continue
		}
		if x, ok := r.terms.cues[title[at+1]]; ok && x.lemma == said.lemma {
			s.Entity, s.Name = i, e.Name
			return
		}
	}
}

// endsInName tells whether the words of a span end in a person's name that isn't told
// better by another: they are no hint.
func (r *reader) endsInName(s document.Span, name string) bool {
	d := r.doc
	t := r.tokenAt(s.End - 1)
	w := d.Slice(d.Tokens[t].Span)
	if tagClasses[d.Tokens[t].Tag]&proper == 0 || r.lexicon.Word(w).Class != 0 {
		return false
	}
	if strings.HasSuffix(name, w) {
		return name == w
	}
	return r.lexicon.Of(w).Has(lexicon.Surname) && !r.lexicon.Of(w).Has(unpersonal)
}

// anotherBetween tells whether a person is named between a hint and the speaker who
// comes next, outside quotation.
func (r *reader) anotherBetween(hint document.Span, next *document.Source) bool {
	d := r.doc
	for i := r.mentionAt(hint.End); i < len(d.Mentions) && d.Mentions[i].Start < next.Span.Start; i++ {
		m := &d.Mentions[i]
		if m.Kind == document.Name && m.Type == document.Person && m.Entity != next.Entity && !r.insideQuote(m.Start) {
			return true
		}
	}
	return false
}

// nextNamed is the first speaker whom a name tells of the statements behind
// statement k, of a few, but for who passes on what they say: "Okoro said …, the agency
// reported".
func (r *reader) nextNamed(k int) (next *document.Source, passed bool) {
	all := r.doc.Statements
	for j := k + 1; j < len(all) && j <= k+maxAhead; j++ {
		if s := all[j].Speaker; s != nil && s.Entity >= 0 {
			if r.doc.Entities[s.Entity].Type == document.Organization && (all[j].Cue.Empty() || passing[lower(r.doc.Slice(all[j].Cue))] || strings.HasPrefix(lower(r.doc.Slice(all[j].Cue)), "according")) {
				passed = true
				continue
			}
			return s, passed
		}
	}
	return nil, false
}

// forHisPart tells whether "for" his part follows the words of a source: he is another than
// who spoke before him.
func (r *reader) forHisPart(s document.Span) bool {
	t := r.tokenAt(s.End-1) + 1
	if t < len(r.doc.Tokens) && marks[r.doc.Slice(r.doc.Tokens[t].Span)]&comma != 0 {
		t++
	}
	return t+2 < len(r.doc.Tokens) && lower(r.doc.Slice(r.doc.Tokens[t].Span)) == "for" && lower(r.doc.Slice(r.doc.Tokens[t+2].Span)) == "part"
}

// maxAhead is how many statements may stand between a hint and the name.
const maxAhead = 3

// compatible tells whether a description doesn't say of somebody that he is of
// another country or sex.
func (r *reader) compatible(s document.Span, e *document.Entity) bool {
	d := r.doc
	w := r.headWord(s)
	if !w.Is(lexicon.Role) || w.Gender == lexicon.Feminine && e.Gender == document.Male || w.Gender == lexicon.Masculine && e.Gender == document.Female {
		return false
	}
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].End <= s.End; i++ {
		if o := d.Mentions[i].Entity; o >= 0 && d.Entities[o].Type == document.Country && e.Country != "" && d.Entities[o].Country != e.Country {
			return false
		}
	}
	return true
}
