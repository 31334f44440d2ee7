package statement

func (r *reader) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if r.units[i].is(finite | auxiliary | quoted) {
			return true
		}
	}
	return false
}

// wholeClause tells whether units hold a main clause, or no subordinate one: a
// subordinate clause alone is no content but the frame of one.
func (r *reader) wholeClause(p phrase) bool {
	if !r.units[p.from].is(subordinate) || r.units[p.from].is(adverb|preposition) {
		return true // "Since June the bridge …": a preposition as likely as a conjunction
	}
	for i := p.from; i+1 < p.to; i++ {
		if r.units[i].is(comma) && r.mainClause(i+1) {
			return true
		}
	}
	return false
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
		return !r.reportsAgain(i+1, true)
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
		if (r.units[j].is(semicolon) || r.units[j].is(colon) && !r.units[j+1].is(quoted)) && r.hasVerb(j+1, i) {
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

// skipLead passes over a conjunction and its comma, but not over the "so" of "so far".
func (r *reader) skipLead(i int) int {
	if i < len(r.units) && r.units[i].is(coordinator) && !(r.text(i) == "so" && i+1 < len(r.units) && r.oneOf(i+1, "far|long|much|many")) {
		i++
		if i < len(r.units) && r.units[i].is(comma) {
			i++
		}
	}
	return i
}
