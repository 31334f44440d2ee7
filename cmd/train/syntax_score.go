package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dossier/extract/syntax"
	"dossier/extract/syntax/treebank"
)

// devTreebanks are what a model is measured on, under data/dev/dep: with the tokens
// and sentences of the treebank, all words counted.
var devTreebanks = []string{"ewt", "gum", "gum_news"}

// treeScore counts what a model got right.
type treeScore struct {
	words, heads, labelled, universal, tags int
	gold, found, right                      map[syntax.Relation]int
	errors                                  map[string]*errorClass
}

// errorClass is a kind of mistake.
type errorClass struct {
	name    string
	count   int
	example string
}

func newTreeScore() *treeScore {
	return &treeScore{
		gold: map[syntax.Relation]int{}, found: map[syntax.Relation]int{}, right: map[syntax.Relation]int{},
		errors: map[string]*errorClass{},
	}
}

// scoreTrees reads the words of the trees and compares.
func scoreTrees(r *syntax.Reader, trees []tree) *treeScore {
	s := newTreeScore()
	sentences := make([]syntax.Sentence, len(trees))
	for i, t := range trees {
		for _, w := range t {
			sentences[i].Words = append(sentences[i].Words, w.form)
		}
	}
	r.Parse(sentences)
	for i, t := range trees {
		for k, w := range t {
			s.add(t, k, w, sentences[i].Arcs[k])
		}
	}
	return s
}

func (s *treeScore) add(t tree, k int, w treeWord, a syntax.Arc) {
	s.words++
	s.gold[w.rel]++
	s.found[a.Relation]++
	if a.Tag.Penn() == w.penn {
		s.tags++
	}
	if a.Head+1 == w.head {
		s.heads++
		if universal(a.Relation) == universal(w.rel) {
			s.universal++
		}
		if a.Relation == w.rel {
			s.labelled++
			s.right[w.rel]++
			return
		}
	}
	class := w.rel.String() + " at another head"
	switch {
	case a.Head+1 == w.head:
		class = w.rel.String() + " read as " + a.Relation.String()
	case a.Relation != w.rel:
		class += ", read as " + a.Relation.String()
	}
	e := s.errors[class]
	if e == nil {
		e = &errorClass{name: class, example: t.show(k, a.Head)}
		s.errors[class] = e
	}
	e.count++
}

// universal is a relation without its subtype.
func universal(r syntax.Relation) string {
	name, _, _ := strings.Cut(r.String(), ":")
	return name
}

// show is a word of a sentence with its surroundings: [the word], {its head} and
// <the head that was read>.
func (t tree) show(k, read int) string {
	from, to := max(0, k-8), min(len(t), k+9)
	var b strings.Builder
	for i := range t {
		form := t[i].form
		switch {
		case i == k:
			form = "[" + form + "]"
		case i == t[k].head-1:
			form = "{" + form + "}"
		case i == read:
			form = "<" + form + ">"
		case i < from || i >= to:
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(form)
	}
	return b.String()
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

// String is one line of a protocol.
func (s *treeScore) String() string {
	return fmt.Sprintf("UAS %.2f  LAS %.2f (without subtypes %.2f)  Penn tags %.2f  of %d words",
		percent(s.heads, s.words), percent(s.labelled, s.words), percent(s.universal, s.words), percent(s.tags, s.words), s.words)
}

// relations is a line with the F1 of head and label of the treebank.Weighed relations.
func (s *treeScore) relations() string {
	var b strings.Builder
	for _, name := range treebank.Weighed {
		r, ok := syntax.RelationOf(name)
		if !ok {
			panic("no relation " + name)
		}
		fmt.Fprintf(&b, "%s %.0f (%d)  ", name, percent(2*s.right[r], s.gold[r]+s.found[r]), s.gold[r])
	}
	return strings.TrimRight(b.String(), " ")
}

// worst are the largest classes of errors.
func (s *treeScore) worst(n int) []*errorClass {
	var all []*errorClass
	for _, e := range s.errors {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b *errorClass) int {
		return cmp.Or(b.count-a.count, strings.Compare(a.name, b.name))
	})
	return all[:min(n, len(all))]
}

// devSets are the development sets by name, those that are there.
type devSet struct {
	name  string
	trees []tree
}

func readDevSets(data string) ([]devSet, error) {
	var out []devSet
	for _, name := range devTreebanks {
		trees, err := readTrees(filepath.Join(data, "dev", "dep", name+".conllu"))
		if err != nil {
			return nil, err
		}
		out = append(out, devSet{name, trees})
	}
	return out, nil
}

// measure prints how the model does, in full at the end.
func measure(m *syntax.Model, sets []devSet, full bool, log *protocol) {
	r := m.NewReader()
	for _, d := range sets {
		s := scoreTrees(r, d.trees)
		log.printf("dev %-9s %s", d.name, s)
		if !full {
			continue
		}
		log.printf("  F1 (cases): %s", s.relations())
		for _, e := range s.worst(12) {
			log.printf("  %4d  %s: %s", e.count, e.name, e.example)
		}
	}
}
