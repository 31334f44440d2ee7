package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"dossier/extract/syntax"
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

// readTrees reads a file of trees in the CoNLL-U format; multiword tokens and
// empty nodes are left out.
func readTrees(file string) ([]tree, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []tree
	var t tree
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" && len(t) > 0 {
			if err := t.check(); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
			out, t = append(out, t), nil
		}
		if line == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != 10 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 10", file, n, len(columns))
		}
		if strings.ContainsAny(columns[0], "-.") {
			continue
		}
		w := treeWord{form: columns[1], penn: columns[4], tag: -1, keys: syntax.KeysOf(columns[1], len(t) == 0)}
		if tag, ok := syntax.TagOf(columns[4], columns[3]); ok {
			w.tag = int(tag)
		}
		if w.head, err = strconv.Atoi(columns[6]); err != nil {
			return nil, fmt.Errorf("%s:%d: head of %s: %w", file, n, w.form, err)
		}
		var ok bool
		if w.rel, ok = syntax.RelationOf(columns[7]); !ok {
			return nil, fmt.Errorf("%s:%d: relation %q is not in the list", file, n, columns[7])
		}
		t = append(t, w)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(t) > 0 {
		if err := t.check(); err != nil {
			return nil, fmt.Errorf("%s: last sentence: %w", file, err)
		}
		out = append(out, t)
	}
	return out, nil
}

// check tells whether all heads are words of the sentence.
func (t tree) check() error {
	for i, w := range t {
		if w.head < 0 || w.head > len(t) || w.head == i+1 {
			return fmt.Errorf("word %d, %s: head %d is none", i+1, w.form, w.head)
		}
	}
	return nil
}

// treeWords is how many words some trees have.
func treeWords(trees []tree) (n int) {
	for _, t := range trees {
		n += len(t)
	}
	return n
}
