package statement

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// unfronted takes the narrator's words off the ends of those that name a speaker: the
// place of a dateline or the end of a clause before them, and where, when or on what he
// speaks behind them.
func (r *reader) unfronted() {
	for i := range r.doc.Statements {
		st := &r.doc.Statements[i]
		if st.Speaker == nil || st.Speaker.Span.Empty() || st.Rule == rules[ruleTurn].name {
			continue
		}
		r.withoutMark(st.Speaker)
		r.withoutFront(st.Speaker)
		r.withoutBack(st.Speaker)
	}
}

// withoutMark begins the words for a speaker behind a comma, or behind an "all" of the
// clause around them: "this is all [Mayor Okoro] told us".
func (r *reader) withoutMark(s *document.Source) {
	d := r.doc
	first, end := r.tokenAt(s.Span.Start), r.tokenAt(s.Span.End-1)+1
	at := first
	for at+1 < end && marks[d.Slice(d.Tokens[at].Span)]&comma != 0 {
		at++
	}
	if at+1 < end && lower(d.Slice(d.Tokens[at].Span)) == "all" {
		if m := r.nameAt(at + 1); m != nil && m.Type == document.Person {
			at++
		}
	}
	if at == first {
		return
	}
	s.Span.Start = d.Tokens[at].Start
	if s.Entity < 0 {
		*s = *r.named(s.Span)
	}
}

// withoutFront begins the words for a speaker with his title and name where a dateline
// or the end of a clause stands before them: "Oldtown, HL–[Mayor Okoro]", "the plan to
// close piers in towns, [Mayor Okoro]".
func (r *reader) withoutFront(s *document.Source) {
	d := r.doc
	m := r.personIn(s.Span)
	if m == nil {
		return
	}
	first := r.tokenAt(s.Span.Start)
	at := r.pastDateline(first, m.First)
	if at == first {
		at = r.pastClauseEnd(first, m.First)
	}
	if at == first {
		return
	}
	s.Span.Start = d.Tokens[at].Start
	if m.Entity >= 0 && m.Entity != s.Entity {
		s.Entity, s.Name = m.Entity, d.Entities[m.Entity].Name
	}
}

// personIn is the first name of a person among the words of a span, nil for none.
func (r *reader) personIn(s document.Span) *document.Mention {
	d := r.doc
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		if m := &d.Mentions[i]; m.Kind == document.Name && m.Type == document.Person && m.Start >= s.Start {
			return m
		}
	}
	return nil
}

// pastDateline is the token behind a dateline that opens the paragraph and begins with
// token first, or the second half of one; first itself where there is none. A comma, a
// dash, a bracket or the letters of a region tell it from the place that somebody is
// mayor of.
func (r *reader) pastDateline(first, name int) int {
	d := r.doc
	second := first > 1 && d.Slice(d.Tokens[first-1].Span) == "," && r.opensSentence(first-2) && r.townAt(first-2) && r.regional(first)
	if !second && !r.opensSentence(first) {
		return first
	}
	i, ended := first, second
	if m := r.nameAt(first); m != nil && m.Kind == document.Name && (m.Type == document.Place || m.Type == document.Country) && m.Last < name {
		i = m.Last
	} else if w := d.Slice(d.Tokens[first].Span); len(w) > 1 && upper(w) {
		i++
	} else {
		return first
	}
	for ; i < name; i++ {
		w := d.Slice(d.Tokens[i].Span)
		hyphen := w == "-" && !upper(d.Slice(d.Tokens[i-1].Span)) && !legislators[lower(d.Slice(d.Tokens[i+1].Span))]
		if hyphen || marks[w]&(comma|dash|close) == 0 && w != "−" && !r.regional(i) && !(ended && w == "Today") {
			break
		}
		ended = true
	}
	if w := d.Slice(d.Tokens[i].Span); !ended || w[0] < 'A' || w[0] > 'Z' {
		return first
	}
	return i
}

// townAt tells whether a token is a name in capitals or the last of a place's.
func (r *reader) townAt(token int) bool {
	d := r.doc
	if w := d.Slice(d.Tokens[token].Span); len(w) > 1 && upper(w) {
		return true
	}
	m := r.nameAt(token)
	return m != nil && m.Type == document.Place && m.Last == token+1
}

// longestRegion is the length in bytes of the longest abbreviation of a region: "Mass.".
const longestRegion = 5

// regional tells whether a token is an abbreviation as it stands for a region behind the
// name of a town: "HL", "D.C.", "Fla.".
func (r *reader) regional(token int) bool {
	w := r.doc.Slice(r.doc.Tokens[token].Span)
	if len(w) < 2 || len(w) > longestRegion || w[0] < 'A' || w[0] > 'Z' || w == "U.S." || r.lexicon.Word(w).Is(lexicon.Role|lexicon.Honorific) || legislators[lower(w)] {
		return false
	}
	return upper(w) && len(w) < longestRegion && w != "MP" && w != "MPs" || w[len(w)-1] == '.' && r.doc.Slice(r.doc.Tokens[max(token-1, 0)].Span) == ","
}

// opensSentence tells whether a token is the first of a sentence, or of one in brackets.
func (r *reader) opensSentence(token int) bool {
	d := r.doc
	first := d.Sentences[r.sentenceOf(d.Tokens[token].Start)].First
	return first == token || first+1 == token && marks[d.Slice(d.Tokens[first].Span)]&open != 0
}

// pastClauseEnd is the token behind a comma, where a title and a name begin, when what
// token first begins before it is the end of a clause: something governs it, and it is
// nothing that somebody is. It is first itself where there is none.
func (r *reader) pastClauseEnd(first, name int) int {
	d := r.doc
	at := name
	for at > first && (tagClasses[d.Tokens[at-1].Tag]&proper != 0 || d.Text[d.Tokens[at-1].Start] >= 'A' && d.Text[d.Tokens[at-1].Start] <= 'Z') {
		at--
	}
	if at-1 <= first || first == 0 || d.Slice(d.Tokens[at-1].Span) != "," || d.Sentences[r.sentenceOf(d.Tokens[first].Start)].First == first {
		return first
	}
	before := d.Tokens[first-1]
	w := r.words.find(d.Slice(before.Span))
	if tagClasses[before.Tag]&(preposition|number|finite|participle|gerund) == 0 || w.verbs != nil {
		return first
	}
	held := false
	for i := first; i < at; i++ {
		held = held || tagClasses[d.Tokens[i].Tag]&preposition != 0
	}
	span := r.tokens(first, at-1)
	head := r.headToken(span)
	if !held || head < 0 || tagClasses[d.Tokens[head].Tag]&proper != 0 || r.lexicon.Word(d.Slice(d.Tokens[head].Span)).Is(lexicon.Role|lexicon.Human|lexicon.Family|lexicon.OrgHead) {
		return first
	}
	return at
}

// circumstantial are prepositions that say, behind a name, when, where or on what somebody
// speaks, as "of", "for", "from" and "with" don't, which tell who he is.
var circumstantial = wordSet("about regarding during in on via through before after following")

// withoutBack ends the words for a speaker with the name that they end in, before the
// circumstances: "[Mr. Okoro] about his time at the port", "[members] in a letter".
func (r *reader) withoutBack(s *document.Source) {
	d := r.doc
	first, end := r.tokenAt(s.Span.Start), r.tokenAt(s.Span.End-1)+1
	cut := end
	if m := r.personIn(s.Span); m != nil && m.Last < end && circumstantial[lower(d.Slice(d.Tokens[m.Last].Span))] {
		cut = m.Last
	}
	for i := first + 1; i+2 < cut; i++ {
		w := lower(d.Slice(d.Tokens[i].Span))
		if w == "according" && lower(d.Slice(d.Tokens[i+1].Span)) == "to" && marks[d.Slice(d.Tokens[i-1].Span)]&comma != 0 {
			cut = i - 1
			break
		}
		if (w == "in" || w == "on") && r.occasionAt(i+1, cut) {
			cut = i
			break
		}
	}
	if cut == end || cut <= first {
		return
	}
	old := d.Slice(s.Span)
	if s.Span.End = d.Tokens[cut-1].End; s.Entity < 0 && s.Name == old {
		s.Name = d.Slice(s.Span)
	}
}

// occasionAt tells whether tokens [i, end) begin with an article and, within a few words, a
// noun for what is said or written: "a joint letter".
func (r *reader) occasionAt(i, end int) bool {
	d := r.doc
	if w := lower(d.Slice(d.Tokens[i].Span)); w != "a" && w != "an" {
		return false
	}
	for j := i + 1; j < min(i+4, end); j++ {
		if w := lower(d.Slice(d.Tokens[j].Span)); papers[w] || spoken[w] || w == "interview" {
			return true
		}
	}
	return false
}
