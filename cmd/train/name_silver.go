package main

import (
	"path/filepath"

	"dossier/extract/document"
	"dossier/extract/name"
	"dossier/extract/token"
)

// networks learns the network and gives the file of the model with it. With silver,
// that model reads some of the news, and another network is learned from what it
// finds there too: in the news stand names that no corpus has, and around them the
// model knows them by what the document and its second pass show.
func (t *trainer) networks(features *linear, tokens *token.Stage) ([]byte, error) {
	o := t.options.net
	words := syntaxOptions{data: t.options.data, vectors: o.vectors, vectorFile: o.file, seed: t.options.settings.seed}
	vectors, err := words.wordVectors(nil, t.log)
	if err != nil {
		return nil, err
	}
	gold := t.nameSentences(t.texts)
	file := t.file(features, t.network(gold, vectors))
	if o.silver == 0 {
		return file, nil
	}
	m, err := name.Decode(file)
	if err != nil {
		return nil, err
	}
	texts, err := silverTexts(t.options.data, o.silver, tokens, name.With(t.lex, m))
	if err != nil {
		return nil, err
	}
	t.log.printf("the model has read %d texts of news, %d words", len(texts), tokensOf(texts))
	return t.file(features, t.network(append(gold, t.nameSentences(texts)...), vectors)), nil
}

// network learns a network.
func (t *trainer) network(sentences []nameSentence, vectors *wordVectors) *nameNet {
	s := t.options.settings
	n := newNameNet(t.options.net, sentences, vectors, s.seed)
	t.log.printf("network: %d sentences, %d words have vectors of their own", len(sentences), len(n.keys[name.Form]))
	n.train(sentences, append(s.weights[:len(corpora):len(corpora)], t.options.net.silverWeight), s.seed, t.log)
	return n
}

// silver is the source of texts that a model has read, after those of the corpora.
var silver = len(corpora)

// silverTexts are every so many texts of the news, with the names that a model finds
// there.
func silverTexts(data string, every int, tokens *token.Stage, model *name.Stage) ([]training, error) {
	var out []training
	n := 0
	err := newsText(filepath.Join(data, "news"), func(s string) {
		if n++; n%every != 0 {
			return
		}
		x := training{source: silver, text: text{Document: &document.Document{Article: document.Article{Text: s}}}}
		tokens.Apply(x.Document)
		model.Names(x.Document, func(first, last int, c name.Class) {
			span := document.Span{Start: x.Tokens[first].Start, End: x.Tokens[last-1].End}
			x.names = append(x.names, goldName{Span: span, first: first, last: last, class: c})
		})
		out = append(out, x)
	})
	return out, err
}

func tokensOf(texts []training) (n int) {
	for i := range texts {
		n += len(texts[i].Tokens)
	}
	return n
}

// nameSentences are the sentences of the texts that may hold names and are not too
// long.
func (t *trainer) nameSentences(texts []training) []nameSentence {
	reader := name.With(t.lex, t.blank())
	var out []nameSentence
	for k := range texts {
		x := &texts[k]
		gold := x.text.labels(x.source != silver && corpora[x.source].silent)
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
