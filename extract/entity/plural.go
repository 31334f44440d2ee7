package entity

import (
	"slices"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// pair is two countries, or two of another type, that were named together.
type pair struct {
	a, b     int32
	sentence int32
	token    int // the one after its last mention
	subject  bool
	named    int32 // how often, counting "the two countries"
}

// maxPairs is how many pairs are kept.
const maxPairs = 8

// notePair remembers "A and B" and "A-B" when a mention ends one.
func (r *reader) notePair(m *document.Mention, verb bool) {
	b := int32(m.Entity)
	typ := r.known[b].Type
	if typ != document.Country && typ != document.Person && typ != document.Organization {
		return
	}
	t := m.First - 1
	if w := r.text(t); w == "the" || w == "The" {
		t--
	}
	switch r.text(t) {
	case "and", "-", "–", "&":
	default:
		return
	}
	before := r.mentionAt(t - 1)
	if before == nil || before == m || before.Last != t {
		return
	}
	if r.text(before.First-1) == "," && r.mentionAt(before.First-2) != nil {
		return // the end of a longer list
	}
	a := int32(before.Entity)
	if a == b || r.known[a].Type != typ {
		return
	}
	// A pair that acts is followed by a verb, perhaps after a dash or a comma.
	after := m.Last
	if tag := r.tag(after); tag == ":" || tag == "," || r.text(after) == "—" {
		after++
	}
	r.pair(a, b, m.Last, r.isFinite(after) || !verb && !r.governed(before.First))
}

// governed tells whether a preposition stands before a noun group that begins
// with a token. Between doesn't count: what is between two is their own.
func (r *reader) governed(t int) bool {
	t--
	if r.text(t) == "the" {
		t--
	}
	tag := r.tag(t)
	return (tag == "IN" || tag == "TO") && r.text(t) != "between"
}

func (r *reader) pair(a, b int32, end int, subject bool) {
	sentence := r.sents[end-1]
	for i, p := range r.pairs {
		if p.a == a && p.b == b || p.a == b && p.b == a {
			p.sentence, p.token, p.subject = sentence, end, p.subject || subject
			p.named++
			// The last named stands last.
			r.pairs = append(slices.Delete(r.pairs, i, i+1), p)
			return
		}
	}
	if len(r.pairs) == maxPairs {
		r.pairs = append(r.pairs[:0], r.pairs[1:]...)
	}
	r.pairs = append(r.pairs, pair{a: a, b: b, sentence: sentence, token: end, subject: subject, named: 1})
}

// plural resolves "the two countries", "both leaders".
func (r *reader) plural(g nounGroup, w *lexicon.Word, subject bool) int {
	if !g.two || g.land != "" || r.text(g.head+1) == "and" { // both allies and enemies
		return g.first
	}
	var a, b int32 = -1, -1
	switch {
	case w.Is(lexicon.State) && w.Lemma != "party":
		a, b = r.twoCountries(r.sents[g.first])
	case w.Is(lexicon.Role|lexicon.Human) && !g.modified:
		a, b = r.twoPeople(w, 2)
		if was, is := r.sameTwo(w); was >= 0 && (a < 0 || w.Detail == "head" && (r.isGuest(a, was, is) || r.isGuest(b, was, is))) {
			a, b = was, is
		}
		if a >= 0 {
			r.two = two{noun: w.Lemma, a: a, b: b}
		}
	}
	if a < 0 {
		return g.first
	}
	for _, e := range []int32{a, b} {
		r.add(e, g.first, g.head+1, document.Nominal)
		r.note(e, g.first, subject)
	}
	if r.known[a].Type == document.Country {
		r.pair(a, b, g.head+1, true)
	}
	return g.head + 1
}

// twoCountries is the pair that "the two countries" means: one named together
// and acting before one that is only acted on, the last before earlier ones;
// without any, the last two countries.
func (r *reader) twoCountries(sentence int32) (int32, int32) {
	best, score := -1, int32(0)
	for i, p := range r.pairs {
		if r.known[p.a].Type != document.Country {
			continue
		}
		s := 100 - 2*(sentence-p.sentence) + min(p.named, 3)
		if p.subject {
			s += 5
		}
		if best < 0 || s >= score {
			best, score = i, s
		}
	}
	if best >= 0 && sentence-r.pairs[best].sentence <= 20 {
		return r.pairs[best].a, r.pairs[best].b
	}
	return r.twoLatest(3, func(k *known) bool { return k.Type == document.Country })
}

// two are the people whom a plural noun meant last.
type two struct {
	noun string
	a, b int32
}

// twoPeople are the last two people whom a plural noun fits. Two leaders are two whom
// the article calls so, if there are two: a president and a president, not one's wife.
func (r *reader) twoPeople(w *lexicon.Word, sentences int32) (int32, int32) {
	if w.Detail == "head" {
		if a, b := r.twoLatest(sentences, func(k *known) bool { return k.Type == document.Person && r.leads(k) }); a >= 0 {
			return a, b
		}
	}
	gender := genders[w.Gender]
	return r.twoLatest(sentences, func(k *known) bool {
		return k.Type == document.Person && (gender == document.UnknownGender || k.Gender == document.UnknownGender || k.Gender == gender) &&
			(w.Detail != "head" || r.mayLead(k))
	})
}

// mayLead tells whether the article doesn't say of somebody that he is something
// less than the head of a country or a body: the two leaders aren't a president and a
// guest's minister of trade.
func (r *reader) mayLead(k *known) bool {
	return r.leads(k) || !slices.ContainsFunc(k.roles, func(role role) bool { return role.detail == "minister" || role.detail == "deputy" })
}

// leads tells whether the article calls somebody the head of a country or a body.
func (r *reader) leads(k *known) bool {
	return slices.ContainsFunc(k.roles, func(role role) bool {
		return role.detail == "head" || role.title != "" || containsFold(r.doc.Slice(role.phrase), "prime")
	})
}

// isGuest tells whether somebody is neither of two leaders nor called one.
func (r *reader) isGuest(e, a, b int32) bool {
	return e != a && e != b && !r.leads(&r.known[e])
}

// byRank is the n people whom "the two Harbour Advisers" means: all whom the article
// calls by that very office, or those with whom it opens when only some of them are
// called so and nobody else is. Without a number it is those with whom it opens.
func (r *reader) byRank(t, n int, office string) (circle, bool) {
	var all []int32
	for i := range r.known {
		k := &r.known[i]
		if k.Type == document.Person && k.count > 0 && slices.ContainsFunc(k.roles, func(x role) bool { return r.saysOffice(x.phrase, office) }) {
			all = append(all, int32(i))
		}
	}
	if n > 0 && len(all) == n {
		return circle{members: all}, true
	}
	c, ok := r.byCircle(t, n, nil, func(*known) bool { return true })
	return c, ok && c.opening && len(all) > 0 && subset(all, c.members)
}

// saysOffice tells whether the words of a role, which may leave out those before its
// noun, are an office.
func (r *reader) saysOffice(role document.Span, office string) bool {
	start := max(0, min(role.Start, role.End-len(office)))
	return containsFold(r.doc.Text[start:role.End], office)
}

// sameTwo are the people whom a plural noun meant when it stood last, -1 when it
// didn't.
func (r *reader) sameTwo(w *lexicon.Word) (int32, int32) {
	if r.two.noun != w.Lemma {
		return -1, -1
	}
	return r.two.a, r.two.b
}

// twoLatest are the last two entities that fit, the earlier one first, when both
// were named a few sentences ago at most; -1 otherwise.
func (r *reader) twoLatest(sentences int32, fits func(k *known) bool) (int32, int32) {
	var second int32 = -1
	for _, e := range r.recent {
		k := &r.known[e]
		if !fits(k) {
			continue
		}
		if second < 0 {
			second = e
			continue
		}
		if r.known[second].sentence-k.sentence > sentences {
			return -1, -1
		}
		return e, second
	}
	return -1, -1
}

// ofCircle tells whether a pair is only part of those who are named together.
func (r *reader) ofCircle(p pair) bool {
	return slices.ContainsFunc(r.circles, func(c circle) bool {
		return c.sentence >= p.sentence && len(c.members) > 2 && slices.Contains(c.members, p.a) && slices.Contains(c.members, p.b)
	})
}

// they resolves a plural pronoun to the pair that was named last, when it was
// the subject of this sentence or the one before and no other noun stands
// between that the pronoun could mean.
func (r *reader) they(t int) {
	if !r.theyTwo(t) {
		r.theirs(t)
	}
}

// theyTwo is they for a pair; it tells whether it was one.
func (r *reader) theyTwo(t int) bool {
	if len(r.pairs) == 0 {
		return false
	}
	p := r.pairs[len(r.pairs)-1]
	if !p.subject || r.sents[t]-p.sentence > 1 || r.ofCircle(p) {
		return false
	}
	for i := p.token; i < t; i++ {
		if tag := r.tag(i); (tag == "NNS" || tag == "NNPS") || r.names[i] != 0 && r.known[r.mentionAt(i).Entity].Type != document.Place {
			return false
		}
	}
	for _, e := range []int32{p.a, p.b} {
		r.add(e, t, t+1, document.Pronoun)
		r.note(e, t, true)
	}
	r.pair(p.a, p.b, t+1, true)
	if r.known[p.a].Type == document.Person {
		r.circle([]int32{p.a, p.b}, t+1)
	}
	return true
}
