package statement

import "strings"

// complete gives back to what was said what has been cut off of it.
func (r *reader) complete(c *candidate) {
	r.wholeFront(c)
	r.wholeEnd(c)
	r.bothHalves(c)
	r.inBrackets(c)
	if c.content[0].from < c.verb || c.content[0].empty() || !c.content[1].empty() || len(c.more) > 0 {
		return
	}
	r.wholeNoun(c)
	r.dangling(c)
	r.apodosis(c)
	r.stillSaid(c)
	r.series(c)
	r.enumerated(c)
	r.aims(c)
	r.namedAs(c)
	r.midway(c)
}

// crossed tells whether units [from, to) hold something of another report.
func (r *reader) crossed(c *candidate, from, to int) bool {
	for i := range r.found {
		o := &r.found[i]
		if o.verb == c.verb {
			continue
		}
		if o.verb >= from && o.verb < to || o.overlaps(&candidate{content: [2]phrase{{from, to}}}) {
			return true
		}
	}
	return false
}

// runTo gives content after its cue the clause that goes on at unit i.
func (r *reader) runTo(c *candidate, i int) {
	if end := r.clauseEnd(i, &cue{who: c.who, begin: -1}); end > i && !r.crossed(c, c.content[0].to, end) {
		c.content[0].to = end
	}
}

// wholeFront gives what stands before its attribution the beginning that the chain has
// cut off and the rules have: "[The pier, which was old,] fell in June, Okoro said".
// What begins behind another report is left, unless no clause begins so.
func (r *reader) wholeFront(c *candidate) {
	p := &c.content[0]
	if c.rule != ruleChain || p.empty() || p.to > c.verb || !c.content[1].empty() || len(c.more) > 0 {
		return
	}
	for i := range r.guesses {
		g := &r.guesses[i]
		q := g.content[0]
		if g.verb != c.verb || !g.rule.follows() && g.rule != ruleAccordEnd || !g.content[1].empty() || q.to != p.to || q.from >= p.from {
			continue
		}
		if r.holds(phrase{q.from, p.from}, colon|semicolon|quoted) || r.units[p.from].is(quoted) || r.units[p.from-1].is(that) || r.linked(q.from, p.from) {
			return
		}
		if r.crossed(c, q.from, p.from) && (!r.units[p.from].is(relative|gerund|participle) || r.holds(*p, quoted)) {
			return
		}
		c.content[0] = q
		return
	}
}

// wholeEnd gives the same its predicate: "[That the pier is old and bare, is told in the
// report], Okoro said". Nothing but a mark or who speaks follows a whole clause.
func (r *reader) wholeEnd(c *candidate) {
	p := &c.content[0]
	if c.rule != ruleChain || p.empty() || p.to >= c.verb || p.to == c.who.from || !c.content[1].empty() || len(c.more) > 0 || !r.units[p.to].is(finite|auxiliary) || r.holds(*p, quoted) {
		return
	}
	for i := range r.guesses {
		g := &r.guesses[i]
		if q := g.content[0]; g.verb == c.verb && g.rule.follows() && g.content[1].empty() && q.from <= p.from && q.to > p.to && !r.crossed(c, q.from, q.to) {
			p.to = q.to
			return
		}
	}
}

// accordAround gives a subject its predicate behind a source in commas: "[The talk of a new
// pier], according to the paper, [means that it has been paid for]".
func (r *reader) accordAround(c *candidate) {
	if !c.content[1].empty() || len(c.more) > 0 {
		return
	}
	for i := range r.guesses {
		g := &r.guesses[i]
		if q := g.content[1]; g.verb == c.verb && !q.empty() && g.content[0] == c.content[0] && r.units[q.from].is(finite|auxiliary) && !r.crossed(c, q.from, q.to) {
			c.content = g.content
			return
		}
	}
}

// wholeNoun gives what somebody is concerned or glad about the noun for that: "voiced [her
// concern over] the fees of the port".
func (r *reader) wholeNoun(c *candidate) {
	p := &c.content[0]
	v := r.cueOf(c)
	if c.rule != ruleChain || p.from-v.to < 2 || v.form == passiveForm || !r.units[p.from-1].is(preposition) || r.units[p.from].is(that|quoted) || !r.voices(c.verb) {
		return
	}
	for i := v.to; i < p.from-1; i++ {
		if u := &r.units[i]; !u.is(nominal|adjective|owner|determiner|possessive) || u.is(when|occasion|listeners|personal) {
			return
		}
	}
	if r.units[p.from-2].is(noun) {
		p.from = v.to
	}
}

// voices tells whether what is felt is the object of the verb at unit i.
func (r *reader) voices(i int) bool {
	w := r.text(i)
	return strings.HasPrefix(w, "express") || strings.HasPrefix(w, "voic") || strings.HasPrefix(w, "reiterat") || strings.HasPrefix(w, "convey")
}

// dangling gives content that breaks off behind a word that wants another the rest of its
// clause: "a plan that will help [old and new ports]".
func (r *reader) dangling(c *candidate) {
	p := &c.content[0]
	if p.to+1 < len(r.units) && r.text(p.to) == "being" && r.units[p.to-1].is(nominal) {
		r.runTo(c, p.to)
		return
	}
	if p.to+1 < len(r.units) && r.units[p.to-1].is(infinitive) && r.units[p.to].is(base) {
		r.runTo(c, p.to)
		return
	}
	if p.to-p.from < 2 || p.to+1 >= len(r.units) || r.units[p.to-1].is(quoted|nominal) || !r.units[p.to-1].is(base|auxiliary|determiner|preposition) {
		return
	}
	if next := &r.units[p.to]; next.is(nounPhrase) && !next.is(when) || r.units[p.to-1].is(auxiliary) && next.is(base|participle|gerund) {
		r.runTo(c, p.to)
	}
}

// linked tells whether units [from, to) are but words that link a sentence to the one
// before: "In addition, [the pier …]".
func (r *reader) linked(from, to int) bool {
	if to-from < 2 || !r.units[to-1].is(comma) {
		return false
	}
	switch to - from {
	case 2:
		return r.units[from].is(adverb) && !r.units[from].is(when)
	case 3:
		return r.units[from].is(preposition) && r.oneOf(from+1, "addition|fact|contrast|example|instance|turn|all")
	}
	return false
}

// maimed is what is left of the confidence in words that say nothing without others.
const maimed = .6

// less takes from the confidence of a candidate.
func (c *candidate) less(worth float64) {
	if c.likely == 0 {
		c.likely = rules[c.rule].confidence
	}
	c.likely *= worth
}

// condition gives what was said the condition that stands before who said it: "[If the
// pier holds], Okoro said [it may open in May]". Without a modal verb it is as likely the
// narrator's.
func (r *reader) condition(c *candidate) {
	p := c.content[0]
	end := c.who.from - 1
	from := r.skipLead(r.floor)
	if c.who.empty() || c.borrowed || end <= from+2 || end >= c.verb || p.from <= c.verb || !c.content[1].empty() || len(c.more) > 0 || !r.oneOf(from, "if|unless") {
		return
	}
	if !r.units[end].is(comma) || r.units[from+1].is(firstPerson) || r.oneOf(from+1, "you|asked|necessary|so") || !r.clauseVerbs(from, end) || r.holds(phrase{from, end}, quoted|semicolon|colon|dash) || r.crossed(c, from, end) {
		return
	}
	for i := p.from; i < p.to; i++ {
		if r.units[i].is(modal) {
			c.content = [2]phrase{{from, end}, p}
			return
		}
	}
}

// apodosis gives a condition the clause that it is a condition of: "that if the pier
// fell[, the port would close]".
func (r *reader) apodosis(c *candidate) {
	p := c.content[0]
	i := p.from
	if r.units[i].all(that | preposition) {
		i++
	}
	if i+2 >= p.to || p.to+2 >= len(r.units) || !r.oneOf(i, "if|unless|once") || !r.units[p.to].is(comma) || !r.mainClause(p.to+1) {
		return
	}
	for ; i+1 < p.to; i++ {
		if r.units[i].is(comma) && r.mainClause(i+1) {
			return
		}
	}
	r.runTo(c, p.to+1)
}

// present tells whether the verb at unit i is in the present tense or the future.
func (r *reader) present(i int) bool {
	tag := r.doc.Tokens[r.units[i].first].Tag
	return tag == "VBZ" || tag == "VBP" || tag == "MD" && r.oneOf(i, "will|can|may|must|should|shall|'ll")
}

// anyPresent tells whether a verb outside of quotations is in the present tense.
func (r *reader) anyPresent(p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if !r.units[i].is(quoted) && r.units[i].is(finite|auxiliary) && r.present(i) {
			return true
		}
	}
	return false
}

// inBrackets gives content the bracket at which it was cut, and what goes on behind that:
// "a loan of a million [(half of it now) for the port]".
func (r *reader) inBrackets(c *candidate) {
	p := &c.content[0]
	if p.empty() || !c.content[1].empty() || len(c.more) > 0 || p.to+2 >= len(r.units) || !r.units[p.to].is(open) || r.units[p.to-1].is(quoted) || r.units[p.to].Start == r.units[p.to-1].End {
		return
	}
	n := r.bracket(p.to)
	if n == 0 || p.to < c.verb && p.to+n > min(c.verb, c.who.from) {
		return
	}
	if p.to += n; p.from < c.verb {
		return
	}
	if i := p.to; i+1 < len(r.units) && !r.units[i].is(punctuation|coordinator|quoted|gerund) && !(r.units[i].is(finite|auxiliary) && r.clauseVerbs(p.from, i-n)) {
		r.runTo(c, i)
	}
}

// series gives content that ends in the first of several participles the others: "her
// promise of building a pier[, raising the dam, and widening the port]".
func (r *reader) series(c *candidate) {
	p := &c.content[0]
	if p.to+3 >= len(r.units) || !r.units[p.to].is(comma) || !r.units[p.to+1].is(gerund) {
		return
	}
	listed := false
	for i := p.from; i+1 < p.to; i++ {
		listed = listed || r.units[i].is(preposition) && r.units[i+1].is(gerund)
	}
	if !listed {
		return
	}
	for i := p.to + 1; i+1 < len(r.units) && !r.units[i].is(finite|auxiliary|quoted|that|stop|semicolon); i++ {
		if r.units[i].is(coordinator) && r.units[i+1].is(gerund) && r.units[i+1].verbs == nil && !r.crossed(c, p.to, i+2) {
			p.to = r.phraseEnd(i+1, r.clauseEnd(i+1, &cue{who: c.who, begin: -1}))
			return
		}
	}
}

// enumerated gives content that a colon announces a list in all of its items: "three tasks:
// (1) a pier[; (2) a bridge]".
func (r *reader) enumerated(c *candidate) {
	p := &c.content[0]
	if p.to >= len(r.units) || !r.units[p.to].is(semicolon) {
		return
	}
	for i := p.from + 2; i+1 < p.to; i++ {
		if !r.units[i].is(colon) {
			continue
		}
		end := len(r.units)
		for end > p.to && r.units[end-1].is(stop) {
			end--
		}
		if !r.crossed(c, p.to, end) {
			p.to = end
		}
		return
	}
}
