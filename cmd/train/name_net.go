package main

import (
	"math"
	"slices"

	"dossier/extract/name"
	"dossier/extract/name/recurrent"
)

// nameNetOptions are those of the network of names.
type nameNetOptions struct {
	hidden  int // width of each direction of a layer
	deep    int // layers, two at most
	passes  int // over the sentences
	step    int // words of a step
	rate    float64
	dropout float64
	hide    float64 // share of vectors that the network does not get to see
	share   float64 // what its scores weigh beside the linear model
	average float64 // share of the steps, the last ones, of whose weights the mean is taken
	vectors vectorOptions
	file    string // of word vectors
}

const (
	turnsWide    = (name.Labels + 15) &^ 15
	leastForm    = 3  // a word seen less often has no vector of its own
	leastOther   = 10 // the same of endings, shapes and the like
	vectorsScale = 1.5
)

// nameNet is the network of names as it is learned: tables of vectors, layers of a
// bidirectional LSTM as the syntax has, a score for each label but Outside, and the
// weights of neighbouring labels, which make it a conditional random field of its own
// (Lample et al. 2016).
type nameNet struct {
	*net
	options nameNetOptions
	keys    [name.Inputs]map[uint32]int32 // rows of the tables
	tables  [name.Inputs]*param
	at      [name.Inputs]int // where the vectors of each table begin in those of a word
	width   int              // of all

	out, outBias *param
	turns        *param // a row for each label, of those before it
}

// newNameNet makes a network for the words of the sentences, with small random
// weights.
func newNameNet(o nameNetOptions, sentences []nameSentence, v *wordVectors, seed uint64) *nameNet {
	n := &nameNet{net: &net{netSizes: netSizes{hidden: o.hidden}, fixedRow: v.index}, options: o}
	for _, x := range v.rows {
		n.fixed = append(n.fixed, float32(x*vectorsScale))
	}
	n.vocabulary(sentences)
	r := random(seed*0x9E3779B97F4A7C15 + 1)
	for i, w := range name.Widths {
		spread := .2
		if name.Input(i) == name.Form {
			spread = .05
		}
		n.at[i] = n.width
		n.width += w
		n.tables[i] = n.matrix(len(n.keys[i]), w, spread, &r)
		n.tables[i].sparse = true
	}
	glorot := func(rows, cols int) float64 { return math.Sqrt(6 / float64(rows+cols)) }
	h, in := o.hidden, n.width
	for l := range o.deep {
		y := biLSTM{
			input:    n.matrix(in, 8*h, 1.2*glorot(in, 4*h), &r),
			forward:  n.matrix(h, 4*h, glorot(h, 4*h), &r),
			backward: n.matrix(h, 4*h, glorot(h, 4*h), &r),
			bias:     n.matrix(1, 8*h, 0, &r),
		}
		for i := range h { // remember, to begin with
			y.bias.w[h+i], y.bias.w[5*h+i] = 1, 1
		}
		n.layers[l] = y
		in = 2 * h
	}
	n.out = n.matrix(2*h, name.Weights, glorot(2*h, name.Weights), &r)
	n.outBias = n.matrix(1, name.Weights, 0, &r)
	n.turns = n.matrix(name.Labels, turnsWide, 0, &r)
	for _, p := range n.params {
		if !p.sparse {
			p.t = make([]float32, len(p.w))
		}
	}
	return n
}

// matrix adds a matrix with random weights.
func (n *nameNet) matrix(rows, cols int, spread float64, r *random) *param {
	p := &param{rows: rows, cols: cols, w: make([]float32, rows*cols), index: len(n.params)}
	for i := range p.w {
		p.w[i] = float32((2*r.float() - 1) * spread)
	}
	p.m, p.v = make([]float32, len(p.w)), make([]float32, len(p.w))
	n.params = append(n.params, p)
	return p
}

// vocabulary gives a row to each key that is seen often enough, in the order in which
// they come first, after one for the unknown.
func (n *nameNet) vocabulary(sentences []nameSentence) {
	for in := range name.Inputs {
		least := leastOther
		if in == name.Form {
			least = leastForm
		}
		seen := map[uint32]int{}
		for i := range sentences {
			for _, k := range sentences[i].keys {
				seen[k[in]]++
			}
		}
		rows, count := map[uint32]int32{recurrent.Unknown: unknown}, []int{1 << 30}
		for i := range sentences {
			for _, k := range sentences[i].keys {
				if _, ok := rows[k[in]]; !ok && seen[k[in]] >= least {
					rows[k[in]] = int32(len(rows))
					count = append(count, seen[k[in]])
				}
			}
		}
		n.keys[in] = rows
		if in == name.Form {
			n.count = count
		}
	}
}

// seenToken is a token as rows of the tables of vectors.
type seenToken struct {
	rows  [name.Inputs]int32 // -1 for one that is hidden from the network
	fixed int32              // of the vectors from the news, -1 for none
}

func (n *nameNet) seeToken(k name.Keys) seenToken {
	t := seenToken{fixed: -1}
	for in := range k {
		t.rows[in] = n.keys[in][k[in]] // unknown, when it is not there
	}
	if f, ok := n.fixedRow[k[name.Form]]; ok {
		t.fixed = f
	}
	return t
}

// parts are the network as the program reads it. A word's vector from the news and
// its learned one, that of the unknown for a word without, become one.
func (n *nameNet) parts() *recurrent.Parts {
	weights := func(p *param) recurrent.Weights { return recurrent.Weights{Rows: p.rows, Columns: p.cols, W: p.w} }
	out := &recurrent.Parts{Out: weights(n.out), OutBias: weights(n.outBias)}
	for _, y := range n.layers[:n.options.deep] {
		out.Layers = append(out.Layers, recurrent.Layer{Input: weights(y.input), Forward: weights(y.forward), Backward: weights(y.backward), Bias: weights(y.bias)})
	}
	for in, rows := range n.keys {
		var keys []uint32
		for k := range rows {
			keys = append(keys, k)
		}
		if name.Input(in) == name.Form {
			for k := range n.fixedRow {
				if _, ok := rows[k]; !ok {
					keys = append(keys, k)
				}
			}
		}
		slices.Sort(keys)
		t := recurrent.Vectors{Width: n.tables[in].cols, Keys: keys}
		for _, k := range keys {
			at, learned := len(t.Rows), int(rows[k])*t.Width
			t.Rows = append(t.Rows, n.tables[in].w[learned:learned+t.Width]...)
			if f, ok := n.fixedRow[k]; ok && name.Input(in) == name.Form {
				axpy(t.Rows[at:], n.fixed[int(f)*t.Width:][:t.Width], 1)
			}
		}
		out.Tables = append(out.Tables, t)
	}
	return out
}
