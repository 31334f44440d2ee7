// Package name finds the names of persons, organisations, countries, places and
// other things in a text.
package name

import (
	_ "embed"
	"fmt"
	"sync"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

//go:embed names.model
var embedded []byte

// Stage finds names. It is immutable and safe for concurrent use.
type Stage struct {
	lex   *lexicon.Lexicon
	model *Model
	pool  sync.Pool // of *scratch
}

// New makes the stage with the model that the program carries.
func New(lex *lexicon.Lexicon) (*Stage, error) {
	m, err := Decode(embedded)
	if err != nil {
		return nil, fmt.Errorf("names.model: %w", err)
	}
	return With(lex, m), nil
}

// With makes the stage with another model.
func With(lex *lexicon.Lexicon, m *Model) *Stage {
	return &Stage{lex: lex, model: m, pool: sync.Pool{New: func() any { return new(scratch) }}}
}

// Apply appends the names to d.Mentions, in the order of the text.
func (s *Stage) Apply(d *document.Document) {
	s.Names(d, func(first, last int, c Class) {
		d.Mentions = append(d.Mentions, s.mention(d, first, last, c))
	})
}

// Names calls visit for each name that the model finds: tokens [first, last).
func (s *Stage) Names(d *document.Document, visit func(first, last int, c Class)) {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	x.scan(d, s.lex, s.model, func(p stretch) {
		x.decoder.reset(p.to - p.from)
		var w [Labels]int32
		for i := p.from; i < p.to; i++ {
			s.model.weights.sum(x.features(i), &w)
			x.decoder.step(s.model, i-p.from, &w)
		}
		begin := p.from
		for i, l := range x.decoder.best() {
			switch {
			case l == Outside:
				begin = p.from + i + 1
			case !l.open():
				visit(begin, p.from+i+1, l.class())
				begin = p.from + i + 1
			}
		}
	})
}

// Stretches calls visit for each run of tokens [first, last) that may hold
// names, with a function that gives the features of each of them; what it
// returns is valid until it is called again. It is what a model learns from.
func (s *Stage) Stretches(d *document.Document, visit func(first, last int, features func(i int) []uint32)) {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	x.scan(d, s.lex, s.model, func(p stretch) { visit(p.from, p.to, x.features) })
}
