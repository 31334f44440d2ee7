package name

import "dossier/extract/lexicon"

// sign is something that the document shows about a capitalised word at one of
// its places; at the others it tells what the word is.
type sign uint8

const (
	afterTitle     sign = iota // "Minister Okafor"
	afterGiven                 // "Ada Okafor"
	afterLocative              // "in Okafor"
	afterThe                   // "the Okafor"
	afterOf                    // "of Okafor"
	beforeReport               // "Okafor said"
	beforeClitic               // "Okafor's"
	atEnd                      // last of a run of capitalised words
	atStart                    // first of one
	inMiddle                   // in the middle of one
	inBrackets                 // "(OKF)", or its letters begin the words of a run
	organHead                  // in a run that ends in a word like "Ministry"
	inPerson                   // in a phrase of the lexicon: a person
	inOrganization             // an organisation of several words
	inLocation                 // a place
	signs
)

// sighting is what the document shows about one word.
type sighting struct {
	word   uint32 // hash in lower case
	count  [signs]uint8
	inside uint8          // capitalised other than at the beginning of a sentence
	lower  bool           // in lower case elsewhere
	votes  [Labels]uint16 // labels that the first pass gave it
}

// sightings is the table of a document: open addressing over the words that
// have a capital somewhere.
type sightings struct {
	slots []int32 // index into all, plus one
	all   []sighting
}

// reset empties the table and makes room for n words.
func (t *sightings) reset(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if len(t.slots) < size {
		t.slots = make([]int32, size)
	} else {
		t.slots = t.slots[:size]
		clear(t.slots)
	}
	t.all = t.all[:0]
}

// find is the index of a word; with add, one that is new is put in, else it is
// -1.
func (t *sightings) find(word uint32, add bool) int32 {
	mask := uint32(len(t.slots) - 1)
	i := (word ^ word>>15) & mask
	for ; t.slots[i] != 0; i = (i + 1) & mask {
		if k := t.slots[i] - 1; t.all[k].word == word {
			return k
		}
	}
	if !add {
		return -1
	}
	t.all = append(t.all, sighting{word: word})
	t.slots[i] = int32(len(t.all))
	return int32(len(t.all) - 1)
}

// set of signs.
type set uint32

func (s *set) add(k sign)     { *s |= 1 << k }
func (s set) has(k sign) bool { return s>>k&1 != 0 }

// except are the signs that the word shows at other places than one at which it
// shows own.
func (g *sighting) except(own set) (out set) {
	for k := range signs {
		if n := g.count[k]; n > 1 || n > 0 && !own.has(k) {
			out.add(k)
		}
	}
	return out
}

// look reads the whole document once, before any feature is made.
func (s *scratch) look() {
	capitals := 0
	for i := range s.words {
		if s.words[i].flags.has(capital) {
			capitals++
		}
	}
	s.seen.reset(capitals)
	for _, p := range s.parts {
		s.runs(p)
		first := s.sentences[p.sentence].First
		for i := p.from; i < p.to; i++ {
			w := &s.words[i]
			if !w.flags.has(capital) {
				continue
			}
			w.seen = s.seen.find(w.lower, true)
			g := &s.seen.all[w.seen]
			own := s.signs(i)
			for k := range signs {
				if own.has(k) {
					g.count[k] = bump(g.count[k])
				}
			}
			if i > first {
				g.inside = bump(g.inside)
			}
		}
		s.acronyms(p)
	}
	for i := range s.words {
		if w := &s.words[i]; w.flags.has(lower) {
			if k := s.seen.find(w.lower, false); k >= 0 {
				s.seen.all[k].lower = true
			}
		}
	}
}

func bump(n uint8) uint8 {
	if n < 255 {
		n++
	}
	return n
}

// acronyms marks the word in brackets whose letters begin the words of the run
// before it: "Okafor Kinship Fund (OKF)".
func (s *scratch) acronyms(p stretch) {
	w := &s.words[p.from]
	if !w.flags.has(shouting) || p.from < 2 || p.to != p.from+1 {
		return
	}
	if b := &s.words[p.from-1]; b.role != stop || s.words[p.from-2].to < 0 {
		return
	}
	if p.to < len(s.words) && s.words[p.to].role == stop {
		g := &s.seen.all[w.seen]
		g.count[inBrackets] = bump(g.count[inBrackets])
	}
}

// signs are those that the capitalised word at token i shows where it stands.
func (s *scratch) signs(i int) (out set) {
	w := &s.words[i]
	if i > int(w.from) {
		b := &s.words[i-1]
		if b.titled() {
			out.add(afterTitle)
		} else if b.kinds.Has(lexicon.Given) {
			out.add(afterGiven)
		}
	} else if i > 0 {
		b := &s.words[i-1]
		switch {
		case b.titled():
			out.add(afterTitle)
		case b.role == locative:
			out.add(afterLocative)
		case b.role == the:
			out.add(afterThe)
		case b.role == of:
			out.add(afterOf)
		}
	}
	end := int(w.to)
	if i == end-1 && end < len(s.words) {
		switch n := &s.words[end]; {
		case n.class&lexicon.Reporting != 0:
			out.add(beforeReport)
		case n.role == clitic:
			out.add(beforeClitic)
		}
	}
	if end-int(w.from) > 1 {
		switch i {
		case int(w.from):
			out.add(atStart)
		case end - 1:
			out.add(atEnd)
		default:
			out.add(inMiddle)
		}
		if s.words[end-1].class&lexicon.OrgHead != 0 {
			out.add(organHead)
		}
	}
	if w.phrase.at[phrasePerson] != 0 {
		out.add(inPerson)
	}
	if w.phrase.at[phraseOrganization] != 0 && w.phrase.length[phraseOrganization] > 1 {
		out.add(inOrganization)
	}
	if w.phrase.at[phraseLocation] != 0 {
		out.add(inLocation)
	}
	return out
}

// vote counts the labels of the first pass.
func (s *scratch) vote() {
	for _, p := range s.parts {
		for i := p.from; i < p.to; i++ {
			if w := &s.words[i]; w.seen >= 0 {
				s.seen.all[w.seen].votes[s.labels[i]]++
			}
		}
	}
}

// familyWeight is what it weighs for a person that a word alone is a family name
// elsewhere.
const familyWeight = 200

// family tells whether the word at token i, alone in its run and taken for a place,
// ends the name of a person elsewhere in the document, after a given name or a title,
// and stands nowhere as a place would: "Congressman Bill Jordan", then "Jordan".
func (s *scratch) family(i int) bool {
	w := &s.words[i]
	g := &s.seen.all[w.seen]
	return w.to-w.from == 1 && s.labels[i] == LabelOf(Location, 0, 1) && g.votes[LabelOf(Person, 1, 2)] > 0 && g.count[afterLocative] == 0 && g.count[afterGiven]+g.count[afterTitle] > 0
}

// titled tells whether the word is a title or a post: a person often follows.
func (w *word) titled() bool {
	return w.class&(lexicon.Honorific|lexicon.Role) != 0 || w.kinds.Has(lexicon.Title)
}
