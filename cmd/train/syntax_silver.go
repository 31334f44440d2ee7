package main

import (
	"encoding/json"
	"hash/fnv"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"dossier/extract/document"
	"dossier/extract/syntax"
	"dossier/extract/token"
)

// silverOptions say what text the teachers read.
type silverOptions struct {
	share  float64 // of the articles
	rounds float64 // how often each sentence is learned from
}

// silverFiles are where the text is from, under data, and how many times the share of
// each is drawn. Wikinews is not among them: GUM's news, which models are measured on,
// is Wikinews.
var silverFiles = []struct {
	pattern string
	times   float64
}{
	{"news/australia_pm.jsonl*", 1},
	{"news/tehran_times.jsonl*", 1},
	{"news/us_congress.jsonl*", 1},
	{"news/white_house*.jsonl*", 1},
	{"train/ner/masc.jsonl", 10}, // letters, talks and essays: small, and unlike the rest
}

// Sentences outside these lengths teach little, or are no sentences.
const shortestSilver, longestSilver = 4, 70

// silver has the teachers read a share of the articles, drawn by their texts. Tokens
// and sentences are the program's own.
func (o *syntaxOptions) silver(teachers []*net, sets []devSet, log *protocol) ([]tree, error) {
	texts, err := o.silverTexts()
	if err != nil {
		return nil, err
	}
	tokens, err := token.New()
	if err != nil {
		return nil, err
	}
	for _, d := range sets {
		log.printf("teachers together, dev %-9s %s", d.name, newCouncil(teachers, o).score(d.trees))
	}
	parts := make([][]tree, len(texts))
	var wait sync.WaitGroup
	threads := runtime.GOMAXPROCS(0)
	for k := range threads {
		wait.Go(func() {
			c := newCouncil(teachers, o)
			for i := k; i < len(texts); i += threads {
				parts[i] = sentencesOf(texts[i], tokens)
				for _, t := range parts[i] {
					c.read(t)
				}
			}
		})
	}
	wait.Wait()
	out := slices.Concat(parts...)
	log.printf("silver: %d articles, %d sentences, %d words; the teachers are %.1f%% sure of a head", len(texts), len(out), treeWords(out), 100*sureness(out))
	return out, nil
}

func (o *syntaxOptions) silverTexts() ([]string, error) {
	var texts []string
	for _, source := range silverFiles {
		files, err := filepath.Glob(filepath.Join(o.data, filepath.FromSlash(source.pattern)))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if err := jsonLines(f, func(line []byte) error {
				var a struct{ Text string }
				if err := json.Unmarshal(line, &a); err != nil {
					return err
				}
				h := fnv.New32a()
				h.Write([]byte(a.Text))
				if float64(h.Sum32()) < source.times*o.news.share*math.MaxUint32 {
					texts = append(texts, a.Text)
				}
				return nil
			}); err != nil {
				return nil, err
			}
		}
	}
	return texts, nil
}

// sentencesOf cuts a text into sentences that nobody has read yet.
func sentencesOf(text string, tokens *token.Stage) []tree {
	d := &document.Document{Article: document.Article{Text: text}}
	tokens.Apply(d)
	var out []tree
	for _, s := range d.Segments {
		if n := s.Last - s.First; n < shortestSilver || n > longestSilver {
			continue
		}
		var t tree
		for _, x := range d.Tokens[s.First:s.Last] {
			form := strings.Clone(d.Slice(x.Span))
			t = append(t, treeWord{form: form, keys: syntax.KeysOf(form, len(t) == 0)})
		}
		out = append(out, t)
	}
	return out
}

// sureness is the mean share of the heads that the teachers hold likeliest.
func sureness(trees []tree) float64 {
	sum := 0.0
	for _, t := range trees {
		for i := range t {
			sum += float64(t[i].soft.heads[0].share) / whole
		}
	}
	return sum / float64(max(treeWords(trees), 1))
}

// guess is something that a word may be, with its probability in parts of whole.
type guess struct{ what, share uint16 }

const whole = 1 << 15

// softWord is what the teachers hold of a word: not only what is likeliest, since
// what they hesitate between tells more (Hinton, Vinyals and Dean 2015). Relations
// are those to the likeliest head.
type softWord struct {
	heads     [4]guess
	relations [3]guess
	tags      [3]guess
}

// council is the teachers at work on one sentence after another.
type council struct {
	members []*worker
	sum     []float32
}

func newCouncil(teachers []*net, o *syntaxOptions) *council {
	c := &council{}
	for _, n := range teachers {
		c.members = append(c.members, &worker{net: n, options: o})
	}
	return c
}

// read fills a sentence with the mean of what the teachers hold of its words.
func (c *council) read(t tree) {
	soft := make([]softWord, len(t))
	for _, w := range c.members {
		w.forward(t)
	}
	heads := make([]int, len(t)+1)
	for i := range t {
		t[i].soft = &soft[i]
		n := len(t) + 1
		c.mean(soft[i].heads[:], i+1, func(w *worker) []float32 { return w.scores[(i+1)*w.stride:][:n] })
		c.mean(soft[i].tags[:], -1, func(w *worker) []float32 { return w.tags[(i+1)*tagsWide:][:syntax.Tags] })
		heads[i+1] = int(soft[i].heads[0].what)
		t[i].head, t[i].tag = heads[i+1], int(soft[i].tags[0].what)
	}
	for _, w := range c.members {
		w.head = heads
		w.relate()
	}
	for i := range t {
		c.mean(soft[i].relations[:], -1, func(w *worker) []float32 { return w.relations[(i+1)*relationsWide:][:syntax.Relations] })
		t[i].rel = syntax.Relation(soft[i].relations[0].what)
	}
}

// score compares what the members together hold likeliest with the trees.
func (c *council) score(trees []tree) *treeScore {
	s := newTreeScore()
	for _, gold := range trees {
		t := append(tree(nil), gold...)
		c.read(t)
		for k, w := range gold {
			s.add(gold, k, w, syntax.Arc{Head: t[k].head - 1, Relation: t[k].rel, Tag: syntax.Tag(t[k].tag)})
		}
	}
	return s
}

// mean fills out with the likeliest places of the members' rows of scores.
func (c *council) mean(out []guess, skip int, row func(*worker) []float32) {
	c.sum = zeros(c.sum, len(row(c.members[0])))
	for _, w := range c.members {
		r := row(w)
		axpy(c.sum, r, float32(1/exponents(r, skip)))
	}
	total := float32(0)
	var best [8]float32
	for k := range out {
		at := 0
		for j, x := range c.sum {
			if x > c.sum[at] {
				at = j
			}
		}
		out[k].what, best[k] = uint16(at), max(c.sum[at], 0)
		total += best[k]
		c.sum[at] = -1
		if k+1 == len(c.sum) {
			break
		}
	}
	for k := range out {
		out[k].share = uint16(best[k]/total*whole + .5)
	}
}
