// Package treebank reads trees that people have drawn, in the CoNLL-U format, and
// tells how well a model of syntax draws them.
package treebank

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"dossier/extract/syntax"
)

// Word is a word of a treebank.
type Word struct {
	Form, Universal, Penn string
	Head                  int // 1 for the first word of the sentence, 0 for the root
	Relation              string
	Line                  int // of the file, from 1
}

// Read gives the sentences of a file, without multiword tokens and empty nodes. Every
// head is a word of its sentence; an error names file and line.
func Read(file string) ([][]Word, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out [][]Word
	var sentence []Word
	end := func() error {
		for i, w := range sentence {
			if w.Head < 0 || w.Head > len(sentence) || w.Head == i+1 {
				return fmt.Errorf("%s:%d: %s: head %d is none", file, w.Line, w.Form, w.Head)
			}
		}
		if len(sentence) > 0 {
			out, sentence = append(out, sentence), nil
		}
		return nil
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" {
			if err := end(); err != nil {
				return nil, err
			}
			continue
		}
		if line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 10", file, n, len(c))
		}
		if strings.ContainsAny(c[0], "-.") {
			continue
		}
		head, err := strconv.Atoi(c[6])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: head of %s: %w", file, n, c[1], err)
		}
		sentence = append(sentence, Word{Form: c[1], Universal: c[3], Penn: c[4], Head: head, Relation: c[7], Line: n})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return out, end()
}

// Weighed are the relations by which statements are read, each of which has a figure of
// its own.
var Weighed = []string{
	"nsubj", "nsubj:pass", "obj", "obl", "ccomp", "xcomp", "parataxis", "appos", "acl:relcl", "nmod:poss", "conj",
}

// The names of the figures of all words.
const (
	UAS  = "heads (UAS)"
	LAS  = "heads and relations (LAS)"
	Tags = "tags"
)

// Score tells how a reader does with the words and sentences of a treebank, in percent
// with two decimals: of all words the share with the right head, with the right head and
// full relation, and with the right Penn tag; of the relations by which statements are
// read the F1 of head and relation.
func Score(r *syntax.Reader, gold [][]Word) map[string]float64 {
	read := make([]syntax.Sentence, len(gold))
	for i := range gold {
		for _, w := range gold[i] {
			read[i].Words = append(read[i].Words, w.Form)
		}
	}
	r.Parse(read)
	var words, heads, both, tags int
	marked, found, right := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range gold {
		for k, w := range gold[i] {
			a := read[i].Arcs[k]
			relation := a.Relation.String()
			words++
			marked[w.Relation]++
			found[relation]++
			if a.Tag.Penn() == w.Penn {
				tags++
			}
			if a.Head+1 != w.Head {
				continue
			}
			heads++
			if relation == w.Relation {
				both++
				right[relation]++
			}
		}
	}
	percent := func(part, all int) float64 { return float64(int64(10000*float64(part)/float64(max(all, 1))+.5)) / 100 }
	out := map[string]float64{UAS: percent(heads, words), LAS: percent(both, words), Tags: percent(tags, words)}
	for _, w := range Weighed {
		out[w] = percent(2*right[w], marked[w]+found[w])
	}
	return out
}
