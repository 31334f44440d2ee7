// Package lstm reads sequences of tokens: each token is some vectors side by side,
// over which layers of a bidirectional LSTM run (Graves and Schmidhuber 2005). What
// the outputs of the layers are for is told by the package that has the model. It
// knows nothing of texts: a token is a key for each table of vectors.
//
// A network is learned in floats and kept in bytes; it is read in integers of fixed
// point (package fixed), so that every machine gives the same outputs.
package lstm

import (
	"cmp"
	"slices"

	"dossier/extract/lstm/fixed"
	"dossier/extract/sparse"
)

// Network is the tables and layers of a model. It is immutable and safe for
// concurrent use; each user makes a Reader of it.
type Network struct {
	tables []table
	layers []layer
	width  int // of the vectors of a token
	hidden int // of one direction of a layer
}

// table is one of the tables of vectors.
type table struct {
	index sparse.Index
	width int
	rows  []int8
	units []int16
}

type layer struct {
	input, forward, backward *fixed.Matrix
	bias                     []int16
}

const (
	// Longest is how many tokens a piece should have at most: memory grows with it.
	Longest = 256
	// together is how many pieces go through the network side by side: each weight
	// that is fetched serves all of them.
	together = 4
)

// Piece is a run of tokens of a sequence that is read by itself.
type Piece struct {
	Sequence, From int
	N              int // tokens
}

// Reader reads pieces. It keeps its memory between calls, and the sums of tokens
// that it has met; it is for one user at a time. What it gives depends on nothing
// but the network and the piece.
type Reader struct {
	n     *Network
	cache cache
	found []int32

	x     []int16 // vectors of a token
	gates []int16
	out   [][]int16
	cells []int16
}

// NewReader makes a reader.
func (n *Network) NewReader() *Reader {
	return &Reader{
		n: n, cache: newCache(len(n.tables), 8*n.hidden), found: make([]int32, len(n.tables)),
		x: make([]int16, n.width), out: make([][]int16, len(n.layers)), cells: make([]int16, together*n.hidden),
	}
}

// Read reads pieces, those of like length side by side, and puts them in that order.
// Token t of a piece has these keys, asked for one after another. Of each few pieces
// that were read do is told, which finds in [Reader.Out] what the layers gave.
func (r *Reader) Read(pieces []Piece, keys func(p Piece, t int) []uint32, do func(side []Piece)) {
	slices.SortFunc(pieces, func(a, b Piece) int {
		return cmp.Or(a.N-b.N, a.Sequence-b.Sequence, a.From-b.From)
	})
	for len(pieces) > 0 {
		side := pieces[:min(together, len(pieces))]
		pieces = pieces[len(side):]
		r.look(side, keys)
		n := side[len(side)-1].N // the longest
		for l, y := range r.n.layers {
			if l > 0 {
				r.gates = y.input.Product(r.gates, y.bias, r.out[l-1], r.Width(), n*len(side))
			}
			r.run(l, side, n)
		}
		do(side)
	}
}

// Out is what a layer gave for the pieces that were read last, both directions in a
// row. The rows of a place in the pieces stand together, one for each piece.
func (r *Reader) Out(layer int) []int16 { return r.out[layer] }

// Width is how long a row of outputs is.
func (r *Reader) Width() int { return 2 * r.n.hidden }

// look fills the sums under the gates of the first layer, as far as they come from
// the tokens.
func (r *Reader) look(side []Piece, keys func(p Piece, t int) []uint32) {
	k, width := len(side), 8*r.n.hidden
	r.gates = fixed.Zeros(r.gates, side[k-1].N*k*width)
	for i, p := range side {
		for t := range p.N {
			copy(r.gates[(t*k+i)*width:][:width], r.sums(keys(p, t)))
		}
	}
}

// sums is the product of a token's vectors with the first layer's weights, from the
// cache or for it.
func (r *Reader) sums(keys []uint32) []int16 {
	for i, k := range keys {
		r.found[i] = max(r.n.tables[i].index.Find(k), 0)
	}
	sums, known := r.cache.find(r.found)
	if known {
		return sums
	}
	at := 0
	for i, row := range r.found {
		t := &r.n.tables[i]
		unit := t.units[row]
		for _, w := range t.rows[int(row)*t.width : int(row+1)*t.width] {
			r.x[at] = widen(w, unit)
			at++
		}
	}
	first := &r.n.layers[0]
	copy(sums, first.bias)
	first.input.AddProduct(sums, len(sums), r.x, len(r.x), 1)
	return sums
}

// run runs a layer in both directions over the sums under its gates.
func (r *Reader) run(l int, side []Piece, n int) {
	h, k := r.n.hidden, len(side)
	y := &r.n.layers[l]
	r.out[l] = fixed.Zeros(r.out[l], n*k*2*h)
	out := r.out[l]
	for d, weights := range [...]*fixed.Matrix{y.forward, y.backward} {
		clear(r.cells)
		for step := range n {
			t, before := step, step-1
			if d == 1 {
				t, before = n-1-step, n-step
			}
			if step > 0 {
				weights.AddProduct(r.gates[t*k*8*h+d*4*h:], 8*h, out[before*k*2*h+d*h:], 2*h, k)
			}
			for i, p := range side {
				if t < p.N {
					row := t*k + i
					fixed.Cell(r.gates[row*8*h+d*4*h:][:4*h], r.cells[i*h:(i+1)*h], out[row*2*h+d*h:][:h])
				}
			}
		}
	}
}
