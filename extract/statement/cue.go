package statement

import (
	"strings"

	"dossier/extract/document"
)

// form is how a reporting verb stands in its clause, which says where to look
// for its subject.
type form byte

const (
	finiteForm     form = iota // said, has said, would say, is saying
	gerundForm                 // adding that
	infinitiveForm             // to say
	passiveForm                // was told
)

// phrase is a run of units, [from, to).
type phrase struct{ from, to int }

func (p phrase) empty() bool { return p.to <= p.from }

// cue is a reporting verb in its sentence, with the words that name the speaker.
type cue struct {
	verb     int // the unit of the verb itself
	from, to int // its group: auxiliaries, adverbs and particle included
	verbs    frame
	form     form
	negated  bool
	begin    int // where the attribution begins when the subject doesn't say: a unit, -1 for none

	who      phrase // empty when nobody is named here
	inverted bool   // said Smith
	borrowed bool   // who is the subject of an earlier verb
}

// cueSpan is the words of the cue as a statement shows them: the verb with its
// particle, and all of its group when that holds a "not", without which "has not
// announced how" would read as an announcement.
func (r *reader) cueSpan(c *cue) document.Span {
	first := c.verb
	if c.negated {
		first = c.from
	}
	return document.Span{Start: r.units[first].Start, End: r.units[c.to-1].End}
}

// start is the first unit of the attribution: subject or verb.
func (c *cue) start() int {
	if c.begin >= 0 {
		return c.begin
	}
	if !c.who.empty() && !c.borrowed && !c.inverted && c.who.from < c.from {
		return c.who.from
	}
	return c.from
}

// cues finds the reporting verbs of the sentence.
func (r *reader) findCues() {
	r.cues = r.cues[:0]
	for i := range r.units {
		if r.units[i].verbs == nil {
			continue
		}
		if c, ok := r.cueAt(i); ok {
			r.cues = append(r.cues, c)
		}
	}
}

func (r *reader) cueAt(i int) (cue, bool) {
	u := &r.units[i]
	if r.bids(i) {
		return cue{}, false
	}
	v, ok := r.chooseFrame(u.verbs, i+1)
	if !ok {
		return cue{}, false
	}
	if !u.is(verbal) && (r.announces(i) || r.attributes(i)) {
		u.class = u.class&^nominal | r.formOf(i)
	}
	if u.is(proper) && (v.frame&nounish != 0 || v.frame&bare == 0) || !u.is(verbal|proper) && v.frame&nounish != 0 {
		return cue{}, false
	}
	if i > 0 && u.is(participle) && r.units[i-1].is(determiner|owner|possessive) && !r.units[i-1].is(subject) {
		return cue{}, false
	}
	if i > 0 && !u.is(finite|participle) {
		before := &r.units[i-1]
		if before.is(determiner|owner|possessive) && !before.is(subject) ||
			!u.is(verbal) && before.is(preposition|adjective|noun) && !before.is(infinitive) {
			return cue{}, false
		}
	}
	c := cue{verb: i, from: i, to: i + 1, verbs: v.frame, begin: -1}
	if v.particle != "" {
		c.to++
	}
	if !r.quotedAs(&c) {
		r.group(&c)
	}
	return c, true
}

// bids tells whether the verb at unit i begins a sentence behind a quotation, in the
// same sentence as the reader has it or in the next: “The bridge is safe.” Read more here.
func (r *reader) bids(i int) bool {
	behind := i == 0 && !r.voice.alone.Empty() || i > 0 && r.units[i-1].is(quoted) && r.units[i-1].ending&stop != 0
	return behind && upper(r.doc.Text[r.units[i].Start:r.units[i].Start+1])
}

// announces tells whether what follows unit i makes it a reporting verb
// whatever its tag: "that", a colon and a quotation, a quotation.
func (r *reader) announces(i int) bool {
	w := r.text(i)
	if i > 0 && r.units[i-1].is(determiner|owner|possessive|adjective|preposition|verbal) || !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") {
		return false
	}
	i++
	n := len(r.units)
	if i < n && r.units[i].is(comma|colon) {
		i++
		return i < n && r.units[i].is(quoted) || i == n && r.units[i-1].is(colon)
	}
	return i < n && (r.units[i].is(quoted) || r.units[i].all(that|preposition))
}

// attributes tells whether unit i, whatever its tag, is the verb of a quotation
// before it: “…,” the letter read. “…,” read part of the letter.
func (r *reader) attributes(i int) bool {
	n := len(r.units)
	if i > 0 && r.units[i-1].is(quoted) && r.units[i-1].ending&(comma|stop) != 0 {
		p := r.phraseAfter(i+1, true)
		return !p.empty() && (p.to == n || r.units[p.to].is(punctuation))
	}
	if i+1 < n && !r.units[i+1].is(stop) {
		return false
	}
	j := i - 1
	for j >= 0 && r.units[j].is(nounPhrase) {
		j--
	}
	return j >= 0 && j < i-1 && r.units[j].is(quoted) && r.units[j].ending&(comma|stop) != 0 && r.units[i-1].is(nominal)
}

// formOf is the class of a verb form by its ending.
func (r *reader) formOf(i int) class {
	if strings.HasSuffix(r.text(i), "ing") {
		return gerund
	}
	return finite
}

// quoting are the verbs that quote somebody "as saying", and quotedWithin is how many
// units before that they may stand.
var quoting = map[string]bool{"quoted": true, "cited": true, "quotes": true, "cites": true, "quoting": true, "citing": true}

const quotedWithin = 24

// quotedAs reads "was quoted as saying" and "the agency quoted Smith as saying",
// whose speaker is the one quoted; it tells whether the cue is one of them.
func (r *reader) quotedAs(c *cue) bool {
	if c.verb < 2 || !r.units[c.verb].is(gerund) || r.text(c.verb-1) != "as" {
		return false
	}
	for i := c.verb - 2; i >= 0 && i > c.verb-quotedWithin; i-- {
		if !quoting[r.text(i)] {
			continue
		}
		group := cue{verb: i, from: i, to: i + 1}
		r.group(&group)
		before := r.phraseBefore(group.from, r.floor)
		if i+1 < c.verb-1 {
			c.who = phrase{i + 1, c.verb - 1}
		} else {
			c.who = before
		}
		if c.who.empty() {
			return false
		}
		c.begin = group.from
		if !before.empty() {
			c.begin = before.from
		}
		return true
	}
	return false
}

// chooseFrame picks the frame whose particle follows, else the plain one.
func (r *reader) chooseFrame(verbs []verb, next int) (verb, bool) {
	plain, found := verb{}, false
	for _, v := range verbs {
		if v.particle == "" {
			plain, found = v, true
		} else if next < len(r.units) && r.text(next) == v.particle {
			return v, true
		}
	}
	return plain, found
}

// group extends a cue over the auxiliaries and adverbs before it, and settles
// its form.
func (r *reader) group(c *cue) {
	u := &r.units[c.verb]
	var seen class
	i := c.verb - 1
	for ; i >= 0 && r.units[i].is(auxiliary|adverb|negation) && !r.units[i].is(subject|quoted); i-- {
		seen |= r.units[i].class
	}
	c.from = i + 1
	c.negated = seen&negation != 0
	switch {
	case i >= 0 && r.units[i].is(infinitive) && (u.is(base) || seen&be != 0 || seen&have != 0):
		c.form, c.from = infinitiveForm, i
	case u.is(gerund) && seen&be == 0:
		c.form = gerundForm
	case !u.is(gerund) && seen&be != 0:
		c.form = passiveForm
	case u.is(participle|finite) && c.to < len(r.units) && r.text(c.to) == "by" && seen == 0:
		c.form = passiveForm // "a plan announced by Smith"
	}
	if c.form == infinitiveForm && c.from > 1 && r.text(c.from-1) == "on" {
		switch r.text(c.from - 2) {
		case "went", "goes", "go":
			c.form, c.from = finiteForm, c.from-2 // "she went on to say"
		}
	}
}
