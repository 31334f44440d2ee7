package statement

import (
	"strings"

	"dossier/extract/lexicon"
)

// prune cuts off what was said what the narrator tells around it.
func (r *reader) prune(c *candidate) {
	r.glued(c)
	p := &c.content[0]
	if p.empty() {
		return
	}
	if !c.content[1].empty() && r.themed(*p) && r.units[c.content[1].from].is(quoted) {
		c.content = [2]phrase{c.content[1]} // "On the pier, Okoro said, [“…”]"
	}
	if q := c.content[1]; !c.who.empty() && r.units[c.who.from].is(relative) && p.to <= c.who.from && q.from > c.verb && !r.clauseVerbs(p.from, p.to) && !r.holds(*p, quoted) {
		c.content = [2]phrase{q} // "Okoro, [a sailor], who announced [a new pier]"
	}
	if p.from <= c.verb {
		return
	}
	for p.to-1 > p.from && r.oneOf(p.to-1, "and|or|but") {
		p.to-- // of a sentence that breaks off
	}
	r.introduced(c)
	if r.relativeThat(*p) || p.from+1 < p.to && r.units[p.from].is(coordinator) && r.units[p.from+1].is(finite) {
		c.less(maimed)
	}
	if p.to-p.from == 1 && r.units[p.from].is(noun) && !r.units[p.from].is(quoted|proper|personal) && c.rule != ruleWanted {
		c.less(maimed) // "claimed [responsibility]", and nobody knows of what
	}
	if !c.content[1].empty() || len(c.more) > 0 {
		return
	}
	r.conceded(c)
	r.besideIt(c)
	r.saidWithin(c)
	r.nextSubject(c)
	r.medium(c)
	r.pastDay(c)
}

// pastDay cuts off the end of a noun phrase the day on which it was made known: "her plans
// for the pier [yesterday]".
func (r *reader) pastDay(c *candidate) {
	p := &c.content[0]
	last := p.to - 1
	if last-p.from > 1 && r.past(c.verb) && r.oneOf(last, "yesterday|today|tonight") && r.units[last-1].is(nominal|close) && !r.hasVerb(p.from, p.to) {
		p.to = last
	}
}

// introduced takes from the front of content the words that announce it: "[the following
// after the vote]: “…”", "[advising] that …".
func (r *reader) introduced(c *candidate) {
	p := &c.content[0]
	if r.units[p.from].is(gerund) && r.units[p.from].verbs != nil && p.from+2 < p.to && r.units[p.from+1].all(that|preposition) {
		p.from++
		return
	}
	if last := p.to - 1; last > p.from+2 && r.units[last].is(quoted) && r.units[last-1].is(comma|colon) && r.themed(phrase{p.from, last - 1}) {
		p.from = last // "said of the pier, [“…”]"
		return
	}
	if p.from+3 >= p.to || r.text(p.from) != "the" || r.text(p.from+1) != "following" {
		return
	}
	for i := p.from + 2; i+1 < p.to; i++ {
		if r.units[i].is(colon) && r.units[i+1].is(quoted) {
			p.from = i + 1
			return
		}
		if r.units[i].is(finite | auxiliary) {
			return
		}
	}
}

// themed tells whether a phrase is but what something was said of.
func (r *reader) themed(p phrase) bool {
	return r.units[p.from].is(preposition) && r.oneOf(p.from, "on|of|about|regarding|concerning") && !r.hasVerb(p.from, p.to) && !r.units[p.from+1].is(when)
}

// relativeThat tells whether content begins with the "that" of a relative clause, whose
// noun is left out: "agreed on steps [that might help]".
func (r *reader) relativeThat(p phrase) bool {
	if p.from+2 >= p.to || r.text(p.from) != "that" || !r.units[p.from-1].is(nominal) || r.units[p.from-1].is(when) {
		return false
	}
	next := &r.units[p.from+1]
	return next.is(modal) && (r.units[p.from+2].is(base) || r.units[p.from+2].is(adverb|negation) && r.units[p.from+3].is(base))
}

// conceded ends content of a clause that concedes something at the main clause: "Whilst
// Okoro says [that the pier is safe], boats are rare".
func (r *reader) conceded(c *candidate) {
	p := &c.content[0]
	from := r.skipLead(r.floor)
	if c.who.from <= from || c.who.from > c.verb || r.holds(phrase{from, c.who.from}, punctuation|quoted) || !r.oneOf(from, "while|whilst|although|though|whereas") {
		return
	}
	for i := p.from + 2; i+1 < p.to; i++ {
		if r.units[i].is(comma) && r.clauseVerbs(p.from, i) && r.mainClause(i+1) {
			p.to = i
			return
		}
	}
}

// besideIt ends content where another report stands beside it, behind nothing but a comma:
// "[that she will build a pier], Imani has revealed that …", and where others are told to
// have said the same: "[to return to the port], as announced by the mayor".
func (r *reader) besideIt(c *candidate) {
	p := &c.content[0]
	for i := p.from + 2; i+3 < p.to; i++ {
		if !r.units[i].is(comma) || r.units[p.from].is(question|condition) || r.units[p.from+1].is(condition) {
			continue
		}
		if r.text(i+1) == "as" && r.text(i+3) == "by" && r.units[i+2].is(participle|finite) && r.trails(i+2) {
			p.to = i
			return
		}
		for k := range r.cues {
			o := &r.cues[k]
			if o.verb <= i || o.to >= p.to || o.form != finiteForm || o.verbs&clause == 0 || o.verb > i+12 || !r.units[o.to].all(that|preposition) {
				continue
			}
			if who := r.phraseBefore(o.from, i+1); who.from == i+1 && !who.empty() && r.units[who.to-1].is(proper) && r.maySpeak(who) && r.clauseVerbs(p.from, i) {
				p.to = i
				return
			}
		}
	}
}

// carrying are the participles with which a speaker goes on, whatever he said before.
var carrying = wordSet("adding noting stressing emphasizing emphasising underlining underscoring reiterating saying stating")

// saidWithin ends content where the speaker is said to say something else, without a
// comma: "voiced [her fear for the port] saying: …", "said [that the “pier” is old] adding
// that …". In a clause the participle may be somebody else's, but for those that add.
func (r *reader) saidWithin(c *candidate) {
	p := &c.content[0]
	for i := p.from + 1; i+1 < p.to; i++ {
		u, next, last := &r.units[i], &r.units[i+1], &r.units[i-1]
		if !u.is(gerund) || u.verbs == nil || !last.is(nominal|quoted|adverb|close) && !(last.is(participle) && carrying[r.text(i)]) || !last.is(quoted) && r.worded(i-1) {
			continue
		}
		clause := r.clauseVerbs(p.from, i)
		switch {
		case next.is(colon) || next.is(quoted):
		case next.all(that|preposition) || next.all(subject|personal):
			if clause && (!carrying[r.text(i)] || r.oneOf(i, "saying|stating")) {
				continue
			}
		case next.is(personal) && i+2 < p.to && r.units[i+2].is(infinitive) && !clause && last.is(proper):
		default:
			continue
		}
		p.to = i
		return
	}
}

// worded tells whether a noun for words is at unit i, which itself says or asks: "reports
// saying", "a law urging".
func (r *reader) worded(i int) bool {
	w := r.text(i)
	return r.terms.cues[w].lemma != 0 || laws[strings.TrimSuffix(w, "s")] || data[w] || r.units[i].is(occasion) || r.lexicon.Word(w).Is(lexicon.Utterance)
}

// nextSubject cuts off the end of content the subject of the clause after it: "her trust
// in the port[, and the mayor] thanked her".
func (r *reader) nextSubject(c *candidate) {
	p := &c.content[0]
	if p.to >= len(r.units) || !r.units[p.to].is(finite) || r.units[p.to].is(quoted) || r.units[p.from].is(relative|question) {
		return
	}
	i := p.to
	for i > p.from && r.units[i-1].is(nounPhrase) {
		i--
	}
	if i == p.to || i < p.from+3 || !r.units[i-1].is(coordinator) || !r.units[i].is(determiner|proper) || !r.maySpeak(phrase{i, p.to}) {
		return
	}
	if p.to = i - 1; r.units[p.to-1].is(comma) {
		p.to--
	}
}

// media are nouns for that by which something is made known, beside the occasions.
var media = wordSet("account accounts update updates page website site channel platform feed app")

// medium cuts off the end of content by what means it was made known: "their plans for
// the pier [via its Twitter account]".
func (r *reader) medium(c *candidate) {
	p := &c.content[0]
	for i := max(p.from+2, p.to-8); i+1 < p.to; i++ {
		if r.text(i) != "via" {
			continue
		}
		for k := i + 1; k < p.to; k++ {
			if !r.units[k].is(nounPhrase) {
				return
			}
		}
		if last := p.to - 1; media[r.text(last)] || r.units[last].is(occasion) {
			p.to = i
		}
		return
	}
}

// glued cuts content at the end of a heading that lost its line to a sentence: "Pier
// falls in old port [The pier fell in June]". A word that is no name has a capital only
// where a sentence begins.
func (r *reader) glued(c *candidate) {
	p := &c.content[0]
	for i := p.from + 2; i+2 < p.to; i++ {
		u, last := &r.units[i], &r.units[i-1]
		if !u.is(determiner|personal|preposition|subordinate) || u.is(nominal|quoted) || u.folded || !r.capital(i) || !last.is(nominal|number|adverb) || last.is(quoted) || last.folded || r.capital(i-1) || u.is(firstPerson) || r.doc.Text[u.End:u.End+1] != " " {
			continue
		}
		if !r.hasVerb(i, p.to) {
			return
		}
		if p.from > c.verb {
			p.to = i
		} else {
			p.from = i
		}
		return
	}
}

// officeNamed gives back to a speaker known by what he is the name behind his comma, with
// which what was said begins: "according to the port's manager, | Ada Okoro, it is old".
func (r *reader) officeNamed(c *candidate) {
	p := &c.content[0]
	if c.who.empty() || c.who.to+1 != p.from || !r.units[c.who.to].is(comma) || !r.headWord(r.span(c.who.from, c.who.to)).Is(lexicon.Role) || r.firstPerson(r.span(c.who.from, c.who.to)) != nil {
		return
	}
	m := r.nameAt(r.units[p.from].first)
	if m == nil || !isPersonName(m) {
		return
	}
	i := p.from
	for i < p.to && r.units[i].End <= m.End {
		i++
	}
	if i+2 < p.to && r.units[i].is(comma) && !r.units[i+1].is(coordinator|relative) {
		c.who.to, p.from = i, i+1
	}
}

// bareSource divides whom something is according to from the subject of the clause that
// follows without a comma: "According to the Harbour Office piers [are old]".
func (r *reader) bareSource(c *candidate) {
	p := &c.content[0]
	if c.who.empty() || c.who.from < c.verb || p.empty() || p.from < c.who.to {
		return
	}
	for i := c.who.from + 2; i+2 < c.who.to; i++ {
		if r.units[i].is(relative | that) {
			break
		}
		if r.units[i].is(comma) && r.mainClause(i+1) && r.clauseVerbs(i+1, c.who.to) {
			c.who.to, p.from = i, i+1 // "according to the port, [piers are old, whereas …]"
			return
		}
	}
	if c.who.to != p.from || !r.units[p.from].is(finite|auxiliary) {
		return
	}
	for i := c.who.to - 1; i > c.who.from+1; i-- {
		u, last := &r.units[i], &r.units[i-1]
		if !u.is(noun | adjective | number) {
			return
		}
		if last.is(close) || u.is(number) && last.is(nominal) || !u.is(proper) && last.is(proper) && !r.worded(i) {
			c.who.to, p.from = i, i
			return
		}
	}
}
