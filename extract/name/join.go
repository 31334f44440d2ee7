package name

import "dossier/extract/lexicon"

// joined widens the name of an organisation, tokens [*first, last), by what its
// noun calls for and the model has cut off, and returns where it ends:
//
//   - what it is there to do: "National Fund to End | Floods";
//   - the rest of the list of what it deals with: "Ministry of Wells, | Canals and
//     Dams".
func (s *scratch) joined(first *int, last int, p stretch) int {
	last = s.purpose(first, last)
	if n := s.list(*first, last, p.to); n > 0 {
		return n
	}
	return last
}

var wordTo, wordThe = hashWord("to"), hashWord("the")

// purpose widens an organisation to its run of capitalised words when that holds
// "to" between the noun of an organisation and a word that is neither a place
// nor a person.
func (s *scratch) purpose(first *int, last int) int {
	w := &s.words[*first]
	from, to := int(w.from), int(w.to)
	if s.heading || from < 0 || last > to {
		return last
	}
	for k := from + 1; k < to-1; k++ {
		if s.words[k].lower != wordTo || s.words[k].flags.has(capital) {
			continue
		}
		head, verb := &s.words[k-1], &s.words[k+1]
		if head.class&lexicon.OrgHead == 0 || !head.flags.has(capital) || !verb.flags.has(capital) || verb.phrase.kinds != 0 || verb.sort != 0 {
			continue
		}
		if k > *first {
			from = *first
		} else if from = s.before(k, from); !s.outside(k, *first) {
			continue
		}
		if s.free(last, to) {
			*first = from
			return to
		}
	}
	return last
}

// before is where the words of no name yet begin that end before token k, all
// with a capital or "of".
func (s *scratch) before(k, from int) int {
	first := k
	for i := k - 1; i >= from && s.labels[i] == Outside; i-- {
		if w := &s.words[i]; w.flags.has(capital) && w.role == wordy {
			first = i
		} else if w.role != of {
			break
		}
	}
	return first
}

// free tells whether the tokens [first, last) are part of no name but of
// organisations and things, and no such name reaches out of them.
func (s *scratch) free(first, last int) bool {
	for _, l := range s.labels[first:last] {
		if l != Outside && l.class() != Organization && l.class() != Misc {
			return false
		}
	}
	return last == len(s.labels) || !s.labels[last].continues()
}

// list finds where the list ends that goes on after the organisation, 0 when
// none does: "Ministry of Wells", then ", Canals", then "and Dams". A name
// of its own, and a word that is not a common one, is no part of it.
func (s *scratch) list(first, last, end int) int {
	if !s.dealsWith(first, last) {
		return 0
	}
	for at := last; at < end; {
		ends := false
		n := at
		if s.words[n].role == comma {
			n++
		}
		if n < end && s.words[n].role == and {
			n++
			ends = true
		}
		if n == at {
			return 0
		}
		at = s.subject(n, end)
		if at == n {
			return 0
		}
		if ends {
			if !s.free(last, at) {
				return 0
			}
			return at
		}
	}
	return 0
}

// dealsWith tells whether the name has the form "Ministry of Wells".
func (s *scratch) dealsWith(first, last int) bool {
	for i := first + 1; i < last-1; i++ {
		if r := s.words[i].role; r != of && r != linking {
			continue
		}
		if head := &s.words[i-1]; head.class&lexicon.OrgHead == 0 || !head.flags.has(capital) {
			return false
		}
		for _, w := range s.words[i+1 : last] {
			if !w.theme() {
				return false
			}
		}
		return true
	}
	return false
}

// subject is where the words end that tell what an organisation deals with, from
// token i on, three at most; i when there are none.
func (s *scratch) subject(i, end int) int {
	n := i
	for n < min(end, i+3) && s.words[n].theme() && !s.words[n].flags.has(shouting) && !s.words[n].phrase.begins(phraseOrganization) {
		n++
	}
	if n < end && s.words[n].flags.has(capital) {
		return i
	}
	return n
}

// theme tells whether the word is a common one, of the kind that tells what an
// organisation deals with, written with a capital: it heads nothing, and the
// lexicon knows it for no name.
func (w *word) theme() bool {
	const names = lexicon.Country | lexicon.Adjective | lexicon.People | lexicon.Metonym | lexicon.Capital | lexicon.City |
		lexicon.Organization | lexicon.Acronym | lexicon.Person | lexicon.Title | lexicon.Given
	const others = lexicon.OrgHead | lexicon.Role | lexicon.Calendar
	return w.flags.has(capital) && w.cluster != 0 && !w.kinds.Has(names) && w.class&others == 0
}
