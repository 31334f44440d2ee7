package document

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// CoNLLU writes the tokens and trees of documents in the format of Universal
// Dependencies (universaldependencies.org/format.html), for the tools that show,
// correct and compare trees. Features stay empty.
type CoNLLU struct {
	Lemma func(word, tag string) string // of a word with its Penn tag; without it lemmas stay empty

	w *bufio.Writer
}

// NewCoNLLU makes a writer to w.
func NewCoNLLU(w io.Writer) *CoNLLU { return &CoNLLU{w: bufio.NewWriterSize(w, 1<<16)} }

// Encode writes one document, whose arcs must have been read, and flushes it.
func (c *CoNLLU) Encode(d *Document) error {
	if len(d.Arcs) != len(d.Tokens) {
		return fmt.Errorf("writing document %s: no syntax was read", d.Key())
	}
	fmt.Fprintf(c.w, "# newdoc id = %s\n", field(d.Key()))
	for i, s := range d.Segments {
		if s.First == s.Last {
			continue
		}
		fmt.Fprintf(c.w, "# sent_id = %s-%d\n# text = %s\n", field(d.Key()), i+1, field(d.Slice(s.Span)))
		for k := s.First; k < s.Last; k++ {
			c.token(d, s, k)
		}
		c.w.WriteByte('\n')
	}
	if err := c.w.Flush(); err != nil {
		return fmt.Errorf("writing document %s: %w", d.Key(), err)
	}
	return nil
}

func (c *CoNLLU) token(d *Document, s Segment, k int) {
	t, a, head, space := d.Tokens[k], d.Arcs[k], 0, "_"
	if a.Head >= 0 {
		head = a.Head - s.First + 1
	}
	if k+1 < s.Last && d.Tokens[k+1].Start == t.End {
		space = "SpaceAfter=No"
	}
	form, lemma := field(d.Slice(t.Span)), "_"
	if c.Lemma != nil {
		lemma = c.Lemma(form, t.Tag)
	}
	fmt.Fprintf(c.w, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", k-s.First+1, form, lemma, a.Universal, t.Tag, head, a.Relation, space)
}

// field is a text without what would end a field or line.
func field(s string) string { return strings.Join(strings.Fields(s), " ") }
