package name

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// The groups of phrases of the lexicon.
const (
	phraseLocation = iota
	phraseOrganization
	phrasePerson
	phraseDemonym
	phraseTitle
	phraseGroups
)

var phraseKinds = [phraseGroups]lexicon.Kind{
	lexicon.Country | lexicon.Place,
	lexicon.Organization | lexicon.Acronym | lexicon.Metonym | lexicon.WeakMetonym,
	lexicon.Person,
	lexicon.Adjective | lexicon.People,
	lexicon.Title,
}

// phrase tells of the longest phrases of the lexicon that cover a token.
type phrase struct {
	kinds  lexicon.Kind        // of all of them
	at     [phraseGroups]uint8 // 0 for none, else 1 + position
	length [phraseGroups]uint8 // in tokens
}

// places are the positions in the phrases of all groups, in one number.
func (f *phrase) places() (n uint32) {
	for g, at := range f.at {
		n |= uint32(at) << (4 * g)
	}
	return n
}

// sort is what the lexicon takes a word alone for, in few bits, so that those of
// neighbours can be combined.
type sort uint32

var sorts = [...]lexicon.Kind{
	lexicon.Given,
	lexicon.Surname,
	lexicon.Title,
	lexicon.Country | lexicon.Place,
	lexicon.Organization | lexicon.Acronym,
	lexicon.Adjective | lexicon.People,
}

func sortOf(k lexicon.Kind) (out sort) {
	for i, of := range sorts {
		if k.Has(of) {
			out |= 1 << i
		}
	}
	return out
}

// begins tells whether a phrase of the group of several words begins at the
// token.
func (f *phrase) begins(group int) bool { return f.at[group] == 1+uint8(first) }

// inside tells whether a phrase of the group has begun before the token.
func (f *phrase) inside(group int) bool {
	return f.at[group] == 1+uint8(inner) || f.at[group] == 1+uint8(last)
}

// longestPhrase bounds a phrase in tokens: few names of the lexicon are longer.
const longestPhrase = 10

// lookUp asks the lexicon about the words of the stretch and the phrases that
// begin at them.
func (s *scratch) lookUp(d *document.Document, lex *lexicon.Lexicon, p stretch) {
	var until [phraseGroups]int
	for i := p.from; i < p.to; i++ {
		w := &s.words[i]
		if !w.flags.has(capital | digit) {
			continue
		}
		var found [phraseGroups]lexicon.Kind
		var length [phraseGroups]int
		any := s.phrases(d, lex, i, p.to, false, &found, &length)
		if !any && w.flags.has(shouting) && d.Tokens[i].Len() > 3 {
			s.phrases(d, lex, i, p.to, true, &found, &length)
		}
		for g := range phraseGroups {
			n := length[g]
			if n == 0 || i < until[g] {
				continue
			}
			until[g] = i + n
			for k := range n {
				f := &s.words[i+k].phrase
				f.kinds |= found[g]
				f.at[g] = 1 + uint8(positionOf(k, n))
				f.length[g] = uint8(n)
			}
		}
	}
}

// phrases finds the longest phrase of each group that begins at token i, and
// tells whether there is one. A word in capitals is read as a running text would
// write it when titled is set.
func (s *scratch) phrases(d *document.Document, lex *lexicon.Lexicon, i, end int, titled bool, found *[phraseGroups]lexicon.Kind, length *[phraseGroups]int) bool {
	any := false
	k := lexicon.NewKey
	for j := i; j < min(end, i+longestPhrase); j++ {
		t := d.Tokens[j].Span
		if j > i && d.Tokens[j-1].End < t.Start {
			k = k.Add(" ")
		}
		if titled {
			k = k.AddTitled(d.Slice(t))
		} else {
			k = k.Add(d.Slice(t))
		}
		kinds := lex.Kinds(k)
		if j == i {
			s.words[i].kinds |= kinds &^ lexicon.Prefix
			s.words[i].sort = sortOf(s.words[i].kinds)
		}
		if kinds&^lexicon.Prefix != 0 && (s.words[j].role == wordy || s.words[j-min(j, 1)].role == hyphen) {
			for g, of := range phraseKinds {
				if hit := kinds & of; hit != 0 {
					found[g], length[g], any = hit, j+1-i, true
				}
			}
		}
		if kinds&lexicon.Prefix == 0 {
			break
		}
	}
	return any
}
