package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Face is how a piece of text looks, as the parameters of the terminal's SGR
// sequence (ECMA-48, 8.3.117).
type Face string

// The faces.
const (
	Plain  Face = ""
	Bold   Face = "1"
	Dim    Face = "2"
	Said   Face = "36"   // what somebody said
	Marked Face = "1;33" // the words that an answer rests on
	Good   Face = "32"   // cooperation
	Bad    Face = "31"   // conflict
)

// Run is a piece of text in one face.
type Run struct {
	Text string
	Face Face
}

// Text is a line of text in several faces. Its runs are clean (see [Clean]) by
// construction: make them with [T].
type Text []Run

// T is a text of one run.
func T(face Face, s string) Text {
	if s = Clean(s); s == "" {
		return nil
	}
	return Text{{s, face}}
}

// Join puts texts one after the other with sep between those that aren't empty.
func Join(sep string, texts ...Text) Text {
	var joined Text
	for _, t := range texts {
		if len(t) == 0 {
			continue
		}
		if len(joined) > 0 && sep != "" {
			joined = joined.append(Run{sep, Plain})
		}
		joined = joined.append(t...)
	}
	return joined
}

// Width is how many columns of a terminal the text takes.
func (t Text) Width() int {
	n := 0
	for _, r := range t {
		n += Width(r.Text)
	}
	return n
}

// Width is how many columns of a terminal a string takes: none for marks that
// combine, two for the wide letters of East Asia (Unicode Annex 11).
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

func columns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Wrap breaks the text into lines of at most limit columns, between words where
// it can and inside a word that alone is wider.
func (t Text) Wrap(limit int) []Text {
	limit = max(limit, 1)
	var (
		lines []Text
		line  Text
		used  int
	)
	for _, word := range t.words() {
		gap := min(len(line), 1)
		if used+gap+word.Width() > limit && len(line) > 0 {
			lines = append(lines, line)
			line, used, gap = nil, 0, 0
		}
		for word.Width() > limit {
			var head Text
			head, word = word.cut(limit)
			lines = append(lines, head)
		}
		if len(word) == 0 {
			continue
		}
		line = line.word(word)
		used += gap + word.Width()
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// word adds a word to a line, with a space before it, which looks like both when
// they look alike.
func (t Text) word(w Text) Text {
	if len(t) > 0 && len(w) > 0 {
		space := Run{" ", Plain}
		if w[0].Face == t[len(t)-1].Face {
			space.Face = w[0].Face
		}
		t = t.append(space)
	}
	return t.append(w...)
}

// append adds runs to a text; what follows in the same face joins the run
// before it.
func (t Text) append(runs ...Run) Text {
	for _, r := range runs {
		if last := len(t) - 1; last >= 0 && t[last].Face == r.Face {
			t[last].Text += r.Text
			continue
		}
		t = append(t, r)
	}
	return t
}

// words splits the text at its spaces. A word may hold several runs.
func (t Text) words() []Text {
	var (
		words []Text
		word  Text
	)
	for _, run := range t {
		for i, piece := range strings.Split(run.Text, " ") {
			if i > 0 && len(word) > 0 {
				words, word = append(words, word), nil
			}
			if piece != "" {
				word = append(word, Run{piece, run.Face})
			}
		}
	}
	if len(word) > 0 {
		words = append(words, word)
	}
	return words
}

// cut splits the text after at most limit columns, but never before its first
// character.
func (t Text) cut(limit int) (head, tail Text) {
	used := 0
	for i, run := range t {
		for j, r := range run.Text {
			n := columns(r)
			if used+n > limit && used > 0 {
				head = append(head, t[:i]...)
				if j > 0 {
					head = append(head, Run{run.Text[:j], run.Face})
				}
				return head, append(Text{{run.Text[j:], run.Face}}, t[i+1:]...)
			}
			used += n
		}
	}
	return t, nil
}

// Truncate shortens a string to at most limit columns, with an ellipsis.
func Truncate(s string, limit int) string {
	if Width(s) <= limit {
		return s
	}
	used := 0
	for i, r := range s {
		if used += columns(r); used > limit-utf8.RuneCountInString("…") {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}
