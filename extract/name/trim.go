package name

import "dossier/extract/lexicon"

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
	if last-first > longestName {
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
	for c == Person && last-first > 1 && s.words[first].addressed() && s.words[first+1].flags.has(capital) {
		first++
	}
	return first, c
}

// titleLeft is how many tokens from token i on belong to a title of several
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
// names.
func (w *word) addressed() bool {
	return w.class&(lexicon.Honorific|lexicon.Role) != 0 && w.kinds.Has(lexicon.Title)
}

// person tells whether the word alone can be a given or a family name.
func (s sort) person() bool { return s&3 != 0 }
