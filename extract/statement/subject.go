package statement

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// farthest is how many units a subject may lie before its verb, descriptions of
// it in between included.
const farthest = 40

// phraseBefore finds the noun phrase that ends right before unit end, with what
// describes it in commas or brackets: "Smith, who leads the party, [said]".
func (r *reader) phraseBefore(end, floor int) phrase {
	if end-farthest > floor {
		floor = end - farthest
	}
	i := end - 1
	if i < floor {
		return phrase{}
	}
	u := &r.units[i]
	switch {
	case u.is(subject):
		return phrase{i, end}
	case u.is(relative):
		return phrase{i, end}
	case u.is(close):
		for i--; i > floor && !r.units[i].is(open); i-- {
		}
		if p := r.core(i, floor); !p.empty() {
			return phrase{p.from, end}
		}
	case u.is(comma | dash):
		p := r.described(i, floor)
		if p.empty() && u.is(comma) {
			// A comma too many: "The firm, has said".
			if q := r.core(i, floor); !q.empty() && q.from == floor && end < len(r.units) && (r.units[end].is(auxiliary) || r.takesAddressee(end) && (r.names(q) || r.units[q.from].is(determiner))) {
				return q
			}
		}
		return p
	default:
		p := r.core(end, floor)
		if before := r.timeBefore(p, end); before > floor && before < end {
			for before > floor+1 && r.units[before-1].is(adverb) && !r.units[before-1].is(nominal) {
				before-- // "the paper earlier this month [reported]"
			}
			if q := r.phraseBefore(before, floor); !q.empty() {
				return q
			}
		}
		if q := r.pastRelative(p, floor); !q.empty() {
			return phrase{q.from, end}
		}
		if q := r.apposed(p, floor); !q.empty() {
			return phrase{q.from, end}
		}
		if q := r.offered(p, floor); !q.empty() {
			return phrase{q.from, end}
		}
		return r.pastFronted(p, floor)
	}
	return phrase{}
}

// pastFronted is the subject in a phrase p that a preposition at the beginning of
// the sentence opens, whose comma was left out: "After the vote Minister Smith
// [said]".
func (r *reader) pastFronted(p phrase, floor int) phrase {
	if p.empty() || p.from == floor || !r.units[p.from-1].is(preposition) || r.text(p.from-1) == "as" || p.from != floor+1 && !(p.from == floor+2 && r.units[floor].is(adverb|coordinator)) {
		return p
	}
	for i := p.from + 1; i < p.to; i++ {
		last := &r.units[i-1]
		if r.units[i].is(proper) && (last.is(noun) && !last.is(proper) && !r.lexicon.Word(r.text(i-1)).Is(lexicon.Role) || last.is(when) || last.is(number) && !last.is(determiner)) {
			return phrase{i, p.to}
		}
	}
	return p
}

// pastRelative is whom a relative clause without commas describes that ends with the
// noun phrase p: "[Smith] who had worn a hat [said]".
func (r *reader) pastRelative(p phrase, floor int) phrase {
	if p.empty() || p.from < floor+3 || !r.units[p.from-1].is(finite|participle) || r.units[p.from-1].is(subject) {
		return phrase{}
	}
	i := p.from - 1
	for i > floor+1 && r.units[i].is(finite|participle|auxiliary|adverb) && !r.units[i].is(relative) {
		i--
	}
	if r.text(i) != "who" {
		return phrase{}
	}
	return r.core(i, floor)
}

// apposed is the person's name between commas that the noun phrase p describes
// without a comma after it: "…, Smith, the director [said]".
func (r *reader) apposed(p phrase, floor int) phrase {
	if p.from < floor+2 || !r.units[p.from].is(determiner) && !r.office(p) && !r.lexicon.Word(r.text(p.to-1)).Is(lexicon.Role) || !r.units[p.from-1].is(comma) {
		return phrase{}
	}
	to := p.from - 1
	if r.units[to-1].is(close) {
		for to--; to > floor && !r.units[to].is(open); to-- {
		}
	}
	q := r.core(to, floor)
	if q.empty() || q.from > floor && !r.units[q.from-1].is(comma|quoted) {
		return phrase{}
	}
	i := r.mentionAt(r.units[q.from].Start)
	if i == len(r.doc.Mentions) || r.doc.Mentions[i].Type != document.Person || r.doc.Mentions[i].End != r.units[q.to-1].End {
		return phrase{}
	}
	return q
}

// offered is the description between commas before the person's name p, without a
// comma after it: "…, the prime minister, Smith [said]".
func (r *reader) offered(p phrase, floor int) phrase {
	if p.from < floor+2 || !r.units[p.from-1].is(comma) || !r.units[p.from].is(proper) {
		return phrase{}
	}
	i := r.mentionAt(r.units[p.from].Start)
	if i == len(r.doc.Mentions) || r.doc.Mentions[i].Type != document.Person || r.doc.Mentions[i].End != r.units[p.to-1].End {
		return phrase{}
	}
	q := r.core(p.from-1, floor)
	if q.empty() || !r.units[q.from].is(determiner) || !r.lexicon.Word(r.text(q.to-1)).Is(lexicon.Role) {
		return phrase{}
	}
	if q.from == floor && !r.oneOf(q.from, "a|an") || q.from > floor && !r.units[q.from-1].is(comma|quoted) {
		return phrase{} // "The president, Smith said, …"
	}
	return q
}

// takesAddressee tells whether unit i is a verb of telling, which no subject can
// follow: what follows "told" is told.
func (r *reader) takesAddressee(i int) bool {
	for _, v := range r.units[i].verbs {
		if v.frame&addressee != 0 {
			return true
		}
	}
	return false
}

// timeBefore gives where an adverbial of time that ends before unit end begins,
// or end when p is no such thing: "the paper on Saturday [reported]".
func (r *reader) timeBefore(p phrase, end int) int {
	if n := p.to - p.from; n > 0 && n < 3 && p.from > 0 && r.units[p.from].is(owner) && r.units[p.from-1].is(preposition) {
		if w := r.text(p.to - 1); w == "part" || w == "turn" {
			return p.from - 1 // "the mayor, for her part [said]"
		}
	}
	if p.empty() || !r.units[p.to-1].is(when) && !(r.units[p.to-1].is(number) && p.to-p.from == 1) {
		return end
	}
	from := p.from
	if from > 0 && r.units[from-1].is(preposition) {
		return from - 1
	}
	if r.units[p.to-1].is(number) {
		return end
	}
	for i := p.from; i < p.to; i++ {
		if r.units[i].is(proper) && !r.units[i].is(when) {
			return end
		}
	}
	return from
}

// described finds the noun phrase that a description between commas, the last
// of which is unit last, belongs to.
func (r *reader) described(last, floor int) phrase {
	var best phrase
	for i := last - 1; i > floor; i-- {
		u := &r.units[i]
		if u.is(semicolon|quoted|colon) || u.is(stop) {
			break
		}
		if !u.is(comma | dash) {
			continue
		}
		if !r.describes(i+1, last) {
			break
		}
		var p phrase
		if r.units[i-1].is(close) {
			p = r.phraseBefore(i, floor)
		} else {
			p = r.core(i, floor)
		}
		if p.empty() {
			continue
		}
		if !best.empty() && p.from == floor && r.units[p.to-1].is(when) {
			break // "Last month, the minister, Smith, [said]"
		}
		before := p.from - 1
		if before >= floor && r.units[before].is(preposition) && r.region(p, i+1, last) {
			continue // "the firm, which is from Springfield, Illinois, said"
		}
		if before >= 0 && r.units[before].is(preposition|gerund) && !(r.text(before) == "as" && r.endsInPerson(p)) {
			if best.empty() && r.units[i+1].is(nounPhrase) {
				best = phrase{i + 1, last + 1} // "In an interview, the minister who …, [said]"
			}
			break
		}
		best = phrase{p.from, last + 1}
		if before < floor || !r.units[before].is(comma) || r.units[p.to-1].is(proper) && !r.units[p.from].is(determiner) && !r.office(p) {
			break
		}
	}
	return best
}

// endsInPerson tells whether a phrase ends in the name of a person.
func (r *reader) endsInPerson(p phrase) bool {
	end := r.units[p.to-1].End
	i := r.mentionAt(end) - 1
	return i >= 0 && r.doc.Mentions[i].End == end && r.doc.Mentions[i].Type == document.Person && r.doc.Mentions[i].Kind == document.Name
}

// office tells whether a noun phrase that ends in a name is what somebody is rather
// than who: "editor of the Harbour Times".
func (r *reader) office(p phrase) bool {
	for i := p.from + 1; i < p.to; i++ {
		if r.units[i].is(preposition) {
			return r.lexicon.Word(r.text(i - 1)).Is(lexicon.Role)
		}
	}
	return false
}

// region tells whether a name in commas at units [from, to) is where the place
// of the phrase before it lies.
func (r *reader) region(p phrase, from, to int) bool {
	for i := from; i < to; i++ {
		if !r.units[i].is(proper) {
			return false
		}
	}
	return r.units[p.to-1].is(proper)
}

// describes tells whether units [from, to) can describe a noun phrase: a
// relative clause, or words without a verb of their own.
func (r *reader) describes(from, to int) bool {
	if from >= to {
		return false
	}
	if r.units[from].is(relative) || from+1 < to && r.units[from].is(preposition) && r.units[from+1].is(relative) {
		return true
	}
	if r.units[from].is(coordinator | that) {
		return false
	}
	inner := false
	for i := from; i < to; i++ {
		u := &r.units[i]
		if u.is(relative | that) {
			inner = true
		}
		if !inner && u.is(finite) && !r.misread(i, from) {
			return false
		}
	}
	return true
}

// misread tells whether the finite verb at i, in a description that begins at
// unit from, is rather a noun that the tagger took for one: "a former
// ambassador to" has no room for a verb.
func (r *reader) misread(i, from int) bool {
	return r.doc.Tokens[r.units[i].first].Tag == "VBP" && !r.units[i].is(auxiliary) &&
		i > from && r.units[i-1].is(nominal|adjective) && r.units[from].is(determiner)
}

// circumstance tells whether the preposition at i leads into when or where
// something was said rather than into who said it.
func (r *reader) circumstance(i int) bool {
	for j := i + 1; j < len(r.units) && j <= i+5; j++ {
		u := &r.units[j]
		if u.is(occasion | when) {
			return r.text(i) != "of"
		}
		if !u.is(nounPhrase|participle) && !(u.is(coordinator) && r.units[j-1].is(number)) {
			break
		}
	}
	return false
}

// description gives the end of a description in commas that begins at unit i,
// or i when there is none.
func (r *reader) description(i int) int {
	n := len(r.units)
	for i+1 < n && r.units[i].is(comma) {
		u := &r.units[i+1]
		if !u.is(nounPhrase|relative|participle|preposition|adverb) || u.is(coordinator|personal|quoted) || r.circumstance(i+1) || u.is(when) || u.is(preposition) && !r.relativeAt(i+2) {
			return i
		}
		j := i + 1
		for j < n && !r.units[j].is(comma|semicolon|colon|dash|stop|quoted) {
			j++
		}
		if !r.describes(i+1, j) {
			return i
		}
		if j < n && r.units[j].is(comma) && j+1 < n && (r.units[j+1].is(quoted) || !r.units[j+1].is(nounPhrase)) {
			return j + 1
		}
		i = j
	}
	return i
}

func (r *reader) relativeAt(i int) bool { return i < len(r.units) && r.units[i].is(relative) }

// clauseBegins tells whether a clause with a verb of its own begins at unit i.
func (r *reader) clauseBegins(i int) bool {
	for j := i; j < len(r.units) && j < i+8; j++ {
		u := &r.units[j]
		if u.is(finite | auxiliary) {
			return true
		}
		if u.is(punctuation | quoted | that | relative) {
			return false
		}
	}
	return false
}
