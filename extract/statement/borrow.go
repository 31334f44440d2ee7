package statement

// findSubject fills who of cue k.
func (r *reader) findSubject(k int) {
	c := &r.cues[k]
	if !c.who.empty() {
		return
	}
	if c.form == finiteForm {
		c.who = r.phraseBefore(c.from, r.floor)
		if p := r.inversion(c); !p.empty() && (c.who.empty() || !r.maySpeak(c.who)) {
			c.who, c.inverted = p, true
			return
		}
		if !c.who.empty() {
			return
		}
		if p := r.phraseAfter(c.to, true); !p.empty() && c.from == c.verb && r.mayInvert(c) {
			c.who, c.inverted = p, true
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

// inversion is the name after a verb that follows a comma, when nothing but its
// description comes after it: "…, coughs and fevers, said Smith, a doctor".
func (r *reader) inversion(c *cue) phrase {
	if c.from != c.verb || c.from == 0 || !r.units[c.from-1].is(comma) || c.verbs&trailing == 0 || c.verbs&addressee != 0 {
		return phrase{}
	}
	if c.to >= len(r.units) || !r.units[c.to].is(proper) || r.units[c.to].is(when) {
		return phrase{}
	}
	p := r.phraseAfter(c.to, true)
	if p.empty() || p.to < len(r.units) && !r.units[p.to].is(punctuation|relative) {
		return phrase{}
	}
	return p
}

// mayInvert tells whether a subject may follow the verb: only after content.
func (r *reader) mayInvert(c *cue) bool {
	if c.verbs&(trailing|quotes) == 0 {
		return false
	}
	p := c.from - 1
	if c.verbs&addressee != 0 && p > 0 && !r.units[p].is(quoted) && !r.units[p-1].is(quoted) {
		return false // what follows "told" is told
	}
	return p < 0 || r.units[p].is(quoted|comma|dash|stop)
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
	if e := r.objectOf(k); !e.empty() {
		return e
	}
	if c.form == gerundForm && u.is(nominal) && !u.is(when) {
		// "artists singing", but of "she sent a letter saying" the sender.
		if p := r.core(c.from, r.floor); !p.empty() && !r.written(p) && (p.from == 0 || !r.units[p.from-1].is(infinitive) || r.causal(p.from-1)) {
			return p
		}
	}
	if u.is(comma | coordinator | quoted | dash) {
		for j := k - 1; j >= 0; j-- {
			e := &r.cues[j]
			if ahead && !e.who.empty() && e.who.from == r.floor+1 && r.units[r.floor].is(subordinate) {
				continue // "After Smith said …, Miller condemned it, stating"
			}
			if !e.who.empty() && e.form == finiteForm && e.verbs&(clause|quotes) != 0 {
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
		p := r.phraseBefore(from, r.floor)
		if p.empty() {
			continue
		}
		if ahead && (r.units[p.from].is(relative) || p.from > 0 && r.units[p.from-1].is(relative|subordinate|that)) {
			if second.empty() {
				second = p
			}
			continue
		}
		return p
	}
	return second
}

// objectOf gives the subject of the reporting verb right before whose object the
// participle of cue k follows: "Smith recalled her visit, saying …".
func (r *reader) objectOf(k int) phrase {
	c := &r.cues[k]
	if k == 0 || c.form != gerundForm || c.verbs&quotes == 0 || c.to >= len(r.units) || !r.units[c.to].is(colon|comma|quoted|that) {
		return phrase{}
	}
	e := &r.cues[k-1]
	if e.form != finiteForm || e.verbs&nounPhrases == 0 || e.borrowed || e.who.empty() || r.hasVerb(e.to, c.from) {
		return phrase{}
	}
	return e.who
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
