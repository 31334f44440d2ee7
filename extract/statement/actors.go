package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

const (
	crowdWords = 16 // that a group without names has at most: "11 other members of the Harbour Council"
	actReach   = 30 // tokens behind the verb in which those are named who act with its subject
)

// rallying are the verbs whose object acts with their subject: "led ten members in",
// "joined Senator Okoro in".
var rallying = wordSet("led leads leading lead joined joins joining join")

// fellows are the plural nouns for those who act with somebody of their house.
var fellows = wordSet("colleagues members lawmakers legislators senators representatives congressmen congresswomen democrats republicans delegation")

// actors are the people who do together what sentence k of a press release tells: the
// list that is its subject, who is led or joined by them, and those that it only counts,
// “Senators Okoro and Imani and ten colleagues sent a letter”.
func (r *reader) actors(k int) []document.Source {
	d := r.doc
	s := d.Sentences[k]
	a := acting{reader: r}
	i := r.mentionAt(s.Start)
	for i < len(d.Mentions) && d.Mentions[i].End <= s.End && (!isPersonName(&d.Mentions[i]) || r.opensDateline(&d.Mentions[i])) {
		i++
	}
	if i == len(d.Mentions) || d.Mentions[i].End > s.End || r.insideQuote(d.Mentions[i].Start) {
		return nil
	}
	a.first, a.last = s.First, s.Last
	verb := a.subject(d.Mentions[i].First)
	if verb < 0 || len(a.all) == 0 {
		return nil
	}
	a.companions(verb)
	return a.all
}

// opensDateline tells whether a name that opens its sentence is the place of a dateline,
// whatever it was taken for.
func (r *reader) opensDateline(m *document.Mention) bool {
	d := r.doc
	return m.First == d.Sentences[r.sentenceOf(m.Start)].First && m.Last < len(d.Tokens) && marks[d.Slice(d.Tokens[m.Last].Span)]&dash != 0
}

func isPersonName(m *document.Mention) bool {
	return m.Kind == document.Name && m.Type == document.Person && m.Entity >= 0
}

// acting is how far a sentence has come in telling who acts.
type acting struct {
	*reader
	first, last int // tokens of the sentence
	all         []document.Source
}

func (a *acting) add(s document.Source) {
	if s.Entity < 0 || !slices.ContainsFunc(a.all, func(o document.Source) bool { return o.Entity == s.Entity }) {
		a.all = append(a.all, s)
	}
}

// subject takes in the list of people that begins with the name at a token, and gives
// the verb that it is the subject of; -1 when there is none. A list that a preposition
// governs is another: “In a letter to [the mayor], Senators Okoro and Imani urged”.
func (a *acting) subject(from int) int {
	d := a.doc
	governed, ended, deep, relatives, only := false, false, false, 0, false
	for t := from; t < a.last; t++ {
		if m := a.nameAt(t); m != nil {
			if isPersonName(m) && !deep && !only && !a.isSeat(m) {
				switch before := a.beforeTitle(t); {
				case before < a.first || len(a.all) == 0 && !governed && t == from:
					governed = before >= a.first && tagClasses[d.Tokens[before].Tag]&preposition != 0 && marks[d.Slice(d.Tokens[before].Span)] == 0
					ended = governed
				case governed && ended && a.isComma(before):
					a.all, ended = a.all[:0], false
				case a.joins(before):
					ended = governed
				case !a.isComma(before) && !a.severalTitled(before):
					t = m.Last - 1
					continue // of whom something else is told
				}
				a.add(document.Source{Entity: m.Entity, Span: m.Span, Name: d.Entities[m.Entity].Name})
			}
			t = m.Last - 1
			continue
		}
		w := d.Slice(d.Tokens[t].Span)
		c := tagClasses[d.Tokens[t].Tag]
		switch {
		case marks[w]&open != 0:
			deep = true
		case marks[w]&close != 0:
			deep = false
		case deep:
		case lower(w) == "including":
			only = true // who is among them
		case c&relative != 0:
			relatives++
		case c&finite != 0 || rallying[lower(w)] && c&participle != 0 && lower(w) == "led":
			if relatives == 0 {
				if governed && ended {
					return -1
				}
				return t
			}
			relatives--
		case a.joins(t) || a.words.find(w).class&preposition != 0 && lower(w) == "with":
			if crowd := a.crowd(t + 1); !crowd.Span.Empty() && !(governed && ended) {
				a.add(crowd)
				t = a.tokenAt(crowd.Span.End - 1)
			}
		}
	}
	return -1
}

// companions takes in those who are led or joined, and those "with" whom it is done.
func (a *acting) companions(verb int) {
	d := a.doc
	if tagClasses[d.Tokens[verb].Tag]&finite != 0 && a.words.find(d.Slice(d.Tokens[verb].Span)).class&auxiliary != 0 {
		for verb+1 < a.last && tagClasses[d.Tokens[verb+1].Tag]&(adverb|participle|gerund) != 0 && tagClasses[d.Tokens[verb].Tag]&(participle|gerund) == 0 {
			verb++
		}
	}
	t := verb + 1
	if rallying[lower(d.Slice(d.Tokens[verb].Span))] {
		t = a.object(t)
	}
	if !authoring[lower(d.Slice(d.Tokens[verb].Span))] {
		return // with whom something is discussed isn't whose it is
	}
	for end := min(a.last, verb+actReach); t < end; t++ {
		if lower(d.Slice(d.Tokens[t].Span)) != "with" || a.insideQuote(d.Tokens[t].Start) {
			continue
		}
		if crowd := a.crowd(t + 1); !crowd.Span.Empty() {
			a.add(crowd)
			return
		}
	}
}

// object takes in the list that a verb of leading or joining governs, and gives the
// token behind it.
func (a *acting) object(t int) int {
	d := a.doc
	deep := false
	for ; t < a.last; t++ {
		if m := a.nameAt(t); m != nil && !deep {
			if isPersonName(m) && !a.isSeat(m) {
				a.add(document.Source{Entity: m.Entity, Span: m.Span, Name: d.Entities[m.Entity].Name})
			}
			t = m.Last - 1
			continue
		}
		w := d.Slice(d.Tokens[t].Span)
		switch c := tagClasses[d.Tokens[t].Tag]; {
		case marks[w]&open != 0:
			deep = true
		case marks[w]&close != 0:
			deep = false
		case deep || a.isComma(t) || a.joins(t) || lower(w) == "by":
		default:
			if crowd := a.crowd(t); !crowd.Span.Empty() {
				a.add(crowd)
				t = a.tokenAt(crowd.Span.End - 1)
				continue
			}
			if c&(nominal|adjective|number|possessive) == 0 {
				return t
			}
		}
	}
	return t
}

// crowd is the group without names that begins with a token, "ten of her House
// colleagues", "members of the Oldland delegation"; an empty span for none.
func (a *acting) crowd(from int) document.Source {
	d := a.doc
	end := -1
	for t := from; t < min(a.last, from+crowdWords); t++ {
		if m := a.nameAt(t); m != nil && isPersonName(m) {
			break
		}
		w := lower(d.Slice(d.Tokens[t].Span))
		c := tagClasses[d.Tokens[t].Tag]
		joins := a.joins(t) && t > from && t+1 < a.last && (end == t && fellows[lower(d.Slice(d.Tokens[t+1].Span))] || // senators and representatives
			end < 0 && tagClasses[d.Tokens[t+1].Tag]&(nominal|adjective) != 0) // Red and Blue senators
		if c&(nominal|adjective|number|determiner|owner|possessive) == 0 && !joins && w != "of" && w != "from" && w != "than" && w != "more" && w != "-" || end >= 0 && a.words.find(w).class&when != 0 {
			break
		}
		if w == "delegation" && t+1 < a.last && tagClasses[d.Tokens[t+1].Tag]&noun != 0 {
			break // a delegation letter
		}
		if fellows[w] || end >= 0 && c&nominal != 0 {
			end = t + 1
		}
	}
	none := document.Source{Entity: -1}
	if end < 0 || end == from+1 && lower(d.Slice(d.Tokens[from].Span)) != "colleagues" {
		return none // Senators Okoro and Imani; senators, of whom nothing tells which
	}
	if m := a.nameAt(end); m != nil && isPersonName(m) {
		return none
	}
	none.Span = document.Span{Start: d.Tokens[from].Start, End: d.Tokens[end-1].End}
	none.Name, none.Plural = d.Slice(none.Span), true
	return none
}

// beforeTitle is the token before the title of the name that begins with a token.
func (a *acting) beforeTitle(t int) int {
	d := a.doc
	for t--; t >= a.first; t-- {
		w := d.Slice(d.Tokens[t].Span)
		if tagClasses[d.Tokens[t].Tag]&(nominal|adjective|gerund|participle|possessive) == 0 && w != "." && w != "-" || a.severalTitled(t) {
			return t
		}
	}
	return t
}

// isSeat tells whether a name is where somebody was elected: "Okoro, [D-East]".
func (a *acting) isSeat(m *document.Mention) bool {
	d := a.doc
	return m.Last-m.First > 1 && d.Tokens[m.First].Len() == 1 && d.Slice(d.Tokens[m.First+1].Span) == "-"
}

func (a *acting) isComma(t int) bool {
	return marks[a.doc.Slice(a.doc.Tokens[t].Span)]&(comma|semicolon) != 0
}

// joins tells whether a token is an "and".
func (a *acting) joins(t int) bool {
	w := lower(a.doc.Slice(a.doc.Tokens[t].Span))
	return w == "and" || w == "&"
}

// signers are those of whom the article says somewhere that they signed: “the letter
// was signed by Senators Okoro and Imani”, “those who joined the letter include”.
func (r *reader) signers() []document.Source {
	if r.signatures != nil {
		return r.signatures // the text is gone through once
	}
	d := r.doc
	var all []document.Source
	for k, s := range d.Sentences {
		signed := -1
		for t := s.First; t < s.Last; t++ {
			w := lower(d.Slice(d.Tokens[t].Span))
			switch {
			case signing[w] && !r.insideQuote(d.Tokens[t].Start):
				signed = t
			case signed < 0 || t-signed > signedReach || r.sentenceOf(d.Tokens[t].Start) != k:
			case w == "by" && t == signed+1 || listing[w]:
				a := acting{reader: r, first: s.First, last: s.Last, all: all}
				t = a.object(t + 1)
				all, signed = a.all, -1
			}
		}
	}
	r.signatures = append([]document.Source{}, slices.DeleteFunc(all, func(s document.Source) bool { return s.Entity < 0 })...)
	return r.signatures
}

// signedReach is how many tokens may stand between who signed and the verb behind which
// they are named.
const signedReach = 8

var (
	signing = wordSet("signed cosigned co-signed signing signers co-signers cosigners signatories joined joining")
	listing = wordSet("include includes included are were")
)

// lawmakers lets "the lawmakers" and "the group" be all who act at the head of the
// article, those who signed among them.
func (r *reader) lawmakers() {
	d := r.doc
	var all []document.Source
	known, sentence := false, -1
	for k := range d.Statements {
		st := &d.Statements[k]
		s := st.Speaker
		if s == nil || !r.meansActors(s.Span) && !(s.Entity < 0 && r.officesOf(s.Span) != "") {
			continue
		}
		if !known {
			all, sentence = r.openingAct()
			known = true
		}
		if office := r.officesOf(s.Span); office != "" && (sentence < 0 || !strings.Contains(lower(d.Slice(d.Sentences[sentence].Span)), office)) {
			continue
		}
		if len(all) > 1 && r.ofOneHouse(s.Span, sentence) && (s.Entity < 0 && len(st.Joint) == 0 || r.fewer(st, all)) {
			r.speakAll(st, all)
		}
	}
}

// fewer tells whether those who are taken for the speakers of a statement are only some
// of all.
func (r *reader) fewer(st *document.Statement, all []document.Source) bool {
	among := func(s *document.Source) bool {
		return slices.ContainsFunc(all, func(o document.Source) bool { return o.Entity == s.Entity && o.Name == s.Name })
	}
	if len(st.Joint)+1 >= len(all) || !among(st.Speaker) {
		return false
	}
	for i := range st.Joint {
		if !among(&st.Joint[i]) {
			return false
		}
	}
	return true
}

// mostTogether is how many people a statement may be given to at most: the longest letters to
// and from members of a parliament have some two hundred signers. What more are listed
// for keeps its own words.
const mostTogether = 250

// speakAll makes all of some people the speakers of a statement, by its own words.
func (r *reader) speakAll(st *document.Statement, all []document.Source) {
	if len(all) > mostTogether {
		return
	}
	st.Joint = nil
	words := st.Speaker.Span
	for i, s := range all {
		s.Span = words
		if i == 0 {
			*st.Speaker = s
		} else {
			st.Joint = append(st.Joint, s)
		}
	}
}

// openingAct is who acts in the first sentences, where one of them names several or
// counts them, with those who signed in the place of a number, and which sentence it is.
func (r *reader) openingAct() (all []document.Source, sentence int) {
	for k := 0; k < min(openers, len(r.doc.Sentences)); k++ {
		if all := r.withSigners(r.actors(k)); len(all) > 1 {
			return all, k
		}
	}
	return nil, -1
}

// houses are by what nouns those of one house go who aren't of the other.
var houses = map[string]map[string]bool{
	"senators":        wordSet("representative representatives rep rep. reps reps. congressman congressmen congresswoman congresswomen house"),
	"representatives": wordSet("senator senators sen sen. sens sens. senate"),
	"congressmen":     wordSet("senator senators sen sen. sens sens. senate"),
	"congresswomen":   wordSet("senator senators sen sen. sens sens. senate"),
}

// ofOneHouse tells whether a sentence has nobody of another house than those whom the
// last word of a span calls so.
func (r *reader) ofOneHouse(s document.Span, sentence int) bool {
	d := r.doc
	others := houses[lower(d.Slice(d.Tokens[r.tokenAt(s.End-1)].Span))]
	for t := d.Sentences[sentence].First; t < d.Sentences[sentence].Last; t++ {
		if others[lower(d.Slice(d.Tokens[t].Span))] {
			return false
		}
	}
	return true
}

// openers is how many sentences tell who acts in an article.
const openers = 3

// withSigners adds to those who act who signed with them, for whom a number stands else.
func (r *reader) withSigners(all []document.Source) []document.Source {
	if len(all) == 0 {
		return nil
	}
	signed := r.signers()
	if len(signed) == 0 {
		return all
	}
	all = slices.DeleteFunc(slices.Clone(all), func(s document.Source) bool { return s.Entity < 0 })
	for _, s := range signed {
		if !slices.ContainsFunc(all, func(o document.Source) bool { return o.Entity == s.Entity }) {
			all = append(all, s)
		}
	}
	return all
}

// meansActors tells whether the words of a source are "the" noun for those who act
// together, with no more than adjectives.
func (r *reader) meansActors(s document.Span) bool {
	d := r.doc
	head := r.headToken(s)
	first := r.tokenAt(s.Start)
	if head < 0 || r.insideQuote(s.Start) || lower(d.Slice(d.Tokens[first].Span)) != "the" || head == first {
		return false
	}
	for t := first + 1; t < head; t++ {
		if w := lower(d.Slice(d.Tokens[t].Span)); !bench[w] {
			return false
		}
	}
	noun := lower(d.Slice(d.Tokens[head].Span))
	if d.Tokens[head].End != s.End {
		rest := lower(d.Text[d.Tokens[head].End:s.End])
		return noun == "group" && (rest == " of lawmakers" || rest == " of senators" || rest == " of members")
	}
	switch noun {
	case "group", "lawmakers", "legislators", "members", "delegation", "coalition", "signatories":
		return true
	}
	w := r.lexicon.Word(noun)
	return w.Is(lexicon.Role) && w.Plural && w.Detail == "legislator"
}

// officesOf is the office of which the words of a span are the plural, "the harbour
// advisers"; "" for anything else.
func (r *reader) officesOf(s document.Span) string {
	d := r.doc
	words := strings.Fields(lower(d.Slice(s)))
	w := r.headWord(s)
	if len(words) < 3 || words[0] != "the" || len(words) > officeWords || !w.Is(lexicon.Role) || !w.Plural || w.Detail == "legislator" || counted[words[1]] || r.insideQuote(s.Start) {
		return ""
	}
	return strings.TrimSuffix(strings.Join(words[1:], " "), "s")
}

const officeWords = 4 // with its article

// counted are the words by which stage entity knows how many are meant.
var counted = wordSet("two three four five")

// bench are the adjectives that don't say which members of a house are meant.
var bench = wordSet("bipartisan bicameral republican democratic house senate")
