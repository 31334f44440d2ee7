package syntax

import (
	"fmt"

	"dossier/extract/lstm"
	"dossier/extract/lstm/fixed"
	"dossier/extract/sparse"
)

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
	m, err := load(f)
	if err != nil {
		return nil, fmt.Errorf("model of syntax: %w", err)
	}
	return m, nil
}

func load(f *sparse.File) (*Model, error) {
	l := lstm.NewLoader(f.Parts, f.Numbers)
	head := l.Take(2)
	m := &Model{notice: f.Notice, tagLayer: int(head[1])}
	if head[0] != inventory() {
		l.Fail("it was learned for other relations, tags or inputs")
	}
	if m.tagLayer < 1 || m.tagLayer > layers {
		l.Fail("tags are read from layer %d", m.tagLayer)
	}
	size := make([]sizes, 3*layers+4)
	bits := make([]int, len(size))
	for i := range size {
		size[i] = sizes{l.Size(largestSize), l.Size(largestSize)}
		bits[i] = l.Size(lstm.WeightBits)
	}
	project, arc, relation, tag := 3*layers, 3*layers+1, 3*layers+2, 3*layers+3
	hidden := size[1].rows
	m.arcWide, m.relationWide = size[arc].rows, size[relation].rows
	for i, want := range m.sizes(hidden) {
		if size[i] != want {
			l.Fail("matrix %d is %d by %d, want %d by %d", i, size[i].rows, size[i].columns, want.rows, want.columns)
		}
	}
	m.net = l.Begin(Widths[:], layers, hidden)
	m.projectBias, m.arcBias = l.Take(size[project].columns), l.Take(m.arcWide)
	m.relationBias, m.tagBias = l.Take(relationsWide), l.Take(tagsWide)
	if err := l.Err(); err != nil {
		return nil, err
	}
	l.Finish(m.net, bits, chunk)
	// What a product loses is what its two sides have more bits after the point than
	// its sum.
	for _, x := range []struct {
		into **fixed.Matrix
		i    int
		more int // bits of what is multiplied than those of the sum
	}{
		{&m.project, project, fixed.OutputBits - shownBits}, {&m.arc, arc, shownBits - scoreBits},
		{&m.relation, relation, shownBits - scoreBits}, {&m.tag, tag, fixed.OutputBits - scoreBits},
	} {
		*x.into = l.Matrix(size[x.i].rows, size[x.i].columns, chunk(size[x.i].columns), bits[x.i]+x.more)
	}
	l.End()
	return m, l.Err()
}

// sizes are those that the matrices must have.
func (m *Model) sizes(hidden int) []sizes {
	var out []sizes
	in := inputWidth
	for range layers {
		out = append(out, sizes{in, 8 * hidden}, sizes{hidden, 4 * hidden}, sizes{hidden, 4 * hidden})
		in = 2 * hidden
	}
	return append(out, sizes{in, 2*m.arcWide + 2*m.relationWide}, sizes{m.arcWide, m.arcWide},
		sizes{m.relationWide, relationsWide}, sizes{in, tagsWide})
}
