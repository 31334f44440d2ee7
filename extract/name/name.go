// Package name finds the names of persons, organisations, countries, places and
// other things in a text, and the demonyms that stand for a country.
//
// Two models label the stretches of a sentence that can hold a name at all (see
// stretch.go), a quarter of the tokens of news; their scores are added. One is a
// linear-chain conditional random field over many features: words, shapes and
// affixes, Penn tags, the run of capitalised words around a token, classes of words
// learned from news, what the lexicon knows of words and phrases, and what the
// document shows about the same word elsewhere: after a title, before "said", in
// brackets. The other is a small recurrent network over the whole sentence, which
// sees vectors of the same (see input.go and package recurrent). A second pass labels
// again what stands more than once, now that the labels of its other places are known,
// and an abbreviation that the text explains is what its long form is (acronym.go).
// After it come the laws that need no learning: titles, posts, forms of address,
// articles and clitics stand outside, the seat of a member in brackets too; a
// country that was missed is put in; the list of what a ministry deals with
// belongs to it (join.go), and two names that run together are parted (split.go).
//
// Both models are learned by cmd/train names from open corpora; their weights are
// bytes and their sums integers, so that every machine reads the same names.
//
// F1 of exact span and type (persons, places, organisations) on the development
// sets, of which the latter three have other texts in the training data:
// worldwide newswire 77, UNER-EWT 77, GUM news 70 (spans alone 84), CrossNER
// politics 87. By type on worldwide: persons 85, places 79, organisations 64: the
// weak ones are companies and clubs named like a person or a town. It reads about
// 290,000 words a second on one core with vector instructions.
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
		m := s.mention(d, first, last, c)
		if postal(d, &m) {
			m.Type = document.Place
		}
		d.Mentions = append(d.Mentions, m)
	})
}

// Names calls visit for each name that the model finds: tokens [first, last).
func (s *Stage) Names(d *document.Document, visit func(first, last int, c Class)) {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	s.firstPass(x, d)
	s.secondPass(x)
	x.explained(d)
	x.careless(d, s.lex)
	x.inSentences(func(p stretch) {
		x.missed(p)
		begin := p.from
		for i := p.from; i < p.to; i++ {
			l := x.labels[i]
			if l.open() {
				continue
			}
			if l != Outside {
				i = x.whole(&begin, i+1, p.to) - 1
				if l.class() == Organization {
					i = x.joined(&begin, i+1, p) - 1
				}
				x.split(begin, i+1, l.class(), visit)
			}
			begin = i + 1
		}
	})
	x.sentences = nil
}

// firstPass labels every stretch.
func (s *Stage) firstPass(x *scratch, d *document.Document) {
	x.scan(d, s.lex, s.model)
	x.inSentences(func(p stretch) {
		w, _ := x.of(p)
		for i := range w {
			s.model.weights.sum(x.features(p.from+i), &w[i])
		}
	})
	s.network(x, d)
	for _, p := range x.parts {
		w, labels := x.of(p)
		x.decoder.run(s.model, w, labels)
	}
}

// secondPass labels those again whose words stand elsewhere in the document
// too, now that the labels there are known.
func (s *Stage) secondPass(x *scratch) {
	x.vote()
	for k, p := range x.parts {
		w, _ := x.of(p)
		for i := range w {
			if f := x.votes(p.from + i); len(f) > 0 {
				s.model.addVotes(f, &w[i])
				x.parts[k].again = true
				if x.family(p.from + i) {
					w[i][LabelOf(Person, 0, 1)] += familyWeight
				}
			}
		}
	}
	for _, p := range x.parts {
		if p.again {
			w, labels := x.of(p)
			x.decoder.run(s.model, w, labels)
		}
	}
}

// of gives the weights and the labels of the tokens of a stretch.
func (s *scratch) of(p stretch) ([][Labels]int32, []Label) {
	return s.weights[p.at : p.at+p.to-p.from], s.labels[p.from:p.to]
}

// Labels gives the labels of the tokens of a document as the first pass reads
// them.
func (s *Stage) Labels(d *document.Document) []Label {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	s.firstPass(x, d)
	x.sentences = nil
	return append([]Label(nil), x.labels...)
}

// Stretches calls visit for each run of tokens [first, last) that may hold
// names, with two functions that give the features of each of them: its own,
// and those from the labels of the same word elsewhere. What they return is
// valid until either is called again. It is what a model learns from.
func (s *Stage) Stretches(d *document.Document, labels []Label, visit func(first, last int, own, elsewhere func(i int) []uint32)) {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	x.scan(d, s.lex, s.model)
	if labels != nil {
		copy(x.labels, labels)
		x.vote()
	}
	x.inSentences(func(p stretch) { visit(p.from, p.to, x.features, x.votes) })
	x.sentences = nil
}
