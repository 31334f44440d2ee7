package name

import (
	"dossier/extract/document"
	"dossier/extract/syntax"
)

// Input is one of the tables of vectors that stand side by side as what the
// network sees of a token.
type Input int

// The inputs.
const (
	Form      Input = iota // the word in lower case, with 0 for every digit; as in [syntax.Form]
	Ending                 // its last three letters
	Beginning              // its first three
	Shape                  // its shape, and where in what kind of sentence it stands
	Known                  // what the lexicon knows the word for
	Phrase                 // the same of the phrases over it, and where in them it stands
	Part                   // its class in the lexicon, and its part between the words of a name
	Elsewhere              // what the rest of the document shows about it
	Tag                    // its Penn tag
	Inputs
)

// Widths are how many numbers a vector of each input has.
var Widths = [Inputs]int{Form: 64, Ending: 16, Beginning: 16, Shape: 16, Known: 16, Phrase: 16, Part: 16, Elsewhere: 16, Tag: 16}

// Keys are the keys of a token in the tables of vectors.
type Keys [Inputs]uint32

// nothing is the key of an input that has nothing to show.
const nothing = 2

// keys are those of token i, whose sentence is at hand.
func (s *scratch) keys(d *document.Document, i int) Keys {
	w := &s.words[i]
	return Keys{
		Form:      syntax.KeysOf(d.Slice(d.Tokens[i].Span), false)[syntax.Form],
		Ending:    or(w.suffix[2], w.lower),
		Beginning: or(w.prefix[1], w.lower),
		Shape:     key(w.shape, s.place(i)),
		Known:     key(uint32(w.kinds), 0),
		Phrase:    w.phrase.key(),
		Part:      key(uint32(w.class), uint32(w.role)),
		Elsewhere: s.elsewhere(i),
		Tag:       key(w.tag, 0),
	}
}

// or is a, or b where the word is too short for a.
func or(a, b uint32) uint32 {
	if a == 0 {
		return b
	}
	return a
}

// key mixes two numbers into a key that is none of those with a meaning of its own.
func key(a, b uint32) uint32 {
	h := (uint64(a) + mul1) * mul2
	h ^= h >> 29
	h = (h ^ uint64(b)) * mul3
	return uint32(h>>32) | 4
}

func (f *phrase) key() uint32 {
	if f.kinds == 0 {
		return nothing
	}
	return key(uint32(f.kinds), f.places())
}

// elsewhere is the key of what the rest of the document shows about token i.
func (s *scratch) elsewhere(i int) uint32 {
	w := &s.words[i]
	if w.seen < 0 {
		return nothing
	}
	g := &s.seen.all[w.seen]
	more := uint32(0)
	if g.lower {
		more |= 1
	}
	if g.inside > 1 {
		more |= 2
	}
	return key(uint32(g.except(s.signs(i))), more)
}

// atOnce is how many sentences the network reads together: enough that some are
// alike in length, few enough for any document.
const atOnce = 256

// network adds what the network thinks of the labels to the weights of the
// stretches.
func (s *Stage) network(x *scratch, d *document.Document) {
	m := s.model.net
	if m == nil {
		return
	}
	if x.reader == nil {
		x.reader = m.NewReader()
	}
	for rest := x.parts; len(rest) > 0; {
		from, n := rest, 0
		for n < atOnce && len(rest) > 0 {
			s.sequence(x, d, n, rest[0].sentence)
			n++
			for sentence := rest[0].sentence; len(rest) > 0 && rest[0].sentence == sentence; {
				rest = rest[1:]
			}
		}
		x.reader.Read(x.sequences[:n])
		k, sentence := -1, -1
		for _, p := range from[:len(from)-len(rest)] {
			if p.sentence != sentence {
				k, sentence = k+1, p.sentence
			}
			s.model.addScores(x, p, x.sequences[k].Scores)
		}
	}
}

// sequence fills place k of the sequences with the tokens of a sentence.
func (s *Stage) sequence(x *scratch, d *document.Document, k, sentence int) {
	x.enter(&x.sentences[sentence])
	if k == len(x.sequences) {
		x.sequences = append(x.sequences, sequence{})
	}
	q := &x.sequences[k]
	q.Keys = q.Keys[:0]
	for i := x.first; i < x.last; i++ {
		keys := x.keys(d, i)
		q.Keys = append(q.Keys, keys[:]...)
	}
}

// addScores adds the scores of a sentence to the weights of one of its stretches.
func (m *Model) addScores(x *scratch, p stretch, scores []int16) {
	first := x.sentences[p.sentence].First
	w, _ := x.of(p)
	for i := range w {
		row := scores[(p.from+i-first)*Weights:][:Weights]
		for b, v := range row {
			w[i][b+1] += (int32(v)*m.share + 1<<(shareBits-1)) >> shareBits
		}
	}
}

// votesBesideNetwork is how often the labels elsewhere count where there is a network.
// They are learned beside the features alone, and what the features and the network
// agree on weighs about twice as much. On the development sets three is a little
// better than two, and by half a point better than one.
const votesBesideNetwork = 3

// addVotes adds the weights of features from the labels of the same word elsewhere.
func (m *Model) addVotes(features []uint32, w *[Labels]int32) {
	var sum [Labels]int32
	m.weights.sum(features, &sum)
	times := int32(1)
	if m.net != nil {
		times = votesBesideNetwork
	}
	for b, v := range sum {
		w[b] += times * v
	}
}

// Sentences calls visit for each sentence that has stretches: tokens [first, last),
// the stretches, and a function that gives the keys of its tokens. It is what a
// network learns from.
func (s *Stage) Sentences(d *document.Document, visit func(first, last int, stretches [][2]int, keys func(i int) Keys)) {
	x := s.pool.Get().(*scratch)
	defer s.pool.Put(x)
	x.scan(d, s.lex, s.model)
	for rest := x.parts; len(rest) > 0; {
		var stretches [][2]int
		sentence := rest[0].sentence
		for ; len(rest) > 0 && rest[0].sentence == sentence; rest = rest[1:] {
			stretches = append(stretches, [2]int{rest[0].from, rest[0].to})
		}
		x.enter(&x.sentences[sentence])
		visit(x.first, x.last, stretches, func(i int) Keys { return x.keys(d, i) })
	}
	x.sentences = nil
}
