package lstm

import (
	"fmt"

	"dossier/extract/lstm/fixed"
	"dossier/extract/sparse"
)

// Loader takes a model from the parts and numbers of its file, one after another.
// Once something is missing, Err says what, and all that follows is empty.
type Loader struct {
	parts   []sparse.Part
	numbers []int16
	err     error
}

// NewLoader begins with the first part and number.
func NewLoader(parts []sparse.Part, numbers []int16) *Loader {
	return &Loader{parts: parts, numbers: numbers}
}

// Fail says what is wrong, unless something was wrong before.
func (l *Loader) Fail(format string, a ...any) {
	if l.err == nil {
		l.err = fmt.Errorf("%w: "+format, append([]any{sparse.ErrContent}, a...)...)
	}
}

// Err is what is wrong, a [sparse.ErrContent], or nil.
func (l *Loader) Err() error { return l.err }

// End fails when something is left.
func (l *Loader) End() {
	if len(l.parts) > 0 || len(l.numbers) > 0 {
		l.Fail("more than it needs")
	}
}

// Take takes the next n numbers.
func (l *Loader) Take(n int) []int16 {
	if n > len(l.numbers) {
		l.Fail("%d numbers wanted, %d left", n, len(l.numbers))
		return make([]int16, n)
	}
	out := l.numbers[:n]
	l.numbers = l.numbers[n:]
	return out
}

// Size takes the next number, which is at least one and at most largest.
func (l *Loader) Size(largest int) int {
	n := int(l.Take(1)[0])
	if n < 1 || n > largest {
		l.Fail("a size of %d, want 1 to %d", n, largest)
		return 1
	}
	return n
}

// part takes the next part, of a width.
func (l *Loader) part(width int) sparse.Part {
	if len(l.parts) == 0 || l.parts[0].Width != width || len(l.parts[0].Keys) == 0 || l.parts[0].Keys[0] != Unknown {
		l.Fail("no part of width %d that has a first row", width)
		return sparse.Part{Width: width, Keys: []uint32{Unknown}, Rows: make([]int8, width)}
	}
	p := l.parts[0]
	l.parts = l.parts[1:]
	return p
}

// Matrix takes the next part, of a width, as a matrix whose products lose shift bits.
func (l *Loader) Matrix(rows, columns, width, shift int) *fixed.Matrix {
	p := l.part(width)
	units := l.Take(len(p.Keys))
	if len(p.Rows) != rows*columns {
		l.Fail("a matrix of %d weights, want %d by %d", len(p.Rows), rows, columns)
		return nil
	}
	w := make([]int16, len(p.Rows))
	for i, x := range p.Rows {
		w[i] = widen(x, units[i/width])
	}
	m, err := fixed.NewMatrix(rows, columns, w, uint(shift))
	if err != nil {
		l.Fail("%v", err)
	}
	return m
}

// Begin takes the biases of the layers of a network, whose vectors have these widths;
// the parts that it needs come later in the file.
func (l *Loader) Begin(widths []int, layers, hidden int) *Network {
	n := &Network{tables: make([]table, len(widths)), layers: make([]layer, layers), hidden: hidden}
	for i, w := range widths {
		n.tables[i].width = w
		n.width += w
	}
	if hidden%16 != 0 || n.width%2 != 0 { // see fixed.Cell and fixed.NewMatrix
		l.Fail("layers of %d, vectors of %d", hidden, n.width)
	}
	for i := range n.layers {
		n.layers[i].bias = l.Take(8 * hidden)
	}
	return n
}

// Finish takes the tables and matrices of a network: bits are those after the point
// of the weights of each matrix, and width how many weights have one unit where a row
// has so many.
func (l *Loader) Finish(n *Network, bits []int, width func(columns int) int) {
	for i := range n.tables {
		t := &n.tables[i]
		p := l.part(t.width)
		t.index, t.rows, t.units = sparse.NewIndex(p.Keys), p.Rows, l.Take(len(p.Keys))
	}
	in, from, h := n.width, VectorBits, n.hidden
	for i := range n.layers {
		y, b := &n.layers[i], bits[3*i:]
		y.input = l.Matrix(in, 8*h, width(8*h), b[0]+from-fixed.SumBits)
		y.forward = l.Matrix(h, 4*h, width(4*h), b[1]+fixed.OutputBits-fixed.SumBits)
		y.backward = l.Matrix(h, 4*h, width(4*h), b[2]+fixed.OutputBits-fixed.SumBits)
		in, from = 2*h, fixed.OutputBits
	}
}

// Tables is how many tables of vectors there are.
func (n *Network) Tables() int { return len(n.tables) }

// Widths are those of the tables of vectors.
func (n *Network) Widths() (out []int) {
	for i := range n.tables {
		out = append(out, n.tables[i].width)
	}
	return out
}
