package syntax

import (
	"fmt"

	"dossier/extract/sparse"
	"dossier/extract/syntax/fixed"
)

// loader takes the numbers of a file one after another.
type loader struct {
	file    *sparse.File
	numbers []int16
	part    int
}

func (l *loader) take(n int) ([]int16, error) {
	if n < 0 || n > len(l.numbers) {
		return nil, fmt.Errorf("model of syntax: %w: %d numbers wanted, %d left", sparse.ErrContent, n, len(l.numbers))
	}
	out := l.numbers[:n]
	l.numbers = l.numbers[n:]
	return out, nil
}

// rows takes the next part, of a width, and the factors of its rows.
func (l *loader) rows(width int) (*sparse.Part, []int16, error) {
	if l.part >= len(l.file.Parts) || l.file.Parts[l.part].Width != width {
		return nil, nil, fmt.Errorf("model of syntax: %w: part %d is not of width %d", sparse.ErrContent, l.part, width)
	}
	p := &l.file.Parts[l.part]
	l.part++
	factors, err := l.take(len(p.Keys))
	return p, factors, err
}

// matrix takes the next part as a matrix, whose products lose shift bits.
func (l *loader) matrix(rows, columns int, shift uint) (*fixed.Matrix, error) {
	width := chunk(columns)
	p, factors, err := l.rows(width)
	if err != nil {
		return nil, err
	}
	if len(p.Rows) != rows*columns {
		return nil, fmt.Errorf("model of syntax: %w: part %d has %d weights, want %d by %d", sparse.ErrContent, l.part-1, len(p.Rows), rows, columns)
	}
	w := make([]int16, len(p.Rows))
	for i, x := range p.Rows {
		w[i] = widen(x, int32(factors[i/width]))
	}
	m, err := fixed.NewMatrix(rows, columns, w, shift)
	if err != nil {
		return nil, fmt.Errorf("model of syntax: %w: %w", sparse.ErrContent, err)
	}
	return m, nil
}

// sizes are the rows and columns of a matrix.
type sizes struct{ rows, columns int }

const (
	relationsWide = (int(Relations) + 15) &^ 15
	tagsWide      = (int(Tags) + 15) &^ 15
	largestSize   = 4096
)

var inputWidth = func() (n int) {
	for _, w := range Widths {
		n += w
	}
	return n
}()

// newModel makes a model of a file. It fails with sparse.ErrContent.
func newModel(f *sparse.File) (*Model, error) {
	l := &loader{file: f, numbers: f.Numbers}
	head, err := l.take(2 + 3*(3*layers+4))
	if err != nil {
		return nil, err
	}
	if head[0] != inventory() {
		return nil, fmt.Errorf("model of syntax: %w: it was learned for other relations, tags or inputs", sparse.ErrContent)
	}
	m := &Model{notice: f.Notice, tagLayer: int(head[1])}
	var size []sizes
	var bits []uint
	for i := 2; i < len(head); i += 3 {
		size = append(size, sizes{int(head[i]), int(head[i+1])})
		if head[i+2] < 1 || head[i+2] > weightBits {
			return nil, fmt.Errorf("model of syntax: %w: weights with %d bits after the point", sparse.ErrContent, head[i+2])
		}
		bits = append(bits, uint(head[i+2]))
	}
	m.hidden, m.arcWide, m.relationWide = size[1].rows, size[3*layers+1].rows, size[3*layers+2].rows
	if m.hidden%16 != 0 { // see fixed.Cell
		return nil, fmt.Errorf("model of syntax: %w: layers of %d", sparse.ErrContent, m.hidden)
	}
	want := m.sizes()
	for i := range want {
		if size[i] != want[i] || size[i].rows <= 0 || size[i].columns > largestSize {
			return nil, fmt.Errorf("model of syntax: %w: matrix %d is %d by %d, want %d by %d", sparse.ErrContent, i, size[i].rows, size[i].columns, want[i].rows, want[i].columns)
		}
	}
	if m.tagLayer < 1 || m.tagLayer > layers {
		return nil, fmt.Errorf("model of syntax: %w: tags are read from layer %d", sparse.ErrContent, m.tagLayer)
	}
	for i := range m.layers {
		if m.layers[i].bias, err = l.take(8 * m.hidden); err != nil {
			return nil, err
		}
	}
	for _, b := range []struct {
		into *[]int16
		n    int
	}{{&m.projectBias, want[6].columns}, {&m.arcBias, m.arcWide}, {&m.relationBias, relationsWide}, {&m.tagBias, tagsWide}} {
		if *b.into, err = l.take(b.n); err != nil {
			return nil, err
		}
	}
	for i := range m.tables {
		p, factors, err := l.rows(Widths[i])
		if err != nil {
			return nil, err
		}
		if len(p.Keys) == 0 || p.Keys[0] != Unknown {
			return nil, fmt.Errorf("model of syntax: %w: table %d has no row for the unknown", sparse.ErrContent, i)
		}
		m.tables[i] = table{sparse.NewIndex(p.Keys), p.Width, p.Rows, factors}
	}
	if err := m.load(l, want, bits); err != nil {
		return nil, err
	}
	if len(l.numbers) > 0 || l.part != len(f.Parts) {
		return nil, fmt.Errorf("model of syntax: %w: more than it needs", sparse.ErrContent)
	}
	return m, nil
}

// sizes are those that the matrices must have.
func (m *Model) sizes() []sizes {
	var out []sizes
	in := inputWidth
	for range layers {
		out = append(out, sizes{in, 8 * m.hidden}, sizes{m.hidden, 4 * m.hidden}, sizes{m.hidden, 4 * m.hidden})
		in = 2 * m.hidden
	}
	return append(out, sizes{in, 2*m.arcWide + 2*m.relationWide}, sizes{m.arcWide, m.arcWide},
		sizes{m.relationWide, relationsWide}, sizes{in, tagsWide})
}

// load takes the matrices. What a product loses is what its two sides have more bits
// after the point than its sum.
func (m *Model) load(l *loader, size []sizes, bits []uint) error {
	var into []**fixed.Matrix
	var surplus []int  // bits of the input, less those of the sum
	from := vectorBits // of the input of a layer
	for i := range m.layers {
		y := &m.layers[i]
		into = append(into, &y.input, &y.forward, &y.backward)
		surplus = append(surplus, from-fixed.SumBits, fixed.OutputBits-fixed.SumBits, fixed.OutputBits-fixed.SumBits)
		from = fixed.OutputBits
	}
	into = append(into, &m.project, &m.arc, &m.relation, &m.tag)
	surplus = append(surplus, fixed.OutputBits-shownBits, shownBits-scoreBits, shownBits-scoreBits, fixed.OutputBits-scoreBits)
	for i, p := range into {
		var err error
		if *p, err = l.matrix(size[i].rows, size[i].columns, uint(int(bits[i])+surplus[i])); err != nil {
			return err
		}
	}
	return nil
}
