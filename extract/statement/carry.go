package statement

import "dossier/extract/document"

// carriesOver reads sentence k as part of a quotation that was left open in the
// paragraph before and isn't opened anew here, only closed: news sets both ways.
// It gives the sentence without what belongs to the quotation, which may be
// nothing.
func (r *reader) carriesOver(k int) document.Sentence {
	d, s := r.doc, r.doc.Sentences[k]
	if s.Paragraph != r.paragraph {
		r.closes = -1
		if v := &r.voice; v.open && v.last >= 0 && s.Paragraph == r.paragraph+1 && !r.opensQuote(s) {
			r.closes = r.closingMark(k)
		}
		if r.closes < 0 {
			return s
		}
		st := &d.Statements[r.voice.last]
		st.Content = append(st.Content, document.Span{Start: s.Start, End: d.Tokens[r.closes].End})
		r.voice.open = false
	}
	if r.closes < s.First {
		return s
	}
	s.First = min(r.closes+1, s.Last)
	if s.First < s.Last {
		s.Start = d.Tokens[s.First].Start
	}
	return s
}

// closingMark is the first double quotation mark in the paragraph of sentence k
// when it closes a quotation that the paragraph hasn't opened, else -1.
func (r *reader) closingMark(k int) int {
	d := r.doc
	quote := r.nextQuote
	for quote < len(d.Quotes) && d.Quotes[quote].First < d.Sentences[k].First {
		quote++
	}
	for ; k < len(d.Sentences) && d.Sentences[k].Paragraph == r.paragraph+1; k++ {
		for i := d.Sentences[k].First; i < d.Sentences[k].Last; i++ {
			if quote < len(d.Quotes) && d.Quotes[quote].First == i {
				return -1
			}
			switch d.Slice(d.Tokens[i].Span) {
			case "”", `"`, "''", "»":
				return i
			}
		}
	}
	return -1
}
