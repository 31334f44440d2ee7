package main

import "dossier/extract/name"

// nameSentence is a sentence to learn from: its tokens, and those of its stretches
// that may hold names.
type nameSentence struct {
	source int
	keys   []name.Keys
	tokens []seenToken
	parts  []namePart
}

// namePart is a stretch of a sentence, with the labels that each token may have.
type namePart struct {
	from, to int
	example
}

// network learns the network of names.
func (t *trainer) network() (*nameNet, error) {
	o, seed := t.options.net, t.options.settings.seed
	words := syntaxOptions{data: t.options.data, vectors: o.vectors, vectorFile: o.file, seed: seed}
	vectors, err := words.wordVectors(nil, t.log)
	if err != nil {
		return nil, err
	}
	sentences := t.nameSentences()
	n := newNameNet(o, sentences, vectors, seed)
	t.log.printf("network: %d sentences, %d words have vectors of their own", len(sentences), len(n.keys[name.Form]))
	n.train(sentences, t.options.settings.weights, seed, t.log)
	return n, nil
}

// nameSentences are the sentences of the texts that may hold names and are not too
// long.
func (t *trainer) nameSentences() []nameSentence {
	reader := name.With(t.lex, t.blank())
	var out []nameSentence
	for k := range t.texts {
		x := &t.texts[k]
		gold := x.text.labels(corpora[x.source].silent)
		reader.Sentences(x.Document, func(first, last int, stretches [][2]int, keys func(i int) name.Keys) {
			if last-first > longest {
				return
			}
			s := nameSentence{source: x.source}
			for i := first; i < last; i++ {
				s.keys = append(s.keys, keys(i))
			}
			for _, p := range stretches {
				s.parts = append(s.parts, namePart{p[0] - first, p[1] - first, newExample(x.source, x.clip(gold, p[0], p[1]))})
			}
			out = append(out, s)
		})
	}
	return out
}
