package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// self finds who "I" is, the speaker of statement k: who speaks in the turn or the
// letter that holds it, who has just been speaking, when his marks are lost, or the
// author, whom the headline of a speech names.
func (r *reader) self(k int) {
	d := r.doc
	s := d.Statements[k].Speaker
	if s == nil || s.Entity >= 0 || lower(d.Slice(s.Span)) != "i" {
		return
	}
	who := -1
	for j := max(0, k-farHolder); j < k; j++ {
		o := &d.Statements[j]
		if o.Speaker == nil || o.Speaker.Entity < 0 {
			continue
		}
		if slices.ContainsFunc(o.Content, func(c document.Span) bool { return c.Contains(s.Span) }) {
			who = o.Speaker.Entity
		}
	}
	if who < 0 && k > 0 && !r.speech {
		o := &d.Statements[k-1]
		if o.Speaker != nil && o.Speaker.Entity >= 0 && len(o.Joint) == 0 && d.Entities[o.Speaker.Entity].Type == document.Person && r.nextSentence(max(o.Speaker.Span.End, o.Cue.End)-1, s.Span.Start) {
			who = o.Speaker.Entity
		}
	}
	if who < 0 {
		who = r.author()
	}
	if who >= 0 {
		s.Entity, s.Name = who, d.Entities[who].Name
	}
}

// nextSentence tells whether a byte lies in the sentence of another one or in the
// next of the same paragraph.
func (r *reader) nextSentence(from, at int) bool {
	a, b := r.sentenceOf(from), r.sentenceOf(at)
	all := r.doc.Sentences
	return a == b || b == a+1 && b < len(all) && all[a].Paragraph == all[b].Paragraph
}

// farHolder is how many statements back one may begin that holds another.
const farHolder = 64

// papers are nouns for what somebody writes or has written, with what he says in it.
var papers = map[string]bool{"report": true, "statement": true, "communique": true, "communiqué": true, "dispatch": true, "bulletin": true,
	"post": true, "tweet": true, "letter": true, "email": true, "e-mail": true, "study": true, "survey": true, "poll": true, "research": true, "analysis": true, "paper": true, "memo": true, "article": true}

// sent are papers that may be called after whom they went to.
var sent = map[string]bool{"letter": true, "email": true, "e-mail": true, "memo": true}

// published are papers that are called after what they stand in: "an article in the
// Newtown Times".
var published = wordSet("report article op-ed editorial column")

// spoken are nouns for what somebody says at length.
var spoken = map[string]bool{"remarks": true, "speech": true, "address": true, "message": true, "testimony": true, "comments": true}

// writer is the person or the body that the words of a span name as whose the
// paper or the speech is that heads them: "a report by the Harbour Office", "Okoro's
// opening remarks"; -1 when they name none.
func (r *reader) writer(s document.Span) int {
	d := r.doc
	head := r.headToken(s)
	if head < 0 {
		return -1
	}
	noun := lower(d.Slice(d.Tokens[head].Span))
	if !papers[noun] && !spoken[noun] {
		return -1
	}
	if owner := r.ownerOf(head, r.tokenAt(s.Start)); owner >= 0 || spoken[noun] {
		return owner
	}
	if i := r.mentionAt(d.Tokens[head].Start) - 1; i >= 0 && !sent[noun] && d.Mentions[i].Last == head && d.Mentions[i].Start >= s.Start && d.Mentions[i].Kind == document.Name && d.Mentions[i].Type == document.Organization {
		return d.Mentions[i].Entity // a Harbour Office report
	}
	by, end := head+1, s.End
	if r.tokenAt(s.End-1) == head {
		end = r.sentenceEnd(s.Start) // the words end before "released Monday by"
	}
	if by < len(d.Tokens) && tagClasses[d.Tokens[by].Tag]&participle != 0 {
		by++ // a report released by
		if by < len(d.Tokens) && r.words.find(d.Slice(d.Tokens[by].Span)).class&when != 0 {
			by++ // on Monday
		}
	}
	if by >= len(d.Tokens) || d.Tokens[by].Start >= end {
		return -1
	}
	w := lower(d.Slice(d.Tokens[by].Span))
	printed := w == "in" && published[noun]
	if w != "by" && w != "from" && !printed {
		return -1
	}
	i := r.mentionAt(d.Tokens[by].End)
	if i+1 < len(d.Mentions) && (d.Mentions[i].Kind == document.Demonym || d.Mentions[i].Type == document.Country) && d.Mentions[i+1].First == d.Mentions[i].Last {
		i++ // by the Oldland Embassy
	}
	if i == len(d.Mentions) || d.Mentions[i].End > end {
		return -1
	}
	m := &d.Mentions[i]
	for t := by + 1; t < m.First; t++ {
		if tagClasses[d.Tokens[t].Tag]&(nominal|adjective|determiner) == 0 {
			return -1
		}
	}
	if m.Kind == document.Name && m.Entity >= 0 && m.Type == document.Organization && m.Last < len(d.Tokens) && d.Tokens[m.Last].Start < end {
		if e := r.headEntity(document.Span{Start: d.Tokens[by+1].Start, End: end}); e >= 0 && d.Entities[e].Type == document.Person {
			return e // from Harbour Office Director Ada Okoro
		}
	}
	journal := m.Type == document.Other && (printed || w == "by")
	if m.Kind != document.Name || m.Entity < 0 || m.Type != document.Person && m.Type != document.Organization && !journal || printed && m.Type == document.Person || !r.endsNoun(m.Last, end) {
		return -1
	}
	return m.Entity
}

// ownerOf is the person or the body whose name stands with a possessive before a
// noun and its adjectives, none of them before token first; -1 for none.
func (r *reader) ownerOf(head, first int) int {
	d := r.doc
	at := head - 1
	for at > first && (tagClasses[d.Tokens[at].Tag]&(adjective|nominal) != 0 || r.qualifies(at)) && !r.lexicon.Word(d.Slice(d.Tokens[at].Span)).Is(lexicon.OrgHead) {
		at--
	}
	if at <= first || tagClasses[d.Tokens[at].Tag]&possessive == 0 {
		return -1
	}
	for i := r.mentionAt(d.Tokens[at].End) - 1; i >= 0 && d.Mentions[i].Last >= at && d.Mentions[i].First >= first; i-- {
		if m := &d.Mentions[i]; m.Entity >= 0 && (m.Type == document.Person || m.Type == document.Organization || m.Type == document.Country) {
			return m.Entity
		}
	}
	return -1
}

// authored are words in the headline of a text that is one person's.
var authored = []string{"statement", "remarks", "address", "speech", "letter", "op-ed", "testimony", "message", "column"}

// author is the one person whom the headline of a speech, a statement or a letter
// names as its author, -1 when it names none or several: "Remarks by Mayor Okoro",
// "Okoro's Statement on the Bridge".
func (r *reader) author() int {
	d := r.doc
	title := strings.FieldsFunc(lower(d.Title), func(c rune) bool { return strings.ContainsRune(" ,:;()’'", c) })
	who := -1
	for i := range d.Entities {
		e := &d.Entities[i]
		if e.Type != document.Person {
			continue
		}
		at := slices.Index(title, lower(e.Name[strings.LastIndexByte(e.Name, ' ')+1:]))
		if at < 0 || !writes(title, at) {
			continue
		}
		if who >= 0 {
			return -1
		}
		who = i
	}
	return who
}

// writes tells whether word at of a headline names the author: "by" or "from"
// stands shortly before, or what was said right after.
func writes(title []string, at int) bool {
	after := title[at+1 : min(len(title), at+3)]
	if len(after) > 0 && (slices.Contains(authored, after[0]) || after[0] == "s" && len(after) > 1 && slices.Contains(authored, after[1])) {
		return true
	}
	before := title[max(0, at-5):at]
	by := max(slices.Index(before, "by"), slices.Index(before, "from"))
	return by >= 0 && !slices.ContainsFunc(before[by:], func(w string) bool { return w == "on" || w == "about" || w == "for" || w == "and" })
}
