package name

import (
	"slices"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// widest is how many words without a capital may stand inside a name
// ("Organisation for the Prohibition of Chemical Weapons" has two).
const widest = 3

// stretch is a run of tokens of one sentence, [from, to), outside which no name
// of the sentence can begin or end: the laws that need no learning. A name has
// a capital at each end (or a figure, or a particle before a capital), holds no
// full stop, colon, bracket or end of a quotation and no lower-case words but the small ones that
// join the others, and stays inside its sentence.
type stretch struct {
	from, to int
	sentence int
	at       int  // where its weights begin
	again    bool // to be labelled again
}

// stretches finds those of the document, and returns how many tokens they hold.
// About a quarter of all tokens of news lie in one; the model never looks at
// the others.
func (s *scratch) stretches(d *document.Document) int {
	s.parts = s.parts[:0]
	tokens := 0
	for k, sen := range d.Sentences {
		for i := sen.First; i < sen.Last; {
			if !s.words[i].flags.has(capital) {
				i++
				continue
			}
			p := stretch{from: s.back(sen.First, i), to: i + 1, sentence: k, at: tokens}
			for j, gap := i+1, 0; j < sen.Last && gap <= widest; j++ {
				w := &s.words[j]
				switch {
				case w.common() && j == p.to && s.headed(j, sen.Last) > j:
					p.to, gap = s.headed(j, sen.Last), -1
					j = p.to - 1
				case w.role == stop, w.role == quote && s.words[j-1].role == comma, w.common() && !s.hyphenated(j, p.to):
					gap = widest
				case w.flags.has(capital):
					p.to, gap = j+1, -1
				case w.flags.has(digit) && j == p.to, s.hyphenated(j, p.to):
					p.to, gap = j+1, -1
				}
				gap++
			}
			s.parts = append(s.parts, p)
			tokens += p.to - p.from
			i = p.to
		}
	}
	return tokens
}

// hyphenated tells whether the lower-case word at token j hangs by a hyphen on
// the word before it, at which the stretch ended so far: the second half of a
// given name ("Shui-bian"), or of a compound ("Brussels-based").
func (s *scratch) hyphenated(j, end int) bool {
	w := &s.words[j]
	return j == end+1 && s.words[end].role == hyphen && w.flags.has(lower) && w.flags.has(glued)
}

// widestHead is how many words in lower case a name may end in, of which the last
// heads it: "2003 Quebec general election".
const widestHead = 3

// headed is where the words end, from token j on, that are in lower case and of which
// the last can head the name before them: the names of some events and places end so.
// It is j when there are none.
func (s *scratch) headed(j, end int) int {
	out := j
	for n := j; n < min(end, j+widestHead) && (s.words[n].common() || s.words[n].role == hyphen); n++ {
		if s.words[n].class&lexicon.NameHead != 0 {
			out = n + 1
		}
	}
	return out
}

// common tells whether the word is one in lower case that joins no others.
func (w *word) common() bool { return w.role == wordy && w.flags.has(lower) }

// law takes the capital of token i out of account where it cannot belong to a
// name: forms of address that are always short ("Mr."), which stand outside
// names, the party in "(D-Ohio)", the code of a seat after it ("(D-NC-12)"), and the
// currency of a sum ("QR568,375").
func (s *scratch) law(i int) {
	w := &s.words[i]
	switch {
	case w.class&lexicon.Honorific != 0 && addresses[w.lower]:
		w.flags &^= capital
		w.role = stop
	case w.flags.has(capital) && w.flags.has(digit) && slices.Contains(sumShapes, w.shape):
		w.flags &^= capital
	case w.role == hyphen && i > 1 && s.words[i-1].letter() && s.words[i-2].role == stop:
		w.role = stop
		s.words[i-1].flags &^= capital
	case w.code() && i > 2 && w.flags.has(glued) && s.words[i-1].role == stop && s.words[i-2].shape == letterShape && s.words[i-3].role == stop:
		w.flags &^= capital
	}
}

// back is where a stretch begins whose first capital is at token i: figures
// ("2012 Olympics") and particles ("al-Faro", "van Dijk") belong to it.
func (s *scratch) back(first, i int) int {
	for i > first {
		w := &s.words[i-1]
		switch {
		case w.flags.has(digit) && w.role == wordy, w.role == particle:
			i--
		case w.role == hyphen && i-1 > first && s.words[i-2].role == particle:
			i -= 2
		default:
			return i
		}
	}
	return i
}

// runs finds the runs of capitalised words in the stretch: words with a
// capital, joined by words that often link two of them.
func (s *scratch) runs(p stretch) {
	for i := p.from; i < p.to; {
		if !s.words[i].flags.has(capital) {
			i++
			continue
		}
		end := i + 1
		for end < p.to {
			n := end
			for n < p.to && n-end < 2 && s.words[n].role.joins() {
				n++
			}
			if n == p.to || !s.words[n].flags.has(capital) {
				break
			}
			end = n + 1
		}
		for k := i; k < end; k++ {
			s.words[k].from, s.words[k].to = int32(i), int32(end)
		}
		i = end
	}
}

func (r role) joins() bool {
	return r == of || r == the || r == hyphen || r == linking || r == particle
}

// missed labels what the model has left out and the lexicon knows for a country
// or its people, or for an organisation of several words: on the development
// sets five in six of the former are names.
func (s *scratch) missed(p stretch) {
	for i := p.from; i < p.to; i++ {
		f := &s.words[i].phrase
		switch {
		case f.kinds.Has(lexicon.Country) && f.at[phraseLocation] != 0:
			s.fill(i, p.to, phraseLocation, Location)
		case f.at[phraseDemonym] != 0:
			s.fill(i, p.to, phraseDemonym, Misc)
		case f.begins(phraseOrganization):
			s.overrule(i, p.to)
			s.fill(i, p.to, phraseOrganization, Organization)
		}
	}
	for i := p.from + 1; i+1 < p.to; i++ {
		if s.forename(i) {
			s.labels[i], s.labels[i+1] = LabelOf(Person, 0, 2), LabelOf(Person, 1, 2)
		}
		if s.inverted(i) {
			s.labels[i-1], s.labels[i], s.labels[i+1] = LabelOf(Person, 0, 3), LabelOf(Person, 1, 3), LabelOf(Person, 2, 3)
		}
	}
}

// inverted tells whether token i is the comma of a person's name in quotation marks, as
// lists and the heads of letters have it: "Okafor, Ada".
func (s *scratch) inverted(i int) bool {
	if s.words[i].role != comma || i < 2 || i+2 >= len(s.words) || s.words[i-2].role != quote || s.words[i+2].role != quote || s.labels[i-2] != Outside || s.labels[i+2] != Outside {
		return false
	}
	const places = lexicon.Country | lexicon.Region | lexicon.Capital | lexicon.City
	family, given := &s.words[i-1], &s.words[i+1]
	return family.flags.has(capital) && given.kinds.Has(lexicon.Given) && !given.kinds.Has(places)
}

// forename tells whether token i, which looks like the name of a people, is the given
// name of a person: it stands between his title and his surname, where no nationality
// does ("Congressman German Alder"), though both were read as a place or the surname as
// nothing.
func (s *scratch) forename(i int) bool {
	w, l := &s.words[i], s.labels[i]
	if w.phrase.at[phraseDemonym] == 0 || !w.kinds.Has(lexicon.Given) || s.labels[i-1] != Outside || !s.words[i-1].addressed() {
		return false
	}
	next, after := &s.words[i+1], s.labels[i+1]
	switch {
	case l == Outside || l == LabelOf(Misc, 0, 1):
		return after == LabelOf(Person, 0, 1) || after == Outside && next.flags.has(capital) && next.kinds.Has(lexicon.Surname) && next.class&lexicon.Role == 0
	}
	return l == LabelOf(Location, 0, 2) && after == LabelOf(Location, 1, 2)
}

// unmistakable is how many words an organisation of the lexicon has whose words
// can hardly mean anything else.
const unmistakable = 4

// overrule takes away what the model found within the organisation of many words
// that begins at token i, unless it reaches out of it or the first is "The": "Fund for Wells,
// Canals and Dams" is one.
func (s *scratch) overrule(i, end int) {
	to := i + int(s.words[i].phrase.length[phraseOrganization])
	if s.words[i].lower == wordThe || to-i < unmistakable || to > end || s.labels[i].continues() || to < end && s.labels[to].continues() {
		return
	}
	clear(s.labels[i:to])
}

// fill labels the phrase that begins at token i, unless one of its words is
// part of a name already.
func (s *scratch) fill(i, end, group int, c Class) {
	f := &s.words[i].phrase
	n := int(f.length[group])
	if f.at[group] != 1+uint8(positionOf(0, n)) || i+n > end {
		return
	}
	for k := range n {
		if s.labels[i+k] != Outside {
			return
		}
	}
	for k := range n {
		s.labels[i+k] = LabelOf(c, k, n)
	}
}
