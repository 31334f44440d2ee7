package main

import (
	"fmt"

	"dossier/extract/syntax"
	"dossier/extract/syntax/treebank"
)

// treeWord is a word of a treebank.
type treeWord struct {
	form string
	keys syntax.Keys
	tag  int // a syntax.Tag, -1 for one too rare to have a place in the list
	penn string
	head int // 1 for the first word, 0 for the root
	rel  syntax.Relation
	soft *softWord // what teachers hold of it, nil where people have read it
}

type tree []treeWord

// readTrees reads a treebank whose relations are all in the list.
func readTrees(file string) ([]tree, error) {
	sentences, err := treebank.Read(file)
	if err != nil {
		return nil, err
	}
	out := make([]tree, len(sentences))
	for i, sentence := range sentences {
		for k, x := range sentence {
			w := treeWord{form: x.Form, penn: x.Penn, tag: -1, head: x.Head, keys: syntax.KeysOf(x.Form, k == 0)}
			if tag, ok := syntax.TagOf(x.Penn, x.Universal); ok {
				w.tag = int(tag)
			}
			var ok bool
			if w.rel, ok = syntax.RelationOf(x.Relation); !ok {
				return nil, fmt.Errorf("%s:%d: relation %q is not in the list", file, x.Line, x.Relation)
			}
			out[i] = append(out[i], w)
		}
	}
	return out, nil
}

// treeWords is how many words some trees have.
func treeWords(trees []tree) (n int) {
	for _, t := range trees {
		n += len(t)
	}
	return n
}
