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
	for k := r.sentenceOf(at) - 1; k >= 0; k-- {
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
