package statement

import "dossier/extract/document"

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
		if i > 0 && r.oneOf(i-1, "entitled|titled|called|named|dubbed") {
			continue // what the colon leads to is a name
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
	if r.following(i+1) == 0 || r.titleGoesOn(i+1) {
		return
	}
	who := r.issuer(i)
	if who.empty() || r.units[who.from].is(firstPerson) {
		return
	}
	r.found = append(r.found, candidate{
		content: [2]phrase{{i + 1, len(r.units)}},
		cue:     r.units[i].Span, verb: i, who: who, rule: ruleAnnounced,
	})
}

// titleGoesOn tells whether the words from unit i on, behind a colon, are the rest of a
// title: “the following statement on the Bridge Act: [A New Way for Oldtown]”. They begin
// with a capital and end with another colon or before a verb.
func (r *reader) titleGoesOn(i int) bool {
	if r.units[len(r.units)-1].is(colon) {
		return true
	}
	for ; i < len(r.units); i++ {
		switch u := &r.units[i]; {
		case u.is(stop|relative) || u.is(comma) && r.relativeAt(i+1):
			return true
		case u.is(finite|auxiliary|quoted|colon|semicolon|that) || u.is(firstPerson|ours):
			return false
		}
	}
	return true
}

// signed gives a quotation to the name set after it with a dash, or with nothing
// but the comma that ends it: “…” — Ann Smith; “…,” Ann Smith.
func (r *reader) signed() {
	n := r.withoutStop()
	q := r.quoteEnd(0)
	if n < 2 || !r.units[0].is(quoted) || q >= n || r.taken(0) {
		return
	}
	out := candidate{content: [2]phrase{{0, q}}, verb: q, who: phrase{q, n}, rule: ruleSigned}
	if r.dashAt(q) {
		out.cue, out.who.from = r.units[q].Span, q+1
	} else if r.units[q-1].ending&comma == 0 {
		return
	}
	if r.signs(out.who) {
		r.found = append(r.found, out)
	}
}

// withoutStop is the number of units up to the stop that ends the sentence.
func (r *reader) withoutStop() int {
	n := len(r.units)
	for n > 0 && r.units[n-1].is(stop) {
		n--
	}
	return n
}

// dashAt tells whether unit i is a dash, or a hyphen that stands for one.
func (r *reader) dashAt(i int) bool {
	return i < len(r.units) && (r.units[i].is(dash) || r.text(i) == "-")
}

func (r *reader) taken(unit int) bool {
	for i := range r.found {
		if r.found[i].holds(unit) {
			return true
		}
	}
	return false
}

// heads tells whether the words before a colon at unit i say what the words after
// it are on: "On Iran: “…”".
func (r *reader) heads(i int) bool {
	return r.oneOf(r.floor, "on|about|regarding|concerning") && !r.clauseVerbs(r.floor, i)
}

// clauseVerbs tells whether there is a finite verb among units [from, to).
func (r *reader) clauseVerbs(from, to int) bool {
	for ; from < to; from++ {
		if r.clauseVerb(from) {
			return true
		}
	}
	return false
}

// colonSubject is who speaks after the colon at unit i: all that stands before it,
// when that is a name without a verb, or the subject of the last clause before it
// that isn't subordinate, else the name right before it.
func (r *reader) colonSubject(i int) phrase {
	from := r.floor
	for j := from; j < i; j++ {
		if r.units[j].is(dash) || r.text(j) == "-" && r.units[j+1].Start > r.units[j].End {
			from = j + 1 // "A flood foretold — Ann Smith:"
		}
	}
	if r.heads(i) {
		return phrase{}
	}
	if p := (phrase{from, i}); r.signs(p) {
		return r.statedBy(p)
	}
	if p := r.lastSubject(i); !p.empty() {
		return p
	}
	if p := r.core(i, r.floor); r.names(p) && !r.holds(p, preposition|when) && !r.goesTo(p) {
		return p
	}
	return phrase{}
}

// goesTo tells whether a phrase is to whom something goes: "the letter sent to Minister
// Okoro", "to the minister, Ada Okoro".
func (r *reader) goesTo(p phrase) bool {
	i := p.from
	for i > r.floor && !r.units[i-1].is(finite|auxiliary|relative|stop) && !r.units[i-1].is(infinitive) {
		i--
	}
	return i > r.floor && r.units[i-1].is(infinitive)
}

// statedBy is whom a heading names whose statement follows: "Joint statement of
// [Smith and Miller]", and all of a phrase that is no such heading.
func (r *reader) statedBy(p phrase) phrase {
	for i := p.from + 1; i+1 < p.to && i < p.from+4; i++ {
		if r.oneOf(i, "from|of|by") && r.units[i-1].is(occasion) {
			return phrase{i + 1, p.to}
		}
		if r.units[i].is(preposition) {
			break
		}
	}
	return p
}

// issuer is who issues the words that the units before unit end announce: the
// subject of the last verb before them that issues anything, else the subject of the
// clause.
func (r *reader) issuer(end int) phrase {
	for i := r.following(end) - 1; i > 0; i-- {
		if r.units[i].is(issuing) {
			if p := r.subjectOf(i); !p.empty() && !r.units[p.from].is(relative) && (r.names(p) || r.maySpeak(p)) {
				return r.pastTown(r.pastClause(r.whole(p)), i)
			}
			break
		}
	}
	return r.pastTown(r.clauseSubject(end), end)
}

// pastTown is the phrase p, before unit end, without the dateline that it begins with or
// is, and that nothing but a comma ends: "OLDTOWN, H.L. [Senator Ada Okoro, a member of the
// council]".
func (r *reader) pastTown(p phrase, end int) phrase {
	if p.empty() || p.from >= end {
		return p
	}
	m := r.personIn(r.span(p.from, end))
	if m == nil {
		return p
	}
	at := r.pastDateline(r.units[p.from].first, m.First)
	for i := p.from + 1; i < end && r.units[i].first <= at; i++ {
		if r.units[i].first != at {
			continue
		}
		to := i
		for to < end && r.units[to].first < m.Last {
			to++
		}
		return phrase{i, max(p.to, to)}
	}
	return p
}

// pastClause is who issues something without the end of a clause that the sentence
// begins with: "In answer to the plan to close piers in towns, [Mayor Okoro]". A title
// and a name behind a comma begin the subject anew, unless a name stands before it.
func (r *reader) pastClause(p phrase) phrase {
	if p.from <= r.floor || !r.units[r.floor].is(preposition|subordinate) {
		return p
	}
	for i := p.from; i+1 < p.to; i++ {
		if r.units[i].is(relative) {
			break
		}
		if !r.units[i].is(comma) {
			continue
		}
		if rest := (phrase{i + 1, p.to}); i > p.from && !r.units[i-1].is(proper) && r.hasTitle(rest) {
			return rest
		}
		break
	}
	return p
}

// hasTitle tells whether a phrase begins with a title and the name of a person.
func (r *reader) hasTitle(p phrase) bool {
	for i := r.mentionAt(r.units[p.from].Start); i < len(r.doc.Mentions) && r.doc.Mentions[i].Start < r.units[p.to-1].End; i++ {
		if m := &r.doc.Mentions[i]; m.Type == document.Person && m.Kind == document.Name {
			return m.Start > r.units[p.from].Start && r.titleUpTo(p.from, m)
		}
	}
	return false
}

// whole is all that is said of an issuer before the end p of it: "Smith (East), a
// member of the Ports, [Piers and Bridges Committees]". A dateline that nothing ends
// is left out: "Oldtown, Oldland Senator Smith".
func (r *reader) whole(p phrase) phrase {
	from := r.floor
	for from+1 < p.from && (r.units[from].is(when|adverb) && !r.units[from].is(proper) || r.units[from].is(when) && r.units[from+1].is(comma) || r.units[from].is(comma)) {
		from++ // "Today, Smith"
	}
	if from >= p.from || !r.units[from].is(nounPhrase) || r.units[from].is(preposition|subordinate|gerund|personal) {
		return p
	}
	for i := from; i < p.from; i++ {
		if r.units[i].is(open) {
			for i < p.from && !r.units[i].is(close) {
				i++
			}
			continue
		}
		if r.units[i].is(relative | that) {
			break
		}
		if u := &r.units[i]; u.is(finite|auxiliary|subordinate|quoted|semicolon|colon|dash) && !u.is(nominal) {
			return p
		}
	}
	i := r.mentionAt(r.units[from].Start)
	for ; i < len(r.doc.Mentions) && r.doc.Mentions[i].Start < r.units[p.to-1].End; i++ {
		switch m := &r.doc.Mentions[i]; {
		case m.Kind != document.Name && m.Kind != document.Demonym:
		case m.Type == document.Person:
			if m.Start > r.units[p.from].Start {
				return p
			}
			for j := from; j < p.from && r.units[j].Start < m.Start; j++ {
				if r.units[j].is(preposition) && !r.oneOf(j, "of|for|on") {
					return p // "In response to the vote, Smith"
				}
			}
			for from < p.from && r.units[from].End < m.Start && !r.titleUpTo(from, m) {
				from++
			}
			return phrase{from, p.to}
		case m.Type != document.Place && m.Type != document.Country:
			if r.doc.Slice(m.Span) != "D.C." {
				return p
			}
		}
	}
	return p
}

// titleUpTo tells whether nothing but words of a title stands between unit i and a
// name.
func (r *reader) titleUpTo(i int, m *document.Mention) bool {
	for ; r.units[i].Start < m.Start; i++ {
		if r.units[i].is(comma) {
			return false
		}
	}
	return true
}

// lastSubject is the subject of the last verb before unit i whose clause is neither
// subordinate nor reported, when it is somebody.
func (r *reader) lastSubject(i int) phrase {
	for j := i - 1; j >= 0; j-- {
		if !r.units[j].is(finite|auxiliary) && !r.units[j].all(issuing|participle) || r.units[j].is(quoted) {
			continue // "released", which taggers take for a participle
		}
		p := r.subjectOf(j)
		if p.empty() || r.taken(p.from) || r.units[p.from].is(relative) || p.from > 0 && r.units[p.from-1].is(relative|that|subordinate|question) {
			continue
		}
		if p.from > 0 && r.units[p.from-1].is(preposition) || r.inanimate(p) {
			continue // "The message that it sends to students is simple"
		}
		if r.maySpeak(p) {
			return p
		}
	}
	return phrase{}
}

// inanimate tells whether a phrase names what can't speak without a verb of speaking: a
// place, a law, an event.
func (r *reader) inanimate(p phrase) bool {
	e := r.headEntity(r.span(p.from, p.to))
	if e < 0 {
		return false
	}
	switch r.doc.Entities[e].Type {
	case document.Place, document.Event, document.Work, document.Other:
		return true
	}
	return false
}

// subjectOf is the phrase before the verb at unit i. Who issues something may stand
// far away, behind all that describes him: "Smith, who …, a member of …, and of …,
// released".
func (r *reader) subjectOf(i int) phrase {
	from := i
	for from > 0 && r.units[from-1].is(adverb|auxiliary) && !r.units[from-1].is(subject) {
		from--
	}
	p := r.phraseBefore(from, r.floor)
	if p.empty() && r.units[i].is(issuing) && from > 0 && r.units[from-1].is(comma) {
		return r.phraseAfter(r.floor, false)
	}
	for p.to-p.from > 2 && r.units[p.from].is(when) && r.units[p.from+1].is(comma) {
		p.from += 2 // "Today, Smith, a member of …, released"
	}
	return p
}

// holds tells whether a unit of a phrase is of a class.
func (r *reader) holds(p phrase, c class) bool {
	for i := p.from; i < p.to; i++ {
		if r.units[i].is(c) {
			return true
		}
	}
	return false
}

// longestName is how many units a name with what describes it may have where no
// verb belongs to it.
const longestName = 16

// signs tells whether a phrase is a name, with what describes it, and nothing
// else.
func (r *reader) signs(p phrase) bool {
	n := p.to - p.from
	return n > 0 && n <= longestName && r.units[p.from].is(nounPhrase) && !r.units[p.from].is(preposition|relative|personal) && r.names(p) && !r.hasVerb(p.from, p.to)
}

// clauseSubject is the subject of the first verb before unit i whose subject is a
// name or a pronoun.
func (r *reader) clauseSubject(i int) phrase {
	for j := 0; j < i; j++ {
		if !r.units[j].is(finite|auxiliary) && !r.units[j].all(issuing|participle) || r.units[j].is(quoted) {
			continue // "released", which taggers take for a participle
		}
		p := r.subjectOf(j)
		if !p.empty() && p.from > 0 && (r.units[p.from-1].is(subordinate) || r.text(p.from-1) == "as") {
			continue
		}
		if !p.empty() && !r.units[p.from].is(relative) {
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
