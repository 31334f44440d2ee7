package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"dossier/extract/syntax"

	"github.com/spf13/cobra"
)

// syntaxOptions are those of the command syntax.
type syntaxOptions struct {
	data, out  string
	seed       uint64
	sizes      netSizes
	vectors    vectorOptions
	vectorFile string
	passes     int
	step       int     // words of a step
	rate       float64 // of a step; it falls to zero
	dropout    float64
	hide       float64 // share of vectors that the network does not get to see
	tagLayer   int     // from which tags are read, 1 or 2
	tagWeight  float64 // of the loss of tags
	average    float64 // share of the steps, the last ones, of whose weights the mean is taken
	teachers   teacherOptions
	news       silverOptions
	variety    float64 // share of sentences that are learned from with another look, too
}

func newSyntaxCommand() *cobra.Command {
	o := syntaxOptions{
		seed: 1, sizes: netSizes{hidden: 80, arc: 96, relation: 64}, passes: 20, step: 400, rate: .003,
		dropout: .15, hide: .12, tagLayer: 2, tagWeight: 2, average: .1,
		teachers: teacherOptions{count: 3, hidden: 96, passes: 14, dropout: .25, tagWeight: 1},
		news:     silverOptions{share: .17, rounds: 4}, variety: .1,
		vectors: vectorOptions{least: 8, rounds: 3, others: 5, rate: .025, common: 1e-4},
	}
	c := &cobra.Command{
		Use:     "syntax",
		Short:   "Learns the model of syntax and tags",
		Example: "  go run ./cmd/train syntax --data ../shared/data --out extract/syntax/syntax.model",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainSyntax(o, cmd.OutOrStdout())
		},
	}
	f := c.Flags()
	dataFlags(f, &o.data, &o.out, "extract/syntax/syntax.model")
	f.StringVar(&o.vectorFile, "vectors", "", "`FILE` of word vectors, which are learned and written to it when it isn't there; by default they are learned anew")
	f.Uint64Var(&o.seed, "seed", o.seed, "where chance begins")
	f.IntVar(&o.passes, "passes", o.passes, "passes over the trees")
	f.IntVar(&o.sizes.hidden, "hidden", o.sizes.hidden, "width of each direction of a layer")
	f.IntVar(&o.step, "step", o.step, "words of a step")
	f.Float64Var(&o.rate, "rate", o.rate, "how far the first step goes")
	f.Float64Var(&o.dropout, "dropout", o.dropout, "share of numbers dropped between layers")
	f.Float64Var(&o.hide, "hide", o.hide, "share of vectors that the network does not get to see")
	f.IntVar(&o.tagLayer, "tag-layer", o.tagLayer, "layer from which tags are read, 1 or 2")
	f.IntVar(&o.teachers.count, "teachers", o.teachers.count, "larger networks that read the news for this one to learn from")
	f.IntVar(&o.teachers.hidden, "teacher-hidden", o.teachers.hidden, "width of each direction of their layers")
	f.IntVar(&o.teachers.passes, "teacher-passes", o.teachers.passes, "their passes over the trees")
	f.Float64Var(&o.teachers.dropout, "teacher-dropout", o.teachers.dropout, "share of numbers dropped between their layers")
	f.Float64Var(&o.teachers.tagWeight, "teacher-tag-weight", o.teachers.tagWeight, "weight of their loss of tags")
	f.Float64Var(&o.news.share, "news-share", o.news.share, "share of the news that the teachers read")
	f.Float64Var(&o.news.rounds, "news-rounds", o.news.rounds, "how often each of its sentences is learned from")
	f.Float64Var(&o.variety, "variety", o.variety, "share of sentences that are learned from with another look, too")
	f.StringVar(&o.teachers.cache, "teacher-cache", "", "`FOLDER` of teachers, which are learned and written to it when they aren't there")
	f.Float64Var(&o.average, "average", o.average, "share of the steps, the last ones, of whose weights the mean is taken")
	f.Float64Var(&o.tagWeight, "tag-weight", o.tagWeight, "weight of the loss of tags")
	return c
}

// treebanks are what the model learns from, under data/train/dep.
var treebanks = []string{"ewt", "gum"}

// trainSyntax learns the model, measures it and writes it. Word vectors and teachers
// see the news in the program's own tokens, so the model is of one state of these. With
// them, the same data gives the same bytes on processors that add and multiply in one
// step, and the same on those that don't: the weights are floats until they are rounded.
func trainSyntax(o syntaxOptions, w io.Writer) error {
	log := &protocol{w, time.Now()}
	var trees []tree
	for _, b := range treebanks {
		t, err := readTrees(filepath.Join(o.data, "train", "dep", b+".conllu"))
		if err != nil {
			return err
		}
		log.printf("%s: %d sentences, %d words", b, len(t), treeWords(t))
		trees = append(trees, t...)
	}
	sets, err := readDevSets(o.data)
	if err != nil {
		return err
	}
	vectors, err := o.wordVectors(trees, log)
	if err != nil {
		return err
	}
	teachers, err := o.teach(trees, sets, vectors, log)
	if err != nil {
		return err
	}
	var silver []tree
	if len(teachers) > 0 {
		if silver, err = o.silver(teachers, sets, log); err != nil {
			return err
		}
	}
	s := &syntaxTrainer{net: newNet(o.sizes, trees, silver, vectors, o.seed), options: o, log: log}
	if err := s.train(mixedDiet(trees, silver, o.passes, o.news.rounds, o.variety, o.seed), sets); err != nil {
		return err
	}
	file, err := syntax.Encode(s.parts(o.tagLayer))
	if err != nil {
		return err
	}
	m, err := syntax.Decode(file)
	if err != nil {
		return err
	}
	log.printf("%d bytes", len(file))
	measure(m, sets, true, log)
	return os.WriteFile(o.out, file, 0o644)
}

// wordVectors reads the vectors from their file, or learns them and writes it.
func (o *syntaxOptions) wordVectors(trees []tree, log *protocol) (*wordVectors, error) {
	if o.vectorFile == "" {
		return learnVectors(o.data, trees, o.vectors, o.seed, log)
	}
	b, err := os.ReadFile(o.vectorFile)
	if err == nil {
		return decodeVectors(b)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	v, err := learnVectors(o.data, trees, o.vectors, o.seed, log)
	if err != nil {
		return nil, err
	}
	return v, os.WriteFile(o.vectorFile, v.encode(), 0o644)
}

// syntaxTrainer learns a network from trees.
type syntaxTrainer struct {
	*net
	options syntaxOptions
	log     *protocol
	workers [2]*worker
	steps   int
}

// longest is the length of a sentence above which it isn't learned from.
const longest = 120

// train makes the passes, and measures the model after each.
func (s *syntaxTrainer) train(d diet, sets []devSet) error {
	o := &s.options
	for i := range s.workers {
		s.workers[i] = newWorker(s.net, o)
	}
	total := 0.0
	for _, trees := range d {
		total += float64(treeWords(trees)) / float64(o.step)
	}
	var mean meanWeights
	r := random(o.seed*0x9E3779B97F4A7C15 + 3)
	for pass, trees := range d {
		order := make([]int, 0, len(trees))
		for i := range trees {
			if len(trees[i]) <= longest {
				order = append(order, i)
			}
		}
		r.shuffle(order)
		loss := 0.0
		for at := 0; at < len(order); {
			from := at
			for n := 0; at < len(order) && n < o.step; at++ {
				n += len(trees[order[at]])
			}
			loss += s.step(trees, order[from:at], uint64(pass)<<32)
			s.update(float32(o.rate * min(1, float64(s.steps)/200) * max(0, 1-float64(s.steps)/total)))
			if float64(s.steps) > total*(1-o.average) && s.steps%averageEvery == 0 {
				mean.add(s.params)
			}
		}
		s.log.printf("pass %d: mean loss of a word %.4f", pass+1, loss/float64(treeWords(trees)))
		m, err := syntax.NewModel(s.parts(o.tagLayer))
		if err != nil {
			return err
		}
		measure(m, sets, false, s.log)
	}
	mean.set(s.params)
	return nil
}

// step adds up the gradients of some sentences. Each worker takes every second one,
// whoever is faster, so that the sums are the same in every run.
func (s *syntaxTrainer) step(trees []tree, batch []int, salt uint64) float64 {
	s.steps++
	s.transpose()
	var losses [len(s.workers)]float64
	var wait sync.WaitGroup
	for k, w := range s.workers {
		wait.Go(func() {
			for i := k; i < len(batch); i += len(s.workers) {
				w.random = random((s.options.seed+salt+uint64(batch[i]))*0x9E3779B97F4A7C15 + 5)
				w.random.next()
				losses[k] += w.learn(trees[batch[i]], 1/float32(s.options.step))
			}
		})
	}
	wait.Wait()
	return losses[0] + losses[1]
}

// update takes a step with the sum of the workers' gradients.
func (s *syntaxTrainer) update(rate float32) {
	correction := float32(1 / (1 - pow(.99, s.steps)))
	a, b := s.workers[0], s.workers[1]
	for i, p := range s.params {
		if !p.sparse {
			axpy(a.gradient[i], b.gradient[i], 1)
			clear(b.gradient[i])
			adam(p.w, a.gradient[i], p.m, p.v, rate, correction)
			continue
		}
		for _, row := range b.touched[i] {
			from, to := int(row)*p.cols, int(row+1)*p.cols
			axpy(a.gradient[i][from:to], b.gradient[i][from:to], 1)
			clear(b.gradient[i][from:to])
			b.marked[i][row] = false
			if !a.marked[i][row] {
				a.touched[i] = append(a.touched[i], row)
			}
		}
		for _, row := range a.touched[i] {
			from, to := int(row)*p.cols, int(row+1)*p.cols
			adam(p.w[from:to], a.gradient[i][from:to], p.m[from:to], p.v[from:to], rate, correction)
			a.marked[i][row] = false
		}
		a.touched[i], b.touched[i] = a.touched[i][:0], b.touched[i][:0]
	}
}

// pow is x to the n.
func pow(x float64, n int) float64 {
	y := 1.0
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			y *= x
		}
		x *= x
	}
	return y
}
