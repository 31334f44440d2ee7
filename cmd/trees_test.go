package cmd

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dossier/extract/syntax"
)

// treeSets are the treebanks that trees are compared with.
var treeSets = []string{"ewt", "gum", "gum_news"}

// weighed are the relations by which statements are read, each with a figure of its
// own.
var weighed = []string{
	"nsubj", "nsubj:pass", "obj", "obl", "ccomp", "xcomp", "parataxis", "appos", "acl:relcl", "nmod:poss", "conj",
}

// treeScores are the figures of the parser with the words and sentences of a treebank:
// of all words the share with the right head, with the right head and relation, and
// with the right Penn tag; of some relations the F1 of head and relation.
func treeScores(t *testing.T, file string) map[string]float64 {
	t.Helper()
	m, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	gold := treebank(t, file)
	read := make([]syntax.Sentence, len(gold))
	for i := range gold {
		for _, w := range gold[i] {
			read[i].Words = append(read[i].Words, w[1])
		}
	}
	m.NewReader().Parse(read)
	var words, heads, both, tags float64
	marked, found, right := map[string]float64{}, map[string]float64{}, map[string]float64{}
	for i := range gold {
		for k, w := range gold[i] {
			a := read[i].Arcs[k]
			head, relation := strconv.Itoa(a.Head+1) == w[6], a.Relation.String()
			words++
			heads += one(head)
			both += one(head && relation == w[7])
			tags += one(a.Tag.Penn() == w[4])
			marked[w[7]]++
			found[relation]++
			right[relation] += one(head && relation == w[7])
		}
	}
	percent := func(part, all float64) float64 { return float64(int64(10000*part/max(all, 1)+.5)) / 100 }
	out := map[string]float64{"heads (UAS)": percent(heads, words), "heads and relations (LAS)": percent(both, words), "tags": percent(tags, words)}
	for _, r := range weighed {
		out[r] = percent(2*right[r], marked[r]+found[r])
	}
	return out
}

func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// treebank gives the columns of the words of each sentence.
func treebank(t *testing.T, file string) (out [][][]string) {
	t.Helper()
	f, err := os.Open(filepath.Clean(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var sentence [][]string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		w := strings.Split(lines.Text(), "\t")
		switch {
		case len(w) == 10 && !strings.ContainsAny(w[0], "-."):
			sentence = append(sentence, w)
		case lines.Text() == "" && len(sentence) > 0:
			out, sentence = append(out, sentence), nil
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if len(sentence) > 0 {
		out = append(out, sentence)
	}
	return out
}
