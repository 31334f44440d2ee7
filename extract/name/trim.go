package name

import (
	"slices"

	"dossier/extract/lexicon"
)

// longestName bounds a name in tokens; what is longer is a list or a heading. The
// longest in the corpora has 25 words.
const longestName = 30

// trim takes off the ends of a name what by law is no part of it, and calls
// visit unless nothing with a capital is left.
func (s *scratch) trim(first, last int, c Class, visit func(first, last int, c Class)) {
	for first < last && s.words[first].loose() {
		first++
	}
	for first < last && s.words[last-1].loose() {
		last--
	}
	if s.hyphenatedGiven(first, last) {
		c = Person
	}
	first, c = s.untitled(first, last, c)
	last, c = s.unposted(first, last, c)
	last = s.undecorated(first, last, c)
	if last-first > longestName || s.seat(first, last) {
		return
	}
	for i := first; i < last; i++ {
		if s.words[i].flags.has(capital) {
			visit(first, last, c)
			return
		}
	}
}

// loose tells whether the word cannot be the first or last of a name.
func (w *word) loose() bool {
	switch w.role {
	case wordy, particle, linking, locative:
		return false
	}
	return true
}

// seat tells whether the name is the district that a member of parliament sits
// for, in brackets after a person: "Dana Whitfield (IN-02)".
func (s *scratch) seat(first, last int) bool {
	if last-first != 1 || first < 2 || last == len(s.words) || !s.words[first].district() {
		return false
	}
	before := s.labels[first-2]
	return s.words[first-1].role == stop && s.words[last].role == stop && before != Outside && before.class() == Person
}

// untitled moves the beginning of a name past its title: one of several words
// ("National Security Advisor"), or one word before the name of a person
// ("Sheikh"). What is left after the former is a person when a given name leads
// it; what is nothing but a title is no name.
func (s *scratch) untitled(first, last int, c Class) (int, Class) {
	if first == last {
		return first, c
	}
	if n := s.titleLeft(first); n > 0 {
		switch rest := first + n; {
		case rest == last && (c != Organization || s.words[last-1].class&lexicon.OrgHead == 0):
			return last, c
		case rest < last && s.words[rest].flags.has(capital):
			first = rest
			if s.words[rest].sort.person() && s.words[last-1].flags.has(capital) {
				c = Person
			}
		}
	}
	for c == Person && last-first > 1 && (s.words[first].addressed() && !s.given(first) || s.ranked(first)) && s.words[first+1].flags.has(capital) {
		first++
	}
	return first, c
}

// ranks are short forms of ranks that no list of titles has, by hash. Those of
// branches stand before another.
var (
	ranks    = hashes("cpt", "pte", "insp", "supt")
	branches = hashes("pol", "sqn", "wg")
)

func hashes(words ...string) (out []uint32) {
	for _, w := range words {
		out = append(out, hashWord(w))
	}
	return out
}

// ranked tells whether token i is a rank before a name: "Gen Okafor", "Pol Col Okafor".
func (s *scratch) ranked(i int) bool {
	w := &s.words[i]
	return slices.Contains(ranks, w.lower) || slices.Contains(branches, w.lower) && s.words[i+1].kinds.Has(lexicon.Title)
}

var nounTag, pluralTag = hashWord("NN"), hashWord("NNPS")

// given tells whether the word at token i is a given name though it is a ruler's
// title too: another post or a noun stands before it, and two words of name after it ("counterpart Shah Mahmoud Durrani").
func (s *scratch) given(i int) bool {
	w := &s.words[i]
	if i > 0 && s.words[i-1].addressed() && w.kinds.Has(lexicon.Given) {
		return true // Rep. Don Alder
	}
	return i > 0 && int(w.to)-i > 2 && w.kinds.Has(lexicon.Title) && w.kinds.Has(lexicon.Given) && w.class&lexicon.Honorific == 0 &&
		!w.phrase.inside(phraseTitle) && (s.words[i-1].class&lexicon.Role != 0 || s.words[i-1].flags.has(lower) && s.words[i-1].tag == nounTag)
}

// unposted ends a name that ends in a post ("Senate Majority Leader") after the
// country or the body that it begins with, if any. The post is a title, or a
// person follows it.
func (s *scratch) unposted(first, last int, c Class) (int, Class) {
	if first == last {
		return last, c
	}
	post := &s.words[last-1]
	if c == Person || c == Location || last-first < 2 && (!post.kinds.Has(lexicon.Title) || last == len(s.words) || !s.words[last].flags.has(capital)) || post.class&lexicon.Role == 0 || post.class&lexicon.OrgHead != 0 || s.phraseIs(first, last, phraseOrganization) {
		return last, c
	}
	if next := s.label(last); next == Outside || next.class() != Person {
		if !post.kinds.Has(lexicon.Title) || post.kinds.Has(lexicon.Organization) || last < len(s.words) && s.words[last].role == clitic {
			return last, c
		}
	}
	for _, w := range s.words[first:last] {
		if w.role != wordy && w.role != hyphen {
			return last, c
		}
	}
	rest := 0
	for _, g := range [...]int{phraseLocation, phraseOrganization, phraseDemonym} {
		n := int(s.words[first].phrase.length[g])
		if n > rest && n < last-first && s.phraseIs(first, first+n, g) && (n > 1 || s.words[first].phrase.kinds.Has(lexicon.Country|lexicon.Adjective)) {
			rest, c = n, [...]Class{phraseOrganization: Organization, phraseLocation: Location, phraseDemonym: Misc}[g]
		}
	}
	return first + rest, c
}

// numerals are the numbers of kings and sons that are two or three letters long,
// by hash.
var numerals = hashes("ii", "iii", "iv", "vi", "vii", "ix", "xi", "xii", "xiv", "xv", "xvi", "xix", "xx", "xxi")

// undecorated ends a person before the letters of an order or a seat: "Peter
// Black AC". The words before them are not in capitals.
func (s *scratch) undecorated(first, last int, c Class) int {
	if c != Person || last-first < 3 {
		return last
	}
	w, name := &s.words[last-1], &s.words[last-2]
	short := w.twoCapitals() || w.shape == hashWord("XX") && w.suffix[2] != 0 && w.suffix[3] == 0
	if short && !slices.Contains(numerals, w.lower) && name.flags.has(capital) && !name.flags.has(shouting|initial) {
		return last - 1
	}
	return last
}

// label is that of token i, Outside past the end of the document.
func (s *scratch) label(i int) Label {
	if i >= len(s.words) {
		return Outside
	}
	return s.labels[i]
}

// titleLeft is// titleLeft is how many tokens from token i on belong to a title of several
// words, which may have begun before it ("General of the Army").
func (s *scratch) titleLeft(i int) int {
	f := &s.words[i].phrase
	if f.length[phraseTitle] < 2 {
		return 0
	}
	n := 1
	for i+n < len(s.words) && s.words[i+n].phrase.inside(phraseTitle) {
		n++
	}
	return n
}

// addressed tells whether the word is a title of its own that is written before
// names: one that names or heads a post, or that is nothing else ("Rep.").
func (w *word) addressed() bool {
	return w.kinds.Has(lexicon.Title) && (w.class&(lexicon.Honorific|lexicon.Role) != 0 || w.kinds&^(lexicon.Title|lexicon.Organization) == 0)
}

// person tells whether the word alone can be a given or a family name.
func (s sort) person() bool { return s&3 != 0 }
