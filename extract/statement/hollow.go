package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// entitled tells whether the content is no more than what something said or written is
// about or came after: “issued the following statement [on the closing of the port]”.
// What such a paper does, “a statement urging the council to …”, is a report of its own,
// and what is said in one, “wrote in a letter that”, no mere subject of it.
func (r *reader) entitled(c *candidate) bool {
	p := c.content[0]
	if p.from < c.verb || !r.units[c.verb].is(issuing) && !r.terms.topics[r.text(c.verb)] && !r.terms.making[r.text(c.verb)] && !r.oneOf(c.verb, "make|makes|made|give|gives|gave|deliver|delivers|delivered") {
		return false
	}
	i := c.verb + 1
	for i < p.from && !r.units[i].is(occasion|preposition) {
		i++
	}
	if i == c.verb+1 || i >= p.from || !r.units[i].is(occasion) {
		return false
	}
	for k := i + 1; k <= p.from; k++ {
		if r.units[k].verbs != nil && r.units[k].is(verbal) || r.units[k].is(colon|question|relative) {
			return false
		}
	}
	for i++; i < p.from && r.units[i].is(when|adverb); i++ {
	}
	return r.units[i].is(preposition|gerund|subordinate) && !r.units[i].is(that|relative)
}

// plans are nouns for what somebody has in mind, of which a pronoun before them tells
// nothing.
var plans = wordSet("plan plans decision decisions intention intentions assignment assignments recommendation recommendations finding findings position positions view views opinion opinions thoughts request requests call calls demands stance proposal proposals " +
	"concern concerns appreciation gratitude thanks sympathy support opposition commitment commitments appointment appointments cabinet")

// valueless are nouns for what somebody gets or is called, of which it isn't told which.
var valueless = wordSet("name names assignment assignments details date dates")

// hollow tells whether the content names what was said and tells nothing of it: a noun
// phrase that counts on its reader to know, “announced the move today”, “outlined their
// plans”. “Announced the winners of the race” passes with readers for something told.
func (r *reader) hollow(c *candidate) bool {
	p := c.content[0]
	if p.from < c.verb || !c.content[1].empty() || len(c.more) > 0 || c.rule == ruleWanted || c.rule == ruleNaming || c.negated || r.holds(p, quoted|that|question|infinitive|colon) {
		return false
	}
	for p.to > p.from && r.units[p.to-1].is(when|comma) {
		p.to--
	}
	if p.empty() || p.to < len(r.units) && r.units[p.to].is(colon) || !r.units[p.from].is(determiner|owner) && !r.ownedBy(p) {
		return false
	}
	head := p.from
	for head+1 < p.to && r.units[head+1].is(nounPhrase) && !r.units[head+1].is(preposition|coordinator|comma) {
		head++
	}
	word := r.text(head)
	if valueless[word] && r.units[p.from].is(owner) && !r.holds(phrase{head + 1, p.to}, comma|relative) {
		return true // "announced their assignments for the committees"
	}
	if head+1 < p.to || r.holds(phrase{p.from, p.to}, number|proper) && !r.ownedBy(p) || p.to-p.from > hollowWords {
		return false
	}
	if r.units[p.from].is(owner) || r.ownedBy(p) {
		return plans[word]
	}
	return r.oneOf(p.from, "the|this|these|those|that") && r.units[head].is(noun) && p.to-p.from == 2
}

// hollowWords is how many words a noun phrase may have that tells nothing.
const hollowWords = 4

// ownedBy tells whether an owner with his 's stands in a phrase before its noun.
func (r *reader) ownedBy(p phrase) bool {
	for i := p.from; i < p.to && !r.units[i].is(preposition); i++ {
		if r.units[i].is(possessive) {
			return true
		}
	}
	return false
}

// thankless tells whether somebody is thanked and it isn't told what for.
func (r *reader) thankless(c *candidate) bool {
	p := c.content[0]
	if p.from < c.verb || !strings.HasPrefix(r.text(c.verb), "thank") || !c.content[1].empty() || r.holds(p, quoted|relative|gerund|infinitive) {
		return false
	}
	return !r.anyWord(p, "for|that") && (p.to == len(r.units) || r.text(p.to) != "for")
}

// byDeed tells whether what is affirmed was so by doing something, which is told:
// “reaffirmed its commitment to the port by paying for a crane”.
func (r *reader) byDeed(c *candidate) bool {
	t := r.units[c.verb].first
	if !r.tree.holds(t) || !r.terms.showing[r.text(c.verb)] || c.content[0].from < c.verb || !r.objected(c) {
		return false
	}
	for i := t + 1; i < r.tree.last; i++ {
		if r.doc.Tokens[i].Tag != "VBG" || !r.hangs(i, "advcl") && !r.hangs(i, "acl") {
			continue
		}
		if u := r.unitAt(i); u <= c.content[0].from || r.units[u].verbs != nil || r.hangingWord(i, "mark") != "by" {
			continue
		}
		// It hangs on the cue, or on the noun that it is a commitment.
		if h := r.doc.Arcs[i].Head; h == t || h == r.hanging(t, "obj") {
			u := r.unitAt(i)
			return !r.holds(phrase{c.content[0].from, u}, coordinator) && !r.anyWord(phrase{c.content[0].from, u}, "as")
		}
	}
	return false
}

// enlarged tells whether something was added to a thing rather than to what was said: “has
// added a new dimension to the policy of the port”.
func (r *reader) enlarged(c *candidate) bool {
	p := c.content[0]
	if p.from < c.verb || !r.oneOf(c.verb, "add|adds|added|adding") || !c.content[1].empty() || r.clauseVerbs(p.from, p.to) || r.holds(p, quoted|that|question) {
		return false
	}
	return r.objected(c)
}

// anyWord tells whether a phrase holds one of the words, parted by bars.
func (r *reader) anyWord(p phrase, words string) bool {
	for i := p.from; i < p.to; i++ {
		if r.oneOf(i, words) {
			return true
		}
	}
	return false
}

// effects are verbs of saying for what things do to people.
var effects = wordSet("remind reminds reminded reminding reassure reassures reassured add adds added adding")

// inert tells whether the speaker is a common noun for what neither speaks nor is
// written: “the flood reminds us that the bridge is old”.
func (r *reader) inert(c *candidate) bool {
	if c.who.empty() || !effects[r.text(c.verb)] || r.units[c.who.from].is(personal|relative|subject|number|quoted) || r.written(c.who) || !r.lifeless(c.who) {
		return false
	}
	h := r.headToken(r.span(c.who.from, c.who.to))
	word := r.doc.Slice(r.doc.Tokens[h].Span)
	return word == lower(word)
}

// masses are nouns for those who have no voice of their own, of whom a writer says what
// they agree on. The people of a country are such in the present; in the past they may be
// those who spoke for it.
var masses = wordSet("people public nation world community voters taxpayers citizens everyone everybody")

// voiceless tells whether nobody is the speaker, or everybody: “no one denies”, “the
// people demand”, “people will tell you”.
func (r *reader) voiceless(c *candidate) bool {
	if c.who.empty() {
		return false
	}
	if r.oneOf(c.who.from, "no|nobody|none|neither") && c.who.from < c.verb {
		return true
	}
	if c.content[0].from < c.verb || r.holds(c.content[0], quoted) {
		return false
	}
	for i := c.who.from; i < c.who.to; i++ {
		if r.units[i].is(preposition|relative|number|coordinator|comma) || r.oneOf(i, "some|many|several|few|most|million|thousands|hundreds|percent") {
			break
		}
		word := r.doc.Slice(r.units[i].Span)
		if (masses[word] || r.lexicon.Of(word).Has(lexicon.People) && r.doc.Tokens[r.units[c.verb].first].Tag == "VBP") && (i+1 == c.who.to || r.units[i+1].is(preposition)) {
			return r.terms.showing[r.text(c.verb)] || r.oneOf(c.verb, "agree|agrees|agreed|conclude|concludes|want|wants|expect") || r.hangingWord(r.units[c.verb].first, "aux") == "will"
		}
	}
	return false
}

// whoever tells whether a relative clause without a comma says which ones are meant by
// what they say at any time, “farmers who agree to sell”, or what meetings are for.
func (r *reader) whoever(c *candidate) bool {
	t := r.units[c.verb].first
	if c.who.empty() || c.who.from == 0 || c.who.from > c.verb || c.content[0].from < c.verb || !r.tree.holds(t) || !r.hangs(t, "acl") || r.cueOf(c).from != c.verb {
		return false
	}
	if tag := r.doc.Tokens[t].Tag; tag != "VBP" && tag != "VB" {
		return false
	}
	if by := c.who.from - 1; r.units[by+1].is(noun) && (r.oneOf(by, "where|when") || by > 0 && r.oneOf(by, "which|whom") && r.units[by-1].is(preposition)) {
		return c.who.to == c.who.from+1 // “meetings at which ministers agree”
	}
	if c.who.to != c.who.from+1 || !r.units[c.who.from].is(relative) || r.units[c.who.from-1].is(punctuation) {
		return false
	}
	if noun := r.doc.Arcs[t].Head; r.tree.holds(noun) && r.doc.Tokens[noun].Tag == "NNS" {
		return true
	}
	e := r.headEntity(r.span(c.who.from-1, c.who.from)) // “farmers in Ostria who”
	return e >= 0 && r.doc.Entities[e].Type == document.Place
}
