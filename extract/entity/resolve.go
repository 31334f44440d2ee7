package entity

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// maxRecent is how many people a pronoun or a role is looked for among.
const maxRecent = 12

// resolve goes through the text once, remembers who was named where, and adds
// the mentions that are no names.
func (r *reader) resolve() {
	var c clause
	r.speaker, r.circles, r.listing, r.stranger = -1, r.circles[:0], newListing(), stranger{}
	r.heading()
	for t := 0; t < len(r.doc.Tokens); {
		if r.enter(&c, t) {
			r.saying, r.actor = -1, -1
			r.listing = newListing()
		}
		verb := c.verb[r.side(t)]
		if m := r.mentionAt(t); m != nil {
			if r.mentionAt(t-1) != m {
				among := m.Type == document.Person && r.among(m)
				r.note(int32(m.Entity), t, !among && (!verb || r.isFinite(m.Last)))
				k := &r.known[m.Entity]
				k.genitive, k.governed = r.tag(m.Last) == "POS", r.tag(r.titleStart(m)-1) == "IN" || among
				if k.Type == document.Person {
					k.place = r.placeOf(m.First, m.Last)
				}
				r.notePair(m, verb)
				if m.Kind == document.Name && r.known[m.Entity].Type == document.Person && !among {
					r.enumerate(int32(m.Entity), m.First, m.Last)
				}
			}
			t++
			continue
		}
		switch r.tag(t) {
		case "NNP", "NNPS", "NNS", "JJ":
			if e := r.overlooked(t); e >= 0 {
				r.add(e, t, t+1, document.Name)
				r.note(e, t, !verb || r.isFinite(t+1))
			}
		case "NN":
			r.pass(t)
		case "VBD", "VBZ", "VBP", "MD":
			c.verb[r.side(t)] = true
			r.speech(t)
			r.predicate(t)
		case "VB":
			if r.tag(t-1) == "MD" {
				r.predicate(t)
			}
		case "PRP", "PRP$":
			if end := r.ourGovernment(t, !verb); end > t {
				t = end
				continue
			}
			r.pronoun(t, !verb)
		case "DT", "PDT", "CC":
			end := r.nominal(t, !verb)
			if end == t {
				end = r.count(t)
			}
			if end > t {
				t = end
				continue
			}
		}
		t++
	}
}

// titleStart is where the title before a name begins, the name's place when there is
// none.
func (r *reader) titleStart(m *document.Mention) int {
	first, _ := r.sentence(m.First)
	at, _ := r.titleAt(m.First, first)
	return at
}

// clause is how far a sentence has come, outside its quotations and inside: who
// is named before the verb is its subject.
type clause struct {
	sentence int32
	begun    bool
	verb     [2]bool
}

// side is which of the two a token is on.
func (r *reader) side(t int) int {
	if r.quoted[t] {
		return 1
	}
	return 0
}

// enter moves on to a token and tells whether it begins a sentence. Inside a
// quotation, which belongs to one sentence as a whole, stops begin new ones.
func (r *reader) enter(c *clause, t int) bool {
	switch {
	case !c.begun || r.sents[t] != c.sentence:
		*c = clause{sentence: r.sents[t], begun: true}
		return true
	case t > 0 && r.quoted[t] && (!r.quoted[t-1] || r.tag(t-1) == "."):
		c.verb[1] = false
	}
	return false
}

func (r *reader) isFinite(t int) bool {
	switch r.tag(t) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// speech remembers who is the subject of a verb of saying: the last person
// before it in the sentence who acts, else the first one after it.
func (r *reader) speech(t int) {
	if r.quoted[t] || r.word(t).Report != lexicon.Say {
		return
	}
	if r.actor >= 0 {
		r.speaker = r.actor
	} else {
		r.saying = t
	}
}

// note remembers that an entity was mentioned at a token.
func (r *reader) note(e int32, t int, subject bool) {
	k := &r.known[e]
	k.token, k.sentence = int32(t), r.sents[t]
	k.subject, k.quoted = subject, r.quoted[t]
	k.genitive, k.governed = false, false
	k.count++
	k.place = place{}
	if k.Type == document.Person && !k.quoted {
		if subject {
			r.actor = e
		}
		if r.saying >= 0 && t-r.saying < maxRole {
			r.speaker, r.saying = e, -1
		}
	}
	if i := slices.Index(r.recent, e); i >= 0 {
		r.recent = slices.Delete(r.recent, i, i+1)
	} else if len(r.recent) == 4*maxRecent {
		r.recent = r.recent[:len(r.recent)-1]
	}
	r.recent = slices.Insert(r.recent, 0, e)
}

func (r *reader) add(e int32, first, last int, kind document.MentionKind) {
	r.added = append(r.added, document.Mention{
		Span:  document.Span{Start: r.doc.Tokens[first].Start, End: r.doc.Tokens[last-1].End},
		First: first, Last: last, Kind: kind, Type: r.known[e].Type, Entity: int(e),
	})
}

// finish puts the entities into the order of their first mention and the
// mentions into the order of the text.
func (r *reader) finish() {
	all := append(r.doc.Mentions, r.added...)
	slices.SortStableFunc(all, func(a, b document.Mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	number := make([]int, len(r.known))
	r.doc.Entities = make([]document.Entity, 0, len(r.known))
	for i := range all {
		e := all[i].Entity
		if number[e] == 0 {
			r.doc.Entities = append(r.doc.Entities, r.known[e].Entity)
			number[e] = len(r.doc.Entities)
		}
		all[i].Entity = number[e] - 1
	}
	r.doc.Mentions = all
}

// nounGroup is a determiner with what belongs to it up to its head noun.
type nounGroup struct {
	first, head int
	two         bool   // two, both
	land        string // of a country that modifies the head
	modified    bool   // by a noun or an adjective that says which
}

// group reads the noun group that a determiner begins; head is -1 when there is
// none.
func (r *reader) group(t int) nounGroup {
	g := nounGroup{first: t, head: -1, two: strings.EqualFold(r.text(t), "both")}
	_, last := r.sentence(t)
	for i := t + 1; i < min(last, t+8); i++ {
		switch tag := r.tag(i); tag {
		case "NN", "NNS", "NNP", "NNPS":
			if g.head >= 0 {
				g.modified = true
			}
			g.head = i
			if c := r.landAt(i); c != "" {
				g.land = c
			}
		case "JJ", "JJR", "JJS", "VBN", "VBG":
			if c := r.landAt(i); c != "" {
				g.land = c
			} else if !idle[r.text(i)] {
				g.modified = true
			}
		case "CD":
			g.two = g.two || r.text(i) == "two"
			g.modified = g.modified || r.text(i) != "two"
		case "POS", "HYPH":
			g.modified = true
		default:
			return r.adjectival(g, i)
		}
	}
	return g
}

// adjectival is a noun group that ends before a token, with the noun that heads it
// though it is read as an adjective: "the official said".
func (r *reader) adjectival(g nounGroup, end int) nounGroup {
	if g.head < 0 && end == g.first+2 && r.isRoleNoun(end-1) {
		g.head, g.modified = end-1, false
	}
	if h := g.head; h > g.first+1 && r.tag(h) == "NNS" && r.word(h).Report == lexicon.Say && r.text(end) == "that" && (r.isRoleNoun(h-1) || r.word(h-1).Is(lexicon.OrgHead) && !r.word(h-1).Plural) {
		g.head, g.modified = h-1, g.modified && h > g.first+2 // the newspaper reports that
	}
	return g
}

// idle adjectives don't tell one from another.
var idle = set("whole", "entire", "same", "late", "current", "then", "new")

// another is what is said of one who isn't the one in office.
var another = set("next", "future", "other", "previous", "incoming", "first", "second", "third", "only")

// nominal resolves the noun group that begins with a determiner and returns
// where it ends, or t when it is nobody's.
func (r *reader) nominal(t int, subject bool) int {
	det := r.text(t)
	if !definite[det] {
		return t
	}
	g := r.group(t)
	if g.head < 0 || r.names[g.head] != 0 || r.names[t] != 0 || r.quoted[t] != r.quoted[g.head] {
		return t
	}
	if r.mentionAt(g.head+1) != nil { // the spokeswoman Ann Example
		return t
	}
	w := r.word(g.head)
	if w.Plural {
		if end := r.plural(g, w, subject); end > t {
			return end
		}
		return r.gathering(g, w, subject)
	}
	var e int32 = -1
	switch {
	case w.Is(lexicon.Role), w.Is(lexicon.Honorific) && len(r.offices) > 0:
		if next := r.mentionAt(g.head + 2); r.text(g.head+1) == "," && next != nil && r.known[next.Entity].Type == document.Person {
			return t // the spokeswoman, Ann Example, said
		}
		if e = r.byOwnOffice(g); e < 0 {
			e = r.byRole(g, w)
		}
		if e < 0 && len(r.offices) > 0 {
			e = r.byOffice(g)
		}
	case w.Is(lexicon.State) && countryNouns[w.Lemma]:
		if !g.modified && g.land == "" && r.text(g.head+1) != "of" {
			e = r.latest(t, 3, func(k *known) bool { return k.Type == document.Country })
		}
	case w.Is(lexicon.OrgHead):
		if r.text(g.head+1) != "of" {
			home := w.Lemma == "government" && !g.modified && g.land == "" && r.tag(g.head+1) != "IN"
			if home && isCapital(r.text(g.head)) {
				e = r.ownGovernment()
			}
			if e < 0 {
				e = r.byHead(g, w)
			}
			if e < 0 && home {
				e = r.ownGovernment()
			}
		}
	case w.Is(lexicon.NameHead) && w.Detail == "place" && !g.modified:
		e = r.byPlaceHead(g, w)
	}
	if e < 0 {
		return t
	}
	r.add(e, t, g.head+1, document.Nominal)
	r.note(e, t, subject || r.isFinite(g.head+1))
	if r.known[e].Type == document.Person {
		r.known[e].place = r.placeOf(t, g.head+1)
		r.enumerate(e, t, g.head+1)
	}
	return g.head + 1
}

var definite = set("the", "The", "this", "This", "that", "That", "both", "Both", "these", "These")

var countryNouns = set("country", "nation", "republic", "kingdom")

// latest is the entity mentioned last before a token of those that fit, at most
// so many sentences ago.
func (r *reader) latest(t int, sentences int32, fits func(k *known) bool) int32 {
	now := r.sents[t]
	for _, e := range r.recent {
		k := &r.known[e]
		if now-k.sentence > sentences {
			return -1
		}
		if fits(k) {
			return e
		}
	}
	return -1
}

// byHead is the organisation that was named last and that the noun fits: it
// stands in its name, or the organisation is of that kind.
func (r *reader) byHead(g nounGroup, w *lexicon.Word) int32 {
	reach := int32(6)
	if g.modified {
		// "The car maker from …" begins the sentence behind that of which it is the subject.
		if reach = 1; kindFits[w.Lemma] != "company" || !r.opens(g) {
			return -1
		}
	}
	return r.latest(g.first, reach, func(k *known) bool {
		if g.modified && (!k.subject || k.sentence == r.sents[g.first]) {
			return false
		}
		if kindFits[w.Lemma] == "company" && r.isNobody(k) {
			k.Type = document.Organization
			return true
		}
		if k.Type != document.Organization || g.land != "" && k.Country != g.land {
			return false
		}
		if slices.Contains(k.words, w.Lemma) {
			return true
		}
		if k.detail != "" {
			return kindFits[w.Lemma] == k.detail
		}
		if kind := kindFits[w.Lemma]; kind != "" && r.isCalled(k, kind) {
			return true
		}
		return generic[w.Lemma] != nil && r.mayBe(k, generic[w.Lemma])
	})
}

// isNobody tells whether a name of one word that was read as a person's is on no list
// and stands with nothing that says so.
func (r *reader) isNobody(k *known) bool {
	return k.Type == document.Person && !k.full && k.subject && k.Gender == document.UnknownGender && len(k.roles) == 0 && len(k.words) == 1 && !r.lex.Of(k.Name).Has(lexicon.Given|lexicon.Surname)
}

// opens tells whether a noun group without a name in it begins a sentence that isn't
// the first of its paragraph.
func (r *reader) opens(g nounGroup) bool {
	s := r.sents[g.first]
	if r.text(g.first) != "The" || r.doc.Sentences[s].First != g.first || s == 0 || r.doc.Sentences[s-1].Paragraph != r.doc.Sentences[s].Paragraph {
		return false
	}
	for t := g.first + 1; t <= g.head; t++ {
		if r.names[t] != 0 || isCapital(r.text(t)) {
			return false
		}
	}
	return true
}

// byPlaceHead is the place that was named last and that the noun fits.
func (r *reader) byPlaceHead(g nounGroup, w *lexicon.Word) int32 {
	return r.latest(g.first, 4, func(k *known) bool {
		if k.Type != document.Place {
			return false
		}
		return slices.Contains(k.words, w.Lemma) || placeFits[w.Lemma] != 0 && r.lex.Of(k.Name).Has(placeFits[w.Lemma])
	})
}

// placeFits gives the kinds of places in the lexicon that a noun means.
var placeFits = map[string]lexicon.Kind{
	"city": lexicon.Capital | lexicon.City, "town": lexicon.Town, "region": lexicon.Region, "province": lexicon.Region,
}

// kindFits gives the kind of an organisation in the lexicon that a noun means.
var kindFits = map[string]string{
	"company": "company", "firm": "company", "group": "armed_group", "corporation": "company", "manufacturer": "company",
	"airline": "company", "bank": "central_bank", "party": "party", "university": "university", "school": "university",
	"ministry": "ministry", "court": "court", "agency": "government_agency", "organization": "igo", "organisation": "igo",
	"bloc": "igo", "alliance": "igo", "institute": "research_institute", "network": "media", "newspaper": "media",
}

// generic nouns fit any organisation that nothing more is known of, unless its
// name ends with the word for a body of another kind than these: no committee
// is a company.
var generic = map[string]map[string]bool{
	"company": set("company"), "firm": set("company"), "agency": set("government", "commission", "police"),
	"organization": set("ngo", "igo"), "organisation": set("ngo", "igo"), "group": set("ngo", "igo", "company"),
}

// isCalled tells whether a word in the name of an organisation says that it is of
// a kind: the Oldtown Times is a newspaper.
func (r *reader) isCalled(k *known, kind string) bool {
	return slices.ContainsFunc(k.words, func(word string) bool {
		w := r.lex.Word(word)
		return w.Is(lexicon.OrgHead) && w.Detail == kind
	})
}

// mayBe tells whether an organisation can be of one of some kinds.
func (r *reader) mayBe(k *known, kinds map[string]bool) bool {
	at := len(k.words) - 1
	for i, w := range k.words {
		if i > 0 && i < at && (w == "of" || w == "for") {
			at = i - 1 // an Office of Ports is no company
			break
		}
	}
	head := r.lex.Word(k.words[at])
	return !head.Is(lexicon.OrgHead) || kinds[head.Detail]
}
