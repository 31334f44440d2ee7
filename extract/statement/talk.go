package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// tally is what is known of all labels of one text.
type tally struct {
	paragraphs int  // that it begins
	within     int  // places within paragraphs where it stands
	personal   bool // somebody speaks of himself, or to somebody, after one of them
}

// conversation is the labels of a document.
type conversation struct {
	labels  []label // the speakers' ones, in order
	next    int     // the first of them that no sentence has taken yet
	letters bool    // it is an interview by Q and A
	dense   bool    // most paragraphs from the first to the last belong to a turn
	end     int     // the first paragraph after the last turn, where the article goes on

	asked   bool                        // whom the A stands for has been looked for
	bearers map[string]*document.Source // whom the labels stand for, when that is known
}

// converse finds the labels of the document and settles which are speakers'.
// Those are that stand before several turns, in one of which somebody speaks of
// himself or to somebody; of those in capitals a title is enough, and once there is
// one of them all others are labels too.
func (r *reader) converse() conversation {
	d := r.doc
	all, counts := r.scanLabels()
	c := conversation{bearers: make(map[string]*document.Source)}
	play := r.exchange(all, func(l *label) bool { return l.stopped })
	chat := r.exchange(all, func(l *label) bool {
		return !l.stopped && !l.letter() && counts[l.text].paragraphs > 1 && !r.place(d.Sentences[l.sentence])
	})
	letters, transcript := 0, false
	for i := range all {
		if l := &all[i]; l.letter() {
			letters++
		} else if l.capitals && !l.stopped && !transcript {
			transcript = r.takesTurn(l, counts[l.text])
		}
	}
	c.letters = letters > 1 || letters > 0 && transcript
	speakers := make(map[string]bool)
	for i := range all {
		l := &all[i]
		switch {
		case l.letter():
			speakers[l.text] = c.letters
		case l.stopped:
			speakers[l.text] = speakers[l.text] || play
		case heading(l.text):
		case chat && counts[l.text].paragraphs > 1, transcript && l.capitals && l.starts, r.takesTurn(l, counts[l.text]):
			speakers[l.text] = true
		}
	}
	c.choose(all, speakers)
	if c.dense = r.dense(c.labels); c.dense && len(speakers) > 1 {
		for i := range all {
			if l := &all[i]; l.starts && l.first > 0 && !heading(l.text) && !l.letter() && r.mayTakeTurn(l) {
				speakers[l.text] = true
			}
		}
		c.choose(all, speakers)
	}
	c.end = r.endOfTalk(c.labels)
	for i := range c.labels {
		if l := &c.labels[i]; c.bearers[l.text] == nil {
			c.bearers[l.text] = r.bearer(l)
		}
	}
	return c
}

// endOfTalk is the paragraph in which the article goes on after the last turn: one
// from which on nobody speaks of himself or to somebody outside quotation, but
// somebody is quoted. It is past the last paragraph when there is none.
func (r *reader) endOfTalk(ls []label) int {
	ss := r.doc.Sentences
	if len(ls) == 0 {
		return 0
	}
	end, quotes := ss[len(ss)-1].Paragraph+1, false
	for k := len(ss) - 1; k > ls[len(ls)-1].sentence; k-- {
		if r.talks(ss[k]) {
			break
		}
		for q := r.quoteAt(ss[k].Start); q < len(r.doc.Quotes) && r.doc.Quotes[q].First < ss[k].Last; q++ {
			quotes = quotes || r.doc.Quotes[q].Last-r.doc.Quotes[q].First > shortest
		}
		if p := ss[k].Paragraph; quotes && p != ss[ls[len(ls)-1].sentence].Paragraph {
			end = p
		}
	}
	return end
}

// talks tells whether a sentence has a pronoun of the first or second person
// outside quotation.
func (r *reader) talks(s document.Sentence) bool {
	for i := range r.unquoted(s) {
		if n := r.lexicon.Word(r.doc.Slice(r.doc.Tokens[i].Span)).Person; n == 1 || n == 2 {
			return true
		}
	}
	return false
}

// bearer is whom a label names where it stands, nil when that is unknown. Not every
// place where a surname stands in capitals is taken for a name.
func (r *reader) bearer(l *label) *document.Source {
	d := r.doc
	s := r.named(document.Span{Start: d.Tokens[l.first].Start, End: d.Tokens[l.last-1].End})
	if s.Entity < 0 {
		return nil
	}
	switch d.Entities[s.Entity].Type {
	case document.Place, document.Country:
		if !r.begins(s.Entity, l.first) {
			return nil // "PRIME MINISTER OF SAMOA" isn't Samoa
		}
	}
	return s
}

// exchange tells whether labels of one kind are those of people who talk to one
// another: two or more, with several turns, of which the text is made.
func (r *reader) exchange(all []label, kind func(*label) bool) bool {
	var turns []label
	names := make(map[string]bool)
	personal := false
	for i := range all {
		if l := &all[i]; l.starts && !heading(l.text) && kind(l) {
			turns = append(turns, *l)
			names[l.text] = true
			personal = personal || r.personal(l)
		}
	}
	return personal && len(names) > 1 && len(turns) > len(names) && r.dense(turns)
}

// choose keeps the labels that are speakers'.
func (c *conversation) choose(all []label, speakers map[string]bool) {
	c.labels = c.labels[:0]
	for _, l := range all {
		if speakers[l.text] && (!l.stopped || l.starts) {
			c.labels = append(c.labels, l)
		}
	}
}

// sparse is how many paragraphs there may be for each label in a text that is a
// conversation.
const sparse = 3

// dense tells whether a text is a conversation from its first label to its last.
func (r *reader) dense(ls []label) bool {
	n := 0
	for i := range ls {
		if ls[i].starts {
			n++
		}
	}
	if n < 2 {
		return false
	}
	ss := r.doc.Sentences
	return ss[ls[len(ls)-1].sentence].Paragraph-ss[ls[0].sentence].Paragraph < sparse*n
}

// titled are words that begin the label of a speaker in a transcript.
var titled = map[string]bool{
	"mr.": true, "ms.": true, "mrs.": true, "dr.": true, "the": true, "president": true, "secretary": true, "senator": true,
	"moderator": true, "audience": true, "senior": true, "vice": true, "prime": true, "minister": true, "chairman": true,
	"pm": true, "general": true, "ambassador": true, "reporter": true, "question": true, "answer": true, "interviewer": true, "host": true,
	"journalist": true, "speaker": true, "governor": true, "first": true, "mayor": true, "participant": true, "interpreter": true,
}

// takesTurn tells whether a label is that of a speaker in a transcript, an
// interview or a play.
func (r *reader) takesTurn(l *label, t *tally) bool {
	if heading(l.text) {
		return false
	}
	if word, _, _ := strings.Cut(strings.ToLower(l.text), " "); l.capitals && titled[word] && l.starts && (word != "the" || r.role(l)) && (l.alone || r.lettered(l.after, r.labelled(l.sentence).Last)) {
		return true
	}
	if t.paragraphs < 2 && t.within < 3 || !t.personal {
		return false
	}
	return l.capitals || r.mayTakeTurn(l)
}

// talkers are words that head the label of somebody who asks or answers, though
// they name no person.
var talkers = map[string]bool{"question": true, "answer": true, "q": true, "a": true}

// mayTakeTurn tells whether a label in small letters can be somebody: not when it
// is the name of a place or a country, or a thing.
func (r *reader) mayTakeTurn(l *label) bool {
	d := r.doc
	if talkers[lower(l.text)] || r.role(l) {
		return true
	}
	quoted := l.after < len(d.Tokens) && marks[d.Slice(d.Tokens[l.after].Span)]&mark != 0
	name := quoted || d.Tokens[l.last-1].Tag == "NNP" && len(l.text) > 1 // letters count parts
	for i := r.mentionAt(d.Tokens[l.first].Start); i < len(d.Mentions) && d.Mentions[i].First < l.last; i++ {
		switch d.Mentions[i].Type {
		case document.Person:
			return true
		case document.Place, document.Country:
			name = false
		}
	}
	return name
}

// role tells whether a label is a noun for a person: "THE MAYOR".
func (r *reader) role(l *label) bool {
	d := r.doc
	return r.headWord(document.Span{Start: d.Tokens[l.first].Start, End: d.Tokens[l.last-1].End}).Is(lexicon.Role | lexicon.Human | lexicon.Family)
}

// lettered tells whether any of tokens [from, to) begins with a letter, which
// those of a telephone number don't.
func (r *reader) lettered(from, to int) bool {
	for i := from; i < to; i++ {
		if c := r.doc.Text[r.doc.Tokens[i].Start] | 0x20; c >= 'a' && c <= 'z' || c >= 0x80 {
			return true
		}
	}
	return false
}
