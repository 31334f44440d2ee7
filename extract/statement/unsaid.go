package statement

import "strings"

// possible are nouns for what may be done: an opportunity or a capacity to say
// something isn't a saying, unless somebody took it.
const (
	possible = "opportunity|chance|ability|capacity|capability|right|duty|power|authority|reason|need|freedom|obligation|more|much|nothing|something|anything|little|lot"
	taking   = "took|take|takes|taking|taken|used|use|uses|using|seized|seize"
)

// answering are verbs whose "to" leads to what is answered.
const answering = "respond|responds|responded|responding|reply|replies|replied|replying|react|reacts|reacted|reacting"

// unsaid tells whether a candidate is no utterance by its grammar: something that
// may be said, something that was said and does something else, something that an
// answer is to.
func (r *reader) unsaid(c *candidate) bool {
	p := c.content[0]
	if p.empty() {
		return false
	}
	if r.units[c.verb].is(colon) && c.who.to == c.who.from+1 && len(r.text(c.who.from)) == 1 {
		return true // "B: Public Safety"
	}
	v := cue{verb: c.verb, from: c.verb, to: c.verb + 1, begin: -1}
	r.group(&v)
	if v.form == infinitiveForm && v.from > 0 && r.oneOf(v.from-1, possible) {
		for i := v.from - 2; i >= 0 && i > v.from-7; i-- {
			if r.oneOf(i, taking) {
				return false
			}
		}
		return true
	}
	if v.form == passiveForm && r.passive(c, v.from) {
		return true
	}
	if r.oneOf(c.verb, answering) && c.verb+1 < p.from && p.from <= c.verb+2 && r.text(c.verb+1) == "to" && !r.units[p.from].is(quoted) {
		return true
	}
	if last := p.to - 1; last > p.from+1 && r.units[last].is(gerund) && r.units[last].verbs != nil && r.text(last-1) == "as" {
		return true // "quoted [the minister as saying] …"
	}
	return r.reduced(c, p.from) || r.units[c.verb].is(auxiliary) && r.units[c.verb].verbs == nil || r.alsoDenied(c.verb)
}

// passive tells whether the verb group that begins at unit from, in the passive,
// says of somebody what others say: "Smith is said [to have …]".
func (r *reader) passive(c *candidate, from int) bool {
	p := c.content[0]
	return !c.who.empty() && c.who.to == from && p.from > c.verb && r.units[p.from].is(infinitive) &&
		!r.quotedAs(&cue{verb: c.verb, from: c.verb, to: c.verb + 1, begin: -1})
}

// reduced tells whether the cue is a participle that describes what stands before
// it, and the words at unit at are the verb of that: "The plan announced today
// [reflects …]". What a relative pronoun stands for has a verb there too: "which he
// said was …".
func (r *reader) reduced(c *candidate, at int) bool {
	for at > c.verb && at+1 < len(r.units) && r.units[at].is(when|adverb) && !r.units[at].is(finite|auxiliary) {
		at++
	}
	if at <= c.verb || c.who.empty() || c.who.from > c.verb || !r.units[at].is(finite|auxiliary) || r.units[at].is(nominal|quoted) {
		return false
	}
	for i := at - 1; i > c.verb; i-- {
		if !r.units[i].is(when | determiner | adjective | adverb | preposition | nominal | number) {
			return false
		}
	}
	for i := c.who.from; i >= 0 && i > c.who.from-farthest && !r.units[i].is(semicolon|colon); i-- {
		if r.units[i].is(relative | that | question) {
			return false
		}
	}
	return true
}

// alsoDenied tells whether the verb at unit i shares the "not" of one before it:
// "does not disclose when or [say] how many".
func (r *reader) alsoDenied(i int) bool {
	if i == 0 || !r.units[i].is(base) && !strings.HasSuffix(r.doc.Tokens[r.units[i].first].Tag, "P") || r.text(i-1) != "or" {
		return false
	}
	for j := i - 2; j >= 0; j-- {
		if r.units[j].is(negation) {
			return true
		}
		if r.units[j].is(finite) && !r.units[j].is(auxiliary) && !r.units[j].is(modal) && j+1 < i && r.units[j+1].is(that) {
			return false
		}
	}
	return false
}
