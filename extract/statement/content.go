package statement

// attribute decides what a cue reports.
func (r *reader) attribute(k int) (candidate, bool) {
	c := &r.cues[k]
	n := len(r.units)
	if c.form == passiveForm || c.verbs&addressee != 0 && r.dropped(c) {
		return candidate{}, false // nobody is named as speaking
	}
	r.findSubject(k)
	if c.who.empty() || r.units[c.who.from].is(firstPerson) {
		return candidate{}, false
	}
	if r.speech && (c.borrowed || !r.names(c.who)) {
		return candidate{}, false
	}
	at, told := r.after(c)
	out := candidate{cue: r.cueSpan(c), verb: c.verb, who: c.who, addressee: told, negated: c.verbs&denial != 0}
	start := c.start()
	left := r.leftEdge(start)

	// A quotation right before the attribution.
	if q := r.quoteBefore(start); q >= 0 && c.verbs&quotes != 0 && !c.borrowed {
		out.content[0] = phrase{left, q + 1}
		out.rule = ruleQuoteBefore
		from := r.skipLead(left)
		if q > 0 && r.units[q-1].is(colon) {
			from = q
		}
		if from >= q || r.onlyQuotes(from, q+1) {
			out.content[0].from = min(from, q)
		} else {
			out.content[0].from = from
			out.rule = ruleMixedBefore
		}
		if next := r.quoteNext(at); next >= 0 {
			out.content[1] = phrase{next, r.quoteEnd(next)}
			out.rule = ruleQuoteAround
		} else if out.rule == ruleMixedBefore && at+1 < n && r.units[at].is(comma) && r.continues(at+1) {
			out.content[1] = phrase{at + 1, r.clauseEnd(at+1, c)}
		}
		r.edge = at
		return out, true
	}
	// Words before a comma and the attribution.
	if start > left+1 && r.units[start-1].is(comma|dash) && c.verbs&trailing != 0 && !c.borrowed && c.form == finiteForm {
		enclosed := at < n && r.units[at].is(comma|dash)
		tail := at >= n || r.units[at].is(stop|semicolon|close) || (!enclosed || !r.goesOn(at+1)) && r.tail(at)
		from := r.pastReport(r.skipLead(left), start)
		switch {
		case tail && (r.hasVerb(from, start-1) || at >= n || r.units[at].is(stop)) && !r.fronted(from, start-1):
			out.content[0] = phrase{from, start - 1}
			out.rule = ruleTrailing
			return out, true
		case enclosed && !tail && start-1-from >= 1 && c.verbs&nounish == 0:
			end := r.clauseEnd(at+1, c)
			if end-at-1 >= 2 {
				out.rule = ruleParenthetical
				if start-1-from >= 2 {
					out.content = [2]phrase{{from, start - 1}, {at + 1, end}}
				} else {
					out.content[0] = phrase{at + 1, end}
				}
				return out, true
			}
		}
	}
	return r.rightContent(c, start, at, out)
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
		out.rule, end = ruleThat, r.clauseEnd(at, c)
	case u.is(question|infinitive) && c.verbs&asking != 0 && c.form != infinitiveForm:
		out.rule, end = ruleAsked, r.clauseEnd(at, c)
	case c.verbs&naming != 0:
		if c.form == infinitiveForm || u.is(preposition|infinitive|question|subordinate|when) && r.text(at) != "as" {
			return candidate{}, false
		}
		out.rule, end = ruleNaming, r.phraseEnd(at, r.clauseEnd(at, c))
		if c.verbs&nounish != 0 && !(start > 0 && r.units[start-1].is(question|relative)) && !r.complemented(at, end) {
			return candidate{}, false
		}
	case c.verbs&bare != 0 && c.form != infinitiveForm && r.bareClause(at, c):
		out.rule, end = ruleBare, r.clauseEnd(at, c)
	case c.verbs&nounPhrases != 0 && !(c.borrowed && (c.form != gerundForm || c.verbs&nounish != 0)) && u.is(nounPhrase|personal|quoted|question):
		out.rule, end = rulePhrase, r.phraseEnd(at, r.clauseEnd(at, c))
	default:
		return candidate{}, false
	}
	if end-at < 1 {
		return candidate{}, false
	}
	out.content[0] = phrase{at, end}
	return out, true
}

// complemented tells whether units [from, to) are an object and what it is
// called, "it a farce", "the plan “dead”", rather than an object alone.
func (r *reader) complemented(from, to int) bool {
	for i := from; i < to; i++ {
		u := &r.units[i]
		if u.is(quoted) || u.folded || r.text(i) == "as" {
			return true
		}
		if i > from && r.units[i-1].is(nominal|personal) && (u.is(determiner|adjective|gerund) || r.units[i-1].is(personal) && u.is(nounPhrase)) {
			return true
		}
		if i > from && u.is(punctuation|preposition) {
			return false
		}
	}
	return false
}

// phraseEnd is where a noun phrase with what belongs to it ends, at limit at the
// latest: before a circumstance, a relative clause after a comma, a participle
// after a comma.
func (r *reader) phraseEnd(i, limit int) int {
	within := r.units[i].is(relative | that | question | quoted) // a clause inside the phrase
	for j := i + 1; j < limit; j++ {
		u := &r.units[j]
		switch {
		case u.is(comma) && (r.units[j-1].folded || j+1 < limit && r.units[j+1].is(relative|gerund|subordinate|preposition|determiner)):
			return j
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
		case u.is(preposition) && !u.is(infinitive) && r.circumstance(j):
			return j
		}
	}
	return limit
}

// bareClause tells whether a clause without "that" begins at unit i.
func (r *reader) bareClause(i int, c *cue) bool {
	u := &r.units[i]
	if u.is(subordinate) && r.text(i) != "if" && r.text(i) != "when" && r.text(i) != "although" && r.text(i) != "even" && r.text(i) != "since" {
		return false
	}
	end := r.clauseEnd(i, c)
	if c.verbs&(nounish|addressee) != 0 || c.verbs&quotes == 0 {
		end = min(end, i+14)
	}
	want := finite | auxiliary | quoted
	if c.verbs&(nounish|addressee) == 0 {
		want |= participle
	}
	for j := i; j < end; j++ {
		if r.units[j].is(want) {
			return true
		}
	}
	return false
}

func (r *reader) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if r.units[i].is(finite | auxiliary | quoted) {
			return true
		}
	}
	return false
}

// fronted tells whether units [from, to) are a subordinate clause or a
// circumstance before the main clause, rather than a clause of their own.
func (r *reader) fronted(from, to int) bool {
	return r.units[from].is(subordinate) && !r.units[from].is(quoted)
}

// tail tells whether nothing that is reported follows from unit i on: a
// participle, a circumstance, a new clause with its own subject.
func (r *reader) tail(i int) bool {
	n := len(r.units)
	for i < n && r.units[i].is(comma|dash) {
		i++
	}
	if i >= n {
		return true
	}
	u := &r.units[i]
	switch {
	case u.is(stop | semicolon | close):
		return true
	case u.is(that):
		return false
	case u.is(gerund):
		return u.verbs != nil || !r.hasVerb(i, len(r.units))
	case u.is(coordinator):
		return true
	case u.is(preposition) && !u.is(infinitive) || u.is(relative|subordinate|adverb):
		return !r.mainVerb(i)
	}
	return false
}

// goesOn tells whether reported words go on at unit i, after an attribution in
// commas: not in a participle of the speaker's, nor in what he did next.
func (r *reader) goesOn(i int) bool {
	if i >= len(r.units) || !r.hasVerb(i, len(r.units)) {
		return false
	}
	u := &r.units[i]
	switch {
	case u.is(gerund):
		return u.verbs == nil
	case u.is(coordinator):
		return !r.reportsAgain(i + 1)
	case u.is(preposition) && r.circumstance(i):
		return r.mainVerb(i)
	}
	return !r.isAccording(i)
}

// mainVerb tells whether a main clause follows a circumstance at unit i.
func (r *reader) mainVerb(i int) bool {
	for j := i; j < len(r.units); j++ {
		if r.units[j].is(comma) {
			return r.continues(j + 1)
		}
	}
	return false
}

// continues tells whether something with a verb follows from unit i on.
func (r *reader) continues(i int) bool {
	if i >= len(r.units) || r.units[i].is(gerund|coordinator) {
		return false
	}
	return r.hasVerb(i, len(r.units))
}

// leftEdge is where the clause that ends at unit i may begin at the earliest.
func (r *reader) leftEdge(i int) int {
	for j := i - 1; j >= r.edge; j-- {
		if r.units[j].is(semicolon) {
			return j + 1
		}
	}
	for r.edge > 0 && r.edge < i && r.units[r.edge].is(comma|coordinator) {
		r.edge++
	}
	return min(r.edge, i)
}

// pastReport passes over a subordinate clause at unit i that reports something
// itself, "While she said …, prices fell, according to …", up to limit.
func (r *reader) pastReport(i, limit int) int {
	if i >= limit || !r.units[i].is(subordinate) {
		return i
	}
	reports := false
	for j := i; j+1 < limit; j++ {
		u := &r.units[j]
		reports = reports || u.verbs != nil && u.is(finite)
		if u.is(comma) && r.mainClause(j+1) {
			if reports {
				return j + 1
			}
			return i
		}
	}
	return i
}

// skipLead passes over a conjunction and its comma.
func (r *reader) skipLead(i int) int {
	if i < len(r.units) && r.units[i].is(coordinator) {
		i++
		if i < len(r.units) && r.units[i].is(comma) {
			i++
		}
	}
	return i
}

// quoteBefore gives the quoted region that ends right before unit i, with or
// without a comma, or -1.
func (r *reader) quoteBefore(i int) int {
	q := i - 1
	if q > 0 && r.units[q].is(comma|dash) && r.units[q-1].is(quoted) {
		return q - 1
	}
	if q >= 0 && r.units[q].is(quoted) && (r.units[q].ending != 0) {
		return q
	}
	return -1
}

// quoteNext gives the quoted region that begins at unit i or after a comma,
// colon or "that" there, or -1.
func (r *reader) quoteNext(i int) int {
	n := len(r.units)
	if i < n && r.units[i].is(comma|colon|dash) {
		i++
	}
	if i < n && r.units[i].is(quoted) {
		return i
	}
	return -1
}

// quoteEnd is the end of a run of quoted regions from q on.
func (r *reader) quoteEnd(q int) int {
	for q++; q < len(r.units) && r.units[q].is(quoted); q++ {
	}
	return q
}

func (r *reader) onlyQuotes(from, to int) bool {
	for i := from; i < to; i++ {
		if !r.units[i].is(quoted | punctuation) {
			return false
		}
	}
	return true
}

func (c class) isEnd() bool { return c&(comma|stop|dash) != 0 }

// clauseEnd is the end of reported content that begins at unit i.
func (r *reader) clauseEnd(i int, c *cue) int {
	n := len(r.units)
	relativeClause := !c.who.empty() && !c.inverted && r.units[c.who.from].is(relative)
	subordinateClause := c.borrowed && c.who.from > i || c.who.from > 0 && r.units[c.who.from-1].is(subordinate) && !c.inverted
	dashed := c.who.from > 0 && r.units[c.who.from-1].is(dash)
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
		case j > i && r.contrasts(j) && r.reportsAgain(j+1):
			return j
		case j > i && u.verbs == nil && r.isAccording(j):
			return j
		}
	}
	end := n
	for end > i && r.units[end-1].is(stop|comma|close) {
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
		return r.contrasts(i) && r.reportsAgain(i+1)
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
// own, begins at unit i, after "and" or "but".
func (r *reader) reportsAgain(i int) bool {
	for k := range r.cues {
		c := &r.cues[k]
		if c.verb < i || c.form == gerundForm && c.from != i || c.verbs&(clause|quotes) == 0 {
			continue
		}
		if c.from == i {
			return c.form != infinitiveForm && r.units[c.verb].is(finite|gerund|participle)
		}
		if c.verb > i+12 {
			break
		}
		if p := r.phraseBefore(c.from, i); !p.empty() && p.from == i && c.form == finiteForm {
			return true
		}
	}
	return false
}

// contrasts tells whether unit i joins another report to the one before it.
func (r *reader) contrasts(i int) bool {
	switch r.text(i) {
	case "and", "but", "though", "although", "while", "as", "whereas":
		return true
	}
	return false
}

func (r *reader) isAccording(i int) bool {
	return i+1 < len(r.units) && r.units[i+1].is(infinitive) && r.text(i) == "according"
}

// findSubject fills who of cue k.
func (r *reader) findSubject(k int) {
	c := &r.cues[k]
	if c.form == finiteForm {
		c.who = r.phraseBefore(c.from, 0)
		if !c.who.empty() && !r.inverts(c) {
			return
		}
		if p := r.phraseAfter(c.to, true); !p.empty() && c.from == c.verb && r.mayInvert(c) {
			c.who, c.inverted = p, true
			return
		}
		if !c.who.empty() {
			return
		}
	}
	if c.form == gerundForm {
		if p := r.subjectAfter(c); !p.empty() {
			c.who, c.borrowed = p, true
			return
		}
	}
	c.who, c.borrowed = r.borrow(k), true
}

// borrow finds the subject of a verb that has none of its own: the noun that a
// participle describes, the speaker of a report that it carries on, or the
// subject of the nearest verb before it.
func (r *reader) borrow(k int) phrase {
	c := &r.cues[k]
	before := c.from - 1
	if before < 0 {
		return phrase{}
	}
	u := &r.units[before]
	ahead := c.form == gerundForm && u.is(comma|coordinator|quoted|dash|close) || c.form == finiteForm && u.is(coordinator)
	if c.form == gerundForm && u.is(nominal) && !u.is(when) {
		// "artists singing", but of "she sent a letter saying" the sender.
		if p := r.core(c.from, 0); !p.empty() && !r.written(p) && (p.from == 0 || !r.units[p.from-1].is(infinitive)) {
			return p
		}
	}
	if u.is(comma | coordinator | quoted | dash) {
		for j := k - 1; j >= 0; j-- {
			if e := &r.cues[j]; !e.who.empty() && e.form == finiteForm && e.verbs&(clause|quotes) != 0 {
				return e.who
			}
		}
	}
	var second phrase
	for n := range before + 1 {
		i := before - n
		if ahead {
			i = n // a participle after a comma describes the subject of the main clause
		}
		if !r.units[i].is(finite | auxiliary) {
			continue
		}
		from := i
		for from > 0 && r.units[from-1].is(adverb|auxiliary) && !r.units[from-1].is(subject) {
			from--
		}
		p := r.phraseBefore(from, 0)
		if p.empty() {
			continue
		}
		if ahead && (r.units[p.from].is(relative) || p.from > 0 && r.units[p.from-1].is(relative|subordinate)) {
			if second.empty() {
				second = p
			}
			continue
		}
		return p
	}
	return second
}

// written tells whether a phrase names words set down: a letter, a statement.
func (r *reader) written(p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if r.units[i].is(occasion) {
			return true
		}
		if r.units[i].is(preposition) {
			break
		}
	}
	return false
}

// subjectAfter finds the subject of a participle that opens the sentence, after
// its comma: "Citing the cost, Smith …", "After saying that …, she …".
func (r *reader) subjectAfter(c *cue) phrase {
	if c.from > 1 || c.from == 1 && !r.units[0].is(preposition|subordinate|coordinator) {
		return phrase{}
	}
	for i := c.to; i < len(r.units); i++ {
		if !r.units[i].is(comma) && !(r.units[i].is(quoted) && r.units[i].ending&comma != 0) {
			continue
		}
		if i+1 < len(r.units) && r.mainClause(i+1) {
			p := r.phraseAfter(i+1, true)
			if p.to < len(r.units) && r.units[p.to].is(finite|auxiliary|adverb) {
				return p
			}
		}
	}
	return phrase{}
}

// inverts tells whether a subject before the verb is rather the end of quoted or
// reported words.
func (r *reader) inverts(c *cue) bool { return false }

// mayInvert tells whether a subject may follow the verb: only after content.
func (r *reader) mayInvert(c *cue) bool {
	if c.verbs&(trailing|quotes) == 0 {
		return false
	}
	p := c.from - 1
	return p < 0 || r.units[p].is(quoted|comma|dash|stop)
}
