package syntax

import (
	"slices"
	"sync"

	"dossier/extract/document"
)

// Stage reads the syntax of documents. It is immutable and safe for concurrent use.
type Stage struct {
	model *Model
	pool  sync.Pool // of *scratch
}

// scratch is what one document at a time is read with.
type scratch struct {
	reader    *Reader
	sentences []Sentence
	pieces    []piece
}

// New makes the stage with the model that the program carries.
func New() (*Stage, error) {
	m, err := Default()
	if err != nil {
		return nil, err
	}
	return With(m), nil
}

// With makes the stage with another model.
func With(m *Model) *Stage {
	return &Stage{model: m, pool: sync.Pool{New: func() any { return &scratch{reader: m.NewReader()} }}}
}

// atOnce is how many sentences are sorted by their length and read together: enough
// that neighbours are alike, few enough for any document.
const atOnce = 256

// Apply fills d.Arcs from d.Tokens and d.Segments, and puts its tags in the place of
// the tagger's.
func (s *Stage) Apply(d *document.Document) {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	d.Arcs = make([]document.Arc, len(d.Tokens))
	for rest := d.Segments; len(rest) > 0; {
		n := min(atOnce, len(rest))
		x.read(d, rest[:n])
		rest = rest[n:]
	}
}

// read parses some segments. What stands before the dash of a dateline is read by
// itself, and hangs beside what comes after.
func (x *scratch) read(d *document.Document, segments []document.Segment) {
	x.pieces = x.pieces[:0]
	for _, s := range segments {
		body := pastDateline(d, s)
		if body > s.First {
			x.pieces = append(x.pieces, piece{s.First, body, true})
		}
		x.pieces = append(x.pieces, piece{body, s.Last, false})
	}
	for len(x.sentences) < len(x.pieces) {
		x.sentences = append(x.sentences, Sentence{})
	}
	batch := x.sentences[:len(x.pieces)]
	for i, p := range x.pieces {
		batch[i].Words = batch[i].Words[:0]
		for _, t := range d.Tokens[p.first:p.last] {
			batch[i].Words = append(batch[i].Words, d.Slice(t.Span))
		}
	}
	x.reader.Parse(batch)
	for i, p := range x.pieces {
		for k, a := range batch[i].Arcs {
			head, relation := -1, a.Relation
			switch {
			case a.Head >= 0:
				head = p.first + a.Head
			case p.dateline:
				head, relation = p.last+root(batch[i+1].Arcs), parataxis
			}
			d.Arcs[p.first+k] = document.Arc{Head: head, Relation: relation.String(), Universal: a.Tag.Universal()}
			d.Tokens[p.first+k].Tag = a.Tag.Penn()
			if joins(d, p.first+k) {
				d.Tokens[p.first+k].Tag = "HYPH"
			}
		}
		clear(batch[i].Words) // they hold the text
	}
}

// piece is a run of tokens that is parsed by itself: a segment, or the dateline before
// the next piece.
type piece struct {
	first, last int
	dateline    bool
}

// root is the word that hangs on no other.
func root(arcs []Arc) int {
	return slices.IndexFunc(arcs, func(a Arc) bool { return a.Head < 0 })
}

// joins tells whether a token is the hyphen inside a compound, which needs no
// network; between figures it stands for "to".
func joins(d *document.Document, i int) bool {
	if w := d.Slice(d.Tokens[i].Span); w != "-" && w != "‑" || i == 0 || i+1 == len(d.Tokens) {
		return false
	}
	before, after := d.Tokens[i-1], d.Tokens[i+1]
	figure := func(at int) bool { return '0' <= d.Text[at] && d.Text[at] <= '9' }
	return before.End == d.Tokens[i].Start && after.Start == d.Tokens[i].End && !(figure(before.End-1) && figure(after.Start))
}
