package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// standing are the kinds of role by which news calls a person whom it has named
// already: "the lawmaker", "the cleric", "the economist". Offices are left out,
// since "the minister" may be another minister than the one who spoke last.
var standing = map[string]bool{"legislator": true, "politician": true, "expert": true, "religious": true, "official": true}

// headWord is the noun that heads the words of a span: the last before the first
// comma, bracket, preposition or relative.
func (r *reader) headWord(s document.Span) *lexicon.Word {
	d := r.doc
	head := -1
	for i := r.tokenAt(s.Start); i < len(d.Tokens) && d.Tokens[i].Start < s.End; i++ {
		c := tagClasses[d.Tokens[i].Tag]
		if head >= 0 && (c&(preposition|relative) != 0 || marks[d.Slice(d.Tokens[i].Span)] != 0 && d.Tokens[i].Tag != "HYPH") {
			break
		}
		if c&nominal != 0 {
			head = i
		}
	}
	if head < 0 {
		return r.lexicon.Word("")
	}
	return r.lexicon.Word(d.Slice(d.Tokens[head].Span))
}

// titled is the person whose name ends the words of a span, behind a title long
// enough to hold prepositions or commas: "head of the Harbour Office Ada Okoro".
// It gives -1 when there is none, as in "a friend of President Okoro", whose title
// is his own.
func (r *reader) titled(s document.Span) int {
	d := r.doc
	first, end := r.tokenAt(s.Start), r.tokenAt(s.End-1)+1
	i := r.mentionAt(s.End)
	for i--; i >= 0 && d.Mentions[i].Kind != document.Name; i-- {
	}
	if i < 0 {
		return -1
	}
	m := &d.Mentions[i]
	if m.Last != end || m.Type != document.Person || m.Entity < 0 || m.First < first+2 || d.Tokens[first].Tag == "DT" && lower(d.Slice(d.Tokens[first].Span)) != "the" {
		return -1
	}
	before := d.Tokens[m.First-1]
	if tagClasses[before.Tag]&(nominal|adjective) == 0 && before.Tag != "NNPS" {
		return -1
	}
	t := r.lexicon.Word(d.Slice(before.Span))
	title := t.Is(lexicon.Role|lexicon.Honorific) && !t.Plural
	w := r.headWord(s)
	if !w.Is(lexicon.Role) && title && r.compound(first, m.First) {
		return m.Entity
	}
	if w.Plural || !w.Is(lexicon.Role) {
		return -1
	}
	if title {
		// The title is his own, unless it ends what the article before it begins:
		// "the Harbour Council Dr Ada Okoro".
		at := m.First - 2
		for at > first && tagClasses[d.Tokens[at].Tag]&proper != 0 && !r.lexicon.Word(d.Slice(d.Tokens[at].Span)).Is(lexicon.Role) {
			at--
		}
		if at <= first || at == m.First-2 || lower(d.Slice(d.Tokens[at].Span)) != "the" {
			return -1
		}
	}
	return m.Entity
}

// compound tells whether tokens [from, to) are one long noun before a name, "Ports
// Department of Newtown Director".
func (r *reader) compound(from, to int) bool {
	for i := from; i < to; i++ {
		t := r.doc.Tokens[i]
		if w := r.doc.Slice(t.Span); tagClasses[t.Tag]&(nominal|coordinator|adjective) == 0 && w != "of" && w != "," && w != "&" {
			return false
		}
	}
	return tagClasses[r.doc.Tokens[from].Tag]&proper != 0
}

// somebody tells whether the words of a span are a noun for one person.
func (r *reader) somebody(s document.Span) bool {
	w := r.headWord(s)
	return !w.Plural && w.Is(lexicon.Role|lexicon.Human|lexicon.Family)
}

// recall lets "the lawmaker" be the person who has just been speaking, when
// nobody else has been named since, or, when nobody has spoken, the one person
// named so far.
func (r *reader) recall(s *document.Source) {
	d := r.doc
	first, _, _ := strings.Cut(lower(s.Name), " ")
	if first != "the" && first != "this" || strings.Contains(s.Name, " of ") || strings.Contains(s.Name, " for ") {
		return
	}
	if w := r.headWord(s.Span); w.Plural || !w.Is(lexicon.Role) || !standing[w.Detail] {
		return
	}
	if len(d.Statements) > 0 {
		r.carryOn(s, document.UnknownGender, 2)
	} else if who := r.only(s.Span.Start); who != nil {
		s.Entity, s.Name = who.Entity, who.Name
	}
}

// maySpeak tells whether a phrase can stand for somebody who says something
// rather than for a thing that shows it: a name, a pronoun other than "it",
// "which" and "that", or a noun for people or for what they form. Only of those are noun
// phrases taken for what was said.
func (r *reader) maySpeak(p phrase) bool {
	u := &r.units[p.from]
	if u.is(relative) || u.all(personal|subject) {
		return r.text(p.from) != "it" && r.text(p.from) != "which" && !u.is(that)
	}
	head := -1
	for i := p.from; i < p.to && !r.units[i].is(preposition|relative|punctuation); i++ {
		if r.units[i].is(nominal|subject) && !r.units[i].is(when) {
			head = i
		}
	}
	if head < 0 {
		return false
	}
	return r.units[head].is(proper|subject) || r.lexicon.Word(r.text(head)).Is(lexicon.Role|lexicon.Human|lexicon.Family|lexicon.Agent|lexicon.OrgHead|lexicon.State)
}

// leastWords is how many words a noun phrase must have to tell something: of those
// below half are no reports.
const leastWords = 4

// telling tells whether the noun phrase that a verb reports says anything: it has
// some length, or is quoted, or the verb could have taken a clause for it.
func (r *reader) telling(p phrase, c *cue) bool {
	if p.to-p.from >= leastWords || c.verbs&clause != 0 && p.to-p.from > 1 {
		return true
	}
	for i := p.from; i < p.to; i++ {
		if r.units[i].is(quoted) || r.units[i].folded {
			return true
		}
	}
	return false
}

// mute tells whether a phrase names a time, "2015" or "this month", or is what
// somebody released, "the following statement": the subject is another then.
func (r *reader) mute(p phrase) bool {
	if p.to-p.from > 1 && (r.text(p.from+1) == "following" || p.from > 0 && r.units[p.from-1].is(issuing) && r.units[p.from+1].is(occasion)) {
		return true
	}
	for i := p.from; i < p.to && !r.units[i].is(preposition|punctuation); i++ {
		if r.units[i].is(nominal|personal|subject|relative|adjective|participle|gerund) && !r.units[i].is(when) {
			return false
		}
		if r.units[i].is(number) && !r.year(i) || r.units[i].is(determiner) && i+1 == p.to {
			return false
		}
	}
	return true
}

// year tells whether unit i is a number of four digits.
func (r *reader) year(i int) bool {
	s := r.text(i)
	return len(s) == 4 && strings.Trim(s, "0123456789") == ""
}
