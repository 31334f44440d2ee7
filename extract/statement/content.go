package statement

// clauseEnd is the end of reported content that begins at unit i.
func (r *reader) clauseEnd(i int, c *cue) int {
	n := len(r.units)
	relativeClause := !c.who.empty() && !c.inverted && r.units[c.who.from].is(relative)
	subordinateClause := c.borrowed && c.who.from > i || c.who.from > 0 && r.units[c.who.from-1].is(subordinate) && !c.inverted
	dashed := c.who.from > r.floor && r.units[c.who.from-1].is(dash)
	bracketed := 0
	for j := i; j < n; j++ {
		u := &r.units[j]
		switch {
		case u.is(open):
			bracketed++
		case u.is(close):
			if bracketed == 0 {
				return j
			}
			bracketed--
		case u.is(semicolon):
			return j
		case u.is(stop) && j == n-1:
			return j
		case u.is(dash) && dashed:
			return j
		case u.is(comma) && j > i:
			if relativeClause && j+1 < n && r.units[j+1].is(finite|auxiliary) {
				return j
			}
			if subordinateClause && j+1 < n && r.mainClause(j+1) {
				return j
			}
			if r.leaves(j+1, c) || r.turns(j+1) {
				return j
			}
		case u.is(quoted) && j+1 < n && u.ending&comma != 0:
			if subordinateClause || r.leaves(j+1, c) {
				return j + 1
			}
		case j > i && r.contrasts(j) && r.reportsAgain(j+1, c.verbs != 0):
			return j
		case j > i && u.verbs == nil && r.isAccording(j):
			return j
		}
	}
	end := n
	for end > i && r.units[end-1].is(stop|comma|close|colon) {
		end--
	}
	return end
}

// mainClause tells whether the main clause after a subordinate one begins at i.
func (r *reader) mainClause(i int) bool {
	return r.units[i].is(nounPhrase|subject) && r.clauseBegins(i)
}

// leaves tells whether, after a comma, unit i begins something outside the
// reported content: another report, an attribution of its own.
func (r *reader) leaves(i int, c *cue) bool {
	n := len(r.units)
	if i >= n {
		return false
	}
	u := &r.units[i]
	switch {
	case u.is(gerund) && u.verbs != nil:
		return true
	case u.is(coordinator | subordinate):
		return r.contrasts(i) && r.reportsAgain(i+1, c.verbs != 0)
	case r.isAccording(i):
		return true
	}
	return false
}

// turns tells whether, after a comma, unit i begins a clause in the article's
// own voice: "…, but he", "…, while".
func (r *reader) turns(i int) bool {
	if i+1 >= len(r.units) {
		return false
	}
	if r.units[i].is(coordinator) {
		return r.units[i+1].is(subject) && r.units[i+1].is(personal) && r.clauseBegins(i+2)
	}
	return r.text(i) == "while"
}

// reportsAgain tells whether a reporting verb, with or without a subject of its
// own, begins at unit i, after "and" or "but". Without shared, a verb without a
// subject is somebody else's: "According to the report, the bank lost money and
// [disclosed that …]".
func (r *reader) reportsAgain(i int, shared bool) bool {
	if shared && r.thinksThat(i) {
		return true
	}
	for k := range r.cues {
		c := &r.cues[k]
		if c.verb < i || c.form == gerundForm && c.from != i || c.form == passiveForm || c.verbs&(clause|quotes) == 0 {
			continue
		}
		if c.from == i {
			return shared && c.form != infinitiveForm && r.units[c.verb].is(finite|gerund|participle)
		}
		if c.verb > i+12 {
			break
		}
		if p := r.phraseBefore(c.from, i); !p.empty() && p.from == i && c.form == finiteForm && (c.verbs&nounish == 0 || r.maySpeak(p)) {
			return true
		}
	}
	return false
}

// thinksThat tells whether a verb of thinking with its "that" begins at unit i.
func (r *reader) thinksThat(i int) bool {
	return i+1 < len(r.units) && r.units[i].is(finite) && r.units[i+1].all(that|preposition) && r.terms.cues[r.text(i)].lemma != 0
}

// runsOn tells whether content goes on, past what the rules take for it, into what
// the speaker did or said next: "[their support for the port] and called for …".
func (r *reader) runsOn(g, c *candidate) bool {
	p, q := g.content[0], c.content[0]
	if g.rule == ruleNone || !g.content[1].empty() || !c.content[1].empty() || p.empty() || p.from != q.from || p.to+1 >= q.to {
		return false
	}
	i := p.to
	if r.units[i].is(comma) {
		i++
	}
	return r.units[i].is(coordinator) && i+1 < q.to && r.units[i+1].is(finite) && !r.units[i+1].is(auxiliary)
}

// contrasts tells whether unit i joins another report to the one before it.
func (r *reader) contrasts(i int) bool {
	switch r.text(i) {
	case "and", "but", "though", "although", "while", "whereas":
		return true
	case "as":
		return i < 2 || r.text(i-2) != "as" // but "as long as"
	}
	return false
}

func (r *reader) isAccording(i int) bool {
	return i+1 < len(r.units) && r.units[i+1].is(infinitive) && r.text(i) == "according"
}

// bareClause tells whether a clause without "that" begins at unit i.
func (r *reader) bareClause(i int, c *cue) bool {
	u := &r.units[i]
	if u.is(subordinate) && !u.is(condition) || u.is(infinitive) || u.is(relative) && !u.is(question) || r.text(i) == "of" {
		return false
	}
	end := r.clauseEnd(i, c)
	if u.all(subject|personal) && c.verbs&(nounish|addressee|nounPhrases) == 0 && end > i+1 && !r.units[i+1].is(punctuation|preposition|coordinator) {
		return true // "says it [reserves] …", whatever the tag
	}
	if c.verbs&(nounish|addressee) != 0 || c.verbs&quotes == 0 {
		end = min(end, i+14)
	}
	want := finite | auxiliary | quoted
	if c.verbs&(nounish|addressee|nounPhrases) == 0 {
		want |= participle
	}
	inner := 0 // relative clauses whose verbs are still to come
	for j := i; j < end; j++ {
		u := &r.units[j]
		switch {
		case c.verbs&nounish != 0 && u.is(relative) && j > i && !r.verbAfter(j, end):
			return false // "concluded an agreement which will …"
		case u.is(relative) && j > i || u.is(question) && j > i+1 && r.units[j-1].is(nominal):
			inner++
		case u.is(finite) && c.verbs&nounish != 0 && j > i+1 && r.units[j-1].is(coordinator) && !u.is(auxiliary):
			return false // "claims more victims and creates …"
		case u.is(want) && inner > 0 && !u.is(quoted):
			inner--
			for j+1 < end && r.units[j+1].is(finite|auxiliary|adverb|participle) {
				j++ // the rest of its verb group
			}
		case u.is(want):
			return true
		}
	}
	return false
}

// verbAfter tells whether there is another finite verb in units [at, end) than that
// of the relative clause that begins at unit at.
func (r *reader) verbAfter(at, end int) bool {
	n := 0
	for j := at; j < end; j++ {
		if !r.units[j].is(finite | auxiliary) {
			continue
		}
		n++
		for j+1 < end && r.units[j+1].is(finite|auxiliary|adverb|participle) {
			j++
		}
	}
	return n > 1
}

// complemented tells whether units [from, to) are an object and what it is
// called, "it a farce", "the plan “dead”", rather than an object alone.
func (r *reader) complemented(from, to int) bool {
	long := false // the object goes on after a preposition, so that only quotation marks tell
	for i := from; i < to; i++ {
		u := &r.units[i]
		if u.is(quoted) || u.folded || r.text(i) == "as" {
			return true
		}
		if i > from && !long && r.units[i-1].is(nominal|personal) && (u.is(determiner|adjective|gerund) || r.units[i-1].is(personal) && u.is(nounPhrase)) {
			return true
		}
		if i > from && u.is(punctuation|finite) {
			return false
		}
		long = long || u.is(preposition)
	}
	return false
}

// responds tells whether the circumstance at unit j is what something is an answer
// to: "cooperation in response to the flood", but "regret in response to questions".
func (r *reader) responds(j int) bool {
	if j+4 > len(r.units) || !r.oneOf(j+1, "response|answer|reply|reaction") || !r.units[j+2].is(infinitive) {
		return false
	}
	for i := j + 3; i < len(r.units) && r.units[i].is(nounPhrase); i++ {
		if r.oneOf(i, "question|questions|query|queries|request|requests|inquiry|inquiries") || r.units[i].is(listeners) {
			return false
		}
	}
	return true
}

// phraseEnd is where a noun phrase with what belongs to it ends, at limit at the
// latest: before a circumstance, a relative clause after a comma, a participle
// after a comma.
func (r *reader) phraseEnd(i, limit int) int {
	within := r.units[i].is(relative | that | question | quoted) // a clause inside the phrase
	listed := false
	for j := i + 1; j < limit; j++ {
		u := &r.units[j]
		switch {
		case u.is(comma) && j+2 < limit && (r.text(j+1) == "including" || r.text(j+1) == "as" && r.text(j+2) == "well"):
			listed = true
		case u.is(comma) && listed && j+1 < limit && r.units[j+1].is(gerund) && r.units[j+1].verbs == nil:
			// "including by [raising the dam, building …]"
		case u.is(colon) && r.units[j-1].is(nominal) && j+1 < limit && r.units[j+1].ending&stop != 0:
			return i // what is quoted after the colon is what was said
		case u.is(gerund) && u.verbs != nil && j+1 < limit && r.units[j+1].is(colon|comma|quoted|that):
			return j // "recalled her visit saying: …"
		case u.is(comma) && (r.units[j-1].folded || j+1 < limit && r.units[j+1].is(relative|gerund|subordinate|preposition|determiner)):
			return j
		case u.is(comma) && j+2 < limit && (r.units[j+1].is(finite) && !r.units[j+1].is(auxiliary) || r.units[j+1].is(participle) && r.units[j+2].is(determiner|owner)) && r.units[j+1].is(verbal):
			return j // "discussed the port, addressed the flood, and …"
		case u.is(coordinator) && j+1 < limit && (r.units[j+1].is(finite) || r.clauseBegins(j+1)):
			return j
		case u.is(finite|auxiliary) && !within:
			return j
		case u.is(relative | that | question):
			within = true
		case u.is(subordinate) && !u.is(preposition|determiner) && r.text(j) != "as":
			return j
		case u.is(subordinate) && r.clauseBegins(j+1) && r.text(j) != "as":
			return j
		case u.is(preposition) && !u.is(infinitive) && r.circumstance(j) && !r.responds(j):
			return j
		}
	}
	return limit
}
