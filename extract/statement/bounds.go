package statement

import (
	"strings"

	"dossier/extract/lexicon"
)

// bound takes from what was said what stands around it: the dateline before it, and
// whom the speaker quotes after it: "[The bridge is safe], the paper reported quoting
// an engineer".
func (r *reader) bound(c *candidate) {
	if p := &c.content[0]; p.from < r.floor && p.to > r.floor {
		p.from = r.floor
	}
	if p := c.content[0]; !p.empty() && p.to <= r.floor && !c.content[1].empty() {
		c.content = [2]phrase{c.content[1]} // a dateline, and nothing else
	}
	if p := c.content[1]; !p.empty() && c.content[0].to <= c.verb && p.from > c.verb && (r.citing(p.from) || r.citing(p.from-1)) {
		c.content[1] = phrase{}
	}
	for i := c.who.from + 1; i < c.who.to && !r.units[i].is(relative|that|open|comma); i++ {
		if r.units[i].is(auxiliary) && !r.units[i].is(nominal|quoted) {
			c.who.to = i
		}
	}
	if p := &c.content[0]; p.from > c.verb {
		p.from = r.pastTime(*p)
		p.to = r.beforeQuoted(*p)
	}
	if r.subheaded(c) {
		c.content = [2]phrase{c.content[1]}
	}
	r.beforeRole(c)
	for i := c.who.from + 1; i < c.who.to; i++ {
		if r.units[i].is(open) && r.opens(phrase{i, c.who.to}) {
			c.who.to = i // a bracket that nobody closes
		}
	}
	for i := c.who.from + 1; i+1 < c.who.to; i++ {
		if r.units[i].is(comma) && (r.units[i+1].is(subordinate) || r.units[i+1].is(preposition) && r.oneOf(i+1, "on|in|at|as|during|after|before")) && r.endsInPerson(phrase{c.who.from, i}) {
			c.who.to = i // "Okoro, on her way to the bridge", "while thanking the port"
		}
	}
	if c.who.from > c.verb {
		for i := c.who.from + 1; i < c.who.to; i++ {
			if r.units[i].is(preposition) && r.oneOf(i, "after|before|during|following") && r.endsInPerson(phrase{c.who.from, i}) {
				c.who.to = i // "said Okoro after the vote"
			}
		}
	}
	if at := c.who.to; c.content[1].empty() && len(c.more) == 0 && at > c.verb && at == len(r.units)-1 && r.units[at].is(quoted) && !c.content[0].empty() && c.content[0].to <= c.verb && r.units[c.content[0].to-1].is(quoted) {
		c.content[1] = phrase{at, at + 1} // “…,” said Okoro “…”, a stop left out
	}
	for i := range c.content {
		c.content[i].to = r.bracketEnd(c.content[i])
	}
	if p, q := c.content[0], c.content[1]; p.from > c.verb && !q.empty() && r.oneOf(p.from-1, "about|on|regarding|concerning") && p.to+1 == q.from && r.units[p.to].is(colon) && r.units[q.from].is(quoted) {
		c.content = [2]phrase{q} // "gave a statement on the port: [“…”]"
	}
	if p := &c.content[0]; p.from > c.verb && p.to-p.from > 2 && r.units[p.to-1].is(quoted) && r.units[p.to-2].is(colon) && (r.units[p.from-1].is(preposition) && p.from > c.verb+2 && !r.hasVerb(p.from, p.to-2) || r.units[p.from].is(that) && p.from+1 == p.to-3) {
		p.from = p.to - 1 // "was hopeful about the port: [“…”]"
	}
	if p := &c.content[0]; p.from > c.verb && !c.who.empty() && c.who.from > 0 && r.text(c.who.from-1) == "as" && r.units[p.from-1].is(preposition) {
		// "As Smith noted in her letter, [the bridge …]"
		for i := p.from; i+1 < p.to; i++ {
			if r.units[i].is(comma) && r.mainClause(i+1) {
				p.from = i + 1
				break
			}
		}
	}
}

// pastTime is where content begins behind a time and a "that": "said [nearly two weeks
// ago] that the bridge …".
func (r *reader) pastTime(p phrase) int {
	if r.units[p.from].is(preposition) && r.oneOf(p.from, "during|in|at|after|before|upon") {
		for i := p.from + 1; i+1 < p.to && !r.units[i].is(punctuation|quoted|finite|auxiliary|relative); i++ {
			if r.units[i].is(nominal) && r.units[i+1].all(that|preposition) {
				return i + 1 // "stressed [during his visit] that the pier …"
			}
		}
	}
	for i := p.from; i+1 < p.to && i < p.from+6; i++ {
		u := &r.units[i]
		if u.is(when) && r.text(i+1) == "that" {
			return i + 1
		}
		if !u.is(when|number|adverb|determiner|adjective|preposition) || u.is(quoted|that) {
			break
		}
	}
	return p.from
}

// bracketEnd is the end of content with the bracket in which it ends: "the quake [in May]".
// One that nobody closes is none of it.
func (r *reader) bracketEnd(p phrase) int {
	if p.empty() || !r.opens(p) {
		return p.to
	}
	for i := p.to; i < min(p.to+longestBracket, len(r.units)); i++ {
		if r.units[i].is(close) {
			return i + 1
		}
	}
	if p.to-p.from > 1 && r.units[p.to-1].is(open) {
		return p.to - 1
	}
	return p.to
}

// longestBracket is within how many units a bracket closes.
const longestBracket = 12

// beforeQuoted is where content ends at a quotation that another attribution belongs to:
// "says [the bridge is safe] “It holds,” the engineer told the paper", [“It holds.”] She
// went on, “…” It ends, too, where a quotation ends a sentence and another begins.
func (r *reader) beforeQuoted(p phrase) int {
	for i := p.from; i < p.to && i+1 < len(r.units); i++ {
		u := &r.units[i]
		switch {
		case u.is(quoted) && u.ending&stop != 0 && i+1 < p.to && r.capital(i+1) && !r.units[i+1].is(quoted) && r.clauseVerbs(i+1, p.to):
			return i + 1
		case !u.is(quoted) || !r.reportsAgain(i+1, false):
		case r.endsSentence(u):
			return i + 1
		case u.ending&comma != 0 && i > p.from+1 && !r.units[i-1].is(punctuation|that|coordinator|preposition):
			return i
		}
	}
	return p.to
}

// endsSentence tells whether a quotation ends like a sentence, also with the stop of an
// abbreviation: “… in Oldtown, O.C.”
func (r *reader) endsSentence(u *unit) bool {
	return u.ending&stop != 0 || u.ending == 0 && strings.HasSuffix(strings.TrimRight(r.doc.Slice(u.Span), "”\"'’"), ".")
}

// subheaded tells whether the quotation before an attribution is a heading glued to it,
// which gives the words in short that follow: “The pier is old” Okoro said [that the
// pier was old]. Nothing divides the two.
func (r *reader) subheaded(c *candidate) bool {
	p, q := c.content[0], c.content[1]
	return !q.empty() && len(c.more) == 0 && p.from == 0 && p.to == 1 && r.units[0].is(quoted) && r.units[0].ending == 0 && c.who.from == 1 &&
		q.from > c.verb && r.units[q.from].all(that|preposition)
}

// beforeRole gives the speaker the name that stands before a role without an article:
// "[Ada Okoro, port] spokeswoman said".
func (r *reader) beforeRole(c *candidate) {
	i := c.who.from
	if c.who.to-i != 1 || i > c.verb || !r.units[i].is(noun) || !r.lexicon.Word(r.text(i)).Is(lexicon.Role) {
		return
	}
	for i > 0 && r.units[i-1].is(nominal|adjective) {
		i--
	}
	if i < 2 || !r.units[i-1].is(comma) || !r.endsInPerson(phrase{0, i - 1}) {
		return
	}
	for i--; i > 0 && r.units[i-1].is(proper); i-- {
	}
	c.who.from = i
}

// pastHeading takes from the speaker a heading that is glued to him: "Oldland to join
// rescue mission [Newland's minister Ada Okoro]". In one, who is to do something stands
// as a name before its infinitive, with no verb.
func (r *reader) pastHeading(c *candidate) {
	if c.who.from > c.verb {
		return
	}
	for i := c.who.from + 1; i+2 < c.who.to; i++ {
		if !r.units[i].is(infinitive) || !r.units[i+1].is(base) || !r.units[i-1].is(proper) {
			if r.units[i].is(finite | relative) {
				return
			}
			continue
		}
		for j := i + 2; j < c.who.to; j++ {
			if !r.endsInPerson(phrase{c.who.from, j + 1}) {
				continue
			}
			for from := j; from > i+2; from-- {
				u := &r.units[from-1]
				if !u.is(preposition) && !upper(r.doc.Text[u.Start:u.Start+1]) {
					c.who.from = from
					return
				}
			}
			return
		}
		return
	}
}

// citing tells whether unit i is a participle of reporting.
func (r *reader) citing(i int) bool {
	return r.units[i].is(gerund) && (r.units[i].verbs != nil || r.terms.cues[r.text(i)].lemma != 0)
}

// opens tells whether a bracket opens in a phrase that doesn't close there.
func (r *reader) opens(p phrase) bool {
	deep := 0
	for i := p.from; i < p.to; i++ {
		switch u := &r.units[i]; {
		case u.is(open):
			deep++
		case u.is(close):
			deep--
		}
	}
	return deep == 1
}

// joinedVerb cuts off the end of what was said what the speaker did or said next:
// "[their support for the port] and called for …", "has said [that the bridge is
// safe] and has thanked …". Without a tree that joins the verb to the cue it takes a
// verb of reporting with the auxiliary of the cue.
func (r *reader) joinedVerb(c *candidate) {
	p := &c.content[0]
	verb := r.units[c.verb].first
	if p.from <= c.verb || !c.content[1].empty() || !r.tree.holds(verb) {
		return
	}
	if r.joinedOutside(c); r.units[c.verb].is(base | gerund) {
		return
	}
	v := r.cueOf(c)
	for i := p.from + 1; i+1 < p.to; i++ {
		if !r.units[i].is(coordinator) || !r.oneOf(i, "and|but") {
			continue
		}
		clause := r.clauseVerbs(p.from, i)
		j := i + 1
		for j+1 < p.to && r.units[j].is(adverb) {
			j++
		}
		if !r.units[j].is(finite | participle | auxiliary) {
			continue
		}
		helped := r.units[j].is(auxiliary)
		if r.hinted(j, c) {
			p.to = i
			return
		}
		main := j
		for main+1 < p.to && r.units[main].is(auxiliary|adverb|negation) {
			main++
		}
		joined := r.doc.Arcs[r.units[main].first].Head == verb && r.hangs(r.units[main].first, "conj")
		same := r.past(main) == r.past(c.verb) && (!helped && (v.from == c.verb || r.past(main)) || helped && v.from < c.verb && r.text(v.from) == r.text(j))
		reports := r.terms.cues[r.text(main)].lemma != 0 && !r.terms.cues[r.text(main)].noun
		joined = joined || reports && r.past(main) && !r.anyPast(p.from, i) // "[cannot close it] and rejected the plan"
		joined = joined || reports && (r.units[i-1].is(dash) || clause && r.past(main) && (!r.units[i-1].is(participle) || r.doc.Tokens[r.units[main].first].Tag == "VBD") && r.aboutThings(phrase{p.from, i}))
		if clause && !same || r.past(main) != r.past(c.verb) || !r.units[main].is(finite|participle) || clauseless(clause, joined, helped, reports) {
			continue
		}
		if p.to = i; r.units[i-1].is(comma | dash) {
			p.to--
		}
		return
	}
}

// hinted tells whether the speaker is said at unit i to have reported something else all
// the same, "but [did hint that] …", after he said something in the past.
func (r *reader) hinted(i int, c *candidate) bool {
	if i+2 >= len(r.units) || r.text(i) != "did" || !r.oneOf(i-1, "but") || !r.past(c.verb) {
		return false
	}
	t := r.terms.cues[r.text(i+1)]
	return r.units[i+1].is(base) && t.lemma != 0 && !t.noun && r.units[i+2].all(that|preposition)
}

// joinedOutside cuts off the end of content what is joined to a verb before the cue:
// "sent a letter urging [them to stay] and stood by them". No past is joined to an
// infinitive.
func (r *reader) joinedOutside(c *candidate) {
	p := &c.content[0]
	for i := p.from + 1; i+1 < p.to; i++ {
		if !r.units[i].is(coordinator) || !r.units[i+1].is(finite) || r.units[i+1].is(quoted) {
			continue
		}
		main := r.units[i+1].first
		h := r.doc.Arcs[main].Head
		outside := r.hangs(main, "conj") && r.tree.holds(h) && h < r.units[c.verb].first
		if (outside || c.rule == ruleWanted && r.doc.Tokens[main].Tag == "VBD") && !r.clauseVerbs(p.from, i) {
			if p.to = i; r.units[i-1].is(comma) {
				p.to--
			}
			return
		}
	}
}

// past tells whether the verb at unit i is in the past tense or a participle of it.
func (r *reader) past(i int) bool {
	tag := r.doc.Tokens[r.units[i].first].Tag
	return tag == "VBD" || tag == "VBN"
}

// anyPast tells whether a finite verb among units [from, to) is in the past, in their
// clauses or in what is quoted.
func (r *reader) anyPast(from, to int) bool {
	for ; from < to; from++ {
		if r.units[from].is(quoted) || r.units[from].is(finite|auxiliary|participle) && r.past(from) {
			return true
		}
	}
	return false
}

// clauseless tells whether the evidence is too weak that a verb goes on with the
// speaker rather than with what was said.
func clauseless(clause, joined, helped, reports bool) bool {
	if !clause {
		return !joined
	}
	return !reports || !joined && !helped
}

// wholeObject gives back to a noun phrase that was said the end that a comma has cut
// off: the clause that it announces, "hope that after the vote[, the port would
// open]", or the rest of a list, "a bridge, a road[, and the pier that …]".
func (r *reader) wholeObject(c *candidate) {
	p := &c.content[0]
	verb := r.units[c.verb].first
	if p.from > c.verb && c.content[1].empty() && r.tree.holds(verb) && p.to+1 < len(r.units) && !r.units[p.from].is(that|quoted) &&
		(r.units[p.to].is(finite|auxiliary) || r.units[p.to].is(coordinator) && r.units[p.to+1].is(finite) && !r.units[p.to+1].is(auxiliary) && r.clauseVerbs(p.from, p.to) && r.past(p.to+1) != r.past(c.verb)) {
		r.contactClause(c, verb)
		return
	}
	if p.from <= c.verb || p.empty() || !c.content[1].empty() || !r.tree.holds(verb) || p.to+2 >= len(r.units) || r.units[p.from].is(quoted) {
		return
	}
	if r.unfinished(*p) || r.exemplified(p.to) {
		p.to = r.clauseEnd(p.to+1, &cue{who: c.who, begin: -1})
		r.passedBy(c)
		return
	}
	if r.dated(c) {
		p.to = r.clauseEnd(p.to+1, &cue{who: c.who, begin: -1})
		return
	}
	if !r.units[p.to].is(comma) {
		return
	}
	object, apposed := -1, false
	for i := r.units[p.from].first; i < r.units[p.to-1].last; i++ {
		if r.doc.Arcs[i].Head == verb && (r.hangs(i, "obj") || r.hangs(i, "obl") || r.hangs(i, "ccomp")) {
			object = i
			break
		}
	}
	if object < 0 {
		return
	}
	_, last := r.tree.reach(object)
	end := r.unitAt(last-1) + 1
	if end <= p.to+1 || end > len(r.units) || !r.units[p.to+1].is(determiner|nominal|adjective|number|owner) {
		return
	}
	listed := false
	for i := p.to + 1; i < end; i++ {
		u := &r.units[i]
		listed = listed || u.is(coordinator)
		a := r.doc.Arcs[u.first]
		apposed = apposed || r.hangs(u.first, "appos") && a.Head < r.units[p.to].first && a.Head >= r.units[p.from].first
		if u.is(quoted|semicolon|dash|colon) || u.verbs != nil && u.is(verbal) || u.is(finite|auxiliary) && !r.relates(p.to+1, i) {
			return
		}
	}
	if listed && !r.units[p.from].is(that) || apposed && (end == len(r.units) || r.units[end].is(punctuation)) {
		p.to = end
	}
}

// unfinished tells whether content breaks off in a clause that has no verb yet: "hope
// that after the vote[, the port would open]", "that the mayor[, of all people, agrees]".
func (r *reader) unfinished(p phrase) bool {
	for i := p.to - 1; i >= p.from && !r.units[i].is(quoted); i-- {
		if r.units[i].all(that|preposition) || r.units[i].is(relative|question) && i+1 < p.to {
			second := r.units[p.to].is(coordinator) && r.units[p.to+1].is(finite) // of the speaker
			return !second && !r.clauseVerbs(i, p.to) && r.clauseVerbs(p.to, len(r.units))
		}
	}
	return false
}

// dated tells whether a date follows content whose cue has a time of its own: "announced
// today [their intent to meet in Oldtown] on Friday".
func (r *reader) dated(c *candidate) bool {
	p := c.content[0]
	if !r.units[p.to].is(preposition) || !r.circumstance(p.to) || !r.holds(phrase{p.to + 1, min(p.to+3, len(r.units))}, when) {
		return false
	}
	from := max(r.floor, c.verb-2)
	if c.borrowed || c.who.from < r.floor+4 {
		from = r.floor
	}
	return r.holds(phrase{from, p.from}, when)
}

// exemplified tells whether at unit i, behind a comma, examples begin or what is added
// to what goes before: "a bridge[, including its piers]". They are part of it.
func (r *reader) exemplified(i int) bool {
	if !r.units[i].is(comma) {
		return false
	}
	return r.oneOf(i+1, "including|particularly|especially") || r.oneOf(i+1, "such|along|in") && r.oneOf(i+2, "as|with|particular")
}

// contactClause gives back to a noun phrase the relative clause without a pronoun in
// whose middle it was cut, "appreciation for the help Oldland [is giving]", or the
// second verb of one: "for efforts that are sound [and meet the need]".
func (r *reader) contactClause(c *candidate, verb int) {
	p := &c.content[0]
	for i := r.units[p.from].first; i < r.units[p.to-1].last; i++ {
		if r.doc.Arcs[i].Head != verb || !r.hangs(i, "obj") && !r.hangs(i, "obl") {
			continue
		}
		if _, last := r.tree.reach(i); last > r.units[p.to].first {
			if end := r.unitAt(last - 1); end >= p.to {
				p.to = end + 1
				return
			}
		}
	}
}
