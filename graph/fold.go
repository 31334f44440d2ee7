package graph

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// unmarked are letters that Unicode doesn't take apart into a letter and a mark.
var unmarked = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'ħ': "h",
}

// Fold makes the spellings of a name alike: small letters without accents, words
// with one space between them, nothing but letters and digits. What is inside a
// word, an apostrophe or a full stop, leaves no trace (U.S. is us, O'Neill is
// oneill); a hyphen parts words.
func Fold(s string) string {
	f := folder{out: make([]byte, 0, len(s)+1)}
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			f.ascii(b)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		f.rune(r)
		i += n
	}
	return string(f.out)
}

type folder struct {
	out []byte
	gap bool // words end here
}

func (f *folder) ascii(b byte) {
	switch {
	case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
	case 'A' <= b && b <= 'Z':
		b += 'a' - 'A'
	case b == '\'', b == '.':
		return
	default:
		f.gap = true
		return
	}
	f.begin()
	f.out = append(f.out, b)
}

// begin parts what comes from the word before.
func (f *folder) begin() {
	if f.gap && len(f.out) > 0 {
		f.out = append(f.out, ' ')
	}
	f.gap = false
}

// rune folds a letter beyond ASCII; what it is made of is folded one by one.
func (f *folder) rune(r rune) {
	switch {
	case r == '’', r == '‘', unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
		f.gap = true
		return
	}
	for _, part := range norm.NFKD.String(string(unicode.ToLower(r))) {
		part = unicode.ToLower(part)
		switch plain, ok := unmarked[part]; {
		case part < utf8.RuneSelf:
			f.ascii(byte(part))
		case ok:
			f.begin()
			f.out = append(f.out, plain...)
		case unicode.Is(unicode.Mn, part):
		case unicode.IsLetter(part) || unicode.IsDigit(part) || unicode.IsMark(part):
			f.begin()
			f.out = utf8.AppendRune(f.out, part)
		default:
			f.gap = true
		}
	}
}
