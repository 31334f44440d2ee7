package statement

import "dossier/extract/document"

// floating gives quotations that no attribution claims to whoever spoke last:
// a sentence or paragraph that is nothing but quotation carries the last
// quotation on, or answers to an attribution that ended in a colon.
func (r *reader) floating(s document.Sentence, before int) {
	d := r.doc
	if len(d.Statements) > before {
		r.lastSpoken = -1
		for i := len(d.Statements) - 1; i >= before; i-- {
			if st := &d.Statements[i]; st.Speaker != nil {
				r.lastSpoken = i
				break
			}
		}
		r.pending = nil
		return
	}
	if !r.onlyQuotes(0, len(r.units)) || !r.units[0].is(quoted) {
		if r.holdsWords() {
			r.lastSpoken = -1
		}
		r.awaitsQuote()
		return
	}
	region := document.Span{Start: r.units[0].Start, End: r.lastQuoteEnd()}
	switch {
	case r.pending != nil:
		st := *r.pending
		st.Type, st.Content = document.Direct, []document.Span{region}
		d.Statements = append(d.Statements, st)
		r.lastSpoken = len(d.Statements) - 1
		r.pending = nil
	case r.lastSpoken >= 0:
		last := &d.Statements[r.lastSpoken]
		if s.Paragraph == r.paragraph && last.Type == document.Direct {
			last.Content = append(last.Content, region)
			return
		}
		d.Statements = append(d.Statements, document.Statement{
			Type: document.Direct, Content: []document.Span{region}, Speaker: last.Speaker,
			Rule: rules[ruleFloating].name, Confidence: rules[ruleFloating].confidence,
		})
		r.lastSpoken = len(d.Statements) - 1
	}
}

// holdsWords tells whether the sentence has a word outside quotation.
func (r *reader) holdsWords() bool {
	for i := range r.units {
		if !r.units[i].is(punctuation | quoted) {
			return true
		}
	}
	return false
}

func (r *reader) lastQuoteEnd() int {
	for i := len(r.units) - 1; i >= 0; i-- {
		if r.units[i].is(quoted) {
			return r.units[i].End
		}
	}
	return 0
}

// awaitsQuote notes an attribution that ends its sentence with a colon, so that
// the quotation that follows in a sentence or paragraph of its own is its
// content.
func (r *reader) awaitsQuote() {
	r.pending = nil
	n := len(r.units)
	if !r.units[n-1].is(colon) {
		return
	}
	for k := len(r.cues) - 1; k >= 0; k-- {
		c := &r.cues[k]
		if c.who.empty() || c.verbs&quotes == 0 {
			continue
		}
		st := r.statement(&candidate{cue: r.cueSpan(c), who: c.who, rule: ruleColon})
		r.pending = &st
		return
	}
}
