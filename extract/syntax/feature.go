package syntax

import (
	"unicode"
	"unicode/utf8"
)

// Input is one of the tables of vectors that stand side by side as what the
// network sees of a word.
type Input int

// The inputs.
const (
	Form    Input = iota // the word in lower case, with 0 for every digit
	Ending2              // its last two letters
	Ending3              // its last three
	Ending4              // its last four
	Begin3               // its first three
	Shape                // capitals, digits, marks, length, and whether it begins its sentence
	Inputs
)

// Widths are how many numbers a vector of each input has.
var Widths = [Inputs]int{Form: 64, Ending2: 16, Ending3: 16, Ending4: 16, Begin3: 16, Shape: 16}

// Unknown is the key of the vector for what has none of its own, and BeforeFirst
// that of the root, which stands before the first word.
const (
	Unknown     uint32 = 0
	BeforeFirst uint32 = 1
)

// Keys are the keys of a word in the tables of vectors.
type Keys [Inputs]uint32

// KeysOf looks at a word; first tells that its sentence begins with it.
func KeysOf(word string, first bool) Keys {
	var k Keys
	var tail [4]uint32 // the last letters, the last one first
	n := 0
	form := uint64(offset)
	begin := form
	shape := uint32(0)
	for _, r := range word {
		r = plain(r)
		switch {
		case r < utf8.RuneSelf && '0' <= r && r <= '9':
			shape |= hasDigit
			r = '0'
		case r == '-':
			shape |= hasHyphen
		case unicode.IsUpper(r):
			if n == 0 {
				shape |= capital
			} else {
				shape |= capitalInside
			}
			r = unicode.ToLower(r)
		case unicode.IsLetter(r):
			shape |= hasLower
		default:
			shape |= hasMark
		}
		form = add(form, uint32(r))
		if n++; n == 3 {
			begin = form
		}
		tail[3], tail[2], tail[1], tail[0] = tail[2], tail[1], tail[0], uint32(r)
	}
	if n < 3 {
		begin = form
	}
	if first {
		shape |= firstOfSentence
	}
	shape |= uint32(min(n, 4)) * lengths
	k[Form], k[Begin3], k[Shape] = fold(form), fold(begin), 2+shape
	end := add(add(offset, tail[0]), tail[1])
	k[Ending2] = fold(end)
	end = add(end, tail[2])
	k[Ending3] = fold(end)
	k[Ending4] = fold(add(end, tail[3]))
	return k
}

// plain is the mark that treebanks write for a typographic one.
func plain(r rune) rune {
	switch r {
	case '’', '‘':
		return '\''
	case '“', '”':
		return '"'
	case '‑', '–':
		return '-'
	}
	return r
}

// What a word's shape is put together from.
const (
	hasDigit = 1 << iota
	hasHyphen
	hasLower
	hasMark
	capital
	capitalInside
	firstOfSentence
	lengths // letters, four and more alike
)

// RootKeys are those of the root.
var RootKeys = Keys{BeforeFirst, BeforeFirst, BeforeFirst, BeforeFirst, BeforeFirst, BeforeFirst}

// FNV-1a over code points.
const (
	offset uint64 = 14695981039346656037
	prime  uint64 = 1099511628211
)

func add(h uint64, r uint32) uint64 { return (h ^ uint64(r)) * prime }

// fold makes a key of a hash, never one of those with a meaning of their own.
func fold(h uint64) uint32 { return max(uint32(h>>32^h), BeforeFirst+1) }
