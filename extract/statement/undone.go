package statement

// sharing is the tokens of the verb at a token and of those before it that it is joined
// to without a subject of its own: what they share, an auxiliary, a condition, a
// purpose, it shares. "If they are willing and [agree]".
func (r *reader) sharing(verb int) []int {
	all := make([]int, 0, climbs)
	for len(all) < climbs && r.tree.holds(verb) {
		all = append(all, verb)
		if !r.hangs(verb, "conj") || r.ownSubject(verb) >= 0 {
			break
		}
		verb = r.doc.Arcs[verb].Head
	}
	return all
}

// hangingWord is the first word that hangs on a token by a relation, "" for none.
func (r *reader) hangingWord(on int, relation string) string {
	if i := r.hanging(on, relation); i >= 0 {
		return lower(r.doc.Slice(r.doc.Tokens[i].Span))
	}
	return ""
}

// Verbs and adjectives of not getting so far as to say something.
var failing = wordSet("unable unwilling reluctant fail fails failed failing refuse refuses refused refusing decline declines declined declining neglect neglects neglected forgot forgets")

// Auxiliaries of what has not happened yet, and may never.
var (
	duties  = wordSet("must should ought")
	futures = wordSet("will would can could may might shall 'll ’ll wo ca")
)

// unuttered tells whether the cue is negated, "did not announce the reason", or
// somebody failed to utter it: "have been unable to conclude and announce a deal".
func (r *reader) unuttered(c *candidate) bool {
	if r.units[c.verb].verbs == nil {
		return false
	}
	if r.cueOf(c).negated {
		return true
	}
	for _, t := range r.sharing(r.units[c.verb].first) {
		if h := r.doc.Arcs[t].Head; r.hangs(t, "xcomp") && r.tree.holds(h) && failing[lower(r.doc.Slice(r.doc.Tokens[h].Span))] {
			return true
		}
	}
	return false
}

// foreseen tells whether the cue is in the future or the conditional: "will reaffirm
// their friendship", "would agree to close it", "must now come clean and tell". A clause
// that somebody will report is so good as reported, unless the verb is one of topics.
func (r *reader) foreseen(c *candidate) bool {
	v := r.cueOf(c)
	if v.form != finiteForm || c.content[0].from < c.verb {
		return false
	}
	clause := r.clauseVerbs(c.content[0].from, c.content[0].to) && !r.thing(c) && !r.terms.topics[r.text(c.verb)] && !r.objected(c)
	unsure := func(w string) bool { return duties[w] || futures[w] && (!clause || w != "will" && w != "shall") }
	for i := v.from; i < c.verb; i++ {
		if unsure(r.text(i)) {
			return true
		}
	}
	if v.from < c.verb {
		return false
	}
	for _, t := range r.sharing(r.units[c.verb].first) {
		w := r.hangingWord(t, "aux")
		if plain := r.units[c.verb].is(base) || r.doc.Tokens[r.units[c.verb].first].Tag == "VBP"; plain && unsure(w) {
			return true
		}
		if futures[w] && t > 0 && r.past(c.verb) && r.doc.Tokens[t].Tag == "VBN" {
			return true // "would have closed it and [denied] that"
		}
	}
	return false
}

// objected tells whether what the cue reports is its object, whatever clauses hang on
// that: "will stress [their friendship until it ends]".
func (r *reader) objected(c *candidate) bool {
	p, t := c.content[0], r.units[c.verb].first
	if !r.tree.holds(t) || r.units[p.from].is(that|question|quoted) || r.hanging(t, "ccomp") >= 0 {
		return false
	}
	o := r.hanging(t, "obj")
	return o >= r.units[p.from].first && o < r.units[p.to-1].last
}

// conditional tells whether the cue stands in a condition, "if the council agrees", or
// in what is waited for: "once the council announces its decision".
func (r *reader) conditional(c *candidate) bool {
	if c.who.empty() || c.who.from > c.verb {
		return false
	}
	for _, t := range r.sharing(r.units[c.verb].first) {
		switch r.hangingWord(t, "mark") {
		case "if", "unless":
			return true
		case "once", "until":
			return !r.past(c.verb) && r.cueOf(c).from == c.verb
		}
	}
	return false
}

// forward tells whether the cue belongs to what somebody is going to do: "will consider
// the plan before announcing a decision", "will meet the crews to announce one".
func (r *reader) forward(c *candidate) bool {
	if !r.units[c.verb].is(gerund | base) {
		return false
	}
	for _, t := range r.sharing(r.units[c.verb].first) {
		for h, n := t, 0; n < climbs && r.tree.holds(h) && (r.hangs(h, "advcl") || n > 0 && r.hangs(h, "xcomp")); n++ {
			if h = r.doc.Arcs[h].Head; r.planned(c, h) {
				return true
			}
			if u := r.unitAt(h); u < 0 || r.units[u].verbs != nil {
				break
			}
		}
	}
	return false
}

// planned tells whether the verb at a token is what the speaker of a candidate is going
// to do, and reports nothing itself.
func (r *reader) planned(c *candidate, h int) bool {
	if !r.tree.holds(h) {
		return false
	}
	if u := r.unitAt(h); u < 0 || r.units[u].verbs != nil || r.units[u].is(quoted) {
		return false
	}
	s := r.hanging(h, "nsubj")
	if s < 0 || c.who.empty() || s < r.units[c.who.from].first || s >= r.units[c.who.to-1].last {
		return false // what is to be done is in what somebody says
	}
	for i := r.tree.first; i < h; i++ {
		if r.doc.Arcs[i].Head == h && r.hangs(i, "aux") {
			if w := lower(r.doc.Slice(r.doc.Tokens[i].Span)); w == "will" || w == "would" || w == "should" {
				return true
			}
		}
	}
	return false
}

// purposed tells whether the cue is an infinitive that says what something else was
// done for, and reports no clause: "met the minister to reaffirm their friendship".
func (r *reader) purposed(c *candidate) bool {
	p := c.content[0]
	if p.from <= c.verb || r.clauseVerbs(p.from, p.to) {
		return false
	}
	all := r.sharing(r.units[c.verb].first)
	if len(all) == 0 {
		return false
	}
	last := all[len(all)-1]
	if v := r.cueOf(c); v.form != infinitiveForm && (len(all) == 1 || !r.units[c.verb].is(base) || r.hangingWord(last, "mark") != "to") {
		return false
	}
	return r.hangs(last, "advcl")
}
