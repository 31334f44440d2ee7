package statement

// around gives what was said back what stands before an aside that names the speaker, when
// that is no clause by itself: "[The Pier Board], as Okoro has indicated, [will advise the
// mayor]", "[It was], as Okoro says, [a good day]".
func (r *reader) around(c *candidate) {
	as := c.who.from - 1
	p := c.content[0]
	if c.who.empty() || as < r.floor+2 || as > c.verb || r.text(as) != "as" || !r.units[as-1].is(comma|dash) || !c.content[1].empty() || len(c.more) > 0 || p.from <= c.verb {
		return
	}
	if r.units[p.from].is(comma | dash) {
		p.from++
	}
	if p.empty() || !r.units[p.from-1].is(comma|dash) || r.units[p.from].is(quoted|that|coordinator) {
		return
	}
	verb := p.from
	for verb+1 < p.to && r.units[verb].is(adverb|negation) {
		verb++
	}
	end := as - 1 // of the subject
	if !r.units[verb].is(finite | auxiliary) {
		for end > r.floor && r.units[end-1].is(auxiliary|negation) {
			end--
		}
		if end == as-1 {
			return
		}
	}
	who := r.phraseBefore(end, r.floor)
	if who.empty() || r.units[who.from].is(relative) {
		return
	}
	from := r.floor
	if r.hasVerb(from, who.from) || r.holds(phrase{from, who.from}, punctuation&^comma) {
		from = who.from
	}
	before := phrase{r.skipLead(from), as - 1}
	for i := range r.found {
		if o := &r.found[i]; o.verb != c.verb && (o.holds(before.from) || o.holds(before.to-1) || o.verb >= before.from && o.verb < before.to) {
			return
		}
	}
	c.content = [2]phrase{before, p}
}

// Verbs with which somebody agrees or not to what somebody else has said.
var assents = wordSet("agreed disagreed concurred agree disagree concur agrees disagrees concurs")

// Participles of the same, and of contradiction: "a view shared by Okoro".
var seconded = wordSet("shared echoed backed supported endorsed denied rejected disputed contested dismissed")

// narrated cuts off the end of what was said what the narrator tells of others who agree or
// not: "that the pier is old[, a view shared by Okoro]", "[, with which the court agreed]".
func (r *reader) narrated(c *candidate) {
	p := &c.content[0]
	if p.from < c.verb || !c.content[1].empty() {
		return
	}
	for i := p.from + 2; i+4 < p.to; i++ {
		if r.units[i].is(comma) && (r.sharedView(i+1, p.to) || r.assented(i+1, p.to) && r.clauseVerbs(p.from, i) || r.concluded(c, i+1)) {
			p.to = i
			return
		}
	}
}

// concluded tells whether at unit i the author begins to tell what he did because of what
// somebody else has said: "that the pier is old[, which is why I have closed it]".
func (r *reader) concluded(c *candidate, i int) bool {
	return r.text(i) == "which" && r.text(i+2) == "why" && r.units[i+3].is(firstPerson) && r.units[i+3].all(subject|personal) &&
		!c.who.empty() && !r.holds(c.who, firstPerson) && !r.holds(phrase{c.content[0].from, i}, firstPerson|quoted)
}

// Nouns for what was said that report nothing themselves.
var stances = wordSet("stance position sentiment notion figure version")

// sharedView tells whether units [i, end) are a noun for what was said and who shares it.
func (r *reader) sharedView(i, end int) bool {
	noun := r.text(i + 1)
	if !r.oneOf(i, "a|an") || r.text(i+3) != "by" || !seconded[r.text(i+2)] || r.terms.cues[noun].lemma == 0 && !stances[noun] {
		return false
	}
	who := r.phraseAfter(i+4, true)
	return !who.empty() && r.maySpeak(who) && !r.clauseVerbs(who.to, end) && !r.holds(phrase{who.to, end}, punctuation|quoted)
}

// assented tells whether a relative clause begins at unit i in which somebody agrees.
func (r *reader) assented(i, end int) bool {
	if !r.units[i].is(preposition) || r.text(i+1) != "which" {
		return false
	}
	for k := i + 3; k < end; k++ {
		if assents[r.text(k)] {
			who := r.phraseBefore(k, i+2)
			return who.from == i+2 && r.maySpeak(who)
		}
		if r.units[k].is(finite | auxiliary | relative) {
			return false
		}
	}
	return false
}

// pastDashes gives a clause that was cut at the second of two dashes its predicate: "the
// pier — which has stood since June — [is in need of repair]".
func (r *reader) pastDashes(c *candidate) {
	p := &c.content[0]
	if p.from < c.verb || p.empty() || !c.content[1].empty() || p.to+1 >= len(r.units) || !r.units[p.to].is(dash) || !r.units[p.to+1].is(finite|auxiliary) {
		return
	}
	for i := p.from + 1; i < p.to; i++ {
		if r.units[i].is(dash) && !r.clauseVerbs(p.from, i) {
			p.to = r.clauseEnd(p.to+1, &cue{who: c.who, begin: -1})
			return
		}
	}
}

// pastGlued takes from the front of what was said the end of a heading that lost its line
// to it: "in Oldtown, nationally [Pier fees fell by a tenth]". A common noun has a capital
// only where a sentence begins.
func (r *reader) pastGlued(c *candidate) bool {
	p := &c.content[0]
	for i := p.from + 1; i+2 < p.to && !r.units[i-1].is(finite|auxiliary|quoted); i++ {
		if !r.units[i-1].is(adverb|when) || r.units[i-1].is(proper) || !r.capital(i) || r.capital(i-1) || r.capital(i+1) {
			continue
		}
		if m := r.mentionAt(r.units[i].Start); m < len(r.doc.Mentions) && r.doc.Mentions[m].Start <= r.units[i].Start {
			continue
		}
		if r.units[i].is(nominal|adjective) && r.units[i+1].is(noun) && r.mainClause(i) {
			p.from = i
			return true
		}
	}
	return false
}

// capital tells whether unit i begins with a capital letter.
func (r *reader) capital(i int) bool {
	return upper(r.doc.Text[r.units[i].Start : r.units[i].Start+1])
}
