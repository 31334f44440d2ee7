package statement

import (
	"slices"
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
	{"others are thrown out by it", .5, (*reader).thrownOut},
	{"a thing shows it", .5, (*reader).shown},
	{"it is yet to be said", .6, (*reader).foreseen},
	{"it is what something is done for", .6, (*reader).purposed},
	{"it may be said", .6, (*reader).conditional},
	{"it goes with what is to be done", .6, (*reader).forward},
	{"it was not said", .6, (*reader).unuttered},
	{"it is what something is measured by", .6, (*reader).measured},
	{"it was counted or reckoned", .6, (*reader).counted},
	{"it hangs on what somebody has", .5, (*reader).owned},
	{"a participle describes what was said", .5, (*reader).reducedTo},
	{"the cue is no verb", .5, (*reader).attributive},
	{"it is an idiom", .5, (*reader).idiomatic},
	{"it is the source of what was reported", .5, (*reader).sourced},
	{"a list follows it", .6, (*reader).ahead},
	{"it was made rather than said", .5, (*reader).made},
	{"a pronoun stands for it", .5, (*reader).deictic},
	{"it is only what the words are about", .6, (*reader).entitled},
	{"it only names what was said", .6, (*reader).hollow},
	{"it isn't told what the thanks are for", .6, (*reader).thankless},
	{"it was done", .6, (*reader).byDeed},
	{"a thing was added to", .5, (*reader).enlarged},
	{"a thing has no voice", .5, (*reader).inert},
	{"everybody has none, and nobody", .6, (*reader).voiceless},
	{"it is said of whoever says it", .6, (*reader).whoever},
}

// doubt takes from the confidence of a candidate what its grammar speaks against it.
func (r *reader) doubt(c *candidate) {
	if c.content[0].empty() || r.units[c.content[0].from].is(quoted) || r.units[c.verb].verbs == nil && !r.isAccording(c.verb) && !r.isTerm(c.verb) {
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

// isTerm tells whether unit i is a verb that only the chain takes for a cue.
func (r *reader) isTerm(i int) bool {
	_, ok := r.terms.cues[r.text(i)]
	return (ok || r.units[i].is(issuing)) && r.units[i].is(verbal)
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

// undertakings are nouns for what somebody does, though bodies are called so too, and
// laws are those for what he enacts or agrees on.
var (
	undertakings = wordSet("program programme project initiative package announcement event decision move step visit investment campaign")
	laws         = wordSet("act bill law legislation amendment treaty pact accord plan budget framework")
)

// shown tells whether the speaker is a thing that holds no words: figures, tests, an
// event, a law that calls for something.
func (r *reader) shown(c *candidate) bool {
	if c.who.empty() {
		return false
	}
	if !r.terms.showing[r.text(c.verb)] {
		return r.cueOf(c).form == gerundForm && r.trails(c.verb) && r.lifeless(c.who)
	}
	if c.who.to == c.who.from+1 && r.oneOf(c.who.from, "these|this|those|that") && c.who.from < c.verb {
		return true
	}
	if r.units[c.who.from].is(personal|relative) || r.units[c.who.from].is(subject) && c.who.to == c.who.from+1 {
		return false
	}
	head := r.headToken(r.span(c.who.from, c.who.to))
	if head < 0 {
		return false
	}
	word := lower(r.doc.Slice(r.doc.Tokens[head].Span))
	one := strings.TrimSuffix(word, "s")
	e := r.headEntity(r.span(c.who.from, c.who.to))
	switch {
	case strings.HasPrefix(r.text(c.verb), "call") && c.rule != ruleWanted:
		return false // what somebody calls something
	case laws[one], undertakings[one] && (e < 0 || r.doc.Entities[e].Type != document.Organization):
		return true
	case e >= 0 && r.doc.Entities[e].Type == document.Event:
		return !r.hasWords(word)
	}
	return !r.maySpeak(c.who) && !r.hasWords(word) && !r.lexicon.Word(word).Is(lexicon.Role|lexicon.Human|lexicon.Family|lexicon.Agent|lexicon.OrgHead|lexicon.State)
}

// lifeless tells whether what a participle of saying has for a subject is a common noun
// for nothing that speaks or is written: "the death of Okoro …, stating".
func (r *reader) lifeless(p phrase) bool {
	s := r.span(p.from, p.to)
	h := r.headToken(s)
	if h < 0 || !strings.HasPrefix(r.doc.Tokens[h].Tag, "NN") || strings.HasPrefix(r.doc.Tokens[h].Tag, "NNP") || r.headEntity(s) >= 0 || r.maySpeak(p) {
		return false
	}
	word := lower(r.doc.Slice(r.doc.Tokens[h].Span))
	return !data[word] && !r.hasWords(word) && !r.lexicon.Word(word).Is(lexicon.Role|lexicon.Human|lexicon.Family|lexicon.Agent|lexicon.OrgHead|lexicon.State)
}

// trails tells whether the verb at unit i is one of saying, which may follow its content.
func (r *reader) trails(i int) bool {
	return slices.ContainsFunc(r.units[i].verbs, func(v verb) bool { return v.frame&trailing != 0 })
}

// matters are what courts and employers dismiss, of which nobody says anything thereby.
var matters = wordSet("lawsuit lawsuits suit suits case cases appeal appeals petition petitions motion motions indictment charge charges")

// thrownOut tells whether what is dismissed is a suit, or somebody.
func (r *reader) thrownOut(c *candidate) bool {
	p := c.content[0]
	if p.from < c.verb || !strings.HasPrefix(r.text(c.verb), "dismiss") || r.holds(p, quoted) {
		return false
	}
	s := r.span(p.from, p.to)
	h := r.headToken(s)
	if h < 0 {
		return false
	}
	if matters[lower(r.doc.Slice(r.doc.Tokens[h].Span))] {
		return true
	}
	e := r.headEntity(s)
	return e >= 0 && r.doc.Entities[e].Type == document.Person
}

// floated tells whether there is no subject, "the plan has been announced", or of it
// only its "all" behind an auxiliary has been found: "… have all announced".
func (r *reader) floated(c *candidate) bool {
	return c.who.empty() || c.who.to == c.who.from+1 && c.who.from > 0 && r.oneOf(c.who.from, "all|both|each") && r.units[c.who.from-1].is(auxiliary)
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

// reducedTo tells whether the cue is a participle that hangs on what is taken for its
// subject: "the emergency declared on Monday".
func (r *reader) reducedTo(c *candidate) bool {
	t := r.units[c.verb].first
	if !r.tree.holds(t) || c.who.empty() || c.verb == 0 || c.content[0].from < c.verb {
		return false
	}
	a := r.doc.Arcs[t]
	return (r.doc.Tokens[t].Tag == "VBN" || r.doc.Tokens[t].Tag == "VBD") && a.Relation == "acl" && !r.units[c.verb-1].is(comma) && r.units[c.who.from].first <= a.Head && a.Head < r.units[c.who.to-1].last && r.hanging(t, "nsubj") < 0
}

// attributive tells whether the cue stands before a noun as an adjective does,
// "continued attacks", or is a noun, the object of another verb: "rejected claims that".
func (r *reader) attributive(c *candidate) bool {
	t := r.units[c.verb].first
	if !r.tree.holds(t) {
		return false
	}
	if r.hangs(t, "obj") && r.doc.Tokens[t].Tag != "VBG" {
		return true
	}
	if !r.units[c.verb].is(participle | gerund) {
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
		case u.is(relative) && i > p.from && r.units[i-1].is(nominal|preposition):
			return true // what describes the work
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
	if p.to == p.from+1 && c.content[1].empty() && r.oneOf(p.from, "what|which") {
		return true // "[what] Okoro described as old"
	}
	return p.from > c.verb && r.oneOf(p.from, "that|this|so|it") && (p.to == p.from+1 || r.units[p.from+1].is(comma) && (r.tree.holds(t) && r.doc.Tokens[t].Tag == "DT" || p.from+2 < p.to && r.units[p.from+2].is(gerund) && !r.clauseVerbs(p.from+2, p.to)))
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
