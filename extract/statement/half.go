package statement

import "dossier/extract/document"

// secondHalf gives to a quotation what stands behind its attribution and a stop that has
// not been taken for the end of a sentence: “…,” said Okoro. [“…”]
func (r *reader) secondHalf() {
	d, v := r.doc, &r.voice
	if v.last < 0 || d.Statements[v.last].Type != document.Direct {
		return
	}
	i := len(r.units)
	for i > 0 && r.units[i-1].is(quoted) {
		i--
	}
	if i == len(r.units) || i == 0 || !r.units[i-1].is(stop) {
		return
	}
	st := &d.Statements[v.last]
	if last := st.Content[len(st.Content)-1]; last.End <= r.units[i-1].Start && max(st.Cue.End, st.Speaker.Span.End) > last.End {
		st.Content = append(st.Content, document.Span{Start: r.units[i].Start, End: r.lastQuoteEnd()})
	}
}

// firstHalf reads the words before an attribution that end with a mark, though none has
// opened them, as a quotation that its paragraph begins with: [The pier is old. We need a
// new one,”] said Okoro.
func (r *reader) firstHalf(s document.Sentence, before int) {
	d, v := r.doc, &r.voice
	if v.last != before || len(d.Statements) != before+1 {
		return
	}
	st := &d.Statements[v.last]
	if st.Class != document.Say || st.Speaker == nil || len(st.Content) != 1 || min(st.Cue.Start, st.Speaker.Span.Start) < st.Content[0].End {
		return
	}
	end := r.strayMark(st.Content[0])
	if end == 0 {
		return
	}
	first := r.sentenceOf(s.Start)
	for first > 0 && d.Sentences[first-1].Paragraph == s.Paragraph {
		first--
	}
	start := d.Sentences[first].Start
	q := r.quoteAt(start)
	if q < len(d.Quotes) && d.Quotes[q].Start < end {
		return
	}
	for i := range d.Statements[:before] {
		if c := d.Statements[i].Content; len(c) > 0 && c[len(c)-1].End > start {
			return // somebody else is reported in it
		}
	}
	if start == s.Start && r.floor > 0 {
		start = r.units[r.floor].Start
	}
	st.Content[0].Start, v.half = start, true
	st.Confidence = max(st.Confidence, rules[ruleMixedBefore].confidence)
}

// strayMark is the end of the mark that closes the words of a span, though no region is
// closed there; 0 when there is none.
func (r *reader) strayMark(c document.Span) int {
	d := r.doc
	for i := r.tokenAt(c.End - 1); i < min(r.tokenAt(c.End-1)+3, len(d.Tokens)); i++ {
		w := d.Slice(d.Tokens[i].Span)
		if closing[w] && d.Tokens[i].Start > 0 && d.Text[d.Tokens[i].Start-1] > ' ' {
			return d.Tokens[i].End
		}
		if i > r.tokenAt(c.End-1) && marks[w]&comma == 0 {
			break
		}
	}
	return 0
}

// unopened reads a sentence behind the attribution of a quotation as its second half when
// a mark closes it, in its paragraph, that none has opened: “…,” said Okoro. [It will be
// safe.”] It tells whether it is that.
func (r *reader) unopened(s document.Sentence) bool {
	d, v := r.doc, &r.voice
	if v.last < 0 || d.Statements[v.last].Type != document.Direct || d.Statements[v.last].Speaker == nil || v.open {
		return false
	}
	st := &d.Statements[v.last]
	k := r.sentenceOf(s.Start)
	last := st.Content[len(st.Content)-1].End
	if after := max(st.Cue.End, st.Speaker.Span.End); after <= last || r.sentenceOf(after-1) != k-1 || !closing[d.Slice(d.Tokens[r.tokenAt(last-1)].Span)] {
		return false
	}
	end := r.closingMark(k)
	if end == 0 {
		return false
	}
	for i := k; i < len(d.Sentences) && d.Sentences[i].Start < end; i++ {
		if r.namesEntity(i, st.Speaker.Entity) {
			return false
		}
	}
	st.Content = append(st.Content, document.Span{Start: s.Start, End: end})
	r.closedAt = end
	return true
}
