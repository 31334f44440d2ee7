package statement

import "dossier/extract/document"

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

	who      phrase // empty when nobody is named here
	inverted bool   // said Smith
	borrowed bool   // who is the subject of an earlier verb
}

// span is the words of the cue as a statement shows them.
func (r *reader) cueSpan(c *cue) document.Span {
	return document.Span{Start: r.units[c.verb].Start, End: r.units[c.to-1].End}
}

// start is the first unit of the attribution: subject or verb.
func (c *cue) start() int {
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
	v, ok := r.chooseFrame(u.verbs, i+1)
	if !ok || u.is(proper) && (v.frame&nounish != 0 || v.frame&bare == 0) {
		return cue{}, false
	}
	if !u.is(verbal|proper) && v.frame&nounish != 0 {
		return cue{}, false
	}
	if i > 0 && r.units[i-1].is(determiner|owner|possessive|preposition|adjective|noun) && (!u.is(verbal) || r.units[i-1].is(determiner|owner|possessive)) &&
		!u.is(finite|participle) && !(u.is(gerund) && r.units[i-1].is(preposition|noun|determiner)) {
		if !r.units[i-1].is(infinitive) && !r.units[i-1].is(subject) {
			return cue{}, false
		}
	}
	c := cue{verb: i, from: i, to: i + 1, verbs: v.frame}
	if v.particle != "" {
		c.to++
	}
	r.group(&c)
	return c, true
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
	}
}
