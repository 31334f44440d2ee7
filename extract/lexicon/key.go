package lexicon

import "strings"

// Key is the running hash of a phrase as it stands in a text, FNV-1a over its
// bytes. A longer phrase is built from a shorter one by adding what follows, so
// that trying ever longer runs of words costs each byte once. The curly
// apostrophe counts as the straight one and any run of white space as one
// space.
//
// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
type Key uint64

// NewKey is the key of the empty phrase.
const NewKey Key = 14695981039346656037

const fnvPrime = 1099511628211

func (k Key) byte(b byte) Key { return (k ^ Key(b)) * fnvPrime }

// Add extends the phrase by s.
func (k Key) Add(s string) Key {
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b > ' ' && b < 0xC2:
			k = k.byte(b)
		case b == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x99:
			k = k.byte('\'')
			i += 2
		case isSpace(s, i) > 0:
			for n := isSpace(s, i); n > 0; n = isSpace(s, i) {
				i += n
			}
			i--
			k = k.byte(' ')
		default:
			k = k.byte(b)
		}
	}
	return k
}

// AddTitled extends the phrase by a word written in capitals as it would be
// written in a running text: first letter upper case, the rest lower, and the
// small words inside a name (of, the, and …) all lower.
func (k Key) AddTitled(s string) Key {
	if isSmall(s) {
		for i := 0; i < len(s); i++ {
			k = k.byte(lower(s[i]))
		}
		return k
	}
	start := true
	for i := 0; i < len(s); i++ {
		b := s[i]
		switch {
		case !isLetter(b):
			start = b == '-' || b == ' '
			k = k.byte(b)
		case start:
			start = false
			k = k.byte(b)
		default:
			k = k.byte(lower(b))
		}
	}
	return k
}

// AddName extends the phrase by a word in lower case as names are written: see [Named].
func (k Key) AddName(s string) Key {
	if isSmall(s) {
		return k.Add(s)
	}
	start := true
	for i := 0; i < len(s); i++ {
		k = k.byte(initial(s[i], start))
		start = s[i] == '-'
	}
	return k
}

// Named is a phrase in lower case as names are written: the first letters of its words
// and of what stands after a hyphen upper case, but not those of the small words inside a
// name (of, the, and …).
func Named(phrase string) string {
	b := []byte(phrase)
	at := 0
	for word := range strings.SplitSeq(phrase, " ") {
		for i, start := 0, !isSmall(word); i < len(word); i++ {
			b[at+i] = initial(word[i], start)
			start = word[i] == '-'
		}
		at += len(word) + 1
	}
	return string(b)
}

// isSmall tells whether a word is one that names have in lower case.
func isSmall(s string) bool { return len(s) <= 3 && small[len(s)&3].has(s) }

// initial is the byte in upper case if it starts a word.
func initial(b byte, start bool) byte {
	if start && 'a' <= b && b <= 'z' {
		b -= 'a' - 'A'
	}
	return b
}

// AddLower extends the phrase by s with ASCII capitals made small.
func (k Key) AddLower(s string) Key {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xE2 {
			return k.Add(s[i:])
		}
		k = k.byte(lower(s[i]))
	}
	return k
}

// KeyOf is the key of a whole phrase.
func KeyOf(s string) Key { return NewKey.Add(s) }

type wordSet []string

func (w wordSet) has(s string) bool {
	for _, x := range w {
		if equalFold(x, s) {
			return true
		}
	}
	return false
}

// small holds the words that stay lower case inside a name, by length.
var small = [4]wordSet{{}, {"y", "e"}, {"of", "in", "on", "de", "da", "du", "al", "la"}, {"the", "and", "for", "del", "von", "van", "bin", "ibn"}}

func equalFold(lowered, s string) bool {
	if len(lowered) != len(s) {
		return false
	}
	for i := 0; i < len(s); i++ {
		if lower(s[i]) != lowered[i] {
			return false
		}
	}
	return true
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || b >= 0x80 }

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// isSpace is the length of the white space that s holds at i, 0 when none.
func isSpace(s string, i int) int {
	switch {
	case i >= len(s):
		return 0
	case s[i] == ' ' || s[i] >= '\t' && s[i] <= '\r':
		return 1
	case s[i] == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
		return 2
	}
	return 0
}

// Capitals tells whether s has at least two letters and all of them are
// capitals, as a heading has it.
func Capitals(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case 'A' <= b && b <= 'Z':
			n++
		case 'a' <= b && b <= 'z' || b >= 0x80:
			return false
		}
	}
	return n > 1
}
