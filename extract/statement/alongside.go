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

// wholeOffice gives back to a speaker behind the cue the end of what he is a member of,
// whose name is a list: “said Okoro, chair of the council's Piers, Bridges[, and Ports
// Committee]”.
func (r *reader) wholeOffice(c *candidate) {
	i, n := c.who.to, len(r.units)
	if i > 0 && i < n && r.units[i-1].is(comma) {
		i-- // the comma before "and" counts among his words
	}
	if c.who.empty() || c.who.from < c.verb || i+2 >= n || i <= c.who.from+1 || !r.units[i].is(comma) || !r.units[i+1].is(coordinator) || !r.holds(c.who, comma) {
		return
	}
	end := i + 2
	for end < n && r.units[end].is(nominal) && upper(r.doc.Text[r.units[end].Start:r.units[end].Start+1]) && !r.units[end].is(quoted) && !r.isPerson(r.units[end].first) {
		end++
	}
	if end == i+2 || end < n && !r.units[end].is(punctuation|quoted) || c.holds(i) || c.holds(end-1) {
		return
	}
	c.who.to = end
}
