package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// theirs lets "they" mean the circle that is the subject of a sentence right before,
// or of the sentence that it stands in, unless others come between whom it could mean.
func (r *reader) theirs(t int) {
	if r.quoted[t] || len(r.circles) == 0 || !strings.EqualFold(r.text(t), "they") {
		return
	}
	now := r.sents[t]
	for s := now; s >= 0 && now-s <= theirReach; s-- {
		end := t
		if s < now {
			end = r.doc.Sentences[s].Last
		}
		for i := len(r.circles) - 1; i >= 0; i-- {
			c := r.circles[i]
			if c.sentence != s || c.token > end {
				continue
			}
			if (s == now || !r.leadsSentence(c, s)) && r.crowd(c.token, end) || r.openEnded(c.token, end) {
				return
			}
			r.stand(c, t, t+1, document.Pronoun, true)
			return
		}
		if r.crowd(r.doc.Sentences[s].First, end) {
			return
		}
	}
}

// theirReach is how many sentences without others may stand between a circle and
// "they".
const theirReach = 2

// leadsSentence tells whether a circle is meant by the first words of a sentence,
// or meets in it.
func (r *reader) leadsSentence(c circle, s int32) bool {
	first := r.doc.Sentences[s].First
	for t := first; t < c.token; t++ {
		if r.isFinite(t) && r.names[t] == 0 {
			if _, ok := meetings[r.text(t)]; !ok && r.tag(t) != "MD" {
				return false
			}
		}
	}
	return true
}

// openEnded tells whether a list of people goes on at a token with others who aren't
// named: "and other officials".
func (r *reader) openEnded(t, end int) bool {
	for ; t < end; t++ {
		w := r.text(t)
		switch tag := r.tag(t); {
		case tag == "NNS" || tag == "NNPS":
			if w := r.word(t); w.Plural && w.Is(lexicon.Role|lexicon.Human|lexicon.Agent|lexicon.Family) || lexicon.Capitals(strings.TrimRight(r.text(t), "s")) {
				return true
			}
		case strings.HasPrefix(tag, "NN"), tag == "JJ", tag == "POS", tag == "HYPH", tag == "DT", tag == "CC", tag == ",", tag == "CD", w == "of", w == "as", w == "well", w == "with", w == "along":
		default:
			return false
		}
	}
	return false
}

// crowd tells whether a plural noun for people stands in tokens [from, to), whom
// "they" could mean.
func (r *reader) crowd(from, to int) bool {
	for t := from; t < to; t++ {
		if r.quoted[t] {
			continue
		}
		if tag := r.tag(t); tag != "NNS" && tag != "NNPS" {
			continue
		}
		if w := r.word(t); w.Plural && w.Is(lexicon.Role|lexicon.Human|lexicon.Agent|lexicon.OrgHead|lexicon.Family|lexicon.State) {
			return true
		}
		if m := r.mentionAt(t); m != nil && r.known[m.Entity].Type != document.Place && r.known[m.Entity].Type != document.Person {
			return true
		}
		if r.doc.Arcs != nil && strings.HasPrefix(r.doc.Arcs[t].Relation, "nsubj") {
			return true
		}
	}
	return false
}
