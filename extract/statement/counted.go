package statement

import "dossier/extract/lexicon"

// Nouns for what is known by counting, which nobody said, and for what is reckoned from
// it. Polls, results and records are somebody's, as a report is.
var (
	counts     = wordSet("data figures statistics stats numbers")
	reckonings = wordSet("estimates projections calculations forecasts model models simulation simulations")
)

// counted tells whether something is according to data, or a model predicts it, whose
// maker isn't told: "according to the latest figures", but not "to data from the Harbour
// Office". A name before data says what they are on, before estimates whose they are.
func (r *reader) counted(c *candidate) bool {
	if c.who.empty() || r.units[c.who.from].is(personal|relative) {
		return false
	}
	head := r.headToken(r.span(c.who.from, c.who.to))
	if head < 0 {
		return false
	}
	word := lower(r.doc.Slice(r.doc.Tokens[head].Span))
	data := counts[word] && (r.isAccording(c.verb) || r.terms.showing[r.text(c.verb)])
	if !data && !reckonings[word] {
		return false
	}
	for i := c.who.from; i < c.who.to; i++ {
		switch u := &r.units[i]; {
		case u.first <= head && head < u.last:
			return !r.isMade(i+1, c)
		case u.is(possessive|owner) && !u.is(determiner):
			return false // "the port's figures", "our estimates"
		case !data && (u.is(proper) && !u.is(when) || r.lexicon.Word(r.text(i)).Is(lexicon.Role|lexicon.OrgHead|lexicon.State)):
			return false // "Harbour Office estimates", "official estimates"
		}
	}
	return false
}

// farMaker is how many units behind a noun its maker may be told.
const farMaker = 6

// isMade tells whether the units from i on say who made what the noun before them is for:
// "data [released in May by the port]", "figures [of the port]", "a model [that …]".
func (r *reader) isMade(i int, c *candidate) bool {
	end := min(i+farMaker, len(r.units))
	if i <= c.verb && !r.isAccording(c.verb) {
		end = min(end, c.verb)
	}
	for ; i < end && !r.units[i].is(comma|stop|quoted|colon|semicolon); i++ {
		if r.oneOf(i, "by|from|of") || r.units[i].is(relative) {
			return true
		}
	}
	return false
}
