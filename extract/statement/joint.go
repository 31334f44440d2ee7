package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// parties completes who is behind each statement, when all are there: several who
// said it together, for whom a spokesperson speaks, and whether somebody whom
// nobody names is one or several.
func (r *reader) parties() {
	r.leading = r.firstPeople(3)
	d := r.doc
	b := r.spokespeople()
	for k := range d.Statements {
		st := &d.Statements[k]
		if st.Speaker == nil {
			continue
		}
		r.self(k)
		r.together(k)
		st.OnBehalfOf = r.onBehalfOf(st, b)
		r.count(st.Speaker)
		for i := range st.Joint {
			r.count(&st.Joint[i])
		}
		for _, s := range []*document.Source{st.OnBehalfOf, st.Addressee} {
			if s != nil {
				r.count(s)
			}
		}
	}
}

// count says of somebody whom nobody names whether there are several of them.
func (r *reader) count(s *document.Source) {
	s.Plural = s.Entity < 0 && !s.Span.Empty() && r.several(s.Span)
}

// together finds who said statement k together: those whom an "and" joins, those
// whom a plural pronoun stands for, and for "they" those who spoke last.
func (r *reader) together(k int) {
	d := r.doc
	st := &d.Statements[k]
	whole := r.widened(st.Speaker)
	before, others := r.alongWith(whole, st.Cue)
	if before != whole {
		whole, st.Speaker = before, r.named(before)
	}
	parts := r.conjuncts(whole)
	if len(others) > 0 {
		if len(parts) == 0 {
			parts = append(parts, whole)
		}
		parts = append(parts, others...)
	}
	if len(parts) > 1 {
		first := r.titleHolder(parts[0])
		if parts[0] == whole {
			first = st.Speaker
		}
		for _, p := range parts[1:] {
			s := r.titleHolder(p)
			same := func(o document.Source) bool { return s.Entity >= 0 && o.Entity == s.Entity }
			if !same(*first) && !slices.ContainsFunc(st.Joint, same) { // an office, and who holds it
				st.Joint = append(st.Joint, *s)
			}
		}
		st.Speaker = first
		return
	}
	if whole != st.Speaker.Span {
		st.Speaker = r.named(whole)
	}
	if !r.several(st.Speaker.Span) && !r.meansEach(st.Speaker.Span) {
		return
	}
	if r.both(st); len(st.Joint) > 0 {
		return
	}
	if r.bothLeaders(st); len(st.Joint) > 0 {
		return
	}
	if st.Speaker.Entity < 0 && k > 0 && r.standsFor(st.Speaker, &d.Statements[k-1]) {
		last := &d.Statements[k-1]
		span := st.Speaker.Span
		st.Speaker.Entity, st.Speaker.Name = last.Speaker.Entity, last.Speaker.Name
		for _, j := range last.Joint {
			j.Span = span
			st.Joint = append(st.Joint, j)
		}
	}
}

// titleHolder is the party that a span names, if by a title alone, whom the
// article has called so: "the President and [Prime Minister]".
func (r *reader) titleHolder(p document.Span) *document.Source {
	s := r.named(p)
	if w := r.headWord(p); s.Entity < 0 && w.Is(lexicon.Role) && !w.Plural {
		if e := r.calledSo(p, w); e >= 0 {
			s.Entity, s.Name = e, r.doc.Entities[e].Name
		}
	}
	return s
}

// meansEach tells whether the words of a span, "the two" or "the pair", stand for
// each of several whom the article names.
func (r *reader) meansEach(s document.Span) bool {
	d := r.doc
	i := r.mentionAt(s.Start)
	return i+1 < len(d.Mentions) && d.Mentions[i].Span == s && d.Mentions[i+1].Span == s && d.Mentions[i].Entity != d.Mentions[i+1].Entity
}

// both adds the others of whom a plural mention stands: stage entity has one for
// each of "the two leaders" at the same words.
func (r *reader) both(st *document.Statement) {
	d := r.doc
	s := st.Speaker
	for i := r.mentionAt(s.Span.Start); i < len(d.Mentions) && d.Mentions[i].Start == s.Span.Start; i++ {
		m := &d.Mentions[i]
		if m.Kind == document.Name || m.Kind == document.Demonym || m.Entity < 0 || m.Entity == s.Entity || s.Entity < 0 || m.End > s.Span.End {
			continue
		}
		st.Joint = append(st.Joint, document.Source{Entity: m.Entity, Span: s.Span, Name: d.Entities[m.Entity].Name})
	}
}

// bothLeaders lets "the leaders" or "the ministers" be the two people whom alone
// the article has named so far, as in the report of a meeting.
func (r *reader) bothLeaders(st *document.Statement) {
	d, s := r.doc, st.Speaker
	words := strings.Fields(lower(d.Slice(s.Span)))
	head := r.headWord(s.Span)
	if r.areMet(s, words) {
		// "They", in the report of a meeting.
	} else if s.Entity >= 0 || len(words) > 2 || len(words) == 2 && words[0] != "the" && words[0] != "prime" || len(words) == 1 && head.Detail != "head" || !head.Is(lexicon.Role) || !head.Plural || !meets[head.Detail] || r.insideQuote(s.Span.Start) || r.othersCalled(s.Span) {
		return
	}
	var two []int
	for _, m := range r.leading {
		if m.Start < s.Span.Start {
			two = append(two, m.Entity)
		}
	}
	if len(two) == 2 && (words[0] != "they" || r.metBefore(two, s.Span.Start)) {
		s.Entity, s.Name = two[0], d.Entities[two[0]].Name
		st.Joint = append(st.Joint, document.Source{Entity: two[1], Span: s.Span, Name: d.Entities[two[1]].Name})
	}
}

// firstPeople are the mentions with which so many people are named first.
func (r *reader) firstPeople(most int) (all []*document.Mention) {
	d := r.doc
	for i := 0; i < len(d.Mentions) && len(all) < most; i++ {
		m := &d.Mentions[i]
		if isPersonName(m) && !slices.ContainsFunc(all, func(o *document.Mention) bool { return o.Entity == m.Entity }) {
			all = append(all, m)
		}
	}
	return all
}

// othersCalled tells whether the noun of a plural source stands for others at the head
// of the article: “the mayor met business [leaders]”.
func (r *reader) othersCalled(s document.Span) bool {
	d := r.doc
	noun := lower(d.Slice(d.Tokens[r.tokenAt(s.End-1)].Span))
	for t := 1; t < r.tokenAt(s.Start) && r.sentenceOf(d.Tokens[t].Start) < openers; t++ {
		if d.Slice(d.Tokens[t].Span) == noun && tagClasses[d.Tokens[t-1].Tag]&(nominal|adjective|coordinator) != 0 && lower(d.Slice(d.Tokens[t-1].Span)) != "prime" && !r.insideQuote(d.Tokens[t].Start) {
			return true
		}
	}
	return false
}

// meets are the kinds of roles whose bearers meet in twos.
var meets = map[string]bool{"head": true, "minister": true}

// standsFor tells whether "they", "the leaders" or "both" can be those who said
// the statement before together, a sentence or two ago.
func (r *reader) standsFor(s *document.Source, last *document.Statement) bool {
	if last.Speaker == nil || len(last.Joint) == 0 || r.insideQuote(s.Span.Start) {
		return false
	}
	words := strings.Fields(lower(r.doc.Slice(s.Span)))
	pronoun := len(words) == 1 && (words[0] == "they" || words[0] == "both")
	if !pronoun && !(words[0] == "the" || words[0] == "both" || words[0] == "these") || !pronoun && len(words) > 3 {
		return false
	}
	if !pronoun && !r.headWord(s.Span).Is(lexicon.Role|lexicon.Human|lexicon.State) {
		return false
	}
	from := last.Speaker.Span.End
	return from <= s.Span.Start && r.sentenceOf(s.Span.Start) <= r.sentenceOf(from-1)+2
}

// asideAt tells whether a comma and a conjunction begin an aside at a token: "Okoro,
// while thanking the port and its people".
func (r *reader) asideAt(i int) bool {
	d := r.doc
	return r.words.find(lower(d.Slice(d.Tokens[i].Span))).class&subordinate != 0 && marks[d.Slice(d.Tokens[i-1].Span)]&comma != 0
}
