package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
)

// abbreviation is a word that the text explains: in brackets it follows what it
// stands for.
type abbreviation struct {
	exact uint32 // hash
	label Label  // Outside for one that stands for common words
}

// explained reads what the text explains of its abbreviations, and labels all their
// places alike: "Fund for Wells (FFW)" makes FFW an organisation wherever it
// stands, "foreign direct investment (FDI)" makes FDI no name.
func (s *scratch) explained(d *document.Document) {
	s.short = s.short[:0]
	for _, p := range s.parts {
		if i := p.from; p.to == i+1 && s.bracketed(d, i) {
			if l, ok := s.meaning(d, i); ok {
				s.short = append(s.short, abbreviation{s.words[i].exact, l})
			}
		}
	}
	if len(s.short) == 0 {
		return
	}
	for _, p := range s.parts {
		for i := p.from; i < p.to; i++ {
			l := s.labels[i]
			if l != Outside && l.position() != only {
				continue
			}
			for _, a := range s.short {
				if a.exact == s.words[i].exact {
					s.labels[i] = a.label
					break
				}
			}
		}
	}
}

// bracketed tells whether token i has a capital and fills a pair of brackets.
func (s *scratch) bracketed(d *document.Document, i int) bool {
	w := &s.words[i]
	return i > 1 && i+1 < len(s.words) && w.flags.has(capital) && !w.flags.has(initial) && d.Tokens[i].Len() > 1 &&
		d.Slice(d.Tokens[i-1].Span) == "(" && d.Slice(d.Tokens[i+1].Span) == ")"
}

// meaning is the label of an abbreviation that token i, in brackets, explains.
func (s *scratch) meaning(d *document.Document, i int) (Label, bool) {
	end := i - 1 // of what stands before the bracket
	short := d.Slice(d.Tokens[i].Span)
	if l := s.labels[end-1]; l != Outside {
		first := end - 1
		for first > 0 && s.labels[first].continues() {
			first--
		}
		return LabelOf(l.class(), 0, 1), end-first > 1 && s.initials(d, short, first, end)
	}
	return Outside, s.common(d, short, end)
}

// initials tells whether the abbreviation is made of the beginnings of two or more of
// the words [first, end), in their order.
func (s *scratch) initials(d *document.Document, short string, first, end int) bool {
	rest, words := short, 0
	for i := first; i < end && rest != ""; i++ {
		n := alike(rest, d.Slice(d.Tokens[i].Span))
		if n > 0 && s.words[i].flags.has(capital) {
			rest = rest[n:]
			words++
		}
	}
	return words > 1 && rest == ""
}

// common tells whether the letters of the abbreviation begin the words in lower case
// that end before token end, one each but for small words between them.
func (s *scratch) common(d *document.Document, short string, end int) bool {
	short = strings.TrimSuffix(short, "s") // of the plural
	if last, _ := utf8.DecodeLastRuneInString(short); len(short) < 2 || !unicode.IsUpper(last) {
		return false
	}
	i := end
	for short != "" {
		i--
		if i < 0 || s.labels[i] != Outside || !s.words[i].flags.has(lower) {
			return false
		}
		r, n := utf8.DecodeLastRuneInString(short)
		first, _ := utf8.DecodeRuneInString(d.Slice(d.Tokens[i].Span))
		switch {
		case unicode.ToLower(r) == unicode.ToLower(first):
			short = short[:len(short)-n]
		case s.words[i].role == wordy:
			return false
		}
	}
	return true
}

// alike is how many bytes both words begin with, whatever their case.
func alike(a, b string) int {
	for n, r := range a {
		q, size := utf8.DecodeRuneInString(b)
		if unicode.ToLower(r) != unicode.ToLower(q) {
			return n
		}
		b = b[size:]
	}
	return len(a)
}
