package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
)

// refusal is one way in which news says that somebody gave no answer: after a word
// of the first column, skipping adverbs, one of the second, and so on; a column
// that ends in "-" may be missing. toward are words of which the next few must hold
// one, "" for any: armies respond too, and to other things than questions.
type refusal struct {
	columns []string
	toward  string
}

const inquiries = "comment|comments|question|questions|inquiry|inquiries|email|emails|e-mail|message|messages|call|calls|interview|reporter|reporters"

var refusals = []refusal{
	{[]string{"declined|declines|refused|refuses|declining|refusing", "to", "comment|say|discuss|elaborate|answer|identify|name|disclose|reveal|confirm|specify"}, ""},
	{[]string{"declined|declines|refused|refuses|declining|refusing", "to", "respond|reply"}, inquiries},
	{[]string{"did|does|do|has|have|had", "not|n't|n’t", "comment|commented|say|elaborate|elaborated", "to|on|immediately|whether|about|if|who|what|how|when|why|which|."}, ""},
	{[]string{"did|does|do|has|have|had", "not|n't|n’t", "respond|responded|reply|replied|answer|answered"}, inquiries},
	{[]string{"would|will|could|wo", "not|n't|n’t", "comment|say|elaborate|confirm", "to|on|immediately|whether|about|if|who|what|how|when|why|which|."}, ""},
	{[]string{"had|has|have|offered|gave|made", "no", "immediate|further|-", "comment|reply|response"}, ""},
	{[]string{"could", "not|n't|n’t", "be", "reached", "for", "comment"}, ""},
	{[]string{"was|were|is|are", "not|n't|n’t", "available", "for", "comment"}, ""},
	{[]string{"no", "comment"}, ""},
}

// near is how many units after a refusal say what it is a refusal of.
const near = 8

// refuse marks the refusals of the units at hand: as the type of a statement that
// is there already, "declined to say whether", else as one without content, whose
// cue says it all. before is how many statements there were before the sentence.
func (r *reader) refuse(before int) {
	for i := 0; i < len(r.units); i++ {
		to := r.refusalAt(i)
		if to == i {
			continue
		}
		words := r.span(i, to)
		statements := r.doc.Statements[before:]
		k := slices.IndexFunc(statements, func(st document.Statement) bool { return st.Cue.Overlaps(words) })
		if k >= 0 {
			statements[k].Type, statements[k].Cue = document.None, words
			i = to - 1
			continue
		}
		who := r.phraseBefore(i, r.floor)
		if who.empty() || r.mine(who) || r.units[who.from].is(firstPerson) || r.mute(who) || r.spokenAt(i, statements) {
			continue
		}
		c := candidate{cue: words, verb: to - 1, who: who, rule: ruleRefusal}
		st := r.statement(&c)
		st.Type = document.None
		r.refused = append(r.refused, st)
		i = to - 1
	}
}

// refusalAt is the unit after a refusal that begins at unit i, i for none.
func (r *reader) refusalAt(i int) int {
	if !r.units[i].is(verbal | auxiliary | determiner) {
		return i
	}
	for k := range refusals {
		x := &refusals[k]
		if to := r.follow(i, x.columns); to > i && (x.toward == "" || r.oneNear(to, x.toward)) {
			return to
		}
	}
	return i
}

// oneNear tells whether one of some words stands a few units from unit i on.
func (r *reader) oneNear(i int, words string) bool {
	for k := i; k < min(i+near, len(r.units)); k++ {
		if r.oneOf(k, words) {
			return true
		}
	}
	return false
}

// follow matches the columns of a refusal from unit i on, and gives the unit after
// the last that says something of it.
func (r *reader) follow(i int, columns []string) int {
	from, to := i, i
	for k, column := range columns {
		for k > 0 && i < len(r.units) && r.units[i].is(adverb) && !r.units[i].is(negation) && !r.oneOf(i, column) {
			i++
		}
		switch {
		case i < len(r.units) && r.oneOf(i, column):
			if i++; !r.units[i-1].is(punctuation|preposition|question|subordinate) || r.text(i-1) == "to" && k == 1 {
				to = i
			}
		case strings.HasSuffix(column, "|-"):
		default:
			return from
		}
	}
	return to
}

func (r *reader) oneOf(i int, column string) bool {
	w := r.text(i)
	for x := range strings.SplitSeq(column, "|") {
		if x == w {
			return true
		}
	}
	return false
}

// spokenAt tells whether unit i lies in what somebody said.
func (r *reader) spokenAt(i int, statements []document.Statement) bool {
	return slices.ContainsFunc(statements, func(st document.Statement) bool {
		return slices.ContainsFunc(st.Content, func(s document.Span) bool { return s.Contains(r.units[i].Span) })
	})
}

// unanswered fills in whom the refusals without content are about: whoever is named
// in the rest of their sentences.
func (r *reader) unanswered() {
	d := r.doc
	for k := range d.Statements {
		st := &d.Statements[k]
		if len(st.Content) > 0 {
			continue
		}
		end := d.Sentences[r.sentenceOf(st.Cue.Start)].End
		for i := r.mentionAt(st.Cue.End); i < len(d.Mentions) && d.Mentions[i].End <= end; i++ {
			if e := d.Mentions[i].Entity; e >= 0 && !slices.Contains(st.About, e) {
				st.About = append(st.About, e)
			}
		}
	}
}
