package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/extract/syntax"
)

// littleTrees are made-up sentences with their trees.
func littleTrees() []tree {
	make := func(words ...any) tree {
		var t tree
		for i := 0; i < len(words); i += 4 {
			w := treeWord{form: words[i].(string), penn: words[i+1].(string), head: words[i+2].(int)}
			w.keys = syntax.KeysOf(w.form, i == 0)
			w.rel, _ = syntax.RelationOf(words[i+3].(string))
			w.tag = -1
			for tag := range syntax.Tags {
				if tag.Penn() == w.penn {
					w.tag = int(tag)
				}
			}
			t = append(t, w)
		}
		return t
	}
	return []tree{
		make("Divers", "NNS", 2, "nsubj", "found", "VBD", 0, "root", "a", "DT", 4, "det", "harbour", "NN", 2, "obj", ".", ".", 2, "punct"),
		make("She", "PRP", 2, "nsubj", "said", "VBD", 0, "root", "divers", "NNS", 4, "nsubj", "left", "VBD", 2, "ccomp", "the", "DT", 6, "det", "harbour", "NN", 4, "obj", ".", ".", 2, "punct"),
		make("Nobody", "NN", 2, "nsubj", "left", "VBD", 0, "root"),
	}
}

// softened is a tree of which teachers are not sure.
func softened(t tree) tree {
	out := append(tree(nil), t...)
	for i := range out {
		w := &out[i]
		w.soft = &softWord{
			heads:     [4]guess{{uint16(w.head), whole * 3 / 4}, {uint16((i + 2) % len(t)), whole / 4}},
			relations: [3]guess{{uint16(w.rel), whole / 2}, {uint16(punctuation), whole / 2}},
			tags:      [3]guess{{uint16(max(w.tag, 0)), whole}},
		}
	}
	return out
}

func littleOptions() syntaxOptions {
	return syntaxOptions{seed: 3, sizes: netSizes{hidden: 16, arc: 16, relation: 16}, step: 10, rate: .01, tagLayer: 1, tagWeight: .5}
}

// TestGradient compares the gradient of every matrix with differences of the loss.
func TestGradient(t *testing.T) {
	trees := littleTrees()
	vectors := &wordVectors{index: map[uint32]int32{trees[0][3].keys[syntax.Form]: 0}, rows: make([]float32, syntax.Widths[syntax.Form])}
	for i := range vectors.rows {
		vectors.rows[i] = float32(i%7)/7 - .4
	}
	o := littleOptions()
	for _, layer := range []int{1, 2} {
		o.tagLayer = layer
		n := newNet(o.sizes, trees, nil, vectors, 1)
		for i := range n.count { // never swapped for the unknown
			n.count[i] = 1 << 30
		}
		n.transpose()
		trees := append(trees, softened(trees[1]))
		loss := func() (float64, *worker) {
			w := newWorker(n, &o)
			w.random = 1
			sum := 0.0
			for _, x := range trees {
				sum += w.learn(x, 1)
			}
			return sum, w
		}
		_, w := loss()
		r := random(9)
		for _, p := range n.params {
			g := w.of(p)
			largest := 0
			for i := range g {
				if math.Abs(float64(g[i])) > math.Abs(float64(g[largest])) {
					largest = i
				}
			}
			for _, i := range []int{largest, int(r.next() % uint64(len(g)))} {
				const step = 4e-3
				was := p.w[i]
				p.w[i] = was + step
				n.transpose()
				up, _ := loss()
				p.w[i] = was - step
				n.transpose()
				down, _ := loss()
				p.w[i] = was
				n.transpose()
				want := (up - down) / (2 * step)
				// A ReLU may turn on inside the step, which bends the loss.
				if got := float64(g[i]); math.Abs(got-want) > .02+.02*math.Abs(want) {
					t.Errorf("tags of layer %d, parameter %d (%d by %d), weight %d: gradient %.5f, difference %.5f", layer, p.index, p.rows, p.cols, i, got, want)
				}
			}
		}
	}
}

// TestGemm compares the tiles with plain loops, over sizes that end inside a tile.
func TestGemm(t *testing.T) {
	r := random(5)
	fill := func(n int) []float32 {
		a := make([]float32, n)
		for i := range a {
			a[i] = float32(r.float() - .5)
		}
		return a
	}
	for _, rows := range []int{1, 3, 4, 9} {
		for _, k := range []int{1, 7, 32} {
			for _, columns := range []int{16, 64, 144} {
				a, b, c := fill(rows*k), fill(k*columns), fill(rows*columns)
				want := append([]float32(nil), c...)
				gemmPlain(want, columns, a, 1, rows, b, columns, rows, k, columns)
				gemm(c, columns, a, 1, rows, b, columns, rows, k, columns)
				for i := range c {
					if math.Abs(float64(c[i]-want[i])) > 1e-5 {
						t.Fatalf("%d by %d by %d: place %d is %g, want %g", rows, k, columns, i, c[i], want[i])
					}
				}
			}
		}
	}
}

// conllu writes trees as a treebank has them.
func conllu(trees []tree) string {
	var b strings.Builder
	for _, t := range trees {
		for i, w := range t {
			universal := "X"
			if w.tag >= 0 {
				universal = syntax.Tag(w.tag).Universal()
			}
			fmt.Fprintf(&b, "%d\t%s\t_\t%s\t%s\t_\t%d\t%s\t_\t_\n", i+1, w.form, universal, w.penn, w.head, w.rel)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// littleTreebanks writes the trees, many times over, in the layout of the data.
func littleTreebanks(t *testing.T, folder string) {
	t.Helper()
	text := conllu(littleTrees())
	for _, b := range treebanks {
		writeFile(t, filepath.Join(folder, "train", "dep", b+".conllu"), strings.Repeat(text, 12))
	}
	for _, b := range devTreebanks {
		writeFile(t, filepath.Join(folder, "dev", "dep", b+".conllu"), text)
	}
	writeFile(t, filepath.Join(folder, "news", "tehran_times.jsonl"), strings.Repeat(`{"text":"Divers found a harbour. She said divers left the harbour."}`+"\n", 30))
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestTrainSyntaxTwice trains a tiny model and its teachers three times: the same data
// gives the same bytes, whether word vectors and teachers are learned or read, and the
// model has learned its data.
func TestTrainSyntaxTwice(t *testing.T) {
	data := t.TempDir()
	littleTreebanks(t, data)
	o := littleOptions()
	o.data, o.passes, o.rate, o.dropout, o.hide = data, 25, .02, .1, .05
	o.teachers = teacherOptions{count: 2, hidden: 32, passes: 12, dropout: .1}
	o.news, o.variety = silverOptions{share: 1, rounds: 3}, .1
	o.vectors = vectorOptions{least: 3, rounds: 2, others: 2, rate: .025, common: 1}
	var files [3][]byte
	var log strings.Builder
	for i := range files {
		o.out = filepath.Join(data, fmt.Sprint(i, ".model"))
		if i > 0 { // written by the second training, read by the third
			o.vectorFile = filepath.Join(data, "vectors")
			o.teachers.cache = data
		}
		log.Reset()
		if err := trainSyntax(o, &log); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(o.out)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
	}
	if !bytes.Equal(files[0], files[1]) || !bytes.Equal(files[0], files[2]) {
		t.Error("trainings of the same data differ")
	}
	if !strings.Contains(log.String(), "teacher 2: "+filepath.Join(data, "teacher-2.net")) {
		t.Errorf("the last training has not read its teachers:\n%s", log.String())
	}
	if !strings.Contains(log.String(), "LAS 100.00 (without subtypes 100.00)  Penn tags 100.00") {
		t.Errorf("the model has not learned what it was shown:\n%s", log.String())
	}
}

func TestReadTreesErrors(t *testing.T) {
	good := "1\tDivers\t_\tNOUN\tNNS\t_\t0\troot\t_\t_\n"
	for _, c := range []struct{ why, text, want string }{
		{"too few columns", "1\tDivers\n", ":1: 2 columns"},
		{"a head that is no number", strings.Replace(good, "\t0\t", "\t_\t", 1), ":1: head of Divers"},
		{"a relation that is none", strings.Replace(good, "root", "under", 1), `:1: relation "under"`},
		{"a head past the end", strings.Replace(good, "\t0\t", "\t7\t", 1) + "\n", ":1: Divers: head 7 is none"},
		{"the same in the last sentence", strings.Replace(good, "\t0\t", "\t1\t", 1), ":1: Divers: head 1 is none"},
	} {
		file := filepath.Join(t.TempDir(), "x.conllu")
		writeFile(t, file, c.text)
		if _, err := readTrees(file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.why, err, c.want)
		}
	}
	file := filepath.Join(t.TempDir(), "x.conllu")
	writeFile(t, file, "# text = Divers\n1-2\tDivers\t_\t_\t_\t_\t_\t_\t_\t_\n"+good+"1.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n")
	if trees, err := readTrees(file); err != nil || len(trees) != 1 || len(trees[0]) != 1 {
		t.Errorf("a comment, a token of several words and an empty node count as words: %v, %v", trees, err)
	}
}

// TestLooks looks at the copies of sentences.
func TestLooks(t *testing.T) {
	trees := littleTrees()
	show := func(t tree) string {
		var b strings.Builder
		for _, w := range t {
			fmt.Fprintf(&b, "%s/%d/%s ", w.form, w.head, w.rel)
		}
		return b.String()
	}
	for k, want := range []string{
		"DIVERS/2/nsubj FOUND/0/root A/4/det HARBOUR/2/obj ./2/punct ",
		"divers/2/nsubj found/0/root a/4/det harbour/2/obj ./2/punct ",
		"Divers/2/nsubj Found/0/root a/4/det Harbour/2/obj ./2/punct ",
		"Divers/2/nsubj found/0/root a/4/det harbour/2/obj ",
		"Divers/2/nsubj found/0/root a/4/det harbour/2/obj ./2/punct Nobody/7/nsubj left/2/parataxis ",
	} {
		got := looks[k](trees[0], trees[2])
		if show(got) != want {
			t.Errorf("look %d: %s, want %s", k, show(got), want)
		}
		for i, w := range got {
			if keys := syntax.KeysOf(w.form, i == 0); keys != w.keys {
				t.Errorf("look %d: keys of %s are %v, want %v", k, w.form, w.keys, keys)
			}
		}
	}
	if got := unmarked(trees[2], nil); got != nil {
		t.Errorf("a sentence without a mark lost its last word: %s", show(got))
	}
	if got := joined(trees[0], nil); got != nil {
		t.Errorf("the last sentence is joined with a next: %s", show(got))
	}
	soft := tree{{form: "Run", soft: &softWord{heads: [4]guess{{0, whole - 100}, {2, 100}}}}, {form: "!", head: 1, rel: punctuation, soft: &softWord{heads: [4]guess{{1, whole}}}}}
	got := joined(soft, soft)
	if g := got[2].soft.heads; g[0] != (guess{1, whole - 100}) || g[1] != (guess{4, 100}) {
		t.Errorf("what is held of a joined sentence's root: heads %v", g)
	}
	if g := got[2].soft.relations; g[0] != (guess{uint16(parataxis), whole}) {
		t.Errorf("what is held of a joined sentence's root: relations %v", g)
	}
	if g := soft[0].soft.heads; g[0].what != 0 {
		t.Errorf("the joined sentence itself was changed: %v", g)
	}
}

// TestScoreTrees counts by hand.
func TestScoreTrees(t *testing.T) {
	x := littleTrees()[1]
	s := newTreeScore()
	relation := func(name string) syntax.Relation {
		r, _ := syntax.RelationOf(name)
		return r
	}
	s.add(x, 0, x[0], syntax.Arc{Head: 1, Relation: relation("nsubj:pass"), Tag: syntax.Tag(x[0].tag)})
	s.add(x, 2, x[2], syntax.Arc{Head: 1, Relation: relation("nsubj")})
	s.add(x, 3, x[3], syntax.Arc{Head: 1, Relation: relation("ccomp")})
	if s.words != 3 || s.heads != 2 || s.labelled != 1 || s.universal != 2 || s.tags != 1 {
		t.Errorf("counts %+v, want 3 words, 2 heads, 1 with its label, 2 without subtypes, 1 tag", s)
	}
	var classes []string
	for _, e := range s.worst(5) {
		classes = append(classes, e.name+": "+e.example)
	}
	want := "nsubj at another head: She <said> [divers] {left} the harbour .|nsubj read as nsubj:pass: [She] {said} divers left the harbour ."
	if got := strings.Join(classes, "|"); got != want {
		t.Errorf("classes of errors %s, want %s", got, want)
	}
}
