package name

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// careless adds the places of sentences that begin in lower case or have "i" for I, as
// hasty writers have them: they write names in lower case too ("i am from mexico"), which
// no stretch holds. Only what the lexicon knows is found.
func (s *scratch) careless(d *document.Document, lex *lexicon.Lexicon) {
	parts := len(s.parts)
	for k := range s.sentences {
		sen := &s.sentences[k]
		if !s.hasty(sen) {
			continue
		}
		for i := sen.First; i < sen.Last; i++ {
			n := s.hastyPlace(d, lex, i, sen)
			if n == 0 {
				continue
			}
			for j := range n {
				s.labels[i+j] = LabelOf(Location, j, n)
				s.words[i+j].flags |= capital
			}
			s.parts = append(s.parts, stretch{from: i, to: i + n, sentence: k})
			i += n - 1
		}
	}
	if len(s.parts) > parts {
		slices.SortFunc(s.parts, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	}
}

// hasty tells whether the sentence begins in lower case or has "i" for I.
func (s *scratch) hasty(sen *document.Sentence) bool {
	for i := sen.First; i < sen.Last; i++ {
		w := &s.words[i]
		if w.lower == wordI && w.flags.has(lower) {
			return true
		}
	}
	return s.words[sen.First].flags.has(lower)
}

var wordI = hashWord("i")

// HastyPlaces are the kinds of places that are found in lower case.
const HastyPlaces = lexicon.Country | lexicon.Capital | lexicon.City | lexicon.Region

// shortestHasty is how many bytes the first word of such a place has: shorter ones are
// abbreviations, articles of other languages and typing errors.
const shortestHasty = 4

//go:embed homographs.txt
var homographList string

// homographs are places that are common words, too ("reading"), by hash.
var homographs = func() map[uint32]bool {
	m := map[uint32]bool{}
	for line := range strings.Lines(homographList) {
		if line[0] != '#' {
			m[hashWord(strings.TrimSpace(line))] = true
		}
	}
	return m
}()

// hastyPlace is how many words the place has that begins at token i, 0 for none.
func (s *scratch) hastyPlace(d *document.Document, lex *lexicon.Lexicon, i int, sen *document.Sentence) int {
	k, n := lexicon.NewKey, 0
	for j := i; j < min(sen.Last, i+longestPhrase); j++ {
		w := &s.words[j]
		if !w.flags.has(lower) || s.labels[j] != Outside {
			break
		}
		if j > i && !w.flags.has(glued) {
			k = k.Add(" ")
		}
		k = k.AddName(d.Slice(d.Tokens[j].Span))
		kinds := lex.Kinds(k)
		if kinds.Has(HastyPlaces) && w.role == wordy && (j > i || s.hastyWord(d, i, kinds)) {
			n = j + 1 - i
		}
		if !kinds.Has(lexicon.Prefix) {
			break
		}
	}
	return n
}

// hastyWord tells whether the word at token i, of these kinds, is a place by itself: none
// that is a common word, too, and one that is a given name, too, only where a place is
// likely.
func (s *scratch) hastyWord(d *document.Document, i int, kinds lexicon.Kind) bool {
	switch {
	case d.Tokens[i].Len() < shortestHasty || homographs[s.words[i].lower]:
		return false
	case kinds.Has(lexicon.Country) || !kinds.Has(lexicon.Given):
		return true
	}
	return i > 0 && s.words[i-1].role == locative
}
