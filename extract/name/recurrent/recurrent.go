// Package recurrent scores the tokens of sequences by what stands around them: each
// token is some vectors side by side, over which layers of a bidirectional LSTM
// (Graves and Schmidhuber 2005) run, and the top layer gives a score for each of
// some outputs. It knows nothing of texts: a token is a key for each table of
// vectors.
//
// A network is learned in floats and kept in bytes; it is read in integers of fixed
// point (package fixed), so that every machine gives the same scores.
package recurrent

import (
	"cmp"
	"slices"

	"dossier/extract/sparse"
	"dossier/extract/syntax/fixed"
)

// Model is a network. It is immutable and safe for concurrent use; each user makes
// a Reader of it.
type Model struct {
	tables       []table
	layers       []layer
	out          *fixed.Matrix
	outBias      []int16
	width        int // of the vectors of a token
	hidden, outs int
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

// What a file may ask for.
const (
	maxTables  = 16
	maxWidth   = 256
	mostLayers = 2
)

// Load makes a network of what Round gave. It fails with [sparse.ErrContent].
func Load(parts []sparse.Part, numbers []int16) (*Model, error) {
	l := &loader{parts: parts, numbers: numbers}
	m := &Model{tables: make([]table, l.size(maxTables)), layers: make([]layer, l.size(mostLayers)), hidden: l.size(maxWidth), outs: l.size(maxWidth)}
	for i := range m.tables {
		m.tables[i].width = l.size(maxWidth)
		m.width += m.tables[i].width
	}
	if m.hidden%16 != 0 || m.outs%16 != 0 || m.width%2 != 0 {
		l.fail("layers of %d, %d outputs, vectors of %d", m.hidden, m.outs, m.width)
	}
	bits := make([]int, 3*len(m.layers)+1)
	for i := range bits {
		bits[i] = l.size(weightBits)
	}
	for i := range m.layers {
		m.layers[i].bias = l.take(8 * m.hidden)
	}
	m.outBias = l.take(m.outs)
	for i := range m.tables {
		t := &m.tables[i]
		p := l.part(t.width)
		t.index, t.rows, t.units = sparse.NewIndex(p.Keys), p.Rows, l.take(len(p.Keys))
	}
	if l.err != nil {
		return nil, l.err
	}
	in, from := m.width, vectorBits
	for i := range m.layers {
		y, b := &m.layers[i], bits[3*i:]
		y.input = l.matrix(in, 8*m.hidden, b[0]+from-fixed.SumBits)
		y.forward = l.matrix(m.hidden, 4*m.hidden, b[1]+fixed.OutputBits-fixed.SumBits)
		y.backward = l.matrix(m.hidden, 4*m.hidden, b[2]+fixed.OutputBits-fixed.SumBits)
		in, from = 2*m.hidden, fixed.OutputBits
	}
	m.out = l.matrix(in, m.outs, bits[len(bits)-1]+fixed.OutputBits-ScoreBits)
	if len(l.parts) > 0 || len(l.numbers) > 0 {
		l.fail("more than a network needs")
	}
	return m, l.err
}

// Outputs is how many scores a token has.
func (m *Model) Outputs() int { return m.outs }

// Widths are those of the tables of vectors.
func (m *Model) Widths() (out []int) {
	for i := range m.tables {
		out = append(out, m.tables[i].width)
	}
	return out
}

// Sequence is what is read: the keys of tokens, as many for each as there are
// tables. The scores, of each token in a row, are valid until the next Read; they
// have ScoreBits after the point.
type Sequence struct {
	Keys   []uint32
	Scores []int16
}

const (
	// longest is how many tokens are read at once; a longer sequence is cut.
	longest = 256
	// together is how many sequences go through the network side by side: each
	// weight that is fetched serves all of them.
	together = 4
)

// Reader reads sequences. It keeps its memory between calls, and the sums of tokens
// that it has met; it is for one user at a time. What it gives depends on nothing
// but the model and the sequence.
type Reader struct {
	m      *Model
	cache  cache
	pieces []piece
	scores []int16
	found  [maxTables]int32

	x     []int16 // vectors of a token
	gates []int16
	out   [mostLayers][]int16
	cells []int16
	row   []int16
}

// piece is a run of tokens of a sequence that is read by itself.
type piece struct {
	sequence, from, n int
	at                int // where its scores begin, in tokens
}

// NewReader makes a reader.
func (m *Model) NewReader() *Reader {
	return &Reader{m: m, cache: newCache(len(m.tables), 8*m.hidden), x: make([]int16, m.width), cells: make([]int16, together*m.hidden)}
}

// Read fills the scores of sequences.
func (r *Reader) Read(sequences []Sequence) {
	m := r.m
	r.pieces = r.pieces[:0]
	total := 0
	for i := range sequences {
		n := len(sequences[i].Keys) / len(m.tables)
		for from := 0; from < n; from += longest {
			r.pieces = append(r.pieces, piece{i, from, min(n-from, longest), total + from})
		}
		total += n
	}
	r.scores = grow(r.scores, total*m.outs)
	rest := r.scores
	for i := range sequences {
		n := len(sequences[i].Keys) / len(m.tables) * m.outs
		sequences[i].Scores, rest = rest[:n:n], rest[n:]
	}
	slices.SortFunc(r.pieces, func(a, b piece) int { return cmp.Or(a.n-b.n, a.at-b.at) })
	for p := r.pieces; len(p) > 0; {
		n := min(together, len(p))
		r.side(sequences, p[:n])
		p = p[n:]
	}
}

// side reads up to four pieces side by side. In all arrays the rows of a place in
// the sequence stand together, one for each piece.
func (r *Reader) side(sequences []Sequence, pieces []piece) {
	m, k := r.m, len(pieces)
	n := pieces[k-1].n // the longest
	width := 8 * m.hidden
	r.gates = grow(r.gates, n*k*width)
	clear(r.gates)
	for i, p := range pieces {
		keys := sequences[p.sequence].Keys
		for t := range p.n {
			copy(r.gates[(t*k+i)*width:][:width], r.sums(keys[(p.from+t)*len(m.tables):][:len(m.tables)]))
		}
	}
	for l := range m.layers {
		if l > 0 {
			r.gates = repeat(r.gates, m.layers[l].bias, n*k)
			m.layers[l].input.AddProduct(r.gates, width, r.out[l-1], 2*m.hidden, n*k)
		}
		r.run(l, pieces, n)
	}
	top := r.out[len(m.layers)-1]
	r.row = repeat(r.row, m.outBias, n*k)
	m.out.AddProduct(r.row, m.outs, top, 2*m.hidden, n*k)
	for i, p := range pieces {
		for t := range p.n {
			copy(r.scores[(p.at+t)*m.outs:][:m.outs], r.row[(t*k+i)*m.outs:])
		}
	}
}

// sums is the product of a token's vectors with the first layer's weights, from the
// cache or for it.
func (r *Reader) sums(keys []uint32) []int16 {
	m := r.m
	rows := r.found[:len(keys)]
	for i, k := range keys {
		rows[i] = max(m.tables[i].index.Find(k), 0)
	}
	sums, known := r.cache.find(rows)
	if known {
		return sums
	}
	at := 0
	for i, row := range rows {
		t := &m.tables[i]
		for _, w := range t.rows[int(row)*t.width : int(row+1)*t.width] {
			r.x[at] = widen(w, t.units[row])
			at++
		}
	}
	copy(sums, m.layers[0].bias)
	m.layers[0].input.AddProduct(sums, len(sums), r.x, len(r.x), 1)
	return sums
}

// run runs a layer in both directions over the sums under its gates.
func (r *Reader) run(l int, pieces []piece, n int) {
	h, k := r.m.hidden, len(pieces)
	y := &r.m.layers[l]
	r.out[l] = grow(r.out[l], n*k*2*h)
	out := r.out[l]
	clear(out)
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
			for i, p := range pieces {
				if t < p.n {
					row := t*k + i
					fixed.Cell(r.gates[row*8*h+d*4*h:][:4*h], r.cells[i*h:(i+1)*h], out[row*2*h+d*h:][:h])
				}
			}
		}
	}
}

// repeat is a row, n times.
func repeat(a, row []int16, n int) []int16 {
	a = grow(a, n*len(row))
	for i := range n {
		copy(a[i*len(row):], row)
	}
	return a
}

// grow is a slice of n numbers, in a's memory where it is large enough.
func grow(a []int16, n int) []int16 {
	if cap(a) < n {
		return make([]int16, n, n+n/2)
	}
	return a[:n]
}

// cache keeps the sums of tokens that were met before: a place for each of
// cacheSize hashes, where the last token with that hash stands.
type cache struct {
	tables, width int
	rows          []int32
	sums          []int16
}

// cacheBits make it large enough for four of five tokens of the news.
const cacheBits = 13

func newCache(tables, width int) cache {
	c := cache{tables: tables, width: width, rows: make([]int32, tables<<cacheBits), sums: make([]int16, width<<cacheBits)}
	for i := range c.rows {
		c.rows[i] = -1
	}
	return c
}

// find gives the sums of a token, and whether they are there already; if not they
// are to be filled in.
func (c *cache) find(rows []int32) (sums []int16, known bool) {
	h := uint64(0)
	for _, r := range rows {
		h = (h ^ uint64(r)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	at := int(h * 0xBF58476D1CE4E5B9 >> (64 - cacheBits))
	sums = c.sums[at*c.width : (at+1)*c.width]
	own := c.rows[at*c.tables : (at+1)*c.tables]
	if slices.Equal(own, rows) {
		return sums, true
	}
	copy(own, rows)
	return sums, false
}
