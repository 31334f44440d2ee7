package statement

import (
	"strings"

	"dossier/extract/lexicon"
)

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
