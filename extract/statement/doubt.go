package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// doubts are what speaks against a candidate's being an utterance of anybody, which
// the chain doesn't see since the corpus that it learned from counts most of them as
// reports, and what is left of its confidence then. By reading statements drawn from
// news and press releases, nine of ten that were doubted were rightly so.
var doubts = []struct {
	why   string
	worth float64
	holds func(*reader, *candidate) bool
}{
	{"nobody is named beside it", .6, (*reader).floated},
	{"a thing shows it", .5, (*reader).shown},
	{"it is yet to be said", .6, (*reader).foreseen},
	{"it is what something is done for", .6, (*reader).purposed},
	{"it may be said", .6, (*reader).conditional},
	{"it goes with what is to be done", .6, (*reader).forward},
	{"it was not said", .6, (*reader).unuttered},
	{"it is what something is measured by", .6, (*reader).measured},
	{"it hangs on what somebody has", .5, (*reader).owned},
	{"a participle describes what was said", .5, (*reader).reducedTo},
	{"the cue is no verb", .5, (*reader).attributive},
	{"it is an idiom", .5, (*reader).idiomatic},
	{"it is the source of what was reported", .5, (*reader).sourced},
	{"a list follows it", .6, (*reader).ahead},
	{"it was made rather than said", .5, (*reader).made},
	{"a pronoun stands for it", .5, (*reader).deictic},
}

// doubt takes from the confidence of a candidate what its grammar speaks against it.
func (r *reader) doubt(c *candidate) {
	if c.content[0].empty() || r.units[c.content[0].from].is(quoted) || r.units[c.verb].verbs == nil && !r.isAccording(c.verb) {
		return
	}
	for i := range doubts {
		if doubts[i].holds(r, c) {
			if c.likely == 0 {
				c.likely = rules[c.rule].confidence
			}
			c.likely *= doubts[i].worth
			return
		}
	}
}

// sourced tells whether what is "cited" is no reason that somebody gives but where he
// has it from: “prices rose, the agency reported, citing [the portal of the port]”.
func (r *reader) sourced(c *candidate) bool {
	p := c.content[0]
	if !quoting[r.text(c.verb)] || p.from < c.verb || r.clauseVerbs(p.from, p.to) || r.holds(p, quoted) {
		return false
	}
	for i := p.from; i < p.to && !r.units[i].is(preposition|relative); i++ {
		if data[r.text(i)] {
			return true
		}
	}
	return r.written(p) || r.maySpeak(p)
}

// cueOf is the verb group of a candidate's cue.
func (r *reader) cueOf(c *candidate) cue {
	v := cue{verb: c.verb, from: c.verb, to: c.verb + 1, begin: -1}
	r.group(&v)
	return v
}

// peopled are endings of nouns for people.
var peopled = []string{"er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "ee", "ees", "others", "family", "families", "couple", "crowd"}

// undertakings are nouns for what somebody does, though bodies are called so too.
var undertakings = map[string]bool{"program": true, "programme": true, "project": true, "initiative": true, "package": true, "announcement": true, "event": true, "decision": true, "move": true, "step": true, "visit": true, "investment": true}

// shown tells whether the speaker is a thing that holds no words: figures, tests, an
// event.
func (r *reader) shown(c *candidate) bool {
	if c.who.empty() || r.units[c.who.from].is(personal|relative) || r.units[c.who.from].is(subject) && c.who.to == c.who.from+1 || !r.terms.showing[r.text(c.verb)] {
		return false
	}
	if h := r.headToken(r.span(c.who.from, c.who.to)); h >= 0 && undertakings[strings.TrimSuffix(lower(r.doc.Slice(r.doc.Tokens[h].Span)), "s")] {
		return true
	}
	if r.maySpeak(c.who) {
		return false
	}
	head := r.headToken(r.span(c.who.from, c.who.to))
	if head < 0 {
		return false
	}
	word := lower(r.doc.Slice(r.doc.Tokens[head].Span))
	return !r.hasWords(word)
}

// floated tells whether of the subject only its "all" behind an auxiliary has been
// found: "… have all announced".
func (r *reader) floated(c *candidate) bool {
	return c.who.to == c.who.from+1 && c.who.from > 0 && r.oneOf(c.who.from, "all|both|each") && r.units[c.who.from-1].is(auxiliary)
}

// unuttered tells whether the cue is negated: "did not announce the reason".
func (r *reader) unuttered(c *candidate) bool {
	return r.units[c.verb].verbs != nil && r.cueOf(c).negated
}

// data are nouns for what is known by counting and asking, and for where it is found.
var data = map[string]bool{"data": true, "figures": true, "statistics": true, "results": true, "findings": true, "estimates": true, "numbers": true, "records": true,
	"tally": true, "count": true, "census": true, "documents": true, "document": true, "poll": true, "polls": true, "source": true, "sources": true, "accounts": true, "reports": true,
	"portal": true, "website": true}

// measured tells whether something is according to a thing without words, "according to
// the new formula".
func (r *reader) measured(c *candidate) bool {
	if !r.isAccording(c.verb) || c.who.empty() || r.units[c.who.from].is(personal|subject|relative) || r.maySpeak(c.who) {
		return false
	}
	head := r.headToken(r.span(c.who.from, c.who.to))
	if head < 0 {
		return false
	}
	word := lower(r.doc.Slice(r.doc.Tokens[head].Span))
	return !data[word] && !r.hasWords(word)
}

// hasWords tells whether a noun is for people, or for what they say and write.
func (r *reader) hasWords(word string) bool {
	for _, end := range peopled {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return r.words.find(word).class&(occasion|number|determiner) != 0 || papers[word] || spoken[word] || papers[strings.TrimSuffix(word, "s")] || r.lexicon.Word(word).Is(lexicon.Utterance)
}

// owned tells whether the subject stands behind "whose": "officers whose services
// concluded in May".
func (r *reader) owned(c *candidate) bool {
	return !c.who.empty() && (r.text(c.who.from) == "whose" && c.who.to > c.who.from+1 || c.who.from > 0 && r.text(c.who.from-1) == "whose") && !r.maySpeak(c.who)
}

// foreseen tells whether the cue is in the future or the conditional, and reports no
// clause: "will reaffirm their friendship", "would agree to close it".
func (r *reader) foreseen(c *candidate) bool {
	v := r.cueOf(c)
	if v.form != finiteForm || c.content[0].from < c.verb {
		return false
	}
	clause := r.clauseVerbs(c.content[0].from, c.content[0].to) && !r.thing(c)
	for i := v.from; i < c.verb; i++ {
		if r.oneOf(i, "must|should|ought") {
			return true
		}
		if !clause && r.oneOf(i, "will|would|can|could|may|might|shall|'ll|’ll") {
			return true
		}
	}
	return false
}

// thing tells whether what the cue reports is a noun phrase, whatever its relative
// clauses hold.
func (r *reader) thing(c *candidate) bool {
	p := c.content[0]
	for i := p.from; i < p.to; i++ {
		switch u := &r.units[i]; {
		case u.is(relative | that):
			return i > p.from
		case u.is(quoted|finite|auxiliary) || !u.is(nounPhrase|participle|gerund|adverb|coordinator|preposition):
			return false
		}
	}
	return true
}

// conditional tells whether the cue stands in a condition: "if the council agrees".
func (r *reader) conditional(c *candidate) bool {
	t := r.units[c.verb].first
	if !r.tree.holds(t) || c.who.empty() || c.who.from > c.verb {
		return false
	}
	if m := r.hanging(t, "mark"); m >= 0 {
		w := lower(r.doc.Slice(r.doc.Tokens[m].Span))
		return w == "if" || w == "unless"
	}
	return false
}

// forward tells whether the cue is a participle of what somebody is going to do: "will
// consider the plan before announcing a decision".
func (r *reader) forward(c *candidate) bool {
	t := r.units[c.verb].first
	if !r.tree.holds(t) || !r.units[c.verb].is(gerund) || !r.hangs(t, "advcl") {
		return false
	}
	h := r.doc.Arcs[t].Head
	if !r.tree.holds(h) {
		return false
	}
	if u := r.unitAt(h); u < 0 || r.units[u].verbs != nil || r.units[u].is(quoted) {
		return false
	}
	s := r.hanging(h, "nsubj")
	if s < 0 || c.who.empty() || s < r.units[c.who.from].first || s >= r.units[c.who.to-1].last {
		return false // what is to be done is in what somebody says
	}
	for i := r.tree.first; i < h; i++ {
		if r.doc.Arcs[i].Head == h && r.hangs(i, "aux") {
			if w := lower(r.doc.Slice(r.doc.Tokens[i].Span)); w == "will" || w == "would" || w == "should" {
				return true
			}
		}
	}
	return false
}

// purposed tells whether the cue is an infinitive that says what something else was
// done for, and reports no clause: "met the minister to reaffirm their friendship".
func (r *reader) purposed(c *candidate) bool {
	v := r.cueOf(c)
	return v.form == infinitiveForm && c.content[0].from > c.verb && !r.clauseVerbs(c.content[0].from, c.content[0].to) &&
		r.tree.holds(r.units[c.verb].first) && r.hangs(r.units[c.verb].first, "advcl")
}

// reducedTo tells whether the cue is a participle that hangs on what is taken for its
// subject: "the emergency declared on Monday".
func (r *reader) reducedTo(c *candidate) bool {
	t := r.units[c.verb].first
	if !r.tree.holds(t) || c.who.empty() || c.verb == 0 || c.content[0].from < c.verb {
		return false
	}
	a := r.doc.Arcs[t]
	return r.doc.Tokens[t].Tag == "VBN" && a.Relation == "acl" && !r.units[c.verb-1].is(comma) && r.units[c.who.from].first <= a.Head && a.Head < r.units[c.who.to-1].last && r.hanging(t, "nsubj") < 0
}

// attributive tells whether the cue stands before a noun as an adjective does:
// "continued attacks".
func (r *reader) attributive(c *candidate) bool {
	t := r.units[c.verb].first
	if !r.tree.holds(t) || !r.units[c.verb].is(participle|gerund) {
		return false
	}
	return r.hangs(t, "amod") || r.hangs(t, "compound")
}

// idiomatic tells whether what follows the cue is half of an idiom: "called attention
// to", "added to".
func (r *reader) idiomatic(c *candidate) bool {
	p := c.content[0]
	if p.from <= c.verb {
		return false
	}
	return p.from+1 < p.to && r.oneOf(p.from, "attention|time|truce|names") && r.oneOf(c.verb, "called|calls|calling|call") ||
		r.oneOf(c.verb, "add|adds|added|adding") && c.verb+1 < p.from && r.text(c.verb+1) == "to"
}

// ahead tells whether what is reported goes on in a list below: "announced steps
// including: …".
func (r *reader) ahead(c *candidate) bool {
	p := c.content[0]
	return p.to > p.from && p.to < len(r.units) && r.units[p.to].is(colon) && r.oneOf(p.to-1, "including|following|includes|include|as|are|by|to")
}

// made tells whether the cue takes an object, where it reports clauses and quotations
// only: "wrote the book on harbours".
func (r *reader) made(c *candidate) bool {
	t := r.units[c.verb].first
	p := c.content[0]
	if !r.tree.holds(t) || !r.terms.making[r.text(c.verb)] || p.from < c.verb || r.hanging(t, "ccomp") >= 0 || r.hanging(t, "parataxis") >= 0 {
		return false
	}
	o := r.hanging(t, "obj")
	if o < r.units[p.from].first || o >= r.units[p.to-1].last {
		return false
	}
	for i := p.from; i < p.to; i++ {
		switch u := &r.units[i]; {
		case u.is(coordinator) && i+1 < p.to && r.units[i+1].is(finite|auxiliary):
			return true
		case u.is(quoted | finite | auxiliary):
			return false
		}
	}
	return true
}

// deictic tells whether the content is a "that" or "this" which stands for what was
// said before: "A president said that, smiling at his guests".
func (r *reader) deictic(c *candidate) bool {
	p := c.content[0]
	t := r.units[p.from].first
	return p.from > c.verb && r.oneOf(p.from, "that|this|so|it") && (p.to == p.from+1 || r.units[p.from+1].is(comma) && r.tree.holds(t) && r.doc.Tokens[t].Tag == "DT")
}

// unnamedWorth is what is left of the confidence in a statement of somebody for whom
// only a pronoun stands: nobody can tell whose it is.
const unnamedWorth = .6

// doubtedWorth is what is left when the pronoun could mean another nearly as well: so
// often it means whom it is taken for.
const doubtedWorth = .7

// unnamed doubts statements whose speaker is a pronoun or "the official" that nobody has
// been found for, or that could be another's.
func (r *reader) unnamed() {
	for i := range r.doc.Statements {
		st := &r.doc.Statements[i]
		s := st.Speaker
		if s != nil && s.Entity >= 0 && r.couldBeAnother(s) {
			st.Confidence *= doubtedWorth
		}
		if s == nil || s.Entity >= 0 || len(st.Joint) > 0 || s.Span.Empty() || s.Name != r.doc.Slice(s.Span) {
			continue
		}
		if c := r.words.find(s.Name).class; c&(relative|that) != 0 || c&subject != 0 && standsIn[lower(s.Name)] || r.hasName(s) {
			st.Confidence *= unnamedWorth
		}
	}
}

// bearers are nouns for people and bodies that a text names sooner or later.
var bearers = map[string]bool{"official": true, "commander": true, "parliamentarian": true, "lawmaker": true, "legislator": true, "mp": true, "spokesman": true, "spokeswoman": true, "spokesperson": true,
	"diplomat": true, "minister": true, "president": true, "general": true, "chief": true, "leader": true, "leaders": true, "sides": true, "ministers": true, "organisations": true}

// hasName tells whether a source is "the" such noun, which stands for a name that
// nobody has found, unless the text has spoken of one without a name, "a senior
// official".
func (r *reader) hasName(s *document.Source) bool {
	words := strings.Fields(lower(s.Name))
	role := words[len(words)-1]
	if words[0] != "the" || len(words) > bearerWords || !bearers[role] {
		return false
	}
	for i := range r.doc.Tokens {
		if r.doc.Tokens[i].Start >= s.Span.Start {
			break
		}
		if lower(r.doc.Slice(r.doc.Tokens[i].Span)) != role {
			continue
		}
		for k := max(0, i-bearerWords); k < i; k++ {
			if w := lower(r.doc.Slice(r.doc.Tokens[k].Span)); w == "a" || w == "an" || w == "one" {
				return false
			}
		}
	}
	return true
}

// bearerWords is how many words such a noun has with its article, at most.
const bearerWords = 4

// couldBeAnother tells whether the words of a source are a pronoun of which stage
// entity wasn't sure whom it means.
func (r *reader) couldBeAnother(s *document.Source) bool {
	i := r.mentionAt(s.Span.Start)
	if i == len(r.doc.Mentions) {
		return false
	}
	m := &r.doc.Mentions[i]
	return m.Doubted && m.Span == s.Span && m.Entity == s.Entity
}

// standsIn are the pronouns that stand for somebody who has been named.
var standsIn = map[string]bool{"he": true, "she": true, "it": true, "they": true, "i": true, "we": true, "both": true, "you": true}
