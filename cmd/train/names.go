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
}

func newNamesCommand() *cobra.Command {
	o := namesOptions{settings: settings{epochs: 10, rate: .04, dropout: .4, seed: 1}}
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
	f.StringVar(&o.data, "data", "../shared/data", "`FOLDER` of the data")
	f.StringVar(&o.out, "out", "extract/name/names.model", "`FILE` to write the model to")
	f.IntVar(&o.settings.epochs, "epochs", o.settings.epochs, "passes over the data")
	f.Uint64Var(&o.settings.seed, "seed", o.settings.seed, "where chance begins")
	f.IntVar(&o.least, "least", 2, "leave out features seen less often")
	f.Float64Var(&o.prune, "prune", .06, "leave out weights below")
	f.IntVar(&o.classes, "classes", 255, "word classes, 255 at most")
	f.IntVar(&o.rounds, "rounds", 8, "passes of the clustering over the words")
	f.IntVar(&o.leastClassWord, "least-class-word", 10, "words that occur less often have no class")
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
	parts := name.Parts{Notice: notice}
	if err := classesOfWords(o, &parts, log); err != nil {
		return err
	}
	blank, err := name.Decode(name.Encode(&parts))
	if err != nil {
		return err
	}
	reader := name.With(lex, blank)
	b := newBuilder(reader)
	for i, c := range corpora {
		texts, err := readCorpus(c.path(o.data), tokens)
		if err != nil {
			return err
		}
		for k := range texts {
			b.add(i, &texts[k], c.silent)
		}
		o.settings.weights = append(o.settings.weights, c.weight)
		log.printf("%s: %d texts, %d words, weight %g", c.file, len(texts), words(texts), c.weight)
	}
	keys := b.index(o.least)
	log.printf("%d stretches, %d features seen %d times or more", len(b.examples), len(keys), o.least)
	model := newCRF(len(keys))
	model.train(b.examples, o.settings, func(epoch int, certainty float64) {
		log.printf("epoch %d: mean probability of the right label %.4f", epoch+1, certainty)
	})
	quantise(model, keys, o.prune, &parts)
	file := name.Encode(&parts)
	log.printf("%d features kept, %d bytes", len(parts.Keys), len(file))
	m, err := name.Decode(file)
	if err != nil {
		return err
	}
	if err := evaluate(name.With(lex, m), tokens, filepath.Join(o.data, "dev", "ner"), log); err != nil {
		return err
	}
	return os.WriteFile(o.out, file, 0o644)
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

// widestWeight is what the largest byte stands for.
const widestWeight = 3.2

// quantise turns the weights into bytes and leaves the small ones out.
func quantise(c *crf, keys []uint32, prune float64, p *name.Parts) {
	const scale = 127 / widestWeight
	byKey := make([]int, len(keys))
	for i := range byKey {
		byKey[i] = i
	}
	slices.SortFunc(byKey, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	for _, i := range byKey {
		var row [name.Weights]int8
		for b, w := range c.w[i] {
			if v := float64(w); math.Abs(v) >= prune {
				row[b] = int8(max(-127, min(127, math.Round(v*scale))))
			}
		}
		if row != ([name.Weights]int8{}) {
			p.Keys = append(p.Keys, keys[i])
			p.Rows = append(p.Rows, row)
		}
	}
	for b := range c.tw {
		for a, w := range c.tw[b] {
			p.Transitions[b][a] = int16(math.Round(float64(w) * scale))
		}
	}
}
