package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// askers are the labels of those who ask, whom a transcript names only where
// somebody else gives them the floor.
var askers = map[string]bool{"q": true, "question": true, "journalist": true, "reporter": true}

// chairs are the labels of those who need to say no more than a name to give
// somebody the floor: with others it may be an answer.
var chairs = map[string]bool{"moderator": true, "operator": true, "host": true, "aide": true, "chair": true}

var (
	// handing are the words with which, and with a name, somebody is given the floor:
	// "Yes, go ahead, Ann", "Over to you, Ann Smith with the Harbour Press".
	handing = wordSet("yes yeah yep okay ok all right go ahead please next over to you now first last hi hey hello sure")
	// leaning words stand beside those.
	leaning = wordSet("and but then so in the back here there let 's ’s us me we we'll 'll ’ll i from with at of let's let’s well sorry great good")
	// floors are phrases with which a sentence of any other words gives the floor to
	// whom it names: "Our next question comes from the line of Ann Smith".
	floors = []string{" next question ", " will go to ", " first question ", " last question ", " final question ", " go to ", " go next to ", " turn to ", " start with ", " call on ", " question from ", " the line of ", " line is ", " unmute ", " unmuted ", " kick us off ", " over to ", " next up ", " repeat ", " with that , ", " go ahead ", " let 's do ", " let ’s do "}
	// replying are the words with which an answer begins before it turns to who asked.
	replying = wordSet("so well yeah yes yep no look hi hey hello thanks thank you sure ok okay right oh listen and but good great morning afternoon evening sorry very much again")
	// calling are the words that stand before the name in such a sentence.
	calling = wordSet("to from with on of have is , : start next and ask do")
)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// asker names who asks after a label that names nobody: whom the turn before has
// given the floor with its last words. It is nil when the label isn't an asker's or
// nobody is named.
func (r *reader) asker(l *label) *document.Source {
	d := r.doc
	if !askers[lower(l.text)] || r.turnOf < 0 || r.turnOf != len(d.Statements)-1 {
		return nil
	}
	st := &d.Statements[r.turnOf]
	label := strings.TrimSuffix(lower(d.Slice(st.Speaker.Span)), ".")
	if askers[label] {
		return nil
	}
	label = label[strings.LastIndexByte(label, ' ')+1:]
	last := st.Content[len(st.Content)-1]
	first, end := r.tokenAt(last.Start), r.tokenAt(last.End-1)+1
	for range floorSentences {
		from := max(first, d.Sentences[r.sentenceOf(d.Tokens[end-1].Start)].First)
		chair := chairs[label] && from == first && len(st.Content) == 1
		if who, thanked := r.givenFloor(from, end, chair); who != nil || thanked {
			return who
		}
		if end = from; end <= first {
			break
		}
	}
	if chairs[label] && len(st.Content) == 1 && r.turnOf > 0 && last.Len() < aside && !r.holdsName(last) {
		// "Yes, we can hear you."
		if before := d.Statements[r.turnOf-1].Speaker; before != nil && askers[lower(d.Slice(before.Span))] && before.Name != d.Slice(before.Span) {
			return before
		}
	}
	return nil
}

// replyFirst is within how many words an answer turns to who asked.
const replyFirst = 8

// answered names who asked in the turn before, where nobody gave him the floor, by
// whom the answer turns to at once: "Well, Ann, the bridge is old." One who answers
// there too hasn't asked.
func (r *reader) answered(l *label, words document.Span) {
	d := r.doc
	n := len(d.Statements) - 1
	if n < 0 || r.turnOf != n || askers[lower(l.text)] {
		return
	}
	s := d.Statements[n].Speaker
	if s.Entity >= 0 || s.Name != d.Slice(s.Span) || !askers[lower(s.Name)] {
		return
	}
	first := r.tokenAt(words.Start)
	for i := first; i < min(first+replyFirst, len(d.Tokens)-1) && d.Tokens[i].Start < words.End; i++ {
		w := lower(d.Slice(d.Tokens[i].Span))
		if replying[w] || marks[w] != 0 {
			continue
		}
		end := r.properEnd(i, len(d.Tokens)-1)
		turns := i == first || marks[d.Slice(d.Tokens[i-1].Span)]&(comma|dash|stop) != 0
		if tagClasses[d.Tokens[i].Tag]&proper == 0 || !turns || marks[d.Slice(d.Tokens[end].Span)]&(comma|dash|stop) == 0 || r.addressed(i) {
			break
		}
		if who := r.partyAt(i, end); who != nil && !r.answers(who) && r.saysMore(end) {
			s.Entity, s.Name = who.Entity, who.Name
			return
		}
		break
	}
	label := lower(l.text)
	if who := r.vocative(first); who != nil && !chairs[label[strings.LastIndexByte(label, ' ')+1:]] {
		s.Entity, s.Name = who.Entity, who.Name
	}
}

// vocatives is within how many words of an answer a name between commas is that of who
// asked.
const vocatives = 45

// vocative is whom the answer that begins with a token calls by a given name between
// commas: "I would have to check on that, Ann." Behind a noun it may say who somebody
// else is, "my friend, Ann, came", unless it ends the sentence or "you" stands near it.
func (r *reader) vocative(first int) *document.Source {
	d, end := r.doc, first+vocatives
	if next := r.talk.next + 1; next < len(r.talk.labels) {
		end = min(end, r.talk.labels[next].first)
	}
	for i := first + 2; i < min(end, len(d.Tokens)-2); i++ {
		if d.Slice(d.Tokens[i-1].Span) != "," || !r.lexicon.Of(d.Slice(d.Tokens[i].Span)).Has(lexicon.Given) || tagClasses[d.Tokens[i].Tag]&proper == 0 {
			continue
		}
		before, after, beyond := d.Tokens[i-2], d.Slice(d.Tokens[i+1].Span), d.Slice(d.Tokens[i+2].Span)
		ends := marks[after]&stop != 0
		if !ends && after != "," || tagClasses[before.Tag]&proper != 0 || lower(beyond) == "and" || !ends && tagClasses[d.Tokens[i+2].Tag]&proper != 0 {
			continue
		}
		if !ends && tagClasses[before.Tag]&noun != 0 && !r.secondPerson(i-4, i+4) {
			continue
		}
		if who := r.partyAt(i, i+1); who != nil && !r.answers(who) && !r.handsOver(i-floorWords, i+floorWords) {
			return who
		}
	}
	return nil
}

// floorWords is how near to a name the words are that give the floor to its bearer.
const floorWords = 4

// handsOver tells whether one of tokens [from, to) is a word that gives the floor to
// whom they name, so that he hasn't asked yet.
func (r *reader) handsOver(from, to int) bool {
	for i := max(from, 0); i < min(to, len(r.doc.Tokens)); i++ {
		switch lower(r.doc.Slice(r.doc.Tokens[i].Span)) {
		case "ahead", "next", "please", "question":
			return true
		}
	}
	return false
}

// secondPerson tells whether "you" or "your" is among tokens [from, to).
func (r *reader) secondPerson(from, to int) bool {
	for i := max(from, 0); i < min(to, len(r.doc.Tokens)); i++ {
		if r.lexicon.Word(r.doc.Slice(r.doc.Tokens[i].Span)).Person == 2 {
			return true
		}
	}
	return false
}

// saysMore tells whether a turn goes on with a verb soon after a token: what is no more
// than a name, or a name and a paper, calls on the next one.
func (r *reader) saysMore(token int) bool {
	d, end := r.doc, token+2*replyFirst
	if next := r.talk.next + 1; next < len(r.talk.labels) {
		end = min(end, r.talk.labels[next].first)
	}
	for i := token; i < min(end, len(d.Tokens)); i++ {
		if tagClasses[d.Tokens[i].Tag]&finite != 0 {
			return true
		}
	}
	return false
}

// answers tells whether a person is one of those whose labels the transcript has.
func (r *reader) answers(who *document.Source) bool {
	for label, b := range r.talk.bearers {
		if b != nil && b.Entity >= 0 && b.Entity == who.Entity {
			return true
		}
		names := label
		if b != nil {
			names += " " + b.Name
		}
		for name := range strings.FieldsSeq(names) {
			if strings.EqualFold(name, who.Name) {
				return true
			}
		}
	}
	return false
}

// holdsName tells whether there is a name among the words of a span.
func (r *reader) holdsName(s document.Span) bool {
	for i := r.tokenAt(s.Start); i < len(r.doc.Tokens) && r.doc.Tokens[i].Start < s.End; i++ {
		if tagClasses[r.doc.Tokens[i].Tag]&proper != 0 {
			return true
		}
	}
	return false
}

// aside is how many bytes the words of one who chairs may have between a question
// and its second half.
const aside = 30

// floorSentences is how many sentences at the end of a turn may give the floor.
const floorSentences = 3

// givenFloor is to whom tokens [from, to) of a turn give the floor, nil for nobody,
// and whether they thank, which ends what somebody asked. For one who chairs a name is
// enough.
func (r *reader) givenFloor(from, to int, chair bool) (who *document.Source, thanked bool) {
	d := r.doc
	var name *document.Source
	words, plain, hands := " ", true, chair
	begin := -1
	for i := from; i < to; i++ {
		w := lower(d.Slice(d.Tokens[i].Span))
		words += w + " "
		switch {
		case w == "thank" || w == "thanks":
			return nil, true
		case handing[w]:
			hands = true
		case leaning[w] || marks[w] != 0:
			hands = hands || w == "?"
		case tagClasses[d.Tokens[i].Tag]&proper != 0:
			end := r.properEnd(i, to)
			if s := r.partyAt(i, end); s != nil && name == nil && !r.addressed(i) {
				name, begin = s, i
			}
			for j := i + 1; j < end; j++ {
				words += lower(d.Slice(d.Tokens[j].Span)) + " "
			}
			i = end - 1
		default:
			plain = false
		}
	}
	if name == nil {
		return nil, false
	}
	if plain && hands {
		return name, false
	}
	if begin > from && !calling[lower(d.Slice(d.Tokens[begin-1].Span))] {
		return nil, false
	}
	for _, f := range floors {
		if strings.Contains(words, f) {
			return name, false
		}
	}
	return nil, false
}

// properEnd is where the run of names ends that begins with token i: that of its
// mention, else of its words.
func (r *reader) properEnd(i, to int) int {
	d := r.doc
	if m := r.nameAt(i); m != nil {
		return min(m.Last, to)
	}
	end := i + 1
	for end < to && tagClasses[d.Tokens[end].Tag]&proper != 0 && r.nameAt(end) == nil {
		end++
	}
	return end
}

// addressed tells whether a title stands before token i, as it doesn't before the
// names of those who ask.
func (r *reader) addressed(i int) bool {
	d := r.doc
	if i > 0 && d.Slice(d.Tokens[i-1].Span) == "." {
		i--
	}
	return i > 0 && r.lexicon.Word(d.Slice(d.Tokens[i-1].Span)).Is(lexicon.Role|lexicon.Honorific)
}

// partyAt is the person whose name is tokens [from, to), whatever a reader of names
// took it for, nil when it is that of something else.
func (r *reader) partyAt(from, to int) *document.Source {
	d := r.doc
	m := r.nameAt(from)
	// "we'll go to Ann Smith from the Press"
	papered := from > 0 && lower(d.Slice(d.Tokens[from-1].Span)) == "to" && to < len(d.Tokens) && ofPaper[lower(d.Slice(d.Tokens[to].Span))]
	if papered && to-from == 1 && m != nil && (m.Type == document.Country || m.Type == document.Place) && r.lexicon.Of(d.Slice(d.Tokens[from].Span)).Has(lexicon.Given) {
		return &document.Source{Entity: -1, Name: d.Slice(d.Tokens[from].Span)} // a reporter by the name of Jordan
	}
	if m != nil && m.Entity >= 0 {
		switch e := &d.Entities[m.Entity]; {
		case e.Wikidata != "" && e.Type == document.Person:
			return &document.Source{Entity: -1, Name: e.Name} // a namesake: statesmen aren't called on to ask
		case e.Type == document.Person:
			return &document.Source{Entity: m.Entity, Name: e.Name}
		case e.Wikidata != "":
			return nil
		}
	}
	if to-from > 2 || r.lexicon.Of(d.Text[d.Tokens[from].Start:d.Tokens[to-1].End]).Has(unpersonal) {
		return nil
	}
	// "Go ahead, Ann"; "Ann, your line is open".
	invited := papered || from > 1 && lower(d.Slice(d.Tokens[from-2].Span)) == "ahead" ||
		to+1 < len(d.Tokens) && d.Slice(d.Tokens[to].Span) == "," && strings.HasPrefix(d.Slice(d.Tokens[to+1].Span), "you")
	if !invited && (m == nil || to-from > 1) && !r.lexicon.Of(d.Slice(d.Tokens[from].Span)).Has(lexicon.Given|lexicon.Surname) {
		return nil
	}
	for i := from; i < to; i++ {
		if w := d.Slice(d.Tokens[i].Span); w[0] < 'A' || w[0] > 'Z' || m == nil && len(w) > 1 && upper(w) || r.lexicon.Word(w).Class != 0 || strings.Contains(w, ".") && !upper(w) {
			return nil
		}
	}
	if m != nil && m.Entity >= 0 {
		return &document.Source{Entity: m.Entity, Name: d.Entities[m.Entity].Name}
	}
	return &document.Source{Entity: -1, Name: d.Text[d.Tokens[from].Start:d.Tokens[to-1].End]}
}

// ofPaper are the words that stand between who asks and his paper.
var ofPaper = wordSet("from with at of")

// unpersonal are the kinds of names that stand for no person.
const unpersonal = lexicon.Country | lexicon.Place | lexicon.Organization | lexicon.Adjective
