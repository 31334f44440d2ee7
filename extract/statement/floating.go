package statement

import (
	"strings"

	"dossier/extract/document"
)

// voice is who is speaking as one sentence gives way to the next.
type voice struct {
	last     int                 // the statement whose speaker a quotation without attribution carries on, -1 for none
	unmarked bool                // it was in the first person without marks, so that what goes on in it is the same speech
	half     bool                // it ends with a mark that none has opened, so that what is quoted next is its second half
	open     bool                // its quotation was not closed, so that the next paragraph's is the same one
	pending  *document.Statement // an attribution that ended in a colon or announced words, still without content

	// held are the paragraphs of a quotation that the paragraph after them may
	// close and attribute.
	held []document.Span

	// alone is a sentence that was nothing but quotation; a sentence after it may
	// be its attribution: “Who knows?” she asked, cut in two by its mark.
	alone   document.Span
	aloneIn int // the statement that it went to meanwhile, -1 for none

	// subject is of whom the sentence before speaks, without reporting anything: a
	// quotation after it in its paragraph is his.
	subject *document.Source
}

// newVoice is nobody's.
func newVoice() voice { return voice{last: -1, aloneIn: -1} }

// floating gives quotations that no attribution claims to whoever spoke last: a
// sentence or paragraph that is nothing but quotation carries the quotation
// before it on, or fills an attribution that ended in a colon. before is how many
// statements there were before this sentence.
func (r *reader) floating(s document.Sentence, before int) {
	d, v := r.doc, &r.voice
	if len(d.Statements) > before {
		r.join(before)
		announced := v.pending
		*v = newVoice()
		if announced != nil && announced.Rule == rules[ruleAnnounced].name && s.Paragraph == r.paragraph && !r.quotesSpeech(s) {
			v.pending = announced // “… issued the following statement. It comes after Imani denied that …”
		}
		v.last = r.lastVoice(before)
		r.secondHalf()
		r.firstHalf(s, before)
		v.open = r.endsOpen()
		v.unmarked = v.last == len(d.Statements)-1 && r.unmarked(&d.Statements[v.last]) && (r.talksOn(s) || r.stripped(&d.Statements[v.last]) || len(d.Quotes) == 0)
		if n := len(r.units); r.units[n-1].is(colon) || !v.open && r.following(n) > 0 && d.Statements[len(d.Statements)-1].Rule != rules[ruleAnnounced].name {
			// "Smith issued the following statement after the port announced …:"
			r.awaitContent()
		}
		return
	}
	if r.signature(s) {
		return
	}
	v.alone, v.aloneIn = document.Span{}, -1
	if v.pending != nil && s.Paragraph != r.paragraph && r.salutes() {
		st := *v.pending
		st.Type, st.Content = document.Direct, []document.Span{r.trim(phrase{0, len(r.units)})}
		v.last, v.pending, v.open = r.append(st), nil, true
		return
	}
	if !r.units[0].is(quoted) || !r.onlyQuotes(0, len(r.units)) {
		if r.reopened(s) {
			return
		}
		r.release()
		if v.unmarked && s.Paragraph == r.paragraph && r.unmarkedGoesOn(s) {
			st := &d.Statements[v.last]
			st.Content = append(st.Content, s.Span)
			return
		}
		v.unmarked = false
		if r.holdsWords() {
			v.last = -1
		}
		v.open = false
		if v.pending != nil && (s.Paragraph != r.paragraph || v.pending.Rule != rules[ruleAnnounced].name) {
			v.pending, r.blockNext = nil, false
		}
		r.awaitContent()
		v.subject = nil
		if p := r.clauseSubject(len(r.units)); v.last < 0 && !p.empty() && r.single(p) && r.text(0) != "dear" {
			v.subject = r.source(p)
		}
		return
	}
	if s.Paragraph != r.paragraph {
		v.subject = nil
	}
	region := document.Span{Start: r.units[0].Start, End: r.lastQuoteEnd()}
	if r.subheading(s, region) {
		return
	}
	v.alone = region
	switch {
	case v.pending != nil:
		st := *v.pending
		st.Type, st.Content = document.Direct, []document.Span{region}
		v.last = r.append(st)
		v.pending = nil
	case v.last >= 0 && (v.open || (d.Statements[v.last].Type == document.Direct || v.unmarked || v.half) && s.Paragraph == r.paragraph):
		st := &d.Statements[v.last]
		st.Content = append(st.Content, region)
	case r.endsOpen():
		v.held = append(v.held, region)
		return
	default:
		r.float(append(v.held, region))
		v.held = nil
	}
	v.aloneIn = v.last
	v.open = r.endsOpen()
	if v.open && d.Statements[v.last].Rule == rules[ruleAnnounced].name {
		r.turnOf, r.block = v.last, true
	}
}

// salutes tells whether the sentence is the salutation of a letter in quotation marks:
// “Dear Mayor Okoro:
func (r *reader) salutes() bool {
	d := r.doc
	i := r.units[0].first
	if marks[d.Slice(d.Tokens[i].Span)]&mark == 0 {
		return false
	}
	last := &r.units[len(r.units)-1]
	return i+1 < len(d.Tokens) && lower(d.Slice(d.Tokens[i+1].Span)) == "dear" && (last.is(colon|comma) || last.ending&(comma|colon) != 0)
}

// single tells whether a phrase is a name, "he" or "she".
func (r *reader) single(p phrase) bool {
	if r.units[p.from].is(personal) {
		return r.gender(p.from) != document.UnknownGender
	}
	return r.names(p)
}

// subheading tells whether a paragraph that is nothing but quotation is a heading:
// it ends like no sentence and, where its own paragraph is lost, is short and goes on with
// no quotation, or it is in single marks in a text whose quotations are
// in others, as one is, too, that has lost its own paragraph and ends that before it.
func (r *reader) subheading(s document.Sentence, region document.Span) bool {
	d := r.doc
	u := &r.units[len(r.units)-1]
	mark := d.Slice(d.Tokens[r.units[0].first].Span)
	inside := s.Paragraph == r.paragraph
	if inside && !r.endsParagraph(r.sentenceOf(s.Start)) || r.voice.pending != nil || r.voice.open || !u.is(quoted) || u.unclosed {
		return false
	}
	if u.ending == 0 && (!inside || u.last-u.first <= headingWords && (r.voice.last < 0 || r.doc.Statements[r.voice.last].Type != document.Direct)) {
		return true
	}
	if mark != "'" && mark != "‘" || r.voice.last < 0 {
		return false
	}
	said := d.Slice(d.Statements[r.voice.last].Content[0])
	return strings.ContainsAny(said, "\"“”") || strings.Contains(said, "''")
}

// headingWords is how many words, marks included, a heading in marks may have that stands
// at the end of the paragraph before it.
const headingWords = 12

// lastVoice is the statement from the one given on whose speaker a quotation
// without an attribution carries on: the last that is quoted, else the last; -1
// when none has a speaker.
func (r *reader) lastVoice(from int) int {
	last := -1
	for i := len(r.doc.Statements) - 1; i >= from; i-- {
		st := &r.doc.Statements[i]
		if st.Speaker == nil {
			continue
		}
		if st.Type == document.Direct {
			return i
		}
		if last < 0 {
			last = i
		}
	}
	return last
}

// adjoins tells whether no sentence stands between a statement, with its attribution,
// and a region after it, which opens with the same mark as its last piece.
func (r *reader) adjoins(st *document.Statement, region document.Span) bool {
	d := r.doc
	last := st.Content[len(st.Content)-1]
	if d.Slice(d.Tokens[r.tokenAt(last.Start)].Span) != d.Slice(d.Tokens[r.tokenAt(region.Start)].Span) {
		return false
	}
	return r.sentenceOf(region.Start) <= r.sentenceOf(max(last.End-1, st.Cue.Start))+1
}

// join gives the held paragraphs to the statement that begins with this
// sentence's first words, the end of the same quotation; if there is none they
// float.
func (r *reader) join(before int) {
	v, sts := &r.voice, r.doc.Statements
	if len(v.held) > 0 && sts[before].Content[0].Start == r.units[0].Start && r.units[0].is(quoted) && r.opensLike(v.held[0]) {
		sts[before].Content = append(v.held, sts[before].Content...)
		v.held = nil
		return
	}
	r.release()
}

// opensLike tells whether the quotation that begins the sentence opens with the
// mark with which another does, or goes on without any.
func (r *reader) opensLike(q document.Span) bool {
	d := r.doc
	w := d.Slice(d.Tokens[r.units[0].first].Span)
	return marks[w]&mark == 0 || strings.HasPrefix(d.Text[q.Start:], w)
}

// release lets held paragraphs float.
func (r *reader) release() {
	held := r.voice.held
	r.voice.held = nil
	if len(held) > 0 {
		r.float(held)
	}
}

// float gives a quotation to the one before it, when they are one, an attribution or
// none between them,
// or makes a statement of it by whoever spoke last, or by him of whom
// the sentence before speaks, or, when nobody has spoken, by the one person that
// the article has named.
func (r *reader) float(content []document.Span) {
	v := &r.voice
	if v.last >= 0 {
		if st := &r.doc.Statements[v.last]; st.Type == document.Direct && r.adjoins(st, content[0]) {
			st.Content = append(st.Content, content...)
			return
		}
	}
	var who *document.Source
	if v.last >= 0 {
		who = r.doc.Statements[v.last].Speaker
	} else if v.subject != nil {
		who = v.subject
	} else if len(r.doc.Statements) == 0 {
		who = r.only(content[0].Start)
	}
	if who == nil || who.Entity >= 0 && unquotable[r.doc.Entities[who.Entity].Type] {
		return
	}
	v.last = r.append(document.Statement{
		Type: document.Direct, Content: content, Speaker: who,
		Rule: rules[ruleFloating].name, Confidence: rules[ruleFloating].confidence,
	})
}

// unquotable are the kinds of names for what nobody quotes, though they may be the subject
// of the sentence before a quotation.
var unquotable = map[document.EntityType]bool{document.Event: true, document.Work: true, document.Other: true, document.Place: true}

// opening is how many mentions the opening of an article may hold. It bounds the
// work for a text that is all quotation.
const opening = 100

// only is the one person named before a byte of the article's opening, nil when
// there is none or more.
func (r *reader) only(before int) *document.Source {
	d := r.doc
	var who *document.Source
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Start >= before {
			break
		}
		if i == opening {
			return nil
		}
		if m.Kind != document.Name || m.Type != document.Person || m.Entity < 0 {
			continue
		}
		if who != nil && who.Entity != m.Entity {
			return nil
		}
		who = &document.Source{Entity: m.Entity, Span: m.Span, Name: d.Entities[m.Entity].Name}
	}
	return who
}

// belated reads a sentence that is nothing but the attribution of the quotation
// that is the sentence before it; it tells whether it was.
func (r *reader) belated(s document.Sentence) bool {
	v := &r.voice
	if v.alone.Empty() || s.Paragraph != r.paragraph || len(r.cues) == 0 {
		return false
	}
	c := &r.cues[0]
	if c.who.empty() || c.borrowed || c.form != finiteForm || c.verbs&quotes == 0 || c.start() > 0 {
		return false
	}
	if at, _ := r.after(c); at < len(r.units) && !r.units[at].is(stop) {
		return false
	}
	r.claim(r.statement(&candidate{cue: r.cueSpan(c), who: c.who, rule: ruleQuoteBefore}))
	return true
}

// signature reads a paragraph that is nothing but a dash and a name as that of
// whom the paragraph before quotes; it tells whether it is one.
func (r *reader) signature(s document.Sentence) bool {
	who := phrase{1, r.withoutStop()}
	if r.voice.alone.Empty() || s.Paragraph == r.paragraph || !r.dashAt(0) || !r.signs(who) {
		return false
	}
	r.claim(r.statement(&candidate{cue: r.units[0].Span, who: who, rule: ruleSigned}))
	return true
}

// claim makes a statement of the quotation that was the sentence before, with the
// paragraphs that led up to it, whoever it went to meanwhile.
func (r *reader) claim(st document.Statement) {
	v, d := &r.voice, r.doc
	if v.aloneIn >= 0 {
		if st := &d.Statements[v.aloneIn]; len(st.Content) > 1 {
			st.Content = st.Content[:len(st.Content)-1]
		} else {
			d.Statements = d.Statements[:v.aloneIn]
		}
	}
	st.Type, st.Content = document.Direct, append(v.held, v.alone)
	if len(v.held) > 0 {
		st.Content = v.held
	}
	*v = newVoice()
	v.last = r.append(st)
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

// endsOpen tells whether the sentence ends in a quotation without its closing
// mark.
func (r *reader) endsOpen() bool {
	u := &r.units[len(r.units)-1]
	return u.is(quoted) && u.unclosed
}

// awaitContent notes an attribution that ends its sentence with a colon, or
// announces "the following statement", so that what follows in a sentence or
// paragraph of its own is its content.
func (r *reader) awaitContent() {
	n := len(r.units)
	following := r.following(n) > 0
	if !r.units[n-1].is(colon) {
		if following {
			r.blockNext = r.await(r.units[n-1].Span, r.issuer(n), ruleAnnounced)
		}
		return
	}
	for k := len(r.cues) - 1; k >= 0; k-- {
		c := &r.cues[k]
		if c.who.empty() || c.verbs&quotes == 0 || r.units[c.who.from].is(firstPerson) || r.mute(c.who) {
			continue
		}
		if following && c.who.from > 0 && (r.units[c.who.from-1].is(subordinate) || c.who.from > r.following(n) && r.issued(n)) {
			continue // "released the following statement after the port announced its plan:"
		}
		r.await(r.cueSpan(c), c.who, ruleColon)
		at, _ := r.after(c)
		r.blockNext = at == n-1
		return
	}
	if !following && r.voice.pending != nil {
		return // "… the following statement on H. Res. 12, the Bridge Act:", cut in two at its stop
	}
	who, how := r.issuer(n), ruleAnnounced
	if !following {
		who, how = r.colonSubject(n-1), ruleColon
	}
	awaited := r.await(r.units[n-1].Span, who, how)
	r.blockNext = awaited && following
}

// await notes that words of a speaker are to come; it tells whether there is one.
func (r *reader) await(cue document.Span, who phrase, how rule) bool {
	if who.empty() || r.units[who.from].is(firstPerson) {
		return false
	}
	st := r.statement(&candidate{cue: cue, who: who, rule: how})
	r.voice.pending = &st
	return true
}

// issued tells whether a verb that issues something stands before the words that
// announce what comes after unit end.
func (r *reader) issued(end int) bool {
	for i := r.following(end) - 1; i > 0; i-- {
		if r.units[i].is(issuing) {
			return true
		}
	}
	return false
}

// following is the unit with which the units before unit end announce words to
// come, "the following statement", "issued this statement", or, before a colon,
// "released a statement"; 0 when they don't.
func (r *reader) following(end int) int {
	for i := 1; i+1 < end; i++ {
		if !r.units[i+1].is(occasion) && !(i+2 < end && r.oneOf(i+1, "joint|bipartisan|brief") && r.units[i+2].is(occasion)) {
			continue
		}
		switch r.text(i) {
		case "following":
			if r.text(i-1) == "the" {
				return i
			}
		case "this", "these":
			if r.units[i-1].is(issuing) {
				return i
			}
		case "a":
			if r.units[i-1].is(issuing) && r.units[end-1].is(colon) {
				return i
			}
		}
	}
	return 0
}
