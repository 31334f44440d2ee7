package statement

import (
	"strings"

	"dossier/extract/document"
)

// longestLabel is how many tokens a speaker's label may have, "MS. JEAN-PIERRE:"
// or "Former mayor at the hearing:".
const longestLabel = 10

// label gives the number of tokens of a speaker's label at the start of a
// sentence and its colon's token, or 0: a capitalised noun phrase and a colon,
// or the Q and A of an interview.
func (r *reader) label(s document.Sentence) (tokens, after int) {
	d := r.doc
	for i := s.First; i < s.Last && i < s.First+longestLabel; i++ {
		t := d.Tokens[i]
		w := d.Slice(t.Span)
		if i == s.First {
			if c := w[0]; c < 'A' || c > 'Z' {
				return 0, 0
			}
			if r.bareLabel(s, w) {
				return 1, i + 1
			}
		}
		if w == ":" {
			if i == s.First || i+1 >= s.Last {
				return 0, 0
			}
			return i - s.First, i + 1
		}
		c := marks[w]
		if tagClasses[t.Tag]&(nounPhrase|preposition|open|close) == 0 && t.Tag != "HYPH" && c&(comma|dash|open|close) == 0 && w != "." && w != "&" && !upper(w) {
			return 0, 0
		}
	}
	return 0, 0
}

// labelled is sentence k, or that and the next one when it is nothing but a title
// in capitals, whose stop has been taken for its end: "MS. | LEE: Hello".
func (r *reader) labelled(k int) document.Sentence {
	s := r.doc.Sentences[k]
	if s.Last-s.First > 2 || k+1 == len(r.doc.Sentences) || !upper(r.doc.Slice(s.Span)) {
		return s
	}
	if next := r.doc.Sentences[k+1]; next.Paragraph == s.Paragraph {
		s.Last, s.End = next.Last, next.End
	}
	return s
}

// bareLabel tells whether a sentence that begins with the word w is a question or
// an answer marked by its initial alone, as in "Q    Mr. President, …". An A has
// to stand apart, since it is a word too.
func (r *reader) bareLabel(s document.Sentence, w string) bool {
	if w != "Q" && w != "A" || s.First+1 >= s.Last {
		return false
	}
	d := r.doc
	next := d.Tokens[s.First+1]
	return next.Start > s.Start+2 || w == "Q" && next.Start == s.Start+2 && d.Text[next.Start] != ':'
}

// upper tells whether a word is written in capitals throughout.
func upper(w string) bool {
	for i := 0; i < len(w); i++ {
		if 'a' <= w[i] && w[i] <= 'z' {
			return false
		}
	}
	return len(w) > 0
}

// headings are labels that name a kind of text, not a speaker.
var headings = map[string]bool{
	"analysis": true, "opinion": true, "editorial": true, "exclusive": true, "video": true, "watch": true, "live": true,
	"breaking": true, "update": true, "updated": true, "photos": true, "photo": true, "image": true, "review": true,
	"factbox": true, "timeline": true, "explainer": true, "interview": true, "profile": true, "note": true,
	"correction": true, "source": true, "related": true, "read": true, "background": true, "topic": true, "subject": true,
	"date": true, "time": true, "location": true, "place": true, "contact": true, "who": true, "what": true, "when": true,
	"where": true, "why": true, "how": true, "fact": true, "statement": true, "re": true, "from": true, "to": true, "tags": true,
	"latest": true, "dear": true, "fax": true, "phone": true, "tel": true, "email": true, "e-mail": true, "website": true, "release": true, "look": true, "wow": true, "quiz": true, "poem": true, "obituary": true,
}

// heading tells whether a label names a kind of text.
func heading(text string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if headings[word] {
			return true
		}
	}
	return false
}

// titled are words that begin the label of a speaker in a transcript.
var titled = map[string]bool{
	"mr.": true, "ms.": true, "mrs.": true, "dr.": true, "the": true, "president": true, "secretary": true, "senator": true,
	"moderator": true, "audience": true, "senior": true, "vice": true, "prime": true, "minister": true, "chairman": true,
	"general": true, "ambassador": true, "reporter": true, "question": true, "answer": true, "interviewer": true, "host": true,
	"journalist": true, "speaker": true, "governor": true, "first": true, "mayor": true, "participant": true, "interpreter": true,
}

// scanLabels counts the labels with which paragraphs begin, so that a label is
// taken for a speaker's only when turns are taken.
func (r *reader) scanLabels() {
	paragraph := -1
	for k, s := range r.doc.Sentences {
		if s.Paragraph == paragraph {
			continue
		}
		paragraph = s.Paragraph
		n, _ := r.label(r.labelled(k))
		if n == 0 {
			continue
		}
		if r.labels == nil {
			r.labels = make(map[string]int)
		}
		r.labels[r.labelText(s.First, n)]++
	}
}

func (r *reader) labelText(first, n int) string {
	return r.doc.Text[r.doc.Tokens[first].Start:r.doc.Tokens[first+n-1].End]
}

// takesTurn tells whether a paragraph that begins with a label is somebody's
// turn in a transcript, an interview, a play or a chat.
func (r *reader) takesTurn(text string) bool {
	word, _, _ := strings.Cut(strings.ToLower(text), " ")
	if heading(text) {
		return false
	}
	return r.labels[text] > 1 || upper(text) && titled[word] || (text == "Q" || text == "A") && len(r.labels) > 1
}

// turn reads sentence k as part of a turn; it tells whether it was.
func (r *reader) turn(k int) bool {
	d, s := r.doc, r.doc.Sentences[k]
	if s.Paragraph == r.paragraph {
		if r.turnOf < 0 {
			return false
		}
		c := d.Statements[r.turnOf].Content
		c[len(c)-1].End = s.End
		return true
	}
	if len(r.labels) > 0 {
		if n, after := r.label(r.labelled(k)); n > 0 {
			text := r.labelText(s.First, n)
			if r.takesTurn(text) && (upper(text) || r.wordy(after, r.labelled(k).Last)) {
				r.transcript = r.transcript || upper(text) && (s.Paragraph < 8 || r.speech)
				r.turnOf = r.append(document.Statement{
					Content: []document.Span{{Start: d.Tokens[after].Start, End: r.labelled(k).End}},
					Cue:     document.Span{Start: d.Tokens[after-1].Start, End: d.Tokens[after-1].End},
					Speaker: r.named(document.Span{Start: s.Start, End: d.Tokens[s.First+n-1].End}),
					Rule:    rules[ruleTurn].name, Confidence: rules[ruleTurn].confidence,
				})
				r.voice, r.block = newVoice(), false
				return true
			}
			if s.First == 0 && after == n+1 && s.Last-after >= 3 && r.headline(text, after, s) {
				r.turnOf = -1
				return true
			}
		}
	}
	if r.blockNext && s.Paragraph == r.paragraph+1 && r.voice.pending != nil && !r.opensQuote(s) && (r.colonBefore(k) || r.speaksOfSelf(k)) {
		st := *r.voice.pending
		st.Content = []document.Span{s.Span}
		r.voice, r.blockNext, r.block = newVoice(), false, true
		r.turnOf = r.append(st)
		return true
	}
	r.blockNext = false
	if r.turnOf >= 0 && (r.block && r.speaksOfSelf(k) || !r.block && r.transcript) {
		if !upper(d.Slice(s.Span)) && d.Text[s.Start] != '(' {
			st := &d.Statements[r.turnOf]
			st.Content = append(st.Content, s.Span)
		}
		return true
	}
	r.turnOf = -1
	return false
}

// opensQuote tells whether a sentence begins with a quotation.
func (r *reader) opensQuote(s document.Sentence) bool {
	return marks[r.doc.Slice(r.doc.Tokens[s.First].Span)]&mark != 0
}

// speaksOfSelf tells whether somebody speaks of himself in the paragraph that
// begins with sentence k.
func (r *reader) speaksOfSelf(k int) bool {
	d := r.doc
	for p := d.Sentences[k].Paragraph; k < len(d.Sentences) && d.Sentences[k].Paragraph == p; k++ {
		if r.firstPersonIn(d.Sentences[k]) {
			return true
		}
	}
	return false
}

// colonBefore tells whether a colon ends the sentence before sentence k.
func (r *reader) colonBefore(k int) bool {
	if k == 0 {
		return false
	}
	d := r.doc
	return d.Slice(d.Tokens[d.Sentences[k-1].Last-1].Span) == ":"
}

// firstPersonIn tells whether somebody speaks of himself in a sentence.
func (r *reader) firstPersonIn(s document.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if r.words.find(r.doc.Slice(r.doc.Tokens[i].Span)).class&(firstPerson|ours) != 0 {
			return true
		}
	}
	return false
}

// dateline is the first unit after the place, date and agency with which an
// article opens, "GENEVA (AP) — ", or 0.
func (r *reader) dateline() int {
	for i := range r.units {
		u := &r.units[i]
		switch {
		case i > 12:
			return 0
		case i > 0 && (u.is(dash) || r.text(i) == "-" && i+1 < len(r.units) && r.units[i+1].Start > u.End):
			return i + 1
		case i == 0 && !upper(r.doc.Slice(u.Span)) && !u.is(proper):
			return 0
		case !u.is(proper | number | comma | open | close | stop | when):
			return 0
		}
	}
	return 0
}

// wordy tells whether tokens [from, to) are more than a figure or a single word.
func (r *reader) wordy(from, to int) bool {
	words := 0
	for i := from; i < to && words < 2; i++ {
		if c := r.doc.Text[r.doc.Tokens[i].Start]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			words++
		}
	}
	return words > 1
}

// place tells whether a sentence begins with the name of a place, as a dateline
// does. Countries are not among them, since they speak.
func (r *reader) place(s document.Sentence) bool {
	i := r.mentionAt(s.Start)
	return i < len(r.doc.Mentions) && r.doc.Mentions[i].First == s.First && r.doc.Mentions[i].Type == document.Place
}

// headline reads a headline that names its speaker first: "Report: Rates fell".
func (r *reader) headline(text string, after int, s document.Sentence) bool {
	d := r.doc
	if heading(text) || strings.ContainsAny(text, "0123456789") || r.place(s) {
		return false
	}
	end := s.End
	if last := d.Tokens[s.Last-1]; marks[d.Slice(last.Span)]&stop != 0 {
		end = d.Tokens[s.Last-2].End
	}
	content := document.Span{Start: d.Tokens[after].Start, End: end}
	if content.Empty() {
		return false
	}
	r.append(document.Statement{
		Content: []document.Span{content},
		Cue:     d.Tokens[after-1].Span,
		Speaker: r.named(document.Span{Start: s.Start, End: d.Tokens[after-2].End}),
		Rule:    rules[ruleHeadline].name, Confidence: rules[ruleHeadline].confidence,
	})
	return true
}
