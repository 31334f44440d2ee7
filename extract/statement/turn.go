package statement

import (
	"iter"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// turn reads sentence k as part of a turn in a transcript, or of the unquoted
// words that somebody announces; it tells whether it was. What stands in a turn
// is one statement, however many paragraphs it has and whatever it reports.
func (r *reader) turn(k int) bool {
	d, s := r.doc, r.doc.Sentences[k]
	if r.takeLabels(k) {
		return true
	}
	if s.Start < r.closedAt {
		return true
	}
	if s.Paragraph == r.paragraph {
		return r.goesOnWithin(s)
	}
	if r.waiting != nil {
		st := *r.waiting
		r.waiting = nil
		r.beginTurn(st, s.Span)
		return true
	}
	if s.First == 0 && r.headline(k) {
		return true
	}
	if r.blockNext && s.Paragraph == r.paragraph+1 && r.voice.pending != nil && !r.opensQuote(s) && !r.colonBefore(k+1) && (r.colonBefore(k) && !r.quotesSpeech(s) || r.speaksOfSelf(k)) {
		st := *r.voice.pending
		st.Content = []document.Span{s.Span}
		r.voice, r.blockNext, r.block = newVoice(), false, true
		r.turnOf = r.append(st)
		if end := r.tellsOf(s); end > s.Start {
			d.Statements[r.turnOf].Content[0].End = end
		}
		return true
	}
	r.blockNext = false
	if r.turnOf >= 0 && r.block && r.voice.open && !r.opensQuote(s) {
		if end := r.closingMark(k); end > 0 { // “… [We have waited long enough,”] said Okoro.
			st := &d.Statements[r.turnOf]
			st.Content = append(st.Content, document.Span{Start: s.Start, End: end})
			r.turnOf, r.beside, r.closedAt = -1, false, end
			return true
		}
	}
	if r.turnOf < 0 || !r.turnGoesOn(k) {
		r.turnOf, r.beside = -1, false
		return false
	}
	// A direction, "(Laughter.)", and a line of place and time stand beside the
	// turn.
	if r.beside = upper(d.Slice(s.Span)) || r.bracketed(s); !r.beside {
		st, words := &d.Statements[r.turnOf], s.Span
		if end := r.tellsOf(s); end > s.Start {
			words.End = end // “[We need it], said Okoro.”
		}
		st.Content = append(st.Content, words)
	}
	return true
}

// takeLabels begins the turns whose labels stand in sentence k; it tells whether
// there are any. What stands before the first of them ends the turn before.
func (r *reader) takeLabels(k int) bool {
	d, s, c := r.doc, r.doc.Sentences[k], &r.talk
	found := false
	for ; c.next < len(c.labels) && c.labels[c.next].sentence == k; c.next++ {
		l := &c.labels[c.next]
		if !l.starts && l.first > s.First {
			r.cutTurn(k, d.Tokens[l.first-1].End)
		}
		content := document.Span{Start: d.Tokens[l.last-1].End, End: s.End}
		if l.after >= s.Last {
			content.End = r.labelled(k).End // the label has been cut in two
		}
		if l.after < len(d.Tokens) {
			content.Start = d.Tokens[r.pastDirection(l.after, k)].Start
			content.End = max(content.End, content.Start)
		}
		if !l.alone && !l.capitals && !r.wordy(l.after, r.labelled(k).Last) {
			continue
		}
		found = true
		r.voice, r.block, r.blockNext, r.beside = newVoice(), false, false, false
		st := document.Statement{
			Cue:     document.Span{Start: d.Tokens[l.after-1].Start, End: d.Tokens[l.after-1].End},
			Speaker: r.labelSource(l),
			Rule:    rules[ruleTurn].name, Confidence: rules[ruleTurn].confidence,
		}
		r.answered(l, content)
		r.marked = l.quoted
		if l.alone {
			r.waiting, r.turnOf = &st, -1
			continue
		}
		r.beginTurn(st, content)
	}
	return found
}

// directions is within how many sentences a turn begins behind a direction.
const directions = 4

// pastDirection is the token behind a direction in brackets that begins a turn in the
// paragraph of sentence k: “(As interpreted.) [I am happy …]”; the first itself when
// nothing else stands there.
func (r *reader) pastDirection(first, k int) int {
	d := r.doc
	if d.Slice(d.Tokens[first].Span) != "(" {
		return first // [another bracket] may stand for a name
	}
	end := d.Sentences[k].Last
	for next := k + 1; next < min(k+directions, len(d.Sentences)) && d.Sentences[next].Paragraph == d.Sentences[k].Paragraph; next++ {
		end = d.Sentences[next].Last
	}
	for i := first + 1; i+1 < end; i++ {
		if marks[d.Slice(d.Tokens[i].Span)]&close != 0 {
			return i + 1
		}
	}
	return first
}

// beginTurn makes a statement of a turn that begins with the words of a span.
func (r *reader) beginTurn(st document.Statement, words document.Span) {
	st.Content = []document.Span{words}
	r.turnOf = r.append(st)
}

// wordless drops the turns that hold nothing but a direction: “(Inaudible.)”.
func (r *reader) wordless() {
	d := r.doc
	d.Statements = slices.DeleteFunc(d.Statements, func(st document.Statement) bool {
		if st.Rule != rules[ruleTurn].name || len(st.Content) != 1 {
			return false
		}
		c := st.Content[0]
		first := r.tokenAt(c.Start)
		return r.bracketed(document.Sentence{Span: c, First: first, Last: r.tokenAt(c.End-1) + 1}) && strings.Count(d.Slice(c), "(")+strings.Count(d.Slice(c), "[") == 1
	})
}

// cutTurn ends the turn at hand at a byte within sentence k, where the next label
// stands. A turn without words is dropped.
func (r *reader) cutTurn(k, end int) {
	if r.turnOf < 0 {
		return
	}
	d, s := r.doc, r.doc.Sentences[k]
	st := &d.Statements[r.turnOf]
	last := &st.Content[len(st.Content)-1]
	switch {
	case last.Start >= end:
		d.Statements = d.Statements[:r.turnOf]
	case s.Paragraph == r.paragraph || last.Start >= s.Start:
		last.End = end
	case r.turnGoesOn(k):
		st.Content = append(st.Content, document.Span{Start: s.Start, End: end})
	}
}

// goesOnWithin reads a further sentence of a paragraph that belongs to a turn.
func (r *reader) goesOnWithin(s document.Sentence) bool {
	if r.turnOf < 0 {
		return r.waiting != nil || r.unopened(s)
	}
	st := &r.doc.Statements[r.turnOf]
	if end := r.tellsOf(s); end > 0 {
		if end > s.Start {
			last := &st.Content[len(st.Content)-1]
			last.End = end
		}
		r.turnOf, r.block, r.beside = -1, false, false
		return end > s.Start
	}
	switch {
	case !r.beside && r.bracketed(s):
		// A direction at the end, "(Applause.)", is none of the words; in their midst it
		// doesn't part them.
	case !r.beside:
		r.lengthen(st, s)
	case !r.bracketed(s):
		st.Content, r.beside = append(st.Content, s.Span), false
	}
	return true
}

// lengthen gives a turn a further sentence of its paragraph, in the same piece unless an
// attribution stands between: "[We shall build it], Okoro said. [It will be yours.]"
func (r *reader) lengthen(st *document.Statement, s document.Sentence) {
	last := &st.Content[len(st.Content)-1]
	if r.block && last.End < r.doc.Sentences[r.sentenceOf(last.End-1)].End {
		st.Content = append(st.Content, s.Span)
		return
	}
	last.End = max(last.End, s.End)
}

// early is the number of paragraphs within which a transcript begins that goes on
// to the end of its text.
const early = 8

// turnGoesOn tells whether the paragraph that begins with sentence k, which has no
// label, belongs to the turn or block at hand.
func (r *reader) turnGoesOn(k int) bool {
	d, s := r.doc, r.doc.Sentences[k]
	switch {
	case r.block && r.voice.open:
		return !r.opensQuote(s) && !r.namesSpeaker(k)
	case r.block:
		end := r.tellsOf(s)
		return (end == 0 || end > s.Start) && r.speaksOn(k)
	case r.marked:
		return r.opensQuote(s)
	case r.quotedTurn():
		return false
	}
	if at := r.talk.next; at < len(r.talk.labels) {
		return r.talk.dense || at > 0 && (r.talk.labels[at-1].capitals || r.talk.letters)
	}
	first := &r.talk.labels[0]
	return s.Paragraph < r.talk.end && (first.capitals || r.talk.letters) && (d.Sentences[first.sentence].Paragraph < early || r.speech)
}

// tellsOf is where the announced words at hand, which no marks hold, end in a sentence
// that speaks of him who issued them: where it begins, or before “, Okoro said” or “, said
// Okoro”; 0 when it doesn't.
func (r *reader) tellsOf(s document.Sentence) int {
	d := r.doc
	who := d.Statements[r.turnOf].Speaker
	if !r.block || r.voice.open || who == nil || who.Entity < 0 {
		return 0
	}
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		m := &d.Mentions[i]
		if m.Entity != who.Entity || m.Kind != document.Name {
			continue
		}
		begin := s.Start
		if r.firstPersonIn(s) {
			begin = 0
		}
		at := m.First - 1
		for at > s.First && (r.lexicon.Word(d.Slice(d.Tokens[at].Span)).Is(lexicon.Role|lexicon.Honorific) || r.lexicon.Of(d.Slice(d.Tokens[at].Span)).Has(lexicon.Title)) {
			at--
		}
		if at > s.First && marks[d.Slice(d.Tokens[at-1].Span)]&comma != 0 && r.words.find(d.Slice(d.Tokens[at].Span)).verbs != nil && tagClasses[d.Tokens[at].Tag]&finite != 0 {
			return d.Tokens[at-1].Start // “…, said Okoro.”
		}
		if m.Last >= s.Last || m.Last+2 < s.Last || r.words.find(d.Slice(d.Tokens[m.Last].Span)).verbs == nil {
			return begin
		}
		if marks[d.Slice(d.Tokens[at].Span)]&comma == 0 {
			return begin
		}
		return d.Tokens[at].Start
	}
	return 0
}

// namesSpeaker tells whether the paragraph that begins with sentence k names him who
// issued the statement at hand, or is a line rather than a paragraph. After an announced
// quotation whose mark was never closed that is where the article goes on.
func (r *reader) namesSpeaker(k int) bool {
	d := r.doc
	p := d.Sentences[k].Paragraph
	who := d.Statements[r.turnOf].Speaker
	end := d.Sentences[k].End
	for ; k < len(d.Sentences) && d.Sentences[k].Paragraph == p; k++ {
		s := d.Sentences[k]
		end = s.End
		for i := r.mentionAt(s.Start); who != nil && who.Entity >= 0 && i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
			if m := &d.Mentions[i]; m.Entity == who.Entity && m.Kind == document.Name {
				return true
			}
		}
	}
	last := d.Tokens[r.tokenAt(end-1)]
	return marks[d.Slice(last.Span)]&(stop|mark) == 0
}

// quotedTurn tells whether the turn at hand begins with quotation marks and ends
// with one that closes.
func (r *reader) quotedTurn() bool {
	c := r.doc.Statements[r.turnOf].Content
	last := c[len(c)-1]
	qs := r.doc.Quotes
	first, end := r.quoteAt(last.Start), r.quoteAt(last.End-1)
	return end < len(qs) && qs[first].Start == last.Start && qs[end].Closed && qs[end].End == last.End
}

// bracketed tells whether brackets hold the whole of a sentence.
func (r *reader) bracketed(s document.Sentence) bool {
	d := r.doc
	first, last := s.First, s.Last-1
	if r.opensQuote(s) && first < last {
		first++
	}
	if last > first && marks[d.Slice(d.Tokens[last].Span)]&(stop|mark) != 0 {
		last--
	}
	return marks[d.Slice(d.Tokens[first].Span)]&open != 0 && marks[d.Slice(d.Tokens[last].Span)]&close != 0
}

// labelSource is whom a label stands for, the same for all of its turns unless it is
// that of all who ask.
func (r *reader) labelSource(l *label) *document.Source {
	d := r.doc
	span := document.Span{Start: d.Tokens[l.first].Start, End: d.Tokens[l.last-1].End}
	s := &document.Source{Entity: -1, Span: span, Name: d.Slice(span)}
	if l.text == "A" && !r.talk.asked {
		r.talk.asked, r.talk.bearers[l.text] = true, r.interviewee()
	}
	who := r.talk.bearers[l.text]
	if who == nil {
		who = r.asker(l)
	}
	if who != nil {
		s.Entity, s.Name = who.Entity, who.Name
	}
	return s
}

// begins tells whether a mention of an entity begins at a token.
func (r *reader) begins(entity, token int) bool {
	d := r.doc
	i := r.mentionAt(d.Tokens[token].Start)
	return i < len(d.Mentions) && d.Mentions[i].First == token && d.Mentions[i].Entity == entity
}

// interviewee is the one person whom the opening of an interview quotes, nil when
// there is none or more.
func (r *reader) interviewee() *document.Source {
	var who *document.Source
	for i := range r.doc.Statements {
		st := &r.doc.Statements[i]
		if st.Rule == rules[ruleTurn].name || st.Speaker == nil || st.Speaker.Entity < 0 || r.doc.Entities[st.Speaker.Entity].Type != document.Person {
			continue
		}
		if who != nil && who.Entity != st.Speaker.Entity {
			return nil
		}
		who = st.Speaker
	}
	return who
}

// opensQuote tells whether a sentence begins with a quotation.
func (r *reader) opensQuote(s document.Sentence) bool {
	return marks[r.doc.Slice(r.doc.Tokens[s.First].Span)]&mark != 0
}

// closingMark is the end of the first quotation mark in the paragraph that begins with
// sentence k, when it closes what no mark in the paragraph opened; else 0.
func (r *reader) closingMark(k int) int {
	d := r.doc
	for p := d.Sentences[k].Paragraph; k < len(d.Sentences) && d.Sentences[k].Paragraph == p; k++ {
		for i := d.Sentences[k].First; i < d.Sentences[k].Last; i++ {
			t := d.Tokens[i]
			w := d.Slice(t.Span)
			if !closing[w] {
				if marks[w]&mark != 0 && w != "’" && w != "'" {
					return 0
				}
				continue
			}
			if t.Start == 0 || d.Text[t.Start-1] <= ' ' || t.End < len(d.Text) && d.Text[t.End] > ' ' && marks[d.Text[t.End:t.End+1]] == 0 {
				return 0
			}
			return t.End
		}
	}
	return 0
}

// closing are the double marks that may close a quotation.
var closing = map[string]bool{"”": true, "\"": true, "''": true, "»": true}

// speaksOfSelf tells whether somebody speaks of himself in the paragraph that
// begins with sentence k, outside quotation marks.
func (r *reader) speaksOfSelf(k int) bool {
	d := r.doc
	for p := d.Sentences[k].Paragraph; k < len(d.Sentences) && d.Sentences[k].Paragraph == p; k++ {
		if r.firstPersonIn(d.Sentences[k]) {
			return true
		}
	}
	return false
}

// quotesSpeech tells whether a sentence holds a quotation long enough for speech.
func (r *reader) quotesSpeech(s document.Sentence) bool {
	qs := r.doc.Quotes
	for q := r.quoteAt(s.Start); q < len(qs) && qs[q].First < s.Last; q++ {
		if qs[q].Last-qs[q].First > shortest {
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

// firstPersonIn tells whether somebody speaks of himself in a sentence, outside
// quotation marks.
func (r *reader) firstPersonIn(s document.Sentence) bool {
	for i := range r.unquoted(s) {
		if r.words.find(r.doc.Slice(r.doc.Tokens[i].Span)).class&(firstPerson|ours) != 0 {
			return true
		}
	}
	return false
}

// unquoted is the tokens of a sentence that lie outside quotation marks.
func (r *reader) unquoted(s document.Sentence) iter.Seq[int] {
	return func(yield func(int) bool) {
		d := r.doc
		q := r.quoteAt(s.Start)
		for i := s.First; i < s.Last; i++ {
			for q < len(d.Quotes) && d.Quotes[q].Last <= i {
				q++
			}
			if q < len(d.Quotes) && d.Quotes[q].First <= i {
				i = d.Quotes[q].Last - 1
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}
