package statement

// attribute decides what a cue reports.
func (r *reader) attribute(k int) (candidate, bool) {
	c := &r.cues[k]
	if c.form == passiveForm || c.verbs&addressee != 0 && r.dropped(c) {
		return candidate{}, false // nobody is named as speaking
	}
	r.findSubject(k)
	if c.who.empty() || r.units[c.who.from].is(firstPerson) || r.mute(c.who) {
		return candidate{}, false
	}
	if r.speech && (c.borrowed || !r.names(c.who)) {
		return candidate{}, false
	}
	at, told := r.after(c)
	r.extend(c, at)
	out := candidate{cue: r.cueSpan(c), verb: c.verb, who: c.who, addressee: told, negated: c.verbs&denial != 0, borrowed: c.borrowed}
	start := c.start()
	left := r.leftEdge(start)
	if start > 0 && !c.borrowed && r.text(start-1) == "as" && (start-1 <= left || r.units[start-2].is(comma)) {
		start-- // "as Smith said, …"
		if start <= left && at < len(r.units) && r.units[at].is(comma) && r.quoteNext(at) < 0 {
			out.content[0], out.rule = phrase{at + 1, r.clauseEnd(at+1, &cue{who: c.who, begin: -1})}, ruleParenthetical
			return out, out.content[0].to-out.content[0].from > 1
		}
	}

	if q := r.quoteBefore(start); q >= 0 && c.verbs&quotes != 0 && !c.borrowed {
		r.leftQuote(c, &out, q, left, at)
		return out, true
	}
	if start > left+1 && r.units[start-1].is(comma|dash) && !r.units[start].is(relative) && c.verbs&trailing != 0 && !c.borrowed && c.form == finiteForm && r.leftWords(c, &out, left, start, at) {
		return out, true
	}
	return r.rightContent(c, start, at, out)
}

// extend takes the whole of what stands between a comma and a verb that ends its
// sentence for the subject, when nothing in it could be anything else: "…, the
// head of the Harbour (East) Authority and its council said".
func (r *reader) extend(c *cue, at int) {
	if c.inverted || c.borrowed || c.form != finiteForm || c.verbs&trailing == 0 || at < len(r.units) && !r.tail(at) {
		return
	}
	i := c.who.from
	for i > r.edge && r.units[i-1].is(nounPhrase|preposition|coordinator|open|close) && !r.units[i-1].is(subordinate|that|verbal|auxiliary|personal|quoted) {
		i--
	}
	if i > r.edge && r.units[i-1].is(comma|quoted) && r.units[i].is(nounPhrase) {
		c.who.from = i
	}
}

// leftQuote gives an attribution the quoted region q before it, with the words
// that lead into it, and what goes on after the attribution at unit at.
func (r *reader) leftQuote(c *cue, out *candidate, q, left, at int) {
	from := r.skipLead(left)
	if q > 0 && (r.units[q-1].is(colon) || r.reportsUpTo(q)) {
		from = q
	}
	out.content[0], out.rule = phrase{min(from, q), q + 1}, ruleQuoteBefore
	if from < q && !r.onlyQuotes(from, q+1) {
		out.rule = ruleMixedBefore
	}
	next := r.quoteNext(at)
	if next < 0 {
		next = r.resumes(at)
	}
	if next >= 0 {
		out.content[1] = phrase{next, r.quoteEnd(next)}
		out.rule = ruleQuoteAround
	} else if out.rule == ruleMixedBefore && at+1 < len(r.units) && r.units[at].is(comma) && r.continues(at+1) {
		out.content[1] = phrase{at + 1, r.clauseEnd(at+1, c)}
	}
	r.edge = at
}

// reportsUpTo tells whether another cue with its subject stands right before unit q:
// "She said “…,” she said".
func (r *reader) reportsUpTo(q int) bool {
	for i := range r.cues {
		if c := &r.cues[i]; c.to == q && c.form == finiteForm && c.verbs&quotes != 0 && !c.who.empty() && !c.borrowed && !c.inverted {
			return true
		}
	}
	return false
}

// resumes gives the quoted region that goes on after a circumstance or a
// participle at unit at, "…,” he said, speaking by telephone, “but …”, or -1.
func (r *reader) resumes(at int) int {
	for i := at; i < len(r.units); i++ {
		u := &r.units[i]
		switch {
		case u.is(quoted) && i > at && r.units[i-1].is(comma):
			return i
		case u.is(quoted|finite|auxiliary|stop|semicolon|colon) || u.verbs != nil && u.is(verbal) && !u.is(gerund) && !r.units[i-1].is(question|subordinate):
			return -1
		}
	}
	return -1
}

// leftWords gives an attribution that follows a comma the words before it, and
// those after it when it only interrupts them; it tells whether they are its
// content at all.
func (r *reader) leftWords(c *cue, out *candidate, left, start, at int) bool {
	n := len(r.units)
	atEnd := at >= n || r.units[at].is(stop)
	enclosed := at < n && r.units[at].is(comma|dash)
	over := atEnd || r.units[at].is(semicolon|close) || (!enclosed || !r.goesOn(at+1)) && r.tail(at)
	before := phrase{r.pastReport(r.skipLead(left), start), start - 1}
	if over {
		if !atEnd && !r.hasVerb(before.from, before.to) || !r.wholeClause(before) {
			return false
		}
		out.content[0], out.rule = before, ruleTrailing
		return true
	}
	if !enclosed || before.empty() {
		return false
	}
	after := phrase{at + 1, r.clauseEnd(at+1, c)}
	if after.to-after.from < 2 {
		return false
	}
	out.rule = ruleParenthetical
	if out.content[0] = after; before.to-before.from > 1 {
		out.content = [2]phrase{before, after}
	}
	return true
}

// dropped tells whether a participle lacks its auxiliary: "asked whether", "when
// told that".
func (r *reader) dropped(c *cue) bool {
	return r.units[c.verb].is(participle|finite) && c.from == c.verb &&
		(c.from == 0 || r.units[c.from-1].is(subordinate|question) && !r.units[c.from-1].is(relative))
}

// rightContent decides what a cue reports after it.
func (r *reader) rightContent(c *cue, start, at int, out candidate) (candidate, bool) {
	n := len(r.units)
	if q := r.quoteNext(at); q >= 0 && c.verbs&quotes != 0 {
		end := r.quoteEnd(q)
		out.content[0] = phrase{q, end}
		out.rule = ruleQuoteAfter
		if e := r.clauseEnd(q, c); e > end && !r.units[q].ending.isEnd() {
			out.content[0].to = e
			out.rule = ruleMixedAfter
		}
		return out, true
	}
	if at >= n {
		return candidate{}, false
	}
	u := &r.units[at]
	if u.is(comma) && at+1 < n && r.units[at+1].is(that) {
		at++
		u = &r.units[at]
	}
	if u.is(colon) {
		if at+1 < n && c.verbs&quotes != 0 {
			out.content[0] = phrase{at + 1, r.clauseEnd(at+1, c)}
			out.rule = ruleColon
			return out, true
		}
		return candidate{}, false
	}
	if u.is(punctuation) {
		return candidate{}, false
	}
	end := 0
	switch {
	case u.is(that) && c.verbs&clause != 0:
		if out.rule, end = ruleThat, r.clauseEnd(at, c); end-at < 2 {
			return candidate{}, false
		}
	case u.is(question|infinitive) && c.verbs&asking != 0 && c.form != infinitiveForm:
		out.rule, end = ruleAsked, r.clauseEnd(at, c)
		if u.is(infinitive) && !out.addressee.empty() {
			at = out.addressee.from // "asked [workers to leave]"
		}
	case u.is(infinitive) && c.verbs&wanting != 0 && c.form != infinitiveForm && r.maySpeak(c.who) && !(c.form == gerundForm && c.who.to == c.from && out.addressee.empty()):
		out.rule, end = ruleWanted, r.clauseEnd(at, c)
		if !out.addressee.empty() {
			at = out.addressee.from // "urged [them to leave]"
		}
	case c.verbs&naming != 0:
		if c.form == infinitiveForm || !r.maySpeak(c.who) || u.is(preposition|infinitive|question|subordinate|when) && r.text(at) != "as" {
			return candidate{}, false
		}
		out.rule, end = ruleNaming, r.phraseEnd(at, r.clauseEnd(at, c))
		if c.verbs&nounish != 0 && !(start > 0 && r.units[start-1].is(question|relative)) && !r.complemented(at, end) {
			return candidate{}, false
		}
	case c.verbs&bare != 0 && c.verbs&nounish != 0 && (r.text(c.who.from) == "which" || r.units[c.who.from].all(that|relative)):
		return candidate{}, false // "the blast that claimed the lives of those who …"
	case c.verbs&bare != 0 && c.form != infinitiveForm && r.bareClause(at, c):
		if u.is(noun) && c.who.to == c.from && (c.form == gerundForm || c.verbs&nounish != 0 && !r.maySpeak(c.who)) {
			return candidate{}, false // "travel writing courses will …", "the total estimated cost is …"
		}
		out.rule, end = ruleBare, r.clauseEnd(at, c)
	case c.verbs&nounPhrases != 0 && !(c.borrowed && (c.form != gerundForm && !r.coordinated(c) || c.verbs&nounish != 0)) && u.is(nounPhrase|personal|quoted|question):
		out.rule, end = rulePhrase, r.phraseEnd(at, r.clauseEnd(at, c))
		if c.verbs&wanting != 0 {
			if out.rule = ruleWanted; c.form == infinitiveForm {
				return candidate{}, false
			}
		} else if !r.telling(phrase{at, end}, c) {
			return candidate{}, false
		}
		if !r.maySpeak(c.who) {
			return candidate{}, false
		}
	default:
		return candidate{}, false
	}
	if end <= at || end == at+1 && u.is(determiner) && !u.is(subject) {
		return candidate{}, false
	}
	out.content[0] = phrase{at, end}
	return out, true
}

// coordinated tells whether a verb shares its subject with one before it: "met the
// minister and [expressed hope]".
func (r *reader) coordinated(c *cue) bool {
	return c.form == finiteForm && c.from > 0 && r.units[c.from-1].is(coordinator)
}
