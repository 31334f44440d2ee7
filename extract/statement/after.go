package statement

// after reads what stands between a reporting verb and what it reports: whom it
// was said to, when, and on what occasion. It gives the unit where that ends.
func (r *reader) after(c *cue) (at int, told phrase) {
	n := len(r.units)
	i := c.to
	if c.inverted {
		i = c.who.to
	}
	for i < n {
		u := &r.units[i]
		switch {
		case u.is(comma) && r.aside(i) > 0:
			i = r.aside(i)
		case u.is(quoted|punctuation) || u.all(that|preposition):
			return i, told
		case c.verbs&addressee != 0 && told.empty() && c.form != passiveForm && !u.is(question|that|preposition):
			p := r.phraseAfter(i, c.verbs&wanting != 0)
			if p.empty() {
				return i, told
			}
			told, i = p, p.to
		case u.is(that):
			return i, told
		case u.is(infinitive) && i+1 < n && !r.units[i+1].is(base) && told.empty():
			p := r.phraseAfter(i+1, true)
			if p.empty() || p.to+1 < n && r.units[p.to].is(that) && r.units[p.to+1].is(finite) && !r.units[p.from].is(determiner|personal|proper) && !r.maySpeak(p) {
				return i, told // "agreed to measures that help"
			}
			told, i = p, p.to
		case u.is(when) && !u.is(finite|subject) && (i+1 == n || !r.units[i+1].is(possessive)):
			i++
		case u.is(adverb) && i+1 < n && (r.units[i+1].is(comma|colon|stop|preposition|quoted|when|adverb) || r.units[i+1].is(that)):
			i++
		case u.is(preposition) && !u.is(infinitive):
			e := r.adjunct(i)
			if e == i {
				return i, told
			}
			i = e
		case (u.is(determiner) || u.is(adjective)) && i+1 < n && r.units[i+1].is(when) && i+2 <= n && !r.clauseVerb(i+2) && (i+2 == n || !r.units[i+2].is(possessive)):
			i += 2
		default:
			return i, told
		}
	}
	return i, told
}

// aside gives the unit of the "that" after a circumstance in commas at unit i,
// "said, in so many words, that", or 0.
func (r *reader) aside(i int) int {
	if i+1 >= len(r.units) || !r.units[i+1].is(preposition|adverb) || r.units[i+1].is(that) {
		return 0
	}
	for j := i + 1; j+1 < len(r.units) && j < i+12; j++ {
		if r.units[j].is(comma) {
			if r.units[j+1].all(that | preposition) {
				return j + 1
			}
			return 0
		}
		if r.units[j].is(punctuation | quoted | finite) {
			return 0
		}
	}
	return 0
}

// clauseVerb tells whether a finite verb stands at unit i.
func (r *reader) clauseVerb(i int) bool {
	return i < len(r.units) && r.units[i].is(finite|auxiliary)
}

// adjunct gives the end of a prepositional phrase at unit i that says when, where
// or to whom, or i when what follows rather begins the content.
func (r *reader) adjunct(i int) int {
	n := len(r.units)
	if r.units[i].is(subordinate) && !r.units[i].is(when) && r.text(i) != "after" && r.text(i) != "before" && r.text(i) != "since" {
		return i
	}
	p := r.phraseAfter(i+1, false)
	if p.empty() {
		if i+1 < n && r.units[i+1].is(gerund) {
			// "in announcing the plan", "after meeting him": up to a mark.
			j := i + 1
			for j < n && !r.units[j].is(punctuation|quoted) && !r.units[j].all(that|preposition) {
				j++
			}
			if j >= n || r.units[j].is(comma|stop|that|quoted) {
				return j
			}
		}
		return i
	}
	e := p.to
	known := false
	for j := p.from; j < e; j++ {
		known = known || r.units[j].is(when|occasion|listeners)
	}
	for e < n && r.units[e].is(when) && !r.clauseVerb(e+1) {
		known = true
		e++
	}
	// "at a rally in Ohio", "in an interview with a paper".
	for e < n && r.units[e].is(preposition) && !r.units[e].is(infinitive|that) {
		q := r.phraseAfter(e+1, false)
		if q.empty() || r.clauseVerb(q.to) {
			break
		}
		e = q.to
	}
	if e >= n {
		return e
	}
	u := &r.units[e]
	if u.is(punctuation|quoted) || u.is(that) {
		return e
	}
	if known && !r.clauseVerb(e) {
		return e
	}
	return i
}
