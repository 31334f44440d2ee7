package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// The least that two spellings of a surname must have to be taken for one.
const (
	leastSpelled   = 5 // letters
	leastConsonant = 3 // consonants, where these alone agree
	leastOneOff    = 6 // letters, where one of them differs
)

// variant is the person named in full whose surname a word is in another spelling, as
// names have that come from other alphabets, or by a slip: Bosaqi for Ann Bossaghi. It
// gives -1 for a surname that lists have, and where two of the article fit.
func (r *reader) variant(word, name string) int32 {
	if len(word) < leastSpelled || r.lex.Of(name).Has(lexicon.Surname|lexicon.Given) || lexicon.Capitals(name) || r.lex.Word(name).Class != 0 {
		return -1
	}
	if r.spellings == nil {
		r.spell()
	}
	found := int32(-1)
	for _, key := range spellingKeys(word) {
		for _, e := range r.spellings[key] {
			if e == found || !isSpelling(word, surnameOf(r.known[e].words)) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

// spell files the people named in full under what every other spelling of their surnames
// has in common with one of them.
func (r *reader) spell() {
	r.spellings = make(map[string][]int32)
	for i := range r.known {
		k := &r.known[i]
		if k.Type != document.Person || !k.full || len(surnameOf(k.words)) < leastSpelled {
			continue
		}
		for _, key := range spellingKeys(surnameOf(k.words)) {
			if same := r.spellings[key]; len(same) < maxAlike {
				r.spellings[key] = append(same, int32(i))
			}
		}
	}
}

// maxAlike is how many people one key may lead to; texts that name more who are so alike
// are lists, in which an odd surname tells nobody.
const maxAlike = 64

// half is as many letters as both spellings of a word of [leastOneOff] letters have in
// common at one of its ends, when one letter differs.
const half = leastOneOff / 2

// spellingKeys are what two spellings of a surname of [leastSpelled] letters have in
// common, one of them at least: their consonants, how they begin, or how they end.
func spellingKeys(word string) [3]string {
	return [...]string{"=" + consonants(word), "^" + word[:half], "$" + word[len(word)-half:]}
}

// isSpelling tells whether two surnames can be spellings of one: their consonants agree,
// or all letters but one.
func isSpelling(a, b string) bool {
	if len(b) < leastSpelled || a == b || a == b+"s" { // not the family
		return false
	}
	ca, cb := consonants(a), consonants(b)
	if ca[:1] != cb[:1] {
		return false
	}
	return len(ca) >= leastConsonant && ca == cb || min(len(a), len(b)) >= leastOneOff && isOneOff(a, b)
}

// alikeSounds are letters that other alphabets are written with in turn.
var alikeSounds = strings.NewReplacer("gh", "q", "kh", "q", "ph", "f", "ck", "k", "w", "v")

// consonants are those of a word in small letters, each once where it is doubled, with
// a mark before a vowel that begins it.
func consonants(word string) string {
	word = alikeSounds.Replace(word)
	b := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case strings.IndexByte("aeiouy'", c) >= 0 || c >= 0x80:
			if i == 0 {
				b = append(b, '-')
			}
		case len(b) == 0 || b[len(b)-1] != c:
			b = append(b, c)
		}
	}
	if len(b) == 0 {
		return "-"
	}
	return string(b)
}

// isOneOff tells whether one letter more, less or other makes one word of another.
func isOneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i:] == "" || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
