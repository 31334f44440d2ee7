package statement

import (
	"slices"

	"dossier/extract/document"
)

// unmarked tells whether a statement gives words without marks, before its speaker
// or after a colon, that may go on in the sentence after it. What somebody said "as"
// an author does, who goes on in his own voice, is none.
func (r *reader) unmarked(st *document.Statement) bool {
	if st.Rule == rules[ruleColon].name {
		return st.Type == document.Indirect
	}
	if st.Rule != rules[ruleTrailing].name || st.Speaker == nil {
		return false
	}
	first := r.tokenAt(min(st.Speaker.Span.Start, st.Cue.Start))
	return first == 0 || lower(r.doc.Slice(r.doc.Tokens[first-1].Span)) != "as"
}

// unmarkedGoesOn tells whether a sentence that reports nothing goes on with the words
// without marks before it.
func (r *reader) unmarkedGoesOn(s document.Sentence) bool {
	return r.talksOn(s) || r.stripped(&r.doc.Statements[r.voice.last]) && r.strippedTo(r.sentenceOf(s.Start))
}

// stripped tells whether a statement is a quotation whose marks are lost, as they are
// in all of some pages: "The pier is old, said Okoro. We need a new one." So it is when
// he is named behind the verb, when the words are the first sentence of a paragraph, as
// press releases have it, or when they are in the first person.
func (r *reader) stripped(st *document.Statement) bool {
	if st.Rule != rules[ruleTrailing].name || st.Speaker == nil || !r.lostMarks() {
		return false
	}
	if st.Speaker.Span.Start > st.Cue.Start {
		return true
	}
	e := st.Speaker.Entity
	return e >= 0 && r.doc.Entities[e].Type == document.Person && (r.opensParagraph(st) || r.ownWords(st))
}

// sentencesAhead is how many sentences on somebody speaks of himself again whose words go on
// meanwhile.
const sentencesAhead = 4

// strippedTo tells whether a quotation whose marks are lost goes on in sentence k. One
// that opens its paragraph goes on to its end, and one within it, behind which the
// article goes on, for another sentence or as long as somebody speaks of himself;
// neither goes beyond where the speaker is named.
func (r *reader) strippedTo(k int) bool {
	d := r.doc
	st := &d.Statements[r.voice.last]
	if r.namesEntity(k, st.Speaker.Entity) {
		return false
	}
	if r.opensParagraph(st) || r.sentenceOf(st.Cue.Start) == k-1 {
		return true
	}
	for i := k; i < min(k+sentencesAhead, len(d.Sentences)) && d.Sentences[i].Paragraph == d.Sentences[k].Paragraph && !r.namesEntity(i, st.Speaker.Entity); i++ {
		if r.firstPersonIn(d.Sentences[i]) {
			return true
		}
	}
	return false
}

// opensParagraph tells whether a statement begins a paragraph that isn't the text's
// first one, as a quotation in a press release does.
func (r *reader) opensParagraph(st *document.Statement) bool {
	k := r.sentenceOf(st.Start())
	return k > 0 && r.doc.Sentences[k-1].Paragraph < r.doc.Sentences[k].Paragraph
}

// ownWords tells whether a statement without marks is in the first person.
func (r *reader) ownWords(st *document.Statement) bool {
	return slices.ContainsFunc(st.Content, func(c document.Span) bool {
		return r.firstPersonIn(document.Sentence{Span: c, First: r.tokenAt(c.Start), Last: r.tokenAt(c.End-1) + 1})
	})
}

// namesEntity tells whether a sentence names an entity.
func (r *reader) namesEntity(k, entity int) bool {
	d := r.doc
	s := d.Sentences[k]
	for i := r.mentionAt(s.Start); entity >= 0 && i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		if d.Mentions[i].Entity == entity && d.Mentions[i].Kind == document.Name {
			return true
		}
	}
	return false
}

// paragraphsAhead is how many paragraphs on somebody speaks of himself again whose
// announced words go on meanwhile.
const paragraphsAhead = 4

// speaksOn tells whether announced words without marks go on in the paragraph that
// begins with sentence k: somebody speaks of himself or pleads in it, or in one soon after
// it, and those between are paragraphs of prose that name neither him who issued the words nor
// anybody who says something.
func (r *reader) speaksOn(k int) bool {
	d := r.doc
	who := d.Statements[r.turnOf].Speaker
	if r.leftOpen(d.Sentences[k]) {
		return true
	}
	for n := 0; n < paragraphsAhead && k < len(d.Sentences); n++ {
		if r.speaksOfSelf(k) {
			return n == 0 || !r.opensQuote(d.Sentences[k]) && r.tellsOf(d.Sentences[k]) == 0
		}
		if r.speech && d.Statements[r.turnOf].Rule == rules[ruleColon].name {
			return false // it is the author who speaks of himself
		}
		first, p, prose := k, d.Sentences[k].Paragraph, false
		for ; k < len(d.Sentences) && d.Sentences[k].Paragraph == p; k++ {
			s := d.Sentences[k]
			if who != nil && r.namesEntity(k, who.Entity) || r.saysSomebody(s) || r.opensQuote(s) || r.bracketed(s) {
				return false
			}
			prose = marks[d.Slice(d.Tokens[s.Last-1].Span)]&stop != 0 || marks[d.Slice(d.Tokens[s.Last-1].Span)]&mark != 0 || s.Last-s.First > lineWords
		}
		if pleads, refers := r.pleads(first, k); !prose || refers {
			return false
		} else if pleads {
			return true
		}
	}
	return false
}

// Words with which somebody pleads, as the reporter of a release does not, those with which
// a paragraph joins the argument of the one before it, and those of notes on where to look.
var (
	pleading  = wordSet("must should ought cannot n't n’t never enough deserve deserves unfortunately instead worst")
	arguing   = wordSet("moreover additionally furthermore finally unfortunately instead this these that such")
	referring = wordSet("click contact visit website background")
)

// lineWords is how many words a line has at most that is no paragraph of prose.
const lineWords = 25

// pleads tells whether the paragraph of the sentences from first to before last goes on
// with an argument: it joins what is before it, or says what ought to be. refers tells
// whether it is a note of the page, on whom to call or where to look.
func (r *reader) pleads(first, last int) (pleads, refers bool) {
	d := r.doc
	pleads = arguing[lower(d.Slice(d.Tokens[d.Sentences[first].First].Span))]
	for k := first; k < last; k++ {
		if r.quotesSpeech(d.Sentences[k]) {
			return false, false
		}
		for i := d.Sentences[k].First; i < d.Sentences[k].Last; i++ {
			w := lower(d.Slice(d.Tokens[i].Span))
			if referring[w] {
				return false, true
			}
			pleads = pleads || pleading[w] || w == "!"
		}
	}
	return pleads, false
}

// leftOpen tells whether a sentence that begins a paragraph begins with a mark that
// nothing closes, as the paragraphs of one quotation do whose first mark was lost.
func (r *reader) leftOpen(s document.Sentence) bool {
	q := r.quoteAt(s.Start)
	return q < len(r.doc.Quotes) && r.doc.Quotes[q].First == s.First && !r.doc.Quotes[q].Closed
}

// reopened reads a sentence that begins a paragraph with the mark of a quotation that the
// paragraph before it left open, though marks of the same kind within it hide where it
// ends: “… our pier. ¶ [“The “queen of the coast” has sunk.”] It tells whether it is one.
func (r *reader) reopened(s document.Sentence) bool {
	d, v := r.doc, &r.voice
	if !v.open || v.last < 0 || s.Paragraph == r.paragraph || !r.opensQuote(s) {
		return false
	}
	st := &d.Statements[v.last]
	if !r.opensLike(st.Content[len(st.Content)-1]) {
		return false
	}
	st.Content = append(st.Content, s.Span)
	if v.open = !closing[d.Slice(d.Tokens[s.Last-1].Span)]; v.open {
		r.turnOf, r.block = v.last, true
	}
	return true
}

// saysSomebody tells whether a verb of saying stands beside somebody's name in a sentence.
func (r *reader) saysSomebody(s document.Sentence) bool {
	d := r.doc
	says := func(token int) bool {
		return token >= s.First && token < s.Last && slices.ContainsFunc(r.words.find(d.Slice(d.Tokens[token].Span)).verbs, func(v verb) bool { return v.frame&quotes != 0 })
	}
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		if m := &d.Mentions[i]; m.Kind == document.Name && m.Type == document.Person && (says(m.First-1) || says(m.Last)) {
			return true
		}
	}
	return false
}

// talksOn tells whether a sentence without marks is in somebody's own words, by its
// person or by a verb that has been shortened as in speech.
func (r *reader) talksOn(s document.Sentence) bool {
	if r.firstPersonIn(s) {
		return true
	}
	d := r.doc
	for i := s.First + 1; i < s.Last; i++ {
		switch lower(d.Slice(d.Tokens[i].Span)) {
		case "n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll":
			return len(d.Quotes) == 0
		case "'s", "’s":
			if tagClasses[d.Tokens[i].Tag]&possessive == 0 && len(d.Quotes) == 0 {
				return true
			}
		}
	}
	return false
}

// lostMarks tells whether somebody speaks of himself in the text, and no marks hold
// speech anywhere in it. A stray one, without another or around a word, holds none.
func (r *reader) lostMarks() bool {
	if r.person == 0 {
		r.person = 1
		d := r.doc
		holds := func(q document.Quote) bool { return q.Opened && q.Closed && q.Last-q.First > shortest }
		if !slices.ContainsFunc(d.Quotes, holds) && slices.ContainsFunc(d.Sentences, r.firstPersonIn) {
			r.person = 2
		}
	}
	return r.person == 2
}
