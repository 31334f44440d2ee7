package statement

// misplaced gives a cue the subject that its clause has when somebody was taken for it for
// his place alone: the object of another verb, what a preposition governs, the subject
// of what was said before.
func (r *reader) misplaced(c *candidate) {
	verb := &r.units[c.verb]
	if c.who.empty() || c.who.from > c.verb || verb.verbs == nil || verb.is(quoted) || !r.tree.holds(verb.first) || r.units[c.who.from].is(relative) {
		return
	}
	v := r.cueOf(c)
	if r.quotedAs(&v) || c.who.to > v.from {
		return
	}
	if p := r.pastAside(c.who, v); !p.empty() {
		c.who = p
		return
	}
	if p := r.sender(c.who, v); !p.empty() {
		c.who = p
		return
	}
	r.narrow(c)
	if p := r.blamed(verb.first); !p.empty() {
		c.who = p
		return
	}
	whole := r.joinedTo(r.top(c.who))
	head := r.climbed(verb.first)
	if whole < 0 || head < 0 || head == whole || !r.governed(whole, verb.first) && !r.elsewhere(whole, verb.first, v.from) || r.inPlace(c.who, v) {
		return
	}
	h := r.unitAt(head)
	if h < r.floor || h >= c.who.from || r.units[h].is(quoted|relative) {
		return
	}
	from, to := r.tree.reach(head)
	if to > r.units[c.who.from].first {
		return // he is a part of the subject
	}
	p := phrase{max(r.unitAt(from), r.floor), min(r.unitAt(to-1)+1, c.who.from)}
	for i := h + 1; i < p.to; i++ {
		if r.units[i].is(finite|auxiliary|comma|dash|preposition) && !r.units[i].is(nominal) && !r.oneOf(i, "of|for") {
			p.to = i // what describes him may go too far
		}
	}
	if r.maySpeak(p) && !r.inanimate(p) && !(c.content[0].from < p.to && p.from < c.content[0].to) {
		c.who = p
	}
}

// inPlace tells whether a phrase has a right to a cue by its place, whatever a tree says:
// before a finite verb, or where a "with" makes a clause of it and a participle: "with
// [the mayor] saying".
func (r *reader) inPlace(p phrase, v cue) bool {
	to := p.to
	for to < v.from && r.units[to].is(comma) {
		to++
	}
	if v.form == finiteForm && to == v.from {
		return true
	}
	return p.from > 0 && r.oneOf(p.from-1, "with|amid|without|despite|by|as") && !(p.from > 1 && r.text(p.from-2) == "along")
}

// sender is who writes what urges or asks something, when those to whom it goes stand
// before that: "[Okoro] sent a letter to Captain Imani and the port urging".
func (r *reader) sender(to phrase, v cue) phrase {
	if v.form != gerundForm || to.to != v.from {
		return phrase{}
	}
	i := to.from
	for i > r.floor && r.units[i-1].is(nominal|adjective|number|determiner|possessive|coordinator|comma|open|close) && !r.units[i-1].is(occasion|verbal|relative) {
		i--
	}
	if i < r.floor+3 || r.text(i-1) != "to" {
		return phrase{}
	}
	for i -= 2; i > r.floor && r.units[i].is(nominal|adjective|number|determiner) && !r.units[i].is(occasion|verbal); i-- {
	}
	written := r.oneOf(i, "wrote|written|writes|write")
	if !written && !r.units[i].is(occasion) {
		return phrase{}
	}
	for ; i > r.floor; i-- {
		switch u := &r.units[i]; {
		case u.is(quoted | semicolon | colon | relative | that):
			return phrase{}
		case u.is(finite|participle|gerund) && !u.is(nominal|adjective):
			if s := r.ownSubject(u.first); s >= 0 {
				from, end := r.tree.reach(s)
				if p := (phrase{max(r.unitAt(from), r.floor), r.unitAt(end-1) + 1}); p.to <= i && r.unitAt(s) >= p.from && r.maySpeak(p) {
					return p
				}
			}
			return phrase{}
		}
	}
	return phrase{}
}

// pastAside is the subject of an auxiliary that a phrase with a preposition, p, stands
// behind, between it and the verb: "[The mayor] has on many occasions urged".
func (r *reader) pastAside(p phrase, v cue) phrase {
	i := p.from - 2
	if i <= r.floor || !r.units[i+1].is(preposition) || !r.units[i].is(auxiliary) || r.maySpeak(p) {
		return phrase{}
	}
	for i > r.floor && r.units[i-1].is(auxiliary|adverb) && !r.units[i-1].is(nominal) {
		i--
	}
	return r.phraseBefore(i, r.floor)
}

// narrow takes from the front of who speaks what the tree and the marks give to a phrase
// before him: "in a meeting with the director, Ben Imani, [the captain] said".
func (r *reader) narrow(c *candidate) {
	head := r.ownSubject(r.units[c.verb].first)
	h := r.unitAt(head)
	if head < 0 || h <= c.who.from || h >= c.who.to {
		return
	}
	from, _ := r.tree.reach(head)
	first := r.unitAt(from)
	if first <= c.who.from || first > h || r.units[first-1].is(preposition|open) || r.holds(phrase{c.who.from, first}, relative|preposition|open) {
		return
	}
	t := r.top(phrase{c.who.from, first})
	if t < 0 || r.doc.Arcs[t].Head >= r.units[c.who.from].first || !r.hangs(t, "appos") && !r.hangs(t, "conj") && !r.hangs(t, "nmod") && !r.hangs(t, "obl") {
		return
	}
	if !r.units[first-1].is(comma) && !(r.hangs(t, "conj") && r.plural(first-1)) {
		return // "National Security Advisor [Okoro]" is one phrase
	}
	if p := (phrase{first, c.who.to}); r.maySpeak(p) {
		c.who = p
	}
}

// top is the token of a phrase on which its others hang.
func (r *reader) top(p phrase) int {
	first, last := r.units[p.from].first, r.units[p.to-1].last
	for i := first; i < last; i++ {
		if h := r.doc.Arcs[i].Head; (h < first || h >= last) && r.doc.Arcs[i].Relation != "punct" {
			return i
		}
	}
	return -1
}

// joinedTo is the first of the list that a token stands in, or what it is a part of:
// "along with [Okoro], Imani".
func (r *reader) joinedTo(token int) int {
	for range climbs {
		if !r.tree.holds(token) || !r.hangs(token, "conj") && !r.hangs(token, "flat") && !r.hangs(token, "appos") && !r.hangs(token, "compound") {
			break
		}
		token = r.doc.Arcs[token].Head
	}
	return token
}

// governed tells whether a token is an object, or behind a preposition, of anything but
// the verb, and the verb doesn't describe it: "led [the mayors] in urging".
func (r *reader) governed(token, verb int) bool {
	if !r.tree.holds(token) || !r.hangs(token, "obj") && !r.hangs(token, "obl") && !r.hangs(token, "nmod") {
		return false
	}
	switch r.doc.Arcs[token].Relation {
	case "nmod:desc", "nmod:poss", "obl:agent", "obl:unmarked", "nmod:unmarked":
		return false
	}
	for i := verb; r.tree.holds(i); i = r.doc.Arcs[i].Head {
		if i == token {
			return false
		}
	}
	return true
}

// elsewhere tells whether a token is the subject of a verb of what was said before, to
// which the verb is not joined whose group begins at unit from: "She said that [the
// port] would grow, and indicated".
func (r *reader) elsewhere(token, verb, from int) bool {
	if !r.tree.holds(token) || !r.hangs(token, "nsubj") || from == 0 || !r.units[from-1].is(coordinator) || !r.hangs(verb, "conj") {
		return false
	}
	first, other := r.doc.Arcs[verb].Head, r.doc.Arcs[token].Head
	u, w := r.unitAt(first), r.unitAt(verb)
	return u >= 0 && other != first && other != verb && first < token && r.hangs(other, "ccomp") && r.units[u].verbs != nil && r.past(u) == r.past(w)
}

// climbed is the head of the subject that a verb has by the tree, also of one that
// describes the object of another: of "she sent a letter urging" it is she.
func (r *reader) climbed(verb int) int {
	for range climbs {
		if s := r.treeSubject(verb); s >= 0 {
			return s
		}
		for r.tree.holds(verb) && r.doc.Arcs[verb].Relation == "conj" {
			verb = r.doc.Arcs[verb].Head
		}
		if !r.tree.holds(verb) || !r.hangs(verb, "acl") || r.doc.Tokens[verb].Tag != "VBG" {
			return -1
		}
		noun := r.doc.Arcs[verb].Head
		if !r.tree.holds(noun) || !r.hangs(noun, "obj") && !r.hangs(noun, "obl") {
			return -1
		}
		verb = r.doc.Arcs[noun].Head
	}
	return -1
}

// blamed is whom a verb blames or praises for what he said: "berated [the mayor] for
// having described".
func (r *reader) blamed(verb int) phrase {
	if !r.hangs(verb, "advcl") && !r.hangs(verb, "acl") {
		return phrase{}
	}
	m := r.hanging(verb, "mark")
	if m < 0 || m > verb || lower(r.doc.Slice(r.doc.Tokens[m].Span)) != "for" {
		return phrase{}
	}
	by := r.doc.Arcs[verb].Head
	if !r.tree.holds(by) || by >= m {
		return phrase{}
	}
	for i := by + 1; i < m; i++ {
		if r.doc.Arcs[i].Head != by || !r.hangs(i, "obj") && !(r.hangs(i, "obl") && r.hanging(i, "case") < 0) {
			continue
		}
		from, to := r.tree.reach(i)
		p := phrase{r.unitAt(from), r.unitAt(min(to, m)-1) + 1}
		if p.from >= 0 && !p.empty() && r.maySpeak(p) {
			return p
		}
	}
	return phrase{}
}
