package token

import (
	"dossier/extract/document"
	"dossier/extract/sparse"
)

// divider cuts the paragraphs of a document into segments.
type divider struct {
	doc      *document.Document
	looks    []look // of the tokens, with a margin
	features sparse.Features
	small    [64]uint64 // which words the document has in small letters, by a hash
	pairs    pairs      // of its words
	finite   uint64     // tags of finite verbs
	style    uint32
}

// margin is how many looks stand before that of the first token, and after that of
// the last one.
const margin = 4

// start takes the tokens of a document in, which has so many paragraphs.
func (v *divider) start(d *document.Document, paragraphs int) {
	v.doc, v.looks, v.small = d, grow(v.looks, len(d.Tokens)+2*margin), [64]uint64{}
	v.pairs = pairs{}
	stops, loose, small := 0, 0, 0
	before := otherMark
	for i, t := range d.Tokens {
		l := lookOf(d.Slice(t.Span))
		l.glued = i > 0 && d.Tokens[i-1].End == t.Start
		v.looks[i+margin] = l
		if i > 0 {
			v.pairs.see(&v.looks[i-1+margin], &l)
		}
		switch l.kind {
		case lowerWord:
			v.small[l.word>>6&63] |= 1 << (l.word & 63)
			small++
			if before == stopMark {
				loose++
			}
		case stopMark:
			stops++
		}
		before = l.kind
	}
	v.style = style(small, stops, loose, paragraphs)
}

// style is how the author of a text sets stops: how many words in small letters there
// are to one, how often small letters follow one, and whether paragraphs stand on
// lines of their own.
func style(words, stops, loose, paragraphs int) uint32 {
	const classes = 6
	s := uint32(min(words/max(stops, 1)/8, classes-1))
	if loose*8 > stops {
		s += classes
	}
	if loose*2 > stops {
		s += classes
	}
	if paragraphs > 1 {
		s += inLines
	}
	return s
}

const inLines = 32 // of a style: more than one paragraph

// paragraph appends the segments of the paragraph of tokens [first, last), which have
// these quoted regions and tags.
func (v *divider) paragraph(out []document.Segment, first, last int, quotes []document.Quote, tags []int32, ends Ends) []document.Segment {
	far, verbs := len(v.looks), byte(0)
	for i := last - 1; i >= first; i-- {
		l := &v.looks[i+margin]
		if far++; l.kind == stopMark {
			far, verbs = 0, 0
		}
		l.ahead, l.tag = distance(far), tags[i-first]
		l.finite = v.finite>>uint(l.tag)&1 == 1
		if l.finite {
			verbs = min(verbs+1, manyVerbs)
		}
		l.verbs = verbs
	}
	s := run{first: first, capital: true}
	for i := first; i < last; i++ {
		s.add(&v.looks[i+margin], v.doc.Text[v.doc.Tokens[i].Start])
		if i+1 < last {
			for len(quotes) > 0 && quotes[0].Last <= i {
				quotes = quotes[1:]
			}
			if !v.mayEnd(i) {
				continue
			}
			at := placeIn(quotes, i)
			if at == afterClosing && i > first && speaksOn(v.doc, i-1, i+1, last) {
				continue
			}
			v.describe(i, last, &s, at)
			if !ends(i, v.features, v.style >= inLines) && !v.sure(i, at) {
				continue
			}
		}
		out = append(out, document.Segment{
			Span:  document.Span{Start: v.doc.Tokens[s.first].Start, End: v.doc.Tokens[i].End},
			First: s.first, Last: i + 1,
		})
		s = run{first: i + 1, capital: true}
	}
	return out
}

// run is what has been seen of the segment at hand.
type run struct {
	first    int // token
	brackets int // open ones
	capital  bool
	all      fnv    // hash of the classes of its tokens
	verbs    uint32 // finite ones
	row      uint32 // its last tokens that may be parts of names
}

// manyVerbs is how many finite verbs are told apart: a heading or a caption has none,
// nearly every sentence has one.
const manyVerbs = 2

// shortRun is how many tokens a heading has at most that is known by all of them: a
// date, a credit.
const shortRun = 8

// add takes the next token in, whose first byte is known.
func (s *run) add(l *look, first byte) {
	s.all = s.all.add(l.class)
	if l.finite {
		s.verbs = min(s.verbs+1, manyVerbs)
	}
	if s.row = min(s.row+1, longestRow); !l.named() {
		s.row = 0
	}
	switch {
	case l.shape == smallLetters:
		s.capital = false // a heading's words of three letters and more have one
	case first == '(' || first == '[':
		s.brackets++
	case first == ')' || first == ']':
		s.brackets--
	}
}

var smallLetters = lookOf("xx").shape

// mayEnd tells whether it is worth asking whether a segment ends after token i: where
// a space or a stop is, but hardly ever before a small letter that follows a word or a
// comma (in the training texts, one end in four hundred is there).
func (v *divider) mayEnd(i int) bool {
	l, r := &v.looks[i+margin], &v.looks[i+1+margin]
	switch {
	case l.kind == stopMark:
		return true
	case r.glued:
		return false
	case r.kind == lowerWord:
		return l.kind == figureWord || l.kind == otherMark && l.shape != commaShape
	case r.class == weekdayClass && l.kind != otherMark && i+3 < len(v.doc.Tokens):
		// a page's date goes on after its day; "at the debate Wednesday, they said" doesn't
		next := &v.looks[i+3+margin]
		return v.looks[i+2+margin].shape != commaShape || next.class == monthClass || next.kind == figureWord
	}
	return true
}

var commaShape = lookOf(",").shape

// sure tells whether a segment ends after token i by rule, since the treebanks hold too
// little of it to learn: an abbreviation whose stop ends a sentence as well, before a
// word that begins one, a sentence in brackets, and a stop before a mark that is lost.
func (v *divider) sure(i int, at place) bool {
	t, l, r := v.doc.Tokens[i], &v.looks[i+margin], &v.looks[i+1+margin]
	after := v.doc.Slice(v.doc.Tokens[i+1].Span)
	switch {
	case at == beforeOpening && l.kind == stopMark && (r.kind == stopMark || after == "”" || after == "''"):
		return true // “he said. ”They” opens with the wrong mark
	case r.kind != upperWord && after != "I" && after != "A":
		return false
	case v.doc.Text[t.Start] == ')':
		return i > 0 && v.looks[i-1+margin].kind == stopMark
	case t.Len() < 3 || v.doc.Text[t.End-1] != '.' || l.kind == stopMark:
		return false
	}
	return starters[after] && endsAbbreviation(v.doc.Text[t.Start:t.End-1], after)
}

// place is where the end of a token is to quotation marks.
type place uint32

const (
	outside place = iota
	inside
	afterClosing
	beforeOpening
	afterOpening
	beforeClosing
)

// placeIn is the place of the end of token i; the first of the quoted regions is the
// first that doesn't end before it.
func placeIn(quotes []document.Quote, i int) place {
	if len(quotes) == 0 {
		return outside
	}
	switch q := quotes[0]; {
	case q.First > i+1:
		return outside
	case q.First == i+1:
		return beforeOpening
	case q.First == i && q.Opened:
		return afterOpening
	case q.Last == i+1 && q.Closed:
		return afterClosing
	case q.Last == i+2 && q.Closed:
		return beforeClosing
	case q.Last > i+1:
		return inside
	}
	return outside
}

// describe collects the features of the place after token i of a paragraph that ends
// at last: l stands before it, r after it.
func (v *divider) describe(i, last int, s *run, p place) {
	seen := func(k int) *look {
		if k < s.first || k >= last {
			return &edge
		}
		return &v.looks[k+margin]
	}
	l3, l2, l := seen(i-2), seen(i-1), seen(i)
	r, r2, r3, r4, r5, r6 := seen(i+1), seen(i+2), seen(i+3), seen(i+4), seen(i+5), seen(i+6)
	opens := seen(s.first)
	glued := number(r.glued) + 2*number(l.glued)
	state := number(s.brackets > 0) + 2*number(s.capital)
	known := number(v.small[r.word>>6&63]>>(r.word&63)&1 == 1)
	length, ahead, at := uint32(distance(i-s.first)), uint32(r.ahead), uint32(p)
	kl, kr := uint32(l.kind), uint32(r.kind)
	kinds := kl<<16 | kr
	a, b, c, d, e, g := uint32(l2.tag), uint32(l.tag), uint32(r.tag), uint32(r2.tag), uint32(r3.tag), uint32(r4.tag)
	verbs := s.verbs<<8 | uint32(r.verbs)
	names := s.row<<8 | v.row(i+1, last)
	together, left, right := v.pairs.repeated(l, r), v.pairs.repeated(l2, l), v.pairs.repeated(r, r2)
	echo := v.echo(s.first, i, last)

	f := v.features[:0]
	f.Add(1, v.style/inLines)
	f.Add(2, l.word)
	f.Add(3, r.word)
	f.Add(4, l.word, r.word)
	f.Add(5, l2.word, l.word)
	f.Add(6, r.word, r2.word)
	f.Add(7, l.shape, r.shape, glued)
	f.Add(8, l2.shape, l.shape, r.shape)
	f.Add(9, l.shape, r.shape, r2.shape)
	f.Add(10, l2.shape, l.shape, r.shape, r2.shape)
	f.Add(11, l.word, r.shape)
	f.Add(12, l.shape, r.word)
	f.Add(13, l.shape, r.shape, length)
	f.Add(14, l.word, length)
	f.Add(15, l.shape, r.shape, at)
	f.Add(16, l.word, r.word, at)
	f.Add(17, l.shape, r.shape, state)
	f.Add(18, l.shape, r.shape, ahead)
	f.Add(19, l.shape, r.shape, v.style)
	f.Add(20, l.shape, r.shape, known)
	f.Add(21, opens.shape, r.shape, kl)
	f.Add(22, opens.word, r.word)
	f.Add(23, l.shape, r.word, r2.shape)
	f.Add(24, l2.word, l.shape, r.shape)
	f.Add(25, kinds, length, ahead)
	f.Add(26, kinds, uint32(r2.kind), uint32(r3.kind), glued)
	f.Add(27, uint32(l3.kind), uint32(l2.kind), kinds, at)
	f.Add(28, kinds, state, length)
	f.Add(29, r.word, length)
	f.Add(30, r2.word, kinds)
	f.Add(31, kinds, v.style, known)
	f.Add(32, l.word, r.shape, v.style)
	f.Add(33, l3.class, l2.class, l.class, kr)
	f.Add(34, kl, r.class, r2.class, r3.class, r4.class)
	f.Add(35, l.class, r.class)
	f.Add(36, b, c)
	f.Add(37, a, b, c)
	f.Add(38, b, c, d)
	f.Add(39, b, c, d, e)
	f.Add(40, kinds, c, d, e, g)
	f.Add(41, a, b, c, d)
	f.Add(42, l.word, c, d)
	f.Add(43, b, r.word)
	f.Add(44, r.class, r2.class, r3.class, r4.class, r5.class, r6.class)
	f.Add(47, kinds, together, left, right)
	f.Add(48, l.shape, r.shape, together)
	f.Add(49, kinds, verbs, length)
	f.Add(50, l.shape, r.shape, verbs)
	f.Add(51, b, c, verbs)
	f.Add(52, r.word, verbs)
	f.Add(53, l.word, verbs)
	f.Add(54, kinds, names)
	f.Add(55, kinds, names, verbs)
	f.Add(56, names, b, c)
	f.Add(57, kinds, echo, length)
	f.Add(58, kinds, echo, number(s.first == 0))
	f.Add(59, b, c, echo)
	f.Add(60, r.class, r2.class, r3.class, kl)
	if i-s.first < shortRun {
		f.Add(45, uint32(s.all), kr)
		f.Add(46, uint32(s.all), r.word)
	}
	v.features = f
}

// number is 1 for what is so.
func number(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// grow is room for n things, what is in it being of no matter.
func grow[T any](a []T, n int) []T {
	if cap(a) < n {
		return make([]T, n)
	}
	return a[:n]
}
