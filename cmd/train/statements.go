package main

import (
	"io"
	"os"
	"sync"
	"time"

	"dossier/extract/sparse"
	"dossier/extract/statement/chain"

	"github.com/spf13/cobra"
)

// statementsOptions are those of the command statements.
type statementsOptions struct {
	data, out        string
	cues, rows, last settings // of the three models of the chain
	least            int
}

func newStatementsCommand() *cobra.Command {
	o := statementsOptions{
		cues: settings{epochs: 8, rate: .1, dropout: .5, seed: 1, runs: 3},
		rows: settings{epochs: 8, rate: .1, dropout: .5, seed: 1, runs: 3},
		last: settings{epochs: 10, rate: .05, dropout: .3, seed: 1, runs: 3},
	}
	c := &cobra.Command{
		Use:     "statements",
		Short:   "Learns the model of statements",
		Example: "  go run ./cmd/train statements --data ../shared/data --out extract/statement/statements.model",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainStatements(o, cmd.OutOrStdout())
		},
	}
	f := c.Flags()
	dataFlags(f, &o.data, &o.out, "extract/statement/statements.model")
	f.IntVar(&o.least, "least", 3, "leave out features seen less often")
	for name, s := range map[string]*settings{"cue": &o.cues, "label": &o.rows, "right": &o.last} {
		f.IntVar(&s.epochs, name+"-epochs", s.epochs, "passes over the data")
		f.Float64Var(&s.rate, name+"-rate", s.rate, "how far a step goes")
		f.Uint64Var(&s.seed, name+"-seed", s.seed, "where chance begins")
		f.IntVar(&s.runs, name+"-runs", s.runs, "how many times it is learned, each from another seed, to take the mean")
		f.Float64Var(&s.dropout, name+"-dropout", s.dropout, "share of features left out at random")
	}
	return c
}

func trainStatements(o statementsOptions, w io.Writer) error {
	log := &protocol{w, time.Now()}
	h, err := newHearing()
	if err != nil {
		return err
	}
	texts, err := readReports(quotesOf(o.data, "train", "polnear"))
	if err != nil {
		return err
	}
	t := &chainTrainer{options: o, log: log, sentences: h.read(texts)}
	t.describe(len(texts))
	file, err := t.train()
	if err != nil {
		return err
	}
	log.printf("%d bytes", len(file))
	return os.WriteFile(o.out, file, 0o644)
}

// chainTrainer learns the models of the chain one after another. What one says is
// evidence for the next, so of a text that it learned from it must not be asked:
// each is learned once for each fold of the documents, of all others, and once of
// all.
type chainTrainer struct {
	options   statementsOptions
	log       *protocol
	sentences []*heard
	parts     chain.Parts
}

func (t *chainTrainer) describe(texts int) {
	cues, found, lost := 0, 0, 0
	for _, s := range t.sentences {
		cues += len(s.Cues)
		for _, m := range s.marked {
			if m.cue >= 0 {
				found++
			} else {
				lost++
			}
		}
	}
	t.log.printf("%d texts, %d sentences, %d possible cues, %d reports with their cue, %d without", texts, len(t.sentences), cues, found, lost)
}

// all is the fold of no text.
const all = -1

func (t *chainTrainer) train() ([]byte, error) {
	t.parts.Notice = statementsNotice
	t.parts.Calibration = chain.Straight()
	t.parts.Scales = [3]int16{32, 32, 32}
	if err := t.learnCues(); err != nil {
		return nil, err
	}
	if err := t.learnLabels(); err != nil {
		return nil, err
	}
	return chain.Encode(&t.parts), nil
}

// eachFold calls do for each fold and for all, two at a time.
func eachFold(do func(fold int) error) error {
	var wait sync.WaitGroup
	errs := make([]error, folds+1)
	slots := make(chan struct{}, 2)
	for fold := all; fold < folds; fold++ {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer wait.Done()
			errs[fold+1] = do(fold)
			<-slots
		}()
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// model is the model of some parts, what is not learned yet left empty.
func modelOf(p chain.Parts) (*chain.Model, error) {
	p.Cues.Width, p.Units.Width, p.Edges.Width, p.Right.Width = int(chain.Classes)-1, int(chain.Labels)-1, chain.Turns, chain.Judgements
	return chain.Decode(chain.Encode(&p))
}

// learnCues learns the classifier of cues, and classifies the cues of every
// sentence.
func (t *chainTrainer) learnCues() error {
	type found struct {
		s *heard
		k int
	}
	var where []found
	var cases []instance
	var b sparse.Features
	for _, s := range t.sentences {
		for k := range s.Cues {
			b = b[:0]
			s.CueFeatures(k, &b)
			x := instance{features: append([]uint32(nil), b...), target: make([]float32, chain.Classes-1)}
			for i := range s.marked {
				if m := &s.marked[i]; m.cue == s.Cues[k].Unit {
					x.target[m.class-1] = 1
					break
				}
			}
			cases, where = append(cases, x), append(where, found{s, k})
		}
	}
	v := index(cases, t.options.least)
	t.log.printf("cues: %d cases, %d features", len(cases), len(v.keys))
	classified := make([]chain.Parts, folds+1)
	err := eachFold(func(fold int) error {
		some := make([]instance, 0, len(cases))
		for i := range cases {
			if where[i].s.fold != fold {
				some = append(some, cases[i])
			}
		}
		g := classify(some, len(v.keys), int(chain.Classes)-1, t.options.cues)
		p := t.parts
		scale := scaleOf(g.largest())
		p.Cues, p.Scales[0] = g.part(v, scale), int16(scale)
		classified[fold+1] = p
		return nil
	})
	if err != nil {
		return err
	}
	for fold := range folds {
		m, err := modelOf(classified[fold+1])
		if err != nil {
			return err
		}
		r := chain.NewReader(m)
		for _, s := range t.sentences {
			if s.fold == fold {
				r.Classify(s.Sentence)
			}
		}
	}
	t.parts = classified[0]
	hit, said, marked := 0, 0, 0
	for i := range cases {
		c := &where[i].s.Cues[where[i].k]
		right := cases[i].target[chain.Say-1] == 1
		is := c.P[chain.Say] > .5
		if right {
			marked++
		}
		if is {
			said++
		}
		if right && is {
			hit++
		}
	}
	t.log.printf("cues of class say, out of fold: P %.1f R %.1f; %d features kept", 100*float64(hit)/float64(max(said, 1)), 100*float64(hit)/float64(max(marked, 1)), len(t.parts.Cues.Keys))
	return nil
}

// learnLabels learns the field over the windows of the marked cues and, of what it
// makes of the folds that it hasn't seen, what makes an alternative right.
func (t *chainTrainer) learnLabels() error {
	type window struct {
		lesson
		fold int
	}
	var cases []window
	units, edges := newVocabulary(), newVocabulary()
	var w chain.Window
	for _, s := range t.sentences {
		for i := range s.marked {
			m := &s.marked[i]
			k := s.cueAt(m.cue)
			if k < 0 || len(m.pieces) == 0 {
				continue
			}
			w.Look(s.Sentence, k)
			x := window{fold: s.fold}
			x.cue = w.Cue
			x.labels = m.labels[w.From : w.From+w.N]
			for i := 0; i <= w.N; i++ {
				if i < w.N {
					x.units = append(x.units, append([]uint32(nil), w.Units[i]...))
					units.see(w.Units[i])
				}
				x.edges = append(x.edges, append([]uint32(nil), w.Edges[i]...))
				edges.see(w.Edges[i])
				x.side = append(x.side, uint8(w.Side(i)))
			}
			cases = append(cases, x)
		}
	}
	units.settle(t.options.least)
	edges.settle(t.options.least)
	for i := range cases {
		for k := range cases[i].units {
			cases[i].units[k] = units.number(cases[i].units[k])
		}
		for k := range cases[i].edges {
			cases[i].edges[k] = edges.number(cases[i].edges[k])
		}
	}
	t.log.printf("labels: %d windows, %d features of units, %d of edges", len(cases), len(units.keys), len(edges.keys))
	learned := make([]chain.Parts, folds+1)
	err := eachFold(func(fold int) error {
		var some []lesson
		for i := range cases {
			if cases[i].fold != fold {
				some = append(some, cases[i].lesson)
			}
		}
		f := learnField(some, len(units.keys), len(edges.keys), t.options.rows)
		p := t.parts
		scale := scaleOf(max(f.units.largest(), f.edges.largest()))
		p.Units, p.Edges, p.Scales[1] = f.units.part(units, scale), f.edges.part(edges, scale), int16(scale)
		for i := range f.turns {
			for k, v := range f.turns[i] {
				p.Turns[i][k] = int16(float64(v) * scale)
			}
		}
		learned[fold+1] = p
		t.log.printf("labels of fold %d learned", fold)
		return nil
	})
	if err != nil {
		return err
	}
	t.parts = learned[0]
	return t.learnRight(learned[1:])
}

// cueAt is which of the possible cues a unit is, -1 for none.
func (s *heard) cueAt(unit int) int {
	for k := range s.Cues {
		if s.Cues[k].Unit == unit {
			return k
		}
	}
	return -1
}

// learnRight learns what makes an alternative right, and how often those are right
// that are judged so likely.
func (t *chainTrainer) learnRight(learned []chain.Parts) error {
	type judged struct {
		fold  int
		right float64
	}
	var cases []instance
	var what []judged
	right := 0.0
	for fold := range folds {
		m, err := modelOf(learned[fold])
		if err != nil {
			return err
		}
		r := chain.NewReader(m)
		r.Thorough = true
		for _, s := range t.sentences {
			if s.fold != fold {
				continue
			}
			found := r.Weigh(s.Sentence)
			for i := range found {
				is := s.outcome(&found[i])
				right += float64(is[chain.Right])
				what = append(what, judged{fold, float64(is[chain.Right])})
				cases = append(cases, instance{append([]uint32(nil), r.Features(s.Sentence, i)...), is[:]})
			}
		}
	}
	v := index(cases, t.options.least)
	t.log.printf("right: %d alternatives, %.0f of them right, %d features", len(cases), right, len(v.keys))
	judges := make([]*gradient, folds+1)
	err := eachFold(func(fold int) error {
		some := make([]instance, 0, len(cases))
		for i := range cases {
			if what[i].fold != fold {
				some = append(some, cases[i])
			}
		}
		judges[fold+1] = decide(some, len(v.keys), chain.Judgements, t.options.last)
		return nil
	})
	if err != nil {
		return err
	}
	said, truth := make([]float64, len(cases)), make([]float64, len(cases))
	for i := range cases {
		var score [chain.Judgements]float32
		judges[what[i].fold+1].add(cases[i].features, score[:])
		said[i], truth[i] = 1/(1+sparse.Exp(float64(-score[0]))), what[i].right
	}
	t.parts.Calibration = calibration(said, truth)
	scale := scaleOf(judges[0].largest())
	t.parts.Right, t.parts.Scales[2] = judges[0].part(v, scale), int16(scale)
	t.log.printf("calibration in thousandths: %d", t.parts.Calibration)
	return nil
}

// steps is how many steps a calibration has.
const steps = 20

// calibration is how often what is said to be so likely is true, in thousandths at
// equal steps, never falling (pooled as by Ayer and others, 1955).
func calibration(said, truth []float64) []int16 {
	type pool struct{ sum, n, steps float64 }
	var pools []pool
	for k := range steps + 1 {
		p := pool{steps: 1}
		for i, s := range said {
			if d := s*steps - float64(k); d > -.5 && d <= .5 {
				p.sum, p.n = p.sum+truth[i], p.n+1
			}
		}
		if p.n == 0 {
			p.sum, p.n = float64(k)/steps, 1
		}
		pools = append(pools, p)
		for len(pools) > 1 {
			a, b := pools[len(pools)-2], pools[len(pools)-1]
			if a.sum/a.n < b.sum/b.n {
				break
			}
			pools = append(pools[:len(pools)-2], pool{a.sum + b.sum, a.n + b.n, a.steps + b.steps})
		}
	}
	var out []int16
	for _, p := range pools {
		for range int(p.steps) {
			out = append(out, int16(1000*p.sum/p.n+.5))
		}
	}
	return out
}
