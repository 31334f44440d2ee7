// Package token reads the surface of an article: paragraphs, tokens with the
// bytes that they came from and their Penn Treebank tags, quoted regions,
// segments, each of which makes one tree, and sentences, which never end inside a
// quotation.
//
// The tokens are our own, cut in the manner of the treebanks of Universal
// Dependencies English (clitics apart, abbreviations with their stop, compounds
// parted at their hyphens but for a prefix, runs of a mark whole). On the
// development sets that finds the treebank's words with an F1 of 99.4 on EWT, 99.9
// on GUM and 99.7 on GUM's news. Where a segment ends is learned (see cmd/train); of
// documents in one line that finds the sentences of the treebanks with an F1 of 93 on
// EWT, 97 on GUM and 96.5 on GUM's news, 97.5 when its paragraphs are lines. The tags are
// those of the tagger
// in github.com/jdkato/prose/v2: its weights, read through the package, decoded
// here in integers. Called as a library that tagger gives a word that stands
// twice in a sentence one tag for both, has no offsets, takes no tokens, and
// settles ties by the order of a Go map, so that two runs differ; see tagger.go.
package token

import (
	"sync"

	"dossier/extract/document"
)

// Stage cuts and tags. It is immutable and safe for concurrent use.
type Stage struct {
	tagger     *tagger
	boundaries *Boundaries
	pool       *sync.Pool // of *scratch
}

// scratch is what one document at a time is read with.
type scratch struct {
	tagging tagging
	divider divider
}

// New loads the tagger's weights, which takes about a fifth of a second; a
// program makes one Stage and shares it.
func New() (*Stage, error) {
	t, err := newTagger()
	if err != nil {
		return nil, err
	}
	b, err := DecodeBoundaries(embeddedBoundaries)
	if err != nil {
		return nil, err
	}
	return &Stage{tagger: t, boundaries: b, pool: &sync.Pool{New: func() any {
		return &scratch{tagging: tagging{tagger: t, scores: make([]int32, t.known)}, divider: divider{finite: t.set("VBD", "VBP", "VBZ", "MD")}}
	}}}, nil
}

// With is the stage with another model of the ends of segments.
func (s *Stage) With(b *Boundaries) *Stage {
	other := *s
	other.boundaries = b
	return &other
}

// Apply fills d.Tokens, d.Quotes, d.Segments and d.Sentences from d.Text.
func (s *Stage) Apply(d *document.Document) { s.Divide(d, s.boundaries.ends) }

// Divide is Apply with another judge of where segments end, who learns it or knows it.
func (s *Stage) Divide(d *document.Document, ends Ends) {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	d.Tokens = make([]document.Token, 0, len(d.Text)/5+8)
	var c cutter
	var numbers, starts []int // of the paragraphs that hold a token
	for i, p := range paragraphs(d.Text) {
		first := len(d.Tokens)
		d.Tokens = c.cut(d.Tokens, d.Text, p)
		if len(d.Tokens) > first {
			numbers, starts = append(numbers, i), append(starts, first)
		}
	}
	starts = append(starts, len(d.Tokens))
	quotes := quoter{text: d.Text, tokens: d.Tokens, starts: starts, until: -1}
	x.divider.start(d, len(numbers))
	for k, number := range numbers {
		first, last := starts[k], starts[k+1]
		quote, segment := len(d.Quotes), len(d.Segments)
		d.Quotes = quotes.paragraph(d.Quotes, k)
		x.tagging.paragraph(d, first, last)
		d.Segments = x.divider.paragraph(d.Segments, first, last, d.Quotes[quote:], x.tagging.tags, ends)
		d.Sentences = sentences(d.Sentences, d, first, last, d.Quotes[quote:], d.Segments[segment:], number)
		for _, s := range d.Segments[segment:] {
			x.tagging.sentence(s.First-first, s.Last-first)
		}
		x.tagging.write(d, first)
	}
	for _, q := range d.Quotes { // a straight mark doesn't show which end it is
		if q.Opened {
			d.Tokens[q.First].Tag = "``"
		}
		if q.Closed {
			d.Tokens[q.Last-1].Tag = "''"
		}
	}
	x.divider.doc = nil // what is kept must not hold the text
	clear(x.tagging.words)
	clear(x.tagging.context)
}
