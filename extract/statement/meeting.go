package statement

import (
	"slices"

	"dossier/extract/document"
)

// meetings are verbs for what two people do together, in the past tense and the
// present.
var meetings = map[string]bool{"met": true, "meets": true, "spoke": true, "speaks": true, "talked": true, "conferred": true,
	"hosted": true, "hosts": true, "welcomed": true, "welcomes": true, "received": true, "receives": true}

// areMet tells whether a source is a "they" that begins its sentence, which can be
// those who met in a sentence before.
func (r *reader) areMet(s *document.Source, words []string) bool {
	return s.Entity < 0 && len(words) == 1 && words[0] == "they" && !r.insideQuote(s.Span.Start) &&
		r.tokenAt(s.Span.Start) == r.doc.Sentences[r.sentenceOf(s.Span.Start)].First
}

// metBefore tells whether two people are those whose meeting the sentences right
// before a byte report: of one it is said that the other was met, and all since
// begins with either or both of them.
func (r *reader) metBefore(two []int, at int) bool {
	d := r.doc
	from := r.sentenceOf(at) - 1
	for k := from; k >= max(0, from-metWithin); k-- {
		if r.meeting(two, k) {
			return true
		}
		first := d.Sentences[k].First
		if w := lower(d.Slice(d.Tokens[first].Span)); w != "they" && w != "both" && !r.beginsWith(two, k) {
			return false
		}
	}
	return false
}

// metWithin is how many sentences back a meeting may be told of at most: the longest
// readouts have some forty.
const metWithin = 60

// beginsWith tells whether one of two entities is mentioned at the beginning of a
// sentence, behind a title at most.
func (r *reader) beginsWith(two []int, k int) bool {
	d := r.doc
	first := d.Sentences[k].First
	for i := r.mentionAt(d.Tokens[first].Start); i < len(d.Mentions) && d.Mentions[i].First < first+maxTitle; i++ {
		if slices.Contains(two, d.Mentions[i].Entity) {
			return true
		}
	}
	return false
}

// maxTitle is how many tokens of a title may stand before a name.
const maxTitle = 6

// meeting tells whether sentence k says that the first of two met the second: a
// verb of meeting stands between their names and no other finite verb.
func (r *reader) meeting(two []int, k int) bool {
	d := r.doc
	met, a := -1, -1
	for i := r.mentionAt(d.Sentences[k].Start); i < len(d.Mentions) && d.Mentions[i].Start < d.Sentences[k].End; i++ {
		m := &d.Mentions[i]
		switch {
		case m.Entity == two[0] && a < 0:
			a = m.Last
		case m.Entity == two[1] && a >= 0:
			for t := a; t < m.First; t++ {
				if meetings[lower(d.Slice(d.Tokens[t].Span))] { // whatever its tag: "spoke" is a noun too
					met = t
				} else if tagClasses[d.Tokens[t].Tag]&finite != 0 {
					return false
				}
			}
			return met >= 0
		}
	}
	return false
}

// attending are the nouns for all who take part in a meeting.
var attending = wordSet("participants attendees")

// participants lets "the participants" and "the group" of a readout be those whom it lists
// under a heading of that noun.
func (r *reader) participants() {
	var all []document.Source
	known := false
	for k := range r.doc.Statements {
		st := &r.doc.Statements[k]
		if st.Speaker == nil || st.Speaker.Entity >= 0 || len(st.Joint) > 0 || !r.meansAttending(st.Speaker.Span) {
			continue
		}
		if !known {
			all, known = r.roster(), true
		}
		if len(all) > 1 {
			r.speakAll(st, all)
		}
	}
}

// meansAttending tells whether the words of a source are such a noun, or "the group".
func (r *reader) meansAttending(s document.Span) bool {
	d := r.doc
	if s.Empty() || r.insideQuote(s.Start) {
		return false
	}
	first, last := r.tokenAt(s.Start), r.tokenAt(s.End-1)
	the := lower(d.Slice(d.Tokens[first].Span)) == "the"
	noun := lower(d.Slice(d.Tokens[last].Span))
	return last == first && attending[noun] || last == first+1 && the && (attending[noun] || noun == "group")
}

// roster is who is listed, one in a paragraph, under the headings for those who take part:
// "Participants included:". Under "Harbour participants" alone it is only some of them.
func (r *reader) roster() []document.Source {
	d := r.doc
	a := acting{reader: r}
	headings, whole := 0, false
	for k := 0; k < len(d.Sentences); k++ {
		if !r.headsRoster(k) {
			continue
		}
		headings++
		whole = whole || attending[lower(d.Slice(d.Tokens[d.Sentences[k].First].Span))]
		unread := 0 // entries in a row whose name nobody has read
		for j := k + 1; j < len(d.Sentences) && unread < 2; j++ {
			s := d.Sentences[j]
			if s.Last-s.First > rosterWords || d.Slice(d.Tokens[s.Last-1].Span) == "." && s.Last-s.First > maxTitle {
				break
			}
			if s.Paragraph == d.Sentences[j-1].Paragraph {
				continue
			}
			m := r.firstPerson(s.Span)
			if m == nil {
				unread++
				continue
			}
			if unread = 0; r.insideQuote(m.Start) {
				break
			}
			a.add(document.Source{Entity: m.Entity, Name: d.Entities[m.Entity].Name})
		}
	}
	if !whole && headings < 2 {
		return nil
	}
	return a.all
}

const (
	rosterWords = 40 // tokens of an entry with the offices of who is listed
	headWords   = 10 // of the heading
)

// headsRoster tells whether sentence k is or ends as a heading of those who take part, or
// is one of only a few words in a paragraph of its own.
func (r *reader) headsRoster(k int) bool {
	d := r.doc
	s := d.Sentences[k]
	if s.Last-s.First > headWords || k+1 == len(d.Sentences) || d.Sentences[k+1].Paragraph == s.Paragraph {
		return false
	}
	end := lower(d.Slice(d.Tokens[s.Last-1].Span))
	if end != ":" && !attending[end] {
		return false
	}
	for t := s.First; t < s.Last; t++ {
		if attending[lower(d.Slice(d.Tokens[t].Span))] {
			return true
		}
	}
	return false
}
