package render

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"Anna  Vell\nof\tOstmark", "Anna Vell of Ostmark", "white space is one space"},
		{"  trimmed  ", "trimmed", "no space at the ends"},
		{"red\x1b[31m", `red\x1b[31m`, "an escape sequence is shown, not obeyed"},
		{"bell\a", `bell\x07`, "a control character"},
		{"C1\u009b31m", `C1\x9b31m`, "the one-character form of an escape sequence"},
		{"abc\u202edef", `abc\u202edef`, "a mark that turns the direction of writing"},
		{"tag\U000e0041", `tag\U000e0041`, "an invisible tag"},
		{"co\u00adop\u200cer", "co\u00adop\u200cer", "a soft hyphen and a joiner are parts of words"},
		{"دمشق", "دمشق", "letters written from the right are only letters"},
		{"a\xffb", "a\ufffdb", "bytes that are no UTF-8"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.why, c.in, got, c.want)
		}
	}
	if got := CleanLines("one\n\ttwo\x1b"); got != "one\n two\\x1b" {
		t.Errorf("CleanLines keeps its lines: %q", got)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		want  string
		why   string
	}{
		{"one two three", 7, "one two|three", "between words"},
		{"", 7, "", "nothing is no line"},
		{"abcdefghij", 4, "abcd|efgh|ij", "inside a word that is wider"},
		{"ab abcdef", 4, "ab|abcd|ef", "what fits stays whole before it"},
		{"日本 中国", 5, "日本|中国", "wide letters take two columns"},
		{"e\u0301e\u0301 x", 4, "e\u0301e\u0301 x", "marks that combine take none"},
		{"日", 1, "日", "a letter wider than the line stands alone"},
	} {
		var lines []string
		for _, l := range T(Plain, c.in).Wrap(c.limit) {
			var b strings.Builder
			for _, r := range l {
				b.WriteString(r.Text)
			}
			lines = append(lines, b.String())
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%s: Wrap(%q, %d) = %q, want %q", c.why, c.in, c.limit, got, c.want)
		}
	}
}

func TestFacesSurviveWrapping(t *testing.T) {
	var b bytes.Buffer
	s := Screen{W: &b, Width: 31, Color: true}
	text := Join(" ", T(Bold, "Anna Vell"), T(Plain, "said to"), T(Bold, "everybody who would listen"))
	if err := s.Paragraph(T(Dim, "2020"), text); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[2m2020\x1b[0m\x1b[1mAnna Vell\x1b[0m said to \x1b[1meverybody\x1b[0m\n" +
		"    \x1b[1mwho would listen\x1b[0m\n"
	if got := b.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzText shows that no text can steer the terminal, and that no line of it is
// wider than the screen but for a single letter.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Anna Vell", "\x1b]0;title\a", "\u202e\u2066", "日本\xff", strings.Repeat("a", 300)} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = 2 + abs(limit)%100
		for _, line := range T(Plain, s).Wrap(limit) {
			if line.Width() > limit {
				t.Errorf("line %q is %d wide, limit %d", line, line.Width(), limit)
			}
			for _, run := range line {
				if !utf8.ValidString(run.Text) || strings.ContainsFunc(run.Text, steers) {
					t.Errorf("line %q can steer a terminal", run.Text)
				}
			}
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}
