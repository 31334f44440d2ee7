package statement

import (
	"slices"

	"dossier/extract/document"
)

// inside reads what the statements of the sentence at hand, from number before on,
// report in their turn: "She said that [he had said] …". Each content is read as if
// it stood alone, in quotation marks too. What a report holds is read no further.
func (r *reader) inside(before int) {
	if r.chain == nil {
		return
	}
	all, name, floor := r.units, r.nextName, r.floor
	for i := before; i < len(r.doc.Statements); i++ {
		if st := &r.doc.Statements[i]; st.Speaker == nil || st.Negated || len(st.Content) == 0 {
			continue
		}
		for u := range r.all {
			if r.all[u].is(quoted) && r.contains(i, r.all[u].Span) {
				r.passed(i, r.spokenUnits(&r.all[u]), true)
			}
		}
		for _, c := range r.doc.Statements[i].Content {
			from, to := 0, len(r.all)
			for from < to && r.all[from].Start < c.Start {
				from++
			}
			for to > from && r.all[to-1].End > c.End {
				to--
			}
			r.passed(i, r.all[from:to], false)
		}
	}
	r.units, r.nextName, r.floor = all, name, floor
}

// contains tells whether the content of statement i holds a span.
func (r *reader) contains(i int, s document.Span) bool {
	for _, c := range r.doc.Statements[i].Content {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

// spokenUnits are the units of a quoted region without its marks; what is quoted in
// it is one unit.
func (r *reader) spokenUnits(region *unit) []unit {
	first, last := region.first+1, region.last
	if !region.unclosed {
		last--
	}
	r.nextName = max(0, r.mentionAt(region.Start)-1)
	r.units = nil
	for i := first; i < last; i++ {
		u := r.unit(i)
		if u.is(mark) {
			end := i + 1
			for end < last && marks[r.doc.Slice(r.doc.Tokens[end].Span)] != mark {
				end++
			}
			if end < last && end-i > shortest {
				q := document.Quote{Span: document.Span{Start: u.Start, End: r.doc.Tokens[end].End}, First: i, Last: end + 1}
				u = unit{Span: q.Span, class: quoted, ending: r.regionEnd(q), first: i, last: end + 1}
				i = end
			}
		}
		r.units = append(r.units, u)
	}
	return r.units
}

// passed reads some units of the content of statement i, sentence by sentence.
func (r *reader) passed(i int, units []unit, spoken bool) {
	for len(units) > 0 {
		n := 1
		for n < len(units) && !units[n-1].is(stop) {
			n++
		}
		r.passedOn(i, units[:n], spoken)
		units = units[n:]
	}
}

func (r *reader) passedOn(i int, units []unit, spoken bool) {
	for len(units) > 0 && (units[0].is(punctuation) || units[0].all(that|preposition)) {
		units = units[1:]
	}
	reports := func(u unit) bool { return u.verbs != nil && u.is(finite|participle) }
	if !slices.ContainsFunc(units, reports) || len(units) > stretch {
		return
	}
	r.units, r.floor, r.edge = units, 0, 0
	r.clauses()
	if !slices.ContainsFunc(r.guesses, r.another) {
		return
	}
	r.learned(document.Sentence{Last: len(r.doc.Tokens), Paragraph: r.paragraph}, false)
	r.arbitrate()
	for k := range r.found {
		c := &r.found[k]
		if !r.another(*c) || !spoken && c.rule.follows() && r.doc.Statements[i].Cue.End <= units[0].Start {
			continue
		}
		if st, ok := r.emitInside(i, c); ok {
			if spoken {
				st.Type = r.typeInside(c)
			}
			r.doc.Statements[i].Reports = append(r.doc.Statements[i].Reports, st)
		}
	}
}

// emitInside turns a candidate in the content of statement i into a statement. A
// pronoun may stand for who speaks there, "the minister" doesn't.
func (r *reader) emitInside(i int, c *candidate) (document.Statement, bool) {
	outer, n := r.doc.Statements[i], i
	if r.units[c.who.from].is(subject) {
		n++
	}
	// What comes after is put aside, not copied with all before it: an article may have
	// thousands.
	after := slices.Clone(r.doc.Statements[n:])
	r.doc.Statements = r.doc.Statements[:n]
	r.emit(c)
	found := slices.Clone(r.doc.Statements[n:])
	r.doc.Statements = append(r.doc.Statements[:n], after...)
	if len(found) == 0 {
		return document.Statement{}, false
	}
	st := found[0]
	st.Confidence *= outer.Confidence
	unknown := st.Speaker.Entity < 0 && r.units[c.who.from].is(subject|relative)
	return st, st.Confidence >= document.Sure && !unknown && !sameSpeaker(&st, &outer) && !r.known(st.Cue)
}

// another tells whether a candidate inside content is a saying of somebody other
// than who speaks and who listens. It takes a rule, a finite verb and a subject of
// its own: "said that Oldland is strong and [called for peace]" is one saying.
func (r *reader) another(c candidate) bool {
	verb := &r.units[c.verb]
	if c.thought || c.borrowed || c.rule == ruleChain || !verb.is(finite|participle) || verb.is(base|gerund) || c.who.empty() {
		return false
	}
	return r.maySpeak(c.who) && !r.units[c.who.from].is(firstPerson) && r.text(c.who.from) != "you"
}

// sameSpeaker tells whether who reports a statement made it.
func sameSpeaker(st, outer *document.Statement) bool {
	return st.Speaker.Name == outer.Speaker.Name || st.Speaker.Entity >= 0 && st.Speaker.Entity == outer.Speaker.Entity
}

// known tells whether a statement with that cue stands by itself.
func (r *reader) known(cue document.Span) bool {
	for i := len(r.doc.Statements) - 1; i >= 0 && i > len(r.doc.Statements)-20; i-- {
		if r.doc.Statements[i].Cue.Overlaps(cue) {
			return true
		}
	}
	return false
}

// typeInside is the type of what is reported in words that are themselves quoted.
func (r *reader) typeInside(c *candidate) document.StatementType {
	words, marked := 0, 0
	for _, p := range append(c.content[:], c.more...) {
		for k := p.from; k < p.to; k++ {
			if r.units[k].is(quoted) {
				marked++
			} else if !r.units[k].is(punctuation) {
				words++
			}
		}
	}
	switch {
	case marked == 0:
		return document.Indirect
	case words == 0:
		return document.Direct
	}
	return document.Mixed
}

// completed fills in what is only known at the end of what statements report.
func (r *reader) completed() {
	d := r.doc
	outer := d.Statements
	var all []document.Statement
	for i := range outer {
		all = append(all, outer[i].Reports...)
	}
	if len(all) == 0 {
		return
	}
	d.Statements = all
	r.parties()
	r.about()
	d.Statements = outer
	for i := range outer {
		n := copy(outer[i].Reports, all)
		all = all[n:]
	}
}
