package statement

import (
	"slices"
	"sort"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// source names the party that a phrase of the sentence stands for, nil for an
// empty one.
func (r *reader) source(p phrase) *document.Source {
	p = r.withoutTurn(p)
	for p.to-1 > p.from && (r.units[p.to-1].is(comma|dash) || r.units[p.to-1].is(when) && !r.units[p.to-1].is(proper) && r.units[p.to-2].is(nominal)) {
		p.to-- // "the ministry today"
	}
	if n := p.to - 2; n-1 > p.from && r.units[n+1].is(when) && !r.units[n+1].is(proper) && r.units[n].is(adjective|determiner|adverb) && r.units[n-1].is(proper) {
		p.to = n // "Mayor Okoro last week"
	}
	if n := p.to - 1; n-1 > p.from && r.units[n].is(adverb) && !r.units[n].is(nominal) && r.units[n-1].is(comma) {
		p.to -= 2 // "officials, however"
	}
	if p = r.withoutPlace(r.withoutTime(p)); p.empty() {
		return nil
	}
	s := r.named(r.withName(r.span(p.from, p.to)))
	if g := r.gender(p.from); g != document.UnknownGender && p.to == p.from+1 {
		if r.carryOn(s, g, 1); s.Entity < 0 {
			r.carryDescribed(s)
		}
		return s
	}
	if s.Entity < 0 && lower(s.Name) == "it" {
		r.carryIt(s)
	} else if s.Entity < 0 {
		if r.recall(s); s.Entity < 0 {
			r.carryReport(s)
		}
	}
	if s.Entity < 0 {
		r.carryPaper(s)
		r.carryBody(s)
	}
	if s.Entity >= 0 && r.doc.Entities[s.Entity].Type == document.Place || s.Entity < 0 && !r.maySpeak(p) {
		if m := r.describedBy(p); m != nil {
			return &document.Source{Entity: m.Entity, Span: m.Span, Name: r.doc.Entities[m.Entity].Name}
		}
	}
	if s.Entity >= 0 || !r.units[p.from].is(relative) {
		return s
	}
	// "Smith, who said": the words are "who", the name is Smith's.
	i := p.from
	if m := r.personBefore(r.units[i].first); m != nil {
		s.Entity, s.Name = m.Entity, r.doc.Entities[m.Entity].Name
		return s
	}
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

// withoutTime is a phrase without what its clause begins with: "After the vote Mayor
// Okoro said" is said by the mayor. No preposition governs a subject.
func (r *reader) withoutTime(p phrase) phrase {
	if p.from == 0 || p.to-p.from < 3 || !r.units[p.from-1].is(preposition|subordinate) || !r.units[p.from].is(determiner) {
		return p
	}
	for i := p.from + 1; i+1 < p.to && r.units[i].is(nominal|adjective) && !r.units[i].is(proper); i++ {
		if next := r.doc.Text[r.units[i+1].Start]; r.units[i].is(nominal) && r.units[i+1].is(proper|adjective) && next >= 'A' && next <= 'Z' {
			return phrase{i + 1, p.to}
		}
	}
	return p
}

// legislators are titles of those whom no town elects alone.
var legislators = map[string]bool{"congresswoman": true, "congressman": true, "senator": true, "representative": true, "rep.": true, "sen.": true, "delegate": true}

// withoutPlace is a phrase without the end of a dateline that no mark ends, before a
// title and a name: "Newtown, [HL Mayor Okoro]", "Call 763-0370 [OLDTOWN Mayor Okoro]".
func (r *reader) withoutPlace(p phrase) phrase {
	if i := r.mentionAt(r.units[p.from].Start); i < len(r.doc.Mentions) && r.doc.Mentions[i].Start == r.units[p.from].Start && r.doc.Mentions[i].Type == document.Place {
		from := p.from
		for from+2 < p.to && (r.units[from].End <= r.doc.Mentions[i].End || r.text(from) == "d.c." || r.units[from].is(comma)) {
			from++
		}
		title := from
		if r.oneOf(from, "u.s.|u.s|us") {
			title++
		}
		if legislators[strings.TrimSuffix(r.text(title), "s")] {
			return phrase{from, p.to} // "Newtown [Senator Okoro]" has no senator
		}
	}
	abbreviated := false
	for from := p.from; from+2 < p.to; from++ {
		u := &r.units[from]
		text := r.doc.Slice(u.Span)
		digits := text[0] >= '0' && text[0] <= '9' && strings.ContainsRune(r.doc.Text[u.Start:r.units[from+1].End], '-')
		region := from == p.from && p.from > 0 && r.units[p.from-1].is(comma) && p.from <= 4 && len(strings.ReplaceAll(text, ".", "")) == 2 && upper(text)
		abbreviated = abbreviated || region
		if from > p.from && abbreviated && r.units[from].is(proper) {
			return phrase{from, p.to} // "Newtown, HL [Rep. Okoro]"
		}
		if !digits && !region && text != "-" && !(from > p.from && len(text) > 3 && upper(text)) {
			if from > p.from && r.lexicon.Word(text).Is(lexicon.Role|lexicon.Honorific) {
				return phrase{from, p.to}
			}
			break
		}
	}
	return p
}

// describedBy is the person whom a relative clause describes that ends with a
// phrase: "Okoro, who lives in Oldhaven, Oldland, said".
func (r *reader) describedBy(p phrase) *document.Mention {
	if p.to >= len(r.units) || !r.units[p.to].is(comma) {
		return nil
	}
	for i := p.from - 1; i > r.floor; i-- {
		if r.units[i].is(relative) && r.text(i) == "who" && r.units[i-1].is(comma) {
			return r.personBefore(r.units[i].first)
		}
	}
	return nil
}

// personBefore is the person whose name stands right before a relative pronoun at
// a token, with at most a comma between.
func (r *reader) personBefore(token int) *document.Mention {
	d := r.doc
	if token > 0 && marks[d.Slice(d.Tokens[token-1].Span)]&comma != 0 {
		token--
	}
	if token == 0 {
		return nil
	}
	i := r.mentionAt(d.Tokens[token-1].End) - 1
	if i < 0 || d.Mentions[i].Last != token || d.Mentions[i].Kind != document.Name || d.Mentions[i].Type != document.Person || d.Mentions[i].Entity < 0 {
		return nil
	}
	return &d.Mentions[i]
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

// carryDescribed lets "he" and "she" be whom the article has just had speak without a
// name, "the commander of the fleet", when nobody has been named since.
func (r *reader) carryDescribed(s *document.Source) {
	d := r.doc
	k := len(d.Statements) - 1
	if k < 0 || d.Statements[k].Speaker == nil {
		return
	}
	last := d.Statements[k].Speaker
	if last.Entity >= 0 || last.Span.End > s.Span.Start || !r.somebody(last.Span) || r.sentenceOf(s.Span.Start) > r.sentenceOf(last.Span.End-1)+1 {
		return
	}
	for i := r.mentionAt(last.Span.End); i < len(d.Mentions) && d.Mentions[i].End <= s.Span.Start; i++ {
		if m := &d.Mentions[i]; m.Type == document.Person && m.Kind == document.Name && !r.insideQuote(m.Start) {
			return
		}
	}
	s.Name = last.Name
}

// carryIt lets "it" be the body or the country that has just been speaking, or that
// the sentence before begins with, when no other has been named since.
func (r *reader) carryIt(s *document.Source) {
	d := r.doc
	k := r.sentenceOf(s.Span.Start)
	if k == 0 || d.Sentences[k-1].Paragraph != d.Sentences[k].Paragraph || r.insideQuote(s.Span.Start) {
		return
	}
	who, from := -1, d.Sentences[k-1].Start
	if n := len(d.Statements) - 1; n >= 0 {
		if last := d.Statements[n].Speaker; last != nil && last.Entity >= 0 && r.sentenceOf(last.Span.Start) == k-1 {
			who, from = last.Entity, last.Span.End
		}
	}
	for i := r.mentionAt(from); i < len(d.Mentions) && d.Mentions[i].End <= s.Span.Start; i++ {
		m := &d.Mentions[i]
		if m.Entity < 0 || m.Kind != document.Name || m.Type == document.Person || m.Entity == who {
			continue
		}
		switch {
		case who < 0 && m.First <= d.Sentences[k-1].First+1:
			who = m.Entity
		case m.Type == document.Organization && !r.insideQuote(m.Start) || who < 0:
			return
		}
	}
	if who < 0 {
		return
	}
	if e := &d.Entities[who]; e.Type == document.Organization || e.Type == document.Country {
		s.Entity, s.Name = who, e.Name
	}
}

// carryReport lets "the report" be whoever has just been reporting, in the same
// sentence or the one before: what the paper wrote is the paper's. A letter is only
// whose that was called one.
func (r *reader) carryReport(s *document.Source) {
	d := r.doc
	k := len(d.Statements) - 1
	if k < 0 || d.Statements[k].Speaker == nil || d.Statements[k].Speaker.Entity < 0 {
		return
	}
	article, noun, _ := strings.Cut(lower(d.Slice(s.Span)), " ")
	if article != "the" || !papers[noun] || r.insideQuote(s.Span.Start) {
		return
	}
	last := d.Statements[k].Speaker
	e := &d.Entities[last.Entity]
	if noun == "statement" && reported[lower(d.Slice(d.Statements[k].Cue))] {
		return // an agency passes on another's
	}
	same := r.headWord(last.Span).Lemma == noun
	near := r.nextSentence(last.Span.Start, s.Span.Start) ||
		noun == "report" && reported[lower(d.Slice(d.Statements[k].Cue))] && r.sentenceOf(s.Span.Start)-r.sentenceOf(last.Span.Start) <= hinted // it reported, and nobody has spoken since
	if (same || e.Type == document.Organization && noun != "letter") && last.Span.End <= s.Span.Start && near {
		s.Entity, s.Name = last.Entity, e.Name
	}
}

// reported are the forms of the verb whose noun is "the report".
var reported = wordSet("reported reports reporting")

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
