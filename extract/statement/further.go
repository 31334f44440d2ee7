package statement

import "dossier/extract/lexicon"

// stillSaid gives what was said in the present, of which somebody said it in the past, the
// clause that goes on in the present: "said the pier is old[, but it still holds]". Behind
// an "and", "he" is as likely whom the narrator goes on about.
func (r *reader) stillSaid(c *candidate) {
	p := c.content[0]
	i := p.to
	if i < len(r.units) && r.units[i].is(comma) {
		i++
	}
	if i+3 >= len(r.units) || !r.past(c.verb) && !r.units[c.verb].is(gerund) {
		return
	}
	verb := i + 2
	for verb+1 < len(r.units) && r.units[verb].is(adverb) {
		verb++
	}
	switch {
	case r.text(i) == "but" && r.units[i+1].all(subject|personal):
	case r.text(i) == "and" && r.oneOf(i+1, "it|this|there|they|we|you"):
	case r.oneOf(i, "and|while|whilst|whereas") && r.units[i+1].is(nounPhrase):
		for verb < len(r.units)-1 && r.units[verb].is(nounPhrase) && !r.units[verb].is(auxiliary) {
			verb++
		}
		if r.text(verb) != "will" || !r.willBe(p) {
			return // news tells in the present and the perfect, too
		}
	default:
		return
	}
	if r.present(verb) && r.units[verb].verbs == nil && r.anyPresent(p) {
		r.runTo(c, i+1)
	}
}

// willBe tells whether a phrase foretells, outside of quotations.
func (r *reader) willBe(p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if r.text(i) == "will" && r.units[i].is(modal) {
			return true
		}
	}
	return false
}

// longestPlace is how many units a place may have that a comma divides from its town.
const longestPlace = 3

// aims gives what was announced or called for what it is for, and what else is to be done:
// "a delegation to Oldtown[, Oldland, to open the port]", "to build a pier[; to raise the
// dam; and widen the port]", "a deal with the port[, for Okoro to build a pier]".
func (r *reader) aims(c *candidate) {
	p := &c.content[0]
	for last := 0; p.to != last && p.to+2 < len(r.units); {
		last = p.to
		if i := r.aim(*p); i > 0 {
			r.runTo(c, i)
		}
	}
}

// aim is the unit with which an infinitive goes on behind content, 0 when none does.
func (r *reader) aim(p phrase) int {
	i, n := p.to, len(r.units)
	at := i
	if r.units[at].is(comma) {
		at++
	}
	if r.text(at) == "for" {
		who := r.phraseAfter(at+1, false)
		if !who.empty() && who.to+1 < n && r.units[who.to].is(infinitive) && r.units[who.to+1].is(base) {
			return i
		}
		return 0
	}
	if !r.units[i].is(comma|semicolon) || r.units[p.to-1].is(quoted) {
		return 0
	}
	aimed := r.aimed(p)
	divided := r.units[i].is(semicolon)
	i++
	if r.units[i].is(coordinator) && r.oneOf(i, "and|or") {
		i++
	} else if !divided && r.units[p.to-1].is(proper) {
		for k := i; k < n && k < i+longestPlace && r.units[k].is(proper); k++ {
			i = k + 1
		}
		if i < n && i > p.to+1 && r.units[i].is(comma) {
			i++
		}
	}
	switch {
	case i+1 >= n:
	case r.units[i].is(infinitive) && r.units[i+1].is(base):
		if aimed || i == p.to+1 && !divided || r.units[p.to+1].is(proper) {
			return p.to + 1
		}
	case aimed && (divided || i > p.to+1) && r.units[i].is(base) && r.units[i].verbs == nil && r.doc.Tokens[r.units[i].first].Tag == "VB":
		return p.to + 1
	}
	return 0
}

// aimed tells whether somebody is to do something in a phrase.
func (r *reader) aimed(p phrase) bool {
	for i := p.from; i+1 < p.to; i++ {
		if r.units[i].is(infinitive) && r.units[i+1].is(base) {
			return true
		}
	}
	return false
}

// farthestAs is how many units may stand between what is described and as what.
const farthestAs = 8

// namedAs gives what somebody describes as something what he describes it as, behind a
// time at which the chain or the rules have cut it: "described [the fall of the pier in
// March as a loss]".
func (r *reader) namedAs(c *candidate) {
	p := &c.content[0]
	if c.rule != ruleNaming || r.complemented(p.from, p.to) || p.to >= len(r.units) || !r.units[p.to].is(preposition) {
		return
	}
	for i := p.to; i+1 < len(r.units) && i < p.to+farthestAs && !r.units[i].is(punctuation|finite|quoted); i++ {
		if r.text(i) == "as" {
			r.runTo(c, p.to)
			return
		}
	}
}

// bothHalves gives what a semicolon divides its first half, when whoever said it ends the
// sentence: "[The pier is old; it may fall], Okoro said". The first half of what is
// according to a source is as likely the narrator's.
func (r *reader) bothHalves(c *candidate) {
	p := &c.content[0]
	end := max(c.verb+1, c.who.to)
	if p.empty() || p.to > c.verb || c.who.empty() || c.who.from < p.to || !c.content[1].empty() || len(c.more) > 0 || p.from < r.floor+3 || !r.units[p.from-1].is(semicolon) {
		return
	}
	if end < len(r.units) && !r.units[end].is(stop|when|preposition) {
		return
	}
	from := r.skipLead(r.floor)
	if r.holds(phrase{from, p.to}, quoted|colon) || r.crossed(c, from, p.from) || !r.clauseVerbs(from, p.from) {
		return
	}
	for k := range r.cues {
		if v := r.cues[k].verb; v >= from && v < p.from && r.cues[k].form == finiteForm {
			return
		}
	}
	p.from = from
}

// partedList gives who speaks the beginning of what he is, when a comma in the name of his
// body has divided them: "[The pier is safe], [an official with the Port, Pier and Harbour
// Organization] said".
func (r *reader) partedList(c *candidate) {
	p := &c.content[0]
	if c.who.empty() || c.who.from > c.verb || p.empty() || p.to != c.who.from-1 || !r.units[p.to].is(comma) || !r.units[p.to-1].is(proper) || !r.units[c.who.from].is(proper) || !r.holds(c.who, coordinator) {
		return
	}
	role := false
	for i := p.to - 1; i > p.from+2; i-- {
		u := &r.units[i]
		if u.is(finite | auxiliary | quoted) {
			return
		}
		role = role || u.is(noun) && r.lexicon.Word(r.text(i)).Is(lexicon.Role)
		if role && u.is(determiner) && r.units[i-1].is(comma) && r.clauseVerbs(p.from, i-1) {
			c.who.from, p.to = i, i-1
			return
		}
	}
}

// aboutThings tells whether the subject of each clause of a phrase is such that it says
// nothing: "that the fees of the port are low". What is joined to them and reports is no
// verb of theirs.
func (r *reader) aboutThings(p phrase) bool {
	for i := p.from + 1; i < p.to; i++ {
		if !r.clauseVerb(i) || r.clauseVerb(i-1) || r.units[i-1].is(adverb|negation) && i-2 >= p.from && r.clauseVerb(i-2) {
			continue
		}
		end := i
		for end > p.from && r.units[end-1].is(adverb) {
			end--
		}
		if who := r.phraseBefore(end, p.from); who.empty() || r.maySpeak(who) || r.units[who.from].is(personal|relative) {
			return false
		}
	}
	return true
}

// midway gives content that breaks off in the middle of a noun phrase or before the verb of
// its last clause the rest: "since the fall of the pier in May [2018]", "to ensure that all
// crews [are safe]". Without a mark and an "and", no verb but one of its own follows.
func (r *reader) midway(c *candidate) {
	p := &c.content[0]
	if p.to-p.from < 2 || p.to+1 >= len(r.units) || r.units[p.to-1].is(quoted|punctuation) || r.units[p.to].is(quoted|punctuation|coordinator) {
		return
	}
	last, next := r.units[p.to-1], r.units[p.to]
	a, b := last.last-1, next.first
	switch {
	case r.tree.holds(a) && r.tree.holds(b) && last.is(nominal|adjective) && next.is(noun|number) &&
		(r.doc.Arcs[a].Head == b && !r.hangs(a, "nsubj") && !r.hangs(a, "obj") || next.is(number) && r.doc.Arcs[b].Head == a):
	case next.is(finite|auxiliary) && next.verbs == nil && last.is(nominal) && !c.borrowed && c.who.from < c.verb && !r.units[c.who.from].is(relative) &&
		(c.who.from == 0 || !r.units[c.who.from-1].is(relative|nominal|that)):
	default:
		return
	}
	r.runTo(c, p.to)
}
