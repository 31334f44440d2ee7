package recurrent

import (
	"fmt"
	"math"
	"slices"

	"dossier/extract/sparse"
	"dossier/extract/syntax/fixed"
)

// Weights are a matrix as it is learned, row by row.
type Weights struct {
	Rows, Columns int
	W             []float32
}

// Vectors are a table of vectors as it is learned: keys in ascending order, the
// first of them [Unknown], and a row for each.
type Vectors struct {
	Width int
	Keys  []uint32
	Rows  []float32
}

// Unknown is the key of the vector for what has none of its own.
const Unknown uint32 = 0

// Layer is a layer as it is learned. Columns are the input gate, forget gate,
// output gate and candidate of the forward direction, then those of the backward
// one.
type Layer struct{ Input, Forward, Backward, Bias Weights }

// Parts are a network as it is learned.
type Parts struct {
	Tables       []Vectors
	Layers       []Layer
	Out, OutBias Weights
}

// How many bits after the point numbers have, beside those of [fixed.Cell].
const (
	vectorBits = 11
	weightBits = 11 // of matrices whose columns are not too large for it
	ScoreBits  = 8  // of what comes out
	unitBits   = 8  // of the unit of a row of bytes, more than its weights have
)

// rowWidth is how many weights of a matrix share a unit.
const rowWidth = 16

func (p *Parts) matrices() []*Weights {
	var out []*Weights
	for i := range p.Layers {
		out = append(out, &p.Layers[i].Input, &p.Layers[i].Forward, &p.Layers[i].Backward)
	}
	return append(out, &p.Out)
}

// Round gives the network as bytes, to be kept in a [sparse.File]: parts for the
// tables and matrices, and as numbers its sizes, the bits of the matrices, the
// biases, and the unit of each row of bytes.
func (p *Parts) Round() ([]sparse.Part, []int16) {
	numbers := []int16{int16(len(p.Tables)), int16(len(p.Layers)), int16(p.Layers[0].Forward.Rows), int16(p.Out.Columns)}
	for _, t := range p.Tables {
		numbers = append(numbers, int16(t.Width))
	}
	var parts []sparse.Part
	var units []int16
	for _, t := range p.Tables {
		part := sparse.Part{Width: t.Width, Keys: t.Keys}
		units = roundRows(&part, t.Rows, vectorBits, units)
		parts = append(parts, part)
	}
	for _, m := range p.matrices() {
		bits := m.bits()
		numbers = append(numbers, int16(bits))
		part := sparse.Part{Width: rowWidth}
		for i := range len(m.W) / rowWidth {
			part.Keys = append(part.Keys, uint32(i))
		}
		units = roundRows(&part, m.W, bits, units)
		parts = append(parts, part)
	}
	for _, y := range p.Layers {
		numbers = roundBias(numbers, y.Bias.W, fixed.SumBits)
	}
	numbers = roundBias(numbers, p.OutBias.W, ScoreBits)
	return parts, append(numbers, units...)
}

// bits is how many bits after the point the weights have: so many that no product
// can overflow, see [fixed.LargestSum].
func (w *Weights) bits() int {
	const rounding = .02 // a weight may grow by it
	worst := 0.0
	for j := range w.Columns {
		sum := 0.0
		for i := range w.Rows {
			sum += math.Abs(float64(w.W[i*w.Columns+j])) + rounding
		}
		worst = max(worst, sum)
	}
	bits := weightBits
	for bits > 1 && worst*float64(int(1)<<bits) > fixed.LargestSum {
		bits--
	}
	return bits
}

// roundRows appends rows as bytes, and the unit of each to units.
func roundRows(p *sparse.Part, w []float32, bits int, units []int16) []int16 {
	one := float64(int(1) << (bits + unitBits))
	for row := range slices.Chunk(w, p.Width) {
		largest := 0.0
		for _, x := range row {
			largest = max(largest, math.Abs(float64(x)))
		}
		unit := min(max(math.Ceil(largest/127*one), 1), math.MaxInt16)
		for _, x := range row {
			p.Rows = append(p.Rows, int8(min(max(math.Round(float64(x)*one/unit), -127), 127)))
		}
		units = append(units, int16(unit))
	}
	return units
}

func roundBias(numbers []int16, w []float32, bits int) []int16 {
	for _, x := range w {
		v := math.Round(float64(x) * float64(int(1)<<bits))
		numbers = append(numbers, int16(min(max(v, math.MinInt16), math.MaxInt16)))
	}
	return numbers
}

// widen is a byte in its unit.
func widen(w int8, unit int16) int16 {
	return int16((int32(w)*int32(unit) + 1<<(unitBits-1)) >> unitBits)
}

// loader takes a network from its parts and numbers. Once something is missing,
// err says what.
type loader struct {
	parts   []sparse.Part
	numbers []int16
	err     error
}

func (l *loader) fail(format string, a ...any) {
	if l.err == nil {
		l.err = fmt.Errorf("%w: "+format, append([]any{sparse.ErrContent}, a...)...)
	}
}

// take takes the next n numbers.
func (l *loader) take(n int) []int16 {
	if n > len(l.numbers) {
		l.fail("%d numbers wanted, %d left", n, len(l.numbers))
		return make([]int16, n)
	}
	out := l.numbers[:n]
	l.numbers = l.numbers[n:]
	return out
}

// size takes the next number, which is at least one and at most largest.
func (l *loader) size(largest int) int {
	n := int(l.take(1)[0])
	if n < 1 || n > largest {
		l.fail("a size of %d, want 1 to %d", n, largest)
		return 1
	}
	return n
}

// part takes the next part, of a width.
func (l *loader) part(width int) sparse.Part {
	if len(l.parts) == 0 || l.parts[0].Width != width || len(l.parts[0].Keys) == 0 || l.parts[0].Keys[0] != Unknown {
		l.fail("no part of width %d that has a first row", width)
		return sparse.Part{Width: width, Keys: []uint32{Unknown}, Rows: make([]int8, width)}
	}
	p := l.parts[0]
	l.parts = l.parts[1:]
	return p
}

// matrix takes the next part as a matrix whose products lose shift bits.
func (l *loader) matrix(rows, columns, shift int) *fixed.Matrix {
	p := l.part(rowWidth)
	units := l.take(len(p.Keys))
	if len(p.Rows) != rows*columns {
		l.fail("a matrix of %d weights, want %d by %d", len(p.Rows), rows, columns)
		return nil
	}
	w := make([]int16, len(p.Rows))
	for i, x := range p.Rows {
		w[i] = widen(x, units[i/rowWidth])
	}
	m, err := fixed.NewMatrix(rows, columns, w, uint(shift))
	if err != nil {
		l.fail("%v", err)
	}
	return m
}
