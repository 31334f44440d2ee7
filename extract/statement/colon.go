package statement

// colons gives quotations after a colon whose clause has no reporting verb to
// its subject: "Her letter makes the case: “…”", "This from Smith: “…”".
func (r *reader) colons() {
	n := len(r.units)
	for i := 1; i+1 < n; i++ {
		if !r.units[i].is(colon) || r.taken(i+1) {
			continue
		}
		if !r.units[i+1].is(quoted) {
			r.announced(i)
			continue
		}
		who := r.colonSubject(i)
		if who.empty() || r.units[who.from].is(firstPerson) {
			continue
		}
		r.found = append(r.found, candidate{
			content: [2]phrase{{i + 1, r.quoteEnd(i + 1)}},
			cue:     r.units[i].Span, verb: i, who: who, rule: ruleColon,
		})
	}
}

// announced gives the unquoted words after a colon at unit i in a sentence that
// announces them: "Smith issued the following statement: I am …". They go on to
// the end of the paragraph.
func (r *reader) announced(i int) {
	if !r.following(i + 1) {
		return
	}
	who := r.clauseSubject(i)
	if who.empty() || r.units[who.from].is(firstPerson) {
		return
	}
	r.found = append(r.found, candidate{
		content: [2]phrase{{i + 1, len(r.units)}},
		cue:     r.units[i].Span, verb: i, who: who, rule: ruleAnnounced,
	})
}

// signed gives a quotation to the name set after it with a dash: “…” — Ann Smith.
func (r *reader) signed() {
	n := len(r.units)
	for n > 0 && r.units[n-1].is(stop) {
		n--
	}
	q := r.quoteEnd(0)
	if n < 3 || !r.units[0].is(quoted) || q+1 >= n || r.taken(0) || !r.units[q].is(dash) && r.text(q) != "-" {
		return
	}
	who := phrase{q + 1, n}
	if !r.names(who) || r.hasVerb(who.from, who.to) || who.to-who.from > 16 {
		return
	}
	r.found = append(r.found, candidate{
		content: [2]phrase{{0, q}}, cue: r.units[q].Span, verb: q, who: who, rule: ruleSigned,
	})
}

func (r *reader) taken(unit int) bool {
	for i := range r.found {
		if r.found[i].holds(unit) {
			return true
		}
	}
	return false
}

// colonSubject is who speaks after the colon at unit i: the subject of the clause
// before it, when that is a name or a pronoun, else the name right before it.
func (r *reader) colonSubject(i int) phrase {
	if p := r.clauseSubject(i); !p.empty() {
		return p
	}
	if p := r.core(i, r.floor); r.names(p) {
		return p
	}
	return phrase{}
}

// clauseSubject is the subject of the first verb before unit i, when it is a name
// or a pronoun.
func (r *reader) clauseSubject(i int) phrase {
	for j := 0; j < i; j++ {
		if !r.units[j].is(finite|auxiliary) && !r.units[j].all(issuing|participle) || r.units[j].is(quoted) {
			continue // "released", which taggers take for a participle
		}
		from := j
		for from > 0 && r.units[from-1].is(adverb) {
			from--
		}
		if p := r.phraseBefore(from, r.floor); !p.empty() && !r.units[p.from].is(relative) {
			if r.names(p) {
				return p
			}
			break
		}
	}
	return phrase{}
}

// names tells whether a phrase holds a name or is a personal pronoun.
func (r *reader) names(p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if r.units[i].is(proper) && !r.units[i].is(when) || r.units[i].all(personal|subject) && r.text(i) != "it" {
			return true
		}
	}
	return false
}
