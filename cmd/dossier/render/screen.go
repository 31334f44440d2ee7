package render

import (
	"io"
	"strings"
)

// Screen is where tables go.
type Screen struct {
	W     io.Writer
	Width int // columns
	Color bool
	Full  bool // statements are shown whole, however long
}

// Line writes one line, which should fit.
func (s Screen) Line(t Text) error {
	_, err := io.WriteString(s.W, s.paint(t)+"\n")
	return err
}

// Paragraph writes a text wrapped to the screen, its first line behind first and
// the others behind as many spaces.
func (s Screen) Paragraph(first Text, t Text) error {
	indent := first.Width()
	lines := t.Wrap(max(s.Width-indent, 20))
	if len(lines) == 0 {
		lines = []Text{nil}
	}
	for i, line := range lines {
		head := first
		if i > 0 {
			head = Text{{strings.Repeat(" ", indent), Plain}}
		}
		if err := s.Line(append(head[:len(head):len(head)], line...)); err != nil {
			return err
		}
	}
	return nil
}

// paint turns faces into the terminal's sequences, or drops them. Trailing
// spaces go.
func (s Screen) paint(t Text) string {
	var b strings.Builder
	for _, run := range t {
		if !s.Color || run.Face == Plain {
			b.WriteString(run.Text)
			continue
		}
		b.WriteString("\x1b[" + string(run.Face) + "m" + run.Text + "\x1b[0m")
	}
	return strings.TrimRight(b.String(), " ")
}

// Pad fills a text up with spaces to width columns, on the left when right is
// set.
func Pad(t Text, width int, right bool) Text {
	missing := width - t.Width()
	if missing <= 0 {
		return t
	}
	fill := Text{{strings.Repeat(" ", missing), Plain}}
	if right {
		return append(fill, t...)
	}
	return append(t[:len(t):len(t)], fill...)
}
