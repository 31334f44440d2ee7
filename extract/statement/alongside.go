package statement

import "dossier/extract/document"

// alongWith is the words of a speaker up to an "along with" among or behind them, and
// the parties that it names before the cue: "[Okoro], along with Captains Imani and
// Marlow, said".
func (r *reader) alongWith(who, cue document.Span) (document.Span, []document.Span) {
	d := r.doc
	if who.Empty() || cue.Start < who.End {
		return who, nil
	}
	from, end := r.tokenAt(who.Start), r.tokenAt(cue.Start)
	i := from + 1
	for after := r.tokenAt(who.End-1) + 1; i < end; i++ {
		if w := lower(d.Slice(d.Tokens[i].Span)); w == "along" || w == "together" {
			break
		}
		if i >= after && marks[d.Slice(d.Tokens[i].Span)]&(comma|close) == 0 {
			return who, nil
		}
	}
	if i+2 >= end || lower(d.Slice(d.Tokens[i+1].Span)) != "with" {
		return who, nil
	}
	first, last := i+2, i+2
	for last < end && tagClasses[d.Tokens[last].Tag]&(finite|relative|adverb) == 0 && r.words.find(d.Slice(d.Tokens[last].Span)).class&when == 0 {
		last++
	}
	before, span := r.tokens(from, i), r.tokens(first, last)
	if parts := r.conjuncts(span); len(parts) > 1 {
		return before, parts
	}
	if e := r.headEntity(span); e >= 0 && r.isParty(span) {
		return before, []document.Span{span}
	}
	return who, nil
}
