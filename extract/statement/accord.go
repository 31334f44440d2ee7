package statement

// measures tells whether a phrase is something to go by rather than somebody to
// go on: "according to schedule", "according to their needs".
func (r *reader) measures(p phrase) bool {
	for i := p.from; i < p.to && !r.units[i].is(preposition); i++ {
		if r.units[i].is(measure) {
			return true
		}
	}
	return false
}

// pastComma is the unit after the next comma, or unit i when none comes.
func (r *reader) pastComma(i int) int {
	for j := i; j+1 < len(r.units); j++ {
		if r.units[j].is(comma) {
			return j + 1
		}
	}
	return i
}

// undescribed is a phrase up to its first comma when a name comes after it: what
// follows a document there is the subject of a clause, not another name of it.
func (r *reader) undescribed(p phrase) phrase {
	for i := p.from; i+1 < p.to; i++ {
		if r.units[i].is(comma) && r.units[i+1].is(proper|determiner) {
			return phrase{p.from, i}
		}
	}
	return p
}

// maker gives the unit after "issued by the port" at unit i when a clause begins
// there without a comma, else i.
func (r *reader) maker(i int) int {
	if i+2 >= len(r.units) || !r.units[i].is(participle|finite) || r.text(i+1) != "by" {
		return i
	}
	if p := r.phraseAfter(i+2, false); !p.empty() && p.to < len(r.units) && r.mainClause(p.to) {
		return p.to
	}
	return i
}

// interrupted tells whether an attribution in commas that ends at unit end stands
// between an auxiliary, with its subject at units [left, to), and its verb: "The
// port has, according to Smith, closed".
func (r *reader) interrupted(left, to, end int) bool {
	if to-left != 2 || !r.units[to-1].is(auxiliary) {
		return false
	}
	if end < len(r.units) && r.units[end].is(comma) {
		end++
	}
	return end < len(r.units) && r.units[end-1].is(comma) && r.units[end].is(participle|base|finite|gerund|adverb)
}

// madeBy tells whether "released by the port," begins at unit i.
func (r *reader) madeBy(i int) bool {
	if i+2 >= len(r.units) || r.text(i+1) != "by" {
		return false
	}
	p := r.phraseAfter(i+2, false)
	return !p.empty() && p.to+1 < len(r.units) && r.units[p.to].is(comma)
}

// accord finds "according to": the report of a source without a verb.
func (r *reader) accord() {
	n := len(r.units)
	for i := 0; i+2 < n; i++ {
		if !r.isAccording(i) {
			continue
		}
		who := r.phraseAfter(i+2, true)
		if short := r.phraseAfter(i+2, false); r.written(short) || !short.empty() && !r.maySpeak(short) {
			who = r.undescribed(who)
		}
		if who.empty() || r.measures(who) {
			continue
		}
		out := candidate{cue: r.span(i, i+2), verb: i, who: who}
		left := r.pastReport(r.skipLead(r.leftEdge(i)), i)
		end := who.to
		if left == i || r.units[i-1].is(coordinator|that) {
			// According to X, content.
			from := end
			if from < n && r.units[from].is(comma) {
				from++
			}
			if by := r.maker(from); by > from {
				from = by // "According to a notice issued by the port the bridge …"
			} else if from == end && from < n && r.units[from].is(participle|finite) && !r.units[from].is(auxiliary) && (r.mainClause(r.pastComma(from)) || r.madeBy(from)) {
				from = r.pastComma(from) // "According to data published by …, prices …"
			}
			if from < n && r.units[from].is(gerund) {
				from = r.pastComma(from) // "According to Smith, citing her letter, …"
			}
			to := r.clauseEnd(from, &cue{who: who})
			if to-from < 2 && !(to > from && r.units[from].is(quoted)) {
				continue
			}
			out.content[0], out.rule = phrase{from, to}, ruleAccordFront
		} else {
			to := i
			for to > left && r.units[to-1].is(comma|dash) {
				to--
			}
			if to-left < 3 && !r.interrupted(left, to, end) {
				continue // "this is, according to …"
			}
			out.content[0], out.rule = phrase{left, to}, ruleAccordEnd
			if end > 0 && r.units[i-1].is(comma) && (r.units[end-1].is(comma) || end < n && r.units[end].is(comma)) {
				from := end
				if r.units[from-1].is(comma) {
					out.who.to--
				} else {
					from++
				}
				if from < n && (r.continues(from) || r.units[to-1].is(auxiliary) || r.oneOf(from, "with|including")) {
					out.content[1] = phrase{from, r.clauseEnd(from, &cue{who: who})}
				}
			}
		}
		r.found = append(r.found, out)
	}
}

// splitSource ends the source of what it is according to where a clause begins in it:
// "According to the paper, [the mayor], who spoke on Monday, said …", "according to the
// Port Office (PO) [over a thousand ships], a tenth of all, …". A bracket after a name
// ends it, and neither a relative clause nor a verb is without a noun.
func (r *reader) splitSource(c *candidate) {
	for i := c.who.from + 1; i+1 < c.who.to; i++ {
		u := &r.units[i]
		if u.is(close) && r.units[i+1].is(determiner|number|adverb|preposition) && !r.oneOf(i+1, "of|in|for") {
			c.who.to, c.content[0].from = i+1, i+1
			return
		}
		if u.is(comma) && r.units[c.content[0].from].is(relative|finite|auxiliary) {
			c.who.to, c.content[0].from = i, i+1
			return
		}
	}
}

// attributed gives a quotation that is according to somebody to whom the article gives it
// there: [“The bridge is safe,”] Okoro said, according to the paper.
func (r *reader) attributed(c *candidate) {
	p := c.content[0]
	if !r.isAccording(c.verb) || p.to > c.verb || !c.content[1].empty() || !r.units[p.from].is(quoted) {
		return
	}
	for i := range r.guesses {
		if g := &r.guesses[i]; g.rule == ruleQuoteBefore && g.content[0].from == p.from && g.verb < p.to && g.content[0].to < p.to && g.content[1].empty() {
			likely := c.likely
			*c = *g
			c.likely = likely
			return
		}
	}
}
