package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// officer is the person whose name ends the words of a span that begin with a body's,
// behind a bracket and the office held in it: "Harbour Office (HO) Managing Director
// [Ada Okoro]". It gives -1 when there is none.
func (r *reader) officer(s document.Span, body int) int {
	d := r.doc
	m := r.lastPerson(s, r.tokenAt(s.End-1)+1)
	if m == nil || !r.isTitle(m.First-1) {
		return -1
	}
	t := m.First - 1
	for t > 0 && d.Tokens[t].Start > s.Start && tagClasses[d.Tokens[t].Tag]&(nominal|adjective|gerund) != 0 {
		t--
	}
	if marks[d.Slice(d.Tokens[t].Span)]&close == 0 {
		return -1
	}
	i := r.mentionAt(s.Start)
	if i == len(d.Mentions) || d.Mentions[i].Entity != body || d.Mentions[i].End > d.Tokens[t].Start {
		return -1
	}
	return m.Entity
}

// nameWithin is the person whose name stands in the words of a span between what he is
// and more of it, where no mark parts them: "Ada Okoro [an official of the port]", "the
// Piers, Docks and Harbour Office director [Ada Okoro]", "the Speaker of the House, the
// Right Honourable [Ada Okoro]". It gives -1 when there is none.
func (r *reader) nameWithin(s document.Span) int {
	d := r.doc
	first, end := r.tokenAt(s.Start), r.tokenAt(s.End-1)+1
	if m := r.firstPerson(s); m != nil && m.Last < end && r.isUnparted(m.Last) && r.isCapped(first, m.First) {
		return m.Entity
	}
	last := end
	for last-1 > first && isLetters(d.Slice(d.Tokens[last-1].Span)) {
		last-- // the orders behind a name
	}
	m := r.lastPerson(s, last)
	if m == nil || m.First <= first {
		if m != nil && last < end {
			return m.Entity
		}
		return -1
	}
	if last < end {
		if e := r.headEntity(document.Span{Start: s.Start, End: m.End}); e >= 0 {
			return e
		}
	}
	head := r.headWord(s)
	t := m.First - 1
	if d.Tokens[first].Tag == "DT" && r.isTitle(t) && first+1 < t && r.compound(first+1, m.First) && !head.Is(lexicon.Role) && !strings.Contains(d.Text[s.Start:m.Start], " of ") {
		return m.Entity // and no office of Mayor Ada Okoro
	}
	if !head.Is(lexicon.Role) && r.isOffice(first, m.First) && r.compound(first, m.First) {
		return m.Entity
	}
	if !head.Is(lexicon.Role) || head.Plural || r.hasClause(first, m.First) {
		return -1
	}
	if r.lexicon.Word(d.Slice(d.Tokens[t].Span)).Detail == "military" && ranked[head.Detail] {
		for t > first && r.isTitle(t) && r.lexicon.Word(d.Slice(d.Tokens[t].Span)).Detail == "military" {
			t--
		}
		if t > first && (tagClasses[d.Tokens[t].Tag]&proper != 0 || r.bodyEnds(t)) {
			return m.Entity // the commander of the Harbour Police General Ada Okoro
		}
		return -1
	}
	for ; t > first; t-- {
		switch c := tagClasses[d.Tokens[t].Tag]; {
		case d.Slice(d.Tokens[t].Span) == ",":
			return m.Entity
		case c&(nominal|adjective|possessive|determiner|owner) == 0 && d.Slice(d.Tokens[t].Span) != ".":
			return -1
		}
	}
	return -1
}

// bodyEnds tells whether a token is the last of the name of a body, whatever its tag: "the
// Oldland Armed [Forces]".
func (r *reader) bodyEnds(token int) bool {
	m := r.mentionOver(token)
	return m != nil && m.Last == token+1 && m.Type == document.Organization
}

// isOffice tells whether tokens [from, to) have the noun of an office with what it is
// for behind it: Deputy Ports, Docks and Roads [Minister for] Harbour Affairs.
func (r *reader) isOffice(from, to int) bool {
	for t := from; t+1 < to; t++ {
		if r.isTitle(t) && lower(r.doc.Slice(r.doc.Tokens[t+1].Span)) == "for" {
			return true
		}
	}
	return false
}

// hasClause tells whether a clause stands in tokens [from, to), which may name others: "a
// priest who came with the Speaker, Ada Okoro".
func (r *reader) hasClause(from, to int) bool {
	for t := from; t < to; t++ {
		if tag := r.doc.Tokens[t].Tag; tagClasses[tag]&relative != 0 || strings.HasPrefix(tag, "VB") {
			return true
		}
	}
	return false
}

// ranked are the kinds of offices that officers hold.
var ranked = map[string]bool{"military": true, "head": true, "official": true, "deputy": true}

// isLetters tells whether a word in capitals can be that of an order or a seat behind a
// name.
func isLetters(w string) bool {
	return len(w) > 1 && len(w) < 5 && upper(w) && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isTitle tells whether a token is the noun of one person's office.
func (r *reader) isTitle(token int) bool {
	if token < 0 {
		return false // before the text
	}
	w := r.lexicon.Word(r.doc.Slice(r.doc.Tokens[token].Span))
	return w.Is(lexicon.Role) && !w.Plural
}

// isUnparted tells whether what stands at a token begins another noun or what somebody is
// doing.
func (r *reader) isUnparted(token int) bool {
	if token == len(r.doc.Tokens) {
		return false
	}
	word := lower(r.doc.Slice(r.doc.Tokens[token].Span))
	return word == "a" || word == "an" || r.doc.Tokens[token].Tag == "VBG"
}

// isCapped tells whether all tokens [from, to) are written as titles before a name are.
func (r *reader) isCapped(from, to int) bool {
	for i := from; i < to; i++ {
		if t := r.doc.Tokens[i]; tagClasses[t.Tag]&proper == 0 && r.doc.Slice(t.Span) != "." {
			return false
		}
	}
	return to-from < 5
}

// firstPerson is the first name of a person in a span, nil for none.
func (r *reader) firstPerson(s document.Span) *document.Mention {
	for i := r.mentionAt(s.Start); i < len(r.doc.Mentions) && r.doc.Mentions[i].End <= s.End; i++ {
		if m := &r.doc.Mentions[i]; m.Kind == document.Name && m.Type == document.Person && m.Entity >= 0 {
			return m
		}
	}
	return nil
}

// lastPerson is the person whose name in a span ends before a token, nil for none.
func (r *reader) lastPerson(s document.Span, end int) *document.Mention {
	for i := r.mentionAt(s.End) - 1; i >= 0 && r.doc.Mentions[i].Start >= s.Start; i-- {
		m := &r.doc.Mentions[i]
		if m.Kind == document.Name && m.Type == document.Person && m.Entity >= 0 && m.Last == end {
			return m
		}
	}
	return nil
}
