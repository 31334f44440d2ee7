package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// arbitrate settles by syntax what the chain has left open: who speaks in full, and
// what is no utterance.
func (r *reader) arbitrate() {
	if r.chain != nil {
		r.accorded()
	}
	r.found = slices.DeleteFunc(r.found, r.aired)
	for i := range r.found {
		c := &r.found[i]
		if r.units[c.verb].is(colon) {
			r.verblessLabel(c)
			continue
		}
		r.attributed(c)
		if r.bound(c); r.isAccording(c.verb) {
			r.accordWhole(c)
			r.accordEnd(c)
			r.bareSource(c)
			r.officeNamed(c)
			r.accordAround(c)
			if !r.pastGlued(c) {
				r.wholeFront(c)
			}
			r.glued(c)
			r.doubt(c)
			continue
		}
		r.misplaced(c)
		r.wholeSubject(c)
		r.wholeOffice(c)
		r.parted(c)
		r.pastHeading(c)
		r.complete(c)
		r.passedBy(c)
		r.joinedVerb(c)
		r.wholeObject(c)
		r.pastDashes(c)
		r.narrated(c)
		r.prune(c)
		r.around(c)
		r.condition(c)
		r.doubt(c)
	}
}

// aired tells whether a colon's words are given to where they were said: "Later that
// month on Harbour Radio: “…”".
func (r *reader) aired(c candidate) bool {
	return r.units[c.verb].is(colon) && !c.who.empty() && c.who.to == c.verb && c.who.from > 0 && r.oneOf(c.who.from-1, "on|at|in|during")
}

// shortestAccord is how many units must be according to somebody, who then is believed
// without the chain: "they do send a message, according to one expert".
const shortestAccord = 4

// accorded keeps what is according to somebody though the chain doesn't believe it,
// where nothing else stands. That is grammar, and the corpus has too few of them.
func (r *reader) accorded() {
	for i := range r.guesses {
		g := &r.guesses[i]
		if g.rule != ruleAccordEnd && g.rule != ruleAccordFront || g.content[0].to-g.content[0].from < shortestAccord ||
			slices.ContainsFunc(r.found, func(o candidate) bool { return o.verb == g.verb || o.overlaps(g) || g.holds(o.verb) }) {
			continue
		}
		c := *g
		c.likely = document.Sure
		r.found = append(r.found, c)
	}
	slices.SortStableFunc(r.found, func(a, b candidate) int { return a.verb - b.verb })
}

// verblessLabel doubts what the chain takes for words after a colon when no verb is among
// them: "Ada Okoro: Candidate for the Harbour Council".
func (r *reader) verblessLabel(c *candidate) {
	p := c.content[0]
	if c.rule != ruleChain || p.empty() || r.holds(p, quoted|base|participle|gerund|personal) || r.clauseVerbs(p.from, p.to) {
		return
	}
	c.likely *= verbless
}

// verbless is what is left of the confidence in words after a colon without a verb.
const verbless = .6

// wholeSubject widens who speaks to all of the subject of the cue: "[The Harbour
// Office, which runs the pier, its cranes and] its boats [has said]", "[the Harbour
// Office and] the council said".
func (r *reader) wholeSubject(c *candidate) {
	verb := &r.units[c.verb]
	if !c.who.empty() && r.text(c.who.from) == "who" && c.who.to == c.who.from+1 && r.tree.holds(verb.first) {
		r.pastWho(c)
	}
	if c.who.empty() || verb.verbs == nil || verb.is(quoted) || !r.tree.holds(verb.first) || r.units[c.who.from].is(relative|personal) || r.units[c.who.from].all(subject) && c.who.to == c.who.from+1 {
		return
	}
	head := r.treeSubject(verb.first)
	if head < 0 {
		return
	}
	if r.otherSubject(c, head) {
		return
	}
	h := r.unitAt(head)
	if h >= r.floor && h+2 == c.who.from && r.units[h].all(personal|subject) && r.units[h+1].is(coordinator) {
		c.who.from = h // "[She and] the mayor"
		return
	}
	if h < r.floor || r.units[h].is(quoted|personal|relative|when) {
		return
	}
	from, to := r.tree.reach(head)
	first, last := max(r.unitAt(from), r.floor), r.unitAt(to-1)
	for i := first; i < c.who.from; i++ {
		if r.units[i].is(when) || r.text(i) == "today" {
			first = i + 1 // "Oldtown Today, Okoro"
		}
	}
	for first < c.who.from && r.units[first].is(comma) {
		first++
	}
	behind := h < c.who.from && c.who.from <= last // he stands in what describes the subject
	if i := c.who.from; behind && i > h+2 && r.text(i-1) == "as" && r.text(i-2) == "such" {
		c.who = phrase{max(first, r.floor), h + 1} // "[Experts], such as Okoro"
		return
	}
	if h >= c.who.from && c.who.from > 0 && r.units[c.who.from-1].is(nominal) && r.units[c.who.from].is(determiner) {
		return // a caption: "Oldtown bridge The mayor"
	}
	beside := c.who.from == last+2 && r.units[last+1].is(comma) // "the mayor and the captain, [Okoro]"
	if first >= c.who.from || c.who.to > last+2 && !behind && !beside || h >= c.who.to || !r.oneSubject(first, c.who.from) && !(behind && r.describesPerson(head, phrase{first, c.who.from}, c.who)) && !r.portfolios(phrase{first, c.who.from}, c.who) {
		return
	}
	if c.who.from = first; behind && c.who.to > last+2 && r.units[last+1].is(comma) {
		c.who.to = last + 1
	}
}

// parted takes from the end of what was said the beginning of who speaks: "[The bridge is
// safe,] Piers and Bridges Minister Okoro said".
func (r *reader) parted(c *candidate) {
	p := &c.content[0]
	r.partedList(c)
	if c.who.empty() || p.from >= c.who.from || p.to <= c.who.from || p.to > c.who.to || c.who.from > c.verb {
		return
	}
	if p.to = c.who.from; p.to-1 > p.from && r.units[p.to-1].is(comma) {
		p.to--
	}
}

// pastWho gives a cue the subject of its clause for the "who" that describes that:
// "[Okoro], who also won in May, commented".
func (r *reader) pastWho(c *candidate) {
	head := r.treeSubject(r.units[c.verb].first)
	if head < 0 {
		return
	}
	end := r.cueOf(c).from
	p := r.phraseBefore(end, r.floor)
	if from, to := r.tree.reach(head); p.empty() && r.unitAt(from) >= r.floor && to > r.units[c.who.from].first && r.unitAt(to-1) < end {
		p = phrase{r.unitAt(from), end}
	}
	if h := r.unitAt(head); !p.empty() && p.from <= h && h < c.who.from && c.who.to < p.to {
		c.who = p
	}
}

// otherSubject gives a cue that follows "and" the subject of the verb that it is joined
// to, when he who was taken for it is the subject of a relative clause between: "[the
// mayor] criticised the plan that Okoro has made, and said".
func (r *reader) otherSubject(c *candidate, head int) bool {
	v := r.cueOf(c)
	verb := r.units[c.verb].first
	if v.from == 0 || !r.units[v.from-1].is(coordinator) || !r.hangs(verb, "conj") || c.who.to >= v.from-1 || c.who.from > c.verb {
		return false
	}
	first := r.unitAt(r.doc.Arcs[verb].Head)
	if h := r.unitAt(head); first < 0 || h < r.floor || h >= c.who.from || first <= h {
		return false
	}
	p := r.subjectOf(first)
	if p.empty() || p.to > c.who.from || !r.maySpeak(p) || !r.relates(p.to, c.who.from) {
		return false
	}
	c.who = p
	return true
}

// relates tells whether a relative clause begins among units [from, to).
func (r *reader) relates(from, to int) bool {
	for ; from < to; from++ {
		if r.units[from].is(relative|that) && !r.units[from].all(that|preposition) {
			return true
		}
	}
	return false
}

// oneSubject tells whether units [from, to) can begin the subject that goes on after
// them: the words of a noun phrase, with what stands in brackets or commas.
func (r *reader) oneSubject(from, to int) bool {
	if r.units[from].is(adverb) && r.units[from+1].is(number|determiner|nominal) {
		from++ // "almost half"
	}
	if from < to && !r.units[from].is(nounPhrase) || r.units[from].is(preposition|when|personal) || r.placed(from, to) {
		return false
	}
	last := &r.units[to-1]
	if r.text(to-1) == "as" {
		return false // "experts such as Okoro"
	}
	inner, joined := false, false
	for i := from; i < to; i++ {
		u := &r.units[i]
		joined = joined || u.is(coordinator)
		switch {
		case u.is(open):
			for i++; i < to && !r.units[i].is(close); i++ {
			}
		case u.is(quoted | stop | semicolon | colon | dash):
			return false
		case u.is(relative):
			inner = true
		case u.is(subordinate|that) && !u.is(preposition|determiner):
			return false
		case u.is(finite | auxiliary):
			if !inner {
				return false
			}
		}
	}
	return inner || !last.is(comma) || joined && to < len(r.units) && r.units[to].is(proper) && r.units[to-2].is(nominal) || to == len(r.units) || r.text(to) == "including" || r.endsInPerson(phrase{from, to - 1}) && !r.units[to].is(proper|determiner)
}

// describesPerson tells whether a phrase, which is no person, stands in what describes the
// person at the token head, which begins with the phrase before it: "[Okoro of Oldtown,]
// Ostria, who saw it, [said]".
func (r *reader) describesPerson(head int, before, p phrase) bool {
	named := false
	for i := r.unitAt(head); i < before.to && r.units[i].is(nominal); i++ {
		named = named || r.isPerson(r.units[i].first) // behind his rank
	}
	if !named || r.holds(before, quoted|semicolon|colon|dash|finite|auxiliary|subordinate) || r.placed(before.from, before.to) {
		return false
	}
	for j := r.mentionAt(r.units[p.from].Start); j < len(r.doc.Mentions) && r.doc.Mentions[j].Start < r.units[p.to-1].End; j++ {
		if r.doc.Mentions[j].Type == document.Person && r.doc.Mentions[j].Kind == document.Name {
			return false
		}
	}
	return true
}

// portfolios tells whether a phrase is the rest of what an office is for, with the name
// of who holds it, and another the beginning: "Minister for Piers, [Bridges and Ports Ben
// Imani]".
func (r *reader) portfolios(before, p phrase) bool {
	if !r.endsInPerson(p) || r.units[p.from].is(determiner) || !r.units[before.to-1].is(comma) || r.holds(before, quoted|semicolon|colon|dash|finite|auxiliary|subordinate) || r.placed(before.from, before.to) {
		return false
	}
	joined := r.holds(p, coordinator)
	for i := before.from + 1; i < before.to; i++ {
		if r.text(i) == "for" && r.lexicon.Word(r.text(i-1)).Is(lexicon.Role) {
			m := r.mentionAt(r.units[before.from].Start)
			return joined && (m == len(r.doc.Mentions) || r.doc.Mentions[m].Type != document.Person || r.doc.Mentions[m].Start >= r.units[p.from].Start)
		}
	}
	return false
}

// placed tells whether units [from, to) begin with the name of a place, as a dateline
// does that no mark ends.
func (r *reader) placed(from, to int) bool {
	i := r.mentionAt(r.units[from].Start)
	if i == len(r.doc.Mentions) || r.doc.Mentions[i].Start != r.units[from].Start || from != r.floor {
		return false
	}
	m := &r.doc.Mentions[i]
	return m.Type == document.Place && (m.End == r.units[to-1].End || r.doc.Slice(m.Span) == strings.ToUpper(r.doc.Slice(m.Span)))
}

// passedBy cuts an attribution off the end of what another speaker said: "that the
// bridge was safe[, the agency reported]". Who passes a statement on is no part of it.
func (r *reader) passedBy(c *candidate) {
	if p := c.content[1]; !p.empty() && p.to-p.from <= longestPass && r.passes(p) {
		c.content[1] = phrase{}
	}
	p := &c.content[0]
	if p.empty() || p.from < c.verb || !c.content[1].empty() {
		return
	}
	for k := range r.cues {
		o := &r.cues[k]
		if o.verb <= p.from+1 || o.verb >= p.to || o.form != finiteForm || o.verbs&trailing == 0 || o.verbs&(quotes|clause) == 0 {
			continue
		}
		who := r.phraseBefore(o.from, p.from)
		if who.empty() || who.from <= p.from+1 || !r.units[who.from-1].is(comma) || !r.maySpeak(who) || r.units[who.from].is(relative) {
			continue
		}
		if at, _ := r.after(o); at >= p.to {
			p.to = who.from - 1
			return
		}
	}
}

// longestPass is how many units an attribution may have of which alone the rest of
// what was said would consist: "the harbour agency reported".
const longestPass = 6

// passes tells whether a phrase is nothing but who passes a statement on and his verb.
func (r *reader) passes(p phrase) bool {
	for k := range r.cues {
		o := &r.cues[k]
		if o.verb < p.from || o.verb >= p.to || o.form != finiteForm || o.verbs&trailing == 0 || o.verbs&(quotes|clause) == 0 {
			continue
		}
		who := r.phraseBefore(o.from, p.from)
		end := o.to
		for end < p.to && r.units[end].is(when|preposition|determiner|number) {
			end++ // "reported on Monday"
		}
		return who.from == p.from && !who.empty() && end >= p.to && r.maySpeak(who) && !r.units[who.from].is(personal)
	}
	return false
}

// accordWhole gives back to whom something is according to the end of his name, up to
// the comma before what is said: "according to the council['s own report], …", "the
// head [of the port Ben Imani], …".
func (r *reader) accordWhole(c *candidate) {
	i := c.who.to
	p := c.content[0]
	if c.who.empty() || c.who.from < c.verb || p.from <= i+1 || !r.units[p.from-1].is(comma) || r.quantity(i) {
		return
	}
	for ; i < p.from-1; i++ {
		if u := &r.units[i]; !u.is(nominal|adjective|number|possessive|preposition|coordinator|determiner|mark) || u.is(auxiliary|relative|quoted) || u.is(when) && !u.is(proper) {
			return
		}
	}
	if r.units[i-1].is(nominal | number) {
		c.who.to = i
	}
}

// quantity tells whether unit i begins an estimate: "over a hundred", "about 15%".
func (r *reader) quantity(i int) bool {
	n := len(r.units)
	return i+1 < n && r.oneOf(i, "over|about|around|nearly|almost") && (r.units[i+1].is(number) || r.units[i+1].is(determiner) && i+2 < n && r.units[i+2].is(number))
}

// accordEnd cuts off the end of whom something is according to what begins the
// statement: "according to the port[, cranes that nobody needs] …".
func (r *reader) accordEnd(c *candidate) {
	t := r.units[c.verb].first
	p := &c.content[0]
	if c.who.from > c.verb && c.who.from < p.from && p.from < c.who.to {
		c.who.to = p.from // whom it is about
	}
	for i := range r.guesses {
		if g := &r.guesses[i]; g.verb == c.verb && g.content[0].from < p.from && p.to <= g.content[0].to && r.units[p.from].is(finite|auxiliary) {
			c.content = g.content // half a clause is worth little
		} else if from := g.content[0].from; g.verb == c.verb && c.who.from > c.verb && c.who.to <= from && from < p.from && p.to == g.content[0].to && r.units[from].is(preposition|adverb) && (from > c.who.to || r.quantity(from)) {
			c.content = g.content // "according to the port, [of all its cranes], one works"
		}
	}
	if p.from > c.who.from && p.from < c.who.to {
		c.who.to = p.from
	}
	if c.who.empty() || p.from < c.who.to || p.from > c.who.to+1 {
		return
	}
	r.splitSource(c)
	if !r.tree.holds(t) {
		return
	}
	head := r.doc.Arcs[t].Head
	if head < r.units[c.who.from].first || head >= r.units[c.who.to-1].last {
		return
	}
	_, end := r.tree.reach(head)
	if i := r.unitAt(end); i > c.who.from && i+1 < c.who.to && r.units[i].is(comma) && !r.onlyPerson(phrase{i + 1, c.who.to}) {
		c.who.to, p.from = i, i+1
	}
}

// onlyPerson tells whether a phrase is a person's name and nothing else.
func (r *reader) onlyPerson(p phrase) bool {
	i := r.mentionAt(r.units[p.from].Start)
	return i < len(r.doc.Mentions) && r.doc.Mentions[i].Start == r.units[p.from].Start && r.endsInPerson(p) && r.doc.Mentions[i].End == r.units[p.to-1].End
}
