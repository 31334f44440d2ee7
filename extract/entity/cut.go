package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// seam is where a mention is cut in two: the left one ends before a token, the
// right one begins with another.
type seam struct {
	left, right         int
	leftType, rightType document.EntityType
}

// cut takes mentions apart that hold two names, takes offices that nobody bears
// out of them, and adds the bodies of a country behind its adjective.
func (r *reader) cut() {
	for i := range r.doc.Mentions {
		if m := &r.doc.Mentions[i]; m.Type == document.Person && m.Last-m.First == 1 {
			r.alone[r.text(m.First)] = true
		}
	}
	var out []document.Mention // made when the first is cut
	for i := range r.doc.Mentions {
		r.handOver(i)
		m := r.doc.Mentions[i]
		r.befit(&m)
		s, ok := r.seam(&m)
		drop := !ok && r.untitle(&m)
		body, more := document.Mention{}, false
		if !ok && !drop {
			body, more = r.bodyBehind(i)
		}
		if out == nil && (ok || drop || more) {
			out = append(make([]document.Mention, 0, len(r.doc.Mentions)+8), r.doc.Mentions[:i]...)
		}
		switch {
		case ok:
			left := m // the right one goes on as m
			left.Last, left.End, left.Type = s.left, r.doc.Tokens[s.left-1].End, s.leftType
			m.First, m.Start, m.Type = s.right, r.doc.Tokens[s.right].Start, s.rightType
			if out = append(out, left); !r.untitle(&m) {
				out = append(out, m)
			}
		case drop:
		case more && body.First < m.First:
			out = append(out, body)
		case more:
			out = append(out, m, body)
		case out != nil:
			out = append(out, m)
		default:
			r.doc.Mentions[i] = m
		}
	}
	if out != nil {
		r.doc.Mentions = out
		r.groupOf = sized(r.groupOf, len(out))
	}
}

// maxBody is how many tokens the name of a body has that no reader of names saw.
const maxBody = 6

// bodyBehind is the body whose name a reader of names overlooked behind the
// adjective of mention i, or the country that owns it: the Oldland [Ministry of
// Harbours], Oldland's [Foreign Ministry].
func (r *reader) bodyBehind(i int) (document.Mention, bool) {
	m := &r.doc.Mentions[i]
	first, limit := m.Last, len(r.doc.Tokens)
	if i+1 < len(r.doc.Mentions) {
		limit = r.doc.Mentions[i+1].First
	}
	if w := r.text(first); m.Kind == document.Name && m.Type == document.Place && (w == "'s" || w == "’s") {
		first++
	} else if m.Kind != document.Demonym {
		return document.Mention{}, false
	}
	last, of := -1, false // of: behind the preposition of a ministry of something
	for t := first; t < min(limit, first+maxBody); t++ {
		w, head := r.text(t), r.word(t)
		switch {
		case last == t && (w == "of" || w == "for"):
			of = true
			continue
		case of && (w == "and" || w == "the"):
			continue
		}
		if !isCapital(w) || !strings.HasPrefix(r.tag(t), "N") || head.Is(lexicon.Role|lexicon.NameHead) && !head.Is(lexicon.OrgHead) || last >= 0 && !of && !head.Is(lexicon.OrgHead) {
			break
		}
		if of || head.Is(lexicon.OrgHead) && head.Detail != "company" {
			last = t + 1
		}
	}
	if last < 0 || last == first+1 && r.word(first).Detail != "government" && r.word(first).Detail != "legislature" {
		return document.Mention{}, false
	}
	if r.mentionStarts(i+1, last) {
		return document.Mention{}, false
	}
	if m.Kind == document.Demonym && m.First > 0 && quarters[r.text(m.First-1)] {
		first = m.First - 1 // a region's, not the country's: the Western [Oldland Government]
	}
	return document.Mention{
		Span:  document.Span{Start: r.doc.Tokens[first].Start, End: r.doc.Tokens[last-1].End},
		First: first, Last: last, Kind: document.Name, Type: document.Organization, Entity: -1,
	}, true
}

// quarters are what stands before the adjective of a country to make it that of a
// region in it, or of another country.
var quarters = set("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central")

// mentionStarts tells whether mention i begins before a token.
func (r *reader) mentionStarts(i, token int) bool {
	return i < len(r.doc.Mentions) && r.doc.Mentions[i].First < token
}

// seam finds where a mention holds two names.
func (r *reader) seam(m *document.Mention) (seam, bool) {
	if m.Kind != document.Name || m.Last-m.First < 2 {
		return seam{}, false
	}
	for t := m.First + 1; t < m.Last-1; t++ {
		switch r.text(t) {
		case "based":
			// Oldland-based Nordwind Corporation
			if t < m.First+5 && r.text(t-1) == "-" && t > m.First+1 && isCapital(r.text(t+1)) {
				return seam{t - 1, t + 1, document.Place, m.Type}, true
			}
		case "of":
			if s, ok := r.home(m, t); ok {
				return s, true
			}
		case "and":
			if m.Type == document.Person && r.isFullName(m.First, t) && isCapital(r.text(t+1)) {
				s := seam{t, t + 1, document.Person, document.Organization}
				if r.isFullName(t+1, m.Last) {
					s.rightType = document.Person
				}
				return s, true
			}
		}
	}
	if s, ok := r.bearer(m); ok {
		return s, true
	}
	return r.visitor(m)
}

// home cuts the name of a person from where the person is from: Ann Example of
// Massachusetts. What a saint or a prince is called after is part of the name.
func (r *reader) home(m *document.Mention, of int) (seam, bool) {
	right := of + 1
	if r.text(right) == "the" {
		right++
	}
	if right >= m.Last || !isCapital(r.text(right)) {
		return seam{}, false
	}
	land := r.kindsOf(right, m.Last).Has(lexicon.Country | lexicon.Place)
	last, first := r.word(of-1), r.word(m.First)
	switch {
	case last.Is(lexicon.Role | lexicon.Honorific | lexicon.OrgHead | lexicon.NameHead):
		return seam{}, false
	case m.Type == document.Person:
		if kinds := r.lex.Of(r.text(m.First)); of == m.First+1 && (kinds.Has(lexicon.Given) || !kinds.Has(lexicon.Surname)) {
			return seam{}, false // Francis of Assisi
		}
	case m.Type != document.Organization || !land || !first.Is(lexicon.Role|lexicon.Honorific) || first.Plural || !r.lex.Of(r.text(of-1)).Has(lexicon.Given|lexicon.Surname):
		return seam{}, false // only President Ann Example of Oldland
	}
	s := seam{of, right, document.Person, document.Place}
	if !land && m.Last-right > 1 {
		s.rightType = document.Organization
	}
	return s, true
}

// visitor cuts the name of a person from that of a place that happens to stand
// before it: ambassador to London Hamid Example.
func (r *reader) visitor(m *document.Mention) (seam, bool) {
	if m.Type != document.Person || m.Last-m.First < 2 {
		return seam{}, false
	}
	kinds := r.lex.Of(r.text(m.First))
	if m.Last-m.First == 2 {
		if tag := r.tag(m.First - 1); tag != "IN" || !kinds.Has(lexicon.Country|lexicon.Capital|lexicon.City) || kinds.Has(lexicon.Given|lexicon.Surname) || !r.isNamed(r.text(m.First+1)) {
			return seam{}, false
		}
		return seam{m.First + 1, m.First + 1, document.Place, document.Person}, true // from Oslo Example left
	}
	if !kinds.Has(lexicon.Country|lexicon.Capital|lexicon.City) || !r.isFullName(m.First+1, m.Last) {
		return seam{}, false
	}
	if tag := r.tag(m.First - 1); tag != "IN" && tag != "TO" || kinds.Has(lexicon.Given) && !(r.isRoleNoun(m.First-2) && offices[r.word(m.First-2).Detail]) {
		return seam{}, false
	}
	return seam{m.First + 1, m.First + 1, document.Place, document.Person}, true
}

// isNamed tells whether a person is named by a surname alone elsewhere.
func (r *reader) isNamed(surname string) bool { return r.alone[surname] }

// untitle takes an office off the name of what it is held in, and tells whether
// nothing is left: Secretary of the Navy names the Navy, Democratic Leader
// nobody. A body that is called after an office stays.
func (r *reader) untitle(m *document.Mention) (nobody bool) {
	if m.Type != document.Organization && m.Type != document.Other || m.Kind != document.Name || r.kindsOf(m.First, m.Last).Has(lexicon.Organization) {
		return false
	}
	if w := r.word(m.Last - 1); w.Plural && w.Is(lexicon.Role) && counts[r.text(m.First-1)] > 0 {
		return true // the two Harbour Advisers are people
	}
	title, body := r.officeIn(m)
	switch next := r.text(title + 1); {
	case title < 0:
		return false
	case body && title == m.Last-1 && r.word(title-1).Is(lexicon.OrgHead):
		m.Last, m.End = title, r.doc.Tokens[title-1].End // Oldland Example Council Director
	case body:
	case title == m.Last-1:
		return m.Last-m.First > 1 // a single word is a name more often
	case m.Type == document.Organization && (next == "of" || next == "for"):
		return r.untitleOf(m, title)
	}
	return false
}

// officeIn is the first word of a name for an office, -1 for none, and whether a
// word for a body comes before it.
func (r *reader) officeIn(m *document.Mention) (title int, body bool) {
	for t := m.First; t < m.Last; t++ {
		w := r.word(t)
		switch {
		case r.tag(t) == "POS":
			return -1, false
		case w.Is(lexicon.Role) && offices[w.Detail] && !w.Plural && isCapital(r.text(t)) && (w.Detail != "head" || w.Gender == lexicon.Neutral): // no Queen of Peace
			return t, body
		case w.Is(lexicon.OrgHead | lexicon.NameHead):
			body = true
		}
	}
	return -1, false
}

// untitleOf keeps, of an office and what it is for, the body that it is held in,
// or whose office it is: of the Oldland Minister for Resources, Oldland.
func (r *reader) untitleOf(m *document.Mention, title int) (nobody bool) {
	if title > m.First {
		switch kinds := r.lex.Of(r.text(m.First)); {
		case kinds.Has(lexicon.Organization | lexicon.Acronym):
		case kinds.Has(lexicon.Country):
			m.Type = document.Place
		case kinds.Has(lexicon.Adjective):
			m.Type, m.Kind = document.Group, document.Demonym
		default:
			return false
		}
		m.Last, m.End = m.First+1, r.doc.Tokens[m.First].End
		return false
	}
	start := title + 2
	if r.text(start) == "the" {
		start++
	}
	if start >= m.Last {
		return false
	}
	if kinds := r.kindsOf(start, m.Last); kinds.Has(lexicon.Country) {
		m.Type = document.Place
	} else if !kinds.Has(lexicon.Organization|lexicon.Acronym) && !r.word(m.Last-1).Is(lexicon.OrgHead) {
		return true
	}
	m.First, m.Start = start, r.doc.Tokens[start].Start
	return false
}
