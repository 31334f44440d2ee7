package statement

import "dossier/extract/lexicon"

// nounPhrase are the classes that stand inside a noun phrase.
const nounPhrase = nominal | adjective | number | possessive | determiner | owner

// core walks left from unit end over one noun phrase without commas.
func (r *reader) core(end, floor int) phrase {
	if end > floor && r.units[end-1].all(subject|personal) && !r.units[end-1].is(quoted) {
		return phrase{end - 1, end}
	}
	i := end
	for i > floor {
		n := r.leftward(i, end, floor)
		if n == 0 {
			break
		}
		i -= n
	}
	for i < end && r.units[i].is(coordinator|preposition|adverb|possessive) {
		i++
	}
	if p := (phrase{i, end}); r.hasNoun(p) {
		return p
	}
	return phrase{}
}

// at is unit i, or a unit of no class when i lies outside [from, to).
func (r *reader) at(i, from, to int) *unit {
	if i < from || i >= to {
		return &r.none
	}
	return &r.units[i]
}

// leftward tells how many of the units before i belong to the noun phrase that
// reaches from there to end, 0 when it begins at i.
func (r *reader) leftward(i, end, floor int) int {
	u, next, before := r.at(i-1, floor, end), r.at(i, floor, end), r.at(i-2, floor, end)
	ok := false
	switch {
	case u.is(quoted|punctuation|that|relative) || u.all(subject|personal):
	case u.is(personal):
		ok = i == end && before.is(preposition) // "one of them"
	case u.is(nominal):
		// A noun right before a determiner, and a day before a name, end another
		// phrase.
		ok = !next.is(determiner|owner) && !(u.is(when) && next.is(proper))
	case u.is(auxiliary) || u.is(subordinate) && !u.is(preposition):
	case u.is(coordinator):
		ok = i < end && before.is(nominal) && (r.joins(i-1, floor) || before.is(proper) && next.is(proper) && (r.bodyAt(i) || r.portfolio(i-2, floor)))
	case u.is(preposition):
		if i < end && before.is(gerund|participle) && !before.is(nominal) && r.at(i-3, floor, end).is(nominal) {
			return 3 // "protesters marching through the streets"
		}
		ok = i < end && before.is(nominal|close|possessive|adjective|number) && !next.is(when) &&
			!u.is(subordinate) && // "a day after Smith said", "in Italy until the police said"
			!r.causal(i-1)
	case u.is(nounPhrase):
		ok = !next.is(determiner|owner) || u.is(determiner)
	case u.is(participle) && i == end && before.is(determiner):
		ok = true // "those surveyed"
	case u.is(participle | gerund):
		ok = next.is(nominal|adjective) && !(before.is(nominal|auxiliary) && !before.is(preposition))
	case u.is(adverb):
		ok = next.is(adjective | number | participle)
	case u.is(finite):
		// "retired general Smith", its participle read as a past tense.
		ok = next.is(proper) && (i-2 < floor || before.is(quoted|comma))
	}
	if ok {
		return 1
	}
	return 0
}

// causal tells whether unit i is the "to" of a cause: "due to", "thanks to".
func (r *reader) causal(i int) bool {
	return i > 0 && r.units[i].is(infinitive) && r.oneOf(i-1, "due|thanks|owing|prior")
}

// joins tells whether the coordinator at i joins two noun phrases rather than
// two clauses: nothing before the left one governs it.
func (r *reader) joins(i, floor int) bool {
	j := i - 1
	for j >= floor && r.units[j].is(nounPhrase) {
		j--
	}
	return j < floor || r.units[j].is(comma|coordinator|subordinate|that|quoted|colon|semicolon)
}

// portfolio tells whether the names up to unit i are what an office is for, so that
// the "and" after them joins to it: "Minister for Ports and [Bridges Dora Marlow]".
func (r *reader) portfolio(i, floor int) bool {
	for i > floor && r.units[i].is(proper|comma) {
		i--
	}
	return i > floor && r.text(i) == "for" && r.lexicon.Word(r.text(i-1)).Is(lexicon.Role)
}

// bodyAt tells whether a name at unit i ends in a noun for a body, so that the
// "and" before it is a part of its name: "the Ports and Bridges Committee".
func (r *reader) bodyAt(i int) bool {
	for ; i < len(r.units) && r.units[i].is(proper); i++ {
		if r.lexicon.Word(r.text(i)).Is(lexicon.OrgHead) {
			return true
		}
	}
	return false
}

func (r *reader) hasNoun(p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if r.units[i].is(nominal | subject | number | determiner) {
			return true
		}
	}
	return false
}

// phraseAfter reads a noun phrase from unit i on. With long, it goes on over
// "of", "for" and the like, and over descriptions in commas or brackets.
func (r *reader) phraseAfter(i int, long bool) phrase {
	if i >= len(r.units) {
		return phrase{}
	}
	u := &r.units[i]
	if u.is(personal) || u.is(subject) && !u.is(noun|determiner|number) {
		return phrase{i, i + 1}
	}
	if !u.is(nounPhrase|participle) || u.is(that) && !u.is(determiner) {
		return phrase{}
	}
	p := phrase{i, i}
	for p.to < len(r.units) {
		n := r.rightward(p.to, p.from, long)
		if n == 0 {
			break
		}
		p.to += n
	}
	for !p.empty() && r.units[p.to-1].is(preposition|coordinator|determiner) && !r.units[p.to-1].is(nominal|number|subject) {
		p.to--
	}
	if !r.hasNoun(p) {
		return phrase{}
	}
	if long {
		p.to = r.description(p.to)
	}
	return p
}

// rightward tells how many units from i on belong to the noun phrase that began
// at from, 0 when it ends at i.
func (r *reader) rightward(i, from int, long bool) int {
	n := len(r.units)
	u, prev, next := &r.units[i], r.at(i-1, from, n), r.at(i+1, from, n)
	ok := false
	switch {
	case u.is(open):
		if i > from && long {
			return r.bracket(i)
		}
	case u.is(quoted | punctuation):
	case u.is(when) && i > from && (!prev.is(possessive) && !u.is(proper|adjective) || u.is(proper) && prev.is(nominal)):
	case next.is(preposition) && r.text(i+1) == "than" && prev.is(nominal):
		// "according to one survey [less than half]"
	case long && prev.is(proper|close) && r.quantity(i):
		// "according to the Harbour Office [over a hundred boats]"
	case u.is(determiner | owner):
		ok = i == from || prev.is(preposition|coordinator|determiner)
	case u.is(nominal | adjective | number | possessive):
		ok = !u.is(auxiliary) && !(u.is(adjective) && prev.is(proper)) && !(u.is(proper) && r.plural(i-1))
	case u.is(participle | gerund):
		ok = next.is(nominal|adjective) && !prev.is(nominal)
	case u.is(adverb):
		ok = next.is(adjective|number|participle) && !prev.is(nominal)
	case u.is(coordinator):
		ok = long && next.is(nominal|determiner|owner) && !r.clauseBegins(i+1)
	case u.is(preposition) && !u.is(infinitive):
		ok = long && i > from && next.is(nounPhrase) && !r.circumstance(i)
	}
	if ok {
		return 1
	}
	return 0
}

// plural tells whether unit i is a plural noun, after which a name begins another
// phrase: "according to reporters [Smith left]".
func (r *reader) plural(i int) bool {
	return i >= 0 && r.units[i].is(noun) && r.doc.Tokens[r.units[i].first].Tag == "NNS"
}

// bracket is the length of what stands in the brackets that open at unit i, 0
// when they don't close within a few words.
func (r *reader) bracket(i int) int {
	for j := i + 1; j < len(r.units) && j < i+12; j++ {
		if r.units[j].is(close) {
			return j + 1 - i
		}
	}
	return 0
}
