package name

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// word is what the features know of one token.
type word struct {
	exact, lower, shape uint32    // hashes
	suffix              [4]uint32 // of the last 1 to 4 code points, lower case
	prefix              [3]uint32 // of the first 2 to 4
	tag                 uint32    // hash of the Penn tag
	role                role
	cluster             uint8 // word class learned from news, 0 for a rare word
	flags               flags
	class               lexicon.Class
	sort                sort         // of kinds, in short
	kinds               lexicon.Kind // of the word alone; only of those with a capital
	phrase              phrase       // longest phrases of the lexicon over the token
	seen                int32        // index into the sightings of the document, -1 for none
	from, to            int32        // run of capitalised words around the token, [from, to)
}

type flags uint8

const (
	capital  flags = 1 << iota // has an upper-case letter
	shouting                   // two or more, and no lower-case one
	digit                      // has a digit
	lower                      // letters, all lower case, no digit
	initial                    // one letter and a stop
	glued                      // no space before it
)

// has tells whether any of the flags is set.
func (f flags) has(g flags) bool { return f&g != 0 }

// role is the part that a closed-class word or mark plays between the words of
// a name.
type role uint8

const (
	wordy    role = iota
	of            // of
	and           // and, &
	the           // the
	clitic        // 's
	hyphen        // - or a dash
	comma         // ,
	stop          // . ; : ! ? ( ) [ ] and the like, none of which stands in a name
	linking       // for, in, on, de, al ...: may stand inside a name
	particle      // al, de, van ...: may begin a name before a capital
	locative      // in, at, from ...: a place often follows (counted with linking inside a name)
	quote
	roles
)

// roleWords are the words of each role, in lower case. A word of two roles has
// the later one: "in" is locative.
var roleWords = map[string]role{
	"of": of, "and": and, "&": and, "the": the, "'s": clitic, "’s": clitic,
	"-": hyphen, "‑": hyphen, "–": hyphen, "—": stop, "--": stop, ",": comma,
	".": stop, ";": stop, ":": stop, "!": stop, "?": stop, "(": stop, ")": stop, "[": stop, "]": stop,
	"...": stop, "…": stop, "{": stop, "}": stop, "|": stop, "•": stop, "*": stop, "/": stop,
	"for": linking, "on": linking, "to": linking, "with": linking, "by": linking, "against": linking,
	"sur": linking, "sous": linking, "sans": linking, "pour": linking, "en": linking, "aux": linking,
	"et": linking, "y": linking, "e": linking, "und": linking, "für": linking, "im": linking, "am": linking,
	"do": linking, "per": linking, "con": linking, "upon": linking, "as": linking,
	"without": linking, "under": linking, "over": linking, "between": linking, "a": linking, "an": linking,
	"in": locative, "at": locative, "from": locative, "near": locative, "across": locative,
	"outside": locative, "into": locative, "around": locative, "inside": locative, "within": locative,
	"throughout": locative,
	"al":         particle, "el": particle, "de": particle, "da": particle, "di": particle, "du": particle,
	"del": particle, "della": particle, "der": particle, "den": particle, "des": particle, "dos": particle,
	"das": particle, "la": particle, "le": particle, "las": particle, "los": particle, "ter": particle,
	"van": particle, "von": particle, "zu": particle, "bin": particle, "bint": particle, "ibn": particle,
	"ul": particle, "ur": particle, "ad": particle, "ash": particle,
	"ar": particle, "abu": particle, "af": particle, "av": particle,
	`"`: quote, "“": quote, "”": quote, "‘": quote, "’": quote, "'": quote, "``": quote, "''": quote, "«": quote, "»": quote,
}

// roleOf are the roles by the hash of their word.
var roleOf = func() map[uint32]role {
	m := make(map[uint32]role, len(roleWords))
	for w, r := range roleWords {
		m[hashWord(w)] = r
	}
	return m
}()

// addresses are the forms of address that are no part of any name, by hash.
// "St." is: of a town.
var addresses = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range []string{"mr", "mrs", "ms", "mx", "messrs", "dr", "prof", "mme", "mlle", "hon", "rev"} {
		m[hashWord(w)], m[hashWord(w+".")] = true, true
	}
	return m
}()

// FNV-1a, 32 bits.
const (
	hashStart uint32 = 2166136261
	hashPrime uint32 = 16777619
)

func hashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * hashPrime }

func hashRune(h uint32, r rune) uint32 {
	if r < utf8.RuneSelf {
		return hashByte(h, byte(r))
	}
	return hashByte(hashByte(hashByte(h, byte(r>>16)), byte(r>>8)), byte(r))
}

// hashWord is the hash of a word that is in lower case already.
func hashWord(s string) uint32 {
	h := hashStart
	for _, r := range s {
		h = hashRune(h, r)
	}
	return h
}

// HashLower is the hash of a word in lower case, by which the word classes of a
// [Model] are looked up.
func HashLower(s string) uint32 {
	h := hashStart
	for _, r := range s {
		h = hashRune(h, toLower(r))
	}
	return h
}

func toLower(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if r == '’' {
		return '\''
	}
	return unicode.ToLower(r)
}

// longest is how many code points of a token are looked at; what is longer is
// an address or noise.
const longest = 64

// read fills w from the text of a token.
func (w *word) read(text string, t *document.Token, runes *[longest]rune) {
	s := text[t.Start:t.End]
	n, upper, small, digits, letters := 0, 0, 0, 0, 0
	w.exact, w.lower, w.shape = hashStart, hashStart, hashStart
	var before, run byte
	address := false
	for _, r := range s {
		if n == longest {
			break
		}
		var k byte
		switch {
		case 'a' <= r && r <= 'z':
			k = 'x'
			small++
		case 'A' <= r && r <= 'Z':
			k = 'X'
			upper++
		case '0' <= r && r <= '9':
			k = 'd'
			digits++
		case r < utf8.RuneSelf:
			k = byte(r)
		case unicode.IsUpper(r):
			k = 'X'
			upper++
		case unicode.IsLetter(r):
			k = 'x'
			small++
		default:
			k = '?'
		}
		if k == 'x' || k == 'X' {
			letters++
		}
		address = address || r == '@' || r == '/' || r == '#'
		w.exact = hashRune(w.exact, r)
		r = toLower(r)
		w.lower = hashRune(w.lower, r)
		runes[n] = r
		n++
		if k != before {
			before, run = k, 0
		}
		if run++; run <= 2 {
			w.shape = hashByte(w.shape, k)
		}
	}
	w.flags = 0
	if address {
		upper = 0
	}
	if t.Start > 0 && !space(text[t.Start-1]) {
		w.flags |= glued
	}
	if upper > 0 {
		w.flags |= capital
		if upper >= 2 && small == 0 {
			w.flags |= shouting
		}
		if n == 2 && letters == 1 && runes[1] == '.' {
			w.flags |= initial
		}
	}
	if digits > 0 {
		w.flags |= digit
	}
	if small > 0 && small == letters && digits == 0 {
		w.flags |= lower
	}
	w.affixes(runes[:n])
	w.tag = hashStart
	for i := 0; i < len(t.Tag); i++ {
		w.tag = hashByte(w.tag, t.Tag[i])
	}
	w.role = wordy
	if n <= 10 && !w.flags.has(capital) {
		w.role = roleOf[w.lower]
		if w.role == hyphen && (!w.flags.has(glued) || t.End < len(text) && space(text[t.End])) {
			w.role = stop // a dash between phrases
		}
	}
	w.cluster, w.class, w.sort, w.kinds, w.phrase, w.seen, w.from, w.to = 0, 0, 0, 0, phrase{}, -1, -1, -1
}

func space(b byte) bool { return b <= ' ' }

// affixes fills the hashes of the ends of the word; where it is shorter they
// stay 0.
func (w *word) affixes(r []rune) {
	w.suffix, w.prefix = [4]uint32{}, [3]uint32{}
	h := hashStart
	for i := 0; i < len(w.suffix) && i < len(r); i++ {
		h = hashRune(h, r[len(r)-1-i])
		w.suffix[i] = h
	}
	h = hashStart
	for i := 0; i <= len(w.prefix) && i < len(r); i++ {
		h = hashRune(h, r[i])
		if i > 0 {
			w.prefix[i-1] = h
		}
	}
}

// Shapes of codes: the party of a member, the number of a district, a sum.
var (
	letterShape    = hashWord("X")
	districtShapes = [...]uint32{hashWord("XX-d"), hashWord("XX-dd")}
	sumShapes      = hashes("Xd.d", "Xd.dd", "Xdd.d", "Xdd.dd", "XXd.d", "XXd.dd", "XXdd.d", "XXdd.dd",
		"Xd,dd", "Xdd,dd", "XXd,dd", "XXdd,dd", "Xd,dd,dd", "Xdd,dd,dd", "XXd,dd,dd", "XXdd,dd,dd")
)

// code tells whether the word is two letters in capitals, or the number of a
// district ("NC-12").
func (w *word) code() bool {
	return w.twoCapitals() || w.district()
}

func (w *word) district() bool { return slices.Contains(districtShapes[:], w.shape) }

func (w *word) twoCapitals() bool {
	return w.flags.has(shouting) && w.suffix[1] != 0 && w.suffix[2] == 0
}

// letter tells whether the word is a single letter.
func (w *word) letter() bool {
	return w.flags.has(capital) && w.suffix[1] == 0
}
