package token

import (
	"unicode"
	"unicode/utf8"
)

// look is what a token looks like.
type look struct {
	word  uint32 // hash of the word in lower case, figures alike
	shape uint32 // hash of the kinds of its characters, runs of one kind being two
	class uint32 // month or day of the week, else the shape
	kind  lookKind
	glued bool // nothing stands before it
	ahead byte // how far the next stop is, see distance
	tag   int32

	finite bool // it is a finite verb
	verbs  byte // how many finite verbs there are from here to the next stop
}

type lookKind byte

const (
	lowerWord  lookKind = iota
	upperWord           // Word
	capsWord            // WORD, W
	figureWord          // 12, 12th
	stopMark            // . ! ? …
	otherMark
)

// edge stands for what is beyond the segment or the paragraph.
var edge = look{word: 1, shape: 1, class: 1, kind: otherMark, tag: -1}

// calendar are the classes of the words of dates, which make headings of their own.
var calendar = classes(`January February March April May June July August September October November December
	Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.`,
	`Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`)

// The classes of the lists of the calendar.
const (
	monthClass = iota + 2
	weekdayClass
)

func classes(lists ...string) map[string]uint32 {
	m := map[string]uint32{}
	for i, words := range lists {
		for w := range set(words) {
			m[w] = uint32(i + monthClass)
		}
	}
	return m
}

// fnv is FNV-1a, 32 bits, with code points for bytes.
type fnv uint32

const (
	fnvStart fnv = 2166136261
	fnvPrime fnv = 16777619
)

func (h fnv) add(x uint32) fnv { return (h ^ fnv(x)) * fnvPrime }

const (
	shapeRun    = 2  // characters of one kind that tell in a shape
	shapeLength = 16 // bytes of a word that have a shape
)

func lookOf(w string) look {
	word, shape := fnvStart, fnvStart
	var last rune
	run, letters, capitals, figures := 0, 0, 0, 0
	for i, r := range w {
		kind, plain := r, r
		switch {
		case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLetter(r) && !unicode.IsUpper(r):
			kind = 'x'
			letters++
		case r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			kind = 'X'
			letters++
			capitals++
			if r < utf8.RuneSelf {
				plain += 'a' - 'A'
			}
		case unicode.IsDigit(r):
			kind, plain = 'd', '0'
			figures++
		case r >= utf8.RuneSelf:
			kind = '.'
		}
		word = word.add(uint32(plain))
		if run++; kind != last {
			run = 0
		}
		if last = kind; run < shapeRun && i < shapeLength {
			shape = shape.add(uint32(kind))
		}
	}
	l := look{word: uint32(word), shape: uint32(shape)}
	switch first, _ := utf8.DecodeRuneInString(w); {
	case letters == 0 && figures == 0:
		l.kind, l.shape = otherMark, l.word
		if first == '.' || first == '!' || first == '?' || first == '…' {
			l.kind = stopMark
		}
	case figures > 0 && letters <= 2:
		l.kind = figureWord
	case capitals == 0:
		l.kind = lowerWord
	case capitals == letters:
		l.kind = capsWord
	case unicode.IsUpper(first):
		l.kind = upperWord
	}
	l.class = l.shape
	if c, ok := calendar[w]; ok {
		l.class = c
	}
	return l
}

// distances are the bounds of the classes of how far something is, in tokens.
var distances = [...]int{1, 2, 3, 4, 6, 8, 12, 20, 40}

func distance(n int) byte {
	for i, d := range distances {
		if n <= d {
			return byte(i)
		}
	}
	return byte(len(distances))
}
