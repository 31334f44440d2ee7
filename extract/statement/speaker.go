package statement

import (
	"slices"
	"sort"

	"dossier/extract/document"
)

// source names the party that a phrase of the sentence stands for, nil for an
// empty one.
func (r *reader) source(p phrase) *document.Source {
	for p.to-1 > p.from && (r.units[p.to-1].is(comma|dash) || r.units[p.to-1].is(when) && !r.units[p.to-1].is(proper) && r.units[p.to-2].is(nominal)) {
		p.to-- // "the ministry today"
	}
	if p.empty() {
		return nil
	}
	s := r.named(r.span(p.from, p.to))
	if g := r.gender(p.from); g != document.UnknownGender && p.to == p.from+1 {
		r.carryOn(s, g, 1)
		return s
	}
	if s.Entity < 0 {
		r.recall(s)
	}
	if s.Entity >= 0 || !r.units[p.from].is(relative) {
		return s
	}
	// "Smith, who said": the words are "who", the name is Smith's.
	i := p.from
	for i > 0 && r.units[i-1].is(comma|preposition) {
		i--
	}
	if before := r.phraseBefore(i, r.floor); !before.empty() {
		if of := r.named(r.span(before.from, before.to)); of.Entity >= 0 || r.units[before.from].is(nominal|determiner) {
			s.Entity, s.Name = of.Entity, of.Name
		}
	}
	return s
}

// gender is what the pronoun at unit i says of the person it stands for.
func (r *reader) gender(i int) document.Gender {
	if !r.units[i].all(personal | subject) {
		return document.UnknownGender
	}
	switch r.text(i) {
	case "he":
		return document.Male
	case "she":
		return document.Female
	}
	return document.UnknownGender
}

// carryOn lets "he" and "she" be the one who has just been speaking, when nobody
// else whom the pronoun fits has been named since: in news the pronoun beside a
// reporting verb nearly always carries the speaker on.
// At most as many sentences as given may lie in between. An unknown gender fits
// everybody.
func (r *reader) carryOn(s *document.Source, g document.Gender, sentences int) {
	d := r.doc
	k := len(d.Statements) - 1
	if k > 0 && reports(&d.Statements[k], &d.Statements[k-1]) {
		k-- // "Smith said …, the agency reported. He …"
	}
	if k < 0 || d.Statements[k].Speaker == nil || d.Statements[k].Speaker.Entity < 0 {
		return
	}
	last := &d.Statements[k]
	who := last.Speaker.Entity
	e := &d.Entities[who]
	if e.Type != document.Person || e.Plural || g != document.UnknownGender && e.Gender != g && e.Gender != document.UnknownGender {
		return
	}
	from := max(last.Speaker.Span.End, last.Cue.End)
	for _, c := range last.Content {
		from = max(from, c.End)
	}
	if r.sentenceOf(s.Span.Start) > r.sentenceOf(from-1)+sentences {
		return
	}
	for i := r.mentionAt(from); i < len(d.Mentions) && d.Mentions[i].End <= s.Span.Start; i++ {
		m := &d.Mentions[i]
		if m.Kind != document.Name || m.Type != document.Person || m.Entity == who || m.Entity < 0 || r.insideQuote(m.Start) || r.fronted.Contains(m.Span) {
			continue
		}
		if o := d.Entities[m.Entity].Gender; o == g || o == document.UnknownGender || g == document.UnknownGender {
			return
		}
	}
	s.Entity, s.Name = who, e.Name
}

// reports tells whether one statement is that another was made.
func reports(outer, inner *document.Statement) bool {
	return len(outer.Content) == 1 && outer.Content[0].Contains(inner.Cue) && !inner.Cue.Empty()
}

// insideQuote tells whether a byte lies in a quoted region.
func (r *reader) insideQuote(at int) bool {
	i := r.quoteAt(at)
	return i < len(r.doc.Quotes) && r.doc.Quotes[i].Start <= at
}

// quoteAt is the first quoted region that ends after a byte.
func (r *reader) quoteAt(at int) int {
	qs := r.doc.Quotes
	return sort.Search(len(qs), func(i int) bool { return qs[i].End > at })
}

// named is the party that the words of a span name: the entity of the mention
// that heads them, else nobody but the words themselves.
func (r *reader) named(s document.Span) *document.Source {
	d := r.doc
	out := &document.Source{Entity: -1, Span: s, Name: d.Slice(s)}
	if e := r.headEntity(s); e >= 0 && e < len(d.Entities) {
		out.Entity, out.Name = e, d.Entities[e].Name
	}
	return out
}

// headEntity is the entity of the mention that heads the words of a span, or -1.
// The head is the name that ends the words before the first comma, bracket or
// preposition ("party leader Ann Smith, who …", "the president of …"), or a
// mention of all of them, or a person's name that a comma sets beside them ("the
// minister, Ann Smith").
func (r *reader) headEntity(s document.Span) int {
	d := r.doc
	first := r.tokenAt(s.Start)
	end := first
	for end < len(d.Tokens) && d.Tokens[end].Start < s.End {
		w := d.Slice(d.Tokens[end].Span)
		if end > first && (marks[w]&punctuation != 0 && d.Tokens[end].Tag != "HYPH" && w != "." || tagClasses[d.Tokens[end].Tag]&(preposition|relative) != 0) {
			break
		}
		end++
	}
	apposed := -1
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		m := &d.Mentions[i]
		switch {
		case m.Entity < 0 || m.End > s.End:
		case m.Last == end || m.First == first && m.Last >= end && m.Kind != document.Demonym:
			return m.Entity
		case apposed < 0 && m.First > end && m.Kind == document.Name && m.Type == document.Person && d.Slice(d.Tokens[m.First-1].Span) == ",":
			apposed = m.Entity
		}
	}
	if apposed < 0 {
		return r.titled(s)
	}
	return apposed
}

// tokenAt is the first token that ends after a byte.
func (r *reader) tokenAt(at int) int {
	return sort.Search(len(r.doc.Tokens), func(i int) bool { return r.doc.Tokens[i].End > at })
}

// mentionAt is the first mention that starts at or after a byte.
func (r *reader) mentionAt(at int) int {
	return sort.Search(len(r.doc.Mentions), func(i int) bool { return r.doc.Mentions[i].Start >= at })
}

// about fills in whom each statement is about: the entities that its content
// mentions, the speaker only when he is named there.
func (r *reader) about() {
	d := r.doc
	for k := range d.Statements {
		st := &d.Statements[k]
		for _, c := range st.Content {
			for i := r.mentionAt(c.Start); i < len(d.Mentions) && d.Mentions[i].End <= c.End; i++ {
				m := &d.Mentions[i]
				if m.Entity < 0 || st.Speaker != nil && st.Speaker.Entity == m.Entity && m.Kind != document.Name {
					continue
				}
				if !slices.Contains(st.About, m.Entity) {
					st.About = append(st.About, m.Entity)
				}
			}
		}
	}
}

// foretold gives the name of the speaker who comes next to one that the article
// has only hinted at: "according to one expert. Ann Smith, who teaches …, says".
// The hint is indefinite and singular, and the person is new to the article.
func (r *reader) foretold() {
	d := r.doc
	for k := 0; k+1 < len(d.Statements); k++ {
		hint, next := d.Statements[k].Speaker, d.Statements[k+1].Speaker
		if hint == nil || next == nil || hint.Entity >= 0 || next.Entity < 0 || next.Span.Start < hint.Span.End || !r.somebody(hint.Span) {
			continue
		}
		t := r.tokenAt(hint.Span.Start)
		switch lower(d.Slice(d.Tokens[t].Span)) {
		case "one", "a", "an":
		default:
			continue
		}
		e := &d.Entities[next.Entity]
		if e.Type != document.Person || e.Plural || r.sentenceOf(next.Span.Start) > r.sentenceOf(hint.Span.Start)+1 || r.firstMention(next.Entity) < hint.Span.Start {
			continue
		}
		hint.Entity, hint.Name = next.Entity, next.Name
	}
}

// sentenceOf is the sentence that holds a byte.
func (r *reader) sentenceOf(at int) int {
	return sort.Search(len(r.doc.Sentences), func(i int) bool { return r.doc.Sentences[i].End > at })
}

// firstMention is the byte at which an entity is first mentioned.
func (r *reader) firstMention(entity int) int {
	if r.firsts == nil {
		r.firsts = make([]int, len(r.doc.Entities))
		for i := len(r.doc.Mentions) - 1; i >= 0; i-- {
			if m := &r.doc.Mentions[i]; m.Entity >= 0 {
				r.firsts[m.Entity] = m.Start
			}
		}
	}
	return r.firsts[entity]
}
