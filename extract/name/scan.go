package name

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/name/recurrent"
)

// scratch is the working memory of one document; it is used again and again, so
// that reading allocates nothing once it has grown.
type scratch struct {
	words     []word
	sentences []document.Sentence
	parts     []stretch
	seen      sightings
	emit      emitter
	runes     [longest]rune

	first, last int // the sentence at hand, in tokens
	heading     bool

	labels  []Label         // of each token
	short   []abbreviation  // what the text explains of its abbreviations
	weights [][Labels]int32 // of each token of the stretches
	decoder decoder

	reader    *recurrent.Reader
	sequences []sequence
}

type sequence = recurrent.Sequence

// scan reads the words of the document and finds the stretches that may hold
// names.
func (s *scratch) scan(d *document.Document, lex *lexicon.Lexicon, m *Model) {
	s.sentences = d.Sentences
	if cap(s.words) < len(d.Tokens) {
		s.words = make([]word, len(d.Tokens)+len(d.Tokens)/4)
	}
	s.words = s.words[:len(d.Tokens)]
	if cap(s.labels) < len(s.words) {
		s.labels = make([]Label, cap(s.words))
	}
	s.labels = s.labels[:len(s.words)]
	clear(s.labels)
	for i := range d.Tokens {
		w := &s.words[i]
		w.read(d.Text, &d.Tokens[i], &s.runes)
		w.cluster = m.clusters.find(w.lower)
		w.class = lex.Word(d.Slice(d.Tokens[i].Span)).Class
		s.law(i)
	}
	n := s.stretches(d)
	if cap(s.weights) < n {
		s.weights = make([][Labels]int32, n+n/4)
	}
	s.weights = s.weights[:n]
	clear(s.weights)
	s.inSentences(func(p stretch) { s.lookUp(d, lex, p) })
	s.look()
}

// inSentences calls visit for each stretch, with its sentence at hand.
func (s *scratch) inSentences(visit func(p stretch)) {
	sentence := -1
	for _, p := range s.parts {
		if p.sentence != sentence {
			sentence = p.sentence
			s.enter(&s.sentences[sentence])
		}
		visit(p)
	}
}

// enter makes the sentence the one at hand. It is a heading when most of its
// words have capitals.
func (s *scratch) enter(sen *document.Sentence) {
	s.first, s.last = sen.First, sen.Last
	capitals, small := 0, 0
	for i := s.first; i < s.last; i++ {
		switch f := s.words[i].flags; {
		case f.has(capital):
			capitals++
		case f.has(lower):
			small++
		}
	}
	s.heading = capitals > 2 && small*2 < capitals
}
