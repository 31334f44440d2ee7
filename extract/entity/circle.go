package entity

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// circle is several people who act together: they are named in one list that is the
// subject of a sentence, or one meets the others.
type circle struct {
	members  []int32
	sentence int32 // in which they were named or meant last
	token    int   // the one after that
	opening  bool  // the headline or the first sentences have them
	headline bool
	called   *lexicon.Word // what stands before the names for all: Senators
}

const (
	maxCircles = 8  // that are kept
	maxMembers = 12 // of a circle; who is in a longer list of names isn't meant any more
	openers    = 3  // sentences that tell who acts in an article
)

// listing is how far a sentence has come in naming people.
type listing struct {
	list       []int32 // the people of the list at hand
	start, end int     // its tokens
	governed   bool    // a preposition stands before it
	joined     bool    // "and" is before its last
	called     *lexicon.Word

	hosts    []int32 // who stands before the first verb
	verb     bool    // a finite verb has come
	meets    bool    // it is one of meeting, and no other has come since
	with     bool    // who is met comes: behind "with" or the verb
	circleAt int     // of this sentence's circle, -1 for none
}

func newListing() listing { return listing{circleAt: -1} }

// meetings are verbs for what people do together, and whether who is met stands
// behind them without "with".
var meetings = map[string]bool{
	"met": false, "meets": false, "meet": false, "spoke": false, "speaks": false, "speak": false, "talked": false, "talk": false, "conferred": false,
	"held": false, "holds": false, "hold": false, "had": false, "convened": false,
	"joined": true, "joins": true, "join": true, "hosted": true, "hosts": true, "host": true, "welcomed": true, "welcomes": true, "welcome": true, "received": true, "receives": true,
}

// enumerate takes in that a person is meant at tokens [first, last).
func (r *reader) enumerate(e int32, first, last int) {
	l := &r.listing
	if r.quoted[first] {
		return
	}
	if len(l.list) > 0 && first >= l.end && r.sents[l.end-1] == r.sents[first] && r.inList(l, first, last) {
		if !slices.Contains(l.list, e) {
			l.list = append(l.list, e)
		}
		l.joined = r.conjoined(l.end, first)
		l.end = last
	} else {
		start := r.titleStartAt(first)
		l.list, l.start, l.end, l.joined = append([]int32(nil), e), start, last, false
		l.governed = r.governedAt(start)
		if l.called = r.word(first - 1); !l.called.Plural || !l.called.Is(lexicon.Role) {
			l.called = nil
		}
		l.with = l.verb && l.meets && r.isMet(start)
	}
	switch {
	case l.meets && l.with && len(l.hosts) > 0:
		all := slices.Clone(l.hosts)
		for _, e := range l.list {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
		r.circle(all, last)
	case l.joined && !l.verb && !l.governed, l.joined && !l.verb && r.isFinite(last):
		r.circle(slices.Clone(l.list), last)
	}
}

// titleStartAt is where the title before a name at a token begins.
func (r *reader) titleStartAt(t int) int {
	first, _ := r.sentence(t)
	at, _ := r.titleAt(t, first)
	for at > first && r.names[at-1] == 0 && (r.tag(at-1) == "DT" || r.tag(at-1) == "JJ" || r.tag(at-1) == "NNP" && isCapital(r.text(at-1))) {
		at--
	}
	return at
}

// governedAt tells whether a preposition stands before a token.
func (r *reader) governedAt(t int) bool {
	tag := r.tag(t - 1)
	return t > 0 && (tag == "IN" || tag == "TO") && r.text(t-1) != "between"
}

// isMet tells whether who begins with a token is whom a verb of meeting is about:
// behind "with" or the verb itself stand only words of what he is.
func (r *reader) isMet(start int) bool {
	first, _ := r.sentence(start)
	for t := start - 1; t >= first && start-t < maxListGap; t-- {
		w := r.text(t)
		if direct, ok := meetings[w]; ok {
			return direct
		}
		switch tag := r.tag(t); {
		case w == "with":
			return true
		case strings.HasPrefix(tag, "NN"), tag == "JJ", tag == "POS", tag == "HYPH", tag == "DT", w == "of", w == "for", w == "-":
		default:
			return false
		}
	}
	return false
}

// inList tells whether a person at tokens [first, last) goes on with the list at
// hand: between them stand only commas, "and", and what people are called.
func (r *reader) inList(l *listing, first, last int) bool {
	if first-l.end > maxListGap {
		return false
	}
	apart, deep := false, false
	if l.joined && !r.conjoined(l.end, first) {
		return false // between A and B, C and D agreed
	}
	for t := l.end; t < first; t++ {
		w := r.text(t)
		switch tag := r.tag(t); {
		case w == "(" || w == "[":
			deep = true
		case w == ")" || w == "]":
			deep = false
		case deep:
		case w == "," || w == "and" || w == "&" || w == ";":
			apart = true
		case strings.HasPrefix(tag, "NN"), tag == "JJ", tag == "POS", tag == "HYPH", tag == "DT", tag == "CD", w == "of", w == "for", w == "-", w == ".":
		case w == "–" || w == "—":
			if r.tag(t-1) != "NNS" { // and three colleagues – Senators Example and Other –
				return false
			}
		case (w == "along" || w == "together") && r.text(t+1) == "with", w == "with" && apart && t > l.end, w == "joined" && r.text(t+1) == "by", w == "by" && r.text(t-1) == "joined":
			apart = true
		case w == "as" && (r.text(t+1) == "well" || r.text(t-1) == "well"), w == "well" && r.text(t+1) == "as":
			apart = true
		default:
			return false
		}
	}
	if !apart || r.names[l.end] != 0 && l.end < first && r.text(l.end) != "," {
		return false
	}
	if l.governed && r.isFinite(last) && !r.isConjunct(l, first, last) {
		return false // met with A and B said
	}
	return true
}

const maxListGap = 20

// isConjunct tells whether the syntax hangs a person on the list at hand.
func (r *reader) isConjunct(l *listing, first, last int) bool {
	if r.doc.Arcs == nil {
		return false
	}
	for t := r.titleStartAt(first); t < last; t++ {
		if a := r.doc.Arcs[t]; a.Relation == "conj" && a.Head >= l.start && a.Head < l.end {
			return true
		}
	}
	return false
}

// conjoined tells whether "and" stands between two names of a list.
func (r *reader) conjoined(from, to int) bool {
	for t := from; t < to; t++ {
		if w := r.text(t); w == "and" || w == "&" || w == "well" || w == "with" || w == "joined" {
			return !r.inOffice(from, t, to)
		}
	}
	return false
}

// inOffice tells whether an "and" at a token joins what an office is for, with nouns
// before it and a body's behind it: "A, Ports, Roads, and Bridges Committee Chair B".
func (r *reader) inOffice(from, and, to int) bool {
	deep, noun := false, false
	for t := from; t < and; t++ {
		switch w := r.text(t); {
		case w == "(" || w == "[":
			deep = true
		case w == ")" || w == "]":
			deep = false
		case !deep && strings.HasPrefix(r.tag(t), "NN"):
			noun = true
		}
	}
	for t := and + 1; noun && t < to; t++ {
		if isCapital(r.text(t)) && r.word(t).Is(lexicon.OrgHead) {
			return true
		}
	}
	return false
}

// predicate takes in a finite verb, or the verb behind an auxiliary.
func (r *reader) predicate(t int) {
	l := &r.listing
	if r.quoted[t] {
		return
	}
	if _, ok := meetings[r.text(t)]; ok && (!l.verb || r.tag(t-1) == "MD") {
		if !l.verb && !l.governed {
			l.hosts = slices.Clone(l.list)
		}
		l.meets = true
	} else if l.verb || r.tag(t) != "MD" {
		l.meets = false
	} else if !l.governed {
		l.hosts = slices.Clone(l.list)
	}
	l.verb = true
}

// circle remembers people who act together, up to a token.
func (r *reader) circle(members []int32, end int) {
	if len(members) < 2 || len(members) > maxMembers {
		return
	}
	l, s := &r.listing, r.sents[end-1]
	called := l.called
	if i := l.circleAt; i >= 0 && i < len(r.circles) && r.circles[i].sentence == s && subset(r.circles[i].members, members) {
		r.circles[i].members, r.circles[i].token = members, end
		return
	}
	opening, headline := s < openers, false
	r.circles = slices.DeleteFunc(r.circles, func(c circle) bool {
		same := len(c.members) == len(members) && subset(c.members, members)
		opening = opening || same && c.opening
		headline = headline || same && c.headline
		if same && called == nil {
			called = c.called
		}
		return same
	})
	if len(r.circles) == maxCircles {
		i := 0
		for i < len(r.circles)-1 && r.circles[i].opening {
			i++
		}
		r.circles = slices.Delete(r.circles, i, i+1)
	}
	r.circles = append(r.circles, circle{members: members, sentence: s, token: end, opening: opening, headline: headline, called: called})
	l.circleAt = len(r.circles) - 1
}

func subset(a, b []int32) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// stand lets tokens [first, last) mean each of a circle.
func (r *reader) stand(c circle, first, last int, kind document.MentionKind, subject bool) {
	for _, e := range c.members {
		r.add(e, first, last, kind)
		r.note(e, first, subject)
	}
	r.circle(c.members, last)
	if l := &r.listing; !l.verb {
		l.list, l.start, l.end, l.joined, l.governed = c.members, first, last, true, false
	}
}

// far is how many sentences back those are looked for who are called by what they
// are. Who opens an article is meant throughout.
const far = 8

// byCircle is the circle that a plural noun of n people means, 0 for any number: the
// last whose members can all be called so.
func (r *reader) byCircle(t, n int, w *lexicon.Word, fits func(k *known) bool) (circle, bool) {
	for i := len(r.circles) - 1; i >= 0; i-- {
		c := r.circles[i]
		if r.sents[t]-c.sentence > far && !c.opening || n > 0 && len(c.members) != n {
			continue
		}
		if (w == nil || !c.isCalled(w)) && slices.ContainsFunc(c.members, func(e int32) bool { return !fits(&r.known[e]) && !(c.headline && len(r.known[e].roles) == 0) }) {
			continue
		}
		if n == 0 {
			c = r.whole(c)
		}
		return c, true
	}
	return circle{}, false
}

// whole is the circle of the headline when another is part of it: a sentence may
// name only those of one house.
func (r *reader) whole(c circle) circle {
	for _, o := range r.circles {
		if o.headline && len(o.members) > len(c.members) && subset(c.members, o.members) {
			o.sentence, o.token = c.sentence, c.token
			return o
		}
	}
	return c
}

// isCalled tells whether the noun before the names of a circle says of all that they
// are what another noun calls them.
func (c *circle) isCalled(w *lexicon.Word) bool {
	return c.called != nil && (c.called.Lemma == w.Lemma || c.called.Detail == "legislator" && (w.Lemma == "lawmaker" || w.Lemma == "member") || w.Lemma == "leader" && c.called.Detail == "head")
}

// callable tells whether somebody may be called by a plural noun for what people are.
func (r *reader) callable(w *lexicon.Word) func(k *known) bool {
	return func(k *known) bool {
		if gender := genders[w.Gender]; gender != document.UnknownGender && k.Gender != document.UnknownGender && k.Gender != gender {
			return false
		}
		if w.Detail == "head" && w.Lemma == "leader" {
			return len(k.roles) == 0 || r.mayLead(k)
		}
		if w.Detail == "legislator" || w.Lemma == "member" || w.Lemma == "representative" {
			return slices.ContainsFunc(k.roles, func(x role) bool {
				return x.detail == "legislator" && (x.head == w.Lemma || w.Lemma != "senator" && w.Lemma != "representative" || x.head == "legislator") || x.head == w.Lemma
			})
		}
		return slices.ContainsFunc(k.roles, func(x role) bool { return x.head == w.Lemma })
	}
}

// gathering resolves "the leaders", "the Prime Ministers", "the three senators".
func (r *reader) gathering(g nounGroup, w *lexicon.Word, subject bool) int {
	if !w.Is(lexicon.Role) || !gathered[w.Detail] && w.Lemma != "member" || g.land != "" {
		return g.first
	}
	switch r.text(g.head + 1) {
	case "of", "from", "for", "and", "who", "in", "at", "with", "-", "’", "'":
		return g.first
	}
	n, office := 0, -1
	for t := g.first + 1; t < g.head; t++ {
		word := strings.ToLower(r.text(t))
		switch {
		case n > 0 && isCapital(r.text(t)) && isCapital(r.text(g.head)) && (strings.HasPrefix(r.tag(t), "NNP") || r.tag(t) == "JJ"):
			if office < 0 {
				office = t
			}
		case counts[word] > 0:
			n = counts[word]
		case n == 0 && ranked[w.Lemma] && word != "prime" && !bench[word] && (strings.HasPrefix(r.tag(t), "NN") || r.tag(t) == "JJ"):
			if office < 0 {
				office = t // the harbour advisers, of several countries
			}
		case r.tag(t) == "JJ" && word == "prime", bench[word]:
		default:
			return g.first
		}
	}
	if strings.EqualFold(r.text(g.first), "both") {
		n = 2
	}
	var c circle
	var ok bool
	if office >= 0 {
		c, ok = r.byRank(g.first, n, r.doc.Text[r.doc.Tokens[office].Start:r.doc.Tokens[g.head].Start]+w.Lemma)
	} else {
		c, ok = r.byCircle(g.first, n, w, r.callable(w))
	}
	if !ok {
		return g.first
	}
	r.stand(c, g.first, g.head+1, document.Nominal, subject)
	return g.head + 1
}

// gathered are the kinds of roles whose bearers meet and write together.
var gathered = set("head", "minister", "legislator", "official", "deputy")

// ranked are the nouns whose bearers meet as those of one office.
var ranked = set("advisor", "adviser")

// bench are adjectives that don't say which members of a house are meant.
var bench = set("bipartisan", "republican", "democratic", "prime", "fellow")

var counts = map[string]int{"two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}

// count resolves "the two", "the pair", "both" before a verb.
func (r *reader) count(t int) int {
	n, last := counts[r.text(t+1)], t+2
	if w := strings.ToLower(r.text(t)); w == "both" && r.isFinite(t+1) {
		n, last = 2, t+1
	} else if w != "the" || !r.isFinite(last) && r.tag(last) != "RB" {
		return t
	}
	if n == 0 || r.quoted[t] {
		return t
	}
	c, ok := r.byCircle(t, n, nil, func(*known) bool { return true })
	if !ok || r.sents[t]-c.sentence > 2 && !c.opening {
		return t
	}
	r.stand(c, t, last, document.Pronoun, true)
	return last
}
