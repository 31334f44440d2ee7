package statement

import "dossier/extract/document"

// writings are the nouns for papers that only those who made them speak by, beside
// those of [papers].
var writings = wordSet("review estimate assessment declaration brief lawsuit suit complaint")

// authoring are the verbs whose subject is the maker of the paper that is their object.
var authoring = wordSet("issue issues issued issuing release releases released releasing publish publishes published publishing send sends sent sending write writes wrote writing written " +
	"sign signs signed signing lead leads led leading deliver delivers delivered join joins joined joining file files filed filing post posts posted posting submit submits submitted provide provides provided " +
	"conduct conducts conducted produce produces produced author authored pen penned make made circulate circulated unveil unveils unveiled prepare prepared")

// makerReach is how many tokens back the article may have told whose a paper is.
const makerReach = 2000

// makers lets "the letter" and "the report" be who made the paper, as the article tells
// where it speaks of it first: by whose it is called, by who issued it, or by who says
// something in it. An agency that only reported it is another.
func (r *reader) makers() {
	r.saidAt = nil
	for k := range r.doc.Statements {
		st := &r.doc.Statements[k]
		if st.Speaker == nil || len(st.Joint) > 0 || st.Rule == rules[ruleTurn].name {
			continue
		}
		noun := r.paperCalled(st.Speaker.Span)
		if noun == "" {
			continue
		}
		if all := r.makersOf(noun, r.tokenAt(st.Speaker.Span.Start)); len(all) > 0 {
			r.speakAll(st, all)
		}
	}
}

// paperCalled is the noun of a paper that the words of a span are with "the" and
// adjectives, "" for anything else.
func (r *reader) paperCalled(s document.Span) string {
	d := r.doc
	first, last := r.tokenAt(s.Start), r.tokenAt(s.End-1)
	if last <= first || last-first > 2 || r.insideQuote(s.Start) || !definite[lower(d.Slice(d.Tokens[first].Span))] && tagClasses[d.Tokens[first].Tag]&owner == 0 {
		return ""
	}
	for t := first + 1; t < last; t++ {
		if tagClasses[d.Tokens[t].Tag]&(noun|adjective|participle) == 0 || r.nameAt(t) != nil {
			return ""
		}
	}
	if noun := lower(d.Slice(d.Tokens[last].Span)); papers[noun] || writings[noun] {
		return noun
	}
	return ""
}

// makersOf is who made the paper called by a noun at a token, nil when the article
// doesn't tell.
func (r *reader) makersOf(noun string, at int) []document.Source {
	d := r.doc
	for t := at - 1; t >= max(0, at-makerReach); t-- {
		if w := lower(d.Slice(d.Tokens[t].Span)); w != noun && w != noun+"s" || tagClasses[d.Tokens[t].Tag]&nominal == 0 || r.insideQuote(d.Tokens[t].Start) {
			continue
		}
		from := r.paperFrom(t)
		if e := r.writer(document.Span{Start: d.Tokens[from].Start, End: d.Tokens[t].End}); e >= 0 {
			return r.withJoined(e, t)
		}
		if e := r.bodyBefore(from, t, noun); e >= 0 {
			return []document.Source{{Entity: e, Name: d.Entities[e].Name}}
		}
		if all := r.ownersAt(from); len(all) > 0 {
			return all
		}
		if all := r.toldMaker(from, t); len(all) > 0 {
			return all
		}
		if c := tagClasses[d.Tokens[from].Tag]; c&determiner == 0 || !definite[lower(d.Slice(d.Tokens[from].Span))] {
			return nil // another one, of which nothing is told
		}
	}
	if noun == "letter" {
		return r.letterWriters()
	}
	return r.lastReporter(noun, at)
}

// letterWriters are those who wrote a letter that the article only begins to speak of by the verb:
// “Senator Okoro joined ten colleagues in [writing] the mayor”.
func (r *reader) letterWriters() []document.Source {
	d := r.doc
	for k := 0; k < min(openers, len(d.Sentences)); k++ {
		for t := d.Sentences[k].First; t < d.Sentences[k].Last; t++ {
			if w := lower(d.Slice(d.Tokens[t].Span)); (w == "wrote" || w == "writing" || w == "written") && !r.insideQuote(d.Tokens[t].Start) {
				return r.withSigners(r.actors(k))
			}
		}
	}
	return nil
}

// passing are the verbs by which an agency passes on what it has from others.
var passing = wordSet("reported reports quoted")

// paperFrom is where the noun phrase begins that a paper at a token heads, dates and
// brackets in it: "a May 3, 2021 report", "the Harbour Office (HO) 2021 report".
func (r *reader) paperFrom(head int) int {
	d := r.doc
	from := head
	for from > 0 && tagClasses[d.Tokens[from].Tag]&(determiner|owner) == 0 {
		w := d.Slice(d.Tokens[from-1].Span)
		switch c := tagClasses[d.Tokens[from-1].Tag]; {
		case marks[w]&close != 0 && from < head && r.openedBefore(from, max(0, from-maxTitle)) > 0:
			from = r.openedBefore(from, max(0, from-maxTitle))
			continue
		case marks[w]&comma != 0 && from > 1 && tagClasses[d.Tokens[from].Tag]&number != 0 && tagClasses[d.Tokens[from-2].Tag]&number != 0:
		case marks[w] != 0 || c&(adjective|nominal|determiner|owner|possessive|number) == 0:
			return from
		}
		from--
	}
	return from
}

// bodyBefore is the body whose name stands in the noun phrase of a paper at tokens
// [from, head), however far from its noun; -1 for none.
func (r *reader) bodyBefore(from, head int, noun string) int {
	d := r.doc
	if sent[noun] {
		return -1
	}
	for i := r.mentionAt(d.Tokens[head].Start) - 1; i >= 0 && d.Mentions[i].First >= from; i-- {
		if m := &d.Mentions[i]; m.Kind == document.Name && m.Type == document.Organization && m.Entity >= 0 {
			return m.Entity
		}
	}
	return -1
}

// ownersAt are whom a possessive pronoun at a token stands for: "her report", "their
// letter".
func (r *reader) ownersAt(t int) (all []document.Source) {
	d := r.doc
	if tagClasses[d.Tokens[t].Tag]&owner == 0 {
		return nil
	}
	for i := r.mentionAt(d.Tokens[t].Start); i < len(d.Mentions) && d.Mentions[i].First == t; i++ {
		if e := d.Mentions[i].Entity; e >= 0 {
			all = append(all, document.Source{Entity: e, Name: d.Entities[e].Name})
		}
	}
	return all
}

// withJoined are an entity and those who are joined to it where it is named next behind a
// paper: "a letter from Senator Okoro and Mayor Imani".
func (r *reader) withJoined(entity, paper int) []document.Source {
	d := r.doc
	a := acting{reader: r}
	a.add(document.Source{Entity: entity, Name: d.Entities[entity].Name})
	if s := r.sentenceOf(d.Tokens[paper].Start); s < len(d.Sentences) {
		a.first, a.last = d.Sentences[s].First, d.Sentences[s].Last
	}
	for i := r.mentionAt(d.Tokens[paper].End); i < len(d.Mentions) && d.Mentions[i].First < a.last; i++ {
		if m := &d.Mentions[i]; m.Entity == entity && d.Entities[entity].Type == document.Person {
			if m.Last < a.last && (a.isComma(m.Last) || a.joins(m.Last)) {
				a.object(m.Last)
			}
			break
		}
	}
	return a.all
}

// toldMaker is whom the sentence of a paper at tokens [from, noun] tells to have made it:
// the subject of the verb of making whose object it is, or of that which is done in it.
func (r *reader) toldMaker(from, noun int) []document.Source {
	d := r.doc
	k := r.sentenceOf(d.Tokens[noun].Start)
	if k >= len(d.Sentences) {
		return nil
	}
	in := from > 0 && lower(d.Slice(d.Tokens[from-1].Span)) == "in"
	if in {
		if all := r.saidIn(from-1, noun, k); len(all) > 0 {
			if with := r.actors(k); len(with) > len(all) && all[0].Entity == with[0].Entity {
				all = r.withSigners(with)
			}
			return all
		}
	}
	verb := -1
	if len(d.Arcs) == len(d.Tokens) {
		verb = d.Arcs[noun].Head
		if !in && (verb < 0 || !authoring[lower(d.Slice(d.Tokens[verb].Span))]) {
			verb = -1
		}
	}
	if !in && verb < 0 {
		return nil
	}
	if all := r.actors(k); len(all) > 0 {
		return r.withSigners(all)
	}
	s := r.doerOf(verb, k)
	if s.Empty() {
		return nil
	}
	var all []document.Source
	parts := r.conjuncts(s)
	if len(parts) < 2 {
		parts = []document.Span{s}
	}
	for _, p := range parts {
		if who := r.titleHolder(p); who.Entity >= 0 && d.Entities[who.Entity].Type != document.Place || who.Entity < 0 && r.isParty(p) && !r.indefinite(p) {
			all = append(all, *who)
		}
	}
	return all
}

// saidIn is who says something in a paper: the speaker of the verb right before the
// preposition at token in, or of the first behind a paper that its sentence begins with.
func (r *reader) saidIn(in, noun, k int) []document.Source {
	d := r.doc
	if r.saidAt == nil {
		r.saidAt = make(map[int][]int)
		for j := range d.Statements {
			if st := &d.Statements[j]; st.Speaker != nil && !st.Cue.Empty() {
				s := r.sentenceOf(st.Cue.Start)
				r.saidAt[s] = append(r.saidAt[s], j)
			}
		}
	}
	var after *document.Statement
	for _, j := range r.saidAt[k] {
		st := &d.Statements[j]
		if r.paperCalled(st.Speaker.Span) != "" || reported[lower(d.Slice(st.Cue))] {
			continue
		}
		if cue := r.tokenAt(st.Cue.End - 1); cue < in && in-cue <= nearCue {
			return append([]document.Source{*st.Speaker}, st.Joint...)
		}
		if after == nil && st.Cue.Start > d.Tokens[noun].End && st.Speaker.Span.Start > d.Tokens[noun].End {
			after = st
		}
	}
	if after == nil || in-d.Sentences[k].First > openingWords {
		return nil
	}
	return append([]document.Source{*after.Speaker}, after.Joint...)
}

const (
	nearCue      = 3 // tokens between a verb of saying and the paper in which it is said
	openingWords = 4 // of a dateline, before a paper with which a sentence begins
)

// doerOf is the words of the subject of a verb in sentence k, or of the verb that it
// depends on; empty when the syntax has none, or a pronoun.
func (r *reader) doerOf(verb, k int) document.Span {
	d := r.doc
	r.plant(d.Sentences[k])
	for range climbs {
		if verb < 0 || !r.tree.holds(verb) {
			break
		}
		// The last one, since parsers take the place of a dateline for a subject, too.
		for s := min(verb, r.tree.last) - 1; s >= r.tree.first; s-- {
			if d.Arcs[s].Head == verb && d.Arcs[s].Relation == "nsubj" {
				return r.nounWith(s)
			}
		}
		if s := r.hanging(verb, "obl:agent"); s >= 0 {
			return r.nounWith(s)
		}
		switch d.Arcs[verb].Relation {
		case "conj", "xcomp", "advcl":
			verb = d.Arcs[verb].Head
		default:
			return document.Span{}
		}
	}
	return document.Span{}
}

// nounWith is a noun at a token with what stands before it in its phrase and, when it
// is joined to others, with them.
func (r *reader) nounWith(head int) document.Span {
	d := r.doc
	from, to := head, head+1
	for from > r.tree.first && tagClasses[d.Tokens[from-1].Tag]&(nominal|adjective|determiner|possessive|number) != 0 && marks[d.Slice(d.Tokens[from-1].Span)] == 0 {
		from--
	}
	if m := r.mentionOver(head); m != nil {
		from, to = min(from, m.First), max(to, m.Last)
	}
	if c := r.hanging(head, "conj"); c >= 0 && c >= to {
		to = c + 1
		if m := r.mentionOver(c); m != nil {
			to = max(to, m.Last)
		}
	}
	return r.tokens(from, to)
}

// mentionOver is the name that holds a token, nil for none.
func (r *reader) mentionOver(t int) *document.Mention {
	d := r.doc
	for i := r.mentionAt(d.Tokens[t].End) - 1; i >= 0 && i > r.mentionAt(d.Tokens[t].End)-4; i-- {
		if m := &d.Mentions[i]; m.First <= t && t < m.Last && m.Kind == document.Name {
			return m
		}
	}
	return nil
}

// lastReporter is the body that reported last before a token, of a report that the
// article speaks of without having told whose it is.
func (r *reader) lastReporter(noun string, at int) []document.Source {
	d := r.doc
	if noun != "report" {
		return nil
	}
	for t := at - 1; t > max(0, at-makerReach); t-- {
		if passing[lower(d.Slice(d.Tokens[t].Span))] && tagClasses[d.Tokens[t].Tag]&finite != 0 && !r.insideQuote(d.Tokens[t].Start) {
			if e := r.bodyOf(t); e >= 0 {
				return []document.Source{{Entity: e, Name: d.Entities[e].Name}}
			}
			if w := d.Slice(d.Tokens[t-1].Span); len(w) > 1 && upper(w) && tagClasses[d.Tokens[t-1].Tag]&proper != 0 {
				return []document.Source{{Entity: -1, Name: w}} // an agency's letters that no reader of names knew
			}
		}
	}
	return nil
}

// bodyOf is the body that a verb at a token has for a subject, by its name or by its
// name and what it is: "Harbour One news agency reported".
func (r *reader) bodyOf(verb int) int {
	d := r.doc
	for i := r.mentionAt(d.Tokens[verb].Start) - 1; i >= 0; i-- {
		m := &d.Mentions[i]
		if m.Kind != document.Name || m.Entity < 0 {
			continue
		}
		if m.Last == verb && m.Type == document.Organization || m.Last < verb && r.isOutlet(m, verb) {
			return m.Entity
		}
		break
	}
	return -1
}
