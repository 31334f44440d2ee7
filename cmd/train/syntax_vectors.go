package main

import (
	"encoding/binary"
	"errors"
	"math"
	"path/filepath"
	"runtime"
	"sync"

	"dossier/extract/document"
	"dossier/extract/syntax"
	"dossier/extract/token"
)

// wordVectors are what words are like, learned from whom they stand beside.
type wordVectors struct {
	index map[uint32]int32 // by syntax.Keys of the form
	rows  []float32        // syntax.Widths[syntax.Form] each
}

// encode is a file of the vectors: a key and its numbers, one word after another.
func (v *wordVectors) encode() []byte {
	keys := make([]uint32, len(v.index))
	for k, row := range v.index {
		keys[row] = k
	}
	width := syntax.Widths[syntax.Form]
	var b []byte
	for i, k := range keys {
		b = binary.LittleEndian.AppendUint32(b, k)
		for _, x := range v.rows[i*width : (i+1)*width] {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	return b
}

func decodeVectors(b []byte) (*wordVectors, error) {
	size := 4 + 4*syntax.Widths[syntax.Form]
	if len(b)%size != 0 {
		return nil, errors.New("file of word vectors: its length fits no number of words")
	}
	v := &wordVectors{index: map[uint32]int32{}}
	for ; len(b) > 0; b = b[size:] {
		v.index[binary.LittleEndian.Uint32(b)] = int32(len(v.index))
		for i := 4; i < size; i += 4 {
			v.rows = append(v.rows, math.Float32frombits(binary.LittleEndian.Uint32(b[i:])))
		}
	}
	return v, nil
}

// vectorOptions say how word vectors are learned.
type vectorOptions struct {
	least  int // a word seen less often has none
	rounds int
	others int     // words drawn at random for each neighbour
	rate   float64 // of the first step; it falls to zero
	common float64 // share of all words above which a word is left out now and then
}

// neighbours are the places around a word that its vector foretells, each with a
// matrix of its own, so that the vectors tell the order of words (structured
// skip-gram, Ling et al. 2015).
var neighbours = [...]int{-2, -1, 1, 2}

// newsStream is the news as keys of forms, a syntax.BeforeFirst before each sentence.
// Tokens and sentences are the program's own.
func newsStream(folder string, tokens *token.Stage) ([]uint32, error) {
	var texts []string
	if err := newsText(folder, func(t string) { texts = append(texts, t) }); err != nil {
		return nil, err
	}
	parts := make([][]uint32, len(texts))
	var wait sync.WaitGroup
	threads := runtime.GOMAXPROCS(0)
	for k := range threads {
		wait.Go(func() {
			for i := k; i < len(texts); i += threads {
				d := &document.Document{Article: document.Article{Text: texts[i]}}
				tokens.Apply(d)
				part := make([]uint32, 0, len(d.Tokens)+len(d.Sentences))
				for _, s := range d.Sentences {
					part = append(part, syntax.BeforeFirst)
					for _, t := range d.Tokens[s.First:s.Last] {
						part = append(part, syntax.KeysOf(d.Slice(t.Span), false)[syntax.Form])
					}
				}
				parts[i], texts[i] = part, ""
			}
		})
	}
	wait.Wait()
	var out []uint32
	for _, p := range parts {
		out = append(out, p...)
	}
	return out, nil
}

// learnVectors learns from the news in a folder of data and from the words of the
// trees, by logistic regression of true neighbours against words drawn at random
// (Mikolov et al. 2013).
func learnVectors(data string, trees []tree, o vectorOptions, seed uint64, log *protocol) (*wordVectors, error) {
	tokens, err := token.New()
	if err != nil {
		return nil, err
	}
	stream, err := newsStream(filepath.Join(data, "news"), tokens)
	if err != nil {
		return nil, err
	}
	for _, t := range trees {
		stream = append(stream, syntax.BeforeFirst)
		for i := range t {
			stream = append(stream, t[i].keys[syntax.Form])
		}
	}
	log.printf("news: %d words and sentence ends", len(stream))
	seen := map[uint32]int{}
	for _, k := range stream {
		seen[k]++
	}
	v := &wordVectors{index: map[uint32]int32{}}
	var count []float64
	words := make([]int32, 0, len(stream))
	for _, k := range stream {
		if seen[k] < o.least {
			words = append(words, -1)
			continue
		}
		row, ok := v.index[k]
		if !ok {
			row = int32(len(count))
			v.index[k] = row
			count = append(count, float64(seen[k]))
		}
		words = append(words, row)
	}
	log.printf("%d of them seen %d times or more", len(count), o.least)
	v.learn(words, count, o, seed, log)
	return v, nil
}

func (v *wordVectors) learn(words []int32, count []float64, o vectorOptions, seed uint64, log *protocol) {
	width := syntax.Widths[syntax.Form]
	r := random(seed*0x9E3779B97F4A7C15 + 1)
	v.rows = make([]float32, len(count)*width)
	for i := range v.rows {
		v.rows[i] = float32(r.float()-.5) / float32(width)
	}
	var out [len(neighbours)][]float32
	for i := range out {
		out[i] = make([]float32, len(v.rows))
	}
	drawn := lottery(count, .75, 1<<20)
	keep := make([]float64, len(count))
	for i, c := range count {
		keep[i] = min(1, math.Sqrt(o.common*float64(len(words))/c))
	}
	change := make([]float32, width)
	total := float64(o.rounds * len(words))
	for round := range o.rounds {
		loss, pairs := 0.0, 0
		for at, w := range words {
			if w < 0 || r.float() >= keep[w] {
				continue
			}
			rate := float32(o.rate * max(1e-4, 1-float64(round*len(words)+at)/total))
			vector := v.rows[int(w)*width:][:width]
			for k, d := range neighbours {
				if at+d < 0 || at+d >= len(words) || words[at+d] < 0 {
					continue
				}
				clear(change)
				for n := range 1 + o.others {
					other, truth := words[at+d], float32(1)
					if n > 0 {
						other, truth = drawn[r.next()>>44], 0
					}
					row := out[k][int(other)*width:][:width]
					p := logistic(dot(vector, row))
					if n == 0 {
						loss -= math.Log(float64(p) + 1e-9)
						pairs++
					}
					axpy(change, row, rate*(truth-p))
					axpy(row, vector, rate*(truth-p))
				}
				axpy(vector, change, 1)
			}
		}
		log.printf("word vectors, round %d: mean loss of a neighbour %.4f", round+1, loss/float64(max(pairs, 1)))
	}
}

// lottery is a list in which words stand in proportion to a power of their counts.
func lottery(count []float64, power float64, size int) []int32 {
	total := 0.0
	for _, c := range count {
		total += math.Pow(c, power)
	}
	list := make([]int32, 0, size)
	sum := 0.0
	for i, c := range count {
		sum += math.Pow(c, power)
		for len(list) < size && float64(len(list)) < sum/total*float64(size) {
			list = append(list, int32(i))
		}
	}
	for len(list) < size {
		list = append(list, int32(len(count)-1))
	}
	return list
}
