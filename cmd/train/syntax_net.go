package main

import (
	"math"

	"dossier/extract/syntax"
)

// param is a matrix that is learned.
type param struct {
	rows, cols int
	w          []float32
	t          []float32 // transposed, of a dense one
	m, v       []float32 // means of the gradient and of its square; see adam
	sparse     bool      // a step changes only the rows that it touched
	index      int       // in net.params
}

// biLSTM are the matrices of a layer. The columns are input gate, forget gate,
// output gate and candidate of the forward direction, then those of the other.
type biLSTM struct{ input, forward, backward, bias *param }

// netSizes are the widths of the network.
type netSizes struct {
	hidden   int // of each direction of a layer
	arc      int // of what a word shows as head, and as dependent
	relation int // the same for the relation
}

const (
	layers         = 2
	relationsWide  = (int(syntax.Relations) + 15) &^ 15
	tagsWide       = (int(syntax.Tags) + 15) &^ 15
	unknown        = 0 // rows of the tables of vectors
	beforeFirstRow = 1
)

// inputWidth is how many numbers the network sees of a word, and inputAt where
// those of each table begin.
var inputWidth, inputAt = func() (n int, at [syntax.Inputs]int) {
	for i, w := range syntax.Widths {
		at[i] = n
		n += w
	}
	return n, at
}()

// net is a parser as it is learned: the tables of vectors, two layers of a
// bidirectional LSTM, and on top a biaffine score for each arc, one score for each
// relation of an arc, and one for each tag (after Dozat and Manning 2017).
type net struct {
	netSizes
	params []*param

	keys     [syntax.Inputs]map[uint32]int32 // rows of the tables
	tables   [syntax.Inputs]*param
	count    []int            // how often the words of the first table were seen
	fixed    []float32        // vectors of words learned from the news, which stay as they are
	fixedRow map[uint32]int32 // their rows

	layers                     [layers]biLSTM
	project, projectBias       *param // what the word shows: as head, as dependent, and the same for relations
	arc, arcBias               *param
	relationHead, relationBias *param
	tag, tagBias               *param
}

// newNet makes a network for the words of the gold and silver trees, with small random
// weights.
func newNet(size netSizes, gold, silver []tree, vectors *wordVectors, seed uint64) *net {
	n := &net{netSizes: size, fixed: vectors.rows, fixedRow: vectors.index}
	n.vocabulary(gold, silver)
	r := random(seed*0x9E3779B97F4A7C15 + 1)
	matrix := func(rows, cols int, spread float64) *param {
		p := &param{rows: rows, cols: cols, w: make([]float32, rows*cols), index: len(n.params)}
		for i := range p.w {
			p.w[i] = float32((2*r.float() - 1) * spread)
		}
		p.m, p.v = make([]float32, len(p.w)), make([]float32, len(p.w))
		n.params = append(n.params, p)
		return p
	}
	for i, w := range syntax.Widths {
		spread := .2
		if syntax.Input(i) == syntax.Form {
			spread = .05
		}
		n.tables[i] = matrix(len(n.keys[i]), w, spread)
		n.tables[i].sparse = true
	}
	glorot := func(rows, cols int) float64 { return math.Sqrt(6 / float64(rows+cols)) }
	h, in := n.hidden, inputWidth
	for l := range n.layers {
		n.layers[l] = biLSTM{
			input:    matrix(in, 8*h, 1.2*glorot(in, 4*h)),
			forward:  matrix(h, 4*h, glorot(h, 4*h)),
			backward: matrix(h, 4*h, glorot(h, 4*h)),
			bias:     matrix(1, 8*h, 0),
		}
		for i := range h { // remember, to begin with
			n.layers[l].bias.w[h+i], n.layers[l].bias.w[5*h+i] = 1, 1
		}
		in = 2 * h
	}
	n.project = matrix(2*h, n.shown(), glorot(2*h, size.arc))
	n.projectBias = matrix(1, n.shown(), 0)
	n.arc = matrix(size.arc, size.arc, glorot(size.arc, size.arc))
	n.arcBias = matrix(1, size.arc, 0)
	n.relationHead = matrix(size.relation, relationsWide, glorot(size.relation, relationsWide))
	n.relationBias = matrix(1, relationsWide, 0)
	n.tag = matrix(2*h, tagsWide, glorot(2*h, tagsWide))
	n.tagBias = matrix(1, tagsWide, 0)
	for _, p := range n.params {
		if !p.sparse {
			p.t = make([]float32, len(p.w))
		}
	}
	return n
}

// shown is the width of what a word shows in all its parts.
func (n *net) shown() int { return 2*n.netSizes.arc + 2*n.netSizes.relation }

// vocabulary gives a row to each word seen twice and each ending, beginning and
// shape seen ten times, in the order in which they come first. A silver tree counts
// for a quarter.
func (n *net) vocabulary(gold, silver []tree) {
	const quarters = 4
	for in := range syntax.Inputs {
		least := 10 * quarters
		if in == syntax.Form {
			least = 2 * quarters
		}
		seen := map[uint32]int{}
		for _, t := range gold {
			for i := range t {
				seen[t[i].keys[in]] += quarters
			}
		}
		for _, t := range silver {
			for i := range t {
				seen[t[i].keys[in]]++
			}
		}
		rows := map[uint32]int32{syntax.Unknown: unknown, syntax.BeforeFirst: beforeFirstRow}
		count := []int{0, 1 << 30}
		for _, trees := range [][]tree{gold, silver} {
			for _, t := range trees {
				for i := range t {
					k := t[i].keys[in]
					if _, ok := rows[k]; !ok && seen[k] >= least {
						rows[k] = int32(len(rows))
						count = append(count, seen[k]/quarters)
					}
				}
			}
		}
		n.keys[in] = rows
		if in == syntax.Form {
			n.count = count
		}
	}
}

// seenWord is a word as rows of the tables of vectors.
type seenWord struct {
	rows  [syntax.Inputs]int32 // -1 for one that is hidden from the network
	fixed int32                // -1 for none
}

func (n *net) see(k syntax.Keys) seenWord {
	w := seenWord{fixed: -1}
	for i := range k {
		w.rows[i] = n.keys[i][k[i]] // unknown, when it is not there
	}
	if f, ok := n.fixedRow[k[syntax.Form]]; ok {
		w.fixed = f
	}
	return w
}

// transpose makes the transposed copies of the dense matrices.
func (n *net) transpose() {
	for _, p := range n.params {
		if p.sparse {
			continue
		}
		for i := range p.rows {
			for j, x := range p.w[i*p.cols : (i+1)*p.cols] {
				p.t[j*p.rows+i] = x
			}
		}
	}
}

// adam takes a step against the gradient (Kingma and Ba 2015), which it clears.
func adam(w, g, m, v []float32, rate, correction float32) {
	const keep, keepSquares = .9, .99
	g, m, v = g[:len(w)], m[:len(w)], v[:len(w)]
	n := 0
	if vectors {
		if n = len(w) &^ 7; n > 0 {
			adamVector(&w[0], &g[0], &m[0], &v[0], n, rate, correction)
		}
	}
	for i := n; i < len(w); i++ {
		d := g[i]
		m[i] = keep*m[i] + (1-keep)*d
		v[i] = keepSquares*v[i] + (1-keepSquares)*d*d
		w[i] -= rate * m[i] / (float32(math.Sqrt(float64(v[i]*correction))) + 1e-6)
		g[i] = 0
	}
}
