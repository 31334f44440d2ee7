package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"dossier/extract/lexicon"
	"dossier/extract/name"
	"dossier/extract/token"

	"github.com/spf13/cobra"
)

// namesOptions are those of the command names.
type namesOptions struct {
	data, out      string
	settings       settings
	least          int     // a feature seen less often is left out
	prune          float64 // a weight below it is left out
	classes        int
	rounds         int
	leastClassWord int
	net            nameNetOptions
}

func newNamesCommand() *cobra.Command {
	o := namesOptions{settings: settings{epochs: 10, rate: .06, dropout: .4, seed: 1}, net: nameNetOptions{
		hidden: 64, deep: 1, passes: 8, step: 400, rate: .003, dropout: .3, hide: .12, share: 1, average: .25,
		vectors: vectorOptions{least: 8, rounds: 3, others: 5, rate: .025, common: 1e-4},
	}}
	c := &cobra.Command{
		Use:     "names",
		Short:   "Learns the model of names",
		Example: "  go run ./cmd/train names --data ../shared/data --out extract/name/names.model",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainNames(o, cmd.OutOrStdout())
		},
	}
	f := c.Flags()
	dataFlags(f, &o.data, &o.out, "extract/name/names.model")
	f.IntVar(&o.settings.epochs, "epochs", o.settings.epochs, "passes over the data")
	f.Float64Var(&o.settings.rate, "rate", o.settings.rate, "how far a step goes")
	f.Float64Var(&o.settings.dropout, "dropout", o.settings.dropout, "share of features left out at random")
	f.Uint64Var(&o.settings.seed, "seed", o.settings.seed, "where chance begins")
	f.IntVar(&o.least, "least", 2, "leave out features seen less often")
	f.Float64Var(&o.prune, "prune", .08, "leave out weights below")
	f.IntVar(&o.classes, "classes", 255, "word classes, 255 at most")
	f.IntVar(&o.rounds, "rounds", 8, "passes of the clustering over the words")
	f.IntVar(&o.leastClassWord, "least-class-word", 4, "words that occur less often have no class")
	f.StringVar(&o.net.file, "vectors", "", "`FILE` of word vectors, which are learned and written to it when it isn't there; by default they are learned anew")
	f.IntVar(&o.net.passes, "passes", o.net.passes, "passes of the network over the data; 0 makes a model without one")
	f.IntVar(&o.net.hidden, "hidden", o.net.hidden, "width of each direction of a layer of the network")
	f.IntVar(&o.net.deep, "layers", o.net.deep, "layers of the network, two at most")
	f.Float64Var(&o.net.dropout, "net-dropout", o.net.dropout, "share of numbers dropped above each layer")
	f.Float64Var(&o.net.average, "average", o.net.average, "share of the steps of the network, the last ones, of whose weights the mean is taken")
	f.IntVar(&o.settings.runs, "runs", 1, "how often the features are learned, each time from another seed; the weights are the mean")
	f.Float64Var(&o.net.share, "share", o.net.share, "what the scores of the network weigh beside those of the features")
	return c
}

// protocol prints what is done, with the time since the beginning.
type protocol struct {
	w     io.Writer
	start time.Time
}

func (p *protocol) printf(format string, a ...any) {
	fmt.Fprintf(p.w, "%6.1fs  ", time.Since(p.start).Seconds())
	fmt.Fprintf(p.w, format+"\n", a...)
}

func trainNames(o namesOptions, w io.Writer) error {
	log := &protocol{w, time.Now()}
	tokens, err := token.New()
	if err != nil {
		return err
	}
	lex, err := lexicon.Default()
	if err != nil {
		return err
	}
	t := &trainer{options: o, lex: lex, log: log, parts: name.Parts{Notice: notice}}
	if err := classesOfWords(o, &t.parts, log); err != nil {
		return err
	}
	if err := t.read(tokens); err != nil {
		return err
	}
	features, err := t.train()
	if err != nil {
		return err
	}
	var net *nameNet
	if o.net.passes > 0 {
		if net, err = t.network(); err != nil {
			return err
		}
	}
	file := t.file(features, net)
	m, err := name.Decode(file)
	if err != nil {
		return err
	}
	if err := evaluate(name.With(lex, m), tokens, filepath.Join(o.data, "dev", "ner"), log); err != nil {
		return err
	}
	return os.WriteFile(o.out, file, 0o644)
}

// trainer holds what the runs of a training share.
type trainer struct {
	options namesOptions
	lex     *lexicon.Lexicon
	log     *protocol
	parts   name.Parts // with the word classes only
	texts   []training
}

// training is a text to learn from.
type training struct {
	text
	source int
	labels []name.Label // of the first pass of a model that has not seen it
}

// read reads the corpora, with copies in capitals of some of their texts.
func (t *trainer) read(tokens *token.Stage) error {
	for i, c := range corpora {
		texts, err := readCorpus(c.path(t.options.data), tokens)
		if err != nil {
			return err
		}
		n := len(texts)
		if c.weight == 1 {
			texts = append(texts, inCapitals(texts, tokens)...)
		}
		for _, x := range texts {
			t.texts = append(t.texts, training{text: x, source: i})
		}
		t.options.settings.weights = append(t.options.settings.weights, c.weight)
		t.log.printf("%s: %d texts, %d words, weight %g, %d copies in capitals", c.file, n, words(texts[:n]), c.weight, len(texts)-n)
	}
	return nil
}

// linear is a model of features as it is learned.
type linear struct {
	*crf
	keys []uint32 // of the features
}

// train learns the model of features in two steps: two models of one half of the
// texts each label the other half, as the first pass will label texts that it never
// saw; then one is learned of all.
func (t *trainer) train() (*linear, error) {
	for half := range 2 {
		s := t.options.settings
		s.epochs, s.runs = (s.epochs+1)/2, 1
		m, err := name.Decode(t.file(t.learn(s, false, func(x *training) bool { return x.half() == half }), nil))
		if err != nil {
			return nil, err
		}
		stage := name.With(t.lex, m)
		for k := range t.texts {
			if x := &t.texts[k]; x.half() != half {
				x.labels = stage.Labels(x.Document)
			}
		}
	}
	return t.learn(t.options.settings, true, func(*training) bool { return true }), nil
}

// half puts each text, and its copies with it, into one of two halves.
func (x *training) half() int { return int(name.HashLower(x.ID) >> 16 & 1) }

// learn learns one model of the texts that use picks, with the labels of the
// first pass when second is set.
func (t *trainer) learn(s settings, second bool, use func(x *training) bool) *linear {
	b := newBuilder(name.With(t.lex, t.blank()))
	for k := range t.texts {
		x := &t.texts[k]
		if !use(x) {
			continue
		}
		labels := x.labels
		if !second {
			labels = nil
		}
		b.add(x.source, &x.text, corpora[x.source].silent, labels)
	}
	keys := b.index(t.options.least)
	t.log.printf("%d stretches, %d features seen %d times or more", len(b.examples), len(keys), t.options.least)
	return &linear{meanCRF(len(keys), b.examples, s, func(epoch int, certainty float64) {
		t.log.printf("epoch %d: mean probability of the right label %.4f", epoch+1, certainty)
	}), keys}
}

// blank is a model that knows the classes of words and nothing else.
func (t *trainer) blank() *name.Model {
	m, err := name.Decode(name.Encode(&t.parts))
	if err != nil {
		panic(err) // we have just written it
	}
	return m
}

// file is the file of a model with the network beside it, if there is one.
func (t *trainer) file(l *linear, net *nameNet) []byte {
	p := t.parts
	quantise(l.crf, l.keys, t.options.prune, &p)
	if net != nil {
		net.join(&p)
	}
	file := name.Encode(&p)
	t.log.printf("%d features kept, %d bytes", len(p.Keys), len(file))
	return file
}

// classesOfWords clusters the words of the news.
func classesOfWords(o namesOptions, p *name.Parts, log *protocol) error {
	counts := map[string]int{}
	folder := filepath.Join(o.data, "news")
	if err := newsText(folder, func(t string) {
		plainWords(t, func(w string) { counts[w]++ })
	}); err != nil {
		return err
	}
	vocabulary := frequent(counts, o.leastClassWord)
	number := make(map[string]int32, len(vocabulary))
	for i, w := range vocabulary {
		number[w] = int32(i)
	}
	var stream []int32
	if err := newsText(folder, func(t string) {
		plainWords(t, func(w string) {
			if k, ok := number[w]; ok {
				stream = append(stream, k)
			} else {
				stream = append(stream, -1)
			}
		})
		stream = append(stream, -1)
	}); err != nil {
		return err
	}
	classes := clusterWords(stream, len(vocabulary), o.classes, o.rounds)
	type entry struct {
		key   uint32
		class uint8
	}
	entries := make([]entry, len(vocabulary))
	for i, w := range vocabulary {
		entries[i] = entry{name.HashLower(w), classes[i] + 1}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return a.key == b.key })
	for _, e := range entries {
		p.WordKeys = append(p.WordKeys, e.key)
		p.WordClasses = append(p.WordClasses, e.class)
	}
	log.printf("%d words of news in %d classes", len(entries), o.classes)
	return nil
}

// join puts the network beside the linear model: its scores and its weights of
// neighbouring labels are added to the other's, by their share.
func (n *nameNet) join(p *name.Parts) {
	p.Net = n.parts()
	p.Share = int16(math.Round(n.options.share * weightScale * 256))
	for b := range p.Transitions {
		for a := range p.Transitions[b] {
			p.Transitions[b][a] += int16(math.Round(n.options.share * float64(n.turns.w[b*turnsWide+a]) * weightScale))
		}
	}
}

// weightScale is what one makes in a byte; the largest stands for 3.2.
const weightScale = 127 / 3.2

// quantise turns the weights into bytes and leaves the small ones out.
func quantise(c *crf, keys []uint32, prune float64, p *name.Parts) {
	byKey := make([]int, len(keys))
	for i := range byKey {
		byKey[i] = i
	}
	slices.SortFunc(byKey, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	for _, i := range byKey {
		var row [name.Weights]int8
		for b, w := range c.w[i] {
			if v := float64(w); math.Abs(v) >= prune {
				row[b] = int8(max(-127, min(127, math.Round(v*weightScale))))
			}
		}
		if row != ([name.Weights]int8{}) {
			p.Keys = append(p.Keys, keys[i])
			p.Rows = append(p.Rows, row)
		}
	}
	for b := range c.tw {
		for a, w := range c.tw[b] {
			p.Transitions[b][a] = int16(math.Round(float64(w) * weightScale))
		}
	}
}
